// How often a property is tried: few times at each run, as each tries others, and `FUZZ=20` times as often by hand. Must never make a count smaller than it is written.

const TIMES = Number(process.env["FUZZ"] ?? 1);
if (!(TIMES >= 1)) throw new Error(`FUZZ=${process.env["FUZZ"]} is not how many times as often: 20.`);

/** For a property whose seeded faults are all noticed at `count`. */
export function runs(count: number): number {
  return Math.round(count * TIMES);
}
