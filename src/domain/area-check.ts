// What must hold before a list of areas may be called a tree. It must never let a place go without zone, parent or origin in silence.
import type { Area, AreaId } from "./area.ts";

/** The areas by id; throws an Error with a sentence that names the faulty area. */
export function checkAreas(areas: readonly Area[]): ReadonlyMap<AreaId, Area> {
  const byId = new Map<AreaId, Area>();
  for (const area of areas) {
    if (byId.has(area.id)) throw new Error(`Two areas have the id "${area.id}".`);
    byId.set(area.id, area);
  }
  const rooted = new Set<AreaId>();
  for (const area of areas) {
    const fault = placeFault(area, byId) ?? cycleFault(area, byId, rooted) ?? originFault(area, byId);
    if (fault !== undefined) throw new Error(fault);
  }
  return byId;
}

function placeFault(area: Area, byId: ReadonlyMap<AreaId, Area>): string | undefined {
  if (area.parent !== undefined && !byId.has(area.parent))
    return `Area "${area.id}" names the parent "${area.parent}", which is not listed.`;
  if (area.kind === "country" && area.parent !== undefined)
    return `"${area.id}" is a country and cannot have the parent "${area.parent}".`;
  if (area.kind !== "country" && area.parent === undefined) return `Area "${area.id}" is no country and has no parent.`;
  if (area.kind === "country" && area.zone === undefined) return `Country "${area.id}" has no time zone.`;
  return undefined;
}

/** `rooted`: those that are known to lie in a country; what is found to is added. */
function cycleFault(area: Area, byId: ReadonlyMap<AreaId, Area>, rooted: Set<AreaId>): string | undefined {
  const seen = new Set<AreaId>();
  for (
    let at: Area | undefined = area;
    at !== undefined && !rooted.has(at.id);
    at = at.parent === undefined ? undefined : byId.get(at.parent)
  ) {
    if (seen.has(at.id)) return `Area "${area.id}" is inside itself: ${[...seen, at.id].join(" -> ")}.`;
    seen.add(at.id);
  }
  for (const id of seen) rooted.add(id);
  return undefined;
}

/** Before it was cut out, an area answers for what it was cut out of: without a day nobody knows until when. */
function originFault(area: Area, byId: ReadonlyMap<AreaId, Area>): string | undefined {
  if (area.splitFrom === undefined) return undefined;
  if (!byId.has(area.splitFrom)) return `Area "${area.id}" was cut out of "${area.splitFrom}", which is not listed.`;
  if (area.validFrom === undefined)
    return `Area "${area.id}" was cut out of "${area.splitFrom}", but no day says since when.`;
  return undefined;
}
