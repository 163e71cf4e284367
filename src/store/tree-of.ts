// The places as the facts about them have it. It must never be silent about a place that no tree holds: those are left out and named.
import { type AreaTree, areaTree } from "../domain/area-tree.ts";
import { type Fact, noun } from "../domain/fact.ts";

/**
 * The tree as the newest versions have it. An older Vigía took versions that form no tree: the newest are left out until the others do, for
 * a record with one wrong place must not silence all places.
 */
export function treeOf(known: readonly Fact[]): { tree: AreaTree; leftOut: readonly Fact[] } {
  const facts = known.filter((fact) => noun(fact.kind) === "area").sort((a, b) => a.seq - b.seq);
  const leftOut: Fact[] = [];
  for (;;) {
    const heads = new Map(facts.map((fact) => [fact.subject, fact]));
    const areas = [...heads.values()].flatMap((fact) =>
      fact.kind === "area.recorded" || fact.kind === "area.changed" ? [fact.content] : [],
    );
    try {
      return { tree: areaTree(areas), leftOut };
    } catch (error) {
      const newest = facts.pop();
      if (newest === undefined) throw error;
      leftOut.push(newest);
    }
  }
}
