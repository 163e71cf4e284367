// The road of an alert over a disk that is full for a while: nothing lost, nothing doubled, what is late says so, and memory and store say the same.
import { afterAll, describe, expect, it } from "vitest";
import { StoreFault } from "../../../src/engines/faults.ts";
import { patient } from "../../../src/engines/patience.ts";
import { HOUR, MINUTE } from "../../../src/domain/time.ts";
import { smallDisk } from "../../engines/full.ts";
import { scratch } from "../../engines/scratch.ts";
import { rememberingLog } from "../../support.ts";
import { CHANNELS, type RoadScene, roadScene } from "../road-scene.ts";

const temporary = scratch();
afterAll(() => temporary.remove());

const CHANNEL = CHANNELS[0] ?? "";

async function house() {
  const disk = await smallDisk(temporary.file());
  const { log, lines } = rememberingLog();
  // The scene's clock is made by the scene: it is handed on as soon as there is one.
  const timers: { after: (delay: number, run: () => void) => () => void; machine: () => number } = {
    after: () => () => undefined,
    machine: () => 0,
  };
  const engine = patient(disk.engine, {
    clock: { after: (delay, run) => timers.after(delay, run), machine: () => timers.machine() },
    log,
  });
  const s = await roadScene({ engine });
  Object.assign(timers, {
    after: (delay: number, run: () => void) => s.hand.clock.after(delay, run),
    machine: () => s.hand.clock.machine(),
  });
  await s.subscribe(CHANNEL);
  return { disk, engine, s, lines };
}

/** Time passes by the hour, with whatever is tried meanwhile; nothing is waited for that may wait for room. */
async function wait(s: RoadScene, ms: number): Promise<void> {
  for (let i = 0; i < ms / MINUTE; i += 1) {
    s.hand.set(s.hand.clock.now() + MINUTE);
    s.hand.pass(MINUTE);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** What memory holds is what the store holds. */
async function agree(s: RoadScene): Promise<void> {
  const open = (await s.rows()).filter(({ state }) =>
    ["planned", "held", "sending", "again", "unsure"].includes(state),
  );
  const held = s.road.ledger.waiting().flatMap((one) => s.road.ledger.of(one).map(({ delivery }) => delivery));
  expect(held.map(({ id, state }) => `${id} ${state}`).toSorted()).toEqual(
    open.map(({ id, state }) => `${id} ${state}`).toSorted(),
  );
  for (const { key, version } of held.length > 0 ? s.road.ledger.of(held[0]?.destination ?? "") : [])
    expect((await s.road.ledger.read(key))?.version).toBe(version);
}

describe("a disk that is full for a while", () => {
  it("when a fact's alert is planned: it goes out once when there is room, and says that it is late", async () => {
    const { disk, s, lines } = await house();
    await s.store.record([], "p");
    await s.strike("s0");
    const before = s.posts.length;
    // Recorded, and then no room for the row.
    const date = "2026-01-10";
    const { strike } = await import("../changes/strike-scene.ts");
    const sources = [{ publisher: "SOUTHCOM", url: "https://example.org/1", date }];
    await s.store.record(
      [{ kind: "strike.recorded", subject: "s1", content: { ...strike({ id: "s1", date }), sources } }],
      "p",
    );
    await disk.fill();
    const planned = s.road.news.catchUp();
    await wait(s, HOUR);
    expect(s.posts).toHaveLength(before);
    expect((await s.rows()).length).toBe(before);
    await agree(s);
    expect(lines.map(({ level }) => level)).toEqual(["error"]);
    // A question is answered from memory meanwhile.
    expect(s.store.known().strikes.map(({ id }) => id)).toContain("s1");
    await disk.free();
    await wait(s, MINUTE);
    await planned;
    await s.settle();
    expect(s.posts).toHaveLength(before + 1);
    expect(s.posts.at(-1)?.text).toMatch(/late/i);
    await agree(s);
    await s.restart();
    await s.tick();
    expect(s.posts).toHaveLength(before + 1);
    expect(s.broken).toEqual([]);
    await disk.engine.close();
  });

  it("before a post: nothing is posted of which no row tells, and afterwards it stands once, worded as of then", async () => {
    const { disk, s } = await house();
    await s.road.courier.stop();
    const date = "2026-01-10";
    const { strike } = await import("../changes/strike-scene.ts");
    const sources = [{ publisher: "SOUTHCOM", url: "https://example.org/1", date }];
    await s.store.record(
      [{ kind: "strike.recorded", subject: "s1", content: { ...strike({ id: "s1", date }), sources } }],
      "p",
    );
    await s.road.news.catchUp();
    await disk.fill();
    s.road.courier.start();
    await wait(s, 2 * HOUR);
    expect(s.posts).toEqual([]);
    expect((await s.rows()).map(({ state }) => state)).toEqual(["planned"]);
    await agree(s);
    await disk.free();
    await wait(s, MINUTE);
    await s.settle();
    expect(s.posts).toHaveLength(1);
    expect(s.posts[0]?.text).toMatch(/late/i);
    expect((await s.rows()).map(({ state }) => state)).toEqual(["sent"]);
    expect(s.broken).toEqual([]);
    await disk.engine.close();
  });

  it("when a post stands already: that is kept as soon as there is room, and it is not posted again", async () => {
    const { disk, s } = await house();
    // Longer than a page: what grows by less may find room in the page where its row lies, however full the disk is.
    const messageId = "9".repeat(5000);
    s.answers.push(async () => {
      await disk.fill();
      return { is: "sent", messageId };
    });
    void s.strike("s1");
    await wait(s, HOUR);
    expect(s.posts.map((post) => post.messageId)).toEqual([messageId]);
    expect((await s.rows()).map(({ state }) => state)).toEqual(["sending"]);
    await agree(s);
    await disk.free();
    await wait(s, MINUTE);
    await s.settle();
    expect((await s.rows()).map(({ state, parts }) => [state, parts[0]?.messageId])).toEqual([["sent", messageId]]);
    expect(s.posts).toHaveLength(1);
    await s.restart();
    expect(s.posts).toHaveLength(1);
    expect(s.broken).toEqual([]);
    await disk.engine.close();
  });

  it("in a tick: the minutes that could not be kept are planned in their order, late, each once", async () => {
    const { disk, s } = await house();
    await s.declare("d1", 1);
    const before = s.posts.length;
    s.hand.set("2026-01-10T22:59:00-05:00");
    await s.tick();
    const soon = s.posts.length;
    await disk.fill();
    s.hand.set("2026-01-10T23:00:00-05:00");
    const tick = s.road.clockwork.tick(s.hand.clock.now());
    await wait(s, HOUR);
    expect(s.posts).toHaveLength(soon);
    await disk.free();
    await wait(s, MINUTE);
    await tick;
    await s.settle();
    expect(soon).toBeGreaterThanOrEqual(before);
    expect(s.posts).toHaveLength(soon + 1);
    expect(s.posts.at(-1)?.text).toMatch(/late/i);
    await s.tick();
    await s.restart();
    await s.tick();
    expect(s.posts).toHaveLength(soon + 1);
    await agree(s);
    await disk.engine.close();
  });

  it("when a person asks: subscribing, pausing and proposing are refused whole, and memory forgets them too", async () => {
    const { disk, engine, s } = await house();
    const other = CHANNELS[1] ?? "";
    await disk.fill();
    const refused = (work: () => Promise<unknown>) => expect(engine.asked(work)).rejects.toThrow(StoreFault);
    await refused(() => s.subscribe(other));
    expect(s.road.subscriptions.running().map(({ destination }) => destination.id)).toEqual([CHANNEL]);
    await refused(() => s.road.people.remember("g", { id: "1", name: "Ana".repeat(2000) }));
    await refused(async () => s.strike("s9"));
    expect(s.store.head("strike", "s9")).toBeUndefined();
    await disk.free();
    await engine.asked(() => s.subscribe(other));
    await engine.asked(async () => s.strike("s9"));
    await s.settle();
    expect(s.posts.map(({ channel }) => channel).toSorted()).toEqual([...CHANNELS].toSorted());
    await s.restart();
    expect(s.road.subscriptions.running()).toHaveLength(2);
    expect(s.broken).toEqual([]);
    await disk.engine.close();
  });

  it("stops the program all the same where the fault is another", async () => {
    const { disk, s } = await house();
    await disk.engine.close();
    await expect(s.subscribe(CHANNELS[1] ?? "")).rejects.toMatchObject({ reason: "closed" });
  });
});
