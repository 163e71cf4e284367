// Why a notice came or did not, in both languages: every reason there is, in every state, for every kind of notice. No name of ours stands on a screen.
import { describe, expect, it } from "vitest";
import { Alert } from "../../src/domain/alert.ts";
import { type Delivery, DeliveryState } from "../../src/domain/delivery.ts";
import { hash, mark } from "../../src/domain/id.ts";
import { ATTEMPT_REASONS, isReason, REASONS } from "../../src/domain/reason.ts";
import type { Language } from "../../src/domain/text.ts";
import { MINUTE } from "../../src/domain/time.ts";
import { texts } from "../../src/text/index.ts";
import { whyOne } from "../../src/views/settings/why.ts";
import { whyList } from "../../src/views/settings/why-list.ts";
import { became, becameWords, type WhyScene } from "../../src/views/settings/why-words.ts";
import { ec, knownAt } from "./ecuador-known.ts";
import { englishIn, mustFit, wordsOf } from "./reading.ts";

const NOW = ec("2026-03-16T06:00");
const AT = ec("2026-03-15T23:00");
const known = knownAt("2026-03-16T06:00");
const scene = (language: Language): WhyScene => ({ record: known, language, now: NOW, home: "EC", versions: () => [] });
const GUILD = "900000000000000009";
const CHANNEL = "900000000000000001";

const alert = Alert.parse({
  kind: "curfew.began",
  id: hash("a"),
  at: AT,
  country: "EC",
  groups: [{ areas: ["EC-G"], since: AT, until: AT + 360 * MINUTE, curfews: [] }],
});

function row(more: Partial<Delivery> = {}): Delivery {
  return {
    v: 1,
    id: hash("row"),
    alert,
    destination: CHANNEL,
    channelId: CHANNEL,
    guildId: GUILD,
    language: "en",
    subscriptions: ["sub-1"],
    shown: ["EC-G"],
    roles: [],
    loud: true,
    state: "sent",
    reason: "delivered",
    dueAt: AT,
    plannedAt: AT,
    expiresAt: AT + 1,
    plannedMachine: 0,
    parts: [],
    attempts: [],
    ...more,
  };
}

const NO_OUT = { channelId: CHANNEL, all: [], ever: [] };
const posted = (after: number) => [{ part: 1, nonce: "n", messageId: "1", postedAt: after, shownAt: AT + after }];
const asked = (one: Delivery, language: Language) =>
  whyOne({ row: one, part: 1, edits: [], ever: undefined, nameOf: () => undefined }, scene(language));
const words = (one: Delivery, language: Language) => asked(one, language).map(wordsOf).join("\n");

/** Names of states and reasons that are no words of a sentence. */
const INTERNAL = [...REASONS, ...DeliveryState.options].filter((name) => name.includes("-"));
const SPOKEN = new Set(["in-time", "put-right"]);

describe.each(["en", "es"] as const)("every reason (%s)", (language) => {
  it.each(REASONS)("has words that fit, with no name of ours: %s", async (reason) => {
    for (const state of DeliveryState.options) {
      const attempts = isAttempt(reason)
        ? [{ startedAt: 0, endedAt: 1, outcome: "never" as const, why: reason, answer: "403 50013" }]
        : [];
      const one = row({ state, reason, attempts, parts: state === "sent" ? posted(5) : [] });
      for (const message of [
        ...asked(one, language),
        ...whyList(
          { channelId: CHANNEL, rows: [{ key: "k", delivery: one }], remarks: [], out: NO_OUT },
          scene(language),
        ),
      ])
        await mustFit(message);
      const text = words(one, language) + becameWords(one, scene(language));
      expect(INTERNAL.filter((name) => !SPOKEN.has(name) && text.includes(name))).toEqual([]);
      expect(text).not.toMatch(/undefined|\[object/);
      if (language === "es") expect(englishIn(text, known)).toEqual([]);
    }
  });

  it("are all told apart, in short and in full", () => {
    const all = REASONS.map((reason) => texts(language).reasons[reason]);
    expect(new Set(all.map(({ short }) => short)).size).toBe(REASONS.length);
    expect(new Set(all.map(({ full }) => full)).size).toBe(REASONS.length);
    for (const { short, full } of all) {
      expect(short).not.toMatch(/\.$/);
      expect(full).toMatch(/^[\p{Lu}].*[.)]$/u);
    }
  });

  it("that an older version noted, and this one does not know, gets a sentence and not its name", () => {
    const old: Delivery = JSON.parse(JSON.stringify({ ...row({ state: "failed" }), reason: "some-old-name" }));
    expect(isReason("some-old-name")).toBe(false);
    const text = words(old, language);
    expect(text).not.toContain("some-old-name");
    expect(text).toContain(texts(language).why.oldReason.full);
  });

  it("has a name for every kind of notice", () => {
    for (const kind of Object.values(Alert.options).map((option) => option.shape.kind.value)) {
      expect(texts(language).why.kind[kind]).not.toBe("");
      expect(texts(language).why.what[kind]("Guayas", "2 h")).not.toBe("");
    }
  });
});

const isAttempt = (reason: string): reason is (typeof ATTEMPT_REASONS)[number] =>
  ATTEMPT_REASONS.some((one) => one === reason);

describe("what became of a notice", () => {
  it("is only called delivered where a message stands, and late by what it was late", () => {
    const there = DeliveryState.options.filter((state) => became({ state }) === "there");
    expect(there).toEqual(["sent"]);
    const told = (more: Partial<Delivery>) => becameWords(row(more), scene("en"));
    expect(told({ parts: posted(5) })).toBe("delivered");
    expect(told({ parts: posted(12 * MINUTE) })).toBe("delivered 12 min after it was due");
    expect(told({ parts: posted(12 * MINUTE), lateBy: 60 * MINUTE })).toBe("delivered 1 h 12 min after it was due");
    expect(told({ state: "again", reason: "rate-limited" })).toBe(
      "waiting since Sun 15 Mar 23:00: Discord asked to wait",
    );
    expect(becameWords(row({ state: "again", reason: "rate-limited" }), scene("es"))).toMatch(
      /^en espera desde el domingo /,
    );
    const few = { there: 1, lost: 1, doubt: 0, waiting: 1 };
    expect(texts("es").why.counts(few)).toBe("1 entregado, 1 no enviado, 1 en espera");
    expect(texts("en").why.counts({ ...few, there: 4 })).toBe("4 delivered, 1 not sent, 1 waiting");
    expect(told({ state: "expired", reason: "channel-paused" })).toMatch(
      /^\*\*NOT SENT\*\*, out of date before it could be: the channel is closed to Vigía/,
    );
    const attempts = [{ startedAt: 0, outcome: "unsure" as const, why: "discord-down" as const }];
    expect(told({ state: "expired", reason: "expired", attempts })).toMatch(/\(last: Discord was failing\)$/);
    expect(told({ state: "parked", reason: "no-history" })).toMatch(/^\*\*NOT CERTAIN\*\*/);
  });

  it("shows each try with its second and Discord's own code, a hundred of them in short, and the link", () => {
    const attempts = Array.from({ length: 100 }, (_, i) => ({
      startedAt: i * 1000,
      endedAt: i * 1000 + 1,
      outcome: i === 99 ? ("sent" as const) : ("again" as const),
      ...(i === 99 ? {} : { why: "rate-limited" as const, answer: "429" }),
    }));
    const text = words(row({ attempts, parts: posted(99_000) }), "en");
    expect(text).toContain("23:00:00 · not posted: Discord asked to wait (Discord: 429)");
    expect(text).toContain("… 92 more tries …");
    expect(text).toContain("23:01:39 · delivered");
    expect(JSON.stringify(asked(row({ parts: posted(1) }), "en"))).toContain(
      `https://discord.com/channels/${GUILD}/${CHANNEL}/1`,
    );
    expect(text).toContain(`#${mark(alert.id)}`);
  });

  it("names a recorder only where the name is to be had", () => {
    const fact = JSON.parse(
      JSON.stringify({
        id: "f",
        seq: 1,
        kind: "strike.recorded",
        subject: "s",
        content: {},
        recorder: "person",
        recordedAt: "2026-03-15T22:00:00-05:00",
      }),
    );
    const strike = Alert.parse({ kind: "strike.recorded", id: hash("s"), at: AT, fact: "f", subject: "s" });
    const s: WhyScene = { ...scene("en"), versions: (noun) => (noun === "strike" ? [fact] : []) };
    const text = (nameOf: (id: string) => string | undefined) =>
      whyOne({ row: row({ alert: strike, shown: [] }), part: 1, edits: [], ever: undefined, nameOf }, s)
        .map(wordsOf)
        .join("\n");
    expect(text(() => "Ana")).toContain("recorded Sun 15 Mar 22:00 by Ana");
    expect(text(() => undefined)).not.toContain("person");
  });
});
