// The one road of an alert, put together: what is recorded or passed by the clock -> planner -> ledger -> courier. Knows no command, no gateway and no
// config file; whoever opens it says in which order its parts begin. Used as it is by the program and by those who kill it at each step.
import { Drills } from "./alerts/asked/drills.ts";
import { Forgetting } from "./alerts/asked/forgetting.ts";
import { Narrowing } from "./alerts/asked/narrowing.ts";
import { Joining } from "./alerts/asked/joining.ts";
import { Sharing } from "./alerts/asked/sharing.ts";
import { Returning } from "./alerts/care/returning.ts";
import { Boards } from "./alerts/boards/boards.ts";
import { reviewing } from "./alerts/changes/review.ts";
import type { Courier } from "./alerts/courier/courier.ts";
import type { Rate } from "./alerts/courier/pace.ts";
import type { Sender } from "./alerts/courier/sender.ts";
import { Bookmark } from "./alerts/ledger/marks.ts";
import { type Aged, Prune } from "./alerts/ledger/prune.ts";
import { Pausing } from "./alerts/quiet/pausing.ts";
import { Seen } from "./alerts/seen/seen.ts";
import { SeenMissing } from "./alerts/seen/seen-missing.ts";
import type { Ask } from "./answers-for-alerts.ts";
import type { Clock } from "./clock.ts";
import type { AreaId } from "./domain/area.ts";
import type { Language } from "./domain/text.ts";
import type { Millis } from "./domain/time.ts";
import type { Engine } from "./engines/open.ts";
import type { PatientEngine } from "./engines/patience.ts";
import type { Logger } from "./logger.ts";
import { type Caring, caring } from "./road/caring.ts";
import { type Common, commonOf, openRows, type RoadRows } from "./road/common.ts";
import { type Planning, planning } from "./road/planning.ts";
import { posting } from "./road/posting.ts";
import type { FactStore } from "./store/store.ts";

export interface RoadParts {
  /** `room`: waits for it where the disk is full; without it a full disk is a fault like any other. */
  engine: Pick<Engine, "namespace"> & Partial<Pick<PatientEngine, "room">>;
  store: FactStore;
  /** Answers again what was shared: commands know how. */
  ask: Ask;
  sender: Sender;
  clock: Clock;
  log: Logger;
  /** A fault that no row can hold: the program must stop. */
  broken: (error: unknown) => void;
  /** True where a clock may go back on purpose, and with it what is known. */
  rewinds: boolean;
  /** Whose clock tells of what can be answered no more. */
  home: AreaId;
  /** Who is asked before what is known ends; how long after a check it is asked, ms. */
  review: { id: string | undefined; guildId: string; language: Language };
  freshness: Millis;
  /** What else in the store grows old, and is not the road's. */
  aged: readonly Aged[];
  /** The language that a person chose with a button. */
  chosen?: (person: string) => Language | undefined;
  /** What else is kept of a server, and goes with it. */
  forgets?: readonly ((guildId: string) => Promise<void>)[];
  /** How fast the courier may ask; left out: what Discord allows a bot. */
  rate?: Rate;
}

export interface Road
  extends
    Pick<RoadRows, "ledger" | "subscriptions" | "people" | "proposals" | "shown" | "presses" | "spoken">,
    Pick<Planning, "clockwork" | "news">,
    Caring {
  courier: Courier;
  boards: Boards;
  returning: Returning;
  seen: Seen;
  seenMissing: SeenMissing;
  sharing: Sharing;
  drills: Drills;
  joining: Joining;
  pausing: Pausing;
  narrowing: Narrowing;
  forgetting: Forgetting;
  askSecond: ReturnType<typeof reviewing>;
  prune: Prune;
}

/** Reads what the store holds of it. Throws with a row's key on one that no longer fits its schema. */
export async function openRoad(parts: RoadParts): Promise<Road> {
  const rows = await openRows(parts);
  const { ledger, subscriptions, people, proposals, shown, presses, spoken } = rows;
  const common = commonOf(parts, rows, {
    trusted: () => clockwork.trusted,
    plannedUntil: () => clockwork.plannedUntil,
    wake: () => courier.wake(),
  });
  const { clockwork, news, events }: Planning = await planning(common, () => narrowing.look());
  const narrowing: Narrowing = new Narrowing({ ...common, known: () => parts.store.known() });
  const care = await caring(common);
  const boards = new Boards({ ...common, known: () => parts.store.known() });
  const courier: Courier = posting(common, care, events);
  const prune = await pruning(common);
  return {
    ledger,
    subscriptions,
    people,
    proposals,
    shown,
    presses,
    spoken,
    clockwork,
    news,
    ...care,
    courier,
    boards,
    returning: new Returning(common),
    seen: new Seen(common),
    joining: new Joining(common),
    seenMissing: new SeenMissing(common),
    sharing: new Sharing(common),
    drills: new Drills(common),
    pausing: new Pausing(common),
    narrowing,
    forgetting: new Forgetting({
      ...common,
      courier,
      prune,
      others: [
        (guildId) => presses.forget(guildId),
        async (guildId) => spoken.forgotten(guildId),
        ...(parts.forgets ?? []),
      ],
    }),
    askSecond: reviewing({ ...common, channel: common.reviewChannel }),
    prune,
  };
}

async function pruning(common: Common): Promise<Prune> {
  const { proposals, presses } = common;
  return new Prune({
    ...common,
    forgotten: await Bookmark.open(common.marks, "forgotten-until"),
    others: common.rewinds
      ? []
      : [
          async function* aged({ now }, limit) {
            yield await proposals.forget(now, limit);
          },
          (times, limit) => presses.aged(times, limit),
          ...common.aged,
        ],
  });
}
