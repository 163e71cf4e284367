// A server is forgotten: nothing of it is left in the store, whatever was under way, and also where the program is killed at any write. Read from the raw rows.
import { describe, expect, it } from "vitest";
import { longArgs } from "../../../src/discord/long-args.ts";
import type { Engine } from "../../../src/engines/open.ts";
import type { Store } from "../../../src/engines/store.ts";
import { collect } from "../../support.ts";
import { closuresScene, dm, ELSEWHERE, GUAYAS, GUILD, OTHER_GUILD, OWNER, SECOND } from "./scene.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
type Scene = Awaited<ReturnType<typeof closuresScene>>;

/** Everything there is to forget: a closed channel that somebody has, what waits for it, a handover, names, settings, a row that waits for Discord. */
async function lived() {
  const s = await closuresScene();
  const { subscribed } = await s.subscribe(GUAYAS);
  await s.subscribe("200000000000000005");
  await s.subscribe(ELSEWHERE, { guildId: OTHER_GUILD });
  await s.strike();
  for (const { id } of subscribed.subscriptions)
    await s.road.subscriptions.setSubscription(GUILD, id, {
      secondContact: SECOND,
      seen: { people: [OWNER], after: 30 },
    });
  await s.road.duty.handOver({ guildId: GUILD, from: OWNER, to: SECOND, by: OWNER, language: "en" });
  s.discord.closed.set(GUAYAS, ["SendMessages"]);
  await s.strike();
  const since = s.road.subscriptions.destination(GUILD, GUAYAS)?.paused?.at ?? 0;
  await s.road.channels.take(GUAYAS, since, { id: OWNER, name: "Ana" });
  await s.road.subscriptions.setDestination(GUILD, GUAYAS, { pause: { from: 1, by: OWNER } });
  await s.settled();
  // Cards that people left open: one by this program, one of the time before rows stood under their server.
  const args = longArgs(s.engine.namespace("marks"), s.hand.clock);
  const draft = JSON.stringify({ guildId: GUILD, channelId: GUAYAS, areas: ["EC-G"] });
  await args.in(GUILD).keep([draft, "digest", JSON.stringify({ at: "tempranito" })]);
  await args.in(GUILD).keep(["tempranito"]);
  await args.keep([draft, "tempranito"]);
  return s;
}

async function left(s: Scene, wanted = GUILD): Promise<string[]> {
  const found: string[] = [];
  for (const name of ["subs", "deliveries", "marks"] as const)
    for await (const { key, value } of s.engine.namespace(name).scan())
      if (`${key} ${JSON.stringify(value)}`.includes(wanted)) found.push(`${name} ${key}`);
  return found;
}

/** From the write after so many on, nothing reaches the store. */
function killedAfter(engine: Pick<Engine, "namespace">, writes: number) {
  let made = 0;
  const guarded =
    <Args extends unknown[], Made>(write: (...args: Args) => Promise<Made>) =>
    async (...args: Args): Promise<Made> => {
      made += 1;
      if (made > writes) throw new Error("killed");
      return write(...args);
    };
  return {
    namespace: (name: Parameters<Engine["namespace"]>[0]): Store => {
      const store = engine.namespace(name);
      return {
        ...store,
        read: (key) => store.read(key),
        scan: (after) => store.scan(after),
        add: guarded((rows) => store.add(rows)),
        addAll: guarded((rows) => store.addAll(rows)),
        swap: guarded((rows) => store.swap(rows)),
        remove: guarded((rows) => store.remove(rows)),
      };
    },
  };
}

describe("a server that is forgotten", () => {
  it("is told before how much there is, loses all of it and nothing else, and hears nothing more", async () => {
    const s = await lived();
    expect(s.road.forgetting.kept(GUILD)).toMatchObject({
      channels: 2,
      subscriptions: 2,
      pauses: 1,
      handovers: 1,
      seenLists: 1,
      names: 1,
    });
    expect(s.road.forgetting.kept(GUILD).notices).toBeGreaterThan(3);
    const others = (await left(s, OTHER_GUILD)).length;
    const shown = JSON.stringify(s.discord.shown);
    await s.road.forgetting.forget(GUILD);
    await s.settled();
    await s.prune();
    for (const word of [GUILD, GUAYAS, "200000000000000005", SECOND, "tempranito"])
      expect(await left(s, word), word).toEqual([]);
    expect((await left(s, OTHER_GUILD)).length).toBe(others);
    await s.pass(2 * HOUR);
    expect(JSON.stringify(s.discord.shown)).toBe(shown);
    expect(Object.values(s.road.forgetting.kept(GUILD)).every((count) => count === 0)).toBe(true);
    await s.strike();
    expect(s.discord.texts(ELSEWHERE)).toHaveLength(3);
    expect(s.broken).toEqual([]);
  });

  it("keeps no text that only its channels were shown, once the next minutes are over", async () => {
    const s = await closuresScene();
    await s.subscribe(GUAYAS);
    await s.strike();
    await s.road.forgetting.forget(GUILD);
    await s.pass(MINUTE);
    await s.prune();
    const marks = [];
    for await (const { key } of s.engine.namespace("marks").scan()) marks.push(key);
    expect(marks.filter((key) => /^(shown|forget|person|have)-/.test(key))).toEqual([]);
  });

  it("waits for the post that is under way, and the program goes on", async () => {
    const s = await closuresScene();
    await s.subscribe(GUAYAS);
    let answer = (): void => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    s.discord.before = () => held;
    const striking = s.strike();
    await expect.poll(() => s.discord.posts).toEqual([GUAYAS]);
    const forgetting = s.road.forgetting.forget(GUILD);
    // As far as it gets without that answer; and nothing can be planned for the server meanwhile.
    for (let i = 0; i < 50; i += 1) await new Promise(setImmediate);
    const [row] = await collect(s.road.ledger.all());
    if (row === undefined) throw new Error("it did not wait for the post");
    await s.road.ledger.plan([{ ...row, id: "0".repeat(64), state: "planned", attempts: [], parts: [] }]);
    expect(await collect(s.road.ledger.all())).toHaveLength(1);
    answer();
    await Promise.all([striking, forgetting]);
    await s.prune();
    expect(await left(s)).toEqual([]);
    expect(s.broken).toEqual([]);
    await s.subscribe(GUAYAS);
    await s.strike();
    expect(s.discord.texts(GUAYAS)).toHaveLength(2);
  });

  it("is forgotten wholly at the next start, at whichever write the program was killed", async () => {
    for (let writes = 0; ; writes += 1) {
      const s = await lived();
      s.drop();
      await s.settled();
      const shown = s.discord.shown.length;
      // The start itself writes nothing here.
      await s.reopen(killedAfter(s.engine, writes), { idle: true });
      const done = await s.road.forgetting.forget(GUILD).then(
        () => true,
        () => false,
      );
      s.drop();
      await s.reopen();
      await s.settled();
      // Killed before its first write nothing had been asked for.
      if (writes === 0) expect((await left(s)).length).toBeGreaterThan(0);
      else {
        await s.prune();
        expect(await left(s)).toEqual([]);
      }
      expect(s.discord.shown.length).toBe(shown);
      if (done) return expect(writes).toBeGreaterThan(5);
      if (writes > 40) throw new Error("never done");
    }
  });

  it("leaves nobody a word to wait for: who has it and the handover are gone, too", async () => {
    const s = await lived();
    await s.road.forgetting.forget(GUILD);
    expect(s.road.duty.running(GUILD, OWNER)).toBeUndefined();
    expect(s.road.ledger.channels.of(GUAYAS)).toEqual([]);
    const word = s.discord.texts(dm(SECOND)).length;
    await s.pass(3 * HOUR);
    expect(s.discord.texts(dm(SECOND))).toHaveLength(word);
  });
});
