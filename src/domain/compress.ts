// The fewest names for a set of leaves. It must never name an area of which a single leaf is missing.
import type { AreaId, LeafId, PlaceId } from "./area.ts";
import type { AreaTree } from "./area-tree.ts";
import { REST } from "./place.ts";
import type { Millis } from "./time.ts";

type Tree = Pick<AreaTree, "ancestors" | "children" | "country" | "get">;

/** Highest first, in the tree's order; what is no leaf at `at` is kept as it is. */
export function compress(tree: Tree, leaves: readonly LeafId[], at: Millis): readonly PlaceId[] {
  const wanted = new Set(leaves);
  const countries = new Set(leaves.map((leaf) => tree.country(leaf)));
  const around = new Set(leaves.flatMap((leaf) => tree.ancestors(leaf)));
  const places = [...countries].flatMap((id) => pick(tree, id, at, { wanted, around }).places);
  return [...places, ...wanted];
}

interface Picked {
  /** All leaves below were wanted. */
  whole: boolean;
  places: PlaceId[];
}

interface Sought {
  wanted: Set<LeafId>;
  /** What they lie in: nothing is wanted below any other. */
  around: ReadonlySet<PlaceId>;
}

/** Takes the leaves below `id` out of `wanted` and names them. */
function pick(tree: Tree, id: AreaId, at: Millis, sought: Sought): Picked {
  const { wanted, around } = sought;
  if (!around.has(id)) return { whole: false, places: [] };
  const children = tree.children(id, at);
  if (children.length === 0) return take(wanted, id);
  const parts = children.map((area) => pick(tree, area.id, at, sought));
  if (tree.get(id)?.complete !== true) parts.push(take(wanted, id + REST));
  const whole = parts.every((part) => part.whole);
  return { whole, places: whole ? [id] : parts.flatMap((part) => part.places) };
}

function take(wanted: Set<LeafId>, leaf: LeafId): Picked {
  return wanted.delete(leaf) ? { whole: true, places: [leaf] } : { whole: false, places: [] };
}
