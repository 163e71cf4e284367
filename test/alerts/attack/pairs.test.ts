// Two features at a time, where each alone is right: what the nights by chance (attack.test.ts) and a walk through the nastiest pairs have found.
import { expect, it } from "vitest";
import type { NewSubscription } from "../../../src/store/subscriptions.ts";
import { instant, MINUTE } from "../../../src/domain/time.ts";
import { decree } from "../changes/change-scene.ts";
import { killed, strike, updated } from "../changes/strike-scene.ts";
import { attackScene, GUILD, OWNER } from "./attack-scene.ts";

const CHANNEL = "900000000000000001";
const QUIET = { quietHours: { start: "22:00", end: "06:00" } };
const ec = (text: string) => instant(`2026-01-${text}:00-05:00`);

async function scene(wants: object = {}) {
  const s = await attackScene();
  const subscribe = async (more: Partial<NewSubscription> = {}) => {
    const { subscribed } = await s.road.subscriptions.subscribe({
      guildId: GUILD,
      channelId: CHANNEL,
      kind: "channel",
      language: "en",
      zone: "America/Guayaquil",
      topics: ["curfews", "strikes"],
      areas: ["EC-G"],
      leads: [],
      owner: OWNER,
      ...more,
    });
    return subscribed.subscriptions[0]?.id ?? "";
  };
  const id = await subscribe();
  await s.road.subscriptions.setDestination(GUILD, CHANNEL, wants);
  return {
    s,
    id,
    subscribe,
    /** In steps of so many minutes, each answered before the next. */
    async until(text: string, step = 5) {
      while (s.now() < ec(text)) await s.passTo(Math.min(s.now() + step * MINUTE, ec(text)));
    },
    strike: (date: string, low = 3) =>
      s.record(
        s.versions("strike", "s1") === 0 ? "strike.recorded" : "strike.changed",
        "s1",
        strike({ id: "s1", date, figures: [killed(low)] }),
        s.versions("strike", "s1") === 0 ? {} : { why: updated },
      ),
    set: (changes: object) => s.road.subscriptions.setSubscription(GUILD, id, changes),
    remove: () => s.road.subscriptions.end({ guildId: GUILD, channelId: CHANNEL, by: OWNER }),
    undo: () => s.road.subscriptions.setSubscription(GUILD, id, { endedAt: undefined, endedBy: undefined }),
    pause: (until?: string) =>
      s.road.pausing.begin({ guildId: GUILD, channelId: CHANNEL }, until === undefined ? undefined : ec(until), {
        id: OWNER,
        name: "Ana",
      }),
    texts: () => s.discord.shown.filter(({ channel }) => channel === CHANNEL).map(({ was }) => was.content),
    rows: async () => (await s.rows()).map(({ alert, state, reason }) => `${alert.kind} ${state} ${reason}`),
  };
}

it("removed and taken back while Discord was down: what waited comes, and says how late it is", async () => {
  const k = await scene();
  k.s.discord.down = true;
  await k.strike("2026-01-10");
  await k.until("10T12:10");
  await k.remove();
  await k.until("10T12:20");
  expect(await k.rows()).toEqual(["strike.recorded skipped subscription-ended"]);
  await k.undo();
  await k.until("10T12:30");
  k.s.discord.down = false;
  await k.until("10T12:45");
  expect(k.texts()).toEqual([expect.stringMatching(/^NEW .*This notice is \d+ min late/)]);
});

it("removed before the quiet hours end and taken back after them: what was held comes; also where the program ended in between", async () => {
  const k = await scene(QUIET);
  await k.until("11T03:00", 60);
  await k.strike("2026-01-11");
  await k.until("11T05:50", 60);
  await k.remove();
  await k.until("11T06:10");
  // The Undo is written, and nothing of what follows from it.
  await k.s.road.returning.stop();
  await k.undo();
  await k.s.end();
  expect(k.texts()).toEqual([]);
  await k.s.start();
  await k.until("11T06:15");
  expect(k.texts()).toEqual([expect.stringMatching(/^NEW .*3 h .*late/)]);
  await k.until("11T07:00");
  expect(k.texts()).toHaveLength(1);
});

it("taken back after another subscription has brought the same strike: it is not told twice", async () => {
  const k = await scene();
  await k.set({ minKilled: 2 });
  k.s.discord.down = true;
  await k.strike("2026-01-10");
  await k.remove();
  await k.until("10T12:05");
  await k.subscribe({ topics: ["strikes"] });
  const [other] = k.s.road.subscriptions.of(GUILD, CHANNEL)?.subscriptions ?? [];
  await k.s.road.subscriptions.setSubscription(GUILD, other?.id ?? "", { minKilled: 4 });
  k.s.discord.down = false;
  await k.until("10T12:15");
  await k.strike("2026-01-10", 5);
  await k.undo();
  await k.until("10T12:30");
  expect(k.texts()).toEqual([expect.stringMatching(/^NEW .*5 killed/)]);
});

it("a pause without an end, of people who are subscribed no more, silences nobody who comes new", async () => {
  const k = await scene();
  await k.pause();
  await k.until("10T12:10");
  await k.remove();
  await k.until("12T12:00", 240);
  await k.subscribe({ topics: ["strikes"] });
  await k.strike("2026-01-12");
  expect(k.texts().slice(1)).toEqual([expect.stringMatching(/^NEW/)]);
  // One that is subscribed beside goes on as paused as before.
  const t = await scene();
  await t.pause();
  await t.subscribe({ topics: ["strikes"], areas: ["EC"] });
  await t.strike("2026-01-10");
  expect(await t.rows()).toContain("strike.recorded held paused-by-people");
});

it("who was to press Seen below what was held is asked below the note", async () => {
  const k = await scene(QUIET);
  await k.set({ seen: { people: [OWNER], after: 15 } });
  await k.until("11T03:00", 60);
  await k.strike("2026-01-11");
  await k.until("11T06:00", 30);
  const [note] = k.s.discord.shown;
  expect([note?.was.content.slice(0, 22), note?.was.rows?.length]).toEqual(["🔔 Held in quiet hours", 1]);
  const asked = k.s.road.ledger.seen.asked();
  expect(asked).toEqual([expect.objectContaining({ people: [OWNER], messageId: note?.id })]);
  // A correction asks anew; the note tells of other things, too, and keeps its button.
  await k.strike("2026-01-11", 5);
  expect(k.s.road.ledger.seen.isOver(asked[0]?.key ?? "")).toBe(false);
  expect(k.s.road.ledger.seen.asked()).toHaveLength(2);
});

it("that a curfew is about to end waits in a pause; that it is over comes", async () => {
  const k = await scene();
  await k.set({ endLeads: [30] });
  const rules: [{ start: string; end: string; areas: [string]; areasPartial: boolean }] = [
    { start: "13:00", end: "16:00", areas: ["EC-G"], areasPartial: false },
  ];
  const [firstNight, lastNight] = ["2026-01-10", "2026-01-10"];
  await k.s.record("curfew.declared", "d", decree({ id: "d", declared: "2026-01-10", firstNight, lastNight, rules }));
  await k.until("10T14:00");
  await k.pause("10T18:00");
  await k.until("10T18:05");
  expect(
    k
      .texts()
      .slice(2)
      .map((text) => text.slice(0, 13)),
  ).toEqual(["🔕 Alerts are", "⚪ Curfew over"]);
  expect(await k.rows()).toContain("curfew.ending skipped over-in-quiet");
});

it("a summary whose hour falls into a pause says that the next one tells of it", async () => {
  const k = await scene();
  await k.set({ digest: { every: "day", at: "18:00", form: "line" } });
  await k.pause("10T19:00");
  await k.until("10T19:05");
  expect(await k.rows()).toContain("digest skipped next-summary-tells");
});

it("a board asked for while its channel is closed comes beside the summary of what was missed, and the program goes on", async () => {
  const k = await scene();
  const rules: [{ start: string; end: string; areas: [string]; areasPartial: boolean }] = [
    { start: "13:00", end: "16:00", areas: ["EC-G"], areasPartial: false },
  ];
  const [firstNight, lastNight] = ["2026-01-10", "2026-01-11"];
  await k.s.record("curfew.declared", "d", decree({ id: "d", declared: "2026-01-10", firstNight, lastNight, rules }));
  k.s.discord.closed.add(CHANNEL);
  await k.until("11T17:00", 30);
  await k.s.road.subscriptions.setDestination(GUILD, CHANNEL, { board: { since: k.s.now() } });
  await k.until("11T17:05");
  k.s.discord.closed.delete(CHANNEL);
  k.s.road.closures.changed({ channelId: CHANNEL });
  await k.s.settle();
  await k.until("11T17:30");
  expect(k.s.broken).toEqual([]);
  const signs = k
    .texts()
    .slice(1)
    .map((text) => text.split(" ")[0] ?? "");
  expect(signs.toSorted()).toEqual(["🛠️", "📌"].toSorted());
});
