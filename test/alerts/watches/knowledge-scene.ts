// A tick with the watches of knowledge over the shipped data, or over checks that a test records by hand; the ledger's rows are what is looked at.
import { join } from "node:path";
import { Clockwork } from "../../../src/alerts/clockwork.ts";
import { checkWatch } from "../../../src/alerts/watches/check-watch.ts";
import { edgeWatch } from "../../../src/alerts/watches/edge-watch.ts";
import { knowledgeWatch } from "../../../src/alerts/watches/knowledge-watch.ts";
import { Ledger } from "../../../src/alerts/ledger/ledger.ts";
import { Bookmark } from "../../../src/alerts/ledger/marks.ts";
import { renderer } from "../../../src/alerts/render/render.ts";
import type { Delivery } from "../../../src/domain/delivery.ts";
import { newSubject } from "../../../src/domain/id.ts";
import { HOUR, instant, isoOf, MINUTE, type Millis } from "../../../src/domain/time.ts";
import { dataset } from "../../../src/importers/dataset/index.ts";
import { take } from "../../../src/importers/take.ts";
import { FactStore } from "../../../src/store/store.ts";
import type { Subscribed } from "../../../src/store/subscriptions.ts";
import { collect, handClock, memoryEngine, rememberingLog } from "../../support.ts";
import { someAnswers } from "../stand-ins.ts";

const DATA = join(import.meta.dirname, "../../../data");
export const REVIEW = "900000000000000077";
export const ec = (text: string): Millis => instant(`${text}:00-05:00`);

export const channel = (id: string, areas: [string, ...string[]], since = 0): Subscribed => ({
  destination: {
    v: 1,
    id: `90000000000000000${id}`,
    guildId: "900000000000000009",
    kind: "channel",
    language: "en",
    zone: "America/Guayaquil",
  },
  subscriptions: [
    {
      v: 1,
      id: `sub-${id}`,
      destination: `90000000000000000${id}`,
      guildId: "900000000000000009",
      topics: ["curfews", "strikes"],
      areas,
      leads: [],
      endLeads: [],
      owner: "900000000000000008",
      since,
    },
  ],
});

interface Wishes {
  audience?: Subscribed[];
  freshness?: number;
  /** Leave out the coverage that ships, so that only the test's own checks count. */
  bare?: boolean;
  review?: boolean;
}

export async function knowledgeScene(
  at: string,
  { audience = [channel("1", ["EC"])], freshness = 24, bare = false, review = true }: Wishes = {},
) {
  const engine = await memoryEngine();
  const hand = handClock(`${at}:00-05:00`);
  const store = await FactStore.open(engine.namespace("facts"), hand.clock, { rewinds: true });
  const data = dataset(DATA);
  const kept = {
    ...data,
    read: async () => (await data.read()).filter(({ versions }) => !bare || versions[0].kind !== "coverage.confirmed"),
  };
  await take(kept, store, [], ec("2026-11-23T12:00"));
  const ledger = await Ledger.open(engine.namespace("deliveries"));
  const about = () => ({ guildId: "900000000000000009", language: "en" as const });
  // Another process over the same store: what a restart finds.
  const build = async (rows: Ledger) =>
    new Clockwork({
      known: (now) => store.known(now),
      subscribed: () => audience,
      watches: [
        edgeWatch({ ledger: rows, clock: hand.clock }),
        knowledgeWatch({ ledger: rows, clock: hand.clock }),
        checkWatch({
          ledger: rows,
          clock: hand.clock,
          channel: review ? { id: REVIEW, about } : undefined,
          freshness: freshness * HOUR,
        }),
      ],
      ledger: rows,
      watermark: await Bookmark.open(engine.namespace("marks"), "w"),
      clock: hand.clock,
      serverTime: async () => hand.clock.now(),
      log: rememberingLog().log,
    });
  let rows = ledger;
  let clockwork = await build(rows);
  await clockwork.tick(hand.clock.now());
  const all = async (): Promise<Delivery[]> => collect(rows.all());
  const render = renderer(someAnswers());
  return {
    store,
    audience,
    /** Minute by minute; `step` minutes where nothing can happen in between. */
    async play(to: string, step = 1) {
      for (let now = hand.clock.now(); now < ec(to);) {
        now = Math.min(ec(to), now + step * MINUTE);
        await clockwork.tick(hand.set(now));
      }
    },
    /** Nobody ticks until then. */
    async outage(to: string) {
      await clockwork.tick(hand.set(ec(to)));
    },
    async restart() {
      rows = await Ledger.open(engine.namespace("deliveries"));
      clockwork = await build(rows);
    },
    /** The same time planned once more, as after a crash before the watermark moved. */
    async again(from: string, to: string) {
      const mark = await Bookmark.open(engine.namespace("marks"), "w");
      await mark.move(ec(from));
      rows = await Ledger.open(engine.namespace("deliveries"));
      clockwork = await build(rows);
      await clockwork.tick(hand.set(ec(to)));
    },
    back: (to: string) => clockwork.tick(hand.set(ec(to))),
    async check(areas: [string, ...string[]], at: string, { from = at, hours = freshness } = {}) {
      hand.set(ec(at));
      const id = newSubject("coverage");
      const content = {
        id,
        areas,
        from: isoOf(ec(from)),
        to: isoOf(ec(at) + hours * HOUR),
        checkedAt: isoOf(ec(at)),
        asOfEachDay: false,
        completes: [],
        basis: { en: "checked" },
        notes: [],
        sources: [],
      };
      await store.record([{ kind: "coverage.confirmed", subject: id, content }], "somebody");
    },
    all,
    /** Of one kind: `10T06:15 loud EC-X,EC-Y`. */
    async told(...kinds: string[]) {
      return (await all())
        .filter(({ alert }) => kinds.includes(alert.kind))
        .sort((a, b) => a.plannedAt - b.plannedAt || (a.id < b.id ? -1 : 1));
    },
    line: (row: Delivery) =>
      render(row, {
        known: store.known(),
        now: hand.clock.now(),
        ...(row.lateBy === undefined ? {} : { lateBy: row.lateBy }),
      }),
    ledger: () => rows,
  };
}
