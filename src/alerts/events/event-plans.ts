// Plans a row whenever an entry of a server's list of events should stand otherwise than its last row left it. Worked out anew each minute from the record, the
// subscriptions and the ledger: what a crash or a closed door left undone follows. It must never make again what somebody of the server removed.
import type { AlertOf } from "../../domain/alert.ts";
import type { Delivery } from "../../domain/delivery.ts";
import { hash } from "../../domain/id.ts";
import type { Known } from "../../domain/known.ts";
import type { Reason } from "../../domain/reason.ts";
import { HOUR, type Millis } from "../../domain/time.ts";
import type { Clock } from "../../clock.ts";
import type { Subscribed } from "../../store/subscriptions.ts";
import type { EventRow } from "./event-rows.ts";
import {
  type EventAudience,
  eventAudiences,
  entryOf,
  type EventWanted,
  EventWants,
  wantedHash,
} from "./event-wanted.ts";
import { freshRow } from "../ledger/fresh-row.ts";
import { isDecided, type Ledger } from "../ledger/ledger.ts";
import { oneByOne } from "../../engines/one-by-one.ts";

/** What a server lacks is looked for again so often. */
const AGAIN = 6 * HOUR;

interface Parts {
  ledger: Ledger;
  known: (at: Millis) => Known;
  /** Every channel whose subscription runs, with its places as they are known to be at an instant. */
  subscribed: (known: Known, at: Millis) => readonly Subscribed[];
  clock: Pick<Clock, "now" | "wall">;
  /** Nothing is planned by a clock that nobody confirms. */
  trusted: () => boolean;
}

export class EventPlans {
  readonly #parts: Parts;
  readonly #wants = new EventWants();
  readonly #inTurn = oneByOne();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Plans what is to be done; harmless however often. Calls queue up behind each other. */
  look(): Promise<void> {
    return this.#inTurn(() => this.#look());
  }

  /** How the entry that a row is about should stand by now. */
  wanted({ guildId, alert }: Delivery): EventWanted {
    const { known, clock } = this.#parts;
    const now = clock.now();
    const record = known(now);
    if (alert.kind !== "guild.event") throw new Error(`${alert.kind} is no entry of a list of events`);
    return this.#wants.of(record, alert.subject, this.#audiences(record, now).get(guildId), now);
  }

  #audiences(record: Known, now: Millis): ReadonlyMap<string, EventAudience> {
    return eventAudiences(this.#parts.subscribed(record, now));
  }

  async #look(): Promise<void> {
    const { ledger, known, clock, trusted } = this.#parts;
    if (!trusted()) return;
    const now = clock.now();
    const record = known(now);
    const audiences = this.#audiences(record, now);
    const guilds = new Set([...audiences.keys(), ...ledger.events.guilds()]);
    if (guilds.size === 0) return;
    const living = this.#wants.living(record, now).map(({ id }) => id);
    const rows = [...guilds].flatMap((guildId) => {
      const to = audiences.get(guildId);
      const subjects = new Set([...(to === undefined ? [] : living), ...ledger.events.subjects(guildId)]);
      return [...subjects].flatMap((subject) => {
        const last = ledger.events.last(guildId, subject);
        const wanted = this.#wants.of(record, subject, to, now);
        const as = planned(wanted, last, now);
        const country = record.curfewsById.get(subject)?.country ?? last?.alert.country;
        if (as === undefined || country === undefined) return [];
        return this.#row({ guildId, subject, country, wanted, last, now, to, as }) ?? [];
      });
    });
    await ledger.plan(rows);
  }

  #row(given: {
    guildId: string;
    subject: string;
    country: string;
    wanted: EventWanted;
    last: EventRow | undefined;
    now: Millis;
    to: EventAudience | undefined;
    as: Pick<Delivery, "state" | "reason">;
  }): Delivery | undefined {
    const { guildId, subject, country, wanted, last, now, to, as } = given;
    const who = to ?? last?.delivery;
    if (who === undefined) return undefined;
    const entry = entryOf(guildId, subject);
    const n = (last?.alert.n ?? 0) + 1;
    const alert: AlertOf<"guild.event"> = {
      kind: "guild.event",
      id: n === 1 ? entry : hash({ entry, n }),
      at: now,
      country,
      subject,
      entry,
      n,
      is: wantedHash(wanted),
      wants: wanted.is === "none" ? "none" : "shown",
    };
    const where = { destination: eventsOf(guildId), channelId: who.channelId, guildId, language: who.language };
    const event = last?.delivery.event === undefined ? {} : { event: last.delivery.event };
    const more = { subscriptions: who.subscriptions, ...as, ...event };
    return freshRow(alert, where, { now, wall: this.#parts.clock.wall() }, more);
  }
}

/** One after the other in each server: what has no nonce is looked for before each try. */
export const eventsOf = (guildId: string): string => `events-${guildId}`;

const PLANNED = { state: "planned", reason: "in-time" } as const;

/** As what a row is to be planned; undefined where nothing is to be done, or a row is on its way that will see to it. */
function planned(
  wanted: EventWanted,
  last: EventRow | undefined,
  now: Millis,
): Pick<Delivery, "state" | "reason"> | undefined {
  if (last !== undefined && !isDecided(last.delivery)) return undefined;
  const stands = last?.delivery.event;
  const known = last?.delivery.reason;
  if (wanted.is === "none" && mayBeThere(last)) {
    // Discord ends by itself what is over.
    if (wanted.why === "event-ended" && stands !== undefined && stands.end <= now) return undefined;
    return isNew(wanted, last, now) ? PLANNED : undefined;
  }
  const reason: Reason | undefined =
    wanted.is === "far"
      ? "event-too-far"
      : wanted.is === "none" && wanted.why === "event-without-end"
        ? wanted.why
        : undefined;
  // Nothing of it is in the list; it is noted once why.
  if (reason !== undefined && !mayBeThere(last)) return known === reason ? undefined : { state: "skipped", reason };
  if (wanted.is === "none" || known === "event-deleted") return undefined;
  return isNew(wanted, last, now) ? PLANNED : undefined;
}

/** Also one of which nobody knows how its last try ended. */
function mayBeThere(last: EventRow | undefined): boolean {
  return last !== undefined && (last.delivery.event !== undefined || last.delivery.state === "expired");
}

function isNew(wanted: EventWanted, last: EventRow | undefined, now: Millis): boolean {
  if (last === undefined || last.alert.is !== wantedHash(wanted)) return true;
  const { state, plannedAt } = last.delivery;
  return (state === "failed" || state === "expired") && (now >= plannedAt + AGAIN || now < plannedAt);
}
