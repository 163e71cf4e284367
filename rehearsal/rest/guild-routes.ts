// What the bot may read of the guild and its channels. Must never show a channel the bot cannot see.
import { ChannelType } from "discord-api-types/v10";
import type { Stage } from "../stage.ts";
import type { WorldChannel } from "../world/guild.ts";
import { holds, P } from "../world/permissions.ts";
import { APPLICATION_ID, GUILD_ID } from "../world/seed.ts";
import { refusal } from "./errors.ts";
import { ok, type Call, type Route } from "./exchange.ts";

/** The channel if it is there and the bot may see it: else 10003 or 50001. */
export function seenChannel(stage: Stage, channelId: string): WorldChannel {
  const channel = stage.world.channels.get(channelId);
  if (!channel) throw refusal("unknownChannel");
  if (channel.type !== ChannelType.GuildText) return channel;
  if (!stage.world.botInGuild) throw refusal("missingAccess");
  if (!holds(stage.world.bits(APPLICATION_ID, channelId), P.ViewChannel)) throw refusal("missingAccess");
  return channel;
}

function homeGuild({ stage, id }: Call): string {
  if (id("guild") !== GUILD_ID || !stage.world.botInGuild) throw refusal("unknownGuild");
  return GUILD_ID;
}

function guild(call: Call): object {
  homeGuild(call);
  const counts = call.request.query.get("with_counts") === "true";
  return {
    ...call.stage.world.guild(),
    ...(counts ? { approximate_member_count: 5, approximate_presence_count: 4 } : {}),
  };
}

function member(call: Call): object {
  homeGuild(call);
  if (!call.stage.world.user(call.id("user"))) throw refusal("unknownUser");
  const found = call.stage.world.member(call.id("user"));
  if (!found) throw refusal("unknownMember");
  return found;
}

export const guildRoutes: Route[] = [
  { method: "GET", pattern: "/guilds/:guild", run: (call) => ok(guild(call)) },
  {
    method: "GET",
    pattern: "/guilds/:guild/channels",
    run: (call) => ok(homeGuild(call) && call.stage.world.guildChannels()),
  },
  { method: "GET", pattern: "/guilds/:guild/roles", run: (call) => ok(homeGuild(call) && call.stage.world.roles) },
  { method: "GET", pattern: "/guilds/:guild/members/:user", run: (call) => ok(member(call)) },
  {
    method: "GET",
    pattern: "/channels/:channel",
    run: ({ stage, id }) => ok(seenChannel(stage, id("channel"))),
  },
];
