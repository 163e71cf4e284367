// When all curfews of a place are known, and when not: what was checked, whatever was declared. It must never take a midnight for an end where each
// day is known on that day, nor call known what was only declared.
import type { AreaId, LeafId, PlaceId } from "./area.ts";
import type { AreaTree } from "./area-tree.ts";
import type { Coverage } from "./coverage.ts";
import type { Curfew } from "./curfew.ts";
import { shownArea } from "./place.ts";
import { profile, type View } from "./profile.ts";
import type { Situation } from "./situation.ts";
import { instant, type Interval, type Millis } from "./time.ts";

/** What knowledge rests on. Decrees play no part in it. */
export type Checked = Pick<Situation, "areas" | "coverage" | "knownAt">;

/** `since`: absent where nothing was ever known. */
export type Knowledge = { is: "known"; since: Millis; until: Millis } | { is: "lapsed"; since: Millis | undefined };

/** Leaves that lapsed, or will, at one instant. */
export interface Lapse {
  at: Millis;
  leaves: readonly LeafId[];
}

/** One list for all: with it, what was worked out holds as long as the places and the checks do, however many decrees are recorded. */
const NONE: readonly Curfew[] = [];
/** After every entry: each day of what is known day by day has come. */
const EVER = Number.MAX_SAFE_INTEGER;

const spans = new WeakMap<View, readonly Interval[]>();
const ALWAYS: Interval = { start: -Infinity, end: Infinity };

/** Merged, ascending, apart from each other. */
export function knownSpans(own: View): readonly Interval[] {
  const made = spans.get(own) ?? merged(own);
  spans.set(own, made);
  return made;
}

function merged({ stages }: View): Interval[] {
  const pieces = stages
    .flatMap(({ lower, upper, known }) =>
      known.map(({ start, end }) => ({ start: Math.max(start, lower), end: Math.min(end, upper) })),
    )
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start);
  const found: Interval[] = [];
  for (const piece of pieces) {
    const last = found.at(-1);
    if (last !== undefined && piece.start <= last.end) last.end = Math.max(last.end, piece.end);
    else found.push({ ...piece });
  }
  return found;
}

/** The same object for all leaves that were checked alike. */
function viewOf({ areas, coverage, knownAt }: Checked, leaf: LeafId): View {
  return profile({ areas, coverage, knownAt, curfews: NONE, withdrawn: NONE }, leaf).view(ALWAYS);
}

/** What is known day by day counted to its last day, as the clock will find it: for whoever looks ahead. */
export function lasting({ areas, coverage }: Checked): Checked {
  return { areas, coverage, knownAt: EVER };
}

export function knowledgeOf(checked: Checked, leaf: LeafId, at: Millis): Knowledge {
  return knowledgeIn(knownSpans(viewOf(checked, leaf)), at);
}

function knowledgeIn(list: readonly Interval[], at: Millis): Knowledge {
  const own = list.find(({ start, end }) => start <= at && at < end);
  if (own !== undefined) return { is: "known", since: own.start, until: own.end };
  return { is: "lapsed", since: list.findLast(({ end }) => end <= at)?.end };
}

/** Every instant at which a leaf becomes known, or is no more. */
export function turnsOfKnowledge(checked: Checked, leaf: LeafId): readonly Millis[] {
  return knownSpans(viewOf(checked, leaf)).flatMap(({ start, end }) => [start, end]);
}

export function isKnown(checked: Checked, leaf: LeafId, at: Millis): boolean {
  return knowledgeOf(checked, leaf, at).is === "known";
}

/** The leaves of a country that are not known at `at` and lapsed after `after`, by when they lapsed, the oldest lapse first. */
export function lapses(checked: Checked, country: AreaId, at: Millis, after: Millis = -Infinity): Lapse[] {
  if (!mayEnd(checked, country, { after, until: at })) return [];
  return grouped(checked, country, at, (list) => {
    const { is, since } = knowledgeIn(list, at);
    return is === "lapsed" && since !== undefined && since > after ? [since] : [];
  });
}

const tos = new WeakMap<Coverage, Millis>();

/** Most minutes nothing ends anywhere; a yes may still turn out to be nothing, a no is certain. */
function mayEnd(
  { areas, coverage }: Checked,
  country: AreaId,
  { after, until }: { after: Millis; until: Millis },
): boolean {
  const within = (at: Millis) => at > after && at <= until;
  const ends = (entry: Coverage) => {
    const to = tos.get(entry) ?? instant(entry.to);
    tos.set(entry, to);
    return within(to);
  };
  return coverage.some(ends) || areas.changes(country).some(within);
}

/** Where knowledge ends in (after, until] and no other entry goes on, days that are still to come counted as known. */
export function endings(
  checked: Checked,
  country: AreaId,
  { after, until }: { after: Millis; until: Millis },
): Lapse[] {
  if (!mayEnd(checked, country, { after, until })) return [];
  return grouped(lasting(checked), country, until, (list) =>
    list.flatMap(({ end }) => (end > after && end <= until ? [end] : [])),
  );
}

/** Where knowledge comes back in (after, until] after a time without. The first begin of all is no return. */
export function returns(
  checked: Checked,
  country: AreaId,
  { after, until }: { after: Millis; until: Millis },
): Lapse[] {
  return grouped(checked, country, until, (list) =>
    list.slice(1).flatMap(({ start }) => (start > after && start <= until ? [start] : [])),
  );
}

/** By instant, ascending. Leaves are those of `at`; what they were known for is looked at once for all that are treated alike. */
function grouped(
  checked: Checked,
  country: AreaId,
  at: Millis,
  instants: (list: readonly Interval[]) => readonly Millis[],
): Lapse[] {
  const groups = new Map<Millis, LeafId[]>();
  const found = new Map<View, readonly Millis[]>();
  for (const leaf of checked.areas.leaves(country, at)) {
    const own = viewOf(checked, leaf);
    const turns = found.get(own) ?? instants(knownSpans(own));
    found.set(own, turns);
    for (const one of turns) {
      const group = groups.get(one);
      if (group === undefined) groups.set(one, [leaf]);
      else group.push(leaf);
    }
  }
  return [...groups].map(([one, leaves]) => ({ at: one, leaves })).sort((a, b) => a.at - b.at);
}

/** Countries of which somebody ever checked anything. */
export function checkedCountries({ areas, coverage }: Checked): AreaId[] {
  const held = coverage.flatMap((entry) => entry.areas.filter((area) => areas.get(shownArea(area).area) !== undefined));
  return [...new Set(held.map((area) => areas.country(area)))].sort();
}

/** Leaves of these places at `at`; a place that the tree does not hold has none. */
export function leavesOf(areas: AreaTree, places: readonly PlaceId[], at: Millis): LeafId[] {
  const held = places.filter((place) => areas.get(shownArea(place).area) !== undefined);
  return [...new Set(held.flatMap((place) => areas.leaves(place, at)))];
}

/** When somebody last looked who confirmed what was known of the leaf up to `end`, or beyond; undefined where it rests on sources alone. */
export function checkedAt({ areas, coverage }: Checked, leaf: LeafId, end: Millis): Millis | undefined {
  const { all, self } = areas.lineage(leaf, end - 1);
  const here = new Set<PlaceId>([leaf, ...self, ...all]);
  const looks = coverage
    .filter((entry) => entry.areas.some((area) => here.has(area)) && instant(entry.to) >= end)
    .flatMap(({ checkedAt: look }) => (look === undefined ? [] : [instant(look)]));
  return looks.length === 0 ? undefined : Math.max(...looks);
}
