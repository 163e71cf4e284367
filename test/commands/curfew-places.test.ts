// /curfew for several places and for spans, as people type them: split, asked back, answered on each place's own clock, copied and shared.
import { describe, expect, it } from "vitest";
import { curfew } from "../../commands/curfew/index.ts";
import { pieces } from "../../commands/curfew/places.ts";
import { argsOf, parse } from "../../commands/curfew/codec.ts";
import type { Answer, Context } from "../../src/command.ts";
import { CurfewQuestion } from "../../src/domain/question.ts";
import { LANGUAGES, type Language } from "../../src/domain/text.ts";
import { ec, knownAt } from "../views/ecuador-known.ts";
import { actionOf, allWords, englishIn, fieldOf, mustFit, pick, press, refusal, run } from "../views/reading.ts";
import { asking } from "../views/shipped.ts";

const FRIDAY = "2026-03-20T12:00";
const SUNDAY = "2026-03-15T22:55";

function reader(now = FRIDAY, language: Language = "en"): Context {
  return asking({ known: knownAt(now), now: `${now}:00-05:00`, language }).context;
}
const type = (typed: Record<string, string>, now?: string, language?: Language) =>
  run(curfew, typed, reader(now, language));
const line = async (typed: Record<string, string>, now?: string, language?: Language) =>
  (await type(typed, now, language)).messages[0]?.content;
const note = (answer: Answer) => answer.messages[0]?.embed?.description;
const ids = (typed: string) =>
  pieces(typed, reader()).map((one) => (one.is === "one" ? one.id : `${one.is}: ${one.typed}`));

describe("several places as one line", () => {
  it.each([
    ["Guayas, Azuay", ["EC-G", "EC-A"]],
    ["guayas,azuay;  los rios", ["EC-G", "EC-A", "EC-R"]],
    ["Guayas y Azuay", ["EC-G", "EC-A"]],
    ["Guayas and Azuay", ["EC-G", "EC-A"]],
    ["Guayas e Imbabura", ["EC-G", "EC-I"]],
    ["Guayas, Azuay y El Oro", ["EC-G", "EC-A", "EC-O"]],
    ["Guayas, Azuay, and El Oro", ["EC-G", "EC-A", "EC-O"]],
    ["Guayas y Azuay y El Oro", ["EC-G", "EC-A", "EC-O"]],
    ["EC-G, EC-A", ["EC-G", "EC-A"]],
    ["Guayas, guayas, EC-G", ["EC-G"]],
    ["Guayas, Guayaquil", ["EC-G", "EC-0901"]],
    ["Bolívar (canton, Manabí)", ["EC-1302"]],
    ["Guayas, Bolívar (cantón, Manabí), Quito", ["EC-G", "EC-1302", "EC-1701"]],
    ["Guayas, Bolívar", ["EC-G", "several: Bolívar"]],
    ["Guayas y Guayakuil", ["EC-G", "none: Guayakuil"]],
    ["Santo Domingo de los Tsáchilas, Manabí", ["EC-SD", "EC-M"]],
    ["nada y nunca", ["none: nada y nunca"]],
    [" , ;", []],
  ])("%s", (typed, expected) => {
    expect(ids(typed)).toEqual(expected);
  });

  it("keeps a name whole that holds a comma or a conjunction itself", () => {
    const { context } = asking({ known: knownAt(FRIDAY) });
    const first = context.known.areasById.get("EC-G");
    const second = context.known.areasById.get("EC-A");
    if (first === undefined || second === undefined) throw new Error("two places");
    const spelled = { ...first, spellings: ["Guayas y Azuay", "Azuay, Los Ríos"] };
    const areasById = new Map([...context.known.areasById, [first.id, spelled]]);
    const known = { ...context.known, areasById };
    const own = asking({ known }).context;
    const found = (typed: string) => pieces(typed, own).map((one) => (one.is === "one" ? one.id : one.is));
    expect(found("Guayas y Azuay")).toEqual(["EC-G"]);
    expect(found("Azuay, Los Ríos")).toEqual(["EC-G"]);
    expect(found("El Oro, Azuay, Los Ríos")).toEqual(["EC-O", "EC-G"]);
    expect(found("El Oro, Guayas y Azuay")).toEqual(["EC-O", "EC-G"]);
  });

  it("says how many are too many, and that commas alone name nothing", async () => {
    const six = "Guayas, Azuay, El Oro, Quito, Guayaquil, Durán";
    expect(await refusal(() => type({ place: six }))).toBe(
      "6 places are too many for one answer: up to 5 can be asked about at once.",
    );
    expect(await refusal(() => type({ place: six }, FRIDAY, "es"))).toMatch(/^6 lugares son demasiados/);
    expect(await refusal(() => type({ place: ",," }))).toBe("Name a place, or up to five with commas between them.");
    expect((await type({ place: `${six.replace(", Durán", "")}, guayas` })).messages[0]?.content).toMatch(/Guayas/);
  });
});

describe("the answer about several places", () => {
  it.each([
    ["en", "🔴 CURFEW NOW in Guayas until Sat 21 Mar 05:00 (Ecuador time). NOT KNOWN in Azuay."],
    ["es", "🔴 TOQUE DE QUEDA AHORA en Guayas hasta el sábado 21 mar. 05:00 (hora de Ecuador). NO SE SABE en Azuay."],
  ] as const)("begins with the curfew, then with what is not known (%s)", async (language, expected) => {
    expect(await line({ place: "Azuay, Guayas" }, "2026-03-20T23:30", language)).toBe(expected);
  });

  it("says where there is none, until when that is known, and what comes", async () => {
    expect(await line({ place: "Guayas, Azuay" }, "2026-03-15T23:10")).toBe(
      "🔴 CURFEW NOW in Guayas until Mon 16 Mar 05:00 (Ecuador time); not in Azuay until Mon 16 Mar 00:00, then NOT KNOWN.",
    );
    expect(await line({ place: "Guayas, Los Ríos" }, FRIDAY)).toBe(
      "⚪ No curfew now in Guayas, Los Ríos. Next: today, Fri 20 Mar 23:00 -> Sat 05:00 (Ecuador time). Newest source: 16 Mar.",
    );
  });

  it("never lets a place look free whose own curfew begins later that night, or only a part of one", async () => {
    expect(await line({ place: "Guayas, Galápagos, Durán, Samborondón" }, "2024-02-01T01:00")).toBe(
      "🔴 CURFEW NOW in Durán, part of Guayas until Thu 1 Feb 05:00 (Ecuador time); from 02:00 (Ecuador time) in Samborondón, rest of Guayas; not in Galápagos.",
    );
  });

  it("tells each place on its own clock, and names it", async () => {
    expect(await line({ place: "Galápagos, Quito" }, "2024-01-10T00:30")).toBe(
      "🔴 CURFEW NOW in Galápagos until Wed 10 Jan 05:00 (Galápagos time); Quito until Wed 10 Jan 05:00 (Ecuador time).",
    );
    const answer = await type({ place: "Quito, Galápagos", at: "10 Jan 2024 23:30" }, "2026-04-02T12:00");
    expect(note(answer)).toBe(
      "Read as Wed 10 Jan 2024 23:30 (Ecuador time): on the clock of Quito, the place named first.",
    );
    expect(fieldOf(answer, "Read as")).toBe(
      "Wed 10 Jan 2024 23:30 (Ecuador time) = <t:1704947400:f>\nWed 10 Jan 2024 22:30 (Galápagos time)",
    );
    expect(fieldOf(answer, "Galápagos")).toMatch(/\(Galápagos time\)/);
  });

  it("gives a field to each place: its state, what comes, its decree; the sources once", async () => {
    const answer = await type({ place: "Guayas, Azuay, Haiti" }, "2026-03-20T23:30");
    expect(fieldOf(answer, "Guayas")).toBe(
      "🔴 CURFEW NOW in Guayas until Sat 21 Mar 05:00 (Ecuador time). Next: Sat 23:00.\n" +
        "Decreto Ejecutivo 329: 23:00-05:00 daily; last night Mon 30 -> Tue 31 Mar, 05:00",
    );
    expect(fieldOf(answer, "Azuay")).toMatch(/^❔ NOT KNOWN whether Azuay has a curfew now\. Our information ends/);
    expect(fieldOf(answer, "Haiti")).toMatch(/^❔ NOT KNOWN/);
    expect(fieldOf(answer, "Sources")).toMatch(/^\[Qué Noticias\].* more sources\n⚠️ Sources disagree/);
    expect(answer.messages.at(-1)?.embed?.footer).toMatch(/information, not permission to travel/);
  });

  it("answers a night of several for the whole night", async () => {
    expect(await line({ place: "Guayas, Azuay", at: "esta noche" }, "2026-03-15T20:00", "es")).toBe(
      "🔴 TOQUE DE QUEDA en parte del domingo 15 mar. 18:00 -> lunes 16, 06:00 en Guayas (hora de Ecuador): desde las 23:00 hasta las 05:00. Último minuto antes: 22:59. NO SE SABE en Azuay desde las 00:00.",
    );
  });

  it.each(LANGUAGES)("fits Discord with the largest places, holds no English in Spanish (%s)", async (language) => {
    for (const typed of [
      { place: "EC, HT, EC-G, EC-A, EC-W" },
      { place: "EC, HT, EC-G, EC-A, EC-W", at: "2024-01-20 - 2024-02-02" },
      { place: "EC", at: "2024-01-31 22:00 - 2024-02-10 06:00" },
      { place: "EC-G, EC-M", at: "2024-02-10 23:30" },
    ]) {
      const answer = await type(typed, "2026-11-22T12:00", language);
      await Promise.all(answer.messages.map(mustFit));
      const [first] = answer.messages;
      expect(first?.content.length).toBeLessThan(1_200);
      const copied = await press(
        curfew,
        actionOf(answer, { en: "Copy", es: "Copiar" }[language]),
        reader("2026-11-22T12:00", language),
      );
      await Promise.all(copied.messages.map(mustFit));
      expect(allWords(copied)).not.toMatch(/<t:|🔴|⚪|❔|\bnow\b|\bahora\b/i);
      if (language === "es")
        expect(englishIn(allWords(answer).replaceAll(/^• .*$/gm, ""), reader("2026-11-22T12:00").known)).toEqual([]);
    }
  });
});

describe("asking back for one of several", () => {
  it("keeps the others, the time and when it was typed", async () => {
    const asked = await type({ place: "Guayas, Bolívar, Azuay", at: "tonight" }, SUNDAY);
    expect(asked.messages[0]?.content).toBe(
      "“Bolívar” can be several: Bolívar (province, Ecuador); Bolívar (canton, Carchi); Bolívar (canton, Manabí). Please pick one. Kept: Guayas, Azuay.",
    );
    const menu = actionOf(asked, "Pick the place you mean");
    // Picked the day after: still the night that was meant.
    const answer = await pick(curfew, menu, "EC-1302", reader("2026-03-16T12:00"));
    expect(answer.messages[0]?.content).toMatch(
      /^🔴 CURFEW for part of Sun 15 Mar 18:00 -> Mon 16, 06:00 in Guayas \(Ecuador time\): from 23:00 to 05:00\./,
    );
    expect(fieldOf(answer, "Bolívar (canton, Manabí)")).toBeDefined();
    expect(fieldOf(answer, "Azuay")).toBeDefined();
  });

  it("asks for an unknown one with the nearest, and can leave it out", async () => {
    const asked = await type({ place: "Guayas, Guayakuil" }, FRIDAY, "es");
    expect(asked.messages[0]?.content).toMatch(
      /^Aquí ningún lugar se llama «Guayakuil»\. ¿Cuál es\? Los más parecidos: Guayaquil \(cantón, Guayas\).*Quedan: Guayas\.$/,
    );
    const menu = actionOf(asked, "Elige el lugar");
    expect((await pick(curfew, menu, "-", reader(FRIDAY, "es"))).messages[0]?.content).toMatch(
      /^⚪ Sin toque ahora en Guayas\./,
    );
    expect((await pick(curfew, menu, "EC-0901", reader(FRIDAY, "es"))).messages[0]?.content).toMatch(
      /^⚪ Sin toque ahora en Guayas, Guayaquil\./,
    );
  });

  it("asks one after the other", async () => {
    const asked = await type({ place: "Bolívar, Olmedo, Guayas" });
    const second = await pick(curfew, actionOf(asked, "Pick the place you mean"), "EC-B", reader());
    expect(second.messages[0]?.content).toMatch(/^“Olmedo” can be several: .* Kept: Bolívar \(province\), Guayas\.$/);
    const answer = await pick(curfew, actionOf(second, "Pick the place you mean"), "EC-1109", reader());
    expect(answer.messages[0]?.content).toMatch(/Bolívar \(province\)/);
  });

  it("says at once that a time cannot be read, and refuses what no menu of ours carries", async () => {
    expect(await refusal(() => type({ place: "Guayas, Bolívar", at: "pronto" }))).toMatch(/^I could not read “pronto”/);
    const at = async (args: string[], id: string) => pick(curfew, { name: "curfew.place", args }, id, reader());
    for (const [args, id] of [
      [["", "x!", "?"], "EC-G"],
      [["", "mmu", "EC-XX", "?"], "EC-G"],
      [["", "mmu", "EC-G"], "EC-A"],
      [["", "mmu", "?"], "-"],
      [["", "mmu", "?", "EC-G"], "EC-XX"],
    ] as const)
      expect(await refusal(() => at([...args], id))).toMatch(/no longer in our record/);
    // A menu from before: the time alone.
    expect((await at([""], "EC-G")).messages[0]?.content).toMatch(/Guayas/);
  });
});

describe("suggestions for the last of several", () => {
  const suggest = (typed: string, language: Language = "en") =>
    curfew.action?.options["place"]?.complete?.(typed, reader(FRIDAY, language)) ?? [];

  it("keep those before it, by name and as ids", () => {
    expect(suggest("Guayas, azu")[0]).toEqual({ name: "Guayas, Azuay (province, Ecuador)", value: "EC-G, EC-A" });
    expect(suggest("guayas; los rios, azu", "es")[0]).toEqual({
      name: "Guayas, Los Ríos, Azuay (provincia, Ecuador)",
      value: "EC-G, EC-R, EC-A",
    });
    expect(suggest("Guayas y azu")[0]?.value).toBe("EC-G, EC-A");
    // The comma in the brackets of a name that we have suggested parts nothing.
    expect(suggest("Guayas, Bolívar (canton, Man").map((one) => one.value.split(", ").length)).not.toContain(3);
    expect(suggest("Guayas, Bolívar (canton, Man").some((one) => one.value === "EC-G, EC-1302")).toBe(true);
    expect(suggest("Guayas, ").some((one) => one.value === "EC-G, EC-G")).toBe(false);
    expect(suggest("Guayas, ")).toHaveLength(25);
    expect(suggest("Guayas, Azuay, El Oro, Quito, Durán, Los")).toEqual([]);
  });

  it("can be read again as they are shown, also where somebody types on", () => {
    for (const typed of ["Guayas, azu", "Bolívar (canton, Manabí), Quito, gua", "santo domingo de los tsachilas, guay"])
      for (const { name, value } of suggest(typed)) {
        expect(value.length).toBeLessThanOrEqual(100);
        expect(name.length).toBeLessThanOrEqual(100);
        expect(ids(name)).toEqual(ids(value));
      }
  });
});

describe("a span", () => {
  it.each([
    [
      "lunes 22:30-01:15",
      "🔴 CURFEW for part of Mon 16 Mar 22:30 -> Tue 17, 01:15 in Guayas (Ecuador time): from 23:00. Last minute before it: 22:59.",
    ],
    [
      "lunes 23:30-01:15",
      "🔴 CURFEW for all of Mon 16 Mar 23:30 -> Tue 17, 01:15 in Guayas (Ecuador time). It runs from Mon 16 Mar 23:00 until Tue 17 Mar 05:00.",
    ],
    [
      "lunes 04:30-06:00",
      "🔴 CURFEW for part of Mon 16 Mar 04:30-06:00 in Guayas (Ecuador time): ends 05:00; your span from 05:00 is outside.",
    ],
    [
      "lunes 22:00-06:00",
      "🔴 CURFEW for part of Mon 16 Mar 22:00 -> Tue 17, 06:00 in Guayas (Ecuador time): from 23:00 to 05:00. Last minute before it: 22:59.",
    ],
    [
      "lunes 04:00-23:30",
      "🔴 CURFEW for part of Mon 16 Mar 04:00-23:30 in Guayas (Ecuador time): until 05:00, from 23:00.",
    ],
    [
      "31/3 04:00-08:00",
      "🔴 CURFEW for part of Tue 31 Mar 04:00-08:00 in Guayas (Ecuador time): until 05:00. NOT KNOWN from 05:00.",
    ],
    [
      "mañana 12:00-15:00",
      "⚪ No curfew Mon 16 Mar 12:00-15:00 in Guayas, for all of it (Ecuador time). Next: Mon 23:00. Newest source: 14 Mar.",
    ],
    [
      "31/3 06:00-08:00",
      "❔ NOT KNOWN in Guayas whether there will be a curfew Tue 31 Mar 06:00-08:00 (Ecuador time). Our information ends on 31 Mar 2026. This does not mean there will be none.",
    ],
  ])("%s", async (at, expected) => {
    expect(await line({ place: "Guayas", at }, SUNDAY)).toBe(expected);
  });

  it("is called free only where all of it is known", async () => {
    expect(await line({ place: "Quito", at: "22:30-01:15" }, SUNDAY)).toBe(
      "❔ NOT KNOWN in Quito for part of Sun 15 Mar 22:30 -> Mon 16, 01:15 (Ecuador time): from 00:00; no curfew until 00:00. Our information ends on 16 Mar 2026. This does not mean there is none.",
    );
    expect(await line({ place: "Quito", at: "22:30-01:15" }, SUNDAY, "es")).toBe(
      "❔ NO SE SABE en Quito para parte del domingo 15 mar. 22:30 -> lunes 16, 01:15 (hora de Ecuador): desde las 00:00; sin toque hasta las 00:00. Nuestra información llega al 16 mar. 2026. Eso no significa que no haya.",
    );
  });

  it("names the parts of a place that differ, and the others of several", async () => {
    expect(await line({ place: "Guayas", at: "10 Feb 2024 23:00 - 11 Feb 2024 04:00" }, "2026-11-22T12:00")).toMatch(
      /^🔴 CURFEW for part of Sat 10 Feb 2024 23:00 -> Sun 11, 04:00 \(Ecuador time\): Guayaquil, .* from 00:00; Colimes, .* from 02:00\. Last minute before the first: 23:59\./,
    );
    expect(await line({ place: "Guayas, Azuay, Quito", at: "22:30-01:15" }, SUNDAY)).toBe(
      "🔴 CURFEW for part of Sun 15 Mar 22:30 -> Mon 16, 01:15 in Guayas (Ecuador time): from 23:00. Last minute before it: 22:59. NOT KNOWN in Azuay, Quito from 00:00.",
    );
    expect(await line({ place: "Guayas, Los Ríos", at: "31/3 04:00-08:00" }, SUNDAY)).toBe(
      "🔴 CURFEW for part of Tue 31 Mar 04:00-08:00 in Guayas, Los Ríos (Ecuador time): until 05:00. NOT KNOWN from 05:00.",
    );
    expect(await line({ place: "Guayas, EC-P", at: "18 Mar 2026 13:00-15:00" }, "2026-11-22T12:00")).toMatch(
      /^⚪ No curfew Wed 18 Mar 13:00-15:00 in Guayas, Pichincha \(province\), for all of it \(Ecuador time\)\. Guayas: next: Wed 18 Mar 23:00\. Pichincha \(province\): from Fri 20 Mar 06:15: NOT KNOWN\. /,
    );
  });

  it("tells every part in the embed, with decree, exempt and penalty", async () => {
    const answer = await type({ place: "Guayas", at: "lunes 22:30-01:15" }, SUNDAY);
    expect(fieldOf(answer, "Read as")).toBe(
      "Mon 16 Mar 22:30 -> Tue 17, 01:15 (Ecuador time) = <t:1773718200:f> - <t:1773728100:f>",
    );
    expect(fieldOf(answer, "Your span")).toBe(
      "⚪ Mon 16 Mar 22:30-23:00: no curfew\n🔴 Mon 16 Mar 23:00 -> Tue 17, 01:15: CURFEW, until Tue 17 Mar 05:00 (Decreto Ejecutivo 329, night 2 of 16)",
    );
    for (const name of ["Exempt", "Penalty", "Sources", "Your time"]) expect(fieldOf(answer, name)).toBeDefined();
  });

  it("says how an ambiguous one was read, above what is shared", async () => {
    expect(note(await type({ place: "Guayas", at: "entre las 10 y las 11" }, SUNDAY))).toBe(
      "Read as Sun 15 Mar 22:00-23:00 (Ecuador time): 10:00 or 22:00, 11:00 or 23:00 could be meant, the next to come was taken; 24 hours, a.m. or p.m. make it certain.",
    );
    expect(note(await type({ place: "Guayas", at: "22:00" }, SUNDAY, "es"))).toBe(
      "Leído como lunes 16 mar. 22:00 (hora de Ecuador): 22:00 ya pasó hoy, se tomó la próxima vez.",
    );
    expect(note(await type({ place: "Guayas", at: "lunes 22:30-01:15" }, SUNDAY))).toBeUndefined();
  });

  it("too long or backwards is a sentence with an example", async () => {
    expect(await refusal(() => type({ place: "Guayas", at: "1 mar - 20 mar" }))).toBe(
      "That is longer than 14 days, which one answer cannot tell. Ask for less, for example Fri 22:30 - Sat 01:15.",
    );
    expect(await refusal(() => type({ place: "Guayas", at: "20 Mar 23:00 - 19 Mar 05:00" }, FRIDAY, "es"))).toBe(
      "Eso termina antes de empezar. Escribe primero el inicio, por ejemplo viernes 22:30 - sábado 01:15.",
    );
  });

  it("asked as now is asked about now each time again", async () => {
    expect(await line({ place: "Guayas", at: "ahora" }, SUNDAY, "es")).toMatch(/^⚪ Sin toque ahora en Guayas/);
  });
});

describe("buttons of several places and spans", () => {
  const span = { start: ec("2026-03-16T22:30"), end: ec("2026-03-17T01:15") };
  it.each([
    { is: "curfew.places", places: ["EC-G", "EC-A"] },
    { is: "curfew.places", places: ["EC-G", "EC-A", "EC-0901", "HT", "EC-W"], at: span.start, span },
    { is: "curfew.places", places: ["EC-G", "EC-A"], at: span.start, night: span },
    { is: "curfew.place", place: "EC-G", at: span.start, span },
  ] as const)("carry the whole question: %j", (question) => {
    const whole = CurfewQuestion.parse(question);
    expect(CurfewQuestion.parse(parse(argsOf(whole)))).toEqual(whole);
  });

  it("copy and share a span as it was read", async () => {
    const answer = await type({ place: "Guayas, Azuay", at: "lunes 22:30-01:15" }, SUNDAY);
    const copied = await press(curfew, actionOf(answer, "Copy"), reader("2026-03-18T09:00"));
    expect(copied.messages[0]?.content).toMatch(
      /^CURFEW for part of Mon 16 Mar 2026 22:30 -> Tue 17, 01:15 in Guayas \(Ecuador time\): from 23:00\. Last minute before it: 22:59\./,
    );
  });
});
