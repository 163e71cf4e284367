// A reader sends a modal back. Must never send one that Discord's own client would keep open: what is required is filled in.
import type {
  APIComponentInLabel,
  APIModalSubmission,
  APIModalSubmissionComponent,
  APITextInputComponent,
  ModalSubmitComponent,
} from "discord-api-types/v10";
import { ComponentType as C, InteractionType as I } from "discord-api-types/v10";
import type { Outcome } from "../contract.ts";
import type { Stage } from "../stage.ts";
import { checkPicked } from "./components.ts";
import { channelOf, envelope, metadata, readerOf } from "./envelope.ts";
import type { Pending } from "./interactions.ts";
import { Refused } from "./refused.ts";
import { Resolving } from "./resolved.ts";
import { send } from "./send.ts";

export interface Submission {
  readerId: string;
  /** The interaction that was answered with the modal. */
  interactionId: string;
  values: Record<string, string | string[]>;
}

export async function submit(stage: Stage, sent: Submission): Promise<Outcome> {
  const reader = readerOf(stage, sent.readerId);
  const opener = stage.interactions.byId(sent.interactionId);
  if (!opener?.modal || opener.readerId !== reader.id) throw new Refused(`${reader.name} has no such form open.`);
  const channel = channelOf(stage, reader, opener.channelId);
  const resolving = new Resolving(stage, reader.id);
  const components = filled(opener.modal.components, sent.values, resolving);
  const source = stage.book.find(opener.sourceId ?? "")?.message;
  const pending = stage.interactions.open({
    type: I.ModalSubmit,
    readerId: reader.id,
    channelId: channel.id,
    ...(source ? { sourceId: source.id } : {}),
    metadata: metadata(stage, I.ModalSubmit, reader, channel, source?.id),
  });
  const resolved = resolving.isEmpty ? {} : { resolved: resolving.found };
  const data: APIModalSubmission = { custom_id: opener.modal.custom_id, components, ...resolved };
  const message = source ? { message: source } : {};
  const outcome = await send(stage, pending, {
    ...envelope(stage, pending, reader, channel),
    type: I.ModalSubmit,
    data,
    ...message,
  });
  // Discord keeps a form open whose sending failed, so that nothing typed is lost.
  if (outcome.kind !== "failed") delete opener.modal;
  return outcome;
}

type ModalParts = NonNullable<Pending["modal"]>["components"];

function filled(parts: ModalParts, values: Submission["values"], resolving: Resolving): APIModalSubmissionComponent[] {
  const known = new Set(partsOf(parts).map((part) => part.custom_id));
  const stranger = Object.keys(values).find((key) => !known.has(key));
  if (stranger !== undefined) throw new Refused(`The form has no field "${stranger}".`);
  let id = 0;
  return parts.map((part): APIModalSubmissionComponent => {
    const own = { id: ++id };
    if (part.type === C.TextDisplay) return { type: part.type, ...own };
    const inner = { id: ++id };
    if (part.type === C.Label)
      return { type: part.type, ...own, component: { ...answer(part.component, values, resolving), ...inner } };
    const inputs = part.components.map((one) => ({ ...textAnswer(one, values), ...inner }));
    return { type: part.type, ...own, components: inputs };
  });
}

function partsOf(parts: ModalParts): APIComponentInLabel[] {
  return parts.flatMap((part): APIComponentInLabel[] => {
    if (part.type === C.Label) return [part.component];
    return part.type === C.ActionRow ? part.components : [];
  });
}

function textAnswer(input: APITextInputComponent, values: Submission["values"]) {
  const value = String(values[input.custom_id] ?? input.value ?? "");
  const required = input.required ?? true;
  if (required && value === "") throw new Refused(`"${input.custom_id}" must be filled in.`);
  const least = value === "" ? 0 : (input.min_length ?? 0);
  if (value.length < least || value.length > (input.max_length ?? 4000))
    throw new Refused(`"${input.custom_id}" is too short or too long.`);
  return { type: C.TextInput as const, custom_id: input.custom_id, value };
}

function answer(
  control: APIComponentInLabel,
  values: Submission["values"],
  resolving: Resolving,
): ModalSubmitComponent {
  if (control.type === C.TextInput) return textAnswer(control, values);
  const { custom_id } = control;
  const raw = values[custom_id];
  const list = raw === undefined || raw === "" ? [] : [raw].flat();
  if (control.type === C.Checkbox) return { type: control.type, custom_id, value: list[0] === "true" };
  const required = control.required ?? true;
  if (required && list.length === 0) throw new Refused(`"${custom_id}" must be filled in.`);
  if (control.type === C.FileUpload) throw new Refused("Files cannot be sent in this rehearsal.");
  if (control.type === C.RadioGroup || control.type === C.CheckboxGroup) {
    const stranger = list.find((one) => !control.options.some((option) => option.value === one));
    if (stranger !== undefined) throw new Refused(`"${stranger}" is not offered here.`);
    if (control.type === C.RadioGroup) return { type: control.type, custom_id, value: list[0] ?? null };
    return { type: control.type, custom_id, values: list };
  }
  if (list.length > 0) checkPicked(control, list, resolving);
  return { type: control.type, custom_id, values: list };
}
