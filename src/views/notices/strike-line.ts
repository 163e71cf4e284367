// The first line of a changed strike: the word for whose doing it is, old and new, which strike, who says so. It stands alone on a lock screen.
import { figure, type StrikeRecord } from "../../domain/count.ts";
import { isSame } from "../../domain/speaker.ts";
import type { Strike } from "../../domain/strike.ts";
import type { StrikeVersion } from "../../domain/strike-version.ts";
import type { Language, Text } from "../../domain/text.ts";
import type { Day } from "../../domain/time.ts";
import type { Figure } from "../../domain/toll.ts";
import { say, texts } from "../../text/index.ts";
import { sentence } from "../../text/sentence.ts";
import { escape } from "../escape.ts";
import { hit, killed } from "../strikes/strike.ts";
import { differences, takenBack } from "./strike-differences.ts";

export interface Line {
  was: StrikeVersion;
  is: StrikeVersion;
  record: Pick<StrikeRecord, "areasById">;
  language: Language;
  /** `Tue 17 Mar`. */
  named: (day: Day) => string;
}

export function headline(line: Line): string {
  const { was, is } = line;
  if (is.withdrawn !== undefined) return withdrawnLine(line, is.withdrawn);
  return was.withdrawn === undefined ? changedLine(line) : againLine(line);
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
function againLine({ is, record, language, named }: Line): string {
  const c = texts(language).strikeChange;
  const { strike, why } = is;
  const event = `${hit(strike, record, language)}, ${on(strike, language, named)}: ${killed(strike, language)}`;
  const word = why === undefined ? c.inRecord : c.word[why.is === "withdrawn" ? "corrected" : why.is];
  return [sentence(`${word} · ${c.again(event)}`), ...who(is, undefined, language)].join(" ");
}

function changedLine({ was, is, record, language, named }: Line): string {
  const c = texts(language).strikeChange;
  const gone = takenBack(was.strike, is.strike);
  const list = differences(was.strike, is.strike, record, language);
  const added = is.why?.is === "added" ? newFigures(was.strike, is.strike, language) : undefined;
  const brief = added === undefined ? list.flatMap((one) => one.short ?? []) : [];
  const told = brief.slice(0, TOLD);
  const left = added === undefined ? list.length - told.length : 0;
  const rest = told.length > 0 && left > 0 ? [c.more(left)] : [];
  const words = [wordOf(is, gone.length > 0, language), [...told, ...rest].join(", ")].filter(Boolean).join(" ");
  // Nothing that could be told in a few words: then what stands is repeated.
  const stands = told.length === 0 && added === undefined ? `: ${killed(is.strike, language)}` : "";
  const event = `${hit(is.strike, record, language)}, ${on(is.strike, language, named)}${stands}`;
  const names = [...new Set(gone.map((one) => escape(name(one.publisher, language))))].join(", ");
  return [
    sentence(`${words} · ${event}`),
    ...(added === undefined ? who(is, direction(was.strike, is.strike, is.why?.by), language) : [sentence(added)]),
    ...(names === "" ? [] : [sentence(c.gone(names))]),
  ].join(" ");
}

function wordOf({ why }: StrikeVersion, gone: boolean, language: Language): string {
  const c = texts(language).strikeChange;
  if (gone && (why === undefined || why.is === "added" || why.is === "withdrawn")) return c.sourceGone;
  return why === undefined ? c.inRecord : c.word[why.is];
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

function who({ why, strike }: StrikeVersion, way: Direction, language: Language): string[] {
  const c = texts(language).strikeChange;
  if (why === undefined) return [sentence(c.noReason)];
  const by = why.by === undefined ? undefined : escape(say(why.by, language));
  switch (why.is) {
    case "updated":
      return [sentence(c[way ?? "revised"](by ?? speaker(strike, language)))];
    case "changed":
      return [sentence(c.saysSo(by ?? speaker(strike, language)))];
    case "corrected": {
      const reason = short(why.reason, language);
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
