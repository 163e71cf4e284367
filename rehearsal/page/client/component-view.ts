// Buttons, menus and the few other components of a message. Disabled ones do nothing; while one is answered it cannot be pressed again.
import type {
  APIActionRowComponent,
  APIButtonComponent,
  APIComponentInMessageActionRow,
  APIMessageTopLevelComponent,
} from "discord-api-types/v10";
import { html, nothing } from "lit-html";
import type { TemplateResult } from "lit-html";
import { away } from "./icons.ts";
import { ButtonLook, Kind } from "./kinds.ts";
import { paint } from "./paint.ts";
import type { Scene } from "./scene.ts";
import { selectView } from "./select-view.ts";
import { textView } from "./text-view.ts";

interface Place {
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
function isBusy(customId: string, place: Place, scene: Scene): boolean {
  return scene.state.asks.some(
    (ask) => ask.failed === undefined && ask.messageId === place.messageId && ask.text === customId,
  );
}

function buttonView(button: APIButtonComponent, place: Place, scene: Scene): TemplateResult {
  if (button.style === ButtonLook.premium)
    return html`<button type="button" class="button secondary" disabled>SKU</button>`;
  const emoji = button.emoji?.name;
  const label = html`${emoji === undefined ? nothing : html`<span class="emoji">${emoji}</span>`}${button.label ?? ""}`;
  if (button.style === ButtonLook.link) {
    if (button.disabled === true || !/^https?:\/\//iu.test(button.url)) {
      return html`<button type="button" class="button secondary" disabled>${label}</button>`;
    }
    return html`<a class="button secondary" href=${button.url} target="_blank" rel="noopener noreferrer"
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
    ${label}${busy ? html`<span class="waiting" aria-hidden="true">…</span>` : nothing}
  </button>`;
}

function rowView(
  row: APIActionRowComponent<APIComponentInMessageActionRow>,
  place: Place,
  scene: Scene,
): TemplateResult {
  return html`<div class="row">
    ${row.components.map((part) => {
      if (part.type === Kind.button) return buttonView(part, place, scene);
      // An element's id cannot hold the custom_id itself: that may be any text.
      const id = `menu-${place.messageId}-${hashed(part.custom_id)}`;
      return selectView(part, { ...place, id, busy: isBusy(part.custom_id, place, scene) }, scene);
    })}
  </div>`;
}

function one(component: APIMessageTopLevelComponent, place: Place, scene: Scene): TemplateResult {
  if (component.type === Kind.row) return rowView(component, place, scene);
  if (component.type === Kind.text) return html`<div class="text">${textView(component.content, scene)}</div>`;
  if (component.type === Kind.separator) return html`<hr />`;
  if (component.type === Kind.container) {
    return html`<div class="embed" ${paint(component.accent_color)}>
      <div class="embed-body">${component.components.map((part) => one(part, place, scene))}</div>
    </div>`;
  }
  return html`<div class="faint">${scene.words.notShown}</div>`;
}

function hashed(text: string): number {
  let sum = 0;
  for (const sign of text) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 1_000_003;
  return sum;
}

/** All components below a message's text. */
export function componentsView(
  components: APIMessageTopLevelComponent[] | undefined,
  place: Place,
  scene: Scene,
): TemplateResult | typeof nothing {
  if (components === undefined || components.length === 0) return nothing;
  return html`<div class="components">${components.map((component) => one(component, place, scene))}</div>`;
}
