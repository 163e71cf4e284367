// Threads and forum posts: begun, joined, left, listed. Must never begin two threads at one message, or list one the bot cannot see.
import type { APIMessage, APIThreadMember } from "discord-api-types/v10";
import { ChannelType, type ThreadChannelType } from "discord-api-types/v10";
import { ownMembership } from "../gateway/news.ts";
import { activeThreads, withMember } from "../gateway/payloads.ts";
import { openThread, placeThread, tellOpened } from "../play/threads.ts";
import type { Stage } from "../stage.ts";
import { isForum, type ForumChannel, type GuildChannel, type Thread } from "../world/channels.ts";
import { P } from "../world/permissions.ts";
import { APPLICATION_ID } from "../world/seed.ts";
import { discordTime } from "../world-clock.ts";
import { demand, demandActive, homeGuild, listed, may, seenChannel, threadOf } from "./access.ts";
import { invalidForm, parseForm, refusal } from "./errors.ts";
import { noContent, ok, type Call, type RestAnswer, type Route } from "./exchange.ts";
import { forumPost, threadAlone, threadAtMessage } from "./form-channel.ts";
import { publicMessage } from "./message-routes.ts";
import { limitOf } from "./paging.ts";
import { isSystem, postMessage } from "./post-message.ts";

const DAY = 1440;

type Common = {
  name: string;
  auto_archive_duration?: 60 | 1440 | 4320 | 10080 | null;
  rate_limit_per_user?: number | null;
};

function specOf(stage: Stage, parent: GuildChannel, input: Common, id: string, type: ThreadChannelType) {
  return {
    id,
    type,
    name: input.name,
    ownerId: APPLICATION_ID,
    autoArchive: input.auto_archive_duration ?? parent.default_auto_archive_duration ?? DAY,
    slowdown: input.rate_limit_per_user ?? 0,
    at: discordTime(stage.clock.now()),
  };
}

function begin(call: Call): Thread | (Thread & { message: APIMessage }) {
  const { stage, request } = call;
  const parent = listed(seenChannel(stage, call.id("channel")));
  if (isForum(parent)) return beginPost(call, parent);
  const input = parseForm(threadAlone, request.body);
  // Left out it is a private one, as the documents say of this version of the API.
  const type = input.type ?? ChannelType.PrivateThread;
  if ((type === ChannelType.AnnouncementThread) !== (parent.type === ChannelType.GuildAnnouncement))
    throw refusal("wrongChannelType");
  demand(stage, parent, type === ChannelType.PrivateThread ? P.CreatePrivateThreads : P.CreatePublicThreads);
  const invitable = typeof input.invitable === "boolean" ? { invitable: input.invitable } : {};
  const spec = { ...specOf(stage, parent, input, stage.ids.next(), type), ...invitable };
  return withMember(stage.world, openThread(stage, parent, spec));
}

/** The post's message has the id of its thread; a message that is refused leaves no thread behind. */
function beginPost({ stage, request }: Call, parent: ForumChannel): Thread & { message: APIMessage } {
  const input = parseForm(forumPost, request.body);
  demand(stage, parent, P.SendMessages);
  const tags = input.applied_tags ?? [];
  demandTags(stage, parent, tags);
  const id = stage.ids.next();
  const spec = { ...specOf(stage, parent, input, id, ChannelType.PublicThread), tags };
  const made = placeThread(stage, parent, spec);
  const begun = () => tellOpened(stage, parent, made);
  try {
    const message = postMessage(stage, made, { input: input.message, files: request.files, first: { id, begun } });
    parent.last_message_id = id;
    return { ...withMember(stage.world, made), message };
  } catch (fault) {
    stage.world.drop(id);
    throw fault;
  }
}

/** Every tag is one of the forum's, and those for moderators are neither set nor taken by others. */
export function demandTags(stage: Stage, parent: GuildChannel, tags: string[], before: string[] = []): void {
  if (!isForum(parent)) {
    if (tags.length > 0) throw refusal("wrongChannelType");
    return;
  }
  const unknown = tags.findIndex((one) => !parent.available_tags.some((tag) => tag.id === one));
  if (unknown >= 0)
    throw invalidForm([{ path: ["applied_tags", String(unknown)], code: "INVALID_FORUM_TAG", message: "Unknown tag" }]);
  const moved = parent.available_tags.filter((tag) => tags.includes(tag.id) !== before.includes(tag.id));
  if (moved.some((tag) => tag.moderated) && !may(stage, parent, P.ManageThreads)) throw refusal("tagForModerators");
}

function beginAtMessage(call: Call): Thread {
  const { stage, request } = call;
  const parent = listed(seenChannel(stage, call.id("channel")));
  if (isForum(parent)) throw refusal("wrongChannelType");
  const input = parseForm(threadAtMessage, request.body);
  const { message } = publicMessage(call);
  demand(stage, parent, P.CreatePublicThreads);
  if (stage.world.channels.has(message.id)) throw refusal("hasThread");
  if (isSystem(message)) throw refusal("systemMessage");
  const news = parent.type === ChannelType.GuildAnnouncement;
  const type = news ? ChannelType.AnnouncementThread : ChannelType.PublicThread;
  return withMember(stage.world, openThread(stage, parent, specOf(stage, parent, input, message.id, type), message));
}

function join({ stage, id }: Call, joins: boolean): RestAnswer {
  const thread = threadOf(seenChannel(stage, id("channel")));
  demandActive(stage, thread);
  const inside = stage.world.hasJoined(thread.id, APPLICATION_ID);
  if (joins === inside) return noContent;
  if (joins) stage.world.join(thread, APPLICATION_ID);
  else stage.world.leave(thread, APPLICATION_ID);
  ownMembership(stage, thread, joins);
  return noContent;
}

function oneMember({ stage, id, part }: Call): APIThreadMember {
  const thread = threadOf(seenChannel(stage, id("channel")));
  const found = stage.world.threadMember(thread.id, part("user") === "@me" ? APPLICATION_ID : id("user"));
  if (!found) throw refusal("unknownMember");
  return found;
}

function membersOf(stage: Stage, threads: Thread[]): APIThreadMember[] {
  return threads.flatMap((one) => stage.world.threadMember(one.id, APPLICATION_ID) ?? []);
}

function active(call: Call): object {
  const threads = activeThreads(call.stage.world, homeGuild(call).id);
  return { threads, members: membersOf(call.stage, threads), has_more: false };
}

/** The last archived comes first. */
function archived({ stage, request, id }: Call): object {
  const parent = listed(seenChannel(stage, id("channel")));
  demand(stage, parent, P.ReadMessageHistory);
  const limit = limitOf(request.query, [2, 100], 50);
  const before = request.query.get("before");
  const edge = before === null ? Infinity : Date.parse(before);
  if (Number.isNaN(edge))
    throw invalidForm([{ path: ["before"], code: "DATE_TIME_TYPE_PARSE", message: "Could not parse a time." }]);
  const at = (one: Thread) => Date.parse(one.thread_metadata.archive_timestamp);
  const all = stage.world
    .threads()
    .filter((one) => one.parent_id === parent.id && one.type !== ChannelType.PrivateThread)
    .filter((one) => one.thread_metadata.archived && at(one) < edge)
    .toSorted((one, other) => at(other) - at(one));
  const threads = all.slice(0, limit);
  return { threads, members: membersOf(stage, threads), has_more: all.length > limit };
}

const created = (body: unknown): RestAnswer => ({ status: 201, body });
const MEMBERS = "/channels/:channel/thread-members";

export const threadRoutes: Route[] = [
  { method: "POST", pattern: "/channels/:channel/threads", run: (call) => created(begin(call)) },
  {
    method: "POST",
    pattern: "/channels/:channel/messages/:message/threads",
    run: (call) => created(beginAtMessage(call)),
  },
  { method: "PUT", pattern: `${MEMBERS}/@me`, run: (call) => join(call, true) },
  { method: "DELETE", pattern: `${MEMBERS}/@me`, run: (call) => join(call, false) },
  { method: "GET", pattern: `${MEMBERS}/:user`, run: (call) => ok(oneMember(call)) },
  { method: "GET", pattern: "/guilds/:guild/threads/active", run: (call) => ok(active(call)) },
  { method: "GET", pattern: "/channels/:channel/threads/archived/public", run: (call) => ok(archived(call)) },
];
