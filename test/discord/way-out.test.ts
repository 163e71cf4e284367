// How many requests Discord may count within one second, however late any of them arrives: the way out, with a clock moved by hand and a Discord that counts.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { WayOut, type WhoAsks } from "../../src/discord/way-out.ts";
import { handClock } from "../support.ts";

/** Machine ms. */
interface Sent {
  who: WhoAsks;
  left: number;
  counted: number;
  answered: number;
}

/** The most that were counted within any second. */
function most(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return Math.max(0, ...sorted.map((from) => sorted.filter((at) => at >= from && at < from + 1_000).length));
}

/** `asked`: by whom and when; `late`: by how much more than 20 ms there and back each may be held up before it is counted. */
async function sent(asked: readonly { who: WhoAsks; at: number; late: number }[]): Promise<Sent[]> {
  const hand = handClock("2026-03-16T04:00:00Z");
  const way = new WayOut(hand.clock);
  const all: Sent[] = [];
  const settled = async () => {
    for (let i = 0; i < 8; i += 1) await Promise.resolve();
  };
  const waiting = [...asked].sort((a, b) => a.at - b.at);
  for (let now = 0; all.length < asked.length || all.some(({ answered }) => answered > now); now += 5) {
    for (let next = waiting[0]; next !== undefined && next.at <= now; next = waiting[0]) {
      const { who, late } = next;
      waiting.shift();
      void way.leave(who, () => {
        const left = hand.clock.machine();
        all.push({ who, left, counted: left + 10 + late, answered: left + 20 + late });
        return new Promise<void>((resolve) => hand.clock.after(20 + late, resolve));
      });
    }
    await settled();
    hand.pass(5);
    await settled();
    if (now > 120_000) throw new Error("Somebody waits for ever.");
  }
  return all;
}

const many = (count: number, more: Partial<{ who: WhoAsks; at: number; late: number }> = {}) =>
  Array.from({ length: count }, () => ({ who: "courier" as const, at: 0, late: 0, ...more }));

describe("the way out", () => {
  it("lets 48 of the courier's leave at once, and each other a second after one of them", async () => {
    const all = await sent(many(120));
    expect(all.filter(({ left }) => left === 0)).toHaveLength(48);
    expect(most(all.map(({ counted }) => counted))).toBe(48);
    // Two seconds and a little for 120 of them.
    expect(Math.max(...all.map(({ left }) => left))).toBeLessThan(2_200);
  });

  it("lets people's leave before any alert that waits", async () => {
    const all = await sent([...many(100), ...many(2, { who: "desk", at: 5 })]);
    expect(all.filter(({ who }) => who === "desk").map(({ left }) => left)).toEqual([5, 5]);
  });

  it("counts what hangs on the way as long as it may still arrive", async () => {
    const all = await sent([...many(1), ...many(47, { at: 30, late: 3_000 }), ...many(60, { at: 100 })]);
    expect(most(all.map(({ counted }) => counted))).toBeLessThanOrEqual(48);
  });

  it("never has fifty counted in a second beside people's questions, whoever is held up", async () => {
    const one = fc.record({
      who: fc.constantFrom<WhoAsks>("courier", "courier", "courier", "courier", "desk"),
      at: fc.nat(3_000),
      late: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(900) }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(one, { minLength: 60, maxLength: 160 }), async (asked) => {
        // One that nothing holds up says how long the way is.
        const all = await sent([...many(1), ...asked.map((each) => ({ ...each, at: each.at + 30 }))]);
        expect(all).toHaveLength(asked.length + 1);
        expect(most(all.map(({ counted }) => counted))).toBeLessThanOrEqual(50);
      }),
      { numRuns: 25 },
    );
  });
});
