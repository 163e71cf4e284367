// Names of commands and options in a reader's language, and back from either name. Must never send a localised name to the bot: Discord sends the original.
import { ApplicationCommandOptionType as T, ApplicationCommandType } from "discord-api-types/v10";
import type { CommandView, OptionView, Reader } from "../contract.ts";
import type { CommandOption } from "../rest/form-command.ts";
import type { RegisteredCommand } from "../world/commands.ts";

interface Worded {
  name: string;
  name_localizations?: object | null;
  description?: string;
  description_localizations?: object | null;
}

/** Discord's documented order of looking: the reader's own locale, its sister, then the plain text. */
const SISTERS: Record<Reader["locale"], string[]> = {
  "en-US": ["en-US", "en-GB"],
  "en-GB": ["en-GB", "en-US"],
  "es-419": ["es-419", "es-ES"],
  "es-ES": ["es-ES"],
};

function pick(texts: object | null | undefined, plain: string, reader: Reader): string {
  const known = new Map<string, unknown>(Object.entries(texts ?? {}));
  for (const locale of SISTERS[reader.locale]) {
    const found = known.get(locale);
    if (typeof found === "string") return found;
  }
  return plain;
}

export function localName(one: Worded, reader: Reader): string {
  return pick(one.name_localizations, one.name, reader);
}

/** Whether this is what the reader typed, in either language. */
export function answersTo(one: Worded, typed: string, reader: Reader): boolean {
  return one.name === typed || localName(one, reader) === typed;
}

function worded(one: Worded, reader: Reader) {
  const description = pick(one.description_localizations, one.description ?? "", reader);
  return { name: localName(one, reader), plainName: one.name, description };
}

type Nested = Extract<CommandOption, { type: T.Subcommand | T.SubcommandGroup }>;
type Basic = Exclude<CommandOption, Nested>;

export function isBasic(option: CommandOption): option is Basic {
  return option.type !== T.Subcommand && option.type !== T.SubcommandGroup;
}

function optionView(option: Basic, reader: Reader): OptionView {
  return {
    ...worded(option, reader),
    type: option.type,
    required: option.required ?? false,
    autocomplete: option.autocomplete ?? false,
    choices: (option.choices ?? []).map((one) => ({
      name: pick(one.name_localizations, one.name, reader),
      value: one.value,
    })),
    ...(option.min_value === undefined ? {} : { minValue: option.min_value }),
    ...(option.max_value === undefined ? {} : { maxValue: option.max_value }),
    ...(option.min_length === undefined ? {} : { minLength: option.min_length }),
    ...(option.max_length === undefined ? {} : { maxLength: option.max_length }),
    ...(option.channel_types === undefined ? {} : { channelTypes: option.channel_types }),
  };
}

const KINDS: Record<RegisteredCommand["type"], CommandView["kind"]> = {
  [ApplicationCommandType.ChatInput]: "slash",
  [ApplicationCommandType.User]: "user",
  [ApplicationCommandType.Message]: "message",
};

/** A command as the composer or a menu of apps shows it. A subcommand in a group is named "group name". */
export function commandView(command: RegisteredCommand, reader: Reader): CommandView {
  const options: CommandOption[] = command.options ?? [];
  const basics = (list: CommandOption[]) => list.filter(isBasic).map((one) => optionView(one, reader));
  const subcommands = options.flatMap((one): CommandView["subcommands"] => {
    if (one.type === T.Subcommand) return [{ ...worded(one, reader), options: basics(one.options ?? []) }];
    if (one.type !== T.SubcommandGroup) return [];
    const group = worded(one, reader);
    return (one.options ?? []).map((sub) => {
      const own = worded(sub, reader);
      const name = `${group.name} ${own.name}`;
      return { ...own, name, plainName: `${group.plainName} ${own.plainName}`, options: basics(sub.options ?? []) };
    });
  });
  return {
    id: command.id,
    kind: KINDS[command.type],
    ...worded(command, reader),
    options: basics(options),
    subcommands,
  };
}
