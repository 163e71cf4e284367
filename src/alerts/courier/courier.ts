// Posts what the ledger owes, each once: decides whose turn it is. Order is kept in a lane (lanes.ts); lanes go side by side, loud before silent, then by due
// time, as fast as the pace lets them and the weather allows. One attempt is one turn. It never decides who hears what, and never posts before the row says so.
import { type Delivery, isEffect, isOwed } from "../../domain/delivery.ts";
import { HOUR, MINUTE, type Millis } from "../../domain/time.ts";
import { promptly } from "../../engines/patience.ts";
import type { PostingParts, Tools, Turn } from "./attempts.ts";
import { Doubts } from "./doubts.ts";
import { Endings } from "./endings.ts";
import type { EventWanted } from "../events/event-wanted.ts";
import { bringEvent } from "../events/guild-events.ts";
import { givenUpAt } from "../kinds.ts";
import { editsOf, isLast } from "../ledger/lanes.ts";
import { isDecided, type Entry } from "../ledger/ledger.ts";
import { OldEdits } from "./old-edits.ts";
import { Pace, type Rate } from "./pace.ts";
import { Posting } from "./posting.ts";
import { END_TO_COME, Queue } from "./queue.ts";
import type { Render, Scene } from "../render/render.ts";
import type { Rendered } from "../render/wording.ts";
import type { Holding } from "../quiet/holding.ts";
import type { Reason } from "./sender.ts";
import { openThread, threadsOf } from "../events/threads.ts";
import { Turns } from "./turns.ts";
import { Waits } from "./waits.ts";
import { isFoul, Weather } from "./weather.ts";

/** What may have been a 401, 403, 404 or 429: too many of them shut the address out. */
const REFUSALS: ReadonlySet<Reason> = new Set<Reason>([
  "bad-token",
  "blocked",
  "forbidden",
  "no-such-channel",
  "channel-closed",
  "message-deleted",
  "rate-limited",
  "no-leave-for-events",
  "no-leave-for-threads",
]);
/** After every due time. */
const LAST = "~";
/** A post later than this after planning says so. */
const LATE = 5 * MINUTE;

export interface Parts extends PostingParts {
  scene: (delivery: Delivery) => Omit<Scene, "lateBy">;
  render: Render;
  /** Whether any of the subscriptions still runs, and whether the channel is paused. */
  standing: (delivery: Delivery) => "open" | "paused" | "ended";
  /** What its channel's quiet hours and pauses make of a row. */
  holding: Pick<Holding, "isQuiet" | "hold">;
  /** Whether the clock stands where it should: nothing is posted, nor called too late, by one that nobody confirms. */
  trusted: () => boolean;
  /** Before a row's turn: what waited for its channel until it was over becomes one summary. @returns machine ms to wait before it, or undefined. */
  sumUp: (destination: string) => Promise<Millis | undefined>;
  /** How an entry in a server's list of events should stand by now. */
  wantedEvent: (delivery: Delivery) => EventWanted;
  /** Resolves when what failed for want of room can be tried again; throws every other fault. */
  room: (fault: unknown) => Promise<void>;
  /** A fault that no row can hold, such as a lost lease: the program must stop. */
  broken: (error: unknown) => void;
  /** How many requests a second; left out: what Discord allows a bot. */
  rate?: Rate | undefined;
}

export class Courier {
  readonly #parts: Parts;
  readonly #posting: Posting;
  readonly #tools: Tools;
  readonly #endings: Endings;
  readonly #pace: Pace;
  readonly #weather: Weather;
  readonly #waits: Waits;
  readonly #queue: Queue;
  readonly #turns = new Turns();
  readonly #busy = new Map<string, Promise<void>>();
  /** How to cancel the wait of a lane whose next try is not due yet. */
  readonly #waiting = new Map<string, () => void>();
  /** Lanes whose last try met foul weather: they come again when the others were tried, or when it is over. */
  readonly #sheltered = new Set<string>();
  #nextPump: (() => void) | undefined;
  #telling: Promise<void> = Promise.resolve();
  #stopped = true;
  /** Servers whose rows are being erased: nothing of theirs begins. */
  readonly #left = new Set<string>();

  constructor(parts: Parts) {
    const { clock, ledger } = parts;
    this.#parts = parts;
    this.#pace = new Pace(clock, parts.rate);
    this.#weather = new Weather(parts, () => this.#leaveShelter());
    this.#waits = new Waits(clock);
    const oldEdits = new OldEdits(clock);
    const isQuiet = (delivery: Delivery) => parts.holding.isQuiet(delivery);
    this.#queue = new Queue({ ...parts, isQuiet, waits: this.#waits, oldEdits });
    this.#endings = new Endings(parts);
    const doubts = new Doubts(clock);
    this.#tools = {
      ...parts,
      doubts,
      endings: this.#endings,
      waits: this.#waits,
      oldEdits,
      told: (channelId, answer) => {
        this.#weather.told(channelId, answer);
        if (answer.why !== undefined && REFUSALS.has(answer.why)) this.#pace.refused();
      },
    };
    this.#posting = new Posting(this.#tools);
    ledger.onPlanned((lanes) => this.wake(lanes));
    ledger.onMoved(({ delivery: { id, state } }) => {
      if (!isDecided({ state })) return;
      this.#waits.forget(id);
      doubts.forget(id);
    });
  }

  start(): void {
    this.#stopped = false;
    this.#pace.open();
    this.#telling = this.#endings.tellRest().catch(this.#parts.broken);
    this.wake();
  }

  /** Finishes the attempts under way and starts no other. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#nextPump?.();
    this.#pace.close();
    for (const cancel of this.#waiting.values()) cancel();
    this.#waiting.clear();
    await Promise.all([this.#telling, ...this.#busy.values()]);
  }

  /** Begins nothing of that server's rows any more; resolves when none of its attempts is under way. @returns how to begin again. */
  async leave(guildId: string): Promise<() => void> {
    this.#left.add(guildId);
    await Promise.all(this.#busy.values());
    return () => {
      this.#left.delete(guildId);
      this.wake();
    };
  }

  /** Resolves when no attempt is under way and nothing can be done now. For tests. */
  async idle(): Promise<void> {
    await this.#telling;
    while (this.#busy.size > 0) await Promise.all(this.#busy.values());
  }

  /** Whether something may be tried as soon as the pace lets it. For tests. */
  get hasTurns(): boolean {
    return !this.#stopped && this.#parts.trusted() && this.#turns.size > 0 && !this.#weather.isStorm;
  }

  /** Looks at these lanes, or at all that have something undecided: called for new rows, and once a minute, as rows expire and channels open again. */
  wake(lanes: Iterable<string> = this.#parts.ledger.open.names()): void {
    if (this.#stopped || !this.#parts.trusted()) return;
    for (const lane of lanes) this.#look(lane);
    this.#pump();
  }

  /** Puts a lane where it belongs: among those whose turn may come, those that wait, or nowhere. */
  #look(lane: string): void {
    if (this.#stopped || this.#busy.has(lane)) return;
    this.#waiting.get(lane)?.();
    this.#waiting.delete(lane);
    this.#sheltered.delete(lane);
    this.#turns.drop(lane);
    const next = this.#queue.next(lane);
    if (next === undefined || ("entry" in next && this.#left.has(next.entry.delivery.guildId))) return;
    if ("entry" in next) {
      const { key } = next.entry;
      return this.#turns.add(lane, this.#parts.ledger.open.isLoud(lane), isLast(lane) ? `${LAST}${key}` : key);
    }
    if (next.why !== undefined && isFoul(next.why)) this.#sheltered.add(lane);
    // What waits for the weather waits for nothing else.
    if (this.#weather.isStorm && this.#sheltered.has(lane)) return;
    const look = () => {
      this.#look(lane);
      this.#pump();
    };
    // No timer counts further than some days; an hour is looked at again.
    this.#waiting.set(lane, this.#parts.clock.after(Math.min(next.wait, HOUR), look));
  }

  #leaveShelter(): void {
    for (const lane of Array.from(this.#sheltered)) {
      for (const { delivery } of this.#parts.ledger.open.rows(lane))
        if (isFoul(this.#waits.why(delivery) ?? "")) this.#waits.end(delivery.id);
      this.#look(lane);
    }
  }

  /** Begins as many attempts as may begin now. Called whenever that may have become more. */
  #pump(): void {
    this.#nextPump?.();
    this.#nextPump = undefined;
    while (!this.#stopped && this.#parts.trusted() && this.#turns.size + this.#sheltered.size > 0) {
      const wait = Math.max(this.#weather.wait(this.#busy.size), this.#pace.wait());
      if (wait > 0) {
        if (wait !== Infinity) this.#nextPump = this.#parts.clock.after(wait, () => this.#pump());
        return;
      }
      if (this.#turns.size === 0 && this.#weather.isStorm) this.#leaveShelter();
      const lane = this.#turns.take();
      if (lane === undefined) return;
      this.#begin(lane);
    }
  }

  #begin(lane: string): void {
    const next = this.#queue.next(lane);
    if (next === undefined || !("entry" in next) || this.#left.has(next.entry.delivery.guildId))
      return this.#look(lane);
    const { delivery } = next.entry;
    this.#pace.take();
    let isPaid = true;
    const turn = async () => (isPaid ? void (isPaid = false) : this.#pace.turn());
    const run = promptly(() => this.#attempt(lane, next.entry, turn))
      // Nothing was posted that no row tells of: it is begun again, in the words of then.
      .catch((error: unknown) => this.#parts.room(error))
      .catch((error: unknown) => {
        this.#stopped = true;
        this.#parts.broken(error);
      })
      .finally(() => {
        if (isPaid) this.#pace.giveBack();
        this.#holdOn(delivery.id);
        this.#busy.delete(lane);
        this.#look(lane);
        // What edits a message, or opens a thread at it, may have waited for its row.
        this.#look(editsOf(delivery.destination));
        this.#look(threadsOf(delivery.destination));
        this.#pump();
      });
    this.#busy.set(lane, run);
    this.#weather.began(this.#busy.size);
  }

  /** Where a closed channel's subscription was not paused, its row is not tried at once again. */
  #holdOn(id: string): void {
    const left = this.#parts.ledger.open.byId(id)?.delivery;
    if (left?.state === "held" && this.#queue.standing(left) !== "paused") this.#waits.hold(id, MINUTE, left.reason);
  }

  async #attempt(lane: string, entry: Entry, turn: Turn): Promise<void> {
    const { ledger } = this.#parts;
    const { delivery } = entry;
    if (isEffect(delivery)) return this.#effect(entry, turn);
    const stands = this.#queue.standing(delivery);
    if (await this.#parts.holding.hold(entry)) return;
    if (stands !== "paused" && (await this.#summedUp(entry))) return;
    const scene = this.#parts.scene(delivery);
    if (scene.now >= givenUpAt(delivery))
      return this.#posting.expire(entry, () => partsOf(this.#rendered(delivery, scene)), turn);
    if (stands === "ended" && !isOwed(delivery))
      return void (await ledger.move(entry, { state: "skipped", reason: "subscription-ended" }));
    if (stands === "paused") {
      for (const one of ledger.open.rows(lane).slice())
        if (one.delivery.state !== "held") await ledger.move(one, { state: "held", reason: "channel-paused" });
      return;
    }
    const messages = this.#rendered(delivery, scene);
    if (typeof messages !== "string") return this.#posting.post(entry, messages, turn);
    if (messages !== "could-not-render") return this.#posting.skip(entry, messages, turn);
    return this.#endings.end(entry, { state: "failed", reason: messages });
  }

  /** What posts no message. */
  async #effect(entry: Entry, turn: Turn): Promise<void> {
    const { delivery } = entry;
    if (this.#parts.clock.now() >= delivery.expiresAt)
      return this.#endings.end(entry, { state: "expired", reason: "expired" });
    if (delivery.alert.kind === "thread.opened") return openThread(this.#tools, entry, turn);
    return bringEvent(this.#tools, entry, () => this.#parts.wantedEvent(delivery), turn);
  }

  /** Whether nothing is to be posted of this row in this turn. */
  async #summedUp(entry: Entry): Promise<boolean> {
    const { id, destination, alert, edits } = entry.delivery;
    if (edits !== undefined) return false;
    const early = await this.#parts.sumUp(destination);
    const waits = early !== undefined && alert.kind === "curfew.began";
    if (waits) this.#waits.hold(id, early, END_TO_COME);
    // The clock may have been set meanwhile.
    return waits || !this.#parts.trusted() || this.#parts.ledger.open.byId(id)?.version !== entry.version;
  }

  /** A row that cannot be put into words must not hold up the others: it fails with that reason, and somebody is told. */
  #rendered(delivery: Delivery, scene: Omit<Scene, "lateBy">): Rendered | "could-not-render" {
    const { clock, log, render } = this.#parts;
    const lateBy = lateness(delivery, clock.wall());
    try {
      return render(delivery, { ...scene, ...(lateBy === undefined ? {} : { lateBy }) });
    } catch (error) {
      log.error({ delivery: delivery.id, why: String(error) }, "An alert cannot be put into words and is not posted");
      return "could-not-render";
    }
  }
}

const partsOf = (rendered: readonly unknown[] | string) => (typeof rendered === "string" ? 1 : rendered.length);

function lateness(delivery: Delivery, wall: Millis): Millis | undefined {
  const waited = wall - delivery.plannedMachine;
  const late = (delivery.lateBy ?? 0) + (waited > LATE ? waited : 0);
  return late > 0 ? late : undefined;
}
