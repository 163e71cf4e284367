// What a reader did, brought to the command behind it, and the command's answer in Discord's shapes: complete before anything of it is sent.
import { answer, type Answer, type Command, type Context, type Handled, type Opened } from "../command.ts";
import { texts } from "../text/index.ts";
import type { Ask } from "./ask.ts";
import { readCustomId, type LongArgs } from "./custom-id.ts";
import type { Doors } from "./doors.ts";
import type { Interaction } from "./interaction.ts";
import { relabelled } from "./labels.ts";
import { modalBody } from "./modal.ts";
import { payload } from "./payload.ts";
import type { Ready, Shown } from "./reply.ts";
import { typedValues } from "./typed.ts";

/** Suggestions go their own way. */
export type Answered = Exclude<Ask, { is: "complete" }>;

export interface Ways {
  doors: Doors;
  longArgs: LongArgs;
}

/** An answer over a limit is not half shown: it throws. */
export async function ended(ask: Answered, on: Interaction["on"], context: Context, ways: Ways): Promise<Ready> {
  const said = await handled(ask, context, ways);
  if (said.to === "modal") return { to: "modal", modal: await modalBody(said.modal, ways.longArgs) };
  if (said.label !== undefined) return relabelledBy(said.label, said, ask, on, ways);
  const to = placeOf(said.to, ask, on);
  const isPrivate = to === "asker" || (to === "update" && on?.private === true);
  const bodies = said.messages.map((one) => payload(one, { private: isPrivate }, ways.longArgs));
  const [first, ...rest] = await Promise.all(bodies);
  if (first === undefined) throw new Error("An answer without a message");
  return { to, bodies: [first, ...rest] };
}

/** Only the button that was pressed itself. */
async function relabelledBy(
  label: () => string,
  { messages: [message] }: Answer,
  ask: Answered,
  on: Interaction["on"],
  { longArgs }: Ways,
): Promise<Ready> {
  const { id, components } = on ?? {};
  if (ask.is !== "button" || id === undefined || components === undefined || message === undefined)
    throw new Error("A label is of the button that was pressed");
  const body = await payload(message, { private: true }, longArgs);
  return { to: "button", messageId: id, components: () => relabelled(components, ask.customId, label()), told: body };
}

/** A form that a command or an entry of Apps opened has no message to replace: then the answer is the reader's alone. */
function placeOf(to: Answer["to"], ask: Answered, on: Interaction["on"]): Answer["to"] {
  if (to !== "update" || on !== undefined) return to;
  if (ask.is === "modal") return "asker";
  throw new Error("What was typed, and an entry of Apps, has no message to update");
}

async function handled(ask: Answered, context: Context, ways: Ways): Promise<Answer | Opened> {
  if (ask.is === "other") throw new Error(`An interaction of type ${ask.type}, which nothing here offers`);
  if (ask.is === "command") {
    const door = ways.doors.typed(ask.name, ask.subcommand);
    if (door === undefined || !mayEnter(door.command, context))
      throw new Error("A command that is not declared, or not here");
    return door.action.run(typedValues(door.action.options, ask.values), context);
  }
  if (ask.is === "app") {
    const door = ways.doors.app(ask.name);
    if (door === undefined || !mayEnter(door.command, context))
      throw new Error("An entry of Apps that is not declared, or not here");
    return door.run(ask.target, context);
  }
  return (await byCustomId(ask, context, ways)) ?? answer({ content: texts(context.language).common.brokenButton });
}

/** @returns undefined where the button, menu or form leads nowhere any more, or not from here. */
async function byCustomId(
  ask: Extract<Answered, { customId: string }>,
  context: Context,
  { doors, longArgs }: Ways,
): Promise<Answer | Opened | undefined> {
  const id = await readCustomId(ask.customId, longArgs);
  return id.is === "unknown" ? undefined : behind(ask, id, context, doors);
}

function behind(
  ask: Extract<Answered, { customId: string }>,
  { name, args }: { name: string; args: readonly string[] },
  context: Context,
  doors: Doors,
): Handled | undefined {
  if (ask.is === "button") {
    const door = doors.button(name);
    return door !== undefined && mayEnter(door.command, context) ? door.run(args, context) : undefined;
  }
  if (ask.is === "menu") {
    const door = doors.menu(name);
    return door !== undefined && mayEnter(door.command, context) ? door.run(args, ask.picked, context) : undefined;
  }
  const door = doors.modal(name);
  return door !== undefined && mayEnter(door.command, context) ? door.run(args, ask.filled, context) : undefined;
}

/** Discord shows home commands in home guilds only; a message with their buttons can be seen elsewhere. Permissions are the command's own. */
export const mayEnter = (command: Command, context: Context) => command.where !== "home" || context.home;

export async function privately(content: string, longArgs: LongArgs): Promise<Shown> {
  return { to: "asker", bodies: [await payload({ content }, { private: true }, longArgs)] };
}
