// How many places, and of what kind, for the beginning of a first line: a lock screen shows 80 letters, and a list of names would push hours off it.
// It must never stand for the names: they follow, or the embed has them.
import { shownArea } from "../../domain/area-tree.ts";
import type { PlaceId } from "../../domain/area.ts";
import { texts } from "../../text/index.ts";
import { compressed, type Scene } from "./words.ts";

/** Letters of a first line that a lock screen shows. */
const LOCK = 80;
/** Names up to this long say more than their number. */
const FEW_LETTERS = 20;
/** And beside other groups, each with its own hour. */
const GROUP_LETTERS = 10;

/** Whether a lock screen shows all of it. */
export const isSeen = (start: string): boolean => start.length <= LOCK;

/** `4 provinces`; `5 places` where they are of several kinds, or the rest of one. Each group is counted as it is named. */
export function howMany({ record, language, at }: Scene, ...groups: readonly (readonly PlaceId[])[]): string {
  const fewest = groups.flatMap((places) => compressed(record, places, at));
  const kinds = new Set(
    fewest.map((place) => {
      const { area, rest } = shownArea(place);
      return rest ? undefined : record.areasById.get(area)?.kind;
    }),
  );
  const [kind] = kinds;
  return texts(language).common.places(fewest.length, kinds.size === 1 ? kind : undefined);
}

/** One of several groups of a line that has told how many all are: `Guayas until Mon 05:00`, or `8 until Mon 05:00 (Guayas, Manabí and 6 more)`. */
export function groupWords(scene: Scene, places: readonly PlaceId[], names: string, told: string): string {
  if (names.length <= GROUP_LETTERS) return `${names} ${told}`;
  return `${compressed(scene.record, places, scene.at).length} ${told} (${names})`;
}

/** What stands before the clock and what behind it: `in Guayas` and nothing, or `in 4 provinces` and `: Guayas, El Oro ...`. */
export function placesIn(scene: Scene, places: readonly PlaceId[], names: string): { in: string; list: string } {
  const { common } = texts(scene.language);
  const isOne = compressed(scene.record, places, scene.at).length === 1;
  if (isOne || names.length <= FEW_LETTERS) return { in: common.in(names), list: "" };
  return { in: common.in(howMany(scene, places)), list: `: ${names}` };
}
