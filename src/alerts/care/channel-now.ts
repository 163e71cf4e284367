// How it stands with a channel that was closed, by now: for the notices about it, for commands, and for who says that they have it. It plans nothing itself.
import type { ChannelState } from "../../domain/channel-state.ts";
import type { Delivery } from "../../domain/delivery.ts";
import type { Destination } from "../../domain/subscription.ts";
import type { Millis } from "../../domain/time.ts";
import type { Clock } from "../../clock.ts";
import type { StoredDuties } from "../../store/stored-duties.ts";
import type { StoredSubscriptions } from "../../store/stored-subscriptions.ts";
import { isLost } from "./channel-plan.ts";
import { carersOf, type Closure, type UndeliveredAlert } from "./channel-rows.ts";
import type { HaveIt } from "./have-it.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { People } from "../ledger/people.ts";
import { standingParts } from "../changes/standing.ts";

interface Parts {
  ledger: Ledger;
  subscriptions: StoredSubscriptions;
  duties: Pick<StoredDuties, "of">;
  haveIt: HaveIt;
  people: People;
  clock: Pick<Clock, "now">;
  /** Something may be owed to its people now. */
  look: () => void;
}

/** What commands know of it. */
export type Channels = Pick<
  ChannelNow,
  "at" | "of" | "isCarer" | "take" | "undelivered" | "isCarerOf" | "takeUndelivered"
>;

/** How it stands with alerts that did not arrive. */
export interface UndeliveredState {
  alert: UndeliveredAlert;
  guildId: string;
  /** The name is undefined once it was erased. */
  held: { name: string | undefined; at: Millis } | undefined;
}

export interface Person {
  id: string;
  name: string;
}

export class ChannelNow {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** As it stands by now with the time that it closed at `since`; undefined where nobody remembers that. */
  at(channel: string, since: Millis): ChannelState | undefined {
    const { ledger, subscriptions } = this.#parts;
    const closure = ledger.channels.at(channel, since);
    const alert = closure?.closed[0]?.alert;
    if (closure === undefined || alert === undefined) return undefined;
    const { guildId } = closure;
    const destination = subscriptions.destination(guildId, channel);
    const runs = subscriptions.of(guildId, channel) !== undefined;
    const paused = runs ? destination?.paused : undefined;
    const { owners = [], contacts = [], missing = [] } = alert;
    const same = paused === undefined || paused.reason === alert.reason;
    return {
      ...this.#rest(guildId, channel, since),
      is: runs ? (paused === undefined ? "open" : "closed") : "ended",
      name: paused?.name ?? alert.name,
      reason: paused?.reason ?? alert.reason,
      missing: same ? missing : [],
      again: paused !== undefined && paused.at !== since ? paused.at : undefined,
      openedAt: paused === undefined ? openedAt(closure) : undefined,
      owners,
      contacts,
      told: closure.closed.some((row) => !isLost(row)),
    };
  }

  /** Whether the notice that the channel is closed stands where this word goes that it is open. */
  wasTold({ alert, destination }: Delivery): boolean {
    if (alert.kind !== "channel.open") return false;
    const { closed = [] } = this.#parts.ledger.channels.at(alert.channel, alert.since) ?? {};
    return closed.some(({ delivery }) => delivery.destination === destination && standingParts(delivery).length > 0);
  }

  /** Of a channel that is paused now, told or not; undefined for one that is open. */
  of({ guildId, id, paused }: Destination): ChannelState | undefined {
    if (paused === undefined) return undefined;
    const subscribed = this.#parts.subscriptions.of(guildId, id);
    return (
      this.at(id, paused.at) ?? {
        ...this.#rest(guildId, id, paused.at),
        is: "closed",
        name: paused.name,
        reason: paused.reason,
        missing: [],
        again: undefined,
        openedAt: undefined,
        ...carersOf(subscribed?.subscriptions ?? [], this.#parts.duties, this.#parts.clock.now()),
        // Its rows are planned within the moment, or its people read it in the notice of the closure before.
        told: true,
      }
    );
  }

  /** Whether this person is one of those who were told, or looks after it now, or asked to hear of trouble there. */
  isCarer(channel: string, since: Millis, user: string): boolean {
    const state = this.at(channel, since);
    if (state === undefined) return false;
    return [...state.owners, ...state.contacts].includes(user) || this.#looksAfter(state.guildId, channel, user);
  }

  #looksAfter(guildId: string, channel: string, user: string): boolean {
    const { subscriptions, duties, clock } = this.#parts;
    const own = subscriptions.of(guildId, channel)?.subscriptions ?? [];
    const now = carersOf(own, duties, clock.now());
    const hearers = subscriptions
      .list(guildId)
      .flatMap(({ subscriptions: some }) => some.filter(({ topics }) => topics.includes("trouble")));
    return [...now.owners, ...now.contacts, ...carersOf(hearers, duties, clock.now()).owners].includes(user);
  }

  /** Of alerts that did not arrive; `id`: of the first notice about them. Undefined where nobody remembers it. */
  undelivered(id: string): UndeliveredState | undefined {
    const { ledger, haveIt, people } = this.#parts;
    const first = ledger.channels.undeliveredRows(id).find((row) => row.alert.id === id);
    if (first === undefined) return undefined;
    const { alert, delivery } = first;
    const { guildId } = delivery;
    const held = haveIt.of(alert.channel, id);
    return { alert, guildId, held: held && { name: people.name(guildId, held.by), at: held.at } };
  }

  isCarerOf({ alert, guildId }: UndeliveredState, user: string): boolean {
    const { owners = [], contacts = [], channel } = alert;
    return [...owners, ...contacts].includes(user) || this.#looksAfter(guildId, channel, user);
  }

  async takeUndelivered(id: string, person: Person): Promise<UndeliveredState | undefined> {
    const { haveIt, people, clock, look } = this.#parts;
    const state = this.undelivered(id);
    if (state === undefined || state.held !== undefined) return state;
    const by = await people.remember(state.guildId, person);
    await haveIt.take(state.alert.channel, id, { guildId: state.guildId, by, at: clock.now() });
    look();
    return this.undelivered(id);
  }

  /** The first to say so has it. The other notices say so, too. @returns undefined where nobody remembers that closure. */
  async take(channel: string, since: Millis, person: Person): Promise<ChannelState | undefined> {
    const { haveIt, people, clock, look } = this.#parts;
    const state = this.at(channel, since);
    if (state === undefined) return undefined;
    const { guildId } = state;
    if (state.is === "closed" && haveIt.of(channel, since) === undefined) {
      const by = await people.remember(guildId, person);
      await haveIt.take(channel, since, { guildId, by, at: clock.now() });
      look();
    }
    return this.at(channel, since);
  }

  #rest(guildId: string, channel: string, since: Millis) {
    const { ledger, haveIt, people, clock } = this.#parts;
    const held = haveIt.of(channel, since);
    const waiting = ledger
      .of(channel)
      .filter(({ delivery }) => delivery.edits === undefined && delivery.expiresAt > clock.now());
    const oldest = waiting.map(({ delivery }) => delivery.dueAt);
    return {
      guildId,
      channel,
      since,
      held: held === undefined ? undefined : { name: people.name(guildId, held.by), at: held.at },
      waiting: waiting.length,
      oldest: oldest.length === 0 ? undefined : Math.min(...oldest),
    };
  }
}

/** When it took messages again, for the last time. */
function openedAt({ later }: Closure): Millis | undefined {
  const times = later.flatMap(({ alert }) =>
    alert.kind === "channel.open" || alert.turn === "open" ? [alert.at] : [],
  );
  return times.length === 0 ? undefined : Math.max(...times);
}
