// What the row of a channel or a subscription is after somebody asked for something. It must never read or write the store.
import type { Draft } from "../domain/draft.ts";
import { newSubject } from "../domain/id.ts";
import { asksTheSame, Destination, Subscription, USUAL_LEADS } from "../domain/subscription.ts";
import type { Millis } from "../domain/time.ts";
import { fine } from "../domain/topic.ts";
import type { NewSubscription } from "./subscriptions.ts";

/** What no permission brings back. */
const GRAVE: ReadonlySet<string> = new Set(["no-such-channel", "bot-removed"]);

/** A channel closed for alerts; undefined where it is closed already for a reason that is no less grave. One that was closed keeps its time. */
export function closed(old: Destination, reason: string, name: string | undefined, now: Millis) {
  const before = old.paused;
  if (before !== undefined && !(GRAVE.has(reason) && !GRAVE.has(before.reason))) return undefined;
  const named = name === undefined ? {} : { name };
  const gone = reason === "bot-removed" ? { goneAt: now } : {};
  return { ...old, paused: { at: before?.at ?? now, reason, ...named, ...gone } };
}

/** What is kept of a channel that somebody subscribes: it is open. Where nobody was subscribed any more, a pause of theirs must not silence who comes new. */
export function kept(old: Destination | undefined, isHeard: boolean): Partial<Destination> {
  if (old === undefined) return {};
  const { paused: _, pause, ...before } = old;
  return pause === undefined || !isHeard ? before : { ...before, pause };
}

/** A channel as a card has it. `old`: as it stands. */
export function channelOf(draft: Draft, old: Destination | undefined, isHeard: boolean): Destination {
  const { guildId, channelId, kind, channel } = draft;
  const { quietHours } = channel;
  // One that is kept already goes on.
  const board = channel.board === undefined ? undefined : (old?.board ?? channel.board);
  const own = { quietHours, board, boardOff: board === undefined ? old?.boardOff : undefined };
  return Destination.parse({ ...kept(old, isHeard), v: 1, id: channelId, guildId, kind, ...channel, ...own });
}

/** A subscription as a card has it. `old`: as it stands. */
export function subscriptionOf(
  { guildId, channelId, settings }: Draft,
  old: Subscription | undefined,
  now: Millis,
  by?: string,
) {
  const { v, id, destination, since } = old ?? { v: 1, id: newSubject("sub"), destination: channelId, since: now };
  const isCared = old === undefined || (old.owner === settings.owner && old.secondContact === settings.secondContact);
  const caredSince = isCared ? old?.caredSince : now;
  return asked(Subscription.parse({ ...settings, caredSince, v, id, destination, guildId, since }), old, now, by);
}

/** One that begins. */
export function begun({ channelId, guildId, topics, areas, leads, endLeads, owner }: NewSubscription, since: Millis) {
  return Subscription.parse({
    v: 1,
    id: newSubject("sub"),
    destination: channelId,
    guildId,
    topics,
    areas,
    leads: leads ?? USUAL_LEADS,
    endLeads: endLeads ?? [],
    owner,
    since,
  });
}

/** One that runs, at other times before; undefined where they are the same. */
export function led(old: Subscription, { leads, endLeads }: NewSubscription, now: Millis): Subscription | undefined {
  const next = Subscription.parse({ ...old, leads: leads ?? old.leads, endLeads: endLeads ?? old.endLeads });
  if (sameNumbers(next.leads, old.leads) && sameNumbers(next.endLeads, old.endLeads)) return undefined;
  return asked(next, old, now);
}

/** With the time of the last change to what it asks for, and whose it was; of a new one that is its begin. */
export function asked(next: Subscription, old: Subscription | undefined, now: Millis, by?: string): Subscription {
  const { askedSince: _since, askedBy: _by, ...own } = next;
  const isChanged = old !== undefined && !asksTheSame(next, old);
  const since = isChanged ? now : old?.askedSince;
  const hand = isChanged || old === undefined ? by : old.askedBy;
  return {
    ...own,
    ...(since === undefined ? {} : { askedSince: since }),
    ...(hand === undefined ? {} : { askedBy: hand }),
  };
}

type Asked = Pick<NewSubscription, "topics" | "areas">;

/** Word for word the same kinds and places. `places`: what the running one's areas are by now. */
export const isAsked = (one: Asked, wanted: Asked, places: readonly string[]) =>
  same(one.topics, wanted.topics) && isAt(one, wanted, places);

/** The same kinds and places, however they are grouped: then it is that one that is changed. */
export const hearsTheSame = (one: Asked, wanted: Asked, places: readonly string[]) =>
  same(fine(one.topics), fine(wanted.topics)) && isAt(one, wanted, places);

const isAt = (one: Asked, wanted: Pick<Asked, "areas">, places: readonly string[]) =>
  same(one.areas, wanted.areas) || same(places, wanted.areas);
const sameNumbers = (a: readonly number[], b: readonly number[]) => same(a.map(String), b.map(String));
const same = (a: readonly string[], b: readonly string[]) => [...a].sort().join() === [...b].sort().join();
