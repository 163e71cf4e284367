// Scheduled events of a guild: listed, made, changed, started and ended, deleted. Must never change one that is over.
// Leave as in the Permissions page: CREATE_EVENTS makes events and changes the bot's own; others' need MANAGE_EVENTS. A guess: what is over leaves the list
// but can still be got by its id.
import type { APIGuildScheduledEvent } from "discord-api-types/v10";
import { GuildScheduledEventEntityType as Type, GuildScheduledEventStatus as Status } from "discord-api-types/v10";
import { eventNews } from "../gateway/news.ts";
import type { Stage } from "../stage.ts";
import { holds, P } from "../world/permissions.ts";
import { APPLICATION_ID } from "../world/seed.ts";
import { isOver, type WorldGuild } from "../world/world-guild.ts";
import { discordTime } from "../world-clock.ts";
import { demandInGuild, homeGuild } from "./access.ts";
import { invalidForm, parseForm, refusal } from "./errors.ts";
import { noContent, ok, type Call, type Route } from "./exchange.ts";
import { changedEvent, eventFaults, newEvent, type ChangedEvent } from "./form-event.ts";

const MOST = 100;

const NEXT: Record<Status, Status[]> = {
  [Status.Scheduled]: [Status.Active, Status.Canceled],
  [Status.Active]: [Status.Completed],
  [Status.Completed]: [],
  [Status.Canceled]: [],
};

/** Nobody in this rehearsal says that they come. */
function counted(call: Call, event: APIGuildScheduledEvent): object {
  return call.request.query.get("with_user_count") === "true" ? { ...shown(event), user_count: 0 } : shown(event);
}

function shown(event: APIGuildScheduledEvent): object {
  return { ...event, guild_scheduled_event_exceptions: [] };
}

function eventOf(call: Call): { guild: WorldGuild; event: APIGuildScheduledEvent } {
  const guild = homeGuild(call);
  const event = guild.events.get(call.id("event"));
  if (!event) throw refusal("unknownEvent");
  return { guild, event };
}

function demandOver(stage: Stage, guild: WorldGuild, event: APIGuildScheduledEvent): void {
  const bits = stage.world.guildBits(APPLICATION_ID, guild.id);
  const own = event.creator_id === APPLICATION_ID && holds(bits, P.CreateEvents);
  if (!own && !holds(bits, P.ManageEvents)) throw refusal("missingPermissions");
}

function create(call: Call): object {
  const { stage, request } = call;
  const guild = homeGuild(call);
  const input = parseForm(newEvent, request.body);
  demandInGuild(stage, guild, P.CreateEvents);
  const made = built(stage, guild, stage.ids.next(), input);
  if (guild.livingEvents().length >= MOST) throw refusal("tooManyEvents");
  guild.events.set(made.id, made);
  eventNews(stage, made, "created");
  stage.bus.emit({ type: "world" });
  return shown(made);
}

/** A whole event from its fields, or the 50035 that tells what is wrong with them together. */
function built(
  stage: Stage,
  guild: WorldGuild,
  id: string,
  input: ChangedEvent,
  before?: APIGuildScheduledEvent,
): APIGuildScheduledEvent {
  const entityType = input.entity_type ?? before?.entity_type ?? Type.External;
  const start = input.scheduled_start_time ?? before?.scheduled_start_time ?? "";
  const end = input.scheduled_end_time === undefined ? before?.scheduled_end_time : input.scheduled_end_time;
  const metadata = input.entity_metadata === undefined ? before?.entity_metadata : input.entity_metadata;
  const location = metadata?.location;
  const channelId = input.channel_id === undefined ? (before?.channel_id ?? null) : input.channel_id;
  const startsAt = Date.parse(start);
  const endsAt = end ? Date.parse(end) : undefined;
  // A start that nobody touched may have passed by now.
  const begun = input.scheduled_start_time === undefined;
  const faults = eventFaults({ entityType, startsAt, endsAt, location, channelId }, stage.clock.now(), begun);
  if (faults.length > 0) throw invalidForm(faults);
  if (entityType !== Type.External || location === undefined) throw refusal("wrongChannelType");
  return {
    id,
    guild_id: guild.id,
    channel_id: null,
    creator_id: before?.creator_id ?? APPLICATION_ID,
    creator: before?.creator ?? stage.world.bot,
    name: input.name ?? before?.name ?? "",
    description: (input.description === undefined ? before?.description : input.description) ?? null,
    scheduled_start_time: discordTime(startsAt),
    scheduled_end_time: endsAt === undefined ? null : discordTime(endsAt),
    privacy_level: input.privacy_level ?? before?.privacy_level ?? 2,
    status: before?.status ?? Status.Scheduled,
    entity_type: entityType,
    entity_id: null,
    entity_metadata: { location },
    image: null,
    recurrence_rule: null,
  };
}

function modify(call: Call): object {
  const { stage, request } = call;
  const { guild, event } = eventOf(call);
  const input = parseForm(changedEvent, request.body);
  demandOver(stage, guild, event);
  if (isOver(event)) throw refusal("finishedEvent");
  const status = input.status ?? event.status;
  if (status !== event.status && !NEXT[event.status].includes(status))
    throw invalidForm([
      {
        path: ["status"],
        code: "BASE_TYPE_CHOICES",
        message: `Value must be one of (${NEXT[event.status].join(", ")}).`,
      },
    ]);
  if (event.status === Status.Active && input.scheduled_start_time !== undefined)
    throw invalidForm([
      {
        path: ["scheduled_start_time"],
        code: "GUILD_SCHEDULED_EVENT_STARTED",
        message: "The start of an event that is on cannot be changed.",
      },
    ]);
  const made = { ...built(stage, guild, event.id, input, event), status };
  guild.events.set(made.id, made);
  eventNews(stage, made, "changed");
  stage.bus.emit({ type: "world" });
  return shown(made);
}

function remove(call: Call): void {
  const { stage } = call;
  const { guild, event } = eventOf(call);
  demandOver(stage, guild, event);
  guild.events.delete(event.id);
  eventNews(stage, event, "deleted");
  stage.bus.emit({ type: "world" });
}

const ALL = "/guilds/:guild/scheduled-events";
const ONE = `${ALL}/:event`;

export const eventRoutes: Route[] = [
  {
    method: "GET",
    pattern: ALL,
    run: (call) =>
      ok(
        homeGuild(call)
          .livingEvents()
          .map((one) => counted(call, one)),
      ),
  },
  { method: "POST", pattern: ALL, run: (call) => ok(create(call)) },
  { method: "GET", pattern: ONE, run: (call) => ok(counted(call, eventOf(call).event)) },
  { method: "PATCH", pattern: ONE, run: (call) => ok(modify(call)) },
  {
    method: "DELETE",
    pattern: ONE,
    run: (call) => {
      remove(call);
      return noContent;
    },
  },
];
