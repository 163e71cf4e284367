// What Discord accepts for channels and threads: changes, new threads, forum posts. Must never take a field that does not fit the kind of channel.
import type { ThreadAutoArchiveDuration } from "discord-api-types/v10";
import { ChannelType } from "discord-api-types/v10";
import { z } from "zod";
import { snowflake, text } from "./errors.ts";
import { newMessage } from "./form-message.ts";

const DURATIONS = [60, 1440, 4320, 10080] as const satisfies ThreadAutoArchiveDuration[];
const name = text(1, 100);
const duration = z.literal(DURATIONS);
const slowdown = z.int().min(0).max(21_600);
const tags = z.array(snowflake).max(5);

export const channelChange = z.strictObject({
  name: name.exactOptional(),
  topic: text(0, 1024).nullable().exactOptional(),
  nsfw: z.boolean().nullable().exactOptional(),
  rate_limit_per_user: slowdown.nullable().exactOptional(),
  position: z.int().min(0).nullable().exactOptional(),
  default_auto_archive_duration: duration.nullable().exactOptional(),
});

/** A forum's guidelines may be longer than a topic. */
export const forumChange = channelChange.extend({ topic: text(0, 4096).nullable().exactOptional() });

export const threadChange = z.strictObject({
  name: name.exactOptional(),
  archived: z.boolean().exactOptional(),
  locked: z.boolean().exactOptional(),
  invitable: z.boolean().exactOptional(),
  auto_archive_duration: duration.exactOptional(),
  rate_limit_per_user: slowdown.nullable().exactOptional(),
  applied_tags: tags.exactOptional(),
});

const common = {
  name,
  auto_archive_duration: duration.nullable().exactOptional(),
  rate_limit_per_user: slowdown.nullable().exactOptional(),
};

export const threadAtMessage = z.strictObject(common);

export const threadAlone = z.strictObject({
  ...common,
  type: z
    .literal([ChannelType.AnnouncementThread, ChannelType.PublicThread, ChannelType.PrivateThread])
    .nullable()
    .exactOptional(),
  invitable: z.boolean().nullable().exactOptional(),
});

export const forumPost = z.strictObject({
  ...common,
  applied_tags: tags.nullable().exactOptional(),
  message: newMessage,
});

export type ThreadChangeInput = z.infer<typeof threadChange>;
