// What a bot may reach and do: which refusal stands between it and a guild, a channel or an act in it. Must never let one rule be asked in two ways.
// Codes: 10003/10004 for what is not there, 50001 for what the bot cannot see, 50013 for what it may not do. A guess: a guild without the bot is
// unknown (10004) under /guilds and no access (50001) through its channels.
import { ChannelType } from "discord-api-types/v10";
import type { Stage } from "../stage.ts";
import { isDm, isForum, isThread, type GuildChannel, type Thread, type WorldChannel } from "../world/channels.ts";
import { holds, P } from "../world/permissions.ts";
import { APPLICATION_ID } from "../world/seed.ts";
import type { WorldGuild } from "../world/world-guild.ts";
import { refusal } from "./errors.ts";
import type { Call } from "./exchange.ts";

/** The channel if it is there and the bot may see it: else 10003 or 50001. */
export function seenChannel(stage: Stage, channelId: string): WorldChannel {
  const channel = stage.world.channels.get(channelId);
  if (!channel) throw refusal("unknownChannel");
  if (!stage.world.sees(APPLICATION_ID, channelId)) throw refusal("missingAccess");
  return channel;
}

/** The guild of the path, with the bot in it. */
export function homeGuild({ stage, id }: Pick<Call, "stage" | "id">): WorldGuild {
  const guild = stage.world.guilds.get(id("guild"));
  if (!guild?.botIsHere) throw refusal("unknownGuild");
  return guild;
}

export function may(stage: Stage, channel: WorldChannel, bits: bigint): boolean {
  return holds(stage.world.bits(APPLICATION_ID, channel.id), bits);
}

/** Throws 50013 unless the bot has all of these in the channel. */
export function demand(stage: Stage, channel: WorldChannel, bits: bigint): void {
  if (!may(stage, channel, bits)) throw refusal("missingPermissions");
}

export function demandInGuild(stage: Stage, guild: WorldGuild, bits: bigint): void {
  if (!holds(stage.world.guildBits(APPLICATION_ID, guild.id), bits)) throw refusal("missingPermissions");
}

/** A channel of a guild that messages stand in: else 50003 or 50024. */
export function textual(channel: WorldChannel): Exclude<WorldChannel, { type: ChannelType.DM }> {
  if (isDm(channel)) throw refusal("notInDm");
  return channel;
}

export function threadOf(channel: WorldChannel): Thread {
  if (!isThread(channel)) throw refusal("wrongChannelType");
  return channel;
}

export function listed(channel: WorldChannel): GuildChannel {
  if (isDm(channel)) throw refusal("notInDm");
  if (isThread(channel)) throw refusal("wrongChannelType");
  return channel;
}

/** Whether the bot may write here: no forum itself, no locked thread, leave to send, a reader who takes messages. */
export function demandWriting(stage: Stage, channel: WorldChannel): void {
  if (isDm(channel)) {
    const recipient = channel.recipients?.[0]?.id ?? "";
    if (!stage.world.mutual(recipient)) throw refusal("noMutualGuild");
    if (stage.world.closedToDms.has(recipient)) throw refusal("closedToDms");
    return;
  }
  if (isForum(channel)) throw refusal("noMessagesInForum");
  demand(stage, channel, isThread(channel) ? P.SendMessagesInThreads : P.SendMessages);
  demandUnlocked(stage, channel);
}

/** What stands in a thread can be changed only while it is active, and in a locked one only by moderators. */
export function demandActive(stage: Stage, channel: WorldChannel): void {
  if (!isThread(channel)) return;
  if (channel.thread_metadata.archived) throw refusal("archivedThread");
  demandUnlocked(stage, channel);
}

export function demandUnlocked(stage: Stage, channel: WorldChannel): void {
  if (isThread(channel) && channel.thread_metadata.locked && !may(stage, channel, P.ManageThreads))
    throw refusal("lockedThread");
}
