// The log: ids that follow from content, versions that fit onto each other, and clear sentences for what cannot be read.
import canonicalize from "canonicalize";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Draft } from "../../src/domain/fact.ts";
import { canonicalJson, factId, mark } from "../../src/domain/id.ts";
import type { Tally } from "../../src/domain/strike.ts";
import { BrokenDraft, Log } from "../../src/store/log.ts";
import { FactStore } from "../../src/store/store.ts";
import { handClock, memoryEngine } from "../support.ts";

const tally = (killed: number): Tally => ({
  id: "t",
  date: "2026-03-01",
  killed,
  atLeast: false,
  quotedBy: { en: "AP", es: "AP" },
  sources: [{ publisher: "AP" }],
});
const quoted = (killed: number, prev?: string): Draft => ({
  kind: "tally.quoted",
  subject: "t",
  content: tally(killed),
  ...(prev === undefined ? {} : { prev }),
});
const rowsOf = async () => (await memoryEngine()).namespace("facts");
const AT = "2026-03-15T12:00:00Z";

describe("ids", () => {
  it("hash the same JSON as the RFC 8785 reference implementation", () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        (value) => canonicalJson(JSON.parse(JSON.stringify(value))) === canonicalize(JSON.parse(JSON.stringify(value))),
      ),
    );
  });

  it("never follow from when or by whom it was recorded, nor from absent keys", () => {
    const draft = { kind: "tally.quoted", subject: "t", content: tally(3) };
    expect(factId({ ...draft, content: { ...draft.content, note: undefined } })).toBe(factId(draft));
    const recorded = { ...draft, recordedAt: AT, recorder: "x", knownFrom: AT };
    expect(factId(recorded)).toBe(factId(draft));
    expect(factId({ ...draft, content: tally(4) })).not.toBe(factId(draft));
    expect(factId({ ...draft, prev: "a" })).not.toBe(factId(draft));
  });

  it("refuse what JSON would change silently", () => {
    expect(() => factId({ kind: "x", subject: "y", content: { at: new Date(0) } })).toThrow(/plain JSON/);
    expect(() => canonicalJson(Number.NaN)).toThrow();
  });

  it("show as marks of 8 characters without letters that look like figures", () => {
    expect(mark("0".repeat(64))).toBe("0000-0000");
    expect(mark("f".repeat(64))).toBe("ZZZZ-ZZZZ");
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9a-f]{64}$/), (id) =>
        /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/.test(mark(id)),
      ),
    );
  });
});

describe("the log", () => {
  it("refuses a version that replaces another than the head, shows the head and writes nothing", async () => {
    const { log } = await Log.open(await rowsOf());
    const first = await log.append([quoted(3)], "a", AT);
    if (first.is !== "recorded") throw new Error(first.is);
    const second = await log.append([quoted(4, first.facts[0]?.id)], "a", AT);
    expect(second.is).toBe("recorded");
    const third = await log.append([quoted(5, first.facts[0]?.id)], "b", AT);
    expect(third).toMatchObject({ is: "stale", subject: "t", head: { content: { killed: 4 } } });
    expect(log.head("tally", "t")).toMatchObject({ seq: 2 });
  });

  it("takes the same fact twice as one", async () => {
    const { log } = await Log.open(await rowsOf());
    await log.append([quoted(3)], "a", AT);
    expect(await log.append([quoted(3)], "b", "2026-03-16T12:00:00Z")).toMatchObject({
      is: "same",
      facts: [{ recorder: "a", seq: 1 }],
    });
  });

  it("records a batch whole or not at all", async () => {
    const rows = await rowsOf();
    const { log } = await Log.open(rows);
    const good: Draft = { kind: "tally.quoted", subject: "u", content: { ...tally(1), id: "u" } };
    expect(await log.append([good, quoted(3, "f".repeat(64))], "a", AT)).toMatchObject({ is: "stale" });
    await expect(
      log.append([good, { kind: "tally.quoted", subject: "t", content: { ...tally(3), killed: -1 } }], "a", AT),
    ).rejects.toThrow(BrokenDraft);
    expect((await Log.open(rows)).facts).toEqual([]);
  });

  it("keeps order when many write at once", async () => {
    const rows = await rowsOf();
    const { log } = await Log.open(rows);
    const one = (i: number): Draft => ({
      kind: "tally.quoted",
      subject: `s${i}`,
      content: { ...tally(i), id: `s${i}` },
    });
    await Promise.all(Array.from({ length: 50 }, (_, i) => log.append([one(i)], "a", AT)));
    expect((await Log.open(rows)).facts.map((fact) => fact.seq)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
  });

  it.each([
    [
      "of a newer version",
      (fact: object) => ({ ...fact, v: 2 }),
      /Fact 000000000001 was written by a newer Vigía \(version 2; this one reads up to 1\)/,
    ],
    [
      "with a broken field",
      (fact: object) => ({ ...fact, content: { ...tally(3), date: "2026-02-30" } }),
      /Fact 000000000001 \(tally\.quoted t\) is broken: [\s\S]*date/,
    ],
    [
      "of an unknown kind",
      (fact: object) => ({ ...fact, kind: "tally.guessed" }),
      /Fact 000000000001 in the store is broken: [\s\S]*kind/,
    ],
    [
      "changed after it was written",
      (fact: object) => ({ ...fact, content: tally(30) }),
      /Fact 000000000001 \(tally\.quoted t\) was changed after it was written/,
    ],
    ["under another number", (fact: object) => ({ ...fact, seq: 7 }), /under 000000000001 says it is number 7/],
  ])("refuses at the start a fact %s, in a sentence that names it", async (_what, damage, sentence) => {
    const rows = await rowsOf();
    const { log } = await Log.open(rows);
    const written = await log.append([quoted(3)], "a", AT);
    if (written.is !== "recorded") throw new Error(written.is);
    await rows.swap([{ key: "000000000001", expect: 1, value: damage({ ...written.facts[0] }) }]);
    await expect(FactStore.open(rows, handClock(AT).clock)).rejects.toThrow(sentence);
  });
});

describe("what is known", () => {
  it("is filtered by since when it was known, forwards and back", async () => {
    const hand = handClock("2026-03-20T12:00:00Z");
    const store = await FactStore.open(await rowsOf(), hand.clock);
    await store.record([{ ...quoted(3), knownFrom: "2026-03-01T00:00:00Z" }], "data");
    const head = store.head("tally", "t");
    await store.record([quoted(4, head?.id)], "person");
    const killed = (at: string) => store.known(Date.parse(at)).tallies.map((one) => one.killed);
    expect([
      killed("2026-02-28T00:00:00Z"),
      killed("2026-03-10T00:00:00Z"),
      killed("2026-03-21T00:00:00Z"),
      killed("2026-03-10T00:00:00Z"),
    ]).toEqual([[], [3], [4], [3]]);
  });

  it("takes the later version even where the clock had gone back in between", async () => {
    const hand = handClock("2026-03-20T12:00:00Z");
    const store = await FactStore.open(await rowsOf(), hand.clock);
    await store.record([quoted(3)], "a");
    hand.set("2026-03-20T11:00:00Z");
    await store.record([quoted(4, store.head("tally", "t")?.id)], "a");
    expect(store.known(Date.parse("2026-03-20T12:30:00Z")).tallies[0]?.killed).toBe(4);
  });

  it("now holds all that was recorded, also where the clock was put back since; history ahead of the clock stays hidden", async () => {
    const hand = handClock("2026-03-20T12:00:00Z");
    const store = await FactStore.open(await rowsOf(), hand.clock);
    await store.record([{ ...quoted(3), knownFrom: "2026-03-01T00:00:00Z" }], "data");
    await store.record([quoted(4, store.head("tally", "t")?.id)], "person");
    const ahead = { ...tally(9), id: "ahead" };
    await store.record(
      [{ kind: "tally.quoted", subject: "ahead", content: ahead, knownFrom: "2026-03-20T11:55:00Z" }],
      "data",
    );
    hand.set("2026-03-20T11:50:00Z");
    expect(store.known().tallies.map((one) => one.killed)).toEqual([4]);
    expect(store.known().knownAt).toBe(Date.parse("2026-03-20T11:50:00Z"));
    expect(store.known(hand.clock.now()).tallies.map((one) => one.killed)).toEqual([3]);
    hand.set("2026-03-20T11:56:00Z");
    expect(store.known().tallies.map((one) => one.killed)).toEqual([4, 9]);
  });

  it("now holds no more than was known then where the clock is moved back on purpose", async () => {
    const hand = handClock("2026-03-20T12:00:00Z");
    const store = await FactStore.open(await rowsOf(), hand.clock, { rewinds: true });
    await store.record([quoted(3)], "person");
    hand.set("2026-03-20T11:00:00Z");
    expect(store.known().tallies).toEqual([]);
  });
});
