// An outage across the end of quiet hours, or of a pause: one message that says what is still so, what was held, and from when to when Vigía was down. Expected texts
// are written by hand.
import { describe, expect, it } from "vitest";
import type { Outcome } from "../../../src/alerts/courier/sender.ts";
import { HOUR, MINUTE } from "../../../src/domain/time.ts";
import { memoryEngine } from "../../support.ts";
import { covered } from "../../domain/fixtures.ts";
import { decree } from "../changes/change-scene.ts";
import { GUILD, type RoadScene } from "../road-scene.ts";
import {
  away,
  CHANNEL,
  dying,
  ec,
  night,
  NIGHT,
  OWNER,
  pause,
  rows,
  scene,
  subscribe,
  texts,
  until,
} from "./quiet-scene.ts";

/** Los Ríos has a night of its own, and the channel follows it, too. */
async function alsoInLosRios(s: RoadScene, [start, end]: readonly [string, string], language: "en" | "es" = "en") {
  await s.record("curfew.declared", decree({ id: "r", declared: "2026-01-10", firstNight: "2026-01-10", lastNight: "2026-01-10", rules: [{ start, end, areas: ["EC-R"], areasPartial: false }] })); // prettier-ignore
  await s.pass(MINUTE);
  await s.road.subscriptions.subscribe({ guildId: GUILD, channelId: CHANNEL, kind: "channel", language, zone: "America/Guayaquil", topics: ["curfews"], areas: ["EC-R"], leads: [], owner: OWNER }); // prettier-ignore
}
const strikeAt = async (s: RoadScene, at: string) => {
  await until(s, at, HOUR);
  await s.strike("s1");
};
const WAS_DOWN = "🛠️ Vigía was down Sun 11 Jan 02:00-08:00 (EC time).";
const MISSED = "1 notice missed: curfew over at 05:00.";
/** What holds comes before what was missed. */
const DOWN = `${WAS_DOWN} Now: no curfew; no further night announced (EC-G). ${MISSED}`;

describe("an outage across the end", () => {
  it("is told with what was held, in one message that says what holds now and how late it is", async () => {
    const s = await scene(["21:00", "05:00"]);
    await strikeAt(s, "2026-01-11T01:00");
    await until(s, "2026-01-11T02:00");
    expect(texts(s)).toEqual([expect.stringMatching(/^🔴 CURFEW NOW until Sun 11 Jan 05:00/)]);
    await away(s, "2026-01-11T08:00");
    expect(texts(s).slice(1)).toEqual([
      `${DOWN} Quiet hours are over; 1 more notice was held. (This notice is 2 h late.)`,
    ]);
    const [, note] = s.posts;
    expect(note?.how.silent).toBe(false);
    expect(note?.message.embed?.fields?.map(({ name, value }) => [name, value.split("\n").length])).toEqual([["Held meanwhile", 1], ["Missed", 1]]); // prettier-ignore
    expect((await rows(s)).slice(1).sort()).toEqual([
      "curfew.ended skipped over-before-we-were-back",
      "quiet.over sent delivered",
      "strike.recorded skipped told-after-quiet",
      "vigia.down skipped told-with-quiet",
    ]);
    await s.restart();
    await until(s, "2026-01-11T09:00");
    expect(texts(s)).toHaveLength(2);
  });

  it("stands behind what is still so, which is told first", async () => {
    const s = await scene(["23:00", "09:00"]);
    await alsoInLosRios(s, ["21:00", "05:00"]);
    await until(s, "2026-01-11T02:00");
    await away(s, "2026-01-11T08:00");
    expect(texts(s).slice(1)).toEqual([
      `🔴 CURFEW NOW until Sun 11 Jan 09:00 (EC time): EC-G. Quiet hours are over. ${WAS_DOWN} ${MISSED} (This notice is 2 h late.)`,
    ]);
    await until(s, "2026-01-11T09:05");
    expect(texts(s).slice(2)).toEqual([expect.stringMatching(/^⚪ Curfew over at 09:00/)]);
  });

  it("is told in Spanish", async () => {
    const s = await scene(["23:00", "09:00"], { wants: { quietHours: NIGHT, language: "es" } });
    await alsoInLosRios(s, ["21:00", "05:00"], "es");
    await until(s, "2026-01-11T02:00");
    await away(s, "2026-01-11T08:00");
    expect(texts(s).slice(1)).toEqual([
      "🔴 TOQUE DE QUEDA AHORA hasta el domingo 11 ene. 09:00 (hora de EC): EC-G. Terminaron las horas de silencio. 🛠️ Vigía no funcionó el domingo 11 ene. 02:00-08:00 (hora de EC). 1 aviso perdido: terminó el toque, 05:00. (Aviso con 2 h de atraso.)",
    ]);
  });

  it("brings a begin that came meanwhile and still runs in the same message", async () => {
    for (const [start, wants] of [
      ["05:30", { quietHours: NIGHT }],
      ["06:30", { quietHours: NIGHT }],
    ] as const) {
      const s = await scene(undefined, { wants });
      await s.record("curfew.declared", decree({ id: "m", declared: "2026-01-10", firstNight: "2026-01-11", lastNight: "2026-01-11", rules: [{ start, end: "10:00", areas: ["EC-G"], areasPartial: false }] })); // prettier-ignore
      await strikeAt(s, "2026-01-11T01:00");
      await until(s, "2026-01-11T02:00");
      const before = texts(s).length;
      await away(s, "2026-01-11T08:00");
      expect(texts(s).slice(before)).toEqual([
        "🔴 CURFEW NOW until Sun 11 Jan 10:00 (EC time): EC-G. Quiet hours are over; 1 more notice was held. (This notice is 2 h late; Vigía was down.)",
      ]);
    }
  });

  it("is a message of its own where nothing that was held is worth telling any more", async () => {
    const s = await scene(["23:00", "05:00"]);
    await until(s, "2026-01-11T02:00");
    await away(s, "2026-01-11T08:00");
    expect(texts(s)).toEqual([DOWN]);
    expect(await rows(s)).toContain("curfew.began skipped over-in-quiet");
  });

  it("across the end of a pause is told with what the pause held", async () => {
    const s = await scene(["11:00", "15:00"], { wants: {} });
    await s.record("curfew.declared", decree({ id: "e", declared: "2026-01-10", firstNight: "2026-01-10", lastNight: "2026-01-10", rules: [{ start: "13:00", end: "15:00", areas: ["EC-G"], areasPartial: false }] })); // prettier-ignore
    await until(s, "2026-01-10T13:10");
    await pause(s, "2026-01-10T17:00");
    await strikeAt(s, "2026-01-10T14:00");
    const before = texts(s).length;
    await away(s, "2026-01-10T18:00");
    expect(texts(s).slice(before)).toEqual([
      "🛠️ Vigía was down Sat 10 Jan 14:00-18:00 (EC time). Now: no curfew; no further night announced (EC-G). 1 notice missed: curfew over at 15:00. The pause is over; 1 more notice was held. (This notice is 1 h late.)",
    ]);
  });

  it("that is over before the quiet hours are: the end of what was shown is told at once, the rest at their end", async () => {
    const s = await scene(["21:00", "03:00"]);
    await strikeAt(s, "2026-01-11T01:00");
    await until(s, "2026-01-11T02:00");
    await away(s, "2026-01-11T04:00");
    expect(texts(s).slice(1)).toEqual([expect.stringMatching(/^🛠️ Vigía was down Sun 11 Jan 02:00-04:00 \(EC time\)\. Now: no curfew; no further night announced \(EC-G\)\. 1 notice missed: curfew over at 03:00\./)]); // prettier-ignore
    await until(s, "2026-01-11T06:00");
    expect(texts(s).slice(2)).toEqual([expect.stringMatching(/^🔔 Held in quiet hours: NEW · US strike/)]);
  });

  it("that only made the computer sleep is waited for by the note, however early the channel has its turn", async () => {
    const s = await scene(["21:00", "05:00"]);
    await strikeAt(s, "2026-01-11T01:00");
    await until(s, "2026-01-11T02:00");
    s.hand.pass(6 * HOUR);
    s.hand.set(ec("2026-01-11T08:00"));
    await s.settle();
    expect(texts(s)).toHaveLength(1);
    await s.tick();
    expect(texts(s).slice(1)).toEqual([expect.stringContaining(DOWN)]);
  });

  it("passes the next quiet hours where it says the end of what was shown and could not be posted before", async () => {
    for (const [hours, passes] of [
      [["21:00", "05:00"], true],
      [["23:30", "05:00"], false],
    ] as const) {
      const s = await scene(hours);
      await strikeAt(s, "2026-01-11T01:00");
      await until(s, "2026-01-11T02:00");
      const before = texts(s).length;
      const refused: Outcome = { is: "again", why: "discord-down", afterMs: 15 * HOUR };
      s.answers.push(() => refused);
      await away(s, "2026-01-11T08:00");
      await until(s, "2026-01-11T23:30", 10 * MINUTE);
      expect(texts(s).length - before, hours.join()).toBe(passes ? 1 : 0);
      await until(s, "2026-01-12T06:10", 10 * MINUTE);
      expect(texts(s).length - before).toBe(1);
    }
  });

  it("and a channel that is closed by then make one message, too, once it is open", async () => {
    const s = await scene(["21:00", "05:00"]);
    await strikeAt(s, "2026-01-11T01:00");
    await until(s, "2026-01-11T02:00");
    await s.road.subscriptions.pause(CHANNEL, "forbidden");
    await away(s, "2026-01-11T08:00");
    expect(texts(s)).toHaveLength(1);
    await s.road.subscriptions.resume(GUILD, CHANNEL);
    await s.pass(10 * MINUTE);
    expect(texts(s).slice(1)).toEqual([expect.stringContaining(DOWN)]);
  });

  it("leaves a lapse that people must hear at any hour to itself, before the note", async () => {
    const s = await scene(undefined);
    await s.record("coverage.confirmed", covered(["EC"], "2026-01-01T00:00", "2026-01-11T03:00"));
    const tomorrow = { firstNight: "2026-01-11", lastNight: "2026-01-11" };
    await s.record("curfew.declared", { ...night(["10:00", "12:00"]), ...tomorrow });
    await strikeAt(s, "2026-01-11T01:00");
    await until(s, "2026-01-11T02:00");
    await away(s, "2026-01-11T08:00");
    expect(texts(s).slice(1)).toEqual([
      expect.stringMatching(/^❔ NOT KNOWN whether anything has changed in EC-G, since Sun 11 Jan 03:00/),
      expect.stringMatching(/^🔔 Held in quiet hours: NEW/),
    ]);
  });
});

describe("the note of an outage and its rows, wherever the program dies", () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8].flatMap((left) => [[left, false] as const, [left, true] as const]))(
    "at write %i (after it: %s) all is told once",
    async (left, after) => {
      const { engine, state } = dying(await memoryEngine());
      const s = await scene(["21:00", "05:00"], { engine });
      await subscribe(s, CHANNEL, { quietHours: NIGHT });
      await strikeAt(s, "2026-01-11T01:00");
      await until(s, "2026-01-11T02:00", 10 * MINUTE);
      s.hand.pass(6 * HOUR);
      s.hand.set(ec("2026-01-11T08:00"));
      Object.assign(state, { left, after });
      await s.restart().catch(() => undefined);
      await s.tick().catch(() => undefined);
      state.left = Infinity;
      // The next evening the channel is quiet again before anybody looks.
      const at = left % 2 === 0 ? "2026-01-11T08:20" : "2026-01-11T22:30";
      await away(s, at);
      await until(s, "2026-01-12T06:30", 30 * MINUTE);
      await s.restart();
      await s.pass(MINUTE);
      const told = texts(s).slice(1);
      expect(new Set(s.posts.slice(1).map(({ nonce }) => nonce)).size, told.join("\n")).toBe(new Set(told.map((text) => text.slice(0, 30))).size); // prettier-ignore
      const all = s.posts.slice(1).filter(({ nonce }, i, list) => list.findIndex((one) => one.nonce === nonce) === i);
      const said = (part: RegExp) => all.filter(({ message }) => part.test(JSON.stringify(message))).length;
      expect([said(/curfew over at/), said(/US strike/)], told.join("\n")).toEqual([1, 1]);
      expect((await rows(s)).filter((one) => !/ (sent|skipped) /.test(one))).toEqual([]);
    },
  );
});
