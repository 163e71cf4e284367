// A reader sends a modal back. Must never send one that Discord's own client would keep open: what is required is filled in.
import type { APIModalSubmission } from "discord-api-types/v10";
import { InteractionType as I } from "discord-api-types/v10";
import type { Outcome } from "../contract.ts";
import { asSeen } from "../rest/as-seen.ts";
import type { Stage } from "../stage.ts";
import { channelOf, envelope, metadata, readerOf } from "./envelope.ts";
import { filled, type FormValues } from "./modal-fields.ts";
import { Refused } from "./refused.ts";
import { Resolving } from "./resolved.ts";
import { send } from "./send.ts";

export interface Submission {
  readerId: string;
  /** The interaction that was answered with the modal. */
  interactionId: string;
  values: FormValues;
}

export async function submit(stage: Stage, sent: Submission): Promise<Outcome> {
  const reader = readerOf(stage, sent.readerId);
  const opener = stage.interactions.byId(sent.interactionId);
  if (!opener?.modal || opener.readerId !== reader.id) throw new Refused(`${reader.name} has no such form open.`);
  const channel = channelOf(stage, reader, opener.channelId);
  const resolving = new Resolving(stage, reader.id, channel);
  const components = filled(opener.modal.components, sent.values, resolving);
  const source = stage.book.find(opener.sourceId ?? "")?.message;
  const pending = stage.interactions.open({
    type: I.ModalSubmit,
    readerId: reader.id,
    channelId: channel.id,
    ...(source ? { sourceId: source.id } : {}),
    metadata: metadata(stage, I.ModalSubmit, reader, channel, source ? { messageId: source.id } : {}),
  });
  const resolved = resolving.isEmpty ? {} : { resolved: resolving.found };
  const data: APIModalSubmission = { custom_id: opener.modal.custom_id, components, ...resolved };
  const message = source ? { message: asSeen(channel, source) } : {};
  const outcome = await send(stage, pending, {
    ...envelope(stage, pending, reader, channel),
    type: I.ModalSubmit,
    data,
    ...message,
  });
  // Discord keeps a form open whose sending failed, so that nothing typed is lost.
  if (outcome.kind !== "failed") delete opener.modal;
  return outcome;
}
