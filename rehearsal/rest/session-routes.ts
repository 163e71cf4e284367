// Who the bot is and where its gateway stands. Must never hand out an address outside this machine.
import type { APIApplication, APIDMChannel, APIUser, RESTGetAPIGatewayBotResult } from "discord-api-types/v10";
import { Locale } from "discord-api-types/v10";
import { z } from "zod";
import { APPLICATION_ID, OWNER_ID } from "../world/seed.ts";
import { parseForm, refusal, snowflake } from "./errors.ts";
import { ok, type Call, type Route } from "./exchange.ts";

const NO_FLAGS: number = 0;

function application(call: Call): APIApplication {
  const owner = call.stage.world.user(OWNER_ID);
  return {
    id: APPLICATION_ID,
    name: "Vigía",
    icon: null,
    description: "",
    summary: "",
    bot_public: false,
    bot_require_code_grant: false,
    bot: call.stage.world.bot,
    ...(owner ? { owner } : {}),
    verify_key: "0".repeat(64),
    team: null,
    flags: NO_FLAGS,
    flags_new: "0",
    approximate_guild_count: call.stage.world.botGuilds().length,
  };
}

/** What only the bot itself is told of its user. */
function self(bot: APIUser): APIUser {
  return { ...bot, email: null, verified: true, mfa_enabled: false, locale: Locale.EnglishUS };
}

/** The types want the name of a direct message to be null; Discord leaves it out. */
function openDm(call: Call): Omit<APIDMChannel, "name"> {
  const { recipient_id: id } = parseForm(z.strictObject({ recipient_id: snowflake }), call.request.body);
  const recipient = call.stage.world.user(id);
  if (!recipient || id === APPLICATION_ID) throw refusal("invalidRecipient");
  const { name: _name, ...dm } = call.stage.world.dm(recipient);
  return dm;
}

export const sessionRoutes: Route[] = [
  { method: "GET", pattern: "/gateway", open: true, run: ({ stage }) => ok({ url: stage.gatewayUrl() }) },
  {
    method: "GET",
    pattern: "/gateway/bot",
    run: ({ stage }) =>
      ok({
        url: stage.gatewayUrl(),
        shards: 1,
        session_start_limit: stage.gateway.starts.limit(),
      } satisfies RESTGetAPIGatewayBotResult),
  },
  { method: "GET", pattern: "/users/@me", run: ({ stage }) => ok(self(stage.world.bot)) },
  {
    method: "GET",
    pattern: "/users/:user",
    run: ({ stage, id }) => {
      const found = stage.world.user(id("user"));
      if (!found) throw refusal("unknownUser");
      return ok(found);
    },
  },
  { method: "GET", pattern: "/applications/@me", run: (call) => ok(application(call)) },
  { method: "GET", pattern: "/oauth2/applications/@me", run: (call) => ok(application(call)) },
  { method: "POST", pattern: "/users/@me/channels", run: (call) => ok(openDm(call)) },
];
