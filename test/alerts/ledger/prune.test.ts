// Pruning by age: years pass, rows go, and no channel can tell. The oracle is the same story without pruning: what stands in the channels must be the same.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ROWS_FOR, TOLD_FOR } from "../../../src/domain/ages.ts";
import { DAY, HOUR, MINUTE } from "../../../src/domain/time.ts";
import { CHANNELS, roadScene, type RoadScene } from "../road-scene.ts";
import { killed, strike, updated } from "../changes/strike-scene.ts";

const kinds = async (s: RoadScene) => (await s.rows()).map(({ alert, state }) => `${alert.kind} ${state}`);
const count = async (s: RoadScene, kind: string) => (await s.rows()).filter(({ alert }) => alert.kind === kind).length;

async function told(): Promise<RoadScene> {
  const s = await roadScene();
  for (const channel of CHANNELS) await s.subscribe(channel);
  return s;
}

/** Both times pass in steps in which no night is missed. */
async function hours(s: RoadScene, many: number): Promise<void> {
  for (let i = 0; i < many; i += 1) await s.pass(HOUR);
}

const changed = (s: RoadScene, id: string, low: number) =>
  s.record("strike.changed", { ...strike({ id, date: dateOf(s, id) }), figures: [killed(low)] }, { why: updated });

function dateOf(s: RoadScene, id: string): string {
  const content = s.store.head("strike", id)?.content;
  if (content === undefined || !("date" in content) || typeof content.date !== "string") throw new Error("no strike");
  return content.date;
}

async function texts(s: RoadScene): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of s.engine.namespace("marks").scan("shown-")) {
    if (!key.startsWith("shown-")) break;
    keys.push(key);
  }
  return keys;
}

describe("what is let go of", () => {
  it("is what the clock told 430 days ago, with its texts; the channel's last words of curfews stay three years", async () => {
    const s = await told();
    await s.declare("d1", 3);
    await hours(s, 80);
    await s.pass(100 * DAY);
    await s.declare("d2", 2);
    await hours(s, 60);
    const before = await s.rows();
    await s.pass(ROWS_FOR - 110 * DAY);
    await s.prune();
    expect(await s.rows()).toHaveLength(before.length);
    await s.pass(115 * DAY);
    await s.prune();
    // Of the first decree nothing is left, of the second, told last, all that anybody read.
    const left = await s.rows();
    expect(left.map(({ id }) => id)).toEqual(
      before
        .filter(({ dueAt, edits }) => edits === undefined && dueAt > (before[0]?.dueAt ?? 0) + 50 * DAY)
        .map(({ id }) => id),
    );
    const shown = new Set(left.flatMap(({ parts }) => parts.map((part) => `shown-${part.shown}`)));
    expect(new Set(await texts(s))).toEqual(shown);
    await s.pass(TOLD_FOR);
    await s.prune();
    expect(await kinds(s)).toEqual([]);
    expect(await texts(s)).toEqual([]);
    await s.restart();
    expect(s.road.ledger.told.of(CHANNELS[0] ?? "")).toEqual([]);
    expect(s.broken).toEqual([]);
  });

  it("is never what is undecided, however old", async () => {
    const s = await told();
    s.answers.push(async () => ({ is: "never", why: "forbidden", closes: true }));
    await s.declare("d1", 2);
    await s.road.courier.stop();
    await s.declare("d2", 2);
    const stood = (await s.rows()).map(({ alert, state }) => `${alert.kind} ${state}`);
    expect(stood).toEqual(
      expect.arrayContaining(["curfew.declared held", "curfew.declared sent", "curfew.declared planned"]),
    );
    const undecided = (await s.rows()).filter(({ state }) => state !== "sent").map(({ id }) => id);
    s.hand.set(s.hand.clock.now() + 5000 * DAY);
    s.hand.pass(5000 * DAY);
    await s.prune();
    // What was sent beside it is gone: it was looked at, and old enough.
    expect((await s.rows()).map(({ id }) => id)).toEqual(undecided);
    const [held] = s.road.ledger.waiting().flatMap((one) => s.road.ledger.of(one));
    if (held === undefined) throw new Error("nothing waits");
    await expect(s.road.ledger.forget([held])).rejects.toThrow(/undecided/);
    expect((await s.rows()).map(({ id }) => id)).toEqual(undecided);
    expect(s.broken).toEqual([]);
  });

  it("is a strike's story three years after its last word, as a whole; then a change is told nowhere", async () => {
    const s = await told();
    await s.strike("s1");
    await s.strike("s2");
    await s.pass(2 * 365 * DAY);
    await changed(s, "s1", 4);
    const posts = s.posts.length;
    await s.pass(2 * 365 * DAY);
    await s.prune();
    // Of s2 nothing was said for four years; of s1 the change two years ago keeps what it answered.
    const subjects = (await s.rows()).map(({ alert }) => ("subject" in alert ? alert.subject : ""));
    expect(new Set(subjects)).toEqual(new Set(["s1"]));
    expect(subjects).toHaveLength(6);
    for (const again of [false, true]) {
      if (again) await s.restart();
      expect(s.road.ledger.toldOf.strike("s2")).toEqual([]);
    }
    const edits = s.edits.length;
    await changed(s, "s2", 9);
    expect(s.posts).toHaveLength(posts);
    await changed(s, "s1", 5);
    expect(s.posts).toHaveLength(posts + 2);
    expect(s.edits.length).toBe(edits + 4);
    expect(s.broken).toEqual([]);
  });

  it("is never the word that a channel's place ended: that is asked for as long as the subscription lives", async () => {
    const s = await told();
    const area = { ...s.store.known().areasById.get("EC-G"), validTo: "2026-02-01" };
    await s.record("area.changed", area, { why: undefined });
    await s.pass(30 * DAY);
    const before = await count(s, "place.changed");
    expect(before).toBeGreaterThan(0);
    const posts = s.posts.length;
    await s.pass(6 * 365 * DAY);
    await s.prune();
    await s.restart();
    await s.pass(HOUR);
    expect(await count(s, "place.changed")).toBe(before);
    expect(s.posts).toHaveLength(posts);
  });
});

describe("a clock that goes back", () => {
  it("by years in a rehearsal finds every row that it told, though it was years ahead", async () => {
    const s = await told();
    await s.declare("d1", 2);
    const hoursOfTheWorld = async () => {
      for (let i = 0; i < 60; i += 1) {
        await s.turn(HOUR);
      }
    };
    await hoursOfTheWorld();
    const stood = s.posts.map(({ nonce }) => nonce);
    const rows = await s.rows();
    await s.turn(5 * 365 * DAY);
    s.hand.pass(2 * HOUR);
    await s.prune();
    await s.turn(-5 * 365 * DAY - 60 * HOUR);
    await hoursOfTheWorld();
    expect(s.posts.map(({ nonce }) => nonce)).toEqual(stood);
    expect((await s.rows()).map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
  });

  it("by more than is looked back, in the world, tells nothing again of which the rows are gone", async () => {
    const s = await told();
    await s.declare("d1", 2);
    await hours(s, 60);
    const { length } = s.posts;
    await s.pass(20 * DAY);
    await s.declare("d2", 1);
    await hours(s, 40);
    const all = s.posts.map(({ nonce }) => nonce);
    await s.pass(ROWS_FOR + 5 * DAY);
    await s.prune();
    expect((await s.rows()).length).toBeLessThan(all.length);
    await s.restart();
    // Over the first decree's nights, whose rows are gone.
    await s.turn(-ROWS_FOR - 30 * DAY);
    for (let i = 0; i < 80; i += 1) await s.turn(HOUR);
    expect(length).toBeGreaterThan(0);
    expect(s.posts.map(({ nonce }) => nonce)).toEqual(all);
  });
});

describe("a pass", () => {
  it("begins once an hour at most, goes on batch by batch, and begins anew after the program was ended in it", async () => {
    const s = await told();
    for (let i = 0; i < 24; i += 1) {
      await s.declare(`d${i}`, 1);
      await hours(s, 20);
      // Past what Told holds, so that all but the last go.
      await s.pass(9 * DAY);
    }
    const all = (await s.rows()).length;
    await s.pass(ROWS_FOR);
    await s.road.prune.step();
    await s.restart();
    await s.prune();
    const left = (await s.rows()).length;
    expect(left).toBeLessThan(all / 4);
    await s.pass(20 * MINUTE);
    await s.road.prune.step();
    expect(s.road.prune.rests).toBe(true);
    await s.pass(HOUR);
    await s.road.prune.step();
    expect(s.road.prune.rests).toBe(false);
    await s.prune();
    expect((await s.rows()).length).toBe(left);
  });
});

type Step =
  | { is: "declare"; nights: number }
  | { is: "strike" }
  | { is: "change"; of: number; low: number }
  | { is: "pass"; hours: number }
  | { is: "long"; days: number }
  | { is: "back"; days: number }
  | { is: "restart" };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ is: fc.constant("declare" as const), nights: fc.integer({ min: 1, max: 4 }) }),
  fc.constant({ is: "strike" as const }),
  fc.record({ is: fc.constant("change" as const), of: fc.nat(3), low: fc.integer({ min: 4, max: 9 }) }),
  fc.record({ is: fc.constant("pass" as const), hours: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ is: fc.constant("long" as const), days: fc.integer({ min: 100, max: 300 }) }),
  fc.record({ is: fc.constant("back" as const), days: fc.integer({ min: 1, max: 25 }) }),
  fc.constant({ is: "restart" as const }),
);

/** Nights that are over and a strike, and time for them to grow old. */
const before: readonly Step[] = [
  { is: "strike" },
  { is: "declare", nights: 1 },
  { is: "pass", hours: 40 },
  { is: "long", days: 280 },
  { is: "declare", nights: 1 },
  { is: "pass", hours: 40 },
];

async function play(
  steps: readonly Step[],
  prunes: boolean,
): Promise<{ posts: unknown; edits: unknown; gone: boolean }> {
  const s = await told();
  const strikes: string[] = [];
  let most = 0;
  let gone = false;
  /** Past three years a change of a strike is told nowhere: that is another test's. */
  let left = TOLD_FOR / DAY - 60;
  for (const [i, one] of steps.entries()) {
    if (one.is === "declare") await s.declare(`d${i}`, one.nights);
    if (one.is === "strike") await s.strike(strikes[strikes.push(`s${i}`) - 1] ?? "");
    const subject = one.is === "change" ? strikes[one.of % Math.max(1, strikes.length)] : undefined;
    if (one.is === "change" && subject !== undefined) await changed(s, subject, one.low);
    if (one.is === "pass") await hours(s, one.hours);
    if (one.is === "long" && one.days < left) {
      left -= one.days;
      await s.pass(one.days * DAY);
    }
    if (one.is === "back") {
      await s.turn(-one.days * DAY);
      await hours(s, 12);
    }
    if (one.is === "restart") await s.restart();
    if (!prunes) continue;
    const { length } = await s.rows();
    most = Math.max(most, length);
    await s.prune();
    gone ||= (await s.rows()).length < most;
  }
  expect(s.broken).toEqual([]);
  return { posts: s.posts, edits: s.edits, gone };
}

describe("whatever happens", () => {
  it("channels read the same with pruning as without", async () => {
    let pruned = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
        const story: Step[] = [...before, ...steps, { is: "change", of: 0, low: 7 }];
        const [kept, pruning] = [await play(story, false), await play(story, true)];
        if (pruning.gone) pruned += 1;
        expect(pruning.posts).toEqual(kept.posts);
        expect(pruning.edits).toEqual(kept.edits);
      }),
      { numRuns: 12, seed: 7 },
    );
    // Otherwise it compared nothing with nothing.
    expect(pruned).toBeGreaterThan(3);
  });
});
