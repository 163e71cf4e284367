// Which rows of the ledger nobody can ask for any more: no tick, no fact, no reader. It removes nothing itself.
// It must never let go of what is undecided, or of what an index of the ledger still leads to.
import { ROWS_FOR, TOLD_FOR } from "../../domain/ages.ts";
import type { Delivery } from "../../domain/delivery.ts";
import type { Millis } from "../../domain/time.ts";
import { lapseOf } from "./told.ts";
import { dueAtOf, type Entry, isDecided, type Ledger } from "./ledger.ts";

export interface Times {
  /** World time, of a clock that is trusted. */
  now: Millis;
  /**
   * The machine's wall time. A row must be old by both: a rehearsal's clock runs years ahead in a minute and comes back, and what it told would then be
   * told again.
   */
  wall: Millis;
}

export function isForgettable(
  { key, delivery }: Entry,
  ledger: Pick<Ledger, "told" | "toldOf" | "own">,
  times: Times,
): boolean {
  const { alert, destination } = delivery;
  if (!isDecided(delivery)) return false;
  // Asked for at each tick as long as its subscription lives (place-watch.ts), whenever that began. There are few.
  if (alert.kind === "place.changed") return false;
  // The notices of a channel that is closed for years would be planned anew at the next start, and its word that it is open. There are few.
  if (alert.kind === "channel.closed" || alert.kind === "channel.open") return false;
  // Its two rows are all that keeps a board from being posted again. There is one for each channel.
  if (alert.kind === "board" && !ledger.own.isReplaced(delivery)) return false;
  const story = ledger.toldOf.story(alert, destination);
  if (story.length > 0) {
    const isOver = story.every((note) => note.is !== "waits" && dueAtOf(note.key) < times.now - TOLD_FOR);
    return isOver && isOlder(delivery, TOLD_FOR, times);
  }
  if (alert.kind === "quiet.over" && alert.tells.some(({ kind }) => kind === "strike.recorded"))
    return isOlder(delivery, TOLD_FOR, times);
  if (!ledger.told.holds(destination, key)) return isOlder(delivery, ROWS_FOR, times);
  // While the channel believes that nothing is known, it is owed the word that it is known again.
  if (lapseOf(alert) !== undefined || alert.kind === "knowledge.restored") return false;
  return isOlder(delivery, TOLD_FOR, times);
}

/** By everything that happened to it: what was planned late, or posted after weeks, is as young as that. */
function isOlder({ dueAt, plannedAt, plannedMachine, parts, attempts }: Delivery, age: Millis, { now, wall }: Times) {
  const world = Math.max(dueAt, plannedAt, ...parts.map((part) => part.shownAt ?? 0));
  const machine = Math.max(plannedMachine, ...attempts.map((one) => one.endedAt ?? one.startedAt));
  return world < now - age && machine < wall - age;
}
