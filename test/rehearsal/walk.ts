// Readers of both languages using every command in the whole bot, by the names they see; remembers what was used in which language, so that a test
// can say what nobody tried.
import type { Command, Options } from "../../src/command.ts";
import type { Language } from "../../src/domain/text.ts";
import { texts } from "../../src/text/index.ts";
import { type APIComponentInMessageActionRow, ComponentType } from "discord-api-types/v10";
import type { Outcome, ShownMessage } from "../../rehearsal/contract.ts";
import { type Whole, wordsOf, wordsOfMessage } from "./bot.ts";

type Typed = Record<string, string | number>;
type Names = { name: string; options?: Record<string, { name: string }>; subcommands?: Record<string, Names> };

/** Who acts in a language: with no rights, with the right to manage the server, without leave to write where they read, in both languages. */
export const READERS = {
  en: { plain: "Luis", team: "Rita", mute: "Otto", both: "Vera" },
  es: { plain: "Sol", team: "Ana", mute: "Inés", both: "Leo" },
} as const;
export const BOTH: readonly Language[] = ["en", "es"];

export class Walk {
  readonly bot: Whole;
  /** `es button curfew.share`. */
  readonly used = new Set<string>();
  #channel: string;

  constructor(bot: Whole) {
    this.bot = bot;
    this.#channel = bot.discord.channel("redaccion").id;
    const { discord } = bot;
    const desk = discord.reader("Ana").roles;
    const join = (name: string, locale: "en-US" | "es-419", roles: string[]) => {
      const { id } = discord.addReader({ name, locale, zone: "America/Guayaquil" });
      discord.addMember(discord.guildId, id, roles);
    };
    join("Rita", "en-US", desk);
    join("Sol", "es-419", []);
    join("Otto", "en-US", []);
    join("Inés", "es-419", []);
    join("Vera", "en-US", []);
    join("Leo", "es-419", []);
    this.silence();
  }

  /** Takes Send Messages in #redaccion from those who shall not have it, and nothing else from anybody. */
  silence(): void {
    const { discord } = this.bot;
    const mute = BOTH.map((language) => discord.reader(READERS[language].mute).id);
    const deny = 1n << 11n;
    discord.setOverwrites(
      discord.channel("redaccion").id,
      mute.map((id) => ({ id, of: "member", deny })),
    );
  }

  /** From now on everything is typed there; returns to #redaccion without a channel. */
  in(channelId: string = this.bot.discord.channel("redaccion").id): this {
    this.#channel = channelId;
    return this;
  }

  /** By the names that readers of this language see; `name` and keys of `options` are ours. */
  async type(
    language: Language,
    reader: string,
    name: keyof Texts,
    options: Typed = {},
    subcommand?: string,
  ): Promise<Outcome> {
    const named: Names = texts(language).commands[name];
    const path = subcommand === undefined ? named : named.subcommands?.[subcommand];
    const key = subcommand === undefined ? name : `${name}.${subcommand}`;
    this.used.add(`${language} command ${key}`);
    const own = Object.entries(options).map(([option, value]) => {
      this.used.add(`${language} option ${key}.${option}`);
      return [path?.options?.[option]?.name ?? option, value] as const;
    });
    const { discord } = this.bot;
    return discord.type({
      readerId: discord.reader(reader).id,
      channelId: this.#channel,
      name: named.name,
      options: Object.fromEntries(own),
      ...(subcommand === undefined ? {} : { subcommand: path?.name ?? subcommand }),
    });
  }

  async suggestions(
    language: Language,
    reader: string,
    name: keyof Texts,
    option: string,
    typed: string,
    subcommand?: string,
  ): Promise<string[]> {
    const named: Names = texts(language).commands[name];
    const path = subcommand === undefined ? named : named.subcommands?.[subcommand];
    this.used.add(`${language} suggestions ${subcommand === undefined ? name : `${name}.${subcommand}`}.${option}`);
    const shown = path?.options?.[option]?.name ?? option;
    return this.bot.suggestions(reader, named.name, shown, typed, subcommand === undefined ? undefined : path?.name);
  }

  press(language: Language, reader: string, outcome: Outcome, label: RegExp): Promise<Outcome> {
    const button = parts(outcome).find((part) => "label" in part && label.test(part.label ?? ""));
    if (button === undefined || !("custom_id" in button)) throw new Error(`No button ${label} in: ${wordsOf(outcome)}`);
    return this.pressId(language, reader, messageOf(outcome).message.id, button.custom_id);
  }

  pressId(language: Language, reader: string, messageId: string, customId: string): Promise<Outcome> {
    this.used.add(`${language} button ${customId.split(":")[1]}`);
    const readerId = this.bot.discord.reader(reader).id;
    return this.bot.discord.press({ readerId, messageId, customId });
  }

  pick(language: Language, reader: string, outcome: Outcome, entry: RegExp): Promise<Outcome> {
    for (const part of parts(outcome)) {
      if (part.type !== ComponentType.StringSelect) continue;
      const value = part.options.find((option) => entry.test(option.label))?.value;
      if (value === undefined) continue;
      this.used.add(`${language} menu ${part.custom_id.split(":")[1]}`);
      const readerId = this.bot.discord.reader(reader).id;
      const messageId = messageOf(outcome).message.id;
      return this.bot.discord.select({ readerId, messageId, customId: part.custom_id, values: [value] });
    }
    throw new Error(`No entry ${entry} in: ${JSON.stringify(parts(outcome))}`);
  }

  /** Fills in the form that was opened, by its fields' keys; what is left out stays as the form showed it. */
  fill(
    language: Language,
    reader: string,
    outcome: Outcome,
    values: Record<string, string | string[]>,
  ): Promise<Outcome> {
    if (outcome.kind !== "modal") throw new Error(`No form: ${JSON.stringify(outcome)}`);
    this.used.add(`${language} form ${outcome.modal.custom_id.split(":")[1]}`);
    const readerId = this.bot.discord.reader(reader).id;
    return this.bot.discord.submit({ readerId, interactionId: outcome.interactionId, values });
  }

  /** Uses an entry of Apps on a message. */
  use(language: Language, reader: string, key: keyof Entries, messageId: string): Promise<Outcome> {
    this.used.add(`${language} app ${key}`);
    const { discord } = this.bot;
    return discord.useOnMessage({ readerId: discord.reader(reader).id, messageId, name: texts(language).apps[key] });
  }

  /** Everything that only one reader sees, oldest first: an answer may be several messages. */
  privately(reader: string): string[] {
    const { discord } = this.bot;
    const { id } = discord.reader(reader);
    const all = [this.#channel].flatMap((channel) => discord.messages(channel));
    return all.filter((one) => one.ephemeralFor === id).map(wordsOfMessage);
  }
}

type Texts = ReturnType<typeof texts>["commands"];
type Entries = ReturnType<typeof texts>["apps"];

export function messageOf(outcome: Outcome): ShownMessage {
  if (outcome.kind !== "message" && outcome.kind !== "update") throw new Error(`No answer: ${JSON.stringify(outcome)}`);
  return outcome.shown;
}

export const firstLine = (outcome: Outcome): string => messageOf(outcome).message.content;
export const isPrivate = (outcome: Outcome): boolean => messageOf(outcome).ephemeralFor !== undefined;

type Part = APIComponentInMessageActionRow;

/** Buttons and menus, in order. */
export function parts(outcome: Outcome): Part[] {
  return partsOf(messageOf(outcome));
}

export function partsOf({ message }: ShownMessage): Part[] {
  return (message.components ?? []).flatMap((row) => (row.type === ComponentType.ActionRow ? row.components : []));
}

export const labels = (outcome: Outcome): string[] =>
  parts(outcome).flatMap((part) => ("label" in part && part.label !== undefined ? [part.label] : []));

/** Everything that the commands declare and a reader can reach, in both languages. */
export function declared(commands: readonly Command[]): string[] {
  const optionsOf = (key: string, options: Options) =>
    Object.entries(options).flatMap(([name, option]) => [
      `option ${key}.${name}`,
      ...(option.complete === undefined ? [] : [`suggestions ${key}.${name}`]),
    ]);
  const one = ({ name, action, subcommands = {}, buttons = {}, menus = {}, modals = {}, apps = {} }: Command) => [
    ...(action === undefined ? [] : [`command ${name}`, ...optionsOf(name, action.options)]),
    ...Object.entries(subcommands).flatMap(([sub, { options }]) => [
      `command ${name}.${sub}`,
      ...optionsOf(`${name}.${sub}`, options),
    ]),
    ...Object.keys(buttons).map((button) => `button ${button}`),
    ...Object.keys(menus).map((menu) => `menu ${menu}`),
    ...Object.keys(modals).map((form) => `form ${form}`),
    ...Object.keys(apps).map((key) => `app ${key}`),
  ];
  return BOTH.flatMap((language) => commands.flatMap(one).map((thing) => `${language} ${thing}`));
}
