// One REST call over HTTP: reads it, notes it, lets an ordered fault happen, and answers with Discord's headers. Must never show machine time as `Date`.
import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { RequestRecord, Stage } from "../stage.ts";
import { httpDate, machineNow } from "../world-clock.ts";
import { bytesOf, readBody } from "./body.ts";
import { DiscordRefusal, isRecord } from "./errors.ts";
import type { RestAnswer, RestRequest } from "./exchange.ts";
import { asAnswer, serve } from "./router.ts";

/** The log of a rehearsal that runs for days must end somewhere. */
const REMEMBERED = 50_000;
const PREFIX = "/api/v10";

export async function serveRest(stage: Stage, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(incoming.url ?? "/", stage.origin());
  const read = await contents(incoming);
  const request: RestRequest = {
    method: incoming.method ?? "GET",
    // Another version of the API is another API: it stays whole in the path and finds no route.
    path: url.pathname.startsWith(`${PREFIX}/`) ? url.pathname.slice(PREFIX.length) : url.pathname,
    query: url.searchParams,
    body: "refused" in read ? undefined : read.body,
    files: "refused" in read ? [] : read.files,
    authorization: incoming.headers.authorization ?? "",
  };
  const record = note(stage, request);
  const fault = stage.faults.take(record);
  if (fault && "drop" in fault && fault.drop === "before") return void incoming.socket.destroy();
  if (fault && "hang" in fault && fault.hang === "before") return;
  if (fault && "status" in fault)
    return reply(stage, response, record, fault, { pattern: "none", fault: true }, fault.headers);
  const { answer, pattern } = "refused" in read ? { answer: read.refused, pattern: "none" } : serve(stage, request);
  if (fault && "drop" in fault) return void incoming.socket.destroy();
  if (fault) return;
  reply(stage, response, record, answer, { pattern, fault: false });
}

async function contents(incoming: IncomingMessage) {
  try {
    return await readBody(incoming.headers["content-type"] ?? "", await bytesOf(incoming));
  } catch (fault) {
    if (fault instanceof DiscordRefusal) return { refused: asAnswer(fault) };
    throw fault;
  }
}

function note(stage: Stage, { method, path, query, body, files }: RestRequest): RequestRecord {
  const names = files.map((file) => file.name);
  const record: RequestRecord = {
    method,
    path,
    query: query.toString(),
    body,
    files: names,
    at: machineNow(),
    status: 0,
  };
  stage.requests.push(record);
  if (stage.requests.length > REMEMBERED) stage.requests.shift();
  return record;
}

function reply(
  stage: Stage,
  response: ServerResponse,
  record: RequestRecord,
  answer: RestAnswer,
  { pattern, fault }: { pattern: string; fault: boolean },
  headers: Record<string, string> = {},
): void {
  record.status = answer.status;
  stage.onExchange({ request: record, pattern, answer: answer.body, fault });
  response.writeHead(answer.status, {
    Date: httpDate(stage.clock.now()),
    ...limits(stage, `${record.method} ${pattern}`),
    ...(answer.status === 429 ? waiting(answer.body) : {}),
    ...(answer.body === undefined ? {} : { "Content-Type": "application/json" }),
    ...headers,
  });
  response.end(answer.body === undefined ? undefined : JSON.stringify(answer.body));
}

/** Plain, generous values: a bot that reads them sees that it has room. */
function limits(stage: Stage, route: string): Record<string, string> {
  return {
    "X-RateLimit-Limit": "1000",
    "X-RateLimit-Remaining": "999",
    "X-RateLimit-Reset": (stage.clock.now() / 1000 + 1).toFixed(3),
    "X-RateLimit-Reset-After": "1.000",
    "X-RateLimit-Bucket": createHash("sha1").update(route).digest("hex").slice(0, 16),
  };
}

/** The headers that go with the body of a 429. */
function waiting(body: unknown): Record<string, string> {
  const told = isRecord(body) ? body : {};
  const seconds = typeof told["retry_after"] === "number" ? told["retry_after"] : 1;
  const everywhere = told["global"] === true;
  return {
    "Retry-After": String(Math.ceil(seconds)),
    "X-RateLimit-Remaining": "0",
    "X-RateLimit-Reset-After": seconds.toFixed(3),
    "X-RateLimit-Scope": everywhere ? "global" : "user",
    ...(everywhere ? { "X-RateLimit-Global": "true" } : {}),
  };
}
