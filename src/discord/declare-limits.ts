// Discord's limits on a declared command, checked at start: one command over a limit would make Discord refuse them all.
import type { APIApplicationCommandOption } from "discord-api-types/v10";
import type { DeclaredApp } from "./apps.ts";
import type { Declared } from "./declare.ts";

/** Slash commands: letters and digits of any script, hyphen, underscore, apostrophe; no upper case. */
const NAME = /^[-_'\p{L}\p{N}]{1,32}$/u;
const OPTIONS = 25;
const WHOLE = 8000;
/** Entries of Apps on messages, in one scope. */
const APPS = 15;

/** Throws with the entry's name: capitals and blanks are allowed, unlike in what is typed. */
export function checkApp(app: DeclaredApp): void {
  for (const name of [app.name, ...values(app.name_localizations)]) {
    if (name.trim() === "" || name !== name.trim() || name.length > 32)
      throw new RangeError(`Apps: “${name}” is no name that Discord takes (1 to 32 characters, no blanks around it)`);
  }
}

/** Throws where Discord would refuse the whole list: two of one name in either language, or too many. */
export function checkApps(apps: readonly DeclaredApp[]): void {
  if (apps.length > APPS) throw new RangeError(`${apps.length} entries of Apps, Discord takes ${APPS}`);
  for (const names of [apps.map((app) => app.name), apps.flatMap((app) => app.name_localizations?.["es-ES"] ?? [])])
    if (new Set(names).size !== names.length) throw new RangeError("Two entries of Apps have one name");
}

interface Named {
  name: string;
  description: string;
  name_localizations?: Readonly<Partial<Record<string, string | null>>> | null | undefined;
  description_localizations?: Readonly<Partial<Record<string, string | null>>> | null | undefined;
}

/** Throws with the command's name and the limit. */
export function checkDeclared(command: Declared): void {
  const where = `/${command.name}`;
  const options = command.options ?? [];
  checkNamed(command, where);
  checkSiblings(options, where);
  for (const option of options) checkNested(option, `${where} ${option.name}`);
  const size = longest(command);
  if (size > WHOLE) throw new RangeError(`${where}: ${size} characters in all, Discord takes ${WHOLE}`);
}

function checkNested(option: APIApplicationCommandOption, where: string): void {
  if ("options" in option && option.options !== undefined) {
    checkSiblings(option.options, where);
    for (const inner of option.options) checkNested(inner, `${where} ${inner.name}`);
  }
  if (!("choices" in option) || option.choices === undefined) return;
  if (option.choices.length > OPTIONS)
    throw new RangeError(`${where}: ${option.choices.length} choices, Discord takes ${OPTIONS}`);
  for (const choice of option.choices) {
    for (const name of [choice.name, ...values(choice.name_localizations)]) between(`${where}: choice`, name, 100);
    between(`${where}: value of a choice`, String(choice.value), 100);
    if (Number.isNaN(choice.value)) throw new RangeError(`${where}: the choice ${choice.name} is no number`);
  }
}

/** Names unique in every language, and what is required first. */
function checkSiblings(options: readonly (Named & { required?: boolean | undefined })[], where: string): void {
  if (options.length > OPTIONS) throw new RangeError(`${where}: ${options.length} options, Discord takes ${OPTIONS}`);
  for (const option of options) checkNamed(option, `${where} ${option.name}`);
  for (const names of [
    options.map((option) => option.name),
    options.flatMap((o) => o.name_localizations?.["es-ES"] ?? []),
  ])
    if (new Set(names).size !== names.length) throw new RangeError(`${where}: two options have one name`);
  const firstFree = options.findIndex((option) => option.required !== true);
  if (firstFree !== -1 && options.slice(firstFree).some((option) => option.required === true))
    throw new RangeError(`${where}: required options come first`);
}

function checkNamed(named: Named, where: string): void {
  for (const name of [named.name, ...values(named.name_localizations)])
    if (!NAME.test(name) || name !== name.toLowerCase())
      throw new RangeError(
        `${where}: “${name}” is no name that Discord takes (1 to 32 lower-case letters, digits, hyphens)`,
      );
  for (const text of [named.description, ...values(named.description_localizations)])
    between(`${where}: description`, text, 100);
}

function between(what: string, text: string, max: number): void {
  if (text.length < 1 || text.length > max)
    throw new RangeError(`${what}: ${text.length} characters, Discord takes 1 to ${max} (“${text.slice(0, 40)}”)`);
}

/** Discord counts names, descriptions and values, each in its longest language. */
function longest(
  part: Partial<Named> & {
    options?: readonly object[] | undefined;
    choices?: readonly object[] | undefined;
    value?: string | number | undefined;
  },
): number {
  const most = (text: string | undefined, others: Named["name_localizations"]) =>
    Math.max(text?.length ?? 0, ...values(others).map((other) => other.length));
  const own =
    most(part.name, part.name_localizations) +
    most(part.description, part.description_localizations) +
    (part.value === undefined ? 0 : String(part.value).length);
  return [...(part.options ?? []), ...(part.choices ?? [])].reduce((sum, inner) => sum + longest(inner), own);
}

function values(map: Named["name_localizations"]): string[] {
  return Object.values(map ?? {}).flatMap((text) => text ?? []);
}
