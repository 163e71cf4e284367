// Draws the line at the foot of a channel and hears its keys. All of it works by keyboard alone; it never sends anything itself.
import { html, nothing } from "lit-html";
import type { TemplateResult } from "lit-html";
import { ifDefined } from "lit-html/directives/if-defined.js";
import { live } from "lit-html/directives/live.js";
import type { Channel } from "../../contract.ts";
import type { Field } from "./command-line.ts";
import * as at from "./composer.ts";
import type { Composer } from "./composer.ts";
import { arrow, cross } from "./icons.ts";
import { OptionKind } from "./kinds.ts";
import type { Scene } from "./scene.ts";
import { channelTitle } from "./state.ts";

type Part = TemplateResult | typeof nothing;

function valueOf(event: Event): string {
  return event.target instanceof HTMLInputElement ? event.target.value : "";
}

function takeActive(composer: Composer, scene: Scene): boolean {
  const entry = composer.list?.entries[composer.list.active];
  if (entry === undefined) return false;
  if (composer.chosen === undefined) at.pickCommand(composer, entry, scene);
  else at.pickValue(composer, entry, scene);
  return true;
}

function keys(composer: Composer, scene: Scene, event: KeyboardEvent): void {
  if (event.isComposing) return;
  const empty = event.target instanceof HTMLInputElement && event.target.value === "";
  const first = composer.chosen !== undefined && composer.chosen.focused === 0;
  if (event.key === "ArrowDown") at.move(composer, 1, scene);
  else if (event.key === "ArrowUp") at.move(composer, -1, scene);
  else if (event.key === "Enter") {
    if (!takeActive(composer, scene)) at.send(composer, scene);
  } else if (event.key === "Escape") at.escape(composer, scene);
  else if (event.key === "Backspace" && empty && first) at.leave(composer, scene);
  else if (event.key === "Tab" && !event.shiftKey) {
    // A picked command brings its own focus; a picked value leaves it to Tab, which goes on to the next field.
    const plain = composer.chosen === undefined;
    if (!takeActive(composer, scene) || !plain) return;
  } else return;
  event.preventDefault();
}

function activeId(composer: Composer): string | undefined {
  const { list } = composer;
  return list === undefined || list.active < 0 ? undefined : `${at.inputId(composer)}-entry-${list.active}`;
}

function listView(composer: Composer, scene: Scene): Part {
  const { list } = composer;
  if (list === undefined) return nothing;
  const label = composer.chosen === undefined ? scene.words.commands : scene.words.suggestions;
  const pick = (index: number): void => {
    list.active = index;
    takeActive(composer, scene);
  };
  return html`<div class="popup above-composer">
    <div id="${at.inputId(composer)}-list" class="options" role="listbox" aria-label=${label}>
      ${list.entries.map(
        (entry, index) =>
          html`<div
            id="${at.inputId(composer)}-entry-${index}"
            class=${index === list.active ? "option active" : "option"}
            role="option"
            aria-selected=${index === list.active ? "true" : "false"}
            @mousedown=${(event: Event) => event.preventDefault()}
            @click=${() => pick(index)}
          >
            <span>${entry.label}</span
            >${entry.detail === undefined ? nothing : html`<span class="faint">${entry.detail}</span>`}
          </div>`,
      )}
    </div>
    <div class=${list.failed ? "popup-foot failed" : "popup-foot faint"} role="status">${list.note}</div>
  </div>`;
}

const numbers = new Set<number>([OptionKind.integer, OptionKind.number]);

function fieldView(composer: Composer, field: Field, index: number, scene: Scene): TemplateResult {
  const { option } = field;
  const id = at.fieldId(composer, index);
  const open = composer.chosen?.focused === index && composer.list !== undefined;
  return html`<label class=${field.error === undefined ? "chip" : "chip faulty"} title=${option.description}>
    <span class="chip-name">${option.name}${option.required ? html`<span aria-hidden="true"> *</span>` : nothing}</span>
    <input
      id=${id}
      autocomplete="off"
      spellcheck="false"
      inputmode=${numbers.has(option.type) ? "decimal" : "text"}
      placeholder=${option.description}
      role="combobox"
      aria-autocomplete="list"
      aria-expanded=${open ? "true" : "false"}
      aria-controls=${ifDefined(open ? `${at.inputId(composer)}-list` : undefined)}
      aria-activedescendant=${ifDefined(open ? activeId(composer) : undefined)}
      aria-required=${option.required ? "true" : "false"}
      aria-invalid=${field.error === undefined ? "false" : "true"}
      aria-description=${field.error ?? option.description}
      .value=${live(field.text)}
      @input=${(event: Event) => at.typeField(composer, index, valueOf(event), scene)}
      @focus=${() => at.suggestFor(composer, index, scene)}
      @blur=${() => at.unfocus(composer, index, scene)}
    />
    ${field.error === undefined ? nothing : html`<span class="chip-error">${field.error}</span>`}
  </label>`;
}

function chosenView(composer: Composer, scene: Scene): Part {
  const { chosen } = composer;
  if (chosen === undefined) return nothing;
  const shown = new Set(chosen.fields.map((field) => field.option));
  const more = chosen.choice.options.filter((option) => !shown.has(option));
  return html`<div class="command">
    <span class="command-name" title=${chosen.choice.description}>${chosen.choice.label}</span>
    ${chosen.fields.map((field, index) => fieldView(composer, field, index, scene))}
    ${more.map(
      (option) =>
        html`<button
          type="button"
          class="chip-more"
          title=${option.description}
          aria-label=${scene.words.addOption(option.name)}
          @click=${() => at.addField(composer, option.plainName, scene)}
        >
          + ${option.name}
        </button>`,
    )}
  </div>`;
}

function plainView(composer: Composer, channel: Channel, scene: Scene): TemplateResult {
  const open = composer.list !== undefined;
  return html`<input
    id=${at.inputId(composer)}
    class="plain-line"
    autocomplete="off"
    spellcheck="false"
    role="combobox"
    aria-autocomplete="list"
    aria-expanded=${open ? "true" : "false"}
    aria-controls=${ifDefined(open ? `${at.inputId(composer)}-list` : undefined)}
    aria-activedescendant=${ifDefined(open ? activeId(composer) : undefined)}
    aria-label=${scene.words.composer(channelTitle(channel))}
    placeholder=${scene.words.composer(channelTitle(channel))}
    .value=${live(composer.text)}
    @input=${(event: Event) => at.typeText(composer, valueOf(event), scene)}
  />`;
}

function endView(composer: Composer, channel: Channel, scene: Scene): TemplateResult {
  const { words } = scene;
  const close = html`<button
    type="button"
    class="round"
    aria-label=${words.close}
    title=${words.close}
    @click=${() => at.leave(composer, scene)}
  >
    ${cross()}
  </button>`;
  return html`${composer.chosen === undefined ? nothing : close}
    <button type="submit" id="send-${channel.id}" class="round send" aria-label=${words.send} title=${words.leaveHint}>
      ${arrow()}
    </button>`;
}

/** The composer of a channel. */
export function composerView(composer: Composer, channel: Channel, scene: Scene): TemplateResult {
  const onSubmit = (event: Event): void => {
    event.preventDefault();
    at.send(composer, scene);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.target instanceof HTMLInputElement) keys(composer, scene, event);
    else if (event.key === "Escape") at.leave(composer, scene);
  };
  return html`<form class="composer" novalidate @submit=${onSubmit} @keydown=${onKey}>
    ${listView(composer, scene)}
    <div class=${composer.hint === "" ? "composer-hint" : "composer-hint shown"} role="status">${composer.hint}</div>
    <div class="composer-box">
      ${composer.chosen === undefined ? plainView(composer, channel, scene) : chosenView(composer, scene)}
      ${endView(composer, channel, scene)}
    </div>
  </form>`;
}
