// /alerts over real rows: who asks, where, and what Discord allows; and how a test types, presses, picks and fills in. No test stands here.
import { alerts } from "../../commands/alerts/index.ts";
import type { Ground } from "../../src/domain/ground.ts";
import { type Answer, type Context, type Filled, type Handled, Refusal } from "../../src/command.ts";
import type { Language } from "../../src/domain/text.ts";
import { StoredSubscriptions } from "../../src/store/stored-subscriptions.ts";
import { handClock, memoryEngine, said } from "../support.ts";
import { knownAt } from "../views/ecuador-known.ts";
import { actionOf, mustFit, wordsOf } from "../views/reading.ts";
import { asking } from "../views/shipped.ts";

export const GUILD = "100000000000000001";
export const HERE = "100000000000000002";
export const ANA = "100000000000000003";
export const THERE = "100000000000000009";
export const OPEN: Ground = { guildId: GUILD, kind: "channel", lacks: [], mentionable: [], manages: true };
export async function scene(now = "2026-03-15T22:58", language: Language = "en", more: Partial<Context> = {}) {
  const { clock, set } = handClock(`${now}:00-05:00`);
  const engine = await memoryEngine();
  const subscriptions = await StoredSubscriptions.open(engine.namespace("subs"), clock);
  const { context } = asking({ known: knownAt(now), language, now: `${now}:00-05:00` });
  const user = { ...context.user, manageChannels: true };
  const ground = async () => OPEN;
  return {
    set,
    subscriptions,
    context: { ...context, knownAt: () => context.known, subscriptions, user, ground, ...more },
  };
}

/** One person in a server and in the direct message with the bot, over the same rows. */
export async function directScene() {
  const { context, subscriptions } = await scene();
  const dm = "100000000000000077";
  const own = { ...context, direct: async () => dm };
  const server = (guildId: string): Context => ({ ...own, guildId });
  const direct: Context = {
    ...own,
    guildId: undefined,
    channelId: dm,
    user: { ...context.user, manageChannels: false },
    within: (guildId) => ({ ...direct, guildId }),
  };
  return { server, direct, subscriptions };
}

export type Name = "subscribe" | "edit" | "list" | "remove" | "pause" | "resume" | "test" | "status" | "why";
export const run = async (name: Name, context: Context, typed: Record<string, string> = {}): Promise<Answer> => {
  const subcommand = alerts.subcommands?.[name];
  if (subcommand === undefined) throw new Error(name);
  const options: Parameters<typeof subcommand.run>[0] = {};
  return fitting(said(subcommand.run({ ...options, ...typed }, context)));
};

async function fitting(given: Promise<Answer>): Promise<Answer> {
  const answer = await given;
  for (const message of answer.messages) await mustFit(message);
  return answer;
}

export const press = async (answer: Answer, label: string, context: Context): Promise<Answer> => {
  const { name, args } = actionOf(answer, label);
  const button = alerts.buttons?.[name];
  if (button === undefined) throw new Error(name);
  return fitting(said(button(args, context)));
};

export const pick = (answer: Answer, value: string, context: Context): Handled => {
  const menu = answer.messages.flatMap(({ rows = [] }) => rows.flatMap((row) => ("menu" in row ? [row.menu] : [])))[0];
  const handler = menu === undefined ? undefined : alerts.menus?.[menu.action.name];
  if (menu === undefined || handler === undefined) throw new Error("no menu");
  return handler(menu.action.args, [value], context);
};

/** Opens one thing's form on a card and sends it; what is not named stays as the form showed it. */
export async function change(card: Answer, thing: string, values: Filled, context: Context): Promise<Answer> {
  const opened = await pick(card, thing, context);
  if (opened.to !== "modal") throw new Error("no form");
  const held = Object.fromEntries(opened.modal.fields.map(({ key, value = "" }) => [key, value]));
  const modal = alerts.modals?.[opened.modal.action.name];
  if (modal === undefined) throw new Error("no form");
  return fitting(Promise.resolve(modal(opened.modal.action.args, { ...held, ...values }, context)));
}

export const words = (answer: Answer) => answer.messages.map(wordsOf).join("\n");
export const first = (answer: Answer) => answer.messages[0]?.content ?? "";

export async function refusal(work: Promise<unknown>): Promise<string> {
  const thrown: unknown = await work.catch((error: unknown) => error);
  if (thrown instanceof Refusal) return thrown.message;
  throw new Error("was not refused");
}
export const subscribed = async (context: Context, typed: Record<string, string> = {}) =>
  press(
    await run("subscribe", context, { preset: "plain", ...typed }),
    context.language === "en" ? "Save" : "Guardar",
    context,
  );
