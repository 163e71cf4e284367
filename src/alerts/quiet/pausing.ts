// Pauses that people ask for: the channel is told that it hears nothing, until when and by whom. It must never pause a channel without saying so there: the
// word is planned by the tick as well, should the program end in between.
import { hash } from "../../domain/id.ts";
import type { Alert } from "../../domain/alert.ts";
import type { Delivery } from "../../domain/delivery.ts";
import { isPaused } from "../../domain/quiet.ts";
import type { Destination } from "../../domain/subscription.ts";
import type { Millis } from "../../domain/time.ts";
import type { Clock } from "../../clock.ts";
import type { StoredSubscriptions } from "../../store/stored-subscriptions.ts";
import type { Subscribed } from "../../store/subscriptions.ts";
import { expiry } from "../kinds.ts";
import { deliveryId, type Ledger } from "../ledger/ledger.ts";
import { opaqueId, type People } from "../ledger/people.ts";
import { LATE, type Watch } from "../watches/watch.ts";

export interface Parts {
  ledger: Pick<Ledger, "plan" | "of">;
  subscriptions: Pick<StoredSubscriptions, "of" | "setDestination">;
  people: Pick<People, "remember">;
  clock: Pick<Clock, "now" | "wall">;
  /** Something may be decided now. */
  wake: () => void;
}

export interface Wanted {
  guildId: string;
  channelId: string;
}

/** What commands may do about it. */
export type Pauses = Pick<Pausing, "begin" | "end">;

export class Pausing {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** From now on; one that runs is replaced. @returns the channel as it was; undefined where it gets no alerts. */
  async begin(
    { guildId, channelId }: Wanted,
    until: Millis | undefined,
    by: { id: string; name: string },
  ): Promise<Destination | undefined> {
    const { ledger, subscriptions, people, clock } = this.#parts;
    const before = subscriptions.of(guildId, channelId)?.destination;
    if (before === undefined) return undefined;
    await people.remember(guildId, by);
    const pause = { from: clock.now(), by: by.id, ...(until === undefined ? {} : { until }) };
    await subscriptions.setDestination(guildId, channelId, { pause });
    const now = subscriptions.of(guildId, channelId);
    await ledger.plan(now === undefined ? [] : wordOf(now, clock.now(), clock.wall()));
    return before;
  }

  /** Ended at this moment, not forgotten: until when it was quiet is asked for. @returns the channel as it was, and how much waits; undefined where it gets no alerts. */
  async end({ guildId, channelId }: Wanted): Promise<{ before: Destination; waits: number } | undefined> {
    const { ledger, subscriptions, clock, wake } = this.#parts;
    const before = subscriptions.of(guildId, channelId)?.destination;
    if (before === undefined) return undefined;
    const now = clock.now();
    const waits = ledger.of(channelId).filter(({ delivery }) => delivery.quiet !== undefined).length;
    if (isPaused(before, now) && before.pause !== undefined) {
      await subscriptions.setDestination(guildId, channelId, { pause: { ...before.pause, until: now } });
      wake();
    }
    return { before, waits };
  }
}

/** Words that a crash left unplanned. The same ids: what was planned is not planned twice. */
export function pauseWatch(clock: Pick<Clock, "wall">): Watch {
  return async ({ audience, now }) => audience.flatMap((one) => wordOf(one, now, clock.wall()));
}

function wordOf({ destination, subscriptions }: Subscribed, now: Millis, wall: Millis): Delivery[] {
  const { pause, id, guildId, language } = destination;
  if (pause === undefined || !isPaused(destination, now)) return [];
  const kind = "pause.begun";
  const alert: Alert = {
    kind,
    // By its end too: a clock that stands still may see two pauses begin.
    id: hash({ kind, channel: id, from: pause.from, until: pause.until ?? 0 }),
    at: pause.from,
    by: opaqueId(guildId, pause.by),
    ...(pause.until === undefined ? {} : { until: pause.until }),
  };
  const late = now - pause.from > LATE ? { lateBy: now - pause.from } : {};
  return [
    {
      v: 1,
      id: deliveryId(alert.id, id),
      alert,
      destination: id,
      channelId: id,
      guildId,
      language,
      subscriptions: subscriptions.map((one) => one.id),
      shown: [],
      roles: [],
      loud: false,
      state: "planned",
      reason: late.lateBy === undefined ? "in-time" : "late",
      dueAt: alert.at,
      plannedAt: now,
      expiresAt: expiry(alert, now),
      plannedMachine: wall,
      ...late,
      parts: [],
      attempts: [],
    },
  ];
}
