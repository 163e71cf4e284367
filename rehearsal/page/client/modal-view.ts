// A form the bot opened, as Discord lays it out: labels with their controls, old rows, texts. Nothing typed is lost by a sending that fails.
import type { APIModalInteractionResponseCallbackComponent } from "discord-api-types/v10";
import { html, nothing } from "lit-html";
import type { TemplateResult } from "lit-html";
import { keyed } from "lit-html/directives/keyed.js";
import { cross } from "./icons.ts";
import { Kind } from "./kinds.ts";
import { controlView, isGroup, underView } from "./modal-fields.ts";
import { checkForm, controlsOf, isRequired, readForm } from "./modal-read.ts";
import type { Control } from "./modal-read.ts";
import { sayIn } from "./orders.ts";
import type { Scene } from "./scene.ts";
import type { OpenModal } from "./state.ts";
import { textView } from "./text-view.ts";

interface Named {
  label: string;
  description?: string | undefined;
}

function labelled(control: Control, { label, description }: Named, open: OpenModal, scene: Scene): TemplateResult {
  const id = `modal-part-${controlsOf(open).indexOf(control)}`;
  const placed = { control, id, open, scene };
  const name = html`${label}${
    isRequired(control) ? html`<span class="star" title=${scene.words.required} aria-hidden="true"> *</span>` : nothing
  }`;
  return html`<div class=${open.errors.has(control.custom_id) ? "part faulty" : "part"}>
    ${
      isGroup(control)
        ? html`<div class="part-name" id="${id}-label">${name}</div>`
        : html`<label class="part-name" for=${id}>${name}</label>`
    }
    ${description === undefined || description === "" ? nothing : html`<div class="faint">${description}</div>`}
    ${controlView(placed)} ${underView(placed)}
  </div>`;
}

function partView(part: APIModalInteractionResponseCallbackComponent, open: OpenModal, scene: Scene): TemplateResult {
  if (part.type === Kind.text) return html`<div class="text">${textView(part.content, scene)}</div>`;
  if (part.type === Kind.label) return labelled(part.component, part, open, scene);
  return html`${part.components.map((input) => labelled(input, { label: input.label ?? "" }, open, scene))}`;
}

function submit(form: HTMLFormElement, open: OpenModal, scene: Scene): void {
  const { words, actions, state } = scene;
  const values = readForm(form, open);
  if (checkForm(open, values, words)) {
    void actions.submit(values);
    return;
  }
  sayIn(state, words.checkForm(open.errors.size));
  const at = controlsOf(open).findIndex(({ custom_id: id }) => open.errors.has(id));
  actions.draw(() => {
    const faulty = document.getElementById(`modal-part-${at}`);
    (faulty?.querySelector<HTMLElement>("input") ?? faulty)?.focus();
  });
}

function formView(open: OpenModal, scene: Scene): TemplateResult {
  const { words, actions } = scene;
  const onSubmit = (event: Event): void => {
    event.preventDefault();
    if (event.target instanceof HTMLFormElement) submit(event.target, open, scene);
  };
  return html`<dialog class="modal" aria-labelledby="modal-title" @close=${actions.closeModal}>
    <form novalidate @submit=${onSubmit}>
      <header>
        <h2 id="modal-title">${open.modal.title}</h2>
        <button type="button" class="round" aria-label=${words.close} @click=${actions.closeModal}>${cross()}</button>
      </header>
      <div class="modal-parts">${open.modal.components.map((part) => partView(part, open, scene))}</div>
      <div role="alert" class="failed">
        ${
          open.error === undefined
            ? nothing
            : html`<b>${words.failed}:</b> ${open.error}
                <div>${words.formKept}</div>`
        }
      </div>
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

/** What had the focus before the form opened: it gets it back. */
let before: HTMLElement | undefined;

/** Opens the drawn dialog as a modal one; the browser then keeps the focus inside and hears Escape. Returns at once when it is open. */
export function showModal(root: ParentNode): void {
  const dialog = root.querySelector("dialog");
  if (dialog === null) {
    const back = before;
    before = undefined;
    if (back?.isConnected === true) back.focus();
    return;
  }
  if (dialog.open) return;
  before = document.activeElement instanceof HTMLElement ? document.activeElement : undefined;
  dialog.showModal();
  dialog.querySelector<HTMLElement>("[data-control]")?.focus();
}
