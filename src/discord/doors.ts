// Every way into the commands, found by name: what is typed, pressed and picked. Built once; a name that leads to two places stops the start.
import type { Action, Command, Context, Handled, Options } from "../command.ts";
import { isActionName } from "./custom-id.ts";

export interface Doors {
  typed(name: string, subcommand: string | undefined): { command: Command; action: Action<Options> } | undefined;
  button(name: string): { command: Command; press: (args: readonly string[], context: Context) => Handled } | undefined;
  menu(
    name: string,
  ):
    | { command: Command; pick: (args: readonly string[], picked: readonly string[], context: Context) => Handled }
    | undefined;
}

/** Throws on two commands, or two buttons or menus, of one name, and on a name that no custom id can carry. */
export function doorsOf(commands: readonly Command[]): Doors {
  const byName = unique(commands.map((command) => [command.name, command]));
  const buttons = commands.flatMap((command) =>
    Object.entries(command.buttons ?? {}).map(([name, press]) => [name, { command, press }] as const),
  );
  const menus = commands.flatMap((command) =>
    Object.entries(command.menus ?? {}).map(([name, pick]) => [name, { command, pick }] as const),
  );
  const names = [...unique<unknown>([...buttons, ...menus]).keys()];
  const unfit = names.find((name) => !isActionName(name));
  if (unfit !== undefined) throw new Error(`“${unfit}” cannot name a button or menu: 1 to 32 of a-z, 0-9, dot, hyphen`);
  const pressed = new Map(buttons);
  const picked = new Map(menus);
  return {
    typed: (name, subcommand) => {
      const command = byName.get(name);
      const action = subcommand === undefined ? command?.action : own(command?.subcommands, subcommand);
      return command === undefined || action === undefined ? undefined : { command, action };
    },
    button: (name) => pressed.get(name),
    menu: (name) => picked.get(name),
  };
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
