// A form the bot opened: labels with their fields, old rows, texts. It keeps no copy of what is typed; the form's own elements do.
import type {
  APIComponentInLabel,
  APIModalInteractionResponseCallbackComponent,
  APISelectMenuComponent,
  APITextInputComponent,
} from "discord-api-types/v10";
import { html, nothing } from "lit-html";
import type { TemplateResult } from "lit-html";
import { ifDefined } from "lit-html/directives/if-defined.js";
import { keyed } from "lit-html/directives/keyed.js";
import { cross } from "./icons.ts";
import { Kind, paragraph } from "./kinds.ts";
import type { Scene } from "./scene.ts";
import { choicesOf, limitsOf } from "./select-choices.ts";
import type { OpenModal } from "./state.ts";
import { textView } from "./text-view.ts";

function textInput(input: APITextInputComponent, id: string): TemplateResult {
  const required = input.required !== false;
  const max = input.max_length ?? 4000;
  if (input.style === paragraph) {
    return html`<textarea
      id=${id}
      data-field=${input.custom_id}
      rows="4"
      placeholder=${input.placeholder ?? ""}
      minlength=${ifDefined(input.min_length)}
      maxlength=${max}
      ?required=${required}
      .defaultValue=${input.value ?? ""}
    ></textarea>`;
  }
  return html`<input
    id=${id}
    data-field=${input.custom_id}
    autocomplete="off"
    placeholder=${input.placeholder ?? ""}
    minlength=${ifDefined(input.min_length)}
    maxlength=${max}
    ?required=${required}
    value=${input.value ?? ""}
  />`;
}

interface Tick {
  value: string;
  label: string;
  description?: string;
  default?: boolean;
}

/** Radio buttons or ticks; their fieldset carries the custom_id, so that none chosen is still an answer. */
function ticks(kind: "radio" | "checkbox", customId: string, options: Tick[], required: boolean): TemplateResult {
  return html`<div class="ticks" data-group=${customId} data-kind=${kind}>
    ${options.map(
      (option) =>
        html`<label class="tick">
          <input
            type=${kind}
            name=${customId}
            value=${option.value}
            ?checked=${option.default === true}
            ?required=${required && kind === "radio"}
          />
          <span
            >${option.label}
            ${option.description === undefined ? nothing : html`<span class="faint">${option.description}</span>`}</span
          >
        </label>`,
    )}
  </div>`;
}

function menu(part: APISelectMenuComponent, id: string, scene: Scene): TemplateResult {
  const { min, max } = limitsOf(part);
  const required = part.required !== false && min > 0;
  return html`<select id=${id} data-menu=${part.custom_id} ?multiple=${max > 1} ?required=${required}>
    ${max > 1 ? nothing : html`<option value="">${part.placeholder ?? scene.words.choose}</option>`}
    ${choicesOf(part, scene.snapshot).map(
      (choice) => html`<option value=${choice.value} ?selected=${choice.chosen}>${choice.label}</option>`,
    )}
  </select>`;
}

function control(part: APIComponentInLabel, id: string, scene: Scene): TemplateResult {
  if (part.type === Kind.textInput) return textInput(part, id);
  if (part.type === Kind.radioGroup) return ticks("radio", part.custom_id, part.options, part.required !== false);
  if (part.type === Kind.checkboxGroup) return ticks("checkbox", part.custom_id, part.options, false);
  if (part.type === Kind.checkbox) {
    return html`<input id=${id} type="checkbox" data-flag=${part.custom_id} ?checked=${part.default === true} />`;
  }
  if (part.type === Kind.fileUpload) return html`<div class="faint" id=${id}>${scene.words.fileEmpty}</div>`;
  return menu(part, id, scene);
}

function isRequired(part: APIComponentInLabel): boolean {
  if (part.type === Kind.checkbox) return false;
  return part.required !== false;
}

function partView(part: APIModalInteractionResponseCallbackComponent, at: number, scene: Scene): TemplateResult {
  const id = `modal-part-${at}`;
  if (part.type === Kind.text) return html`<div class="text">${textView(part.content, scene)}</div>`;
  const star = html`<span class="star" title=${scene.words.required}> *</span>`;
  if (part.type === Kind.label) {
    const { component, label, description } = part;
    return html`<div class="part">
      <label for=${id}>${label}${isRequired(component) ? star : nothing}</label>
      ${description === undefined ? nothing : html`<div class="faint">${description}</div>`}
      ${control(component, id, scene)}
    </div>`;
  }
  return html`${part.components.map(
    (input, place) =>
      html`<div class="part">
        <label for="${id}-${place}">${input.label ?? ""}${input.required === false ? nothing : star}</label>
        ${textInput(input, `${id}-${place}`)}
      </div>`,
  )}`;
}

/** What the form says, by custom_id. */
function read(form: HTMLFormElement): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const field of form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("[data-field]")) {
    values[field.dataset["field"] ?? ""] = field.value;
  }
  for (const menu of form.querySelectorAll<HTMLSelectElement>("[data-menu]")) {
    const chosen = [...menu.selectedOptions].map((option) => option.value).filter((value) => value !== "");
    values[menu.dataset["menu"] ?? ""] = chosen;
  }
  for (const group of form.querySelectorAll<HTMLElement>("[data-group]")) {
    const chosen = [...group.querySelectorAll<HTMLInputElement>("input:checked")].map((input) => input.value);
    values[group.dataset["group"] ?? ""] = group.dataset["kind"] === "radio" ? (chosen[0] ?? "") : chosen;
  }
  for (const flag of form.querySelectorAll<HTMLInputElement>("[data-flag]")) {
    values[flag.dataset["flag"] ?? ""] = flag.checked ? "true" : "false";
  }
  return values;
}

function formView(open: OpenModal, scene: Scene): TemplateResult {
  const { words, actions } = scene;
  const onSubmit = (event: Event): void => {
    event.preventDefault();
    if (event.target instanceof HTMLFormElement) void actions.submit(read(event.target));
  };
  return html`<dialog class="modal" aria-labelledby="modal-title" @close=${actions.closeModal}>
    <form @submit=${onSubmit}>
      <header>
        <h2 id="modal-title">${open.modal.title}</h2>
        <button type="button" class="round" aria-label=${words.close} @click=${actions.closeModal}>${cross()}</button>
      </header>
      ${open.modal.components.map((part, at) => partView(part, at, scene))}
      ${open.error === undefined ? nothing : html`<div class="failed" role="alert"><b>${words.failed}:</b> ${open.error}</div>`}
      <footer>
        <button type="button" class="button secondary" @click=${actions.closeModal}>${words.cancel}</button>
        <button type="submit" class="button primary" ?disabled=${open.sending}>
          ${open.sending ? words.thinking : words.submit}
        </button>
      </footer>
    </form>
  </dialog>`;
}

/** The open form, if there is one for the acting reader. */
export function modalView(scene: Scene): unknown {
  const { modal } = scene.state;
  return modal === undefined ? nothing : keyed(modal.interactionId, formView(modal, scene));
}

/** Opens the drawn dialog as a modal one; the browser then keeps the focus inside and hears Escape. Returns at once when it is open. */
export function showModal(root: ParentNode): void {
  const dialog = root.querySelector("dialog");
  if (dialog === null || dialog.open) return;
  dialog.showModal();
  dialog.querySelector<HTMLElement>("[data-field], [data-menu], .ticks input")?.focus();
}
