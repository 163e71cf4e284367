// Strikes in their order, newest first, in chunks that know their sums: what lies whole within the days asked for is not looked at again.
// Never changed: with() shares the chunks that stayed. Must say exactly what looking at every strike would say.
import type { Cut } from "./count.ts";
import type { Part } from "./part.ts";
import type { Strike } from "./strike.ts";
import { Sums } from "./sums.ts";

/** A strike with what is worked out once. `reach`: the highest figure of killed that was announced; -Infinity where none was. */
export interface Row {
  strike: Strike;
  reach: number;
  sums: Sums;
}

/** What is left of a cut within one run: which run it is says region and organisation. */
export type Slice = Pick<Cut, "since" | "until" | "minKilled" | "only">;

/** Of 100,000 rows a question walks over about a thousand chunks and looks into two; a change makes one anew. */
const FILLED = 96;
const MOST = 128;

/** By date, then by id: the newest first. */
export function order(a: Strike, b: Strike): number {
  return compare(b.date, a.date) || compare(b.id, a.id);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

export class Run {
  readonly #chunks: readonly Chunk[];

  private constructor(chunks: readonly Chunk[]) {
    this.#chunks = chunks;
  }

  static empty(): Run {
    return new Run([]);
  }

  static of(rows: readonly Row[]): Run {
    return new Run(
      chunked(
        rows.toSorted((a, b) => order(a.strike, b.strike)),
        FILLED,
      ),
    );
  }

  get isEmpty(): boolean {
    return this.#chunks.length === 0;
  }

  /** Without the strikes that are gone, found by date and id, and with those that have come. */
  with(gone: readonly Strike[], come: readonly Row[]): Run {
    if (come.length + gone.length > this.#chunks.length) return this.#anew(gone, come);
    const changes = new Map<number, { gone: Set<string>; come: Row[] }>();
    const at = (strike: Strike) => {
      const index = this.#chunkFor(strike);
      const change = changes.get(index) ?? { gone: new Set<string>(), come: [] };
      changes.set(index, change);
      return change;
    };
    for (const strike of gone) at(strike).gone.add(strike.id);
    for (const row of come) at(row.strike).come.push(row);
    return new Run(
      this.#chunks.flatMap((chunk, index) => {
        const change = changes.get(index);
        return change === undefined ? [chunk] : chunked(merged(chunk.rows, change.gone, change.come), MOST);
      }),
    );
  }

  sums(slice: Slice): Sums {
    const { since, until, minKilled, only } = slice;
    const sums = new Sums();
    for (const { chunk, whole } of this.#within(since, until)) {
      if (whole && (only === undefined || minKilled === undefined)) sums.add(chunk.of(minKilled, only));
      else for (const row of chunk.rows) if (fits(row, slice)) sums.add(row.sums);
    }
    return sums;
  }

  /** `take` strikes after the first `skip`, in order. `target`: of one kind only. */
  page(slice: Slice, skip: number, take: number, target?: Strike["target"]): Strike[] {
    const { since, until, minKilled, only } = slice;
    const found: Strike[] = [];
    let left = skip;
    for (const { chunk, whole } of this.#within(since, until)) {
      const sums = chunk.of(minKilled);
      const most = Math.min(numberOf(sums, target), only === undefined ? Infinity : sums.behind(only));
      if (most === 0) continue;
      // Of a part and a kind at once the number is not known without looking at each.
      const isExact = only === undefined || target === undefined;
      if (whole && isExact && most <= left) {
        left -= most;
        continue;
      }
      for (const row of chunk.rows) {
        if (found.length === take) return found;
        if (!fits(row, slice) || (target !== undefined && row.strike.target !== target)) continue;
        if (left > 0) left -= 1;
        else found.push(row.strike);
      }
    }
    return found;
  }

  all(): Strike[] {
    const strikes: Strike[] = [];
    for (const { rows } of this.#chunks) for (const { strike } of rows) strikes.push(strike);
    return strikes;
  }

  #anew(gone: readonly Strike[], come: readonly Row[]): Run {
    const without = new Set(gone.map(({ id }) => id));
    const rows = this.#chunks.flatMap((chunk) => chunk.rows.filter(({ strike }) => !without.has(strike.id)));
    return Run.of([...rows, ...come]);
  }

  /** The last chunk that does not begin after the strike; the first, where all do. */
  #chunkFor(strike: Strike): number {
    let low = 0;
    let high = this.#chunks.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const first = this.#chunks[middle]?.rows[0]?.strike;
      if (first !== undefined && order(first, strike) <= 0) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  /** Chunks that may hold a strike of these days, newest first. `whole`: they hold no other. */
  *#within(since: string | undefined, until: string | undefined): Generator<{ chunk: Chunk; whole: boolean }> {
    for (const chunk of this.#chunks) {
      if (until !== undefined && chunk.oldest > until) continue;
      if (since !== undefined && chunk.newest < since) return;
      const whole = (until === undefined || chunk.newest <= until) && (since === undefined || chunk.oldest >= since);
      yield { chunk, whole };
    }
  }
}

/** Without a strike. */
export const EMPTY_RUN = Run.empty();

class Chunk {
  readonly rows: readonly Row[];
  readonly sums: Sums;
  readonly newest: string;
  readonly oldest: string;
  #steps: readonly { reach: number; sums: Sums }[] | undefined;
  readonly #parts = new Map<Part, Sums>();

  constructor(rows: readonly Row[]) {
    this.rows = rows;
    this.sums = Sums.over(rows.map((row) => row.sums));
    this.newest = rows[0]?.strike.date ?? "";
    this.oldest = rows.at(-1)?.strike.date ?? "";
  }

  /** Sums of all of it, or of one part; of those that reach a figure. Never of both at once. */
  of(minKilled: number | undefined, only?: Part): Sums {
    if (only !== undefined) return this.#part(only);
    return minKilled === undefined ? this.sums : this.reaching(minKilled);
  }

  #part(only: Part): Sums {
    const known = this.#parts.get(only);
    if (known !== undefined) return known;
    const sums = Sums.over(this.rows.flatMap((row) => (row.sums.behind(only) > 0 ? [row.sums] : [])));
    this.#parts.set(only, sums);
    return sums;
  }

  /** Sums of the strikes for which so many killed, or more, were announced. */
  reaching(least: number): Sums {
    return this.#reached().findLast((step) => step.reach >= least)?.sums ?? NOTHING;
  }

  /** For each figure that occurs, from the highest down, the sums of all that reach it. Worked out when first asked for. */
  #reached(): readonly { reach: number; sums: Sums }[] {
    if (this.#steps !== undefined) return this.#steps;
    const steps: { reach: number; sums: Sums }[] = [];
    let sums = new Sums();
    for (const row of this.rows.toSorted((a, b) => b.reach - a.reach)) {
      if (row.reach === -Infinity) break;
      const last = steps.at(-1);
      if (last?.reach === row.reach) last.sums.add(row.sums);
      else steps.push({ reach: row.reach, sums: Sums.over([sums, row.sums]) });
      sums = steps.at(-1)?.sums ?? sums;
    }
    return (this.#steps = steps);
  }
}

const NOTHING = new Sums();

function fits({ strike, reach, sums }: Row, { since, until, minKilled, only }: Slice): boolean {
  return (
    (since === undefined || strike.date >= since) &&
    (until === undefined || strike.date <= until) &&
    (minKilled === undefined || reach >= minKilled) &&
    (only === undefined || sums.behind(only) > 0)
  );
}

function numberOf({ listed, records }: Sums, target: Strike["target"] | undefined): number {
  return target === undefined ? listed : target === "vessel" ? records : listed - records;
}

function merged(rows: readonly Row[], gone: ReadonlySet<string>, come: readonly Row[]): Row[] {
  const kept = gone.size === 0 ? rows : rows.filter(({ strike }) => !gone.has(strike.id));
  return [...kept, ...come].sort((a, b) => order(a.strike, b.strike));
}

/** Even chunks of at most so many rows; none where there is no row. */
function chunked(rows: readonly Row[], most: number): Chunk[] {
  const count = Math.ceil(rows.length / most);
  const size = Math.ceil(rows.length / count);
  return Array.from({ length: count }, (_, i) => new Chunk(rows.slice(i * size, (i + 1) * size)));
}
