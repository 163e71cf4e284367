// The real program, killed before and after every write and every request of an alert's path, once each; at the end its channel shows what it owes. And the
// count itself: what it calls lost, doubled, late, unfinished. The seeded kills of all scenarios are `npm run chaos`.
import { beforeAll, describe, expect, it } from "vitest";
import { counted, type Seen, standsAll } from "../../chaos/count.ts";
import { requestName, Transaction } from "../../chaos/names.ts";
import { drawing, planOf } from "../../chaos/plan.ts";
import type { Owed } from "../../chaos/scenario.ts";
import { inWorker } from "../../chaos/workers.ts";
import { built } from "../process/program.ts";

const POST = "POST /channels/:id/messages";
const LOOK = "GET /channels/:id/messages";
const EDIT = "PATCH /channels/:id/messages/:id";
const ANSWER = "POST /interactions/:id/:token/callback";
const QUIET = { targets: [], any: [], away: [0] };
/** So long that no nonce is trusted: then it looks into the channel before it posts. */
const AWAY = 200_000;
/** Long enough for us to look, and Discord still knows the nonce. */
const SHORT = 70_000;

const CLOCK = [
  "write deliveries curfew.began planned",
  "write marks planned-until",
  "write marks shown",
  "write deliveries curfew.began planned -> sending",
  POST,
  LOOK,
  "write deliveries curfew.began sending -> sending not there",
  "write deliveries curfew.began sending -> sending posted",
  "write deliveries curfew.began sending -> sent",
];
const FORM = [
  "write facts strike.recorded",
  "write marks planned-facts",
  "write deliveries strike.recorded planned",
  "write deliveries strike.changed (edit) planned + deliveries strike.changed planned",
  "write deliveries strike.changed (edit) planned -> sending posted",
  EDIT,
  "write deliveries strike.changed (edit) sending -> sent",
  ANSWER,
];
/** That a post stands and all is done is one write, and it is not met twice: who dies before it finds its post, and has other writes to make. */
const DONE = "write deliveries strike.recorded sending -> sent posted";
const DONE_TOO = "write deliveries strike.changed sending -> sent posted";
const bothOf = (names: readonly string[]) => names.flatMap((name) => [`before ${name}`, `after ${name}`]).toSorted();
const whole = (names: readonly string[]) => names.map((name) => `${name}$`);

describe("the program, killed at every step of the path", () => {
  beforeAll(() => built(), 120_000);

  it("loses nothing, doubles nothing and finishes every change", async () => {
    const awayAt = { [`before ${POST}`]: SHORT, [`after ${POST}`]: AWAY };
    const [clock, form] = await Promise.all([
      inWorker("path-clock", { ...QUIET, awayAt, every: whole(CLOCK) }),
      inWorker("path-form", {
        ...QUIET,
        every: whole([...FORM, DONE]),
        targets: [{ name: DONE_TOO, nth: 1, when: "after" }],
      }),
    ]);
    for (const [result, deaths] of [
      [clock, bothOf(CLOCK)],
      [form, [...bothOf(FORM), `before ${DONE}`, `after ${DONE_TOO}`].toSorted()],
    ] as const) {
      const { owed } = result.counted;
      const none = { lost: [], doubled: [], lateUnmarked: [], incomplete: [], odd: [] };
      expect({ ...result.counted, broken: result.broken }).toEqual({ owed, shown: owed, ...none, broken: [] });
      expect(result.kills.map(({ point }) => point).toSorted()).toEqual(deaths);
    }
    // Looked for twice and posted once: the first time it was not there, the second time it was.
    expect(clock.kills.filter(({ away }) => away > 0)).toHaveLength(2);
    expect(clock.passed[POST]).toBe(2);
  }, 600_000);
});

const due = "2026-03-16T23:00:00-05:00";
const at = Date.parse(due);
const owed: readonly Owed[] = [
  { in: "a", id: "begin", says: ["CHANGED", "~~NOW"], first: ["NOW"], due },
  { in: "a", says: ["CHANGED", "until 03:00"], answers: "begin", due },
  { in: "b", says: ["OVER"], due },
];
const one = (id: string, text: string, more: Partial<Seen> = {}): Seen => ({ id, text: `${text}\nfoot`, at, ...more });
type Channels = Readonly<Record<string, Seen[]>>;
const right: Channels = {
  a: [one("1", "CHANGED\n~~NOW~~"), one("2", "CHANGED until 03:00", { answers: "1" })],
  b: [one("3", "OVER")],
};
const countOf = (channels: Channels) => counted(owed, (channel) => channels[channel] ?? [], ["a", "b", "c"]);
const [begin, answer] = right["a"] ?? [];
if (begin === undefined || answer === undefined) throw new Error("no scene");

describe("the count", () => {
  const none = { owed: 3, shown: 3, lost: [], doubled: [], lateUnmarked: [], incomplete: [], odd: [] };
  it("finds nothing where all is as it should be", () => {
    expect(countOf(right)).toEqual(none);
    expect(standsAll(owed, (channel) => right[channel] ?? [], true)).toBe(true);
  });

  it.each<["lost" | "doubled" | "lateUnmarked" | "incomplete" | "odd", Channels, string]>([
    ["lost", { ...right, b: [] }, "OVER"],
    ["lost", { ...right, b: [], a: [begin, answer, one("9", "OVER")] }, "OVER"],
    ["doubled", { ...right, b: [one("3", "OVER"), one("4", "OVER")] }, "#b: OVER"],
    [
      "doubled",
      { ...right, b: [one("3", "OVER #7K3Q-9M2D")], c: [one("5", "x\n#7K3Q-9M2D"), one("6", "x\n#7K3Q-9M2D")] },
      "",
    ],
    ["lateUnmarked", { ...right, b: [one("3", "OVER", { at: at + 121_000 })] }, "OVER"],
    ["incomplete", { ...right, a: [one("1", "NOW"), answer] }, "CHANGED"],
    ["incomplete", { ...right, a: [begin, one("2", "CHANGED until 03:00")] }, "until 03:00"],
    ["incomplete", { ...right, a: [begin, one("2", "CHANGED until 03:00", { answers: "3" })] }, "until 03:00"],
    ["odd", { ...right, c: [one("7", "good morning")] }, "good morning"],
    ["odd", { ...right, b: [one("3", "OVER (this notice is 5 min late)")] }, "late and is not"],
  ])("calls %s what is", (what, channels, words) => {
    const found = countOf(channels);
    if (words !== "") expect(found[what]).toEqual([expect.stringContaining(words)]);
    else expect([...found.doubled, ...found.odd]).not.toEqual([]);
    expect(
      standsAll(owed, (channel) => (what === "lost" || what === "incomplete" ? channels : right)[channel] ?? [], true),
    ).toBe(what !== "lost" && what !== "incomplete");
  });

  it("asks of what is late that it says so", () => {
    const late = [one("3", "OVER (this notice is 5 min late)", { at: at + 300_000 })];
    expect(countOf({ ...right, b: late })).toEqual(none);
    const owedLate = owed.map((row) => (row.in === "b" ? { ...row, late: true as const } : row));
    expect(counted(owedLate, (channel) => right[channel] ?? [], ["a", "b"]).lateUnmarked).toHaveLength(1);
  });
});

describe("what may come", () => {
  const may = [...owed, { in: "c", says: ["hello"], due, may: true as const }];
  const found = (c: Seen[]) => counted(may, (channel) => ({ ...right, c })[channel] ?? [], ["a", "b", "c"]);

  it("is missed by nobody, and stands there once", () => {
    expect(found([])).toMatchObject({ owed: 3, lost: [], odd: [], lateUnmarked: [] });
    expect(found([one("8", "hello", { at: at + 300_000 })])).toMatchObject({ owed: 4, odd: [], lateUnmarked: [] });
    expect(found([one("8", "hello"), one("9", "hello")]).doubled).toHaveLength(1);
    expect(standsAll(may, (channel) => right[channel] ?? [], true)).toBe(true);
  });
});

describe("a plan", () => {
  it("follows from its seed, and another seed gives another", () => {
    const passed: Record<string, number> = { "write lease": 3, [POST]: 9, "write facts strike.recorded": 1 };
    expect(planOf(7, passed, 9)).toEqual(planOf(7, passed, 9));
    expect(planOf(7, passed, 9)).not.toEqual(planOf(8, passed, 9));
    for (let seed = 0; seed < 50; seed += 1) {
      const plan = planOf(seed, passed, 9);
      expect(plan.targets.every(({ name, nth }) => nth >= 1 && nth <= (passed[name] ?? 0))).toBe(true);
      expect(plan.targets.every(({ name, when }) => when !== "during" || !name.startsWith("write"))).toBe(true);
      expect(plan.away.reduce((sum, ms) => sum + ms, 0)).toBeLessThan(300_000);
    }
    const draw = drawing(1);
    const drawn = Array.from({ length: 1_000 }, () => draw());
    expect(drawn.every((each) => each >= 0 && each < 1)).toBe(true);
    expect(new Set(drawn).size).toBeGreaterThan(990);
  });
});

describe("the name of a point", () => {
  it("tells a request by what it asks for, without ids and secrets", () => {
    const root = "http://127.0.0.1:1/api/v10";
    expect(requestName("POST", `${root}/channels/900000000000000001/messages`)).toBe(POST);
    expect(requestName("POST", `${root}/interactions/900000000000000001/aW50ZXI/callback`)).toBe(ANSWER);
    expect(requestName("GET", `${root}/channels/900000000000000001/messages?after=1&limit=100`)).toBe(LOOK);
  });

  it("tells a row by where it comes from and where it goes", () => {
    const transaction = new Transaction();
    const row = (state: string, parts: object[] = [], attempts: object[] = []) =>
      JSON.stringify({ value: { state, alert: { kind: "curfew.began" }, attempts, parts } });
    const write = (...what: Parameters<typeof row>) => {
      transaction.begin();
      transaction.wrote("UPDATE rows SET value = ?", [row(...what), "deliveries", "k", 1], 1);
      const [one] = transaction.end();
      return one;
    };
    expect(write("planned")?.name).toBe("write deliveries curfew.began planned");
    expect(write("sending")).toEqual({
      name: "write deliveries curfew.began planned -> sending",
      rows: [{ key: "k", state: "sending" }],
    });
    expect(write("sending", [{ messageId: "1" }])?.name).toBe(
      "write deliveries curfew.began sending -> sending posted",
    );
    transaction.read({ key: "k", value: row("unsure") });
    expect(write("sending", [], [{ cleared: true }, {}])?.name).toBe(
      "write deliveries curfew.began unsure -> sending not there",
    );
    transaction.begin();
    expect(transaction.end()).toEqual([]);
    // Three of one moment; the second is taken back, and its row comes from where it came from before.
    transaction.begin();
    for (const [state, stays] of [
      ["unsure", true],
      ["parked", false],
      ["sent", true],
    ] as const) {
      transaction.mark();
      transaction.wrote("UPDATE rows SET value = ?", [row(state), "deliveries", "k", 1], 1);
      if (!stays) transaction.undo();
    }
    expect(transaction.end().map(({ name }) => name)).toEqual([
      "write deliveries curfew.began sending -> unsure",
      "write deliveries curfew.began unsure -> sent",
    ]);
  });
});
