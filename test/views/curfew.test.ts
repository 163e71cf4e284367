// The first line of /curfew in March 2026 and in the hard cases of the record, word for word; the embed where it must say more.
import { describe, expect, it } from "vitest";
import { stateAt } from "../../src/domain/state.ts";
import type { Language } from "../../src/domain/text.ts";
import { texts } from "../../src/text/index.ts";
import { readWhen } from "../../src/text/when/index.ts";
import { curfewAnswer } from "../../src/views/curfew/place.ts";
import { curfewOverview } from "../../src/views/curfew/overview.ts";
import type { Message } from "../../src/views/message.ts";
import { ec, knownAt } from "./ecuador-known.ts";

function ask(now: string, place: string, language: Language, at = now): readonly Message[] {
  const record = knownAt(now);
  return curfewAnswer({ record, place, at: ec(at), now: ec(now), language, state: stateAt(record, place, ec(at)) });
}

function bare(now: string, language: Language): Message {
  const record = knownAt(now);
  const others = [{ country: "HT", state: stateAt(record, "HT", ec(now)) }];
  const [only] = curfewOverview({
    record,
    place: "EC",
    now: ec(now),
    language,
    state: stateAt(record, "EC", ec(now)),
    others,
  });
  return only ?? { content: "" };
}

const line = (messages: readonly Message[]) => messages[0]?.content;
const fieldsOf = (messages: readonly Message[]) =>
  Object.fromEntries(messages.flatMap((one) => (one.embed?.fields ?? []).map((field) => [field.name, field.value])));

describe("the first line for a place", () => {
  it.each([
    [
      "in force",
      ask("2026-03-20T23:30", "EC-G", "en"),
      "🔴 CURFEW NOW in Guayas until Sat 21 Mar 05:00 (Ecuador time). Next: Sat 23:00.",
    ],
    [
      "in force",
      ask("2026-03-20T23:30", "EC-G", "es"),
      "🔴 TOQUE DE QUEDA AHORA en Guayas hasta el sábado 21 mar. 05:00 (hora de Ecuador). Próximo: sábado 23:00.",
    ],
    [
      "not in force, one tonight",
      ask("2026-03-20T12:00", "EC-G", "en"),
      "⚪ No curfew now in Guayas. Next: today, Fri 20 Mar 23:00 -> Sat 05:00 (Ecuador time). Newest source: 16 Mar.",
    ],
    [
      "not in force, one tonight",
      ask("2026-03-20T12:00", "EC-G", "es"),
      "⚪ Sin toque ahora en Guayas. Próximo: hoy viernes 20 mar. 23:00 -> sábado 05:00 (hora de Ecuador). Fuente más reciente: 16 mar.",
    ],
    [
      "none announced as far as is known",
      ask("2026-03-20T06:05", "EC-1701", "en"),
      "⚪ No curfew now in Quito. None announced until Fri 20 Mar 06:15 (Ecuador time); from then on NOT KNOWN. Newest source: 20 Mar.",
    ],
    [
      "none announced as far as is known",
      ask("2026-03-20T06:05", "EC-1701", "es"),
      "⚪ Sin toque ahora en Quito. Ninguno anunciado hasta el viernes 20 mar. 06:15 (hora de Ecuador); desde entonces NO SE SABE. Fuente más reciente: 20 mar.",
    ],
    [
      "not known since this morning",
      ask("2026-03-20T12:00", "EC-1701", "en"),
      "❔ NOT KNOWN whether Quito has a curfew now. Our information ends Fri 20 Mar 06:15 (Ecuador time). This does not mean there is none.",
    ],
    [
      "not known for long",
      ask("2026-04-02T12:00", "EC-G", "en"),
      "❔ NOT KNOWN whether Guayas has a curfew now. Our information ends on 31 Mar 2026. This does not mean there is none.",
    ],
    [
      "not known for long",
      ask("2026-04-02T12:00", "EC-G", "es"),
      "❔ NO SE SABE si hay toque de queda ahora en Guayas. Nuestra información llega al 31 mar. 2026. Eso no significa que no haya.",
    ],
    [
      "the last announced night",
      ask("2026-03-31T04:00", "EC-G", "en"),
      "🔴 CURFEW NOW in Guayas until Tue 31 Mar 05:00 (Ecuador time). After that: NOT KNOWN.",
    ],
    [
      "the last announced night",
      ask("2026-03-31T04:00", "EC-G", "es"),
      "🔴 TOQUE DE QUEDA AHORA en Guayas hasta el martes 31 mar. 05:00 (hora de Ecuador). Después: NO SE SABE.",
    ],
    [
      "another time",
      ask("2026-03-20T12:00", "EC-G", "en", "2026-03-20T23:30"),
      "🔴 CURFEW Fri 20 Mar 23:30 in Guayas, until Sat 21 Mar 05:00 (Ecuador time). Next: Sat 23:00.",
    ],
    [
      "another time",
      ask("2026-03-20T12:00", "EC-G", "es", "2026-03-20T23:30"),
      "🔴 TOQUE DE QUEDA el viernes 20 mar. 23:30 en Guayas, hasta el sábado 21 mar. 05:00 (hora de Ecuador). Próximo: sábado 23:00.",
    ],
    [
      "another time without one",
      ask("2026-03-20T12:00", "EC-G", "en", "2026-03-21T06:00"),
      "⚪ No curfew Sat 21 Mar 06:00 in Guayas (Ecuador time). Next: Sat 21 Mar 23:00 -> Sun 05:00. Newest source: 16 Mar.",
    ],
    [
      "a part of a province",
      ask("2026-04-02T12:00", "EC-G", "en", "2025-01-10T23:30"),
      "🔴 CURFEW Fri 10 Jan 2025 23:30 in part of Guayas: Balao, Durán, Tenguel until Sat 11 Jan 05:00 (Ecuador time); not in the rest. Next: Sat 22:00.",
    ],
    [
      "a part of a province",
      ask("2026-04-02T12:00", "EC-G", "es", "2025-01-10T23:30"),
      "🔴 TOQUE DE QUEDA el viernes 10 ene. 2025 23:30 en parte de Guayas: Balao, Durán, Tenguel hasta el sábado 11 ene. 05:00 (hora de Ecuador); no en el resto. Próximo: sábado 22:00.",
    ],
    [
      "a single canton, known only for the day",
      ask("2024-09-18T23:30", "EC-A", "en"),
      "🔴 CURFEW NOW in part of Azuay: Camilo Ponce Enríquez until Thu 19 Sep 06:00 (Ecuador time); in the rest none announced until Thu 19 Sep 00:00, from then on NOT KNOWN. After that: NOT KNOWN. Next declared: Thu 22:00.",
    ],
    [
      "an end that no source gives",
      ask("2026-04-02T12:00", "EC-0907", "en", "2025-03-10T23:30"),
      "❔ NOT KNOWN whether Durán had a curfew Mon 10 Mar 2025 23:30 (Ecuador time). No source says whether the last curfew here went on. This does not mean there was none. Next declared: Sat 12 Apr 2025 22:00 -> Sun 05:00 (Ecuador time).",
    ],
    [
      "the last confirmed night",
      ask("2025-03-03T04:00", "EC-0907", "en"),
      "🔴 CURFEW NOW in Durán until Mon 3 Mar 05:00 (Ecuador time). From Mon 3 Mar 22:00: NOT KNOWN.",
    ],
    [
      "an uncertain night ahead",
      ask("2025-03-03T12:00", "EC-0907", "es"),
      "⚪ Sin toque ahora en Durán. Ninguno anunciado hasta el lunes 3 mar. 22:00 (hora de Ecuador); desde entonces NO SE SABE. Fuente más reciente: 3 ene.",
    ],
    [
      "a list known in part",
      ask("2026-04-02T12:00", "EC-1801", "en", "2024-03-25T03:00"),
      "❔ NOT KNOWN whether Ambato had a curfew Mon 25 Mar 2024 03:00 (Ecuador time). A curfew held then, and no source lists all of its places. This does not mean there was none.",
    ],
    [
      "Galápagos on its own clock",
      ask("2026-04-02T12:00", "EC-W", "en", "2024-01-11T00:30"),
      "🔴 CURFEW Wed 10 Jan 2024 23:30 in Galápagos, until Thu 11 Jan 05:00 (Galápagos time). Next: Thu 23:00.",
    ],
    [
      "a place declared for, but never checked",
      ask("2026-04-02T12:00", "HT-OU", "es", "2024-03-12T20:00"),
      "🔴 TOQUE DE QUEDA el martes 12 mar. 2024 21:00 en Oeste, hasta el miércoles 13 mar. 05:00 (hora de Haití), según lo declarado. Después: NO SE SABE. Próximo declarado: miércoles 18:00.",
    ],
  ])("tells %s", (_, messages, expected) => {
    expect(line(messages)).toBe(expected);
  });

  it("stands within a lock screen where one state holds", () => {
    expect(line(ask("2026-03-20T23:30", "EC-G", "en"))?.length).toBeLessThanOrEqual(80);
    expect(line(ask("2026-03-20T23:30", "EC-G", "es"))?.indexOf("05:00")).toBeLessThanOrEqual(80);
  });
});

describe("what stands below the first line", () => {
  const answer = ask("2026-03-20T12:00", "EC-G", "en");
  const fields = fieldsOf(answer);

  it("names the decree and counts the night at hand", () => {
    expect(fields["Decree"]).toBe("**Decreto Ejecutivo 329, night 6 of 16**. By President Daniel Noboa");
    expect(fieldsOf(ask("2026-03-31T04:00", "EC-G", "es"))["Decreto"]).toContain("noche 16 de 16");
  });

  it("gives hours, last night and the reader's own zone", () => {
    expect(fields["Hours"]).toBe("23:00-05:00 daily\nlast night Mon 30 -> Tue 31 Mar, 05:00");
    expect(fields["Your time"]).toBe("<t:1774065600:f> - <t:1774087200:f>");
  });

  it("keeps exempt, expressly not exempt and disputed apart, and attributes the penalty", () => {
    expect(fields["Exempt"]).toContain("boarding pass");
    expect(fields["Expressly NOT exempt"]).toBe(
      "productive chain; logistics chain; no safe-conducts were issued (Diario Extra)",
    );
    expect(fields["Exempt or not: sources differ"]).toContain("Primicias");
    expect(fields["Penalty"]).toBe("one to three years in prison, says the interior minister");
  });

  it("says not stated where a record says nothing", () => {
    const old = fieldsOf(ask("2026-04-02T12:00", "EC-0907", "es", "2025-01-10T23:30"));
    expect(old["Exentos"]).toBe("no indicado");
    expect(old["Sanción, según se informó"]).toBe("no indicado");
    expect(old["Horario"]).toContain("última noche confirmada: 2 mar. 2025; no se sabe hasta la noche del 2 abr. 2025");
  });

  it("ends with how far it was checked, and with what it is not", () => {
    expect(answer.at(-1)?.embed?.footer).toBe(
      "Newest source 16 Mar 2026 · our information reaches to Tue 31 Mar 05:00 · information, not permission to travel",
    );
    expect(ask("2026-03-20T12:00", "EC-G", "es").at(-1)?.embed?.footer).toBe(
      "Fuente más reciente 16 mar. 2026 · nuestra información llega hasta el martes 31 mar. 05:00 · información, no permiso para circular",
    );
  });

  it("shows no source before its day", () => {
    const before = fieldsOf(ask("2026-03-15T12:00", "EC-G", "en"));
    expect(before["Sources"]).toBe(
      "[El Universo summary on Cognicurrent](https://cognicurrent.com/article/484158), 14 Mar 2026; 8 more sources\n⚠️ Sources disagree on 2 points",
    );
    expect(fieldsOf(ask("2026-03-17T12:00", "EC-G", "en"))["Sources"]).toMatch(
      /^\[Qué Noticias\].*, 16 Mar 2026; \d+ more sources\n/,
    );
  });

  it("tells the last known hours where nothing is known", () => {
    const fields = fieldsOf(ask("2026-04-02T12:00", "EC-G", "en"));
    expect(fields["Last known"]).toBe("23:00-05:00, ended Tue 31 Mar 05:00 (Decreto Ejecutivo 329)");
  });

  it("does not lay the last known hours at the door of the decree that is in doubt", () => {
    const fields = fieldsOf(ask("2024-03-25T03:00", "EC-1801", "es"));
    expect(fields["Lo último que se sabe"]).toBe(
      "23:00-05:00, terminó el miércoles 24 ene. 05:00 (Decreto Ejecutivo 110)",
    );
    const durán = fieldsOf(ask("2026-04-02T12:00", "EC-0907", "en", "2024-09-18T23:30"));
    expect(durán["Decree"]).toContain("Decreto Ejecutivo 392");
  });

  it("names the decree of the next night, not that of this one", () => {
    const fields = fieldsOf(ask("2026-04-02T12:00", "EC-G", "en", "2024-09-18T23:30"));
    expect(fields["Next night"]).toMatch(
      /^Thu 19 Sep 2024 22:00 -> Fri 05:00: Balao, Durán, Tenguel \(Decreto Ejecutivo 351, night 43 of 54\)/,
    );
  });

  it("tells who struck a decree down, and that the night between is not known", () => {
    const fields = fieldsOf(ask("2026-04-02T12:00", "EC-I", "en", "2025-10-03T23:30"));
    expect(fields["Ended"]).toMatch(/Constitutional Court, from Sat 4 Oct 2025 05:00/);
  });

  it("names every part of a place whose parts differ", () => {
    const fields = fieldsOf(ask("2026-04-02T12:00", "EC-G", "en", "2025-01-10T23:30"));
    expect(fields["Curfew"]).toBe(
      "🔴 Balao, Durán, Tenguel until Sat 11 Jan 2025 05:00 (Decreto Ejecutivo 493, night 9)",
    );
    expect(fields["No curfew"]).toContain("Guayaquil except Tenguel");
  });
});

describe("the bare question", () => {
  const evening = bare("2026-03-15T22:58", "en");

  it("tells the country in one line", () => {
    expect(evening.content).toBe(
      "⚪ No curfew now in Ecuador. Next: tonight, Sun 15 Mar 23:00 -> Mon 05:00 (Ecuador time): Guayas, El Oro, Los Ríos, Santo Domingo de los Tsáchilas; in the rest none announced until Mon 16 Mar 00:00, from then on NOT KNOWN. Newest source: 14 Mar.",
    );
    expect(bare("2026-03-16T01:30", "es").content).toBe(
      "🔴 TOQUE DE QUEDA AHORA en parte de Ecuador: Guayas, El Oro, Los Ríos, Santo Domingo de los Tsáchilas hasta el lunes 16 mar. 05:00 (hora de Ecuador); no en el resto. Próximo: lunes 23:00.",
    );
    expect(bare("2026-03-16T12:00", "en").content).toBe(
      "❔ NOT KNOWN whether part of Ecuador has a curfew now: Manabí, Loja (province) and 18 more. Our information ends Mon 16 Mar 06:00 (Ecuador time). No curfew: Guayas, El Oro, Los Ríos, Santo Domingo de los Tsáchilas; next: today 23:00 (Ecuador time). Newest source: 16 Mar.",
    );
  });

  it("says now, tonight, where nothing is announced, and that other countries are not known", () => {
    const fields = fieldsOf([evening]);
    expect(fields["Now"]).toBe("none");
    expect(fields["Tonight"]).toBe(
      "Sun 15 Mar 23:00 -> Mon 05:00: Guayas, El Oro, Los Ríos, Santo Domingo de los Tsáchilas (Decreto Ejecutivo 329, night 1 of 16)",
    );
    expect(fields["None announced"]).toBe("the other 20 provinces, until Mon 16 Mar 00:00; from then on NOT KNOWN");
    expect(fields["Other countries"]).toBe("not known");
    expect(fields["Information"]).toBe(
      "Newest source 14 Mar 2026 · our information reaches to Mon 16 Mar 00:00 (<t:1773637200:R>)",
    );
    expect(evening.embed?.footer).toBe("information, not permission to travel");
  });

  it("never shows a plain no, nor green, for what nobody checked", () => {
    const dark = bare("2026-06-01T12:00", "en");
    expect(dark.content).toMatch(/^❔ NOT KNOWN/);
    expect(dark.embed?.tone).toBe("unknown");
    expect(fieldsOf([dark])["Now"]).toBeUndefined();
    expect(fieldsOf([dark])["Last known"]).toContain("ended Tue 31 Mar 05:00");
  });
});

describe("every instant of March 2026", () => {
  it("is told with the state first, and never free of curfew where a part is not", () => {
    for (let hour = 0; hour < 20 * 24; hour += 5) {
      const now = ec("2026-03-13T00:30") + hour * 3_600_000;
      const text = new Intl.DateTimeFormat("sv-SE", {
        timeZone: "America/Guayaquil",
        dateStyle: "short",
        timeStyle: "short",
      })
        .format(now)
        .replace(" ", "T");
      const record = knownAt(text);
      for (const place of ["EC", "EC-G", "EC-0901", "EC-1701", "EC-W"]) {
        const state = stateAt(record, place, now);
        const states = "whole" in state ? [state.whole] : state.partly.map((part) => part.state);
        const [first] = curfewAnswer({ record, place, at: now, now, language: "en", state });
        const sign = states.some((one) => one.is === "inForce")
          ? "🔴 CURFEW"
          : states.some((one) => one.is === "unknown")
            ? "❔ NOT KNOWN"
            : "⚪ No curfew";
        expect(first?.content.startsWith(sign), `${text} ${place}: ${first?.content}`).toBe(true);
      }
    }
  });

  it("reads its own dates back", () => {
    const read = readWhen("Sat 21 Mar 05:00", { now: ec("2026-03-20T12:00"), zone: "America/Guayaquil" });
    expect(read).toMatchObject({ is: "moment", at: ec("2026-03-21T05:00") });
  });
});

describe("a Spanish answer", () => {
  const english = [...sentences(texts("en").curfew), ...sentences(texts("en").common)].filter(
    (sentence) => ![...sentences(texts("es").curfew), ...sentences(texts("es").common)].includes(sentence),
  );

  it.each([
    "2026-03-15T22:58",
    "2026-03-16T01:30",
    "2026-03-16T12:00",
    "2026-04-02T12:00",
    "2024-09-18T23:30",
    "2024-03-25T03:00",
  ])("holds no English word of ours at %s", (now) => {
    const messages = ["EC", "EC-G", "EC-0901", "EC-1801", "HT"].flatMap((place) => ask(now, place, "es"));
    // Names of publishers and addresses are not ours.
    const told = [...messages, bare(now, "es")]
      .flatMap(({ content, embed }) => [
        content,
        embed?.footer,
        ...(embed?.fields ?? []).flatMap((one) => [one.name, one.value]),
      ])
      .join("\n")
      .replaceAll(/\[[^[\]]*\]\(https[^)]*\)/g, "");
    expect(english.filter((sentence) => sentence.includes(" ") && told.includes(sentence))).toEqual([]);
    expect(
      /\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|until|curfew|the|night|today|tonight)\b.{0,40}/.exec(told)?.[0],
    ).toBeUndefined();
  });
});

/** Our own whole phrases; those with places in them are looked for by their small words. */
function sentences(list: object): string[] {
  return Object.values(list).flatMap((value: unknown) =>
    typeof value === "string" ? [value] : typeof value === "object" && value !== null ? sentences(value) : [],
  );
}
