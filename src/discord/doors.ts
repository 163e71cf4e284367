// Every way into the commands, found by name: what is typed, pressed, picked, filled in, and used on a message. Built once; a name that leads to two
// places stops the start.
import type { Action, Command, Options } from "../command.ts";
import { appName } from "./apps.ts";
import { isActionName } from "./custom-id.ts";

type Behind<Kind extends "buttons" | "menus" | "modals" | "apps"> = {
  command: Command;
  run: NonNullable<Command[Kind]>[string];
};

export interface Doors {
  typed(name: string, subcommand: string | undefined): { command: Command; action: Action<Options> } | undefined;
  button(name: string): Behind<"buttons"> | undefined;
  menu(name: string): Behind<"menus"> | undefined;
  modal(name: string): Behind<"modals"> | undefined;
  /** By its English name, as it was registered. */
  app(name: string): Behind<"apps"> | undefined;
}

/** Throws on two commands, entries of Apps, or buttons, menus or forms, of one name, and on a name that no custom id can carry. */
export function doorsOf(commands: readonly Command[]): Doors {
  const byName = unique(commands.map((command) => [command.name, command]));
  const buttons = commands.flatMap((command) => entries(command, command.buttons));
  const menus = commands.flatMap((command) => entries(command, command.menus));
  const modals = commands.flatMap((command) => entries(command, command.modals));
  const names = [...unique<unknown>([...buttons, ...menus, ...modals]).keys()];
  const unfit = names.find((name) => !isActionName(name));
  if (unfit !== undefined)
    throw new Error(`“${unfit}” cannot name a button, menu or form: 1 to 32 of a-z, 0-9, dot, hyphen`);
  const pressed = new Map(buttons);
  const picked = new Map(menus);
  const filled = new Map(modals);
  const used = unique(
    commands.flatMap((command) =>
      entries(command, command.apps).map(([key, behind]) => [appName(key, "en"), behind] as const),
    ),
  );
  return {
    typed: (name, subcommand) => {
      const command = byName.get(name);
      const action = subcommand === undefined ? command?.action : own(command?.subcommands, subcommand);
      return command === undefined || action === undefined ? undefined : { command, action };
    },
    button: (name) => pressed.get(name),
    menu: (name) => picked.get(name),
    modal: (name) => filled.get(name),
    app: (name) => used.get(name),
  };
}

function entries<Run>(command: Command, by: Readonly<Record<string, Run>> | undefined) {
  return Object.entries(by ?? {}).map(([name, run]) => [name, { command, run }] as const);
}

/** A name from outside must not find what every object inherits. */
function own<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}

function unique<T>(entries: readonly (readonly [string, T])[]): Map<string, T> {
  const found = new Map<string, T>();
  for (const [name, value] of entries) {
    if (found.has(name)) throw new Error(`Two are called “${name}”: nobody could tell which one a reader means`);
    found.set(name, value);
  }
  return found;
}
