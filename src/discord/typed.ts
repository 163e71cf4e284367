// What was typed into a command's options, checked against their declaration. Must never hand a command a value of another kind.
import { z } from "zod";
import type { Option, Options, Typed } from "../command.ts";
import type { Value } from "./ask.ts";

/** Throws with the option's name: Discord checks the same, so what does not fit is an older command or a fault. */
export function typedValues(options: Options, given: ReadonlyMap<string, Value>): Typed<Options> {
  const strange = [...given.keys()].find((name) => !Object.hasOwn(options, name));
  if (strange !== undefined) throw new TypeError(`The option “${strange}” is not declared`);
  const entries = Object.entries(options).map(
    ([name, option]) => [name, valueOf(name, option, given.get(name))] as const,
  );
  const values = Object.fromEntries(entries);
  if (!areOfTheirKinds(options, values)) throw new TypeError("A value is not of the kind its option declares");
  return values;
}

/** The compiler knows the kinds of one declaration at a time (action() in command.ts); here they are known as a whole. */
function areOfTheirKinds(
  options: Options,
  values: Readonly<Record<string, string | number | undefined>>,
): values is Typed<Options> {
  return Object.entries(options).every(([name, { kind, required }]) => {
    const value = values[name];
    if (value === undefined) return required !== true;
    return typeof value === (kind === "integer" ? "number" : "string");
  });
}

function valueOf(name: string, option: Option, value: Value | undefined): string | number | undefined {
  if (value === undefined && option.required !== true) return undefined;
  const read = schemaOf(option).safeParse(value);
  if (!read.success) throw new TypeError(`The option “${name}”: ${z.prettifyError(read.error)}`);
  /** Only white space is nothing, where nothing is allowed. A required one reaches the command empty: it has words for it. */
  return read.data === "" && option.required !== true ? undefined : read.data;
}

/** A declaration never changes, and a schema costs a hundred times what it costs to use it. */
const schemas = new WeakMap<Option, z.ZodType<string | number>>();

function schemaOf(option: Option): z.ZodType<string | number> {
  const known = schemas.get(option);
  if (known !== undefined) return known;
  const made = schemaFor(option);
  schemas.set(option, made);
  return made;
}

function schemaFor({ kind, min, max, choices }: Option): z.ZodType<string | number> {
  // Asked each time: what is offered need not be the same for ever.
  const isOffered = (value: string | number) =>
    choices === undefined || choices("en").some((choice) => choice.value === String(value));
  if (kind === "channel" || kind === "user" || kind === "role") return z.string().regex(/^\d{17,20}$/, `not a ${kind}`);
  if (kind === "integer")
    return z
      .int()
      .min(min ?? -Infinity)
      .max(max ?? Infinity)
      .refine(isOffered, "not one of the choices");
  return z
    .string()
    .min(min ?? 0)
    .max(max ?? 6000)
    .refine(isOffered, "not one of the choices")
    .transform((text) => text.trim());
}
