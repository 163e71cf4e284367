// What a channel's quiet hours and pauses make of a row, decided in the row's turn: it passes, it is held, or it is not owed. It must never hold what puts right
// or ends something that stands in the channel, nor what may stand there itself.
import { type Delivery, isHeldForQuiet, mayStand } from "../../domain/delivery.ts";
import { hash } from "../../domain/id.ts";
import type { Known } from "../../domain/known.ts";
import { leavesOf } from "../../domain/knowledge.ts";
import { isPaused, isQuiet, type Quiet, quietAt } from "../../domain/quiet.ts";
import { quietReason } from "../../domain/reason.ts";
import type { Destination } from "../../domain/subscription.ts";
import type { Millis } from "../../domain/time.ts";
import type { Clock } from "../../clock.ts";
import type { Subscribed } from "../../store/subscriptions.ts";
import type { Entry, Ledger } from "../ledger/ledger.ts";
import { isAnyTold } from "../loud.ts";
import type { Standing } from "../courier/queue.ts";
import { isUntried } from "../courier/sum-up.ts";
import { laneOf } from "../ledger/lanes.ts";
import { lapseOf } from "../ledger/told.ts";
import { LATE } from "../watches/watch.ts";
import { passes } from "./passing.ts";
import { finishNote, isLeftByOutage, quietOver } from "./quiet-over.ts";

export interface Parts {
  ledger: Pick<Ledger, "of" | "plan" | "move" | "told" | "toldOf" | "find" | "open">;
  clock: Pick<Clock, "now" | "wall">;
  record: () => Known;
  destination: (delivery: Pick<Delivery, "guildId" | "destination">) => Destination | undefined;
  /** The channel as it is subscribed by now, its places as they are now; undefined where nobody is. */
  running: (delivery: Pick<Delivery, "guildId" | "destination">) => Subscribed | undefined;
  standing: (delivery: Delivery) => Standing;
  /** World time up to which everything is planned that the clock brings; undefined before anything is. */
  plannedUntil: () => Millis | undefined;
}

/** When a channel was last seen quiet, world time, and when it was first seen not to be: what tells an outage from a morning. */
export interface Seen {
  quiet?: Millis;
  over?: { now: Millis; wall: Millis };
}

export class Holding {
  readonly #parts: Parts;
  readonly #seen = new Map<string, Seen>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Whether the row's channel is quiet now. Asked for each row that is held, once a minute at least. */
  isQuiet(delivery: Pick<Delivery, "guildId" | "destination">): boolean {
    const { clock, destination } = this.#parts;
    const wants = destination(delivery);
    const now = clock.now();
    if (wants !== undefined && this.#isBehind(wants, now)) return true;
    const is = wants !== undefined && isQuiet(wants, now);
    const seen = this.#seen.get(delivery.destination);
    if (is) this.#seen.set(delivery.destination, { quiet: now });
    else if (seen?.over === undefined)
      this.#seen.set(delivery.destination, { ...seen, over: { now, wall: clock.wall() } });
    return is;
  }

  /** Nobody has yet planned what passed while nobody was there: what an outage left to say goes with the note (decision 0041). */
  #isBehind(wants: Destination, now: Millis): boolean {
    const until = this.#parts.plannedUntil();
    return until !== undefined && now - until > LATE && isQuiet(wants, until);
  }

  /** Called by whoever has the row's turn, before anything else is done with it. @returns true where that was all for this turn. */
  async hold(entry: Entry): Promise<boolean> {
    const { ledger, clock, destination } = this.#parts;
    const { delivery } = entry;
    const wants = destination(delivery);
    // Only in the lane of the channel's posts: whoever has another one's turn may meet a note half way.
    if (laneOf(delivery) === delivery.destination && (await finishNote(ledger, delivery.destination))) return true;
    if (isHeldForQuiet(delivery)) {
      // The clock may have been set meanwhile.
      if (!this.isQuiet(delivery)) await this.#over(delivery.destination, wants);
      return true;
    }
    // The tick that brings it writes all of its rows before it says so: whatever has a turn first begins the note.
    if (wants !== undefined && !isQuiet(wants, clock.now()) && this.#goesWithNote(entry, wants)) {
      await this.#over(delivery.destination, wants);
      return true;
    }
    if (wants === undefined || (wants.quietHours === undefined && wants.pause === undefined)) return false;
    if (!isUntried(entry) || delivery.attempts.some(mayStand)) return false;
    if (isOldNews(delivery, wants, clock.now())) {
      await ledger.move(entry, { state: "skipped", reason: "no-longer-so" });
      return true;
    }
    if (this.#parts.standing(delivery) === "ended") return false;
    const shown = this.#isShown(delivery);
    if (!shown && (await this.#isUnshownEnd(delivery))) {
      await ledger.move(entry, { state: "skipped", reason: "begin-never-shown" });
      return true;
    }
    const quiet = quietAt(wants, clock.now());
    if (quiet === undefined || passes(delivery, shown, wants, clock.now())) return false;
    await ledger.move(entry, held(quiet, wants, clock.now()));
    return true;
  }

  async #over(destination: string, wants: Destination | undefined): Promise<void> {
    await quietOver(this.#parts, destination, wants, this.#seen.get(destination) ?? {});
    this.#seen.delete(destination);
  }

  /** What an outage left to say where notices are held. */
  #goesWithNote(entry: Entry, wants: Destination): boolean {
    const { ledger, clock } = this.#parts;
    const { destination } = entry.delivery;
    const isHere = ledger.open.rows(destination).some(({ delivery }) => isHeldForQuiet(delivery));
    return isHere && isLeftByOutage(entry, wants, clock.now());
  }

  /** Whether what it ends, or says to be known again, was shown as begun, or as not known: posted, not planned or held. */
  #isShown({ alert, destination }: Delivery): boolean {
    const { ledger, record } = this.#parts;
    const posted = () =>
      ledger.told.of(destination).flatMap(({ delivery }) => (stands(delivery) ? [delivery.alert] : []));
    const { areas } = record();
    if (alert.kind === "curfew.ended" || alert.kind === "curfew.ending")
      return isAnyTold(alert.groups, posted(), areas);
    if (alert.kind === "vigia.down" || alert.kind === "quiet.over") {
      const missed = [alert, ...(alert.kind === "quiet.over" ? alert.tells : [])].flatMap((one) => (one.kind === "vigia.down" ? one.missed : [])); // prettier-ignore
      return missed.some(({ kind, groups }) => kind === "curfew.ended" && isAnyTold(groups, posted(), areas));
    }
    if (alert.kind !== "knowledge.restored") return false;
    const own = new Set(leavesOf(areas, alert.areas, alert.from));
    const dark = posted().flatMap((one) => lapseOf(one)?.areas ?? []);
    return leavesOf(areas, dark, alert.from).some((leaf) => own.has(leaf));
  }

  /** The end of what began while the channel was quiet, and was over before anybody told it. Where nothing is known from then on, the end is the notice of that. */
  async #isUnshownEnd({ alert, destination }: Delivery): Promise<boolean> {
    if (alert.kind === "knowledge.restored")
      return this.#parts.ledger.told
        .of(destination)
        .some(({ delivery }) => delivery.alert.kind === "knowledge.lapsed" && isHeldForQuiet(delivery));
    if (alert.kind !== "curfew.ended" && alert.kind !== "curfew.ending") return false;
    const { country, groups } = alert;
    if (alert.kind === "curfew.ended" && groups.some(({ followedBy }) => followedBy === "unknown")) return false;
    for (const since of new Set(groups.map((group) => group.since))) {
      const id = hash({ kind: "curfew.began", country, instant: since, lead: 0 });
      const begun = await this.#parts.ledger.find({ id, at: since }, destination);
      if (begun?.delivery.quiet === undefined || stands(begun.delivery)) return false;
    }
    return true;
  }
}

/** The word that alerts are paused, when they are not any more. */
function isOldNews({ alert }: Delivery, { pause }: Destination, now: Millis): boolean {
  return (
    alert.kind === "pause.begun" &&
    (pause?.from !== alert.at || pause.until !== alert.until || (pause.until ?? Infinity) <= now)
  );
}

/** It stands in the channel, or may. */
const stands = ({ state, attempts, parts }: Delivery) =>
  state === "sent" || attempts.some(mayStand) || parts.some(({ messageId }) => messageId !== undefined);

function held(quiet: Quiet, { pause }: Destination, now: Millis): Partial<Delivery> {
  const { from, is } = quiet;
  return {
    state: "held",
    reason: quietReason(isPaused({ pause }, now) ? "pause" : "hours"),
    againAt: undefined,
    quiet: { from, is },
  };
}
