// Registering commands, globally and in the guild. Must never keep half of a list: all or none.
import { ApplicationCommandType } from "discord-api-types/v10";
import type { Scope } from "../world/commands.ts";
import { APPLICATION_ID, GUILD_ID } from "../world/seed.ts";
import { parseForm, refusal } from "./errors.ts";
import { ok, type Call, type RestAnswer, type Route } from "./exchange.ts";
import { commandList } from "./form-command.ts";

const MOST = 100;

function checked(call: Call, scope: Scope): Scope {
  if (call.id("application") !== APPLICATION_ID) throw refusal("wrongApplication");
  if (scope === "guild" && (call.id("guild") !== GUILD_ID || !call.stage.world.botInGuild))
    throw refusal("missingAccess");
  return scope;
}

function put(call: Call, scope: Scope): RestAnswer {
  checked(call, scope);
  const inputs = parseForm(commandList, call.request.body);
  if (inputs.filter((one) => one.type === ApplicationCommandType.ChatInput).length > MOST)
    throw refusal("tooManyCommands");
  return ok(call.stage.commands.put(scope, inputs));
}

export const commandRoutes: Route[] = (["global", "guild"] as const).flatMap((scope): Route[] => {
  const pattern =
    scope === "global" ? "/applications/:application/commands" : "/applications/:application/guilds/:guild/commands";
  return [
    { method: "GET", pattern, run: (call) => ok(call.stage.commands.list(checked(call, scope))) },
    { method: "PUT", pattern, run: (call) => put(call, scope) },
  ];
});
