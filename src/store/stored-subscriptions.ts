// Subscriptions as rows of the `subs` namespace. Keys begin with the guild, so that a guild can be forgotten; nothing else erases a row.
import { z } from "zod";
import type { Clock } from "../clock.ts";
import { channelSettings, type Draft, restsOn, settingsOf } from "../domain/draft.ts";
import { newSubject } from "../domain/id.ts";
import { Destination, Subscription, USUAL_LEADS } from "../domain/subscription.ts";
import { fine } from "../domain/topic.ts";
import type { Millis } from "../domain/time.ts";
import { expected, pages } from "../engines/pages.ts";
import type { Store as Rows } from "../engines/store.ts";
import type { Changes, NewSubscription, Saved, Subscribed, SubscribedAs, Subscriptions } from "./subscriptions.ts";

type Changed = (before: Destination | undefined, after: Destination | undefined) => void;
type Places = (one: Subscription) => readonly string[];
type Ended = Parameters<Subscriptions["end"]>[0];

export class StoredSubscriptions implements Subscriptions {
  readonly #rows: Rows;
  readonly #clock: Pick<Clock, "now">;
  readonly #places: Places;
  readonly #destinations = new Map<string, { value: Destination; version: number }>();
  readonly #subscriptions = new Map<string, { value: Subscription; version: number }>();
  /** Guild and channel -> keys of its subscriptions: an alert to thousands of channels asks for each of them. */
  readonly #ofChannel = new Map<string, Set<string>>();
  readonly #listeners = new Set<Changed>();
  /** Everything that runs, until somebody changes something: each tick and each fact ask for it. */
  #all: readonly Subscribed[] | undefined;
  /** Each channel's part of it: the same object until something of that channel changes. */
  readonly #own = new WeakMap<Destination, Subscribed>();
  /** When the last of them began or ended, world time: from then on it is what runs. */
  #turned = -Infinity;
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(rows: Rows, clock: Pick<Clock, "now">, places: Places) {
    this.#rows = rows;
    this.#clock = clock;
    this.#places = places;
  }

  /** `places`: what a subscription's areas are by now. Throws with the row's key on a row that no longer fits its schema. */
  static async open(
    rows: Rows,
    clock: Pick<Clock, "now">,
    places: Places = (one) => one.areas,
  ): Promise<StoredSubscriptions> {
    const all = new StoredSubscriptions(rows, clock, places);
    for await (const { key, value, version } of rows.scan()) {
      if (key.includes("-dest-")) all.#destinations.set(key, { value: read(Destination, key, value), version });
      // Others keep rows of a guild here, too.
      else if (key.includes("-sub-")) {
        const subscription = read(Subscription, key, value);
        all.#subscriptions.set(key, { value: subscription, version });
        all.#index(key, subscription);
        all.#turns(subscription);
      }
    }
    return all;
  }

  subscribe(wanted: NewSubscription): Promise<{ is: SubscribedAs; subscribed: Subscribed }> {
    return this.#inTurn(() => this.#subscribe(wanted));
  }

  save(draft: Draft): Promise<Saved> {
    return this.#inTurn(() => this.#save(draft));
  }

  end(channel: Ended): Promise<readonly Subscription[]> {
    return this.#inTurn(() => this.#end(channel));
  }

  ended({ guildId, ids, at }: Parameters<Subscriptions["ended"]>[0]): readonly Subscription[] {
    const rows = ids.flatMap((id) => this.#subscriptions.get(keyOf({ guildId, id }))?.value ?? []);
    return rows.filter(({ endedAt }) => endedAt === at);
  }

  list(guildId: string): readonly Subscribed[] {
    return this.#running((one) => one.guildId === guildId && runs(one));
  }

  at(instant: Millis): readonly Subscribed[] {
    return instant >= this.#turned ? this.running() : this.#running(runsAt(instant));
  }

  /** Everything that runs now, whatever the clock says: one that was set back must not silence anybody. */
  running(): readonly Subscribed[] {
    return (this.#all ??= this.#running(runs).map((one) => this.#asBefore(one)));
  }

  #asBefore(one: Subscribed): Subscribed {
    const before = this.#own.get(one.destination);
    const { length } = one.subscriptions;
    if (before?.subscriptions.length === length && before.subscriptions.every((own, i) => own === one.subscriptions[i]))
      return before;
    this.#own.set(one.destination, one);
    return one;
  }

  /** One channel's running subscriptions; undefined when it has none. */
  of(guildId: string, channelId: string): Subscribed | undefined {
    const destination = this.#destinations.get(`${guildId}-dest-${channelId}`)?.value;
    return destination === undefined ? undefined : this.#heard(destination, runs);
  }

  /** Everything that a channel was ever subscribed to, what ended too; undefined when that is nothing. */
  ever(guildId: string, channelId: string): Subscribed | undefined {
    const destination = this.#destinations.get(`${guildId}-dest-${channelId}`)?.value;
    return destination === undefined ? undefined : this.#heard(destination, () => true);
  }

  /** A channel, whoever is subscribed; undefined where nobody ever was. */
  destination(guildId: string, channelId: string): Destination | undefined {
    return this.#destinations.get(`${guildId}-dest-${channelId}`)?.value;
  }

  /** Every channel of which a row stands, subscribed to or not. */
  places(): readonly Destination[] {
    return [...this.#destinations.values()].map(({ value }) => value);
  }

  /** Closes channels for alerts without forgetting anything. `reason`: a named one; one that is paused keeps its time and takes a graver reason. */
  pause(
    of: string | { channelId: string; name?: string | undefined } | { guildId: string },
    reason: string,
  ): Promise<void> {
    const what = typeof of === "string" ? { channelId: of } : of;
    return this.#inTurn(async () => {
      for (const [key, { value, version }] of this.#destinations) {
        if ("guildId" in what ? value.guildId !== what.guildId : value.id !== what.channelId) continue;
        const before = value.paused;
        if (before !== undefined && !(GRAVE.has(reason) && !GRAVE.has(before.reason))) continue;
        const name = "name" in what ? what.name : undefined;
        const gone = reason === "bot-removed" ? { goneAt: this.#clock.now() } : {};
        const paused = {
          at: before?.at ?? this.#clock.now(),
          reason,
          ...(name === undefined ? {} : { name }),
          ...gone,
        };
        await this.#put(this.#destinations, key, { ...value, paused }, version);
      }
    });
  }

  /** It takes alerts again. @returns whether it was paused. */
  resume(guildId: string, channelId: string): Promise<boolean> {
    return this.#inTurn(async () => {
      const key = `${guildId}-dest-${channelId}`;
      const old = this.#destinations.get(key);
      if (old?.value.paused === undefined) return false;
      const { paused: _, ...open } = old.value;
      await this.#put(this.#destinations, key, open, old.version);
      return true;
    });
  }

  setDestination(guildId: string, channelId: string, changes: Changes<Destination>): Promise<Destination | undefined> {
    return this.#inTurn(async () => {
      const key = `${guildId}-dest-${channelId}`;
      const old = this.#destinations.get(key);
      if (old === undefined) return undefined;
      const next = Destination.parse({ ...old.value, ...changes });
      await this.#put(this.#destinations, key, next, old.version);
      return next;
    });
  }

  setSubscription(guildId: string, id: string, changes: Changes<Subscription>): Promise<Subscription | undefined> {
    return this.#inTurn(async () => {
      const key = keyOf({ guildId, id });
      const old = this.#subscriptions.get(key);
      if (old === undefined) return undefined;
      const cared = "owner" in changes || "secondContact" in changes ? { caredSince: this.#clock.now() } : {};
      const next = Subscription.parse({ ...old.value, ...changes, ...cared });
      await this.#put(this.#subscriptions, key, next, old.version);
      return next;
    });
  }

  /** Everything of a guild that stands here, whoever wrote it. @returns how many rows went. Harmless when repeated. */
  forget(guildId: string): Promise<number> {
    return this.#inTurn(async () => {
      let gone = 0;
      for await (const page of pages(this.#rows, `${guildId}-`, 500)) {
        const removed = await this.#rows.remove(page.map(expected));
        if (!removed.ok)
          throw new Error(`Rows of the guild ${guildId} were changed by another hand; this process must stop.`);
        for (const { key } of page) this.#drop(key);
        gone += page.length;
      }
      return gone;
    });
  }

  #drop(key: string): void {
    const before = this.#destinations.get(key)?.value;
    const subscription = this.#subscriptions.get(key)?.value;
    this.#destinations.delete(key);
    this.#subscriptions.delete(key);
    this.#all = undefined;
    if (subscription !== undefined)
      this.#ofChannel.get(`${subscription.guildId} ${subscription.destination}`)?.delete(key);
    for (const listener of this.#listeners) listener(before, undefined);
  }

  /** Told after each change: of a channel what it was and is, of a subscription neither. */
  onChanged(listener: Changed): void {
    this.#listeners.add(listener);
  }

  async #subscribe(wanted: NewSubscription): Promise<{ is: SubscribedAs; subscribed: Subscribed }> {
    const running = this.of(wanted.guildId, wanted.channelId);
    const old = running?.subscriptions.find(
      (one) =>
        same(one.topics, wanted.topics) && (same(one.areas, wanted.areas) || same(this.#places(one), wanted.areas)),
    );
    const open = running !== undefined && running.destination.paused === undefined;
    const changed = old !== undefined && (await this.#lead(old, wanted));
    if (old !== undefined && open)
      return { is: changed ? "changed" : "already", subscribed: this.of(wanted.guildId, wanted.channelId) ?? running };
    const destination = await this.#open(wanted);
    if (old === undefined) await this.#begin(wanted);
    return {
      is: "new",
      subscribed: this.of(wanted.guildId, wanted.channelId) ?? { destination, subscriptions: [] },
    };
  }

  /** A running subscription at other times before; whether anything was written. In its own row: what is planned for it goes on. */
  async #lead(old: Subscription, { leads, endLeads }: NewSubscription): Promise<boolean> {
    const next = Subscription.parse({ ...old, leads: leads ?? old.leads, endLeads: endLeads ?? old.endLeads });
    if (sameNumbers(next.leads, old.leads) && sameNumbers(next.endLeads, old.endLeads)) return false;
    const key = keyOf(old);
    await this.#put(this.#subscriptions, key, next, this.#subscriptions.get(key)?.version);
    return true;
  }

  /** The channel, in the words and the zone of who asked last, and no longer paused. */
  async #open({ guildId, channelId, kind, language, zone }: NewSubscription): Promise<Destination> {
    const key = `${guildId}-dest-${channelId}`;
    const old = this.#destinations.get(key);
    const { paused: _, ...before } = old?.value ?? {};
    const destination: Destination = { ...before, v: 1, id: channelId, guildId, kind, language, zone };
    await this.#put(this.#destinations, key, destination, old?.version);
    return destination;
  }

  async #begin(wanted: NewSubscription): Promise<void> {
    const subscription = Subscription.parse({
      v: 1,
      id: newSubject("sub"),
      destination: wanted.channelId,
      guildId: wanted.guildId,
      topics: wanted.topics,
      areas: wanted.areas,
      leads: wanted.leads ?? USUAL_LEADS,
      endLeads: wanted.endLeads ?? [],
      owner: wanted.owner,
      since: this.#clock.now(),
    });
    const key = keyOf(subscription);
    await this.#put(this.#subscriptions, key, subscription, undefined);
    this.#index(key, subscription);
  }

  async #save(draft: Draft): Promise<Saved> {
    const { guildId, channelId, of, settings } = draft;
    const running = this.of(guildId, channelId);
    const old =
      of === undefined
        ? running?.subscriptions.find((one) => this.#sameHearing(one, draft))
        : running?.subscriptions.find(({ id }) => id === of.id);
    if (of !== undefined && (running === undefined || old === undefined)) return { is: "stale" };
    if (running !== undefined && old !== undefined) {
      const stands = restsOn(channelSettings(running.destination), settingsOf(old));
      if (of !== undefined && stands !== of.rests) return { is: "stale" };
      if (stands === restsOn(draft.channel, settings) && running.destination.paused === undefined)
        return { is: "already", id: old.id, subscribed: running };
    }
    const before =
      running === undefined || old === undefined
        ? {}
        : { before: { destination: running.destination, subscription: old } };
    await this.#setChannel(draft);
    const identity = old ?? { v: 1, id: newSubject("sub"), destination: channelId, guildId, since: this.#clock.now() };
    const { v, id, destination, since } = identity;
    const isCared = old === undefined || (old.owner === settings.owner && old.secondContact === settings.secondContact);
    const caredSince = isCared ? old?.caredSince : this.#clock.now();
    const next = Subscription.parse({ ...settings, caredSince, v, id, destination, guildId, since });
    const key = keyOf(next);
    await this.#put(this.#subscriptions, key, next, this.#subscriptions.get(key)?.version);
    this.#index(key, next);
    const subscribed = this.of(guildId, channelId);
    if (subscribed === undefined) throw new Error(`${key} was written and does not run`);
    return { is: old === undefined ? "new" : "changed", id, subscribed, ...before };
  }

  /** The same kinds and places: then it is that one that is changed. */
  #sameHearing(one: Subscription, { settings: { topics, areas } }: Draft): boolean {
    return same(fine(one.topics), fine(topics)) && (same(one.areas, areas) || same(this.#places(one), areas));
  }

  /** Whoever saves has just seen that it can be written to: it is no longer paused. */
  async #setChannel({ guildId, channelId, kind, channel }: Draft): Promise<void> {
    const key = `${guildId}-dest-${channelId}`;
    const old = this.#destinations.get(key);
    const { paused: _, ...before } = old?.value ?? {};
    const { quietHours } = channel;
    // One that is kept already goes on.
    const board = channel.board === undefined ? undefined : (old?.value.board ?? channel.board);
    const next = Destination.parse({ ...before, v: 1, id: channelId, guildId, kind, ...channel, quietHours, board });
    await this.#put(this.#destinations, key, next, old?.version);
  }

  async #end(channel: Ended): Promise<readonly Subscription[]> {
    const ended: Subscription[] = [];
    for (const [key, { value, version }] of this.#subscriptions) {
      if (value.guildId !== channel.guildId || value.destination !== channel.channelId || value.endedAt !== undefined)
        continue;
      if (channel.ids !== undefined && !channel.ids.includes(value.id)) continue;
      const last: Subscription = { ...value, endedAt: this.#clock.now(), endedBy: channel.by };
      await this.#put(this.#subscriptions, key, last, version);
      ended.push(last);
    }
    return ended;
  }

  #running(wanted: (one: Subscription) => boolean): Subscribed[] {
    return [...this.#destinations.values()].flatMap(({ value: destination }) => this.#heard(destination, wanted) ?? []);
  }

  #heard(destination: Destination, wanted: (one: Subscription) => boolean): Subscribed | undefined {
    const keys = this.#ofChannel.get(`${destination.guildId} ${destination.id}`) ?? [];
    const subscriptions = [...keys].flatMap((key) => this.#subscriptions.get(key)?.value ?? []).filter(wanted);
    return subscriptions.length === 0 ? undefined : { destination, subscriptions };
  }

  #turns({ since, endedAt }: Subscription): void {
    this.#turned = Math.max(this.#turned, since, endedAt ?? since);
  }

  #index(key: string, { guildId, destination }: Subscription): void {
    const channel = `${guildId} ${destination}`;
    this.#all = undefined;
    this.#ofChannel.set(channel, (this.#ofChannel.get(channel) ?? new Set()).add(key));
  }

  async #put<T>(
    kept: Map<string, { value: T; version: number }>,
    key: string,
    value: T,
    version: number | undefined,
  ): Promise<void> {
    const written =
      version === undefined
        ? await this.#rows.addAll([{ key, value }])
        : await this.#rows.swap([{ key, expect: version, value }]);
    if (!written.ok)
      throw new Error(`The subscription row ${key} was changed by another hand; this process must stop.`);
    const before = this.#destinations.get(key)?.value;
    kept.set(key, { value, version: (version ?? 0) + 1 });
    this.#all = undefined;
    const subscription = this.#subscriptions.get(key)?.value;
    if (subscription !== undefined) this.#turns(subscription);
    for (const listener of this.#listeners) listener(before, this.#destinations.get(key)?.value);
  }

  #inTurn<T>(run: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(run);
    this.#turn = mine.catch(() => undefined);
    return mine;
  }
}

/** What no permission brings back. */
const GRAVE: ReadonlySet<string> = new Set(["no-such-channel", "bot-removed"]);

const runs = (one: Subscription) => one.endedAt === undefined;
const runsAt = (instant: Millis) => (one: Subscription) =>
  one.since <= instant && (one.endedAt === undefined || instant < one.endedAt);

const keyOf = ({ guildId, id }: Pick<Subscription, "guildId" | "id">) => `${guildId}-sub-${id}`;

const sameNumbers = (a: readonly number[], b: readonly number[]) => same(a.map(String), b.map(String));
const same = (a: readonly string[], b: readonly string[]) => [...a].sort().join() === [...b].sort().join();

function read<T>(schema: z.ZodType<T>, key: string, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (!parsed.success)
    throw new Error(`The subscription row ${key} in the store is broken: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
