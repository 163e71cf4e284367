// A channel that is closed or gone: its subscriptions pause, its people are told, and it goes on by itself when leave is back. Everything is worked out anew
// from two places, what is paused and what the ledger holds: after a crash between two writes the rest follows. It must never tell the broken channel.
import type { Delivery } from "../../domain/delivery.ts";
import { isForChannel } from "../../domain/reason.ts";
import type { Destination } from "../../domain/subscription.ts";
import type { Millis } from "../../domain/time.ts";
import type { Clock } from "../../clock.ts";
import { patiently } from "../../engines/patience.ts";
import type { Logger } from "../../logger.ts";
import type { Subscribed } from "../../store/subscriptions.ts";
import type { StoredDuties } from "../../store/stored-duties.ts";
import type { StoredSubscriptions } from "../../store/stored-subscriptions.ts";
import { ChannelChecks, type Hint, isOpen } from "./channel-checks.ts";
import { type Counted, hasWord, isTurned, openRows, type Turn, turnRows, type Where } from "./channel-plan.ts";
import type { Closure } from "./channel-rows.ts";
import { ClosureTelling } from "./closure-telling.ts";
import type { HaveIt } from "./have-it.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { placesOf } from "./places.ts";
import type { Sender } from "../courier/sender.ts";
import { boardOffRows, undeliveredRows, untakenRows } from "./undelivered.ts";
import { Rounds } from "../courier/rounds.ts";

/** Machine time until Discord is asked again for what it did not say. */
const ASK_AGAIN = 30_000;

export interface ClosuresParts {
  ledger: Ledger;
  subscriptions: StoredSubscriptions;
  duties: StoredDuties;
  haveIt: HaveIt;
  sender: Pick<Sender, "missingPermissions" | "systemChannel">;
  clock: Clock;
  log: Logger;
  /** Asks Discord whether they are still members of the server, and notes it. */
  askMembers: (guildId: string, people: readonly string[]) => Promise<void>;
  /** Tells those concerned that duty moved. */
  dutyNews: (now: Millis, places: (one: Subscribed) => Promise<Where[] | undefined>) => Promise<void>;
  trusted: () => boolean;
  /** What waited for a channel may go on. */
  wake: () => void;
  broken: (error: unknown) => void;
  random?: () => number;
}

export class Closures {
  readonly #parts: ClosuresParts;
  readonly #checks: ChannelChecks;
  readonly #telling: ClosureTelling;
  /** What waited for a channel at the moment it opened, by closure. */
  readonly #counted = new Map<string, Counted>();
  readonly #rounds: Rounds;
  #cancel: () => void = () => undefined;

  constructor(parts: ClosuresParts) {
    const { subscriptions, duties, sender, clock, log, broken, random, ledger } = parts;
    this.#parts = parts;
    this.#rounds = new Rounds(() => this.#round(), parts.broken);
    this.#telling = new ClosureTelling({ ...parts, places: (one) => this.#places(one) });
    this.#checks = new ChannelChecks({
      paused: () => this.#paused().map(({ destination }) => destination),
      sender,
      clock,
      log,
      opened: (channel) => this.#open(channel),
      broken,
      ...(random === undefined ? {} : { random }),
    });
    subscriptions.onChanged((before, after) => {
      // By a look of ours, or because somebody subscribed once more.
      if (before?.paused !== undefined && after?.paused === undefined) {
        this.#count(before);
        parts.wake();
      }
      this.look();
    });
    duties.onChanged(() => {
      this.#telling.anew();
      this.look();
    });
    ledger.onMoved(({ delivery: { alert, state } }) => {
      if (alert.kind === "channel.closed" || state === "failed" || state === "parked" || state === "expired")
        this.look();
    });
  }

  start(): void {
    this.#rounds.start();
  }

  async stop(): Promise<void> {
    const over = this.#rounds.stop();
    this.#cancel();
    await this.#checks.stop();
    await over;
  }

  /** Resolves when nothing is left to be planned or asked now. For tests. */
  async idle(): Promise<void> {
    await this.#rounds.idle();
    await this.#checks.idle();
    if (this.#rounds.isRunning) await this.idle();
  }

  /**
   * Discord refused something there. @returns "open" where that says nothing of the channel: an edit or an answer needs more than a post does.
   * Throws what the store throws.
   */
  async closed(delivery: Delivery, why: string): Promise<"paused" | "open"> {
    const { subscriptions, log } = this.#parts;
    const { destination, edits, replyTo, linked } = delivery;
    const isMore = edits !== undefined || (replyTo !== undefined && linked === undefined);
    if (isMore && why !== "no-such-channel" && isOpen(await this.#missing(destination).catch(() => ["ViewChannel"])))
      return "open";
    log.warn({ channel: destination, why }, "A channel is closed; its alerts wait, and its people are told");
    await patiently(() => subscriptions.pause(destination, why));
    return "paused";
  }

  /** Deleted, or the bot was put out. */
  async gone(what: { channelId: string; name?: string | undefined } | { guildId: string }): Promise<void> {
    await this.#parts.subscriptions.pause(what, "guildId" in what ? "bot-removed" : "no-such-channel");
  }

  changed(hint: Hint): void {
    if (!this.#rounds.stopped) this.#checks.hint(hint);
  }

  /** Plans whatever is owed to those who look after channels; harmless however often. Called once a minute, too. */
  look(): void {
    this.#rounds.look();
  }

  async #round(): Promise<void> {
    const { ledger, clock, trusted } = this.#parts;
    this.#checks.look();
    if (!trusted()) return;
    const times = { now: clock.now(), clock };
    await this.#parts.dutyNews(times.now, (one) => this.#places(one));
    for (const one of this.#paused()) {
      if (this.#rounds.stopped) return;
      await this.#telling.tell(one, times.now);
    }
    for (const closure of ledger.channels.closures()) await this.#follow(closure, times.now);
    const parts = { ...this.#parts, places: (one: Subscribed) => this.#places(one) };
    await ledger.plan(await undeliveredRows(parts, times));
    await ledger.plan(await boardOffRows(parts, parts.subscriptions.running(), times));
    await ledger.plan(await untakenRows(parts, times));
  }

  #paused(): readonly Subscribed[] {
    return this.#parts.subscriptions.running().filter(({ destination }) => destination.paused !== undefined);
  }

  async #open(channel: Destination): Promise<void> {
    const { subscriptions, log } = this.#parts;
    const { guildId, id } = channel;
    if (await subscriptions.resume(guildId, id))
      log.info({ channel: id }, "A channel takes messages again; what waits for it goes out");
  }

  /** Before anything of it goes out: afterwards nobody could tell what had waited. */
  #count({ guildId, id, paused }: Destination): void {
    const { ledger, clock } = this.#parts;
    if (paused === undefined) return;
    const now = clock.now();
    const rows = ledger.of(id).filter(({ delivery }) => delivery.guildId === guildId && delivery.edits === undefined);
    const goes = rows.filter(({ delivery }) => delivery.expiresAt > now).length;
    const over = ledger.channels
      .unheard(id)
      .filter((one) => one.state === "expired" && isForChannel(one.reason) && one.expiresAt >= paused.at);
    this.#counted.set(`${id} ${paused.at}`, { goes, missed: rows.length - goes + over.length });
  }

  #missing(channelId: string): Promise<readonly string[] | "no such channel"> {
    return this.#parts.sender.missingPermissions(channelId);
  }

  /** Undefined: Discord did not say, and is asked again. */
  async #places(one: Subscribed): Promise<Where[] | undefined> {
    const { subscriptions, sender, log } = this.#parts;
    const places = await placesOf(one, { subscriptions, sender }).catch((error: unknown) => {
      const channel = one.destination.id;
      log.warn({ channel, why: String(error) }, "Discord does not say where a server takes its own notices");
      return undefined;
    });
    if (places === undefined) this.#later();
    return places;
  }

  /** What became of a closure since: its notices are put right, and it is said that the channel is open. */
  async #follow(closure: Closure, now: Millis): Promise<void> {
    const { ledger, subscriptions, clock, haveIt } = this.#parts;
    const { guildId, channel, since } = closure;
    if (closure.closed.length === 0) return;
    const held = haveIt.of(channel, since);
    if (held !== undefined) await this.#turn(closure, { is: "has", of: held.by }, now);
    const destination = subscriptions.destination(guildId, channel);
    const paused = destination?.paused;
    if (subscriptions.of(guildId, channel) === undefined)
      return this.#turn(closure, { is: "ended", of: String(closure.later.length === 0) }, now);
    if (paused !== undefined) return paused.at === since ? this.#stillClosed(closure, destination, now) : undefined;
    const again = closure.later.filter(({ alert }) => "turn" in alert && alert.turn === "again");
    if (!this.#isNewest(closure)) return;
    const times = { now, clock };
    if (!hasWord(closure))
      await ledger.plan([
        ...turnRows(closure, { is: "open", of: "" }, times),
        ...openRows(closure, this.#counted.get(`${channel} ${since}`), times),
      ]);
    // It closed again within the hour and is open once more: the notices say so, and nobody is called.
    else if (again.length > 0)
      await this.#turn(closure, { is: "open", of: again.map(({ alert }) => alert.id).at(-1) ?? "" }, now);
  }

  /** A deleted channel was first only closed; and somebody must be reached. */
  async #stillClosed(closure: Closure, destination: Destination | undefined, now: Millis): Promise<void> {
    const reason = destination?.paused?.reason;
    const [first] = closure.closed;
    if (reason !== undefined && first !== undefined && reason !== first.alert.reason)
      await this.#turn(closure, { is: "reason", of: reason }, now);
    await this.#telling.hopelessly(closure, now);
  }

  #isNewest({ channel, since }: Closure): boolean {
    return this.#parts.ledger.channels.of(channel).findLast((one) => one.closed.length > 0)?.since === since;
  }

  async #turn(closure: Closure, turn: Turn, now: Millis): Promise<void> {
    if (isTurned(closure, turn)) return;
    await this.#parts.ledger.plan(turnRows(closure, turn, { now, clock: this.#parts.clock }));
  }

  #later(): void {
    this.#cancel();
    this.#cancel = this.#parts.clock.after(ASK_AGAIN, () => this.look());
  }
}
