// Lapses and returns of knowledge as channels are told of them: over the data that ships, and over checks made by hand. Seen in the ledger's rows.
import { describe, expect, it } from "vitest";
import type { Delivery } from "../../../src/domain/delivery.ts";
import { HOUR, MINUTE } from "../../../src/domain/time.ts";
import { channel, ec, knowledgeScene } from "./knowledge-scene.ts";

const when = (at: number) => new Date(at - 5 * HOUR).toISOString().slice(0, 16);
const short = ({ alert, plannedAt, loud, destination, state }: Delivery) =>
  `${when(plannedAt)} ${alert.kind} ${destination.slice(-1)} ${loud ? "loud" : "silent"} ${state}`;
const FOUR = ["EC-G", "EC-R", "EC-SD", "EC-O"];

describe("a lapse over the shipped data", () => {
  it("is told at once and loud where a curfew is declared for a followed place, after two hours and silently elsewhere", async () => {
    const bot = await knowledgeScene("2026-03-20T05:30", {
      audience: [channel("1", ["EC"]), channel("2", ["EC-P"]), channel("3", ["EC-G"])],
    });
    await bot.play("2026-03-20T10:00");
    const rows = await bot.told("knowledge.lapsed");
    expect(rows.map(short)).toEqual([
      "2026-03-20T06:15 knowledge.lapsed 1 loud planned",
      "2026-03-20T08:15 knowledge.lapsed 2 silent planned",
    ]);
    const [whole, one] = rows;
    expect(whole?.alert.kind === "knowledge.lapsed" && whole.alert.areas).toHaveLength(20);
    expect(whole?.shown.some((area) => FOUR.includes(area))).toBe(false);
    expect(one?.shown).toEqual(["EC-P"]);
    expect(rows.every((row) => row.lateBy === undefined && row.reason === "in-time")).toBe(true);
  });

  it("is no lapse at the midnights before, though each day is known only as it comes", async () => {
    const bot = await knowledgeScene("2026-03-12T23:30");
    await bot.play("2026-03-16T05:59", 10);
    expect(await bot.told("knowledge.lapsed", "knowledge.restored")).toEqual([]);
    await bot.play("2026-03-16T06:00");
    expect((await bot.told("knowledge.lapsed")).map(short)).toEqual([
      "2026-03-16T06:00 knowledge.lapsed 1 loud planned",
    ]);
  });

  it("is known again at midnight of the 20th, silently, and lapses once more in the morning", async () => {
    const bot = await knowledgeScene("2026-03-16T05:30");
    await bot.play("2026-03-20T09:00", 5);
    expect((await bot.told("knowledge.lapsed", "knowledge.restored")).map(short)).toEqual([
      "2026-03-16T06:00 knowledge.lapsed 1 loud planned",
      "2026-03-20T00:00 knowledge.restored 1 silent planned",
      "2026-03-20T06:15 knowledge.lapsed 1 loud planned",
    ]);
  });

  it("says nothing beside the end of the last night, which says it itself; what was never told comes back unsaid", async () => {
    const bot = await knowledgeScene("2026-03-31T04:50", { audience: [channel("1", ["EC-G"])] });
    await bot.play("2026-03-31T09:00");
    expect((await bot.told("curfew.ended", "knowledge.lapsed")).map(short)).toEqual([
      "2026-03-31T05:00 curfew.ended 1 loud planned",
    ]);
    await bot.check(["EC-G"], "2026-03-31T09:00");
    await bot.play("2026-03-31T09:10");
    expect((await bot.told("knowledge.restored")).map(short)).toEqual([
      "2026-03-31T09:01 knowledge.restored 1 silent planned",
    ]);
  });

  it("is told late where an outage swallowed the end that would have said it", async () => {
    const bot = await knowledgeScene("2026-03-31T04:50", { audience: [channel("1", ["EC-G"])] });
    await bot.outage("2026-03-31T08:00");
    const [row, ...more] = await bot.told("knowledge.lapsed");
    expect(more).toEqual([]);
    expect(row?.lateBy).toBe(60 * MINUTE);
  });
});

describe("a check made by hand", () => {
  const quiet = { bare: true, audience: [channel("1", ["EC-P"])] };

  it("holds to the minute; a lapse is told two hours later, once, and the return to who was told", async () => {
    const bot = await knowledgeScene("2025-06-01T09:00", quiet);
    await bot.check(["EC"], "2025-06-01T09:00");
    await bot.play("2025-06-02T08:59", 7);
    await bot.play("2025-06-02T11:30");
    expect((await bot.told("knowledge.lapsed")).map(short)).toEqual([
      "2025-06-02T11:00 knowledge.lapsed 1 silent planned",
    ]);
    await bot.restart();
    await bot.again("2025-06-02T10:50", "2025-06-02T11:31");
    await bot.play("2025-06-02T14:00");
    await bot.check(["EC-P"], "2025-06-02T14:00");
    await bot.play("2025-06-02T15:00");
    await bot.again("2025-06-02T13:50", "2025-06-02T15:01");
    expect((await bot.told("knowledge.lapsed", "knowledge.restored")).map(short)).toEqual([
      "2025-06-02T11:00 knowledge.lapsed 1 silent planned",
      "2025-06-02T14:01 knowledge.restored 1 silent planned",
    ]);
  });

  it("is no news when it comes within the two hours", async () => {
    const bot = await knowledgeScene("2025-06-01T09:00", quiet);
    await bot.check(["EC"], "2025-06-01T09:00");
    await bot.play("2025-06-02T10:59");
    await bot.check(["EC"], "2025-06-02T10:59");
    await bot.play("2025-06-02T14:00");
    expect(await bot.told("knowledge.lapsed", "knowledge.restored")).toEqual([]);
  });

  it("brings places back one after the other, each told once", async () => {
    const bot = await knowledgeScene("2025-06-01T09:00", { bare: true, audience: [channel("1", ["EC-P", "EC-A"])] });
    await bot.check(["EC"], "2025-06-01T09:00");
    await bot.play("2025-06-02T11:01");
    // Since before the lapse: then there was none, and who was told of it must hear so.
    await bot.check(["EC-P"], "2025-06-02T12:00", { from: "2025-06-02T08:00" });
    await bot.play("2025-06-02T12:30");
    await bot.check(["EC-A"], "2025-06-02T13:00", { from: "2025-06-02T08:00" });
    await bot.play("2025-06-02T13:30");
    const rows = await bot.told("knowledge.restored");
    expect(rows.map((row) => [short(row), row.shown])).toEqual([
      ["2025-06-02T12:01 knowledge.restored 1 silent planned", ["EC-P"]],
      ["2025-06-02T13:01 knowledge.restored 1 silent planned", ["EC-A"]],
    ]);
  });

  it("tells places that lapsed one after the other and are known again together in one notice", async () => {
    const bot = await knowledgeScene("2025-06-01T09:00", { bare: true, audience: [channel("1", ["EC-P", "EC-A"])] });
    await bot.check(["EC-P"], "2025-06-01T09:00");
    await bot.check(["EC-A"], "2025-06-01T09:00", { hours: 25 });
    await bot.play("2025-06-02T13:00");
    expect((await bot.told("knowledge.lapsed")).map((row) => row.shown)).toEqual([["EC-P"], ["EC-A"]]);
    await bot.check(["EC"], "2025-06-02T13:00");
    await bot.play("2025-06-02T13:10");
    expect((await bot.told("knowledge.restored")).map((row) => [...row.shown].sort())).toEqual([["EC-A", "EC-P"]]);
  });

  it("is not told to who subscribed after the lapse, nor to who follows another place", async () => {
    const bot = await knowledgeScene("2025-06-01T09:00", {
      bare: true,
      audience: [
        channel("1", ["EC-P"], ec("2025-06-02T09:30")),
        channel("2", ["EC-A"]),
        channel("3", ["EC-P"], ec("2025-06-02T09:00")),
      ],
    });
    await bot.check(["EC-P"], "2025-06-01T09:00");
    await bot.play("2025-06-02T12:00");
    expect((await bot.told("knowledge.lapsed")).map(short)).toEqual([
      "2025-06-02T11:00 knowledge.lapsed 3 silent planned",
    ]);
  });

  it("is told late after an outage where it is still so, and not where it is over by then", async () => {
    const bot = await knowledgeScene("2025-06-01T09:00", {
      bare: true,
      audience: [channel("1", ["EC-P"]), channel("2", ["EC-A"])],
    });
    await bot.check(["EC-P", "EC-A"], "2025-06-01T09:00");
    await bot.play("2025-06-02T08:00", 10);
    await bot.check(["EC-A"], "2025-06-02T15:00");
    await bot.outage("2025-06-02T15:30");
    const rows = await bot.told("knowledge.lapsed", "knowledge.restored");
    expect(rows.map(short)).toEqual(["2025-06-02T15:30 knowledge.lapsed 1 silent planned"]);
    expect(rows[0]?.lateBy).toBe(4.5 * HOUR);
  });

  it("of long ago is never told as new, whatever was down meanwhile", async () => {
    const bot = await knowledgeScene("2025-06-01T09:00", { bare: true, audience: [] });
    await bot.check(["EC-P"], "2025-06-01T09:00");
    await bot.play("2025-06-02T12:00", 10);
    bot.audience.push(channel("1", ["EC-P"]));
    await bot.play("2025-06-03T12:00", 10);
    await bot.outage("2025-06-05T12:00");
    expect(await bot.told("knowledge.lapsed")).toEqual([]);
  });

  it("stays remembered however long nothing is known, also where another place lapsed since, and comes back once", async () => {
    const bot = await knowledgeScene("2025-06-01T09:00", { bare: true, audience: [channel("1", ["EC-P", "EC-A"])] });
    await bot.check(["EC-P"], "2025-06-01T09:00");
    await bot.check(["EC-A"], "2025-06-01T09:01", { hours: 480 });
    await bot.play("2025-06-02T12:00", 10);
    await bot.play("2025-06-25T12:00", 60);
    expect((await bot.told("knowledge.lapsed")).map((row) => row.shown)).toEqual([["EC-P"], ["EC-A"]]);
    await bot.restart();
    await bot.check(["EC-P"], "2025-06-25T12:00");
    await bot.play("2025-06-25T12:10");
    expect((await bot.told("knowledge.restored")).map((row) => [short(row), row.shown])).toEqual([
      ["2025-06-25T12:01 knowledge.restored 1 silent planned", ["EC-P"]],
    ]);
    // A month of daily checks, each in time; then a restart.
    for (let day = 26; day <= 30; day++) {
      await bot.play(`2025-06-${day}T11:00`, 600);
      await bot.check(["EC-P"], `2025-06-${day}T11:00`, { hours: 240 });
    }
    await bot.restart();
    await bot.play("2025-07-05T12:00", 60);
    expect(await bot.told("knowledge.restored")).toHaveLength(1);
  });

  it("is not taken back by a clock that goes back, nor told twice when it comes again", async () => {
    const bot = await knowledgeScene("2025-06-01T09:00", quiet);
    await bot.check(["EC-P"], "2025-06-01T09:00");
    await bot.play("2025-06-02T11:05", 5);
    await bot.back("2025-06-02T07:00");
    await bot.play("2025-06-02T12:00", 5);
    expect((await bot.told("knowledge.lapsed", "knowledge.restored")).map(short)).toEqual([
      "2025-06-02T11:00 knowledge.lapsed 1 silent planned",
    ]);
  });

  it("does not count as known again where a list of places is known only in part", async () => {
    // Decreto 205 of March 2024 names only some of its places.
    const bot = await knowledgeScene("2024-03-23T09:00", { bare: true, audience: [channel("1", ["EC-0906"])] });
    await bot.check(["EC"], "2024-03-23T09:00", { hours: 12 });
    await bot.play("2024-03-23T23:30", 5);
    expect(await bot.told("knowledge.lapsed")).toHaveLength(1);
    await bot.check(["EC"], "2024-03-24T02:00");
    await bot.play("2024-03-24T04:59", 5);
    expect(await bot.told("knowledge.restored")).toEqual([]);
    await bot.play("2024-03-24T05:01");
    expect(await bot.told("knowledge.restored")).toHaveLength(1);
  });
});
