// Registering commands one by one or as a whole list, globally and in a guild, and reading what admins allow of them. Must never keep half of a list: all or none.
// Documented: 200 commands a day can be made in a scope, and one whose name is there already is not made. Guesses: the day begins with its first;
// a list that would go over it makes none; the HTTP status. Another guess: `with_localizations` strips a list only; what the other routes answer keeps its dictionaries.
import { ApplicationCommandType as T } from "discord-api-types/v10";
import { GLOBAL, type CommandPermissions, type RegisteredCommand, type Scope } from "../world/commands.ts";
import { APPLICATION_ID } from "../world/seed.ts";
import { invalidForm, isRecord, parseForm, refusal } from "./errors.ts";
import { noContent, ok, type Call, type RestAnswer, type Route } from "./exchange.ts";
import { commandList, type CommandInput } from "./form-command.ts";

/** Of each type, in each scope. */
const MOST = new Map<CommandInput["type"], number>([
  [T.ChatInput, 100],
  [T.User, 15],
  [T.Message, 15],
]);

type Where = "global" | "guild";

function scopeOf(call: Call, where: Where): Scope {
  if (call.id("application") !== APPLICATION_ID) throw refusal("wrongApplication");
  if (where === "global") return GLOBAL;
  const guildId = call.id("guild");
  if (!call.stage.world.guilds.get(guildId)?.botIsHere) throw refusal("missingAccess");
  return guildId;
}

function demandRoom(commands: { type: CommandInput["type"] }[]): void {
  for (const [type, most] of MOST)
    if (commands.filter((one) => one.type === type).length > most) throw refusal("tooManyCommands");
}

function demandToday({ stage: { commands } }: Call, scope: Scope, inputs: CommandInput[]): void {
  const fresh = inputs.filter((one) => !commands.named(scope, one)).length;
  if (!commands.mayMake(scope, fresh)) throw refusal("tooManyNewCommands");
}

function list(call: Call, where: Where): object[] {
  const commands = call.stage.commands.list(scopeOf(call, where));
  return call.request.query.get("with_localizations") === "true" ? commands : commands.map(unlocalised);
}

/** Without the dictionaries, in every option and choice. */
function unlocalised(part: object): object {
  return Object.fromEntries(
    Object.entries(part).flatMap(([key, value]): [string, unknown][] => {
      if (key === "name_localizations" || key === "description_localizations") return [];
      if (key !== "options" && key !== "choices") return [[key, value]];
      return [
        [key, Array.isArray(value) ? value.map((one: unknown) => (isRecord(one) ? unlocalised(one) : one)) : value],
      ];
    }),
  );
}

function put(call: Call, where: Where): RegisteredCommand[] {
  const scope = scopeOf(call, where);
  const inputs = parseForm(commandList, call.request.body);
  demandRoom(inputs);
  demandToday(call, scope, inputs);
  return call.stage.commands.put(scope, inputs);
}

function one(call: Call, where: Where): { scope: Scope; command: RegisteredCommand } {
  const scope = scopeOf(call, where);
  const command = call.stage.commands.find(scope, call.id("command"));
  if (!command) throw refusal("unknownCommand");
  return { scope, command };
}

/** A name that is there already is overwritten: 200 in the place of 201. */
function post(call: Call, where: Where): RestAnswer {
  const { commands } = call.stage;
  const scope = scopeOf(call, where);
  const input = parseForm(commandList.element, call.request.body);
  const known = commands.named(scope, input);
  if (!known) demandRoom([...commands.list(scope), input]);
  demandToday(call, scope, [input]);
  return { status: known ? 200 : 201, body: commands.save(scope, input) };
}

/** What Discord adds to a command by itself. */
const GIVEN: ReadonlySet<string> = new Set(["id", "application_id", "version", "guild_id"]);

/** What is left out stays; the whole is checked as if it were new. */
function patch(call: Call, where: Where): RegisteredCommand {
  const { scope, command } = one(call, where);
  const body = call.request.body;
  if (!isRecord(body) || "type" in body)
    throw invalidForm([{ path: ["type"], code: "UNKNOWN_FIELD", message: "The type of a command cannot be changed." }]);
  const before = Object.entries(command).filter(([key]) => !GIVEN.has(key));
  const kept = before.filter(([key]) => key !== "dm_permission" || !("contexts" in body));
  const input = parseForm(commandList.element, { ...Object.fromEntries(kept), ...body });
  const other = call.stage.commands.named(scope, input);
  if (other && other.id !== command.id) throw refusal("commandNameTaken");
  return call.stage.commands.save(scope, input, command.id);
}

function remove(call: Call, where: Where): RestAnswer {
  const { scope, command } = one(call, where);
  call.stage.commands.remove(scope, command.id);
  return noContent;
}

function permissions(call: Call): CommandPermissions {
  const guildId = scopeOf(call, "guild");
  const found = call.stage.commands.permissionsOf(guildId, call.id("command"));
  if (!found) throw refusal("unknownCommandPermissions");
  return found;
}

const GUILD = "/applications/:application/guilds/:guild/commands";
const PATTERNS: Record<Where, string> = { global: "/applications/:application/commands", guild: GUILD };

const both = (["global", "guild"] as const).flatMap((where): Route[] => {
  const all = PATTERNS[where];
  const single = `${all}/:command`;
  return [
    { method: "GET", pattern: all, run: (call) => ok(list(call, where)) },
    { method: "PUT", pattern: all, run: (call) => ok(put(call, where)) },
    { method: "POST", pattern: all, run: (call) => post(call, where) },
    { method: "GET", pattern: single, run: (call) => ok(one(call, where).command) },
    { method: "PATCH", pattern: single, run: (call) => ok(patch(call, where)) },
    { method: "DELETE", pattern: single, run: (call) => remove(call, where) },
  ];
});

export const commandRoutes: Route[] = [
  {
    method: "GET",
    pattern: `${GUILD}/permissions`,
    run: (call) => ok(call.stage.commands.permissionsIn(scopeOf(call, "guild"))),
  },
  { method: "GET", pattern: `${GUILD}/:command/permissions`, run: (call) => ok(permissions(call)) },
  ...both,
];
