// The nights ahead of some places, each with what is known of it: announced, assumed, none, or not known. It must never show a night as free
// that nobody checked, nor an assumed one like an announced one.
import type { LeafId, PlaceId } from "./area.ts";
import { profile, type Profile } from "./profile.ts";
import { runs } from "./runs.ts";
import { segmentsOf } from "./segments.ts";
import type { Segment, Situation, Unknown } from "./situation.ts";
import { DAY, type Day, dayOf, dayStart, HOUR, type Interval, type Millis, type Zone } from "./time.ts";

export interface ListedNight {
  /** The day on which it begins. */
  night: Day;
  /** `assumed`: a decree named it, and no source says that it still held. */
  is: "announced" | "assumed" | "none" | "unknown";
  /** Hours of the curfew, or of what is assumed; cut at noon on both sides. */
  hours: readonly Interval[];
  /** Announced, and nobody confirmed that nothing changed it. */
  unchecked: boolean;
  /** Unknown: from when in this night, where it is known at first. */
  from?: Millis;
  why?: Unknown;
}

/** Places of which every night is told alike, on one clock. */
export interface NightGroup {
  areas: readonly PlaceId[];
  zone: Zone;
  nights: readonly ListedNight[];
  /** Ids of the decrees that make it so, of all nights together. */
  curfews: readonly string[];
}

/** From the night that runs, else from the next one. Begins with what has a curfew. Throws RangeError on an unknown area. */
export function nightGroups(
  situation: Situation,
  places: readonly PlaceId[],
  from: Millis,
  count: number,
): readonly NightGroup[] {
  const { areas } = situation;
  const leaves = [...new Set(places.flatMap((place) => areas.leaves(place, from)))];
  const isRunning = leaves.some((leaf) => segmentsOf(profile(situation, leaf), instantly(from))[0]?.is === "inForce");
  const frames = new Map<Zone, readonly Frame[]>();
  const groups = new Map<string, { zone: Zone; leaves: LeafId[]; nights: readonly ListedNight[]; curfews: string[] }>();
  for (const leaf of leaves) {
    const [own, zone] = [profile(situation, leaf), areas.zone(leaf)];
    // Days are worked out once for a clock: a country has hundreds of leaves, and asking what day it is takes longer than all else.
    const ahead = frames.get(zone) ?? framesFrom(from, zone, isRunning, count);
    frames.set(zone, ahead);
    const list = listOf(own, ahead, zone, from);
    // Decrees do not part what is told alike.
    const group = groups.get(list.key) ?? { zone, leaves: [], nights: list.nights, curfews: [] };
    group.leaves.push(leaf);
    group.curfews = [...new Set([...group.curfews, ...list.curfews])];
    groups.set(list.key, group);
  }
  const found = [...groups.values()].map(({ leaves: own, ...rest }) => ({ ...rest, areas: areas.compress(own, from) }));
  return found.sort((a, b) => rank(a) - rank(b));
}

interface List {
  nights: readonly ListedNight[];
  curfews: readonly string[];
  key: string;
}

/** A night's day, where it starts, and where the next one does. */
interface Frame {
  night: Day;
  midnight: Millis;
  next: Millis;
}

function listOf(own: Profile, frames: readonly Frame[], zone: Zone, from: Millis): List {
  const nights = frames.map((frame) => nightOf(own, frame, from));
  const [first, last] = [frames[0], frames.at(-1)];
  const range = { start: first?.midnight ?? from, end: (last?.midnight ?? from) + 2 * DAY };
  const curfews = segmentsOf(own, range).flatMap((one) => one.curfews);
  return { nights, curfews, key: JSON.stringify([zone, nights]) };
}

const instantly = (at: Millis): Interval => ({ start: at, end: at + 1 });

function rank({ nights }: NightGroup): number {
  const first = (is: ListedNight["is"]) => nights.findIndex((one) => one.is === is);
  const announced = first("announced");
  if (announced !== -1) return announced;
  return first("assumed") === -1 ? nights.length + 1 : nights.length;
}

/** A night is over at six; one in which a curfew still runs, at noon. */
const MORNING = 6 * HOUR;

function framesFrom(from: Millis, zone: Zone, isRunning: boolean, count: number): Frame[] {
  const today = dayOf(from, zone);
  const over = dayStart(today, zone) + (isRunning ? 2 * MORNING : MORNING);
  // Steps of a day from noon: no change of the clock skips or doubles a date.
  const noon = dayStart(today, zone) + 2 * MORNING - (from < over ? DAY : 0);
  return Array.from({ length: count }, (_, i) => {
    const night = dayOf(noon + i * DAY, zone);
    const midnight = dayStart(night, zone);
    return { night, midnight, next: dayStart(dayOf(midnight + 36 * HOUR, zone), zone) };
  });
}

function nightOf(own: Profile, { night, midnight, next }: Frame, now: Millis): ListedNight {
  const noons = { start: midnight + 2 * MORNING, end: next + 2 * MORNING };
  const segments = segmentsOf(own, noons);
  const running = runs(own, noons).filter((one) => one.is === "inForce");
  if (running.length > 0)
    return {
      night,
      is: "announced",
      hours: running.map(({ start, end }) => ({ start, end })),
      unchecked: running.some(({ start }) => !isChecked(own, start)),
    };
  const assumed = segments.filter((one) => one.is === "unknown" && one.why === "end-not-known");
  if (assumed.length > 0)
    return { night, is: "assumed", hours: assumed.map(({ start, end }) => ({ start, end })), unchecked: true };
  return { night, hours: [], unchecked: false, ...silent(segments, midnight, next, now) };
}

/** What counts is the dark: an afternoon of which nothing is known says nothing of the night. */
function silent(
  segments: readonly Segment[],
  midnight: Millis,
  next: Millis,
  now: Millis,
): { is: "none" } | { is: "unknown"; from?: Millis; why?: Unknown } {
  const dusk = midnight + 3 * MORNING;
  const dark = segments.find((one) => one.is === "unknown" && one.start < next + MORNING && one.end > dusk);
  if (dark === undefined) return { is: "none" };
  const why = dark.why === undefined ? {} : { why: dark.why };
  return dark.start > Math.max(dusk, now) ? { is: "unknown", from: dark.start, ...why } : { is: "unknown", ...why };
}

function isChecked({ stages }: Profile, at: Millis): boolean {
  const stage = stages.find(({ lower, upper }) => lower <= at && at < upper);
  return stage?.known.some((one) => one.start <= at && at < one.end) ?? false;
}
