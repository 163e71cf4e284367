// How long it takes to find, and to plan for, those whom one alert concerns among many subscriptions, beside a walk over all of them; and what a minute costs in
// which nothing is due. In this process, without Discord. Must never count an index that stood already as the first question after a change.
import { carriedTo } from "../src/alerts/carrying.ts";
import { Clockwork } from "../src/alerts/clockwork.ts";
import { digestWatch } from "../src/alerts/watches/digest-watch.ts";
import { edgeWatch } from "../src/alerts/watches/edge-watch.ts";
import { Hearers, hearersOf } from "../src/alerts/hearers.ts";
import { knowledgeWatch } from "../src/alerts/watches/knowledge-watch.ts";
import { Ledger } from "../src/alerts/ledger/ledger.ts";
import { Bookmark } from "../src/alerts/ledger/marks.ts";
import { placeWatch } from "../src/alerts/watches/place-watch.ts";
import { plan, wanting } from "../src/alerts/planner.ts";
import { soonWatch } from "../src/alerts/watches/soon-watch.ts";
import type { Alert } from "../src/domain/alert.ts";
import { hash } from "../src/domain/id.ts";
import type { Known } from "../src/domain/known.ts";
import { mismatch } from "../src/domain/match.ts";
import type { Subscription } from "../src/domain/subscription.ts";
import { DAY, MINUTE } from "../src/domain/time.ts";
import { hears, type Topic } from "../src/domain/topic.ts";
import { openEngine } from "../src/engines/open.ts";
import type { Subscribed } from "../src/store/subscriptions.ts";
import { measuredCards } from "./card.ts";
import { curfewStore, LAST } from "./curfew-log.ts";
import { evenings, mulberry } from "./facts.ts";
import { type MatchingFigures, type MatchingRow, percentile } from "./figures.ts";

/** Milliseconds that finding everybody, and a minute without news, should take at most. */
const TARGET = 20;
const FEW = 4;
const GUILDS = 200;

interface Plan {
  subscriptions: number;
  times: number;
  /** Of what takes longer. */
  slow: number;
}

export async function measuredMatching({ subscriptions, times, slow }: Plan): Promise<MatchingFigures> {
  const chance = mulberry(0xa1e27);
  const store = await curfewStore(40, chance);
  const known = store.known();
  const audience = invented(subscriptions, known, chance);
  const provinces = known.areas.all.flatMap(({ id, kind }) => (kind === "province" ? [id] : [])).slice(0, 4);
  const at = LAST;
  const change = { kind: "curfew.changed", places: provinces, at } as const;
  const strike = evenings(1).flatMap(({ drafts }) =>
    drafts.flatMap(({ content }) => ("figures" in content ? [content] : [])),
  )[0];
  if (strike === undefined) throw new Error("No strike to ask for.");
  const asks = (one: Subscription) => mismatch(one, strike, known.orgsById) === undefined;
  const hearers = () => hearersOf(carriedTo(audience, known, at), known.areas);
  const walked = (kind: Alert["kind"], wants: (one: Subscription) => boolean) =>
    wanting(carriedTo(audience, known, at), (one) => hears(one.topics, kind) && wants(one));
  const struck = new Set(provinces.flatMap((place) => known.areas.leaves(place, at)));
  const follows = ({ areas }: Subscription) =>
    areas.some((area) => known.areas.leaves(area, at).some((leaf) => struck.has(leaf)));
  const found = () => hearers().hearing(change);
  const naive = () => walked("curfew.changed", follows);
  const strikes = () => wanting(hearers().hearing({ kind: "strike.recorded", at }), asks);
  if (JSON.stringify(found()) !== JSON.stringify(naive())) throw new Error("The index finds others than the walk.");
  const alert: Alert = { kind: "strike.recorded", id: hash("bench"), at, fact: "f", subject: "s" };
  const planned = () => plan(() => alert, alert.kind, strikes(), { now: at }, { wall: () => 1 });
  const many = await ticking(known, audience);
  const few = await ticking(known, audience.slice(0, FEW));
  const rows: MatchingRow[] = [
    {
      row: "who hears of a change in four provinces",
      ...timed(times, found),
      walk: timed(times, naive),
      target: TARGET,
    },
    {
      row: "who hears of a strike",
      ...timed(times, strikes),
      walk: timed(times, () => walked("strike.recorded", asks)),
      target: TARGET,
    },
    {
      row: "the index, made anew after somebody subscribed",
      ...timed(times, () => new Hearers(audience, known.areas)),
    },
    { row: "the strike planned: every row", ...timed(slow, planned) },
    { row: "a tick in which nothing is due", ...(await timedTicks(times, many)), target: TARGET },
    { row: "the same, after somebody subscribed", ...(await timedTicks(slow, many, () => many.subscribes())) },
    { row: "the same, after a new fact", ...(await timedTicks(slow, many, () => many.learns())) },
    { row: `a tick of ${FEW} channels in which nothing is due`, ...(await timedTicks(times, few)) },
    ...(await measuredCards(slow)),
  ];
  return { subscriptions, channels: audience.length, heard: [found().length, strikes().length], rows };
}

interface Ticks {
  tick: () => Promise<void>;
  subscribes: () => void;
  learns: () => void;
}

/** A clock that goes by minutes through a morning in which no curfew begins or ends. Every channel was told hours ago that nothing is known any more. */
async function ticking(record: Known, everybody: readonly Subscribed[]): Promise<Ticks> {
  const engine = await openEngine("memory:", { stamp: "rehearsed" });
  const ledger = await Ledger.open(engine.namespace("deliveries"));
  let [now, known, audience] = [LAST - MINUTE, record, everybody];
  const idle = () => Promise.resolve();
  const clock = {
    now: () => now,
    wall: () => now,
    machine: () => now,
    after: () => () => undefined,
    start: idle,
    stop: idle,
  };
  const clockwork = new Clockwork({
    known: () => known,
    subscribed: (own, at) => carriedTo(audience, own, at),
    hearing: (own, all, wanted) => hearersOf(all, own.areas).hearing(wanted),
    watches: [
      edgeWatch({ ledger, clock }),
      soonWatch({ ledger, clock }),
      placeWatch({ ledger, clock, subscribed: () => audience }),
      knowledgeWatch({ ledger, clock }),
      digestWatch({ ledger, clock }),
    ],
    ledger,
    watermark: await Bookmark.open(engine.namespace("marks"), "planned-until"),
    clock,
    serverTime: async () => now,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  const tick = async (minutes = 1) => {
    now += minutes * MINUTE;
    await clockwork.tick(now);
  };
  for (const minutes of [0, 2, 3 * 60, 5 * 60, 1]) await tick(minutes);
  if (ledger.waiting().length < everybody.length / 2) throw new Error("Hardly anybody was told that nothing is known.");
  return {
    tick,
    subscribes() {
      const [first, ...others] = audience;
      if (first !== undefined) audience = [{ ...first }, ...others];
    },
    learns() {
      known = { ...known, curfews: [...known.curfews] };
    },
  };
}

const MIXES: readonly (readonly [Topic, ...Topic[]])[] = [
  ["curfews"],
  ["soon", "changes"],
  ["strikes", "orgs", "changes"],
  ["changes", "trouble"],
  ["curfews", "strikes"],
];

/** One to four a channel, some hundred servers, places of every level, one in three of those for strikes with a filter. */
function invented(count: number, { areas }: Known, chance: () => number): Subscribed[] {
  const pick = <T>(list: readonly T[], other: T): T => list[Math.floor(chance() * list.length)] ?? other;
  const ids = (kind: string) => areas.all.flatMap((one) => (one.kind === kind ? [one.id] : []));
  const levels = [["EC"], ids("province"), ids("province"), ids("canton"), ids("canton")];
  const all: Subscribed[] = [];
  for (let made = 0; made < count;) {
    const channel = all.length;
    const guildId = String(910_000_000_000_000_000n + BigInt(channel % GUILDS));
    const id = String(920_000_000_000_000_000n + BigInt(channel));
    const own = Math.min(count - made, 1 + Math.floor(chance() * 4));
    const subscriptions = Array.from({ length: own }, (_, i): Subscription => {
      const places = Array.from({ length: 1 + Math.floor(chance() * 3) }, () => pick(pick(levels, ["EC"]), "EC"));
      const [first = "EC", ...more] = new Set(places);
      const filter = chance();
      return {
        v: 1,
        id: `sub-${channel}-${i}`,
        destination: id,
        guildId,
        topics: [...pick(MIXES, ["curfews"])],
        areas: [first, ...more],
        leads: [120],
        endLeads: [],
        owner: "900000000000000008",
        since: LAST - 30 * DAY,
        ...(filter < 0.15 ? { minKilled: 3 } : filter < 0.3 ? { regions: ["caribbean" as const] } : {}),
      };
    });
    made += own;
    all.push({
      destination: { v: 1, id, guildId, kind: "channel", language: "es", zone: "America/Guayaquil" },
      subscriptions,
    });
  }
  return all;
}

type Spread = Pick<MatchingRow, "p50" | "p99">;

function timed(times: number, run: () => object): Spread {
  const took = Array.from({ length: times }, () => {
    const began = performance.now();
    run();
    return performance.now() - began;
  });
  return { p50: percentile(took, 0.5), p99: percentile(took, 0.99) };
}

/** `before`: what each follows; not counted. */
async function timedTicks(times: number, { tick }: Ticks, before: () => void = () => undefined): Promise<Spread> {
  const took: number[] = [];
  for (let i = 0; i < times; i += 1) {
    before();
    const began = performance.now();
    await tick();
    took.push(performance.now() - began);
  }
  return { p50: percentile(took, 0.5), p99: percentile(took, 0.99) };
}
