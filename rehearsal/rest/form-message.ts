// The body of a message, posted or edited, in a channel or in answer to an interaction. Must never pass a body that Discord would refuse.
// Stricter than Discord: a flag that an endpoint does not know is refused where Discord would drop it in silence. Polls, stickers and
// forwarded messages are refused with a sentence: they are not played.
import { AllowedMentionsTypes, MessageFlags } from "discord-api-types/v10";
import { z } from "zod";
import { distinct, notPlayed, snowflake, text } from "./errors.ts";
import { embeds } from "./form-embed.ts";
import { layout } from "./form-layout.ts";
import { layoutFaults } from "./layout-rules.ts";

const flagsOf = (allowed: number) =>
  z
    .int()
    .min(0)
    .refine((flags) => (flags & ~allowed) === 0, {
      params: { code: "INVALID_FLAGS" },
      message: `Only the flags ${allowed} can be set here.`,
    });

const allowedMentions = z
  .strictObject({
    parse: distinct(z.enum(AllowedMentionsTypes)).exactOptional(),
    roles: distinct(snowflake).max(100).exactOptional(),
    users: distinct(snowflake).max(100).exactOptional(),
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
  title: text(0, 1024).nullable().exactOptional(),
  // Of voice messages only; discord.js names them with every file.
  waveform: text(0, 400).nullable().exactOptional(),
  duration_secs: z.number().min(0).max(2_147_483_647).nullable().exactOptional(),
  is_spoiler: z.boolean().exactOptional(),
});

const shared = {
  content: text(0, 2000).nullable().exactOptional(),
  embeds: embeds.nullable().exactOptional(),
  components: layout.nullable().exactOptional(),
  allowed_mentions: allowedMentions.nullable().exactOptional(),
  attachments: z.array(attachment).max(10).nullable().exactOptional(),
  poll: notPlayed("Polls are"),
  sticker_ids: notPlayed("Stickers are"),
};

/** discord.js sends these three with every body, also where Discord knows them not. */
const ownOfDiscordJs = {
  tts: z.boolean().exactOptional(),
  nonce: z.unknown().optional(),
  enforce_nonce: z.boolean().exactOptional(),
};

const reference = z.strictObject({
  type: z
    .literal([0, 1])
    .refine((type) => type === 0, {
      params: { code: "NOT_PLAYED" },
      message: "Forwarding a message is not played by this rehearsal.",
    })
    .exactOptional(),
  message_id: snowflake,
  channel_id: snowflake.exactOptional(),
  guild_id: snowflake.exactOptional(),
  fail_if_not_exists: z.boolean().exactOptional(),
});

const { Ephemeral, IsComponentsV2, SuppressEmbeds, SuppressNotifications } = MessageFlags;
const POST_FLAGS = SuppressEmbeds | SuppressNotifications | IsComponentsV2;
const EDIT_FLAGS = SuppressEmbeds | IsComponentsV2;
const nonce = z.union([z.int(), z.string()]).refine((value) => String(value).length <= 25, {
  params: { code: "NONCE_TYPE_TOO_LONG" },
  message: "Must be 25 or fewer characters long.",
});

type Posted = Pick<MessageInput, "content" | "embeds" | "components"> & { flags?: number };

/** A message that does not stand yet is judged by its own flags; an edit by those of its message too, in write-message.ts. */
function laid(one: Posted, ctx: z.RefinementCtx): void {
  const isV2 = ((one.flags ?? 0) & IsComponentsV2) !== 0;
  const own = { components: one.components ?? [], content: one.content ?? "", embeds: one.embeds?.length ?? 0 };
  for (const { path, code, message } of layoutFaults(own, isV2))
    ctx.addIssue({ code: "custom", path: [...path], params: { code }, message });
}

export const newMessage = z
  .strictObject({
    ...shared,
    nonce: nonce.exactOptional(),
    enforce_nonce: z.boolean().exactOptional(),
    tts: z.boolean().exactOptional(),
    message_reference: reference.exactOptional(),
    flags: flagsOf(POST_FLAGS).exactOptional(),
  })
  .superRefine(laid);

export const editedMessage = z.strictObject({
  ...shared,
  ...ownOfDiscordJs,
  flags: flagsOf(EDIT_FLAGS).nullable().exactOptional(),
});

/** Answer and follow-up: may be ephemeral. */
export const answerMessage = z
  .strictObject({ ...shared, ...ownOfDiscordJs, flags: flagsOf(POST_FLAGS | Ephemeral).exactOptional() })
  .superRefine(laid);

/** An edit of an answer, or of the message a button stands in. */
export const editedAnswer = z.strictObject({
  ...shared,
  ...ownOfDiscordJs,
  flags: flagsOf(POST_FLAGS | Ephemeral)
    .nullable()
    .exactOptional(),
});

export type NewMessage = z.infer<typeof newMessage>;
export type MessageInput = Pick<
  z.infer<typeof editedMessage>,
  "content" | "embeds" | "components" | "allowed_mentions" | "attachments"
> & { flags?: number | null };
