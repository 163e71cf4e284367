// What a channel follows, told first in the answer to a bare question: one sentence for each country, on that country's clock.
// It must never leave out a place that the channel follows, also where the record no longer holds it.
import type { PlaceId } from "../../domain/area.ts";
import { groupBy } from "../../domain/group.ts";
import type { Language } from "../../domain/text.ts";
import type { Millis } from "../../domain/time.ts";
import { texts } from "../../text/index.ts";
import { sentence } from "../../text/sentence.ts";
import { headline } from "./line.ts";
import { nowStates } from "./now.ts";
import { only, type Part, partsOfAll, toneOf } from "./part.ts";
import { isUnchecked } from "./sources.ts";
import { compressed, type CurfewRecord, fullList, type Scene, sceneOf, shortList } from "./words.ts";
import { fieldOf } from "../fit.ts";
import type { Field, Tone } from "../message.ts";

export interface Followed {
  /** By country, what must not be missed first. */
  countries: readonly { country: PlaceId; scene: Scene; places: readonly PlaceId[]; parts: readonly Part[] }[];
  /** Codes of places that the record no longer holds. */
  gone: readonly PlaceId[];
}

const ORDER = { curfew: 0, unknown: 1, none: 2 } as const;

export function followedOf(
  record: CurfewRecord,
  follows: readonly PlaceId[],
  { now, language, dated }: { now: Millis; language: Language; dated?: true | undefined },
): Followed {
  const held = follows.filter((place) => record.areasById.has(place));
  const countries = groupBy(held, (place) => record.areas.country(place)).flatMap((own) => {
    const places = compressed(record, own, now);
    const [first] = places;
    if (first === undefined) return [];
    const scene = { ...sceneOf(record, places, now, language), ...(dated ? { dated } : {}) };
    return [{ country: record.areas.country(first), scene, places, parts: partsOfAll(record, places, now) }];
  });
  return {
    countries: countries.sort((a, b) => ORDER[toneOf(a.parts)] - ORDER[toneOf(b.parts)]),
    gone: follows.filter((place) => !record.areasById.has(place)),
  };
}

/** `around`: the parts of the country that the answer is about, for what has the same hours. */
export function followedLine({ countries }: Followed, around: { country: PlaceId; parts: readonly Part[] }): string {
  const lines = countries.flatMap(({ country, scene, places, parts }) => {
    const [place] = places;
    if (place === undefined) return [];
    const { record, now } = scene;
    const declaredOnly = only(parts, "inForce").length > 0 && places.some((one) => isUnchecked(record, one, now));
    const told = headline({ scene, place, places, at: now, parts, newest: undefined, declaredOnly });
    const same = country === around.country ? sameHours(scene, parts, around.parts) : [];
    return [told, ...same];
  });
  return lines.join(" ");
}

/** The same to paste: no "now", every date with its year. */
export function followedLines(
  record: CurfewRecord,
  follows: readonly PlaceId[],
  { now, language }: { now: Millis; language: Language },
): string[] {
  const followed = followedOf(record, follows, { now, language, dated: true });
  const { gone } = followed;
  return [
    ...(followed.countries.length === 0 ? [] : [followedLine(followed, { country: "", parts: [] })]),
    ...(gone.length === 0 ? [] : [sentence(texts(language).curfew.followsGone(gone.join(", ")))]),
  ];
}

export function followedTone({ countries }: Followed): Extract<Tone, "curfew" | "none" | "unknown"> {
  return toneOf(countries.flatMap((one) => one.parts));
}

export function followedFields({ countries, gone }: Followed, main: Scene): Field[] {
  const t = texts(main.language).curfew;
  const lines = countries.flatMap(({ scene, parts }) =>
    nowStates(scene, parts).map(({ sign, told, areas }) => {
      const line = `${sign} ${fullList(scene, areas)}: ${told}`;
      return scene.clock === main.clock ? line : `${line} ${scene.clock}`;
    }),
  );
  const lost = gone.length === 0 ? [] : [t.followsGone(gone.join(", "))];
  return fieldOf(t.field.follows, [...lines, ...lost]);
}

/** Beside the places that were meant, a few names and a number are enough. */
const NAMES = 4;

/** Places that the channel does not follow and that stand just as those it follows, where all of those stand alike. */
function sameHours(scene: Scene, parts: readonly Part[], around: readonly Part[]): string[] {
  const { record, at } = scene;
  const [own, ...others] = parts;
  const hours = own === undefined || others.length > 0 ? undefined : hoursOf(own);
  if (own === undefined || hours === undefined) return [];
  const leaves = (places: readonly PlaceId[]) => places.flatMap((place) => record.areas.leaves(place, at));
  const mine = new Set(leaves(own.areas));
  const same = leaves(around.filter((part) => hoursOf(part) === hours).flatMap((part) => part.areas)).filter(
    (leaf) => !mine.has(leaf),
  );
  return same.length === 0 ? [] : [sentence(texts(scene.language).curfew.sameHours(shortList(scene, same, NAMES)))];
}

function hoursOf({ state }: Part): string | undefined {
  if (state.is === "inForce") return `${state.since} ${state.until}`;
  return state.is === "notInForce" && state.next !== undefined ? `${state.next.start}-${state.next.end}` : undefined;
}
