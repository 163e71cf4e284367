// A router with commands made for a test, over a clock that is moved by hand. Steps for tests only.
import { DiscordAPIError } from "discord.js";
import { action, answer, type Answer, type Command, type Context, type Options } from "../../src/command.ts";
import { router } from "../../src/discord/router.ts";
import { texts } from "../../src/text/index.ts";
import type { Message } from "../../src/views/message.ts";
import { handClock, rememberingLog } from "../support.ts";
import { contexts, heldArgs } from "./fixtures.ts";

export const { failed, brokenButton } = texts("es").common;
export const EPHEMERAL = 64;
export const one = (content: string): Message => ({ content });

export async function stage(commands: readonly Command[]) {
  const { log, lines } = rememberingLog();
  const hand = handClock("2026-03-15T22:58:00-05:00");
  const longArgs = heldArgs();
  const route = router({ commands, context: await contexts(), log, longArgs, clock: hand.clock });
  return { route, lines, hand, longArgs };
}

export const curfew = (
  run: (values: Record<string, unknown>, context: Context) => Answer | Promise<Answer>,
  options: Options = {},
  more: Partial<Command> = {},
): Command => ({
  name: "curfew",
  where: "everywhere",
  action: action({ options, run }),
  ...more,
});
export const says = (to: Answer["to"], ...contents: string[]) => curfew(() => answer(contents.map(one), to));
export const refusal = (status: number, code: number) =>
  new DiscordAPIError({ code, message: "no" }, code, status, "POST", "http://127.0.0.1/", {
    files: undefined,
    body: {},
  });
/** Lets everything that is ready run. */
export const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
