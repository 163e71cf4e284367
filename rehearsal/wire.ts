// What launcher and stand-in say to each other over IPC, checked at both ends. Must never carry more than each side needs.
import { z } from "zod";

const Words = z.object({ en: z.string(), es: z.string() });

/** From the stand-in. */
export const FromWitness = z.union([
  z.object({
    ready: z.literal(true),
    url: z.url(),
    token: z.string(),
    guildId: z.string(),
    reviewChannelId: z.string(),
  }),
  /** It could not start. `port`: because that port is taken. */
  z.object({ failed: z.string(), port: z.int().exactOptional() }),
  /** What readers type at the beginning was typed and answered: the page can be used. */
  z.object({ opened: z.literal(true) }),
  /** The scenario wants the bot switched; answered with `done`. */
  z.object({ id: z.int(), bot: z.enum(["on", "off", "kill"]) }),
  /** A step of the scenario was played. */
  z.object({ step: z.int(), of: z.int(), says: Words, missing: z.array(Words) }),
]);
export type FromWitness = z.infer<typeof FromWitness>;

/** From the launcher. */
export const FromLauncher = z.object({ done: z.int() });
