// How long the card of settings takes to tell what the last 30 days would have brought: sets of curfews in one channel, beside one of strikes, over the data that
// ships. Must never count what the program's start works out before anybody can ask.
import { join } from "node:path";
import { coming } from "../src/domain/next-notice.ts";
import type { Subscription } from "../src/domain/subscription.ts";
import { instant } from "../src/domain/time.ts";
import { openEngine } from "../src/engines/open.ts";
import { readWorld } from "../src/importers/dataset/world.ts";
import { importers } from "../src/importers/index.ts";
import { take } from "../src/importers/take.ts";
import { lookBack, lookBackFirst } from "../src/looking-back.ts";
import { FactStore } from "../src/store/store.ts";
import type { Subscribed } from "../src/store/subscriptions.ts";
import { type MatchingRow, percentile } from "./figures.ts";

/** After sixteen nights of a decree. */
const NOW = instant("2026-03-28T10:00:00-05:00");
const SETS = [1, 5, 28];
const TARGET = 150;

export async function measuredCards(times: number): Promise<MatchingRow[]> {
  const data = join(process.cwd(), "data");
  const engine = await openEngine("memory:", { stamp: "rehearsed" });
  const settings = { rewinds: true, world: await readWorld(data), home: "EC" };
  const store = await FactStore.open(engine.namespace("facts"), { now: () => NOW }, settings);
  for (const importer of importers(data)) await take(importer, store, store.after(0), NOW);
  const clock = {
    machine: () => performance.now(),
    after: (delay: number, run: () => void) => {
      const timer = setTimeout(run, delay);
      return () => clearTimeout(timer);
    },
  };
  await lookBackFirst("EC", NOW, { store, clock });
  const card = async (to: Subscribed) => {
    const began = performance.now();
    await lookBack(to, NOW, { store, clock });
    coming(store.known(), to, NOW);
    return performance.now() - began;
  };
  const timed = async (to: Subscribed) => {
    const took: number[] = [];
    for (let i = 0; i < times; i += 1) took.push(await card(to));
    return { p50: percentile(took, 0.5), p99: percentile(took, 0.99) };
  };
  const places = store.known().areas.all.flatMap(({ id, parent }) => (parent === "EC" ? [id] : []));
  const curfews = (count: number) =>
    channel(
      Array.from({ length: count }, (_, i) => ({
        topics: ["curfews", "changes"],
        areas: [places[i % places.length] ?? "EC"],
      })),
    );
  const strikes = await timed(channel([{ topics: ["strikes"], areas: ["EC"] }]));
  const rows: MatchingRow[] = [];
  for (const count of SETS) {
    const row = `a card of ${count} ${count === 1 ? "set" : "sets"} of curfews, beside one of strikes`;
    rows.push({ row, ...(await timed(curfews(count))), walk: strikes, target: TARGET });
  }
  return rows;
}

function channel(sets: readonly Pick<Subscription, "topics" | "areas">[]): Subscribed {
  const [id, guildId] = ["920000000000000001", "910000000000000001"];
  return {
    destination: { v: 1, id, guildId, kind: "channel", language: "es", zone: "America/Guayaquil" },
    subscriptions: sets.map((set, i) => ({
      ...set,
      v: 1,
      id: `sub-${i}`,
      destination: id,
      guildId,
      leads: [120],
      endLeads: [60],
      owner: "900000000000000008",
      since: NOW,
    })),
  };
}
