// Holds every exchange between a bot and the stand-in against Discord's description: what the bot sent and was accepted, and every answer. Must never
// judge a body that was refused: refusing it was the test.
import { RESTJSONErrorCodes } from "discord-api-types/v10";
import type { Exchange } from "../../../rehearsal/stage.ts";
import { Description, type Operation } from "./description.ts";
import { UNLISTED } from "./corrections.ts";
import type { Schema } from "./prepare.ts";

let description: Description | undefined;

/** Read once for each worker. */
export function discord(): Description {
  description ??= new Description();
  return description;
}

/** What Discord's description does not allow in an exchange, as sentences that name the call. */
export function faultsOf(exchange: Exchange): string[] {
  const { request, answer, fault } = exchange;
  const { method, path, status } = request;
  const operation = discord().find(method, path);
  if (!operation) {
    // An unknown address, method or version is refused here as there; tests that forbid it look at `unknownRoutes`.
    return (status >= 400 && status < 500) || fault
      ? []
      : [`${method} ${path}: Discord's description knows no such call, and it was answered ${status}.`];
  }
  const isRefused = status >= 400 && status < 500;
  const asked = isRefused ? [] : requestFaults(operation, exchange);
  const told = fault ? [] : answerFaults(operation, status, answer);
  return [
    ...asked.map((one) => `${operation.name}, what was sent: ${one}.`),
    ...told.map((one) => `${operation.name}, the answer ${status}: ${one}.`),
  ];
}

/** discord.js sends these with every message, also where Discord knows them not; Discord lets them pass. */
const OWN_OF_DISCORD_JS = ["tts", "nonce", "enforce_nonce"];
const CREATE_MESSAGE = "POST /channels/{channel_id}/messages";

export function requestFaults(operation: Operation, { request }: Pick<Exchange, "request">): string[] {
  const inPath = operation.parameters
    .filter((one) => one.in === "path")
    .flatMap((one) => discord().faults(JSON.stringify(one.schema), one.schema, operation.parts[one.name]));
  return [...inPath, ...queryFaults(operation, request.query), ...bodyFaults(operation, request.body)];
}

function queryFaults(operation: Operation, query: string): string[] {
  return [...new URLSearchParams(query)].flatMap(([name, text]) => {
    const known = operation.parameters.find((one) => one.in === "query" && one.name === name);
    if (!known) return [`the query has "${name}", which is not described`];
    const value = valueOf(known.schema, text);
    return discord()
      .faults(JSON.stringify(known.schema), known.schema, value)
      .map((one) => `in the query, ${name}: ${one}`);
  });
}

/** Everything in a query is text; the schema says what is meant. */
function valueOf(schema: Schema, text: string): unknown {
  const types = [schema["type"]].flat();
  if ((types.includes("integer") || types.includes("number")) && /^-?\d+(?:\.\d+)?$/u.test(text)) return Number(text);
  if (types.includes("boolean") && /^(?:true|false)$/u.test(text)) return text === "true";
  return text;
}

export function bodyFaults(operation: Operation, body: unknown): string[] {
  if (!operation.body) return body === undefined ? [] : ["there is a body, and none is described"];
  const sent = operation.name === CREATE_MESSAGE ? body : withoutOwn(body);
  return discord().faults(`${operation.name} body`, operation.body, sent);
}

function withoutOwn(body: unknown): unknown {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return body;
  const kept = Object.entries(body).filter(([key]) => !OWN_OF_DISCORD_JS.includes(key));
  const isCallback = "type" in body && "data" in body;
  return Object.fromEntries(
    kept.map(([key, value]) => [key, isCallback && key === "data" ? withoutOwn(value) : value]),
  );
}

/** Discord's description says nothing of 5xx, nor of the page with which Cloudflare, before Discord, shuts an address out. */
function answerFaults(operation: Operation, status: number, answer: unknown): string[] {
  if (status >= 500 || (status === 429 && typeof answer === "string")) return [];
  const known = [String(status), `${Math.floor(status / 100)}XX`].find((key) => key in operation.answers);
  if (known === undefined) return [`only ${Object.keys(operation.answers).join(", ")} are described`];
  const schema = operation.answers[known];
  if (!schema) return answer === undefined ? [] : ["there is a body, and none is described"];
  // As it travels: what is undefined is not there, what is no JSON becomes a text.
  const travelled: unknown = answer === undefined ? undefined : JSON.parse(JSON.stringify(answer));
  return [...discord().faults(`${operation.name} ${known}`, schema, travelled), ...strangeCode(status, travelled)];
}

/** Codes that the documentation lists, as discord-api-types has them, and those it names in other places or nowhere. */
const CODES = new Set<unknown>([...Object.values(RESTJSONErrorCodes), ...UNLISTED.keys()]);

/** An invented code would be as bad as a wrong one. */
function strangeCode(status: number, answer: unknown): string[] {
  if (status < 400 || typeof answer !== "object" || answer === null || !("code" in answer)) return [];
  return CODES.has(answer.code) ? [] : [`no documentation lists the code ${String(answer.code)}`];
}
