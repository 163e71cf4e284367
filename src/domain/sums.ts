// Sums over records of strikes: all that counts, pages and the age of an answer rest on. Whole numbers: in whatever order they are added, they are the same.
import type { Count } from "./count.ts";
import type { Part } from "./part.ts";
import { newestDate } from "./source.ts";
import type { Strike } from "./strike.ts";
import type { PartialDay } from "./time.ts";
import { figure, type Range } from "./toll.ts";

export class Sums {
  /** Records, on land too. */
  listed = 0;
  /** Of those, the ones without a figure of killed. */
  mute = 0;
  /** From here on vessels only. Records, and how many strikes they stand for. */
  records = 0;
  strikes = 0;
  /** Records without a figure of killed, and records that name no group. */
  silent = 0;
  unnamed = 0;
  /** Records with a figure of presumed dead. */
  lost = 0;
  killed = new Total();
  presumed = new Total();
  /** The newest day that a source carries. */
  newest: PartialDay | undefined;

  static of(strike: Strike): Sums {
    const sums = new Sums();
    const killed = figure(strike, "killed");
    sums.listed = 1;
    sums.mute = killed === undefined ? 1 : 0;
    sums.newest = newestDate(strike.sources);
    if (strike.target !== "vessel") return sums;
    sums.records = 1;
    sums.strikes = strike.strikes ?? 1;
    sums.silent = sums.mute;
    sums.unnamed = strike.orgIds.length === 0 ? 1 : 0;
    sums.killed = Total.of(killed);
    const presumed = figure(strike, "presumed-dead");
    sums.lost = presumed === undefined ? 0 : 1;
    sums.presumed = Total.of(presumed);
    return sums;
  }

  static over(parts: Iterable<Sums>): Sums {
    const sums = new Sums();
    for (const part of parts) sums.add(part);
    return sums;
  }

  /** Of use while a sum is being made, and never after. */
  add(other: Sums): void {
    this.listed += other.listed;
    this.mute += other.mute;
    this.records += other.records;
    this.strikes += other.strikes;
    this.silent += other.silent;
    this.unnamed += other.unnamed;
    this.lost += other.lost;
    this.killed.add(other.killed);
    this.presumed.add(other.presumed);
    if (other.newest !== undefined && (this.newest === undefined || other.newest > this.newest))
      this.newest = other.newest;
  }

  /** How many records stand behind one figure. */
  behind(part: Part): number {
    const { listed, records, silent, lost } = this;
    return { counted: records, stated: records - silent, silent, presumed: lost, land: listed - records }[part];
  }

  get count(): Count {
    const withPresumed = new Total();
    withPresumed.add(this.killed);
    withPresumed.add(this.presumed);
    const { records, strikes, silent } = this;
    return { records, strikes, killed: this.killed.range, withPresumed: withPresumed.range, silent };
  }
}

/** A sum of ranges: without an upper end as soon as one of them has none. */
class Total {
  low = 0;
  high = 0;
  open = 0;

  static of(range: Range | undefined): Total {
    const total = new Total();
    if (range === undefined) return total;
    total.low = range.low;
    total.high = range.high ?? 0;
    total.open = range.high === undefined ? 1 : 0;
    return total;
  }

  add(other: Total): void {
    this.low += other.low;
    this.high += other.high;
    this.open += other.open;
  }

  get range(): Range {
    return { low: this.low, high: this.open > 0 ? undefined : this.high };
  }
}
