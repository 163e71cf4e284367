// Which notices quiet hours and pauses let through, beside what tests of holding show: digests, and what is not known any more. Expected texts are written by hand.
import { describe, expect, it } from "vitest";
import { HOUR } from "../../../src/domain/time.ts";
import { covered } from "../../domain/fixtures.ts";
import { killed, strike, updated } from "../changes/strike-scene.ts";
import { GUILD } from "../road-scene.ts";
import { CHANNEL, pause, rows, scene, texts, until } from "./quiet-scene.ts";

type Scene = Awaited<ReturnType<typeof scene>>;

const knownUntil = (s: Scene, end: string) => s.record("coverage.confirmed", covered(["EC"], "2026-01-01T00:00", end));

async function summedUp(s: Scene, at: string) {
  const [one] = s.road.subscriptions.of(GUILD, CHANNEL)?.subscriptions ?? [];
  await s.road.subscriptions.setSubscription(GUILD, one?.id ?? "", { digest: { every: "day", at, form: "full" } });
}

it("what puts right what stands in the channel comes at any hour", async () => {
  const s = await scene(["23:00", "05:00"]);
  await s.strike("s1");
  await until(s, "2026-01-10T22:30", HOUR);
  const prev = (of: string, subject: string) => ({ subject, prev: s.store.head(of, subject)?.id });
  await s.record("strike.changed", strike({ date: "2026-01-10", figures: [killed(5)] }), { why: updated });
  await s.record("strike.withdrawn", { reason: { en: "twice", es: "doble" } }, prev("strike", "s1"));
  await s.record("curfew.withdrawn", { reason: { en: "forged", es: "falso" } }, prev("curfew", "d"));
  expect(texts(s)).toEqual([
    expect.stringMatching(/^NEW/),
    expect.stringMatching(/^UPDATED 3 -> 5 killed/),
    expect.stringMatching(/^WITHDRAWN, do not use · US strike/),
    expect.stringMatching(/^⚠️ WITHDRAWN, do not use: curfew/),
  ]);
});

describe("a digest", () => {
  it("comes in quiet hours, as its people chose its hour; in a pause it does not, nor after it", async () => {
    const s = await scene(undefined, { wants: { quietHours: { start: "13:00", end: "15:00" } } });
    await summedUp(s, "14:00");
    await until(s, "2026-01-10T16:00");
    expect(await rows(s)).toEqual(["digest sent delivered"]);
    await pause(s, "2026-01-11T17:00");
    await until(s, "2026-01-11T14:30", 60 * 60_000);
    expect((await rows(s)).slice(1)).toEqual(["pause.begun sent delivered", "digest held paused-by-people"]);
    await until(s, "2026-01-11T17:05");
    expect((await rows(s)).slice(1)).toEqual(["pause.begun sent delivered", "digest skipped next-summary-tells"]);
    expect(texts(s)).toHaveLength(2);
  });
});

describe("what is not known any more", () => {
  it("waits where no curfew is near, and stands in the note", async () => {
    const s = await scene(undefined);
    await knownUntil(s, "2026-01-10T23:00");
    await until(s, "2026-01-11T05:55");
    expect(await rows(s)).toEqual(["knowledge.lapsed held quiet-hours"]);
    await until(s, "2026-01-11T06:00");
    expect(texts(s)).toEqual([
      "❔ NOT KNOWN whether there is a curfew in EC-G, since Sat 10 Jan 23:00 (EC time): our information ends there. This does not mean there is none. Quiet hours are over.",
    ]);
  });

  it("and known again before anybody was told is told by nothing", async () => {
    const s = await scene(undefined);
    await knownUntil(s, "2026-01-10T23:00");
    await until(s, "2026-01-11T05:00");
    await knownUntil(s, "2026-01-12T03:00");
    await until(s, "2026-01-11T06:10");
    expect(await rows(s)).toEqual([
      "knowledge.lapsed skipped over-in-quiet",
      "knowledge.restored skipped begin-never-shown",
    ]);
    expect(texts(s)).toEqual([]);
  });

  it("from the end of a curfew on, though its begin was held, is told by that end; known again by morning, by nothing", async () => {
    for (const isKnown of [false, true]) {
      const s = await scene(["23:00", "04:00"]);
      await knownUntil(s, "2026-01-11T04:00");
      await until(s, "2026-01-11T05:00");
      expect(await rows(s)).toContain("curfew.ended held quiet-hours");
      if (isKnown) await knownUntil(s, "2026-01-12T03:00");
      await until(s, "2026-01-11T06:00");
      const told = "⚪ Last announced night over at 04:00, Sun 11 Jan. ❔ NOT KNOWN from then on in EC-G (EC time). Quiet hours are over."; // prettier-ignore
      expect(texts(s)).toEqual(isKnown ? [] : [told]);
    }
  });
});
