// The hours ahead of a place in short, and what is different between two states of the record. Pure.
// It must never call something a change that no minute from now on shows, nor leave out one that it does.
import { Temporal } from "temporal-polyfill";
import type { AreaTree } from "./area-tree.ts";
import type { AreaId, LeafId, PlaceId } from "./area.ts";
import { type ChangedNight, type CurfewChange, MOST_NIGHTS, type OpenSpan, type Outlook } from "./curfew-change.ts";
import type { Curfew } from "./curfew.ts";
import { shownArea } from "./place.ts";
import { profile, type Profile } from "./profile.ts";
import { behind, runs, type Run } from "./runs.ts";
import type { Situation } from "./situation.ts";
import { termsHere } from "./terms.ts";
import { DAY, type Interval, type Millis, type Zone } from "./time.ts";

/** As far as ends are looked for anywhere: a year's decree with its renewals. */
const HORIZON = 400 * DAY;
/** A window that ends so near to the horizon may have others after it: weekly ones come every seven days. */
const EDGE = 9 * DAY;

/** What a leaf's hours ahead were and are, where they differ. */
export interface LeafChange {
  leaf: LeafId;
  was: Outlook | undefined;
  now: Outlook | undefined;
  nights: readonly ChangedNight[];
  doubted: OpenSpan | undefined;
  cleared: OpenSpan | undefined;
  /** All that was in force and is not, or the other way round, from now on or within what runs now. */
  spans: readonly Interval[];
}

/** Undefined where no certain window ends after `at`. */
export function outlook(situation: Situation, leaf: LeafId, at: Millis): Outlook | undefined {
  return inShort(inForce(ahead(profile(situation, leaf), at)), at, situation.areas.zone(leaf));
}

/** Two states of the record that differ in one curfew. `of`: its versions; a place that none of them speaks of is not looked at. */
export interface Compared {
  before: Situation;
  after: Situation;
  country: AreaId;
  of: readonly Curfew[];
  at: Millis;
}

/**
 * The leaves of a country for which some minute from `at` on is another now, each with what changed. `also`: leaves told of though nothing
 * changed for them, such as those of a second decree over the same hours.
 */
export function changes(
  { before, after, country, of, at }: Compared,
  also: (leaf: LeafId) => boolean = () => false,
): LeafChange[] {
  const known = new Map<Profile, Map<string, Omit<LeafChange, "leaf">>>();
  const leaves = after.areas
    .leaves(country, at)
    .filter((leaf) => of.some((curfew) => speaksOf(after.areas, curfew, leaf)));
  return leaves.flatMap((leaf) => {
    const [was, now] = [profile(before, leaf), profile(after, leaf)];
    const zone = after.areas.zone(leaf);
    const byNow = known.get(was) ?? new Map<string, Omit<LeafChange, "leaf">>();
    known.set(was, byNow);
    const key = `${keyOf(now)} ${zone}`;
    const found = byNow.get(key) ?? difference(was, now, at, zone);
    byNow.set(key, found);
    return found.nights.length > 0 || found.doubted !== undefined || found.cleared !== undefined || also(leaf)
      ? [{ leaf, ...found }]
      : [];
  });
}

/** At any time: the tree around a leaf changes, and a decree with it. */
function speaksOf(areas: AreaTree, curfew: Curfew, leaf: LeafId): boolean {
  return [-Infinity, ...areas.changes(leaf)].some((from) => termsHere(areas, leaf, from)(curfew) !== undefined);
}

const keys = new WeakMap<Profile, number>();
let count = 0;

function keyOf(one: Profile): number {
  const key = keys.get(one) ?? ++count;
  keys.set(one, key);
  return key;
}

/** Those of the places a channel follows, alike ones together. */
export function groupChanges(
  list: readonly LeafChange[],
  { areas }: Pick<Situation, "areas">,
  follow: readonly PlaceId[],
  at: Millis,
): CurfewChange[] {
  const known = follow.filter((place) => areas.get(shownArea(place).area) !== undefined);
  const followed = new Set<LeafId>(known.flatMap((place) => areas.leaves(place, at)));
  const groups = new Map<string, { change: LeafChange; leaves: LeafId[] }>();
  for (const change of list) {
    if (!followed.has(change.leaf)) continue;
    const key = shownKey(change);
    const group = groups.get(key) ?? { change, leaves: [] };
    group.leaves.push(change.leaf);
    groups.set(key, group);
  }
  return [...groups.values()].flatMap(({ change, leaves }): CurfewChange[] => {
    const [first, ...others] = areas.compress(leaves, at);
    if (first === undefined) return [];
    const { was, now, nights, doubted, cleared } = change;
    return [
      {
        areas: [first, ...others],
        ...(was === undefined ? {} : { was }),
        ...(now === undefined ? {} : { now }),
        nights: nights.slice(0, MOST_NIGHTS),
        more: Math.max(0, nights.length - MOST_NIGHTS),
        ...(doubted === undefined ? {} : { doubted }),
        ...(cleared === undefined ? {} : { cleared }),
      },
    ];
  });
}

const shownKeys = new WeakMap<LeafChange, string>();

/** The same for leaves of which the same is shown. */
function shownKey(change: LeafChange): string {
  const known = shownKeys.get(change);
  if (known !== undefined) return known;
  const { leaf: _leaf, spans: _spans, ...shown } = change;
  const key = JSON.stringify(shown, (_, value: unknown) => value ?? null);
  shownKeys.set(change, key);
  return key;
}

function difference(before: Profile, after: Profile, at: Millis, zone: Zone): Omit<LeafChange, "leaf"> {
  const [was, now] = [ahead(before, at), ahead(after, at)];
  // What runs, or ran until the change: both are looked at from the earlier begin on, so that a night cut short is still one night.
  const from = Math.min(at, ...[was, now].flatMap(([first]) => (first?.is === "inForce" ? [first.start] : [])));
  const [all, anew] = [from < at ? since(before, from, at) : was, from < at ? since(after, from, at) : now];
  const pieces = compared(all, anew);
  const later = ({ end }: Interval) => end > at;
  const spans = pieces.filter(({ was, now }) => (was === "inForce") !== (now === "inForce")).filter(later);
  const first = (was: Run["is"], now: Run["is"]) =>
    pieces.filter(later).find((piece) => piece.was === was && piece.now === now);
  return {
    was: inShort(inForce(was), at, zone),
    now: inShort(inForce(now), at, zone),
    nights: nightsOf(inForce(all), inForce(anew), spans, at),
    doubted: open(first("notInForce", "unknown"), at),
    cleared: open(first("unknown", "notInForce"), at),
    spans: spans.map(({ start, end }) => ({ start, end })),
  };
}

/** The runs from `at` on; the one that holds `at` with its whole begin where it is in force. */
function ahead(own: Profile, at: Millis): Run[] {
  const list = runs(own, { start: at, end: at + HORIZON });
  const [first, ...others] = list;
  if (first?.is !== "inForce") return list;
  const { since, curfews } = behind(own, at);
  return [{ ...first, start: since, curfews: [...new Set([...curfews, ...first.curfews])].sort() }, ...others];
}

function since(own: Profile, from: Millis, at: Millis): Run[] {
  return runs(own, { start: from, end: at + HORIZON });
}

const inForce = (list: readonly Run[]) => list.filter((run) => run.is === "inForce");

function inShort(list: readonly Run[], at: Millis, zone: Zone): Outlook | undefined {
  const [first, last] = [list[0], list.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const hours = sameHours(list, at, zone);
  return {
    first: spanOf(first, at),
    last: spanOf(last, at),
    windows: list.length,
    ...(hours === undefined ? {} : { hours }),
    curfews: [...new Set(list.flatMap((run) => run.curfews))].sort(),
  };
}

/** Where more may lie beyond what is looked at, no end is claimed. */
function spanOf({ start, end }: Interval, at: Millis): OpenSpan {
  return end > at + HORIZON - EDGE ? { start } : { start, end };
}

function open(one: Interval | undefined, at: Millis): OpenSpan | undefined {
  return one === undefined ? undefined : spanOf({ start: Math.max(one.start, at), end: one.end }, at);
}

/** Undefined where windows differ, and where one is longer than a day: its hours say nothing. */
function sameHours(list: readonly Run[], at: Millis, zone: Zone): Outlook["hours"] {
  let same: Outlook["hours"];
  for (const { start, end } of list) {
    if (end - start > DAY || end > at + HORIZON - EDGE) return undefined;
    const hours = { start: wall(start, zone), end: wall(end, zone) };
    if (same !== undefined && (same.start !== hours.start || same.end !== hours.end)) return undefined;
    same = hours;
  }
  return same;
}

function wall(at: Millis, zone: Zone): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return local.toPlainTime().toString({ smallestUnit: "minute" });
}

type Piece = Interval & { was: Run["is"]; now: Run["is"] };

/** Both lists cover the same range without gaps. */
function compared(was: readonly Run[], now: readonly Run[]): Piece[] {
  const found: Piece[] = [];
  for (let i = 0, j = 0; ;) {
    const [a, b] = [was[i], now[j]];
    if (a === undefined || b === undefined) return found;
    const [start, end] = [Math.max(a.start, b.start), Math.min(a.end, b.end)];
    if (start < end) found.push({ start, end, was: a.is, now: b.is });
    if (a.end <= end) i += 1;
    if (b.end <= end) j += 1;
  }
}

/** Windows of both lists that overlap, as one night each; those in which a minute differs. */
function nightsOf(was: readonly Run[], now: readonly Run[], spans: readonly Interval[], at: Millis): ChangedNight[] {
  const all = [...was.map((run) => ({ run, is: "was" as const })), ...now.map((run) => ({ run, is: "now" as const }))];
  const found: { start: Millis; end: Millis; was: Run[]; now: Run[] }[] = [];
  for (const { run, is } of all.sort((a, b) => a.run.start - b.run.start)) {
    let night = found.at(-1);
    if (night === undefined || night.end <= run.start) {
      night = { start: run.start, end: run.end, was: [], now: [] };
      found.push(night);
    }
    night.end = Math.max(night.end, run.end);
    night[is].push(run);
  }
  const differs = (night: Interval) => spans.some((one) => one.start < night.end && one.end > night.start);
  const shown = (list: readonly Run[]) => list.slice(0, 4).map((run) => spanOf(run, at));
  return found.filter(differs).map((night) => ({ was: shown(night.was), now: shown(night.now) }));
}
