// Watches that remember whom they have nothing for, against the same watches asked for the first time: whatever changes in between, they must plan the same.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { carriedTo } from "../../../src/alerts/carrying.ts";
import { digestWatch } from "../../../src/alerts/watches/digest-watch.ts";
import { edgeWatch } from "../../../src/alerts/watches/edge-watch.ts";
import { knowledgeWatch } from "../../../src/alerts/watches/knowledge-watch.ts";
import { Ledger } from "../../../src/alerts/ledger/ledger.ts";
import { Lull } from "../../../src/alerts/watches/lull.ts";
import { placeWatch } from "../../../src/alerts/watches/place-watch.ts";
import { soonWatch } from "../../../src/alerts/watches/soon-watch.ts";
import { Told } from "../../../src/alerts/ledger/told.ts";
import type { Watch } from "../../../src/alerts/watches/watch.ts";
import { areaTree } from "../../../src/domain/area-tree.ts";
import type { Delivery } from "../../../src/domain/delivery.ts";
import type { Known } from "../../../src/domain/known.ts";
import type { Subscription } from "../../../src/domain/subscription.ts";
import type { Topic } from "../../../src/domain/topic.ts";
import { DAY, HOUR, MINUTE } from "../../../src/domain/time.ts";
import type { Subscribed } from "../../../src/store/subscriptions.ts";
import { covered, curfew, ec, ecuadorAreas, situation } from "../../domain/fixtures.ts";
import { memoryEngine } from "../../support.ts";

const GUILD = "900000000000000009";
const START = ec("2026-03-10T12:00");
const TREES = ["2024-11-05", "2026-03-11"].map((validFrom) =>
  areaTree(ecuadorAreas().map((one) => (one.id === "EC-1413" ? { ...one, validFrom } : one))),
);
const CHECKS = [
  covered(["EC"], "2026-03-01T00:00", "2026-03-10T14:00"),
  covered(["EC-G"], "2026-03-01T00:00", "2026-03-11T05:00"),
  covered(["EC-R"], "2026-03-10T15:30", "2026-03-12T09:00"),
  covered(["EC"], "2026-03-11T08:00", "2026-03-13T00:00"),
  covered(["EC-0901"], "2026-03-10T16:10", "2026-03-10T23:00"),
  covered(["EC-S"], "2026-03-09T00:00", "2026-03-20T00:00", { asOfEachDay: true }),
];
const decree = (id: string, area: string, more: Parameters<typeof curfew>[2]) =>
  curfew(id, [{ start: "23:00", end: "05:00", areas: [area] }], more);
const DECREES = [
  decree("a", "EC-G", { firstNight: "2026-03-10", lastNight: "2026-03-12" }),
  decree("b", "EC-R", { firstNight: "2026-03-11", lastNight: "2026-03-11" }),
  decree("c", "EC-1401", { firstNight: "2026-03-09", lastNight: "2026-03-10" }),
  // While it lasts nobody knows whether other places of the list were meant.
  curfew("d", [{ start: "10:00", end: "13:00", areas: ["EC-0902"], areasPartial: true }], {
    firstNight: "2026-03-11",
    lastNight: "2026-03-12",
  }),
];

const some = <T>(list: readonly T[], minLength = 1) =>
  fc.uniqueArray(fc.constantFrom(...list), { minLength, maxLength: 3 });
const wish = fc.record({
  topics: some<Topic>(["curfews", "soon", "begins", "ends", "changes", "strikes"]),
  areas: some(["EC", "EC-G", "EC-0901", "EC-R", "EC-1202", "EC-1401", "EC-S", "EC-9999", "HT"]),
  lead: fc.constantFrom(undefined, 30, 120),
  digest: fc.constantFrom(undefined, "13:00", "23:30"),
  since: fc.constantFrom(0, START - DAY, START, START + 90 * MINUTE),
});
const CHANNELS = 4;
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(1, 1, 1, 7, 61, 121, 300, 1440).map((minutes) => ({ is: "clock" as const, minutes })),
  },
  { weight: 1, arbitrary: fc.constantFrom(-1, -40, -200).map((minutes) => ({ is: "clock" as const, minutes })) },
  { weight: 1, arbitrary: some(CHECKS, 0).map((coverage) => ({ is: "record" as const, coverage })) },
  { weight: 1, arbitrary: some(DECREES, 0).map((curfews) => ({ is: "record" as const, curfews })) },
  { weight: 1, arbitrary: fc.constantFrom(...TREES).map((areas) => ({ is: "record" as const, areas })) },
  {
    weight: 2,
    arbitrary: fc.record({
      is: fc.constant("subscribes" as const),
      channel: fc.nat(CHANNELS - 1),
      wishes: fc.array(wish, { maxLength: 2 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      is: fc.constant("moves" as const),
      state: fc.constantFrom<Delivery["state"]>("sent", "sent", "sent", "failed", "expired"),
    }),
  },
);

function subscriptions(
  channel: number,
  wishes: readonly (typeof wish extends fc.Arbitrary<infer One> ? One : never)[],
) {
  return wishes.map(
    ({ topics: [topic = "curfews", ...topics], areas: [area = "EC", ...areas], ...own }, i): Subscription => ({
      v: 1,
      id: `sub-${channel}-${i}`,
      destination: `90000000000000000${channel}`,
      guildId: GUILD,
      topics: [topic, ...topics],
      areas: [area, ...areas],
      leads: own.lead === undefined ? [] : [own.lead],
      endLeads: own.lead === undefined ? [] : [own.lead],
      owner: "900000000000000008",
      since: own.since,
      ...(own.digest === undefined ? {} : { digest: { every: "day", at: own.digest, form: "line" } }),
    }),
  );
}

const channel = (n: number, wishes: Parameters<typeof subscriptions>[1]): Subscribed => ({
  destination: {
    v: 1,
    id: `90000000000000000${n}`,
    guildId: GUILD,
    kind: "channel",
    language: "en",
    zone: "America/Guayaquil",
  },
  subscriptions: subscriptions(n, wishes),
});

/** Driven by hand; a row that each look planned is in the ledger before the next. */
async function scene() {
  const ledger = await Ledger.open((await memoryEngine()).namespace("deliveries"));
  const clock = { wall: () => 1 };
  let audience: readonly Subscribed[] = Array.from({ length: CHANNELS }, (_, n) =>
    channel(n, [{ topics: ["curfews"], areas: ["EC"], lead: 120, digest: undefined, since: 0 }]),
  );
  let record = situation({ areas: TREES[0] ?? areaTree([]), coverage: CHECKS.slice(0, 2), curfews: DECREES });
  const watches = (subscribed: () => readonly Subscribed[]): Watch[] => [
    edgeWatch({ ledger, clock }),
    soonWatch({ ledger, clock }),
    placeWatch({ ledger, clock, subscribed }),
    knowledgeWatch({ ledger, clock }),
    digestWatch({ ledger, clock }),
  ];
  const kept = watches(() => audience);
  let now = START;
  return {
    ledger,
    async look(minutes: number) {
      const after = now;
      now += minutes * MINUTE;
      if (minutes <= 0) return;
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- no watch here asks for more of the record
      const known = { ...record, knownAt: now } as Known;
      const plan = async (all: readonly Watch[], own: readonly Subscribed[]) => {
        const look = { known, after, now, audience: carriedTo(own, known, now) };
        return (await Promise.all(all.map((watch) => watch(look)))).flat();
      };
      // A list and channels that nobody has seen before, and watches that remember nothing.
      const copy = audience.map((one) => ({ ...one }));
      const rows = await plan(kept, audience);
      expect(rows).toEqual(
        await plan(
          watches(() => copy),
          copy,
        ),
      );
      await ledger.plan(rows);
    },
    record(changes: Partial<typeof record>) {
      record = { ...record, ...changes };
    },
    subscribe(n: number, wishes: Parameters<typeof subscriptions>[1]) {
      const others = audience.filter((_, i) => i !== n);
      audience = wishes.length === 0 ? audience : others.toSpliced(n, 0, channel(n, wishes));
    },
    async move(state: Delivery["state"]) {
      for (const destination of ledger.waiting())
        for (const entry of ledger.of(destination)) await ledger.move(entry, { state, reason: "delivered" });
    },
  };
}

describe("a watch that remembers whom it has nothing for", () => {
  it("plans what one plans that is asked for the first time, whatever happens in between", async () => {
    const kinds = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 40 }), async (steps) => {
        const s = await scene();
        for (const one of steps) {
          if (one.is === "clock") await s.look(one.minutes);
          else if (one.is === "record") s.record(one);
          else if (one.is === "subscribes") s.subscribe(one.channel, one.wishes);
          else await s.move(one.state);
          await s.look(1);
        }
        for await (const { alert } of s.ledger.all()) kinds.add(alert.kind);
      }),
      { numRuns: 25 },
    );
    // It compared more than silence.
    for (const kind of ["knowledge.lapsed", "knowledge.restored", "place.changed", "curfew.soon", "digest"])
      expect(kinds).toContain(kind);
  });

  it("plans it through days of which nothing becomes known, to the minute", async () => {
    const record = fc.record({
      coverage: some(CHECKS),
      curfews: some(DECREES, 0),
      areas: fc.constantFrom(...TREES),
    });
    const wishes = fc.tuple(...Array.from({ length: CHANNELS }, () => fc.array(wish, { minLength: 1, maxLength: 2 })));
    const minutes = fc.array(fc.constantFrom(1, 2, 13, 60, 119, 180), { minLength: 40, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(record, wishes, minutes, async (known, all, steps) => {
        const s = await scene();
        s.record(known);
        for (const [n, own] of all.entries()) s.subscribe(n, own);
        for (const step of steps) {
          await s.look(step);
          await s.move("sent");
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe("a lull", () => {
  it("ends with what it rests on, at the first instant that was named, and when the clock goes back", () => {
    const [who, rows, list] = [{}, [], {}];
    const lull = new Lull();
    const begun = () => {
      lull.lasts(10, [list]);
      lull.note(who, rows);
      lull.turns(HOUR, 5, 20, 30);
      return lull;
    };
    const there = (now: number, of: object = list) => begun().lasts(now, [of]) && lull.has(who, rows);
    expect([there(11), there(19), there(20), there(9), there(11, {})]).toEqual([true, true, false, false, false]);
    expect([begun().has(who, []), lull.has({}, rows), lull.has(who, rows)]).toEqual([false, false, true]);
  });
});

describe("what a channel was told", () => {
  it("is the same list until one of its rows moves, goes or comes", async () => {
    const s = await scene();
    await s.look(12 * 60);
    const destination = "900000000000000000";
    const told = s.ledger.told.of(destination);
    expect(told.length).toBeGreaterThan(0);
    expect(s.ledger.told.of(destination)).toBe(told);
    expect(new Told().of(destination)).toBe(new Told().of(destination));
    await s.move("sent");
    const sent = s.ledger.told.of(destination);
    expect(sent.map(({ delivery }) => delivery.state)).toEqual(told.map(() => "sent"));
    await s.ledger.forget(sent.slice(0, 1));
    expect(s.ledger.told.of(destination)).toEqual(sent.slice(1));
  });
});
