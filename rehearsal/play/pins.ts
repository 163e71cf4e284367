// Pinned messages of a channel, with when each was pinned. Must never pin over Discord's limit, or pin in silence.
import type { APIMessage } from "discord-api-types/v10";
import { MessageType } from "discord-api-types/v10";
import { pinsNews } from "../gateway/news.ts";
import type { Stage } from "../stage.ts";
import { guildIdOf, isForum, type WorldChannel } from "../world/channels.ts";
import { blankMessage } from "../world/write-message.ts";
import { discordTime } from "../world-clock.ts";
import { arrive } from "./arrive.ts";

/** In the order they were pinned. */
export function pinsOf(stage: Stage, channelId: string): { at: string; message: APIMessage }[] {
  return stage.book.pins().flatMap(([id, at]) => {
    const message = stage.book.find(id)?.message;
    return message?.channel_id === channelId ? [{ at, message }] : [];
  });
}

/** Pins, and says so with the message that Discord makes of it. */
export function pin(stage: Stage, channel: WorldChannel, message: APIMessage, byId: string): void {
  if (message.pinned) return;
  message.pinned = true;
  const at = discordTime(stage.clock.now());
  stage.book.setPinned(message.id, at);
  if (!isForum(channel)) channel.last_pin_timestamp = at;
  const known = stage.book.find(message.id);
  if (known) stage.book.changed(known);
  pinsNews(stage, channel, at);
  const note = blankMessage(stage, channel.id, 0);
  note.author = stage.world.user(byId) ?? stage.world.bot;
  note.type = MessageType.ChannelPinnedMessage;
  const guildId = guildIdOf(channel);
  const guild = guildId === undefined ? {} : { guild_id: guildId };
  note.message_reference = { type: 0, channel_id: channel.id, message_id: message.id, ...guild };
  arrive(stage, { message: note, silent: false });
}

export function unpin(stage: Stage, channel: WorldChannel, message: APIMessage): void {
  if (!message.pinned) return;
  message.pinned = false;
  const known = stage.book.find(message.id);
  if (known) stage.book.changed(known);
  unpinned(stage, channel, message);
}

/** After a pinned message went, or was taken down. */
export function unpinned(stage: Stage, channel: WorldChannel, message: APIMessage): void {
  stage.book.setPinned(message.id, undefined);
  pinsNews(stage, channel, pinsOf(stage, channel.id).at(-1)?.at ?? null);
}
