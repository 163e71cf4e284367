// Tells the owner who has not pressed Seen, once the time for it is over; where no direct message arrives, the second contact and the place of last resort.
// Worked out anew from the ledger's rows and the presses: a crash, a restart or an outage leaves nothing to repair. It must never tell twice, nor of whoever
// has pressed.
import type { Clock } from "../../clock.ts";
import type { AlertOf } from "../../domain/alert.ts";
import type { Delivery } from "../../domain/delivery.ts";
import { hash } from "../../domain/id.ts";
import type { Subscription } from "../../domain/subscription.ts";
import { DAY, MINUTE, type Millis } from "../../domain/time.ts";
import type { Logger } from "../../logger.ts";
import type { StoredDuties } from "../../store/stored-duties.ts";
import type { StoredSubscriptions } from "../../store/stored-subscriptions.ts";
import { noticeRow, queueOf, type Where } from "../care/channel-plan.ts";
import { carersOf } from "../care/channel-rows.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Presses } from "./presses.ts";
import { Rounds } from "../courier/rounds.ts";
import { aboutOf, missingOf, subscriptionsOf } from "./seen.ts";
import type { AskedRow, MissingRow } from "./seen-rows.ts";
import type { Sender } from "../courier/sender.ts";
import { LATE } from "../watches/watch.ts";

/** What an outage kept back so long is history: nobody is called for it. */
const FRESH = 7 * DAY;

interface Parts {
  ledger: Ledger;
  presses: Presses;
  subscriptions: Pick<StoredSubscriptions, "of">;
  duties: Pick<StoredDuties, "of">;
  sender: Pick<Sender, "systemChannel">;
  clock: Clock;
  log: Logger;
  trusted: () => boolean;
  broken: (error: unknown) => void;
}

export class SeenMissing {
  readonly #parts: Parts;
  readonly #rounds: Rounds;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#rounds = new Rounds(() => this.#round(), parts.broken);
    parts.ledger.onMoved(({ delivery: { alert, state } }) => {
      if (alert.kind === "seen.missing" && LOST.has(state)) this.look();
    });
  }

  start(): void {
    this.#rounds.start();
  }

  async stop(): Promise<void> {
    await this.#rounds.stop();
  }

  /** Resolves when nothing is left to be planned or asked now. For tests. */
  async idle(): Promise<void> {
    await this.#rounds.idle();
  }

  /** Plans whatever is owed by now; harmless however often. Called once a minute. */
  look(): void {
    this.#rounds.look();
  }

  async #round(): Promise<void> {
    if (!this.#parts.trusted()) return;
    const now = this.#parts.clock.now();
    for (const row of this.#parts.ledger.seen.asked()) if (now >= dueOf(row)) await this.#owed(row, now);
  }

  async #owed(row: AskedRow, now: Millis): Promise<void> {
    const { ledger, presses, clock } = this.#parts;
    const told = ledger.seen.missing(row.key);
    const subscriptions = subscriptionsOf(row, this.#parts.subscriptions);
    // Who was told by a change is asked about that; and what nobody looks after any more has nobody to be told.
    const isOver = ledger.seen.isOver(row.key) || subscriptions.length === 0 || now >= dueOf(row) + FRESH;
    if (
      told.some(({ state }) => !isWaiting(state) && !LOST.has(state)) ||
      missingOf(presses, row).length === 0 ||
      isOver
    )
      return ledger.seen.settled(row.key);
    if (told.length > 0) return told.every(({ state }) => LOST.has(state)) ? this.#lost(row, told, now) : undefined;
    const { owners } = carersOf(subscriptions, this.#parts.duties, now);
    const alert = alertOf(row, owners);
    // Its owner has left, and nobody stands in for them.
    const wheres = owners.length > 0 ? owners.map((dm): Where => ({ dm })) : await this.#places(row, subscriptions);
    await ledger.plan((wheres ?? []).map((where) => rowTo(where, alert, row, { now, clock })));
  }

  /** No direct message arrived: first whoever stands in for the owner, then the place of last resort, then the log. */
  async #lost(row: AskedRow, told: readonly MissingRow[], now: Millis): Promise<void> {
    const { ledger, clock, log } = this.#parts;
    const subscriptions = subscriptionsOf(row, this.#parts.subscriptions);
    const contacts = carersOf(subscriptions, this.#parts.duties, now).contacts.map((dm): Where => ({ dm }));
    for (const wheres of [contacts, await this.#places(row, subscriptions)]) {
      // Discord did not say; the next minute asks again.
      if (wheres === undefined) return;
      const left = wheres.filter((where) => told.every((one) => one.destination !== queueOf(where)));
      const [first] = told;
      if (left.length > 0 && first !== undefined)
        return ledger.plan(left.map((where) => rowTo(where, first.alert, row, { now, clock })));
    }
    ledger.seen.settled(row.key);
    log.error(
      { channel: row.channelId, guild: row.guildId },
      "Some have not pressed Seen and nobody could be told: neither a direct message to its owner nor a post in the server arrived",
    );
  }

  async #places({ guildId }: AskedRow, subscriptions: readonly Subscription[]): Promise<Where[] | undefined> {
    const named = subscriptions.flatMap(({ lastResort }) => lastResort ?? []);
    if (named.length > 0) return [...new Set(named)].map((place) => ({ place }));
    try {
      const usual = await this.#parts.sender.systemChannel(guildId);
      return usual === undefined ? [] : [{ place: usual }];
    } catch (error) {
      this.#parts.log.warn(
        { guild: guildId, why: String(error) },
        "Discord does not say where a server takes its own notices",
      );
      return undefined;
    }
  }
}

const LOST: ReadonlySet<Delivery["state"]> = new Set(["failed", "expired", "parked"]);
const WAITING: ReadonlySet<Delivery["state"]> = new Set(["planned", "held", "sending", "again", "unsure"]);
const isWaiting = (state: Delivery["state"]) => WAITING.has(state);

/** World time: in a rehearsal people see what becomes of it by moving the clock. */
const dueOf = ({ posted, after }: Pick<AskedRow, "posted" | "after">): Millis => posted + after * MINUTE;

function alertOf(row: AskedRow, owners: string[]): AlertOf<"seen.missing"> {
  const kind = "seen.missing";
  return { kind, id: hash({ kind, of: row.key }), at: dueOf(row), ...aboutOf(row), owners };
}

/** Late is what an outage kept back. */
function rowTo(
  where: Where,
  alert: AlertOf<"seen.missing">,
  about: AskedRow,
  times: { now: Millis; clock: Pick<Clock, "wall"> },
): Delivery {
  const row = noticeRow(alert, where, about, times);
  const late = times.now - alert.at;
  return late > LATE ? { ...row, lateBy: late, reason: "late" } : row;
}
