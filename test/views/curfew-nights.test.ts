// The list of nights ahead, word for word in both languages: announced, assumed, none announced, not known.
import { describe, expect, it } from "vitest";
import type { Language } from "../../src/domain/text.ts";
import { curfewNightLines, curfewNights } from "../../src/views/curfew/nights.ts";
import { ec, knownAt } from "./ecuador-known.ts";
import { mustFit } from "./reading.ts";

const ask = (now: string, places: string, language: Language, known = now) =>
  curfewNights({ record: knownAt(known), places: places.split(" "), now: ec(now), language });
const line = (...given: Parameters<typeof ask>) => ask(...given)[0]?.content;
const fields = (...given: Parameters<typeof ask>) =>
  ask(...given).flatMap((one) => (one.embed?.fields ?? []).map(({ name, value }) => [name, ...value.split("\n")]));

describe("the first line above the nights", () => {
  it.each([
    [
      "all of them announced",
      line("2026-03-15T22:58", "EC-G EC-R", "en"),
      "🔴 CURFEW announced for all of the next 14 nights in Guayas, Los Ríos: 23:00-05:00 (Ecuador time).",
    ],
    [
      "all of them announced",
      line("2026-03-15T22:58", "EC-G EC-R", "es"),
      "🔴 TOQUE DE QUEDA anunciado para todas las próximas 14 noches en Guayas, Los Ríos: 23:00-05:00 (hora de Ecuador).",
    ],
    [
      "the last of them announced, and nothing known from then on",
      line("2026-03-26T12:00", "EC-G", "en"),
      "🔴 CURFEW announced for 5 of the next 14 nights in Guayas: 23:00-05:00 (Ecuador time). The last: Mon 30 -> Tue 31 Mar. From Tue 31 Mar 05:00: NOT KNOWN.",
    ],
    [
      "the last of them announced, and nothing known from then on",
      line("2026-03-26T12:00", "EC-G", "es"),
      "🔴 TOQUE DE QUEDA anunciado para 5 de las próximas 14 noches en Guayas: 23:00-05:00 (hora de Ecuador). La última: lunes 30 -> martes 31 mar. Desde el martes 31 mar. 05:00: NO SE SABE.",
    ],
    [
      "nothing known",
      line("2026-04-02T12:00", "EC-G", "en"),
      "❔ NOT KNOWN whether there is a curfew in Guayas in the next 14 nights. Our information ends on 31 Mar 2026. This does not mean there is none.",
    ],
    [
      "nothing known",
      line("2026-04-02T12:00", "EC-G", "es"),
      "❔ NO SE SABE si hay toque de queda en Guayas en las próximas 14 noches. Nuestra información llega al 31 mar. 2026. Eso no significa que no haya.",
    ],
    [
      "none announced, as far as is known",
      line("2026-03-15T22:58", "EC-P", "en"),
      "❔ No curfew announced in Pichincha (province) until Mon 16 Mar 00:00 (Ecuador time); from then on NOT KNOWN.",
    ],
    [
      "none announced at all",
      line("2026-02-01T12:00", "EC-P", "en", "2026-04-02T12:00"),
      "⚪ No curfew announced in Pichincha (province) for the next 14 nights (Ecuador time).",
    ],
    [
      "none announced at all",
      line("2026-02-01T12:00", "EC-P", "es", "2026-04-02T12:00"),
      "⚪ Ningún toque de queda anunciado en Pichincha (provincia) para las próximas 14 noches (hora de Ecuador).",
    ],
    [
      "an end that no source gives",
      line("2025-03-10T12:00", "EC-0907", "en"),
      "❔ NOT KNOWN whether there is a curfew in Durán in the next 14 nights. Sources do not say whether the last curfew goes on. This does not mean there is none.",
    ],
    [
      "an end that no source gives",
      line("2025-03-10T12:00", "EC-0907", "es"),
      "❔ NO SE SABE si hay toque de queda en Durán en las próximas 14 noches. Las fuentes no dicen si el último toque de queda continúa. Eso no significa que no haya.",
    ],
    [
      "places that differ",
      line("2026-03-26T12:00", "EC-G EC-P", "es"),
      "🔴 TOQUE DE QUEDA anunciado en las próximas 14 noches: Guayas (5 noches); en el resto NO SE SABE.",
    ],
  ])("tells %s", (_, told, expected) => expect(told).toBe(expected));
});

describe("the nights themselves", () => {
  it("stand a line each across midnight, and those of which nothing is known in one", () => {
    expect(fields("2026-03-28T12:00", "EC-G", "en")).toEqual([
      [
        "Guayas",
        "🔴 Sat 28 -> Sun 29 Mar, 23:00-05:00",
        "🔴 Sun 29 -> Mon 30 Mar, 23:00-05:00",
        "🔴 Mon 30 -> Tue 31 Mar, 23:00-05:00",
        "❔ 11 nights, Tue 31 Mar -> Wed 1 Apr to Fri 10 -> Sat 11 Apr: NOT KNOWN",
      ],
    ]);
    expect(fields("2026-03-28T12:00", "EC-G", "es")).toEqual([
      [
        "Guayas, 23:00-05:00",
        "🔴 sábado 28 -> domingo 29 mar.",
        "🔴 domingo 29 -> lunes 30 mar.",
        "🔴 lunes 30 -> martes 31 mar.",
        "❔ 11 noches, de martes 31 mar. -> miércoles 1 abr. a viernes 10 -> sábado 11 abr.: NO SE SABE",
      ],
    ]);
  });

  it("tell assumed and unchecked ones in words", () => {
    expect(fields("2025-03-01T12:00", "EC-0907", "en")).toEqual([
      [
        "Durán",
        "🔴 Sat 1 -> Sun 2 Mar, 22:00-05:00",
        "🔴 Sun 2 -> Mon 3 Mar, 22:00-05:00 ¹",
        "❔ 12 nights, Mon 3 -> Tue 4 Mar to Fri 14 -> Sat 15 Mar: 22:00-05:00 (assumed, not confirmed)",
        "¹ as declared, not checked",
      ],
    ]);
  });

  it("stand by places where hours differ, each on its own clock", () => {
    expect(fields("2024-01-10T23:30", "EC-W EC-G", "en").map(([name]) => name)).toEqual([
      "Galápagos (Galápagos time)",
      "Guayas",
    ]);
    const [high, medium, rest] = fields("2024-02-01T01:00", "EC-G", "en");
    expect(high?.[2]).toBe("🔴 Wed 31 Jan -> Thu 1 Feb, 00:00-05:00");
    expect(medium?.[2]).toBe("🔴 Wed 31 Jan -> Thu 1 Feb, 02:00-05:00");
    expect(rest?.[1]).toBe("⚪ Wed 31 Jan -> Thu 1 Feb: none announced");
  });

  it("say up to when anything was checked", () => {
    expect(ask("2026-03-26T12:00", "EC-G", "en").at(-1)?.embed?.footer).toBe(
      "Newest source 16 Mar 2026 · our information reaches to Tue 31 Mar 05:00 · information, not permission to travel",
    );
  });

  it("are pasted without “next”, with the year", () => {
    const lines = curfewNightLines({
      record: knownAt("2026-03-26T12:00"),
      places: ["EC-G"],
      now: ec("2026-03-26T12:00"),
      language: "en",
    });
    expect(lines[0]).toMatch(/^🔴 CURFEW announced for 5 of the 14 nights from Thu 26 -> Fri 27 Mar 2026 in Guayas/);
    expect(lines.join("\n")).not.toMatch(/\b(?:next|now)\b/i);
  });

  it("fit Discord for every place of the record", async () => {
    const record = knownAt("2024-02-01T01:00");
    for (const { id } of record.areasById.values())
      for (const one of curfewNights({ record, places: [id], now: ec("2024-02-01T01:00"), language: "es" }))
        await mustFit(one);
  }, 60_000);
});
