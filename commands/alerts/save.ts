// Save and its Undo. Leave and what Discord allows are asked once more; what somebody changed meanwhile is never written over.
import { z } from "zod";
import { answer, type Answer, type Context, Refusal } from "../../src/command.ts";
import {
  channelSettings,
  ChannelSettings,
  Draft,
  draftOf,
  restsOn,
  Settings,
  settingsOf,
} from "../../src/domain/draft.ts";
import { nextOf } from "../../src/domain/next-notice.ts";
import { stateAt } from "../../src/domain/state.ts";
import { DAY } from "../../src/domain/time.ts";
import { fine } from "../../src/domain/topic.ts";
import type { Saved } from "../../src/store/subscriptions.ts";
import { texts } from "../../src/text/index.ts";
import { lacksToPost, permissionName } from "../../src/views/settings/card.ts";
import { whereName } from "../../src/views/settings/lines.ts";
import { savedView } from "../../src/views/settings/subscribed.ts";
import { isMine, mayChange } from "./allowed.ts";
import { card, groundOf, jsonOf, standsFor, unpacked } from "./card.ts";

/** What can be taken back, for as long as a server that comes back finds all as it was. */
export const UNDO_FOR = 30 * DAY;

const Undone = z.strictObject({
  draft: Draft,
  at: z.int(),
  /** Left out: it was new. */
  before: z.strictObject({ channel: ChannelSettings, settings: Settings }).optional(),
});
type Undone = z.infer<typeof Undone>;

export async function save([text]: readonly string[], context: Context): Promise<Answer> {
  const draft = unpacked(text, context);
  const ground = await groundOf(draft, context);
  const { language } = context;
  const t = texts(language).settings;
  const where = whereName({ kind: draft.kind, id: draft.channelId }, language);
  const lacking = lacksToPost(ground);
  if (lacking.length > 0) {
    const names = lacking.map((one) => permissionName(one, language)).join(", ");
    return card(draft, context, { to: "update", ground, first: t.notYet(where, names) });
  }
  const before = standsFor(draft, context).channel?.destination.paused;
  const { done: saved, told } = await stored(draft, context);
  if (saved.is === "stale") return stale(draft, context);
  if (saved.is === "already") return answer({ content: t.already(where) }, "update");
  return said(draft, saved, { resumed: before?.at, told }, context);
}

/** A channel that comes to hear less by it is told so. */
function stored(draft: Draft, { narrowing, subscriptions, user }: Context) {
  const { guildId, channelId, of, settings } = draft;
  return narrowing.during(
    { guildId, channelId, by: user },
    (sets) => sets.map((one) => (one.id === of?.id ? settings : one)),
    () => subscriptions.save(draft, user.id),
  );
}

function ended({ guildId, channelId }: Draft, id: string, { narrowing, subscriptions, user }: Context) {
  return narrowing.during(
    { guildId, channelId, by: user },
    (sets) => sets.filter((one) => one.id !== id),
    () => subscriptions.end({ guildId, channelId, by: user.id, ids: [id] }),
  );
}

function stale(draft: Draft, context: Context): Answer | Promise<Answer> {
  const t = texts(context.language).settings;
  const { channel, own } = standsFor(draft, context);
  if (channel === undefined || own === undefined) return answer({ content: t.gone }, "update");
  return card(draftOf(channel.destination, own), context, { to: "update", first: t.stale });
}

function said(
  draft: Draft,
  saved: Exclude<Saved, { is: "stale" }>,
  { resumed, told }: { resumed: number | undefined; told: boolean },
  context: Context,
): Answer {
  const { known: record, now, language } = context;
  const { settings } = draft;
  const topics = fine(settings.topics);
  const hearsNights = topics.some((topic) => topic === "soon" || topic === "begins" || topic === "ends");
  const next = nextOf(record, settings, now);
  const of = { id: saved.id, rests: restsOn(draft.channel, settings) };
  const undone: Undone = {
    draft: { ...draft, of },
    at: now,
    ...(saved.before === undefined
      ? {}
      : {
          before: {
            channel: channelSettings(saved.before.destination),
            settings: settingsOf(saved.before.subscription),
          },
        }),
  };
  return answer(
    savedView({
      record,
      draft,
      is: saved.is,
      states: settings.areas.map((area) => ({ area, state: stateAt(record, area, now) })),
      ...(hearsNights ? { next } : {}),
      hearsNights,
      now,
      language,
      ...(resumed === undefined ? {} : { resumed }),
      told,
      undo: { name: "alerts.undo", args: [JSON.stringify(undone)] },
    }),
    "update",
  );
}

export async function undo([text]: readonly string[], context: Context): Promise<Answer> {
  const { language, now } = context;
  const { common, settings: t } = texts(language);
  const read = Undone.safeParse(jsonOf(text)).data;
  const id = read?.draft.of?.id;
  if (read === undefined || id === undefined || read.draft.guildId !== context.guildId)
    throw new Refusal(common.brokenButton);
  const { draft, before } = read;
  const where = whereName({ kind: draft.kind, id: draft.channelId }, language);
  const { own, channel } = standsFor(draft, context);
  await mayChange(
    { channelId: draft.channelId, kind: draft.kind, mine: own !== undefined && isMine(context)(own) },
    context,
  );
  if (now - read.at > UNDO_FOR) return answer({ content: t.undoLate }, "update");
  if (own === undefined || channel === undefined) return answer({ content: t.undoOver }, "update");
  if (before === undefined) {
    if (restsOn(channelSettings(channel.destination), settingsOf(own)) !== draft.of?.rests)
      return answer({ content: t.undoOver }, "update");
    const { told } = await ended(draft, id, context);
    return answer({ content: [t.undoneNew(where), ...(told ? [t.toldEnd(where)] : [])].join("\n") }, "update");
  }
  const { done: saved, told } = await stored({ ...draft, ...before }, context);
  if (saved.is === "stale") return answer({ content: t.undoOver }, "update");
  return answer({ content: [t.undone(where), ...(told ? [t.toldLess(where)] : [])].join("\n") }, "update");
}
