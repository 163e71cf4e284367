// One channel on the screen: its head, its messages, its composer. It draws only what the acting reader may see.
import { html, nothing } from "lit-html";
import type { TemplateResult } from "lit-html";
import { keyed } from "lit-html/directives/keyed.js";
import { repeat } from "lit-html/directives/repeat.js";
import type { Channel, ShownMessage } from "../../contract.ts";
import { composerView } from "./composer-view.ts";
import type { Composer } from "./composer.ts";
import { columns, cross, hash } from "./icons.ts";
import { askView, messageView } from "./message-view.ts";
import type { Scene } from "./scene.ts";
import { hasNewer, scrolled, settle, toEnd } from "./scrolling.ts";
import { channelTitle, visible } from "./state.ts";
import { dayLine } from "./world-clock.ts";

function headView(channel: Channel, pane: number, scene: Scene): TemplateResult {
  const { words, state, actions } = scene;
  const two = state.panes.length > 1;
  return html`<header class="channel-head">
    ${channel.dmWith === undefined ? hash() : "@"}
    <h2>${channelTitle(channel).slice(1)}</h2>
    ${channel.topic === undefined ? nothing : html`<span class="topic" title=${channel.topic}>${channel.topic}</span>`}
    ${
      pane === 1
        ? html`<button
            type="button"
            class="quiet wide-only"
            aria-label=${words.alone}
            title=${words.alone}
            @click=${() => actions.beside(false)}
          >
            ${cross()}
          </button>`
        : html`<button
            type="button"
            class="quiet wide-only"
            aria-pressed=${two ? "true" : "false"}
            title=${words.besideHint}
            @click=${() => actions.beside(!two)}
          >
            ${columns()} ${words.beside}
          </button>`
    }
  </header>`;
}

interface Row {
  key: string;
  view: TemplateResult;
}

/** Messages with a line wherever a new day begins in the reader's zone: a moved clock jumps over days. */
function rows(list: ShownMessage[], channelId: string, scene: Scene): Row[] {
  let day = "";
  return list.flatMap((shown) => {
    const line = dayLine(Date.parse(shown.message.timestamp), scene.reader);
    const message = { key: shown.message.id, view: messageView(shown, channelId, scene) };
    if (line === day) return [message];
    day = line;
    return [{ key: `day-${shown.message.id}`, view: html`<div class="day"><span>${line}</span></div>` }, message];
  });
}

function logView(channel: Channel, list: ShownMessage[], scene: Scene): TemplateResult {
  const newest = list.at(-1)?.message.id ?? "";
  const onScroll = (event: Event): void => {
    const log = event.currentTarget;
    if (log instanceof HTMLElement && scrolled(channel.id, log, newest)) scene.actions.draw();
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
    ${list.length === 0 && asks.length === 0 ? html`<p class="empty">${scene.words.empty(channelTitle(channel))}</p>` : nothing}
    ${repeat(
      rows(list, channel.id, scene),
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

/** The pane of a channel. Its log is a new element for each channel, so that opening one does not read all of it aloud. */
export function paneView(channel: Channel, pane: number, composer: Composer, scene: Scene): TemplateResult {
  const { state, words, actions } = scene;
  const list = visible(state, channel.id);
  const newer = hasNewer(channel.id, list.at(-1)?.message.id ?? "");
  const classes = ["pane"];
  if (pane === state.activePane) classes.push("front");
  const toFront = (): void => {
    if (state.activePane === pane) return;
    state.activePane = pane;
    actions.draw();
  };
  return html`<section class=${classes.join(" ")} aria-label=${channelTitle(channel)} @focusin=${toFront}>
    ${headView(channel, pane, scene)}
    <div class="log-frame">
      ${keyed(channel.id, logView(channel, list, scene))}
      ${
        newer
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
    ${composerView(composer, channel, scene)}
  </section>`;
}
