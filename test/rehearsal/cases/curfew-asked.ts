// /curfew for several places and for spans in the whole bot, typed in both languages: suggestions for the second place, one of three asked back,
// Share and Copy of a span.
import { describe, expect, it } from "vitest";
import { wordsOf, wordsOfMessage } from "../bot.ts";
import { BOTH, firstLine, isPrivate, labels, READERS, type Walk } from "../walk.ts";

const SAYS = {
  en: {
    places: "Guayas, Azuay and los rios",
    several:
      "⚪ No curfew now in Guayas, Azuay, Los Ríos. Next: tonight, Sun 15 Mar 23:00 -> Mon 05:00 (Ecuador time): Guayas, Los Ríos. Azuay: none announced until Mon 16 Mar 00:00 (Ecuador time), from then on NOT KNOWN. Newest source: 14 Mar.",
    span: "Mon 10:30pm to 1:15am",
    inside:
      "🔴 CURFEW for part of Mon 16 Mar 22:30 -> Tue 17, 01:15 in Guayas (Ecuador time): from 23:00. Last minute before it: 22:59.",
    parts: /Your span\n⚪ Mon 16 Mar 22:30-23:00: no curfew\n🔴 Mon 16 Mar 23:00 -> Tue 17, 01:15: CURFEW, until/,
    by: "Shared by Luis, as known Sun 15 Mar 22:55 (Ecuador time)",
    copied:
      "CURFEW for part of Mon 16 Mar 2026 22:30 -> Tue 17, 01:15 in Guayas (Ecuador time): from 23:00. Last minute before it: 22:59.",
    asked:
      "“Bolívar” can be several: Bolívar (province, Ecuador); Bolívar (canton, Carchi, Ecuador); Bolívar (canton, Manabí, Ecuador); Bolívar (department, Colombia); Bolívar (state, Venezuela). Please pick one. Kept: Guayas, Azuay.",
    answered:
      "🔴 CURFEW Sun 15 Mar 23:00 in Guayas, until Mon 16 Mar 05:00 (Ecuador time); not in Bolívar (canton, Manabí), Azuay until Mon 16 Mar 00:00, then NOT KNOWN.",
    eleven: "at 11",
    read: "Read as Sun 15 Mar 23:00 (Ecuador time): 11:00 or 23:00 could be meant, the next to come was taken; 24 hours, a.m. or p.m. make it certain.",
    suggestion: "Guayas, Azuay (province, Ecuador)",
    tooMany: "6 places are too many for one answer: up to 5 can be asked about at once.",
    long: "That is longer than 14 days, which one answer cannot tell. Ask for less, for example Fri 22:30 - Sat 01:15.",
    night: "tomorrow night",
    share: /^Share$/,
  },
  es: {
    places: "Guayas, Azuay y los rios",
    several:
      "⚪ Sin toque ahora en Guayas, Azuay, Los Ríos. Próximo: hoy domingo 15 mar. 23:00 -> lunes 05:00 (hora de Ecuador): Guayas, Los Ríos. Azuay: ninguno anunciado hasta el lunes 16 mar. 00:00 (hora de Ecuador); desde entonces NO SE SABE. Fuente más reciente: 14 mar.",
    span: "lunes de 22h30 a 01h15",
    inside:
      "🔴 TOQUE DE QUEDA en parte del lunes 16 mar. 22:30 -> martes 17, 01:15 en Guayas (hora de Ecuador): desde las 23:00. Último minuto antes: 22:59.",
    parts:
      /Tu horario\n⚪ lunes 16 mar\. 22:30-23:00: sin toque\n🔴 lunes 16 mar\. 23:00 -> martes 17, 01:15: TOQUE DE QUEDA, hasta/,
    by: "Compartido por Sol, según lo que se sabía el domingo 15 mar. 22:55 (hora de Ecuador)",
    copied:
      "TOQUE DE QUEDA en parte del lunes 16 mar. 2026 22:30 -> martes 17, 01:15 en Guayas (hora de Ecuador): desde las 23:00. Último minuto antes: 22:59.",
    asked:
      "«Bolívar» puede ser varias cosas: Bolívar (provincia, Ecuador); Bolívar (cantón, Carchi, Ecuador); Bolívar (cantón, Manabí, Ecuador); Bolívar (departamento, Colombia); Bolívar (estado, Venezuela). Elige una. Quedan: Guayas, Azuay.",
    answered:
      "🔴 TOQUE DE QUEDA el domingo 15 mar. 23:00 en Guayas, hasta el lunes 16 mar. 05:00 (hora de Ecuador); no en Bolívar (cantón, Manabí), Azuay hasta el lunes 16 mar. 00:00; después NO SE SABE.",
    eleven: "a las 11",
    read: "Leído como domingo 15 mar. 23:00 (hora de Ecuador): podía ser 11:00 o 23:00, se tomó la próxima; con 24 horas, a. m. o p. m. no queda duda.",
    suggestion: "Guayas, Azuay (provincia, Ecuador)",
    tooMany: "6 lugares son demasiados para una respuesta: se puede preguntar por 5 a la vez.",
    long: "Eso dura más de 14 días y no cabe en una respuesta. Pregunta por menos, por ejemplo viernes 22:30 - sábado 01:15.",
    night: "mañana por la noche",
    share: /^Compartir$/,
  },
} as const;

export function curfewAskedCases(walk: () => Walk): void {
  describe.each(BOTH)("/curfew for several places and spans (%s)", (language) => {
    const t = SAYS[language];
    const reader = READERS[language].plain;
    const type = (options: Record<string, string>) => walk().type(language, reader, "curfew", options);

    it("answers for three places in one message, each in a field of its own", async () => {
      const answer = await type({ place: t.places });
      expect(firstLine(answer)).toBe(t.several);
      for (const name of ["Guayas", "Azuay", "Los Ríos"]) expect(wordsOf(answer)).toContain(`\n${name}\n`);
      expect(isPrivate(answer)).toBe(true);
      expect(labels(answer).slice(-2)).toHaveLength(2);
    });

    it("suggests the second place and keeps the first, and answers for what was picked", async () => {
      const [name] = await walk().suggestions(language, reader, "curfew", "place", "guayas, azu");
      expect(name).toBe(t.suggestion);
      expect(firstLine(await type({ place: "EC-G, EC-A" }))).toContain("Guayas, Azuay");
      expect(firstLine(await type({ place: name ?? "" }))).toContain("Guayas, Azuay");
    });

    it("asks back for one of three and keeps the others, the time and how it was read", async () => {
      const asked = await type({ place: "Guayas, Bolívar, Azuay", at: t.eleven });
      expect(firstLine(asked)).toBe(t.asked);
      const answer = await walk().pick(language, reader, asked, /Manabí/);
      expect(firstLine(answer)).toBe(t.answered);
      expect(wordsOf(answer)).toContain(t.read);
    });

    it("tells the part of a span inside the curfew and the last minute before it", async () => {
      const answer = await type({ place: "guayas", at: t.span });
      expect(firstLine(answer)).toBe(t.inside);
      expect(wordsOf(answer)).toMatch(t.parts);
    });

    it("shares a span as it was read, and anybody may copy it there", async () => {
      const before = walk().bot.shown("redaccion").length;
      await walk().press(language, reader, await type({ place: "guayas", at: t.span }), t.share);
      const [shared] = walk().bot.shown("redaccion").slice(before);
      expect(shared?.message.content).toBe(`${t.inside}\n${t.by}`);
      expect(shared && wordsOfMessage(shared)).toMatch(t.parts);
      const copied = await walk().press(language, reader, await type({ place: "guayas", at: t.span }), /^Cop/);
      expect(firstLine(copied).split("\n")[0]).toBe(t.copied);
    });

    it("shares and copies an answer about several places for a night", async () => {
      const before = walk().bot.shown("redaccion").length;
      const answer = await type({ place: t.places, at: t.night });
      await walk().press(language, reader, answer, t.share);
      expect(walk().bot.shown("redaccion").slice(before)[0]?.message.content).toBe(`${firstLine(answer)}\n${t.by}`);
      expect(firstLine(await walk().press(language, reader, answer, /^Cop/))).toContain("Azuay: ");
    });

    it("says what is too much", async () => {
      expect(firstLine(await type({ place: "Guayas, Azuay, El Oro, Quito, Durán, Daule" }))).toBe(t.tooMany);
      expect(firstLine(await type({ place: "guayas", at: "1/3/2026 - 20/3/2026" }))).toBe(t.long);
    });
  });
}
