// What a reader did: typed, pressed, picked, filled in, or used an entry of Apps. Must never guess: what does not fit is thrown or `other`.
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ComponentType,
  InteractionType,
} from "discord-api-types/v10";
import { z } from "zod";
import type { Filled, Target } from "../command.ts";
import { filledOf } from "./filled.ts";
import { usedOn } from "./target.ts";

export type Value = string | number | boolean;

export type Ask =
  | { is: "command"; name: string; subcommand: string | undefined; values: ReadonlyMap<string, Value> }
  | { is: "complete"; name: string; subcommand: string | undefined; option: string; typed: string }
  | { is: "app"; name: string; target: Target }
  | { is: "button"; customId: string }
  | { is: "menu"; customId: string; picked: readonly string[] }
  | { is: "modal"; customId: string; filled: Filled }
  | { is: "other"; type: number };

const Given = z.object({
  name: z.string(),
  type: z.enum(ApplicationCommandOptionType),
  value: z.union([z.string(), z.number(), z.boolean()]).optional(),
  focused: z.boolean().optional(),
});
const CommandData = z.object({
  name: z.string(),
  type: z.enum(ApplicationCommandType),
  options: z.array(Given.extend({ options: z.array(Given).optional() })).optional(),
});
const ComponentData = z.object({
  custom_id: z.string(),
  component_type: z.enum(ComponentType),
  values: z.array(z.string()).optional(),
});

/** As much of an interaction as tells what was done. */
interface Packet {
  type: InteractionType;
  data?: unknown;
  application_id: string;
  guild_id?: string | undefined;
}

/** Throws a ZodError on what does not fit its type. */
export function askOf({ type, data, application_id: applicationId, guild_id: guildId }: Packet): Ask {
  if (type === InteractionType.ApplicationCommand || type === InteractionType.ApplicationCommandAutocomplete) {
    const read = CommandData.parse(data);
    if (read.type === ApplicationCommandType.Message) return { is: "app", ...usedOn(data, { guildId, applicationId }) };
    return read.type === ApplicationCommandType.ChatInput ? commandOf(type, read) : { is: "other", type };
  }
  if (type === InteractionType.ModalSubmit) return { is: "modal", ...filledOf(data) };
  if (type !== InteractionType.MessageComponent) return { is: "other", type };
  const { custom_id: customId, component_type: kind, values } = ComponentData.parse(data);
  if (kind === ComponentType.Button) return { is: "button", customId };
  if (kind === ComponentType.StringSelect) return { is: "menu", customId, picked: values ?? [] };
  return { is: "other", type };
}

function commandOf(type: InteractionType, data: z.infer<typeof CommandData>): Ask {
  const sub = data.options?.find((option) => option.type === ApplicationCommandOptionType.Subcommand);
  const given = (sub === undefined ? data.options : sub.options) ?? [];
  const place = { name: data.name, subcommand: sub?.name };
  if (type === InteractionType.ApplicationCommandAutocomplete) {
    const focused = given.find((option) => option.focused === true);
    if (focused === undefined) throw new TypeError("Suggestions were asked for no option");
    return { is: "complete", ...place, option: focused.name, typed: String(focused.value ?? "").trim() };
  }
  const values = given.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value] as const]));
  return { is: "command", ...place, values: new Map(values) };
}
