// The message that is kept up to date, on the road: one message, two rows, edited when something has changed or some minutes have passed, and only by a clock that is
// believed. What moderators, settings and a crash do to it.
import { describe, expect, it } from "vitest";
import { REFRESH } from "../../../src/alerts/boards/boards.ts";
import { alertsList } from "../../../src/views/settings/listed.ts";
import type { Subscribed } from "../../../src/store/subscriptions.ts";
import { CHANNELS, GUILD, type RoadScene, roadScene } from "../road-scene.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const [HERE = ""] = CHANNELS;

async function board(scene: RoadScene, channel = HERE): Promise<Subscribed> {
  const { subscribed } = await scene.subscribe(channel);
  await scene.road.subscriptions.setDestination(GUILD, channel, { board: { since: scene.hand.clock.now() } });
  await scene.settle();
  return subscribed;
}

/** Who looks after it is told. */
async function cared({ road }: RoadScene): Promise<void> {
  road.closures.start();
  road.closures.look();
  for (let i = 0; i < 3; i += 1) {
    await road.closures.idle();
    road.courier.wake();
    await road.courier.idle();
  }
}

const boardRows = async (scene: RoadScene) => (await scene.rows()).filter(({ alert }) => alert.kind === "board");
const ofBoard = (scene: RoadScene) => scene.posts.filter(({ text }) => text.startsWith("📌"));
function stands(scene: RoadScene, index = -1) {
  const message = scene.standing.get(ofBoard(scene).at(index)?.messageId ?? "");
  if (message === undefined) throw new Error("no board stands");
  return message;
}
const stampOf = (scene: RoadScene) => `<t:${Math.floor(scene.hand.clock.now() / 1000)}:R>`;

describe("the message that is kept up to date", () => {
  it("is posted once, in silence, pinned, and says what holds, since when nobody has looked, and how far it is known", async () => {
    const scene = await roadScene();
    await board(scene);
    expect(ofBoard(scene)).toHaveLength(1);
    expect(scene.pins).toEqual([`+${ofBoard(scene)[0]?.messageId}`]);
    const { content, embed } = stands(scene);
    expect(content).toMatch(/^📌 As of Sat 10 Jan 12:00 \(EC time\): ⚪ No curfew now in EC-G\. None announced/);
    expect(content).not.toContain("<t:");
    expect(embed?.description).toContain(stampOf(scene));
    expect(embed?.footer).not.toContain("<t:");
    expect(await boardRows(scene)).toMatchObject([{ state: "sent", loud: false, roles: [] }]);
  });

  it("is edited at once when a decree is recorded and when a curfew begins, and else every ten minutes", async () => {
    const scene = await roadScene();
    await board(scene);
    await scene.pass(9 * MINUTE);
    expect(scene.edits).toEqual([]);
    await scene.pass(MINUTE);
    expect(scene.edits).toHaveLength(1);
    expect(stands(scene).embed?.description).toContain(stampOf(scene));
    await scene.declare("d1", 2);
    expect(scene.edits).toHaveLength(2);
    expect(stands(scene).content).toMatch(/No curfew now in EC-G\. Next: today, Sat 10 Jan 23:00/);
    expect(JSON.stringify(stands(scene).embed?.fields)).toMatch(/Last recorded.*NEW CURFEW/);
    const begin = Date.parse("2026-01-11T04:00:00Z");
    await scene.pass(begin - 3 * MINUTE - scene.hand.clock.now());
    const before = scene.edits.length;
    await scene.pass(3 * MINUTE);
    expect(scene.edits).toHaveLength(before + 1);
    expect(stands(scene).content).toMatch(/^📌 As of .*: 🔴 CURFEW NOW in EC-G until Sun 11 Jan 05:00/);
  });

  it("is two rows after a year of edits, keeps no copy of them, and is not let go of", async () => {
    const scene = await roadScene();
    await board(scene);
    const marks = async () => {
      let count = 0;
      for await (const { key } of scene.engine.namespace("marks").scan()) count += Number(key.startsWith("shown-"));
      return count;
    };
    await scene.pass(HOUR);
    const kept = await marks();
    for (let month = 0; month < 16; month += 1) await scene.pass(30 * DAY);
    await scene.prune();
    expect(await marks()).toBe(kept);
    const rows = await boardRows(scene);
    expect(rows).toHaveLength(2);
    expect(rows.every(({ attempts }) => attempts.length <= 1)).toBe(true);
    expect(ofBoard(scene)).toHaveLength(1);
    expect(scene.edits.length).toBeGreaterThan(15);
  });

  it("is not renewed by a clock that nobody confirms: it ages by itself", async () => {
    const scene = await roadScene();
    await board(scene);
    const before = stands(scene).embed?.description;
    scene.discord.time = scene.hand.clock.now() - 5 * HOUR;
    await scene.turn(5 * HOUR);
    expect(scene.edits).toEqual([]);
    // Not so much as planned: what is planned by that clock would be posted by it later.
    expect(await boardRows(scene)).toHaveLength(1);
    expect(stands(scene).embed?.description).toBe(before);
    scene.discord.time = undefined;
    await scene.pass(3 * MINUTE);
    expect(stands(scene).embed?.description).toContain(stampOf(scene));
  });

  it("does not say by such a clock since when it is kept no more, and says so by a right one", async () => {
    const scene = await roadScene();
    await board(scene);
    scene.discord.time = scene.hand.clock.now() - 5 * HOUR;
    await scene.turn(5 * HOUR);
    await scene.road.subscriptions.setDestination(GUILD, HERE, { board: undefined });
    await scene.settle();
    expect(await boardRows(scene)).toHaveLength(1);
    scene.discord.time = undefined;
    await scene.pass(3 * MINUTE);
    expect(stands(scene).content).toMatch(/^⏹️ No longer kept up to date since Sat 10 Jan 17:03/);
  });

  it("is posted anew once when somebody deletes it, and given up when it is deleted again within a day", async () => {
    const scene = await roadScene();
    await board(scene);
    const gone = { is: "never", why: "message-deleted", closes: false } as const;
    scene.editAnswers.push(gone);
    await scene.pass(REFRESH);
    expect(ofBoard(scene)).toHaveLength(2);
    await scene.pass(REFRESH);
    expect(scene.edits.at(-1)?.messageId).toBe(ofBoard(scene)[1]?.messageId);
    scene.editAnswers.push(gone);
    await scene.pass(REFRESH);
    await scene.pass(2 * DAY);
    expect(ofBoard(scene)).toHaveLength(2);
    expect(scene.road.subscriptions.destination(GUILD, HERE)?.board).toBeUndefined();
    // Somebody wants it again.
    await scene.road.subscriptions.setDestination(GUILD, HERE, { board: { since: scene.hand.clock.now() } });
    await scene.settle();
    expect(ofBoard(scene)).toHaveLength(3);
  });

  it.each([
    ["en", /^⚠️ The message kept up to date in <#900000000000000001> is NO LONGER updated.*deleted it twice/u],
    ["es", /^⚠️ El mensaje que se mantenía al día en <#900000000000000001> YA NO se actualiza.*dos veces/u],
  ] as const)(
    "that is given up is told to its owner, once, and anew only after it was wanted again (%s)",
    async (language, words) => {
      const scene = await roadScene();
      await board(scene);
      await scene.road.subscriptions.setDestination(GUILD, HERE, { language });
      scene.system.channel = "900000000000000005";
      const told = () => scene.posts.filter(({ text }) => words.test(text)).map(({ channel }) => channel);
      const twice = async () => {
        for (const _ of [1, 2]) {
          scene.editAnswers.push({ is: "never", why: "message-deleted", closes: false });
          await scene.pass(REFRESH);
        }
        await cared(scene);
      };
      await twice();
      expect(told().toSorted()).toEqual(["900000000000000005", "dm900000000000000008"]);
      const [notice] = scene.posts.filter(({ text }) => words.test(text));
      expect(JSON.stringify(notice?.message)).toMatch(/Board, threads, events|Tablero, hilos, eventos/u);
      const list = alertsList(scene.road.subscriptions.list(GUILD), { record: scene.store.known(), language });
      expect(JSON.stringify(list)).toMatch(
        /is OFF since Sat 10 Jan 12:20|está APAGADO desde el sábado 10 ene\. 12:20/u,
      );
      await scene.pass(MINUTE);
      await cared(scene);
      await scene.restart();
      await cared(scene);
      expect(told()).toHaveLength(2);
      // Wanted again: nobody else is called for it, and the list is silent.
      await scene.road.subscriptions.setDestination(GUILD, HERE, {
        board: { since: scene.hand.clock.now() },
        boardOff: undefined,
      });
      await scene.pass(2 * HOUR);
      await cared(scene);
      expect(told()).toHaveLength(2);
      await scene.pass(DAY);
      await twice();
      expect(told()).toHaveLength(4);
    },
  );

  it("says that it is kept no more when it is switched off, and when its subscription ends, and is unpinned once", async () => {
    const scene = await roadScene();
    await board(scene);
    await scene.pass(REFRESH);
    await scene.road.subscriptions.setDestination(GUILD, HERE, { board: undefined });
    await scene.settle();
    expect(stands(scene).content).toMatch(/^⏹️ No longer kept up to date since Sat 10 Jan 12:10 \(EC time\)\./);
    expect(stands(scene).embed?.fields).toBeUndefined();
    const [first] = ofBoard(scene);
    expect(scene.pins).toEqual([`+${first?.messageId}`, `-${first?.messageId}`]);
    const edits = scene.edits.length;
    await scene.pass(HOUR);
    await scene.restart();
    expect(scene.edits).toHaveLength(edits);

    await scene.road.subscriptions.setDestination(GUILD, HERE, { board: { since: scene.hand.clock.now() } });
    await scene.settle();
    await scene.road.subscriptions.end({ guildId: GUILD, channelId: HERE, by: "900000000000000008" });
    await scene.settle();
    expect(stands(scene).content).toMatch(/^⏹️ No longer kept up to date/);
    // And subscribed again: the old message stays as it is, a new one is posted.
    await scene.pass(MINUTE);
    await scene.subscribe(HERE);
    await scene.settle();
    expect(ofBoard(scene)).toHaveLength(3);
    expect(stands(scene).content).toMatch(/^📌/);
  });

  it("works unpinned where it may not pin, tries once, and unpins nothing then", async () => {
    const scene = await roadScene();
    scene.pinAnswers.push("again", "refused");
    await board(scene);
    await scene.pass(REFRESH);
    await scene.pass(REFRESH);
    expect(scene.pins).toEqual([]);
    expect(scene.pinAnswers).toEqual([]);
    expect(scene.edits).toHaveLength(2);
    await scene.road.subscriptions.setDestination(GUILD, HERE, { board: undefined });
    await scene.settle();
    expect(scene.pins).toEqual([]);
  });

  it("goes on after a restart and after an edit of which nobody knows how it ended", async () => {
    const scene = await roadScene();
    await board(scene);
    scene.editAnswers.push({ is: "unsure", why: "timed-out" });
    await scene.pass(REFRESH);
    expect(scene.edits).toEqual([]);
    await scene.restart();
    await scene.pass(REFRESH);
    expect(scene.edits.length).toBeGreaterThan(0);
    expect(ofBoard(scene)).toHaveLength(1);
    expect(await boardRows(scene)).toHaveLength(2);
    expect(scene.broken).toEqual([]);
  });

  it("follows the language and the places of its channel, and waits while that is closed", async () => {
    const scene = await roadScene();
    await board(scene);
    await scene.road.subscriptions.setDestination(GUILD, HERE, { language: "es" });
    await scene.settle();
    expect(stands(scene).content).toMatch(/^📌 Al .*: ⚪ Sin toque ahora en EC-G\./);
    await scene.road.subscriptions.pause(HERE, "forbidden");
    const edits = scene.edits.length;
    await scene.pass(HOUR);
    expect(scene.edits).toHaveLength(edits);
    await scene.road.subscriptions.resume(GUILD, HERE);
    await scene.pass(MINUTE);
    expect(scene.edits).toHaveLength(edits + 1);
  });

  it("counts as no notice of the channel's", async () => {
    const scene = await roadScene();
    await board(scene);
    await scene.road.subscriptions.setSubscription(
      GUILD,
      scene.road.subscriptions.of(GUILD, HERE)?.subscriptions[0]?.id ?? "",
      { topics: ["begins"], leads: [] },
    );
    expect(scene.road.ledger.lately.newest(GUILD).get(HERE)).toBeUndefined();
    await scene.declare("d1", 1);
    await scene.pass(Date.parse("2026-01-11T04:00:00Z") - scene.hand.clock.now());
    const rows = await scene.rows();
    expect(rows.filter(({ alert }) => alert.kind === "curfew.began")).toMatchObject([{ state: "sent" }]);
    expect(scene.road.ledger.lately.newest(GUILD).get(HERE)?.newest.kind).toBe("curfew.began");
  });

  it("is a hundred boards in one pass without an edit too many, and the next pass finds nothing to do", async () => {
    const scene = await roadScene();
    for (let i = 0; i < 100; i += 1) {
      const channel = `8000000000000${String(i).padStart(5, "0")}`;
      await scene.subscribe(channel);
      await scene.road.subscriptions.setDestination(GUILD, channel, { board: { since: scene.hand.clock.now() } });
    }
    await scene.settle();
    // Pins share their road with what people ask: some in each pass.
    expect(ofBoard(scene)).toHaveLength(100);
    await scene.pass(REFRESH);
    expect(new Set(scene.edits.map(({ messageId }) => messageId)).size).toBe(100);
    expect(scene.edits).toHaveLength(100);
    await scene.pass(MINUTE);
    expect(scene.edits).toHaveLength(100);
  });
});
