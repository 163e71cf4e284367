// What a test may do to the world behind the bot's back, and what it may watch. Must never be reachable from the page, but for `change` and `say`.
import type { Channel, Reader, ShownMessage, WorldChange } from "./contract.ts";
import { guildWorkOf, type GuildWork } from "./director-guilds.ts";
import { setDms, changeWorld, deleteChannel, channelOfGuild, guildOf, sayAs } from "./play/world-changes.ts";
import { homeChannel, withPermissions } from "./play/permissions.ts";
import { putOut } from "./play/guilds.ts";
import type { GatewayCut } from "./gateway/gateway.ts";
import { refusing, type Refuse } from "./rest/fault-orders.ts";
import type { Stage } from "./stage.ts";
import { GUILD_ID } from "./world/seed.ts";

export interface Director extends GuildWork {
  /** By name; throws when there is none. */
  reader(name: string): Reader;
  /** By name, in the first guild unless another is named. */
  channel(name: string, guildId?: string): Channel;
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
  /** The guild puts the bot out; the first one unless another is named. */
  removeBot(guildId?: string): void;
  /** The reader takes no direct messages from now on. */
  closeDms(readerId: string): void;
  cutGateway(how?: GatewayCut): void;
  /** The gateway keeps its sockets and says nothing until this is called with false. */
  silenceGateway(on: boolean): void;
  /** Asks every bot for a heartbeat out of turn. */
  askForHeartbeat(): void;
  /** The `Date` header is so many milliseconds ahead of the world's time: to the bot it is its own clock that is behind. */
  misdate(by: number): void;
  /** A reader writes a plain message, which the bot is not told of. */
  say(readerId: string, channelId: string, content: string): ShownMessage;
}

export function directorOf(stage: Stage): Director {
  const { world, book, bus, gateway, clock } = stage;
  return {
    ...guildWorkOf(stage),
    reader: (name) => known(world.readers(), name),
    channel: (name, guildId = GUILD_ID) => {
      const all = world.shownChannels().filter((one) => one.guildId === guildId);
      return known(all, name.replace(/^#/u, ""));
    },
    messages: (channelId) => book.list(channelId),
    onMessage: (listener) => bus.on((event) => (event.type === "message" ? listener(event.shown) : undefined)),
    waitForMessage: (channelId, fits, timeoutMs = 20_000) => waitForMessage(stage, channelId, fits, timeoutMs),
    refuse: refusing(stage.faults),
    change: (order) => changeWorld(stage, order),
    setBotPermissions: (channelId, bits) => {
      const channel = homeChannel(stage, channelId);
      withPermissions(stage, channel, () => world.setBotBits(channel, bits));
    },
    deleteChannel: (channelId) => deleteChannel(stage, channelOfGuild(stage, channelId)),
    removeBot: (guildId = GUILD_ID) => putOut(stage, guildOf(stage, guildId)),
    closeDms: (readerId) => setDms(stage, readerId, false),
    cutGateway: (how = "cut") => gateway.cut(how),
    silenceGateway: (on) => {
      gateway.silence(on);
      bus.emit({ type: "world" });
    },
    askForHeartbeat: () => gateway.askForHeartbeat(),
    misdate: (by) => clock.misdate(by),
    say: (readerId, channelId, content) => sayAs(stage, readerId, channelId, content),
  };
}

function known<T extends { name: string }>(all: T[], name: string): T {
  const found = all.find((one) => one.name === name);
  if (!found) throw new Error(`The rehearsal has no "${name}", only ${all.map((one) => one.name).join(", ")}.`);
  return found;
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
