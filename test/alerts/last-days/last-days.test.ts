// What the last days would have brought, against the road itself: the same channel really subscribed, ticked through the same days, its messages counted.
import { describe, expect, it } from "vitest";
import { lastDays } from "../../../src/alerts/last-days/last-days.ts";
import type { LastDays } from "../../../src/domain/last-days.ts";
import { DAY, dayOf, HOUR } from "../../../src/domain/time.ts";
import { topicOf } from "../../../src/domain/topic.ts";
import type { FactStore } from "../../../src/store/store.ts";
import type { Changes, Subscribed } from "../../../src/store/subscriptions.ts";
import type { Subscription } from "../../../src/domain/subscription.ts";
import { decree } from "../changes/change-scene.ts";
import { CHANNELS, GUILD, type RoadScene, roadScene } from "../road-scene.ts";
import { killed, strike } from "../changes/strike-scene.ts";
import { subscribed } from "../ticking.ts";
import { shippedRecord } from "./shipped-record.ts";

const ROLE = "900000000000000077";
const ZONE = "America/Guayaquil";

const asked = (store: FactStore, to: Subscribed, now: number) =>
  lastDays({
    to,
    learned: (after, until) => store.learned(after, until),
    knownAt: (at) => store.known(at),
    versions: (noun, subject) => store.versions(noun, subject),
    now,
    breathe: async () => undefined,
  });

/** A month with a decree, its change, a second one, its lifting; strikes that are new, changed, old, withdrawn. */
async function month(scene: RoadScene): Promise<void> {
  const { hand } = scene;
  const until = async (days: number, end = hand.clock.now() + days * DAY) => {
    while (hand.clock.now() < end) await scene.pass(HOUR);
  };
  const today = () => dayOf(hand.clock.now(), ZONE);
  const on = (n: number) => dayOf(hand.clock.now() + n * DAY, ZONE);
  const source = (date: string) => ({ date, sources: [{ publisher: "SOUTHCOM", url: "https://example.org/1", date }] });
  const nights = (id: string, more: object = {}) =>
    decree({ id, declared: today(), firstNight: today(), lastNight: on(9), ...more });
  await until(1);
  const first = nights("d1");
  await scene.record("curfew.declared", first);
  await until(3);
  const struck = strike({ id: "s1", ...source(today()) });
  await scene.record("strike.recorded", struck);
  await scene.record("strike.recorded", strike({ id: "s2", ...source("2025-10-01") }));
  await until(1);
  await scene.record("strike.changed", { ...struck, ...source(today()), figures: [killed(4)] });
  const later = { ...first, rules: [{ start: "21:00", end: "05:00", areas: ["EC-G"] }] };
  await scene.record("curfew.changed", later);
  await until(2);
  await scene.record(
    "curfew.declared",
    nights("d2", { rules: [{ start: "12:00", end: "15:00", areas: ["EC-0901"] }] }),
  );
  await until(1);
  await scene.record(
    "strike.withdrawn",
    { reason: { en: "twice", es: "doble" } },
    {
      subject: "s1",
      prev: scene.store.head("strike", "s1")?.id,
    },
  );
  await scene.record("curfew.lifted", { ...later, lastNight: on(1) });
  await until(22);
}

const SUBSCRIPTIONS: readonly { is: string; own: Changes<Subscription> }[] = [
  { is: "hears all", own: { leads: [120, 60], endLeads: [60], role: ROLE } },
  {
    is: "hears finely",
    own: {
      topics: ["begins", "soon", "strikes"],
      leads: [180],
      role: ROLE,
      mention: ["strikes"],
      sounds: { begins: "loud", soon: "silent" },
    },
  },
];

describe("what the last days would have brought", () => {
  it("is what the road sends to channels that are subscribed all the while", async () => {
    const scene = await roadScene();
    const from = scene.hand.clock.now();
    for (const [i, { own }] of SUBSCRIPTIONS.entries()) {
      const { subscribed: made } = await scene.subscribe(CHANNELS[i] ?? "");
      await scene.road.subscriptions.setSubscription(GUILD, made.subscriptions[0]?.id ?? "", own);
    }
    await month(scene);
    const now = from + 30 * DAY;
    expect(scene.hand.clock.now()).toBe(now);
    const rows = (await scene.rows()).filter(({ state, edits }) => state === "sent" && edits === undefined);
    for (const [i, { is }] of SUBSCRIPTIONS.entries()) {
      const own = rows.filter(({ channelId }) => channelId === CHANNELS[i]);
      const to = scene.road.subscriptions.of(GUILD, CHANNELS[i] ?? "");
      if (to === undefined) throw new Error("not subscribed");
      const counted = await asked(scene.store, to, now);
      const loud = own.filter((row) => row.loud);
      expect({ is, ...pick(counted) }).toEqual({
        is,
        notices: own.length,
        loud: loud.length,
        topics: Object.fromEntries(
          [...new Set(own.map(({ alert }) => topicOf(alert.kind)))].map((topic) => {
            const mine = own.filter(({ alert }) => topicOf(alert.kind) === topic);
            return [topic, [mine.length, mine.filter((row) => row.loud).length]];
          }),
        ),
        mentioned: loud.filter(({ roles }) => roles.includes(ROLE)).length,
      });
      // What it was tried with must not have been nothing.
      expect(own.length).toBeGreaterThan(20);
    }
    expect(scene.broken).toEqual([]);
    // Counting writes nothing.
    expect((await scene.rows()).filter(({ state, edits }) => state === "sent" && edits === undefined)).toHaveLength(
      rows.length,
    );
  });

  it("counts the sixteen nights of decree 329 in the record that ships", async () => {
    const { store, clock } = await shippedRecord("2026-04-02T10:00:00-05:00");
    const drivers = subscribed("1", { areas: ["EC-G"], topics: ["curfews"], leads: [120] });
    const digest = { every: "day", at: "18:00", form: "line" } as const;
    const found = await asked(
      store,
      { ...drivers, subscriptions: drivers.subscriptions.map((one) => ({ ...one, digest })) },
      clock.now(),
    );
    expect(pick(found)).toMatchObject({
      notices: 48,
      loud: 16,
      topics: { soon: [16, 16], begins: [16, 0], ends: [16, 0] },
    });
    expect(found.digests).toBe(30);
    expect(found.known).toMatchObject({ to: Date.parse("2026-03-31T05:00:00-05:00") });
  });

  it("says that nothing is known where nobody looked, and knows no such doubt of strikes", async () => {
    const { store, clock } = await shippedRecord("2026-11-22T12:00:00-05:00");
    const curfews = await asked(store, subscribed("1", { areas: ["EC"] }), clock.now());
    expect(curfews).toMatchObject({ notices: 0, known: "nothing" });
    const strikes = await asked(store, subscribed("1", { areas: ["EC"], topics: ["strikes"] }), clock.now());
    expect(strikes.known).toBeUndefined();
    const elsewhere = await asked(store, subscribed("1", { areas: ["XX"] }), clock.now());
    expect(elsewhere).toMatchObject({ notices: 0, known: "nothing" });
  });
});

function pick({ notices, loud, topics, mentions }: LastDays) {
  return {
    notices,
    loud,
    topics: Object.fromEntries(topics.map((one) => [one.topic, [one.notices, one.loud]])),
    mentioned: mentions.find(({ role }) => role === ROLE)?.notices ?? 0,
  };
}
