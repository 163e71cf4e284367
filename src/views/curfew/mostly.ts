// Names of places where most of a province is meant: `Guayas except Balao, Playas` instead of twenty cantons. It must never name more than is meant, nor
// put an exception into an exception.
import type { AreaId, PlaceId } from "../../domain/area.ts";
import { shownArea } from "../../domain/place.ts";
import { texts } from "../../text/index.ts";
import { byImportance, compressed, placeName, type Scene, shortList } from "./words.ts";

/** A reader holds so many exceptions in mind. */
const MOST = 4;

/** All of these places by the fewest names. */
export function mostly(scene: Scene, places: readonly PlaceId[]): string {
  const { plain, wholes } = parted(scene, places);
  // A name after an exception would read as one more of them.
  return [...(plain.length === 0 ? [] : [texts(scene.language).common.and(plain)]), ...wholes].join("; ");
}

/** For a first line: `Guayas except Balao, Playas` where that is all of them, else the most important, `most` names, and how many more. */
export function mostlyShort(scene: Scene, places: readonly PlaceId[], most?: number): string {
  const { plain, wholes } = parted(scene, places);
  const [only, ...others] = wholes;
  return only !== undefined && plain.length + others.length === 0 ? only : shortList(scene, places, most);
}

interface Parted {
  plain: string[];
  /** With their exceptions. */
  wholes: string[];
}

function parted(scene: Scene, places: readonly PlaceId[]): Parted {
  const { record, language, at } = scene;
  let left = [...compressed(record, places, at)];
  const wholes: string[] = [];
  for (const whole of parentsOf(scene, left)) {
    const inside = left.filter((place) => place !== whole && liesIn(scene, place, whole));
    const missing = missingOf(scene, whole, inside);
    if (missing === undefined || missing.length >= inside.length) continue;
    const names = byImportance(record, missing, at).map((place) => placeName(record, place, language, at));
    wholes.push(
      texts(language).curfew.except(placeName(record, whole, language, at), texts(language).common.and(names)),
    );
    left = left.filter((place) => !inside.includes(place));
  }
  return { plain: byImportance(record, left, at).map((place) => placeName(record, place, language, at)), wholes };
}

/** The larger first: with most of a country its provinces need no exceptions of their own. */
function parentsOf({ record }: Scene, places: readonly PlaceId[]): AreaId[] {
  const { areas } = record;
  const above = places.flatMap((place) => known(areas.get(shownArea(place).area)?.parent));
  const all = new Set(above.flatMap((parent) => areas.ancestors(parent)));
  return [...all].sort((a, b) => areas.ancestors(a).length - areas.ancestors(b).length || (a < b ? -1 : 1));
}

const known = (id: AreaId | undefined) => (id === undefined ? [] : [id]);

function liesIn({ record }: Scene, place: PlaceId, whole: AreaId): boolean {
  const own = shownArea(place).area;
  return record.areas.get(own) !== undefined && record.areas.ancestors(own).includes(whole);
}

/** Undefined where they are too many, or no whole places. */
function missingOf({ record, at }: Scene, whole: AreaId, inside: readonly PlaceId[]): readonly PlaceId[] | undefined {
  const { areas } = record;
  const held = new Set(inside.flatMap((place) => areas.leaves(place, at)));
  const missing = areas.compress(
    areas.leaves(whole, at).filter((leaf) => !held.has(leaf)),
    at,
  );
  const plain = missing.every((place) => !shownArea(place).rest);
  return missing.length > 0 && missing.length <= MOST && plain ? missing : undefined;
}
