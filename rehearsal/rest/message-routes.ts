// Messages of a channel: post, edit, delete, publish, with the leave Discord asks for each. Must never post a second message for one enforced nonce.
import type { APIMessage } from "discord-api-types/v10";
import { ChannelType, MessageFlags } from "discord-api-types/v10";
import { z } from "zod";
import type { ShownMessage } from "../contract.ts";
import { depart } from "../play/depart.ts";
import { isThread } from "../world/channels.ts";
import { P } from "../world/permissions.ts";
import { APPLICATION_ID } from "../world/seed.ts";
import { snowflakeTime } from "../world/snowflake.ts";
import { fill } from "../world/write-message.ts";
import { discordTime } from "../world-clock.ts";
import { demand, demandActive, demandUnlocked, demandWriting, may, seenChannel, textual } from "./access.ts";
import { asSeen } from "./as-seen.ts";
import { parseForm, refusal, snowflake } from "./errors.ts";
import { noContent, ok, type Call, type RestAnswer, type Route } from "./exchange.ts";
import { editedMessage, newMessage } from "./form-message.ts";
import { isSystem, postMessage, withoutBarred } from "./post-message.ts";

const FORTNIGHT = 14 * 24 * 3_600_000;

function post({ stage, request, id }: Call): APIMessage {
  const channel = seenChannel(stage, id("channel"));
  const input = parseForm(newMessage, request.body);
  demandWriting(stage, channel);
  const nonce = input.nonce === undefined ? undefined : String(input.nonce);
  const twin = nonce !== undefined && input.enforce_nonce ? stage.book.byNonce(APPLICATION_ID, nonce) : undefined;
  if (twin) return { ...asSeen(channel, twin), nonce: input.nonce ?? "" };
  const message = postMessage(stage, channel, { input, files: request.files });
  if (nonce !== undefined) stage.book.keepNonce(APPLICATION_ID, nonce, message);
  const seen = asSeen(channel, message);
  return input.nonce === undefined ? seen : { ...seen, nonce: input.nonce };
}

/** The message of the path, as the bot may know of it: what only one reader sees is not there. */
export function publicMessage({ stage, id }: Call): ShownMessage {
  const channel = seenChannel(stage, id("channel"));
  const found = stage.book.find(id("message"));
  if (found?.message.channel_id !== channel.id || found.ephemeralFor !== undefined) throw refusal("unknownMessage");
  return found;
}

function edit(call: Call): APIMessage {
  const { stage, request } = call;
  const shown = publicMessage(call);
  const channel = seenChannel(stage, shown.message.channel_id);
  if (shown.message.author.id !== APPLICATION_ID) throw refusal("notYours");
  if (isSystem(shown.message)) throw refusal("systemMessage");
  demandActive(stage, channel);
  const input = parseForm(editedMessage, request.body);
  if (request.files.length > 0) demand(stage, channel, P.AttachFiles);
  fill(stage, shown.message, withoutBarred(stage, channel, input), request.files);
  shown.message.edited_timestamp = discordTime(stage.clock.now());
  stage.book.changed(shown);
  return asSeen(channel, shown.message);
}

function remove(call: Call): void {
  const shown = publicMessage(call);
  const channel = seenChannel(call.stage, shown.message.channel_id);
  if (shown.message.author.id !== APPLICATION_ID) demand(call.stage, channel, P.ManageMessages);
  // Deleting is the one thing that goes on in an archived thread, if it is not locked too.
  if (isThread(channel) && channel.thread_metadata.archived) demandUnlocked(call.stage, channel);
  depart(call.stage, shown);
}

/** All or none; ids that are no messages here are passed over, as Discord does. */
function removeMany({ stage, request, id }: Call): void {
  const channel = textual(seenChannel(stage, id("channel")));
  const { messages } = parseForm(z.strictObject({ messages: z.array(snowflake) }), request.body);
  if (messages.length < 2 || messages.length > 100) throw refusal("tooManyToDelete");
  demand(stage, channel, P.ManageMessages);
  if (messages.some((one) => snowflakeTime(one) < stage.clock.now() - FORTNIGHT)) throw refusal("tooOldToDelete");
  for (const one of new Set(messages)) {
    const shown = stage.book.find(one);
    if (shown?.message.channel_id === channel.id && shown.ephemeralFor === undefined) depart(stage, shown);
  }
}

/** To every follower of an announcement channel; another's message needs MANAGE_MESSAGES beside SEND_MESSAGES. */
function crosspost(call: Call): APIMessage {
  const { stage } = call;
  const channel = seenChannel(stage, call.id("channel"));
  if (channel.type !== ChannelType.GuildAnnouncement) throw refusal("wrongChannelType");
  const shown = publicMessage(call);
  const { message } = shown;
  const own = message.author.id === APPLICATION_ID;
  if (!may(stage, channel, own ? P.SendMessages : P.SendMessages | P.ManageMessages))
    throw refusal("missingPermissions");
  if (isSystem(message)) throw refusal("wrongMessageType");
  const flags = message.flags ?? 0;
  if (flags & MessageFlags.Crossposted) throw refusal("alreadyCrossposted");
  message.flags = flags | MessageFlags.Crossposted;
  stage.book.changed(shown);
  return asSeen(channel, message);
}

const done =
  (act: (call: Call) => void) =>
  (call: Call): RestAnswer => {
    act(call);
    return noContent;
  };

const ALL = "/channels/:channel/messages";
const ONE = `${ALL}/:message`;

export const messageRoutes: Route[] = [
  { method: "POST", pattern: `${ALL}/bulk-delete`, run: done(removeMany) },
  { method: "POST", pattern: ALL, run: (call) => ok(post(call)) },
  { method: "PATCH", pattern: ONE, run: (call) => ok(edit(call)) },
  { method: "DELETE", pattern: ONE, run: done(remove) },
  { method: "POST", pattern: `${ONE}/crosspost`, run: (call) => ok(crosspost(call)) },
];
