// What comes where a curfew does not run yet, for the first line. It must never let the rest of a place look free that has a curfew the same night.
import type { PlaceId } from "../../domain/area.ts";
import type { State } from "../../domain/situation.ts";
import { HOUR, type Millis } from "../../domain/time.ts";
import { texts } from "../../text/index.ts";
import { hour } from "../../text/time.ts";
import { fewGroups, type Scene, shortList, soon, when } from "./words.ts";

type Parts = readonly { areas: readonly PlaceId[]; state: State }[];

export interface Beginning {
  start: Millis;
  areas: readonly PlaceId[];
}

/** Whoever asks in the evening wants the morning too. */
const NEAR = 12 * HOUR;
/** The state comes first: of what comes later, two names and a number are enough. */
const NAMES = 3;

/** Begins elsewhere up to here belong to the same night: until what runs is over, and for half a day in any case. Infinity: no end known. */
export function nightEnd(parts: Parts, at: Millis): Millis {
  const ends = parts.map(({ state }) => (state.is === "inForce" ? (state.until ?? Infinity) : at));
  return Math.max(at + NEAR, ...ends);
}

/** The next windows of these parts by begin, the earliest first. */
export function beginnings(parts: Parts): Beginning[] {
  const starts = new Map<Millis, PlaceId[]>();
  for (const { areas, state } of parts)
    if (state.next !== undefined) starts.set(state.next.start, [...(starts.get(state.next.start) ?? []), ...areas]);
  return [...starts].map(([start, areas]) => ({ start, areas })).sort((a, b) => a.start - b.start);
}

/** `in the rest from 02:00: Cuenca, Samborondón and 21 more`, or that none begins there in that night. */
export function restWords(scene: Scene, parts: Parts, at: Millis): string {
  const t = texts(scene.language).curfew;
  const limit = nightEnd(parts, at);
  const near = beginnings(parts.filter(({ state }) => state.is === "notInForce")).filter(({ start }) => start <= limit);
  if (near.length === 0) {
    // Knowledge of the rest that ends while the others' curfew runs is said: "not in the rest" would last all night in the reader's mind.
    const known = Math.min(
      Infinity,
      ...parts.flatMap(({ state }) => (state.is === "notInForce" ? (state.knownUntil ?? []) : [])),
    );
    const ends = Math.min(
      Infinity,
      ...parts.flatMap(({ state }) => (state.is === "inForce" ? (state.until ?? []) : [])),
    );
    return known < ends ? t.restNoneUntil(when(scene, known)) : t.notInRest;
  }
  const told = near.map(({ start, areas }, i) => {
    const from = fromWords(scene, start, at);
    const places = someOf(scene, areas);
    return { areas, told: i === 0 ? t.restFrom(from, places) : t.from(from, places) };
  });
  return fewGroups(scene, told);
}

export function someOf(scene: Scene, areas: readonly PlaceId[]): string {
  return shortList(scene, areas, NAMES);
}

/** `02:00` within half a day, else with its day; Spanish needs its article. */
export function fromWords(scene: Scene, start: Millis, at: Millis): string {
  const near = start - at <= NEAR;
  const told = near ? hour(start, scene.zone) : soon(scene, start, at);
  if (scene.language === "en") return told;
  return `${near ? article(told) : "el"} ${told}`;
}

/** `las 23:00`, but `la 01:00`. */
export function article(told: string): string {
  return told.startsWith("01:") ? "la" : "las";
}
