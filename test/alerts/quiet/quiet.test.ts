// Quiet hours and pauses on the whole road, with a clock moved by hand: what is held, what passes, and the one note at the end. Expected texts are written by hand.
import { describe, expect, it } from "vitest";
import type { Outcome } from "../../../src/alerts/courier/sender.ts";
import type { Destination } from "../../../src/domain/subscription.ts";
import { HOUR, instant, MINUTE } from "../../../src/domain/time.ts";
import type { Engine } from "../../../src/engines/open.ts";
import type { Store } from "../../../src/engines/store.ts";
import type { Changes } from "../../../src/store/subscriptions.ts";
import { memoryEngine } from "../../support.ts";
import { decree } from "../changes/change-scene.ts";
import { CHANNELS, GUILD, roadScene, type RoadScene } from "../road-scene.ts";
import { killed, strike, updated } from "../changes/strike-scene.ts";

const [CHANNEL = "", OTHER = ""] = CHANNELS;
const NIGHT = { start: "22:00", end: "06:00" };
const OWNER = "900000000000000008";
const ec = (text: string) => instant(`${text}:00-05:00`);
type Given = NonNullable<Parameters<typeof roadScene>[0]>;

/** A decree of the night to 11 January was recorded at noon, before anybody subscribed; nobody is told beforehand. */
async function scene(
  hours: readonly [string, string] | undefined,
  given: Given & { wants?: Changes<Destination> } = {},
) {
  const { wants = { quietHours: NIGHT }, ...rest } = given;
  const s = await roadScene(rest);
  if (hours !== undefined) await declare(s, hours);
  await s.pass(MINUTE);
  await subscribe(s, CHANNEL, wants);
  return s;
}
async function subscribe(s: RoadScene, channelId: string, wants: Changes<Destination>, leads: number[] = []) {
  const { subscribed } = await s.road.subscriptions.subscribe({
    guildId: GUILD,
    channelId,
    kind: "channel",
    language: "en",
    zone: "America/Guayaquil",
    topics: ["curfews", "strikes"],
    areas: ["EC-G"],
    leads,
    owner: OWNER,
  });
  await s.road.subscriptions.setDestination(GUILD, channelId, wants);
  return subscribed;
}
const night = ([start, end]: readonly [string, string], id = "d") =>
  decree({
    id,
    declared: "2026-01-10",
    firstNight: "2026-01-10",
    lastNight: "2026-01-10",
    rules: [{ start, end, areas: ["EC-G"], areasPartial: false }],
  });
const declare = (s: RoadScene, hours: readonly [string, string], id = "d") =>
  s.record("curfew.declared", night(hours, id));
/** In steps of minutes, as the program ticks. */
async function until(s: RoadScene, at: string, step = 5 * MINUTE) {
  while (s.hand.clock.now() < ec(at)) await s.pass(Math.min(step, ec(at) - s.hand.clock.now()));
}
const texts = (s: RoadScene, channel = CHANNEL) => s.posts.filter((one) => one.channel === channel).map(({ text }) => text); // prettier-ignore
const rows = async (s: RoadScene, channel = CHANNEL) =>
  (await s.rows())
    .filter(({ destination }) => destination === channel)
    .map(({ alert, state, reason }) => `${alert.kind} ${state} ${reason}`);
const BEGAN = "🔴 CURFEW NOW until Sun 11 Jan 07:00 (EC time): EC-G.";

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
});

describe("a pause", () => {
  const pause = (s: RoadScene, end?: string) =>
    s.road.pausing.begin({ guildId: GUILD, channelId: CHANNEL }, end === undefined ? undefined : ec(end), { id: OWNER, name: "Ana" }); // prettier-ignore

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
});

describe("the note and its rows, wherever the program dies", () => {
  /** Fails the nth write of the ledger from when it is armed, before it is written or after. */
  function dying(engine: Engine) {
    const state = { left: Infinity, after: false };
    const over = (store: Store): Store => {
      const write = async <T>(run: () => Promise<T>): Promise<T> => {
        state.left -= 1;
        if (state.left !== 0) return run();
        if (state.after) await run();
        throw new Error("killed");
      };
      return { ...store, add: (all) => write(() => store.add(all)), swap: (all) => write(() => store.swap(all)) };
    };
    const namespace: Engine["namespace"] = (name) =>
      name === "deliveries" ? bound(over, engine.namespace(name)) : engine.namespace(name);
    return { engine: { namespace }, state };
  }
  /** A store is an object with methods of its own. */
  const bound = (over: (store: Store) => Store, store: Store): Store =>
    over({
      name: store.name,
      keyv: store.keyv,
      add: (all) => store.add(all),
      addAll: (all) => store.addAll(all),
      swap: (all) => store.swap(all),
      remove: (all) => store.remove(all),
      read: (key) => store.read(key),
      scan: (after) => store.scan(after),
    });

  it.each(
    [1, 2, 3, 4, 5, 6].flatMap(
      (left) =>
        [
          [left, false],
          [left, true],
        ] as const,
    ),
  )("at write %i (after it: %s) all is told once", async (left, after) => {
    const { engine, state } = dying(await memoryEngine());
    const s = await scene(["23:00", "09:00"], { engine });
    await until(s, "2026-01-11T03:00", HOUR);
    await s.strike("s1");
    await until(s, "2026-01-11T05:59", 10 * MINUTE);
    Object.assign(state, { left, after });
    s.hand.set(ec("2026-01-11T06:00"));
    s.hand.pass(MINUTE);
    await s.tick().catch(() => undefined);
    state.left = Infinity;
    await s.restart();
    await s.pass(10 * MINUTE);
    await s.restart();
    await s.pass(MINUTE);
    const stood = texts(s).filter((text) => text.startsWith("🔴"));
    // Posted, and killed before the row said so: the same nonce again, which Discord answers with the same message.
    expect(new Set(s.posts.map(({ nonce }) => nonce)).size).toBe(1);
    expect(stood.length).toBe(s.posts.length);
    expect(stood[0]).toContain("1 more notice was held");
    expect((await rows(s)).filter((one) => !/^(quiet\.over sent|\S+ skipped told-after-quiet)/.test(one))).toEqual([]);
  });
});
