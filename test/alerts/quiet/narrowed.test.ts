// The word to a channel that comes to hear less, on the whole road: what it says, when it passes, that it is told once, and what becomes of it. Expected texts are
// written by hand.
import { describe, expect, it } from "vitest";
import { settingsOf, type Settings } from "../../../src/domain/draft.ts";
import type { Destination } from "../../../src/domain/subscription.ts";
import { DAY, HOUR, instant, MINUTE } from "../../../src/domain/time.ts";
import type { Changes } from "../../../src/store/subscriptions.ts";
import { decree } from "../changes/change-scene.ts";
import { CHANNELS, GUILD, roadScene, type RoadScene } from "../road-scene.ts";

const [CHANNEL = ""] = CHANNELS;
const ANA = { id: "900000000000000008", name: "Ana" };
const WHERE = { guildId: GUILD, channelId: CHANNEL };
const ec = (text: string) => instant(`${text}:00-05:00`);

/** Guayas and Los Ríos, from 23:00 to 05:00, are told of in one channel; it is 23:40 unless said otherwise. */
async function scene(wants: Changes<Destination> = {}, at = "2026-01-10T23:40", lastNight = "2026-01-10") {
  const s = await roadScene();
  const rules = [{ start: "23:00", end: "05:00", areas: ["EC-G", "EC-R"], areasPartial: false }];
  await s.record(
    "curfew.declared",
    decree({ id: "d", declared: "2026-01-10", firstNight: "2026-01-10", lastNight, rules }),
  );
  await s.pass(MINUTE);
  await s.road.subscriptions.subscribe({
    ...WHERE,
    kind: "channel",
    language: wants.language ?? "en",
    zone: "America/Guayaquil",
    topics: ["curfews", "strikes"],
    areas: ["EC-G", "EC-R"],
    leads: [],
    owner: ANA.id,
  });
  await s.road.subscriptions.setDestination(GUILD, CHANNEL, wants);
  await until(s, at);
  return s;
}
async function until(s: RoadScene, at: string) {
  while (s.hand.clock.now() < ec(at)) await s.pass(Math.min(20 * MINUTE, ec(at) - s.hand.clock.now()));
}
const set = (s: RoadScene) => {
  const [one] = s.road.subscriptions.of(GUILD, CHANNEL)?.subscriptions ?? [];
  if (one === undefined) throw new Error("nobody is subscribed");
  return one;
};
/** As Save does. */
async function change(s: RoadScene, changes: Partial<Settings>) {
  const { id } = set(s);
  const next = { ...settingsOf(set(s)), ...changes };
  const { told } = await s.road.narrowing.during({ ...WHERE, by: ANA }, (all) => all.map((one) => (one.id === id ? next : one)), () => s.road.subscriptions.setSubscription(GUILD, id, changes)); // prettier-ignore
  await s.settle();
  return told;
}
/** As remove does, and its Undo. */
async function remove(s: RoadScene, isTold = true) {
  const { done: ended, told } = await s.road.narrowing.during({ ...WHERE, by: ANA }, () => [], () => s.road.subscriptions.end({ ...WHERE, by: ANA.id })); // prettier-ignore
  await s.settle();
  // Who ends it reads that the channel is told, where it is.
  expect(told).toBe(isTold);
  return ended.map(({ id }) => id);
}
async function undo(s: RoadScene, ids: readonly string[]) {
  const { told } = await s.road.narrowing.during(
    { ...WHERE, by: ANA },
    (all) => all,
    async () => {
      for (const id of ids) await s.road.subscriptions.setSubscription(GUILD, id, { endedAt: undefined, endedBy: undefined }); // prettier-ignore
    },
  );
  await s.settle();
  expect(told).toBe(false);
}
const words = (s: RoadScene) => s.posts.filter(({ text }) => text.startsWith("🔕"));
const said = (s: RoadScene) => words(s).map(({ text }) => text);
const stands = (s: RoadScene, i = 0) => s.standing.get(words(s)[i]?.messageId ?? "")?.content;
const GONE =
  "🔕 No more alerts come here, since 23:40 (EC time). What stands above about EC-G, EC-R (until Sun 05:00) is no longer kept up to date here: ask “/curfew”.";

describe("a channel that comes to hear less", () => {
  it("is told in silence that nothing comes any more, by whom, and what stands open above; Undo strikes it", async () => {
    const s = await scene();
    const ids = await remove(s);
    expect(said(s)).toEqual([GONE]);
    const [word] = words(s);
    expect(word?.how.silent).toBe(true);
    expect(word?.message.signature).toBe("Changed by Ana.");
    expect(word?.message.embed?.fields).toEqual([
      { name: "No longer comes", value: "• curfew alerts: EC-G, EC-R\n• alerts of military strikes" },
      { name: "From now on", value: "Silence here says nothing about curfews: “/curfew” answers as always." },
    ]);
    await s.pass(5 * MINUTE);
    await undo(s, ids);
    expect(stands(s)).toBe(
      `🔔 These alerts have been coming here again since Sat 10 Jan 23:45 (EC time).\n~~${GONE}~~`,
    );
    await s.pass(MINUTE);
    await s.restart();
    await s.pass(HOUR);
    expect([words(s).length, s.edits.length]).toEqual([1, 1]);
    // A clock that stands still: each of the two has its own word all the same.
    await remove(s);
    await undo(s, ids);
    await remove(s);
    await s.pass(MINUTE);
    expect([words(s).length, s.edits.length]).toEqual([3, 2]);
    expect([1, 2].map((i) => stands(s, i)?.slice(0, 2))).toEqual(["🔔", "🔕"]);
    expect(s.broken).toEqual([]);
  });

  it("is told of the places that fell away, and not again by a Save that changes nothing of that", async () => {
    const s = await scene();
    expect(await change(s, { areas: ["EC-R"] })).toBe(true);
    expect(await change(s, { areas: ["EC-R"] })).toBe(false);
    expect(await change(s, { areas: ["EC-R", "EC-O"], leads: [60] })).toBe(false);
    await s.pass(MINUTE);
    expect(said(s)).toEqual([
      "🔕 No more curfew alerts come here for EC-G, since 23:40 (EC time). What stands above about EC-G (until Sun 05:00) is no longer kept up to date here: ask “/curfew”.",
    ]);
    // Another act, and another: each has its word, and only what is heard again is struck.
    await change(s, { topics: ["strikes"] });
    expect(said(s).slice(1)).toEqual([expect.stringMatching(/^🔕 No more curfew alerts come here for EC-R, EC-O, since 23:41 \(EC time\)\. What stands above about EC-R/u)]); // prettier-ignore
    await change(s, { topics: ["strikes", "curfews"] });
    expect(stands(s, 1)).toMatch(
      /^🔔 These alerts have been coming here again since Sat 10 Jan 23:41 \(EC time\)\.\n~~🔕/u,
    );
    expect(stands(s)).toMatch(/^🔕 No more curfew alerts come here for EC-G/u);
    expect(s.edits).toHaveLength(1);
  });

  it("is told of kinds in Spanish, with what is still above", async () => {
    const s = await scene({ language: "es" });
    await change(s, { topics: ["begins", "strikes"] });
    expect(said(s)).toEqual([
      "🔕 Ya no llegan aquí avisos de toques por venir, fines de toque para EC-G, EC-R, desde las 23:40 (hora de EC). Lo que está arriba sobre EC-G, EC-R (hasta el domingo 05:00) ya no se actualiza aquí: pregunta con «/toque-de-queda».",
    ]);
    await change(s, { topics: ["curfews"] });
    expect(said(s).slice(1)).toEqual([
      "🔕 Ya no llegan aquí avisos de ataques militares, desde las 23:40 (hora de EC).",
    ]);
    expect(stands(s)).toMatch(/^🔔 Estos avisos llegan aquí otra vez desde el sábado 10 ene\. 23:40 \(hora de EC\)\.\n~~🔕 Ya no llegan/u); // prettier-ignore
    expect(words(s)[1]?.message.signature).toBe("Lo cambió Ana.");
    expect(words(s)[1]?.message.embed?.fields?.[1]?.value).toMatch(/^El silencio aquí ya no dice nada sobre eso: «\/ataques»/u); // prettier-ignore
  });

  it("is not told where another set brings the same, nor by what only sounds otherwise", async () => {
    const s = await scene();
    const { subscribed } = await s.road.subscriptions.subscribe({ ...WHERE, kind: "channel", language: "en", zone: "America/Guayaquil", topics: ["curfews", "strikes"], areas: ["EC"], owner: ANA.id }); // prettier-ignore
    expect(subscribed.subscriptions).toHaveLength(2);
    await change(s, { areas: ["EC-G"], sounds: { curfews: "silent" }, endLeads: [30] });
    await s.pass(MINUTE);
    expect(said(s)).toEqual([]);
  });

  it("is told in quiet hours and in a pause at once", async () => {
    const s = await scene({ quietHours: { start: "22:00", end: "06:00" } });
    await s.road.pausing.begin(WHERE, undefined, ANA);
    await s.settle();
    // The begin was held: nothing stands above.
    await change(s, { areas: ["EC-R"] });
    await remove(s);
    expect(said(s).slice(1)).toEqual([
      "🔕 No more curfew alerts come here for EC-G, since 23:40 (EC time).",
      "🔕 No more alerts come here, since 23:40 (EC time).",
    ]);
  });

  it("is told once where the program ends between the act and the word, with what it heard before, and late if it is", async () => {
    const s = await scene();
    const { id } = set(s);
    const dies = async () => {
      await s.road.subscriptions.setSubscription(GUILD, id, { areas: ["EC-R"] });
      throw new Error("killed");
    };
    // Nothing comes after: neither the word nor that it was planned.
    const { topics, areas } = set(s);
    const was = { id, topics: [...topics], areas: [...areas] };
    await s.road.subscriptions.setDestination(GUILD, CHANNEL, { narrowed: [{ at: s.hand.clock.now(), by: ANA.id, was: [was] }] }); // prettier-ignore
    await expect(dies()).rejects.toThrow("killed");
    await s.restart();
    expect(said(s)).toEqual([]);
    await s.pass(10 * MINUTE);
    await s.restart();
    await s.pass(MINUTE);
    expect(said(s)).toEqual([
      "🔕 No more curfew alerts come here for EC-G, since 23:40 (EC time). What stands above about EC-G (until Sun 05:00) is no longer kept up to date here: ask “/curfew”. (This notice is 10 min late; Vigía was down.)", // prettier-ignore
    ]);
  });

  it("is told nothing where the act failed, nor once it is heard again before the word could be posted", async () => {
    const s = await scene();
    const fails = () => Promise.reject(new Error("no"));
    await expect(s.road.narrowing.during({ ...WHERE, by: ANA }, () => [], fails)).rejects.toThrow("no");
    await s.pass(MINUTE);
    s.answers.push(() => ({ is: "again", afterMs: 30_000, why: "discord-down" }));
    const ids = await remove(s);
    expect(said(s)).toEqual([]);
    await undo(s, ids);
    await s.pass(2 * MINUTE);
    expect(said(s)).toEqual([]);
    expect(s.road.subscriptions.destination(GUILD, CHANNEL)?.narrowed).toHaveLength(1);
  });

  it("that is gone for good is told nothing; one that is closed is not called again and again, and the word is given up after a day", async () => {
    const gone = await scene();
    await gone.road.subscriptions.pause(CHANNEL, "no-such-channel");
    await remove(gone, false);
    expect([said(gone), gone.road.subscriptions.destination(GUILD, CHANNEL)?.narrowed]).toEqual([[], undefined]);
    const s = await scene();
    s.closed.add(CHANNEL);
    await remove(s);
    await s.pass(HOUR);
    await s.pass(DAY);
    s.closed.delete(CHANNEL);
    await s.pass(HOUR);
    expect(said(s)).toEqual([]);
    const [row] = (await s.rows()).filter(({ alert }) => alert.kind === "alerts.narrowed");
    expect([row?.state, row?.attempts.length]).toEqual(["expired", 1]);
    expect(s.broken).toEqual([]);
  });

  it("is told whatever the record has lifted meanwhile without what is over, and a direct message nothing", async () => {
    const s = await scene({}, "2026-01-11T06:00");
    await remove(s);
    expect(said(s)).toEqual(["🔕 No more alerts come here, since 06:00 (EC time)."]);
    // Another night comes, but what stands above tells of the one that is over.
    const later = await scene({}, "2026-01-11T06:00", "2026-01-11");
    await remove(later);
    expect(said(later)).toEqual(["🔕 No more alerts come here, since 06:00 (EC time)."]);
    const own = await scene({ kind: "dm" });
    await remove(own, false);
    expect(said(own)).toEqual([]);
  });
});
