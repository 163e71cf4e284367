// What is done with a row when its turn has come: it is held, summed up, ended, left alone, or put into words and posted. It never decides whose turn it is, and
// posts nothing itself.
import { type Delivery, isEffect, isOwed } from "../../domain/delivery.ts";
import { MINUTE, type Millis } from "../../domain/time.ts";
import type { EventWanted } from "../events/event-wanted.ts";
import { bringEvent } from "../events/guild-events.ts";
import { openThread } from "../events/threads.ts";
import { givenUpAt } from "../kinds.ts";
import type { Entry } from "../ledger/ledger.ts";
import type { Holding } from "../quiet/holding.ts";
import type { Render, Scene } from "../render/render.ts";
import type { Rendered } from "../render/wording.ts";
import type { Tools, Turn } from "./attempts.ts";
import { Posting } from "./posting.ts";
import { END_TO_COME, type Standing } from "./queue.ts";

/** A post later than this after planning says so. */
const LATE = 5 * MINUTE;

export interface RowParts {
  scene: (delivery: Delivery) => Omit<Scene, "lateBy">;
  render: Render;
  /** What its channel's quiet hours and pauses make of a row. */
  holding: Pick<Holding, "isQuiet" | "hold">;
  /** Whether the clock stands where it should: nothing is posted, nor called too late, by one that nobody confirms. */
  trusted: () => boolean;
  /** Before a row's turn: what waited for its channel until it was over becomes one summary. @returns machine ms to wait before it, or undefined. */
  sumUp: (destination: string) => Promise<Millis | undefined>;
  /** How an entry in a server's list of events should stand by now. */
  wantedEvent: (delivery: Delivery) => EventWanted;
}

export class RowTurn {
  readonly #parts: RowParts;
  readonly #tools: Tools;
  readonly #posting: Posting;
  readonly #standing: (delivery: Delivery) => Standing;

  /** `standing`: how a row's channel stands when its turn comes. */
  constructor(parts: RowParts, tools: Tools, standing: (delivery: Delivery) => Standing) {
    this.#parts = parts;
    this.#tools = tools;
    this.#posting = new Posting(tools);
    this.#standing = standing;
  }

  /** `entry`: the first of its lane. `turn`: waits until one more request may begin. */
  async take(lane: string, entry: Entry, turn: Turn): Promise<void> {
    const { ledger, endings } = this.#tools;
    const { delivery } = entry;
    if (isEffect(delivery)) return this.#effect(entry, turn);
    const stands = this.#standing(delivery);
    if (await this.#parts.holding.hold(entry)) return;
    if (stands !== "paused" && (await this.#summedUp(lane, entry))) return;
    const scene = this.#parts.scene(delivery);
    if (scene.now >= givenUpAt(delivery))
      return this.#posting.expire(entry, () => partsOf(this.#rendered(delivery, scene)), turn);
    if (stands === "ended" && !isOwed(delivery))
      return void (await ledger.move(entry, { state: "skipped", reason: "subscription-ended" }));
    if (stands === "paused") {
      for (const one of ledger.open.rows(lane).slice())
        if (one.delivery.state !== "held") await ledger.move(one, { state: "held", reason: "channel-paused" });
      return;
    }
    const messages = this.#rendered(delivery, scene);
    if (typeof messages !== "string") return this.#posting.post(entry, messages, turn);
    if (messages !== "could-not-render") return this.#posting.skip(entry, messages, turn);
    return endings.end(entry, { state: "failed", reason: messages });
  }

  /** What posts no message. */
  async #effect(entry: Entry, turn: Turn): Promise<void> {
    const { delivery } = entry;
    if (this.#tools.clock.now() >= delivery.expiresAt)
      return this.#tools.endings.end(entry, { state: "expired", reason: "expired" });
    if (delivery.alert.kind === "thread.opened") return openThread(this.#tools, entry, turn);
    return bringEvent(this.#tools, entry, () => this.#parts.wantedEvent(delivery), turn);
  }

  /** Whether nothing is to be posted of this row in this turn. */
  async #summedUp(lane: string, entry: Entry): Promise<boolean> {
    const { id, destination, alert } = entry.delivery;
    // Only who has the channel's own turn: a board's, or an edit's, goes on beside it, and two hands on what waits would stop the program.
    if (lane !== destination) return false;
    const early = await this.#parts.sumUp(destination);
    const waits = early !== undefined && alert.kind === "curfew.began";
    if (waits) this.#tools.waits.hold(id, early, END_TO_COME);
    // The clock may have been set meanwhile.
    return waits || !this.#parts.trusted() || this.#tools.ledger.open.byId(id)?.version !== entry.version;
  }

  /** A row that cannot be put into words must not hold up the others: it fails with that reason, and somebody is told. */
  #rendered(delivery: Delivery, scene: Omit<Scene, "lateBy">): Rendered | "could-not-render" {
    const { clock, log } = this.#tools;
    const lateBy = lateness(delivery, clock.wall());
    try {
      return this.#parts.render(delivery, { ...scene, ...(lateBy === undefined ? {} : { lateBy }) });
    } catch (error) {
      log.error({ delivery: delivery.id, why: String(error) }, "An alert cannot be put into words and is not posted");
      return "could-not-render";
    }
  }
}

const partsOf = (rendered: readonly unknown[] | string) => (typeof rendered === "string" ? 1 : rendered.length);

function lateness(delivery: Delivery, wall: Millis): Millis | undefined {
  const waited = wall - delivery.plannedMachine;
  const late = (delivery.lateBy ?? 0) + (waited > LATE ? waited : 0);
  return late > 0 ? late : undefined;
}
