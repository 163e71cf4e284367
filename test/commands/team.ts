// A team at work over a real store: each member a context of their own, as the bot builds it, the clock moved by hand, and a restart in between.
import { record } from "../../commands/record/index.ts";
import { Ledger } from "../../src/alerts/ledger/ledger.ts";
import { People } from "../../src/alerts/ledger/people.ts";
import { proofOf } from "../../src/alerts/ledger/proof.ts";
import { reviewing } from "../../src/alerts/changes/review.ts";
import { channelsTold } from "../../src/alerts/changes/channels-told.ts";
import type { Answer, Context } from "../../src/command.ts";
import { contextFor } from "../../src/context.ts";
import type { Draft, Fact } from "../../src/domain/fact.ts";
import { Strike } from "../../src/domain/strike.ts";
import type { Language } from "../../src/domain/text.ts";
import { dataset } from "../../src/importers/dataset/index.ts";
import { take } from "../../src/importers/take.ts";
import { StoredProposals } from "../../src/store/proposals.ts";
import { FactStore } from "../../src/store/store.ts";
import { StoredSubscriptions } from "../../src/store/stored-subscriptions.ts";
import { handClock, memoryEngine, unasked } from "../support.ts";
import { actionOf, pick, press, run } from "../views/reading.ts";

export const HOME = "300000000000000001";
export const REVIEW = "300000000000000009";
export const DECREE = "ec-2026-03-15-decreto-329";

const IDS: Readonly<Record<string, string>> = {
  Ana: "400000000000000001",
  Luis: "400000000000000002",
  Mei: "400000000000000003",
};

export interface Asks {
  language?: Language;
  guildId?: string;
  manageGuild?: boolean;
  sendMessages?: boolean;
}

export type Team = Awaited<ReturnType<typeof team>>;

export async function team({ at = "2026-03-15T22:55", review = true } = {}) {
  const engine = await memoryEngine();
  const hand = handClock(`${at}:00-05:00`);
  const { clock } = hand;
  const open = async () => {
    const store = await FactStore.open(engine.namespace("facts"), clock, { rewinds: true, home: "EC" });
    const ledger = await Ledger.open(engine.namespace("deliveries"));
    const marks = engine.namespace("marks");
    const channel = review ? { id: REVIEW, about: () => ({ guildId: HOME, language: "en" as const }) } : undefined;
    const refuse = () => Promise.reject(new Error("not asked for here"));
    const people = await People.open(marks);
    const proposals = await StoredProposals.open(marks);
    const proving = proofOf({ ledger, store, shown: { find: async () => undefined } });
    const context = contextFor({
      config: {
        HOME_GUILD_IDS: [HOME, "300000000000000002"],
        RECORDER_ROLE_IDS: [],
        DEFAULT_AREA: "EC",
        FRESHNESS_HOURS: 24,
      },
      clock,
      store,
      subscriptions: await StoredSubscriptions.open(engine.namespace("subs"), clock),
      channels: unasked.channels,
      seen: unasked.seen,
      narrowing: unasked.narrowing,
      pauses: unasked.pauses,
      duty: unasked.duty,
      forgetting: unasked.forgetting,
      readers: { remember: refuse, forget: refuse },
      spoken: { note: async () => undefined },
      people,
      missingPermissions: refuse,
      sender: { ground: refuse, managed: refuse, direct: refuse },
      serverName: () => undefined,
      share: refuse,
      drill: refuse,
      proposals,
      askSecond: reviewing({ ledger, clock, channel }),
      toldIn: (noun, subject) => channelsTold(ledger, noun, subject),
      ...proving,
    });
    return { store, ledger, people, proposals, context };
  };
  let parts = await open();
  await take(dataset("data"), parts.store, [], clock.now());
  const context = (name = "Ana", more: Asks = {}): Context =>
    parts.context({
      language: more.language ?? "en",
      guildId: more.guildId ?? HOME,
      channelId: "300000000000000005",
      inThread: false,
      messageId: undefined,
      user: {
        id: IDS[name] ?? "400000000000000009",
        name,
        roles: [],
        manageGuild: more.manageGuild ?? true,
        manageChannels: false,
        sendMessages: more.sendMessages ?? true,
      },
    });
  return {
    context,
    parts: () => parts,
    set: (to: string) => hand.set(`${to}:00-05:00`),
    pass: (ms: number) => hand.set(clock.now() + ms),
    restart: async () => void (parts = await open()),
    /** As typed: `run("withdraw", { what, reason }, "Luis")`. */
    run: (sub: string, typed: Record<string, string>, name = "Ana", more: Asks = {}): Promise<Answer> => {
      const own = record.subcommands?.[sub];
      if (own === undefined) throw new Error(`no /record ${sub}`);
      return run({ ...record, action: own }, typed, context(name, more));
    },
    press: (answer: Answer, label: string, name = "Ana", more: Asks = {}) =>
      press(record, actionOf(answer, label), context(name, more)),
    pick: (answer: Answer, label: string, value: string, name = "Ana", more: Asks = {}) =>
      pick(record, actionOf(answer, label), value, context(name, more)),
    /** Recorded by a member's own hand, whatever form it came by. */
    record: async (draft: Draft, name = "Ana"): Promise<Fact> => {
      const asks = context(name);
      const recorded = await parts.store.record([draft], await asks.recorder());
      const fact = recorded.is === "stale" ? undefined : recorded.facts[0];
      if (fact === undefined || recorded.is !== "recorded") throw new Error(`${draft.kind} is ${recorded.is}`);
      return fact;
    },
    versions: (noun: string, id: string) => parts.store.versions(noun, id),
  };
}

export function strikeOf(more: Partial<Strike> = {}): Strike {
  return Strike.parse({
    id: "strike-4M7Z0Q1T8W",
    target: "vessel",
    date: "2026-03-14",
    dateBasis: "announcement",
    region: "eastern-pacific",
    strikes: 1,
    vessels: 1,
    announcedBy: { en: "SOUTHCOM", es: "SOUTHCOM" },
    figures: [{ measure: "killed", low: 3, by: { en: "SOUTHCOM", es: "SOUTHCOM" } }],
    sources: [{ publisher: "SOUTHCOM", url: "https://www.southcom.mil/1", date: "2026-03-14" }],
    ...more,
  });
}
