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
import type { Entry, Ledger } from "../ledger/ledger.ts";
import { isAnyTold } from "../loud.ts";
import type { Standing } from "../courier/queue.ts";
import { quietOver } from "./quiet-over.ts";
import { isUntried } from "../courier/sum-up.ts";
import { lapseOf } from "../ledger/told.ts";

export interface Parts {
  ledger: Pick<Ledger, "of" | "plan" | "move" | "told" | "toldOf" | "find" | "open">;
  clock: Pick<Clock, "now" | "wall">;
  record: () => Known;
  destination: (delivery: Pick<Delivery, "guildId" | "destination">) => Destination | undefined;
  standing: (delivery: Delivery) => Standing;
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
    const is = wants !== undefined && isQuiet(wants, now);
    const seen = this.#seen.get(delivery.destination);
    if (is) this.#seen.set(delivery.destination, { quiet: now });
    else if (seen?.over === undefined)
      this.#seen.set(delivery.destination, { ...seen, over: { now, wall: clock.wall() } });
    return is;
  }

  /** Called by whoever has the row's turn, before anything else is done with it. @returns true where that was all for this turn. */
  async hold(entry: Entry): Promise<boolean> {
    const { ledger, clock, destination } = this.#parts;
    const { delivery } = entry;
    const wants = destination(delivery);
    if (isHeldForQuiet(delivery)) {
      // The clock may have been set meanwhile.
      if (this.isQuiet(delivery)) return true;
      await quietOver(this.#parts, delivery.destination, wants, this.#seen.get(delivery.destination) ?? {});
      this.#seen.delete(delivery.destination);
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

  /** Whether what it ends, or says to be known again, was shown as begun, or as not known: posted, not planned or held. */
  #isShown({ alert, destination }: Delivery): boolean {
    const { ledger, record } = this.#parts;
    const posted = () =>
      ledger.told.of(destination).flatMap(({ delivery }) => (stands(delivery) ? [delivery.alert] : []));
    const { areas } = record();
    if (alert.kind === "curfew.ended" || alert.kind === "curfew.ending")
      return isAnyTold(alert.groups, posted(), areas);
    if (alert.kind === "vigia.down")
      return alert.missed.some(({ kind, groups }) => kind === "curfew.ended" && isAnyTold(groups, posted(), areas));
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

/** What people must hear at any hour: changes and corrections, the end of what they were told of, and what somebody asked for just now. */
function passes({ alert, loud }: Delivery, shown: boolean, { pause }: Destination, now: Millis): boolean {
  switch (alert.kind) {
    case "curfew.began":
    case "curfew.soon":
    // The end itself passes where it was shown.
    case "curfew.ending":
    case "strike.recorded":
    case "org.recorded":
    case "org.changed":
    case "org.listed":
    case "org.delisted":
    case "place.changed":
    case "quiet.over":
      return false;
    case "curfew.ended":
    case "knowledge.restored":
    case "vigia.down":
      return shown;
    // Only where a curfew runs, or is near.
    case "knowledge.lapsed":
      return loud;
    // The same people chose its hour; in a pause they want none.
    case "digest":
      return !isPaused({ pause }, now);
    case "curfew.declared":
    case "curfew.changed":
    case "curfew.lifted":
    case "curfew.annulled":
    case "curfew.withdrawn":
    case "strike.changed":
    case "strike.withdrawn":
    case "org.withdrawn":
    case "answer.shared":
    case "answer.changed":
    case "check.due":
    case "review.due":
    case "channel.closed":
    case "channel.open":
    case "alert.undelivered":
    case "board":
    case "pause.begun":
    case "alerts.narrowed":
    case "drill":
    case "vigia.joined":
    case "seen.missing":
    case "seen.reminder":
    case "duty.moved":
    case "guild.event":
    case "thread.opened":
      return true;
  }
}
