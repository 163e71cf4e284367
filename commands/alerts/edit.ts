// /alerts edit: the card of what a channel is told now; of several sets, which.
import { answer, type Answer, type Context, Refusal } from "../../src/command.ts";
import { draftOf } from "../../src/domain/draft.ts";
import { texts } from "../../src/text/index.ts";
import { whereName } from "../../src/views/settings/lines.ts";
import { whichView } from "../../src/views/settings/which.ts";
import { inServer, isMine, mayChange } from "./allowed.ts";
import { card, subscribedTo } from "./card.ts";

type Typed = { channel: string | undefined; me: string | undefined };

export async function edit(typed: Typed, context: Context): Promise<Answer> {
  const { language } = context;
  const t = texts(language).settings;
  inServer(context);
  const channelId = await channelOf(typed, context);
  const channel = subscribedTo(channelId, context);
  if (channel === undefined) {
    const kind = typed.me === undefined ? "channel" : "dm";
    throw new Refusal(t.none(whereName({ kind, id: channelId }, language)));
  }
  const { destination, subscriptions } = channel;
  const [first, ...more] = subscriptions;
  if (first !== undefined && more.length === 0) return card(draftOf(destination, first), context);
  await mayChange({ channelId, kind: destination.kind, mine: subscriptions.some(isMine(context)) }, context);
  return answer(whichView({ channel, record: context.known, now: context.now, language }));
}

/** Without leave: whoever goes on is asked for it. */
export async function channelOf({ channel, me }: Typed, context: Context): Promise<string> {
  const t = texts(context.language).settings;
  if (me === undefined) return channel ?? context.channelId;
  if (channel !== undefined) throw new Refusal(t.meAndChannel);
  const own = await context.direct();
  if (own === undefined) throw new Refusal(t.noDirect);
  return own;
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
