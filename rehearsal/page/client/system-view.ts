// System messages: a line without a picture, saying what somebody did. It names kinds it does not know instead of hiding them.
import type { APIMessage } from "discord-api-types/v10";
import { html, nothing } from "lit-html";
import type { TemplateResult } from "lit-html";
import type { ShownMessage } from "../../contract.ts";
import { authorName, fullTime } from "./author-view.ts";
import { withEmoji } from "./emoji-view.ts";
import { arrow, megaphone, pin, speech } from "./icons.ts";
import { MessageKind } from "./kinds.ts";
import { seenChannel } from "./mention-view.ts";
import type { Scene } from "./scene.ts";
import { clockTime } from "./world-clock.ts";

const spoken = new Set<number>([
  MessageKind.plain,
  MessageKind.reply,
  MessageKind.slash,
  MessageKind.contextMenu,
  MessageKind.threadStarter,
]);

/** Whether a message is words of its author; else it is Discord's own line. */
export const isSpoken = (message: APIMessage): boolean => spoken.has(message.type);

function sentence(message: APIMessage, scene: Scene): TemplateResult | string {
  const { words, actions } = scene;
  const name = authorName(message);
  if (message.type === MessageKind.pinned) return words.pinnedBy(name);
  if (message.type === MessageKind.followed) return words.followedBy(name, message.content);
  if (message.type !== MessageKind.threadCreated) return words.systemOther(name);
  const thread = seenChannel(scene, message.message_reference?.channel_id ?? "");
  const title = withEmoji(message.content);
  return html`${words.startedThread(name)}
  ${
    thread === undefined
      ? html`<b>${title}</b>`
      : html`<button type="button" class="link" @click=${() => actions.open(thread.id)}>${title}</button>`
  }`;
}

function icon(message: APIMessage): TemplateResult {
  if (message.type === MessageKind.pinned) return pin();
  if (message.type === MessageKind.followed) return megaphone();
  return message.type === MessageKind.threadCreated ? speech() : arrow();
}

/** One system message. `jump` goes to the message it speaks of. */
export function systemView(
  { message }: ShownMessage,
  scene: Scene,
  jump: (id: string) => void,
  thread: TemplateResult | typeof nothing,
): TemplateResult {
  const pinned = message.type === MessageKind.pinned ? message.message_reference?.message_id : undefined;
  return html`<div class="message system" id="message-${message.id}" tabindex="-1">
    <span class="system-icon">${icon(message)}</span>
    <div class="said">
      <span>${sentence(message, scene)}</span>
      ${
        pinned === undefined
          ? nothing
          : html`<button type="button" class="link" @click=${() => jump(pinned)}>${scene.words.seePinned}</button>`
      }
      <time class="faint" datetime=${message.timestamp} title=${fullTime(message.timestamp, scene)}
        >${clockTime(Date.parse(message.timestamp), scene.reader.zone)}</time
      >
      ${thread}
    </div>
  </div>`;
}
