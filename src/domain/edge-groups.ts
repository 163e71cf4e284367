// Edges as one destination sees them: only its places, those with the same hours together.
// It must never show a place the destination does not follow, nor merge two that differ in anything shown.
import type { AreaTree } from "./area-tree.ts";
import type { LeafId, PlaceId } from "./area.ts";
import type { EdgeGroup } from "./edge-group.ts";
import { shownArea } from "./place.ts";
import type { Edge } from "./situation.ts";
import type { Millis } from "./time.ts";

/**
 * `edges` of one kind and instant; others are kept apart, but a group does not say which it is. `follow` may hold `/rest` places, as
 * the rows of the ledger do; ids that the tree does not know are skipped here (their owners are told elsewhere).
 */
export function groupEdges(
  edges: readonly Edge[],
  tree: AreaTree,
  follow: readonly PlaceId[],
  at: Millis,
): EdgeGroup[] {
  const followed = setsOf(tree, follow, at);
  const groups = new Map<string, { edge: Edge; leaves: LeafId[] }>();
  for (const edge of edges) {
    if (!followed.some((leaves) => leaves.has(edge.leaf))) continue;
    const key = keyOf(edge);
    const group = groups.get(key) ?? { edge, leaves: [] };
    group.leaves.push(edge.leaf);
    groups.set(key, group);
  }
  return [...groups.values()].flatMap(({ edge, leaves }) => {
    const [first, ...others] = tree.compress(leaves, at);
    return first === undefined ? [] : [shown(edge, [first, ...others])];
  });
}

/** The tree gives the same list for the same place and time: of whole countries it is long, and asked for each channel. */
const sets = new WeakMap<readonly LeafId[], ReadonlySet<LeafId>>();

function setsOf(tree: AreaTree, follow: readonly PlaceId[], at: Millis): ReadonlySet<LeafId>[] {
  return follow.flatMap((place) => {
    if (tree.get(shownArea(place).area) === undefined) return [];
    const leaves = tree.leaves(place, at);
    const set = sets.get(leaves) ?? new Set(leaves);
    sets.set(leaves, set);
    return [set];
  });
}

const keys = new WeakMap<Edge, string>();

function keyOf(edge: Edge): string {
  const known = keys.get(edge);
  if (known !== undefined) return known;
  const { kind, at, since, until, next, followedBy, curfews } = edge;
  const key = JSON.stringify([kind, at, since, until ?? null, next ?? null, followedBy ?? null, curfews]);
  keys.set(edge, key);
  return key;
}

function shown({ since, until, next, followedBy, curfews }: Edge, areas: [PlaceId, ...PlaceId[]]): EdgeGroup {
  return {
    areas,
    since,
    ...(until === undefined ? {} : { until }),
    ...(next === undefined ? {} : { next }),
    ...(followedBy === undefined ? {} : { followedBy }),
    curfews: [...curfews],
  };
}
