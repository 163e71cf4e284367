// A record, the real commands' answers and a channel to share them in, for tests of what becomes of a shared answer.
import { COMMANDS } from "../../../commands/index.ts";
import { Courier } from "../../../src/alerts/courier/courier.ts";
import { KeptMessages } from "../../../src/alerts/ledger/kept-messages.ts";
import { Ledger } from "../../../src/alerts/ledger/ledger.ts";
import { Bookmark } from "../../../src/alerts/ledger/marks.ts";
import { News } from "../../../src/alerts/changes/news.ts";
import { People } from "../../../src/alerts/ledger/people.ts";
import { renderer } from "../../../src/alerts/render/render.ts";
import {
  type AnswerIn,
  answerChanges,
  factOf,
  recordFor,
  superseded,
} from "../../../src/alerts/changes/shared-changed.ts";
import { Sharing } from "../../../src/alerts/asked/sharing.ts";
import { topicOf } from "../../../src/alerts/ledger/told-of.ts";
import { asker } from "../../../src/answering/again.ts";
import type { Delivery } from "../../../src/domain/delivery.ts";
import type { Draft, Fact, FactKind } from "../../../src/domain/fact.ts";
import type { Question } from "../../../src/domain/question.ts";
import type { Language } from "../../../src/domain/text.ts";
import type { Engine } from "../../../src/engines/open.ts";
import { FactStore } from "../../../src/store/store.ts";
import { covered, ecuadorAreas } from "../../domain/fixtures.ts";
import { following } from "../../following.ts";
import { collect, handClock, memoryEngine, rememberingLog } from "../../support.ts";
import { someAnswers, steady } from "../stand-ins.ts";
import { orderedSender } from "./ordered-sender.ts";

export const GUILD = "300000000000000001";
export const ec = (text: string) => `${text}:00-05:00`;

export async function sharedScene({ engine, at = "2026-03-16T10:05" }: { engine?: Engine; at?: string } = {}) {
  const hand = handClock(ec(at));
  const { clock } = hand;
  const own = engine ?? (await memoryEngine());
  const { log, lines } = rememberingLog();
  const store = await FactStore.open(own.namespace("facts"), clock, { home: "EC" });
  const ledger = await Ledger.open(own.namespace("deliveries"));
  const marks = own.namespace("marks");
  const people = await People.open(marks);
  const sharing = new Sharing({ ledger, people, clock });
  const ask = asker(COMMANDS);
  /** Every question that was put to a command, to see what a fact costs. */
  const asked: Question[] = [];
  const answerIn: AnswerIn = (question, language, known, now) => {
    asked.push(question);
    return ask(question, language, { known, names: store.names(store.known()), now, defaultArea: "EC" });
  };
  const versions = (name: string, subject: string) => store.versions(name, subject);
  const news = async (bookmark = "c") =>
    new News({
      factsAfter: (seq) => store.after(seq),
      subscribed: () => [],
      announcers: [answerChanges({ known: (when) => store.known(when), answerIn, versions, ledger, clock })],
      ledger,
      cursor: await Bookmark.open(marks, bookmark),
      clock,
    });
  const { sender, ...shown } = orderedSender();
  const broken: unknown[] = [];
  const courier = new Courier({
    ...steady,
    ledger,
    sender,
    clock,
    log,
    shown: new KeptMessages(own.namespace("marks")),
    broken: (error) => broken.push(error),
    scene: () => ({ known: store.known(), now: clock.now() }),
    render: renderer(
      someAnswers({
        again: (question, language, when) => answerIn(question, language, store.known(when), when ?? clock.now()),
        corrected: (question, language, when) =>
          when === undefined
            ? answerIn(question, language, store.known(), clock.now())
            : answerIn(question, language, recordFor(topicOf(question), store.known(), store.known(when), when), when),
        superseded: (delivery) => superseded(ledger, delivery),
        factOf: (alert) => factOf(alert, versions),
        nameOf: (guildId, person) => people.name(guildId, person),
        home: "EC",
      }),
    ),
    standing: () => "ended",
    closed: async () => undefined,
  });
  const write = async (kind: FactKind, content: object, more: object = {}): Promise<Fact> => {
    const done = await store.record([following(store, kind, content, more)], "p");
    if (done.is !== "recorded" || done.facts[0] === undefined) throw new Error(done.is);
    return done.facts[0];
  };
  if (store.after(0).length === 0) {
    const past = { knownFrom: ec("2024-01-01T00:00") };
    await store.record(
      ecuadorAreas().map((content): Draft => ({ kind: "area.recorded", subject: content.id, content, ...past })),
      "data",
    );
    await write("coverage.confirmed", covered(["EC"], "2026-01-01T00:00", "2026-04-30T00:00"), past);
  }
  let shares = 0;
  return {
    hand,
    engine: own,
    store,
    ledger,
    courier,
    ...shown,
    asked,
    broken,
    lines,
    news,
    write,
    async record(kind: FactKind, content: object, more: object = {}): Promise<Fact> {
      const fact = await write(kind, content, more);
      await (await news()).catchUp();
      return fact;
    },
    /** As its button does it: what is read now is shared. */
    async share(question: Question, language: Language = "en"): Promise<string> {
      courier.start();
      const read = answerIn(question, language, store.known(), clock.now());
      if (read === undefined) throw new Error("no answer");
      shares += 1;
      const shared = await sharing.share({
        question,
        language,
        answeredAt: clock.now() - 60_000,
        messageId: `35000000000000000${shares}`,
        digest: read.digest,
        guildId: GUILD,
        channelId: "300000000000000003",
        sharer: { id: "320000000000000001", name: "Ana" },
      });
      if (shared.is !== "posted") throw new Error(JSON.stringify(shared));
      return shown.posts.at(-1)?.messageId ?? "";
    },
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
