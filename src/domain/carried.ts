// The places that a subscription means today, made when they were others: what was cut out of a place, took its place or joined it goes on being
// heard. It must never drop a piece of what was subscribed to; where places joined, more is heard rather than less.
import type { AreaId } from "./area.ts";
import type { AreaTree } from "./area-tree.ts";
import type { Millis } from "./time.ts";
import type { Validity } from "./validity.ts";

type Tree = Pick<AreaTree, "get" | "ancestors" | "dated">;

/** One place that was another from an instant on. */
export interface PlaceChange {
  at: Millis;
  /** The place as it was. */
  area: AreaId;
  is: "split" | "renamed" | "merged" | "ended";
  /** What stands for it from then on; the place itself where it ended and nothing took its place. */
  areas: readonly [AreaId, ...AreaId[]];
}

/** Ids at `at` of what `areas` were when they were subscribed to. What ended without successors is left out; what the tree does not know is kept. */
export function carried(tree: Tree, areas: readonly AreaId[], since: Millis, at: Millis): readonly AreaId[] {
  if (areas.every((area) => isAsItWas(tree, area, since)) && !tree.dated.some(turnsWithin(since, at))) return areas;
  let places = asOf(tree, areas, since);
  for (const instant of instants(tree, since, at)) places = distinct(places.flatMap((one) => step(tree, one, instant)));
  return places;
}

/** What became of them in (since, until], oldest first. */
export function placeChanges(tree: Tree, areas: readonly AreaId[], since: Millis, until: Millis): PlaceChange[] {
  if (!tree.dated.some(turnsWithin(since, until))) return [];
  let places = asOf(tree, areas, since);
  return instants(tree, since, until).flatMap((at) => {
    const before = places;
    places = distinct(before.flatMap((one) => step(tree, one, at)));
    return before.flatMap((area) => changeOf(tree, area, at) ?? []);
  });
}

function changeOf(tree: Tree, area: AreaId, at: Millis): PlaceChange | undefined {
  const next = step(tree, area, at);
  const [first, ...others] = next;
  if (first === undefined) return { at, area, is: "ended", areas: [area] };
  if (first === area && others.length === 0) return undefined;
  const areas: PlaceChange["areas"] = [first, ...others];
  if (others.length > 0) return { at, area, is: "split", areas };
  const joined = tree.dated.some((one) => one.area.id !== area && ends(one, at) && one.area.successors.includes(first));
  const wasThere = (tree.dated.find((one) => one.area.id === first)?.from ?? -Infinity) < at;
  return { at, area, is: joined || wasThere ? "merged" : "renamed", areas };
}

/** What a place is once the clock passes `at`: itself, pieces that went elsewhere, those that took its place. */
function step(tree: Tree, place: AreaId, at: Millis): AreaId[] {
  const known = tree.get(place);
  if (known === undefined) return [place];
  const isInside = (id: AreaId) => tree.get(id) !== undefined && tree.ancestors(id).includes(place);
  const ended = tree.dated.some((one) => one.area.id === place && ends(one, at));
  const pieces = tree.dated.filter(
    ({ area, from }) => from === at && area.splitFrom !== undefined && isInside(area.splitFrom),
  );
  const successors = tree.dated
    .filter((one) => ends(one, at) && isInside(one.area.id))
    .flatMap((one) => one.area.successors);
  const elsewhere = [...pieces.map(({ area }) => area.id), ...successors].filter(
    (id) => tree.get(id) !== undefined && (ended ? id !== place : !isInside(id)),
  );
  return distinct(ended ? elsewhere : [place, ...elsewhere]);
}

/** Whoever names a place that is no more means what took its place. */
function asOf(tree: Tree, areas: readonly AreaId[], since: Millis): readonly AreaId[] {
  const resolved = areas.flatMap((area) => {
    const end = tree.dated.find((one) => one.area.id === area)?.to ?? Infinity;
    if (end > since) return [area];
    let places = step(tree, area, end);
    for (const at of instants(tree, end, since)) places = distinct(places.flatMap((one) => step(tree, one, at)));
    return places;
  });
  return distinct(resolved);
}

function isAsItWas(tree: Tree, area: AreaId, since: Millis): boolean {
  return !tree.dated.some((one) => one.area.id === area && one.to <= since);
}

function turnsWithin(after: Millis, until: Millis): (one: Validity) => boolean {
  const within = (at: Millis) => at > after && at <= until;
  return ({ from, to }) => within(from) || within(to);
}

function instants(tree: Tree, after: Millis, until: Millis): readonly Millis[] {
  const all = tree.dated.flatMap(({ from, to }) => [from, to]).filter((at) => at > after && at <= until);
  return distinct(all.filter(Number.isFinite)).sort((a, b) => a - b);
}

const ends = ({ to }: Validity, at: Millis) => to === at;

function distinct<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)];
}
