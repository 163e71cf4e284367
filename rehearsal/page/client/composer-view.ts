// Draws the line at the foot of a channel and hears its keys. All of it works by keyboard alone; it never sends anything itself.
import { html, nothing } from "lit-html";
import type { TemplateResult } from "lit-html";
import { ifDefined } from "lit-html/directives/if-defined.js";
import { live } from "lit-html/directives/live.js";
import type { Channel } from "../../contract.ts";
import type { Field } from "./command-line.ts";
import { fieldId, inputId, leave, moreId, typeText } from "./composer.ts";
import type { Composer } from "./composer.ts";
import * as at from "./composer-fields.ts";
import { keys } from "./composer-keys.ts";
import { send } from "./composer-send.ts";
import { clip } from "./frame-icons.ts";
import { arrow, cross } from "./icons.ts";
import { OptionKind } from "./kinds.ts";
import type { Scene } from "./scene.ts";
import { channelTitle } from "./state.ts";

type Part = TemplateResult | typeof nothing;

function valueOf(event: Event): string {
  return event.target instanceof HTMLInputElement ? event.target.value : "";
}

function activeId(composer: Composer): string | undefined {
  const { list } = composer;
  return list === undefined || list.active < 0 ? undefined : `${inputId(composer)}-entry-${list.active}`;
}

function listView(composer: Composer, scene: Scene): Part {
  const { list } = composer;
  if (list === undefined) return nothing;
  const { words } = scene;
  const label = { commands: words.commands, values: words.suggestions, options: words.optionalList }[list.of];
  const pick = (index: number): void => {
    list.active = index;
    at.takeActive(composer, scene);
  };
  return html`<div class="popup above-composer">
    <div id="${inputId(composer)}-list" class="options" role="listbox" aria-label=${label}>
      ${list.entries.map(
        (entry, index) =>
          html`<div
            id="${inputId(composer)}-entry-${index}"
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

/** What every field of a command says of itself. */
function chipView(field: Field, inner: Part): TemplateResult {
  const { option, error } = field;
  return html`<label class=${error === undefined ? "chip" : "chip faulty"} title=${option.description}>
    <span class="chip-name">${option.name}${option.required ? html`<span aria-hidden="true"> *</span>` : nothing}</span>
    ${inner} ${error === undefined ? nothing : html`<span class="chip-error">${error}</span>`}
  </label>`;
}

function fileField(composer: Composer, field: Field, index: number, scene: Scene): TemplateResult {
  const onChange = (event: Event): void => {
    if (event.target instanceof HTMLInputElement) void at.takeFile(composer, index, event.target.files?.[0], scene);
  };
  return chipView(
    field,
    html`<span class="chip-file">
      ${clip()}<span class="cut">${field.text === "" ? scene.words.chooseFile : field.text}</span>
      <input
        id=${fieldId(composer, index)}
        type="file"
        aria-required=${field.option.required ? "true" : "false"}
        aria-invalid=${field.error === undefined ? "false" : "true"}
        aria-description="${field.error ?? field.option.description} ${field.text}"
        @change=${onChange}
        @focus=${() => at.suggestFor(composer, index, scene)}
      />
    </span>`,
  );
}

function textField(composer: Composer, field: Field, index: number, scene: Scene): TemplateResult {
  const { option } = field;
  const list = composer.list?.of === "values" ? composer.list : undefined;
  const open = composer.chosen?.focused === index && list !== undefined;
  return chipView(
    field,
    html`<input
      id=${fieldId(composer, index)}
      autocomplete="off"
      spellcheck="false"
      inputmode=${numbers.has(option.type) ? "decimal" : "text"}
      placeholder=${option.description}
      role="combobox"
      aria-autocomplete="list"
      aria-expanded=${open ? "true" : "false"}
      aria-controls=${ifDefined(open ? `${inputId(composer)}-list` : undefined)}
      aria-activedescendant=${ifDefined(open ? activeId(composer) : undefined)}
      aria-required=${option.required ? "true" : "false"}
      aria-invalid=${field.error === undefined ? "false" : "true"}
      aria-description=${field.error ?? option.description}
      .value=${live(field.text)}
      @input=${(event: Event) => at.typeField(composer, index, valueOf(event), scene)}
      @focus=${() => at.suggestFor(composer, index, scene)}
      @blur=${() => at.unfocus(composer, index, scene)}
    />`,
  );
}

function fieldView(composer: Composer, field: Field, index: number, scene: Scene): TemplateResult {
  const isFile = field.option.type === OptionKind.attachment;
  return (isFile ? fileField : textField)(composer, field, index, scene);
}

/** "+3 optional": shows the options that are not shown yet, as a field shows its suggestions. */
function moreView(composer: Composer, count: number, scene: Scene): TemplateResult {
  const list = composer.list?.of === "options" ? composer.list : undefined;
  const open = list !== undefined;
  const ready = list !== undefined && list.active >= 0;
  const label = scene.words.optional(count);
  return html`<button
    type="button"
    id=${moreId(composer)}
    class="chip-more"
    role="combobox"
    aria-haspopup="listbox"
    aria-label=${label}
    aria-expanded=${open ? "true" : "false"}
    aria-controls=${ifDefined(open ? `${inputId(composer)}-list` : undefined)}
    aria-activedescendant=${ifDefined(open ? activeId(composer) : undefined)}
    @click=${() => (ready ? at.escape(composer, scene) : at.offerOptions(composer, true, scene))}
    @focus=${() => (open ? undefined : at.offerOptions(composer, false, scene))}
    @blur=${() => at.unfocusOptions(composer, scene)}
  >
    ${label}
  </button>`;
}

function chosenView(composer: Composer, scene: Scene): Part {
  const { chosen } = composer;
  if (chosen === undefined) return nothing;
  const more = at.hiddenOptions(chosen).length;
  return html`<div class="command">
    <span class="command-name" title=${chosen.choice.description}>${chosen.choice.label}</span>
    ${chosen.fields.map((field, index) => fieldView(composer, field, index, scene))}
    ${more === 0 ? nothing : moreView(composer, more, scene)}
  </div>`;
}

function plainView(composer: Composer, channel: Channel, scene: Scene): TemplateResult {
  const open = composer.list !== undefined;
  return html`<input
    id=${inputId(composer)}
    class="plain-line"
    autocomplete="off"
    spellcheck="false"
    role="combobox"
    aria-autocomplete="list"
    aria-expanded=${open ? "true" : "false"}
    aria-controls=${ifDefined(open ? `${inputId(composer)}-list` : undefined)}
    aria-activedescendant=${ifDefined(open ? activeId(composer) : undefined)}
    aria-label=${scene.words.messageLine(channelTitle(channel))}
    placeholder=${scene.words.messageLine(channelTitle(channel))}
    .value=${live(composer.text)}
    @input=${(event: Event) => typeText(composer, valueOf(event), scene)}
  />`;
}

function endView(composer: Composer, channel: Channel, scene: Scene): TemplateResult {
  const { words } = scene;
  const close = html`<button
    type="button"
    class="round"
    aria-label=${words.close}
    title=${words.close}
    @click=${() => leave(composer, scene)}
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
    send(composer, scene);
  };
  const onKey = (event: KeyboardEvent): void => keys(composer, scene, event);
  return html`<form class="composer" novalidate @submit=${onSubmit} @keydown=${onKey}>
    ${listView(composer, scene)}
    <div class=${composer.hint === "" ? "composer-hint" : "composer-hint shown"} role="status">${composer.hint}</div>
    <div class="composer-box">
      ${composer.chosen === undefined ? plainView(composer, channel, scene) : chosenView(composer, scene)}
      ${endView(composer, channel, scene)}
    </div>
  </form>`;
}
