// A bare question in a channel that follows places: those come first, in one sentence, and none of them is left out.
import { describe, expect, it } from "vitest";
import { stateAt } from "../../src/domain/state.ts";
import type { Language } from "../../src/domain/text.ts";
import { curfewOverview } from "../../src/views/curfew/overview.ts";
import { ec, knownAt } from "./ecuador-known.ts";

function ask(now: string, follows: string, language: Language) {
  const record = knownAt(now);
  const [only] = curfewOverview({
    record,
    place: "EC",
    now: ec(now),
    language,
    state: stateAt(record, "EC", ec(now)),
    others: [],
    follows: follows.split(" "),
  });
  return only;
}
const line = (...given: Parameters<typeof ask>) => ask(...given)?.content;
const follows = (...given: Parameters<typeof ask>) => ask(...given)?.embed?.fields?.[0];

describe("the first line in a channel that follows places", () => {
  it.each([
    [
      "none now, one tonight, and where else",
      line("2026-03-15T22:58", "EC-G EC-R", "en"),
      "⚪ No curfew now in Guayas, Los Ríos. Next: tonight, Sun 15 Mar 23:00 -> Mon 05:00 (Ecuador time). Same hours: El Oro, Santo Domingo de los Tsáchilas.",
    ],
    [
      "none now, one tonight, and where else",
      line("2026-03-15T22:58", "EC-G EC-R", "es"),
      "⚪ Sin toque ahora en Guayas, Los Ríos. Próximo: hoy domingo 15 mar. 23:00 -> lunes 05:00 (hora de Ecuador). Mismo horario: El Oro, Santo Domingo de los Tsáchilas.",
    ],
    [
      "one now",
      line("2026-03-16T01:00", "EC-G EC-R", "en"),
      "🔴 CURFEW NOW in Guayas, Los Ríos until Mon 16 Mar 05:00 (Ecuador time). Next: Mon 23:00. Same hours: El Oro, Santo Domingo de los Tsáchilas.",
    ],
    [
      "one now, and one place not known",
      line("2026-03-18T23:30", "EC-G EC-P", "es"),
      "🔴 TOQUE DE QUEDA AHORA en Guayas hasta el jueves 19 mar. 05:00 (hora de Ecuador), según lo declarado; NO SE SABE en Pichincha (provincia). Próximo: jueves 23:00.",
    ],
    [
      "one place not known, the others free",
      line("2026-03-18T12:00", "EC-G EC-R EC-P", "en"),
      "❔ NOT KNOWN whether there is a curfew now in Pichincha (province). Our information ends on 16 Mar 2026. No curfew: Guayas, Los Ríos; next: today 23:00 (Ecuador time).",
    ],
    [
      "cantons with hours of their own",
      line("2024-02-01T01:00", "EC-0907 EC-0916", "en"),
      "🔴 CURFEW NOW in Durán until Thu 1 Feb 05:00 (Ecuador time); from 02:00: Samborondón.",
    ],
    [
      "places of two countries, each on its clock, what is not known first",
      line("2026-03-18T12:00", "EC-G HT-OU", "en"),
      "❔ NOT KNOWN whether Ouest has a curfew now. Our information ends on 18 Apr 2024. This does not mean there is none. ⚪ No curfew now in Guayas. Next: today, Wed 18 Mar 23:00 -> Thu 05:00 (Ecuador time). Same hours: El Oro, Los Ríos, Santo Domingo de los Tsáchilas.",
    ],
    [
      "none known",
      line("2026-04-02T12:00", "EC-G EC-R", "es"),
      "❔ NO SE SABE si hay toque de queda ahora en Guayas, Los Ríos. Nuestra información llega al 31 mar. 2026. Eso no significa que no haya.",
    ],
  ])("tells %s", (_, told, expected) => expect(told).toBe(expected));

  it("calls no hours the same that only end together", () => {
    const told = line("2024-02-01T03:00", "EC-0916", "en");
    expect(told).toMatch(/^🔴 CURFEW NOW in Samborondón until Thu 1 Feb 05:00 .* Same hours: Cuenca, /);
    expect(told).not.toMatch(/Guayaquil|Durán|Quito/);
  });

  it("names ten places and more by a number, and all of them below", () => {
    const cantons = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"].map(
      (one) => `EC-09${one}`,
    );
    const known = cantons.filter((one) => knownAt("2026-03-15T22:58").areasById.has(one));
    expect(known.length).toBeGreaterThan(10);
    expect(line("2026-03-15T22:58", known.join(" "), "en")).toMatch(/^⚪ No curfew now in .*, .* and \d+ more\. Next/);
    const field = follows("2026-03-15T22:58", known.join(" "), "en");
    expect(field?.value.split(", ")).toHaveLength(known.length);
  });
});

describe("what the channel follows, below", () => {
  it("comes first, each state with its places, and names what is gone", () => {
    expect(follows("2026-03-18T12:00", "EC-G EC-P EC-9999", "en")).toEqual({
      name: "This channel follows",
      value:
        "❔ Pichincha (province): NOT KNOWN\n⚪ Guayas: no curfew; next today 23:00\nNo longer in our record, so nothing is told of it: EC-9999",
    });
    expect(follows("2026-03-16T01:00", "EC-G", "es")).toEqual({
      name: "Este canal sigue",
      value: "🔴 Guayas: TOQUE DE QUEDA hasta el lunes 16 mar. 05:00",
    });
  });

  it("falls back to the country where nothing followed is left, and says so", () => {
    const message = ask("2026-03-18T12:00", "EC-9999", "en");
    expect(message?.content).toMatch(/^❔ NOT KNOWN whether part of Ecuador/);
    expect(message?.embed?.fields?.[0]?.value).toBe("No longer in our record, so nothing is told of it: EC-9999");
  });
});
