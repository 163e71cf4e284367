// What became of a request that threw, in the courier's words. Must never call something failed that Discord may have done: in doubt it is unsure.
import { DiscordAPIError, HTTPError, RateLimitError } from "discord.js";
import type { Outcome, Reason } from "../alerts/courier/sender.ts";
import type { Limited } from "./rest.ts";

type Failed = Exclude<Outcome, { is: "sent" }>;

const never = (why: Reason, closes = false): Failed => ({ is: "never", why, closes });
const unsure = (why: Reason): Failed => ({ is: "unsure", why });
const again = (why: Reason, afterMs?: number): Extract<Failed, { is: "again" }> => ({
  is: "again",
  why,
  ...(afterMs === undefined ? {} : { afterMs }),
});

/** A refused token or address is asked about once a minute: 10,000 refusals in ten minutes ban the address. */
const REFUSED_PAUSE = 60_000;

/** Edits of old messages, direct messages opened too fast: nobody says how long; the next attempt is told again. */
const UNNAMED_PAUSE = 60_000;

/** The longest that discord.js' own book-keeping is believed. */
const HELD_BACK = 60_000;

/** Codes of Discord's API that mean the same whatever their status. Others are judged by status. */
const BY_CODE: Readonly<Record<number, Failed>> = {
  10003: never("no-such-channel", true),
  10004: never("no-such-channel", true),
  50001: never("forbidden", true),
  50013: never("forbidden", true),
  /** Direct messages closed. */
  50007: never("channel-closed", true),
  /** No text channel; wrong kind of channel; archived or locked thread. */
  50008: never("channel-closed", true),
  50024: never("channel-closed", true),
  50083: never("channel-closed", true),
  160005: never("channel-closed", true),
  10008: never("message-deleted"),
  /** Answering needs "Read message history". */
  160002: again("cannot-answer"),
  /** Messages older than an hour take only so many edits in a while. */
  30046: again("rate-limited", UNNAMED_PAUSE),
  200000: never("blocked-by-moderation"),
  200001: never("blocked-by-moderation"),
  /** The account must be verified by its owner: as good as a refused token. */
  40002: again("bad-token", REFUSED_PAUSE),
  40062: again("rate-limited"),
  /** Discord is overloaded and says that it did nothing. */
  130000: again("discord-down"),
  /** Opening direct messages too fast. */
  40003: again("rate-limited", UNNAMED_PAUSE),
};

/** The outcome of a create-message or an edit that threw. `limited`: what Discord said where it was a 429. */
export function outcomeOf(error: unknown, limited?: Limited): Failed {
  if (error instanceof RateLimitError) return slowedDown(error, limited);
  /** A gateway before Discord may time out on a message that is being posted: 5xx says nothing. */
  if (error instanceof HTTPError) return { ...unsure("discord-down"), answer: String(error.status) };
  if (error instanceof DiscordAPIError) return { ...refused(error), answer: answerOf(error) };
  if (error instanceof Error) return broken(error);
  return unsure("odd-answer");
}

/** Held back by discord.js itself, nothing was asked: its waits are short, and where its clock was set back they are wrong. */
function slowedDown({ retryAfter, global }: RateLimitError, limited: Limited | undefined): Failed {
  if (limited === undefined) {
    const wait = again("rate-limited", Math.min(Math.max(1, retryAfter), HELD_BACK));
    return global ? { ...wait, everywhere: true } : wait;
  }
  const named = retryAfter > 0 ? retryAfter : undefined;
  const known = BY_CODE[Number(limited.answer.split(" ")[1])];
  const wait = again("rate-limited", known === undefined ? named : Math.max(named ?? 0, UNNAMED_PAUSE));
  return { ...wait, answer: limited.answer, ...(limited.everywhere ? { everywhere: true } : {}) };
}

function answerOf({ status, code }: DiscordAPIError): string {
  return typeof code === "number" && code !== 0 ? `${status} ${code}` : String(status);
}

function refused({ status, code }: DiscordAPIError): Failed {
  if (status === 401) return again("bad-token", REFUSED_PAUSE);
  if (status === 408) return unsure("timed-out");
  /** Too large for a proxy is too large for Discord. */
  if (status === 413) return never("refused-form");
  /** No code: a page of a proxy or of a ban, not Discord's API; it says nothing about the channel. */
  if (typeof code !== "number") return again("blocked", REFUSED_PAUSE);
  const known = BY_CODE[code];
  if (known !== undefined) return known;
  if (status === 403) return never("forbidden");
  /** A path that Discord does not know says nothing about the channel either. */
  if (status === 404) return again("blocked", REFUSED_PAUSE);
  return never("refused-form");
}

const TIMED_OUT = new Set(["UND_ERR_HEADERS_TIMEOUT", "UND_ERR_BODY_TIMEOUT"]);
/** Failures from before a connection stood. */
const NOT_REACHED = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT"]);
const CONNECTING = new Set(["connect", "getaddrinfo"]);

function broken(error: Error): Failed {
  if (error.name === "AbortError" || error.name === "TimeoutError") return unsure("timed-out");
  const chain = causes(error);
  const codes = chain.flatMap((one) => text(one, "code"));
  if (codes.some((code) => TIMED_OUT.has(code))) return unsure("timed-out");
  const connecting = chain.some((one) => text(one, "syscall").some((call) => CONNECTING.has(call)));
  const insecure = codes.some((code) => /^(CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_)/.test(code));
  if (connecting || insecure || codes.some((code) => NOT_REACHED.has(code))) return again("not-reached");
  return unsure(codes.length > 0 ? "connection-lost" : "odd-answer");
}

/** The error and what caused it, at most five deep. */
function causes(error: Error): Error[] {
  const chain = [error];
  for (let next = error.cause; next instanceof Error && chain.length < 5; next = next.cause) chain.push(next);
  return chain;
}

function text(from: Error, key: string): string[] {
  const value: unknown = Reflect.get(from, key);
  return typeof value === "string" ? [value] : [];
}
