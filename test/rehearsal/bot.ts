// The whole bot, as main.ts builds it, against the strict Discord on loopback: real discord.js, real clock line, a store in memory or a file.
import { ComponentType } from "discord-api-types/v10";
import { App } from "../../src/app.ts";
import { remoteClock } from "../../src/clock-remote.ts";
import { systemClock } from "../../src/clock.ts";
import { readConfig } from "../../src/config.ts";
import type { Outcome, ShownMessage, TypedCommand } from "../../rehearsal/contract.ts";
import type { Rehearsal, RehearsalOptions } from "../../rehearsal/rehearsal.ts";
import { rememberingLog } from "../support.ts";
import { startWatched } from "../rehearsal-server/watched.ts";

export interface Whole {
  discord: Rehearsal;
  log: ReturnType<typeof rememberingLog>;
  /** Faults after which the program would stop. */
  broken: unknown[];
  start: () => Promise<void>;
  stop: () => Promise<void>;
  /** Types as a reader, by name, in #redaccion: `type("Luis", "curfew", { place: "guayas" })`. */
  type: (reader: string, name: string, options?: TypedCommand["options"], subcommand?: string) => Promise<Outcome>;
  /** Subscribes a channel (#redaccion) in one go: what comes of Save. By default to curfews and strikes, with nothing else set. */
  subscribe: (reader: string, options?: TypedCommand["options"], channelId?: string) => Promise<Outcome>;
  suggestions: (reader: string, name: string, option: string, typed: string, subcommand?: string) => Promise<string[]>;
  /** What a channel shows for everyone, oldest first. */
  shown: (channel: string) => ShownMessage[];
  texts: (channel: string) => string[];
  /** Waits until everything planned so far is posted. */
  settled: () => Promise<void>;
  close: () => Promise<void>;
  /** Settings as they stand in the program; what a form would set can be set here. */
  subscriptions: () => NonNullable<App["subscriptions"]>;
}

export async function wholeBot({
  at = "2026-03-15T22:55:00-05:00",
  store = "memory:",
  env = {},
  review,
  rates = "discord",
  stage = {},
}: {
  at?: string;
  store?: string;
  env?: Record<string, string>;
  /** Name of the channel that is asked before what is known ends. */
  review?: string;
  /** "roomy" where weeks of alerts are played in seconds: Discord would make most of them wait. */
  rates?: NonNullable<RehearsalOptions["rates"]>;
  /** Of the stand-in: the page it serves, how soon a silent gateway is noticed. */
  stage?: Pick<RehearsalOptions, "pageDir" | "heartbeat" | "firstAnswer">;
} = {}): Promise<Whole> {
  // How soon the machine answers while ten other tests run is no question here; test/rehearsal-server tries the three seconds themselves.
  const discord = await startWatched({ startAt: at, rates, firstAnswer: 20_000, ...stage });
  discord.clock.pause();
  const log = rememberingLog();
  const broken: unknown[] = [];
  let app: App | undefined;
  const redaccion = discord.channel("redaccion").id;

  const start = async () => {
    const config = readConfig({
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: `${discord.url}/api`,
      CLOCK: `${discord.url}/clock`,
      HOME_GUILD_IDS: discord.guildId,
      STORE_URL: store,
      ...(review === undefined ? {} : { REVIEW_CHANNEL_ID: discord.channel(review).id }),
      ...env,
    });
    const clock = await remoteClock(`${discord.url}/clock`, systemClock(), () => undefined);
    app = new App({
      config: { ...config, DISCORD_TOKEN: discord.token },
      clock,
      log: log.log,
      broken: (error) => broken.push(error),
    });
    await app.start();
    await app.registered();
  };
  const shown = (channel: string) =>
    discord.messages(discord.channel(channel).id).filter((one) => one.ephemeralFor === undefined);
  await start();
  return {
    discord,
    log,
    broken,
    start,
    stop: async () => app?.stop(),
    type: (reader, name, options = {}, subcommand) =>
      discord.type({
        readerId: discord.reader(reader).id,
        channelId: redaccion,
        name,
        options,
        ...(subcommand === undefined ? {} : { subcommand }),
      }),
    async subscribe(reader, options = {}, channelId = redaccion) {
      const readerId = discord.reader(reader).id;
      const typed = { name: "alerts", subcommand: "subscribe", options: { preset: "plain", ...options } };
      const card = await discord.type({ readerId, channelId, ...typed });
      return pressed(discord, readerId, card, "alerts.save");
    },
    async suggestions(reader, name, option, typed, subcommand) {
      const outcome = await discord.autocomplete({
        readerId: discord.reader(reader).id,
        channelId: redaccion,
        name,
        options: {},
        focused: option,
        value: typed,
        ...(subcommand === undefined ? {} : { subcommand }),
      });
      if (outcome.kind !== "choices") throw new Error(JSON.stringify(outcome));
      return outcome.choices.map((choice) => choice.name);
    },
    shown,
    texts: (channel) => shown(channel).map((one) => one.message.content),
    settled: async () => app?.idle(),
    subscriptions() {
      const all = app?.subscriptions;
      if (all === undefined) throw new Error("the bot is not up");
      return all;
    },
    async close() {
      await app?.stop();
      await discord.close();
    },
  };
}

/** The answer's messages in words: content, then everything of the embed. Throws when there was no answer. */
export function wordsOf(outcome: Outcome): string {
  if (outcome.kind !== "message" && outcome.kind !== "update") throw new Error(`No answer: ${JSON.stringify(outcome)}`);
  return wordsOfMessage(outcome.shown);
}

export function wordsOfMessage({ message }: ShownMessage): string {
  const embeds = message.embeds.flatMap((embed) => [
    embed.title,
    embed.description,
    ...(embed.fields ?? []).flatMap((field) => [field.name, field.value]),
    embed.footer?.text,
  ]);
  return [message.content, ...embeds].filter((text) => text !== undefined && text !== "").join("\n");
}

/** The button of that name on an answer. Throws where there is none. */
export async function pressed(
  discord: Rehearsal,
  readerId: string,
  outcome: Outcome,
  action: string,
): Promise<Outcome> {
  if (outcome.kind !== "message" && outcome.kind !== "update") throw new Error(`No answer: ${JSON.stringify(outcome)}`);
  const { message } = outcome.shown;
  const parts = (message.components ?? []).flatMap((row) =>
    row.type === ComponentType.ActionRow ? row.components : [],
  );
  const button = parts.find((part) => "custom_id" in part && part.custom_id.split(":")[1] === action);
  if (button === undefined || !("custom_id" in button)) throw new Error(`No button ${action} in: ${wordsOf(outcome)}`);
  return discord.press({ readerId, messageId: message.id, customId: button.custom_id });
}
