// What a channel hears no more, of all its sets together: places by kind. Pure. It must never leave out a place or a kind that some set brought and none brings
// now, nor name one that another set still brings. Persisted in rows: fields are added, never changed.
import { z } from "zod";
import { PlaceId } from "./area.ts";
import type { AreaTree } from "./area-tree.ts";
import { groupBy } from "./group.ts";
import { shownArea } from "./place.ts";
import type { Millis } from "./time.ts";
import { fine, FINE_TOPICS, type FineTopic, hearsCurfews, type Topic } from "./topic.ts";

/** These kinds, for these places; without any place: of strikes and organisations, which no set asks for by place. */
export const Lost = z.strictObject({ topics: z.array(z.enum(FINE_TOPICS)).nonempty(), areas: z.array(PlaceId) });
export type Lost = z.infer<typeof Lost>;

interface Asked {
  topics: readonly Topic[];
  areas: readonly PlaceId[];
}
type Tree = Pick<AreaTree, "get" | "leaves" | "compress">;
interface Scene {
  areas: Tree;
  at: Millis;
}

const ANYWHERE: ReadonlySet<FineTopic> = new Set(["strikes", "orgs"]);
/** In place of a place. */
const NOWHERE = "";

/** Most kinds first, those of places before the others. */
export function lostOf(before: readonly Asked[], after: readonly Asked[], map: Scene): Lost[] {
  const left = heard(after, map);
  const missing = [...heard(before, map)].flatMap(([place, topics]) => {
    const gone = FINE_TOPICS.filter((topic) => topics.has(topic) && left.get(place)?.has(topic) !== true);
    return gone.length === 0 ? [] : [{ place, gone }];
  });
  return groupBy(missing, ({ place, gone }) => `${String(place === NOWHERE)} ${gone.join()}`)
    .flatMap((group): Lost[] => {
      const [topic, ...topics] = group[0]?.gone ?? [];
      if (topic === undefined) return [];
      return [{ topics: [topic, ...topics], areas: named(group.map(({ place }) => place).filter(isPlace), map) }];
    })
    .sort((a, b) => Number(a.areas.length === 0) - Number(b.areas.length === 0) || b.topics.length - a.topics.length);
}

/** Whether all of it is heard by these sets. */
export function isHeardAgain(lost: readonly Lost[], now: readonly Asked[], map: Scene): boolean {
  const all = heard(now, map);
  return lost.every(({ topics, areas }) => {
    const places = areas.length === 0 ? [NOWHERE] : leavesOf(areas, map);
    return places.every((place) => topics.every((topic) => all.get(place)?.has(topic) === true));
  });
}

/** By leaf. */
function heard(asked: readonly Asked[], map: Scene): ReadonlyMap<string, ReadonlySet<FineTopic>> {
  const all = new Map<string, Set<FineTopic>>();
  const add = (place: string, topic: FineTopic) => all.set(place, (all.get(place) ?? new Set<FineTopic>()).add(topic));
  for (const { topics, areas } of asked) {
    const own = heardKinds(topics);
    for (const topic of own) if (ANYWHERE.has(topic)) add(NOWHERE, topic);
    const placed = own.filter((topic) => !ANYWHERE.has(topic));
    if (placed.length > 0) for (const leaf of leavesOf(areas, map)) for (const topic of placed) add(leaf, topic);
  }
  return all;
}

/** Whoever hears anything of curfews hears of changes, and of what was missed, too (`hears`). */
function heardKinds(topics: readonly Topic[]): readonly FineTopic[] {
  const own = fine(topics);
  return hearsCurfews(topics) ? FINE_TOPICS.filter((one) => own.includes(one) || one === "changes" || one === "trouble") : own; // prettier-ignore
}

/** A place that the record no longer holds stands for itself. */
function leavesOf(places: readonly PlaceId[], { areas, at }: Scene): readonly string[] {
  return places.flatMap((place) => (isKnown(place, areas) ? areas.leaves(place, at) : [place]));
}

function named(leaves: readonly PlaceId[], { areas, at }: Scene): PlaceId[] {
  const known = leaves.filter((leaf) => isKnown(leaf, areas));
  return [...areas.compress(known, at), ...leaves.filter((leaf) => !isKnown(leaf, areas))];
}

const isKnown = (place: PlaceId, areas: Tree) => areas.get(shownArea(place).area) !== undefined;
const isPlace = (place: string) => place !== NOWHERE;
