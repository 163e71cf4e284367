// What happens in the world without the bot's doing, as the page and scenarios order it. Must never do half of a change, or refuse one without a sentence.
import { channelNews, memberNews } from "../gateway/news.ts";
import { asBotSees } from "../gateway/payloads.ts";
import type { ShownMessage, WorldChange } from "../contract.ts";
import type { Stage } from "../stage.ts";
import { isDm, isForum, isThread, type GuildChannel, type Thread } from "../world/channels.ts";
import { holds, P } from "../world/permissions.ts";
import type { WorldGuild } from "../world/world-guild.ts";
import { blankMessage, fill } from "../world/write-message.ts";
import { arrive } from "./arrive.ts";
import { depart } from "./depart.ts";
import { readerOf, seenBy } from "./envelope.ts";
import { letIn, putOut } from "./guilds.ts";
import { giveBack, take } from "./permissions.ts";
import { Refused } from "./refused.ts";
import { dropChannel } from "./threads.ts";

/** A zone that this machine knows by name. */
function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

export function changeWorld(stage: Stage, order: WorldChange): void {
  switch (order.change) {
    case "permission-taken":
      return take(stage, order.channelId, order.permission);
    case "permission-given-back":
      return giveBack(stage, order.channelId, order.permission);
    case "channel-deleted":
      return deleteChannel(stage, channelOfGuild(stage, order.channelId));
    case "guild-removed":
      return putOut(stage, guildOf(stage, order.guildId));
    case "guild-joined":
      return letIn(stage, guildOf(stage, order.guildId));
    case "dms-closed":
    case "dms-opened":
      return setDms(stage, order.readerId, order.change === "dms-opened");
    case "gateway":
      return changeGateway(stage, order.how);
    case "reader":
      return changeReader(stage, order);
    case "message-deleted":
      return deleteMessage(stage, order.messageId);
  }
}

export function guildOf(stage: Stage, id: string): WorldGuild {
  const guild = stage.world.guilds.get(id);
  if (!guild) throw new Refused(`There is no server with the id ${id}.`);
  return guild;
}

export function channelOfGuild(stage: Stage, id: string): GuildChannel | Thread {
  const channel = stage.world.channels.get(id);
  if (!channel || isDm(channel)) throw new Refused(`There is no channel with the id ${id} in a server.`);
  return channel;
}

export function deleteChannel(stage: Stage, channel: GuildChannel | Thread): void {
  // Asked while it stands: of what the bot does not see it hears no name, not even at its end.
  const told = isThread(channel) ? undefined : asBotSees(stage.world, channel);
  dropChannel(stage, channel);
  if (told) channelNews(stage, told, "deleted");
}

export function setDms(stage: Stage, readerId: string, open: boolean): void {
  const reader = readerOf(stage, readerId);
  if (open) stage.world.closedToDms.delete(reader.id);
  else stage.world.closedToDms.add(reader.id);
  stage.bus.emit({ type: "world" });
}

function changeGateway({ gateway, bus }: Stage, how: Extract<WorldChange, { change: "gateway" }>["how"]): void {
  if (how === "silent" || how === "speaking") gateway.silence(how === "silent");
  else gateway.cut(how);
  bus.emit({ type: "world" });
}

function changeReader(stage: Stage, order: Extract<WorldChange, { change: "reader" }>): void {
  const { world, bus } = stage;
  const reader = readerOf(stage, order.readerId);
  const { locale, zone, roles } = order;
  if (zone !== undefined && !isZone(zone)) throw new Refused(`"${zone}" is no time zone that this machine knows.`);
  if (roles) setRoles(stage, reader.id, roles);
  world.people.change(reader.id, { ...(locale ? { locale } : {}), ...(zone === undefined ? {} : { zone }) });
  bus.emit({ type: "world" });
  bus.emit({ type: "commands" });
}

/** Roles of every guild the reader is in, at once: checked before the first is changed. */
function setRoles(stage: Stage, readerId: string, roles: string[]): void {
  const homes = [...stage.world.guilds.values()].filter((guild) => guild.members.has(readerId));
  for (const id of roles) {
    const home = homes.find((guild) => guild.role(id));
    if (!home || id === home.id) throw new Refused(`The reader is in no server that has a role ${id}.`);
    if (home.role(id)?.managed) throw new Refused("That role belongs to a bot: nobody can be given it.");
  }
  for (const guild of homes) {
    const member = guild.members.get(readerId);
    const now = roles.filter((id) => guild.role(id));
    if (!member || String(member.roles) === String(now)) continue;
    member.roles = now;
    memberNews(stage, guild.id, readerId);
  }
}

function deleteMessage(stage: Stage, id: string): void {
  const shown = stage.book.find(id);
  if (!shown) throw new Refused(`There is no message with the id ${id}.`);
  depart(stage, shown);
}

/** A reader writes a plain message where they may. */
export function sayAs(stage: Stage, readerId: string, channelId: string, content: string): ShownMessage {
  const reader = readerOf(stage, readerId);
  const channel = seenBy(stage, reader, channelId);
  const bits = stage.world.bits(reader.id, channel.id);
  if (isForum(channel)) throw new Refused("Nothing is written in a forum itself, only in its posts.");
  if (!holds(bits, isThread(channel) ? P.SendMessagesInThreads : P.SendMessages))
    throw new Refused(`${reader.name} may not write there.`);
  if (isThread(channel) && channel.thread_metadata.locked && !holds(bits, P.ManageThreads))
    throw new Refused("That thread is locked.");
  if (content.trim() === "" || content.length > 2000) throw new Refused("A message has between 1 and 2000 characters.");
  const message = blankMessage(stage, channelId, 0);
  message.author = stage.world.user(reader.id) ?? message.author;
  fill(stage, message, { content }, []);
  const shown: ShownMessage = { message, silent: false };
  arrive(stage, shown);
  return shown;
}
