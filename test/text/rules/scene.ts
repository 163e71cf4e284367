// The names of the places that ship, and decrees by chance that name them, for tests of how a decree is written down.
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import type { Area } from "../../../src/domain/area.ts";
import { type CurfewRule, NightException, CurfewRule as Rule } from "../../../src/domain/curfew.ts";
import type { Language } from "../../../src/domain/text.ts";
import { instant, type Millis } from "../../../src/domain/time.ts";
import { placeNames } from "../../../src/store/place-names.ts";
import type { Reading } from "../../../src/text/rules/index.ts";
import { readAreas } from "../../data/files.ts";

export const NOW = instant("2026-03-15T21:10:00-05:00");
const listed = readAreas().areas;
const areas: ReadonlyMap<string, Area> = new Map(listed.map((area) => [area.id, area]));
const names = placeNames(areas, { home: "EC" });

export const reading = (language: Language, now: Millis = NOW): Reading => ({
  names,
  areas,
  language,
  country: "EC",
  now,
  zone: "America/Guayaquil",
});

const ids = listed.map(({ id }) => id).filter((id) => id.startsWith("EC"));
const some = <T>(arbitrary: fc.Arbitrary<T>, percent: number) =>
  fc.oneof({ weight: 100 - percent, arbitrary: fc.constant(undefined) }, { weight: percent, arbitrary });
const time = fc.oneof(
  fc.constantFrom("00:00", "23:00", "05:00", "12:00", "05:59"),
  fc.nat(1439).map((m) => `${String(Math.floor(m / 60)).padStart(2, "0")}:${String(m % 60).padStart(2, "0")}`),
);
const places = fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 6 });
const dayAt = (offset: number) => Temporal.PlainDate.from("2026-03-15").add({ days: offset }).toString();
/** Most near, some in other years, where a day without its year would be another. */
const offset = fc.oneof(fc.integer({ min: -20, max: 60 }), fc.integer({ min: -900, max: 700 }));

const label = { en: "a label", es: "un nombre" };
export const rule: fc.Arbitrary<CurfewRule> = fc
  .record({
    start: time,
    end: time,
    endDay: some(fc.integer({ min: 1, max: 7 }), 20),
    weekdays: some(fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), 40),
    areas: places,
    except: some(places, 25),
    areasPartial: fc.boolean(),
    first: some(offset, 25),
    nights: some(fc.nat(200), 25),
    labelled: fc.boolean(),
  })
  .map(({ first, nights, labelled, ...one }) =>
    Rule.parse({
      ...one,
      ...(first === undefined ? {} : { firstNight: dayAt(first) }),
      ...(nights === undefined ? {} : { lastNight: dayAt((first ?? 0) + nights) }),
      ...(labelled ? { label } : {}),
    }),
  );

export const exception = (rules: number): fc.Arbitrary<NightException> =>
  fc
    .record({
      night: offset,
      areas: some(places, 50),
      rules: some(fc.uniqueArray(fc.nat(rules - 1), { minLength: 1 }), 25),
      start: some(time, 60),
      end: some(time, 60),
      off: fc.boolean(),
      by: some(fc.constant(label), 20),
    })
    .map(({ night, ...one }) => NightException.parse({ ...one, night: dayAt(night) }));

export const decree = fc
  .array(rule, { minLength: 1, maxLength: 3 })
  .chain((rules) => fc.array(exception(rules.length), { maxLength: 3 }).map((exceptions) => ({ rules, exceptions })));
