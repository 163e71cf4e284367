// The body of a message, posted or edited, in a channel or in answer to an interaction. Must never pass a body that Discord would refuse.
import { AllowedMentionsTypes, MessageFlags } from "discord-api-types/v10";
import { z } from "zod";
import { snowflake, text } from "./errors.ts";
import { rows } from "./form-components.ts";
import { embeds } from "./form-embed.ts";

const flagsOf = (allowed: number) =>
  z
    .int()
    .min(0)
    .refine((flags) => (flags & ~allowed) === 0, {
      params: { code: "INVALID_FLAGS" },
      message: `Only the flags ${allowed} can be set here (Components V2 is not played by this rehearsal).`,
    });

const allowedMentions = z
  .strictObject({
    parse: z.array(z.enum(AllowedMentionsTypes)).max(3).exactOptional(),
    roles: z.array(snowflake).max(100).exactOptional(),
    users: z.array(snowflake).max(100).exactOptional(),
    replied_user: z.boolean().exactOptional(),
  })
  .superRefine((one, ctx) => {
    for (const kind of [AllowedMentionsTypes.Role, AllowedMentionsTypes.User] as const)
      if (one.parse?.includes(kind) && (one[kind]?.length ?? 0) > 0)
        ctx.addIssue({
          code: "custom",
          params: { code: "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE" },
          message: `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
        });
  });

const attachment = z.strictObject({
  id: z.union([z.int().min(0), z.string().regex(/^\d{1,19}$/u)]),
  filename: text(1, 1024).exactOptional(),
  description: text(0, 1024).nullable().exactOptional(),
  title: text(0, 1024).exactOptional(),
});

const shared = {
  content: z.string().max(2000).nullable().exactOptional(),
  embeds: embeds.nullable().exactOptional(),
  components: rows.nullable().exactOptional(),
  allowed_mentions: allowedMentions.nullable().exactOptional(),
  attachments: z.array(attachment).max(10).nullable().exactOptional(),
};

/** discord.js sends these three with every body, also where Discord knows them not. */
const ownOfDiscordJs = {
  tts: z.boolean().exactOptional(),
  nonce: z.unknown().optional(),
  enforce_nonce: z.boolean().exactOptional(),
};

const reference = z.strictObject({
  type: z.literal(0).exactOptional(),
  message_id: snowflake,
  channel_id: snowflake.exactOptional(),
  guild_id: snowflake.exactOptional(),
  fail_if_not_exists: z.boolean().exactOptional(),
});

const POST_FLAGS = MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications;
const nonce = z.union([z.int(), z.string()]).refine((value) => String(value).length <= 25, {
  params: { code: "NONCE_TYPE_TOO_LONG" },
  message: "Must be 25 or fewer in length.",
});

export const newMessage = z.strictObject({
  ...shared,
  nonce: nonce.exactOptional(),
  enforce_nonce: z.boolean().exactOptional(),
  tts: z.boolean().exactOptional(),
  message_reference: reference.exactOptional(),
  flags: flagsOf(POST_FLAGS).exactOptional(),
});

export const editedMessage = z.strictObject({
  ...shared,
  ...ownOfDiscordJs,
  flags: flagsOf(MessageFlags.SuppressEmbeds).nullable().exactOptional(),
});

/** Answer and follow-up: may be ephemeral. */
export const answerMessage = z.strictObject({
  ...shared,
  ...ownOfDiscordJs,
  flags: flagsOf(POST_FLAGS | MessageFlags.Ephemeral).exactOptional(),
});

/** An edit of an answer. */
export const editedAnswer = z.strictObject({
  ...shared,
  ...ownOfDiscordJs,
  flags: flagsOf(POST_FLAGS | MessageFlags.Ephemeral)
    .nullable()
    .exactOptional(),
});

export type NewMessage = z.infer<typeof newMessage>;
export type MessageInput = Pick<
  NewMessage,
  "content" | "embeds" | "components" | "allowed_mentions" | "attachments"
> & { flags?: number | null };
