// Tells Discord the commands, at every start. Must never stop the bot: commands registered before go on working, and alerts need none.
// A plain PUT of the whole list: the same list twice changes nothing, keeps ids and the permissions that servers gave, and does not count
// towards the 200 new commands a day (only names that Discord does not know yet do). Comparing first would be one more way to be wrong.
import { Routes, type RateLimitData } from "discord.js";
import type { Command } from "../command.ts";
import { type DeclaredApp, declareApps } from "./apps.ts";
import { declare, type Declared } from "./declare.ts";
import { checkApps } from "./declare-limits.ts";
import { faultOf } from "./fault.ts";
import { restOf, type RestSettings } from "./rest.ts";

export interface RegisterOptions extends RestSettings {
  declared: DeclaredAll;
  homeGuilds: readonly string[];
  applicationId: string;
}

/** What is registered for all servers, and for those of the team. */
export interface DeclaredAll {
  everywhere: readonly (Declared | DeclaredApp)[];
  home: readonly (Declared | DeclaredApp)[];
}

/** One for all servers and one for each server of the team. `where`: "everywhere" or the server's id. */
export type Registered =
  | { is: "registered"; where: string; names: readonly string[] }
  | { is: "failed"; where: string };

const MANNER = {
  perSecond: 5,
  retries: 2,
  timeoutMs: 30_000,
  rejects: ({ retryAfter }: RateLimitData) => retryAfter > 60_000,
};

/** Throws on a command that Discord would refuse: a fault of ours, found before anybody is logged in. */
export function declareAll(commands: readonly Command[]): DeclaredAll {
  const of = (where: Command["where"]) => {
    const own = commands.filter((command) => command.where === where);
    const apps = own.flatMap(declareApps);
    checkApps(apps);
    return [...own.map(declare), ...apps];
  };
  return { everywhere: of("everywhere"), home: of("home") };
}

/** Never throws: a refusal or outage of Discord is logged and told in the result. */
export async function register(options: RegisterOptions): Promise<readonly Registered[]> {
  const { declared, homeGuilds, applicationId, log } = options;
  const rest = restOf(options, MANNER);
  const put = async (where: string, route: `/${string}`, body: DeclaredAll["home"]): Promise<Registered> => {
    try {
      await rest.put(route, { body });
      log.info({ where, commands: body.length }, "Commands registered");
      return { is: "registered", where, names: body.map((command) => command.name) };
    } catch (error) {
      log.error({ where, ...faultOf(error) }, "Commands could not be registered; those of the last start stay");
      return { is: "failed", where };
    }
  };
  return Promise.all([
    put("everywhere", Routes.applicationCommands(applicationId), declared.everywhere),
    ...homeGuilds.map((id) => put(id, Routes.applicationGuildCommands(applicationId, id), declared.home)),
  ]);
}
