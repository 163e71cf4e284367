// Leave given to and taken from the bot, and other overwrites of a channel. Must never change what a channel allows without telling it.
import { OverwriteType } from "discord-api-types/v10";
import { BOT_PERMISSIONS, type BotPermission } from "../bot-permissions.ts";
import { channelNews, threadListSync } from "../gateway/news.ts";
import type { Stage } from "../stage.ts";
import { isGuildChannel, isThread, type GuildChannel } from "../world/channels.ts";
import { P } from "../world/permissions.ts";
import { APPLICATION_ID } from "../world/seed.ts";
import { Refused } from "./refused.ts";

/** Runs a change of overwrites and tells it; a bot that sees the channel only since then is also told its threads. */
export function withPermissions(stage: Stage, channel: GuildChannel, change: () => void): void {
  const before = stage.world.sees(APPLICATION_ID, channel.id);
  change();
  channelNews(stage, channel, "changed");
  if (!before && stage.world.sees(APPLICATION_ID, channel.id)) threadListSync(stage, channel);
  stage.bus.emit({ type: "world" });
  stage.bus.emit({ type: "commands" });
}

/** A thread has its parent's permissions. */
export function homeChannel(stage: Stage, id: string): GuildChannel {
  const channel = stage.world.channels.get(id);
  const home = channel && isThread(channel) ? stage.world.channels.get(channel.parent_id) : channel;
  if (!home || !isGuildChannel(home)) throw new Refused(`There is no channel with the id ${id} in a server.`);
  return home;
}

function ownBits(channel: GuildChannel): { allow: bigint; deny: bigint } {
  const own = channel.permission_overwrites.find((one) => one.id === APPLICATION_ID);
  return { allow: BigInt(own?.allow ?? 0), deny: BigInt(own?.deny ?? 0) };
}

/** Permissions that the bot's own overwrite denies, by their names. */
export function takenIn(channel: GuildChannel): BotPermission[] {
  const { deny } = ownBits(channel);
  return BOT_PERMISSIONS.filter((name) => (deny & P[name]) !== 0n);
}

export function take(stage: Stage, channelId: string, name: BotPermission): void {
  const channel = homeChannel(stage, channelId);
  const { allow, deny } = ownBits(channel);
  withPermissions(stage, channel, () => setOwn(channel, allow & ~P[name], deny | P[name]));
}

/** What was never taken cannot be given back: it would be more than the bot had. */
export function giveBack(stage: Stage, channelId: string, name: BotPermission): void {
  const channel = homeChannel(stage, channelId);
  const { allow, deny } = ownBits(channel);
  if ((deny & P[name]) === 0n) throw new Refused(`${name} was not taken from the bot there.`);
  withPermissions(stage, channel, () => setOwn(channel, allow, deny & ~P[name]));
}

function setOwn(channel: GuildChannel, allow: bigint, deny: bigint): void {
  const others = channel.permission_overwrites.filter((one) => one.id !== APPLICATION_ID);
  const own = { id: APPLICATION_ID, type: OverwriteType.Member, allow: allow.toString(), deny: deny.toString() };
  channel.permission_overwrites = allow === 0n && deny === 0n ? others : [...others, own];
}
