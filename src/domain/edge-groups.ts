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
  const known = follow.filter((place) => tree.get(shownArea(place).area) !== undefined);
  const followed = new Set<LeafId>(known.flatMap((place) => tree.leaves(place, at)));
  const groups = new Map<string, { edge: Edge; leaves: LeafId[] }>();
  for (const edge of edges) {
    if (!followed.has(edge.leaf)) continue;
    const { kind, since, until, next, followedBy, curfews } = edge;
    const key = JSON.stringify([kind, edge.at, since, until ?? null, next ?? null, followedBy ?? null, curfews]);
    const group = groups.get(key) ?? { edge, leaves: [] };
    group.leaves.push(edge.leaf);
    groups.set(key, group);
  }
  return [...groups.values()].flatMap(({ edge, leaves }) => {
    const [first, ...others] = tree.compress(leaves, at);
    return first === undefined ? [] : [shown(edge, [first, ...others])];
  });
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
