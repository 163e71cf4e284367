// Words of notices that a recorded strike is another now, in Spanish. CAMBIO, ACTUALIZADO and CORREGIDO are never mixed.
import { withArticle } from "./strikes.ts";

/** A site's name stays as it is written. */
const upper = (text: string) => text.replace(/^\p{Ll}(?!\S*\.\p{Ll})/u, (letter) => letter.toUpperCase());
const subject = (who: string) => upper(withArticle(who));

export const strikeChange = {
  word: {
    changed: "CAMBIO",
    updated: "ACTUALIZADO",
    corrected: "CORREGIDO",
    added: "FUENTE NUEVA",
    withdrawn: "RETIRADO, no usar",
    undone: "CORREGIDO",
  },
  inRecord: "CAMBIO EN EL REGISTRO",
  sourceGone: "FUENTE RETIRADA",

  becomes: (was: string, now: string) => `${was} -> ${now}`,
  presumed: (was: string, now: string) => `dados por muertos ${was} -> ${now}`,
  dayField: "Día",
  survivors: (was: string, now: string) => `sobrevivientes ${was} -> ${now}`,
  more: (count: number) => `${count} ${count === 1 ? "cambio" : "cambios"} más`,
  on: (day: string) => `el ${day}`,
  announced: (day: string) => `anunciado el ${day}`,
  reported: (day: string) => `primera noticia el ${day}`,
  again: (event: string) => `no queda retirado: ${event}`,

  raised: (who: string) => `${subject(who)} subió su cifra`,
  lowered: (who: string) => `${subject(who)} bajó su cifra`,
  revised: (who: string) => `${subject(who)} rectificó lo que había dicho`,
  saysSo: (who: string) => `Según ${withArticle(who)}`,
  wrong: "Vigía lo tenía mal",
  wrongBecause: (reason: string) => `Vigía lo tenía mal: ${reason}`,
  undone: "Quien lo registró lo deshizo",
  noReason: "Cambió en el registro de Vigía; no consta el motivo",
  newFigure: (who: string, amount: string) => `según ${withArticle(who)}, ${amount}`,
  oldFigure: (who: string, amount: string) => `según ${withArticle(who)}, ${amount}`,
  figures: (list: readonly string[]) => upper(list.join("; ")),
  gone: (names: string) => `Ya no se cuenta, porque fue retirada: ${names}`,
  reason: (reason: string) => `Motivo: ${reason}`,

  quoted: (text: string) => `«${text}»`,
  official: "Fuente de la propia autoridad.",
  confirmed: "Confirmado por una segunda persona.",
};
