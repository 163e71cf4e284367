// One REST call over HTTP: reads it, notes it, lets an ordered fault happen, and answers with Discord's headers. Must never show machine time as `Date`.
import type { IncomingMessage, ServerResponse } from "node:http";
import type { RequestRecord, Stage } from "../stage.ts";
import { httpDate, machineNow } from "../world-clock.ts";
import { bytesOf, readBody } from "./body.ts";
import { atTheDoor } from "./door.ts";
import { asAnswer, DiscordRefusal, isRecord } from "./errors.ts";
import type { RestAnswer, RestRequest } from "./exchange.ts";
import type { OrderedFault } from "./fault-kinds.ts";
import { OLD_AGE } from "./limits.ts";
import { placeOf, type RatePlace } from "./places.ts";
import { limitedAnswer, limitedHeaders, type Headers } from "./rate-headers.ts";
import { locate, serve, type Located } from "./router.ts";

/** The log of a rehearsal that runs for days must end somewhere. */
const REMEMBERED = 50_000;
const PREFIX = "/api/v10";

/** A request on its way to its answer. */
interface Turn {
  stage: Stage;
  incoming: IncomingMessage;
  response: ServerResponse;
  record: RequestRecord;
  located: Located;
  /** Rate-limit headers of its bucket. */
  standing: Headers;
  /** Carries the request out. */
  run: () => RestAnswer;
}

export async function serveRest(
  stage: Stage,
  incoming: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const read = await contents(incoming);
  const request = requestOf(url, incoming, read);
  const record = note(stage, request);
  const located = locate(request);
  const place = placeOf(request.method, located);
  const run = () => ("refused" in read ? read.refused : serve(stage, request, located));
  const turn: Turn = { stage, incoming, response, record, located, standing: {}, run };
  const banned = stage.rates.banned();
  if (banned) return reply(turn, banned.answer, banned.headers);
  const barred = atTheDoor(incoming.headers, url.pathname);
  if (barred) return reply(turn, barred, {});
  const over = limited(turn, place, request.authorization);
  if (over) return reply(turn, over.answer, over.headers, over.fault);
  const { standing } = turn;
  const fault = stage.faults.take(record, place);
  if (fault) await meet(turn, fault);
  else reply(turn, run(), standing);
}

/** Counts the request, and gives the 429 if it is one too many or if an ordered one still holds. */
function limited(turn: Turn, place: RatePlace, who: string) {
  const { stage, located } = turn;
  const caller = { place, who, oldEditIn: oldEdit(stage, place.route, located), worldNow: stage.clock.now() };
  const held = stage.faults.held(place);
  if (held) {
    const headers = limitedHeaders(held.scope, held.seconds, stage.rates.standing(caller));
    return { answer: limitedAnswer(held.scope, held.seconds), headers, fault: true };
  }
  const verdict = stage.rates.take(caller);
  turn.standing = verdict.standing;
  return verdict.refused && { ...verdict.refused, fault: false };
}

/** The channel, when the request edits a message that is older than an hour. */
function oldEdit({ book, clock }: Stage, route: string, { parts }: Located): string | undefined {
  if (!/^PATCH \/channels\/:\w+\/messages\/:\w+$/u.test(route)) return undefined;
  const posted = book.find(parts.get("message") ?? "")?.message.timestamp;
  return posted !== undefined && clock.now() - Date.parse(posted) > OLD_AGE ? parts.get("channel") : undefined;
}

function requestOf(url: URL, incoming: IncomingMessage, read: Awaited<ReturnType<typeof contents>>): RestRequest {
  return {
    method: incoming.method ?? "GET",
    // Another version of the API is another API: it stays whole in the path and finds no route.
    path: url.pathname.startsWith(`${PREFIX}/`) ? url.pathname.slice(PREFIX.length) : url.pathname,
    query: url.searchParams,
    body: "refused" in read ? undefined : read.body,
    files: "refused" in read ? [] : read.files,
    authorization: incoming.headers.authorization ?? "",
  };
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

/** Lets an ordered fault happen. */
async function meet(turn: Turn, fault: OrderedFault): Promise<void> {
  if ("status" in fault) return answerFault(turn, fault);
  if ("limited" in fault) {
    const seconds = fault.seconds ?? 1;
    const headers = limitedHeaders(fault.limited, seconds, turn.standing, fault.own);
    return reply(turn, limitedAnswer(fault.limited, seconds, fault.own), headers, true);
  }
  if ("slow" in fault) {
    const { status, body } = turn.run();
    // As it is now: what is changed while the answer is under way is another answer.
    const answer = { status, body: structuredClone(body) };
    if (await turn.stage.faults.wait(fault.slow)) reply(turn, answer, turn.standing, true);
    else turn.incoming.socket.destroy();
    return;
  }
  const dropped = "drop" in fault;
  const when = dropped ? fault.drop : fault.hang;
  const answer = when === "before" ? undefined : turn.run();
  tell(turn, undefined, true);
  if (when === "inside" && answer) return breakOff(turn, answer);
  if (dropped) turn.incoming.socket.destroy();
}

/** What a test wrote as the whole answer; a 429 gets the headers that go with its body, and its own over them. */
function answerFault(turn: Turn, fault: Extract<OrderedFault, { status: number }>): void {
  const { body } = fault;
  if (fault.status !== 429 || !isRecord(body)) return reply(turn, fault, { ...turn.standing, ...fault.headers }, true);
  const seconds = typeof body["retry_after"] === "number" ? body["retry_after"] : 1;
  const scope = body["global"] === true ? "global" : "user";
  reply(turn, fault, { ...limitedHeaders(scope, seconds, turn.standing), ...fault.headers }, true);
}

/** Sends the head and half of the body, then ends the socket. */
function breakOff({ stage, response, incoming }: Turn, { status, body }: RestAnswer): void {
  const text = JSON.stringify(body ?? null);
  response.writeHead(status, {
    Date: httpDate(stage.clock.told()),
    "Content-Type": "application/json",
    "Content-Length": String(Buffer.byteLength(text)),
  });
  response.write(text.slice(0, Math.floor(text.length / 2)), () => incoming.socket.destroy());
}

function tell({ stage, record, located }: Turn, answer: unknown, fault: boolean): void {
  stage.onExchange({ request: record, pattern: located.pattern, answer, fault });
}

function reply(turn: Turn, answer: RestAnswer, headers: Headers, fault = false): void {
  const { stage, response, record } = turn;
  const { status, body } = answer;
  record.status = status;
  stage.rates.answered(status, headers["X-RateLimit-Scope"]);
  tell(turn, body, fault);
  const isPage = typeof body === "string";
  response.writeHead(status, {
    Date: httpDate(stage.clock.told()),
    ...(body === undefined ? {} : { "Content-Type": isPage ? "text/html; charset=UTF-8" : "application/json" }),
    ...headers,
  });
  response.end(body === undefined || isPage ? body : JSON.stringify(body));
}
