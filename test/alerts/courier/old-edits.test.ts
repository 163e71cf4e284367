// How edits of old messages are spread over time: never more than the guess allows in any hour, young ones never held, one channel never for another.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OldEdits, postedAt } from "../../../src/alerts/courier/old-edits.ts";
import { handClock } from "../../support.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = "2026-03-17T10:00:00Z";
/** A message of Discord's that was posted so many minutes ago. */
const idOf = (minutesAgo: number) =>
  String((BigInt(Date.parse(NOW) - minutesAgo * MINUTE) - 1_420_070_400_000n) << 22n);
const OLD = idOf(9_000);
const refused = { is: "again", why: "rate-limited" } as const;
const sent = { is: "sent", messageId: OLD } as const;

function pacing() {
  const hand = handClock(NOW);
  const paces = new OldEdits(hand.clock);
  return {
    hand,
    paces,
    /** Tries as soon as it may. @returns the machine's minute of each. */
    run: (times: number, channel = "1", message = OLD) => {
      const minutes: number[] = [];
      for (let n = 0; n < times; n += 1) {
        hand.pass(paces.wait(channel, message));
        expect(paces.wait(channel, message)).toBe(0);
        paces.leaves(channel, message);
        minutes.push(hand.clock.machine() / MINUTE);
        paces.ended(channel, message, sent);
      }
      return minutes;
    },
  };
}

describe("edits of old messages", () => {
  it("go at once for the few of one change, then one each three minutes", () => {
    expect(pacing().run(8)).toEqual([0, 0, 0, 0, 0, 3, 6, 9]);
  });

  it("two hundred take most of a working day, and no hour has more than 25", () => {
    const minutes = pacing().run(200);
    expect(minutes.at(-1)).toBe(585);
    for (const start of minutes)
      expect(minutes.filter((one) => one >= start && one < start + 60).length).toBeLessThanOrEqual(25);
  });

  it("however they come, no hour has more than 25", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 * MINUTE }), { maxLength: 80 }), (pauses) => {
        const { hand, paces } = pacing();
        const at: number[] = [];
        for (const pause of pauses) {
          hand.pass(pause);
          if (paces.wait("1", OLD) > 0) continue;
          paces.leaves("1", OLD);
          at.push(hand.clock.machine());
        }
        for (const start of at)
          expect(at.filter((one) => one >= start && one < start + HOUR).length).toBeLessThanOrEqual(25);
      }),
    );
  });

  it("of young messages, and those of another channel, are not held by them", () => {
    const { paces, run } = pacing();
    run(5);
    expect(paces.wait("1", OLD)).toBe(3 * MINUTE);
    expect(paces.wait("1", idOf(50))).toBe(0);
    expect(paces.wait("1", idOf(56))).toBe(3 * MINUTE);
    expect(paces.wait("2", OLD)).toBe(0);
    expect(run(9, "3", idOf(1)).at(-1)).toBe(0);
  });

  it("that Discord refuses wait as long as it asks, else a minute and twice as long each time, and go one by one then", () => {
    const { hand, paces, run } = pacing();
    const tries: number[] = [];
    for (let n = 0; n < 8; n += 1) {
      paces.leaves("1", OLD);
      paces.ended("1", OLD, refused);
      tries.push(paces.wait("1", OLD) / MINUTE);
      hand.pass(paces.wait("1", OLD));
    }
    // Two would be closer than three minutes to the one before.
    expect(tries).toEqual([1, 3, 4, 8, 16, 30, 30, 30]);
    paces.leaves("1", OLD);
    paces.ended("1", OLD, { ...refused, afterMs: HOUR });
    expect(paces.wait("1", OLD)).toBe(HOUR);
    const from = hand.clock.machine() / MINUTE;
    expect(run(3).map((one) => one - from)).toEqual([60, 63, 66]);
    hand.pass(paces.wait("1", OLD));
    paces.leaves("1", OLD);
    paces.ended("1", OLD, refused);
    // Those that went well in between count: a minute would do, but for the three of each.
    expect(paces.wait("1", OLD)).toBe(3 * MINUTE);
  });

  it("are not slowed down by what is no refusal for their number", () => {
    const { paces } = pacing();
    paces.leaves("1", OLD);
    paces.ended("1", OLD, { is: "again", why: "discord-down" });
    paces.ended("1", OLD, { is: "never", why: "message-deleted", closes: false });
    expect(paces.wait("1", OLD)).toBe(0);
  });

  it("are known by their id; what is no id of Discord's is young", () => {
    expect(postedAt("175928847299117063")).toBe(Date.parse("2016-04-30T11:18:25.796Z"));
    expect(postedAt("m1")).toBeUndefined();
    const { paces, run } = pacing();
    run(9, "1", "m1");
    expect(paces.wait("1", OLD)).toBe(0);
  });
});
