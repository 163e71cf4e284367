// A Command as Discord registers it, with its names in both languages from text/. Must never register a name that the router would not find again.
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  type APIApplicationCommandOptionChoice,
  type APIApplicationCommandSubcommandOption,
  type LocalizationMap,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from "discord-api-types/v10";
import type { Command, Option, Options } from "../command.ts";
import type { Language } from "../domain/text.ts";
import { texts } from "../text/index.ts";
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

/** Nobody's role is known in advance: who manages the server sees `record`, and opens it to the recorders' role in Discord's own settings. */
const NEEDED = {
  "manage-channels": PermissionFlagsBits.ManageChannels,
  record: PermissionFlagsBits.ManageGuild,
} as const;

/** Throws where a text is missing, an English name differs from its key, or a limit of Discord is passed. */
export function declare(command: Command): Declared {
  const words = commandWords(command.name);
  const inGuildsOnly = command.where === "home" || command.needs !== undefined;
  const body: Declared = {
    type: ApplicationCommandType.ChatInput,
    ...named(words),
    options: optionsOf(command, words),
    default_member_permissions: command.needs === undefined ? null : NEEDED[command.needs].toString(),
    contexts: inGuildsOnly
      ? [InteractionContextType.Guild]
      : [InteractionContextType.Guild, InteractionContextType.BotDM],
    /** User-installed, the bot could answer and never post: it would promise alerts that cannot come. */
    integration_types: [ApplicationIntegrationType.GuildInstall],
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

/** Both kinds of Spanish that Discord knows. */
function spanishMap(text: string): LocalizationMap {
  return { "es-ES": text, "es-419": text };
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
