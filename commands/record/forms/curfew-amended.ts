// A change of the authority's as an entry among a decree's amendments: what it changed, old beside new, in both languages. Of what we had wrong there is none.
import type { Context } from "../../../src/command.ts";
import type { Amendment, Curfew } from "../../../src/domain/curfew.ts";
import { canonicalJson } from "../../../src/domain/id.ts";
import { type Language, LANGUAGES, type Text } from "../../../src/domain/text.ts";
import { type Day, instant } from "../../../src/domain/time.ts";
import { say, texts } from "../../../src/text/index.ts";
import { printNights, printRules } from "../../../src/text/rules/index.ts";
import { moment } from "../../../src/text/time.ts";
import { readingOf } from "./curfew-read.ts";

interface Step {
  was: Curfew;
  is: Curfew;
  by: Text;
  day: Day;
}

/** An effect is one line among others. */
const LONGEST = 700;

export function amended({ was, is, by, day }: Step, context: Context): Amendment {
  const [en = "", es = ""] = LANGUAGES.map((language) => effect(was, is, language, context));
  // An act has a number; who else says so is named by the notice.
  const isAct = /\d/.test(by.en ?? by.es ?? "");
  return { date: day, ...(isAct ? { instrument: by } : {}), effect: { en, es } };
}

function effect(was: Curfew, is: Curfew, language: Language, context: Context): string {
  const t = texts(language).recordCurfew.effect;
  const reading = readingOf(is.country, { ...context, language }, is.zone);
  const [before, after] = [was, is].map((one) => printNights(one, reading, language));
  const parts = [
    ...(before === after ? [] : [t.nights(before ?? "", after ?? "")]),
    ...lines(was, is, language, reading),
    ...endings(was, is, language, context),
  ];
  return parts.join("; ");
}

function lines(was: Curfew, is: Curfew, language: Language, reading: ReturnType<typeof readingOf>): string[] {
  const t = texts(language).recordCurfew.effect;
  const [before = [], after = []] = [was, is].map((one) => printRules(one, reading).split("\n"));
  const [gone, come] = [before.filter((line) => !after.includes(line)), after.filter((line) => !before.includes(line))];
  if (gone.length === 0 && come.length === 0) return [];
  const list = (some: readonly string[]) => (some.length === 0 ? t.none : some.join(" / "));
  const told = t.rules(list(gone), list(come));
  return [told.length > LONGEST ? t.long : told];
}

function endings(was: Curfew, is: Curfew, language: Language, { known }: Context): string[] {
  const t = texts(language).recordCurfew.effect;
  const told = (["lifted", "annulled"] as const).flatMap((side) => {
    const ending = is[side];
    if (ending === undefined || canonicalJson(ending) === canonicalJson(was[side] ?? null)) return [];
    const places =
      ending.areas === undefined
        ? ""
        : `: ${ending.areas.map((id) => say(known.areasById.get(id)?.name ?? { en: id, es: id }, language)).join(", ")}`;
    return [t[side](moment(instant(ending.from), is.zone, language), places)];
  });
  const count = (one: Curfew) =>
    [one.lifted, one.annulled, ...(one.furtherEndings ?? [])].filter((ending) => ending !== undefined).length;
  return count(is) < count(was) ? [...told, t.held] : told;
}
