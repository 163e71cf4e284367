// What the bot may do in a channel, worked out from Discord's own answers of this moment. Must never ask a cache: permissions change without us.
import { ChannelType, OverwriteType, PermissionFlagsBits, PermissionsBitField, Routes } from "discord.js";
import { z } from "zod";
import type { Reader } from "./rest.ts";

const Id = z.string().regex(/^\d{17,20}$/);
const Bits = z.string().regex(/^\d+$/).transform(BigInt);
const Overwrite = z.object({ id: Id, type: z.enum(OverwriteType), allow: Bits, deny: Bits });
const ChannelAnswer = z.object({
  id: Id,
  type: z.int(),
  guild_id: Id.optional(),
  parent_id: Id.nullish(),
  permission_overwrites: z.array(Overwrite).optional(),
  thread_metadata: z.object({ locked: z.boolean().optional() }).optional(),
});
const Roles = z.array(z.object({ id: Id, permissions: Bits }));
const Member = z.object({ roles: z.array(Id) });

const THREADS: ReadonlySet<number> = new Set([
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
]);

/** Permissions lacking there to post alerts with their sources and to look back, by Discord's names. Throws what the requests throw. */
export async function missingIn(rest: Reader, channelId: string, botId: string): Promise<readonly string[]> {
  const channel = ChannelAnswer.parse(await rest.get(Routes.channel(channelId)));
  const guildId = channel.guild_id;
  /** A direct message has no permissions: it is open or Discord refuses the post. */
  if (guildId === undefined) return [];
  const isThread = THREADS.has(channel.type);
  /** A thread has no overwrites of its own; its channel's count. */
  const [overwrites, roles, member] = await Promise.all([
    isThread && channel.parent_id ? overwritesOf(rest, channel.parent_id) : (channel.permission_overwrites ?? []),
    rest.get(Routes.guildRoles(guildId)).then((answer) => Roles.parse(answer)),
    rest.get(Routes.guildMember(guildId, botId)).then((answer) => Member.parse(answer)),
  ]);
  const bits = bitsIn({ guildId, botId, roles, memberRoles: member.roles, overwrites });
  const wanted = [
    "ViewChannel",
    isThread ? "SendMessagesInThreads" : "SendMessages",
    "EmbedLinks",
    "ReadMessageHistory",
    // In a locked thread only those write who may unlock it.
    ...(channel.thread_metadata?.locked === true ? (["ManageThreads"] as const) : []),
  ] as const;
  return new PermissionsBitField(bits).missing([...wanted]);
}

async function overwritesOf(rest: Reader, channelId: string): Promise<z.infer<typeof Overwrite>[]> {
  return ChannelAnswer.parse(await rest.get(Routes.channel(channelId))).permission_overwrites ?? [];
}

interface Where {
  guildId: string;
  botId: string;
  roles: z.infer<typeof Roles>;
  memberRoles: readonly string[];
  overwrites: readonly z.infer<typeof Overwrite>[];
}

/** Discord's order: @everyone and roles, then overwrites of @everyone, of all roles together, of the member. */
function bitsIn({ guildId, botId, roles, memberRoles, overwrites }: Where): bigint {
  const own = roles.filter((role) => role.id === guildId || memberRoles.includes(role.id));
  const base = own.reduce((bits, role) => bits | role.permissions, 0n);
  if ((base & PermissionFlagsBits.Administrator) !== 0n) return base;
  const ofRole = (id: string) => overwrites.filter((one) => one.type === OverwriteType.Role && one.id === id);
  const layers = [
    ofRole(guildId),
    memberRoles.filter((id) => id !== guildId).flatMap(ofRole),
    overwrites.filter((one) => one.type === OverwriteType.Member && one.id === botId),
  ];
  let bits = base;
  for (const layer of layers) {
    for (const one of layer) bits &= ~one.deny;
    for (const one of layer) bits |= one.allow;
  }
  return bits;
}
