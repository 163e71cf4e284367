// Shares an answer with its channel: a row in the ledger like any other delivery, posted by the courier. It asks no leave and renders nothing.
// Two presses of one button are one row, whatever happens between them.
import type { Clock } from "../../clock.ts";
import type { Delivery } from "../../domain/delivery.ts";
import { hash } from "../../domain/id.ts";
import type { Shared, ShareWanted } from "../../domain/share.ts";
import { SHARE_LIFE } from "../kinds.ts";
import { oneByOne } from "../../engines/one-by-one.ts";
import { freshRow } from "../ledger/fresh-row.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { People } from "../ledger/people.ts";
import { settling } from "../courier/settling.ts";

/** Machine ms: whoever pressed is told by then, posted or not. Discord's usual answer takes a tenth of a second. */
const PATIENCE = 5_000;
/** Over, and nothing stands in the channel for certain, or the courier looks for it before it posts: another press is another try. */
const GIVEN_UP: ReadonlySet<Delivery["state"]> = new Set(["failed", "skipped", "expired", "parked"]);

export interface SharingParts {
  ledger: Ledger;
  people: People;
  clock: Pick<Clock, "now" | "wall" | "after">;
}

export class Sharing {
  readonly #parts: SharingParts;
  readonly #inTurn = oneByOne();

  constructor(parts: SharingParts) {
    this.#parts = parts;
  }

  /** Resolves when it stands there, cannot, or after five seconds of machine time. Throws what the store throws. */
  async share(wanted: ShareWanted): Promise<Shared> {
    const by = await this.#parts.people.remember(wanted.guildId, wanted.sharer);
    const delivery = this.#delivery(wanted, by);
    const outcome = settling<Shared>(this.#parts, delivery.id, { became, late: { is: "waiting" }, patience: PATIENCE });
    try {
      const planned = await this.#inTurn(() => this.#plan(delivery));
      return planned === "already" ? { is: "already" } : await outcome.settled;
    } finally {
      outcome.stop();
    }
  }

  /** One at a time: two presses must not both find nothing, nor both take up what had failed. */
  async #plan(delivery: Delivery): Promise<"already" | "planned"> {
    const { ledger } = this.#parts;
    const before = await ledger.find(delivery.alert, delivery.destination);
    if (before === undefined) await ledger.plan([delivery]);
    else if (before.delivery.state === "sent") return "already";
    else if (GIVEN_UP.has(before.delivery.state)) {
      const { alert, state, reason, plannedAt, expiresAt, plannedMachine } = delivery;
      await ledger.move(before, { alert, state, reason, plannedAt, expiresAt, plannedMachine });
      ledger.planned([delivery.destination]);
    }
    return "planned";
  }

  #delivery(
    { question, language, answeredAt, messageId, digest, guildId, channelId }: ShareWanted,
    by: string,
  ): Delivery {
    const { clock } = this.#parts;
    const now = clock.now();
    const id = hash({ message: messageId, channel: channelId, question });
    const alert = { kind: "answer.shared", id, at: answeredAt, question, asOf: now, digest, by } as const;
    const to = { destination: `shared-${channelId}`, channelId, guildId, language };
    // The same due time for every press: the row's key begins with it.
    return freshRow(alert, to, { now, wall: clock.wall() }, { loud: true, expiresAt: now + SHARE_LIFE });
  }
}

/** Undefined while an attempt is under way. */
function became({ state, reason }: Delivery): Shared | undefined {
  switch (state) {
    case "planned":
    case "sending":
      return undefined;
    case "sent":
      return { is: "posted" };
    case "again":
    case "unsure":
    case "held":
      return { is: "waiting" };
    case "failed":
    case "skipped":
    case "expired":
    case "parked":
      return { is: "no", why: reason };
  }
}
