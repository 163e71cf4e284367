// The first line about several places at one instant: the most restrictive truth first, each place under its own state and on its own clock.
// No place may look free for standing beside one that is, nor share an hour that is not its own.
import type { PlaceId } from "../../domain/area.ts";
import { groupBy } from "../../domain/group.ts";
import type { State } from "../../domain/situation.ts";
import type { Millis } from "../../domain/time.ts";
import { texts } from "../../text/index.ts";
import { hour } from "../../text/time.ts";
import { SIGN, stopped } from "./line.ts";
import { article } from "./rest.ts";
import { reasonOf } from "./reason.ts";
import { upper } from "./span-words.ts";
import { fewGroups, lower, type Scene, todayAt, when, windowWords } from "./words.ts";
import type { Tone } from "../message.ts";

/** A place, or a part of one where its parts differ. */
export interface PlaceItem {
  place: PlaceId;
  name: string;
  /** The place that was asked about, of which it may be a part. */
  of: string;
  /** On the place's own clock. */
  scene: Scene;
  state: State;
  /** Told as declared: nobody checked that time. */
  declaredOnly: boolean;
}

type ItemOf<Is extends State["is"]> = PlaceItem & { state: Extract<State, { is: Is }> };

function only<Is extends State["is"]>(items: readonly PlaceItem[], is: Is): ItemOf<Is>[] {
  return items.filter((item): item is ItemOf<Is> => item.state.is === is);
}

export function placesTone(items: readonly PlaceItem[]): Extract<Tone, "curfew" | "none" | "unknown"> {
  if (only(items, "inForce").length > 0) return "curfew";
  return only(items, "unknown").length > 0 ? "unknown" : "none";
}

export function placesLine(items: readonly PlaceItem[], at: Millis): string {
  const [first] = items;
  if (first === undefined) throw new RangeError("an answer about no place");
  const tone = placesTone(items);
  const told = { curfew: curfewWords, unknown: unknownWords, none: noneWords }[tone](items, at, first.scene);
  return `${SIGN[tone]} ${told.map(upper).map(stopped).join(" ")}`;
}

/** Parts behind whole places: "part of Guayas, Durán" would make a part of Durán. */
function names(items: readonly PlaceItem[]): string {
  const [first] = items;
  if (first === undefined) return "";
  const ordered = [...items.filter((one) => one.name === one.of), ...items.filter((one) => one.name !== one.of)];
  return texts(first.scene.language).common.and([...new Set(ordered.map((one) => one.name))]);
}

/** The places asked about, each once: where all of their parts are meant. */
function placeNames(items: readonly PlaceItem[]): string {
  const [first] = items;
  return first === undefined ? "" : texts(first.scene.language).common.and([...new Set(items.map((one) => one.of))]);
}

const clocksOf = (items: readonly PlaceItem[]) => new Set(items.map((item) => item.scene.clock));

/** `Fri 20 Mar 23:30`; undefined for now. */
function asWhen(scene: Scene, at: Millis): string | undefined {
  return at === scene.now && !scene.dated ? undefined : when(scene, at);
}

/** Groups in the order of the places, each told by what `say` says of it, with its clock where there are several. */
function grouped(
  items: readonly PlaceItem[],
  say: (item: PlaceItem) => string,
  clocks: boolean,
): { told: string; items: PlaceItem[] }[] {
  const told = (item: PlaceItem) => `${say(item)}${clocks ? ` ${item.scene.clock}` : ""}`;
  return groupBy(items, told).flatMap((group) =>
    group[0] === undefined ? [] : [{ told: told(group[0]), items: group }],
  );
}

function curfewWords(items: readonly PlaceItem[], at: Millis, scene: Scene): string[] {
  const t = texts(scene.language).curfew;
  const running = only(items, "inForce");
  const several = clocksOf(items).size > 1;
  const moment = asWhen(scene, at);
  const state = moment !== undefined && several ? `${t.curfew(moment)} ${scene.clock}` : t.curfew(moment);
  const groups = grouped(running, (item) => untilWords(item), several).map((group) => ({
    areas: group.items.map((item) => item.place),
    told: `${names(group.items)}${moment === undefined ? "" : ","} ${group.told}`,
  }));
  const clock = several ? "" : ` ${scene.clock}`;
  const rest = notIn(items, at, several);
  const where = t.in(fewGroups(scene, groups));
  return [`${state} ${where}${clock}${rest === "" ? "" : `; ${rest}`}`, ...unknownIn(items, scene)];
}

function untilWords({ scene, state, declaredOnly }: PlaceItem): string {
  const t = texts(scene.language).curfew;
  const until = state.is !== "inForce" || state.until === undefined ? t.noEnd : t.until(when(scene, state.until));
  return declaredOnly ? `${until}, ${t.asDeclared}` : until;
}

/** Free places beside those with a curfew: free all along, free until nobody knows, or their own begins later that night. */
function notIn(items: readonly PlaceItem[], at: Millis, clocks: boolean): string {
  const ends = only(items, "inForce").map(({ state }) => state.until ?? Infinity);
  const limit = Math.max(at + NEAR, ...ends);
  const hasCurfew = new Set(only(items, "inForce").map((item) => item.place));
  const told = only(items, "notInForce").flatMap((item): { say: string; item: PlaceItem }[] => {
    const { next, knownUntil } = item.state;
    const clock = clocks ? ` ${item.scene.clock}` : "";
    if (next !== undefined && next.start <= limit)
      return [{ say: `from ${fromWords(item, next.start, at)}${clock}`, item }];
    if (knownUntil !== undefined && knownUntil < limit)
      return [{ say: `until ${when(item.scene, knownUntil)}${clock}`, item }];
    // "Part of Guayas" has said already that it is not all of it.
    return hasCurfew.has(item.place) ? [] : [{ say: "", item }];
  });
  return groupBy(told, ({ say }) => say)
    .flatMap((group) => {
      const [one] = group;
      if (one === undefined) return [];
      const t = texts(one.item.scene.language).ask;
      const places = names(group.map(({ item }) => item));
      const [kind, ...rest] = one.say.split(" ");
      if (kind === "from") return [t.from(rest.join(" "), places)];
      return [kind === "until" ? t.notInUntil(places, rest.join(" ")) : t.notIn(places)];
    })
    .join("; ");
}

const NEAR = 12 * 3_600_000;

/** `02:00` within half a day, else with its day; Spanish needs its article. */
function fromWords({ scene }: PlaceItem, start: Millis, at: Millis): string {
  const near = start - at <= NEAR && !scene.dated;
  const told = near ? hour(start, scene.zone) : when(scene, start);
  if (scene.language === "en") return told;
  return `${near ? article(told) : "el"} ${told}`;
}

function unknownIn(items: readonly PlaceItem[], scene: Scene): string[] {
  const dark = only(items, "unknown");
  return dark.length === 0 ? [] : [texts(scene.language).ask.unknownIn(names(dark))];
}

function unknownWords(items: readonly PlaceItem[], at: Millis, scene: Scene): string[] {
  const { ask: t, curfew } = texts(scene.language);
  const dark = only(items, "unknown");
  const free = only(items, "notInForce");
  const moment = asWhen(scene, at);
  const tense = at === scene.now ? "present" : at < scene.now ? "past" : "future";
  const when = moment === undefined ? ({ tense } as const) : ({ tense, moment: `${moment} ${scene.clock}` } as const);
  const none = free.length === 0 ? [] : [curfew.noneIn(names(free)), ...nextWords(free, scene)];
  const reasons = new Set(dark.map((item) => reasonOf(item.scene, item.state)));
  return [t.unknownWhether(names(dark), when), ...(reasons.size === 1 ? reasons : []), curfew.notNone(tense), ...none];
}

function noneWords(items: readonly PlaceItem[], at: Millis, scene: Scene): string[] {
  const t = texts(scene.language).curfew;
  const moment = asWhen(scene, at);
  const clock = moment === undefined ? "" : ` ${scene.clock}`;
  return [`${t.none(moment)} ${t.in(placeNames(items))}${clock}`, ...nextWords(only(items, "notInForce"), scene)];
}

/** What comes, by its hours; then how far it is known that nothing does. */
function nextWords(items: readonly ItemOf<"notInForce">[], scene: Scene): string[] {
  const t = texts(scene.language).curfew;
  const coming = items.filter((item) => item.state.next !== undefined && item.state.knownUntil === undefined);
  const groups = grouped(
    coming,
    ({ scene: own, state }) => (state.next === undefined ? "" : windowWords(own, state.next)),
    true,
  );
  const next = groups.map(({ told, items: own }) => ({
    areas: own.map((item) => item.place),
    told: own.length === items.length ? told : t.nextIn(told, names(own)),
  }));
  const rest = items.filter((item) => !coming.includes(item));
  return [...(next.length === 0 ? [] : [t.next(fewGroups(scene, next))]), ...silentWords(rest)];
}

/** More sentences than these are folded into one, with the earliest end of what is known. */
const SILENT = 2;

function earliest(items: readonly ItemOf<"notInForce">[]): ItemOf<"notInForce">[] {
  const ends = (item: ItemOf<"notInForce">) => item.state.knownUntil ?? Infinity;
  const [first] = [...items].sort((a, b) => ends(a) - ends(b));
  if (first === undefined) return [];
  const state = { ...first.state, next: undefined };
  return [{ ...first, state, name: placeNames(items) }];
}

function silentWords(items: readonly ItemOf<"notInForce">[]): string[] {
  const key = ({ state, scene }: ItemOf<"notInForce">) => `${state.knownUntil} ${state.next?.start} ${scene.clock}`;
  const groups = groupBy(items, key);
  return (groups.length > SILENT ? [earliest(items)] : groups).flatMap((group) => {
    const [one] = group;
    if (one === undefined) return [];
    const { scene, state } = one;
    const { ask: t, curfew } = texts(scene.language);
    if (state.knownUntil === undefined) return [t.noneAnnouncedIn(names(group))];
    const until = `${when(scene, state.knownUntil)} ${scene.clock}`;
    if (state.next === undefined) return [t.noneAnnouncedUntilIn(names(group), until)];
    return [
      `${names(group)}: ${lower(curfew.fromThen(until))}; ${lower(curfew.nextDeclared(todayAt(scene, state.next.start)))}`,
    ];
  });
}
