// Where a run is killed, drawn from a seed: the same seed, scenario and program give the same plan. Must never draw from anything else.
import type { Plan } from "./life.ts";
import type { Target, When } from "./points.ts";

/** Away for so long, ms, that neither the program trusts a nonce nor Discord knows it, and so often in a run at most: five minutes in all make what waits late. */
const AWAY = 200_000;
const AWAY_AT_MOST = 1;
/** Starts that die at any of their first points, whatever it is: what is killed while it takes up the pieces. */
const FIRST_POINTS = 24;

/** mulberry32: small, known, and enough to choose with. */
export function drawing(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @param passed the points of this scenario, with how often each is passed in a run that nobody kills */
export function planOf(seed: number, passed: Readonly<Record<string, number>>, kills: number): Plan {
  const draw = drawing(seed);
  const below = (most: number) => Math.floor(draw() * most);
  const names = Object.keys(passed).toSorted();
  const targets: Target[] = Array.from({ length: kills }, () => {
    const name = names[below(names.length)] ?? "";
    return { name, nth: 1 + below(passed[name] ?? 1), when: whenOf(name, draw()) };
  });
  let left = AWAY_AT_MOST;
  return {
    targets,
    any: Array.from({ length: 2 * kills }, () =>
      draw() < 0.3 ? { nth: 1 + below(FIRST_POINTS), when: whenOf("", draw()) } : { nth: 0, when: "after" as const },
    ),
    away: [...Array.from({ length: 4 * kills }, () => (draw() < 0.3 && left-- > 0 ? AWAY : 0)), 0],
  };
}

function whenOf(name: string, drawn: number): When {
  if (name.startsWith("write")) return drawn < 0.5 ? "before" : "after";
  return drawn < 0.25 ? "before" : drawn < 0.5 ? "during" : "after";
}
