// Plans alerts for new facts, in the order of the log. The cursor moves only after a fact's rows exist, so that a crash plans it again, harmlessly.
import type { Delivery } from "../../domain/delivery.ts";
import type { Fact } from "../../domain/fact.ts";
import { instant, type Millis } from "../../domain/time.ts";
import type { Clock } from "../../clock.ts";
import type { Subscribed } from "../../store/subscriptions.ts";
import type { Wanted } from "../hearers.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Bookmark } from "../ledger/marks.ts";
import { threadRows } from "../events/threads.ts";
import { oneByOne } from "../../engines/one-by-one.ts";

/**
 * Rows for a fact; none where it announces nothing. `audience`: who was subscribed when it was recorded, all of them or those alone who hear of it. `now`: world time of planning. `pending`: all
 * facts that nothing was planned for yet, this one among them, in the order of the log.
 */
export type Announcer = (
  fact: Fact,
  audience: (wanted?: Wanted) => readonly Subscribed[],
  now: Millis,
  pending: readonly Fact[],
) => readonly Delivery[] | Promise<readonly Delivery[]>;

export interface Parts {
  factsAfter: (seq: number) => readonly Fact[];
  subscribed: (at: Millis, wanted?: Wanted) => readonly Subscribed[];
  announcers: readonly Announcer[];
  ledger: Ledger;
  cursor: Bookmark;
  clock: Clock;
  /** After new facts: what is worked out of how things stand, and not of what came. */
  keep?: () => Promise<void>;
}

export class News {
  readonly #parts: Parts;
  readonly #inTurn = oneByOne();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Plans every fact after the cursor. Calls queue up behind each other. */
  catchUp(): Promise<void> {
    return this.#inTurn(() => this.#catchUp());
  }

  async #catchUp(): Promise<void> {
    const { factsAfter, announcers, ledger, cursor, clock } = this.#parts;
    const facts = factsAfter(cursor.at ?? 0);
    for (const fact of facts) {
      const rows: Delivery[] = [];
      for (const announce of announcers)
        rows.push(...(await announce(fact, (wanted) => this.#audience(fact, wanted), clock.now(), facts)));
      if (rows.length === 0) continue;
      rows.push(...threadRows(rows, () => this.#audience(fact)));
      await ledger.plan(rows);
      await cursor.move(fact.seq);
    }
    // Past what nobody is told of in one step: a log of years would be walked with a write for each fact.
    const last = facts.at(-1);
    if (last === undefined) return;
    await cursor.move(last.seq);
    await this.#parts.keep?.();
  }

  /** As they were when it was recorded: a crash in between changes nobody's news. */
  #audience({ recordedAt }: Fact, wanted?: Wanted): readonly Subscribed[] {
    return this.#parts.subscribed(instant(recordedAt), wanted);
  }
}
