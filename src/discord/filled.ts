// What a reader filled in, by the fields' keys, out of every shape in which Discord sends a form back. Must never guess a value: what was left out is empty.
import { ComponentType } from "discord-api-types/v10";
import { z } from "zod";
import type { Filled } from "../command.ts";

/** A text has `value`, a menu `values`; nothing at all where nothing was filled in. */
const Control = z.object({
  type: z.int(),
  custom_id: z.string(),
  value: z.union([z.string(), z.boolean()]).nullish(),
  values: z.array(z.string()).nullish(),
});
/** A label holds one control, an old row a list of them, a line of text none. */
const Part = z.object({ component: z.unknown().optional(), components: z.array(z.unknown()).nullish() });
const FormData = z.object({ custom_id: z.string(), components: z.array(z.unknown()) });

const READ: ReadonlySet<number> = new Set([
  ComponentType.TextInput,
  ComponentType.StringSelect,
  ComponentType.RadioGroup,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.ChannelSelect,
]);

/** Throws a ZodError on what is no form sent back. */
export function filledOf(data: unknown): { customId: string; filled: Filled } {
  const { custom_id: customId, components } = FormData.parse(data);
  const parts = components.map((part) => Part.parse(part));
  const controls = parts.flatMap(({ component, components: row }) => [
    ...(component === undefined ? [] : [component]),
    ...(row ?? []),
  ]);
  const entries = controls
    .map((control) => Control.parse(control))
    .filter(({ type }) => READ.has(type))
    .map(({ custom_id: key, value, values }) => [key, String(value ?? values?.join() ?? "").toWellFormed()] as const);
  return { customId, filled: Object.fromEntries(entries) };
}
