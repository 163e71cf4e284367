// Which channel hears what, found by channel and by instant: each tick, each fact and each of thousands of rows asks for it. It writes nothing.
import type { Destination, Subscription } from "../domain/subscription.ts";
import type { Millis } from "../domain/time.ts";
import type { KeptRows } from "./kept-rows.ts";
import type { Subscribed } from "./subscriptions.ts";

type Wanted = (one: Subscription) => boolean;

export class HeardByChannel {
  readonly #destinations: KeptRows<Destination>;
  readonly #subscriptions: KeptRows<Subscription>;
  /** Guild and channel -> keys of its subscriptions: an alert to thousands of channels asks for each of them. */
  readonly #ofChannel = new Map<string, Set<string>>();
  /** Everything that runs, until somebody changes something: each tick and each fact ask for it. */
  #all: readonly Subscribed[] | undefined;
  /** Each channel's part of it: the same object until something of that channel changes. */
  readonly #own = new WeakMap<Destination, Subscribed>();
  /** When the last of them began or ended, world time: from then on it is what runs. */
  #turned = -Infinity;

  constructor(destinations: KeptRows<Destination>, subscriptions: KeptRows<Subscription>) {
    this.#destinations = destinations;
    this.#subscriptions = subscriptions;
  }

  /** A row is another now; of a subscription, what it is. */
  changed(subscription?: Subscription): void {
    this.#all = undefined;
    if (subscription === undefined) return;
    const { since, endedAt } = subscription;
    this.#turned = Math.max(this.#turned, since, endedAt ?? since);
  }

  /** A subscription's row is there to be found. */
  add(key: string, subscription: Subscription): void {
    this.#all = undefined;
    const channel = channelOf(subscription);
    this.#ofChannel.set(channel, (this.#ofChannel.get(channel) ?? new Set()).add(key));
  }

  drop(key: string, subscription: Subscription): void {
    this.#ofChannel.get(channelOf(subscription))?.delete(key);
  }

  /** Everything that runs now, whatever the clock says: one that was set back must not silence anybody. */
  running(): readonly Subscribed[] {
    return (this.#all ??= this.#where(runs).map((one) => this.#asBefore(one)));
  }

  at(instant: Millis): readonly Subscribed[] {
    return instant >= this.#turned ? this.running() : this.#where(runsAt(instant));
  }

  inGuild(guildId: string): readonly Subscribed[] {
    return this.#where((one) => one.guildId === guildId && runs(one));
  }

  /** One channel's running subscriptions, or all that it ever had; undefined where that is nothing. */
  of(destination: Destination | undefined, which: "running" | "ever"): Subscribed | undefined {
    return destination === undefined ? undefined : this.#heard(destination, which === "running" ? runs : () => true);
  }

  #asBefore(one: Subscribed): Subscribed {
    const before = this.#own.get(one.destination);
    const { length } = one.subscriptions;
    if (before?.subscriptions.length === length && before.subscriptions.every((own, i) => own === one.subscriptions[i]))
      return before;
    this.#own.set(one.destination, one);
    return one;
  }

  #where(wanted: Wanted): Subscribed[] {
    return this.#destinations.values().flatMap((destination) => this.#heard(destination, wanted) ?? []);
  }

  #heard(destination: Destination, wanted: Wanted): Subscribed | undefined {
    const keys = this.#ofChannel.get(channelOf({ guildId: destination.guildId, destination: destination.id })) ?? [];
    const subscriptions = [...keys].flatMap((key) => this.#subscriptions.get(key) ?? []).filter(wanted);
    return subscriptions.length === 0 ? undefined : { destination, subscriptions };
  }
}

const channelOf = ({ guildId, destination }: Pick<Subscription, "guildId" | "destination">) =>
  `${guildId} ${destination}`;

const runs: Wanted = ({ endedAt }) => endedAt === undefined;
const runsAt =
  (instant: Millis): Wanted =>
  ({ since, endedAt }) =>
    since <= instant && (endedAt === undefined || instant < endedAt);
