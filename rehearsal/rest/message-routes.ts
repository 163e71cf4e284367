// Messages of a channel: post, read, edit, delete, with the leave Discord asks for each. Must never post a second message for one enforced nonce.
import type { APIMessage } from "discord-api-types/v10";
import { ChannelType, MessageFlags, MessageType } from "discord-api-types/v10";
import type { ShownMessage } from "../contract.ts";
import type { WorldChannel } from "../world/guild.ts";
import { holds, P } from "../world/permissions.ts";
import { APPLICATION_ID } from "../world/seed.ts";
import { blankMessage, fill } from "../world/write-message.ts";
import { discordTime } from "../world-clock.ts";
import { invalidForm, parseForm, refusal } from "./errors.ts";
import { noContent, ok, type Call, type Route } from "./exchange.ts";
import { editedMessage, newMessage, type NewMessage } from "./form-message.ts";
import { seenChannel } from "./guild-routes.ts";

function may({ stage }: Call, channel: WorldChannel, bit: bigint): boolean {
  return channel.type !== ChannelType.GuildText || holds(stage.world.bits(APPLICATION_ID, channel.id), bit);
}

function post(call: Call): APIMessage {
  const { stage, request } = call;
  const channel = seenChannel(stage, call.id("channel"));
  const recipient = channel.type === ChannelType.DM ? channel.recipients?.[0]?.id : undefined;
  if (recipient !== undefined && stage.world.closedToDms.has(recipient)) throw refusal("closedToDms");
  const input = parseForm(newMessage, request.body);
  const needs = [
    P.SendMessages,
    ...(input.embeds?.length ? [P.EmbedLinks] : []),
    ...(request.files.length ? [P.AttachFiles] : []),
  ];
  if (!needs.every((bit) => may(call, channel, bit))) throw refusal("missingPermissions");
  const nonce = input.nonce === undefined ? undefined : String(input.nonce);
  const twin = nonce !== undefined && input.enforce_nonce ? stage.book.byNonce(APPLICATION_ID, nonce) : undefined;
  if (twin) return { ...twin, nonce: input.nonce ?? "" };
  const message = blankMessage(stage, channel.id, (input.flags ?? 0) & MessageFlags.SuppressNotifications);
  answerTo(call, channel, message, input.message_reference);
  fill(stage, message, input, request.files);
  channel.last_message_id = message.id;
  if (nonce !== undefined) stage.book.keepNonce(APPLICATION_ID, nonce, message);
  stage.book.add({ message, silent: ((message.flags ?? 0) & MessageFlags.SuppressNotifications) !== 0 });
  return input.nonce === undefined ? message : { ...message, nonce: input.nonce };
}

function answerTo(
  call: Call,
  channel: WorldChannel,
  message: APIMessage,
  wanted: NewMessage["message_reference"],
): void {
  if (!wanted) return;
  if (!may(call, channel, P.ReadMessageHistory)) throw refusal("noHistoryNoReply");
  const found = call.stage.book
    .list(channel.id)
    .find((shown) => shown.message.id === wanted.message_id && isPublic(shown));
  if (!found && wanted.fail_if_not_exists === false) return;
  if (!found)
    throw invalidForm([{ path: ["message_reference"], code: "REPLIES_UNKNOWN_MESSAGE", message: "Unknown message" }]);
  message.type = MessageType.Reply;
  const guild = channel.type === ChannelType.GuildText && channel.guild_id ? { guild_id: channel.guild_id } : {};
  message.message_reference = { type: 0, channel_id: channel.id, message_id: found.message.id, ...guild };
  // One level deep, as Discord gives it.
  const { referenced_message: _deeper, ...quoted } = found.message;
  message.referenced_message = structuredClone(quoted);
}

const isPublic = (shown: ShownMessage): boolean => shown.ephemeralFor === undefined;

/** Without the intent for message content a bot reads nothing of what others wrote. */
function asSeen(message: APIMessage): APIMessage {
  if (message.author.id === APPLICATION_ID || message.mentions.some((one) => one.id === APPLICATION_ID)) return message;
  return { ...message, content: "", embeds: [], attachments: [], components: [] };
}

function list(call: Call): APIMessage[] {
  const { stage, request } = call;
  const channel = seenChannel(stage, call.id("channel"));
  if (!may(call, channel, P.ReadMessageHistory)) return [];
  const limit = Number(request.query.get("limit") ?? 50);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100)
    throw invalidForm([
      { path: ["limit"], code: "NUMBER_TYPE_MAX", message: "int value should be between 1 and 100." },
    ]);
  const all = stage.book
    .list(channel.id)
    .filter(isPublic)
    .map((shown) => shown.message);
  return window(all, request.query, limit).map(asSeen).toReversed();
}

/** The part of `all` (oldest first) that before, after or around ask for. */
function window(all: APIMessage[], query: URLSearchParams, limit: number): APIMessage[] {
  const edge = (key: string) => {
    const value = query.get(key);
    if (value === null) return undefined;
    if (/^\d{1,20}$/u.test(value)) return BigInt(value);
    throw invalidForm([{ path: [key], code: "NUMBER_TYPE_COERCE", message: `Value "${value}" is not snowflake.` }]);
  };
  const [before, after, around] = [edge("before"), edge("after"), edge("around")];
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

function one(call: Call): ShownMessage {
  const channel = seenChannel(call.stage, call.id("channel"));
  const found = call.stage.book.list(channel.id).find((shown) => shown.message.id === call.id("message"));
  if (!found || !isPublic(found)) throw refusal("unknownMessage");
  return found;
}

function get(call: Call): APIMessage {
  const channel = seenChannel(call.stage, call.id("channel"));
  if (!may(call, channel, P.ReadMessageHistory)) throw refusal("missingPermissions");
  return asSeen(one(call).message);
}

function patch(call: Call): APIMessage {
  const shown = one(call);
  if (shown.message.author.id !== APPLICATION_ID) throw refusal("notYours");
  fill(call.stage, shown.message, parseForm(editedMessage, call.request.body), call.request.files);
  shown.message.edited_timestamp = discordTime(call.stage.clock.now());
  call.stage.book.changed(shown);
  return shown.message;
}

function remove(call: Call): void {
  const shown = one(call);
  const channel = seenChannel(call.stage, call.id("channel"));
  if (shown.message.author.id !== APPLICATION_ID && !may(call, channel, P.ManageMessages))
    throw refusal("missingPermissions");
  call.stage.book.remove(shown);
}

const ALL = "/channels/:channel/messages";
const ONE = "/channels/:channel/messages/:message";

export const messageRoutes: Route[] = [
  { method: "POST", pattern: ALL, run: (call) => ok(post(call)) },
  { method: "GET", pattern: ALL, run: (call) => ok(list(call)) },
  { method: "GET", pattern: ONE, run: (call) => ok(get(call)) },
  { method: "PATCH", pattern: ONE, run: (call) => ok(patch(call)) },
  {
    method: "DELETE",
    pattern: ONE,
    run: (call) => {
      remove(call);
      return noContent;
    },
  },
];
