// What an ordered fault does to a request, and the words Discord would have for it. Must never carry anything out itself: endpoint.ts does.
// Guesses: the HTML page is what a proxy in front of Discord shows [C]; a fault without `seconds` takes the numbers below [U].
import type { FaultName } from "../contract.ts";
import type { RequestRecord } from "../stage.ts";
import { refusal, type RefusalName } from "./errors.ts";

/**
 * What to do with a request. `limited` is a 429 with Discord's own headers, and holds for its seconds. `drop` closes the socket, `hang`
 * leaves it open without an answer; "before" means the request changed nothing, "after" that it was carried out and only the answer is
 * missing, "inside" that the socket ends in the middle of the answer's body. `slow` carries it out and answers so many seconds later.
 * A `body` that is a string is sent as a page of HTML, anything else as JSON.
 */
export type OrderedFault =
  | { status: number; body: unknown; headers?: Record<string, string> }
  | { limited: Scope; seconds?: number; own?: Own }
  | { drop: "before" | "after" | "inside" }
  | { hang: "before" | "after" }
  | { slow: number };

/** A 429 that is one of a kind: its code and words beside the wait. */
export interface Own {
  code: number;
  message: string;
}

/** [D] The code and that its message speaks of an hour. */
export const OLD_EDIT: Own = {
  code: 30046,
  message: "Maximum number of edits to messages older than 1 hour reached. Try again later",
};

/** Whose limit a 429 is: the bot's on this route, a resource's shared with others, the bot's everywhere. */
export type Scope = "user" | "shared" | "global";

export type Asked = Pick<RequestRecord, "method" | "path" | "body">;

const WAIT = 1;
const SLOW = 5;
const HTML =
  "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>cloudflare</center>\r\n</body>\r\n</html>\r\n";

type Kind = (seconds: number | undefined, asked: Asked) => OrderedFault;

const status = (code: number, words: string) => (): OrderedFault => ({
  status: code,
  body: { message: `${code}: ${words}`, code: 0 },
});
const limited =
  (scope: Scope): Kind =>
  (seconds = WAIT) => ({ limited: scope, seconds });

const KINDS: Record<FaultName, Kind> = {
  "rate-limited": limited("user"),
  "rate-limited-shared": limited("shared"),
  "rate-limited-global": limited("global"),
  "too-many-old-edits": (seconds = WAIT) => ({ limited: "user", seconds, own: OLD_EDIT }),
  "500": status(500, "Internal Server Error"),
  "502": status(502, "Bad Gateway"),
  "503": status(503, "Service Unavailable"),
  "504": status(504, "Gateway Timeout"),
  html: () => ({ status: 502, body: HTML }),
  "accepted-then-silent": () => ({ hang: "after" }),
  silent: () => ({ hang: "before" }),
  "closed-before": () => ({ drop: "before" }),
  "closed-after": () => ({ drop: "after" }),
  slow: (seconds = SLOW) => ({ slow: seconds }),
  "401": status(401, "Unauthorized"),
  "403": (_seconds, asked) => refused(forbidden(asked)),
  "404": (_seconds, asked) => refused(missing(asked)),
};

export const FAULT_NAMES: readonly string[] = Object.keys(KINDS);

export function isFaultName(name: string): name is FaultName {
  return FAULT_NAMES.includes(name);
}

/** @param seconds of a 429's wait or of "slow"; machine time */
export function faultOf(name: FaultName, seconds: number | undefined, asked: Asked): OrderedFault {
  return KINDS[name](seconds, asked);
}

function refused(name: RefusalName): OrderedFault {
  const { status: code, body } = refusal(name);
  return { status: code, body };
}

/** Who may not see gets 50001, who may see and not do gets 50013. */
function forbidden({ method, path }: Asked): RefusalName {
  return method !== "GET" && path.startsWith("/channels/") ? "missingPermissions" : "missingAccess";
}

/** What is gone is the last thing the path names. */
function missing({ path }: Asked): RefusalName {
  if (path.startsWith("/interactions/")) return "unknownInteraction";
  if (/\/messages\/[^/]+/u.test(path)) return "unknownMessage";
  if (path.startsWith("/webhooks/")) return "unknownWebhook";
  if (path.startsWith("/channels/")) return "unknownChannel";
  return path.startsWith("/guilds/") ? "unknownGuild" : "notFound";
}
