// Alerts of begins and ends, of changes to decrees, and of what passed while nobody watched.
import { z } from "zod";
import { AreaId } from "../area.ts";
import { CurfewChanges } from "../curfew-change.ts";
import { EdgeGroups } from "../edge-group.ts";
import { AlertBase, Millis } from "./base.ts";

/** `groups`: those that follow the tailored channel's places. `lead`: minutes before the begin or end. */
const edge = { ...AlertBase, country: AreaId, groups: EdgeGroups };
export const edgeAlerts = [
  z.strictObject({ ...edge, kind: z.literal("curfew.began") }),
  z.strictObject({ ...edge, kind: z.literal("curfew.ended") }),
  z.strictObject({ ...edge, kind: z.literal("curfew.soon"), lead: z.int().positive() }),
  z.strictObject({ ...edge, kind: z.literal("curfew.ending"), lead: z.int().positive() }),
] as const;

/**
 * What a fact about a curfew made of the channel's places. `fact`: its id; `subject`: the curfew's. `before`: the version it is compared with; absent for a
 * decree that nobody was told of.
 */
const change = {
  ...AlertBase,
  country: AreaId,
  fact: z.string(),
  subject: z.string(),
  before: z.string().optional(),
  changes: CurfewChanges,
};
export const changeAlerts = [
  z.strictObject({ ...change, kind: z.literal("curfew.declared") }),
  z.strictObject({ ...change, kind: z.literal("curfew.changed") }),
  z.strictObject({ ...change, kind: z.literal("curfew.lifted") }),
  z.strictObject({ ...change, kind: z.literal("curfew.annulled") }),
  z.strictObject({ ...change, kind: z.literal("curfew.withdrawn") }),
] as const;

/** One for each outage and channel: what passed while nobody watched. Times of what was missed, and nothing else. */
export const down = z.strictObject({
  ...AlertBase,
  kind: z.literal("vigia.down"),
  country: AreaId,
  from: Millis,
  to: Millis,
  /** Vigía itself, its clock, Discord, or the channel, which took no messages; left out: Vigía. */
  fault: z.enum(["vigia", "clock", "discord", "channel"]).optional(),
  missed: z
    .array(z.strictObject({ kind: z.enum(["curfew.began", "curfew.ended"]), at: Millis, groups: EdgeGroups }))
    .nonempty(),
});
