// Posts a drill: a row in the ledger like any other delivery, so that it goes the way that an alert goes. It asks no leave, mentions nobody, and never waits
// for quiet hours or a pause.
import type { Clock } from "../../clock.ts";
import type { AlertOf } from "../../domain/alert.ts";
import type { Delivery } from "../../domain/delivery.ts";
import type { Drilled, DrillWanted } from "../../domain/drill.ts";
import { hash } from "../../domain/id.ts";
import { asked } from "../../domain/seen.ts";
import { isQuiet } from "../../domain/quiet.ts";
import { MINUTE } from "../../domain/time.ts";
import type { StoredSubscriptions } from "../../store/stored-subscriptions.ts";
import { noticeRow } from "../care/channel-plan.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { People } from "../ledger/people.ts";
import { settling } from "../courier/settling.ts";

/** Machine ms: whoever asked is told by then, posted or not. */
const PATIENCE = 5_000;
/** One a channel: nobody's channel is filled with drills. Machine ms. */
const APART = MINUTE;

interface Parts {
  ledger: Ledger;
  people: People;
  subscriptions: Pick<StoredSubscriptions, "of">;
  clock: Clock;
}

export class Drills {
  readonly #parts: Parts;
  /** Machine time of the last one, by channel. */
  readonly #last = new Map<string, number>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Resolves when it stands there, cannot, or after five seconds. Throws what the store throws. */
  async drill(wanted: DrillWanted): Promise<Drilled> {
    const { clock, people, ledger } = this.#parts;
    const begun = clock.machine();
    const wait = (this.#last.get(wanted.channelId) ?? -Infinity) + APART - begun;
    if (wait > 0) return { is: "too-soon", wait };
    this.#forget(begun);
    this.#last.set(wanted.channelId, begun);
    const row = this.#row(wanted, await people.remember(wanted.guildId, wanted.asker));
    const became = (delivery: Delivery) => becameOf(delivery, clock.machine() - begun);
    const outcome = settling<Drilled>(this.#parts, row.id, { became, late: { is: "waiting" }, patience: PATIENCE });
    try {
      await ledger.plan([row]);
      return await outcome.settled;
    } finally {
      outcome.stop();
    }
  }

  #row({ guildId, channelId, language, roles }: DrillWanted, by: string): Delivery {
    const { clock, subscriptions } = this.#parts;
    const now = clock.now();
    const destination = subscriptions.of(guildId, channelId)?.destination;
    const kind = "drill";
    const alert: AlertOf<"drill"> = {
      kind,
      // A rehearsal's clock may stand still.
      id: hash({ kind, channel: channelId, at: now, wall: clock.wall() }),
      at: now,
      by,
      roles: roles.map((one) => ({ ...one })),
    };
    const row = noticeRow(
      alert,
      { place: channelId },
      { guildId, language: destination?.language ?? language },
      { now, clock },
    );
    const loud = destination === undefined || (destination.paused === undefined && !isQuiet(destination, now));
    // A team can practise pressing Seen, too.
    const running = subscriptions.of(guildId, channelId);
    const seen = running && asked({ alert, loud }, running.destination, running.subscriptions);
    return { ...row, loud, ...(seen === undefined ? {} : { seen }) };
  }

  #forget(now: number): void {
    for (const [channel, at] of this.#last) if (at + APART <= now) this.#last.delete(channel);
  }
}

function becameOf({ state, reason, parts, loud }: Delivery, after: number): Drilled | undefined {
  switch (state) {
    case "planned":
    case "sending":
    case "again":
    case "unsure":
    case "held":
      return undefined;
    case "sent":
      return { is: "posted", messageId: parts[0]?.messageId ?? "", after, silent: !loud };
    case "failed":
    case "skipped":
    case "expired":
    case "parked":
      return { is: "no", why: reason };
  }
}
