// Channels that ask for little, on the road: what has to reach them all the same, so that their silence is never taken for an answer. The sentences are written
// by hand.
import { describe, expect, it } from "vitest";
import type { Subscription } from "../../../src/domain/subscription.ts";
import { covered } from "../../domain/fixtures.ts";
import { CHANNELS, GUILD, type RoadScene, roadScene } from "../road-scene.ts";

const MINUTE = 60_000;
const [HERE = "", THERE = ""] = CHANNELS;
const ec = (text: string) => Date.parse(`${text}:00-05:00`);

async function subscribed(scene: RoadScene, own: Partial<Subscription>, channel = HERE) {
  const { subscribed: made } = await scene.road.subscriptions.subscribe({
    guildId: GUILD,
    channelId: channel,
    kind: "channel",
    language: "en",
    zone: "America/Guayaquil",
    topics: own.topics ?? ["changes"],
    areas: own.areas ?? ["EC-G"],
    owner: "900000000000000008",
  });
  await scene.road.subscriptions.setSubscription(GUILD, made.subscriptions.at(-1)?.id ?? "", own);
}

/** All curfews are known until then, and not for years. */
async function knownUntil(scene: RoadScene, to: string) {
  const subject = scene.store.after(0).find(({ kind }) => kind === "coverage.confirmed")?.subject ?? "";
  const prev = scene.store.head("coverage", subject)?.id ?? "";
  const reason = { en: "too long", es: "demasiado" };
  await scene.store.record([{ kind: "coverage.withdrawn", subject, prev, content: { reason } }], "p");
  const content = { ...covered(["EC"], "2026-01-01T00:00", to), id: "shorter" };
  await scene.store.record([{ kind: "coverage.confirmed", subject: "shorter", content }], "p");
  await scene.road.news.catchUp();
}

/** Ticks at these times; what passes between two of them is looked back at, and an outage where that is long. */
async function ticks(scene: RoadScene, ...times: string[]) {
  for (const time of times) await scene.pass(ec(time) - scene.hand.clock.now());
}
const shows = (scene: RoadScene, channel = HERE) =>
  scene.posts.filter((one) => one.channel === channel).map(({ text }) => text);
const kinds = async (scene: RoadScene, channel = HERE) =>
  (await scene.rows())
    .filter(({ channelId }) => channelId === channel)
    .map(({ alert, state }) => `${alert.kind} ${state}`);

const LAPSE = /^❔ .*NOT KNOWN/;

describe("the end of what is known, where a curfew ends", () => {
  it.each([["changes"], ["begins"], ["soon"]] as const)(
    "is a notice of its own to who asks for %s alone",
    async (topic) => {
      const scene = await roadScene();
      await knownUntil(scene, "2026-01-11T05:00");
      await subscribed(scene, { topics: [topic], leads: [], endLeads: [] });
      await scene.declare("d1", 1);
      await ticks(
        scene,
        "2026-01-10T22:59",
        "2026-01-10T23:00",
        "2026-01-11T04:59",
        "2026-01-11T05:00",
        "2026-01-11T05:01",
        "2026-01-11T07:01",
      );
      const lapses = (await kinds(scene)).filter((one) => one.startsWith("knowledge.lapsed"));
      expect(lapses).toEqual(["knowledge.lapsed sent"]);
      expect((await kinds(scene)).filter((one) => one.startsWith("curfew.ended"))).toEqual([]);
      expect(shows(scene).at(-1)).toMatch(LAPSE);
      expect(shows(scene).at(-1)).not.toMatch(/No curfew|over/);
    },
  );

  it("is said by the end itself to who asks for ends, and once to who asks for both", async () => {
    const scene = await roadScene();
    await knownUntil(scene, "2026-01-11T05:00");
    await subscribed(scene, { topics: ["ends"] });
    await subscribed(scene, { topics: ["changes"] }, THERE);
    await subscribed(scene, { topics: ["ends"] }, THERE);
    await scene.declare("d1", 1);
    await ticks(
      scene,
      "2026-01-10T22:59",
      "2026-01-10T23:00",
      "2026-01-11T04:59",
      "2026-01-11T05:00",
      "2026-01-11T05:01",
      "2026-01-11T07:01",
    );
    for (const channel of [HERE, THERE]) {
      const told = (await kinds(scene, channel)).filter((one) => !one.startsWith("curfew.declared"));
      expect(told).toEqual(["curfew.ended sent"]);
      expect(shows(scene, channel).at(-1)).toMatch(/Last announced night over at 05:00.*NOT KNOWN from then on/);
    }
  });

  it("is told in that very minute where another night is near, once to each", async () => {
    const scene = await roadScene();
    await knownUntil(scene, "2026-01-11T05:00");
    await subscribed(scene, { topics: ["changes"] });
    await subscribed(scene, { topics: ["ends"] }, THERE);
    await scene.declare("d1", 2);
    await ticks(scene, "2026-01-10T22:59", "2026-01-10T23:00", "2026-01-11T04:59", "2026-01-11T05:00");
    const told = (await scene.rows()).filter(({ alert }) => /ended|lapsed/.test(alert.kind));
    expect(told.map(({ alert, channelId }) => `${alert.kind} ${channelId}`).sort()).toEqual([
      `curfew.ended ${THERE}`,
      `knowledge.lapsed ${HERE}`,
    ]);
  });

  it("is told of the other places of who asks for ends in some of them alone", async () => {
    const scene = await roadScene();
    await knownUntil(scene, "2026-01-11T05:00");
    await subscribed(scene, { topics: ["ends"], areas: ["EC-0901"] });
    await subscribed(scene, { topics: ["begins"], areas: ["EC-0902"] });
    await scene.declare("d1", 1);
    await ticks(
      scene,
      "2026-01-10T22:59",
      "2026-01-10T23:00",
      "2026-01-11T04:59",
      "2026-01-11T05:00",
      "2026-01-11T05:01",
      "2026-01-11T07:01",
    );
    const rows = (await scene.rows()).filter(({ alert }) => ["curfew.ended", "knowledge.lapsed"].includes(alert.kind));
    expect(rows.map(({ alert, shown }) => [alert.kind, ...shown].join(" ")).sort()).toEqual([
      "curfew.ended EC-0901",
      "knowledge.lapsed EC-0902",
    ]);
  });

  it("is no concern of who asks for strikes, or for trouble alone", async () => {
    const scene = await roadScene();
    await knownUntil(scene, "2026-01-11T05:00");
    await subscribed(scene, { topics: ["strikes"] });
    await subscribed(scene, { topics: ["trouble"] }, THERE);
    await scene.declare("d1", 1);
    await ticks(scene, "2026-01-10T23:00", "2026-01-11T05:00", "2026-01-11T07:01");
    expect([...shows(scene), ...shows(scene, THERE)]).toEqual([]);
  });
});

describe("an outage, to who wants to be told beforehand alone", () => {
  const soon = { topics: ["soon"], leads: [120], endLeads: [] } satisfies Partial<Subscription>;
  const missed = async (scene: RoadScene) => (await kinds(scene)).filter((one) => !one.startsWith("curfew.declared"));

  it("that swallowed the notice and the night is one summary with the begin, and nothing of the end", async () => {
    const scene = await roadScene();
    await subscribed(scene, soon);
    await scene.declare("d1", 1);
    await ticks(scene, "2026-01-10T20:00", "2026-01-11T06:00");
    const [row, ...more] = (await scene.rows()).filter(({ alert }) => alert.kind === "vigia.down");
    expect(more).toEqual([]);
    expect(row?.alert).toMatchObject({ missed: [{ kind: "curfew.began", at: ec("2026-01-10T23:00") }] });
    expect(shows(scene).at(-1)).toMatch(/^🛠️ Vigía was down Sat 10 Jan 20:00 -> Sun 11 Jan,? 06:00/);
    expect((await missed(scene)).filter((one) => one.endsWith(" sent"))).toEqual(["vigia.down sent"]);
  });

  it("that swallowed the notice tells the begin itself while the night runs", async () => {
    const scene = await roadScene();
    await subscribed(scene, soon);
    await scene.declare("d1", 1);
    await ticks(scene, "2026-01-10T20:00", "2026-01-11T01:00");
    expect((await missed(scene)).filter((one) => one.endsWith(" sent"))).toEqual(["curfew.began sent"]);
    expect(shows(scene).at(-1)).toMatch(/^🔴 CURFEW NOW since 23:00, until Sun 11 Jan 05:00.*2 h late/);
  });

  it("after the notice came swallows nothing that was asked for: no summary, no begin", async () => {
    const scene = await roadScene();
    await subscribed(scene, soon);
    await scene.declare("d1", 1);
    await ticks(scene, "2026-01-10T20:59", "2026-01-10T21:00", "2026-01-11T06:00");
    expect(await missed(scene)).toEqual(["curfew.soon sent"]);
  });

  it("of a minute between two ticks is none", async () => {
    const scene = await roadScene();
    await subscribed(scene, soon);
    await scene.declare("d1", 1);
    await ticks(scene, "2026-01-10T20:00", "2026-01-10T21:00", "2026-01-10T22:59");
    await scene.pass(MINUTE);
    expect((await missed(scene)).filter((one) => !one.startsWith("curfew.soon"))).toEqual([]);
  });
});
