// What Discord accepts as a modal: title, one to five parts, each a label with one control, an old row with a text input, or plain text.
// Must never accept a modal that has nothing to fill in under two names.
import { ComponentType, TextInputStyle } from "discord-api-types/v10";
import { z } from "zod";
import { text } from "./errors.ts";
import { choiceOption, duplicated, menuFault, selects } from "./form-components.ts";

const id = z.int().exactOptional();
const customId = text(1, 100);
const input = {
  type: z.literal(ComponentType.TextInput),
  id,
  custom_id: customId,
  style: z.enum(TextInputStyle),
  min_length: z.int().min(0).max(4000).exactOptional(),
  max_length: z.int().min(1).max(4000).exactOptional(),
  required: z.boolean().exactOptional(),
  value: text(0, 4000).exactOptional(),
  placeholder: text(0, 100).exactOptional(),
};
const plainOption = choiceOption.omit({ emoji: true });

const control = z.discriminatedUnion("type", [
  z.strictObject(input),
  ...selects,
  z.strictObject({
    type: z.literal(ComponentType.FileUpload),
    id,
    custom_id: customId,
    required: z.boolean().exactOptional(),
    min_values: z.int().min(0).max(10).exactOptional(),
    max_values: z.int().min(1).max(10).exactOptional(),
  }),
  z.strictObject({
    type: z.literal(ComponentType.RadioGroup),
    id,
    custom_id: customId,
    required: z.boolean().exactOptional(),
    options: z.array(plainOption).min(2).max(10),
  }),
  z.strictObject({
    type: z.literal(ComponentType.CheckboxGroup),
    id,
    custom_id: customId,
    required: z.boolean().exactOptional(),
    min_values: z.int().min(0).max(10).exactOptional(),
    max_values: z.int().min(1).max(10).exactOptional(),
    options: z.array(plainOption).min(1).max(10),
  }),
  z.strictObject({
    type: z.literal(ComponentType.Checkbox),
    id,
    custom_id: customId,
    default: z.boolean().exactOptional(),
  }),
]);

const part = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal(ComponentType.ActionRow),
    id,
    components: z.array(z.strictObject({ ...input, label: text(1, 45) })).length(1),
  }),
  z.strictObject({
    type: z.literal(ComponentType.Label),
    id,
    label: text(1, 45),
    description: text(0, 100).exactOptional(),
    component: control,
  }),
  z.strictObject({ type: z.literal(ComponentType.TextDisplay), id, content: text(1, 4000) }),
]);

export const modal = z
  .strictObject({ custom_id: customId, title: text(1, 45), components: z.array(part).min(1).max(5) })
  .superRefine((one, ctx) => {
    const seen = new Set<string>();
    one.components.forEach((each, index) => {
      const held =
        each.type === ComponentType.Label ? each.component : "components" in each ? each.components[0] : undefined;
      if (!held) return;
      const path = ["components", index, each.type === ComponentType.Label ? "component" : "components"];
      if (seen.has(held.custom_id)) duplicated([...path, "custom_id"], ctx);
      seen.add(held.custom_id);
      if ("disabled" in held && held.disabled)
        ctx.addIssue({
          code: "custom",
          path,
          params: { code: "COMPONENT_DISABLED" },
          message: "Cannot be disabled in a modal",
        });
      if (held.type === ComponentType.StringSelect || held.type === ComponentType.UserSelect)
        menuFault(held, path, ctx);
    });
  });
