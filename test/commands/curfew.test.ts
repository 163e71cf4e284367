// /curfew as people type it: places by name, times in words, and every "no" a sentence that helps.
import { describe, expect, it } from "vitest";
import { curfew } from "../../commands/curfew/index.ts";
import { type Answer, Refusal } from "../../src/command.ts";
import type { Language } from "../../src/domain/text.ts";
import { knownAt } from "../views/ecuador-known.ts";
import { said } from "../support.ts";
import { actionOf, pick, press, run } from "../views/reading.ts";
import { asking } from "../views/shipped.ts";

interface Typed {
  place?: string;
  at?: string;
}

function contextAt(now: string, language: Language) {
  return asking({ known: knownAt(now), language, now: `${now}:00-05:00` }).context;
}

async function type(typed: Typed, now = "2026-03-20T12:00", language: Language = "en"): Promise<Answer> {
  if (curfew.action === undefined) throw new Error("/curfew can be typed bare");
  return said(curfew.action.run({ place: typed.place, at: typed.at }, contextAt(now, language)));
}

const line = async (typed: Typed, now?: string, language?: Language) =>
  (await type(typed, now, language)).messages[0]?.content;
const field = async (typed: Typed, name: string, now?: string, language?: Language) =>
  (await type(typed, now, language)).messages.flatMap((one) => one.embed?.fields ?? []).find((one) => one.name === name)
    ?.value;

async function refusal(typed: Typed, language: Language = "en"): Promise<string> {
  const thrown: unknown = await type(typed, undefined, language).catch((error: unknown) => error);
  if (thrown instanceof Refusal) return thrown.message;
  throw new Error(`${JSON.stringify(typed)} was not refused`);
}

describe("/curfew", () => {
  it("bare, tells the country of the bot", async () => {
    expect(await line({}, "2026-03-16T01:30")).toMatch(
      /^🔴 CURFEW NOW in part of Ecuador: Guayas, .* until Mon 16 Mar 05:00/,
    );
    expect((await type({})).to).toBe("asker");
  });

  it("takes a name without accents or case, an id, and another language's name", async () => {
    const expected = "🔴 CURFEW NOW in Los Ríos until Sat 21 Mar 05:00 (Ecuador time). Next: Sat 23:00.";
    for (const place of ["los rios", "LOS RÍOS", "EC-R"])
      expect(await line({ place }, "2026-03-20T23:30")).toBe(expected);
    expect(await line({ place: "Haití" })).toMatch(/^❔ NOT KNOWN whether Haiti/);
  });

  it("answers for a time, and says how it was read", async () => {
    expect(await line({ place: "Guayas", at: "23h30" })).toBe(
      "🔴 CURFEW Fri 20 Mar 23:30 in Guayas, until Sat 21 Mar 05:00 (Ecuador time). Next: Sat 23:00.",
    );
    expect(await field({ place: "Guayas", at: "23h30" }, "Read as")).toBe(
      "Fri 20 Mar 23:30 (Ecuador time) = <t:1774067400:f>",
    );
    expect(await field({ place: "Guayas", at: "mañana 6:00" }, "Leído como", undefined, "es")).toBe(
      "sábado 21 mar. 06:00 (hora de Ecuador) = <t:1774090800:f>",
    );
  });

  it("answers for a night by the begin of its curfew, even after midnight", async () => {
    expect(await line({ place: "Guayas", at: "tonight" })).toMatch(/^🔴 CURFEW Fri 20 Mar 23:00 in Guayas/);
    expect(await line({ place: "Guayas", at: "esta noche" }, "2026-03-16T01:30", "es")).toMatch(
      /^🔴 TOQUE DE QUEDA el domingo 15 mar. 23:00 en Guayas/,
    );
    expect(await line({ place: "Cuenca", at: "2024-01-29" }, "2026-04-02T12:00")).toMatch(
      /^🔴 CURFEW Tue 30 Jan 2024 02:00 in Cuenca/,
    );
    expect(await field({ place: "Guayas", at: "2026-03-20" }, "Read as")).toBe(
      "the night Fri 20 -> Sat 21 Mar; Fri 20 Mar 23:00 (Ecuador time) = <t:1774065600:f>",
    );
  });

  it("tells of a night where its curfew begins later, in the first line", async () => {
    expect(await line({ place: "EC-G", at: "2024-02-10" }, "2026-11-22T12:00")).toMatch(
      /^🔴 CURFEW Sun 11 Feb 2024 00:00 in part of Guayas: .*; in the rest from 02:00: Colimes, Pedro Carbo and 4 more\.$/,
    );
    expect(await line({ place: "EC", at: "esta noche" }, "2024-01-10T12:00", "es")).toMatch(
      /^🔴 TOQUE DE QUEDA el miércoles 10 ene. 23:00 en parte de Ecuador: .*; en el resto desde las 00:00: Galápagos\. Después: NO SE SABE\.$/,
    );
    expect(await line({}, "2024-02-10T00:30")).toMatch(/; in the rest from 02:00: Cuenca, Morona and 21 more\.$/);
  });

  it("never calls a night free that is not known to its end", async () => {
    expect(await line({ place: "Quito", at: "tonight" }, "2026-03-20T12:00")).toMatch(
      /^❔ NOT KNOWN whether Quito will have a curfew Fri 20 Mar 23:00/,
    );
    expect(await line({ place: "Quito", at: "tonight" }, "2026-03-15T20:00")).toMatch(
      /^❔ NOT KNOWN whether Quito will have a curfew Mon 16 Mar 00:00/,
    );
    expect(await line({ place: "Durán", at: "2025-03-05" }, "2026-04-02T12:00")).toMatch(
      /^❔ NOT KNOWN whether Durán had a curfew/,
    );
  });

  it("reads the time on the place's own clock", async () => {
    expect(await field({ place: "Galápagos", at: "2024-01-10 23:30" }, "Read as", "2026-04-02T12:00")).toBe(
      "Wed 10 Jan 2024 23:30 (Galápagos time) = <t:1704951000:f>",
    );
  });

  it("takes a time without a place for the bot's own country", async () => {
    expect(await line({ at: "23:30" })).toMatch(/^🔴 CURFEW Fri 20 Mar 23:30 in part of Ecuador: Guayas/);
  });

  it("refuses a time that does not exist, with one that does", async () => {
    expect(await refusal({ place: "Guayas", at: "2026-02-30" })).toBe(
      "“2026-02-30” does not exist as a date or hour. Write for example 2026-03-20 23:30.",
    );
    expect(await refusal({ place: "Guayas", at: "25:00" }, "es")).toBe(
      "«25:00» no existe como fecha u hora. Escribe por ejemplo 2026-03-20 23:30.",
    );
  });

  it("refuses what it cannot read, without letting it act", async () => {
    expect(await refusal({ place: "Guayas", at: "@everyone soon" })).toBe(
      "I could not read “@\u200Beveryone soon” as a time. Write date and hour of the place, for example 2026-03-20 23:30, or “tonight”.",
    );
  });

  it("names the nearest places for one that it does not know", async () => {
    expect(await refusal({ place: "Guayakil" })).toMatch(
      /^No place is called “Guayakil” here\. Nearest: Guayaquil \(canton, Guayas\)/,
    );
    expect(await refusal({ place: "Guayakil" }, "es")).toMatch(
      /^Aquí ningún lugar se llama «Guayakil»\. Los más parecidos: Guayaquil \(cantón, Guayas\)/,
    );
    expect((await refusal({ place: "x".repeat(6000) })).length).toBeLessThan(400);
  });

  it("asks back with kinds where a name has two bearers, and keeps the time", async () => {
    const { messages } = await type({ place: "bolivar", at: "23:30" });
    expect(messages[0]?.content).toBe(
      "“bolivar” can be several: Bolívar (province, Ecuador); Bolívar (canton, Carchi); Bolívar (canton, Manabí). Please pick one.",
    );
    const [row] = messages[0]?.rows ?? [];
    if (row === undefined || !("menu" in row)) throw new Error("a menu to pick from");
    expect(row.menu.options.map((option) => option.value)).toEqual(["EC-B", "EC-0402", "EC-1302"]);
    const picked = await pick(curfew, row.menu.action, "EC-1302", contextAt("2026-03-20T05:00", "en"));
    expect(picked.messages[0]?.content).toMatch(
      /^❔ NOT KNOWN whether Bolívar \(canton, Manabí\) will have a curfew Fri 20 Mar 23:30/,
    );
  });

  it("refuses a picked place that nobody offered", () => {
    const menu = curfew.menus?.["curfew.place"];
    expect(() => menu?.([""], ["EC-XX"], contextAt("2026-03-20T05:00", "en"))).toThrow(Refusal);
  });

  it("suggests at most 25 places", () => {
    const { place } = curfew.action?.options ?? {};
    expect(place?.complete?.("", contextAt("2026-03-20T05:00", "es"))).toHaveLength(25);
    expect(place?.complete?.("guay", contextAt("2026-03-20T05:00", "es"))[0]?.name).toMatch(/^Guay/);
  });
});

describe("a bare question in a channel that follows places", () => {
  const follow = (...places: string[]) => {
    const { context } = asking({ known: knownAt("2026-03-15T22:58"), now: "2026-03-15T22:58:00-05:00" });
    return { ...context, followed: () => places };
  };
  const first = async (...places: string[]) => (await run(curfew, {}, follow(...places))).messages[0]?.content;

  it("begins with those, and its buttons ask the same again", async () => {
    const context = follow("EC-G", "EC-R");
    const answer = await run(curfew, {}, context);
    expect(answer.messages[0]?.content).toMatch(/^⚪ No curfew now in Guayas, Los Ríos\. .* Same hours: El Oro/);
    // Whoever follows something else by then turns what was read, not what is followed now.
    const remembered: string[] = [];
    const later = {
      ...context,
      followed: () => [],
      remember: async (language: string) => void remembered.push(language),
    };
    const turned = await press(curfew, actionOf(answer, "En español"), later);
    expect(turned.messages[0]?.content).toMatch(/^⚪ Sin toque ahora en Guayas, Los Ríos\. .* Mismo horario: El Oro/);
    expect(remembered).toEqual(["es"]);
    const nights = await press(curfew, actionOf(answer, "Next 14 nights"), later);
    expect(nights.messages[0]?.content).toMatch(
      /^🔴 CURFEW announced for all of the next 14 nights in Guayas, Los Ríos/,
    );
  });

  it("is about the whole country where nothing is followed, or the country itself", async () => {
    expect(await first()).toMatch(/^⚪ No curfew now in Ecuador\./);
    expect(await first("EC")).toMatch(/^⚪ No curfew now in Ecuador\./);
  });

  it("tells a place within another one with it, and another country's channel its own country", async () => {
    expect(await first("EC-G", "EC-0907")).toMatch(/^⚪ No curfew now in Guayas\. /);
    expect(await first("HT-OU")).toMatch(/^❔ NOT KNOWN whether Ouest has a curfew now/);
  });

  it("carries as many places as a button may, by the places around them", async () => {
    const cantons = [...knownAt("2026-03-15T22:58").areasById.values()].filter((one) => one.kind === "canton");
    expect(await first(...cantons.map((one) => one.id))).toMatch(/^⚪ No curfew now in Ecuador|^⚪ No curfew now in /);
  });
});
