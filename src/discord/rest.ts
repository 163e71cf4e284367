// REST connections of our own, apart from the one that answers interactions. Must never retry or wait behind the caller's back beyond what is said here.
import {
  DefaultRestOptions,
  REST,
  RESTEvents,
  type RateLimitData,
  type RateLimitError,
  type RESTOptions,
} from "discord.js";
import { z } from "zod";
import type { Logger } from "../logger.ts";

export interface RestSettings {
  token: string;
  /** Without /v10; absent: Discord's own. */
  apiUrl?: string | undefined;
  log: Logger;
  /** Told at every 401: the token was reset or is wrong. */
  onRefused?: (() => void) | undefined;
  /** Told of every answer, of a refusal too. */
  onAnswer?: ((headers: Headers) => void) | undefined;
  /** Asks Discord as soon as that may be; left out: at once. */
  leave?: ((ask: () => Promise<Answer>) => Promise<Answer>) | undefined;
}

export interface RestManner {
  perSecond: number;
  /** Repetitions on 5xx and time-outs. 0 for whatever is no repeatable request. */
  retries: number;
  timeoutMs: number;
  /** True: this rate limit is thrown as RateLimitError instead of waited for. `answered`: by Discord, not by discord.js' own book-keeping. */
  rejects: (limit: RateLimitData, answered: boolean) => boolean;
}

/** Whoever only asks. */
export type Reader = Pick<REST, "get">;

type MakeRequest = RESTOptions["makeRequest"];
type Answer = Awaited<ReturnType<MakeRequest>>;

/** Whom a 429 concerns, and what Discord calls it: "429 30046". Absent where discord.js held a request back itself: nobody was asked. */
export interface Limited {
  answer: string;
  everywhere: boolean;
}

/** What was answered with 429 and not yet told, by request: discord.js throws before it reads a code. */
const limits = new WeakMap<REST, Map<string, Limited>>();
/** No bucket of ours is held back so long: the computer's clock, by which discord.js counts, was set back. */
const NEVER_SO_LONG = 5 * 60_000;

/** What Discord said to the request that discord.js threw this for; undefined where it was not sent. */
export function limitedBy(rest: REST, error: RateLimitError): Limited | undefined {
  const own = limits.get(rest);
  const request = requestOf(error.method, error.url);
  const said = own?.get(request);
  own?.delete(request);
  if (said === undefined && Math.max(error.timeToReset, error.retryAfter) > NEVER_SO_LONG) {
    rest.handlers.clear();
    rest.globalReset = -1;
  }
  return said;
}

export function restOf({ token, apiUrl, log, onRefused, onAnswer, leave }: RestSettings, manner: RestManner): REST {
  const limited = new Map<string, Limited>();
  const makeRequest: MakeRequest = async (url, init) => {
    const ask = () => DefaultRestOptions.makeRequest(url, init);
    const { answer, limit } = await whole(await (leave === undefined ? ask() : leave(ask)));
    const request = requestOf(init.method, url);
    if (limit === undefined) limited.delete(request);
    else limited.set(request, limit);
    onAnswer?.(new Headers([...answer.headers]));
    if (answer.status === 401) {
      log.error({ status: 401 }, "Discord refused DISCORD_TOKEN: nothing can be posted until it is set anew");
      onRefused?.();
    }
    return answer;
  };
  const rest: REST = new LastingRest({
    ...(apiUrl === undefined ? {} : { api: apiUrl }),
    globalRequestsPerSecond: manner.perSecond,
    retries: manner.retries,
    timeout: manner.timeoutMs,
    rejectOnRateLimit: (limit) => manner.rejects(limit, limited.has(requestOf(limit.method, limit.url))),
    invalidRequestWarningInterval: 500,
    makeRequest,
  });
  rest.on(RESTEvents.InvalidRequestWarning, ({ count, remainingTime }) => {
    log.warn(
      { count, remainingMs: remainingTime },
      "Many refused requests: Discord bans an address at 10,000 in ten minutes",
    );
  });
  limits.set(rest, limited);
  return rest.setToken(token);
}

/** discord.js forgets the token at the first 401, so that every later call would throw before it is sent. This one keeps it. */
class LastingRest extends REST {
  override setToken(token: string): this {
    return token ? super.setToken(token) : this;
  }
}

/**
 * discord.js reckons its waits by the machine's clock: what it noted while that stood a year ahead would keep it silent for a year. Discord's own 429s
 * are met anew where they still hold.
 */
export function forgetPace(rest: Pick<REST, "handlers" | "globalReset" | "globalRemaining" | "options">): void {
  rest.handlers.clear();
  rest.globalReset = -1;
  rest.globalRemaining = Math.max(1, rest.options.globalRequestsPerSecond);
}

const Waiting = z.object({
  retry_after: z.number().nonnegative(),
  global: z.boolean().optional(),
  code: z.int().optional(),
});

const requestOf = (method: string | undefined, url: string) => `${(method ?? "GET").toUpperCase()} ${url}`;

/** Reads the body under the request's own time-out (discord.js' ends with the headers), and puts a 429's body where discord.js looks. */
async function whole(answer: Answer): Promise<{ answer: Answer; limit: Limited | undefined }> {
  const bytes = await answer.arrayBuffer();
  const headers = new Headers([...answer.headers]);
  const limit = answer.status === 429 ? addWaiting(headers, bytes) : undefined;
  const body = bytes.byteLength === 0 ? null : bytes;
  const { status, statusText } = answer;
  return { answer: new Response(body, { status, statusText: statusText ?? "", headers }), limit };
}

/** Discord names the wait in the body, the proxies before it in a header; whichever is longer is obeyed. A page of a proxy shuts out the whole address. */
function addWaiting(headers: Headers, bytes: ArrayBuffer): Limited {
  const waiting = Waiting.safeParse(parsedJson(bytes));
  const { code, global } = waiting.data ?? {};
  if (waiting.success) {
    const named = Number(headers.get("retry-after") ?? 0);
    headers.set("retry-after", String(Math.max(waiting.data.retry_after, Number.isFinite(named) ? named : 0)));
    if (global) headers.set("x-ratelimit-global", "true");
  }
  const isGlobal = headers.has("x-ratelimit-global") || headers.get("x-ratelimit-scope") === "global";
  return { answer: code ? `429 ${code}` : "429", everywhere: isGlobal || !waiting.success };
}

function parsedJson(bytes: ArrayBuffer): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
