// Who hears of a place or a kind, found without walking everybody: channels by what and where they subscribed. It must find exactly those whom a walk finds
// (test/alerts/hearers.test.ts); what they are told is the planner's.
import type { Alert } from "../domain/alert.ts";
import { type AreaTree, shownArea } from "../domain/area-tree.ts";
import type { AreaId, PlaceId } from "../domain/area.ts";
import type { Millis } from "../domain/time.ts";
import { hears } from "../domain/topic.ts";
import type { Subscribed } from "../store/subscriptions.ts";

/** Left out: of any kind; anywhere. `at`: a place's parts are others at other times. */
export interface Wanted {
  kind?: Alert["kind"];
  places?: readonly PlaceId[];
  at: Millis;
}

type Tree = Pick<AreaTree, "get" | "leaves" | "dated">;

export class Hearers {
  readonly #audience: readonly Subscribed[];
  readonly #tree: Tree;
  /** Of each subscription its channel, by number, and its topics, by the number of that set. */
  readonly #channels: number[] = [];
  readonly #topics: number[] = [];
  /** Where each channel's subscriptions begin. */
  readonly #first: number[] = [];
  readonly #sets = new Map<string, { number: number; topics: Subscribed["subscriptions"][number]["topics"] }>();
  readonly #byArea = new Map<AreaId, number[]>();
  /** Leaf -> areas subscribed to that hold it, as of an instant. */
  #holders: { at: Millis; of: ReadonlyMap<string, readonly AreaId[]> } | undefined;

  constructor(audience: readonly Subscribed[], tree: Tree) {
    this.#audience = audience;
    this.#tree = tree;
    for (const [channel, { subscriptions }] of audience.entries()) {
      this.#first.push(this.#channels.length);
      for (const one of subscriptions) {
        const own = this.#channels.push(channel) - 1;
        this.#topics.push(this.#setOf(one.topics));
        for (const area of one.areas) {
          const there = this.#byArea.get(area);
          if (there === undefined) this.#byArea.set(area, [own]);
          else there.push(own);
        }
      }
    }
  }

  /** Each channel in the order of the audience, with those of its subscriptions that hear of it. */
  hearing({ kind, places, at }: Wanted): Subscribed[] {
    const heard = [...this.#sets.values()].map(({ topics }) => kind === undefined || hears(topics, kind));
    const found = places === undefined ? undefined : this.#within(places, at);
    const all: Subscribed[] = [];
    let last = -1;
    let own: Subscribed["subscriptions"][number][] = [];
    for (let one = 0; one < this.#channels.length; one += 1) {
      if (found !== undefined && found[one] === 0) continue;
      if (heard[this.#topics[one] ?? -1] !== true) continue;
      const channel = this.#channels[one] ?? -1;
      const to = this.#audience[channel];
      const subscription = to?.subscriptions[one - (this.#first[channel] ?? 0)];
      if (to === undefined || subscription === undefined) continue;
      if (channel !== last) {
        own = [];
        all.push({ destination: to.destination, subscriptions: own });
        last = channel;
      }
      own.push(subscription);
    }
    return all;
  }

  /** One mark for each subscription. */
  #within(places: readonly PlaceId[], at: Millis): Uint8Array {
    const holders = this.#holdersAt(at);
    const areas = new Set(
      places.flatMap((place) => this.#leaves(place, at)).flatMap((leaf) => holders.get(leaf) ?? []),
    );
    const marks = new Uint8Array(this.#channels.length);
    for (const area of areas) for (const one of this.#byArea.get(area) ?? []) marks[one] = 1;
    return marks;
  }

  #holdersAt(at: Millis): ReadonlyMap<string, readonly AreaId[]> {
    const kept = this.#holders;
    if (kept !== undefined && (kept.at === at || this.#tree.dated.length === 0)) return kept.of;
    const of = new Map<string, AreaId[]>();
    for (const area of this.#byArea.keys())
      for (const leaf of this.#leaves(area, at)) of.set(leaf, [...(of.get(leaf) ?? []), area]);
    this.#holders = { at, of };
    return of;
  }

  /** A place that the record no longer holds stands for itself. */
  #leaves(place: PlaceId, at: Millis): readonly string[] {
    return this.#tree.get(shownArea(place).area) === undefined ? [place] : this.#tree.leaves(place, at);
  }

  #setOf(topics: Subscribed["subscriptions"][number]["topics"]): number {
    const key = topics.join();
    const known = this.#sets.get(key);
    if (known !== undefined) return known.number;
    const number = this.#sets.size;
    this.#sets.set(key, { number, topics });
    return number;
  }
}

const made = new WeakMap<readonly Subscribed[], { tree: Tree; hearers: Hearers }>();

/** Made once for as long as nobody subscribes, changes a subscription or redraws the map. */
export function hearersOf(audience: readonly Subscribed[], tree: Tree): Hearers {
  const kept = made.get(audience);
  if (kept?.tree === tree) return kept.hearers;
  const hearers = new Hearers(audience, tree);
  made.set(audience, { tree, hearers });
  return hearers;
}
