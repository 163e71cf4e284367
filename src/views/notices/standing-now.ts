// How things stand for the places that a channel follows: first line, now, tonight, what comes, how far it is known. Shared by the summary and by the message
// that is kept up to date. It must never let a place of which nothing is known read like one without a curfew.
import type { PlaceId } from "../../domain/area.ts";
import { newestDate } from "../../domain/source.ts";
import type { Language } from "../../domain/text.ts";
import type { Millis } from "../../domain/time.ts";
import { texts } from "../../text/index.ts";
import { sentence } from "../../text/sentence.ts";
import { decreeName, lastNight } from "../curfew/decree.ts";
import { type Followed, followedLine, followedOf } from "../curfew/followed.ts";
import { only, type Part, SIGN } from "../curfew/line.ts";
import { nowStates } from "../curfew/now.ts";
import { nextMorning } from "../curfew/overview.ts";
import { known, runningLines, unknownLines, upcoming, upcomingLine } from "../curfew/parts.ts";
import { asOf, checks, known as readable, leastChecked } from "../curfew/sources.ts";
import { type CurfewRecord, fullList, type Scene, sceneOf, shortDay, when } from "../curfew/words.ts";
import { fieldOf } from "../fit.ts";
import type { Field, Tone } from "../message.ts";

export interface Standing {
  followed: Followed;
  /** On the clock of the first country. */
  scene: Scene;
}

/** `home`: whose clock counts where the record holds none of the places. */
export function standingNow(
  record: CurfewRecord,
  places: readonly PlaceId[],
  { now, language, home }: { now: Millis; language: Language; home: PlaceId },
): Standing {
  const followed = followedOf(record, places, { now, language });
  return { followed, scene: followed.countries[0]?.scene ?? sceneOf(record, [home], now, language) };
}

/** What holds and comes, with the newest source. */
export function standingLine({ followed, scene }: Standing): string {
  const t = texts(scene.language);
  const gone = followed.gone.length === 0 ? [] : [`${SIGN.unknown} ${t.digest.placeGone(followed.gone.join(", "))}`];
  const line = followed.countries.length === 0 ? [] : [followedLine(followed, { country: "", parts: [] })];
  const newest = newestOf(followed);
  const source = newest === undefined ? t.common.noDatedSource : t.curfew.newest(shortDay(scene, newest));
  // What must not be missed first: a curfew that runs, else what is not known.
  const first = standingTone({ followed }) === "curfew" ? [...line, ...gone] : [...gone, ...line];
  return [...first, source].map(sentence).join(" ");
}

export function standingTone({ followed }: Pick<Standing, "followed">): Extract<Tone, "curfew" | "none" | "unknown"> {
  const parts = followed.countries.flatMap((one) => one.parts);
  if (only(parts, "inForce").length > 0) return "curfew";
  return only(parts, "unknown").length > 0 || followed.gone.length > 0 ? "unknown" : "none";
}

function newestOf({ countries }: Followed): string | undefined {
  const sources = countries.flatMap(({ scene, places, parts }) => {
    const decrees = known(
      scene,
      parts.flatMap((part) => part.state.curfews),
    );
    return readable(
      scene,
      [...decrees, ...checks(scene, places, scene.now)].flatMap((one) => one.sources),
    );
  });
  return newestDate(sources);
}

/** A place on another clock than the first names its own. */
const clocked = (scene: Scene, main: Scene) => (line: string) =>
  scene.clock === main.clock ? line : `${line} ${scene.clock}`;

export function nowFields({ followed, scene: main }: Standing): Field[] {
  const lines = followed.countries.flatMap(({ scene, parts }) =>
    nowStates(scene, parts)
      .map(({ sign, told, areas }) => `${sign} ${fullList(scene, areas)}: ${told}`)
      .map(clocked(scene, main)),
  );
  return fieldOf(texts(main.language).curfew.field.now, lines);
}

export function tonightFields({ followed, scene: main }: Standing): Field[] {
  const lines = followed.countries.flatMap(({ scene, parts }) => tonightLines(scene, parts).map(clocked(scene, main)));
  return fieldOf(texts(main.language).curfew.field.tonight, lines);
}

/** Until the night that runs, or comes, is over: what runs, what begins, where none is announced, and where nobody knows. */
function tonightLines(scene: Scene, parts: readonly Part[]): string[] {
  const t = texts(scene.language).digest;
  const morning = nextMorning(scene.now, scene.zone);
  const begins = upcoming(scene, parts).filter(({ span }) => span.start < morning);
  const dark = new Map<string, PlaceId[]>();
  const free: PlaceId[] = [];
  for (const { areas, state } of parts) {
    const from = darkIn(state, morning, scene.now);
    if (from !== undefined) {
      const key = from <= scene.now ? "" : when(scene, from);
      dark.set(key, [...(dark.get(key) ?? []), ...areas]);
    } else if (state.is === "notInForce" && (state.next === undefined || state.next.start >= morning))
      free.push(...areas);
  }
  const { curfew } = texts(scene.language);
  return [
    ...runningLines(scene, parts, scene.now),
    ...begins.map((one) => `${SIGN.curfew} ${upcomingLine(scene, one)}`),
    ...[...dark].map(([from, areas]) => {
      const places = fullList(scene, areas);
      return `${SIGN.unknown} ${from === "" ? curfew.unknownIn(places) : t.darkFrom(from, places)}`;
    }),
    ...(free.length === 0 ? [] : [`${SIGN.none} ${t.noneTonight}: ${fullList(scene, free)}`]),
  ];
}

/** From when on, before that morning, nothing is known there. */
function darkIn(state: Part["state"], morning: Millis, now: Millis): Millis | undefined {
  if (state.is === "unknown") return now;
  if (state.is === "notInForce")
    return state.knownUntil !== undefined && state.knownUntil < morning ? state.knownUntil : undefined;
  return state.followedBy === "unknown" && state.until !== undefined && state.until < morning ? state.until : undefined;
}

/** Nights after this one, and the last night of each decree that is named. */
export function comesFields({ followed, scene: main }: Standing): Field[] {
  const lines = followed.countries.flatMap(({ scene, places, parts }) => {
    const all = upcoming(scene, parts);
    const later = all.filter(({ span }) => span.start >= nextMorning(scene.now, scene.zone));
    const ids = [...only(parts, "inForce").flatMap(({ state }) => state.curfews), ...all.flatMap((one) => one.curfews)];
    const ends = known(scene, ids).map(
      (curfew) => `${decreeName(curfew, scene)}: ${lastNight(curfew, scene, places[0] ?? curfew.country)}`,
    );
    return [...later.map((one) => `${SIGN.curfew} ${upcomingLine(scene, one)}`), ...ends].map(clocked(scene, main));
  });
  return fieldOf(texts(main.language).digest.field.comes, lines);
}

export function unknownFields({ followed, scene: main }: Standing): Field[] {
  const t = texts(main.language);
  const lines = followed.countries.flatMap(({ scene, parts }) => unknownLines(scene, parts));
  const gone = followed.gone.length === 0 ? [] : [sentence(t.curfew.followsGone(followed.gone.join(", ")))];
  return fieldOf(t.digest.field.unknown, [...lines, ...gone]);
}

/** `Newest source 16 Mar 2026 · checked Thu 19 Mar 09:00, holds until Fri 20 Mar 09:00`, for each country. */
export function informationFields({ followed, scene: main }: Standing): Field[] {
  const lines = followed.countries.map(({ scene, places, parts }) => {
    const decrees = known(
      scene,
      parts.flatMap((part) => part.state.curfews),
    );
    const sources = [...decrees, ...checks(scene, places, scene.now)].flatMap((one) => one.sources);
    return asOf(scene, sources, leastChecked(scene.record, places, scene.now), places);
  });
  return fieldOf(texts(main.language).digest.field.information, lines);
}
