// Whether a request is let through: its route's bucket, the limit of the whole bot, edits of old messages, and the line of invalid requests.
// Must count in machine time only: a leap of the world's clock changes nothing here.
// Guess [C]: behind the line of invalid requests Cloudflare answers 429 with its own page (error 1015) and none of Discord's headers.
import type { RestAnswer } from "./exchange.ts";
import { Buckets } from "./buckets.ts";
import { OLD_EDIT, type Own, type Scope } from "./fault-kinds.ts";
import { BAN, BRISK, GLOBAL, INVALID, OLD_EDITS, READS, ROOMY, ROUTE_LIMITS, WRITES, type Limit } from "./limits.ts";
import type { RatePlace } from "./places.ts";
import { limitedAnswer, limitedHeaders, standingHeaders, type Headers } from "./rate-headers.ts";

/** For tests: "brisk" counts as Discord does, in windows a tenth as long; "roomy" keeps the headers and lets everything through. */
export type RateMode = "discord" | "brisk" | "roomy";

export interface Caller {
  place: RatePlace;
  /** The `Authorization` header: limits are the token's, or the address' without one. */
  who: string;
  /** It edits a message that is old, in this channel. */
  oldEditIn?: string | undefined;
  /** World milliseconds, for the headers. */
  worldNow: number;
}

export interface Verdict {
  /** Headers of the bucket, to go with any answer. */
  standing: Headers;
  /** Set when the request is not let through. */
  refused?: { answer: RestAnswer; headers: Headers };
}

export class Rates {
  readonly #mode: RateMode;
  readonly #now: () => number;
  readonly #buckets = new Buckets();
  #bannedUntil = 0;

  /** @param now machine milliseconds */
  constructor(mode: RateMode, now: () => number) {
    this.#mode = mode;
    this.#now = now;
  }

  /** Cloudflare's answer to an address that made too many invalid requests, while it is shut out. */
  banned(): { answer: RestAnswer; headers: Headers } | undefined {
    const seconds = Math.ceil((this.#bannedUntil - this.#now()) / 1000);
    if (seconds <= 0) return undefined;
    return { answer: { status: 429, body: BANNED }, headers: { Server: "cloudflare", "Retry-After": String(seconds) } };
  }

  /** Headers of the caller's bucket as it stands; counts nothing. */
  standing({ place, who, worldNow }: Caller): Headers {
    const now = this.#now();
    const seen = this.#buckets.look(`${place.bucket} ${who}`, this.#limit(place.route), now);
    return standingHeaders(seen, place.route, worldNow);
  }

  /** Counts a request that arrived. Interaction endpoints are outside the limit of the whole bot. */
  take(caller: Caller): Verdict {
    const { place, who, oldEditIn, worldNow } = caller;
    const now = this.#now();
    if (place.global) {
      const all = this.#buckets.take(`global ${who}`, this.#within(GLOBAL), now);
      if (!all.passes) return refused("global", all.resetAfter, this.standing(caller));
    }
    const counted = this.#buckets.take(`${place.bucket} ${who}`, this.#limit(place.route), now);
    const standing = standingHeaders(counted, place.route, worldNow);
    if (!counted.passes) return refused("user", counted.resetAfter, standing);
    if (oldEditIn === undefined) return { standing };
    const old = this.#buckets.take(`old edits ${oldEditIn} ${who}`, this.#within(OLD_EDITS), now);
    return old.passes ? { standing } : refused("user", old.resetAfter, standing, OLD_EDIT);
  }

  /** Notes what was answered; enough invalid requests shut the address out. */
  answered(status: number, scope: string | undefined): void {
    if (![401, 403, 429].includes(status) || (status === 429 && scope === "shared")) return;
    const now = this.#now();
    if (this.#buckets.take("invalid", INVALID, now).remaining === 0) this.#bannedUntil = now + BAN;
  }

  #limit(route: string): Limit {
    const known = ROUTE_LIMITS.get(route.replaceAll(/:\w+/gu, ":"));
    return this.#within(known ?? (route.startsWith("GET ") ? READS : WRITES));
  }

  #within(limit: Limit): Limit {
    if (this.#mode === "roomy") return ROOMY;
    return this.#mode === "brisk" && limit !== GLOBAL ? { most: limit.most, per: limit.per / BRISK } : limit;
  }
}

function refused(scope: Scope, seconds: number, standing: Headers, own?: Own): Verdict {
  const answer = limitedAnswer(scope, seconds, own);
  return { standing, refused: { answer, headers: limitedHeaders(scope, seconds, standing, own) } };
}

const BANNED =
  '<!DOCTYPE html>\n<html lang="en-US"><head><title>Access denied | discord.com used Cloudflare to restrict access</title></head>\n<body><h1>Error 1015</h1><h2>You are being rate limited</h2></body></html>\n';
