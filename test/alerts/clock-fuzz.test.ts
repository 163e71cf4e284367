// Whatever happens to the machine's clock, the program and Discord: in the end each begin and each end was told once in each channel, by itself or in a summary, what was
// late said so, and nothing was told by a clock that stood wrong. What is expected is written down here by hand.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Delivery } from "../../src/domain/delivery.ts";
import { DAY, HOUR, instant, MINUTE, type Millis } from "../../src/domain/time.ts";
import { curfew } from "../domain/fixtures.ts";
import { CHANNEL, machine } from "./clock-scene.ts";

const OTHER = "900000000000000002";
const ec = (text: string): Millis => instant(`${text}:00-05:00`);

/** One night of another, two of another still; across a leap day, a month's end and a year's end. */
const STAGES = [
  { begin: "2028-02-28T21:00", month: "2028-02" },
  { begin: "2027-12-31T21:00", month: "2027-12" },
] as const;
const nightsOf = (stage: (typeof STAGES)[number]) =>
  stage.month === "2028-02"
    ? [
        curfew("a", [{ start: "22:00", end: "04:00", areas: ["EC-G"] }], {
          firstNight: "2028-02-28",
          lastNight: "2028-02-29",
        }),
        curfew("b", [{ start: "23:30", end: "02:00", areas: ["EC-R"] }], {
          firstNight: "2028-02-29",
          lastNight: "2028-02-29",
        }),
      ]
    : [
        curfew("a", [{ start: "22:00", end: "04:00", areas: ["EC-G"] }], {
          firstNight: "2027-12-31",
          lastNight: "2028-01-01",
        }),
      ];
const EDGES: Record<string, readonly (readonly ["curfew.began" | "curfew.ended", Millis])[]> = {
  "2028-02": [
    ["curfew.began", ec("2028-02-28T22:00")],
    ["curfew.ended", ec("2028-02-29T04:00")],
    ["curfew.began", ec("2028-02-29T22:00")],
    ["curfew.began", ec("2028-02-29T23:30")],
    ["curfew.ended", ec("2028-03-01T02:00")],
    ["curfew.ended", ec("2028-03-01T04:00")],
  ],
  "2027-12": [
    ["curfew.began", ec("2027-12-31T22:00")],
    ["curfew.ended", ec("2028-01-01T04:00")],
    ["curfew.began", ec("2028-01-01T22:00")],
    ["curfew.ended", ec("2028-01-02T04:00")],
  ],
};

type Op =
  | { is: "run" | "off" | "sleep"; for: Millis }
  | { is: "jump"; by: Millis }
  | { is: "right" | "restart" | "down" | "up" | "wake" };
const minutes = (max: number) => fc.integer({ min: 1, max }).map((n) => n * 5 * MINUTE);
const op: fc.Arbitrary<Op> = fc.oneof(
  { weight: 5, arbitrary: minutes(48).map((length): Op => ({ is: "run", for: length })) },
  { weight: 1, arbitrary: minutes(100).map((length): Op => ({ is: "off", for: length })) },
  { weight: 1, arbitrary: minutes(60).map((length): Op => ({ is: "sleep", for: length })) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom(1, -1), fc.constantFrom(9 * MINUTE, 11 * MINUTE, HOUR, 7 * HOUR, DAY, 366 * DAY))
      .map(([way, size]): Op => ({ is: "jump", by: way * size })),
  },
  { weight: 3, arbitrary: fc.constantFrom<Op>({ is: "right" }) },
  { weight: 3, arbitrary: fc.constantFrom<Op>({ is: "restart" }, { is: "down" }, { is: "up" }, { is: "wake" }) },
);

/** How far a clock may be wrong without anybody noticing: two minutes at the last confirmation, ten since. */
const UNSEEN = 12 * MINUTE;

async function play(stage: (typeof STAGES)[number], ops: readonly Op[]) {
  const s = await machine(`${stage.begin}:00-05:00`, nightsOf(stage), {
    step: 5 * MINUTE,
    channels: [CHANNEL, OTHER],
  });
  for (const one of ops) {
    if (one.is === "run") await s.run(one.for);
    else if (one.is === "off") await s.off(one.for);
    else if (one.is === "sleep") s.sleep(one.for);
    else if (one.is === "jump") s.jump(one.by);
    else if (one.is === "right") s.right();
    else if (one.is === "restart") await s.restart();
    else if (one.is === "wake") {
      s.pass(70_000);
      await s.settle();
    } else s.state.discord = one.is === "up";
  }
  s.right();
  s.state.discord = true;
  await s.run(20 * MINUTE);
  return s;
}

/** What a channel was told, of each edge how often. */
function toldIn(rows: readonly Delivery[], channel: string): string[] {
  return rows
    .filter((row) => row.destination === channel && row.state === "sent")
    .flatMap(({ alert }) => {
      if (alert.kind === "vigia.down") return alert.missed.map(({ kind, at }) => `${kind} ${at}`);
      return alert.kind === "curfew.began" || alert.kind === "curfew.ended" ? [`${alert.kind} ${alert.at}`] : [];
    });
}

describe("any order of steps, starts, sleeps and outages", () => {
  it("tells each begin and end once in each channel, and none while the clock is wrong", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...STAGES),
        fc.array(op, { minLength: 4, maxLength: 18 }),
        async (stage, ops) => {
          const s = await play(stage, ops);
          expect(s.broken).toEqual([]);
          const rows = await s.rows();
          const edges = EDGES[stage.month] ?? [];
          for (const channel of [CHANNEL, OTHER]) {
            const posted = s.posted.filter((one) => one.channel === channel);
            expect(posted.filter(({ skew }) => Math.abs(skew) > UNSEEN)).toEqual([]);
            expect(new Set(posted.map(({ nonce }) => nonce)).size).toBe(posted.length);
            expect(rows.filter((row) => row.destination === channel && row.state === "sent")).toHaveLength(
              posted.length,
            );
            const told = toldIn(rows, channel);
            expect([...new Set(told)].sort()).toEqual([...told].sort());
            const owed = edges.filter(([, at]) => at <= s.state.world - UNSEEN).map(([kind, at]) => `${kind} ${at}`);
            const may = edges.filter(([, at]) => at <= s.state.world + UNSEEN).map(([kind, at]) => `${kind} ${at}`);
            expect(told).toEqual(expect.arrayContaining(owed));
            expect(may).toEqual(expect.arrayContaining(told));
            for (const row of rows) late(row, posted);
          }
        },
      ),
      { numRuns: 40 },
    );
  }, 120_000);
});

/** What came long after its time says so. */
function late({ alert, parts }: Delivery, posted: Awaited<ReturnType<typeof play>>["posted"]) {
  if (alert.kind !== "curfew.began" && alert.kind !== "curfew.ended") return;
  const shown = posted.find(({ nonce }) => nonce === parts[0]?.nonce);
  if (shown === undefined) return;
  expect(shown.at - alert.at).toBeGreaterThan(-UNSEEN);
  if (shown.at - alert.at > 2 * UNSEEN) expect(shown.text).toMatch(/This notice is .* late/);
}
