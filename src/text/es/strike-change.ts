// Words of notices that a recorded strike is another now, in Spanish. CAMBIO, ACTUALIZADO and CORREGIDO are never mixed.
import { withArticle } from "./strikes.ts";

/** A site's name stays as it is written. */
const upper = (text: string) => text.replace(/^\p{Ll}(?!\S*\.\p{Ll})/u, (letter) => letter.toUpperCase());
const subject = (who: string) => upper(withArticle(who));
const onDay = (day: string | undefined) => (day === undefined ? "" : ` el ${day}`);

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
  wasBefore: (now: string, was: string) => `${now} (antes ${was})`,
  /** Of an older message that several steps of different words have changed since: the state first, no word of any one of them. */
  now: "AHORA",
  stepsBefore: (count: number) => `${count} ${count === 1 ? "paso anterior" : "pasos anteriores"}`,
  steps: "Paso a paso",
  newest: "Aviso más reciente",
  presumed: (what: string) => `dados por muertos ${what}`,
  dayField: "Día",
  survivors: (what: string) => `sobrevivientes ${what}`,
  more: (count: number) => `${count} ${count === 1 ? "cambio" : "cambios"} más`,
  on: (day: string) => `el ${day}`,
  announced: (day: string) => `anunciado el ${day}`,
  reported: (day: string) => `primera noticia el ${day}`,
  againShort: "no queda retirado",
  again: (event: string) => `no queda retirado: ${event}`,

  raised: (who: string, day?: string) => `${subject(who)} subió su cifra${onDay(day)}`,
  lowered: (who: string, day?: string) => `${subject(who)} bajó su cifra${onDay(day)}`,
  revised: (who: string, day?: string) => `${subject(who)} rectificó lo que había dicho${onDay(day)}`,
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
