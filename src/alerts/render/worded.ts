// What every notice gets on top of its words: marks of its parts, the roles that it calls, the address of what it answers. It words nothing itself.
import type { Delivery } from "../../domain/delivery.ts";
import { split } from "../../views/fit.ts";
import type { Message } from "../../views/message.ts";

/** Where Discord shows the message that this one answers. */
export function addressOf({ guildId, channelId, replyTo }: Delivery, messageId = replyTo): string {
  return `https://discord.com/channels/${guildId}/${channelId}/${messageId ?? ""}`;
}

/** The second part carries `#7K3Q-9M2D.2`: each part can be found in the channel by itself. */
export function marked(messages: readonly Message[], own: string): readonly Message[] {
  return messages.map((message, i) => {
    if (i === 0 || message.embed === undefined) return message;
    const footer = (message.embed.footer ?? "").replace(`#${own}`, `#${own}.${i + 1}`);
    return { ...message, embed: { ...message.embed, footer } };
  });
}

/** A notice to a channel, in as many messages as it needs. */
export function notice(delivery: Delivery, { mark }: { mark: string }, message: Message): readonly Message[] {
  return marked(split(withRoles(message, mentioned(delivery))), mark);
}

/** An edit is one message, as what it edits. */
export const edited = (message: Message): readonly Message[] => split(message).slice(0, 1);

/** A notice without a sound mentions nobody: the mark of a mention calls people as a sound does. The row keeps the roles. */
export function mentioned({ loud, roles }: Delivery): readonly string[] {
  return loud ? roles : [];
}

/** A mention comes last, after all that has to fit on a lock screen. */
const withRoles = (message: Message, roles: readonly string[]): Message =>
  roles.length === 0
    ? message
    : { ...message, content: `${message.content} ${roles.map((role) => `<@&${role}>`).join(" ")}`, roles };

/** The same for people. */
export const calling = (message: Message, people: readonly string[]): Message =>
  people.length === 0
    ? message
    : { ...message, content: `${message.content} ${people.map((id) => `<@${id}>`).join(" ")}`, users: people };
