// What every interaction carries whatever caused it: who, where, with which permissions, in which language. Must never tell more than Discord tells.
import type { APIBaseInteraction, APIMessageInteractionMetadata } from "discord-api-types/v10";
import { ApplicationIntegrationType, InteractionContextType, InteractionType, Locale } from "discord-api-types/v10";
import type { Reader } from "../contract.ts";
import type { Stage } from "../stage.ts";
import { guildIdOf, isDm, isForum, isThread, type WorldChannel } from "../world/channels.ts";
import { ALL_PERMISSIONS } from "../world/permissions.ts";
import { APPLICATION_ID } from "../world/seed.ts";
import type { Pending } from "./interactions.ts";
import { Refused } from "./refused.ts";

const LOCALES: Record<Reader["locale"], Locale> = {
  "en-US": Locale.EnglishUS,
  "en-GB": Locale.EnglishGB,
  "es-419": Locale.SpanishLATAM,
  "es-ES": Locale.SpanishES,
};
const ATTACHMENT_LIMIT = 10 * 1024 * 1024;

export function readerOf(stage: Stage, id: string): Reader {
  const reader = stage.world.readerById(id);
  if (!reader) throw new Refused(`There is no reader with the id ${id}.`);
  return reader;
}

/** The channel, when the reader sees it. */
export function seenBy(stage: Stage, reader: Reader, id: string): WorldChannel {
  const channel = stage.world.channels.get(id);
  if (!channel) throw new Refused(`There is no channel with the id ${id}.`);
  if (isDm(channel) && channel.recipients?.[0]?.id !== reader.id)
    throw new Refused("That direct message is somebody else's.");
  if (!stage.world.sees(reader.id, id)) throw new Refused(`${reader.name} does not see that channel.`);
  return channel;
}

/** The channel, when the reader can use an app in it. */
export function channelOf(stage: Stage, reader: Reader, id: string): WorldChannel {
  const channel = seenBy(stage, reader, id);
  const why = appless(stage, channel);
  if (why !== undefined) throw new Refused(why);
  return channel;
}

/** Why nobody can use an app in a channel; undefined where they can. */
export function appless(stage: Stage, channel: WorldChannel): string | undefined {
  if (!isDm(channel) && !stage.world.guildOf(channel)?.botIsHere) return "The bot is not in this server.";
  if (stage.world.guildOf(channel)?.unavailable) return "Discord cannot reach this server now.";
  if (isForum(channel)) return "Nothing is written in a forum itself, only in its posts.";
  if (isThread(channel) && channel.thread_metadata.archived) return "That thread is archived.";
  return undefined;
}

type Envelope = Omit<APIBaseInteraction<InteractionType, unknown>, "type" | "data" | "message">;

export function envelope(stage: Stage, pending: Pending, reader: Reader, channel: WorldChannel): Envelope {
  const shared = {
    id: pending.id,
    application_id: APPLICATION_ID,
    token: pending.token,
    version: 1 as const,
    locale: LOCALES[reader.locale],
    channel_id: channel.id,
    entitlements: [],
    authorizing_integration_owners: owners(channel),
    attachment_size_limit: ATTACHMENT_LIMIT,
  };
  const guildId = guildIdOf(channel);
  if (guildId === undefined) {
    const user = stage.world.user(reader.id);
    const app_permissions = ALL_PERMISSIONS.toString();
    return { ...shared, channel, app_permissions, context: InteractionContextType.BotDM, ...(user ? { user } : {}) };
  }
  const member = stage.world.member(guildId, reader.id);
  const permissions = stage.world.bits(reader.id, channel.id).toString();
  return {
    ...shared,
    context: InteractionContextType.Guild,
    guild: { id: guildId, features: [], locale: Locale.SpanishLATAM },
    guild_id: guildId,
    guild_locale: Locale.SpanishLATAM,
    channel: withPermissions(channel, permissions),
    app_permissions: stage.world.bits(APPLICATION_ID, channel.id).toString(),
    ...(member ? { member: { ...member, permissions } } : {}),
  };
}

/** Discord adds the asker's permissions to the channel; the type of a channel does not know them. */
function withPermissions(channel: WorldChannel, permissions: string) {
  return { ...channel, permissions };
}

/** In a direct message Discord gives "0" for the guild. */
function owners(channel: WorldChannel) {
  return { [ApplicationIntegrationType.GuildInstall]: guildIdOf(channel) ?? "0" };
}

/** What a message keeps of the interaction it answers. */
export function metadata(
  stage: Stage,
  type: InteractionType.ApplicationCommand | InteractionType.MessageComponent | InteractionType.ModalSubmit,
  reader: Reader,
  channel: WorldChannel,
  source: { messageId?: string; targetUserId?: string; targetMessageId?: string } = {},
): (id: string) => APIMessageInteractionMetadata {
  const user = stage.world.user(reader.id) ?? stage.world.bot;
  return (id) => {
    const base = { id, user, authorizing_integration_owners: owners(channel) };
    const command = { ...base, type: InteractionType.ApplicationCommand as const };
    const { messageId, targetUserId, targetMessageId } = source;
    if (type === InteractionType.ApplicationCommand) {
      const target = targetUserId === undefined ? undefined : stage.world.user(targetUserId);
      return {
        ...command,
        ...(target ? { target_user: target } : {}),
        ...(targetMessageId === undefined ? {} : { target_message_id: targetMessageId }),
      };
    }
    const pressed = {
      ...base,
      type: InteractionType.MessageComponent as const,
      interacted_message_id: messageId ?? "",
    };
    if (type === InteractionType.MessageComponent) return pressed;
    return { ...base, type, triggering_interaction_metadata: messageId === undefined ? command : pressed };
  };
}
