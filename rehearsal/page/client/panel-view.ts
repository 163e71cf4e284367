// The frame of every panel: title, way out, errors of orders; and the few fields they share. It knows nothing of what a panel is about.
import { html, nothing } from "lit-html";
import type { TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { cross } from "./icons.ts";
import { panelTitleId } from "./orders.ts";
import type { Scene } from "./scene.ts";

export type Part = TemplateResult | typeof nothing;

/** A panel with its title; Escape closes it, from anywhere within. */
export function panelFrame(title: string, body: Part, scene: Scene): TemplateResult {
  const { words, actions, state } = scene;
  const close = (): void => actions.panel(undefined);
  const keys = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    close();
  };
  const { orderError } = state.frame;
  return html`<aside class="panel" aria-labelledby=${panelTitleId} @keydown=${keys}>
    <header>
      <h2 id=${panelTitleId} tabindex="-1">${title}</h2>
      <button type="button" class="round" aria-label=${words.panelClose} title=${words.panelClose} @click=${close}>
        ${cross()}
      </button>
    </header>
    <div class="panel-body">${body}</div>
    <div class="panel-error" role="alert">
      ${orderError === undefined ? nothing : html`<b>${words.orderFailed}:</b> ${orderError}`}
    </div>
  </aside>`;
}

export interface Pick {
  value: string;
  label: string;
}

/** A native menu with its label; `chosen` is kept whatever the reader did to it since. */
export function pickField(
  label: string,
  options: Pick[] | { label: string; options: Pick[] }[],
  chosen: string,
  onPick: (value: string) => void,
): TemplateResult {
  const one = ({ value, label: name }: Pick): TemplateResult =>
    html`<option value=${value} .selected=${live(value === chosen)}>${name}</option>`;
  const onChange = (event: Event): void => {
    if (event.target instanceof HTMLSelectElement) onPick(event.target.value);
  };
  return html`<label class="field"
    ><span>${label}</span>
    <select @change=${onChange}>
      ${options.map((entry) =>
        "options" in entry ? html`<optgroup label=${entry.label}>${entry.options.map(one)}</optgroup>` : one(entry),
      )}
    </select></label
  >`;
}

/** A number with its label; what is not one within the limits is not taken. */
export function numberField(
  label: string,
  value: number,
  limits: { min: number; max: number; step: number },
  onNumber: (value: number) => void,
): TemplateResult {
  const onChange = (event: Event): void => {
    if (event.target instanceof HTMLInputElement && event.target.validity.valid) onNumber(event.target.valueAsNumber);
  };
  return html`<label class="field"
    ><span>${label}</span>
    <input
      type="number"
      required
      min=${limits.min}
      max=${limits.max}
      step=${limits.step}
      .value=${String(value)}
      @input=${onChange}
    />
  </label>`;
}

/** A tick with its words; it shows what is, and an order that fails puts it back. */
export function tickField(
  label: Part | string,
  checked: boolean,
  onTick: (on: boolean) => void,
  disabled = false,
): TemplateResult {
  const onChange = (event: Event): void => {
    if (event.target instanceof HTMLInputElement) onTick(event.target.checked);
  };
  return html`<label class="tick"
    ><input type="checkbox" .checked=${live(checked)} ?disabled=${disabled} @change=${onChange} /><span
      >${label}</span
    ></label
  >`;
}
