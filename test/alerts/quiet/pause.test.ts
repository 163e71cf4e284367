// Pauses that people ask for, on the whole road: what is announced, held and put right. Expected texts are written by hand.
import { describe, expect, it } from "vitest";
import { HOUR, MINUTE } from "../../../src/domain/time.ts";
import { GUILD } from "../road-scene.ts";
import { CHANNEL, OWNER, pause, rows, scene, texts, until } from "./quiet-scene.ts";

describe("a pause", () => {
  it("is announced, holds as quiet hours do, and ends by itself", async () => {
    const s = await scene(undefined, { wants: {} });
    await pause(s, "2026-01-10T15:00");
    await s.settle();
    expect(texts(s)).toEqual(["🔕 Alerts are PAUSED here until Sat 10 Jan 15:00 (EC time). Changes and corrections still come."]); // prettier-ignore
    await s.strike("s1");
    await until(s, "2026-01-10T14:59");
    expect((await rows(s)).sort()).toEqual(["pause.begun sent delivered", "strike.recorded held paused-by-people"]);
    await until(s, "2026-01-10T15:00");
    expect(texts(s).slice(1)).toEqual([expect.stringMatching(/^🔔 Held in the pause: NEW/)]);
  });

  it("is announced once, also where the program ends before that was planned", async () => {
    const s = await scene(undefined, { wants: {} });
    await s.road.subscriptions.setDestination(GUILD, CHANNEL, { pause: { from: s.hand.clock.now(), by: OWNER } });
    await s.restart();
    await until(s, "2026-01-10T12:10", MINUTE);
    await s.restart();
    await s.pass(MINUTE);
    expect(texts(s)).toEqual([
      "🔕 Alerts are PAUSED here until somebody resumes them. Changes and corrections still come.",
    ]);
  });

  it("that somebody ends tells at once what is still so", async () => {
    const s = await scene(["13:00", "20:00"], { wants: {} });
    await pause(s);
    await until(s, "2026-01-10T14:00");
    expect(texts(s)).toHaveLength(1);
    expect(await s.road.pausing.end({ guildId: GUILD, channelId: CHANNEL })).toMatchObject({ waits: 1 });
    await s.settle();
    expect(texts(s).slice(1)).toEqual(["🔴 CURFEW NOW until Sat 10 Jan 20:00 (EC time): EC-G. The pause is over."]);
    await until(s, "2026-01-10T20:05");
    expect(texts(s).slice(2)).toEqual([expect.stringMatching(/^⚪ Curfew over at 20:00/)]);
  });

  it("that somebody ends or replaces is put right where it was announced, also after a crash, once; one that ends by itself is not", async () => {
    const s = await scene(undefined, { wants: {} });
    await pause(s, "2026-01-10T18:00");
    await s.pass(MINUTE);
    await pause(s);
    await s.settle();
    const [first, second] = s.posts;
    const now = (one: typeof first) => s.standing.get(one?.messageId ?? "")?.content;
    expect(now(first)).toBe(
      "🔕 Another pause took the place of this one, Sat 10 Jan 12:02 (EC time): its own message says until when.\n~~🔕 Alerts are PAUSED here until Sat 10 Jan 18:00 (EC time). Changes and corrections still come.~~",
    );
    expect(now(second)).toMatch(/^🔕 Alerts are PAUSED here until somebody resumes them/u);
    // The program ended right after the pause had: nothing of it was planned.
    const { from, by } = s.road.subscriptions.destination(GUILD, CHANNEL)?.pause ?? { from: 0, by: OWNER };
    await s.pass(HOUR);
    await s.road.subscriptions.setDestination(GUILD, CHANNEL, { language: "es", pause: { from, by, until: s.hand.clock.now(), said: { from } } }); // prettier-ignore
    await s.restart();
    await s.pass(MINUTE);
    await s.pass(MINUTE);
    expect(now(second)).toBe(
      "🔔 Alerts have been coming here again since Sat 10 Jan 13:02 (EC time): the pause was ended.\n~~🔕 Alerts are PAUSED here until somebody resumes them. Changes and corrections still come.~~",
    );
    expect(s.standing.get(second?.messageId ?? "")?.rows ?? []).toEqual([]);
    expect(s.edits).toHaveLength(2);
    await pause(s, "2026-01-10T15:00");
    await until(s, "2026-01-10T15:10");
    expect(s.edits).toHaveLength(2);
    expect(s.broken).toEqual([]);
  });

  it("that is ended in Spanish says so in Spanish, and its announcement leads nowhere any more", async () => {
    const s = await scene(undefined, { wants: { language: "es" } });
    await pause(s);
    await s.pass(MINUTE);
    await s.road.pausing.end({ guildId: GUILD, channelId: CHANNEL });
    await s.settle();
    expect(s.edits.map(({ text }) => text)).toEqual([
      expect.stringMatching(
        /^🔔 Los avisos llegan aquí otra vez desde el sábado 10 ene\. 12:02 \(hora de EC\): alguien terminó la pausa\.\n~~/u,
      ),
    ]);
  });

  it("ended in quiet hours leaves them: the note comes at their end", async () => {
    const s = await scene(["23:00", "09:00"]);
    await pause(s, "2026-01-11T02:00");
    await until(s, "2026-01-11T05:55");
    expect(texts(s)).toHaveLength(1);
    await until(s, "2026-01-11T06:00");
    expect(texts(s).slice(1)).toEqual(["🔴 CURFEW NOW until Sun 11 Jan 09:00 (EC time): EC-G. The pause is over."]);
  });

  it("that is over before its word could be posted is not announced", async () => {
    const s = await scene(undefined, { wants: {} });
    await s.road.subscriptions.pause(CHANNEL, "forbidden");
    await pause(s);
    await s.settle();
    await s.road.pausing.end({ guildId: GUILD, channelId: CHANNEL });
    await s.road.subscriptions.resume(GUILD, CHANNEL);
    await s.pass(MINUTE);
    expect(texts(s)).toEqual([]);
  });

  it("that nobody had announced when it was over leaves no row; one that still runs says how late its word is", async () => {
    const s = await scene(undefined, { wants: {} });
    const from = s.hand.clock.now();
    const wanted = (until?: number) =>
      s.road.subscriptions.setDestination(GUILD, CHANNEL, { pause: { from, by: OWNER, ...(until && { until }) } });
    await wanted(from + MINUTE);
    await s.pass(HOUR);
    expect(await rows(s)).toEqual([]);
    await wanted();
    await s.pass(MINUTE);
    expect(texts(s)).toEqual([expect.stringMatching(/^🔕 Alerts are PAUSED here .*1 h 1 min late/)]);
  });

  it("that takes the place of one of the same moment is announced for itself", async () => {
    const s = await scene(undefined, { wants: {} });
    await pause(s, "2026-01-10T18:00");
    await s.settle();
    await pause(s, "2026-01-10T19:00");
    await s.settle();
    expect(texts(s)).toEqual([expect.stringContaining("until Sat 10 Jan 18:00"), expect.stringContaining("until Sat 10 Jan 19:00")]); // prettier-ignore
  });
});
