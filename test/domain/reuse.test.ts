// What is worked out once and used again: days of a zone, what bears on a place, segments of whole days. It must say what working it out anew says,
// in whatever order instants are asked for.
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import type { Known } from "../../src/domain/known.ts";
import { Coverage } from "../../src/domain/coverage.ts";
import { edges, edgesThrough } from "../../src/domain/edges.ts";
import { stateAt } from "../../src/domain/state.ts";
import { Day, dayOf, dayStart, instant } from "../../src/domain/time.ts";
import { knownAt } from "../views/ecuador-known.ts";

/** Zones whose clocks went over midnight, skipped a day, or are off by seconds. */
const ZONES = [
  "America/Guayaquil",
  "America/New_York",
  "America/St_Johns",
  "Pacific/Apia",
  "America/Havana",
  "Asia/Gaza",
];
const zone = fc.constantFrom(...ZONES);
const FIRST = Date.UTC(1985, 0, 1);
const LAST = Date.UTC(2027, 0, 1);

describe("days", () => {
  it("of 23 and of 25 hours end when they end, in whichever order their hours are asked for", () => {
    const changes = ["America/New_York", "America/Havana", "Pacific/Apia"].flatMap((one) => {
      const spring = Temporal.Instant.from("2011-01-01T00:00Z").toZonedDateTimeISO(one).getTimeZoneTransition("next");
      const autumn = spring?.getTimeZoneTransition("next");
      return [spring, autumn].flatMap((at) => (at ? [{ one, at: at.epochMilliseconds }] : []));
    });
    expect(changes).toHaveLength(6);
    const hours = Array.from({ length: 97 }, (_, i) => (i - 48) * 30 * 60_000);
    for (const { one, at } of changes)
      for (const order of [hours, hours.toReversed()])
        for (const instant of order.map((away) => at + away))
          expect(dayOf(instant, one), `${one} ${new Date(instant).toISOString()}`).toBe(
            Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(one).toPlainDate().toString(),
          );
  });

  it("begin and are named as Temporal has them, whatever was asked before", () => {
    const near = fc.tuple(
      fc.integer({ min: FIRST, max: LAST }),
      fc.array(fc.integer({ min: -90, max: 90 }), { maxLength: 12 }),
    );
    fc.assert(
      fc.property(zone, near, (place, [at, offsets]) => {
        for (const minutes of [0, ...offsets]) {
          const asked = at + minutes * 30 * 60_000;
          const local = Temporal.Instant.fromEpochMilliseconds(asked).toZonedDateTimeISO(place);
          expect(dayOf(asked, place)).toBe(local.toPlainDate().toString());
          const day = local.toPlainDate().toString();
          expect(dayStart(day, place)).toBe(
            local.toPlainDate().toZonedDateTime({ timeZone: place }).startOfDay().epochMilliseconds,
          );
        }
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it("that came twice, as a clock went back over midnight, are told apart", () => {
    // Newfoundland, 29 October 2006: one minute after midnight it was 23:01 of the day before once more.
    const again = instant("2006-10-29T02:45:00Z");
    for (const minutes of [-30, 0, 30, 60, 90, 30, 0]) {
      const asked = again + minutes * 60_000;
      const local = Temporal.Instant.fromEpochMilliseconds(asked).toZonedDateTimeISO("America/St_Johns");
      expect(dayOf(asked, "America/St_Johns")).toBe(local.toPlainDate().toString());
    }
  });

  it("are calendar days exactly where Temporal says so", () => {
    const isDay = (text: string) => {
      try {
        return Temporal.PlainDate.from(text).toString() === text;
      } catch {
        return false;
      }
    };
    const two = fc.integer({ min: 0, max: 40 }).map((n) => String(n).padStart(2, "0"));
    const year = fc
      .oneof(fc.integer({ min: 0, max: 9999 }), fc.constantFrom(1900, 2000, 2024, 2026))
      .map((n) => String(n).padStart(4, "0"));
    const odd = fc.constantFrom(
      "+010000-01-01",
      "-000001-01-01",
      "2026-3-1",
      "20260301",
      "2026-03-01T00:00",
      "",
      "2026-02-29",
      "2024-02-29",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.tuple(year, two, two).map((parts) => parts.join("-")),
          odd,
        ),
        (text) => {
          expect(Day.safeParse(text).success).toBe(isDay(text));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it("and instants are what Temporal reads", () => {
    const text = fc.tuple(
      fc.integer({ min: FIRST, max: LAST }),
      fc.constantFrom("", ".5", ".12", ".123", ".1239"),
      fc.constantFrom("Z", "-05:00", "+00:00", "+05:45", "-23:59", "+14:00"),
    );
    fc.assert(
      fc.property(text, ([at, fraction, offset]) => {
        const written = `${Temporal.Instant.fromEpochMilliseconds(at - (at % 1000))
          .toString()
          .slice(0, 19)}${fraction}${offset}`;
        expect(instant(written)).toBe(Temporal.Instant.from(written).epochMilliseconds);
      }),
    );
    for (const none of ["2026-02-30T00:00:00Z", "2026-01-01T24:00:00Z", "2026-13-01T00:00:00Z", "yesterday"])
      expect(() => instant(none)).toThrow(RangeError);
    expect(instant("2016-12-31T23:59:60Z")).toBe(Temporal.Instant.from("2016-12-31T23:59:60Z").epochMilliseconds);
    expect(instant("2026-03-15T22:58:00-05:00")).toBe(Date.UTC(2026, 2, 16, 3, 58));
  });
});

describe("what holds at a place", () => {
  it("is the same when asked of the record as it stands and of a record made anew", () => {
    const record = knownAt("2026-11-22T12:00");
    const anew = (known: Known): Known => ({ ...known, curfews: [...known.curfews], coverage: [...known.coverage] });
    const from = instant("2025-12-20T00:00:00-05:00");
    const hours = fc.nat(340 * 24 * 4).map((quarters) => from + quarters * 15 * 60_000);
    const place = fc.constantFrom("EC", "EC-G", "EC-0901", "EC-0901/rest", "EC-W", "EC-1701", "EC-R");
    const asked = fc.record({ place, at: hours, known: hours });
    fc.assert(
      fc.property(fc.array(asked, { minLength: 2, maxLength: 6 }), (questions) => {
        for (const { place: area, at, known } of questions) {
          const then = { ...record, knownAt: known };
          expect(stateAt(then, area, at)).toEqual(stateAt(anew(then), area, at));
        }
      }),
      { numRuns: 40 },
    );
  }, 180_000);
});

describe("edges of a stretch that was looked over", () => {
  const DAYS = 86_400_000;
  /** The same record, of which nobody has looked over anything. */
  const anew = (known: Known): Known => ({ ...known, curfews: [...known.curfews] });

  it("are those of each of its parts", () => {
    const known = anew(knownAt("2026-03-28T10:00"));
    const range = { after: known.knownAt - 26 * DAYS, until: known.knownAt + 10 * DAYS };
    const all = edgesThrough(known, "EC", range);
    expect(all.length).toBeGreaterThan(100);
    expect(edgesThrough(known, "EC", range)).toBe(all);
    const part = fc.tuple(fc.integer({ min: -26 * 24, max: 10 * 24 }), fc.integer({ min: 0, max: 48 }));
    fc.assert(
      fc.property(part, ([hour, length]) => {
        const after = known.knownAt + hour * 3_600_000;
        const until = Math.min(range.until, after + length * 3_600_000);
        expect(edges(known, "EC", { after, until })).toEqual(edges(anew(known), "EC", { after, until }));
      }),
      { numRuns: 40 },
    );
  });

  it("are others once other decrees are known, or more is known of a day", () => {
    const shipped = knownAt("2026-03-28T10:00");
    const iso = (days: number) => new Date(shipped.knownAt + days * DAYS).toISOString();
    const daily = { id: "d", areas: ["EC"], from: iso(-9), to: iso(9), basis: { en: "c" }, asOfEachDay: true };
    const known = { ...shipped, coverage: [Coverage.parse(daily)] };
    const range = { after: known.knownAt - DAYS, until: known.knownAt + 4 * DAYS };
    const kept = edgesThrough(known, "EC", range);
    for (const other of [
      {
        ...known,
        curfews: known.curfews
          .slice(0, -1)
          .filter(({ country }) => country === "EC")
          .slice(0, -1),
      },
      { ...known, knownAt: known.knownAt + 2 * DAYS },
      { ...known, coverage: [] },
    ]) {
      const own = edges(other, "EC", range);
      expect(own).toEqual(edges(anew(other), "EC", range));
      expect(own).not.toEqual(kept);
    }
  });
});
