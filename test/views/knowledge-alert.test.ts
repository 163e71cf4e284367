// Notices of what nobody knows, as channels read them: alone on a lock screen, in both languages, with the hours of a decree in view.
import { describe, expect, it } from "vitest";
import type { AlertOf } from "../../src/domain/alert.ts";
import type { Coverage } from "../../src/domain/coverage.ts";
import { Coverage as Schema } from "../../src/domain/coverage.ts";
import type { Known } from "../../src/domain/known.ts";
import { stateAt } from "../../src/domain/state.ts";
import { LANGUAGES, type Language } from "../../src/domain/text.ts";
import { checkDue } from "../../src/views/notices/check-due.ts";
import { curfewLines } from "../../src/views/curfew/copy.ts";
import { curfewAnswer } from "../../src/views/curfew/place.ts";
import { knowledgeAlert } from "../../src/views/notices/knowledge.ts";
import { ec, knownAt } from "./ecuador-known.ts";
import { englishIn, mustFit, wordsOf } from "./reading.ts";

const MARK = "7K3Q-9M2D";
const check = (areas: string[], at: string, to: string): Coverage =>
  Schema.parse({
    id: `coverage-${at}`,
    areas,
    from: `${at}:00-05:00`,
    to: `${to}:00-05:00`,
    checkedAt: `${at}:00-05:00`,
    basis: { en: "checked", es: "revisado" },
  });

/** Decree 329 as declared, and nothing but these checks. */
const known = (now: string, ...checks: Coverage[]): Known => ({ ...knownAt(now), coverage: checks });
const GUAYAS = check(["EC-G", "EC-P"], "2026-03-19T09:00", "2026-03-20T09:00");

const lapsed = (
  now: string,
  areas: [string, ...string[]],
  language: Language,
  since = "2026-03-20T09:00",
  more = {},
) => {
  const alert: AlertOf<"knowledge.lapsed"> = {
    kind: "knowledge.lapsed",
    id: "a".repeat(64),
    at: ec(since),
    country: "EC",
    areas,
    since: ec(since),
  };
  return knowledgeAlert(alert, { known: known(now, GUAYAS), now: ec(now), language, mark: MARK, ...more });
};
const restored = (now: string, areas: [string, ...string[]], language: Language) => {
  const alert: AlertOf<"knowledge.restored"> = {
    kind: "knowledge.restored",
    id: "a".repeat(64),
    at: ec(now),
    country: "EC",
    areas,
    since: ec("2026-03-20T09:00"),
    from: ec(now),
  };
  return knowledgeAlert(alert, {
    known: known(now, check(["EC-G", "EC-P"], now, "2026-03-21T12:00")),
    now: ec(now),
    language,
    mark: MARK,
  });
};

describe("the notice of a lapse", () => {
  it.each([
    [
      "en",
      "❔ NOT KNOWN now whether there is a curfew in Pichincha (province), since Fri 20 Mar 09:00 (Ecuador time): nobody has checked since Thu 19 Mar 09:00. This does not mean there is none.",
    ],
    [
      "es",
      "❔ NO SE SABE ahora si hay toque de queda en Pichincha (provincia), desde el viernes 20 mar. 09:00 (hora de Ecuador): nadie ha revisado desde el jueves 19 mar. 09:00. Eso no significa que no haya.",
    ],
  ] as const)("says who looked when where nothing is declared (%s)", (language, line) => {
    expect(lapsed("2026-03-20T09:00", ["EC-P"], language).content).toBe(line);
  });

  it.each([
    [
      "en",
      "❔ NOT KNOWN now whether anything has changed in Guayas, since Fri 20 Mar 09:00 (Ecuador time). As declared: 23:00-05:00 by Decreto Ejecutivo 329, next today 23:00 (Ecuador time); not checked since Thu 19 Mar 09:00.",
    ],
    [
      "es",
      "❔ NO SE SABE ahora si algo cambió en Guayas, desde el viernes 20 mar. 09:00 (hora de Ecuador). Según lo declarado: 23:00-05:00 por el Decreto Ejecutivo 329, próximo hoy 23:00 (hora de Ecuador); sin revisar desde el jueves 19 mar. 09:00.",
    ],
  ] as const)("keeps declared hours in view (%s)", (language, line) => {
    expect(lapsed("2026-03-20T09:00", ["EC-G"], language).content).toBe(line);
  });

  it("says first of all that a curfew runs, where one does", () => {
    const night = lapsed("2026-03-21T01:00", ["EC-G", "EC-P"], "en", "2026-03-20T09:00");
    expect(night.content).toBe(
      "🔴 CURFEW NOW in Guayas until Sat 21 Mar 05:00 (Ecuador time), as declared: 23:00-05:00 by Decreto Ejecutivo 329; not checked since Thu 19 Mar 09:00: whether that has changed is NOT KNOWN. ❔ NOT KNOWN whether there is a curfew in Pichincha (province), since Fri 20 Mar 09:00 (Ecuador time): nobody has checked since Thu 19 Mar 09:00. This does not mean there is none.",
    );
    expect(night.embed?.tone).toBe("curfew");
  });

  it("tells both where one place has hours and the other none, and never says over, free or none of them", () => {
    const both = lapsed("2026-03-20T09:00", ["EC-G", "EC-P"], "en");
    expect(both.content).toContain("in Pichincha (province), since Fri 20 Mar 09:00 (Ecuador time): nobody");
    expect(both.content).toContain("As declared in Guayas: 23:00-05:00 by Decreto Ejecutivo 329, next today 23:00");
    expect(both.embed?.tone).toBe("unknown");
    for (const language of LANGUAGES)
      for (const areas of [["EC-G"], ["EC-P"], ["EC-G", "EC-P"]] as [string, ...string[]][])
        for (const now of ["2026-03-20T09:00", "2026-03-20T12:00", "2026-03-21T01:00"]) {
          const { content } = lapsed(now, areas, language);
          expect(content).toMatch(/^(❔ (NOT KNOWN|NO SE SABE)|🔴 (CURFEW NOW|TOQUE DE QUEDA AHORA))/);
          expect(content).not.toMatch(/\b(over|ended|free|lifted|No curfew|terminó|libre|Sin toque)\b/i);
        }
  });

  it("says how late it is, and whose fault that was", () => {
    expect(
      lapsed("2026-03-20T15:00", ["EC-P"], "en", "2026-03-20T09:00", { lateBy: 4 * 3_600_000, late: "vigia" }).content,
    ).toMatch(
      /^❔ NOT KNOWN whether there is a curfew in .*, since Fri 20 Mar 09:00 .* \(This notice is 4 h late; Vigía was down\.\)$/,
    );
  });
});

describe("the notice that it is known again", () => {
  it.each([
    [
      "en",
      "🔎 Known again whether there is a curfew in Guayas, since Fri 20 Mar 12:00 (Ecuador time). Now: no curfew; next today 23:00.",
    ],
    [
      "es",
      "🔎 Se vuelve a saber si hay toque de queda en Guayas, desde el viernes 20 mar. 12:00 (hora de Ecuador). Ahora: sin toque; próximo hoy 23:00.",
    ],
  ] as const)("says what holds and what comes (%s)", (language, line) => {
    expect(restored("2026-03-20T12:00", ["EC-G"], language).content).toBe(line);
  });

  it("tells each state with its places", () => {
    expect(restored("2026-03-20T23:30", ["EC-G", "EC-P"], "en").content).toMatch(
      /^🔎 Known again whether there is a curfew in Guayas, Pichincha \(province\), since Fri 20 Mar 23:30 \(Ecuador time\)\. Now: CURFEW until Sat 21 Mar 05:00 \(Guayas\); no curfew; .*, in Pichincha \(province\)\.$/,
    );
  });
});

describe("the 80 letters of a lock screen", () => {
  const GLANCE = 80;
  const shown = ({ content }: { content: string }) => content.slice(0, GLANCE);

  it("name the place of which nothing is known, or is known again, at once or hours later", () => {
    for (const language of LANGUAGES)
      for (const now of ["2026-03-20T09:00", "2026-03-20T13:00"]) {
        expect(shown(lapsed(now, ["EC-P"], language))).toContain("Pichincha");
        expect(shown(lapsed(now, ["EC-P"], language))).toMatch(language === "en" ? /NOT KNOWN/ : /NO SE SABE/);
        expect(shown(restored(now, ["EC-P"], language))).toContain("Pichincha");
      }
  });

  it("say until when it is known where somebody is asked, before a long list of places", () => {
    const due: AlertOf<"check.due"> = {
      kind: "check.due",
      id: "b".repeat(64),
      at: ec("2026-03-20T05:00"),
      country: "EC",
      areas: ["EC-G", "EC-P", "EC-SD", "EC-R", "EC-O", "EC-ZC"],
      until: ec("2026-03-20T09:00"),
    };
    for (const language of LANGUAGES)
      for (const now of ["2026-03-20T05:00", "2026-03-20T09:30"])
        expect(shown(checkDue(due, { known: known(now, GUAYAS), now: ec(now), language, mark: MARK }))).toContain(
          "09:00",
        );
  });
});

describe("every notice of these", () => {
  it("fits Discord, ends no sentence twice, and holds no English in Spanish", async () => {
    const due: AlertOf<"check.due"> = {
      kind: "check.due",
      id: "b".repeat(64),
      at: ec("2026-03-20T05:00"),
      country: "EC",
      areas: ["EC-G", "EC-P"],
      until: ec("2026-03-20T09:00"),
    };
    for (const now of ["2026-03-20T05:00", "2026-03-20T09:00", "2026-03-20T23:30"])
      for (const language of LANGUAGES) {
        const record = known(now, GUAYAS);
        const scene = { known: record, now: ec(now), language, mark: MARK };
        const messages = [
          lapsed(now, ["EC-G", "EC-P"], language),
          restored(now, ["EC-G", "EC-P"], language),
          checkDue(due, scene),
        ];
        for (const message of messages) {
          await mustFit(message);
          if (language === "es") expect(englishIn(wordsOf(message), record)).toEqual([]);
        }
      }
  });
});

describe("an answer about what was checked", () => {
  const ask = (now: string, language: Language, at = now, place = "EC-G") => {
    const record = known(now, GUAYAS);
    return { record, place, at: ec(at), now: ec(now), language, state: stateAt(record, place, ec(at)) };
  };
  const footer = (...asked: Parameters<typeof ask>) => curfewAnswer(ask(...asked)).at(-1)?.embed?.footer;

  it("says when somebody looked and until when that holds", () => {
    expect(footer("2026-03-19T12:00", "en")).toContain("· checked Thu 19 Mar 09:00, holds until Fri 20 Mar 09:00 ·");
    expect(footer("2026-03-19T12:00", "es")).toContain(
      "· revisado el jueves 19 mar. 09:00, vale hasta el viernes 20 mar. 09:00 ·",
    );
    expect(curfewLines(ask("2026-03-19T12:00", "en")).join("\n")).toContain(
      "Checked Thu 19 Mar 2026 09:00, holds until Fri 20 Mar 2026 09:00.",
    );
  });

  it("keeps the hours of a decree beyond that as declared, and says since when nobody has checked", () => {
    expect(curfewAnswer(ask("2026-03-21T01:00", "en"))[0]?.content).toMatch(
      /^🔴 CURFEW NOW in Guayas until Sat 21 Mar 05:00 \(Ecuador time\), as declared; not checked since Thu 19 Mar 09:00\. After that: NOT KNOWN/,
    );
    expect(curfewAnswer(ask("2026-03-21T01:00", "es"))[0]?.content).toContain(
      "según lo declarado; sin revisar desde el jueves 19 mar. 09:00.",
    );
    expect(footer("2026-03-21T01:00", "en")).toContain("· not checked since Thu 19 Mar 09:00 ·");
  });

  it("does not date a lack of checks into the future", () => {
    expect(curfewAnswer(ask("2026-03-19T12:00", "en", "2026-03-21T01:00"))[0]?.content).toMatch(/as declared\. /);
  });
});
