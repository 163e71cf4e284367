// A tick over a record, driven by hand: channels, the watches that the program has, outages and crashes between plan and watermark.
import { expect } from "vitest";
import { Clockwork } from "../../src/alerts/clockwork.ts";
import { edgeWatch } from "../../src/alerts/watches/edge-watch.ts";
import { type Entry, Ledger } from "../../src/alerts/ledger/ledger.ts";
import { Bookmark } from "../../src/alerts/ledger/marks.ts";
import { soonWatch } from "../../src/alerts/watches/soon-watch.ts";
import type { Delivery } from "../../src/domain/delivery.ts";
import type { Known } from "../../src/domain/known.ts";
import type { Subscription } from "../../src/domain/subscription.ts";
import { instant, type Millis } from "../../src/domain/time.ts";
import type { Subscribed } from "../../src/store/subscriptions.ts";
import { collect, handClock, memoryEngine, rememberingLog } from "../support.ts";

const SUBSCRIPTION = {
  v: 1,
  guildId: "900000000000000009",
  topics: ["curfews", "strikes"],
  leads: [],
  endLeads: [],
  owner: "900000000000000008",
  since: 0,
} satisfies Partial<Subscription>;

type Wanted = Pick<Subscription, "areas"> & Partial<Subscription>;

/** A channel with one subscription for each of `wanted`; `id` is one figure. */
export function subscribed(id: string, ...wanted: Wanted[]): Subscribed {
  const destination = `90000000000000000${id}`;
  return {
    destination: {
      v: 1,
      id: destination,
      guildId: SUBSCRIPTION.guildId,
      kind: "channel",
      language: "en",
      zone: "America/Guayaquil",
    },
    subscriptions: wanted.map((one, i) => ({
      ...SUBSCRIPTION,
      topics: ["curfews", "strikes"],
      id: `sub-${id}-${i}`,
      destination,
      ...one,
    })),
  };
}

export const channel = (id: string, areas: [string, ...string[]]): Subscribed => subscribed(id, { areas });

export interface Ticking {
  audience: readonly Subscribed[];
  /** Discord's clock, after the first tick, which it confirms; undefined when it does not answer. */
  serverTime: (now: Millis) => Promise<Millis | undefined>;
  from: { known: (at: Millis) => Known };
}

export async function ticking(
  at: string,
  {
    audience = [channel("1", ["EC"])],
    serverTime = async (now) => now,
    from,
  }: Partial<Ticking> & Pick<Ticking, "from">,
) {
  const engine = await memoryEngine();
  const hand = handClock(at);
  const { log, lines } = rememberingLog();
  const ledger = await Ledger.open(engine.namespace("deliveries"));
  const build = async () =>
    new Clockwork({
      known: (now) => from.known(now),
      subscribed: () => audience,
      watches: [edgeWatch({ ledger, clock: hand.clock }), soonWatch({ ledger, clock: hand.clock })],
      ledger,
      watermark: await Bookmark.open(engine.namespace("marks"), "w"),
      clock: hand.clock,
      serverTime: () => (begun ? serverTime(hand.clock.now()) : Promise.resolve(hand.clock.now())),
      log,
    });
  let begun = false;
  let clockwork = await build();
  const tick = (to: string | number) => clockwork.tick(hand.set(to));
  await tick(at);
  begun = true;
  const rows = async () => collect(ledger.all());
  const busy = (now: number) => [5, 23].some((hour) => Math.abs(((now / 3_600_000 - 5) % 24) - hour) < 0.1);
  const minutes = async (from: string, to: string, quietStep = 1) => {
    for (let now = instant(from), last = 0; now <= instant(to); now += 60_000)
      if (busy(now) || now - last >= quietStep * 60_000) await tick((last = now));
  };
  /** The process dies after the rows are written and before the watermark moves. */
  const failWatermark = async (run: () => Promise<unknown>) => {
    const marks = engine.namespace("marks");
    const swap = marks.swap.bind(marks);
    marks.swap = async () => Promise.reject(new Error("killed"));
    await expect(run()).rejects.toThrow("killed");
    marks.swap = swap;
  };
  /** What the courier would have done of all that waits: every row stands in its channel, or as `state`. */
  const posted = async (state: Delivery["state"] = "sent") => {
    const waiting = ledger.waiting().flatMap((destination): readonly Entry[] => ledger.of(destination));
    for (const entry of waiting) await ledger.move(entry, { state, reason: "delivered" });
  };
  const restart = async () => void (clockwork = await build());
  return { failWatermark, tick, minutes, rows, lines, posted, restart };
}
