// How a place is written: an area, or what is left of one without its listed children. No tree is asked here.
import type { AreaId, PlaceId } from "./area.ts";

export const REST = "/rest";

/** The area of a place, and whether only its rest is meant. */
export function shownArea(place: PlaceId): { area: AreaId; rest: boolean } {
  const rest = place.endsWith(REST);
  return { area: rest ? place.slice(0, -REST.length) : place, rest };
}
