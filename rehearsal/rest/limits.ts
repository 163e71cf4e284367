// How much Discord lets through, one line a limit. Must stay the only place where such a number stands: Discord tells it in headers, never in words.
// [D] documented by Discord · [C] observed by the community, Discord publishes no value · [U] a guess of ours.
// The shape of a window is [U] everywhere: ours opens with the first request, and all of it is free again when it ends. Machine time only.

/** So many requests in a window of so many machine milliseconds. */
export interface Limit {
  most: number;
  per: number;
}

const SECOND = 1_000;
const HOUR = 3_600_000;
const of = (most: number, per: number): Limit => ({ most, per });

/** By method and path, names of its parts left out. */
export const ROUTE_LIMITS: ReadonlyMap<string, Limit> = new Map([
  ["POST /channels/:/messages", of(5, 5 * SECOND)], // [C]
  ["PATCH /channels/:/messages/:", of(5, 5 * SECOND)], // [C]
  ["DELETE /channels/:/messages/:", of(5, SECOND)], // [C]
  ["GET /channels/:/messages", of(5, SECOND)], // [C]
  ["POST /channels/:/messages/:/crosspost", of(10, HOUR)], // [C]
  ["POST /channels/:/threads", of(50, 300 * SECOND)], // [U]
  ["POST /channels/:/messages/:/threads", of(50, 300 * SECOND)], // [U]
  ["POST /users/@me/channels", of(5, 5 * SECOND)], // [U]; Discord also slows down bots that open very many (40003)
  ["POST /guilds/:/scheduled-events", of(5, 60 * SECOND)], // [C]
  ["PATCH /guilds/:/scheduled-events/:", of(5, 60 * SECOND)], // [U]
  ["PUT /applications/:/commands", of(5, 20 * SECOND)], // [C]
  ["PUT /applications/:/guilds/:/commands", of(5, 20 * SECOND)], // [C]
  ["GET /gateway/bot", of(2, 5 * SECOND)], // [C]
  ["POST /webhooks/:/:", of(5, 2 * SECOND)], // [C]
  ["PATCH /webhooks/:/:/messages/:", of(5, 5 * SECOND)], // [C]
]);

/** [U] Everything else: what only reads has much room, what changes something has less. */
export const READS: Limit = of(50, SECOND);
export const WRITES: Limit = of(10, 10 * SECOND);

/** [D] 50 a second over everything but interaction endpoints. [U] The window is shorter by what the network may shift two bursts. */
export const GLOBAL: Limit = of(50, 0.95 * SECOND);

/** [D] That there is such a limit, code 30046 with a 429. [U] How many an hour, and that they count by channel. */
export const OLD_EDITS: Limit = of(30, HOUR);
/** World milliseconds after which a message is old. [D] */
export const OLD_AGE = HOUR;

/** [D] 401, 403 and 429 (but those of a shared resource) from one address. */
export const INVALID: Limit = of(10_000, 600 * SECOND);
/** [U] How long the address stays shut out; people tell of an hour. */
export const BAN = HOUR;

/** For tests that wait for windows to pass: so many times shorter. The limit of the whole bot stays: clients hard-code that one. */
export const BRISK = 10;

/** For tests that post weeks of alerts in seconds: headers as ever, and room for all of it. */
export const ROOMY: Limit = of(10_000, SECOND);
