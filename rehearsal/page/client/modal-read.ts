// What a form says, and what is wrong with it, by the rules Discord's client applies before it sends. It reads the form's elements and changes none.
import type { APIComponentInLabel, APITextInputComponent } from "discord-api-types/v10";
import type { FormValues } from "./actions.ts";
import { Kind } from "./kinds.ts";
import { limitsOf } from "./select-choices.ts";
import type { OpenModal } from "./state.ts";
import type { Words } from "./words.ts";

export type Control = APIComponentInLabel | APITextInputComponent;

/** Discord's longest text input. */
export const longestText = 4000;

/** Every control of a form, of labels and of old rows. */
export function controlsOf(open: OpenModal): Control[] {
  return open.modal.components.flatMap((part): Control[] => {
    if (part.type === Kind.label) return [part.component];
    return part.type === Kind.row ? part.components : [];
  });
}

export function isRequired(control: Control): boolean {
  return control.type !== Kind.checkbox && control.required !== false;
}

/** How many entries a control of several takes: Discord's defaults are one of each, and all of a group of ticks. */
export function countsOf(control: Control): { min: number; max: number } {
  const least = isRequired(control) ? 1 : 0;
  if (control.type === Kind.textInput || control.type === Kind.checkbox || control.type === Kind.radioGroup)
    return { min: least, max: 1 };
  if (control.type === Kind.checkboxGroup)
    return { min: control.min_values ?? least, max: control.max_values ?? control.options.length };
  if (control.type === Kind.fileUpload) return { min: control.min_values ?? least, max: control.max_values ?? 1 };
  const { min, max } = limitsOf(control);
  return { min: isRequired(control) ? min : 0, max };
}

function readOne(control: Control, form: HTMLFormElement, open: OpenModal): FormValues[string] {
  const { custom_id: id } = control;
  if (control.type === Kind.fileUpload) return (open.files.get(id) ?? []).map(({ sent }) => sent);
  const inputs = [...form.querySelectorAll<HTMLElement>("[data-control]")].filter(
    (element) => element.dataset["control"] === id,
  );
  const [first] = inputs;
  if (first instanceof HTMLTextAreaElement) return first.value;
  if (first instanceof HTMLSelectElement) return first.value === "" ? [] : [first.value];
  const ticks = inputs.filter((input) => input instanceof HTMLInputElement);
  if (control.type === Kind.textInput) return ticks[0]?.value ?? "";
  if (control.type === Kind.checkbox) return ticks[0]?.checked === true ? "true" : "false";
  const chosen = ticks.filter((input) => input.checked).map((input) => input.value);
  return control.type === Kind.radioGroup ? (chosen[0] ?? "") : chosen;
}

/** What the form says, by custom_id. */
export function readForm(form: HTMLFormElement, open: OpenModal): FormValues {
  return Object.fromEntries(
    controlsOf(open).map((control) => [control.custom_id, readOne(control, form, open)] as const),
  );
}

function faultOf(control: Control, value: FormValues[string] | undefined, words: Words): string | undefined {
  if (control.type === Kind.checkbox) return undefined;
  const size = value === undefined ? 0 : value.length;
  if (size === 0) return isRequired(control) ? words.fillThis : undefined;
  if (control.type === Kind.textInput) {
    const { min_length: min = 0, max_length: max = longestText } = control;
    if (size < min) return words.tooShort(min);
    return size > max ? words.tooLong(max) : undefined;
  }
  if (control.type === Kind.radioGroup) return undefined;
  const { min, max } = countsOf(control);
  if (size < min) return words.tooFew(min);
  return size > max ? words.tooMany(max) : undefined;
}

/** Notes what is wrong with each control; true when nothing is. */
export function checkForm(open: OpenModal, values: FormValues, words: Words): boolean {
  open.errors.clear();
  for (const control of controlsOf(open)) {
    const fault = faultOf(control, values[control.custom_id], words);
    if (fault !== undefined) open.errors.set(control.custom_id, fault);
  }
  return open.errors.size === 0;
}
