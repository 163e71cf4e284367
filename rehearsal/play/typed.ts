// From what a reader typed to what Discord sends: finds the command, checks each option as Discord's own client does. Must never repair what was typed.
import type { APIApplicationCommandInteractionDataBasicOption } from "discord-api-types/v10";
import { ApplicationCommandOptionType as T, ApplicationCommandType, InteractionType } from "discord-api-types/v10";
import type { Reader, SentFile } from "../contract.ts";
import type { BasicOption, CommandOption } from "../rest/form-command.ts";
import type { Stage } from "../stage.ts";
import type { RegisteredCommand } from "../world/commands.ts";
import { isDm } from "../world/channels.ts";
import { isSentFile } from "./files.ts";
import { answersTo, isBasic, localName } from "./localise.ts";
import { Refused } from "./refused.ts";
import type { Resolving } from "./resolved.ts";

export interface Path {
  command: RegisteredCommand;
  /** Group and subcommand, by their original names. */
  steps: { name: string; type: T.Subcommand | T.SubcommandGroup }[];
  /** Command, group and subcommand as the reader knows them. */
  words: string[];
  options: BasicOption[];
}

/** Finds command and subcommand under either of their names. */
export function findPath(commands: RegisteredCommand[], reader: Reader, name: string, subcommand?: string): Path {
  const command = commands.find((one) => one.type === ApplicationCommandType.ChatInput && answersTo(one, name, reader));
  if (!command) throw new Refused(`There is no command /${name} for ${reader.name} here.`);
  const steps: Path["steps"] = [];
  const words = [localName(command, reader)];
  let options: CommandOption[] = command.options ?? [];
  for (const word of (subcommand ?? "").split(" ").filter(Boolean)) {
    const found = options.find((one) => answersTo(one, word, reader));
    if (!found || isBasic(found)) throw new Refused(`/${name} has no subcommand "${word}".`);
    steps.push({ name: found.name, type: found.type });
    words.push(localName(found, reader));
    options = found.options ?? [];
  }
  const basics = options.filter(isBasic);
  if (basics.length < options.length) throw new Refused(`/${name} needs one of its subcommands.`);
  return { command, steps, words, options: basics };
}

/** Discord's own bound for numbers. */
const BIGGEST = 2 ** 53;

type Value = string | number | boolean | SentFile;
export type DataOption = APIApplicationCommandInteractionDataBasicOption;

/** Every option typed, in the order typed, checked. Throws a sentence for the first fault. */
export function readOptions(
  path: Path,
  typed: Record<string, Value>,
  reader: Reader,
  resolving: Resolving,
): DataOption[] {
  const given = Object.entries(typed).map(([name, value]) => {
    const option = path.options.find((one) => answersTo(one, name, reader));
    if (!option) throw new Refused(`/${path.command.name} has no option "${name}".`);
    return { option, value };
  });
  for (const option of path.options)
    if (option.required && !given.some((one) => one.option === option))
      throw new Refused(`The option "${option.name}" is required.`);
  return given.map(({ option, value }) => read(option, value, resolving));
}

function read(option: BasicOption, value: Value, resolving: Resolving): DataOption {
  const { name, type } = option;
  if (type === T.Attachment) {
    if (!isSentFile(value)) throw new Refused(`"${name}" wants a file.`);
    return { name, type, value: resolving.file(value) };
  }
  if (isSentFile(value)) throw new Refused(`"${name}" takes no file.`);
  const text = String(value);
  if (option.choices?.length && !option.choices.some((one) => one.value === value))
    throw new Refused(`"${text}" is none of the choices of "${name}".`);
  if (type === T.String) return { name, type, value: within(option, text.length, text, "min_length", "max_length") };
  if (type === T.Integer || type === T.Number) {
    const number = typeof value === "string" ? Number(value.trim() || Number.NaN) : Number(value);
    if (Number.isNaN(number) || (type === T.Integer && !Number.isInteger(number)))
      throw new Refused(`"${name}" wants a number, not "${text}".`);
    if (Math.abs(number) > BIGGEST) throw new Refused(`"${name}" is too large a number.`);
    const checked = within(option, number, number, "min_value", "max_value");
    return type === T.Integer
      ? ({ name, type, value: checked } satisfies IntegerOption)
      : { name, type, value: checked };
  }
  if (type === T.Boolean) return { name, type, value: truth(name, value) };
  if (type === T.User) return { name, type, value: resolving.user(text) };
  if (type === T.Role) return { name, type, value: resolving.role(text) };
  if (type === T.Mentionable) return { name, type, value: resolving.mentionable(text) };
  return { name, type, value: resolving.channel(text, option.channel_types) };
}

type IntegerOption = Extract<
  APIApplicationCommandInteractionDataBasicOption<InteractionType.ApplicationCommand>,
  { type: T.Integer }
>;

type Limit = "min_length" | "max_length" | "min_value" | "max_value";

function within<V>(option: BasicOption, measure: number, value: V, least: Limit, most: Limit): V {
  const [low, high] = [option[least] ?? -Infinity, option[most] ?? Infinity];
  if (measure < low || measure > high) throw new Refused(`"${option.name}" is outside its limits.`);
  return value;
}

function truth(name: string, value: Value): boolean {
  if (value === true || value === "true") return true;
  if (value === false || value === "false") return false;
  throw new Refused(`"${name}" wants true or false.`);
}

/** The words as the reader knows them, under whichever name they were typed: `/alertas suscribir canal:#alertas`. */
export function asText(path: Path, typed: Record<string, Value>, reader: Reader, stage: Stage): string {
  const show = (option: BasicOption | undefined, value: Value) => {
    if (isSentFile(value)) return value.name;
    const choice = option?.choices?.find((one) => one.value === value);
    if (choice) return localName(choice, reader);
    const id = String(value);
    const channel = stage.world.channels.get(id);
    if (channel && !isDm(channel)) return `#${channel.name}`;
    const person = stage.world.user(id);
    if (person) return `@${person.global_name ?? person.username}`;
    const role = stage.world.roles.find((one) => one.id === id);
    return role ? `@${role.name.replace("@", "")}` : id;
  };
  const words = Object.entries(typed).map(([key, value]) => {
    const option = path.options.find((one) => answersTo(one, key, reader));
    return `${option ? localName(option, reader) : key}:${show(option, value)}`;
  });
  return [`/${path.words.join(" ")}`, ...words].join(" ");
}
