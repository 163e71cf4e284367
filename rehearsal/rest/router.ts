// Finds the route of a REST request, checks the token, and turns refusals into Discord's bodies. Must never answer an unknown route with success.
import type { Stage } from "../stage.ts";
import { channelRoutes } from "./channel-routes.ts";
import { commandRoutes } from "./command-routes.ts";
import { asAnswer, DiscordRefusal, refusal } from "./errors.ts";
import { callOf, type RestAnswer, type RestRequest, type Route } from "./exchange.ts";
import { eventRoutes } from "./event-routes.ts";
import { guildRoutes } from "./guild-routes.ts";
import { historyRoutes } from "./history-routes.ts";
import { interactionRoutes } from "./interaction-routes.ts";
import { messageRoutes } from "./message-routes.ts";
import { sessionRoutes } from "./session-routes.ts";
import { threadRoutes } from "./thread-routes.ts";
import { webhookRoutes } from "./webhook-routes.ts";

const LISTED: Route[] = [
  ...sessionRoutes,
  ...commandRoutes,
  ...guildRoutes,
  ...channelRoutes,
  ...historyRoutes,
  ...messageRoutes,
  ...threadRoutes,
  ...eventRoutes,
  ...interactionRoutes,
  ...webhookRoutes,
];
const ROUTES = LISTED.map((route) => ({ route, wanted: route.pattern.split("/") }));

/** Where a request leads: its route if there is one, and the methods that its path has. */
export interface Located {
  /** "none" where there is no such route. */
  pattern: string;
  parts: Map<string, string>;
  route: Route | undefined;
  methods: string[];
}

export function locate({ method, path }: Pick<RestRequest, "method" | "path">): Located {
  const given = path.split("/").map(decode);
  const there = ROUTES.flatMap(({ route, wanted }) => {
    const parts = match(wanted, given);
    return parts ? [{ route, parts }] : [];
  });
  const found = there.find(({ route }) => route.method === method);
  const methods = there.map(({ route }) => route.method);
  if (!found) return { pattern: "none", parts: new Map(), route: undefined, methods };
  return { pattern: found.route.pattern, parts: found.parts, route: found.route, methods };
}

/** Serves a located request: every refusal is an answer. */
export function serve(stage: Stage, request: RestRequest, { route, parts, methods }: Located): RestAnswer {
  if (!route) {
    stage.unknownRoutes.push(`${request.method} ${request.path}`);
    return asAnswer(refusal(methods.length > 0 ? "methodNotAllowed" : "notFound"));
  }
  try {
    if (!route.open && request.authorization !== `Bot ${stage.token}`) throw refusal("unauthorized");
    return route.run(callOf(stage, request, parts));
  } catch (fault) {
    if (!(fault instanceof DiscordRefusal)) throw fault;
    return asAnswer(fault);
  }
}

function match(wanted: readonly string[], given: readonly string[]): Map<string, string> | undefined {
  if (wanted.length !== given.length) return undefined;
  const parts = new Map<string, string>();
  for (const [index, piece] of wanted.entries()) {
    const value = given[index] ?? "";
    if (piece.startsWith(":")) parts.set(piece.slice(1), value);
    else if (piece !== value) return undefined;
  }
  return parts;
}

/** `%40original` and `@original` are one. */
function decode(piece: string): string {
  try {
    return decodeURIComponent(piece);
  } catch {
    return piece;
  }
}
