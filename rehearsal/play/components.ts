// A reader presses a button or picks from a menu. Must never let a reader touch what they cannot see or what is switched off.
import type { APIMessage, APIMessageComponentInteractionData, APISelectMenuComponent } from "discord-api-types/v10";
import { ComponentType as C, InteractionType as I } from "discord-api-types/v10";
import type { Outcome, Reader, ShownMessage } from "../contract.ts";
import { asSeen } from "../rest/as-seen.ts";
import type { Stage } from "../stage.ts";
import { pressable } from "../world/message-layout.ts";
import { channelOf, envelope, metadata, readerOf, seenBy } from "./envelope.ts";
import { Refused } from "./refused.ts";
import { Resolving } from "./resolved.ts";
import { send } from "./send.ts";

export interface Press {
  readerId: string;
  messageId: string;
  customId: string;
}

export function visibleMessage(stage: Stage, reader: Reader, messageId: string): ShownMessage {
  const shown = stage.book.find(messageId);
  if (!shown || (shown.ephemeralFor !== undefined && shown.ephemeralFor !== reader.id))
    throw new Refused(`${reader.name} sees no message with the id ${messageId}.`);
  seenBy(stage, reader, shown.message.channel_id);
  return shown;
}

export async function press(stage: Stage, pressed: Press): Promise<Outcome> {
  const { reader, message } = at(stage, pressed);
  const button = parts(message).find((part) => "custom_id" in part && part.custom_id === pressed.customId);
  if (button?.type !== C.Button) throw new Refused(`That message has no button "${pressed.customId}".`);
  if (button.disabled) throw new Refused("That button is switched off.");
  return component(stage, reader, message, { custom_id: pressed.customId, component_type: C.Button });
}

export async function select(stage: Stage, picked: Press & { values: string[] }): Promise<Outcome> {
  const { reader, message } = at(stage, picked);
  const menu = parts(message).find((part) => "custom_id" in part && part.custom_id === picked.customId);
  if (!menu || menu.type === C.Button) throw new Refused(`That message has no menu "${picked.customId}".`);
  if (menu.disabled) throw new Refused("That menu is switched off.");
  const resolving = new Resolving(stage, reader.id, channelOf(stage, reader, message.channel_id));
  checkPicked(menu, picked.values, resolving);
  const base = { custom_id: picked.customId, values: picked.values };
  const resolved = resolving.found;
  const { users = {}, members = {}, roles = {}, channels = {} } = resolved;
  const data: Record<typeof menu.type, APIMessageComponentInteractionData> = {
    [C.StringSelect]: { ...base, component_type: C.StringSelect },
    [C.UserSelect]: { ...base, component_type: C.UserSelect, resolved: { users, members } },
    [C.RoleSelect]: { ...base, component_type: C.RoleSelect, resolved: { roles } },
    [C.MentionableSelect]: { ...base, component_type: C.MentionableSelect, resolved },
    [C.ChannelSelect]: { ...base, component_type: C.ChannelSelect, resolved: { channels } },
  };
  return component(stage, reader, message, data[menu.type]);
}

/** As many as the menu wants, each of them offered; people, roles and channels are resolved on the way. */
export function checkPicked(menu: APISelectMenuComponent, values: string[], resolving: Resolving): void {
  const [least, most] = [menu.min_values ?? 1, menu.max_values ?? 1];
  if (values.length < least || values.length > most || new Set(values).size < values.length)
    throw new Refused(`Between ${least} and ${most} different entries can be chosen here.`);
  for (const value of values) {
    if (menu.type === C.UserSelect) resolving.user(value);
    else if (menu.type === C.RoleSelect) resolving.role(value);
    else if (menu.type === C.MentionableSelect) resolving.mentionable(value);
    else if (menu.type === C.ChannelSelect) resolving.channel(value, menu.channel_types);
    else if (!menu.options.some((one) => one.value === value)) throw new Refused(`"${value}" is not offered here.`);
  }
}

function at(stage: Stage, { readerId, messageId }: Press) {
  const reader = readerOf(stage, readerId);
  return { reader, message: visibleMessage(stage, reader, messageId).message };
}

function parts(message: APIMessage) {
  return pressable(message.components ?? []);
}

function component(
  stage: Stage,
  reader: Reader,
  message: APIMessage,
  data: APIMessageComponentInteractionData,
): Promise<Outcome> {
  const channel = channelOf(stage, reader, message.channel_id);
  const pending = stage.interactions.open({
    type: I.MessageComponent,
    readerId: reader.id,
    channelId: channel.id,
    sourceId: message.id,
    metadata: metadata(stage, I.MessageComponent, reader, channel, { messageId: message.id }),
  });
  return send(stage, pending, {
    ...envelope(stage, pending, reader, channel),
    type: I.MessageComponent,
    data,
    message: asSeen(channel, message),
  });
}
