// One message as Discord lays it out: who asked, who speaks, what is said, what can be pressed. It draws; it never changes a message.
import type { APIMessage } from "discord-api-types/v10";
import { html, nothing } from "lit-html";
import type { TemplateResult } from "lit-html";
import type { ShownMessage } from "../../contract.ts";
import { authorName, avatarView, fullTime, headView, nameView, tint } from "./author-view.ts";
import { componentsView } from "./component-view.ts";
import { embedView, picturesInEmbeds } from "./embed-view.ts";
import { withEmoji } from "./emoji-view.ts";
import { filesView } from "./file-view.ts";
import { eye } from "./icons.ts";
import { Flag, MessageKind } from "./kinds.ts";
import { plainText } from "./marks.ts";
import { menuButton } from "./menu-view.ts";
import type { Scene } from "./scene.ts";
import { leaveEnd, showFrom } from "./scrolling.ts";
import { calls, isThinking } from "./state.ts";
import type { Ask } from "./state.ts";
import { isSpoken, systemView } from "./system-view.ts";
import { contentView } from "./text-view.ts";
import { threadAt, threadBox } from "./thread-view.ts";
import { clockTime } from "./world-clock.ts";

export { avatarView } from "./author-view.ts";

type Part = TemplateResult | typeof nothing;

/** "Ana used /curfew place: Guayas", above what answers it. */
function askedView(readerId: string, text: string, scene: Scene): TemplateResult {
  const name = scene.snapshot.readers.find((reader) => reader.id === readerId)?.name ?? scene.words.unknownUser;
  return html`<div class="above">
    ${avatarView(name, false, true)}<span><b class=${tint(name)}>${name}</b> ${scene.words.used} </span
    ><span class="mention cut" title=${text}>${text}</span>
  </div>`;
}

/** Goes to a message of the same channel, which may lie further back than the channel is drawn. */
function jump(id: string, channelId: string, scene: Scene): void {
  const near = document.getElementById(`message-${id}`) !== null;
  const go = (): void => {
    const target = document.getElementById(`message-${id}`);
    const calm = !near || matchMedia("(prefers-reduced-motion: reduce)").matches;
    leaveEnd(channelId);
    target?.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
    target?.focus({ preventScroll: true });
  };
  if (near) {
    go();
    return;
  }
  showFrom(channelId, id);
  scene.actions.draw(go);
}

/** The message this one answers, from the state when the answer itself does not carry it; null where it was deleted. */
export function originalOf(message: APIMessage, channelId: string, scene: Scene): APIMessage | null | undefined {
  const id = message.message_reference?.message_id;
  // A forwarded or published message refers to another channel's and is no answer.
  if (id === undefined || (message.message_reference?.channel_id ?? channelId) !== channelId) return undefined;
  const kept = scene.snapshot.messages[channelId]?.find((shown) => shown.message.id === id)?.message;
  return kept ?? message.referenced_message ?? null;
}

/** The first words of the message this one answers. */
function repliedView(message: APIMessage, channelId: string, scene: Scene): Part {
  const original = originalOf(message, channelId, scene);
  if (original === undefined) return nothing;
  if (original === null) return html`<div class="above"><i>${scene.words.replyGone}</i></div>`;
  const words = plainText(original.content);
  return html`<div class="above">
    ${avatarView(authorName(original), original.author.bot === true, true)}${nameView(original)}
    <button
      type="button"
      class="cut plain"
      title=${scene.words.jump}
      @click=${() => jump(original.id, channelId, scene)}
    >
      ${words === "" ? html`<i>${scene.words.jump}</i>` : withEmoji(words)}
    </button>
  </div>`;
}

function bodyView(shown: ShownMessage, channelId: string, scene: Scene): TemplateResult {
  const { message } = shown;
  const { words } = scene;
  if (isThinking(shown)) return html`<div class="text thinking">${words.thinkingOf(authorName(message))}</div>`;
  const flags = message.flags ?? 0;
  const embeds = (flags & Flag.suppressEmbeds) === 0 ? message.embeds : [];
  const edited =
    message.edited_timestamp === null
      ? nothing
      : html` <span class="edited" title=${fullTime(message.edited_timestamp, scene)}>${words.edited}</span>`;
  // In a V2 layout only those files show that the layout names.
  const files =
    (flags & Flag.layout) === 0
      ? filesView(message.attachments, picturesInEmbeds(embeds, message.attachments), scene)
      : nothing;
  return html`${
    message.content === "" && edited === nothing
      ? nothing
      : html`<div class="text">${contentView(message.content, scene)}${edited}</div>`
  }
  ${(flags & Flag.sourceDeleted) === 0 ? nothing : html`<div class="faint"><i>${words.sourceDeleted}</i></div>`}
  ${files} ${embeds.map((embed) => embedView(embed, message.attachments, scene))}
  ${componentsView(message, channelId, scene)}`;
}

function failedHere(messageId: string, scene: Scene): Part {
  const ask = scene.state.asks.find(
    (known) => known.messageId === messageId && known.failed !== undefined && known.readerId === scene.reader.id,
  );
  return ask === undefined ? nothing : redLine(ask, scene);
}

/** Discord's red line, with the reason the rehearsal knows. */
function redLine(ask: Ask, scene: Scene): TemplateResult {
  return html`<div class="failed" role="alert">
    <b>${scene.words.failed}:</b> ${ask.failed}
    <button type="button" class="link" @click=${() => scene.actions.forget(ask)}>${scene.words.dismiss}</button>
  </div>`;
}

function onlyYou(id: string, scene: Scene): TemplateResult {
  return html`<div class="only-you">
    ${eye()}<span>${scene.words.onlyYou} ·</span
    ><button type="button" class="link" @click=${() => scene.actions.dismiss(id)}>${scene.words.dismiss}</button>
  </div>`;
}

/** The first message of a thread repeats the one it began at. */
function starterView(message: APIMessage, scene: Scene): Part {
  if (message.type !== MessageKind.threadStarter) return nothing;
  const original = message.referenced_message;
  return html`<div class="faint">${scene.words.threadBegan}</div>
    ${
      original === undefined || original === null
        ? html`<i>${scene.words.replyGone}</i>`
        : html`<div class="text">${contentView(original.content, scene)}</div>`
    }`;
}

/** Instead of a head where the same author goes on: Discord shows the time only to whoever points there. */
function followTime(message: APIMessage, scene: Scene): TemplateResult {
  return html`<span class="unseen">${authorName(message)}</span
    ><time class="faint follow-time" datetime=${message.timestamp} title=${fullTime(message.timestamp, scene)}
      >${clockTime(Date.parse(message.timestamp), scene.reader.zone)}</time
    >`;
}

/** A message with all that belongs to it. `follows`: right below one of the same author. */
export function messageView(shown: ShownMessage, channelId: string, follows: boolean, scene: Scene): TemplateResult {
  const { message, invoker, ephemeralFor } = shown;
  const thread = threadAt(shown, channelId, scene);
  const below = thread === undefined ? nothing : threadBox(thread, scene);
  if (!isSpoken(message)) return systemView(shown, scene, (id) => jump(id, channelId, scene), below);
  const classes = ["message"];
  if (follows) classes.push("follows");
  if (thread !== undefined) classes.push("has-thread");
  if (ephemeralFor !== undefined) classes.push("private");
  else if (calls(shown, scene.reader)) classes.push("called");
  return html`<div class=${classes.join(" ")} id="message-${message.id}" tabindex="-1">
    ${invoker === undefined ? nothing : askedView(invoker.readerId, invoker.text, scene)}
    ${message.type === MessageKind.threadStarter ? nothing : repliedView(message, channelId, scene)}
    ${follows ? followTime(message, scene) : avatarView(authorName(message), message.author.bot === true)}
    <div class="said">
      ${follows ? nothing : headView(shown, scene)} ${starterView(message, scene)} ${bodyView(shown, channelId, scene)}
      ${failedHere(message.id, scene)} ${ephemeralFor === undefined ? nothing : onlyYou(message.id, scene)} ${below}
    </div>
    ${menuButton(shown, channelId, scene)}
  </div>`;
}

/** A command that waits for its answer, or that got none: seen by who typed it, where the answer would stand. */
export function askView(ask: Ask, scene: Scene): TemplateResult {
  return html`<div class="message private">
    ${askedView(ask.readerId, ask.text, scene)} ${avatarView("Vigía", true)}
    <div class="said">
      <div class="head"><span class="name bot">Vigía</span><span class="tag">${scene.words.app}</span></div>
      ${ask.failed === undefined ? html`<div class="text thinking">${scene.words.thinking}</div>` : redLine(ask, scene)}
    </div>
  </div>`;
}
