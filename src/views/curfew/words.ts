// Places and times as phrases of a curfew sentence. Never decides what holds; never shows a place by a name it shares without its kind.
import { shownArea } from "../../domain/area-tree.ts";
import type { Area, PlaceId } from "../../domain/area.ts";
import type { Curfew } from "../../domain/curfew.ts";
import type { Situation } from "../../domain/situation.ts";
import type { Language } from "../../domain/text.ts";
import { DAY, dayOf, type Interval, type Millis, type PartialDay, type Zone } from "../../domain/time.ts";
import { say, texts } from "../../text/index.ts";
import { day, hour, moment, weekday } from "../../text/time.ts";
import { escape } from "../escape.ts";

/** What curfew answers rest on. */
export interface CurfewRecord extends Situation {
  areasById: ReadonlyMap<string, Area>;
  curfewsById: ReadonlyMap<string, Curfew>;
}

/** Who reads, when, and by which clock the figures are. */
export interface Scene {
  record: CurfewRecord;
  language: Language;
  now: Millis;
  /** The instant at which the places are meant: what is listed under an area changes. */
  at: Millis;
  zone: Zone;
  /** `(Ecuador time)`. */
  clock: string;
  /** Read at another time than now, pasted somewhere: no "now", no "tonight", every date with its year. */
  dated?: true;
  /** Read at another time than now in the channel it was posted in: no "now", no "tonight". */
  lasting?: true;
  /** Asked about another day than today: "tomorrow" would be counted from that day. */
  otherDay?: true;
}

/** The scene of a question: what an alert tells of another day is still told from today. */
export function askedOf(scene: Scene): Scene {
  const { at, now, zone } = scene;
  return dayOf(at, zone) === dayOf(now, zone) ? scene : { ...scene, otherDay: true };
}

/** The scene on the places' own clock; where they have several, on their country's. */
export function sceneOf(
  record: CurfewRecord,
  places: readonly PlaceId[],
  now: Millis,
  language: Language,
  at: Millis = now,
): Scene {
  const { areas } = record;
  const [first = ""] = places;
  const country = areas.country(first);
  const zones = new Set(places.map((place) => areas.zone(place)));
  const holder = zones.size === 1 ? first : country;
  const zone = areas.zone(holder);
  // Whose clock it is: the largest area that has it, so that Guayas reads Ecuador's and San Cristóbal reads Galápagos'.
  const owner = areas.ancestors(holder).findLast((place) => areas.zone(place) === zone) ?? country;
  const clock = record.areasById.get(shownArea(owner).area)?.clock;
  const name = escape(clock === undefined ? areaName(record, shownArea(owner).area, language) : say(clock, language));
  return { record, language, now, at, zone, clock: `(${texts(language).common.placeTime(name)})` };
}

function areaName(record: CurfewRecord, id: string, language: Language): string {
  const area = record.areasById.get(id);
  return area === undefined ? id : say(area.name, language);
}

/** `Guayas`, `Bolívar (canton, Manabí)` where another place bears the name, `Guayaquil except Tenguel` for a rest. */
export function placeName(record: CurfewRecord, place: PlaceId, language: Language, at: Millis): string {
  const { area, rest } = shownArea(place);
  const named = escape(areaName(record, area, language)) + kindOf(record, area, language);
  if (!rest) return named;
  const t = texts(language).curfew;
  const without = record.areas.except(place, at).map((one) => escape(say(one.name, language)));
  return without.length > 0 && without.length <= 2
    ? t.except(named, texts(language).common.and(without))
    : t.restOf(named);
}

/** Two places of one name are told apart by kind, and by what they lie in where the kind is the same. */
function kindOf(record: CurfewRecord, id: string, language: Language): string {
  const own = record.areasById.get(id);
  if (own === undefined || own.kind === "country") return "";
  const country = record.areas.country(id);
  const sameName = bearers(record, language).get(say(own.name, language)) ?? [];
  const others = sameName.filter((one) => one.id !== id && record.areas.country(one.id) === country);
  if (others.length === 0) return "";
  const kind = texts(language).common.areaKind[own.kind];
  const twin = others.some((one) => one.kind === own.kind) && own.parent !== undefined;
  return twin ? ` (${kind}, ${escape(areaName(record, own.parent ?? "", language))})` : ` (${kind})`;
}

type Bearers = ReadonlyMap<string, readonly Area[]>;
/** Of places smaller than a country. An answer names hundreds, and the world has thousands. */
const named = new WeakMap<CurfewRecord["areasById"], Map<Language, Bearers>>();

function bearers({ areasById }: CurfewRecord, language: Language): Bearers {
  const made = named.get(areasById) ?? new Map<Language, Bearers>();
  named.set(areasById, made);
  const known = made.get(language);
  if (known !== undefined) return known;
  const byName = new Map<string, Area[]>();
  for (const area of areasById.values()) {
    if (area.kind === "country") continue;
    const name = say(area.name, language);
    const list = byName.get(name);
    if (list === undefined) byName.set(name, [area]);
    else list.push(area);
  }
  made.set(language, byName);
  return byName;
}

const RANK = { country: 0, state: 1, province: 1, department: 1, region: 1, canton: 2, parish: 3 } as const;

/** Most important first: larger kinds, then those with more parts, then a seat of government (the first code) before the others. */
export function byImportance(record: CurfewRecord, places: readonly PlaceId[], at: Millis): readonly PlaceId[] {
  const weights = new Map(
    places.map((place) => {
      const { area } = shownArea(place);
      const own = record.areasById.get(area);
      const siblings = own?.parent === undefined ? [] : record.areas.children(own.parent, at).map((one) => one.id);
      const position = [...siblings].sort().indexOf(area);
      const parts = own === undefined ? 0 : record.areas.leaves(place, at).length;
      const isSeat = own?.kind === "canton" && position === 0 ? 0 : 1;
      return [place, [RANK[own?.kind ?? "parish"], isSeat, -parts, -siblings.length, position] as const];
    }),
  );
  return [...places].sort((a, b) => compare(weights.get(a) ?? [], weights.get(b) ?? []) || (a < b ? -1 : 1));
}

function compare(a: readonly number[], b: readonly number[]): number {
  const i = a.findIndex((one, index) => one !== b[index]);
  return i === -1 ? 0 : (a[i] ?? 0) - (b[i] ?? 0);
}

/** More than these in a first line push the hour off a lock screen; the embed has them all. */
const SHOWN = 6;

/** All of them, or the most important and "and 21 more", `most` names with that: for a first line only. */
export function shortList(scene: Scene, places: readonly PlaceId[], most = SHOWN): string {
  const names = namesOf(scene, places);
  const { common, curfew: t } = texts(scene.language);
  if (names.length <= most) return common.and(names);
  return `${common.and(names.slice(0, most - 1))} ${t.andMore(names.length - most + 1)}`;
}

/** Every one of them, for the embed. */
export function fullList(scene: Scene, places: readonly PlaceId[]): string {
  return texts(scene.language).common.and(namesOf(scene, places));
}

/** Groups that a first line can hold before it says less than it takes. */
const GROUPS = 3;

/** The first groups as told, the number of places in the others: the embed tells them all. */
export function fewGroups(scene: Scene, groups: readonly { areas: readonly PlaceId[]; told: string }[]): string {
  const others = groups.slice(GROUPS).flatMap((group) => group.areas);
  const told = groups.slice(0, GROUPS).map((group) => group.told);
  return [...told, ...(others.length === 0 ? [] : [morePlaces(scene, others)])].join("; ");
}

/** `23 more places at other hours`, counted by the fewest names. */
export function morePlaces(scene: Scene, places: readonly PlaceId[]): string {
  return texts(scene.language).curfew.morePlaces(compressed(scene.record, places, scene.at).length);
}

/** The fewest names for these places: a province whose cantons came one by one is named as one. */
function namesOf({ record, language, at }: Scene, places: readonly PlaceId[]): string[] {
  const fewest = compressed(record, places, at);
  return byImportance(record, fewest, at).map((place) => placeName(record, place, language, at));
}

export function compressed({ areas }: CurfewRecord, places: readonly PlaceId[], at: Millis): readonly PlaceId[] {
  const isKnown = (place: PlaceId) => areas.get(shownArea(place).area) !== undefined;
  const leaves = places.filter(isKnown).flatMap((place) => areas.leaves(place, at));
  return [...areas.compress(leaves, at), ...places.filter((place) => !isKnown(place))];
}

/** `Sat 21 Mar 05:00`; with the year where it is not this one. */
export function when(scene: Scene, at: Millis): string {
  const { zone, language } = scene;
  return moment(at, zone, language, reference(scene, at));
}

const ANOTHER_YEAR = 0;

/** A year is left out only where nobody can take it for another: it is this year, and the year that was asked about. */
function reference({ zone, now, at: asked, dated }: Scene, at: Millis): Millis {
  if (dated) return ANOTHER_YEAR;
  const year = (instant: Millis) => dayOf(instant, zone).slice(0, 4);
  return year(asked) === year(at) ? now : asked;
}

/** A sentence of ours as a part of another: `next: Sat 23:00`. */
export function lower(sentence: string): string {
  return sentence.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase());
}

/** `Sat` / `sábado`. */
export function weekdayName(at: Millis, zone: Zone, language: Language): string {
  return weekday(at, zone, language).split(" ")[0] ?? "";
}

/** `Sat 23:00`, for an hour within the week; else with its date. */
export function soon(scene: Scene, at: Millis, from: Millis = scene.now): string {
  const { zone, language, dated } = scene;
  return !dated && Math.abs(at - from) < 6 * DAY && Math.abs(at - scene.at) < 6 * DAY
    ? `${weekdayName(at, zone, language)} ${hour(at, zone)}`
    : when(scene, at);
}

/** `today 23:00` / `hoy 23:00`: for what comes within the day, else the weekday. */
export function todayAt(scene: Scene, at: Millis): string {
  const { zone, language } = scene;
  const t = texts(language).curfew;
  const word = dayWord(scene, at);
  return word === undefined ? soon(scene, at) : t[word](hour(at, zone)).replace(",", "");
}

/** `today, Fri 20 Mar 23:00 -> Sat 05:00`: a window across midnight, told by its begin. `plain`: without the word for the day. */
export function windowWords(scene: Scene, { start, end }: Interval, plain = false): string {
  const { language } = scene;
  const told = `${when(scene, start)}${ending(scene, { start, end })}`;
  const word = plain ? undefined : dayWord(scene, start);
  return word === undefined ? told : texts(language).curfew[word](told);
}

function ending(scene: Scene, { start, end }: Interval): string {
  const { zone, language } = scene;
  if (dayOf(start, zone) === dayOf(end, zone)) return `-${hour(end, zone)}`;
  return end - start < DAY ? ` -> ${weekdayName(end, zone, language)} ${hour(end, zone)}` : ` -> ${when(scene, end)}`;
}

const EVENING = "18:00";

/** An evening's asker says tonight; Spanish says `hoy` at any hour. */
export function dayWord(
  { zone, now, at: asked, dated, lasting, otherDay }: Scene,
  at: Millis,
): "today" | "tonight" | "tomorrow" | undefined {
  if (dated || lasting || otherDay) return undefined;
  // Whoever asks about another time would take "today" for that day.
  if (at < now || Math.abs(asked - now) > 2 * DAY) return undefined;
  const today = dayOf(now, zone);
  if (dayOf(at, zone) === today) return hour(now, zone) >= EVENING ? "tonight" : "today";
  const next = dayOf(at - DAY, zone) === today;
  return next ? "tomorrow" : undefined;
}

/** `16 Mar`, with the year where it is not this one, or another one was asked about. */
export function shortDay({ zone, language, now, at, dated }: Scene, date: PartialDay): string {
  const isThisYear = [now, at].every((instant) => date.startsWith(dayOf(instant, zone).slice(0, 4)));
  const told = day(date, language);
  return !dated && date.length === 10 && isThisYear ? told.slice(0, -5) : told;
}
