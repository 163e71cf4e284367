// Reading a channel: its messages page by page, one of them, its pins. Must never show the bot what only one reader sees, or what others wrote.
import type { APIMessage, APIMessagePin } from "discord-api-types/v10";
import type { ShownMessage } from "../contract.ts";
import { pin, pinsOf, unpin } from "../play/pins.ts";
import { isForum } from "../world/channels.ts";
import { P } from "../world/permissions.ts";
import { APPLICATION_ID } from "../world/seed.ts";
import { demand, demandActive, may, seenChannel } from "./access.ts";
import { asSeen } from "./as-seen.ts";
import { invalidForm, refusal } from "./errors.ts";
import { noContent, ok, type Call, type Route } from "./exchange.ts";
import { publicMessage } from "./message-routes.ts";
import { edgeOf, limitOf } from "./paging.ts";
import { isSystem } from "./post-message.ts";

/** The error table of the documents still says 50 in older versions; Discord raised it to 250 in 2025. */
const MOST_PINS = 250;

const isPublic = (shown: ShownMessage): boolean => shown.ephemeralFor === undefined;

function list(call: Call): APIMessage[] {
  const { stage, request } = call;
  const channel = seenChannel(stage, call.id("channel"));
  if (isForum(channel)) throw refusal("wrongChannelType");
  if (!may(stage, channel, P.ReadMessageHistory)) return [];
  const limit = limitOf(request.query, [1, 100], 50);
  const all = stage.book.list(channel.id).filter(isPublic);
  const part = window(
    all.map((shown) => shown.message),
    request.query,
    limit,
  );
  return part.map((one) => asSeen(channel, one)).toReversed();
}

/** The part of `all` (oldest first) that before, after or around ask for. */
function window(all: APIMessage[], query: URLSearchParams, limit: number): APIMessage[] {
  const [before, after, around] = [edgeOf(query, "before"), edgeOf(query, "after"), edgeOf(query, "around")];
  const older = (than: bigint) => all.filter((one) => BigInt(one.id) < than);
  if (around !== undefined) {
    const half = Math.floor(limit / 2);
    const rest = all.filter((one) => BigInt(one.id) >= around).slice(0, limit - half);
    return [...older(around).slice(-half || all.length), ...rest];
  }
  if (before !== undefined) return older(before).slice(-limit);
  if (after !== undefined) return all.filter((one) => BigInt(one.id) > after).slice(0, limit);
  return all.slice(-limit);
}

function get(call: Call): APIMessage {
  const channel = seenChannel(call.stage, call.id("channel"));
  demand(call.stage, channel, P.ReadMessageHistory);
  return asSeen(channel, publicMessage(call).message);
}

/** Newest pin first, as Discord gives them. */
function pins(call: Call): { items: APIMessagePin[]; has_more: boolean } {
  const { stage, request } = call;
  const channel = seenChannel(stage, call.id("channel"));
  // No history, no pins: an empty list, as for messages.
  if (!may(stage, channel, P.ReadMessageHistory)) return { items: [], has_more: false };
  const limit = limitOf(request.query, [1, 50], 50);
  const before = request.query.get("before");
  if (before !== null && Number.isNaN(Date.parse(before)))
    throw invalidForm([{ path: ["before"], code: "DATE_TIME_TYPE_PARSE", message: `Could not parse ${before}.` }]);
  const all = pinsOf(stage, channel.id)
    .filter((one) => before === null || Date.parse(one.at) < Date.parse(before))
    .toReversed();
  const items = all.slice(0, limit).map((one) => ({ pinned_at: one.at, message: asSeen(channel, one.message) }));
  return { items, has_more: all.length > limit };
}

function setPin(call: Call, on: boolean): void {
  const { stage } = call;
  const channel = seenChannel(stage, call.id("channel"));
  const { message } = publicMessage(call);
  demand(stage, channel, P.PinMessages);
  demandActive(stage, channel);
  if (isSystem(message)) throw refusal("systemMessage");
  if (!on) return unpin(stage, channel, message);
  if (!message.pinned && pinsOf(stage, channel.id).length >= MOST_PINS) throw refusal("tooManyPins");
  pin(stage, channel, message, APPLICATION_ID);
}

const ALL = "/channels/:channel/messages";
/** The newer routes and the older, which Discord still serves. */
const PINS = ["/channels/:channel/messages/pins", "/channels/:channel/pins"] as const;

export const historyRoutes: Route[] = [
  { method: "GET", pattern: PINS[0], run: (call) => ok(pins(call)) },
  { method: "GET", pattern: PINS[1], run: (call) => ok(pins(call).items.map((one) => one.message)) },
  ...PINS.flatMap((pattern): Route[] =>
    ([true, false] as const).map((on) => ({
      method: on ? "PUT" : "DELETE",
      pattern: `${pattern}/:message`,
      run: (call) => {
        setPin(call, on);
        return noContent;
      },
    })),
  ),
  { method: "GET", pattern: ALL, run: (call) => ok(list(call)) },
  { method: "GET", pattern: `${ALL}/:message`, run: (call) => ok(get(call)) },
];
