// A small real bot (discord.js) against a rehearsal, for the tests of the stand-in itself. Must never use anything of Vigía's own.
import {
  Client,
  Events,
  GatewayIntentBits,
  REST,
  Routes,
  type Interaction,
  type RESTPutAPIApplicationCommandsJSONBody,
} from "discord.js";
import type { Rehearsal, RehearsalOptions } from "../../rehearsal/rehearsal.ts";
import { startWatched } from "./watched.ts";

export const START = "2026-03-15T22:58:30-05:00";

export const COMMANDS: RESTPutAPIApplicationCommandsJSONBody = [
  {
    name: "curfew",
    name_localizations: { "es-ES": "toque-de-queda" },
    description: "Is there a curfew?",
    description_localizations: { "es-ES": "¿Hay toque de queda?" },
    options: [
      {
        type: 3,
        name: "place",
        name_localizations: { "es-ES": "lugar" },
        description: "Where",
        autocomplete: true,
      },
      { type: 4, name: "nights", description: "How many", min_value: 1, max_value: 9 },
    ],
  },
  {
    name: "alerts",
    description: "Alerts",
    options: [
      {
        type: 1,
        name: "subscribe",
        description: "Subscribe a channel",
        options: [
          { type: 7, name: "channel", description: "Channel", required: true },
          { type: 8, name: "role", description: "Role" },
          { type: 6, name: "owner", description: "Owner" },
        ],
      },
    ],
  },
  { name: "record", description: "Record", default_member_permissions: "32" },
  { name: "Why?", type: 3 },
];

export interface Bot {
  rehearsal: Rehearsal;
  client: Client;
  rest: REST;
  /** What the bot does with each interaction; replace at will. */
  handle: (interaction: Interaction) => Promise<unknown>;
  stop: () => Promise<void>;
}

/** A rehearsal with nobody in it. */
export function emptyRehearsal(options: Partial<RehearsalOptions> = {}): Promise<Rehearsal> {
  return startWatched({ startAt: START, ...options });
}

export function restOf(rehearsal: Rehearsal): REST {
  return new REST({ api: `${rehearsal.url}/api`, retries: 0 }).setToken(rehearsal.token);
}

/** A logged-in bot with its commands registered. */
export async function startBot(
  options: Partial<RehearsalOptions> = {},
  handle: Bot["handle"] = () => Promise.resolve(),
): Promise<Bot> {
  const rehearsal = await emptyRehearsal(options);
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: `${rehearsal.url}/api`, retries: 0 } });
  const bot: Bot = {
    rehearsal,
    client,
    rest: restOf(rehearsal),
    handle,
    stop: async () => {
      await client.destroy();
      await rehearsal.close();
    },
  };
  client.on(Events.Error, () => {});
  client.on(Events.InteractionCreate, (interaction) => {
    bot.handle(interaction).catch((fault: unknown) => bot.rehearsal.unknownRoutes.length && console.error(fault));
  });
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  await client.login(rehearsal.token);
  await ready;
  await bot.rest.put(Routes.applicationCommands(rehearsal.applicationId), { body: COMMANDS });
  return bot;
}
