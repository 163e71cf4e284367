// A message as the bot may read it. Must never show it what others wrote: it has no intent for the content of messages.
// Documented: without the intent `content`, `embeds`, `attachments` and `components` are empty in every message but the bot's own, those of its
// direct messages, those that mention it, and the target of a message command. A guess: a message that is quoted is one like any other.
import type { APIMessage } from "discord-api-types/v10";
import { isDm, type WorldChannel } from "../world/channels.ts";
import { APPLICATION_ID } from "../world/seed.ts";

export function asSeen(channel: WorldChannel | undefined, message: APIMessage): APIMessage {
  if (channel && isDm(channel)) return message;
  const { referenced_message: quoted } = message;
  const read = quoted ? { ...message, referenced_message: asSeen(channel, quoted) } : message;
  const told = message.mentions.some((one) => one.id === APPLICATION_ID);
  if (told || message.author.id === APPLICATION_ID) return read;
  return { ...read, content: "", embeds: [], attachments: [], components: [] };
}
