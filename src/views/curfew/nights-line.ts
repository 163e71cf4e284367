// The first line above a list of nights: for how many a curfew is announced, and from when nothing is known. It must be true of every place named.
import type { PlaceId } from "../../domain/area.ts";
import type { ListedNight, NightGroup } from "../../domain/night-list.ts";
import { dayOf, HOUR, type Interval, type Millis } from "../../domain/time.ts";
import { texts } from "../../text/index.ts";
import { sentence } from "../../text/sentence.ts";
import { day, hour, nightName } from "../../text/time.ts";
import { SIGN } from "./part.ts";
import { checkedUntil } from "./sources.ts";
import { fewGroups, type Scene, shortList, when } from "./words.ts";

export function nightsLine(scene: Scene, places: readonly PlaceId[], groups: readonly NightGroup[]): string {
  const announced = groups.filter((group) => count(group) > 0);
  const line =
    announced.length === 0
      ? withoutAny(scene, places, groups)
      : groups.length === 1 && announced[0] !== undefined
        ? forAll(scene, places, announced[0])
        : forSome(scene, groups, announced);
  return line.map(sentence).join(" ");
}

const count = ({ nights }: NightGroup) => nights.filter((one) => one.is === "announced").length;

function spanWords({ language, dated }: Scene, nights: readonly ListedNight[]): string {
  const t = texts(language).nights;
  const [first] = nights;
  return dated && first !== undefined
    ? t.from(nights.length, `${nightName(first.night, language)} ${first.night.slice(0, 4)}`)
    : t.next(nights.length);
}

/** All places alike, with a curfew on some nights or on all. */
function forAll(scene: Scene, places: readonly PlaceId[], group: NightGroup): string[] {
  const t = texts(scene.language).nights;
  const where = shortList(scene, places);
  const span = spanWords(scene, group.nights);
  const announced = group.nights.filter((one) => one.is === "announced");
  const hours = new Set(announced.map((one) => hoursWords(scene, one.hours)));
  const [same = ""] = hours;
  const times = hours.size === 1 ? t.hours(same) : "";
  if (announced.length === group.nights.length) return [`${SIGN.curfew} ${t.all(span, where)}${times} ${scene.clock}`];
  const last = announced.at(-1);
  const dark = darkFrom(scene, group, places);
  return [
    `${SIGN.curfew} ${t.some(announced.length, span, where)}${times} ${scene.clock}`,
    ...(last === undefined ? [] : [t.last(nightName(last.night, scene.language))]),
    ...(dark === undefined ? [] : [texts(scene.language).curfew.fromThen(when(scene, dark))]),
  ];
}

/** From when on nothing is known of these nights; undefined where all of them are known. */
function darkFrom(scene: Scene, { nights, areas }: NightGroup, places: readonly PlaceId[]): Millis | undefined {
  const unknown = nights.find((one) => one.is === "unknown" || one.is === "assumed");
  if (unknown === undefined) return undefined;
  if (unknown.from !== undefined) return unknown.from;
  const ends = (areas.length > 0 ? areas : places).map((place) => checkedUntil(scene.record, place, scene.now));
  const known = ends.filter((end) => end !== undefined);
  // What was declared is told beyond what was checked: it is not known from there, but from the end of that.
  const declared = nights.slice(0, nights.indexOf(unknown)).flatMap((one) => one.hours.map(({ end }) => end));
  const all = [...(known.length === 0 ? [] : [Math.min(...known)]), ...declared];
  return all.length === 0 ? undefined : Math.max(...all);
}

/** Places that differ, of which some have a curfew announced. */
function forSome(scene: Scene, groups: readonly NightGroup[], announced: readonly NightGroup[]): string[] {
  const t = texts(scene.language).nights;
  const [first] = groups;
  const span = spanWords(scene, first?.nights ?? []);
  const told = announced.map((group) => ({
    areas: group.areas,
    told: t.group(shortList(scene, group.areas), count(group)),
  }));
  const rest = groups.filter((group) => !announced.includes(group));
  return [
    `${SIGN.curfew} ${t.in(span, fewGroups(scene, told))}${rest.length === 0 ? "" : `; ${restWords(scene, rest)}`}`,
  ];
}

function restWords(scene: Scene, rest: readonly NightGroup[]): string {
  const t = texts(scene.language).nights;
  const nights = rest.flatMap((group) => group.nights);
  if (nights.every((one) => one.is === "none")) return t.restNone;
  const starts = rest.map((group) => (isDark(group) ? undefined : darkFrom(scene, group, group.areas)));
  const known = starts.filter((one) => one !== undefined);
  return rest.some(isDark) || known.length < rest.length
    ? t.restUnknown
    : t.restUnknownFrom(when(scene, Math.min(...known)));
}

/** Nothing is known of it from the first night on. */
function isDark({ nights: [first] }: NightGroup): boolean {
  return (first?.is === "unknown" && first.from === undefined) || first?.is === "assumed";
}

function withoutAny(scene: Scene, places: readonly PlaceId[], groups: readonly NightGroup[]): string[] {
  const { curfew, nights: t } = texts(scene.language);
  const where = shortList(scene, places);
  const [first] = groups;
  const span = spanWords(scene, first?.nights ?? []);
  if (groups.every(({ nights }) => nights.every((one) => one.is === "none")))
    return [`${SIGN.none} ${t.none(span, where)} ${scene.clock}`];
  const starts = groups.map((group) => (isDark(group) ? undefined : darkFrom(scene, group, group.areas)));
  const known = starts.filter((one) => one !== undefined);
  const isKnownAtFirst = !groups.some(isDark) && known.length > 0;
  if (isKnownAtFirst)
    return [`${SIGN.unknown} ${t.noneUntil(where, `${when(scene, Math.min(...known))} ${scene.clock}`)}`];
  const assumed = groups.some(({ nights }) => nights.some((one) => one.is === "assumed"));
  return [
    `${SIGN.unknown} ${t.unknown(span, where)}`,
    assumed ? t.assumed : endOfKnown(scene, groups),
    curfew.notNone("present"),
  ];
}

function endOfKnown(scene: Scene, groups: readonly NightGroup[]): string {
  const t = texts(scene.language).curfew;
  const ends = groups.flatMap((group) => group.areas.map((area) => checkedUntil(scene.record, area, scene.now)));
  const known = ends.filter((end) => end !== undefined);
  if (known.length < ends.length) return t.why["not-covered"];
  const date = day(dayOf(Math.min(...known), scene.zone), scene.language);
  return new Set(known).size === 1 ? t.endsOn(date) : t.endsAtFirst(date);
}

/** `23:00-05:00`; what runs from noon to noon is no hour of the night. */
export function hoursWords({ zone, language }: Scene, hours: readonly Interval[]): string {
  const whole = hours.some(({ start, end }) => end - start >= 23 * HOUR);
  if (whole) return texts(language).nights.allDay;
  return hours.map(({ start, end }) => `${hour(start, zone)}-${hour(end, zone)}`).join(", ");
}
