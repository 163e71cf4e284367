// From an interaction to the command that answers it, and back. Whatever happens the reader gets an answer: a refusal's own sentence, or that
// something went wrong. Must never throw and never let one reader's fault reach another.
import { InteractionResponseType } from "discord-api-types/v10";
import type { Clock } from "../clock.ts";
import { Refusal, type Command, type Context } from "../command.ts";
import type { Language } from "../domain/text.ts";
import { isFull } from "../engines/faults.ts";
import type { Logger } from "../logger.ts";
import { texts } from "../text/index.ts";
import { isOver, type Answers } from "./answers.ts";
import { suggestions } from "./complete.ts";
import type { Ask } from "./ask.ts";
import type { LongArgs } from "./custom-id.ts";
import { Labels } from "./labels.ts";
import { doorsOf, type Doors } from "./doors.ts";
import { faultAt, faultId, faultOf } from "./fault.ts";
import { ended, mayEnter, privately, type Answered } from "./handled.ts";
import { readInteraction, spotOf, type Asked, type Interaction } from "./interaction.ts";
import { Reply, type Ready, type Shown } from "./reply.ts";

export type { Asked } from "./interaction.ts";

export interface RouterOptions {
  commands: readonly Command[];
  /** Called anew for each interaction. */
  context: (asked: Asked) => Context;
  /** What a reader chose; undefined where their Discord's own language counts. */
  chosen?: (userId: string) => Language | undefined;
  /** Asked first of each interaction, by the id that Discord gave it: a sentence where none may be answered now. */
  instead?: (id: string, language: Language) => Promise<string | undefined>;
  log: Logger;
  longArgs: LongArgs;
  clock: Pick<Clock, "after">;
  /** Runs what a reader asked for: where the disk is full it is refused at once, and nothing of it was kept. */
  asked?: <T>(work: () => Promise<T>) => Promise<T>;
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
  const labels = new Labels();
  return async (packet, answers) => {
    try {
      const { ask, spot, asked, on } = readInteraction(packet);
      // Before anything is said: a fault, too, is told in the language that the reader chose.
      const language = options.chosen?.(asked.user.id) ?? asked.language;
      const interaction = { spot, on, asked: { ...asked, language, discordLanguage: asked.language } };
      if (ask.is === "complete") await complete(ask, interaction, doors, options, answers);
      else await respond(ask, interaction, doors, options, answers, labels);
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
  { context, log, instead }: RouterOptions,
  answers: Answers,
): Promise<void> {
  const choices = async () => {
    try {
      if ((await instead?.(spot.id, asked.language)) !== undefined) return [];
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
    .first(spot, { type, data: { choices: await choices() } })
    .catch((error: unknown) => log.warn({ command: ask.name, ...faultOf(error) }, "Suggestions did not arrive"));
}

async function respond(
  ask: Answered,
  { spot, asked, on }: Whence,
  doors: Doors,
  { log, clock, longArgs, context, instead, asked: run = (work) => work() }: RouterOptions,
  answers: Answers,
  labels: Labels,
): Promise<void> {
  const reply = new Reply(answers, spot, on !== undefined, labels);
  const own = asked.guildId === undefined ? longArgs : (longArgs.in?.(asked.guildId) ?? longArgs);
  const what = { ...logged(ask), guildId: asked.guildId };
  const failed = async (error: unknown, text: string): Promise<Shown> => {
    const id = faultId();
    log.error({ id, ...what, ...faultAt(error) }, text);
    return privately(`${texts(asked.language).common.failed} (${id})`, longArgs);
  };
  const sentence = (text: string) =>
    privately(text, longArgs).catch((fault: unknown) => failed(fault, "A refusal cannot be sent"));
  const answered = async (): Promise<Ready> => {
    const word = instead === undefined ? undefined : await instead(spot.id, asked.language);
    return word === undefined
      ? run(async () => ended(ask, on, context(asked), { doors, longArgs: own }))
      : sentence(word);
  };
  const ready = answered().catch((error: unknown): Promise<Ready> => {
    if (error instanceof Refusal) return sentence(error.message);
    return isFull(error) ? sentence(texts(asked.language).common.noRoom) : failed(error, "A command failed");
  });
  try {
    let result = await within(PATIENCE, ready, clock);
    if (result === undefined) {
      await reply.defer();
      result =
        (await within(LIFE, ready, clock)) ??
        (await failed(new Error("no answer within 14 minutes"), "A command does not end"));
    }
    if (result.to === "modal" && !reply.canShowForm) {
      log.error(what, "A form was ready only after Discord had been told to wait");
      result = await sentence(texts(asked.language).common.formLate);
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

function logged(ask: Ask): object {
  if (ask.is === "button" || ask.is === "menu" || ask.is === "modal") return { [ask.is]: ask.customId };
  if (ask.is === "app") return { app: ask.name };
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
    await new Reply(answers, where.spot, false).add(bodies[0]);
  } catch (error) {
    log.warn(faultOf(error), "Nobody could be told that it failed");
  }
}
