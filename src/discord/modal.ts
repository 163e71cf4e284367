// A form as Discord shows it: labels, each with a text to write or a list to pick from. Must never cut: over a limit of Discord it throws.
import {
  ComponentType,
  TextInputStyle,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APIStringSelectComponent,
  type APITextInputComponent,
} from "discord-api-types/v10";
import type { Modal, ModalField } from "../command.ts";
import { customId, type LongArgs } from "./custom-id.ts";
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
    component: field.kind === "choice" ? listOf(field) : inputOf(field),
  };
}

function inputOf(field: Exclude<ModalField, { kind: "choice" }>): APITextInputComponent {
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
function listOf(field: Extract<ModalField, { kind: "choice" }>): APIStringSelectComponent {
  return {
    type: ComponentType.StringSelect,
    custom_id: field.key,
    required: field.required === true,
    options: field.options.map((option) => ({
      ...option,
      ...(option.value === field.value ? { default: true } : {}),
    })),
  };
}
