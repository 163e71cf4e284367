// Which points of a scenario are tried, and how: every one once, then some twice in a row and some with a fault of Discord's as the program comes back.
// Chosen by a seed that is printed with what failed, so that one of them can be run alone.
import type { Kill } from "./kill.ts";
import { MINUTE } from "../../src/domain/time.ts";

/** Within the time for which a nonce is trusted; past it and past Discord's memory of it; so long that what comes is late. */
const DOWN = [2_000, 4 * MINUTE, 9 * MINUTE] as const;

const FAULTS: readonly NonNullable<Kill["fault"]>[] = [
  { fault: "500", on: "posts" },
  { fault: "closed-after", on: "posts" },
  { fault: "accepted-then-silent", on: "posts" },
  { fault: "rate-limited", on: "posts", seconds: 3 },
  { fault: "500", on: "edits" },
  { fault: "closed-after", on: "edits" },
  { fault: "500", on: "reads" },
  { fault: "closed-before", on: "reads" },
  { fault: "rate-limited", on: "reads", seconds: 1 },
];

/** The same for the same seed (mulberry32). @returns from 0 to below 1. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Of so many points: each once, or `most` of them, and `more` beyond. */
export function kills(points: number, seed: number, { most = points, more }: { most?: number; more: number }): Kill[] {
  const next = random(seed);
  const one = <T>(list: readonly [T, ...T[]]): T => list[Math.floor(next() * list.length)] ?? list[0];
  const any = () => 1 + Math.floor(next() * points);
  // Evenly spread, and with another seed the ones between.
  const apart = Math.max(1, points / most);
  const from = (seed - 1) % Math.ceil(apart);
  const once = Array.from({ length: Math.min(points, most) }, (_, i) =>
    Math.min(points, 1 + Math.floor(i * apart) + from),
  );
  return [
    ...once.map((at, i): Kill => ({ at: [at], down: DOWN[(i + seed) % DOWN.length] ?? DOWN[0] })),
    ...Array.from({ length: more }, (_, i): Kill => {
      if (i % 2 === 0) return { at: [any(), 1 + Math.floor(next() * 12)], down: one(DOWN) };
      const [first, ...others] = FAULTS;
      return first === undefined
        ? { at: [any()], down: DOWN[0] }
        : { at: [any()], down: one(DOWN), fault: one([first, ...others]) };
    }),
  ];
}

/** `17+3@240000 500/posts`: killed at point 17 and at the third of the life after it, four minutes down, the first post meets a 500. */
export function wordsOf({ at, down, fault }: Kill): string {
  return `${at.join("+")}@${down}${fault === undefined ? "" : ` ${fault.fault}/${fault.on}`}`;
}

/** Reads what wordsOf wrote. Throws on anything else. */
export function readKill(words: string): Kill {
  const read = /^(?<at>\d+(?:\+\d+)*)@(?<down>\d+)(?: (?<fault>[\w-]+)\/(?<on>\w+))?$/.exec(words)?.groups;
  if (read === undefined) throw new Error(`"${words}" is no point: write it as it was printed, as in 17+3@240000`);
  const fault = FAULTS.find((one) => one.fault === read["fault"] && one.on === read["on"]);
  return {
    at: (read["at"] ?? "").split("+").map(Number),
    down: Number(read["down"]),
    ...(fault === undefined ? {} : { fault }),
  };
}
