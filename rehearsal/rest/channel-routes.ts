// One channel: shown, changed, deleted, typed into. Must never show a channel the bot cannot see.
// A guess: deleting a channel of a guild tells CHANNEL_DELETE only; that its threads went with it is left to the client to know.
import { isDm, isForum, isThread, type GuildChannel, type Thread, type WorldChannel } from "../world/channels.ts";
import { holds, P } from "../world/permissions.ts";
import { APPLICATION_ID } from "../world/seed.ts";
import { channelNews } from "../gateway/news.ts";
import { withMember } from "../gateway/payloads.ts";
import { changeThread, dropChannel, parentOf } from "../play/threads.ts";
import type { Stage } from "../stage.ts";
import { demand, demandWriting, listed, may, seenChannel } from "./access.ts";
import { parseForm, refusal } from "./errors.ts";
import { noContent, ok, type Call, type Route } from "./exchange.ts";
import { channelChange, forumChange, threadChange, type ThreadChangeInput } from "./form-channel.ts";
import { demandTags } from "./thread-routes.ts";

/** A thread comes with the bot's own membership; a direct message has no name, though the types want it to be null. */
function shown(stage: Stage, channel: WorldChannel): object {
  if (isThread(channel)) return withMember(stage.world, channel);
  if (!isDm(channel)) return channel;
  const { name: _name, ...dm } = channel;
  return dm;
}

function change({ stage, request, id }: Call): WorldChannel {
  const channel = seenChannel(stage, id("channel"));
  if (isThread(channel)) return changeOneThread(stage, channel, parseForm(threadChange, request.body));
  const guildChannel = listed(channel);
  demand(stage, guildChannel, P.ManageChannels);
  changeListed(guildChannel, request.body);
  channelNews(stage, guildChannel, "changed");
  stage.bus.emit({ type: "world" });
  return guildChannel;
}

function changeListed(channel: GuildChannel, body: unknown): void {
  const { nsfw, rate_limit_per_user, default_auto_archive_duration, position, ...rest } = parseForm(
    isForum(channel) ? forumChange : channelChange,
    body,
  );
  Object.assign(channel, rest);
  if (nsfw !== undefined) channel.nsfw = nsfw ?? false;
  if (rate_limit_per_user !== undefined) channel.rate_limit_per_user = rate_limit_per_user ?? 0;
  if (typeof position === "number") channel.position = position;
  if (default_auto_archive_duration !== undefined && default_auto_archive_duration !== null)
    channel.default_auto_archive_duration = default_auto_archive_duration;
}

/** Opening an unlocked thread again needs no more than writing there; its owner may also rename, archive and tag it; the rest is for moderators. */
function changeOneThread(stage: Stage, thread: Thread, input: ThreadChangeInput): Thread {
  const { archived, locked } = thread.thread_metadata;
  const moderator = may(stage, thread, P.ManageThreads);
  const keys = Object.keys(input);
  const opensOnly = input.archived === false && keys.length === 1 && !locked;
  const ownersKeys = ["name", "archived", "auto_archive_duration", "applied_tags"];
  const owner = thread.owner_id === APPLICATION_ID && keys.every((key) => ownersKeys.includes(key)) && !locked;
  if (opensOnly) demandWriting(stage, thread);
  else if (!moderator && locked && thread.owner_id === APPLICATION_ID) throw refusal("lockedThread");
  else if (!moderator && !owner) throw refusal("missingPermissions");
  if (archived && input.archived !== false) throw refusal("archivedThread");
  const parent = parentOf(stage, thread);
  if (input.applied_tags && parent) demandTags(stage, parent, input.applied_tags, thread.applied_tags);
  changeThread(stage, thread, {
    ...(input.name === undefined ? {} : { name: input.name }),
    ...(input.archived === undefined ? {} : { archived: input.archived }),
    ...(input.locked === undefined ? {} : { locked: input.locked }),
    ...(input.invitable === undefined ? {} : { invitable: input.invitable }),
    ...(input.auto_archive_duration === undefined ? {} : { autoArchive: input.auto_archive_duration }),
    ...(input.rate_limit_per_user === undefined ? {} : { slowdown: input.rate_limit_per_user ?? 0 }),
    ...(input.applied_tags === undefined ? {} : { tags: input.applied_tags }),
  });
  return withMember(stage.world, thread);
}

/** A direct message is only closed: it is there again when it is opened again. */
function remove({ stage, id }: Call): object {
  const channel = seenChannel(stage, id("channel"));
  if (isDm(channel)) return shown(stage, channel);
  demand(stage, channel, isThread(channel) ? P.ManageThreads : P.ManageChannels);
  dropChannel(stage, channel);
  if (!isThread(channel)) channelNews(stage, channel, "deleted");
  return channel;
}

function type({ stage, id }: Call): void {
  const channel = seenChannel(stage, id("channel"));
  if (!isForum(channel)) return demandWriting(stage, channel);
  if (!holds(stage.world.bits(APPLICATION_ID, channel.id), P.SendMessages)) throw refusal("missingPermissions");
}

const ONE = "/channels/:channel";

export const channelRoutes: Route[] = [
  { method: "GET", pattern: ONE, run: ({ stage, id }) => ok(shown(stage, seenChannel(stage, id("channel")))) },
  { method: "PATCH", pattern: ONE, run: (call) => ok(change(call)) },
  { method: "DELETE", pattern: ONE, run: (call) => ok(remove(call)) },
  {
    method: "POST",
    pattern: `${ONE}/typing`,
    run: (call) => {
      type(call);
      return noContent;
    },
  },
];
