// From an interaction to the command that answers it, and back. Whatever happens the reader gets an answer: a refusal's own sentence, or that
// something went wrong. Must never throw and never let one reader's fault reach another.
import { InteractionResponseType } from "discord-api-types/v10";
import type { Clock } from "../clock.ts";
import { Refusal, answer, type Answer, type Command, type Context, type Opened } from "../command.ts";
import type { Language } from "../domain/text.ts";
import type { Logger } from "../logger.ts";
import { texts } from "../text/index.ts";
import { isOver, type Answers } from "./answers.ts";
import { suggestions } from "./complete.ts";
import { readCustomId, type LongArgs } from "./custom-id.ts";
import { doorsOf, type Doors } from "./doors.ts";
import { faultAt, faultId, faultOf } from "./fault.ts";
import { readInteraction, spotOf, type Ask, type Asked, type Interaction } from "./interaction.ts";
import { payload } from "./payload.ts";
import { Reply, type Ready } from "./reply.ts";
import { typedValues } from "./typed.ts";

export type { Asked } from "./interaction.ts";

export interface RouterOptions {
  commands: readonly Command[];
  /** Called anew for each interaction. */
  context: (asked: Asked) => Context;
  /** What a reader chose; undefined where their Discord's own language counts. */
  chosen?: (userId: string) => Language | undefined;
  log: Logger;
  longArgs: LongArgs;
  clock: Pick<Clock, "after">;
}

/** Handles one packet; never rejects. */
export type Router = (packet: unknown, answers: Answers) => Promise<void>;

/** Discord gives three seconds; what takes over half of it is deferred. */
const PATIENCE = 1_500;
/** The interaction's token lives 15 minutes; one is left to say that it failed. */
const LIFE = 14 * 60_000;

/** Throws at once on names that lead to two places. */
export function router(options: RouterOptions): Router {
  const doors = doorsOf(options.commands);
  return async (packet, answers) => {
    try {
      const { ask, spot, asked } = readInteraction(packet);
      // Before anything is said: a fault, too, is told in the language that the reader chose.
      const language = options.chosen?.(asked.user.id) ?? asked.language;
      const interaction = { spot, asked: { ...asked, language } };
      if (ask.is === "complete") await complete(ask, interaction, doors, options, answers);
      else await respond(ask, interaction, doors, options, answers);
    } catch (error) {
      options.log.error({ ...faultAt(error) }, "An interaction was not understood");
      await apologise(packet, answers, options);
    }
  };
}

type Whence = Omit<Interaction, "ask">;

async function complete(
  ask: Extract<Ask, { is: "complete" }>,
  { spot, asked }: Whence,
  doors: Doors,
  { context, log }: RouterOptions,
  answers: Answers,
): Promise<void> {
  const choices = () => {
    try {
      const door = doors.typed(ask.name, ask.subcommand);
      if (door === undefined) return [];
      const asker = context(asked);
      return mayEnter(door.command, asker) ? suggestions(door.action.options, ask, asker, log) : [];
    } catch (error) {
      log.error({ command: ask.name, option: ask.option, ...faultAt(error) }, "Suggestions failed");
      return [];
    }
  };
  const type = InteractionResponseType.ApplicationCommandAutocompleteResult;
  await answers
    .first(spot, { type, data: { choices: choices() } })
    .catch((error: unknown) => log.warn({ command: ask.name, ...faultOf(error) }, "Suggestions did not arrive"));
}

async function respond(
  ask: Exclude<Ask, { is: "complete" }>,
  { spot, asked }: Whence,
  doors: Doors,
  options: RouterOptions,
  answers: Answers,
): Promise<void> {
  const { log, clock, longArgs } = options;
  const reply = new Reply(answers, spot, ask.is === "command");
  const what = { ...logged(ask), guildId: asked.guildId };
  const failed = async (error: unknown, text: string): Promise<Ready> => {
    const id = faultId();
    log.error({ id, ...what, ...faultAt(error) }, text);
    return privately(`${texts(asked.language).common.failed} (${id})`, longArgs);
  };
  const ready = ended(ask, asked, doors, options).catch((error: unknown) =>
    error instanceof Refusal
      ? privately(error.message, longArgs).catch((fault: unknown) => failed(fault, "A refusal cannot be sent"))
      : failed(error, "A command failed"),
  );
  try {
    let result = await within(PATIENCE, ready, clock);
    if (result === undefined) {
      await reply.defer();
      result =
        (await within(LIFE, ready, clock)) ??
        (await failed(new Error("no answer within 14 minutes"), "A command does not end"));
    }
    await reply.say(result);
  } catch (error) {
    if (isOver(error)) return log.warn({ ...what, ...faultOf(error) }, "An answer came too late, or was given already");
    const { bodies } = await failed(error, "An answer did not arrive");
    await reply
      .add(bodies[0])
      .catch((second: unknown) => log.warn({ ...what, ...faultOf(second) }, "Nobody could be told that it failed"));
  }
}

/** The command's answer in Discord's shapes, before anything of it is sent: an answer over a limit is not half shown. */
async function ended(
  ask: Exclude<Ask, { is: "complete" }>,
  asked: Asked,
  doors: Doors,
  { context, longArgs }: RouterOptions,
): Promise<Ready> {
  const said = await handled(ask, context(asked), doors, longArgs);
  if (said.to === "modal") throw new Error("A form cannot be shown yet");
  const { to, messages } = said;
  const onMessage = ask.is === "button" || ask.is === "menu";
  if (to === "update" && !onMessage) throw new Error("A typed command has no message to update");
  const isPrivate = to === "asker" || (to === "update" && onMessage && ask.onPrivate);
  const [first, ...rest] = await Promise.all(messages.map((one) => payload(one, { private: isPrivate }, longArgs)));
  if (first === undefined) throw new Error("An answer without a message");
  return { to, bodies: [first, ...rest] };
}

async function handled(
  ask: Exclude<Ask, { is: "complete" }>,
  context: Context,
  doors: Doors,
  longArgs: LongArgs,
): Promise<Answer | Opened> {
  if (ask.is === "other") throw new Error(`An interaction of type ${ask.type}, which nothing here offers`);
  if (ask.is !== "command") return (await onComponent(ask, context, doors, longArgs)) ?? answer(broken(context));
  const door = doors.typed(ask.name, ask.subcommand);
  if (door === undefined || !mayEnter(door.command, context))
    throw new Error("A command that is not declared, or not here");
  return door.action.run(typedValues(door.action.options, ask.values), context);
}

/** @returns undefined where the button or menu leads nowhere any more, or not from here. */
async function onComponent(
  ask: Extract<Ask, { is: "button" | "menu" }>,
  context: Context,
  doors: Doors,
  longArgs: LongArgs,
): Promise<Answer | Opened | undefined> {
  const id = await readCustomId(ask.customId, longArgs);
  if (id.is === "unknown") return undefined;
  if (ask.is === "button") {
    const door = doors.button(id.name);
    return door !== undefined && mayEnter(door.command, context) ? door.press(id.args, context) : undefined;
  }
  const door = doors.menu(id.name);
  return door !== undefined && mayEnter(door.command, context) ? door.pick(id.args, ask.picked, context) : undefined;
}

/** Discord shows home commands in home guilds only; a message with their buttons can be seen elsewhere. Permissions are the command's own. */
const mayEnter = (command: Command, context: Context) => command.where !== "home" || context.home;

const broken = ({ language }: Context) => ({ content: texts(language).common.brokenButton });

async function privately(content: string, longArgs: LongArgs): Promise<Ready> {
  return { to: "asker", bodies: [await payload({ content }, { private: true }, longArgs)] };
}

function logged(ask: Ask): object {
  if (ask.is === "button" || ask.is === "menu") return { [ask.is]: ask.customId };
  return ask.is === "command" ? { command: ask.name, subcommand: ask.subcommand } : { type: ask.is };
}

/** @returns undefined when the time is over first; `work` goes on. */
async function within<T>(ms: number, work: Promise<T>, clock: Pick<Clock, "after">): Promise<T | undefined> {
  let cancel = () => {};
  const over = new Promise<undefined>((resolve) => {
    cancel = clock.after(ms, () => resolve(undefined));
  });
  return Promise.race([work, over]).finally(() => cancel());
}

/** For packets of which hardly anything could be read. */
async function apologise(packet: unknown, answers: Answers, { log, longArgs }: RouterOptions): Promise<void> {
  const where = spotOf(packet);
  if (where === undefined) return;
  try {
    const { bodies } = await privately(texts(where.language).common.failed, longArgs);
    await new Reply(answers, where.spot, true).add(bodies[0]);
  } catch (error) {
    log.warn(faultOf(error), "Nobody could be told that it failed");
  }
}
