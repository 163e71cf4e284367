// The tick over the shipped data: what it plans, when it says late, and what it refuses to believe.
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Delivery } from "../../src/domain/delivery.ts";
import type { Curfew } from "../../src/domain/curfew.ts";
import { instant } from "../../src/domain/time.ts";
import { dataset } from "../../src/importers/dataset/index.ts";
import { take } from "../../src/importers/take.ts";
import { FactStore } from "../../src/store/store.ts";
import { handClock, memoryEngine } from "../support.ts";
import { channel, type Ticking, ticking } from "./ticking.ts";

const DATA = join(import.meta.dirname, "..", "..", "data");
const PROVINCES = ["EC-G", "EC-O", "EC-R", "EC-SD"];
let store: FactStore;

beforeAll(async () => {
  store = await FactStore.open((await memoryEngine()).namespace("facts"), handClock("2026-11-23T12:00:00-05:00").clock);
  await take(dataset(DATA), store, [], instant("2026-11-23T12:00:00-05:00"));
});

const scene = (at: string, options: Partial<Ticking> = {}) => ticking(at, { from: store, ...options });

const summary = (row: Delivery) =>
  `${row.alert.kind} ${new Date(row.dueAt - 5 * 3_600_000).toISOString().slice(0, 16)} ${[...row.shown].sort().join()} ${row.state}${row.lateBy === undefined ? "" : ` +${row.lateBy / 60_000}`}`;

describe("the tick", () => {
  it("plans nothing at the first start: what was before is not owed to anyone", async () => {
    const s = await scene("2026-03-20T12:00:00-05:00");
    expect(await s.rows()).toEqual([]);
  });

  it("plans one begin and one end for each of the sixteen nights, for the four provinces, and nothing else", async () => {
    const s = await scene("2026-03-15T22:00:00-05:00");
    // Every minute around five and eleven, every nine minutes else: a curfew's edge anywhere would still be planned, as late.
    await s.minutes("2026-03-15T22:01:00-05:00", "2026-04-01T12:00:00-05:00", 9);
    const rows = await s.rows();
    expect(rows.filter((row) => row.alert.kind === "curfew.began")).toHaveLength(16);
    expect(rows.filter((row) => row.alert.kind === "curfew.ended")).toHaveLength(16);
    expect(rows).toHaveLength(32);
    expect(
      rows.every(
        (row) =>
          [...row.shown].sort().join() === PROVINCES.join() && row.state === "planned" && row.lateBy === undefined,
      ),
    ).toBe(true);
    const last = rows.at(-1)?.alert;
    expect(last?.kind === "curfew.ended" && last.groups.map((group) => [group.followedBy, group.next])).toEqual([
      ["unknown", undefined],
    ]);
    const first = rows[1]?.alert;
    expect(first?.kind === "curfew.ended" && first.groups.map((group) => group.followedBy)).toEqual(["notInForce"]);
  }, 60_000);

  it("plans the same minute twice as one, also after a restart", async () => {
    const s = await scene("2026-03-15T22:58:00-05:00");
    await s.tick("2026-03-15T23:00:00-05:00");
    await s.restart();
    await s.tick("2026-03-15T22:59:00-05:00");
    await s.tick("2026-03-15T23:00:30-05:00");
    expect((await s.rows()).map(summary)).toEqual([`curfew.began 2026-03-15T23:00 ${PROVINCES.join()} planned`]);
  });

  it("shows a channel only the areas it follows", async () => {
    const s = await scene("2026-03-15T22:58:00-05:00", {
      audience: [channel("1", ["EC-0901"]), channel("2", ["EC-P"]), channel("3", ["EC-G", "EC-P"])],
    });
    await s.tick("2026-03-15T23:00:00-05:00");
    expect((await s.rows()).map((row) => row.shown.join()).sort()).toEqual(["EC-0901", "EC-G"]);
  });

  it("after an outage tells of what still holds, marked late", async () => {
    const now = "2026-03-16T01:30:00-05:00";
    const s = await scene("2026-03-15T22:30:00-05:00", { serverTime: async () => instant(now) });
    await s.tick(now);
    expect((await s.rows()).map(summary)).toEqual([`curfew.began 2026-03-15T23:00 ${PROVINCES.join()} planned +150`]);
  });

  it("after an outage sums up what is over in one message, and says of each why it was not sent", async () => {
    const now = "2026-03-17T06:30:00-05:00";
    const s = await scene("2026-03-16T03:30:00-05:00", { serverTime: async () => instant(now) });
    await s.tick(now);
    expect((await s.rows()).map(summary)).toEqual([
      `curfew.ended 2026-03-16T05:00 ${PROVINCES.join()} skipped`,
      `curfew.began 2026-03-16T23:00 ${PROVINCES.join()} skipped`,
      `curfew.ended 2026-03-17T05:00 ${PROVINCES.join()} skipped`,
      `vigia.down 2026-03-17T06:30 ${PROVINCES.join()} planned`,
    ]);
    const down = (await s.rows()).at(-1)?.alert;
    expect(down?.kind === "vigia.down" && down.missed.map((one) => one.kind)).toEqual([
      "curfew.ended",
      "curfew.began",
      "curfew.ended",
    ]);
  });

  it("believes no step of the clock over ten minutes that Discord does not confirm", async () => {
    let server: number | undefined = instant("2026-03-15T22:31:00-05:00");
    const s = await scene("2026-03-15T22:30:00-05:00", { serverTime: async () => server });
    expect(await s.tick("2026-03-16T02:00:00-05:00")).toEqual({ did: "waited", why: "clock-not-confirmed" });
    expect(s.lines.filter((line) => line.level === "error")).toHaveLength(1);
    server = undefined;
    expect(await s.tick("2026-03-16T02:01:00-05:00")).toEqual({ did: "waited", why: "discord-does-not-answer" });
    expect(await s.rows()).toEqual([]);
    await s.minutes("2026-03-15T22:32:00-05:00", "2026-03-15T23:00:00-05:00");
    expect((await s.rows()).map(summary)).toEqual([`curfew.began 2026-03-15T23:00 ${PROVINCES.join()} planned`]);
  });

  it("follows the clock back and tells nothing twice", async () => {
    const s = await scene("2026-03-15T22:58:00-05:00");
    await s.minutes("2026-03-15T22:59:00-05:00", "2026-03-15T23:05:00-05:00");
    expect(await s.tick("2026-03-15T22:00:00-05:00")).toEqual({ did: "went-back" });
    await s.minutes("2026-03-15T22:01:00-05:00", "2026-03-15T23:05:00-05:00");
    expect(await s.rows()).toHaveLength(1);
  });

  it("sums up an outage once, also when it is planned again after a crash or a clock that went back", async () => {
    const later = ["2026-03-16T06:30:00-05:00", "2026-03-16T06:31:00-05:00"] as const;
    let server = instant(later[0]);
    const s = await scene("2026-03-16T03:30:00-05:00", { serverTime: async () => server });
    await s.failWatermark(() => s.tick(later[0]));
    await s.restart();
    server = instant(later[1]);
    await s.tick(later[1]);
    await s.tick("2026-03-16T03:40:00-05:00");
    server = instant("2026-03-16T06:40:00-05:00");
    await s.tick("2026-03-16T06:40:00-05:00");
    expect((await s.rows()).filter((row) => row.alert.kind === "vigia.down")).toHaveLength(1);
  });

  it("does not call an end missed that was planned before the crash", async () => {
    const now = "2026-03-16T05:00:00-05:00";
    const s = await scene("2026-03-16T04:59:00-05:00");
    await s.failWatermark(() => s.tick(now));
    await s.restart();
    await s.tick("2026-03-16T05:04:00-05:00");
    expect((await s.rows()).map(summary)).toEqual([`curfew.ended 2026-03-16T05:00 ${PROVINCES.join()} planned`]);
  });

  it("after an outage tells as running only what still runs, where one begin has two ends", async () => {
    const engine = await memoryEngine();
    const own = await FactStore.open(engine.namespace("facts"), handClock("2027-01-09T12:00:00-05:00").clock);
    await take(dataset(DATA), own, [], instant("2027-01-09T12:00:00-05:00"));
    const hours = (end: string, area: string): Curfew["rules"][number] => ({
      start: "23:00",
      end,
      areas: [area],
      areasPartial: false,
    });
    const curfew: Curfew = {
      id: "two-ends",
      country: "EC",
      title: { en: "x", es: "x" },
      authority: { en: "x", es: "x" },
      declared: "2027-01-09",
      firstNight: "2027-01-10",
      lastNight: "2027-01-10",
      zone: "America/Guayaquil",
      rules: [hours("02:00", "EC-G"), hours("05:00", "EC-P")],
      exceptions: [],
      amendments: [],
      enforcement: [],
      disputed: [],
      notes: [],
      sources: [{ publisher: "x" }],
      confidence: "high",
    };
    await own.record([{ kind: "curfew.declared", subject: curfew.id, content: curfew }], "person");
    const now = "2027-01-11T03:30:00-05:00";
    const s = await scene("2027-01-10T22:30:00-05:00", { serverTime: async () => instant(now), from: own });
    await s.tick(now);
    expect((await s.rows()).map(summary)).toEqual([
      "curfew.began 2027-01-10T23:00 EC-P planned +270",
      "curfew.ended 2027-01-11T02:00 EC-G skipped",
      "vigia.down 2027-01-11T03:30 EC-G planned",
    ]);
  });
});
