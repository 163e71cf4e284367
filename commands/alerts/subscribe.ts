// /alerts subscribe and remove: a channel is promised only what it can get.
import { answer, type Context, Refusal } from "../../src/command.ts";
import { nextNotice } from "../../src/domain/next-notice.ts";
import { stateAt } from "../../src/domain/state.ts";
import { escape } from "../../src/views/escape.ts";
import { texts } from "../../src/text/index.ts";
import { MOST_LEADS, readLeads } from "../../src/text/leads.ts";
import { channelName, removedView, subscribedView } from "../../src/views/settings/subscribed.ts";
import { allowed } from "./allowed.ts";

/** What was typed and could not be read is repeated only so far. */
const TYPED = 60;

/** How long before, as typed. */
type Before = Record<"leads" | "endLeads", string | undefined>;

export async function subscribe(channelId: string, context: Context, before: Before) {
  const { known, language, now, defaultArea: place } = context;
  const guildId = allowed(context);
  const [leads, endLeads] = [minutes(before.leads, context), minutes(before.endLeads, context)];
  await mayPost(channelId, context);
  const paused = context.subscriptions.list(guildId).find(({ destination }) => destination.id === channelId)
    ?.destination.paused;
  const { is, subscribed } = await context.subscriptions.subscribe({
    guildId,
    channelId,
    // Of one that was named nobody knows here what it is.
    kind: channelId === context.channelId && context.inThread ? "thread" : "channel",
    language,
    zone: known.areas.zone(place),
    topics: ["curfews", "strikes"],
    areas: [place],
    leads,
    endLeads,
    owner: context.user.id,
  });
  const heard = {
    leads: subscribed.subscriptions.flatMap((one) => one.leads),
    endLeads: subscribed.subscriptions.flatMap((one) => one.endLeads),
  };
  return answer(
    subscribedView({
      record: known,
      place,
      channelId,
      is,
      ...(paused === undefined ? {} : { resumed: paused.at }),
      state: stateAt(known, place, now),
      heard,
      next: nextNotice(known, place, heard, now),
      now,
      language,
      alertsIn: subscribed.destination.language,
    }),
  );
}

/** Undefined where nothing was typed: then it stays as it is. */
function minutes(typed: string | undefined, { language }: Context): readonly number[] | undefined {
  if (typed === undefined) return undefined;
  const read = readLeads(typed);
  const t = texts(language).soon;
  switch (read.is) {
    case "leads":
      return read.minutes;
    case "unreadable":
      throw new Refusal(t.unreadable(escape(typed.slice(0, TYPED))));
    case "out-of-range":
      throw new Refusal(t.outOfRange(escape(read.what)));
    case "too-many":
      throw new Refusal(t.tooMany(read.count, MOST_LEADS));
  }
}

/** Nothing is promised to a channel that cannot be written to. */
async function mayPost(channelId: string, { missingPermissions, language }: Context): Promise<void> {
  const t = texts(language).alerts;
  const shown = channelName(channelId);
  const missing = await missingPermissions(channelId);
  if (missing === "no such channel") throw new Refusal(t.noChannel(shown));
  if (missing.length === 0) return;
  const names = new Map(Object.entries(t.permission));
  throw new Refusal(t.missing(shown, missing.map((one) => names.get(one) ?? one).join(", ")));
}

export async function remove(channelId: string, context: Context) {
  const { known, language, user, defaultArea } = context;
  const guildId = allowed(context);
  const ended = await context.subscriptions.end({ guildId, channelId, by: user.id });
  return answer(removedView(channelId, ended, { record: known, zone: known.areas.zone(defaultArea), language }));
}
