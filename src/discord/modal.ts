// A form as Discord shows it: labels, each with a text to write or a list to pick from. Must never cut: over a limit of Discord it throws.
import {
  ComponentType,
  SelectMenuDefaultValueType,
  TextInputStyle,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APIStringSelectComponent,
  type APITextInputComponent,
} from "discord-api-types/v10";
import type { Modal, ModalField } from "../command.ts";
import { customId, type LongArgs } from "./custom-id.ts";
import { CHANNEL_TYPES } from "./declare.ts";
import { checkModal } from "./modal-limits.ts";

/** Throws OverLimit where Discord would refuse the form. Arguments that do not fit are kept before it returns. */
export async function modalBody(modal: Modal, longArgs: LongArgs): Promise<APIModalInteractionResponseCallbackData> {
  checkModal(modal);
  return {
    title: modal.title,
    custom_id: await customId(modal.action, longArgs),
    components: modal.fields.map(labelOf),
  };
}

function labelOf(field: ModalField): APILabelComponent {
  return {
    type: ComponentType.Label,
    label: field.label,
    ...(field.description === undefined ? {} : { description: field.description }),
    component: controlOf(field),
  };
}

function controlOf(field: ModalField): APILabelComponent["component"] {
  switch (field.kind) {
    case "line":
    case "paragraph":
      return inputOf(field);
    case "choice":
      return listOf(field);
    case "people":
    case "roles":
    case "channels":
      return entitiesOf(field);
  }
}

type Input = Extract<ModalField, { kind: "line" | "paragraph" }>;
type List = Extract<ModalField, { kind: "choice" }>;
type Entities = Extract<ModalField, { kind: "people" | "roles" | "channels" }>;

function inputOf(field: Input): APITextInputComponent {
  const { key, kind, value = "", placeholder, min, max, required } = field;
  return {
    type: ComponentType.TextInput,
    custom_id: key,
    style: kind === "line" ? TextInputStyle.Short : TextInputStyle.Paragraph,
    // Said in any case: Discord takes what says nothing for required.
    required: required === true,
    max_length: max,
    ...(min === undefined ? {} : { min_length: min }),
    ...(value === "" ? {} : { value }),
    ...(placeholder === undefined ? {} : { placeholder }),
  };
}

/** A value that is no longer offered is not picked: the list shows what there is now. */
function listOf(field: List): APIStringSelectComponent {
  const values = picked(field);
  return {
    type: ComponentType.StringSelect,
    custom_id: field.key,
    ...counted(field, field.most ?? 1),
    options: field.options.map((option) => ({
      ...option,
      ...(values.includes(option.value) ? { default: true } : {}),
    })),
  };
}

const picked = ({ value = "" }: ModalField) => value.split(",").filter((one) => one !== "");

const counted = ({ required }: { required?: true }, most: number) => ({
  required: required === true,
  ...(most === 1 ? {} : { min_values: required === true ? 1 : 0, max_values: most }),
});

function entitiesOf(field: Entities): APILabelComponent["component"] {
  const { key, most } = field;
  const values = picked(field);
  const common = { custom_id: key, ...counted(field, most) };
  if (field.kind === "people")
    return {
      type: ComponentType.UserSelect,
      ...common,
      default_values: values.map((id) => ({ id, type: SelectMenuDefaultValueType.User })),
    };
  if (field.kind === "roles")
    return {
      type: ComponentType.RoleSelect,
      ...common,
      default_values: values.map((id) => ({ id, type: SelectMenuDefaultValueType.Role })),
    };
  return {
    type: ComponentType.ChannelSelect,
    ...common,
    channel_types: [...CHANNEL_TYPES],
    default_values: values.map((id) => ({ id, type: SelectMenuDefaultValueType.Channel })),
  };
}
