// What the bot may read of a guild: itself, its channels, roles and members one by one. Must never show a guild the bot is not in.
// Channels the bot cannot see are left out, as the change log of 12 August 2026 announces for HTTP (mandatory since 16 November 2026).
import { APPLICATION_ID } from "../world/seed.ts";
import { homeGuild } from "./access.ts";
import { refusal } from "./errors.ts";
import { noContent, ok, type Call, type Route } from "./exchange.ts";
import { edgeOf, limitOf } from "./paging.ts";
import { putOut } from "../play/guilds.ts";

function guild(call: Call): object {
  const found = homeGuild(call);
  const { size } = found.members;
  const counts = call.request.query.get("with_counts") === "true";
  return {
    ...found.object(),
    ...(counts ? { approximate_member_count: size, approximate_presence_count: size - 1 } : {}),
  };
}

function channels(call: Call): object[] {
  const { world } = call.stage;
  return world.guildChannels(homeGuild(call).id).filter((one) => world.sees(APPLICATION_ID, one.id));
}

function member(call: Call): object {
  const { id } = homeGuild(call);
  const { world } = call.stage;
  if (!world.user(call.id("user"))) throw refusal("unknownUser");
  const found = world.member(id, call.id("user"));
  if (!found) throw refusal("unknownMember");
  return found;
}

/** Guilds the bot is in, a page of them by id. */
function ownGuilds({ stage, request }: Call): object[] {
  const { query } = request;
  const [after, before] = [edgeOf(query, "after") ?? 0n, edgeOf(query, "before") ?? 1n << 64n];
  const limit = limitOf(query, [1, 200], 200);
  return stage.world
    .botGuilds()
    .filter((one) => BigInt(one.id) > after && BigInt(one.id) < before)
    .toSorted((one, other) => (BigInt(one.id) < BigInt(other.id) ? -1 : 1))
    .slice(0, limit)
    .map((one) => ({
      id: one.id,
      name: one.name,
      icon: null,
      banner: null,
      owner: false,
      permissions: stage.world.guildBits(APPLICATION_ID, one.id).toString(),
      features: [],
      approximate_member_count: one.members.size,
      approximate_presence_count: one.members.size - 1,
    }));
}

export const guildRoutes: Route[] = [
  { method: "GET", pattern: "/guilds/:guild", run: (call) => ok(guild(call)) },
  { method: "GET", pattern: "/guilds/:guild/channels", run: (call) => ok(channels(call)) },
  { method: "GET", pattern: "/guilds/:guild/roles", run: (call) => ok(homeGuild(call).roles) },
  { method: "GET", pattern: "/guilds/:guild/members/:user", run: (call) => ok(member(call)) },
  { method: "GET", pattern: "/users/@me/guilds", run: (call) => ok(ownGuilds(call)) },
  {
    method: "DELETE",
    pattern: "/users/@me/guilds/:guild",
    run: (call) => {
      putOut(call.stage, homeGuild(call));
      return noContent;
    },
  },
];
