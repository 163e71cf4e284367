// One message as Discord lays it out: who asked, who speaks, what is said, what can be pressed. It draws; it never changes a message.
import type { APIMessage } from "discord-api-types/v10";
import { html, nothing } from "lit-html";
import type { TemplateResult } from "lit-html";
import type { ShownMessage } from "../../contract.ts";
import { componentsView } from "./component-view.ts";
import { embedView, picturesInEmbeds } from "./embed-view.ts";
import { eye, quietBell, watch } from "./icons.ts";
import { Flag } from "./kinds.ts";
import { plainText } from "./marks.ts";
import { filesView } from "./media-view.ts";
import type { Scene } from "./scene.ts";
import { formatterFor } from "./stamps.ts";
import { calls, isThinking } from "./state.ts";
import type { Ask } from "./state.ts";
import { textView } from "./text-view.ts";
import { clockTime } from "./world-clock.ts";

type Part = TemplateResult | typeof nothing;

/** A name's colour, the same wherever it stands: one of six classes of the style sheet. */
function tint(name: string): string {
  let sum = 0;
  for (const sign of name) sum += sign.codePointAt(0) ?? 0;
  return `tint-${sum % 6}`;
}

export function avatarView(name: string, isBot: boolean, small = false): TemplateResult {
  const size = small ? " tiny" : "";
  if (isBot) return html`<span class="avatar bot${size}" aria-hidden="true">${watch()}</span>`;
  return html`<span class="avatar ${tint(name)}${size}" aria-hidden="true">${name.slice(0, 1).toUpperCase()}</span>`;
}

const authorName = (message: APIMessage): string => message.author.global_name ?? message.author.username;

/** "Ana used /curfew place: Guayas", above what answers it. */
function askedView(readerId: string, text: string, scene: Scene): TemplateResult {
  const name = scene.snapshot.readers.find((reader) => reader.id === readerId)?.name ?? scene.words.unknownUser;
  return html`<div class="above">
    ${avatarView(name, false, true)}<span><b class=${tint(name)}>${name}</b> ${scene.words.used} </span
    ><span class="mention cut" title=${text}>${text}</span>
  </div>`;
}

function jump(id: string): void {
  const target = document.getElementById(`message-${id}`);
  if (target === null) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  target.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  target.focus({ preventScroll: true });
}

/** The first words of the message this one answers, from the state when the answer itself does not carry it. */
function repliedView(message: APIMessage, channelId: string, scene: Scene): Part {
  const id = message.message_reference?.message_id;
  if (id === undefined) return nothing;
  const kept = scene.snapshot.messages[channelId]?.find((shown) => shown.message.id === id)?.message;
  const original = kept ?? message.referenced_message;
  if (original === undefined || original === null) {
    return html`<div class="above"><i>${scene.words.replyGone}</i></div>`;
  }
  const name = authorName(original);
  const isBot = original.author.bot === true;
  return html`<div class="above">
    ${avatarView(name, isBot, true)}<b class=${isBot ? "name bot" : tint(name)}>${name}</b>
    <button type="button" class="cut plain" title=${scene.words.jump} @click=${() => jump(id)}>
      ${plainText(original.content)}
    </button>
  </div>`;
}

function headView(shown: ShownMessage, scene: Scene): TemplateResult {
  const { message } = shown;
  const name = authorName(message);
  const bot = message.author.bot === true;
  const ms = Date.parse(message.timestamp);
  const full = formatterFor(scene.reader, { dateStyle: "full", timeStyle: "medium" }).format(ms);
  return html`<div class="head">
    <span class="name ${bot ? "bot" : tint(name)}">${name}</span>
    ${bot ? html`<span class="tag">${scene.words.app}</span>` : nothing}
    <time class="faint" datetime=${message.timestamp} title=${full}>${clockTime(ms, scene.reader.zone)}</time>
    ${
      shown.silent
        ? html`<span class="silent" role="img" aria-label=${scene.words.silent} title=${scene.words.silent}
            >${quietBell()}</span
          >`
        : nothing
    }
  </div>`;
}

function bodyView(shown: ShownMessage, channelId: string, scene: Scene): TemplateResult {
  const { message } = shown;
  const { words } = scene;
  if (isThinking(shown)) return html`<div class="text thinking">${words.thinkingOf(authorName(message))}</div>`;
  const embeds = ((message.flags ?? 0) & Flag.suppressEmbeds) === 0 ? message.embeds : [];
  const edited =
    message.edited_timestamp === null
      ? nothing
      : html` <span
          class="edited"
          title=${formatterFor(scene.reader, { dateStyle: "full", timeStyle: "medium" }).format(
            Date.parse(message.edited_timestamp),
          )}
          >${words.edited}</span
        >`;
  return html`${
    message.content === "" && edited === nothing
      ? nothing
      : html`<div class="text">${textView(message.content, scene)}${edited}</div>`
  }
  ${filesView(message.attachments, picturesInEmbeds(embeds, message.attachments), scene)}
  ${embeds.map((embed) => embedView(embed, message.attachments, scene))}
  ${componentsView(message.components, { channelId, messageId: message.id }, scene)}`;
}

function failedHere(messageId: string, scene: Scene): Part {
  const ask = scene.state.asks.find(
    (known) => known.messageId === messageId && known.failed !== undefined && known.readerId === scene.reader.id,
  );
  return ask === undefined ? nothing : redLine(ask, scene);
}

/** Discord's red line, with the reason the rehearsal knows. */
function redLine(ask: Ask, scene: Scene): TemplateResult {
  return html`<div class="failed">
    <b>${scene.words.failed}:</b> ${ask.failed}
    <button type="button" class="link" @click=${() => scene.actions.forget(ask)}>${scene.words.dismiss}</button>
  </div>`;
}

/** A message with all that belongs to it. */
export function messageView(shown: ShownMessage, channelId: string, scene: Scene): TemplateResult {
  const { message, invoker, ephemeralFor } = shown;
  const { words, actions } = scene;
  const classes = ["message"];
  if (ephemeralFor !== undefined) classes.push("private");
  else if (calls(shown, scene.reader)) classes.push("called");
  return html`<div class=${classes.join(" ")} id="message-${message.id}" tabindex="-1">
    ${invoker === undefined ? nothing : askedView(invoker.readerId, invoker.text, scene)}
    ${repliedView(message, channelId, scene)} ${avatarView(authorName(message), message.author.bot === true)}
    <div class="said">
      ${headView(shown, scene)} ${bodyView(shown, channelId, scene)} ${failedHere(message.id, scene)}
      ${
        ephemeralFor === undefined
          ? nothing
          : html`<div class="only-you">
              ${eye()}<span>${words.onlyYou} ·</span
              ><button type="button" class="link" @click=${() => actions.dismiss(message.id)}>${words.dismiss}</button>
            </div>`
      }
    </div>
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
