// The question to the review channel: when it comes, that it comes once for an end, and what becomes of one that was answered before it was posted.
import { describe, expect, it } from "vitest";
import type { Delivery } from "../../../src/domain/delivery.ts";
import { HOUR } from "../../../src/domain/time.ts";
import { channel, knowledgeScene, REVIEW } from "./knowledge-scene.ts";

const when = (at: number) => new Date(at - 5 * HOUR).toISOString().slice(0, 16);
const asked = (row: Delivery) =>
  row.alert.kind === "check.due" ? `${when(row.plannedAt)} until ${when(row.alert.until)}` : row.alert.kind;
const quiet = { bare: true, audience: [channel("1", ["EC-P"])] };

describe("the question whether there is anything new", () => {
  it("comes four hours before each real end of the shipped data, and for no midnight", async () => {
    const bot = await knowledgeScene("2026-03-13T12:00");
    await bot.play("2026-03-31T06:00", 15);
    const rows = await bot.told("check.due");
    expect(rows.map(asked)).toEqual([
      "2026-03-16T02:00 until 2026-03-16T06:00",
      "2026-03-20T02:15 until 2026-03-20T06:15",
      "2026-03-31T01:00 until 2026-03-31T05:00",
    ]);
    expect(rows.map((row) => row.shown.length)).toEqual([20, 20, 4]);
    expect(
      rows.every(
        ({ destination, channelId, subscriptions, loud }) =>
          destination === `review-${REVIEW}` && channelId === REVIEW && subscriptions.length === 0 && loud,
      ),
    ).toBe(true);
  });

  it("comes twenty hours after a check, once, through restarts and time planned again", async () => {
    const bot = await knowledgeScene("2025-06-01T09:00", quiet);
    await bot.check(["EC"], "2025-06-01T09:00");
    await bot.play("2025-06-02T04:59", 10);
    expect(await bot.told("check.due")).toEqual([]);
    await bot.play("2025-06-02T05:00");
    await bot.restart();
    await bot.again("2025-06-02T04:50", "2025-06-02T05:01");
    await bot.play("2025-06-02T13:00", 10);
    expect((await bot.told("check.due")).map(asked)).toEqual(["2025-06-02T05:00 until 2025-06-02T09:00"]);
    expect((await bot.told("check.due"))[0]?.shown).toEqual(["EC"]);
    // Not answered: the channel hears of it, and nobody is asked again for the same end.
    expect(await bot.told("knowledge.lapsed")).toHaveLength(1);
  });

  it("is asked of all places of a country that end together, and not of those where another check goes on", async () => {
    const bot = await knowledgeScene("2025-06-01T09:00", quiet);
    await bot.check(["EC-P", "EC-A"], "2025-06-01T09:00");
    await bot.check(["EC-A"], "2025-06-01T15:00");
    await bot.play("2025-06-02T12:00", 10);
    expect((await bot.told("check.due")).map((row) => [asked(row), row.shown])).toEqual([
      ["2025-06-02T05:00 until 2025-06-02T09:00", ["EC-P"]],
      ["2025-06-02T11:00 until 2025-06-02T15:00", ["EC-A"]],
    ]);
  });

  it("waits half of what a check holds where that is short", async () => {
    const bot = await knowledgeScene("2025-06-01T09:00", { ...quiet, freshness: 2 });
    await bot.check(["EC-P"], "2025-06-01T09:00");
    await bot.play("2025-06-01T11:00");
    expect((await bot.told("check.due")).map(asked)).toEqual(["2025-06-01T10:00 until 2025-06-01T11:00"]);
  });

  it("comes late after an outage, and not where it is known again by then", async () => {
    const bot = await knowledgeScene("2025-06-01T09:00", quiet);
    await bot.check(["EC-P", "EC-A"], "2025-06-01T09:00");
    await bot.play("2025-06-02T04:00", 10);
    await bot.check(["EC-A"], "2025-06-02T10:00");
    await bot.outage("2025-06-02T10:30");
    const rows = await bot.told("check.due");
    expect(rows.map((row) => [asked(row), row.shown, row.lateBy])).toEqual([
      ["2025-06-02T10:30 until 2025-06-02T09:00", ["EC-P"], 5.5 * HOUR],
    ]);
  });

  it("is asked at once of an end that becomes known late, and not called late", async () => {
    const bot = await knowledgeScene("2025-06-01T09:00", quiet);
    await bot.play("2025-06-01T10:00");
    await bot.check(["EC-P"], "2025-06-01T10:00", { hours: 1 });
    await bot.play("2025-06-01T10:05");
    const rows = await bot.told("check.due");
    expect(rows.map((row) => [asked(row), row.lateBy])).toEqual([
      ["2025-06-01T10:01 until 2025-06-01T11:00", undefined],
    ]);
  });

  it("is not posted any more when the check came first, and asks only of what is left", async () => {
    const bot = await knowledgeScene("2025-06-01T09:00", quiet);
    await bot.check(["EC-P", "EC-A"], "2025-06-01T09:00");
    await bot.play("2025-06-02T05:00", 10);
    const [row] = await bot.told("check.due");
    if (row === undefined) throw new Error("nobody was asked");
    await bot.check(["EC-P"], "2025-06-02T05:10");
    const left = bot.line(row);
    expect(typeof left === "string" ? left : left[0]?.content).toMatch(
      /^❔ Anything new\? Known until Mon 2 Jun 09:00 .*: Azuay/,
    );
    await bot.check(["EC-A"], "2025-06-02T05:20");
    expect(bot.line(row)).toBe("checked-in-time");
  });

  it("is asked of nobody where no channel is named", async () => {
    const bot = await knowledgeScene("2025-06-01T09:00", { ...quiet, review: false });
    await bot.check(["EC-P"], "2025-06-01T09:00");
    await bot.play("2025-06-02T12:00", 10);
    expect(await bot.told("check.due")).toEqual([]);
    expect(await bot.told("knowledge.lapsed")).toHaveLength(1);
  });
});
