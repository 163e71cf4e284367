// Times as people type them, against tables made by hand from a calendar; and that what we print is read back.
import { assert, constantFrom, integer, property, array, record, string } from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { dayOf, instant, MINUTE, type Millis } from "../../../src/domain/time.ts";
import { LANGUAGES } from "../../../src/domain/text.ts";
import { texts } from "../../../src/text/index.ts";
import { moment, nightName } from "../../../src/text/time.ts";
import { readWhen, type When } from "../../../src/text/when/index.ts";
import type { Scene as Reader } from "../../../src/views/curfew/words.ts";
import { spanWords } from "../../../src/views/curfew/span-words.ts";
import { knownAt } from "../../views/ecuador-known.ts";
import { ELSEWHERE, SPANS } from "./rows-spans.ts";
import { POINTS } from "./rows-points.ts";

const ZONES = ["America/Guayaquil", "Pacific/Galapagos", "America/New_York", "America/Santiago"] as const;
const EVENING = instant("2026-03-15T22:58:00-05:00");

function shown(found: When, zone: string): string {
  const at = (one: Millis) =>
    new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" }).format(one);
  switch (found.is) {
    case "moment":
      return at(found.at);
    case "night":
      return `night of ${found.day}`;
    case "span":
      return `${at(found.span.start)} to ${at(found.span.end)}`;
    case "impossible":
      return `no such: ${found.what}`;
    case "now":
    case "long":
    case "backwards":
    case "unreadable":
      return found.is;
  }
}

const notes = (found: When) => ("notes" in found ? found.notes.map((note) => note.is) : []);

const SCENES = [...POINTS, ...SPANS, ...ELSEWHERE];

describe.each(SCENES)("reading at $name ($now, $zone)", ({ now, zone, rows }) => {
  it.each(rows)("%s is %s", (typed, expected) => {
    const found = readWhen(typed, { now: instant(now), zone });
    const said = notes(found).length === 0 ? "" : ` [${notes(found).join(",")}]`;
    expect(shown(found, zone) + said).toBe(expected);
  });
});

describe("the table", () => {
  it("is long enough to mean something", () => {
    expect(SCENES.flatMap((scene) => scene.rows).length).toBeGreaterThan(250);
  });
});

describe("an hour that the clocks show twice", () => {
  const at = (typed: string) =>
    readWhen(typed, { now: instant("2026-10-31T20:00:00-04:00"), zone: "America/New_York" });

  it("is the first as a moment and as a begin, the second as an end", () => {
    expect(at("tomorrow 1:30am")).toMatchObject({ at: instant("2026-11-01T01:30:00-04:00") });
    expect(at("01:30-05:00")).toMatchObject({ span: { start: instant("2026-11-01T01:30:00-04:00") } });
    expect(at("23:00-01:30")).toMatchObject({ span: { end: instant("2026-11-01T01:30:00-05:00") } });
  });

  it("is named with the offset that was taken, which reads as that very instant", () => {
    const found = at("23:00-01:30");
    const twice = "notes" in found ? found.notes.find((note) => note.is === "twice") : undefined;
    expect(twice).toEqual({ is: "twice", hour: "01:30", taken: "second", exact: "2026-11-01T01:30-05:00" });
    expect(at(twice?.exact ?? "")).toMatchObject({ at: instant("2026-11-01T01:30:00-05:00") });
  });
});

describe("notes", () => {
  const said = (typed: string) => {
    const found = readWhen(typed, { now: EVENING, zone: "America/Guayaquil" });
    return "notes" in found ? found.notes : [];
  };

  it("carry what a reader needs to see the other reading", () => {
    expect(said("a las 11")).toEqual([{ is: "half", hours: ["11:00", "23:00"] }]);
    expect(said("3/4")).toEqual([{ is: "dayFirst", other: "2026-03-04" }]);
    expect(said("13/4")).toEqual([]);
    expect(said("viernes a medianoche")).toEqual([{ is: "midnight", day: "2026-03-20" }]);
    expect(said("lunes 20 de marzo")).toEqual([{ is: "weekday", day: "2026-03-20" }]);
    expect(said("next Friday")).toEqual([{ is: "coming", day: "2026-03-20" }]);
    expect(said("5am")).toEqual([{ is: "passed", hour: "05:00" }]);
  });
});

/** Whole minutes of three years; `now` within a year of them. */
const minute = integer({
  min: instant("2025-01-01T00:00:00Z") / MINUTE,
  max: instant("2027-12-31T00:00:00Z") / MINUTE,
});
const asked = record({
  at: minute.map((one) => one * MINUTE),
  ago: integer({ min: -200 * 1440, max: 200 * 1440 }).map((one) => one * MINUTE),
  length: integer({ min: 1, max: 14 * 1440 }).map((one) => one * MINUTE),
  zone: constantFrom(...ZONES),
  language: constantFrom(...LANGUAGES),
});

/** The clocks of that zone show this hour twice, and this is the second time. */
function isSecond(at: Millis, zone: string): boolean {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return local.toPlainDateTime().toZonedDateTime(zone, { disambiguation: "earlier" }).epochMilliseconds !== at;
}
const isFirstOfTwo = (at: Millis, zone: string): boolean => {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return local.toPlainDateTime().toZonedDateTime(zone, { disambiguation: "later" }).epochMilliseconds !== at;
};

describe("what we print", () => {
  it("is read back as the same instant, whenever and wherever", () => {
    assert(
      property(asked, ({ at, ago, zone, language }) => {
        if (isSecond(at, zone)) return;
        const now = at - ago;
        expect(readWhen(moment(at, zone, language, now), { now, zone })).toMatchObject({ is: "moment", at });
      }),
      { numRuns: 400 },
    );
  }, 120_000);

  it("of a span is read back as the same span", () => {
    const known = knownAt("2026-03-15T12:00");
    assert(
      property(asked, ({ at, ago, length, zone, language }) => {
        const span = { start: at, end: at + length };
        if (isSecond(span.start, zone) || isFirstOfTwo(span.end, zone)) return;
        const now = at - ago;
        const scene: Reader = { record: known, language, now, at: now, zone, clock: "" };
        expect(readWhen(spanWords(scene, span), { now, zone })).toMatchObject({ is: "span", span });
      }),
      { numRuns: 400 },
    );
  }, 120_000);

  it("of a night is read back as that night", () => {
    const { language, zone } = { language: "es", zone: "America/Guayaquil" } as const;
    const found = readWhen("viernes", { now: EVENING, zone });
    if (found.is !== "night") throw new Error("a night");
    const told = texts(language).curfew.readNight(nightName(dayOf(found.night.start, zone), language));
    expect(told).toBe("la noche viernes 20 -> sábado 21 mar.");
    expect(readWhen(told, { now: EVENING, zone })).toEqual(found);
  });

  it("as an example can be sent as it stands", () => {
    for (const zone of ZONES) {
      const today = `${dayOf(EVENING, zone)} 23:30`;
      expect(readWhen(today, { now: EVENING, zone }).is).toBe("moment");
      for (const language of LANGUAGES)
        expect(readWhen(texts(language).ask.spanExample, { now: EVENING, zone }).is).toBe("span");
    }
  });
});

const WORDS =
  "23:30 11 11pm 2330 22h30 6 24:00 las a de la del el y - -> at on from to between entre desde hasta until noche mañana madrugada tarde tonight esta tomorrow hoy ayer viernes Fri lunes next last próximo pasado 20 3/4 20/3 march marzo 2026 2026-03-20 midnight noon medianoche media in en dentro 2 horas minutes now ahora , . : menos cuarto para".split(
    " ",
  );

describe("whatever is typed", () => {
  const typed = array(constantFrom(...WORDS), { minLength: 1, maxLength: 9 }).map((words) => words.join(" "));
  const sound = (text: string, now: Millis, zone: string) => {
    const found = readWhen(text, { now, zone });
    if (found.is === "span") {
      expect(found.span.end).toBeGreaterThan(found.span.start);
      expect(found.span.end - found.span.start).toBeLessThanOrEqual(14 * 24 * 60 * MINUTE);
    }
    if (found.is === "moment") expect(Number.isSafeInteger(found.at)).toBe(true);
  };

  it("never fails, of any signs", () => {
    assert(
      property(string({ unit: "binary", maxLength: 120 }), constantFrom(...ZONES), (text, zone) =>
        sound(text, EVENING, zone),
      ),
      { numRuns: 500 },
    );
  });

  it("never fails, of words that times are made of; no span is empty or over fourteen days", () => {
    assert(
      property(typed, asked, (text, { at, zone }) => sound(text, at, zone)),
      { numRuns: 1_000 },
    );
  }, 120_000);

  it("is read the same in capitals, without accents and with blanks around", () => {
    for (const { now, zone, rows } of SCENES)
      for (const [text] of rows) {
        const plain = text.normalize("NFD").replaceAll(/\p{M}/gu, "");
        const read = (one: string) => shown(readWhen(one, { now: instant(now), zone }), zone).toLowerCase();
        expect(read(`  ${plain.toUpperCase()} `)).toBe(read(text));
      }
  });
});
