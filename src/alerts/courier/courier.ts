// Posts what the ledger owes, each once: decides whose turn it is. Order is kept in a lane (lanes.ts); lanes go side by side, loud before silent, then by due
// time, as fast as the pace lets them and the weather allows. One attempt is one turn (row-turn.ts). It never decides who hears what, and never posts before the row says so.
import type { Delivery } from "../../domain/delivery.ts";
import { HOUR, MINUTE } from "../../domain/time.ts";
import { promptly } from "../../engines/patience.ts";
import type { PostingParts, Tools } from "./attempts.ts";
import { Doubts } from "./doubts.ts";
import { Endings } from "./endings.ts";
import { editsOf, isLast } from "../ledger/lanes.ts";
import { isDecided } from "../ledger/ledger.ts";
import { OldEdits } from "./old-edits.ts";
import { Pace, type Rate } from "./pace.ts";
import { Queue, type Standing } from "./queue.ts";
import { type RowParts, RowTurn } from "./row-turn.ts";
import type { Reason } from "./sender.ts";
import { threadsOf } from "../events/threads.ts";
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

export interface Parts extends PostingParts, RowParts {
  /** Whether any of the subscriptions still runs, and whether the channel is paused. */
  standing: (delivery: Delivery) => Standing;
  /** Resolves when what failed for want of room can be tried again; throws every other fault. */
  room: (fault: unknown) => Promise<void>;
  /** A fault that no row can hold, such as a lost lease: the program must stop. */
  broken: (error: unknown) => void;
  /** How many requests a second; left out: what Discord allows a bot. */
  rate?: Rate | undefined;
}

export class Courier {
  readonly #parts: Parts;
  readonly #rowTurn: RowTurn;
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
    const tools: Tools = {
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
    this.#rowTurn = new RowTurn(parts, tools, (delivery) => this.#queue.standing(delivery));
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
    const run = promptly(() => this.#rowTurn.take(lane, next.entry, turn))
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
}
