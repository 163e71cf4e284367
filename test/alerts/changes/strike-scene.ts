// A record of strikes, three channels and a clock for tests of what becomes of a strike: real store, ledger and courier, and a sender that keeps what it is given.
import { Courier } from "../../../src/alerts/courier/courier.ts";
import { KeptMessages } from "../../../src/alerts/ledger/kept-messages.ts";
import { Ledger } from "../../../src/alerts/ledger/ledger.ts";
import { Bookmark } from "../../../src/alerts/ledger/marks.ts";
import { News } from "../../../src/alerts/changes/news.ts";
import { renderer } from "../../../src/alerts/render/render.ts";
import { newestOf, spokenOf, strikeChanges } from "../../../src/alerts/changes/strike-changes.ts";
import { strikeNews } from "../../../src/alerts/changes/strike-news.ts";
import type { Delivery } from "../../../src/domain/delivery.ts";
import type { Fact } from "../../../src/domain/fact.ts";
import type { Strike } from "../../../src/domain/strike.ts";
import type { Language } from "../../../src/domain/text.ts";
import type { Figure } from "../../../src/domain/toll.ts";
import type { Why } from "../../../src/domain/why.ts";
import type { Engine } from "../../../src/engines/open.ts";
import { FactStore } from "../../../src/store/store.ts";
import { StoredSubscriptions } from "../../../src/store/stored-subscriptions.ts";
import { following } from "../../following.ts";
import { collect, handClock, memoryEngine, rememberingLog } from "../../support.ts";
import { someAnswers, steady } from "../stand-ins.ts";
import { orderedSender } from "./ordered-sender.ts";

export const GUILD = "900000000000000009";
export const channel = (n: number) => `90000000000000000${n}`;
export const AT = "2026-03-17T10:00:00-04:00";
const SOUTHCOM = { en: "SOUTHCOM", es: "SOUTHCOM" };

export const killed = (low: number, more: Partial<Figure> = {}): Figure => ({
  measure: "killed",
  low,
  atLeast: false,
  by: SOUTHCOM,
  ...more,
});

export const strike = (changes: Partial<Strike> = {}): Strike => ({
  id: "s1",
  target: "vessel",
  date: "2026-03-17",
  dateBasis: "announcement",
  region: "eastern-pacific",
  announcedBy: SOUTHCOM,
  orgIds: [],
  figures: [killed(3)],
  disputed: [],
  sources: [{ publisher: "SOUTHCOM", url: "https://example.org/1", date: "2026-03-17" }],
  ...changes,
});

export const updated: Why = { is: "updated", reason: { en: "A later statement" }, by: SOUTHCOM };

export async function strikeScene({ engine, at = AT }: { engine?: Engine; at?: string } = {}) {
  const hand = handClock(at);
  const own = engine ?? (await memoryEngine());
  const { log, lines } = rememberingLog();
  const { clock } = hand;
  const store = await FactStore.open(own.namespace("facts"), clock);
  const subscriptions = await StoredSubscriptions.open(own.namespace("subs"), clock);
  const ledger = await Ledger.open(own.namespace("deliveries"));
  const marks = own.namespace("marks");
  const versions = (subject: string) => store.versions("strike", subject);
  const news = async (bookmark = "c") =>
    new News({
      factsAfter: (seq) => store.after(seq),
      subscribed: (when) => subscriptions.at(when),
      announcers: [
        strikeNews({ known: () => store.known(), clock }),
        strikeChanges({ known: () => store.known(), versions, ledger, clock }),
      ],
      ledger,
      cursor: await Bookmark.open(marks, bookmark),
      clock,
    });
  const { sender, ...shown } = orderedSender();
  const broken: unknown[] = [];
  /** How often anything was tried, and so put into words. */
  const tried = { times: 0 };
  const courier = new Courier({
    ...steady,
    ledger,
    sender,
    clock,
    log,
    shown: new KeptMessages(own.namespace("marks")),
    broken: (error) => broken.push(error),
    scene: () => {
      tried.times += 1;
      return { known: store.known(), now: clock.now() };
    },
    render: renderer(
      someAnswers({
        strikeVersions: versions,
        spokenOf: (delivery) => spokenOf(ledger, delivery),
        newestOf: (delivery) => newestOf(ledger, delivery),
      }),
    ),
    standing({ guildId, destination, subscriptions: ids }) {
      const running = subscriptions.of(guildId, destination);
      if (running === undefined || !running.subscriptions.some(({ id }) => ids.includes(id))) return "ended";
      return running.destination.paused === undefined ? "open" : "paused";
    },
    closed: ({ destination }, why) => subscriptions.pause(destination, why),
  });
  return {
    hand,
    engine: own,
    store,
    ledger,
    courier,
    ...shown,
    broken,
    tried,
    lines,
    news,
    subscriptions,
    /** Writes a version and plans it. */
    async record(
      kind: "strike.recorded" | "strike.changed" | "strike.withdrawn",
      content: object,
      more: object = {},
    ): Promise<Fact> {
      const fact = await this.write(kind, content, more);
      await (await news()).catchUp();
      return fact;
    },
    async write(
      kind: "strike.recorded" | "strike.changed" | "strike.withdrawn",
      content: object,
      more: object = {},
    ): Promise<Fact> {
      const done = await store.record([following(store, kind, content, more)], "p");
      if (done.is !== "recorded" || done.facts[0] === undefined) throw new Error(done.is);
      return done.facts[0];
    },
    subscribe: (n: number, language: Language = "en") =>
      subscriptions.subscribe({
        guildId: GUILD,
        channelId: channel(n),
        kind: "channel",
        language,
        zone: "America/Guayaquil",
        topics: ["strikes"],
        areas: ["EC"],
        owner: "900000000000000008",
      }),
    end: (n: number) => subscriptions.end({ guildId: GUILD, channelId: channel(n), by: "900000000000000008" }),
    async settle() {
      courier.start();
      await courier.idle();
    },
    async pass(ms: number) {
      hand.pass(ms);
      await courier.idle();
    },
    rows: (): Promise<Delivery[]> => collect(ledger.all()),
    texts: () => shown.posts.map(({ message }) => message.content),
  };
}

export const states = (rows: readonly Delivery[]) =>
  rows.map(
    ({ alert, edits, state, reason }) => `${edits === undefined ? "" : "edit "}${alert.kind} ${state}: ${reason}`,
  );
