// What Discord accepts as a scheduled event. Must never take one outside (EXTERNAL) without a place and an end, or one in the past.
// There are no voice and stage channels in this rehearsal: such an event finds no channel to be in.
import {
  GuildScheduledEventEntityType as Type,
  GuildScheduledEventPrivacyLevel as Privacy,
  GuildScheduledEventStatus as Status,
} from "discord-api-types/v10";
import { z } from "zod";
import { snowflake, text } from "./errors.ts";

const time = z.iso.datetime({ offset: true });
const fields = {
  name: text(1, 100),
  description: text(1, 1000).nullable().exactOptional(),
  scheduled_start_time: time,
  scheduled_end_time: time.nullable().exactOptional(),
  privacy_level: z.literal(Privacy.GuildOnly),
  entity_type: z.enum(Type),
  channel_id: snowflake.nullable().exactOptional(),
  entity_metadata: z
    .strictObject({ location: text(1, 100).exactOptional() })
    .nullable()
    .exactOptional(),
  image: z.null().exactOptional(),
  recurrence_rule: z.null().exactOptional(),
};

export const newEvent = z.strictObject(fields);

export const changedEvent = z.strictObject({
  ...fields,
  name: fields.name.exactOptional(),
  scheduled_start_time: time.exactOptional(),
  privacy_level: fields.privacy_level.exactOptional(),
  entity_type: fields.entity_type.exactOptional(),
  status: z.enum(Status).exactOptional(),
});

export type ChangedEvent = z.infer<typeof changedEvent>;

export interface EventFacts {
  entityType: Type;
  startsAt: number;
  endsAt: number | undefined;
  location: string | undefined;
  channelId: string | null;
}

/** What is wrong with an event as a whole, by field. `begun` events may keep their start. */
export function eventFaults(event: EventFacts, now: number, begun: boolean) {
  const faults: { path: string[]; code: string; message: string }[] = [];
  const fault = (path: string[], code: string, message: string) => void faults.push({ path, code, message });
  const required = (path: string[]) => fault(path, "BASE_TYPE_REQUIRED", "This field is required");
  if (!begun && event.startsAt < now)
    fault(["scheduled_start_time"], "GUILD_SCHEDULED_EVENT_SCHEDULE_PAST", "Cannot schedule event in the past.");
  if (event.endsAt !== undefined && event.endsAt <= event.startsAt)
    fault(["scheduled_end_time"], "GUILD_SCHEDULED_EVENT_END_BEFORE_START", "The event must end after it begins.");
  else if (event.endsAt !== undefined && event.endsAt < now)
    fault(["scheduled_end_time"], "GUILD_SCHEDULED_EVENT_SCHEDULE_PAST", "Cannot schedule event in the past.");
  if (event.entityType !== Type.External) {
    if (event.channelId === null) required(["channel_id"]);
    return faults;
  }
  if (event.endsAt === undefined) required(["scheduled_end_time"]);
  if (event.location === undefined) required(["entity_metadata", "location"]);
  if (event.channelId !== null) fault(["channel_id"], "BASE_TYPE_NULL", "An external event has no channel.");
  return faults;
}
