// What Discord accepts as a modal: title, one to five parts, each a label with one control, an old row with a text input, or plain text.
// Must never accept a modal that has nothing to fill in under two names.
import { ComponentType as C, TextInputStyle } from "discord-api-types/v10";
import { z } from "zod";
import { listOf, text, type FormFault } from "./errors.ts";
import { choiceOption, componentId as id, customId, menuFaults, selects } from "./form-components.ts";
import { textDisplay } from "./form-layout.ts";
import { duplicates } from "./layout-rules.ts";

const required = z.boolean().exactOptional();
const input = {
  type: z.literal(C.TextInput),
  id,
  custom_id: customId,
  style: z.enum(TextInputStyle),
  min_length: z.int().min(0).max(4000).exactOptional(),
  max_length: z.int().min(1).max(4000).exactOptional(),
  required,
  value: text(0, 4000).exactOptional(),
  placeholder: text(0, 100).exactOptional(),
};
const counted = {
  min_values: z.int().min(0).max(10).exactOptional(),
  max_values: z.int().min(1).max(10).exactOptional(),
};
const plainOptions = (least: number) =>
  listOf(choiceOption.omit({ emoji: true }), least, 10).refine(
    (list) => new Set(list.map((one) => one.value)).size === list.length,
    {
      params: { code: "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED" },
      message: "The specified option value is already used",
    },
  );

const control = z.discriminatedUnion("type", [
  z.strictObject(input),
  ...selects,
  z.strictObject({ type: z.literal(C.RadioGroup), id, custom_id: customId, required, options: plainOptions(2) }),
  z.strictObject({
    type: z.literal(C.CheckboxGroup),
    id,
    custom_id: customId,
    required,
    ...counted,
    options: plainOptions(1),
  }),
  z.strictObject({ type: z.literal(C.Checkbox), id, custom_id: customId, default: z.boolean().exactOptional() }),
  z.strictObject({ type: z.literal(C.FileUpload), id, custom_id: customId, required, ...counted }),
]);
type Control = z.infer<typeof control>;

const part = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal(C.ActionRow),
    id,
    components: z.array(z.strictObject({ ...input, label: text(1, 45) })).length(1),
  }),
  z.strictObject({
    type: z.literal(C.Label),
    id,
    label: text(1, 45),
    description: text(1, 100).exactOptional(),
    component: control,
  }),
  textDisplay,
]);
type Part = z.infer<typeof part>;

export const modal = z
  .strictObject({ custom_id: customId, title: text(1, 45), components: listOf(part, 1, 5) })
  .superRefine((one, ctx) => {
    const held = one.components.flatMap(heldBy);
    const parts = one.components.map((each, index) => ({ part: each, path: ["components", index] }));
    const faults = [
      ...duplicates([...parts, ...held]),
      ...held.flatMap(({ part: each, path }) => controlFaults(each, path)),
    ];
    for (const { path, code, message } of faults)
      ctx.addIssue({ code: "custom", path: [...path], params: { code }, message });
  });

function heldBy(each: Part, index: number): { part: Control; path: (string | number)[] }[] {
  const path = ["components", index];
  if (each.type === C.Label) return [{ part: each.component, path: [...path, "component"] }];
  if (each.type !== C.ActionRow) return [];
  return each.components.map((one, place) => ({ part: one, path: [...path, "components", place] }));
}

function controlFaults(held: Control, path: (string | number)[]): FormFault[] {
  const fault = (key: string, message: string, code = "BASE_TYPE_BAD_LENGTH") => ({
    path: [...path, key],
    code,
    message,
  });
  const faults = menuFaults(held, path);
  if ("disabled" in held && held.disabled)
    faults.push(fault("disabled", "Cannot be disabled in a modal", "COMPONENT_DISABLED"));
  // Documented of every control that counts: to ask for none, it must say that it is not required.
  if ("min_values" in held && held.min_values === 0 && (held.required ?? true))
    faults.push(fault("min_values", "min_values must be at least 1 unless required is false."));
  if (held.type === C.TextInput) faults.push(...textFaults(held, fault));
  if (held.type === C.CheckboxGroup || held.type === C.FileUpload) faults.push(...countFaults(held, fault));
  if (held.type === C.RadioGroup && held.options.filter((one) => one.default === true).length > 1)
    faults.push(fault("options", "Only one option can be selected by default."));
  return faults;
}

type Fault = (key: string, message: string) => FormFault;

function textFaults(held: Extract<Control, { type: C.TextInput }>, fault: Fault): FormFault[] {
  const { min_length: least = 0, max_length: most = 4000, value } = held;
  if (least > most) return [fault("max_length", "min_length must not exceed max_length.")];
  const fits = value === undefined || value === "" || (value.length >= least && value.length <= most);
  return fits ? [] : [fault("value", `Must be between ${least} and ${most} in length.`)];
}

function countFaults(held: Extract<Control, { type: C.CheckboxGroup | C.FileUpload }>, fault: Fault): FormFault[] {
  const isGroup = held.type === C.CheckboxGroup;
  const offered = isGroup ? held.options.length : 1;
  const { min_values: least = 1, max_values: most = offered } = held;
  if (least > most) return [fault("max_values", "min_values must not exceed max_values.")];
  if (isGroup && most > offered) return [fault("max_values", "max_values must not exceed the number of options.")];
  const marked = isGroup ? held.options.filter((one) => one.default === true).length : 0;
  return marked > most ? [fault("options", `No more than ${most} options can be selected by default.`)] : [];
}
