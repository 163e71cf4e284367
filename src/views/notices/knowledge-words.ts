// Words that all notices about what is known share: places by the fewest names, and who looked when. Decides nothing.
import type { PlaceId } from "../../domain/area.ts";
import { checkedAt, leavesOf } from "../../domain/knowledge.ts";
import type { Millis } from "../../domain/time.ts";
import { texts } from "../../text/index.ts";
import { type CurfewRecord, compressed, placeName, type Scene, shortList } from "../curfew/words.ts";

/** As many names as "all but" may have: the reader counts them out. */
const LEFT_OUT = 6;

/** The shortest true list: the places, or their country without the few that are not meant. */
export function fewestList(scene: Scene, places: readonly PlaceId[]): string {
  const { record, language, at } = scene;
  const own = compressed(record, places, at);
  const countries = [...new Set(own.map((place) => record.areas.country(place)))];
  const [country] = countries;
  if (country === undefined || countries.length > 1 || own.length <= 2) return shortList(scene, own);
  const meant = new Set(leavesOf(record.areas, own, at));
  const others = compressed(
    record,
    record.areas.leaves(country, at).filter((leaf) => !meant.has(leaf)),
    at,
  );
  if (others.length >= own.length || others.length > LEFT_OUT) return shortList(scene, own);
  return texts(language).curfew.except(placeName(record, country, language, at), shortList(scene, others));
}

/** When somebody last looked who confirmed what was known there up to `end`; undefined where it rested on sources alone. */
export function lookedAt(
  record: CurfewRecord,
  places: readonly PlaceId[],
  at: Millis,
  end: Millis,
): Millis | undefined {
  const looks = leavesOf(record.areas, places, at).flatMap((leaf) => checkedAt(record, leaf, end) ?? []);
  return looks.length === 0 ? undefined : Math.max(...looks);
}
