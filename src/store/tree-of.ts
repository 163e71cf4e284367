// The places as the facts about them have it, over the rest of the world. It must never be silent about a place that no tree holds: those are left out and named.
import type { Area } from "../domain/area.ts";
import { type AreaTree, areaTree } from "../domain/area-tree.ts";
import { type Fact, noun } from "../domain/fact.ts";

export interface TreeOf {
  tree: AreaTree;
  leftOut: readonly Fact[];
}

/** Trees of a world of which no fact says anything: made once for all stores of a process. */
const untouched = new WeakMap<readonly Area[], TreeOf>();

/**
 * The tree as the newest versions have it. An older Vigía took versions that form no tree: the newest are left out until the others do, for
 * a record with one wrong place must not silence all places. `world`: places that hold where no fact speaks of them.
 */
export function treeOf(known: readonly Fact[], world: readonly Area[]): TreeOf {
  const made = untouched.get(world);
  if (known.length === 0 && made !== undefined) return made;
  const tree = treeOver(known, world);
  if (known.length === 0) untouched.set(world, tree);
  return tree;
}

function treeOver(known: readonly Fact[], world: readonly Area[]): TreeOf {
  const facts = known.filter((fact) => noun(fact.kind) === "area").sort((a, b) => a.seq - b.seq);
  const leftOut: Fact[] = [];
  for (;;) {
    const heads = new Map(facts.map((fact) => [fact.subject, fact]));
    const areas = [...heads.values()].flatMap((fact) =>
      fact.kind === "area.recorded" || fact.kind === "area.changed" ? [fact.content] : [],
    );
    try {
      return { tree: areaTree([...areas, ...world.filter(({ id }) => !heads.has(id))]), leftOut };
    } catch (error) {
      const newest = facts.pop();
      if (newest === undefined) throw error;
      leftOut.push(newest);
    }
  }
}
