// How many requests begin in a second, whose turn it is, and what a storm does: counted, with a clock moved by hand.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Pace } from "../../../src/alerts/courier/pace.ts";
import { Turns } from "../../../src/alerts/courier/turns.ts";
import { handClock } from "../../support.ts";
import { mass, type Post } from "./mass-scene.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** The most that began within any stretch of so many ms. */
function most(begun: readonly number[], within: number): number {
  let from = 0;
  return begun.reduce((highest, at, i) => {
    while ((begun[from] ?? at) <= at - within) from += 1;
    return Math.max(highest, i - from + 1);
  }, 0);
}
const times = (posts: readonly Post[]) => posts.map(({ at }) => at);
const channels = (n: number) => Array.from({ length: n }, (_, i) => `c${i}`);

describe("whose turn it is", () => {
  it("is that of the smallest rank, loud before silent, each lane once, however they were added", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(20), fc.boolean(), fc.nat(50)), { maxLength: 60 }), (added) => {
        const turns = new Turns();
        const model = new Map<string, string>();
        for (const [lane, loud, due] of added) {
          turns.add(`l${lane}`, loud, String(due).padStart(3, "0"));
          model.set(`l${lane}`, `${loud ? 0 : 1}${String(due).padStart(3, "0")}`);
          if (due === 7) {
            turns.drop(`l${lane}`);
            model.delete(`l${lane}`);
          }
        }
        expect(turns.size).toBe(model.size);
        const taken: string[] = [];
        for (let lane = turns.take(); lane !== undefined; lane = turns.take()) taken.push(lane);
        expect(new Set(taken)).toEqual(new Set(model.keys()));
        expect(taken).toHaveLength(model.size);
        expect(taken.map((lane) => model.get(lane))).toEqual([...model.values()].sort());
      }),
    );
  });
});

describe("the pace", () => {
  it("lets at most 45 begin in any second and few at once, and all of them sooner or later", () => {
    const hand = handClock("2026-03-16T04:00:00Z");
    const pace = new Pace(hand.clock);
    const begun: number[] = [];
    while (begun.length < 500) {
      if (pace.wait() > 0) hand.pass(1);
      else {
        pace.take();
        begun.push(hand.clock.machine());
      }
    }
    expect(most(begun, SECOND)).toBe(45);
    expect(most(begun, 1)).toBe(6);
    // What goes on for long begins by threes.
    expect(new Set(begun.slice(45)).size).toBeLessThanOrEqual(Math.ceil((500 - 45) / 3) + 2);
    // 0.9 of Discord's fifty a second.
    expect((begun.at(-1) ?? 0) / SECOND).toBeLessThan(500 / 45 + 0.5);
  });

  it("gives what an attempt under way still needs before any new attempt, and back what was not needed", async () => {
    const hand = handClock("2026-03-16T04:00:00Z");
    const pace = new Pace(hand.clock);
    for (let i = 0; i < 6; i += 1) pace.take();
    pace.giveBack();
    expect(pace.wait()).toBe(0);
    pace.take();
    let had = false;
    let stolen = false;
    hand.clock.after(23, () => (stolen = pace.wait() === 0));
    const turn = pace.turn().then(() => (had = true));
    expect(pace.wait()).toBeGreaterThan(0);
    hand.pass(23);
    await turn;
    expect(had).toBe(true);
    expect(stolen).toBe(false);
    expect(pace.wait()).toBeGreaterThan(0);
  });

  it("keeps refusals at half of Discord's line in any ten minutes, whatever comes", () => {
    const hand = handClock("2026-03-16T04:00:00Z");
    const pace = new Pace(hand.clock);
    const refused: number[] = [];
    while (hand.clock.machine() < 25 * MINUTE) {
      if (pace.wait() > 0) hand.pass(Math.max(1, pace.wait()));
      else {
        pace.take();
        pace.refused();
        refused.push(hand.clock.machine());
      }
    }
    expect(most(refused, 10 * MINUTE)).toBeLessThanOrEqual(5_050);
    expect(most(refused, 10 * MINUTE)).toBeGreaterThan(4_000);
  });
});

describe("a night of many channels", () => {
  it("goes out in order, each row saying sending only when its request leaves, and nothing is tried twice", async () => {
    const s = await mass(channels(300));
    let sending = 0;
    await s.run(20 * SECOND, () => (sending = Math.max(sending, s.sending())));
    expect(s.posts).toHaveLength(300);
    // A request leaves some milliseconds after its turn: two bursts may come closer by that.
    expect(most(times(s.posts), SECOND)).toBeLessThanOrEqual(48);
    expect(times(s.posts).at(-1)).toBeLessThan((300 / 45) * SECOND + 1_000);
    expect(sending).toBeLessThanOrEqual(32);
    expect(await s.states()).toEqual({ "sent: delivered": 300 });
  });

  it("lets a loud alert that is planned meanwhile go next, and what stands before it in its channel", async () => {
    const s = await mass(channels(300));
    await s.run(SECOND);
    const before = s.posts.length;
    expect(before).toBeGreaterThan(20);
    await s.plan("new", { loud: true, n: 1 });
    await s.plan("c299", { loud: true, n: 2 });
    await s.run(SECOND);
    // The few that had begun already, then those two.
    const next = s.posts.slice(before, before + 6).map(({ channel }) => channel);
    expect(next).toEqual(expect.arrayContaining(["new", "c299"]));
    await s.run(20 * SECOND);
    expect(s.posts.filter(({ channel }) => channel === "c299").map(({ n }) => n)).toEqual([0, 2]);
    expect(s.posts).toHaveLength(302);
  });

  it("reaches the last of several thousand rows with as little work a row as the first", async () => {
    const s = await mass([]);
    let looked = 0;
    const rows = s.ledger.open.rows.bind(s.ledger.open);
    s.ledger.open.rows = (lane) => ((looked += 1), rows(lane));
    await s.planAll(channels(3_000));
    await s.run(80 * SECOND);
    expect(s.posts).toHaveLength(3_000);
    expect(looked).toBeLessThan(3_000 * 10);
  });
});

describe("when Discord is down", () => {
  it("asks less than 200 times in an hour with 5,000 channels waiting, from ever other channels, and drains loud first when it is back", async () => {
    const s = await mass(channels(4_990));
    await s.planAll(
      Array.from({ length: 10 }, (_, i) => `loud${i}`),
      { loud: true },
    );
    s.answer = () => ({ is: "unsure", why: "discord-down" });
    await s.run(60 * MINUTE, undefined, SECOND);
    const asked = s.requests();
    expect(asked).toBeGreaterThan(50);
    expect(asked).toBeLessThan(200);
    expect(new Set(s.posts.map(({ channel }) => channel)).size).toBeGreaterThan(asked / 2);
    s.answer = undefined;
    const back = s.posts.length;
    await s.run(2 * MINUTE, undefined, 50);
    const drained = s.posts.slice(back);
    // After the probe all that is loud and was tried in vain, in front of thousands.
    const lastLoud = drained.map(({ channel }) => channel.startsWith("loud")).lastIndexOf(true);
    expect(lastLoud).toBeLessThan(25);
    expect(drained.length).toBeGreaterThan(2_500);
    // A gentle start: the first second has far less than 45.
    const opened = drained[0]?.at ?? 0;
    expect(drained.filter(({ at }) => at < opened + 200).length).toBeLessThanOrEqual(12);
    expect(most(times(drained), SECOND)).toBeLessThanOrEqual(48);
    await s.run(2 * MINUTE, undefined, 100);
    expect(await s.states()).toEqual({ "sent: delivered": 5_000 });
  });

  it("asks less than 20 times in ten minutes when its token is refused", async () => {
    const s = await mass(channels(1_000));
    s.answer = () => ({ is: "again", why: "bad-token", afterMs: MINUTE });
    await s.run(10 * MINUTE, undefined, 500);
    expect(s.requests()).toBeGreaterThan(8);
    expect(s.requests()).toBeLessThan(20);
  });

  it("waits with everything for a 429 of the whole bot, as long as it says", async () => {
    const s = await mass(channels(100));
    let first = true;
    s.answer = () =>
      first ? ((first = false), { is: "again", why: "rate-limited", afterMs: 30_000, everywhere: true }) : undefined;
    await s.run(29 * SECOND);
    expect(s.requests()).toBeLessThanOrEqual(4);
    await s.run(30 * SECOND);
    expect(await s.states()).toEqual({ "sent: delivered": 100 });
  });

  it("does not take one channel's trouble for everybody's", async () => {
    const s = await mass(channels(50));
    s.answer = (channel) => (channel === "c7" ? { is: "unsure", why: "discord-down" } : undefined);
    await s.run(10 * SECOND);
    expect(s.posts.filter(({ channel }) => channel !== "c7")).toHaveLength(49);
    expect(s.lines.some(({ text }) => text.startsWith("Alerts wait"))).toBe(false);
    await s.run(10 * MINUTE, undefined, SECOND);
    expect(s.posts.filter(({ channel }) => channel === "c7").length).toBeLessThan(15);
    // It goes on to be asked, a minute apart: the look before each try fails too.
    expect(s.finds.filter((at) => at > 5 * MINUTE).length).toBeGreaterThan(0);
  });

  it("comes nowhere near the line of refused requests when thousands of channels are closed at once", async () => {
    const s = await mass(channels(4_000));
    s.answer = () => ({ is: "never", why: "forbidden", closes: true });
    await s.run(100 * SECOND, undefined, 20);
    // All of them would have been asked by then.
    expect(s.posts.length).toBeLessThan(2_600);
    await s.run(20 * MINUTE, undefined, 100);
    expect(most(times(s.posts), 10 * MINUTE)).toBeLessThanOrEqual(5_050);
    expect(await s.states()).toEqual({ "held: forbidden": 4_000 });
    expect(s.posts).toHaveLength(4_000);
  });
});
