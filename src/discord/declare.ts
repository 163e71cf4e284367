// A Command as Discord registers it, with its names in both languages from text/. Must never register a name that the router would not find again.
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ChannelType,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  type APIApplicationCommandOptionChoice,
  type APIApplicationCommandSubcommandOption,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from "discord-api-types/v10";
import type { Command, Option, Options } from "../command.ts";
import type { Language } from "../domain/text.ts";
import { texts } from "../text/index.ts";
import { permissionsOf, placesOf, spanishMap } from "./declare-common.ts";
import { checkDeclared } from "./declare-limits.ts";

export type Declared = RESTPostAPIChatInputApplicationCommandsJSONBody;

interface Word {
  name: string;
  description: string;
}
interface Words extends Word {
  options?: Readonly<Record<string, Word>>;
  subcommands?: Readonly<Record<string, Words>>;
}
/** The same place in the texts of both languages. */
type Both = Record<Language, Words>;

/** Where alerts can be posted. */
export const CHANNEL_TYPES = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
] as const;

/** Throws where a text is missing, an English name differs from its key, or a limit of Discord is passed. */
export function declare(command: Command): Declared {
  const words = commandWords(command.name);
  const body: Declared = {
    type: ApplicationCommandType.ChatInput,
    ...named(words),
    options: optionsOf(command, words),
    default_member_permissions: permissionsOf(command),
    ...placesOf(command),
  };
  checkDeclared(body);
  return body;
}

function commandWords(name: string): Both {
  const find = (language: Language): Words => {
    const all: Readonly<Record<string, Words>> = texts(language).commands;
    return present(all[name], language, name);
  };
  return same({ en: find("en"), es: find("es") }, name);
}

function optionsOf(command: Command, words: Both): APIApplicationCommandOption[] {
  const { action, subcommands } = command;
  if (subcommands === undefined) return action === undefined ? [] : valuesOf(action.options, words, command.name);
  if (action !== undefined) throw new Error(`/${command.name} has subcommands: Discord lets nobody type it bare`);
  return Object.entries(subcommands).map(([key, sub]): APIApplicationCommandSubcommandOption => {
    const own = inner(words, "subcommands", key, command.name);
    const options = valuesOf(sub.options, own, `${command.name} ${key}`);
    return { type: ApplicationCommandOptionType.Subcommand, ...named(own), options };
  });
}

function valuesOf(options: Options, words: Both, where: string): APIApplicationCommandBasicOption[] {
  return Object.entries(options).map(([key, option]) =>
    valueOf(option, named(inner(words, "options", key, where)), `${where} ${key}`),
  );
}

type Named = ReturnType<typeof named>;

function valueOf(option: Option, words: Named, where: string): APIApplicationCommandBasicOption {
  const { kind, min, max } = option;
  if (option.complete !== undefined && option.choices !== undefined)
    throw new Error(`/${where} has both suggestions and a fixed list: Discord takes one of them`);
  const common = { ...words, ...(option.required ? { required: true } : {}) };
  if (kind === "channel")
    return { ...common, type: ApplicationCommandOptionType.Channel, channel_types: [...CHANNEL_TYPES] };
  if (kind === "user") return { ...common, type: ApplicationCommandOptionType.User };
  if (kind === "role") return { ...common, type: ApplicationCommandOptionType.Role };
  const complete = option.complete === undefined ? {} : { autocomplete: true as const };
  if (kind === "integer") {
    const range = {
      ...(min === undefined ? {} : { min_value: min }),
      ...(max === undefined ? {} : { max_value: max }),
    };
    const choices = choicesOf(option, where, Number);
    return { ...common, ...range, type: ApplicationCommandOptionType.Integer, ...(choices ? { choices } : complete) };
  }
  const range = {
    ...(min === undefined ? {} : { min_length: min }),
    ...(max === undefined ? {} : { max_length: max }),
  };
  const choices = choicesOf(option, where, String);
  return { ...common, ...range, type: ApplicationCommandOptionType.String, ...(choices ? { choices } : complete) };
}

/** One list in two languages: matched by value, because only names are translated. */
function choicesOf<T extends string | number>(
  option: Option,
  where: string,
  as: (value: string) => T,
): APIApplicationCommandOptionChoice<T>[] | undefined {
  if (option.choices === undefined) return undefined;
  const spanish = new Map(option.choices("es").map((choice) => [choice.value, choice.name]));
  return option.choices("en").map(({ name, value }) => {
    const es = spanish.get(value);
    if (es === undefined) throw new Error(`/${where}: the choice ${value} has no Spanish name`);
    return { name, name_localizations: spanishMap(es), value: as(value) };
  });
}

function named({ en, es }: Both) {
  return {
    name: en.name,
    name_localizations: spanishMap(es.name),
    description: en.description,
    description_localizations: spanishMap(es.description),
  };
}

function inner(words: Both, part: "options" | "subcommands", key: string, where: string): Both {
  const find = (language: Language) => present<Words>(words[language][part]?.[key], language, `${where} ${key}`);
  return same({ en: find("en"), es: find("es") }, key);
}

function present<T>(words: T | undefined, language: Language, where: string): T {
  if (words === undefined) throw new Error(`/${where} has no name and description in text/${language}`);
  return words;
}

/** What comes back from Discord is the English name; the router looks it up as the key. */
function same(words: Both, key: string): Both {
  if (words.en.name !== key)
    throw new Error(`“${words.en.name}” in text/en must be called “${key}”, as it is declared`);
  return words;
}
