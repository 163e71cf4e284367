// A first line never lets the rest of a place look free that has a curfew the same night, nor a gap look checked: on the data that ships.
import { describe, expect, it } from "vitest";
import { stateAt } from "../../src/domain/state.ts";
import type { Known } from "../../src/domain/known.ts";
import type { Language } from "../../src/domain/text.ts";
import { HOUR, type Millis } from "../../src/domain/time.ts";
import { checkedUntil } from "../../src/views/curfew/sources.ts";
import { curfewAnswer } from "../../src/views/curfew/place.ts";
import { ec, knownAt } from "./ecuador-known.ts";

const HINDSIGHT = "2026-11-22T12:00";

function line(record: Known, place: string, at: Millis, now: Millis, language: Language): string {
  const [first] = curfewAnswer({ record, place, at, now, language, state: stateAt(record, place, at) });
  return first?.content ?? "";
}

const now = (at: string, place: string, language: Language = "en") =>
  line(knownAt(at), place, ec(at), ec(at), language);

describe("the rest of a place in which a curfew runs", () => {
  it.each([
    [
      now("2024-02-10T00:30", "EC"),
      "🔴 CURFEW NOW in part of Ecuador: Santa Elena (province), Guayaquil, Portoviejo, Machala, Babahoyo and 31 more until Sat 10 Feb 05:00 (Ecuador time); in the rest from 02:00: Cuenca, Morona and 21 more.",
    ],
    [
      now("2024-02-10T00:30", "EC-G", "es"),
      "🔴 TOQUE DE QUEDA AHORA en parte de Guayas: Guayaquil, Balao, Balzar, Daule, Durán y 7 más hasta el sábado 10 feb. 05:00 (hora de Ecuador); en el resto desde las 02:00: Colimes, Pedro Carbo y 4 más.",
    ],
    [
      now("2024-01-11T05:30", "EC"),
      "🔴 CURFEW NOW in part of Ecuador: Galápagos until Thu 11 Jan 06:00 (Ecuador time); not in the rest. Next: Thu 23:00: Guayas, Manabí and 21 more.",
    ],
    [
      now("2024-01-10T23:30", "EC", "es"),
      "🔴 TOQUE DE QUEDA AHORA en parte de Ecuador: Guayas, Manabí, Loja (provincia), Azuay, El Oro y 18 más hasta el jueves 11 ene. 05:00 (hora de Ecuador); en el resto desde las 00:00: Galápagos. Después: NO SE SABE.",
    ],
    [
      now("2024-03-25T01:30", "EC-A"),
      "❔ NOT KNOWN whether part of Azuay has a curfew now: Girón, Gualaceo and 12 more. A curfew holds, and no source lists all of its places. No curfew: Cuenca; next: today 02:00 (Ecuador time). Newest source: 21 Mar.",
    ],
  ])("is told with its hour: %s", (told, expected) => {
    expect(told).toBe(expected);
  });

  it("is never called free when a curfew begins there within half a day, as the whole record has it", () => {
    const record = knownAt(HINDSIGHT);
    let seen = 0;
    for (const place of ["EC", "EC-G", "EC-A"]) {
      for (let at = ec("2024-01-08T18:30"); at < ec("2024-04-10T00:00"); at += 19 * HOUR) {
        const state = stateAt(record, place, at);
        const free = "whole" in state ? [] : state.partly.filter((part) => part.state.is === "notInForce");
        const near = free.some(({ state: { next } }) => next !== undefined && next.start <= at + 12 * HOUR);
        const told = line(record, place, at, ec(HINDSIGHT), "en");
        if (near && told.startsWith("🔴")) seen++;
        if (near) expect(told).not.toContain("not in the rest");
        if (near && told.startsWith("🔴")) expect(told).toMatch(/in the rest from \d\d:\d\d: /);
      }
    }
    expect(seen).toBeGreaterThan(10);
  }, 60_000);
});

describe("a place whose curfew begins in a minute", () => {
  it.each([
    ["EC-G", /^⚪ No curfew now in Guayas\. Next: tonight, Sun 15 Mar 23:00/],
    ["EC", /^⚪ No curfew now in Ecuador\. Next: tonight, Sun 15 Mar 23:00/],
  ])("says so in its first 80 characters: %s", (place, expected) => {
    const told = now("2026-03-15T22:59", place);
    expect(told).toMatch(expected);
    expect(told.indexOf("23:00")).toBeLessThan(75);
  });
});

describe("how far was checked", () => {
  const days = (from: string, to: string) => ({ asOfEachDay: false, from: `${from}:00-05:00`, to: `${to}:00-05:00` });
  const record = knownAt(HINDSIGHT);
  const [entry] = record.coverage;
  if (entry === undefined) throw new Error("nothing was checked");
  const until = (spans: readonly { from: string; to: string }[], at: string) =>
    checkedUntil(
      { ...record, coverage: spans.map((span, i) => ({ ...entry, ...span, id: String(i) })) },
      "EC-L",
      ec(at),
    );
  const first = days("2026-11-23T00:00", "2026-11-23T20:00");
  const last = days("2026-12-10T00:00", "2026-12-12T00:00");

  it("ends at the first gap", () => {
    expect(until([first, last], "2026-11-23T12:00")).toBe(ec("2026-11-23T20:00"));
    expect(until([last, first], "2026-11-24T12:00")).toBe(ec("2026-11-23T20:00"));
  });

  it("goes on through entries that touch or overlap, in any order", () => {
    const bridge = days("2026-11-23T20:00", "2026-12-10T06:00");
    expect(until([last, bridge, first], "2026-11-23T12:00")).toBe(ec("2026-12-12T00:00"));
  });

  it("is not told of a time before the first entry", () => {
    expect(until([last], "2026-11-23T12:00")).toBeUndefined();
  });
});

describe("the field of what has no curfew, beside what has one", () => {
  it("says until when that is known", () => {
    const at = ec("2026-03-15T23:00");
    const record = knownAt("2026-03-15T22:55");
    const state = stateAt(record, "EC", at);
    const asked = ec("2026-03-15T22:55");
    const [first] = curfewAnswer({ record, place: "EC", at, now: asked, language: "en", state });
    const field = first?.embed?.fields?.find(({ name }) => name === "No curfew");
    expect(field?.value).toBe("⚪ the other 20 provinces, until Mon 16 Mar 00:00; from then on NOT KNOWN");
  });
});
