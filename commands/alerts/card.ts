// The card: a draft of alerts in the buttons' own arguments, shown with what Discord allows and what it would bring. Nothing is stored here.
import { z } from "zod";
import type { Ground } from "../../src/domain/ground.ts";
import { answer, type Answer, type Context, Refusal } from "../../src/command.ts";
import { Draft, restsOn } from "../../src/domain/draft.ts";
import type { CaredBy } from "../../src/domain/duty.ts";
import { newSubject } from "../../src/domain/id.ts";
import { Destination, Subscription } from "../../src/domain/subscription.ts";
import type { Subscribed } from "../../src/store/subscriptions.ts";
import { texts } from "../../src/text/index.ts";
import { cardView } from "../../src/views/settings/card.ts";
import { whereName } from "../../src/views/settings/lines.ts";
import { inServer, isMine, mayChange } from "./allowed.ts";
import { preview } from "./preview.ts";
import { thingsFor } from "./things/index.ts";

export const packed = (draft: Draft) => JSON.stringify(draft);

/** What a button of ours carried for this server; a Refusal for anything else. */
export function unpacked(text: string | undefined, context: Context): Draft {
  const draft = Draft.safeParse(jsonOf(text)).data;
  if (draft === undefined || draft.guildId !== inServer(context))
    throw new Refusal(texts(context.language).common.brokenButton);
  return draft;
}

/** Undefined where it is no JSON. */
export function jsonOf(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export interface Stands {
  channel: Subscribed | undefined;
  /** The subscription that the draft was read from. */
  own: Subscription | undefined;
}

export function standsFor({ channelId, of }: Draft, context: Context): Stands {
  const channel = subscribedTo(channelId, context);
  return { channel, own: channel?.subscriptions.find(({ id }) => id === of?.id) };
}

export function subscribedTo(channelId: string, context: Context): Subscribed | undefined {
  return context.subscriptions.list(inServer(context)).find(({ destination }) => destination.id === channelId);
}

/** Leave for a draft: who looks after what stands counts, never whom the draft names. A new set may turn out to be any that stands: then all of them count. */
export async function groundOf(draft: Draft, context: Context): Promise<Ground> {
  const { own, channel } = standsFor(draft, context);
  const { channelId, kind } = draft;
  const over = own === undefined ? (draft.of === undefined ? (channel?.subscriptions ?? []) : []) : [own];
  const ground = await mayChange({ channelId, kind, mine: over.length > 0 && over.every(isMine(context)) }, context);
  if (ground === "no such channel")
    throw new Refusal(texts(context.language).alerts.noChannel(whereName({ kind, id: channelId }, context.language)));
  return ground;
}

export async function card(
  draft: Draft,
  context: Context,
  { to = "asker", first, ground: given }: { to?: Answer["to"]; first?: string; ground?: Ground } = {},
): Promise<Answer> {
  const ground = given ?? (await groundOf(draft, context));
  const { known: record, now, language } = context;
  const { channel } = standsFor(draft, context);
  const others = channel?.subscriptions.filter(({ id }) => id !== draft.of?.id) ?? [];
  const as = asSubscribed(draft, others, channel?.destination, now);
  const would = await preview(as, context);
  return answer(
    cardView({
      draft,
      packed: packed(draft),
      ground,
      others: others.length,
      would,
      changed: draft.of !== undefined && restsOn(draft.channel, draft.settings) !== draft.of.rests,
      cared: caredFor(draft, as, context),
      things: thingsFor(draft).map(({ name }) => name),
      record,
      now,
      language,
      ...(first === undefined ? {} : { first }),
    }),
    to,
  );
}

/** Whoever is named anew takes it on from now: what they handed over before that does not move it. */
function caredFor(draft: Draft, { subscriptions }: Subscribed, context: Context): CaredBy {
  const { owner, secondContact } = draft.settings;
  const { own } = standsFor(draft, context);
  const named = subscriptions.at(-1);
  const one = own?.owner === owner && own.secondContact === secondContact ? own : named;
  return one === undefined ? { person: owner } : context.duty.caredBy(one);
}

/** The channel as it would be. */
function asSubscribed(
  { guildId, channelId, kind, channel, settings, of }: Draft,
  others: readonly Subscription[],
  before: Destination | undefined,
  now: number,
): Subscribed {
  const { quietHours: _q, board: _b, ...rest } = before ?? {};
  const destination = Destination.parse({ ...rest, v: 1, id: channelId, guildId, kind, ...channel });
  const id = of?.id ?? newSubject("sub");
  const own = Subscription.parse({ ...settings, v: 1, id, destination: channelId, guildId, since: now });
  return { destination, subscriptions: [...others, own] };
}

/** "Check again", and the way back from a mistake. */
export function cardAgain([text]: readonly string[], context: Context): Promise<Answer> {
  return card(unpacked(text, context), context, { to: "update" });
}

export function cancelled(_: readonly string[], { language }: Context): Answer {
  return answer({ content: texts(language).settings.cancelled }, "update");
}

/** What was typed into options, by their names. */
export const TypedText = z.record(z.string().max(40), z.string().max(6000));

export const Id = z.string().regex(/^\d{17,20}$/);
