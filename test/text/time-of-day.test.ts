// Times of day and quiet hours as people type them: read whole or not at all, and what a form prints is read back as it was.
import fc from "fast-check";
import { expect, it } from "vitest";
import { readQuietHours, readTimeOfDay } from "../../src/text/time-of-day.ts";

it.each([
  ["18:00", "18:00"],
  ["7 am", "07:00"],
  ["7", "07:00"],
  ["las 6 de la tarde", "18:00"],
  ["18h30", "18:30"],
  ["medianoche", "00:00"],
  ["25", undefined],
  ["tempranito", undefined],
  ["18:00 o 19:00", undefined],
  ["", undefined],
])("reads %s as a time of day: %s", (typed, read) => expect(readTimeOfDay(typed)).toBe(read));

it.each([
  ["22-6", "22:00 06:00"],
  ["22:00 a 06:00", "22:00 06:00"],
  ["from 10 pm to 6:30 am", "22:00 06:30"],
  ["de 22h a 6h", "22:00 06:00"],
  ["22:00–06:00", "22:00 06:00"],
  ["0-6", "00:00 06:00"],
])("reads %s as quiet hours: %s", (typed, read) => {
  const found = readQuietHours(typed);
  expect(found === undefined || found === "none" ? found : `${found.start} ${found.end}`).toBe(read);
});

it("takes an empty text and its words for none, and refuses what has no length or is no pair", () => {
  for (const typed of ["", " ", "none", "ninguna"]) expect(readQuietHours(typed)).toBe("none");
  for (const typed of ["22-22", "22", "22-6-8", "siempre", "x".repeat(5_000)])
    expect(readQuietHours(typed)).toBe(undefined);
});

const two = (n: number) => String(n).padStart(2, "0");
const wall = fc.tuple(fc.nat({ max: 23 }), fc.nat({ max: 59 })).map(([hour, minute]) => `${two(hour)}:${two(minute)}`);

it("reads back what a form prints", () => {
  fc.assert(
    fc.property(wall, wall, (start, end) => {
      expect(readTimeOfDay(start)).toBe(start);
      fc.pre(start !== end);
      expect(readQuietHours(`${start}-${end}`)).toEqual({ start, end });
    }),
    { numRuns: 200 },
  );
});
