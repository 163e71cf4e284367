// /curfew in the whole bot, in both languages: found, asked back, unknown, a bad time, not known, Copy.
import { describe, expect, it } from "vitest";
import { wordsOf } from "../bot.ts";
import { BOTH, firstLine, isPrivate, labels, READERS, type Walk } from "../walk.ts";

const SAYS = {
  en: {
    country:
      "⚪ No curfew now in Ecuador. Next: tonight, Sun 15 Mar 23:00 -> Mon 05:00 (Ecuador time): Guayas, El Oro, Los Ríos, Santo Domingo de los Tsáchilas; in the rest none announced until Mon 16 Mar 00:00, from then on NOT KNOWN. Newest source: 14 Mar.",
    place:
      "⚪ No curfew now in Guayas. Next: tonight, Sun 15 Mar 23:00 -> Mon 05:00 (Ecuador time). Newest source: 14 Mar.",
    details: [
      /Decreto Ejecutivo 329/,
      /health services/,
      /NOT exempt[\s\S]*logistics/,
      /one to three years in prison/,
      /\[El Universo summary on Cognicurrent\]\(https:.*14 Mar 2026; 8 more sources/,
      /Sources disagree on 2 points/,
      /Newest source \d+ Mar 2026/,
      /information, not permission to travel/,
    ],
    tonight: "🔴 CURFEW Sun 15 Mar 23:00 in Guayas, until Mon 16 Mar 05:00 (Ecuador time). Next: Mon 23:00.",
    nightRead: /Read as\nthe night Sun 15 -> Mon 16 Mar; Sun 15 Mar 23:00 \(Ecuador time\)/,
    onFriday:
      "🔴 CURFEW Fri 20 Mar 23:30 in part of Ecuador: Guayas, El Oro, Los Ríos, Santo Domingo de los Tsáchilas until Sat 21 Mar 05:00 (Ecuador time), as declared; the rest: NOT KNOWN. Next: Sat 23:00.",
    dark: "❔ NOT KNOWN whether Guayas will have a curfew Thu 2 Apr 23:30 (Ecuador time). Our information ends on 31 Mar 2026. This does not mean there will be none.",
    abroad:
      "❔ NOT KNOWN whether Haiti has a curfew now. Our information ends on 18 Apr 2024. This does not mean there is none.",
    several:
      "“Bolívar” can be several: Bolívar (province, Ecuador); Bolívar (canton, Carchi, Ecuador); Bolívar (canton, Manabí, Ecuador); Bolívar (department, Colombia); Bolívar (state, Venezuela). Please pick one.",
    placeholder: "Pick the place you mean",
    picked:
      "⚪ No curfew now in Bolívar (canton, Manabí). None announced until Mon 16 Mar 00:00 (Ecuador time); from then on NOT KNOWN. Newest source: 12 Mar.",
    unknown:
      "No place is called “Guayakuil” here. Nearest: Guayaquil (canton, Guayas); Guayas (province, Ecuador); Gualaquiza (canton, Morona Santiago).",
    noHour: "“25:00” does not exist as a date or hour. Write for example 2026-03-15 23:30.",
    noTime:
      "I could not read “pronto” as a time. Write date and hour of the place, for example 2026-03-15 23:30, or “tonight”.",
    buttons: ["Next 14 nights", "Sources", "Share", "Copy", "En español"],
    copied:
      "No curfew Sun 15 Mar 2026 22:55 in Guayas (Ecuador time). Next: Sun 15 Mar 2026 23:00 -> Mon 05:00. Newest source: 14 Mar 2026.",
    copiedAll:
      /\nDecreto Ejecutivo 329 \(night 1 of 16\): 23:00-05:00 daily[\s\S]*\nSource: [\s\S]*\nAs known Sun 15 Mar 2026 22:55 \(Ecuador time\), by Vigía's record\. Information, not permission to travel\.$/,
  },
  es: {
    country:
      "⚪ Sin toque ahora en Ecuador. Próximo: hoy domingo 15 mar. 23:00 -> lunes 05:00 (hora de Ecuador): Guayas, El Oro, Los Ríos, Santo Domingo de los Tsáchilas; en el resto, ninguno anunciado hasta el lunes 16 mar. 00:00; desde entonces NO SE SABE. Fuente más reciente: 14 mar.",
    place:
      "⚪ Sin toque ahora en Guayas. Próximo: hoy domingo 15 mar. 23:00 -> lunes 05:00 (hora de Ecuador). Fuente más reciente: 14 mar.",
    details: [
      /Decreto Ejecutivo 329/,
      /servicios de salud/,
      /NO exentos[\s\S]*logística/,
      /de uno a tres años/,
      /\[resumen de El Universo en Cognicurrent\]\(https:.*14 mar\. 2026; 8 fuentes más/,
      /Las fuentes no coinciden en 2 puntos/,
      /Fuente más reciente \d+ mar\. 2026/,
      /información, no permiso para circular/,
    ],
    tonight:
      "🔴 TOQUE DE QUEDA el domingo 15 mar. 23:00 en Guayas, hasta el lunes 16 mar. 05:00 (hora de Ecuador). Próximo: lunes 23:00.",
    nightRead: /Leído como\nla noche domingo 15 -> lunes 16 mar\.; domingo 15 mar\. 23:00 \(hora de Ecuador\)/,
    onFriday:
      "🔴 TOQUE DE QUEDA el viernes 20 mar. 23:30 en parte de Ecuador: Guayas, El Oro, Los Ríos, Santo Domingo de los Tsáchilas hasta el sábado 21 mar. 05:00 (hora de Ecuador), según lo declarado; en el resto NO SE SABE. Próximo: sábado 23:00.",
    dark: "❔ NO SE SABE si en Guayas habrá toque de queda el jueves 2 abr. 23:30 (hora de Ecuador). Nuestra información llega al 31 mar. 2026. Eso no significa que no vaya a haber.",
    abroad:
      "❔ NO SE SABE si hay toque de queda ahora en Haití. Nuestra información llega al 18 abr. 2024. Eso no significa que no haya.",
    several:
      "«Bolívar» puede ser varias cosas: Bolívar (provincia, Ecuador); Bolívar (cantón, Carchi, Ecuador); Bolívar (cantón, Manabí, Ecuador); Bolívar (departamento, Colombia); Bolívar (estado, Venezuela). Elige una.",
    placeholder: "Elige el lugar",
    picked:
      "⚪ Sin toque ahora en Bolívar (cantón, Manabí). Ninguno anunciado hasta el lunes 16 mar. 00:00 (hora de Ecuador); desde entonces NO SE SABE. Fuente más reciente: 12 mar.",
    unknown:
      "Aquí ningún lugar se llama «Guayakuil». Los más parecidos: Guayaquil (cantón, Guayas); Guayas (provincia, Ecuador); Gualaquiza (cantón, Morona Santiago).",
    noHour: "«25:00» no existe como fecha u hora. Escribe por ejemplo 2026-03-15 23:30.",
    noTime:
      "No pude leer «pronto» como hora. Escribe la fecha y la hora del lugar, por ejemplo 2026-03-15 23:30, o «esta noche».",
    buttons: ["Próximas 14 noches", "Fuentes", "Compartir", "Copiar", "In English"],
    copied:
      "Sin toque el domingo 15 mar. 2026 22:55 en Guayas (hora de Ecuador). Próximo: domingo 15 mar. 2026 23:00 -> lunes 05:00. Fuente más reciente: 14 mar. 2026.",
    copiedAll:
      /\nDecreto Ejecutivo 329 \(noche 1 de 16\): 23:00-05:00 todos los días[\s\S]*\nFuente: [\s\S]*\nSegún lo que se sabía el domingo 15 mar\. 2026 22:55 \(hora de Ecuador\), en el registro de Vigía\. Información, no permiso para circular\.$/,
  },
} as const;
const TONIGHT = { en: "tonight", es: "esta noche" };

export function curfewCases(walk: () => Walk): void {
  describe.each(BOTH)("/curfew (%s)", (language) => {
    const t = SAYS[language];
    const reader = READERS[language].plain;
    const type = (options: Record<string, string> = {}) => walk().type(language, reader, "curfew", options);
    const line = async (options: Record<string, string>) => firstLine(await type(options));

    it("bare gives the country at a glance, privately, with Share and Copy", async () => {
      const answer = await type();
      expect(firstLine(answer)).toBe(t.country);
      expect(isPrivate(answer)).toBe(true);
      expect(labels(answer)).toEqual(t.buttons);
    });

    it("with a place gives hours, exempt and not exempt, penalty, decree, sources and the newest source's date", async () => {
      const words = wordsOf(await type({ place: "EC-G" }));
      expect(words.split("\n")[0]).toBe(t.place);
      for (const part of t.details) expect(words).toMatch(part);
    });

    it("answers for a night, an hour, and where nothing is known, in the place's own clock", async () => {
      const tonight = await type({ place: "guayas", at: TONIGHT[language] });
      expect(firstLine(tonight)).toBe(t.tonight);
      expect(wordsOf(tonight)).toMatch(t.nightRead);
      expect(await line({ at: "2026-03-20 23:30" })).toBe(t.onFriday);
      expect(await line({ place: "guayas", at: "2026-04-02 23:30" })).toBe(t.dark);
      expect(await line({ place: "Haití" })).toBe(t.abroad);
    });

    it("asks back for a name with several bearers; after a wrong pick the question still stands to pick again", async () => {
      const asked = await type({ place: "Bolívar" });
      expect(firstLine(asked)).toBe(t.several);
      expect(JSON.stringify(asked)).toContain(t.placeholder);
      await walk().pick(language, reader, asked, /Carchi/);
      const again = await walk().pick(language, reader, asked, /Manabí/);
      expect(again.kind).toBe("message");
      expect(firstLine(again)).toBe(t.picked);
      expect(labels(again)).toEqual(t.buttons);
    });

    it("names the nearest three for an unknown place, and says what is wrong with a time", async () => {
      expect(await line({ place: "Guayakuil" })).toBe(t.unknown);
      expect(await line({ place: "guayas", at: "25:00" })).toBe(t.noHour);
      expect(await line({ place: "guayas", at: "pronto" })).toBe(t.noTime);
      // At once, and not after the place was picked.
      expect(await line({ place: "Bolívar", at: "pronto" })).toBe(t.noTime);
    });

    it("suggests places whatever accents, case and spelling", async () => {
      const suggest = (typed: string) => walk().suggestions(language, reader, "curfew", "place", typed);
      expect((await suggest("los rios"))[0]).toMatch(/Los Ríos/);
      expect((await suggest("sto domingo")).join()).toMatch(/Santo Domingo/);
      expect((await suggest("guayakil"))[0]).toMatch(/Guayaquil/);
    });

    it("copies as bare text, dated, with its source", async () => {
      const copied = await walk().press(language, reader, await type({ place: "guayas" }), /^Cop/);
      expect(isPrivate(copied)).toBe(true);
      expect(firstLine(copied).split("\n")[0]).toBe(t.copied);
      expect(firstLine(copied)).toMatch(t.copiedAll);
      expect(labels(copied)).toEqual([]);
    });
  });
}
