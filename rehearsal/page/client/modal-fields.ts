// The controls of a form, each with what is said of it. What is typed stays in the elements; only lengths, errors and files are kept beside them.
import type { APISelectMenuComponent, APITextInputComponent } from "discord-api-types/v10";
import { html, nothing } from "lit-html";
import type { TemplateResult } from "lit-html";
import { ifDefined } from "lit-html/directives/if-defined.js";
import { Kind, paragraph } from "./kinds.ts";
import { fileField } from "./modal-files.ts";
import { countsOf, isRequired, longestText } from "./modal-read.ts";
import type { Control } from "./modal-read.ts";
import type { Scene } from "./scene.ts";
import { choicesOf } from "./select-choices.ts";
import type { OpenModal } from "./state.ts";

/** A control in its form: where it stands, and the id of what describes it. */
export interface Placed {
  control: Control;
  id: string;
  open: OpenModal;
  scene: Scene;
}

const describedBy = ({ id }: Placed): string => `${id}-hint ${id}-error`;
const isFaulty = ({ control, open }: Placed): "true" | "false" =>
  open.errors.has(control.custom_id) ? "true" : "false";

function textInput(input: APITextInputComponent, placed: Placed): TemplateResult {
  const { id, open, scene } = placed;
  const required = input.required === false ? "false" : "true";
  const max = input.max_length ?? longestText;
  const onInput = (event: Event): void => {
    const { target } = event;
    if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
    open.lengths.set(input.custom_id, target.value.length);
    open.errors.delete(input.custom_id);
    scene.actions.draw();
  };
  if (input.style === paragraph) {
    return html`<textarea
      id=${id}
      data-control=${input.custom_id}
      rows="4"
      placeholder=${input.placeholder ?? ""}
      maxlength=${max}
      aria-required=${required}
      aria-invalid=${isFaulty(placed)}
      aria-describedby=${describedBy(placed)}
      .defaultValue=${input.value ?? ""}
      @input=${onInput}
    ></textarea>`;
  }
  return html`<input
    id=${id}
    data-control=${input.custom_id}
    autocomplete="off"
    placeholder=${input.placeholder ?? ""}
    maxlength=${max}
    aria-required=${required}
    aria-invalid=${isFaulty(placed)}
    aria-describedby=${describedBy(placed)}
    value=${input.value ?? ""}
    @input=${onInput}
  />`;
}

interface Tick {
  value: string;
  label: string;
  description?: string;
  chosen: boolean;
}

/** One of several, or several of many: radio buttons or ticks under one name. */
function ticks(kind: "radio" | "checkbox", options: Tick[], placed: Placed): TemplateResult {
  const { control, id, open, scene } = placed;
  const onChange = (): void => {
    open.errors.delete(control.custom_id);
    scene.actions.draw();
  };
  return html`<div
    id=${id}
    class=${options.length > 6 ? "ticks many" : "ticks"}
    role=${kind === "radio" ? "radiogroup" : "group"}
    aria-labelledby="${id}-label"
    aria-describedby=${describedBy(placed)}
    aria-required=${ifDefined(kind === "radio" ? String(isRequired(control)) : undefined)}
    aria-invalid=${ifDefined(kind === "radio" ? isFaulty(placed) : undefined)}
  >
    ${options.map(
      (option) =>
        html`<label class="tick">
          <input
            type=${kind}
            name=${id}
            data-control=${control.custom_id}
            value=${option.value}
            ?checked=${option.chosen}
            @change=${onChange}
          />
          <span
            >${option.label}
            ${option.description === undefined ? nothing : html`<span class="faint">${option.description}</span>`}</span
          >
        </label>`,
    )}
  </div>`;
}

/** A menu of one is the browser's own; one of several is a list of ticks, which no keyboard and no phone makes hard. */
function menu(part: APISelectMenuComponent, placed: Placed): TemplateResult {
  const { control, id, open, scene } = placed;
  const choices = choicesOf(part, scene.snapshot);
  if (countsOf(control).max > 1) return ticks("checkbox", choices, placed);
  const onChange = (): void => {
    open.errors.delete(control.custom_id);
    scene.actions.draw();
  };
  return html`<select
    id=${id}
    data-control=${part.custom_id}
    aria-required=${isRequired(control) ? "true" : "false"}
    aria-invalid=${isFaulty(placed)}
    aria-describedby=${describedBy(placed)}
    @change=${onChange}
  >
    <option value="">${part.placeholder ?? scene.words.choose}</option>
    ${choices.map((choice) => html`<option value=${choice.value} ?selected=${choice.chosen}>${choice.label}</option>`)}
  </select>`;
}

/** Whether a control is a group, which a label cannot name by `for`. */
export function isGroup(control: Control): boolean {
  if (control.type === Kind.radioGroup || control.type === Kind.checkboxGroup) return true;
  return control.type !== Kind.textInput && control.type !== Kind.fileUpload && countsOf(control).max > 1;
}

/** The control itself. */
export function controlView(placed: Placed): TemplateResult {
  const { control, id } = placed;
  if (control.type === Kind.textInput) return textInput(control, placed);
  if (control.type === Kind.fileUpload) return fileField(control, placed);
  if (control.type === Kind.radioGroup || control.type === Kind.checkboxGroup) {
    const options = control.options.map((option) => ({ ...option, chosen: option.default === true }));
    return ticks(control.type === Kind.radioGroup ? "radio" : "checkbox", options, placed);
  }
  if (control.type !== Kind.checkbox) return menu(control, placed);
  return html`<input
    id=${id}
    type="checkbox"
    data-control=${control.custom_id}
    aria-describedby=${describedBy(placed)}
    ?checked=${control.default === true}
  />`;
}

/** What stands under a control: how many, how long, and what is wrong. */
export function underView(placed: Placed): TemplateResult {
  const { control, id, open, scene } = placed;
  const { words } = scene;
  const error = open.errors.get(control.custom_id);
  let hint = "";
  let counter: TemplateResult | typeof nothing = nothing;
  if (control.type === Kind.textInput) {
    const max = control.max_length ?? longestText;
    const length = open.lengths.get(control.custom_id) ?? control.value?.length ?? 0;
    hint = control.min_length === undefined || control.min_length === 0 ? "" : words.tooShort(control.min_length);
    if (control.style === paragraph || control.max_length !== undefined)
      counter = html`<span class="counter" aria-hidden="true">${length}/${max}</span
        ><span class="unseen">${words.tooLong(max)}</span>`;
  } else if (control.type !== Kind.checkbox && control.type !== Kind.radioGroup) {
    const { min, max } = countsOf(control);
    if (control.type === Kind.fileUpload) hint = words.filesHow(min, max);
    else if (max > 1) hint = words.chooseHow(min, max);
  }
  return html`<div class="under">
    <span id="${id}-hint" class="faint">${hint} ${counter}</span>
    <span id="${id}-error" class="part-error">${error ?? nothing}</span>
  </div>`;
}
