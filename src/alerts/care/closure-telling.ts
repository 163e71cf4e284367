// Who is told that a channel takes no alerts, and when: its owners and the place of last resort at once, the next in line where nobody has taken it within the
// hour. It plans rows and nothing else; it must never call anybody for a channel that is open, taken or ended.
import { HOUR, type Millis } from "../../domain/time.ts";
import type { Clock } from "../../clock.ts";
import type { Logger } from "../../logger.ts";
import type { StoredDuties } from "../../store/stored-duties.ts";
import type { StoredSubscriptions } from "../../store/stored-subscriptions.ts";
import type { Subscribed } from "../../store/subscriptions.ts";
import { isOpen } from "./channel-checks.ts";
import { closedAlert, isLost, isTurned, nextAlert, noticeRow, queueOf, turnRows, type Where } from "./channel-plan.ts";
import { carersOf, type Closure } from "./channel-rows.ts";
import type { HaveIt } from "./have-it.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { nextInLine } from "./next-in-line.ts";
import type { Sender } from "../courier/sender.ts";

/** A channel that opens and closes is told of so often; what happens between is seen in the notices that stand. */
const APART = HOUR;

export interface TellingParts {
  ledger: Ledger;
  subscriptions: StoredSubscriptions;
  duties: Pick<StoredDuties, "of">;
  haveIt: HaveIt;
  sender: Pick<Sender, "missingPermissions" | "systemChannel">;
  clock: Clock;
  log: Logger;
  /** Where a post goes; undefined: Discord did not say, and is asked again. */
  places: (one: Subscribed) => Promise<Where[] | undefined>;
  /** Asks Discord whether they are still members of the server, and notes it. */
  askMembers: (guildId: string, people: readonly string[]) => Promise<void>;
}

export class ClosureTelling {
  readonly #parts: TellingParts;
  /** Closures whose people have their rows: nothing is asked of Discord for them again. */
  readonly #told = new Set<string>();
  /** Closures of which it was said that nobody can be told. */
  readonly #hopeless = new Set<string>();

  constructor(parts: TellingParts) {
    this.#parts = parts;
  }

  /** Others look after it now, perhaps: they are told of what is still closed. */
  anew(): void {
    this.#told.clear();
  }

  /** Its people get their rows, once. Of one that was told of within the hour, only the notices that stand are put right until that hour is over. */
  async tell(paused: Subscribed, now: Millis): Promise<void> {
    const { ledger, haveIt } = this.#parts;
    const { destination } = paused;
    const since = destination.paused?.at;
    if (since === undefined) return;
    const closure = ledger.channels.at(destination.id, since);
    const isTaken =
      closure !== undefined && closure.closed.length > 0 && haveIt.of(destination.id, since) !== undefined;
    if (isTaken) return;
    if (this.#told.has(`${destination.id} ${since}`)) return this.#next(paused, closure, now);
    const last = this.#lastTold(destination.id, since);
    if (last === undefined || now >= last.since + APART || now < last.since) return this.#first(paused, since, now);
    const turn = { is: "again", of: String(since) } as const;
    if (!isTurned(last, turn)) await ledger.plan(turnRows(last, turn, { now, clock: this.#parts.clock }));
  }

  async #first(paused: Subscribed, since: Millis, now: Millis): Promise<void> {
    const { ledger, clock, places: placesOf } = this.#parts;
    const { destination, subscriptions } = paused;
    const { guildId, id } = destination;
    const places = await placesOf(paused);
    const carers = await this.#carers(paused, now);
    const missing = destination.paused?.reason === "forbidden" ? await this.#lacks(id) : undefined;
    const alert = closedAlert(destination, carers, missing);
    if (alert === undefined || subscriptions.length === 0) return;
    const wheres: Where[] = [...carers.owners.map((dm) => ({ dm })), ...(places ?? [])];
    const closed = ledger.channels.at(id, since)?.closed ?? [];
    const have = new Set(closed.map((row) => row.delivery.destination));
    const rows = wheres.filter((where) => !have.has(queueOf(where)));
    await ledger.plan(rows.map((where) => noticeRow(alert, where, { ...destination, guildId }, { now, clock })));
    if (places !== undefined) this.#told.add(`${id} ${since}`);
  }

  /** Nobody has taken it for an hour. */
  async #next(paused: Subscribed, closure: Closure | undefined, now: Millis): Promise<void> {
    const { ledger, clock, duties, places: placesOf } = this.#parts;
    const [first] = closure?.closed ?? [];
    if (closure === undefined || first === undefined) return;
    const { contacts } = carersOf(paused.subscriptions, duties, now);
    // Discord is asked only once somebody is due.
    if (nextInLine(closure.closed, { contacts, places: [{ place: "any" }] }, now).length === 0) return;
    const places = await placesOf(paused);
    if (places === undefined) return;
    const carers = await this.#carers(paused, now);
    const wheres = nextInLine(closure.closed, { contacts: carers.contacts, places }, now);
    const alert = { ...nextAlert(first.alert), owners: carers.owners, contacts: carers.contacts };
    await ledger.plan(wheres.map((where) => noticeRow(alert, where, paused.destination, { now, clock })));
  }

  /** Nobody is written to who is in the server no more. */
  async #carers({ destination: { guildId, paused }, subscriptions }: Subscribed, now: Millis) {
    const { duties, askMembers } = this.#parts;
    const { owners, contacts } = carersOf(subscriptions, duties, now);
    // Of a server that the bot is not in Discord says nothing.
    if (paused?.reason !== "bot-removed") await askMembers(guildId, [...owners, ...contacts]);
    return carersOf(subscriptions, duties, now);
  }

  /** The newest earlier closure that its people were told of in messages of its own, from which `since` is less than an hour away. */
  #lastTold(channel: string, since: Millis): Closure | undefined {
    return this.#parts.ledger.channels
      .of(channel)
      .findLast((one) => one.closed.length > 0 && one.since < since && since < one.since + APART);
  }

  async #lacks(channelId: string): Promise<readonly string[] | undefined> {
    const missing = await this.#parts.sender.missingPermissions(channelId).catch(() => undefined);
    return missing === undefined || missing === "no such channel" || isOpen(missing) ? undefined : missing;
  }

  /** Neither a direct message nor a post stands: the server's own channel is tried where another was named; after that only the log is left. */
  async hopelessly(closure: Closure, now: Millis): Promise<void> {
    const { ledger, sender, clock, log } = this.#parts;
    if (!closure.closed.every(isLost)) return;
    const id = `${closure.channel} ${closure.since}`;
    const [first] = closure.closed;
    if (this.#hopeless.has(id) || first === undefined || !this.#told.has(id)) return;
    const usual = await sender.systemChannel(closure.guildId).catch(() => undefined);
    const place = usual === undefined || usual === closure.channel ? undefined : { place: usual };
    if (place !== undefined && closure.closed.every((row) => row.delivery.destination !== queueOf(place)))
      return ledger.plan([noticeRow(first.alert, place, first.delivery, { now, clock })]);
    this.#hopeless.add(id);
    log.error(
      { channel: closure.channel, guild: closure.guildId, why: first.alert.reason },
      "A channel gets no alerts and nobody could be told: neither a direct message to its owner nor a post in the server arrived; please tell them yourself",
    );
  }
}
