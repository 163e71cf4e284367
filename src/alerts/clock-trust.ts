// Whether this machine's clock may be believed. Discord's own clock is the witness: its Date header, and the id of whatever a reader does. It must never
// take a clock for right because nobody contradicts it, nor ask again while nothing gives cause to.
import type { Clock } from "../clock.ts";
import { HOUR, MINUTE, type Millis } from "../domain/time.ts";
import type { Logger } from "../logger.ts";

/** A step of the clock that is longer, or as much of small ones, must be confirmed from outside. */
export const STEP = 10 * MINUTE;
/** How far Discord's clock may be from ours to confirm it. */
export const AGREE = 2 * MINUTE;
/** While it is wrong somebody is told at once, and then so often. */
const REMIND = HOUR;

export interface TrustParts {
  clock: Clock;
  /** World time as Discord tells it; undefined when it does not answer. */
  serverTime: () => Promise<Millis | undefined>;
  log: Logger;
}

/** Why the clock is not believed. `off`: ms by which it is ahead of Discord's, as far as anybody knows. */
export interface Doubt {
  why: "clock-not-confirmed" | "discord-does-not-answer";
  off?: Millis;
}

export class ClockTrust {
  readonly #parts: TrustParts;
  /** World time as Discord told it last, and the machine time of that moment. */
  #witness: { world: Millis; machine: Millis } | undefined;
  /** Undefined while the clock is believed. Until somebody was asked, nobody knows. */
  #doubt: Doubt | undefined = { why: "discord-does-not-answer" };
  #asking: Promise<Doubt | undefined> | undefined;
  #told: { at: Millis; why: string } | undefined;
  readonly #regained = new Set<() => void>();

  constructor(parts: TrustParts) {
    this.#parts = parts;
  }

  /** Why it is not believed at this moment; undefined while it is. A step since the last look is noticed here. */
  get doubt(): Doubt | undefined {
    if (this.#parts.clock.runs === "by-hand") return undefined;
    const off = this.#drift();
    if (this.#doubt === undefined && off !== undefined && Math.abs(off) > STEP)
      this.#doubt = { why: "clock-not-confirmed", off };
    return this.#doubt;
  }

  /** Called each time that the clock is believed again after it was not: whatever counted by it must begin anew. */
  onRegained(listener: () => void): void {
    this.#regained.add(listener);
  }

  /** For a tick at `now`, the last one having been at `last`. Asks Discord where the clock gives cause. @returns why nothing may be done by it. */
  async at(now: Millis, last: Millis | undefined): Promise<Doubt | undefined> {
    if (this.#parts.clock.runs === "by-hand") return undefined;
    // Where machine time tells how far the clock should be, a long way since the last tick is no more than a long sleep.
    const stepped = this.#parts.clock.runs !== "as-machine" && last !== undefined && Math.abs(now - last) > STEP;
    return this.doubt === undefined && !stepped ? undefined : this.#ask(now, !stepped && last !== undefined);
  }

  /**
   * For what a reader does at `at` by Discord's clock: ids are made by it. What agrees with ours confirms it, also against a Date header; what does not may
   * only have been long on its way, so Discord is asked. @returns why no answer may be given by this clock.
   */
  async heard(at: Millis): Promise<Doubt | undefined> {
    const { clock } = this.#parts;
    // In a rehearsal the ids never go back, the clock does.
    if (clock.runs !== "as-machine") return this.doubt;
    const off = clock.now() - at;
    const doubt = this.doubt;
    if (Math.abs(off) <= AGREE) {
      if (doubt !== undefined) this.#believe({ world: at, machine: clock.machine() });
      return undefined;
    }
    if (doubt !== undefined) return { off, ...doubt };
    const found = await this.#ask(clock.now(), false);
    return found?.why === "discord-does-not-answer" ? { ...found, off } : found;
  }

  /** One question at a time, whoever asks. `near`: not far from the last tick. */
  #ask(now: Millis, near: boolean): Promise<Doubt | undefined> {
    this.#asking ??= this.#asked(now, near).finally(() => (this.#asking = undefined));
    return this.#asking;
  }

  async #asked(now: Millis, near: boolean): Promise<Doubt | undefined> {
    const { clock, serverTime } = this.#parts;
    const began = clock.machine();
    const server = await serverTime();
    const machine = clock.machine();
    if (server === undefined) {
      if (this.#isBack(near)) return this.#believe(this.#witness);
      return this.#disbelieve({ ...this.#doubt, why: "discord-does-not-answer" }, now);
    }
    // The answer is from somewhere between the question and now. A rehearsal's clock may have run on meanwhile, many times as fast.
    const until = clock.runs === "as-machine" ? now + (machine - began) : Math.max(now, clock.now());
    const off = server < now ? now - server : Math.min(0, until - server);
    if (Math.abs(off) > AGREE) return this.#disbelieve({ why: "clock-not-confirmed", off }, now);
    this.#believe({ world: server, machine });
    // It may have been set while Discord was asked.
    return this.doubt;
  }

  /** Put right while Discord does not answer: it stands where it would, had nobody touched it since Discord confirmed it. */
  #isBack(near: boolean): boolean {
    const drift = this.#drift();
    return drift === undefined ? this.#witness !== undefined && near : Math.abs(drift) <= AGREE;
  }

  #believe(witness: { world: Millis; machine: Millis } | undefined): undefined {
    const { clock, log } = this.#parts;
    const was = this.#doubt;
    this.#witness = witness;
    this.#doubt = undefined;
    clock.confirmed?.();
    if (this.#told !== undefined) log.info({}, "The clock agrees with Discord's again; what was missed is told now");
    this.#told = undefined;
    if (was !== undefined) for (const listener of this.#regained) listener();
    return undefined;
  }

  #disbelieve(doubt: Doubt, now: Millis): Doubt {
    this.#doubt = doubt;
    const { clock, log } = this.#parts;
    const at = clock.machine();
    if (this.#told?.why === doubt.why && at - this.#told.at < REMIND) return doubt;
    this.#told = { at, why: doubt.why };
    if (doubt.why === "clock-not-confirmed")
      log.error(
        { now, aheadByMs: doubt.off },
        "This machine's clock is wrong: Discord's says otherwise. No alert is planned or posted and no question answered until it is put right",
      );
    else
      log.warn(
        { now },
        "Discord does not answer to confirm this machine's clock; no alert is planned or posted until it does",
      );
    return doubt;
  }

  /** How far the clock went, beyond what the machine counted since Discord confirmed it. */
  #drift(): Millis | undefined {
    const { clock } = this.#parts;
    if (clock.runs !== "as-machine" || this.#witness === undefined) return undefined;
    return clock.now() - (this.#witness.world + clock.machine() - this.#witness.machine);
  }
}

const EPOCH = 1_420_070_400_000n;

/** Discord's time, ms, of an id that Discord made. Throws on what is no whole number. */
export function timeOf(id: string): Millis {
  return Number((BigInt(id) >> 22n) + EPOCH);
}
