// What can be read out of a message about a strike without guessing: people killed, region, days, language. What is said in two ways is not read at all.
import type { Region } from "../../domain/strike.ts";
import type { Language } from "../../domain/text.ts";
import type { Day } from "../../domain/time.ts";
import { fold } from "../fold.ts";
import { plain } from "../when/plain.ts";
import { type Amount, AT_LEAST, NUMBER, numberOf, sameAmount } from "./amount.ts";
import { readTold, type Told } from "./told.ts";

export interface FoundKilled {
  amount: Amount;
  /** The words themselves, as they stand in the text. */
  wording: string;
}

/** Running totals and other times: a figure beside these is not this strike's. */
const TOTAL =
  /\b(?:total|totals|so far|to date|in all|since|campaign|overall|death toll|hasta ahora|hasta la fecha|en total|suman?|desde|campana|acumulad[oa]s?|cumulative)\b/;
/** What may stand between a figure and the word for killed. */
const PEOPLE =
  "people|persons?|men|man|women|males?|female|suspected|alleged|suspects?|narco-?terrorists?|terrorists?|traffickers?|smugglers?|crew|members?|individuals?|combatants?|others?|on board|aboard|all|were|was|have been|had been|reported|reportedly|personas?|hombres?|mujeres?|presunt[oa]s?|supuest[oa]s?|narcoterroristas?|terroristas?|traficantes?|narcotraficantes?|tripulantes?|ocupantes?|a bordo|fueron|fue|resultaron|resulto|habrian|han|otr[oa]s";
const KILLED_AFTER = "killed|dead|died|muert[oa]s?|fallecid[oa]s?|murieron|murio|fallecieron|abatid[oa]s?";
const KILLED_BEFORE =
  "killed|killing|kills|mato a|mataron a|mata a|matando a|dejo|deja|dejando|murieron|murio|fallecieron|causo la muerte de|causando la muerte de";

const FIGURE = `(?<![\\d.,:/-])(?:(?<least>${AT_LEAST}) )?(?<n>${NUMBER})(?: ?(?:-|to|a|o|or) ?(?<high>${NUMBER}))?(?![\\d:/]|[.,]\\d|%)`;
const AFTER = new RegExp(`(?<!\\p{L})${FIGURE}(?: (?:${PEOPLE}))* (?:${KILLED_AFTER})(?!\\p{L})`, "giu");
const BEFORE = new RegExp(
  `(?<!\\p{L})(?:${KILLED_BEFORE}) (?:all |a )?${FIGURE}(?!\\p{L})(?<what>(?: \\p{L}+)?)`,
  "giu",
);
/** `killed 3 boats`: things are not killed, but "dejó 3 heridos" and "killing two days later" are neither. */
const NOBODY =
  /^ (?:boats?|vessels?|ships?|days?|hours?|weeks?|months?|strikes?|times?|lanchas?|embarcaci\w+|barcos?|buques?|dias?|horas?|semanas?|meses|mes|ataques?|heridos?|injured|wounded|survivors?|sobrevivientes?|veces)$/;

const SOMEBODY = /^ (?:people|persons?|men|personas?|hombres)$/;

/** Undefined where the text gives none, or several that differ. */
export function killedIn(text: string): FoundKilled | undefined {
  const found = sentences(text).flatMap((sentence) => {
    const shown = plain(sentence);
    return TOTAL.test(shown)
      ? []
      : [...shown.matchAll(AFTER), ...shown.matchAll(BEFORE)].flatMap((one) => figureOf(one));
  });
  const [first] = found;
  if (first === undefined || found.some((one) => !sameAmount(one.amount, first.amount))) return undefined;
  return { amount: first.amount, wording: asWritten(text, first.wording) };
}

function figureOf({ 0: all, groups = {} }: RegExpMatchArray): FoundKilled[] {
  const { least, n = "", high, what = "" } = groups;
  if (NOBODY.test(what)) return [];
  // Of "killing all 4 on board" the words end with the figure.
  const wording = SOMEBODY.test(what) ? all : all.slice(0, all.length - what.length);
  const low = numberOf(n);
  if (least !== undefined) return high === undefined ? [{ amount: { low, atLeast: true }, wording }] : [];
  const top = high === undefined ? low : numberOf(high);
  return top < low ? [] : [{ amount: { low, high: top, atLeast: false }, wording }];
}

/** The same words with their accents and capitals, where they can be found again; else as they were compared. */
function asWritten(text: string, wording: string): string {
  const one = text.normalize("NFC").replaceAll(/\s+/g, " ");
  const letters = Array.from(one);
  const bare = letters.map(plainLetter).join("");
  const at = bare.indexOf(wording);
  return at < 0 ? wording : letters.slice(at, at + wording.length).join("");
}

/** One for one, so that places stay where they are. */
function plainLetter(letter: string): string {
  const bare = letter.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
  return bare.length === 1 ? bare : "\u0000";
}

const EAST =
  /\b(?:east(?:ern)? pacific|pacifico (?:oriental|este)|pacific ocean|oceano pacifico|(?:in|en) (?:the|el) (?:pacific|pacifico))\b/;
const CARIBBEAN = /\b(?:caribbean|caribe)\b/;

/** Undefined where the text names none or both. */
export function regionIn(text: string): Region | undefined {
  const shown = fold(text);
  const [east, caribbean] = [EAST.test(shown), CARIBBEAN.test(shown)];
  if (east === caribbean) return undefined;
  return east ? "eastern-pacific" : "caribbean";
}

const ANNOUNCED = /\b(?:announced|anuncio|anunciado|anunciada)\b/;
/** A day as texts write it; numbers alone are none. */
const MONTH =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre|ene|abr|ago|dic";
const WEEKDAY =
  "monday|tuesday|wednesday|thursday|friday|saturday|sunday|lunes|martes|miercoles|jueves|viernes|sabado|domingo";
const DATE = new RegExp(
  String.raw`(?<!\p{L})(?:today|hoy|yesterday|ayer|(?:(?:${WEEKDAY})\.?,? )?(?:(?:the )?\d{1,2}(?:st|nd|rd|th)?(?: of| de)? (?:${MONTH})\.?|(?:${MONTH})\.? \d{1,2}(?:st|nd|rd|th)?)(?:(?:,| de| del)? \d{4})?|\d{4}-\d{2}-\d{2}|${WEEKDAY})(?![\p{L}\d])`,
  "giu",
);
const STRUCK = /\b(?:strikes?|struck|attack(?:ed)?|ataque|atac(?:o|aron)|hit)\b/;

/** `posted`: the day of the message, on which it was reported at the latest. A sentence that says when it was announced, or that begins with the day of the strike, says more. */
export function toldIn(text: string, posted: Day): Told {
  for (const sentence of sentences(text).map(plain)) {
    const days = sentence.match(DATE) ?? [];
    const [day] = days;
    if (day === undefined || days.length > 1) continue;
    if (ANNOUNCED.test(sentence)) return told(`${day} announced`, posted) ?? reported(posted);
    if (STRUCK.test(sentence) && new RegExp(`^(?:on |el )?(?:dia )?${day}`).test(sentence)) {
      const read = told(`${day} strike`, posted);
      if (read !== undefined) return { ...read, reportedOn: posted };
    }
  }
  return reported(posted);
}

const reported = (date: Day): Told => ({ date, dateBasis: "reported" });

function told(typed: string, posted: Day): Told | undefined {
  const read = readTold(typed.replace(/\bthe /, ""), posted);
  return read.is === "told" ? read.told : undefined;
}

/** A dot within "U.S." or "EE. UU." or "17 mar." ends no sentence: a sentence begins with a capital, after a letter that is not one. */
function sentences(text: string): string[] {
  return text.split(/\n+|(?<=[\p{Ll}\p{N})”"»]{2}[.!?]) +(?=[\p{Lu}“"«¿¡])/u);
}

const COMMON: Record<Language, ReadonlySet<string>> = {
  en: new Set("the and of in was were killed said on to that with at by for has have".split(" ")),
  es: new Set("el la los las de del en y que se por un una con murieron muertos segun fue para al".split(" ")),
};

/** Undefined where the words do not tell. */
export function languageIn(text: string): Language | undefined {
  const words = fold(text).split(" ");
  const [en, es] = (["en", "es"] as const).map((one) => words.filter((word) => COMMON[one].has(word)).length);
  if (en === undefined || es === undefined || en === es) return undefined;
  return en > es ? "en" : "es";
}
