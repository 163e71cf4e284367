// REST connections of our own, apart from the one that answers interactions. Must never retry or wait behind the caller's back beyond what is said here.
import { DefaultRestOptions, REST, RESTEvents, type RateLimitData, type RESTOptions } from "discord.js";
import { z } from "zod";
import type { Logger } from "../logger.ts";

export interface RestSettings {
  token: string;
  /** Without /v10; absent: Discord's own. */
  apiUrl?: string | undefined;
  log: Logger;
  /** Told at every 401: the token was reset or is wrong. */
  onRefused?: (() => void) | undefined;
}

export interface RestManner {
  perSecond: number;
  /** Repetitions on 5xx and time-outs. 0 for whatever is no repeatable request. */
  retries: number;
  timeoutMs: number;
  /** True: this rate limit is thrown as RateLimitError instead of waited for. */
  rejects: (limit: RateLimitData) => boolean;
}

type MakeRequest = RESTOptions["makeRequest"];
type Answer = Awaited<ReturnType<MakeRequest>>;

export function restOf({ token, apiUrl, log, onRefused }: RestSettings, manner: RestManner): REST {
  const makeRequest: MakeRequest = async (url, init) => {
    const answer = await whole(await DefaultRestOptions.makeRequest(url, init));
    if (answer.status === 401) {
      log.error({ status: 401 }, "Discord refused DISCORD_TOKEN: nothing can be posted until it is set anew");
      onRefused?.();
    }
    return answer;
  };
  const rest = new LastingRest({
    ...(apiUrl === undefined ? {} : { api: apiUrl }),
    globalRequestsPerSecond: manner.perSecond,
    retries: manner.retries,
    timeout: manner.timeoutMs,
    rejectOnRateLimit: manner.rejects,
    invalidRequestWarningInterval: 500,
    makeRequest,
  });
  rest.on(RESTEvents.InvalidRequestWarning, ({ count, remainingTime }) => {
    log.warn(
      { count, remainingMs: remainingTime },
      "Many refused requests: Discord bans an address at 10,000 in ten minutes",
    );
  });
  return rest.setToken(token);
}

/** discord.js forgets the token at the first 401, so that every later call would throw before it is sent. This one keeps it. */
class LastingRest extends REST {
  override setToken(token: string): this {
    return token ? super.setToken(token) : this;
  }
}

const Waiting = z.object({ retry_after: z.number().nonnegative(), global: z.boolean().optional() });

/** Reads the body under the request's own time-out (discord.js' ends with the headers), and puts a 429's body where discord.js looks. */
async function whole(answer: Answer): Promise<Answer> {
  const bytes = await answer.arrayBuffer();
  const headers = new Headers([...answer.headers]);
  if (answer.status === 429) addWaiting(headers, bytes);
  const body = bytes.byteLength === 0 ? null : bytes;
  return new Response(body, { status: answer.status, statusText: answer.statusText ?? "", headers });
}

/** Discord names the wait in the body, the proxies before it in a header; whichever is longer is obeyed. */
function addWaiting(headers: Headers, bytes: ArrayBuffer): void {
  const waiting = Waiting.safeParse(parsedJson(bytes));
  if (!waiting.success) return;
  const named = Number(headers.get("retry-after") ?? 0);
  headers.set("retry-after", String(Math.max(waiting.data.retry_after, Number.isFinite(named) ? named : 0)));
  if (waiting.data.global) headers.set("x-ratelimit-global", "true");
}

function parsedJson(bytes: ArrayBuffer): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
