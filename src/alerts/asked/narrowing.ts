// A channel comes to hear less because somebody ended or changed a set: it is told so where the others read, and that is put right once it hears all of it again.
// What it heard is noted before anything is changed, so that a crash in between loses no word. It must never speak of what another set still brings.
import { hash } from "../../domain/id.ts";
import type { AlertOf } from "../../domain/alert.ts";
import type { Delivery } from "../../domain/delivery.ts";
import type { Known } from "../../domain/known.ts";
import { isHeardAgain, lostOf } from "../../domain/narrowed.ts";
import type { Destination, Subscription } from "../../domain/subscription.ts";
import { DAY, type Millis } from "../../domain/time.ts";
import type { Clock } from "../../clock.ts";
import { oneByOne } from "../../engines/one-by-one.ts";
import type { StoredSubscriptions } from "../../store/stored-subscriptions.ts";
import type { Subscribed } from "../../store/subscriptions.ts";
import { editsOf } from "../changes/standing.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { opaqueId, type People } from "../ledger/people.ts";
import { freshRow, inChannel } from "../ledger/fresh-row.ts";
import { LATE } from "../watches/watch.ts";
import { openOf } from "./narrowed-open.ts";

export interface Parts {
  ledger: Pick<Ledger, "plan" | "find" | "told">;
  subscriptions: Pick<StoredSubscriptions, "of" | "destination" | "places" | "setDestination">;
  people: Pick<People, "remember">;
  clock: Pick<Clock, "now" | "wall">;
  known: () => Known;
  /** With the places of these subscriptions as they are by now. */
  carried: (list: readonly Subscribed[]) => readonly Subscribed[];
}

export interface Act {
  guildId: string;
  channelId: string;
  by: { id: string; name: string };
}

/** `told`: that something comes no more is said in the channel, too. */
interface Narrowed<Done> {
  done: Done;
  told: boolean;
}

type Asked = Pick<Subscription, "topics" | "areas">;
type Sets = readonly (Asked & Pick<Subscription, "id">)[];
type Word = AlertOf<"alerts.narrowed">;
type Noted = NonNullable<Destination["narrowed"]>[number];

/** What commands may do about it. */
export type Narrows = Pick<Narrowing, "during">;

/** As long as an Undo is offered: what is heard again later is another beginning. */
const KEPT = 30 * DAY;
/** So long after it is heard again the word is looked for that was not known to stand. */
const LOOKED_FOR = DAY;
const MOST = 10;

export class Narrowing {
  readonly #parts: Parts;
  readonly #inTurn = oneByOne();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Around whatever changes a channel's sets. `after`: its sets as they will be: where nothing falls away, nothing is noted. */
  during<Done>(act: Act, after: (sets: Sets) => readonly Asked[], run: () => Promise<Done>): Promise<Narrowed<Done>> {
    return this.#inTurn(async () => {
      await this.#settle(act.guildId, act.channelId);
      await this.#note(act, after);
      try {
        const done = await run();
        return { done, told: await this.#settle(act.guildId, act.channelId) };
      } catch (error) {
        await this.#settle(act.guildId, act.channelId);
        throw error;
      }
    });
  }

  /** Words that a crash left unplanned, and those to put right. Once a minute. */
  look(): Promise<void> {
    return this.#inTurn(async () => {
      for (const { guildId, id, narrowed } of this.#parts.subscriptions.places())
        if (narrowed !== undefined) await this.#settle(guildId, id);
    });
  }

  async #note({ guildId, channelId, by }: Act, after: (sets: Sets) => readonly Asked[]): Promise<void> {
    const { subscriptions, people, clock } = this.#parts;
    const destination = subscriptions.destination(guildId, channelId);
    const sets = this.#sets(guildId, channelId);
    // Of direct messages there is one reader, who is answered.
    if (destination === undefined || destination.kind === "dm" || isGone(destination)) return;
    const now = clock.now();
    if (lostOf(sets, after(sets), this.#map(now)).length === 0) return;
    const [first, ...others] = sets.map(({ id, topics, areas }) => ({ id, topics: [...topics], areas: [...areas] }));
    if (first === undefined) return;
    await people.remember(guildId, by);
    const noted = destination.narrowed ?? [];
    // Its word is known by it: no two acts of a channel have the same.
    let at = now;
    while (noted.some((one) => one.at === at)) at += 1;
    const narrowed: Noted[] = [...noted, { at, by: by.id, was: [first, ...others] }];
    await subscriptions.setDestination(guildId, channelId, { narrowed: narrowed.slice(-MOST) });
  }

  /** @returns whether that something comes no more is said now, in a channel that takes messages. */
  async #settle(guildId: string, channelId: string): Promise<boolean> {
    const { subscriptions } = this.#parts;
    const destination = subscriptions.destination(guildId, channelId);
    if (destination?.narrowed === undefined || isGone(destination)) return false;
    const next: Noted[] = [];
    let told = false;
    for (const one of destination.narrowed) {
      const kept = await this.#step(one, destination);
      told ||= one.was !== undefined && kept.length > 0 && destination.paused === undefined;
      next.push(...kept);
    }
    if (next.length !== destination.narrowed.length || next.some((one, i) => one !== destination.narrowed?.[i]))
      await subscriptions.setDestination(guildId, channelId, { narrowed: next.length === 0 ? undefined : next });
    return told;
  }

  /** Planned before it is noted as planned: the same ids, what was planned is not planned twice. @returns what is to be kept of it. */
  async #step(one: Noted, to: Destination): Promise<Noted[]> {
    const { ledger, clock } = this.#parts;
    const now = clock.now();
    const sets = this.#sets(to.guildId, to.id);
    const { at, by, was, lost, back } = one;
    if (was !== undefined) {
      const [first, ...others] = lostOf(was, sets, this.#map(now));
      if (first === undefined) return [];
      const own = { at, by, lost: [first, ...others] satisfies NonNullable<Noted["lost"]> };
      await ledger.plan(this.#word({ ...own, was }, sets, to));
      return [own];
    }
    if (lost === undefined || now > (back === undefined ? at + KEPT : back + LOOKED_FOR)) return [];
    if (back === undefined && !isHeardAgain(lost, sets, this.#map(now))) return [one];
    const since = back ?? now;
    await ledger.plan(await this.#right(at, since, sets, to));
    return [back === undefined ? { ...one, back: since } : one];
  }

  #word({ at, by, lost, was = [] }: Noted, sets: Sets, to: Destination): Delivery[] {
    const { clock, ledger, known } = this.#parts;
    const now = clock.now();
    const [first, ...others] = lost ?? [];
    const isAll = sets.length === 0;
    // Nobody can post there, and nobody will look whether it opens again.
    if (first === undefined || (isAll && to.paused !== undefined)) return [];
    const alert: Word = {
      kind: "alerts.narrowed",
      id: wordId(to.id, at),
      at,
      by: opaqueId(to.guildId, by),
      lost: [first, ...others],
      open: openOf([first, ...others], ledger.told.of(to.id), known(), now),
      ...(isAll ? { all: true } : {}),
    };
    const late = now - at > LATE ? { lateBy: now - at, reason: "late" as const } : {};
    return [{ ...this.#row(alert, to, idsOf(isAll ? was : sets)), ...late }];
  }

  /** The word that stands and is not so any more: nobody who scrolls up may believe it. */
  async #right(said: Millis, at: Millis, sets: Sets, to: Destination): Promise<Delivery[]> {
    const told = (await this.#parts.ledger.find({ id: wordId(to.id, said), at: said }, to.id))?.delivery;
    if (told?.alert.kind !== "alerts.narrowed" || told.parts.some(({ messageId }) => messageId === undefined))
      return [];
    const own = hash({ kind: "alerts.narrowed", of: told.alert.id, over: at });
    const alert: Word = { ...told.alert, id: own, at, over: { at } };
    const { language } = told;
    // Ended again since: this word stands above the newer one, and is put right all the same.
    const ids = sets.length === 0 ? told.subscriptions : idsOf(sets);
    return editsOf(this.#row(alert, to, ids), told, { alert, shown: [], language }, { isGone: () => false });
  }

  #row(alert: Word, to: Destination, subscriptions: string[]): Delivery {
    const { clock } = this.#parts;
    return freshRow(alert, inChannel(to), { now: clock.now(), wall: clock.wall() }, { subscriptions });
  }

  #sets(guildId: string, channelId: string): Sets {
    const own = this.#parts.subscriptions.of(guildId, channelId);
    return own === undefined ? [] : this.#parts.carried([own]).flatMap(({ subscriptions }) => subscriptions);
  }

  #map(at: Millis) {
    return { areas: this.#parts.known().areas, at };
  }
}

const wordId = (channel: string, at: Millis) => hash({ kind: "alerts.narrowed", channel, at });
const idsOf = (sets: Sets) => sets.map(({ id }) => id);

/** What no permission brings back: nobody reads there. */
const isGone = ({ paused }: Destination) => paused?.reason === "no-such-channel" || paused?.reason === "bot-removed";
