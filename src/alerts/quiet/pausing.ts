// Pauses that people ask for: the channel is told that it hears nothing, until when and by whom. It must never pause a channel without saying so there, nor
// leave that word standing once it is not so: both are planned by the tick as well, should the program end in between.
import { hash } from "../../domain/id.ts";
import type { AlertOf } from "../../domain/alert.ts";
import type { Delivery } from "../../domain/delivery.ts";
import { isPaused } from "../../domain/quiet.ts";
import type { Destination } from "../../domain/subscription.ts";
import { DAY, type Millis } from "../../domain/time.ts";
import type { Clock } from "../../clock.ts";
import type { StoredSubscriptions } from "../../store/stored-subscriptions.ts";
import type { Subscribed } from "../../store/subscriptions.ts";
import { editsOf } from "../changes/standing.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { opaqueId, type People } from "../ledger/people.ts";
import { freshRow, inChannel } from "../ledger/fresh-row.ts";
import { LATE, type Watch } from "../watches/watch.ts";

export interface Parts {
  ledger: Pick<Ledger, "plan" | "of" | "find">;
  subscriptions: Pick<StoredSubscriptions, "of" | "setDestination">;
  people: Pick<People, "remember">;
  clock: Pick<Clock, "now" | "wall">;
  /** Something may be decided now. */
  wake: () => void;
}

export interface Wanted {
  guildId: string;
  channelId: string;
}

/** What commands may do about it. */
export type Pauses = Pick<Pausing, "begin" | "end">;

export class Pausing {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** From now on; one that runs is replaced. @returns the channel as it was; undefined where it gets no alerts. */
  async begin(
    { guildId, channelId }: Wanted,
    until: Millis | undefined,
    by: { id: string; name: string },
  ): Promise<Destination | undefined> {
    const { ledger, subscriptions, people, clock } = this.#parts;
    const before = subscriptions.of(guildId, channelId)?.destination;
    if (before === undefined) return undefined;
    await people.remember(guildId, by);
    const said = isPaused(before, clock.now()) && before.pause !== undefined ? { said: saidOf(before.pause) } : {};
    const pause = { from: clock.now(), by: by.id, ...(until === undefined ? {} : { until }), ...said };
    await subscriptions.setDestination(guildId, channelId, { pause });
    const now = subscriptions.of(guildId, channelId);
    if (now === undefined) return before;
    await ledger.plan([
      ...wordOf(now, clock.now(), clock.wall()),
      ...(await rightOf(now, ledger, clock.now(), clock.wall())),
    ]);
    return before;
  }

  /** Ended at this moment, not forgotten: until when it was quiet is asked for. @returns the channel as it was, and how much waits; undefined where it gets no alerts. */
  async end({ guildId, channelId }: Wanted): Promise<{ before: Destination; waits: number } | undefined> {
    const { ledger, subscriptions, clock, wake } = this.#parts;
    const before = subscriptions.of(guildId, channelId)?.destination;
    if (before === undefined) return undefined;
    const now = clock.now();
    const waits = ledger.of(channelId).filter(({ delivery }) => delivery.quiet !== undefined).length;
    if (isPaused(before, now) && before.pause !== undefined) {
      const pause = { ...before.pause, until: now, said: saidOf(before.pause) };
      await subscriptions.setDestination(guildId, channelId, { pause });
      const after = subscriptions.of(guildId, channelId);
      if (after !== undefined) await ledger.plan(await rightOf(after, ledger, now, clock.wall()));
      wake();
    }
    return { before, waits };
  }
}

/** Words that a crash left unplanned, and those whose post was still under way. The same ids: what was planned is not planned twice. */
export function pauseWatch({ ledger, clock }: Pick<Parts, "ledger" | "clock">): Watch {
  return async ({ audience, now }) => {
    const rows: Delivery[] = [];
    for (const one of audience)
      if (one.destination.pause !== undefined)
        rows.push(...wordOf(one, now, clock.wall()), ...(await rightOf(one, ledger, now, clock.wall())));
    return rows;
  };
}

type Pause = NonNullable<Destination["pause"]>;
type Said = NonNullable<Pause["said"]>;
type Begun = AlertOf<"pause.begun">;

const saidOf = ({ from, until }: Pause): Said => ({ from, ...(until === undefined ? {} : { until }) });

/** By its end too: a clock that stands still may see two pauses begin. */
const begunId = (channel: string, { from, until }: Said): string =>
  hash({ kind: "pause.begun", channel, from, until: until ?? 0 });

function wordOf(to: Subscribed, now: Millis, wall: Millis): Delivery[] {
  const { pause, id, guildId } = to.destination;
  if (pause === undefined || !isPaused(to.destination, now)) return [];
  const { from, until } = saidOf(pause);
  const by = opaqueId(guildId, pause.by);
  const alert: Begun = { kind: "pause.begun", id: begunId(id, pause), at: from, by, ...(until && { until }) };
  const late = now - from > LATE ? { lateBy: now - from, reason: "late" as const } : {};
  return [{ ...rowOf(alert, to, now, wall), ...late }];
}

/** So long after its end a word is looked for that was not known to stand. */
const LOOKED_FOR = DAY;

/** The word that stands and is not so any more: nobody who scrolls up may believe it. One that names its own end says by itself when it is over. */
async function rightOf(to: Subscribed, ledger: Pick<Ledger, "find">, now: Millis, wall: Millis): Promise<Delivery[]> {
  const { pause, id } = to.destination;
  if (pause?.said === undefined) return [];
  const { said } = pause;
  const is = said.from === pause.from ? "resumed" : "replaced";
  const at = is === "resumed" ? (pause.until ?? now) : pause.from;
  if (now < at || now > at + LOOKED_FOR) return [];
  const told = (await ledger.find({ id: begunId(id, said), at: said.from }, id))?.delivery;
  if (told?.alert.kind !== "pause.begun" || told.parts.some(({ messageId }) => messageId === undefined)) return [];
  const own = hash({ kind: "pause.begun", of: told.alert.id, over: at });
  const alert: Begun = { ...told.alert, id: own, at, over: { at, is } };
  const { language } = told;
  return editsOf(rowOf(alert, to, now, wall), told, { alert, shown: [], language }, { isGone: () => false });
}

function rowOf(alert: Begun, { destination, subscriptions }: Subscribed, now: Millis, wall: Millis): Delivery {
  const ids = subscriptions.map((one) => one.id);
  return freshRow(alert, inChannel(destination), { now, wall }, { subscriptions: ids });
}
