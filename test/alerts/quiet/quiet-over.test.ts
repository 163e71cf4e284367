// The one note at the end of quiet hours, on the whole road. Expected texts are written by hand.
import { describe, expect, it } from "vitest";
import { noteOf } from "../../../src/alerts/quiet/note-row.ts";
import type { Subscription } from "../../../src/domain/subscription.ts";
import { HOUR, instant, MINUTE } from "../../../src/domain/time.ts";
import { GUILD, roadScene } from "../road-scene.ts";
import { CHANNEL, ec, night, NIGHT, OTHER, OWNER, rows, scene, subscribe, texts, until } from "./quiet-scene.ts";

describe("at the end", () => {
  it("one that Vigía was not there for says that it is late, and comes once", async () => {
    const s = await scene(["23:00", "09:00"]);
    await until(s, "2026-01-11T02:00");
    s.hand.set(ec("2026-01-11T08:00"));
    s.hand.pass(6 * HOUR);
    await s.restart();
    await s.tick();
    const note = "🔴 CURFEW NOW until Sun 11 Jan 09:00 (EC time): EC-G. Quiet hours are over. (This notice is 2 h late; Vigía was down.)"; // prettier-ignore
    expect(texts(s)).toEqual([note]);
    await s.restart();
    await until(s, "2026-01-11T08:30");
    expect(texts(s)).toEqual([note]);
  });

  it("a closed channel gets it when it is open again, as of then", async () => {
    const s = await scene(["23:00", "09:00"]);
    await until(s, "2026-01-11T05:00");
    await s.strike("s1");
    await s.road.subscriptions.pause(CHANNEL, "forbidden");
    await until(s, "2026-01-11T09:30");
    expect(texts(s)).toEqual([]);
    await s.road.subscriptions.resume(GUILD, CHANNEL);
    await s.pass(MINUTE);
    expect(texts(s)[0]).toMatch(/^🔔 Held in quiet hours: NEW .* \(This notice is 3 h 31 min late\.\)$/);
  });

  it("hours that are changed meanwhile end when they end now", async () => {
    const s = await scene(["23:00", "09:00"]);
    await until(s, "2026-01-11T01:00");
    await s.road.subscriptions.setDestination(GUILD, CHANNEL, { quietHours: { start: "22:00", end: "04:00" } });
    await until(s, "2026-01-11T03:59");
    expect(texts(s)).toEqual([]);
    await until(s, "2026-01-11T04:01");
    expect(texts(s)).toEqual(["🔴 CURFEW NOW until Sun 11 Jan 09:00 (EC time): EC-G. Quiet hours are over."]);
    const late = await scene(["23:00", "09:00"]);
    await until(late, "2026-01-11T05:00");
    await late.road.subscriptions.setDestination(GUILD, CHANNEL, { quietHours: { start: "22:00", end: "02:00" } });
    await late.pass(MINUTE);
    expect(texts(late)).toEqual(["🔴 CURFEW NOW until Sun 11 Jan 09:00 (EC time): EC-G. Quiet hours are over."]);
    const t = await scene(["23:00", "09:00"]);
    await until(t, "2026-01-11T01:00");
    await t.road.subscriptions.setDestination(GUILD, CHANNEL, { quietHours: undefined });
    await t.pass(MINUTE);
    expect(texts(t)).toEqual(["🔴 CURFEW NOW until Sun 11 Jan 09:00 (EC time): EC-G. Quiet hours are over."]);
  });

  it("what waited for a subscription that was ended is not told", async () => {
    const s = await scene(["23:00", "09:00"]);
    await until(s, "2026-01-11T01:00");
    await s.road.subscriptions.end({ guildId: GUILD, channelId: CHANNEL, by: OWNER });
    await until(s, "2026-01-11T06:30");
    expect(texts(s)).toEqual([]);
    expect(await rows(s)).toEqual(["curfew.began skipped subscription-ended"]);
  });

  it("two channels get their own, each by its own clock, in its own language", async () => {
    const s = await scene(["23:00", "11:00"]);
    // 06:00 in Madrid is midnight in Ecuador.
    await subscribe(s, OTHER, { quietHours: NIGHT, zone: "Europe/Madrid", language: "es" });
    await until(s, "2026-01-11T00:05");
    expect([texts(s), texts(s, OTHER)]).toEqual([[], [expect.stringMatching(/^🔴 TOQUE DE QUEDA AHORA hasta el domingo 11 ene\. 11:00 .* Terminaron las horas de silencio\.$/)]]); // prettier-ignore
    await until(s, "2026-01-11T06:05");
    expect(texts(s)).toHaveLength(1);
  });

  it("two subscriptions of one channel make one note", async () => {
    const s = await scene(["23:00", "09:00"]);
    await s.road.subscriptions.subscribe({ guildId: GUILD, channelId: CHANNEL, kind: "channel", language: "en", zone: "America/Guayaquil", topics: ["begins"], areas: ["EC"], owner: OWNER }); // prettier-ignore
    await until(s, "2026-01-11T06:05");
    expect(texts(s)).toEqual([expect.stringMatching(/^🔴 CURFEW NOW until Sun 11 Jan 09:00/)]);
    const note = (await s.rows()).find(({ alert }) => alert.kind === "quiet.over");
    expect(note?.subscriptions).toHaveLength(2);
  });

  it("several things are counted by kind in its first line and stand below, each with its mark", async () => {
    const s = await scene(["21:00", "23:00"]);
    await s.road.subscriptions.end({ guildId: GUILD, channelId: CHANNEL, by: OWNER });
    await until(s, "2026-01-10T22:30");
    // Nobody told it of the curfew that runs: its end is news that waits.
    await subscribe(s, CHANNEL, { quietHours: NIGHT });
    await until(s, "2026-01-11T03:00");
    await s.strike("s1");
    await s.strike("s2");
    await until(s, "2026-01-11T06:00");
    expect(texts(s)).toEqual(["🔔 Quiet hours are over: 3 notices were held meanwhile (curfew over: 1; new military strike: 2)."]); // prettier-ignore
  });

  it("in a night in which the clocks are set, it comes when the clock on the wall shows the hour", async () => {
    const s = await roadScene();
    s.hand.set(instant("2026-03-07T20:00:00-05:00"));
    await s.tick();
    await subscribe(s, CHANNEL, { quietHours: { start: "22:00", end: "06:00" }, zone: "America/New_York" });
    await s.pass(4 * HOUR);
    await s.strike("s1");
    // New York is at 06:00 EDT, Ecuador at 05:00.
    while (s.hand.clock.now() < instant("2026-03-08T05:59:00-04:00")) await s.pass(MINUTE);
    const early = texts(s).length;
    await s.pass(MINUTE);
    expect([early, texts(s).length]).toEqual([0, 1]);
  });

  it("the note is in the language of the channel by then, and asks whoever was to be asked", async () => {
    const s = await scene(undefined);
    const seen: Subscription["seen"] = { people: [OWNER], after: 30 * MINUTE };
    const [one] = s.road.subscriptions.of(GUILD, CHANNEL)?.subscriptions ?? [];
    await s.road.subscriptions.setSubscription(GUILD, one?.id ?? "", { seen });
    await until(s, "2026-01-11T03:00", HOUR);
    await s.strike("s1");
    await s.road.subscriptions.setDestination(GUILD, CHANNEL, { language: "es" });
    await until(s, "2026-01-11T06:00");
    expect(texts(s)).toEqual([expect.stringMatching(/^🔔 En horas de silencio: NUEVO · /)]);
    const note = (await s.rows()).find(({ alert }) => alert.kind === "quiet.over");
    expect(note).toMatchObject({ language: "es", seen, alert: { from: ec("2026-01-10T22:00") } });
  });

  it("a note whose channel's turn came late says so", async () => {
    const s = await scene(["23:00", "09:00"]);
    await until(s, "2026-01-11T05:58");
    // A change passes, and holds up the channel until 06:18.
    s.answers.push(() => ({ is: "again", why: "discord-down", afterMs: 20 * MINUTE }));
    await s.record("curfew.changed", night(["23:00", "10:00"]));
    await until(s, "2026-01-11T06:20", MINUTE);
    expect(texts(s).slice(1)).toEqual([
      "🔴 CURFEW NOW until Sun 11 Jan 10:00 (EC time): EC-G. Quiet hours are over. (This notice is 18 min late.)",
    ]);
  });

  it("a note that waited for its turn counts from when its channel was first seen not to be quiet", async () => {
    const s = await scene(undefined);
    await until(s, "2026-01-11T03:00", HOUR);
    await s.strike("s1");
    const [held] = await s.rows();
    if (held?.alert.kind !== "strike.recorded") throw new Error("nothing is held");
    const told = [{ delivery: held, tells: [{ alert: held.alert, by: [] }] }];
    const [end, now] = [ec("2026-01-11T06:00"), ec("2026-01-11T06:19")];
    const note = noteOf({ now, wall: 500 }, told, undefined, { since: end, over: { now: end, wall: 100 } });
    expect(note).toMatchObject({ plannedAt: now, plannedMachine: 100, alert: { at: now, held: [held.id] } });
  });
});
