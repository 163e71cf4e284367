// A server's list of events and the threads at messages, as Discord's API has them. One request each; it must never decide what happens next.
import {
  GuildScheduledEventEntityType as Type,
  GuildScheduledEventPrivacyLevel as Privacy,
  GuildScheduledEventStatus as Status,
  Routes,
  ThreadAutoArchiveDuration,
  type REST,
} from "discord.js";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import type { EventChanges, EventFields, ListedEvent, Outcome, Reason } from "../alerts/courier/sender.ts";

type Failed = Exclude<Outcome, { is: "sent" }>;
type Asked = Pick<REST, "get" | "post" | "patch" | "delete">;

const Id = z.string().regex(/^\d{17,20}$/);
const Time = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
const Listed = z.array(
  z.object({
    id: Id,
    creator_id: Id.nullish(),
    name: z.string(),
    description: z.string().nullish(),
    scheduled_start_time: Time,
    scheduled_end_time: Time.nullish(),
    status: z.enum(Status),
    entity_metadata: z.object({ location: z.string().nullish() }).nullish(),
  }),
);

/** Throws what the request throws, and on an answer that is none. */
export async function listedEvents(rest: Asked, guildId: string, botId: string): Promise<ListedEvent[]> {
  const answer = Listed.parse(await rest.get(Routes.guildScheduledEvents(guildId)));
  return answer.map((one) => ({
    id: one.id,
    name: one.name,
    location: one.entity_metadata?.location ?? "",
    description: one.description ?? "",
    start: one.scheduled_start_time,
    end: one.scheduled_end_time ?? Infinity,
    isOn: one.status === Status.Active,
    isOwn: one.creator_id === botId,
  }));
}

export async function makeEvent(rest: Asked, guildId: string, event: EventFields): Promise<string> {
  const { name, location, description, start, end } = event;
  const body = {
    name,
    description,
    privacy_level: Privacy.GuildOnly,
    entity_type: Type.External,
    entity_metadata: { location },
    scheduled_start_time: isoTime(start),
    scheduled_end_time: isoTime(end),
  };
  return idOf(await rest.post(Routes.guildScheduledEvents(guildId), { body }));
}

export async function changeEvent(rest: Asked, guildId: string, id: string, changes: EventChanges): Promise<string> {
  const { name, location, description, start, end, status } = changes;
  const body = {
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { description }),
    ...(location === undefined ? {} : { entity_metadata: { location } }),
    ...(start === undefined ? {} : { scheduled_start_time: isoTime(start) }),
    ...(end === undefined ? {} : { scheduled_end_time: isoTime(end) }),
    ...(status === undefined ? {} : { status: status === "over" ? Status.Completed : Status.Canceled }),
  };
  return idOf(await rest.patch(Routes.guildScheduledEvent(guildId, id), { body }));
}

export async function removeEvent(rest: Asked, guildId: string, id: string): Promise<string> {
  await rest.delete(Routes.guildScheduledEvent(guildId, id));
  return id;
}

/** A day without a word and it leaves the list of channels; nothing of it is lost. */
export async function openThread(rest: Asked, channelId: string, messageId: string, name: string): Promise<string> {
  const body = { name, auto_archive_duration: ThreadAutoArchiveDuration.OneDay };
  return idOf(await rest.post(Routes.threads(channelId, messageId), { body }));
}

const idOf = (answer: unknown) => z.object({ id: Id }).parse(answer).id;
const isoTime = (at: number) => Temporal.Instant.fromEpochMilliseconds(at).toString();

const codeOf = ({ answer }: Failed) => Number(answer?.split(" ")[1]);
const never = (outcome: Failed, why: Reason): Failed => ({
  is: "never",
  why,
  closes: false,
  ...(outcome.answer === undefined ? {} : { answer: outcome.answer }),
});

/** What a refusal means of an event: nothing of it says that a channel is closed. */
export function ofEvent(outcome: Failed): Failed {
  switch (codeOf(outcome)) {
    case 50001:
    case 50013:
      return never(outcome, "no-leave-for-events");
    case 30038:
      return never(outcome, "too-many-events");
    // Unknown event; a finished one.
    case 10070:
    case 180000:
      return never(outcome, "message-deleted");
    default:
      return outcome;
  }
}

/** 160004: there is one at that message already, which is what was wanted. */
export function ofThread(outcome: Failed, messageId: string): Outcome {
  switch (codeOf(outcome)) {
    case 160004:
      return { is: "sent", messageId, ...(outcome.answer === undefined ? {} : { answer: outcome.answer }) };
    case 50001:
    case 50013:
      return never(outcome, "no-leave-for-threads");
    default:
      return outcome;
  }
}
