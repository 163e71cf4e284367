// What can be done next in a lane: a row to try, a time to wait, or nothing until something happens. It tries nothing itself, and never lets a row pass one that
// must come before it.
import { type Delivery, isEffect, isHeldForQuiet, isUnsubscribed } from "../../domain/delivery.ts";
import type { Millis } from "../../domain/time.ts";
import type { Clock } from "../../clock.ts";
import { PACED } from "./editing.ts";
import { givenUpAt } from "../kinds.ts";
import { deliveryId, type Entry, idOf, type Ledger } from "../ledger/ledger.ts";
import type { OldEdits } from "./old-edits.ts";
import type { Waits } from "./waits.ts";

/** A begin that is over waits for the row of its end: they are one piece of news. */
export const END_TO_COME = "end-to-come";

export type Standing = "open" | "paused" | "ended";

export interface Parts {
  ledger: Pick<Ledger, "open">;
  clock: Pick<Clock, "now">;
  waits: Waits;
  oldEdits: OldEdits;
  /** Whether any of the subscriptions still runs, and whether the channel is paused. */
  standing: (delivery: Delivery) => Standing;
  /** Whether the row's channel is quiet now. */
  isQuiet: (delivery: Delivery) => boolean;
}

/** Machine ms, and what for. */
interface Waiting {
  wait: Millis;
  why: string | undefined;
}
export type Next = { entry: Entry } | Waiting | undefined;

export class Queue {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The first row. Of edits one that waits for its own sake lets those of other messages pass, never those of the same message. */
  next(lane: string): Next {
    const passed = new Set<string>();
    let soonest: Waiting | undefined;
    for (const entry of this.#parts.ledger.open.rows(lane)) {
      const { edits } = entry.delivery;
      const message = edits === undefined ? undefined : `${edits.of}.${edits.part ?? 1}`;
      if (message !== undefined && passed.has(message)) continue;
      const can = this.#can(entry);
      // What is held until the quiet hours are over holds up nothing that passes them.
      if (can === "quiet") continue;
      if (can === "closed") return this.#unheld(lane);
      if ("entry" in can) return can;
      if (soonest === undefined || can.wait < soonest.wait) soonest = can;
      if (message === undefined || can.why !== PACED) break;
      passed.add(message);
    }
    return soonest;
  }

  standing(delivery: Delivery): Standing {
    return isUnsubscribed(delivery) || isEffect(delivery) ? "open" : this.#parts.standing(delivery);
  }

  #can(entry: Entry): { entry: Entry } | Waiting | "closed" | "quiet" {
    const { clock, waits, isQuiet } = this.#parts;
    const { delivery } = entry;
    // When that is over, it is decided whatever its channel takes: the note waits for the channel as every row does.
    if (isHeldForQuiet(delivery)) return isQuiet(delivery) ? "quiet" : { entry };
    if (clock.now() >= givenUpAt(delivery) && waits.why(delivery) !== END_TO_COME) return { entry };
    if (delivery.state === "held" && this.standing(delivery) === "paused") {
      // Tried at once when the channel is open again.
      waits.end(delivery.id);
      return "closed";
    }
    const wait = waits.left(delivery);
    if (wait > 0) return { wait, why: waits.why(delivery) };
    const paced = this.#paced(delivery);
    if (paced > 0) return { wait: paced, why: PACED };
    return this.#awaits(delivery) ? { wait: Infinity, why: PACED } : { entry };
  }

  /** Asked before a row is put into words: of hundreds that wait for their pace only the one whose turn it is costs anything. */
  #paced({ channelId, edits }: Delivery): Millis {
    return edits?.messageId === undefined ? 0 : this.#parts.oldEdits.wait(channelId, edits.messageId);
  }

  /**
   * An edit comes after the row that posted its message, as long as nobody knows whether that stands there, and after the notice that says why; a thread
   * after the notice that it is opened at.
   */
  #awaits({ id: own, alert, destination, edits }: Delivery): boolean {
    const { open } = this.#parts.ledger;
    if (alert.kind === "thread.opened") return open.byId(idOf(alert.of)) !== undefined;
    return (
      edits !== undefined &&
      [edits.of, deliveryId(alert.id, destination)].some((id) => id !== own && open.byId(id) !== undefined)
    );
  }

  /** What waits behind rows of a closed channel waits as they do, and has to say so. */
  #unheld(lane: string): Next {
    const entry = this.#parts.ledger.open.rows(lane).find(({ delivery }) => delivery.state !== "held");
    return entry === undefined ? undefined : { entry };
  }
}
