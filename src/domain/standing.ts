// The record as it would be if one curfew stood otherwise: what a change made different, or would make. Pure.
import type { Curfew } from "./curfew.ts";
import type { Situation } from "./situation.ts";

/** What is said of one curfew; both absent where nobody has recorded it. */
export interface Standing {
  curfew?: Curfew;
  /** What its withdrawal took back: its places and hours are not known. */
  withdrawn?: Curfew;
}

export function standingAs(record: Situation, subject: string, { curfew, withdrawn }: Standing): Situation {
  const others = (list: readonly Curfew[], own: Curfew | undefined) => [
    ...list.filter(({ id }) => id !== subject),
    ...(own === undefined ? [] : [own]),
  ];
  const { knownAt, areas, coverage } = record;
  return {
    knownAt,
    areas,
    coverage,
    curfews: others(record.curfews, curfew),
    withdrawn: others(record.withdrawn, withdrawn),
  };
}
