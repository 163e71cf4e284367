// Greets a server that the bot came into: one message, in the channel where Discord itself writes or the first that takes one. It must never greet a server
// that has alerts, nor twice for one joining, however often Discord tells of it.
import type { Clock } from "../../clock.ts";
import type { AlertOf } from "../../domain/alert.ts";
import type { Delivery } from "../../domain/delivery.ts";
import { hash } from "../../domain/id.ts";
import type { Language } from "../../domain/text.ts";
import { HOUR, type Millis } from "../../domain/time.ts";
import { patiently } from "../../engines/patience.ts";
import type { Logger } from "../../logger.ts";
import type { StoredSubscriptions } from "../../store/stored-subscriptions.ts";
import { noticeRow } from "../care/channel-plan.ts";
import { deliveryId, type Ledger } from "../ledger/ledger.ts";
import type { Sender } from "../courier/sender.ts";

/** A server that the bot is in for longer knows it, message or not. World time. */
const FRESH = 72 * HOUR;
/** Machine ms until Discord is asked again for what it did not say. */
const ASK_AGAIN = 30_000;
/** Over, and it stands nowhere for certain. */
const LOST: ReadonlySet<Delivery["state"]> = new Set(["failed", "expired"]);

/** A server that the bot is in, as Discord tells of it when it comes into reach. */
export interface Joined {
  guildId: string;
  /** When the bot came into it, world time. */
  at: Millis;
  /** What the server speaks. */
  language: Language;
}

interface Parts {
  ledger: Ledger;
  subscriptions: Pick<StoredSubscriptions, "list">;
  sender: Pick<Sender, "postable">;
  clock: Clock;
  log: Logger;
  /** Whether anybody confirms the clock: by a wrong one every server is new. */
  trusted: () => boolean;
  broken: (error: unknown) => void;
}

export class Joining {
  readonly #parts: Parts;
  readonly #joined = new Map<string, Joined>();
  /** Channels that did not take it, by server. */
  readonly #refused = new Map<string, Set<string>>();
  readonly #timers = new Map<string, () => void>();
  #turn: Promise<unknown> = Promise.resolve();
  #stopped = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    parts.ledger.onMoved(({ delivery: { alert, state, guildId, channelId } }) => {
      const joined = this.#joined.get(guildId);
      if (alert.kind !== "vigia.joined" || !LOST.has(state) || joined === undefined) return;
      this.#refused.set(guildId, (this.#refused.get(guildId) ?? new Set()).add(channelId));
      this.#look(joined);
    });
  }

  /** Called for each server at each connection. */
  heard(joined: Joined): void {
    if (!this.#isNew(joined)) return;
    if (this.#joined.get(joined.guildId)?.at !== joined.at) this.#refused.delete(joined.guildId);
    this.#joined.set(joined.guildId, joined);
    this.#look(joined);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    for (const cancel of this.#timers.values()) cancel();
    await this.#turn;
  }

  /** Resolves when nothing is left to be asked or planned now. For tests. */
  async idle(): Promise<void> {
    await this.#turn;
  }

  /** One server after the other: a bot in thousands asks Discord for none of the old ones. */
  #look(joined: Joined): void {
    this.#turn = this.#turn
      .then(async () => (this.#stopped ? undefined : this.#greet(joined)))
      .catch(this.#parts.broken);
  }

  async #greet(joined: Joined): Promise<void> {
    const { ledger, log, clock, trusted } = this.#parts;
    const { guildId } = joined;
    if (!trusted()) return this.#later(joined);
    if (!this.#isNew(joined)) return;
    const alert = alertOf(joined);
    const row = noticeRow(alert, { place: "" }, joined, { now: clock.now(), clock });
    const destination = `joined-${guildId}`;
    const before = await ledger.find(alert, destination);
    if (before !== undefined && !LOST.has(before.delivery.state)) return;
    const refused = this.#refused.get(guildId) ?? new Set([before?.delivery.channelId]);
    const places = await this.#parts.sender.postable(guildId).catch((error: unknown) => {
      log.warn({ guild: guildId, why: String(error) }, "Discord does not say where a new server takes messages");
      return undefined;
    });
    if (places === undefined) return this.#later(joined);
    const channelId = places.find((place) => !refused.has(place));
    if (channelId === undefined)
      return log.warn(
        { guild: guildId },
        "The bot came into a server and no channel there takes its message; people find it by typing / all the same",
      );
    const next = { ...row, id: deliveryId(alert.id, destination), destination, channelId };
    if (before === undefined) return ledger.plan([next]);
    const { state, reason, expiresAt, plannedAt, plannedMachine } = next;
    await patiently(() => ledger.move(before, { channelId, state, reason, expiresAt, plannedAt, plannedMachine }));
    ledger.planned([destination]);
  }

  #isNew({ guildId, at }: Joined): boolean {
    const { clock, subscriptions } = this.#parts;
    return clock.now() - at < FRESH && subscriptions.list(guildId).length === 0;
  }

  #later(joined: Joined): void {
    const { clock } = this.#parts;
    this.#timers.get(joined.guildId)?.();
    this.#timers.set(
      joined.guildId,
      clock.after(ASK_AGAIN, () => this.#look(joined)),
    );
  }
}

/** The same at every telling of one joining; another where the bot was put out and came back. */
function alertOf({ guildId, at }: Joined): AlertOf<"vigia.joined"> {
  const kind = "vigia.joined";
  return { kind, id: hash({ kind, guild: guildId, at }), at };
}
