// Finds the route of a REST request, checks the token, and turns refusals into Discord's bodies. Must never answer an unknown route with success.
import type { Stage } from "../stage.ts";
import { commandRoutes } from "./command-routes.ts";
import { DiscordRefusal, refusal } from "./errors.ts";
import { callOf, type RestAnswer, type RestRequest, type Route } from "./exchange.ts";
import { guildRoutes } from "./guild-routes.ts";
import { interactionRoutes } from "./interaction-routes.ts";
import { messageRoutes } from "./message-routes.ts";
import { sessionRoutes } from "./session-routes.ts";
import { webhookRoutes } from "./webhook-routes.ts";

const ROUTES: Route[] = [
  ...sessionRoutes,
  ...commandRoutes,
  ...guildRoutes,
  ...messageRoutes,
  ...interactionRoutes,
  ...webhookRoutes,
];

/** The answer and the pattern that gave it (for the rate-limit bucket). */
export function serve(stage: Stage, request: RestRequest): { answer: RestAnswer; pattern: string } {
  const found = find(request);
  if (!found) {
    stage.unknownRoutes.push(`${request.method} ${request.path}`);
    return { answer: asAnswer(refusal("notFound")), pattern: "none" };
  }
  try {
    if (!found.route.open && request.authorization !== `Bot ${stage.token}`) throw refusal("unauthorized");
    return { answer: found.route.run(callOf(stage, request, found.parts)), pattern: found.route.pattern };
  } catch (fault) {
    if (!(fault instanceof DiscordRefusal)) throw fault;
    return { answer: asAnswer(fault), pattern: found.route.pattern };
  }
}

export function asAnswer(fault: DiscordRefusal): RestAnswer {
  return { status: fault.status, body: fault.body };
}

function find(request: RestRequest): { route: Route; parts: Map<string, string> } | undefined {
  for (const route of ROUTES) {
    const parts = route.method === request.method ? match(route.pattern, request.path) : undefined;
    if (parts) return { route, parts };
  }
  return undefined;
}

function match(pattern: string, path: string): Map<string, string> | undefined {
  const wanted = pattern.split("/");
  const given = path.split("/").map(decode);
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
