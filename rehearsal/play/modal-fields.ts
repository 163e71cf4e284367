// The fields of a modal as a reader fills them in, each checked as Discord's client checks it. Must never invent a value: what was not touched keeps its default.
import type {
  APIComponentInLabel,
  APIModalSubmissionComponent,
  APITextInputComponent,
  ModalSubmitComponent,
} from "discord-api-types/v10";
import { ComponentType as C } from "discord-api-types/v10";
import type { SentFile } from "../contract.ts";
import { checkPicked } from "./components.ts";
import { isSentFile } from "./files.ts";
import type { Pending } from "./interactions.ts";
import { Refused } from "./refused.ts";
import type { Resolving } from "./resolved.ts";

/** By custom_id. A checkbox is "true" or "false". */
export type FormValues = Record<string, string | string[] | SentFile[]>;
type ModalParts = NonNullable<Pending["modal"]>["components"];

export function filled(parts: ModalParts, values: FormValues, resolving: Resolving): APIModalSubmissionComponent[] {
  const known = new Set(partsOf(parts).map((part) => part.custom_id));
  const stranger = Object.keys(values).find((key) => !known.has(key));
  if (stranger !== undefined) throw new Refused(`The form has no field "${stranger}".`);
  let last = 0;
  const numbered = (given?: number) => ({ id: given ?? ++last });
  return parts.map((part): APIModalSubmissionComponent => {
    const own = numbered(part.id);
    if (part.type === C.TextDisplay) return { type: part.type, ...own };
    if (part.type === C.Label)
      return {
        type: part.type,
        ...own,
        component: { ...answer(part.component, values, resolving), ...numbered(part.component.id) },
      };
    const inputs = part.components.map((one) => ({ ...textAnswer(one, values), ...numbered(one.id) }));
    return { type: part.type, ...own, components: inputs };
  });
}

function partsOf(parts: ModalParts): APIComponentInLabel[] {
  return parts.flatMap((part): APIComponentInLabel[] => {
    if (part.type === C.Label) return [part.component];
    return part.type === C.ActionRow ? part.components : [];
  });
}

/** A field may be called "constructor": only what was sent counts. */
function valueFor(values: FormValues, customId: string): FormValues[string] | undefined {
  return Object.hasOwn(values, customId) ? values[customId] : undefined;
}

function textAnswer(input: APITextInputComponent, values: FormValues) {
  const given = valueFor(values, input.custom_id) ?? input.value ?? "";
  if (typeof given !== "string") throw new Refused(`"${input.custom_id}" wants words.`);
  const required = input.required ?? true;
  if (required && given === "") throw new Refused(`"${input.custom_id}" must be filled in.`);
  const least = given === "" ? 0 : (input.min_length ?? 0);
  if (given.length < least || given.length > (input.max_length ?? 4000))
    throw new Refused(`"${input.custom_id}" is too short or too long.`);
  return { type: C.TextInput as const, custom_id: input.custom_id, value: given };
}

function answer(control: APIComponentInLabel, values: FormValues, resolving: Resolving): ModalSubmitComponent {
  if (control.type === C.TextInput) return textAnswer(control, values);
  const { custom_id } = control;
  const given = valueFor(values, custom_id);
  if (control.type === C.FileUpload) return files(control, given, resolving);
  const raw = given ?? preset(control);
  const list = (raw === "" ? [] : [raw].flat()).filter((one) => typeof one === "string");
  if (list.length < [raw].flat().length && raw !== "") throw new Refused(`"${custom_id}" takes no files.`);
  if (control.type === C.Checkbox) return { type: control.type, custom_id, value: list[0] === "true" };
  const required = control.required ?? true;
  if (required && list.length === 0) throw new Refused(`"${custom_id}" must be filled in.`);
  if (control.type === C.RadioGroup) {
    if (list.length > 1) throw new Refused(`Only one of "${custom_id}" can be chosen.`);
    offered(control.options, list);
    return { type: control.type, custom_id, value: list[0] ?? null };
  }
  if (control.type === C.CheckboxGroup) {
    offered(control.options, list);
    if (list.length > 0)
      between(custom_id, list.length, control.min_values ?? 1, control.max_values ?? control.options.length);
    return { type: control.type, custom_id, values: list };
  }
  if (list.length > 0) checkPicked(control, list, resolving);
  return { type: control.type, custom_id, values: list };
}

type Choosing = Exclude<APIComponentInLabel, { type: C.TextInput | C.FileUpload }>;

/** What the client shows chosen before anybody touches it. */
function preset(control: Choosing): string | string[] {
  if (control.type === C.Checkbox) return String(control.default ?? false);
  if ("options" in control) return control.options.flatMap((one) => (one.default ? [one.value] : []));
  return (control.default_values ?? []).map((one) => one.id);
}

function offered(options: { value: string }[], chosen: string[]): void {
  const stranger = chosen.find((one) => !options.some((option) => option.value === one));
  if (stranger !== undefined) throw new Refused(`"${stranger}" is not offered here.`);
  if (new Set(chosen).size < chosen.length) throw new Refused("Nothing can be chosen twice.");
}

function between(name: string, count: number, least: number, most: number): void {
  if (count < least || count > most) throw new Refused(`"${name}" takes between ${least} and ${most}.`);
}

function files(
  control: Extract<APIComponentInLabel, { type: C.FileUpload }>,
  given: FormValues[string] | undefined,
  resolving: Resolving,
): ModalSubmitComponent {
  const { custom_id } = control;
  const all = given === undefined || given === "" ? [] : [given].flat();
  const sent = all.filter(isSentFile);
  if (sent.length < all.length) throw new Refused(`"${custom_id}" takes files.`);
  const required = control.required ?? true;
  if (required && sent.length === 0) throw new Refused(`"${custom_id}" must be filled in.`);
  if (sent.length > 0) between(custom_id, sent.length, control.min_values ?? 1, control.max_values ?? 1);
  return { type: control.type, custom_id, values: sent.map((one) => resolving.file(one)) };
}
