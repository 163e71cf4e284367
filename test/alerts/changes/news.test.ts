// New facts become deliveries once, in the order of the log, for those who were subscribed when it was recorded. History stays silent.
import { describe, expect, it } from "vitest";
import { Ledger } from "../../../src/alerts/ledger/ledger.ts";
import { Bookmark } from "../../../src/alerts/ledger/marks.ts";
import { News } from "../../../src/alerts/changes/news.ts";
import { strikeNews } from "../../../src/alerts/changes/strike-news.ts";
import type { Draft } from "../../../src/domain/fact.ts";
import { isFresh } from "../../../src/domain/fresh.ts";
import type { Strike } from "../../../src/domain/strike.ts";
import { instant } from "../../../src/domain/time.ts";
import { FactStore } from "../../../src/store/store.ts";
import { StoredSubscriptions } from "../../../src/store/stored-subscriptions.ts";
import { collect, handClock, memoryEngine } from "../../support.ts";

const strike = (date: string, changes: Partial<Strike> = {}): Strike => ({
  id: "x",
  target: "vessel",
  date,
  dateBasis: "announcement",
  region: "caribbean",
  announcedBy: { en: "SOUTHCOM", es: "SOUTHCOM" },
  orgIds: [],
  figures: [],
  disputed: [],
  sources: [{ publisher: "AP" }],
  ...changes,
});
const recorded = (subject: string, content: Strike, knownFrom?: string): Draft => ({
  kind: "strike.recorded",
  subject,
  content: { ...content, id: subject },
  ...(knownFrom === undefined ? {} : { knownFrom }),
});
const GUILD = "900000000000000009";
const channel = (n: number) => ({
  guildId: GUILD,
  channelId: `90000000000000000${n}`,
  kind: "channel" as const,
  language: "es" as const,
  zone: "America/Guayaquil",
  topics: ["strikes"] as const,
  areas: ["EC"],
  owner: "900000000000000008",
});

async function scene() {
  const engine = await memoryEngine();
  const hand = handClock("2026-03-17T10:00:00-04:00");
  const store = await FactStore.open(engine.namespace("facts"), hand.clock);
  const subscriptions = await StoredSubscriptions.open(engine.namespace("subs"), hand.clock);
  const ledger = await Ledger.open(engine.namespace("deliveries"));
  const build = async () =>
    new News({
      factsAfter: (seq) => store.after(seq),
      subscribed: (at) => subscriptions.at(at),
      announcers: [strikeNews({ known: () => store.known(), clock: hand.clock })],
      ledger,
      cursor: await Bookmark.open(engine.namespace("marks"), "c"),
      clock: hand.clock,
    });
  return { hand, store, subscriptions, ledger, build, rows: () => collect(ledger.all()), engine };
}

describe("news", () => {
  it("of a strike recorded now goes to every channel subscribed, once", async () => {
    const s = await scene();
    await s.subscriptions.subscribe(channel(1));
    await s.subscriptions.subscribe(channel(2));
    const news = await s.build();
    await s.store.record([recorded("a", strike("2026-03-17"))], "p");
    await Promise.all([news.catchUp(), news.catchUp()]);
    expect((await Bookmark.open(s.engine.namespace("marks"), "c")).at).toBe(1);
    await (await s.build()).catchUp();
    expect((await s.rows()).map((row) => [row.alert.kind, row.channelId, row.state, row.language])).toEqual(
      expect.arrayContaining([
        ["strike.recorded", channel(1).channelId, "planned", "es"],
        ["strike.recorded", channel(2).channelId, "planned", "es"],
      ]),
    );
    expect(await s.rows()).toHaveLength(2);
  });

  it("of history is not announced: neither the data set's nor an old strike's nor a land operation's", async () => {
    const s = await scene();
    await s.subscriptions.subscribe(channel(1));
    const news = await s.build();
    await s.store.record(
      [
        recorded("a", strike("2026-03-17"), "2026-03-17T00:00:00-04:00"),
        recorded("b", strike("2026-03-10")),
        recorded("c", strike("2026-03-17", { target: "land" })),
      ],
      "p",
    );
    await news.catchUp();
    expect(await s.rows()).toEqual([]);
  });

  it("goes to those who were subscribed when it was recorded, also when planned only after a crash", async () => {
    const s = await scene();
    await s.subscriptions.subscribe(channel(1));
    await s.store.record([recorded("a", strike("2026-03-17"))], "p");
    s.hand.set("2026-03-17T10:01:00-04:00");
    await s.subscriptions.subscribe(channel(2));
    await (await s.build()).catchUp();
    expect((await s.rows()).map((row) => row.channelId)).toEqual([channel(1).channelId]);
  });

  it("keeps the cursor behind the rows: a crash in between plans it again", async () => {
    const s = await scene();
    await s.subscriptions.subscribe(channel(1));
    await s.store.record([recorded("a", strike("2026-03-17"))], "p");
    const deliveries = s.engine.namespace("deliveries");
    const add = deliveries.add.bind(deliveries);
    deliveries.add = async () => Promise.reject(new Error("killed"));
    await expect((await s.build()).catchUp()).rejects.toThrow("killed");
    deliveries.add = add;
    await (await s.build()).catchUp();
    expect(await s.rows()).toHaveLength(1);
  });

  it("is news for 72 hours after the end of its day or of its announcement's, in US time", () => {
    const at = (text: string) => instant(text);
    expect(isFresh({ date: "2026-03-14" }, at("2026-03-17T23:59:00-04:00"))).toBe(true);
    expect(isFresh({ date: "2026-03-14" }, at("2026-03-18T00:00:00-04:00"))).toBe(false);
    expect(isFresh({ date: "2026-03-01", announcedOn: "2026-03-14" }, at("2026-03-17T23:59:00-04:00"))).toBe(true);
  });
});

describe("subscriptions", () => {
  it("of the same channel twice are one, end without being forgotten, and are read again after a restart", async () => {
    const s = await scene();
    expect((await s.subscriptions.subscribe(channel(1))).is).toBe("new");
    expect((await s.subscriptions.subscribe(channel(1))).is).toBe("already");
    const before = s.hand.clock.now();
    s.hand.set(before + 60_000);
    expect(
      await s.subscriptions.end({
        guildId: "900000000000000007",
        channelId: channel(1).channelId,
        by: "900000000000000008",
      }),
    ).toEqual([]);
    expect(
      await s.subscriptions.end({ guildId: GUILD, channelId: channel(1).channelId, by: "900000000000000008" }),
    ).toHaveLength(1);
    const again = await StoredSubscriptions.open(s.engine.namespace("subs"), s.hand.clock);
    expect(again.running()).toEqual([]);
    expect([again.at(before).length, again.at(before + 60_000).length, again.list(GUILD).length]).toEqual([1, 0, 0]);
  });

  it("of a paused channel run again when it is subscribed anew", async () => {
    const s = await scene();
    await s.subscriptions.subscribe(channel(1));
    await s.subscriptions.pause(channel(1).channelId, "forbidden");
    expect(s.subscriptions.list(GUILD)[0]?.destination.paused?.reason).toBe("forbidden");
    expect((await s.subscriptions.subscribe(channel(1))).is).toBe("new");
    expect(s.subscriptions.list(GUILD)[0]?.destination.paused).toBeUndefined();
    expect(s.subscriptions.list(GUILD)[0]?.subscriptions).toHaveLength(1);
  });
});
