// Stamps and the world's clock, for readers of two languages in three zones.
import { describe, expect, it } from "vitest";
import { formatStamp, relative } from "../../rehearsal/page/client/stamps.ts";
import type { StampStyle } from "../../rehearsal/page/client/stamps.ts";
import { clockDay, clockTime, isoOf, nextAt, worldNow } from "../../rehearsal/page/client/world-clock.ts";

// Fri 20 Mar 2026, 23:00:05 in Ecuador.
const unix = 1_774_065_605;
const now = Date.parse("2026-03-20T22:00:00-05:00");
const ana = { locale: "es-ES", zone: "America/Guayaquil" };
const luis = { locale: "en-US", zone: "America/New_York" };
const mei = { locale: "en-GB", zone: "Asia/Tokyo" };

describe("a stamp", () => {
  it.each<[StampStyle, string, string]>([
    ["t", "23:00", "13:00"],
    ["T", "23:00:05", "13:00:05"],
    ["d", "20/03/2026", "21/03/2026"],
    ["D", "20 de marzo de 2026", "21 March 2026"],
    ["f", "20 de marzo de 2026, 23:00", "21 March 2026 at 13:00"],
    ["F", "viernes, 20 de marzo de 2026, 23:00", "Saturday, 21 March 2026 at 13:00"],
    ["s", "20/03/2026, 23:00", "21/03/2026, 13:00"],
    ["S", "20/03/2026, 23:00:05", "21/03/2026, 13:00:05"],
    ["R", "dentro de 1 hora", "in 1 hour"],
  ])("of style %s shows each reader's own zone and language", (style, forAna, forMei) => {
    // Between versions of the language data, "a las" and commas come and go.
    const loose = (words: string) => words.replace(/,? a las|,? at |, /gu, " ").replace(/\s+/gu, " ");
    expect(loose(formatStamp(unix, style, ana, now))).toBe(loose(forAna));
    expect(loose(formatStamp(unix, style, mei, now))).toBe(loose(forMei));
  });

  it("follows the reader's habit of twelve hours, and the other side's summer time", () => {
    expect(formatStamp(unix, "t", luis, now).replace(/\s/gu, " ")).toBe("12:00 AM");
    expect(formatStamp(unix, "d", luis, now)).toBe("03/21/2026");
  });

  it("beyond all dates says so and does not throw", () => {
    expect(formatStamp(9_999_999_999_999, "f", ana, now)).toBe("Invalid date");
  });

  it("tells distance in the largest unit that fits", () => {
    const minute = 60_000;
    expect(relative(now - 30_000, now, "en")).toBe("30 seconds ago");
    expect(relative(now + 59.7 * minute, now, "en")).toBe("in 1 hour");
    expect(relative(now - 26 * 60 * minute, now, "es")).toBe("hace 1 día");
    expect(relative(now + 45 * 1440 * minute, now, "en")).toBe("in 1 month");
    expect(relative(now - 800 * 1440 * minute, now, "en")).toBe("2 years ago");
  });
});

describe("the world's clock", () => {
  const ms = Date.parse("2026-03-15T22:55:30-05:00");

  it("shows day and time of a place in the reader's language", () => {
    expect(`${clockDay(ms, ana)}, ${clockTime(ms, ana.zone)}`).toBe("dom 15 mar 2026, 22:55");
    expect(`${clockDay(ms, mei)}, ${clockTime(ms, mei.zone)}`).toBe("Mon 16 Mar 2026, 12:55");
  });

  it("finds the next 23:00 and 05:00 of Ecuador, on the full minute", () => {
    expect(isoOf(nextAt(23, ana.zone, ms))).toBe("2026-03-16T04:00:00Z");
    expect(isoOf(nextAt(5, ana.zone, ms))).toBe("2026-03-16T10:00:00Z");
  });

  it("goes to tomorrow's when it is that hour now", () => {
    expect(isoOf(nextAt(23, ana.zone, Date.parse("2026-03-15T23:00:00-05:00")))).toBe("2026-03-17T04:00:00Z");
    expect(isoOf(nextAt(23, ana.zone, Date.parse("2026-03-15T23:00:20-05:00")))).toBe("2026-03-17T04:00:00Z");
  });

  it("runs on at its speed between two words of the server, and stands when it is paused", () => {
    const reading = { worldMs: ms, rate: 60, running: true, takenAt: 1000 };
    expect(worldNow(reading, 3000)).toBe(ms + 120_000);
    expect(worldNow({ ...reading, running: false }, 3000)).toBe(ms);
  });
});
