// The first line of a changed strike: the word for whose doing it is, old and new, which strike, who says so. It stands alone on a lock screen.
import { figure, type StrikeRecord } from "../../domain/count.ts";
import type { Source } from "../../domain/source.ts";
import { isSame } from "../../domain/speaker.ts";
import type { Strike } from "../../domain/strike.ts";
import type { StrikeVersion } from "../../domain/strike-version.ts";
import type { Language, Text } from "../../domain/text.ts";
import { type Day, dayStart } from "../../domain/time.ts";
import type { Figure } from "../../domain/toll.ts";
import { say, texts } from "../../text/index.ts";
import { sentence } from "../../text/sentence.ts";
import { weekday } from "../../text/time.ts";
import { escape } from "../escape.ts";
import { hit, killed } from "../strikes/strike.ts";
import { type Difference, differences, takenBack } from "./strike-differences.ts";
import type { Step } from "./strike-steps.ts";
import { quoted } from "./why-fields.ts";

export interface Line {
  was: StrikeVersion;
  is: StrikeVersion;
  record: Pick<StrikeRecord, "areasById">;
  language: Language;
  /** `Tue 17 Mar`. */
  named: (day: Day) => string;
  /** What became of it from the one to the other, oldest first. */
  steps: readonly Step[];
}

type Pair = Pick<Line, "was" | "is" | "record" | "language">;

/** A withdrawal stands first whatever came before it. Steps of different words have none of them there: what is so now is told, and the steps below. */
export function headline(line: Line): string {
  const { was, is } = line;
  if (is.withdrawn !== undefined) return withdrawnLine(line, is.withdrawn);
  if (isMixed(line)) return nowLine(line);
  return was.withdrawn === undefined ? changedLine(line) : againLine(line);
}

/** Whether no one word is true of all the steps, nor of a return with what came after it. */
export function isMixed({ steps, language }: Pick<Line, "steps" | "language">): boolean {
  if (steps.length < 2) return false;
  const words = new Set(steps.map((step) => wordOf(step, language)));
  return words.size > 1 || steps.some(({ was }) => was.withdrawn !== undefined);
}

/** `NOW at least 4 killed (was 3) · US strike on a vessel, ...`. */
function nowLine({ was, is, record, language, named }: Line): string {
  const c = texts(language).strikeChange;
  const told = few(differences(was.strike, is.strike, record, language), "latest", language);
  const words = [c.now, told.join(", ")].filter(Boolean).join(" ");
  const event = `${hit(is.strike, record, language)}, ${on(is.strike, language, named)}`;
  const stands = was.withdrawn !== undefined || told.length === 0 ? `: ${killed(is.strike, language)}` : "";
  const again = was.withdrawn === undefined ? event : c.again(event);
  return sentence(`${words} · ${again}${stands}`);
}

/** What a line has room for, and how many more there are; none where nothing is a matter of few words. */
function few(list: readonly Difference[], as: "short" | "latest", language: Language): string[] {
  const told = list.flatMap((one) => one[as] ?? []).slice(0, TOLD);
  const left = list.length - told.length;
  return told.length > 0 && left > 0 ? [...told, texts(language).strikeChange.more(left)] : told;
}

/** A line holds a short reason; the embed has all of it. */
const SHORT = 90;
/** Changes that a first line has room for. */
const TOLD = 2;

function withdrawnLine({ was, is, record, language, named }: Line, withdrawn: Text): string {
  const { strikes: t, strikeChange: c } = texts(language);
  const range = figure(was.strike, "killed");
  const figures = range === undefined ? t.killedNotStated : t.killed(range.low, range.high);
  const reason = short(is.why?.reason ?? withdrawn, language);
  const state = `${c.word.withdrawn} · ${hit(was.strike, record, language)}, ${on(was.strike, language, named)} (${figures})`;
  return [sentence(state), ...(reason === undefined ? [] : [sentence(c.reason(reason))])].join(" ");
}

/** What was withdrawn stands again. */
function againLine({ was, is, record, language, named }: Line): string {
  const c = texts(language).strikeChange;
  const { strike } = is;
  const event = `${hit(strike, record, language)}, ${on(strike, language, named)}: ${killed(strike, language)}`;
  const word = wordOf({ was, is }, language);
  return [sentence(`${word} · ${c.again(event)}`), ...who({ was, is, record, language })].join(" ");
}

function changedLine(line: Line): string {
  const { was, is, record, language, named } = line;
  const c = texts(language).strikeChange;
  const gone = takenBack(was.strike, is.strike);
  const added = is.why?.is === "added" ? newFigures(was.strike, is.strike, language) : undefined;
  const told = added === undefined ? few(differences(was.strike, is.strike, record, language), "short", language) : [];
  const words = [wordOf(line, language), told.join(", ")].filter(Boolean).join(" ");
  // Nothing that could be told in a few words: then what stands is repeated.
  const stands = told.length === 0 && added === undefined ? `: ${killed(is.strike, language)}` : "";
  const event = `${hit(is.strike, record, language)}, ${on(is.strike, language, named)}${stands}`;
  return [
    sentence(`${words} · ${event}`),
    ...(added === undefined ? sayer(line) : [sentence(added)]),
    ...(gone.length === 0 ? [] : [sentence(c.gone(publishers(gone, language)))]),
  ].join(" ");
}

const publishers = (gone: readonly Source[], language: Language) =>
  [...new Set(gone.map((one) => escape(name(one.publisher, language))))].join(", ");

/** Of several steps only what is true of each: who spoke, where it was one and the same; why, where there was one step. */
function sayer(line: Line): string[] {
  const { is, steps } = line;
  if (steps.length < 2) return who(line);
  const speakers = steps.map((step) => step.is.why?.by);
  const [first] = speakers;
  const one = first !== undefined && speakers.every((by) => by !== undefined && isSame(by, first));
  if (is.why === undefined) return who(line);
  return is.why.is === "updated" && !one
    ? []
    : who({ ...line, is: { ...is, why: { is: is.why.is, ...(one ? { by: first } : {}) } } });
}

function wordOf({ was, is: { why, strike, withdrawn } }: Pick<Line, "was" | "is">, language: Language): string {
  const c = texts(language).strikeChange;
  if (withdrawn !== undefined) return c.word.withdrawn;
  const gone = was.withdrawn === undefined && takenBack(was.strike, strike).length > 0;
  if (gone && (why === undefined || why.is === "added" || why.is === "withdrawn")) return c.sourceGone;
  if (why?.is === "withdrawn") return c.word.corrected;
  return why === undefined ? c.inRecord : c.word[why.is];
}

/** One step without the event and who says so: `UPDATED 3 -> 4 killed`. */
export function stepWords({ was, is, record, language }: Pair): string {
  const c = texts(language).strikeChange;
  const word = wordOf({ was, is }, language);
  if (is.withdrawn !== undefined) return word;
  if (was.withdrawn !== undefined) return `${word} · ${c.againShort}: ${killed(is.strike, language)}`;
  const added = is.why?.is === "added" ? newFigures(was.strike, is.strike, language) : undefined;
  if (added !== undefined) return `${word} · ${added}`;
  const told = few(differences(was.strike, is.strike, record, language), "short", language);
  const gone = takenBack(was.strike, is.strike);
  const names = gone.length === 0 ? [] : [publishers(gone, language)];
  const rest = told.length === 0 && names.length === 0 ? [killed(is.strike, language)] : names;
  return [[word, ...(told.length === 0 ? [] : [told.join(", ")])].join(" "), ...rest].join(" · ");
}

/** Of one step, who says so and why. */
export function said({ was, is, record, language }: Pair): string[] {
  const reason = is.why?.reason ?? is.withdrawn;
  const told = is.withdrawn === undefined && is.why?.is !== "added" ? who({ was, is, record, language }, true) : [];
  return [...told, ...(reason === undefined ? [] : [quoted(reason, language)])];
}

type Direction = "raised" | "lowered" | undefined;

/** Which way the figure of killed went; undefined where that cannot be said in one word. */
function direction(was: Strike, now: Strike, by: Text | undefined): Direction {
  // An older message is put right over several versions at once: whoever spoke last need not be whose figure went up.
  const own = (strike: Strike) => {
    const figures = strike.figures.filter((one) => by === undefined || isSame(one.by ?? strike.announcedBy, by));
    return figure({ ...strike, figures }, "killed");
  };
  const [a, b] = [own(was), own(now)];
  if (a === undefined || b === undefined) return undefined;
  const [low, high] = [b.low - a.low, (b.high ?? Infinity) - (a.high ?? Infinity) || 0];
  if (low >= 0 && high >= 0 && (low > 0 || high > 0)) return "raised";
  return low <= 0 && high <= 0 && (low < 0 || high < 0) ? "lowered" : undefined;
}

/** `brief`: the reason is told elsewhere. */
function who({ was, is, language }: Pair, brief = false): string[] {
  const { why, strike } = is;
  const c = texts(language).strikeChange;
  if (why === undefined) return [sentence(c.noReason)];
  const way = direction(was.strike, strike, why.by);
  const by = why.by === undefined ? undefined : escape(say(why.by, language));
  switch (why.is) {
    case "updated":
      return [sentence(c[way ?? "revised"](by ?? speaker(strike, language), saidOn(was.strike, is, language)))];
    case "changed":
      return [sentence(c.saysSo(by ?? speaker(strike, language)))];
    case "corrected": {
      const reason = brief ? undefined : short(why.reason, language);
      return [
        sentence(reason === undefined ? c.wrong : c.wrongBecause(reason)),
        ...(by === undefined ? [] : [sentence(c.saysSo(by))]),
      ];
    }
    case "undone":
      return [sentence(c.undone)];
    case "added":
    case "withdrawn":
      return by === undefined ? [] : [sentence(c.saysSo(by))];
  }
}

/** The day of the new figure, else of the source that carries it. No hour is recorded of either; none is made up. */
function saidOn(was: Strike, { strike, why }: StrikeVersion, language: Language): string | undefined {
  const before = new Set(was.figures.map((one) => JSON.stringify(one)));
  const fresh = strike.figures.filter((one) => one.measure === "killed" && !before.has(JSON.stringify(one)));
  const day =
    fresh
      .flatMap(({ date }) => date ?? [])
      .sort()
      .at(-1) ?? why?.source?.date;
  if (day === undefined || day.length !== 10) return undefined;
  const year = day.slice(0, 4) === strike.date.slice(0, 4) ? "" : ` ${day.slice(0, 4)}`;
  return `${weekday(dayStart(day, "UTC"), "UTC", language)}${year}`;
}

/** Whoever gives the last figure, else whoever announced it. */
function speaker({ figures, announcedBy }: Strike, language: Language): string {
  const last = figures.filter((one) => one.measure === "killed" && one.by !== undefined).at(-1);
  return escape(say(last?.by ?? announcedBy, language));
}

/** `AP says at least 4; SOUTHCOM said 3`. Undefined where the new source gives no figure, or the same. */
function newFigures(was: Strike, now: Strike, language: Language): string | undefined {
  const { strikes: t, strikeChange: c } = texts(language);
  const list = ({ figures }: Strike) => figures.filter((one) => one.measure === "killed");
  const key = ({ low, high, atLeast, by }: Figure) => JSON.stringify([low, high, atLeast, by?.en, by?.es]);
  const before = new Set(list(was).map(key));
  const by = (one: Figure) => escape(say(one.by ?? now.announcedBy, language));
  const told = (one: Figure) => t.amount(one.low, one.atLeast ? undefined : (one.high ?? one.low));
  const fresh = list(now).filter((one) => !before.has(key(one)));
  if (fresh.length === 0) return undefined;
  return c.figures([
    ...fresh.map((one) => c.newFigure(by(one), told(one))),
    ...list(was).map((one) => c.oldFigure(by(one), told(one))),
  ]);
}

/** `announced Tue 17 Mar`: what the date is the date of. */
function on({ date, dateBasis }: Strike, language: Language, named: (day: Day) => string): string {
  const c = texts(language).strikeChange;
  if (dateBasis === "announcement") return c.announced(named(date));
  return dateBasis === "reported" ? c.reported(named(date)) : c.on(named(date));
}

function short(text: Text | undefined, language: Language): string | undefined {
  const said = text === undefined ? undefined : escape(say(text, language));
  return said === undefined || said.length > SHORT ? undefined : said;
}

function name(publisher: string | Text, language: Language): string {
  return typeof publisher === "string" ? publisher : say(publisher, language);
}
