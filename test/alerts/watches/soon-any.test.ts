// Whatever ticks and outages come: what is told before begins and ends, against plain arithmetic that asks nothing of the rules.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Delivery } from "../../../src/domain/delivery.ts";
import { DAY, MINUTE, type Millis } from "../../../src/domain/time.ts";
import { ec } from "../../domain/fixtures.ts";
import { subscribed, ticking } from "../ticking.ts";
import { knownOf, always, confirmed, night, COVERED } from "./soon-scene.ts";

describe("any ticks and outages", () => {
  // Three nights by plain arithmetic: nothing of the rules is asked.
  const nights = [0, 1, 2].map((n) => ({
    begin: ec("2026-03-15T23:00") + n * DAY,
    end: ec("2026-03-16T05:00") + n * DAY,
  }));
  const three = knownOf({ curfews: [night("23:00", "05:00", { lastNight: "2026-03-17" })], ...COVERED });
  const start = ec("2026-03-15T17:00");
  const leads = fc.uniqueArray(fc.integer({ min: 1, max: 600 }), { maxLength: 3 });
  const channels = fc.array(fc.record({ leads, endLeads: leads }), { minLength: 1, maxLength: 3 });
  const audienceOf = (list: readonly { leads: number[]; endLeads: number[] }[]) =>
    list.map((one, i) => subscribed(String(i + 1), { areas: ["EC-G"], ...one }));
  const step = fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 3 }) },
    { weight: 2, arbitrary: fc.integer({ min: 4, max: 700 }) },
  );

  interface Expected {
    kind: "curfew.soon" | "curfew.ending";
    to: string;
    due: Millis;
    lead: number;
    /** What it tells of. */
    instant: Millis;
    /** Of the same channel, kind and instant. */
    others: readonly number[];
    begin: Millis;
  }
  const owed = (audience: ReturnType<typeof audienceOf>): Expected[] =>
    audience.flatMap(({ destination, subscriptions: [one] }) =>
      nights.flatMap(({ begin, end }) => [
        ...(one?.leads ?? []).map((lead) => ({
          kind: "curfew.soon" as const,
          to: destination.id,
          due: begin - lead * MINUTE,
          lead,
          instant: begin,
          others: one?.leads ?? [],
          begin,
        })),
        ...(one?.endLeads ?? []).map((lead) => ({
          kind: "curfew.ending" as const,
          to: destination.id,
          due: end - lead * MINUTE,
          lead,
          instant: end,
          others: one?.endLeads ?? [],
          begin,
        })),
      ]),
    );
  const outcome = (one: Expected, tick: Millis): string => {
    if (one.instant <= tick) return one.kind === "curfew.soon" ? "begun-already" : "over-already";
    if (one.kind === "curfew.ending" && one.begin > one.due) return "not-begun-by-then";
    const late = tick - one.due;
    if (late <= 2 * MINUTE) return "in-time";
    return one.others.some((other) => other < one.lead && one.instant - other * MINUTE <= tick)
      ? "told-nearer-to-it"
      : `late ${late}`;
  };
  const found = (rows: readonly Delivery[], one: Expected) =>
    rows.filter(
      ({ alert, destination }) =>
        alert.kind === one.kind &&
        destination === one.to &&
        alert.at === one.due &&
        "lead" in alert &&
        alert.lead === one.lead,
    );

  it("tell each begin and end once for each lead and channel: in time where the clock passed it in time, else as late or with the reason", async () => {
    await fc.assert(
      fc.asyncProperty(channels, fc.array(step, { minLength: 5, maxLength: 60 }), async (list, steps) => {
        const audience = audienceOf(list);
        const s = await ticking(new Date(start).toISOString(), {
          from: always(three),
          serverTime: confirmed,
          audience,
        });
        const ticks = steps.map((_, i) => start + steps.slice(0, i + 1).reduce((sum, one) => sum + one, 0) * MINUTE);
        for (const tick of ticks) await s.tick(tick);
        const rows = await s.rows();
        let expected = 0;
        for (const one of owed(audience)) {
          const tick = one.due <= start ? undefined : ticks.find((at) => at >= one.due);
          const own = found(rows, one).map((row) => (row.lateBy === undefined ? row.reason : `late ${row.lateBy}`));
          expect(own).toEqual(tick === undefined ? [] : [outcome(one, tick)]);
          if (tick !== undefined) expected += 1;
        }
        expect(rows.filter(({ alert }) => /soon|ending/.test(alert.kind))).toHaveLength(expected);
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it("tell nothing twice where the clock also goes back and the program starts again", async () => {
    const any = fc.record({ by: fc.integer({ min: -200, max: 300 }), restart: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(channels, fc.array(any, { minLength: 5, maxLength: 30 }), async (list, steps) => {
        const audience = audienceOf(list);
        const s = await ticking(new Date(start).toISOString(), {
          from: always(three),
          serverTime: confirmed,
          audience,
        });
        const passed: [Millis, Millis][] = [];
        let now = start;
        for (const { by, restart } of steps) {
          const next = now + by * MINUTE;
          if (restart) await s.restart();
          await s.tick(next);
          if (next > now) passed.push([now, next]);
          now = next;
        }
        const rows = await s.rows();
        for (const one of owed(audience)) {
          const wasPassed = passed.some(([from, to]) => from < one.due && one.due <= to);
          expect(found(rows, one)).toHaveLength(wasPassed ? 1 : 0);
        }
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it("plan the same alerts whether the clock comes in minutes or in one step", async () => {
    const audience = audienceOf([{ leads: [120, 45], endLeads: [30] }]);
    const idsOf = async (length: number) => {
      const s = await ticking(new Date(start).toISOString(), { from: always(three), serverTime: confirmed, audience });
      for (let now = start; now <= start + 2 * DAY; now += length) await s.tick(now);
      return (await s.rows()).filter(({ alert }) => /soon|ending/.test(alert.kind)).map(({ id }) => id);
    };
    const each = await idsOf(MINUTE);
    expect(each).toHaveLength(6);
    expect(await idsOf(2 * DAY)).toEqual(each);
    expect(await idsOf(7 * MINUTE)).toEqual(each);
  }, 60_000);
});
