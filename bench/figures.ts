// Figures of a run and how they become one number each. Arithmetic only.

/** Of one question, over all rounds. Milliseconds from dispatch to answer, and answers per second with many under way. */
export interface RowFigures {
  row: string;
  bot: Figures;
  floor: Figures;
  /** Questions to either that were not answered within three seconds: the machine had no time for them. */
  late: number;
}

interface Figures {
  p50: number;
  p99: number;
  perSecond: number;
}

/** What is measured beside the answers, with this many strikes in the log. */
export interface SizeFigures {
  strikes: number;
  rows: RowFigures[];
  /** Seconds from spawn to online; cold: a log that the program never saw, data still to be read. */
  startCold: number;
  startWarm: number;
  /** MiB; undefined where the system does not tell. */
  memoryAtRest: number | undefined;
  memoryAfter: number | undefined;
  store: number;
  /** Median milliseconds from the press of Confirm to its answer, and to the answer of /strikes that shows the new record. */
  recordConfirmed: number;
  recordShown: number;
}

/** One question to the curfew rules, in microseconds; beside a linear scan where that can be asked the same. */
export interface CurfewRow {
  row: string;
  p50: number;
  p99: number;
  scan?: { p50: number; p99: number };
  /** The p50 that should be reached, where there is one. */
  target?: number;
}

export interface CurfewFigures {
  curfews: number;
  rows: CurfewRow[];
}

/** One question about who is concerned, in milliseconds; beside a walk over everybody where that can be asked the same. */
export interface MatchingRow {
  row: string;
  p50: number;
  p99: number;
  walk?: { p50: number; p99: number };
  target?: number;
}

export interface MatchingFigures {
  subscriptions: number;
  channels: number;
  /** Channels that hear of the change, of the strike. */
  heard: readonly [number, number];
  rows: MatchingRow[];
}

/** One alert to many channels. Milliseconds. */
export interface DeliveryFigures {
  channels: number;
  guilds: number;
  bot: PostFigures;
  floor: PostFigures;
  answers: { row: string; idle: Spread; meanwhile: Spread; late: number }[];
  /** From the edge to the arrival of a post. */
  first: number;
  last: number;
  /** From the edge until its minute was done: every row stands in the ledger. */
  planned: number;
  /** Milliseconds of a processor for each channel, questions included; undefined where the system does not tell. */
  work: number | undefined;
  memoryBefore: number | undefined;
  memoryAfter: number | undefined;
}

export interface PostFigures {
  posts: number;
  perSecond: number;
  /** The most that came within any second. */
  most: number;
  /** Requests refused by 429: for the whole bot, for anything else. */
  global: number;
  other: number;
}

export interface Spread {
  p50: number;
  p99: number;
  asked: number;
}

export interface Run {
  machine: string;
  node: string;
  commit: string;
  at: string;
  quick: boolean;
  sizes: SizeFigures[];
  curfews?: CurfewFigures;
  matching?: MatchingFigures;
  delivery?: DeliveryFigures;
}

/** The value below which so much of the sample lies (nearest rank). Throws on an empty sample. */
export function percentile(sample: readonly number[], part: number): number {
  const sorted = sample.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)];
  if (value === undefined) throw new RangeError("a sample without values");
  return value;
}

export const median = (sample: readonly number[]): number => percentile(sample, 0.5);

export function spreadOf(sample: readonly number[]): Spread {
  return { p50: median(sample), p99: percentile(sample, 0.99), asked: sample.length };
}

/** From the first to the last, both counted at their arrival; at least two are needed. */
export function postFigures(at: readonly number[], refused: Pick<PostFigures, "global" | "other">): PostFigures {
  const sorted = at.toSorted((a, b) => a - b);
  const [first, last] = [percentile(sorted, 0), percentile(sorted, 1)];
  let from = 0;
  let most = 0;
  for (const [i, one] of sorted.entries()) {
    while ((sorted[from] ?? one) <= one - 1_000) from += 1;
    most = Math.max(most, i - from + 1);
  }
  const { global, other } = refused;
  return { posts: at.length, perSecond: ((at.length - 1) / (last - first)) * 1_000, most, global, other };
}

/** Samples of several rounds as one row: a round that the machine disturbed weighs no more than the others. */
export class Samples {
  readonly #took = { bot: new Array<number>(), floor: new Array<number>() };
  #late = 0;
  readonly #rates = { bot: new Array<number>(), floor: new Array<number>() };

  took(bot: readonly number[], floor: readonly number[]): void {
    this.#took.bot.push(...bot);
    this.#took.floor.push(...floor);
  }

  late(count: number): void {
    this.#late += count;
  }

  rate(whose: "bot" | "floor", perSecond: number): void {
    this.#rates[whose].push(perSecond);
  }

  figures(row: string): RowFigures {
    const of = (whose: "bot" | "floor"): Figures => ({
      p50: median(this.#took[whose]),
      p99: percentile(this.#took[whose], 0.99),
      perSecond: median(this.#rates[whose]),
    });
    return { row, bot: of("bot"), floor: of("floor"), late: this.#late };
  }
}
