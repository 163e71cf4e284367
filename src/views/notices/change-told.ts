// What of a change is still so at the moment it is posted. It must never tell what was due for what holds: of what was noted when the change became known,
// only the old hours are taken; the new ones are asked of the record.
import type { LeafId, PlaceId } from "../../domain/area.ts";
import type { ChangedNight, CurfewChange, OpenSpan, Outlook } from "../../domain/curfew-change.ts";
import { outlook } from "../../domain/outlook.ts";
import { shownArea } from "../../domain/place.ts";
import { profile, type Profile } from "../../domain/profile.ts";
import type { State } from "../../domain/situation.ts";
import { stateAt } from "../../domain/state.ts";
import { DAY, type Millis, type Zone } from "../../domain/time.ts";
import type { Scene } from "../curfew/words.ts";

/** Places of which the same is told. */
export interface Told {
  areas: PlaceId[];
  was: Outlook | undefined;
  now: Outlook | undefined;
  /** Nights that differ, as they stand in the record now; none where something later has changed them again. */
  nights: readonly ChangedNight[];
  more: number;
  doubted: OpenSpan | undefined;
  cleared: OpenSpan | undefined;
}

/** None where nothing that the change made different is so any longer. */
export function toldNow(scene: Scene, changes: readonly CurfewChange[]): Told[] {
  const groups = new Map<string, { told: Told; leaves: LeafId[] }>();
  for (const change of changes) {
    // Places treated alike are worked out once: a province may hold dozens.
    const known = new Map<Profile, Map<Zone, Told | undefined>>();
    for (const leaf of leavesOf(scene, change.areas)) {
      const [own, zone] = [profile(scene.record, leaf), scene.record.areas.zone(leaf)];
      const byZone = known.get(own) ?? new Map<Zone, Told | undefined>();
      known.set(own, byZone);
      if (!byZone.has(zone)) byZone.set(zone, ofLeaf(scene, change, leaf));
      const told = byZone.get(zone);
      if (told === undefined) continue;
      const key = JSON.stringify(told, (name, value: unknown) => (name === "curfews" ? undefined : (value ?? null)));
      const group = groups.get(key) ?? { told, leaves: [] };
      group.leaves.push(leaf);
      groups.set(key, group);
    }
  }
  const all = [...groups.values()].map(({ told, leaves }) => ({
    ...told,
    areas: [...scene.record.areas.compress(leaves, scene.now)],
  }));
  // Where there is a curfew ahead comes before where there is none.
  return [...all.filter(({ now }) => now !== undefined), ...all.filter(({ now }) => now === undefined)];
}

function leavesOf({ record, now }: Scene, places: readonly PlaceId[]): LeafId[] {
  const held = places.filter((place) => record.areas.get(shownArea(place).area) !== undefined);
  return held.flatMap((place) => record.areas.leaves(place, now));
}

function ofLeaf(scene: Scene, change: CurfewChange, leaf: LeafId): Told | undefined {
  const { was, nights, more, doubted, cleared } = change;
  const now = outlook(scene.record, leaf, scene.now);
  const still = isAsNoted(scene, change, now) && nights.every((night) => stands(scene, night, leaf));
  if (still)
    return { areas: [], was, now, nights, more, doubted: ahead(scene, doubted), cleared: ahead(scene, cleared) };
  // Changed again since. Back to what it was: there is nothing to tell.
  if (sameHours(was, now) || (was === undefined && now === undefined)) return undefined;
  return { areas: [], was, now, nights: [], more: 0, doubted: undefined, cleared: undefined };
}

/** Time alone may have passed: windows that were ahead are over. */
function isAsNoted({ now: at }: Scene, { now: noted }: CurfewChange, now: Outlook | undefined): boolean {
  if (noted === undefined) return now === undefined;
  if (now === undefined) return noted.last.end !== undefined && noted.last.end <= at;
  // Beyond the horizon more comes into sight as time passes.
  if (noted.last.end === undefined) return now.last.end === undefined;
  return sameHours(noted, now);
}

function sameHours(a: Outlook | undefined, b: Outlook | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  const hours = (one: Outlook) => `${one.hours?.start} ${one.hours?.end}`;
  const same = a.last.start === b.last.start && a.last.end === b.last.end;
  return same && (hours(a) === hours(b) || a.hours === undefined);
}

function stands(scene: Scene, { was, now }: ChangedNight, leaf: LeafId): boolean {
  const off = was.every(
    ({ start, end }) =>
      now.length > 0 || (end ?? Infinity) <= scene.now || !holds(scene, leaf, Math.max(start, scene.now)),
  );
  return (
    off &&
    now.every(({ start, end }) => {
      const state = stateOf(scene, leaf, start);
      return state?.is === "inForce" && state.since === start && (end === undefined || state.until === end);
    })
  );
}

const holds = (scene: Scene, leaf: LeafId, at: Millis) => stateOf(scene, leaf, at)?.is === "inForce";

function stateOf({ record }: Scene, leaf: LeafId, at: Millis): State | undefined {
  const state = stateAt(record, leaf, at);
  return "whole" in state ? state.whole : state.partly[0]?.state;
}

const ahead = ({ now }: Scene, span: OpenSpan | undefined) => ((span?.end ?? Infinity) > now ? span : undefined);

/** Whether nothing is different for these places but what is said of exemptions and the like, or that a decree exists. */
export function isSame({ nights, was, now, doubted, cleared }: Told): boolean {
  return nights.length === 0 && doubted === undefined && cleared === undefined && sameHours(was, now);
}

/** Whether each day has one of its windows. */
export function isDaily({ first, last, windows }: Outlook): boolean {
  return windows > 1 && Math.round((last.start - first.start) / DAY) + 1 === windows;
}
