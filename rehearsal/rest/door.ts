// What is refused before a request is even read for its route: no valid User-Agent, a version that is gone, a reason too long. Must never look at a body.
// Documented: the User-Agent, which versions are gone, 512 characters of a reason. Guesses: a missing User-Agent and a browser's are what
// Cloudflare blocks ([C], with 40333), any other product name passes; versions 6 to 9 exist at Discord and are not played here (404).
import type { IncomingHttpHeaders } from "node:http";
import { asAnswer, invalidForm, refusal, type DiscordRefusal } from "./errors.ts";
import type { RestAnswer } from "./exchange.ts";

/** RFC 9110: a product, then more products and comments. */
const PRODUCT = /^[!#$%&'*+.^_`|~\w-]+(?:\/[!#$%&'*+.^_`|~\w-]+)?(?: .*)?$/u;
const GONE = /^\/api\/v(?:[0-5]|\d{3,}|1[1-9]|[2-9]\d)(?:\/|$)/u;

export function atTheDoor(headers: IncomingHttpHeaders, pathname: string): RestAnswer | undefined {
  const agent = headers["user-agent"] ?? "";
  if (!PRODUCT.test(agent) || agent.startsWith("Mozilla/")) return asAnswer(refusal("blocked"));
  if (GONE.test(pathname)) return asAnswer(refusal("wrongVersion"));
  const fault = reasonFault(headers["x-audit-log-reason"]);
  return fault && asAnswer(fault);
}

function reasonFault(header: string | string[] | undefined): DiscordRefusal | undefined {
  if (header === undefined) return undefined;
  const length = decoded(String(header)).length;
  if (length >= 1 && length <= 512) return undefined;
  const message = "Must be between 1 and 512 in length.";
  return invalidForm([{ path: ["X-Audit-Log-Reason"], code: "BASE_TYPE_BAD_LENGTH", message }]);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
