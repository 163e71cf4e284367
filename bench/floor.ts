// The floor: a bare discord.js bot that knows every answer beforehand and gives it by `interaction.reply` or `respond`. Must never be cleverer than that,
// nor use anything of the program's own. Only the limit of 50 requests a second is lifted: Discord does not count answers to interactions.
import { Client, DiscordAPIError, Events, GatewayIntentBits, type Interaction } from "discord.js";
import { z } from "zod";
import { type Language, keyOf } from "./cases.ts";
import { KnownAnswers, type KnownAnswer } from "./known-answers.ts";

const { DISCORD_TOKEN: token = "", DISCORD_API_URL: api = "" } = process.env;
const UNKNOWN_INTERACTION = 10062;
const answers = new Map<string, KnownAnswer>();
process.on("message", (message) => {
  for (const answer of KnownAnswers.parse(message)) answers.set(answer.key, answer);
  process.send?.({ known: answers.size });
});
process.once("disconnect", () => process.exit());

const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api, globalRequestsPerSecond: 10_000 } });
client.on(Events.InteractionCreate, (interaction) => {
  // Late on a loaded machine: the stand-in counts it.
  answer(interaction).catch((fault: unknown) => {
    if (!(fault instanceof DiscordAPIError && fault.code === UNKNOWN_INTERACTION)) console.error(fault);
  });
});
client.once(Events.ClientReady, () => {
  process.send?.({ ready: true });
});
await client.login(token);

const Commands = z.array(z.looseObject({ name: z.string() }));
for (const route of z.array(z.tuple([z.string(), Commands])).parse(JSON.parse(process.env["COMMANDS"] ?? "[]")))
  await client.rest.put(`/${route[0].replace(/^\//, "")}`, { body: route[1] });

async function answer(interaction: Interaction): Promise<void> {
  const language: Language = interaction.locale.startsWith("es") ? "es" : "en";
  if (interaction.isAutocomplete()) {
    const { name: option, value: typed } = interaction.options.getFocused(true);
    const focused = { option, typed };
    const known = answers.get(keyOf({ language, name: interaction.commandName, options: {}, focused }));
    await interaction.respond(known?.is === "choices" ? known.choices : []);
  } else if (interaction.isChatInputCommand()) {
    const { commandName: name, options } = interaction;
    const given = options.data.map((option) => [option.name, String(option.value)]);
    const known = answers.get(keyOf({ language, name, options: Object.fromEntries(given) }));
    if (known?.is !== "messages") throw new Error(`The floor has no answer for /${name}.`);
    const [first, ...rest] = known.messages;
    await interaction.reply(first);
    for (const message of rest) await interaction.followUp(message);
  }
}
