// A cut of the strikes month by month, the newest first, each with all that came before it and the totals that others gave in it. A month without a record is
// listed too: silence is shown, never left out.
import { beside, type Comparison, type Count, type Cut, type StrikeRecord } from "./count.ts";
import { indexed } from "./strike-index.ts";
import type { Sums } from "./sums.ts";
import { type Day, lastDay } from "./time.ts";

export interface Month {
  /** `2026-03`. */
  month: string;
  /** Of the cut: the month itself, or what the cut leaves of it. */
  since: Day;
  until: Day;
  sums: Sums;
  /** From where the cut begins to the end of this month. */
  upTo: Count;
  /** Totals of everything, each beside our whole count to its day. */
  quoted: readonly Comparison[];
}

type Counted = Pick<StrikeRecord, "strikes" | "tallies" | "gaps">;

export interface Months {
  length: number;
  /** The names alone; what each holds is worked out where it is shown. */
  names: readonly string[];
  slice: (from: number, to: number) => readonly Month[];
}

/** `today`: the last day that can be known of. */
export function months(record: Counted, cut: Cut, today: Day): Months {
  const names = namesOf(record, cut, today);
  return {
    length: names.length,
    names,
    slice: (from, to) => names.slice(from, to).map((month) => monthOf(record, cut, month, today)),
  };
}

/** The days of one month that a cut holds. */
export function within(cut: Cut, month: string, today: Day): { since: Day; until: Day } {
  return {
    since: latest(cut.since, `${month}-01`),
    until: earliest(cut.until, earliest(today, lastDay(month))),
  };
}

function monthOf(record: Counted, cut: Cut, month: string, today: Day): Month {
  const index = indexed(record.strikes);
  const days = within(cut, month, today);
  return {
    month,
    ...days,
    sums: index.sums({ ...cut, ...days }),
    upTo: index.count({ ...cut, until: days.until }),
    quoted: record.tallies
      .filter(({ date }) => date >= days.since && date <= days.until)
      .map((tally) => beside(record, tally, index)),
  };
}

/** From the first record of the cut, or where the cut begins, to its end or today; never before the record itself begins. */
function namesOf(record: Counted, cut: Cut, today: Day): string[] {
  const index = indexed(record.strikes);
  const oldest = (of: Cut) => index.page(of, index.sums(of).listed - 1, 1)[0]?.date;
  const [first, begun] = [oldest(cut), oldest({})];
  if (first === undefined || begun === undefined) return [];
  const from = (cut.since === undefined ? first : latest(cut.since, begun)).slice(0, 7);
  const names: string[] = [];
  for (let month = earliest(cut.until, today).slice(0, 7); month >= from; month = before(month)) names.push(month);
  return names;
}

function before(month: string): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return number === 1
    ? `${String(year - 1).padStart(4, "0")}-12`
    : `${month.slice(0, 5)}${String(number - 1).padStart(2, "0")}`;
}

const latest = (a: Day | undefined, b: Day): Day => (a !== undefined && a > b ? a : b);
const earliest = (a: Day | undefined, b: Day): Day => (a !== undefined && a < b ? a : b);
