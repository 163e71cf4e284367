// The whole of what alerts: record, ledger, tick with every watch, news, courier, and channels that keep what a reader sees. Driven by hand.
import { KeptMessages } from "../../src/alerts/ledger/kept-messages.ts";
import { checkWatch } from "../../src/alerts/watches/check-watch.ts";
import { Clockwork } from "../../src/alerts/clockwork.ts";
import { Courier } from "../../src/alerts/courier/courier.ts";
import { curfewNews } from "../../src/alerts/changes/curfew-news.ts";
import { edgeWatch } from "../../src/alerts/watches/edge-watch.ts";
import { knowledgeWatch } from "../../src/alerts/watches/knowledge-watch.ts";
import { Ledger } from "../../src/alerts/ledger/ledger.ts";
import { Bookmark } from "../../src/alerts/ledger/marks.ts";
import { News } from "../../src/alerts/changes/news.ts";
import { placeWatch } from "../../src/alerts/watches/place-watch.ts";
import { renderer } from "../../src/alerts/render/render.ts";
import type { Sender } from "../../src/alerts/courier/sender.ts";
import { soonWatch } from "../../src/alerts/watches/soon-watch.ts";
import { strikeNews } from "../../src/alerts/changes/strike-news.ts";
import type { Area } from "../../src/domain/area.ts";
import type { Coverage } from "../../src/domain/coverage.ts";
import type { Curfew } from "../../src/domain/curfew.ts";
import type { Delivery } from "../../src/domain/delivery.ts";
import type { Draft } from "../../src/domain/fact.ts";
import type { Language } from "../../src/domain/text.ts";
import { HOUR, instant, MINUTE, type Millis } from "../../src/domain/time.ts";
import { FactStore } from "../../src/store/store.ts";
import { StoredProposals } from "../../src/store/proposals.ts";
import { StoredSubscriptions } from "../../src/store/stored-subscriptions.ts";
import { covered, ecuadorAreas, stamp } from "../domain/fixtures.ts";
import { following } from "../following.ts";
import { collect, handClock, memoryEngine, rememberingLog } from "../support.ts";
import { someAnswers, someSender, steady } from "./stand-ins.ts";

const GUILD = "900000000000000009";
export const ec = (text: string): Millis => instant(`${text.length === 16 ? `${text}:00` : text}-05:00`);
const isoEc = (at: Millis): string => new Date(at).toISOString();

/** A message as it stands in a channel. `was`: its first line as posted. */
export interface Shown {
  at: Millis;
  id: string;
  text: string;
  was: string;
  silent: boolean;
  replyTo?: string | undefined;
}

interface Wish {
  areas?: [string, ...string[]];
  leads?: number[];
  endLeads?: number[];
  language?: Language;
}

export async function together(
  at: string,
  known: string | false = "2026-04-30T00:00",
  freshness = 24,
  areas: readonly Area[] = ecuadorAreas(),
) {
  const engine = await memoryEngine();
  const hand = handClock(`${at}:00-05:00`);
  const { clock } = hand;
  const { log, lines } = rememberingLog();
  const store = await FactStore.open(engine.namespace("facts"), clock);
  const subscriptions = await StoredSubscriptions.open(engine.namespace("subs"), clock);
  const marks = engine.namespace("marks");
  const proposals = await StoredProposals.open(engine.namespace("marks"));
  const versions = (subject: string) => store.versions("curfew", subject);
  const channels = new Map<string, Shown[]>();
  const shown = (id: string) => channels.get(`90000000000000000${id}`) ?? [];
  let failing = false;
  const sender: Sender = someSender({
    async post(channel, message, how) {
      if (failing) return { is: "again", why: "discord-down", afterMs: 60_000 };
      const list = channels.get(channel) ?? [];
      channels.set(channel, list);
      const id = `${channel}-${list.length + 1}`;
      const text = message.content;
      list.push({ at: clock.now(), id, text, was: text, silent: how.silent, replyTo: how.replyTo });
      return { is: "sent", messageId: id };
    },
    async edit(channel, messageId, message) {
      if (failing) return { is: "again", why: "discord-down", afterMs: 60_000 };
      const own = channels.get(channel)?.find(({ id }) => id === messageId);
      if (own === undefined) return { is: "never", why: "message-deleted", closes: false };
      own.text = message.content;
      return { is: "sent", messageId };
    },
    find: async () => ({ is: "absent" }),
    serverTime: async () => clock.now(),
    missingPermissions: async () => [],
    ground: async () => "no such channel",
    managed: async () => ({ server: false, channels: [] }),
  });
  const broken: unknown[] = [];
  const build = async () => {
    const ledger = await Ledger.open(engine.namespace("deliveries"));
    const review = { id: "900000000000000077", about: () => ({ guildId: GUILD, language: "en" as const }) };
    const clockwork = new Clockwork({
      known: () => store.known(),
      subscribed: () => subscriptions.running(),
      watches: [
        edgeWatch({ ledger, clock }),
        soonWatch({ ledger, clock }),
        placeWatch({ ledger, clock, subscribed: () => subscriptions.running() }),
        knowledgeWatch({ ledger, clock }),
        checkWatch({ ledger, clock, channel: review, freshness: freshness * HOUR }),
      ],
      ledger,
      watermark: await Bookmark.open(marks, "w"),
      clock,
      serverTime: async () => clock.now(),
      log,
    });
    const news = new News({
      factsAfter: (seq) => store.after(seq),
      subscribed: (when) => subscriptions.at(when),
      announcers: [
        strikeNews({ known: () => store.known(), clock }),
        curfewNews({ known: () => store.known(), versions, ledger, clock }),
      ],
      ledger,
      cursor: await Bookmark.open(marks, "c"),
      clock,
    });
    const courier = new Courier({
      ...steady,
      shown: new KeptMessages(engine.namespace("marks")),
      ledger,
      sender,
      clock,
      log,
      broken: (error) => broken.push(error),
      scene: () => ({ known: store.known(), now: clock.now() }),
      render: renderer(someAnswers({ versions })),
      standing: ({ guildId, destination }) =>
        subscriptions.of(guildId, destination)?.destination.paused === undefined ? "open" : "paused",
      closed: async () => undefined,
    });
    return { ledger, clockwork, news, courier };
  };
  const brought = (drafts: Draft[]) => store.record(drafts, "data");
  const since = isoEc(ec("2024-01-01T00:00"));
  await brought(areas.map((content) => ({ kind: "area.recorded", subject: content.id, content, knownFrom: since })));
  if (known !== false) {
    const content = covered(["EC"], "2026-01-01T00:00", known);
    await brought([{ kind: "coverage.confirmed", subject: content.id, content, knownFrom: since }]);
  }
  let now = await build();
  await now.news.catchUp();
  await now.clockwork.tick(clock.now());
  now.courier.start();
  const settle = async () => {
    now.courier.wake();
    await now.courier.idle();
  };
  const tick = async (to: Millis) => {
    const did = await now.clockwork.tick(hand.set(to));
    await settle();
    return did;
  };
  const write = async (draft: Draft) => {
    const done = await store.record([draft], "p");
    if (done.is !== "recorded") throw new Error(`${done.is} ${JSON.stringify(done)}`);
  };
  let checks = 0;
  return {
    hand,
    store,
    subscriptions,
    broken,
    lines,
    shown,
    settle,
    now: () => clock.now(),
    /** `15T23:00 loud text` lines of what a channel shows, as it stands by now. */
    story: (id = "1", from = 0) =>
      shown(id)
        .slice(from)
        .map((one) => `${stamp(one.at).slice(8)} ${one.silent ? "silent" : "loud"} ${one.text}`),
    rows: (): Promise<Delivery[]> => collect(now.ledger.all()),
    waiting: () => now.ledger.waiting().length,
    subscribe: (id = "1", { areas = ["EC-G"], leads = [], endLeads = [], language = "en" }: Wish = {}) =>
      subscriptions.subscribe({
        guildId: GUILD,
        channelId: `90000000000000000${id}`,
        kind: "channel",
        language,
        zone: "America/Guayaquil",
        topics: ["curfews"],
        areas,
        leads,
        endLeads,
        owner: "900000000000000008",
      }),
    pause: (id = "1") => subscriptions.pause(`90000000000000000${id}`, "by-hand"),
    /** Minute by minute, each answered before the next. */
    async play(to: string, each: () => void = () => undefined) {
      while (clock.now() < ec(to)) {
        await tick(Math.min(ec(to), Math.floor(clock.now() / MINUTE) * MINUTE + MINUTE));
        each();
      }
    },
    /** Nobody ticks until then; what is recorded meanwhile is not possible: the program is down. */
    outage: async (to: string) => {
      await now.courier.stop();
      now = await build();
      hand.set(ec(to));
      await now.clockwork.tick(clock.now());
      await now.news.catchUp();
      now.courier.start();
      await settle();
    },
    tick: (to: string) => tick(ec(to)),
    tickAt: tick,
    /** The process dies after rows are written and before the watermark moves, and comes back. */
    async twice() {
      const mark = await Bookmark.open(marks, "w");
      const before = mark.at ?? 0;
      return async () => {
        await now.courier.stop();
        await (await Bookmark.open(marks, "w")).move(before);
        now = await build();
        await now.clockwork.tick(clock.now());
        await now.news.catchUp();
        now.courier.start();
        await settle();
      };
    },
    async restart() {
      await now.courier.stop();
      now = await build();
      now.courier.start();
      await settle();
    },
    discord: (is: "down" | "up") => {
      failing = is === "down";
      if (is === "up") hand.pass(10 * MINUTE);
    },
    /** Whatever was recorded by other hands is told. */
    async announced() {
      await now.news.catchUp();
      await settle();
    },
    proposals,
    async record(kind: Draft["kind"], content: Curfew | { reason: Curfew["title"] }, subject = "d1") {
      await write(following(store, kind, content, { subject }));
      await now.news.catchUp();
      await settle();
    },
    /** Somebody looks now: known from `from` for so many hours on. */
    async check(
      areas: [string, ...string[]] = ["EC"],
      { from, hours = freshness }: { from?: string; hours?: number } = {},
    ) {
      const id = `check-${++checks}`;
      const content: Coverage = {
        ...covered(areas, "2026-01-01T00:00", "2026-01-02T00:00"),
        id,
        from: isoEc(from === undefined ? clock.now() : ec(from)),
        to: isoEc(clock.now() + hours * HOUR),
        checkedAt: isoEc(clock.now()),
      };
      await write({ kind: "coverage.confirmed", subject: id, content });
      await now.news.catchUp();
      await settle();
    },
  };
}
