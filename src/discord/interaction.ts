// An interaction as Discord sent it, checked and in our own words. Must never guess: what does not fit is thrown or `other`.
import { ChannelType, InteractionType, MessageFlags } from "discord-api-types/v10";
import { PermissionsBitField } from "discord.js";
import { z } from "zod";
import type { Context } from "../command.ts";
import type { Language } from "../domain/text.ts";
import { languageOf } from "../text/index.ts";
import type { Spot } from "./answers.ts";
import { askOf, type Ask } from "./ask.ts";
import { type Components, readComponents } from "./labels.ts";

/** Who asks, where and in which language: what a Context is built from. */
export interface Asked {
  language: Language;
  /** What their Discord speaks, where they chose another for Vigía. */
  discordLanguage?: Language;
  guildId: string | undefined;
  channelId: string;
  inThread: boolean;
  /** Of the message whose button or menu was used, also where that opened the form that is sent back. */
  messageId: string | undefined;
  user: Context["user"];
}

export interface Interaction {
  spot: Spot;
  asked: Asked;
  ask: Ask;
  /** The message that an update would change, and whether only the reader sees it; undefined where there is none. */
  on: { private: boolean; id?: string | undefined; components?: Components | undefined } | undefined;
}

const Id = z.string().regex(/^\d{17,20}$/);
const SpotPacket = z.object({ id: Id, token: z.string().min(1), application_id: Id, locale: z.string().optional() });
const User = z.object({ id: Id, username: z.string(), global_name: z.string().nullish() });
const Member = z.object({
  user: User,
  nick: z.string().nullish(),
  roles: z.array(Id),
  permissions: z.string().regex(/^\d+$/).transform(BigInt),
});
const Packet = SpotPacket.extend({
  type: z.enum(InteractionType),
  guild_id: Id.optional(),
  channel_id: Id,
  channel: z.object({ type: z.int() }).optional(),
  member: Member.optional(),
  user: User.optional(),
  data: z.unknown(),
  message: z.object({ id: Id.optional(), flags: z.int().optional(), components: z.unknown().optional() }).optional(),
});

/** The least that is needed to say that something went wrong; undefined when not even that is there. */
export function spotOf(packet: unknown): { spot: Spot; language: Language } | undefined {
  const read = SpotPacket.safeParse(packet);
  if (!read.success) return undefined;
  const { id, token, application_id: applicationId, locale } = read.data;
  return { spot: { id, token, applicationId }, language: languageOf(locale ?? "") };
}

/** Throws a ZodError on anything that is no interaction of Discord. */
export function readInteraction(packet: unknown): Interaction {
  const read = Packet.parse(packet);
  const { id, token, application_id: applicationId } = read;
  return {
    spot: { id, token, applicationId },
    asked: {
      language: languageOf(read.locale ?? ""),
      guildId: read.guild_id,
      channelId: read.channel_id,
      inThread: THREADS.has(read.channel?.type),
      messageId: read.message?.id,
      user: userOf(read),
    },
    ask: askOf(read),
    on:
      read.message === undefined
        ? undefined
        : {
            private: ((read.message.flags ?? 0) & MessageFlags.Ephemeral) !== 0,
            id: read.message.id,
            components: readComponents(read.message.components),
          },
  };
}

const THREADS: ReadonlySet<number | undefined> = new Set([
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
]);

/** In a direct message there is no member: the reader may write there, and manages nothing. */
function userOf({ member, user, channel }: z.infer<typeof Packet>): Context["user"] {
  const who = member?.user ?? user;
  if (who === undefined) throw new TypeError("An interaction of nobody");
  const may = new PermissionsBitField(member?.permissions ?? 0n);
  return {
    id: who.id,
    name: member?.nick ?? who.global_name ?? who.username,
    roles: member?.roles ?? [],
    manageGuild: may.has("ManageGuild"),
    manageChannels: may.has("ManageChannels"),
    sendMessages:
      member === undefined || may.has(THREADS.has(channel?.type) ? "SendMessagesInThreads" : "SendMessages"),
  };
}
