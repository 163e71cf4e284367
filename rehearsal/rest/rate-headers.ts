// The rate-limit headers of an answer and the body of a 429, as Discord's page "Rate Limits" gives them. Must never count anything: buckets.ts does.
// Guess [U]: the hash in `X-RateLimit-Bucket` follows from the route alone; Discord lets some routes share one and does not say which.
import { createHash } from "node:crypto";
import type { Own, Scope } from "./fault-kinds.ts";
import type { RestAnswer } from "./exchange.ts";

/** How a bucket stands after a request was counted. */
export interface Standing {
  limit: number;
  remaining: number;
  /** Machine seconds until it is full again. */
  resetAfter: number;
}

export type Headers = Record<string, string>;

/** @param now world time in milliseconds, so that `Reset` agrees with the `Date` header */
export function standingHeaders({ limit, remaining, resetAfter }: Standing, route: string, now: number): Headers {
  return {
    "X-RateLimit-Limit": String(limit),
    "X-RateLimit-Remaining": String(remaining),
    "X-RateLimit-Reset": (now / 1000 + resetAfter).toFixed(3),
    "X-RateLimit-Reset-After": resetAfter.toFixed(3),
    "X-RateLimit-Bucket": createHash("sha1").update(route).digest("hex").slice(0, 16),
  };
}

/** A 429 of this scope: `Retry-After` in whole seconds, `retry_after` with its fraction. */
export function limitedAnswer(scope: Scope, seconds: number, own?: Own): RestAnswer {
  const message = scope === "shared" ? "The resource is being rate limited." : "You are being rate limited.";
  const retry = Math.max(0.001, Math.ceil(seconds * 1000) / 1000);
  return {
    status: 429,
    body: { message, retry_after: retry, global: scope === "global", ...own },
  };
}

/** The global limit names no bucket; a shared one leaves the bot's own bucket as it is; the bot's own is empty until the wait is over; a limit
 * within a route leaves room for the rest of it [U]. */
export function limitedHeaders(scope: Scope, seconds: number, standing: Headers, own?: Own): Headers {
  const retry = { "Retry-After": String(Math.max(1, Math.ceil(seconds))), "X-RateLimit-Scope": scope };
  if (scope === "global") return { ...retry, "X-RateLimit-Global": "true" };
  if (scope === "shared" || own !== undefined) return { ...standing, ...retry };
  return { ...standing, ...retry, "X-RateLimit-Remaining": "0", "X-RateLimit-Reset-After": seconds.toFixed(3) };
}
