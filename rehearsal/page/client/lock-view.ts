// The lock-screen view of a channel: one notification a message, with marks where phones cut. It shows what is guessed as guessed.
import { html, nothing } from "lit-html";
import type { TemplateResult } from "lit-html";
import { guard } from "lit-html/directives/guard.js";
import { repeat } from "lit-html/directives/repeat.js";
import type { Channel, ShownMessage } from "../../contract.ts";
import { authorName } from "./author-view.ts";
import { withEmoji } from "./emoji-view.ts";
import { bell, phone, quietBell } from "./icons.ts";
import { cutLine, lightsUp, lockText, narrow, standIn, wide } from "./lock-screen.ts";
import type { Names } from "./lock-screen.ts";
import { roleName, seenChannel, userName } from "./mention-view.ts";
import type { Scene } from "./scene.ts";
import { scrolled } from "./scrolling.ts";
import { channelTitle } from "./state.ts";
import { clockTime } from "./world-clock.ts";

function namesIn(scene: Scene): Names {
  return {
    user: (id) => userName(scene, id),
    role: (id) => roleName(scene, id),
    channel: (id) => seenChannel(scene, id)?.name ?? scene.words.unknownChannel,
    place: (to) => scene.words.places[to],
  };
}

function lineOf(shown: ShownMessage, scene: Scene): string {
  const text = lockText(shown.message.content, namesIn(scene));
  if (text !== "") return text;
  const { lockEmbed, lockFile, lockOther } = scene.words;
  return { embed: lockEmbed, file: lockFile, other: lockOther }[standIn(shown)](authorName(shown.message));
}

const cutMark = (at: number): TemplateResult => html`<span class="lock-cut" data-at=${at} aria-hidden="true"></span>`;

function textView(line: string, scene: Scene): TemplateResult {
  const cut = cutLine(line);
  return html`<p class="lock-text">
      <span class="lock-first">${withEmoji(cut.first)}</span>${
        cut.second === "" ? nothing : html`${cutMark(narrow)}<span class="lock-second">${withEmoji(cut.second)}</span>`
      }${
        cut.lost === 0
          ? nothing
          : html`${cutMark(wide)}<span class="unseen">${scene.words.lockBeyond}</span
              ><span class="lock-beyond">${withEmoji(cut.beyond)}</span>`
      }
    </p>
    <p class="lock-note">${cut.lost === 0 ? scene.words.lockWhole : scene.words.lockCut(cut.lost)}</p>`;
}

function noticeView(shown: ShownMessage, channel: Channel, scene: Scene): TemplateResult {
  const { message, silent } = shown;
  const { words, reader, snapshot } = scene;
  const guild = snapshot.guilds.find((known) => known.id === channel.guildId)?.name;
  const where = [channel.dmWith === undefined ? channelTitle(channel) : undefined, guild].filter(
    (part) => part !== undefined,
  );
  return html`<article class=${silent ? "notice silent-notice" : "notice"} data-message=${message.id}>
    <div class="notice-head">
      <span class="notice-app">Discord</span>
      <time datetime=${message.timestamp}>${clockTime(Date.parse(message.timestamp), reader.zone)}</time>
      ${
        silent
          ? html`<span class="notice-sound">${quietBell()} ${words.lockSilent}</span>`
          : html`<span class="notice-sound" aria-hidden="true">${bell()}</span>`
      }
    </div>
    <h3>${authorName(message)}${where.length === 0 ? nothing : html` <span>(${where.join(", ")})</span>`}</h3>
    ${textView(lineOf(shown, scene), scene)}
    ${message.edited_timestamp === null ? nothing : html`<p class="lock-note">${words.lockEdited}</p>`}
  </article>`;
}

function rulesView(scene: Scene): TemplateResult {
  const { words } = scene;
  return html`<div class="lock-rules">
    <p>${phone()} ${words.lockMarks}</p>
    <details>
      <summary>${words.lockRules}</summary>
      <ul>
        ${[...words.lockKnown, ...words.lockGuesses].map((rule) => html`<li>${rule}</li>`)}
      </ul>
    </details>
  </div>`;
}

/** A channel as a phone's lock screen shows it, the newest at the foot as in the channel itself. */
export function lockView(channel: Channel, list: ShownMessage[], scene: Scene): TemplateResult {
  const lit = list.filter((shown) => lightsUp(shown, scene.reader.id));
  const { reader, snapshot, words } = scene;
  const key = `lock-${channel.id}`;
  const newest = lit.at(-1)?.message.id ?? "";
  const onScroll = (event: Event): void => {
    if (event.currentTarget instanceof HTMLElement) scrolled(key, event.currentTarget, newest);
  };
  return html`<div
    class="log lock"
    role="region"
    tabindex="0"
    aria-label=${scene.words.lockOf(channelTitle(channel))}
    data-channel=${key}
    data-newest=${newest}
    @scroll=${onScroll}
  >
    ${rulesView(scene)} ${lit.length === 0 ? html`<p class="empty">${scene.words.lockNone}</p>` : nothing}
    ${repeat(
      lit,
      (shown) => shown.message.id,
      (shown) => guard([shown, channel, snapshot, reader, words], () => noticeView(shown, channel, scene)),
    )}
  </div>`;
}
