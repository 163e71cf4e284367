// What a reader types after "/": which commands match, what each field's text means, how it is sent. Pure; it never asks the server.
import type { CommandView, OptionView, SentFile, TypedCommand } from "../../contract.ts";
import { guildChannels, isOfType, roleTitle } from "./guild.ts";
import type { Names } from "./guild.ts";
import { fold } from "./folding.ts";
import { OptionKind } from "./kinds.ts";
import type { Words } from "./words.ts";

type Value = string | number | boolean;

/** A command that can be sent: one with subcommands cannot be typed bare, each of them is a choice of its own. */
export interface CommandChoice {
  name: string;
  subcommand?: string;
  /** As the reader sees it, with its slash. */
  label: string;
  plainLabel: string;
  description: string;
  options: OptionView[];
}

export interface Suggestion {
  label: string;
  detail?: string;
  value: Value;
}

/** One option's field in the composer. `value` is set when a suggestion was picked, and lost when the text is changed by hand. */
export interface Field {
  option: OptionView;
  text: string;
  value?: Value;
  /** Of an attachment; its name is the text. */
  file?: SentFile;
  error?: string;
}

/** All that can be chosen, in the order Discord registered it. */
export function commandChoices(commands: CommandView[]): CommandChoice[] {
  return commands.flatMap((command) => {
    if (command.kind !== "slash") return [];
    if (command.subcommands.length === 0) {
      const { plainName, name, description, options } = command;
      return [{ name: plainName, label: `/${name}`, plainLabel: `/${plainName}`, description, options }];
    }
    return command.subcommands.map((sub) => ({
      name: command.plainName,
      subcommand: sub.plainName,
      label: `/${command.name} ${sub.name}`,
      plainLabel: `/${command.plainName} ${sub.plainName}`,
      description: sub.description,
      options: sub.options,
    }));
  });
}

/** Those whose name, in the reader's language or in English, begins with or contains what was typed; the first kind first. */
export function matchingChoices(choices: CommandChoice[], typed: string): CommandChoice[] {
  const wanted = fold(typed).replace(/^\//u, "");
  const rank = (choice: CommandChoice): number => {
    const names = [fold(choice.label).slice(1), fold(choice.plainLabel).slice(1)];
    if (names.some((name) => name.startsWith(wanted))) return 0;
    return names.some((name) => name.includes(wanted)) ? 1 : 2;
  };
  return [...choices.filter((choice) => rank(choice) === 0), ...choices.filter((choice) => rank(choice) === 1)];
}

/** The choice that was typed out in full and followed by a space, with what stands behind it. */
export function typedOut(choices: CommandChoice[], typed: string): { choice: CommandChoice; rest: string } | undefined {
  const folded = fold(`${typed}.`).slice(0, -1);
  for (const choice of choices) {
    for (const label of [choice.label, choice.plainLabel]) {
      if (folded.startsWith(`${fold(label)} `)) return { choice, rest: typed.slice(label.length + 1) };
    }
  }
  return undefined;
}

/** Above this many options only the required ones stand there from the start; the others are added one by one, as in Discord. */
const shownAtOnce = 4;

/** The fields a choice begins with: those that are required first. */
export function firstFields(choice: CommandChoice): Field[] {
  const required = choice.options.filter((option) => option.required);
  const optional = choice.options.filter((option) => !option.required);
  const shown = choice.options.length <= shownAtOnce ? [...required, ...optional] : required;
  return shown.map((option) => ({ option, text: "" }));
}

/** Fields for a line such as "place: Guayas at: tonight"; text before the first name belongs to the first option. */
export function fieldsFromText(choice: CommandChoice, rest: string): Field[] {
  const fields = firstFields(choice);
  const named = new Map(
    choice.options.flatMap((option) => [option.name, option.plainName].map((name) => [fold(name), option])),
  );
  const pieces = rest.split(/(?:^|\s)([\p{L}\p{N}_-]+): ?/u);
  const put = (option: OptionView | undefined, text: string): void => {
    if (option === undefined || text.trim() === "") return;
    const field = fields.find((known) => known.option === option);
    if (field === undefined) fields.push({ option, text: text.trim() });
    else field.text = field.text === "" ? text.trim() : `${field.text} ${text.trim()}`;
  };
  let target = fields[0]?.option ?? choice.options[0];
  put(target, pieces[0] ?? "");
  for (let at = 1; at < pieces.length; at += 2) {
    const name = pieces[at] ?? "";
    const option = named.get(fold(name));
    // A colon that names no option is part of the text, as in an hour.
    put(option ?? target, option === undefined ? `${name}: ${pieces[at + 1] ?? ""}` : (pieces[at + 1] ?? ""));
    target = option ?? target;
  }
  return fields;
}

/** Everything an option without autocomplete can be, or undefined where it is free text. */
export function closedList(option: OptionView, names: Names, words: Words): Suggestion[] | undefined {
  if (option.choices.length > 0) return option.choices.map(({ name, value }) => ({ label: name, value }));
  const users = names.readers.map(({ id, name }) => ({ label: `@${name}`, value: id }));
  const roles = names.roles.map(({ id, name }) => ({ label: roleTitle(name), value: id }));
  switch (option.type) {
    case OptionKind.boolean:
      return [
        { label: words.yes, value: true },
        { label: words.no, value: false },
      ];
    case OptionKind.channel:
      return guildChannels(names)
        .filter((channel) => isOfType(channel, option.channelTypes))
        .map(({ id, name, topic }) => ({
          label: `#${name}`,
          value: id,
          ...(topic === undefined || topic === "" ? {} : { detail: topic }),
        }));
    case OptionKind.user:
      return users;
    case OptionKind.role:
      return roles;
    case OptionKind.mentionable:
      return [...users, ...roles];
    default:
      return undefined;
  }
}

const bare = (text: string): string => fold(text).replace(/^[#@]/u, "");

/** Those of a closed list that contain what was typed, with or without the leading # or @. */
export function narrowed(list: Suggestion[], typed: string): Suggestion[] {
  return list.filter((entry) => bare(entry.label).includes(bare(typed)));
}

type Read = { value: Value } | { error: string };

function readNumber(field: Field, words: Words): Read {
  const { type, minValue, maxValue } = field.option;
  const value = Number(field.text.trim().replace(",", "."));
  if (!Number.isFinite(value)) return { error: type === OptionKind.integer ? words.wholeNumber : words.aNumber };
  if (type === OptionKind.integer && !Number.isInteger(value)) return { error: words.wholeNumber };
  if (value < (minValue ?? -Infinity) || value > (maxValue ?? Infinity)) {
    return { error: words.between(String(minValue ?? "−∞"), String(maxValue ?? "∞")) };
  }
  return { value };
}

function readField(field: Field, names: Names, words: Words): Read {
  if (field.value !== undefined) return { value: field.value };
  const list = closedList(field.option, names, words);
  if (list !== undefined) {
    const named = list.find((entry) => bare(entry.label) === bare(field.text));
    return named === undefined ? { error: words.pickOne } : { value: named.value };
  }
  if (field.option.type === OptionKind.integer || field.option.type === OptionKind.number)
    return readNumber(field, words);
  const { minLength: min = 0, maxLength: max = Infinity } = field.option;
  if (field.text.length < min) return { error: words.tooShort(min) };
  return field.text.length > max ? { error: words.tooLong(max) } : { value: field.text };
}

/** The options as they are sent; fields that cannot be sent get their `error` and the answer is undefined. Empty optional ones are left out. */
export function readFields(fields: Field[], names: Names, words: Words): TypedCommand["options"] | undefined {
  const options: TypedCommand["options"] = {};
  let sound = true;
  for (const field of fields) {
    delete field.error;
    if (field.option.type === OptionKind.attachment) {
      if (field.file !== undefined) options[field.option.plainName] = field.file;
      else if (field.option.required) field.error = words.fillThis;
    } else if (field.text.trim() === "" && field.value === undefined) {
      if (field.option.required) field.error = words.fillThis;
    } else {
      const read = readField(field, names, words);
      if ("error" in read) field.error = read.error;
      else options[field.option.plainName] = read.value;
    }
    sound &&= field.error === undefined;
  }
  return sound ? options : undefined;
}

/** What stands above the answer: "/curfew place: Guayas". */
export function shownLine(choice: CommandChoice, fields: Field[]): string {
  const filled = fields.filter((field) => field.text.trim() !== "");
  return [choice.label, ...filled.map((field) => `${field.option.name}: ${field.text.trim()}`)].join(" ");
}
