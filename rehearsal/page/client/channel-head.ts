// The line above a channel: its name with where it belongs, its topic, and how it is looked at (lock screen, beside another).
import { html, nothing } from "lit-html";
import type { TemplateResult } from "lit-html";
import type { Channel } from "../../contract.ts";
import { withEmoji } from "./emoji-view.ts";
import { columns, cross, phone } from "./icons.ts";
import { channelIcon, seenChannel } from "./mention-view.ts";
import type { Scene } from "./scene.ts";
import { channelTitle } from "./state.ts";
import { threadMarks } from "./thread-view.ts";

function lockToggle(channel: Channel, scene: Scene): TemplateResult {
  const { words, state, actions } = scene;
  const on = state.lockScreens.has(channel.id);
  const toggle = (): void => {
    if (!state.lockScreens.delete(channel.id)) state.lockScreens.add(channel.id);
    actions.draw();
  };
  return html`<button
    type="button"
    class="quiet lock-toggle"
    aria-pressed=${on ? "true" : "false"}
    aria-label=${words.lockScreen}
    title=${words.lockHint}
    @click=${toggle}
  >
    ${phone()} <span class="wide-only">${words.lockScreen}</span>
  </button>`;
}

function besideButton(pane: number, scene: Scene): TemplateResult {
  const { words, state, actions } = scene;
  if (pane === 1) {
    return html`<button
      type="button"
      class="quiet wide-only"
      aria-label=${words.alone}
      title=${words.alone}
      @click=${() => actions.beside(false)}
    >
      ${cross()}
    </button>`;
  }
  const two = state.panes.length > 1;
  return html`<button
    type="button"
    class="quiet wide-only"
    aria-pressed=${two ? "true" : "false"}
    title=${words.besideHint}
    @click=${() => actions.beside(!two)}
  >
    ${columns()} ${words.beside}
  </button>`;
}

/** "# alertas ›" before a thread's own name. */
function parentView(channel: Channel, scene: Scene): TemplateResult | typeof nothing {
  const parent = channel.parentId === undefined ? undefined : seenChannel(scene, channel.parentId);
  if (parent === undefined) return nothing;
  return html`<button type="button" class="parent" @click=${() => scene.actions.open(parent.id)}>
      ${channelIcon(parent)}<span>${withEmoji(parent.name)}</span></button
    ><span class="parent-sign" aria-hidden="true">›</span>`;
}

export function channelHead(channel: Channel, pane: number, scene: Scene): TemplateResult {
  const topic = channel.topic ?? "";
  return html`<header class="channel-head">
    ${parentView(channel, scene)}${channelIcon(channel)}
    <h2>${withEmoji(channelTitle(channel).slice(1))}</h2>
    ${threadMarks(channel, scene)}
    ${topic === "" ? nothing : html`<span class="topic" title=${topic}>${withEmoji(topic)}</span>`}
    <span class="head-buttons"
      >${channel.kind === "forum" ? nothing : lockToggle(channel, scene)}${besideButton(pane, scene)}</span
    >
  </header>`;
}
