// Where a request stands towards rate limits: which route, which bucket, and whether the limit of the whole bot counts it. Must never look at a body.
// Documented: top-level channels, guilds, and webhooks with their token have buckets of their own; interaction endpoints are outside the global limit.
import type { Place } from "./fault-orders.ts";
import type { Located } from "./router.ts";

export interface RatePlace extends Place {
  /** Method and pattern: what `X-RateLimit-Bucket` is made of. */
  route: string;
}

export function placeOf(method: string, { pattern, parts }: Pick<Located, "pattern" | "parts">): RatePlace {
  const route = `${method} ${pattern}`;
  return { route, bucket: `${route} ${majorOf(pattern, parts)}`, global: !isInteraction(pattern) };
}

function majorOf(pattern: string, parts: Map<string, string>): string {
  const names = /^\/(channels|guilds)\//u.test(pattern)
    ? ["channel", "guild"]
    : isInteraction(pattern)
      ? ["token"]
      : [];
  return names.flatMap((name) => parts.get(name) ?? []).join(" ");
}

function isInteraction(pattern: string): boolean {
  return pattern.startsWith("/interactions/") || pattern.startsWith("/webhooks/");
}
