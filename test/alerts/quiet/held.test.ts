// What quiet hours hold and what passes them, on the whole road. Expected texts are written by hand.
import { describe, expect, it } from "vitest";
import type { Outcome } from "../../../src/alerts/courier/sender.ts";
import { HOUR, MINUTE } from "../../../src/domain/time.ts";
import { GUILD } from "../road-scene.ts";
import { decree } from "../changes/change-scene.ts";
import { killed, strike, updated } from "../changes/strike-scene.ts";
import { BEGAN, CHANNEL, declare, night, NIGHT, OTHER, rows, scene, subscribe, texts, until } from "./quiet-scene.ts";

describe("in quiet hours", () => {
  it("a curfew wholly inside leaves nothing at all", async () => {
    const s = await scene(["23:00", "05:00"]);
    await until(s, "2026-01-11T07:00");
    expect(texts(s)).toEqual([]);
    expect(await rows(s)).toEqual(["curfew.began skipped over-in-quiet", "curfew.ended skipped begin-never-shown"]);
  });

  it("a curfew that ends as they do leaves nothing either", async () => {
    const s = await scene(["22:00", "06:00"]);
    await until(s, "2026-01-11T07:00");
    expect(texts(s)).toEqual([]);
  });

  it("what began inside and still runs is in the note at their end, with a sound, and its end is told after it", async () => {
    const s = await scene(["23:00", "07:00"]);
    await until(s, "2026-01-11T05:59");
    expect(texts(s)).toEqual([]);
    expect(await rows(s)).toEqual(["curfew.began held quiet-hours"]);
    await until(s, "2026-01-11T06:00");
    expect(texts(s)).toEqual([`${BEGAN} Quiet hours are over.`]);
    await until(s, "2026-01-11T08:00");
    expect(texts(s).slice(1)).toEqual([expect.stringMatching(/^⚪ Curfew over at 07:00, Sun 11 Jan/)]);
    const all = await s.rows();
    expect(all.map(({ alert, loud, state, reason }) => [alert.kind, loud, `${state} ${reason}`])).toEqual([
      ["curfew.began", true, "skipped told-after-quiet"],
      ["quiet.over", true, "sent delivered"],
      ["curfew.ended", false, "sent delivered"],
    ]);
  });

  it("the end of what was shown as begun passes", async () => {
    const s = await scene(["21:00", "05:00"]);
    await until(s, "2026-01-11T07:00");
    expect(texts(s)).toEqual([
      expect.stringMatching(/^🔴 CURFEW NOW until Sun 11 Jan 05:00/),
      expect.stringMatching(/^⚪ Curfew over at 05:00/),
    ]);
  });

  it("so does the end of what was announced beforehand, though its begin was held", async () => {
    const s = await scene(["23:00", "05:00"]);
    await subscribe(s, CHANNEL, { quietHours: NIGHT }, [120]);
    await until(s, "2026-01-11T07:00");
    expect(texts(s)).toEqual([expect.stringMatching(/^⏰ Curfew at 23:00/), expect.stringMatching(/^⚪ Curfew over at 05:00/)]); // prettier-ignore
    expect(await rows(s)).toContain("curfew.began skipped over-in-quiet");
  });

  it("a strike at three waits and stands in the note with its own mark", async () => {
    const s = await scene(undefined);
    await until(s, "2026-01-11T03:00", HOUR);
    await s.strike("s1");
    expect(texts(s)).toEqual([]);
    await until(s, "2026-01-11T06:00");
    expect(texts(s)).toEqual([expect.stringMatching(/^🔔 Held in quiet hours: NEW · US strike/)]);
    expect(await rows(s)).toEqual(["strike.recorded skipped told-after-quiet", "quiet.over sent delivered"]);
  });

  it("a correction of a strike that was told in the note answers the note, compared with what it said", async () => {
    const s = await scene(undefined);
    await until(s, "2026-01-11T03:00", HOUR);
    const told = (low: number) => strike({ id: "s1", date: "2026-01-11", figures: [killed(low)] });
    await s.record("strike.recorded", told(3));
    await s.record("strike.changed", told(4), { why: updated });
    await until(s, "2026-01-11T06:00");
    expect(texts(s)).toEqual([expect.stringContaining("4 killed")]);
    await s.record("strike.changed", told(5), { why: updated });
    expect(texts(s).slice(1)).toEqual([expect.stringMatching(/4 -> 5 killed/)]);
    const last = (await s.rows()).find(({ alert, state }) => alert.kind === "strike.changed" && state === "sent");
    expect(last?.replyTo).toBe(s.posts[0]?.messageId);
    expect(s.edits).toEqual([]);
  });

  it("a strike withdrawn meanwhile is told by nothing", async () => {
    const s = await scene(undefined);
    await until(s, "2026-01-11T03:00", HOUR);
    await s.record("strike.recorded", strike({ id: "s1", date: "2026-01-11" }));
    await s.record("strike.withdrawn", { reason: { en: "twice", es: "dos veces" } });
    await until(s, "2026-01-11T07:00");
    expect(texts(s)).toEqual([]);
    expect(await rows(s)).toContain("strike.recorded skipped over-in-quiet");
  });

  it("an end alone, of what began inside, is told by nothing to whoever asks for ends alone", async () => {
    const s = await scene(["23:00", "05:00"]);
    const [one] = s.road.subscriptions.of(GUILD, CHANNEL)?.subscriptions ?? [];
    await s.road.subscriptions.setSubscription(GUILD, one?.id ?? "", { topics: ["ends"] });
    await until(s, "2026-01-11T07:00");
    expect(await rows(s)).toEqual(["curfew.ended skipped over-in-quiet"]);
  });

  it("a change at two passes, and of what it tells the end does too", async () => {
    const s = await scene(["23:00", "05:00"]);
    await until(s, "2026-01-11T02:00");
    await s.record("curfew.changed", night(["23:00", "04:00"]));
    expect(texts(s)).toEqual([expect.stringMatching(/^⚠️ CHANGED/)]);
    await until(s, "2026-01-11T07:00");
    expect(texts(s).slice(1)).toEqual([expect.stringMatching(/^⚪ Curfew over at 04:00/)]);
  });

  it("lifted at two, a held begin is not told", async () => {
    const s = await scene(["23:00", "07:00"]);
    await until(s, "2026-01-11T02:00");
    await s.record("curfew.lifted", {
      ...night(["23:00", "07:00"]),
      lifted: { by: { en: "Decreto 9", es: "Decreto 9" }, date: "2026-01-11", from: "2026-01-11T02:00:00-05:00" },
    });
    await until(s, "2026-01-11T09:00");
    expect(texts(s)).toEqual([expect.stringMatching(/^⚠️ CHANGED: curfew over since 02:00/)]);
  });

  it("a warning whose begin passes meanwhile is left out; of those to come the last stands in the note", async () => {
    // Mon 12 Jan; the channel rests until 06:00, and in the afternoon again.
    const s = await scene(["04:00", "05:00"]);
    await declare(s, ["08:00", "09:00"], "e");
    expect((await s.rows()).length).toBe(0);
    const t = await scene(undefined);
    await t.record(
      "curfew.declared",
      decree({
        id: "m",
        declared: "2026-01-10",
        firstNight: "2026-01-11",
        lastNight: "2026-01-11",
        rules: [
          { start: "02:30", end: "03:30", areas: ["EC-G"], areasPartial: false },
          { start: "07:00", end: "08:00", areas: ["EC-G"], areasPartial: false },
        ],
      }),
    );
    const before = texts(t).length;
    await subscribe(t, OTHER, { quietHours: NIGHT }, [150, 120]);
    await until(t, "2026-01-11T07:30");
    expect(texts(t, OTHER)).toEqual([expect.stringMatching(/^⏰ Curfew at 07:00 today.* Quiet hours are over\.$/), expect.stringMatching(/^🔴 CURFEW NOW until/)]); // prettier-ignore
    expect(await rows(t, OTHER)).toEqual(expect.arrayContaining(["curfew.soon skipped over-in-quiet", "curfew.soon skipped told-nearer-to-it", "curfew.soon skipped told-after-quiet"])); // prettier-ignore
    const begun = (await t.rows()).find(({ alert, destination, state }) => destination === OTHER && alert.kind === "curfew.began" && state === "sent"); // prettier-ignore
    expect(begun?.loud).toBe(false);
    // Its warning was held: nothing had told the channel of it.
    const inside = (await t.rows()).find(({ alert, destination }) => destination === OTHER && alert.kind === "curfew.began"); // prettier-ignore
    expect([inside?.reason, inside?.loud]).toEqual(["over-in-quiet", true]);
    expect(texts(t).length).toBeGreaterThanOrEqual(before);
  });

  it("what was planned before they began, and could not be posted by then, waits too", async () => {
    const refused: Outcome = { is: "again", why: "discord-down", afterMs: 20 * MINUTE };
    const s = await scene(undefined, { answers: [() => refused] });
    await until(s, "2026-01-10T21:55", HOUR);
    await s.strike("s1");
    await until(s, "2026-01-11T05:55");
    expect(texts(s)).toEqual([]);
    expect(await rows(s)).toEqual(["strike.recorded held quiet-hours"]);
    await until(s, "2026-01-11T06:05");
    expect(texts(s)).toEqual([expect.stringMatching(/^🔔 Held in quiet hours: NEW/)]);
  });

  it("what may stand in the channel already is not held", async () => {
    const unsure: Outcome = { is: "unsure", why: "timed-out" };
    const s = await scene(undefined, { answers: [() => unsure] });
    await until(s, "2026-01-10T21:59", HOUR);
    await s.strike("s1");
    await until(s, "2026-01-10T23:00");
    expect(texts(s)).toEqual([expect.stringMatching(/^NEW/)]);
  });

  it("a held notice holds up nothing that passes, and nothing counts it as told", async () => {
    const s = await scene(["23:00", "07:00"]);
    await subscribe(s, OTHER, {});
    await until(s, "2026-01-11T00:00");
    expect(texts(s, OTHER)).toHaveLength(1);
    expect(await rows(s)).toEqual(["curfew.began held quiet-hours"]);
    await s.record("curfew.changed", night(["23:00", "08:00"]));
    expect(texts(s)).toEqual([expect.stringMatching(/^⚠️ CHANGED/)]);
    await until(s, "2026-01-11T06:00");
    expect(texts(s).slice(1)).toEqual(["🔴 CURFEW NOW until Sun 11 Jan 08:00 (EC time): EC-G. Quiet hours are over."]);
  });
});
