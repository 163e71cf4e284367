// The first line of a curfew answer: state, place, until. It stands alone on a lock screen and must be true of every part of the place.
import type { PlaceId } from "../domain/area.ts";
import type { AreaState, State } from "../domain/situation.ts";
import { groupBy } from "../domain/group.ts";
import { dayOf, type Millis } from "../domain/time.ts";
import { texts } from "../text/index.ts";
import { day } from "../text/time.ts";
import type { Tone } from "./message.ts";
import { beginnings, nightEnd, restWords, someOf } from "./curfew-rest.ts";
import { darkFrom, uncheckedSince } from "./curfew-sources.ts";
import {
  fewGroups,
  placeName,
  type Scene,
  shortDay,
  shortList,
  soon,
  todayAt,
  when,
  windowWords,
} from "./curfew-words.ts";

export interface Part {
  areas: readonly PlaceId[];
  state: State;
}
export type PartOf<Is extends State["is"]> = { areas: readonly PlaceId[]; state: Extract<State, { is: Is }> };

export interface Asked {
  scene: Scene;
  place: PlaceId;
  /** The instant asked about; the scene's `now` where nobody asked for another. */
  at: Millis;
  parts: readonly Part[];
  /** Day of the newest source. */
  newest: string | undefined;
  /** Beyond what was checked: told as declared, not as confirmed. */
  declaredOnly: boolean;
}

export const SIGN = { curfew: "🔴", none: "⚪", unknown: "❔" } as const;

/** The parts that a reader is told something different of. What is past, and whose decree that was, does not part them. */
export function partsOf(state: AreaState, place: PlaceId): readonly Part[] {
  return "whole" in state ? [{ areas: [place], state: state.whole }] : merged(state.partly, place, decreesOf);
}

/** Decrees are told of what runs, of what comes and of what makes it unknown. */
function decreesOf({ state }: Part): readonly string[] {
  const past =
    state.next === undefined && (state.is === "notInForce" || (state.is === "unknown" && state.why === "not-covered"));
  return past ? [] : state.curfews;
}

function merged(parts: readonly Part[], place: PlaceId, decrees: (part: Part) => readonly string[]): readonly Part[] {
  const untold = new Set(["last", "curfews"]);
  const told = (part: Part) =>
    JSON.stringify([part.state, ...decrees(part)], (key, value: unknown) => (untold.has(key) ? undefined : value));
  const groups = groupBy(parts, told);
  return groups.flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const curfews = [...new Set(group.flatMap((part) => part.state.curfews))];
    const areas = groups.length === 1 ? [place] : group.flatMap((part) => part.areas);
    return [{ areas, state: { ...first.state, curfews } }];
  });
}

export function only<Is extends State["is"]>(parts: readonly Part[], is: Is): PartOf<Is>[] {
  return parts.filter((part): part is PartOf<Is> => part.state.is === is);
}

/** What the coloured bar says: the state that must not be missed. */
export function toneOf(parts: readonly Part[]): Extract<Tone, "curfew" | "none" | "unknown"> {
  if (only(parts, "inForce").length > 0) return "curfew";
  return only(parts, "unknown").length > 0 ? "unknown" : "none";
}

export function headline(asked: Asked): string {
  const tone = toneOf(asked.parts);
  const parts = merged(asked.parts, asked.place, () => []);
  const sentences = { curfew: inForce, none: notInForce, unknown }[tone]({ ...asked, parts });
  return `${SIGN[tone]} ${sentences.map(stopped).join(" ")}`;
}

/** One full stop, also after `31 mar.`. */
export function stopped(sentence: string): string {
  return sentence.endsWith(".") ? sentence : `${sentence}.`;
}

/** `Fri 20 Mar 23:30`; undefined for now. */
function asWhen({ scene, at }: Asked): string | undefined {
  return at === scene.now && !scene.dated ? undefined : when(scene, at);
}

function name({ scene, place }: Asked): string {
  return placeName(scene.record, place, scene.language, scene.now);
}

function inForce(asked: Asked): string[] {
  const { scene, parts, declaredOnly } = asked;
  const t = texts(scene.language).curfew;
  const running = only(parts, "inForce");
  const ends = byEnd(running);
  const unchecked = declaredOnly ? uncheckedSince(scene, asked.place) : undefined;
  const since =
    unchecked === undefined ? "" : `; ${texts(scene.language).knowledge.notCheckedSince(when(scene, unchecked))}`;
  const declared = declaredOnly ? `, ${t.asDeclared}${since}` : "";
  const state = t.curfew(asWhen(asked));
  const [single] = ends;
  if (single !== undefined && ends.length === 1 && running.length === parts.length) {
    const comma = asWhen(asked) === undefined ? "" : ",";
    const until = untilWords(scene, single.until);
    return [`${state} ${t.in(name(asked))}${comma} ${until} ${scene.clock}${declared}`, ...follows(asked, running)];
  }
  const where = running.length === parts.length ? t.allOf(name(asked)) : t.partOf(name(asked));
  const told = ends.map(({ areas, until }) => ({
    areas,
    told: `${shortList(scene, areas)} ${untilWords(scene, until)}`,
  }));
  const named = fewGroups(scene, told);
  const rest = others(asked);
  return [
    `${state} ${t.in(where)}: ${named} ${scene.clock}${declared}${rest === "" ? "" : `; ${rest}`}`,
    ...follows(asked, running),
  ];
}

/** What holds where no curfew runs, so that nobody takes a part for the whole. */
function others({ scene, parts, at }: Asked): string {
  const t = texts(scene.language).curfew;
  const free = only(parts, "notInForce");
  const dark = only(parts, "unknown");
  if (dark.length === 0) return free.length === 0 ? "" : restWords(scene, parts, at);
  if (free.length === 0) return t.restUnknown;
  return `${t.unknownIn(
    shortList(
      scene,
      dark.flatMap((part) => part.areas),
    ),
  )}; ${restWords(scene, parts, at)}`;
}

function untilWords(scene: Scene, until: Millis | undefined): string {
  const t = texts(scene.language).curfew;
  return until === undefined ? t.noEnd : t.until(when(scene, until));
}

/** Parts with the same end, the one that lasts longest last. */
function byEnd(running: readonly PartOf<"inForce">[]): { until: Millis | undefined; areas: PlaceId[] }[] {
  const ends = new Map<Millis | undefined, PlaceId[]>();
  for (const { areas, state } of running) ends.set(state.until, [...(ends.get(state.until) ?? []), ...areas]);
  return [...ends]
    .map(([until, areas]) => ({ until, areas }))
    .sort((a, b) => (a.until ?? Infinity) - (b.until ?? Infinity));
}

/** What comes after the end; left out where the parts differ in it, the embed tells each. "Next" is the earliest of the whole place. */
function follows({ scene, parts, at }: Asked, running: readonly PartOf<"inForce">[]): string[] {
  const t = texts(scene.language).curfew;
  const [first] = running;
  const key = ({ state }: PartOf<"inForce">) => [state.next?.start, state.followedBy].join();
  if (first === undefined || running.some((part) => key(part) !== key(first))) return [];
  const { next, followedBy, until } = first.state;
  const rest = parts.filter((part) => part.state.is !== "inForce");
  const [sooner] = beginnings(rest);
  if (sooner !== undefined && sooner.start < (next?.start ?? Infinity)) {
    const after = followedBy === "unknown" ? [t.afterThat] : [];
    // Told already, beside what runs.
    if (
      only(rest, "notInForce").some(
        ({ state }) => state.next?.start === sooner.start && sooner.start <= nightEnd(parts, at),
      )
    )
      return after;
    const told = t.nextIn(soon(scene, sooner.start, until), someOf(scene, sooner.areas));
    return [
      ...after,
      followedBy === "unknown" || only(rest, "unknown").length > 0 ? t.nextDeclared(told) : t.next(told),
    ];
  }
  const upcoming = next === undefined ? undefined : soon(scene, next.start, until);
  if (followedBy === "unknown") return [t.afterThat, ...(upcoming === undefined ? [] : [t.nextDeclared(upcoming)])];
  if (upcoming !== undefined) return [t.next(upcoming)];
  if (followedBy !== "notInForce" || until === undefined) return [];
  // Free of curfews for some hours, and then nobody knows: no reader may take those hours for the end of it.
  const dark = darkFrom(
    scene.record,
    running.flatMap((part) => part.areas),
    until,
  );
  return [dark === undefined ? t.noFurther : t.fromThen(when(scene, dark))];
}

function notInForce(asked: Asked): string[] {
  const { scene, parts, newest } = asked;
  const t = texts(scene.language).curfew;
  const free = only(parts, "notInForce");
  const [first] = free;
  const moment = asWhen(asked);
  const state = `${t.none(moment)} ${t.in(name(asked))}${moment === undefined ? "" : ` ${scene.clock}`}`;
  const told = free.length === 1 && first !== undefined ? ahead(asked, first) : aheadByPart(asked, free);
  return [state, ...told, ...(newest === undefined ? [] : [t.newest(shortDay(scene, newest))])];
}

/** What is announced for a place without curfew; the clock is named once. */
function ahead(asked: Asked, { state }: PartOf<"notInForce">): string[] {
  const { scene } = asked;
  const t = texts(scene.language).curfew;
  const clock = asWhen(asked) === undefined ? ` ${scene.clock}` : "";
  const { next, knownUntil } = state;
  if (next === undefined)
    return [knownUntil === undefined ? t.noneAnnounced : t.noneAnnouncedUntil(`${when(scene, knownUntil)}${clock}`)];
  if (knownUntil === undefined) return [t.next(`${windowWords(scene, next)}${clock}`)];
  return [t.fromThen(when(scene, knownUntil)), t.nextDeclared(`${windowWords(scene, next)}${clock}`)];
}

/** Two windows at most stand in the first line; what else differs is in the embed. */
const WINDOWS = 2;

function aheadByPart(asked: Asked, free: readonly PartOf<"notInForce">[]): string[] {
  const { scene } = asked;
  const t = texts(scene.language).curfew;
  const clock = asWhen(asked) === undefined ? ` ${scene.clock}` : "";
  const windows = new Map<string, PlaceId[]>();
  const upcoming = free.filter((part) => part.state.next !== undefined);
  for (const { areas, state } of upcoming.sort((a, b) => (a.state.next?.start ?? 0) - (b.state.next?.start ?? 0))) {
    const told = state.next === undefined ? "" : `${windowWords(scene, state.next)}${clock}`;
    windows.set(told, [...(windows.get(told) ?? []), ...areas]);
  }
  const all = [...windows].map(([told, areas]) => t.nextIn(told, shortList(scene, areas)));
  const shown = all.length > WINDOWS ? [...all.slice(0, WINDOWS), t.andMore(all.length - WINDOWS)] : all;
  const rest = free.filter((part) => part.state.next === undefined);
  const known = Math.min(...rest.map((part) => part.state.knownUntil ?? Infinity));
  const silent = known === Infinity ? t.restNone : t.restNoneUntil(when(scene, known));
  if (shown.length === 0)
    return [known === Infinity ? t.noneAnnounced : t.noneAnnouncedUntil(`${when(scene, known)}${clock}`)];
  return [t.next([...shown, ...(rest.length > 0 ? [silent] : [])].join("; "))];
}

function unknown(asked: Asked): string[] {
  const { scene, at, parts, newest } = asked;
  const t = texts(scene.language).curfew;
  const dark = only(parts, "unknown");
  const free = only(parts, "notInForce");
  const other = asWhen(asked);
  const moment = other === undefined ? undefined : { moment: `${other} ${scene.clock}`, tense: tenseOf(at, scene.now) };
  const where = free.length === 0 ? name(asked) : t.partOf(name(asked));
  const state = t.unknown(where, moment);
  if (free.length === 0) return [state, reason(asked, dark), t.notNone, ...declaredNext(asked, dark)];
  const places = shortList(
    scene,
    dark.flatMap((part) => part.areas),
  );
  return [
    `${state}: ${places}`,
    reason(asked, dark),
    `${t.noneIn(
      shortList(
        scene,
        free.flatMap((part) => part.areas),
      ),
    )}${soonest(asked, free)}`,
    ...(newest === undefined ? [] : [t.newest(shortDay(scene, newest))]),
  ];
}

function tenseOf(at: Millis, now: Millis): "past" | "present" | "future" {
  if (at === now) return "present";
  return at < now ? "past" : "future";
}

function soonest({ scene }: Asked, free: readonly PartOf<"notInForce">[]): string {
  const [first] = beginnings(free);
  if (first === undefined) return "";
  const t = texts(scene.language).curfew;
  const everywhere = free.every((part) => part.state.next?.start === first.start);
  const places = everywhere ? "" : `: ${someOf(scene, first.areas)}`;
  const next = t.next(todayAt(scene, first.start)).replace(/^\p{L}/u, (letter) => letter.toLowerCase());
  return `; ${next} ${scene.clock}${places}`;
}

/** Why it is not known, in one sentence; where parts differ, the earliest end of our information. */
function reason({ scene, at }: Asked, dark: readonly PartOf<"unknown">[]): string {
  const { language, zone } = scene;
  const t = texts(language).curfew;
  const doubt = dark.find((part) => part.state.why !== "not-covered");
  if (doubt !== undefined) return t.why[doubt.state.why];
  const ends = dark.map((part) => part.state.informationEnds);
  const known = ends.filter((end) => end !== undefined);
  if (known.length === 0) return t.why["not-covered"];
  const earliest = Math.min(...known);
  const date = dayOf(earliest, zone);
  if (known.some((end) => end !== earliest)) return t.endsAtFirst(day(date, language));
  // On the day itself the hour matters.
  return date === dayOf(at, zone) ? t.ends(`${when(scene, earliest)} ${scene.clock}`) : t.endsOn(day(date, language));
}

function declaredNext({ scene }: Asked, dark: readonly PartOf<"unknown">[]): string[] {
  const t = texts(scene.language).curfew;
  const [first] = beginnings(dark);
  const next = dark.find((part) => part.state.next?.start === first?.start)?.state.next;
  if (first === undefined || next === undefined) return [];
  const told = `${windowWords(scene, next)} ${scene.clock}`;
  const everywhere = dark.every((part) => part.state.next?.start === next.start);
  return [t.nextDeclared(everywhere ? told : t.nextIn(told, someOf(scene, first.areas)))];
}
