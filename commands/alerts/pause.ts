// /alerts pause and resume: no notices in a channel for a while. The channel is told so; who pauses it reads until when, as it was understood.
import { z } from "zod";
import { type Answer, answer, type Context, Refusal } from "../../src/command.ts";
import { isPaused } from "../../src/domain/quiet.ts";
import { texts } from "../../src/text/index.ts";
import { readUntil } from "../../src/text/until.ts";
import { escape } from "../../src/views/escape.ts";
import { pausedView, resumedView } from "../../src/views/settings/paused.ts";
import { whereName } from "../../src/views/settings/lines.ts";
import type { Aimed } from "./aimed.ts";
import { inServer, isMine, mayChange } from "./allowed.ts";
import { subscribedTo } from "./card.ts";

/** What was typed and could not be read is repeated only so far. */
const TYPED = 60;
const Channel = z.string().regex(/^\d{17,20}$/);

export async function pause(to: Aimed, typed: string | undefined, context: Context): Promise<Answer> {
  const { channelId } = to;
  const guildId = await leave(to, context);
  const { pauses, user, now, language } = context;
  const until = typed === undefined || typed.trim() === "" ? undefined : untilOf(channelId, typed, context);
  const before = await pauses.begin({ guildId, channelId }, until, user);
  if (before === undefined) throw new Refusal(texts(language).quiet.none(whereOf(to, context)));
  return answer(pausedView({ ...sceneOf(to, context), until, replaced: isPaused(before, now) }));
}

export async function resume(to: Aimed, context: Context): Promise<Answer> {
  const guildId = await leave(to, context);
  const ended = await context.pauses.end({ guildId, channelId: to.channelId });
  if (ended === undefined) throw new Refusal(texts(context.language).quiet.noneToResume(whereOf(to, context)));
  return answer(resumedView({ ...sceneOf(to, context), ...ended }));
}

/** Below the word that the alerts are paused. Leave is asked at every press. */
export async function resumePressed([channelId]: readonly string[], context: Context): Promise<Answer> {
  const asked = Channel.safeParse(channelId).data;
  if (asked === undefined) throw new Refusal(texts(context.language).common.brokenButton);
  return resume({ channelId: asked, kind: "channel" }, context);
}

/** Whoever may change the channel's alerts may hold them back. @returns the server. */
async function leave({ channelId, kind }: Aimed, context: Context): Promise<string> {
  const guildId = inServer(context);
  const { destination, subscriptions = [] } = subscribedTo(channelId, context) ?? {};
  await mayChange({ channelId, kind: destination?.kind ?? kind, mine: subscriptions.some(isMine(context)) }, context);
  return guildId;
}

/** A direct message is named by whose it is. */
function whereOf({ channelId, kind }: Aimed, context: Context): string {
  const known = subscribedTo(channelId, context)?.destination.kind;
  return whereName({ kind: known ?? kind, id: channelId }, context.language);
}

function sceneOf(to: Aimed, context: Context) {
  const { known: record, now, language, defaultArea: home } = context;
  return { where: whereOf(to, context), record, now, language, home };
}

function untilOf(channelId: string, typed: string, context: Context): number {
  const { now, language, known, defaultArea, subscriptions } = context;
  const own = subscriptions.list(inServer(context)).find(({ destination }) => destination.id === channelId);
  const zone = own?.destination.zone ?? known.areas.zone(defaultArea);
  const read = readUntil(typed, { now, zone });
  const t = texts(language).quiet;
  switch (read.is) {
    case "until":
      return read.at;
    case "past":
      throw new Refusal(t.past(escape(typed.slice(0, TYPED))));
    case "too-long":
      throw new Refusal(t.tooLong);
    case "unreadable":
      throw new Refusal(t.unreadable(escape(typed.slice(0, TYPED))));
  }
}
