// Subscriptions as rows of the `subs` namespace. Keys begin with the guild, so that a guild can be forgotten; nothing else erases a row.
import type { Clock } from "../clock.ts";
import { channelSettings, type Draft, restsOn, settingsOf } from "../domain/draft.ts";
import { Destination, Subscription } from "../domain/subscription.ts";
import type { Millis } from "../domain/time.ts";
import { oneByOne } from "../engines/one-by-one.ts";
import { expected, pages } from "../engines/pages.ts";
import type { Store as Rows } from "../engines/store.ts";
import { HeardByChannel } from "./heard-by-channel.ts";
import { KeptRows } from "./kept-rows.ts";
import { asked, begun, channelOf, closed, hearsTheSame, isAsked, kept, led, subscriptionOf } from "./next-rows.ts";
import type { Changes, NewSubscription, Saved, Subscribed, SubscribedAs, Subscriptions } from "./subscriptions.ts";

type Changed = (before: Destination | undefined, after: Destination | undefined) => void;
type Places = (one: Subscription) => readonly string[];
type Ended = Parameters<Subscriptions["end"]>[0];

export class StoredSubscriptions implements Subscriptions {
  readonly #rows: Rows;
  readonly #clock: Pick<Clock, "now">;
  readonly #places: Places;
  readonly #destinations: KeptRows<Destination>;
  readonly #subscriptions: KeptRows<Subscription>;
  readonly #heard: HeardByChannel;
  readonly #listeners = new Set<Changed>();
  readonly #inTurn = oneByOne();

  private constructor(rows: Rows, clock: Pick<Clock, "now">, places: Places) {
    this.#rows = rows;
    this.#clock = clock;
    this.#places = places;
    this.#destinations = new KeptRows(rows, Destination, "subscription row");
    this.#subscriptions = new KeptRows(rows, Subscription, "subscription row");
    this.#heard = new HeardByChannel(this.#destinations, this.#subscriptions);
  }

  /** `places`: what a subscription's areas are by now. Throws with the row's key on a row that no longer fits its schema. */
  static async open(
    rows: Rows,
    clock: Pick<Clock, "now">,
    places: Places = (one) => one.areas,
  ): Promise<StoredSubscriptions> {
    const all = new StoredSubscriptions(rows, clock, places);
    for await (const row of rows.scan()) {
      if (row.key.includes("-dest-")) all.#destinations.found(row);
      // Others keep rows of a guild here, too.
      else if (row.key.includes("-sub-")) {
        const subscription = all.#subscriptions.found(row);
        all.#heard.changed(subscription);
        all.#heard.add(row.key, subscription);
      }
    }
    return all;
  }

  subscribe(wanted: NewSubscription): Promise<{ is: SubscribedAs; subscribed: Subscribed }> {
    return this.#inTurn(() => this.#subscribe(wanted));
  }

  save(draft: Draft, by?: string): Promise<Saved> {
    return this.#inTurn(() => this.#save(draft, by));
  }

  end(channel: Ended): Promise<readonly Subscription[]> {
    return this.#inTurn(() => this.#end(channel));
  }

  ended({ guildId, ids, at }: Parameters<Subscriptions["ended"]>[0]): readonly Subscription[] {
    const rows = ids.flatMap((id) => this.#subscriptions.get(keyOf({ guildId, id })) ?? []);
    return rows.filter(({ endedAt }) => endedAt === at);
  }

  list(guildId: string): readonly Subscribed[] {
    return this.#heard.inGuild(guildId);
  }

  at(instant: Millis): readonly Subscribed[] {
    return this.#heard.at(instant);
  }

  /** Everything that runs now, whatever the clock says. */
  running(): readonly Subscribed[] {
    return this.#heard.running();
  }

  /** One channel's running subscriptions; undefined when it has none. */
  of(guildId: string, channelId: string): Subscribed | undefined {
    return this.#heard.of(this.destination(guildId, channelId), "running");
  }

  /** Everything that a channel was ever subscribed to, what ended too; undefined when that is nothing. */
  ever(guildId: string, channelId: string): Subscribed | undefined {
    return this.#heard.of(this.destination(guildId, channelId), "ever");
  }

  /** A channel, whoever is subscribed; undefined where nobody ever was. */
  destination(guildId: string, channelId: string): Destination | undefined {
    return this.#destinations.get(channelKey(guildId, channelId));
  }

  /** Every channel of which a row stands, subscribed to or not. */
  places(): readonly Destination[] {
    return this.#destinations.values();
  }

  /** Closes channels for alerts without forgetting anything. `reason`: a named one; one that is paused keeps its time and takes a graver reason. */
  pause(
    of: string | { channelId: string; name?: string | undefined } | { guildId: string },
    reason: string,
  ): Promise<void> {
    const what = typeof of === "string" ? { channelId: of } : of;
    return this.#inTurn(async () => {
      for (const [key, value] of this.#destinations.entries()) {
        if ("guildId" in what ? value.guildId !== what.guildId : value.id !== what.channelId) continue;
        const next = closed(value, reason, "name" in what ? what.name : undefined, this.#clock.now());
        if (next !== undefined) await this.#putChannel(key, next);
      }
    });
  }

  /** It takes alerts again. @returns whether it was paused. */
  resume(guildId: string, channelId: string): Promise<boolean> {
    return this.#inTurn(async () => {
      const key = channelKey(guildId, channelId);
      const old = this.#destinations.get(key);
      if (old?.paused === undefined) return false;
      const { paused: _, ...open } = old;
      await this.#putChannel(key, open);
      return true;
    });
  }

  setDestination(guildId: string, channelId: string, changes: Changes<Destination>): Promise<Destination | undefined> {
    return this.#inTurn(async () => {
      const key = channelKey(guildId, channelId);
      const old = this.#destinations.get(key);
      if (old === undefined) return undefined;
      const next = Destination.parse({ ...old, ...changes });
      await this.#putChannel(key, next);
      return next;
    });
  }

  setSubscription(guildId: string, id: string, changes: Changes<Subscription>): Promise<Subscription | undefined> {
    return this.#inTurn(async () => {
      const key = keyOf({ guildId, id });
      const old = this.#subscriptions.get(key);
      if (old === undefined) return undefined;
      const cared = "owner" in changes || "secondContact" in changes ? { caredSince: this.#clock.now() } : {};
      const next = asked(Subscription.parse({ ...old, ...changes, ...cared }), old, this.#clock.now());
      await this.#putSubscription(key, next);
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
    const before = this.#destinations.get(key);
    const subscription = this.#subscriptions.get(key);
    this.#destinations.drop(key);
    this.#subscriptions.drop(key);
    this.#heard.changed();
    if (subscription !== undefined) this.#heard.drop(key, subscription);
    for (const listener of this.#listeners) listener(before, undefined);
  }

  /** Told after each change: of a channel what it was and is, of a subscription neither. */
  onChanged(listener: Changed): void {
    this.#listeners.add(listener);
  }

  async #subscribe(wanted: NewSubscription): Promise<{ is: SubscribedAs; subscribed: Subscribed }> {
    const running = this.of(wanted.guildId, wanted.channelId);
    const old = running?.subscriptions.find((one) => isAsked(one, wanted, this.#places(one)));
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
  async #lead(old: Subscription, wanted: NewSubscription): Promise<boolean> {
    const next = led(old, wanted, this.#clock.now());
    if (next !== undefined) await this.#putSubscription(keyOf(old), next);
    return next !== undefined;
  }

  /** The channel, in the words and the zone of who asked last, and no longer paused. */
  async #open({ guildId, channelId, kind, language, zone }: NewSubscription): Promise<Destination> {
    const key = channelKey(guildId, channelId);
    const before = kept(this.#destinations.get(key), this.of(guildId, channelId) !== undefined);
    const destination: Destination = { ...before, v: 1, id: channelId, guildId, kind, language, zone };
    await this.#putChannel(key, destination);
    return destination;
  }

  async #begin(wanted: NewSubscription): Promise<void> {
    const subscription = begun(wanted, this.#clock.now());
    const key = keyOf(subscription);
    await this.#putSubscription(key, subscription);
  }

  async #save(draft: Draft, by: string | undefined): Promise<Saved> {
    const { guildId, channelId, of, settings } = draft;
    const running = this.of(guildId, channelId);
    const old =
      of === undefined
        ? running?.subscriptions.find((one) => hearsTheSame(one, settings, this.#places(one)))
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
    // Whoever saves has just seen that it can be written to: it is no longer paused.
    const channel = channelOf(draft, this.destination(guildId, channelId), running !== undefined);
    await this.#putChannel(channelKey(guildId, channelId), channel);
    const next = subscriptionOf(draft, old, this.#clock.now(), by);
    const key = keyOf(next);
    await this.#putSubscription(key, next);
    const subscribed = this.of(guildId, channelId);
    if (subscribed === undefined) throw new Error(`${key} was written and does not run`);
    return { is: old === undefined ? "new" : "changed", id: next.id, subscribed, ...before };
  }

  async #end(channel: Ended): Promise<readonly Subscription[]> {
    const ended: Subscription[] = [];
    for (const [key, value] of this.#subscriptions.entries()) {
      if (value.guildId !== channel.guildId || value.destination !== channel.channelId || value.endedAt !== undefined)
        continue;
      if (channel.ids !== undefined && !channel.ids.includes(value.id)) continue;
      const last: Subscription = { ...value, endedAt: this.#clock.now(), endedBy: channel.by };
      await this.#putSubscription(key, last);
      ended.push(last);
    }
    return ended;
  }

  async #putChannel(key: string, value: Destination): Promise<void> {
    const before = this.#destinations.get(key);
    await this.#destinations.put(key, value);
    this.#heard.changed();
    for (const listener of this.#listeners) listener(before, value);
  }

  async #putSubscription(key: string, value: Subscription): Promise<void> {
    await this.#subscriptions.put(key, value);
    this.#heard.changed(value);
    // Found by whoever is told of it now.
    this.#heard.add(key, value);
    for (const listener of this.#listeners) listener(undefined, undefined);
  }
}

const channelKey = (guildId: string, channelId: string) => `${guildId}-dest-${channelId}`;
const keyOf = ({ guildId, id }: Pick<Subscription, "guildId" | "id">) => `${guildId}-sub-${id}`;
