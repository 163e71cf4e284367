// One channel on the screen: its head, its messages, its composer. It draws only what the acting reader may see.
import { html, nothing } from "lit-html";
import type { TemplateResult } from "lit-html";
import { guard } from "lit-html/directives/guard.js";
import { keyed } from "lit-html/directives/keyed.js";
import { repeat } from "lit-html/directives/repeat.js";
import type { Channel, ShownMessage } from "../../contract.ts";
import { authorName } from "./author-view.ts";
import { channelHead } from "./channel-head.ts";
import { composerView } from "./composer-view.ts";
import type { Composer } from "./composer.ts";
import { Flag } from "./kinds.ts";
import { lockView } from "./lock-view.ts";
import { askView, messageView } from "./message-view.ts";
import { rowReads } from "./row-memo.ts";
import type { Scene } from "./scene.ts";
import { hasNewer, isAtEnd, nearTop, scrolled, settle, showOlder, toEnd, windowStart } from "./scrolling.ts";
import { channelTitle, visible } from "./state.ts";
import { isSpoken } from "./system-view.ts";
import { forumView } from "./thread-view.ts";
import { dayLine } from "./world-clock.ts";

/** A new head after this much silence, milliseconds; a guess, as Discord's clients do. */
const pause = 7 * 60_000;

/** Whether a message stands below another of its author without a head of its own. */
function followsOn(shown: ShownMessage, before: ShownMessage | undefined): boolean {
  if (before === undefined || shown.silent || shown.invoker !== undefined) return false;
  const { message } = shown;
  const earlier = before.message;
  return (
    isSpoken(message) &&
    isSpoken(earlier) &&
    message.message_reference === undefined &&
    authorName(message) === authorName(earlier) &&
    message.author.id === earlier.author.id &&
    shown.ephemeralFor === before.ephemeralFor &&
    ((message.flags ?? 0) & (Flag.crossposted | Flag.isCrosspost)) === 0 &&
    Math.abs(Date.parse(message.timestamp) - Date.parse(earlier.timestamp)) < pause
  );
}

/** Where the channel begins, with the thanks that the emoji's licence asks for. */
function beginning(channel: Channel, scene: Scene): TemplateResult {
  const { words } = scene;
  return html`<div class="beginning">
    <p class="begins">${words.channelBegins(channelTitle(channel))}</p>
    <p class="about">${words.about}</p>
  </div>`;
}

interface Row {
  key: string;
  view: unknown;
}

// The same few days stand above hundreds of messages: a day's line is made once.
const lines = new Map<string, string>();

function lineFor(timestamp: string, { reader }: Scene): string {
  const key = `${timestamp}|${reader.zone}|${reader.locale}`;
  const known = lines.get(key);
  if (known !== undefined) return known;
  if (lines.size > 5000) lines.clear();
  const line = dayLine(Date.parse(timestamp), reader);
  lines.set(key, line);
  return line;
}

/** Messages with a line wherever a new day begins in the reader's zone: a moved clock jumps over days. */
function rows(list: ShownMessage[], channelId: string, scene: Scene): Row[] {
  let day = "";
  return list.flatMap((shown, at) => {
    const line = lineFor(shown.message.timestamp, scene);
    const follows = line === day && followsOn(shown, list[at - 1]);
    const draw = (): TemplateResult => messageView(shown, channelId, follows, scene);
    const message = { key: shown.message.id, view: guard(rowReads(shown, channelId, follows, scene), draw) };
    if (line === day) return [message];
    day = line;
    return [{ key: `day-${shown.message.id}`, view: html`<div class="day"><span>${line}</span></div>` }, message];
  });
}

function logView(channel: Channel, list: ShownMessage[], scene: Scene): TemplateResult {
  const newest = list.at(-1)?.message.id ?? "";
  const ids = list.map((shown) => shown.message.id);
  const start = windowStart(channel.id, ids);
  const older = (log: HTMLElement): void => {
    // What the reader looks at stays where it is: measured from the end, which does not move.
    const fromEnd = log.scrollHeight - log.scrollTop;
    showOlder(channel.id, ids);
    scene.actions.draw(() => {
      log.scrollTop = log.scrollHeight - fromEnd;
    });
  };
  const onScroll = (event: Event): void => {
    const log = event.currentTarget;
    if (!(log instanceof HTMLElement)) return;
    const changed = scrolled(channel.id, log, newest);
    if (start > 0 && nearTop(log) && !isAtEnd(channel.id)) older(log);
    else if (changed) scene.actions.draw();
  };
  const onOlder = (event: Event): void => {
    const log = event.currentTarget instanceof Element ? event.currentTarget.closest(".log") : null;
    if (log instanceof HTMLElement) older(log);
  };
  const asks = scene.state.asks.filter(
    (ask) => ask.channelId === channel.id && ask.messageId === undefined && ask.readerId === scene.reader.id,
  );
  // Loading does not bubble: pictures are heard on the way down.
  const onLoad = { handleEvent: () => settle(document), capture: true };
  return html`<div
    class="log"
    role="log"
    tabindex="0"
    aria-relevant="additions"
    aria-label=${scene.words.messagesIn(channelTitle(channel))}
    data-channel=${channel.id}
    data-newest=${newest}
    @scroll=${onScroll}
    @load=${onLoad}
  >
    ${
      start === 0
        ? beginning(channel, scene)
        : html`<div class="beginning">
            <button type="button" class="link" @click=${onOlder}>${scene.words.older(start)}</button>
          </div>`
    }
    ${list.length === 0 && asks.length === 0 ? html`<p class="empty">${scene.words.empty(channelTitle(channel))}</p>` : nothing}
    ${repeat(
      rows(list.slice(start), channel.id, scene),
      (row) => row.key,
      (row) => row.view,
    )}
    ${repeat(
      asks,
      (ask) => ask.id,
      (ask) => askView(ask, scene),
    )}
  </div>`;
}

/** How a channel is looked at: its messages, a forum's posts, or what a phone shows of them. */
function lookOf(channel: Channel, scene: Scene): "log" | "lock" | "forum" {
  if (channel.kind === "forum") return "forum";
  return scene.state.lockScreens.has(channel.id) ? "lock" : "log";
}

/** The pane of a channel. Its log is a new element for each channel, so that opening one does not read all of it aloud. */
export function paneView(channel: Channel, pane: number, composer: Composer, scene: Scene): TemplateResult {
  const { state, words, actions } = scene;
  const list = visible(state, channel.id);
  const newer = hasNewer(channel.id, list.at(-1)?.message.id ?? "");
  const look = lookOf(channel, scene);
  const views = {
    log: () => logView(channel, list, scene),
    lock: () => lockView(channel, list, scene),
    forum: () => forumView(channel, scene),
  };
  const classes = ["pane"];
  if (pane === state.activePane) classes.push("front");
  const toFront = (): void => {
    if (state.activePane === pane) return;
    state.activePane = pane;
    actions.draw();
  };
  return html`<section class=${classes.join(" ")} aria-label=${channelTitle(channel)} @focusin=${toFront}>
    ${channelHead(channel, pane, scene)}
    <div class="log-frame">
      ${keyed(`${look} ${channel.id}`, views[look]())}
      ${
        newer && look === "log"
          ? html`<button
              type="button"
              class="newer"
              @click=${() => {
                toEnd(channel.id);
                actions.draw();
              }}
            >
              ${words.newest} ↓
            </button>`
          : nothing
      }
    </div>
    ${look === "forum" ? nothing : composerView(composer, channel, scene)}
  </section>`;
}
