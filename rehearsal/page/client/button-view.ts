// Buttons of every style. A disabled one does nothing; while one is answered it cannot be pressed again.
import type { APIButtonComponent } from "discord-api-types/v10";
import { html, nothing } from "lit-html";
import type { TemplateResult } from "lit-html";
import { partialEmojiView, withEmoji } from "./emoji-view.ts";
import { away } from "./icons.ts";
import { ButtonLook } from "./kinds.ts";
import { webAddress } from "./own-address.ts";
import type { Scene } from "./scene.ts";

export interface Place {
  channelId: string;
  messageId: string;
}

const looks = new Map<number, string>([
  [ButtonLook.primary, "primary"],
  [ButtonLook.secondary, "secondary"],
  [ButtonLook.success, "success"],
  [ButtonLook.danger, "danger"],
]);

/** Whether this very component waits for its answer. */
export function isBusy(customId: string, place: Place, scene: Scene): boolean {
  return scene.state.asks.some(
    (ask) => ask.failed === undefined && ask.messageId === place.messageId && ask.text === customId,
  );
}

/** One button. */
export function buttonView(button: APIButtonComponent, place: Place, scene: Scene): TemplateResult {
  const { words } = scene;
  if (button.style === ButtonLook.premium) {
    return html`<button type="button" class="button secondary" title=${words.premium} disabled>SKU</button>`;
  }
  const label = html`${button.emoji === undefined ? nothing : partialEmojiView(button.emoji)}${
    button.label === undefined ? nothing : html`<span>${withEmoji(button.label)}</span>`
  }`;
  if (button.style === ButtonLook.link) {
    const href = webAddress(button.url);
    if (button.disabled === true || href === undefined) {
      return html`<button type="button" class="button secondary" disabled>${label}${away()}</button>`;
    }
    return html`<a class="button secondary" href=${href} target="_blank" rel="noopener noreferrer"
      >${label}${away()}</a
    >`;
  }
  const { custom_id: customId, disabled } = button;
  const busy = isBusy(customId, place, scene);
  return html`<button
    type="button"
    class="button ${looks.get(button.style) ?? "secondary"}"
    ?disabled=${disabled === true}
    aria-disabled=${busy ? "true" : "false"}
    @click=${() => (busy ? undefined : scene.actions.press(place.channelId, place.messageId, customId))}
  >
    ${label}${busy ? html`<span class="waiting" role="img" aria-label=${words.waitingFor}>…</span>` : nothing}
  </button>`;
}
