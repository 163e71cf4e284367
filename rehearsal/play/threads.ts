// The life of a thread: opened, written into, archived, locked, let rest. Must never change one without telling a bot that sees it.
// Guesses: a thread without a message of its own leaves a THREAD_CREATED message in its parent (the documents name another case only); a thread is
// archived `auto_archive_duration` after it was last active (the documents name no exact time).
import type { APIMessage } from "discord-api-types/v10";
import { ChannelType, MessageFlags, MessageType } from "discord-api-types/v10";
import { ownMembership, threadGone, threadNews } from "../gateway/news.ts";
import type { Stage } from "../stage.ts";
import {
  isGuildChannel,
  isThread,
  thread,
  type GuildChannel,
  type Thread,
  type ThreadSpec,
} from "../world/channels.ts";
import { APPLICATION_ID } from "../world/seed.ts";
import { snowflakeTime } from "../world/snowflake.ts";
import { blankMessage } from "../world/write-message.ts";
import { discordTime } from "../world-clock.ts";

const MINUTE = 60_000;

/** A new thread with its owner in it. `starter` is the message it was begun at. */
export function openThread(stage: Stage, parent: GuildChannel, spec: ThreadSpec, starter?: APIMessage): Thread {
  const made = placeThread(stage, parent, spec);
  tellOpened(stage, parent, made, starter);
  return made;
}

/** The thread stands, and nobody has heard of it yet. */
export function placeThread(stage: Stage, parent: GuildChannel, spec: ThreadSpec): Thread {
  const made = thread(parent, spec);
  stage.world.channels.set(made.id, made);
  stage.world.join(made, spec.ownerId);
  return made;
}

export function tellOpened(stage: Stage, parent: GuildChannel, made: Thread, starter?: APIMessage): void {
  threadNews(stage, made, "created");
  if (made.owner_id === APPLICATION_ID) ownMembership(stage, made, true);
  if (starter) begunAt(stage, parent, made, starter);
  else if (parent.type === ChannelType.GuildText && made.type === ChannelType.PublicThread)
    announced(stage, parent, made);
  stage.bus.emit({ type: "world" });
}

/** The message shows its thread; the thread begins with a message that only points back. */
function begunAt(stage: Stage, parent: GuildChannel, made: Thread, starter: APIMessage): void {
  starter.flags = (starter.flags ?? 0) | MessageFlags.HasThread;
  starter.thread = made;
  const known = stage.book.find(starter.id);
  if (known) stage.book.changed(known);
  const first = blankMessage(stage, made.id, 0);
  first.author = stage.world.user(made.owner_id) ?? stage.world.bot;
  first.type = MessageType.ThreadStarterMessage;
  first.message_reference = { type: 0, guild_id: made.guild_id, channel_id: parent.id, message_id: starter.id };
  stage.book.add({ message: first, silent: false });
  made.last_message_id = first.id;
}

function announced(stage: Stage, parent: GuildChannel, made: Thread): void {
  const note = blankMessage(stage, parent.id, 0);
  note.author = stage.world.user(made.owner_id) ?? stage.world.bot;
  note.type = MessageType.ThreadCreated;
  note.content = made.name ?? "";
  note.message_reference = { type: 0, guild_id: made.guild_id, channel_id: made.id };
  stage.book.add({ message: note, silent: false });
  parent.last_message_id = note.id;
}

export interface ThreadChange {
  name?: string;
  archived?: boolean;
  locked?: boolean;
  autoArchive?: Thread["thread_metadata"]["auto_archive_duration"];
  slowdown?: number;
  invitable?: boolean;
  tags?: string[];
  /** When it happened, epoch milliseconds; now when left out. */
  at?: number;
}

/** Changes what is named. The archive's time moves with archiving, unarchiving and the duration. */
export function changeThread(stage: Stage, one: Thread, change: ThreadChange): void {
  const data = one.thread_metadata;
  const turned = change.archived !== undefined && change.archived !== data.archived;
  if (turned || change.autoArchive !== undefined) data.archive_timestamp = discordTime(change.at ?? stage.clock.now());
  data.archived = change.archived ?? data.archived;
  data.locked = change.locked ?? data.locked;
  data.auto_archive_duration = change.autoArchive ?? data.auto_archive_duration;
  if (change.invitable !== undefined && one.type === ChannelType.PrivateThread) data.invitable = change.invitable;
  one.name = change.name ?? one.name;
  one.rate_limit_per_user = change.slowdown ?? one.rate_limit_per_user ?? 0;
  if (change.tags) one.applied_tags = change.tags;
  threadNews(stage, one, "changed");
  stage.bus.emit({ type: "world" });
}

/** Someone wrote: the thread wakes, its author is in it, and it counts. */
export function writtenInto(stage: Stage, one: Thread, authorId: string): void {
  if (one.thread_metadata.archived) changeThread(stage, one, { archived: false });
  if (!stage.world.hasJoined(one.id, authorId)) {
    stage.world.join(one, authorId);
    if (authorId === APPLICATION_ID) ownMembership(stage, one, true);
  }
  one.message_count += 1;
  one.total_message_sent += 1;
}

/** Archives every thread that has been still for too long by now. */
export function letRest(stage: Stage): void {
  const now = stage.clock.now();
  for (const one of stage.world.threads()) {
    const { archived, archive_timestamp, auto_archive_duration } = one.thread_metadata;
    const wrote = one.last_message_id ? snowflakeTime(one.last_message_id) : 0;
    const due = Math.max(wrote, Date.parse(archive_timestamp)) + auto_archive_duration * MINUTE;
    if (!archived && due <= now) changeThread(stage, one, { archived: true, at: due });
  }
}

/** A channel or thread goes, with all that is in it. */
export function dropChannel(stage: Stage, channel: GuildChannel | Thread): void {
  const seen = stage.world.sees(APPLICATION_ID, channel.id);
  for (const one of stage.world.drop(channel.id)) stage.book.dropChannel(one.id);
  if (isThread(channel)) threadGone(stage, channel, seen);
  stage.bus.emit({ type: "world" });
}

export function parentOf(stage: Stage, one: Thread): GuildChannel | undefined {
  const parent = stage.world.channels.get(one.parent_id);
  return parent && isGuildChannel(parent) ? parent : undefined;
}
