// /alerts edit: the card of what a channel is told now; of several sets, which.
import { answer, type Answer, type Context, Refusal } from "../../src/command.ts";
import { draftOf } from "../../src/domain/draft.ts";
import { texts } from "../../src/text/index.ts";
import { whereName } from "../../src/views/settings/lines.ts";
import { elsewhereView, whichView } from "../../src/views/settings/which.ts";
import type { Subscribed } from "../../src/store/subscriptions.ts";
import { type Aim, aimed } from "./aimed.ts";
import { inServer, isMine, mayChange } from "./allowed.ts";
import { card, subscribedTo } from "./card.ts";
import { elsewhere, setNamed } from "./sets.ts";

export type Typed = Aim & { set: string | undefined };

export async function edit(typed: Typed, context: Context): Promise<Answer> {
  const { language } = context;
  inServer(context);
  if (typed.set !== undefined) {
    const { channel, one } = setNamed(typed.set, typed.channel, context);
    return card(draftOf(channel.destination, one), context);
  }
  const { channelId, kind } = await aimed(typed, context);
  const channel = subscribedTo(channelId, context);
  if (channel !== undefined) return cardOrWhich(channel, context);
  const others = typed.channel === undefined && typed.me === undefined ? await elsewhere(context) : [];
  if (others.length > 0) return answer(elsewhereView({ list: "edit-in", listed: others, page: 1, language }));
  throw new Refusal(texts(language).settings.none(whereName({ kind, id: channelId }, language)));
}

async function cardOrWhich(channel: Subscribed, context: Context, to: Answer["to"] = "asker"): Promise<Answer> {
  const { destination, subscriptions } = channel;
  const [first, ...more] = subscriptions;
  if (first !== undefined && more.length === 0) return card(draftOf(destination, first), context, { to });
  return which(channel, 1, context, to);
}

/** Of several sets, a page. */
export async function which(channel: Subscribed, page: number, context: Context, to: Answer["to"]): Promise<Answer> {
  const { destination, subscriptions } = channel;
  await mayChange(
    { channelId: destination.id, kind: destination.kind, mine: subscriptions.some(isMine(context)) },
    context,
  );
  return answer(whichView({ channel, page, record: context.known, now: context.now, language: context.language }), to);
}

export async function editInPicked(
  _: readonly string[],
  [channelId]: readonly string[],
  context: Context,
): Promise<Answer> {
  const channel = subscribedTo(channelId ?? "", context);
  if (channel === undefined) throw new Refusal(texts(context.language).common.brokenButton);
  return cardOrWhich(channel, context, "update");
}

export async function whichPicked(
  [channelId]: readonly string[],
  [id]: readonly string[],
  context: Context,
): Promise<Answer> {
  const channel = subscribedTo(channelId ?? "", context);
  const own = channel?.subscriptions.find((one) => one.id === id);
  if (channel === undefined || own === undefined) throw new Refusal(texts(context.language).common.brokenButton);
  return card(draftOf(channel.destination, own), context, { to: "update" });
}
