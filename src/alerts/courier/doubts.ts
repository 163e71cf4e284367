// Attempts that may have put a part into its channel: cut off by a crash, or without an answer that says. Whether Discord still knows their nonce is told by
// machine time, within this run alone: what the wall clock says of an earlier run may be wrong. A later answer never undoes an earlier doubt.
import type { Clock } from "../../clock.ts";
import { type Delivery, mayStand } from "../../domain/delivery.ts";
import { MINUTE, SECOND, type Millis } from "../../domain/time.ts";

type Attempt = Delivery["attempts"][number];

/** Discord is trusted to know a nonce for so long; afterwards we look in the channel ourselves. */
const NONCE_TRUSTED = MINUTE;
/** No program is killed, started and back at the same row sooner: then the clock was set back. */
const QUICKEST = SECOND;

export interface Doubt {
  /** Oldest first. */
  attempts: readonly Attempt[];
  /** Posting the same nonce once more shows one message, whatever became of them. */
  nonceHolds: boolean;
  /** The same by the wall clock, for where nobody can look into the channel. */
  nonceMayHold: boolean;
}

export class Doubts {
  /** When attempts of this run began, machine ms, by row and wall time. */
  readonly #begun = new Map<string, Map<Millis, Millis>>();
  readonly #clock: Pick<Clock, "machine" | "wall">;

  constructor(clock: Pick<Clock, "machine" | "wall">) {
    this.#clock = clock;
  }

  /** An attempt begins, its row says `startedAt`. */
  began(id: string, startedAt: Millis): void {
    const own = this.#begun.get(id) ?? new Map<Millis, Millis>();
    this.#begun.set(id, own);
    // A clock that is set back comes past the same instant again: the older one counts.
    if (!own.has(startedAt)) own.set(startedAt, this.#clock.machine());
  }

  of({ id, attempts, parts }: Delivery, part: number): Doubt | undefined {
    const clearedAt = parts[part - 1]?.clearedAt ?? 0;
    const open = attempts.filter((one) => (one.part ?? 1) === part && mayStand(one) && one.startedAt >= clearedAt);
    if (open.length === 0) return undefined;
    const ages = open.map(({ startedAt }) => this.#age(id, startedAt));
    return {
      attempts: open,
      nonceHolds: ages.every((age) => age < NONCE_TRUSTED),
      nonceMayHold: open.every(
        ({ startedAt }, i) => (ages[i] ?? Infinity) < NONCE_TRUSTED || this.#isRecent(startedAt),
      ),
    };
  }

  #isRecent(startedAt: Millis): boolean {
    const age = this.#clock.wall() - startedAt;
    return age >= QUICKEST && age < NONCE_TRUSTED;
  }

  /** Infinity: of an earlier run. */
  #age(id: string, startedAt: Millis): Millis {
    const began = this.#begun.get(id)?.get(startedAt);
    return began === undefined ? Infinity : this.#clock.machine() - began;
  }

  /** It was decided. */
  forget(id: string): void {
    this.#begun.delete(id);
  }
}

/** Which of them stands there, by its first line as Discord shows it; undefined where none of them said that. */
export function standsFrom(attempts: readonly Attempt[], stands: string | undefined): Attempt | undefined {
  if (stands === undefined) return attempts[0];
  return attempts.find(({ text }) => text?.trim() === stands.trim());
}
