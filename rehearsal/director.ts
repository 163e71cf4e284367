// What a test may do to the world behind the bot's back, and what it may watch. Must never be reachable from the page.
import type { APITextChannel } from "discord-api-types/v10";
import { ChannelType, GatewayDispatchEvents, GatewayIntentBits } from "discord-api-types/v10";
import type { Channel, Reader, ShownMessage, WorldChange } from "./contract.ts";
import { Refused } from "./play/refused.ts";
import { fill, blankMessage } from "./world/write-message.ts";
import type { GatewayCut } from "./gateway/gateway.ts";
import { refusing, type Refuse } from "./rest/fault-orders.ts";
import type { Stage } from "./stage.ts";
import { GUILD_ID } from "./world/seed.ts";

export interface Director {
  /** By name; throws when there is none. */
  reader(name: string): Reader;
  channel(name: string): Channel;
  /** Everything posted in a channel, private answers too, oldest first. The objects are live: later edits show in them. */
  messages(channelId: string): ShownMessage[];
  /** Each new message and each change of one. Returns the function that stops it. */
  onMessage(listener: (shown: ShownMessage) => void): () => void;
  /** The first message, posted already or from now on, that fits. Rejects after `timeoutMs` of machine time. */
  waitForMessage(channelId: string, fits: (shown: ShownMessage) => boolean, timeoutMs?: number): Promise<ShownMessage>;
  /** The next `times` REST requests that match meet this fault; or a fault as the page orders it. */
  refuse: Refuse;
  /** Anything the page can order to happen; throws a sentence where it cannot. */
  change(order: WorldChange): void;
  /** Gives the bot exactly these permission bits in a channel. */
  setBotPermissions(channelId: string, bits: bigint): void;
  deleteChannel(channelId: string): void;
  /** The guild puts the bot out. */
  removeBot(): void;
  /** The reader takes no direct messages from now on. */
  closeDms(readerId: string): void;
  cutGateway(how?: GatewayCut): void;
  /** The gateway keeps its sockets and says nothing until this is called with false. */
  silenceGateway(on: boolean): void;
  /** Asks every bot for a heartbeat out of turn. */
  askForHeartbeat(): void;
  /** A reader writes a plain message, which the bot is not told of. */
  say(readerId: string, channelId: string, content: string): ShownMessage;
}

export function directorOf(stage: Stage): Director {
  const { world, book, bus, gateway } = stage;
  return {
    reader: (name) => known(world.readers(), name),
    channel: (name) => known(world.shownChannels(), name.replace(/^#/u, "")),
    messages: (channelId) => book.list(channelId),
    onMessage: (listener) => bus.on((event) => (event.type === "message" ? listener(event.shown) : undefined)),
    waitForMessage: (channelId, fits, timeoutMs = 5_000) => waitForMessage(stage, channelId, fits, timeoutMs),
    refuse: refusing(stage.faults),
    change: (order) => {
      if (order.change !== "gateway") throw new Refused(`"${order.change}" cannot be ordered yet.`);
      if (order.how === "silent" || order.how === "speaking") return gateway.silence(order.how === "silent");
      gateway.cut(order.how === "invalid-session" ? "forget" : order.how);
    },
    setBotPermissions: (channelId, bits) => {
      const channel = guildChannel(stage, channelId);
      world.setBotBits(channel, bits);
      gateway.dispatch(
        { t: GatewayDispatchEvents.ChannelUpdate, d: { ...channel, guild_id: GUILD_ID } },
        { intent: GatewayIntentBits.Guilds, guildId: GUILD_ID },
      );
    },
    deleteChannel: (channelId) => {
      const channel = guildChannel(stage, channelId);
      world.channels.delete(channelId);
      book.dropChannel(channelId);
      gateway.dispatch(
        { t: GatewayDispatchEvents.ChannelDelete, d: { ...channel, guild_id: GUILD_ID } },
        { intent: GatewayIntentBits.Guilds, guildId: GUILD_ID },
      );
    },
    removeBot: () => {
      world.botInGuild = false;
      gateway.dispatch(
        { t: GatewayDispatchEvents.GuildDelete, d: { id: GUILD_ID } },
        { intent: GatewayIntentBits.Guilds, guildId: GUILD_ID },
      );
    },
    closeDms: (readerId) => void world.closedToDms.add(readerId),
    cutGateway: (how = "cut") => gateway.cut(how),
    silenceGateway: (on) => {
      gateway.silence(on);
      bus.emit({ type: "world" });
    },
    askForHeartbeat: () => gateway.askForHeartbeat(),
    say: (readerId, channelId, content) => say(stage, readerId, channelId, content),
  };
}

function known<T extends { name: string }>(all: T[], name: string): T {
  const found = all.find((one) => one.name === name);
  if (!found) throw new Error(`The rehearsal has no "${name}", only ${all.map((one) => one.name).join(", ")}.`);
  return found;
}

function guildChannel(stage: Stage, channelId: string): APITextChannel {
  const channel = stage.world.channels.get(channelId);
  if (channel?.type !== ChannelType.GuildText)
    throw new Error(`The rehearsal has no channel ${channelId} in its guild.`);
  return channel;
}

function say(stage: Stage, readerId: string, channelId: string, content: string): ShownMessage {
  const author = stage.world.user(readerId);
  if (!author) throw new Error(`The rehearsal has nobody with the id ${readerId}.`);
  const message = { ...blankMessage(stage, channelId, 0), author };
  fill(stage, message, { content }, []);
  const shown: ShownMessage = { message, silent: false };
  stage.book.add(shown);
  return shown;
}

function waitForMessage(
  stage: Stage,
  channelId: string,
  fits: (shown: ShownMessage) => boolean,
  timeoutMs: number,
): Promise<ShownMessage> {
  const there = stage.book.list(channelId).find(fits);
  if (there) return Promise.resolve(there);
  return new Promise((resolve, reject) => {
    const stop = stage.bus.on((event) => {
      if (event.type !== "message" || event.channelId !== channelId || !fits(event.shown)) return;
      clearTimeout(timer);
      stop();
      resolve(event.shown);
    });
    const timer = setTimeout(() => {
      stop();
      const seen = stage.book.list(channelId).map((shown) => shown.message.content.slice(0, 80));
      reject(new Error(`No such message within ${timeoutMs} ms. The channel shows: ${JSON.stringify(seen)}`));
    }, timeoutMs);
  });
}
