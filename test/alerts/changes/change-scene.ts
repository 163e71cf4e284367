// A channel, a record and a clock for tests of changes: decrees are recorded, declared anew, and what the channel would be shown is read.
import { KeptMessages } from "../../../src/alerts/ledger/kept-messages.ts";
import { curfewNews } from "../../../src/alerts/changes/curfew-news.ts";
import { Courier } from "../../../src/alerts/courier/courier.ts";
import { Ledger } from "../../../src/alerts/ledger/ledger.ts";
import { Bookmark } from "../../../src/alerts/ledger/marks.ts";
import { News } from "../../../src/alerts/changes/news.ts";
import { renderer } from "../../../src/alerts/render/render.ts";
import type { Manner, Outcome, Sender } from "../../../src/alerts/courier/sender.ts";
import { Clockwork } from "../../../src/alerts/clockwork.ts";
import { edgeWatch } from "../../../src/alerts/watches/edge-watch.ts";
import type { Watch } from "../../../src/alerts/watches/watch.ts";
import type { Curfew } from "../../../src/domain/curfew.ts";
import type { Delivery } from "../../../src/domain/delivery.ts";
import type { Draft } from "../../../src/domain/fact.ts";
import type { Language } from "../../../src/domain/text.ts";
import type { Engine } from "../../../src/engines/open.ts";
import { FactStore } from "../../../src/store/store.ts";
import { StoredSubscriptions } from "../../../src/store/stored-subscriptions.ts";
import type { Message } from "../../../src/views/message.ts";
import { covered, curfew, ecuadorAreas } from "../../domain/fixtures.ts";
import { following } from "../../following.ts";
import { collect, handClock, memoryEngine, rememberingLog } from "../../support.ts";
import { someAnswers, someSender, steady } from "../stand-ins.ts";

const GUILD = "900000000000000009";
export const CHANNEL = "900000000000000001";
export const ec = (text: string) => `${text}:00-05:00`;

export interface Posted {
  messageId: string;
  message: Message;
  how: Manner;
}

export const decree = (more: Partial<Curfew> = {}, areas: string[] = ["EC-G"]): Curfew => ({
  ...curfew("d1", [{ start: "23:00", end: "05:00", areas: [areas[0] ?? "EC-G", ...areas.slice(1)] }]),
  decree: "Decreto 1",
  title: { en: "d1", es: "d1" },
  authority: { en: "the president", es: "la Presidencia" },
  ...more,
});

export async function changeScene(
  at: string,
  { engine, more = [], known = "2026-04-30T00:00" }: { engine?: Engine; more?: Watch[]; known?: string } = {},
) {
  const hand = handClock(ec(at));
  const own = engine ?? (await memoryEngine());
  const { log } = rememberingLog();
  const store = await FactStore.open(own.namespace("facts"), hand.clock);
  const subscriptions = await StoredSubscriptions.open(own.namespace("subs"), hand.clock);
  const ledger = await Ledger.open(own.namespace("deliveries"));
  const marks = own.namespace("marks");
  const clock = hand.clock;
  const versions = (subject: string) => store.versions("curfew", subject);
  const build = async (bookmark = "c") =>
    new News({
      factsAfter: (seq) => store.after(seq),
      subscribed: (when) => subscriptions.at(when),
      announcers: [curfewNews({ known: () => store.known(), versions, ledger, clock })],
      ledger,
      cursor: await Bookmark.open(marks, bookmark),
      clock,
    });
  const clockwork = new Clockwork({
    known: () => store.known(),
    subscribed: () => subscriptions.running(),
    watches: [edgeWatch({ ledger, clock }), ...more],
    ledger,
    watermark: await Bookmark.open(marks, "w"),
    clock,
    serverTime: async () => clock.now(),
    log,
  });
  const posts: Posted[] = [];
  const edits: { messageId: string; message: Message }[] = [];
  const answers: Outcome[] = [];
  let found: string | undefined;
  const sender: Sender = someSender({
    async post(_channel, message, how) {
      const next = answers.shift() ?? { is: "sent", messageId: `m${posts.length + 1}` };
      if (next.is === "sent") posts.push({ messageId: next.messageId, message, how });
      return next;
    },
    async edit(_channel, messageId, message) {
      const next = answers.shift() ?? { is: "sent", messageId };
      if (next.is === "sent") edits.push({ messageId, message });
      return next;
    },
    find: async () => (found === undefined ? { is: "absent" } : { is: "found", messageId: found }),
  });
  const broken: unknown[] = [];
  const courier = new Courier({
    ...steady,
    shown: new KeptMessages(own.namespace("marks")),
    ledger,
    sender,
    clock,
    log,
    broken: (error) => broken.push(error),
    scene: () => ({ known: store.known(), now: clock.now() }),
    render: renderer(someAnswers({ versions })),
    standing: () => "open",
    closed: async () => undefined,
  });
  const record = async (kind: Draft["kind"], content: Curfew | object, changes: object = {}, news?: News) => {
    const own = "id" in content ? {} : { subject: "d1" };
    const done = await store.record([following(store, kind, content, { ...own, ...changes })], "p");
    if (done.is !== "recorded") throw new Error(done.is);
    await (news ?? (await build())).catchUp();
    return done.facts[0];
  };
  const subscribe = (areas: string[] = ["EC-G"], language: Language = "en", channelId = CHANNEL) =>
    subscriptions.subscribe({
      guildId: GUILD,
      channelId,
      kind: "channel",
      language,
      zone: "America/Guayaquil",
      topics: ["curfews"],
      areas,
      owner: "900000000000000008",
    });
  // The places and how far they are known, as an import would have brought them.
  await store.record(
    ecuadorAreas().map((content): Draft => ({
      kind: "area.recorded",
      subject: content.id,
      content,
      knownFrom: ec("2024-01-01T00:00"),
    })),
    "data",
  );
  const coverage = covered(["EC"], "2026-01-01T00:00", known);
  await store.record(
    [{ kind: "coverage.confirmed", subject: coverage.id, content: coverage, knownFrom: ec("2026-01-01T00:00") }],
    "data",
  );
  await (await build()).catchUp();
  await clockwork.tick(clock.now());
  return {
    hand,
    engine: own,
    store,
    ledger,
    courier,
    clockwork,
    posts,
    edits,
    answers,
    broken,
    record,
    subscribe,
    build,
    look: (messageId: string) => (found = messageId),
    rows: (): Promise<Delivery[]> => collect(ledger.all()),
    /** Every minute up to then, each answered before the next. */
    async playTo(to: string) {
      const end = Date.parse(ec(to));
      while (clock.now() < end) {
        hand.set(Math.min(end, Math.floor(clock.now() / 60_000) * 60_000 + 60_000));
        await clockwork.tick(clock.now());
        await courier.idle();
      }
    },
    async settle() {
      courier.wake();
      await courier.idle();
    },
    texts: () => posts.map(({ message }) => message.content),
  };
}
