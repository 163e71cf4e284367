// All watches and all news over one record, as the program has them: what a channel shows minute by minute beside what is so. Scripted nights first,
// then nights by chance, judged by an oracle that walks minutes (together.fuzz.ts).
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Curfew } from "../../src/domain/curfew.ts";
import { decree } from "./changes/change-scene.ts";
import { ec, together } from "./together-scene.ts";
import { begins, run, steps } from "./together.fuzz.ts";

/** The same nights each time; another seed and more of them look further. */
const RUNS = 50;

const other = (more: Partial<Curfew> = {}) =>
  decree({ id: "d2", decree: "Decreto 2", title: { en: "d2", es: "d2" }, ...more });
const hours = (start: string, end: string): Partial<Curfew> => ({
  rules: [{ start, end, areas: ["EC-G"], areasPartial: false }],
});
const lifted = (from: string) =>
  decree({
    lifted: {
      by: { en: "Decreto 9", es: "Decreto 9" },
      date: from.slice(0, 10),
      from: new Date(ec(from)).toISOString(),
    },
  });
const tonight = (more: { start?: string; end?: string; off?: boolean }) =>
  decree({ exceptions: [{ night: "2026-03-15", off: false, ...more }] });

describe("a change and the tick of the same minute", () => {
  it("lifted as of this second: that it is over is told by the change, and not once more by the tick", async () => {
    const s = await together("2026-03-15T22:20");
    await s.subscribe();
    await s.record("curfew.declared", decree());
    await s.play("2026-03-16T00:30");
    s.hand.set(ec("2026-03-16T00:30:40"));
    await s.record("curfew.lifted", lifted("2026-03-16T00:30:40"));
    await s.play("2026-03-16T06:00");
    expect(s.story("1", 2)).toEqual([expect.stringMatching(/^16T00:30 loud ⚠️ CHANGED: curfew over since 00:30/)]);
    expect((await s.rows()).find(({ alert }) => alert.kind === "curfew.ended")).toMatchObject({
      state: "skipped",
      reason: "told-by-the-change",
    });
  });

  it("lifted as of this second before an outage: the summary afterwards does not tell it again", async () => {
    const s = await together("2026-03-15T22:20");
    await s.subscribe();
    await s.record("curfew.declared", decree());
    await s.play("2026-03-16T00:30");
    s.hand.set(ec("2026-03-16T00:30:40"));
    await s.record("curfew.lifted", lifted("2026-03-16T00:30:40"));
    await s.outage("2026-03-16T02:00");
    expect(s.story("1", 2)).toEqual([expect.stringMatching(/^16T00:30 loud ⚠️ CHANGED: curfew over since 00:30/)]);
  });

  it("declared in the second in which it begins, before the tick: it begins once", async () => {
    const s = await together("2026-03-15T22:20");
    await s.subscribe();
    await s.play("2026-03-15T22:59");
    s.hand.set(ec("2026-03-15T23:00"));
    await s.record("curfew.declared", decree());
    await s.play("2026-03-15T23:10");
    expect(s.story()).toEqual([expect.stringMatching(/^15T23:00 loud 🔴 NEW: CURFEW NOW until Mon 16 Mar 05:00/)]);
  });

  it("a change of other nights, in the second in which one begins, keeps that begin from nobody", async () => {
    const s = await together("2026-03-15T22:20");
    await s.subscribe();
    await s.record("curfew.declared", decree());
    await s.play("2026-03-15T22:59");
    s.hand.set(ec("2026-03-15T23:00"));
    await s.record("curfew.changed", decree({ lastNight: "2026-03-25" }));
    await s.play("2026-03-16T05:00");
    expect(s.story("1", 2)).toEqual([
      expect.stringMatching(/^15T23:01 silent 🔴 CURFEW NOW/),
      expect.stringMatching(/^16T05:00 silent ⚪ Curfew over at 05:00/),
    ]);
  });

  it("lifted in one of two provinces as of this second: the end at that moment in the other is told, and only that", async () => {
    const s = await together("2026-03-15T22:20");
    await s.subscribe("1", { areas: ["EC-G", "EC-R"] });
    await s.record("curfew.declared", decree(hours("23:00", "06:00")));
    await s.record(
      "curfew.declared",
      other({ rules: [{ start: "23:00", end: "05:00", areas: ["EC-R"], areasPartial: false }] }),
      "d2",
    );
    await s.play("2026-03-16T04:59");
    s.hand.set(ec("2026-03-16T05:00"));
    await s.record("curfew.lifted", { ...lifted("2026-03-16T05:00"), ...hours("23:00", "06:00") });
    await s.play("2026-03-16T05:05");
    expect(s.story("1", 3)).toEqual([
      expect.stringMatching(/^16T05:00 loud ⚠️ CHANGED: curfew over since .*EC-G/),
      expect.stringMatching(/^16T05:01 silent ⚪ Curfew over at 05:00, Mon 16 Mar: EC-R\./),
    ]);
  });
});

describe("what an end said of the next night", () => {
  it("is put right when a decree comes whose hours lie before that night", async () => {
    const s = await together("2026-03-15T22:20");
    await s.subscribe("1", { endLeads: [30] });
    await s.record("curfew.declared", decree());
    await s.play("2026-03-16T06:00");
    expect(s.story("1", 2)).toEqual([
      expect.stringContaining("⏰ Curfew ends at 05:00, Mon 16 Mar: EC-G. Next: today 23:00"),
      expect.stringContaining("⚪ Curfew over at 05:00, Mon 16 Mar: EC-G. Next: today 23:00"),
    ]);
    await s.record("curfew.declared", other(hours("12:00", "18:00")), "d2");
    for (const { text } of s.shown("1").slice(2, 4))
      expect(text).toMatch(/^⚠️ CHANGED: also curfew Mon 16 Mar 12:00-18:00.*\n~~/);
  });

  it("stays as it is when what comes lies after that night", async () => {
    const s = await together("2026-03-15T22:20");
    await s.subscribe();
    await s.record("curfew.declared", decree());
    await s.play("2026-03-16T06:00");
    await s.record("curfew.declared", other({ ...hours("12:00", "18:00"), firstNight: "2026-03-18" }), "d2");
    expect(s.shown("1")[2]?.text).toMatch(/^⚪ Curfew over at 05:00/);
  });
});

describe("knowledge and decrees", () => {
  it("a decree that comes in the two hours after a lapse makes it urgent: told at once, and not as if Vigía had been down", async () => {
    const s = await together("2026-03-15T08:00", "2026-03-15T10:00");
    await s.subscribe();
    await s.play("2026-03-15T11:00");
    await s.record("curfew.declared", decree());
    await s.play("2026-03-15T12:10");
    expect(s.story("1", 1)).toEqual([
      expect.stringMatching(
        /^15T11:01 loud ❔ NOT KNOWN whether .*since Sun 15 Mar 10:00.*not checked since Sun 15 Mar 10:00\.$/,
      ),
    ]);
  });

  it("what was said to hold when it was known again is put right by a change, as long as it speaks of the same night", async () => {
    const s = await together("2026-03-15T20:00", "2026-03-15T22:00");
    await s.subscribe();
    await s.record("curfew.declared", decree());
    await s.play("2026-03-15T23:30");
    await s.check();
    await s.play("2026-03-16T01:00");
    const known = () => s.shown("1").find(({ was }) => was.startsWith("🔎"))?.text;
    expect(known()).toMatch(/^🔎 Known again .*Now: CURFEW until Mon 16 Mar 05:00/);
    const until = (day: string) => decree({ lastNight: day });
    await s.record("curfew.changed", until("2026-03-20"));
    expect(known()).toMatch(/^🔎/);
    await s.record("curfew.changed", { ...tonight({ end: "03:00" }), lastNight: "2026-03-20" });
    expect(known()).toMatch(/^⚠️ CHANGED: curfew now ends Mon 16 Mar 03:00 .*\n~~🔎 Known again/);
    const stood = known();
    await s.play("2026-03-16T06:00");
    await s.record("curfew.changed", { ...tonight({ end: "03:00" }), lastNight: "2026-03-15" });
    expect(known()).toBe(stood);
  });

  it("a lapse that an outage swallowed says that Vigía was down", async () => {
    const s = await together("2026-03-15T08:00", "2026-03-15T10:00");
    await s.subscribe();
    await s.record("curfew.declared", decree());
    await s.play("2026-03-15T09:50");
    await s.outage("2026-03-15T10:40");
    expect(s.story("1", 1)).toEqual([expect.stringMatching(/❔ NOT KNOWN whether .*40 min late; Vigía was down/)]);
  });
});

describe("an outage, or the end of what is known, over a night", () => {
  it("an end where knowledge ends too is one message", async () => {
    const s = await together("2026-03-15T22:30", "2026-03-16T05:00");
    await s.subscribe();
    await s.record("curfew.declared", decree());
    await s.play("2026-03-16T08:00");
    expect(s.story("1", 2)).toEqual([expect.stringMatching(/^16T05:00 .*over at 05:00.*NOT KNOWN/)]);
  });

  it("where an outage swallowed such an end, that nothing is known is told by itself", async () => {
    const s = await together("2026-03-15T22:30", "2026-03-16T05:00");
    await s.subscribe();
    await s.record("curfew.declared", decree());
    await s.play("2026-03-16T04:58");
    await s.outage("2026-03-16T05:40");
    expect(s.story("1", 2)).toEqual([
      expect.stringMatching(/^16T05:40 loud ❔ NOT KNOWN whether .*since Mon 16 Mar 05:00/),
      expect.stringMatching(/^16T05:40 loud 🛠️ .*Now: NOT KNOWN/),
    ]);
  });

  it("a night that passed whole is told in the summary alone; a notice before it is not sent", async () => {
    const s = await together("2026-03-15T21:30");
    await s.subscribe("1", { leads: [60] });
    await s.record("curfew.declared", decree());
    await s.play("2026-03-15T21:50");
    await s.outage("2026-03-16T05:40");
    expect(s.story("1", 1)).toEqual([expect.stringMatching(/^16T05:40 loud 🛠️ .*Now: no curfew; next today 23:00/)]);
    const why = (await s.rows()).flatMap(({ state, reason }) => (state === "sent" ? [] : [`${state} ${reason}`]));
    expect(why.sort()).toEqual([
      "skipped begun-already",
      "skipped over-before-we-were-back",
      "skipped over-before-we-were-back",
    ]);
  });

  it("a night that began in it and runs is told as late as it is, and the notice before it is not sent", async () => {
    const s = await together("2026-03-15T21:30");
    await s.subscribe("1", { leads: [60] });
    await s.record("curfew.declared", decree());
    await s.play("2026-03-15T21:50");
    await s.outage("2026-03-15T23:30");
    expect(s.story("1", 1)).toEqual([expect.stringMatching(/^15T23:30 silent 🔴 CURFEW NOW since 23:00.*30 min late/)]);
    expect((await s.rows()).find(({ alert }) => alert.kind === "curfew.soon")).toMatchObject({ state: "skipped" });
  });
});

describe("nights by chance", () => {
  it("show what is so at every minute, each thing once, and nothing when planned twice", async () => {
    await fc.assert(
      fc.asyncProperty(begins, steps, async (begin, list) => {
        expect(await run(begin, list)).toEqual([]);
      }),
      { numRuns: RUNS, seed: 4, endOnFailure: true },
    );
  }, 60_000);
});
