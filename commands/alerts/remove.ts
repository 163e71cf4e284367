// /alerts remove: ends what a channel is told, all or one set, also of a channel that is gone; Undo puts it back exactly as it was. Nothing is erased.
import { z } from "zod";
import { answer, type Answer, type Context, Refusal } from "../../src/command.ts";
import { Destination } from "../../src/domain/subscription.ts";
import type { Subscribed } from "../../src/store/subscriptions.ts";
import { texts } from "../../src/text/index.ts";
import { whereName } from "../../src/views/settings/lines.ts";
import { removedView } from "../../src/views/settings/subscribed.ts";
import { elsewhereView, endWhichView } from "../../src/views/settings/which.ts";
import { aimed } from "./aimed.ts";
import { inServer, isMine, mayChange } from "./allowed.ts";
import { Id, jsonOf, subscribedTo } from "./card.ts";
import type { Typed } from "./edit.ts";
import { UNDO_FOR } from "./save.ts";
import { elsewhere, setNamed } from "./sets.ts";

const ALL = "all";
/** What is brought back takes nothing away. */
const all = <Sets>(sets: Sets) => sets;

const Ended = z.strictObject({
  guildId: Id,
  channelId: Id,
  kind: Destination.shape.kind,
  ids: z.array(z.string().max(40)).nonempty().max(100),
  at: z.int(),
});
type Ended = z.infer<typeof Ended>;

export async function remove(typed: Typed, context: Context): Promise<Answer> {
  const { language } = context;
  inServer(context);
  if (typed.set !== undefined) {
    const { channel, one } = setNamed(typed.set, typed.channel, context);
    const mine = await own(channel, context);
    if (!mine.includes(one))
      throw new Refusal(texts(language).settings.notYours(whereName(channel.destination, language)));
    return end(channel, [one], context, "asker");
  }
  const { channelId, kind } = await aimed(typed, context);
  const channel = subscribedTo(channelId, context);
  if (channel !== undefined) return endOrAsk(channel, context, "asker");
  const nothing = { content: texts(language).alerts.nothingToRemove(whereName({ kind, id: channelId }, language)) };
  if (typed.channel !== undefined || typed.me !== undefined) return answer(nothing);
  const others = await elsewhere(context);
  return answer(others.length === 0 ? nothing : elsewhereView({ list: "end-in", listed: others, page: 1, language }));
}

export async function elsewherePicked(
  _: readonly string[],
  [channelId]: readonly string[],
  context: Context,
): Promise<Answer> {
  const channel = subscribedTo(channelId ?? "", context);
  if (channel === undefined) throw new Refusal(texts(context.language).common.brokenButton);
  return endOrAsk(channel, context, "update");
}

async function endOrAsk(channel: Subscribed, context: Context, to: Answer["to"]): Promise<Answer> {
  const mine = await own(channel, context);
  return mine.length === 1 ? end(channel, mine, context, to) : endWhich(channel, 1, context, to);
}

/** Of several sets, a page. */
export async function endWhich(channel: Subscribed, page: number, context: Context, to: Answer["to"]): Promise<Answer> {
  const mine = await own(channel, context);
  return answer(
    endWhichView({
      channel: { ...channel, subscriptions: mine },
      page,
      record: context.known,
      now: context.now,
      language: context.language,
    }),
    to,
  );
}

/** What of a channel's who asks may end; a Refusal where that is nothing. */
async function own({ destination, subscriptions }: Subscribed, context: Context): Promise<Subscribed["subscriptions"]> {
  const wanted = { channelId: destination.id, kind: destination.kind };
  try {
    await mayChange(wanted, context);
    return subscriptions;
  } catch (error) {
    const mine = subscriptions.filter(isMine(context));
    if (!(error instanceof Refusal) || mine.length === 0) throw error;
    // Leave of who looks after it; the channel must still be of this server.
    if (destination.kind === "dm") throw error;
    await mayChange({ ...wanted, mine: true }, context);
    return mine;
  }
}

export async function endPicked(
  [channelId]: readonly string[],
  [id]: readonly string[],
  context: Context,
): Promise<Answer> {
  const channel = subscribedTo(channelId ?? "", context);
  if (channel === undefined) throw new Refusal(texts(context.language).common.brokenButton);
  const mine = await own(channel, context);
  const ending = id === ALL ? mine : mine.filter((one) => one.id === id);
  if (ending.length === 0) throw new Refusal(texts(context.language).common.brokenButton);
  return end(channel, ending, context, "update");
}

async function end(
  { destination }: Subscribed,
  ending: Subscribed["subscriptions"],
  context: Context,
  to: Answer["to"],
): Promise<Answer> {
  const { known: record, language, user, accounts, narrowing } = context;
  const { guildId, id: channelId, kind } = destination;
  const ids = ending.map(({ id }) => id);
  const { done: ended, told } = await narrowing.during(
    { guildId, channelId, by: user },
    (sets) => sets.filter(({ id }) => !ids.includes(id)),
    () => context.subscriptions.end({ guildId, channelId, by: user.id, ids }),
  );
  const [first, ...rest] = ended;
  if (first === undefined) throw new Refusal(texts(language).settings.undoOver);
  const carried: Ended = {
    guildId,
    channelId,
    kind,
    ids: [first.id, ...rest.map(({ id }) => id)],
    at: first.endedAt ?? context.now,
  };
  // The word that says so is on its way, too: it is none of what waited.
  const waiting = accounts?.waiting(channelId).filter(({ alert }) => alert.kind !== "alerts.narrowed") ?? [];
  return answer(
    removedView(
      {
        where: whereName(destination, language),
        ended,
        waiting: waiting.length,
        told,
        others: goesOn(destination, context),
      },
      {
        record,
        zone: destination.zone,
        language,
        undo: { name: "alerts.restore", args: [JSON.stringify(carried)] },
      },
    ),
    to,
  );
}

/** From this server, or to a direct message from another. */
function goesOn({ guildId, id, kind }: Destination, { subscriptions, now }: Context): boolean {
  if (subscriptions.list(guildId).some(({ destination }) => destination.id === id)) return true;
  const isElsewhere = ({ destination }: Subscribed) => destination.id === id && destination.guildId !== guildId;
  return kind === "dm" && subscriptions.at(now).some(isElsewhere);
}

export async function restore([text]: readonly string[], context: Context): Promise<Answer> {
  const { language, now } = context;
  const { common, settings: t } = texts(language);
  const read = Ended.safeParse(jsonOf(text)).data;
  if (read === undefined || read.guildId !== context.guildId) throw new Refusal(common.brokenButton);
  const { channelId, kind } = read;
  const rows = context.subscriptions.ended(read);
  await mayChange({ channelId, kind, mine: rows.length > 0 && rows.every(isMine(context)) }, context);
  if (now - read.at > UNDO_FOR) return answer({ content: t.undoLate }, "update");
  if (rows.length < read.ids.length) return answer({ content: t.undoOver }, "update");
  const { guildId } = read;
  await context.narrowing.during({ guildId, channelId, by: context.user }, all, async () => {
    for (const { id } of rows)
      await context.subscriptions.setSubscription(guildId, id, { endedAt: undefined, endedBy: undefined });
  });
  return answer({ content: t.restored(whereName({ kind, id: channelId }, language)) }, "update");
}
