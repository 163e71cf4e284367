// Until when somebody wants no notices, as people type it, by a clock in Ecuador: Mon 16 Mar 2026, 15:30.
import { expect, it } from "vitest";
import { readUntil } from "../../src/text/until.ts";

const now = Date.parse("2026-03-16T15:30:40-05:00");
const read = (typed: string) => readUntil(typed, { now, zone: "America/Guayaquil" });
const at = (text: string) => ({ is: "until", at: Date.parse(`${text}:00-05:00`) });

it.each([
  ["8h", "2026-03-16T23:30"],
  ["for 8 hours", "2026-03-16T23:30"],
  ["1.5h", "2026-03-16T17:00"],
  ["30 min", "2026-03-16T16:00"],
  ["3 days", "2026-03-19T15:30"],
  ["3 días", "2026-03-19T15:30"],
  ["a week", "2026-03-23T15:30"],
  ["una semana", "2026-03-23T15:30"],
  ["in an hour", "2026-03-16T16:30"],
  ["por 2 semanas", "2026-03-30T15:30"],
  ["tomorrow 6am", "2026-03-17T06:00"],
  ["mañana 6am", "2026-03-17T06:00"],
  ["lunes 07h00", "2026-03-23T07:00"],
  ["until friday 7am", "2026-03-20T07:00"],
  ["hasta el lunes 07h00", "2026-03-23T07:00"],
  ["friday", "2026-03-20T06:00"],
  ["06:00", "2026-03-17T06:00"],
])("%s", (typed, right) => {
  expect(read(typed)).toEqual(at(right));
});

it.each([
  ["yesterday 6am", "past"],
  ["0h", "past"],
  ["31 days", "too-long"],
  ["5 weeks", "too-long"],
  ["whenever", "unreadable"],
  ["", "unreadable"],
  ["8", "unreadable"],
  ["in a wee", "unreadable"],
  ["x".repeat(80), "unreadable"],
])("%s is %s", (typed, is) => {
  expect(read(typed).is).toBe(is);
});
