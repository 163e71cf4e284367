// Asks whether paused channels take messages again: at once when Discord hints at it, and in any case slowly by machine time, one request at a time.
// It must never hammer Discord for a channel that stays closed, nor for one that opens and closes by the minute.
import type { Destination } from "../../domain/subscription.ts";
import { HOUR, MINUTE, type Millis } from "../../domain/time.ts";
import type { Clock } from "../../clock.ts";
import type { Logger } from "../../logger.ts";
import type { Sender } from "../courier/sender.ts";

const FIRST = 5 * MINUTE;
const LONGEST = HOUR;
/** Hints come in heaps: a category that is changed tells of each of its channels. */
const APART = 5_000;

/** What a post needs. Without the others it arrives all the same. */
const NEEDED: ReadonlySet<string> = new Set(["ViewChannel", "SendMessages", "SendMessagesInThreads", "ManageThreads"]);

export const isOpen = (missing: readonly string[] | "no such channel"): boolean =>
  missing !== "no such channel" && !missing.some((one) => NEEDED.has(one));

export interface ChecksParts {
  paused: () => readonly Destination[];
  sender: Pick<Sender, "missingPermissions">;
  clock: Pick<Clock, "machine" | "after">;
  log: Logger;
  /** It takes messages again. */
  opened: (channel: Destination) => Promise<void>;
  broken: (error: unknown) => void;
  /** For tests: a wait is between 0.8 and 1.2 of itself. */
  random?: () => number;
}

interface Pace {
  wait: Millis;
  /** Machine time. */
  due: Millis;
  asked?: Millis;
  opened?: Millis;
}

export interface Hint {
  guildId?: string | undefined;
  channelId?: string | undefined;
}

export class ChannelChecks {
  readonly #parts: ChecksParts;
  readonly #paces = new Map<string, Pace>();
  #cancel: () => void = () => undefined;
  #running: Promise<void> | undefined;
  #stopped = false;

  constructor(parts: ChecksParts) {
    this.#parts = parts;
  }

  /** Which channels are paused may be others now. */
  look(): void {
    if (this.#stopped) return;
    const { clock } = this.#parts;
    const now = clock.machine();
    for (const { id } of this.#parts.paused()) {
      const pace = this.#paces.get(id);
      if (pace === undefined) this.#paces.set(id, { wait: FIRST, due: now + this.#jittered(FIRST) });
      else if (pace.opened !== undefined && pace.due === Infinity) {
        // Closed again soon after it had opened: it is asked more and more rarely, as if it had stayed closed.
        const wait = now - pace.opened < HOUR ? longer(pace.wait) : FIRST;
        this.#paces.set(id, { ...pace, wait, due: now + this.#jittered(wait) });
      }
    }
    this.#next();
  }

  /** Discord hints that the bot may do more, or less, there. */
  hint({ guildId, channelId }: Hint): void {
    const concerned = this.#parts
      .paused()
      .filter((one) =>
        channelId === undefined || (one.kind === "thread" && one.guildId === guildId)
          ? one.guildId === guildId
          : one.id === channelId,
      );
    this.look();
    const now = this.#parts.clock.machine();
    for (const { id } of concerned) {
      const pace = this.#paces.get(id);
      if (pace === undefined) continue;
      const flaps = pace.opened !== undefined && now - pace.opened < HOUR;
      const from = pace.asked === undefined ? now : Math.max(now, pace.asked + (flaps ? MINUTE : APART));
      pace.due = Math.min(pace.due, from);
    }
    this.#next();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancel();
    await this.#running;
  }

  /** Resolves when nothing is being asked. For tests. */
  async idle(): Promise<void> {
    while (this.#running !== undefined) await this.#running;
  }

  #next(): void {
    this.#cancel();
    if (this.#stopped || this.#running !== undefined) return;
    const { clock, broken } = this.#parts;
    const due = this.#parts
      .paused()
      .flatMap((channel) => {
        const pace = this.#paces.get(channel.id);
        return pace === undefined ? [] : [{ channel, pace }];
      })
      .sort((a, b) => a.pace.due - b.pace.due)[0];
    if (due === undefined) return;
    const wait = due.pace.due - clock.machine();
    if (wait > 0) {
      this.#cancel = clock.after(Math.min(wait, LONGEST), () => this.#next());
      return;
    }
    this.#running = this.#ask(due.channel, due.pace)
      .catch(broken)
      .finally(() => {
        this.#running = undefined;
        this.look();
      });
  }

  async #ask(channel: Destination, pace: Pace): Promise<void> {
    const { sender, clock, log, opened } = this.#parts;
    pace.asked = clock.machine();
    pace.due = clock.machine() + this.#jittered(pace.wait);
    pace.wait = longer(pace.wait);
    const missing = await sender.missingPermissions(channel.id).catch((error: unknown) => {
      log.warn(
        { channel: channel.id, why: String(error) },
        "Discord does not say what may be done in a paused channel",
      );
      return undefined;
    });
    // A direct message has no permissions: only a post can tell.
    if (missing === undefined || (channel.kind !== "dm" && !isOpen(missing))) return;
    pace.opened = clock.machine();
    pace.due = Infinity;
    await opened(channel);
  }

  #jittered(wait: Millis): Millis {
    return Math.round(wait * (0.8 + 0.4 * (this.#parts.random ?? Math.random)()));
  }
}

const longer = (wait: Millis): Millis => Math.min(LONGEST, wait * 1.6);
