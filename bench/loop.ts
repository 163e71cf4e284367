// The floor of delivery: a bare loop of discord.js' REST, with its own 50 requests a second, that posts one message to each channel and keeps no account of it.
// Must never be cleverer than that, nor use anything of the program's own.
import { REST, Routes } from "discord.js";
import { z } from "zod";

const { DISCORD_TOKEN: token = "", DISCORD_API_URL: api = "" } = process.env;
const Wanted = z.strictObject({ channels: z.array(z.string()), body: z.record(z.string(), z.unknown()) });
const rest = new REST({ api }).setToken(token);

process.once("message", (message) => {
  const { channels, body } = Wanted.parse(message);
  for (const channel of channels)
    rest.post(Routes.channelMessages(channel), { body }).catch((fault: unknown) => console.error(fault));
});
process.once("disconnect", () => process.exit());
