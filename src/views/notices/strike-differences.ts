// What a reader of a strike's notice reads otherwise by another version, old beside new. Must never take a link, a note or a source alone for a difference.
import { figure, type StrikeRecord } from "../../domain/count.ts";
import { publisherKey, type Source } from "../../domain/source.ts";
import type { Strike } from "../../domain/strike.ts";
import type { Language } from "../../domain/text.ts";
import { dayStart } from "../../domain/time.ts";
import { type Measure, standing } from "../../domain/toll.ts";
import { say, texts } from "../../text/index.ts";
import { weekday } from "../../text/time.ts";
import { escape } from "../escape.ts";
import { figureLines, hit, killed, place, when } from "../strikes/strike.ts";

type Places = Pick<StrikeRecord, "areasById">;

export interface Difference {
  /** Of the field. */
  name: string;
  was: string;
  now: string;
  /** For a first line; absent where it is no matter of a few words. */
  short?: string;
  /** The same for a line that tells what is so now: `4 killed (was 3)`. */
  latest?: string;
}

type Brief = Pick<Difference, "short" | "latest">;

/** The gravest first. */
export function differences(was: Strike, now: Strike, record: Places, language: Language): Difference[] {
  const { strikes: t, strikeChange: c } = texts(language);
  const both = (words: (strike: Strike) => string) => [words(was), words(now)] as const;
  const line = (name: string, [a, b]: readonly [string, string], brief: Brief = {}): Difference[] =>
    a === b ? [] : [{ name, was: a, now: b, ...brief }];
  const becomes = (a: string, b: string): Brief => ({ short: c.becomes(a, b), latest: c.wasBefore(b, a) });
  const dated = (one: Strike) => when(one, language, (date) => weekday(dayStart(date, "UTC"), "UTC", language));
  const [from, to] = both((one) => place(one, record, language));
  const year = both((one) => one.date.slice(0, 4));
  return [
    ...line(
      t.killedField,
      both((one) => killedWords(one, language)),
      killedShort(was, now, language),
    ),
    ...line(
      t.presumedField,
      both((one) => figureLines(one, "presumed-dead", language).join("; ")),
      short(was, now, "presumed-dead", language),
    ),
    ...line(
      t.survivorsField,
      both((one) => figureLines(one, "survivors", language).join("; ")),
      short(was, now, "survivors", language),
    ),
    ...line(
      t.placeField,
      both((one) => hit(one, record, language)),
      from === to ? {} : becomes(from, to),
    ),
    ...line(
      c.dayField,
      year[0] === year[1] ? both(dated) : both((one) => `${dated(one)} ${one.date.slice(0, 4)}`),
      was.date === now.date ? {} : becomes(...both((one) => shortDate(one, language))),
    ),
    ...line(
      t.announcedBy,
      both((one) => escape(say(one.announcedBy, language))),
    ),
    ...line(
      t.groupField,
      both((one) => alleged(one, language)),
    ),
  ];
}

/** Publishers that carry nothing any more: taken back since, and no other source of theirs stands. */
export function takenBack(was: Strike, now: Strike): Source[] {
  const stood = new Set(was.sources.filter(stands).map(publisherKey));
  const still = new Set(now.sources.filter(stands).map(publisherKey));
  return now.sources.filter((one) => !stands(one) && stood.has(publisherKey(one)) && !still.has(publisherKey(one)));
}

const stands = ({ withdrawn }: Source) => withdrawn === undefined;

/** Who says how many; wording and day of a figure of killed stand in no notice. */
function killedWords(strike: Strike, language: Language): string {
  const t = texts(language).strikes;
  const given = standing(strike, "killed");
  const said = given.map(({ low, high, atLeast, by }) =>
    t.says(t.amount(low, atLeast ? undefined : (high ?? low)), escape(say(by ?? strike.announcedBy, language))),
  );
  const range = amount(strike, "killed", language);
  const several = new Set(said).size > 1;
  return [several || said.length === 0 ? range : "", ...(several ? [`(${said.join("; ")})`] : said.slice(0, 1))]
    .filter(Boolean)
    .join(" ");
}

function amount(strike: Strike, measure: Measure, language: Language): string {
  const range = figure(strike, measure);
  return range === undefined ? texts(language).common.notStated : texts(language).strikes.amount(range.low, range.high);
}

/** `3 -> 4 killed`. Nothing where only who says it is another. */
function killedShort(was: Strike, now: Strike, language: Language): Brief {
  const { strikes: t, strikeChange: c } = texts(language);
  const [before, after] = [amount(was, "killed", language), amount(now, "killed", language)];
  const range = figure(now, "killed");
  if (before === after) return {};
  const told = range === undefined ? t.killedNotStated : t.killed(range.low, range.high);
  // "at least 4 -> 4 killed" would read as one figure: what is no single number says of what it is.
  const wide = figure(was, "killed");
  const from = wide === undefined || wide.low === wide.high ? before : t.killed(wide.low, wide.high);
  return { short: c.becomes(from, told), latest: c.wasBefore(told, before) };
}

function short(was: Strike, now: Strike, measure: "presumed-dead" | "survivors", language: Language): Brief {
  const c = texts(language).strikeChange;
  const [before, after] = [amount(was, measure, language), amount(now, measure, language)];
  if (before === after) return {};
  const named = measure === "survivors" ? c.survivors : c.presumed;
  return { short: named(c.becomes(before, after)), latest: named(c.wasBefore(after, before)) };
}

function shortDate({ date }: Strike, language: Language): string {
  return weekday(dayStart(date, "UTC"), "UTC", language);
}

function alleged({ orgAlleged }: Strike, language: Language): string {
  return orgAlleged === undefined ? texts(language).common.notStated : escape(say(orgAlleged, language));
}

/** Whether what was read in a notice is another. */
export function readsOtherwise(was: Strike, now: Strike, record: Places, language: Language): boolean {
  return (
    killed(was, language) !== killed(now, language) ||
    differences(was, now, record, language).length > 0 ||
    takenBack(was, now).length > 0
  );
}
