// One line of a decree: hours for some places, or one night that is otherwise; and back. It must never read half a line.
import type { AreaId } from "../../domain/area.ts";
import type { CurfewRule, NightException } from "../../domain/curfew.ts";
import { texts } from "../index.ts";
import { printHours, readDays, readHour, readHours, type Hours } from "./hours.ts";
import { type Here, printNight, readRange } from "./nights.ts";
import { type Naming, printPlaces, readPlaces } from "./places.ts";

export interface Reading extends Naming, Here {}

/** What cannot be read of a line, by what is wrong with it. */
export type Fault =
  | {
      why:
        | "hours"
        | "ambiguous"
        | "midnight"
        | "no-hour"
        | "no-places"
        | "night"
        | "backwards"
        | "number"
        | "except-night";
      what: string;
    }
  | { why: "several" | "unknown-place"; what: string; labels: readonly string[] };

export type Line =
  | { is: "rule"; rule: CurfewRule }
  | { is: "exception"; exception: NightException }
  | { is: "fault"; fault: Fault };

const fault = (why: Exclude<Fault["why"], "several" | "unknown-place">, what: string): Line => ({
  is: "fault",
  fault: { why, what },
});

/** A colon that stands in no hour. */
const COLON = /(?<!\d)\s*:|:(?!\d\d)/;
const LINES = /[\s,(]*(?:lines?|l[ií]neas?)\s+(\d{1,2}(?:\s*(?:,|and|y|&)\s*\d{1,2})*)\)?$/iu;

export function readLine(typed: string, reading: Reading): Line {
  const line = typed.trim().replace(/^[•*-]\s+/, "");
  const colon = COLON.exec(line);
  if (colon === null) return readRule(line, {}, reading);
  const [before, rest] = [line.slice(0, colon.index).trim(), line.slice(colon.index + colon[0].length).trim()];
  if (readDays(before) !== undefined) return readRule(`${before} ${rest}`, {}, reading);
  const numbers = LINES.exec(before);
  const range = readRange(before.replace(LINES, ""), reading);
  if (range === "backwards") return fault("backwards", before);
  if (range === undefined) return fault("night", before);
  if (range.single === true && range.first !== undefined)
    return readNightLine(range.first, (numbers?.[1] ?? "").match(/\d+/g)?.map(Number) ?? [], rest, reading);
  if (numbers !== null) return fault("night", before);
  return readRule(
    rest,
    {
      ...(range.first === undefined ? {} : { firstNight: range.first }),
      ...(range.last === undefined ? {} : { lastNight: range.last }),
    },
    reading,
  );
}

const OTHERS =
  /[\s,]*(?:and|y|plus|más|mas)\s+(?:others|otr[oa]s)(?:\s*\((?:not all known|no se conocen tod[oa]s|no tod[oa]s conocid[oa]s)\))?/iu;
const EXCEPT = /\s+(?:except(?: for| in)?|excluding|but not|excepto(?: en)?|salvo(?: en)?|menos|sin contar)\s+/iu;

function readRule(text: string, bounds: Pick<CurfewRule, "firstNight" | "lastNight">, reading: Reading): Line {
  const head = headOf(text);
  if (head === undefined) return fault("hours", text);
  if (head.read.is !== "hours") return fault(head.read.is, head.text);
  const { ids, except, areasPartial, wrong } = readAreas(head.rest, reading);
  if (wrong !== undefined) return { is: "fault", fault: wrong };
  const [first, ...more] = ids;
  if (first === undefined) return fault("no-places", text);
  const [left, ...others] = except;
  return {
    is: "rule",
    rule: {
      ...head.read.hours,
      areas: [first, ...more],
      ...(left === undefined ? {} : { except: [left, ...others] }),
      areasPartial,
      ...bounds,
    },
  };
}

/** More words than any hours have. */
const MOST_WORDS = 16;

/** The most words from the beginning on that are hours, so that `24 de Mayo` stays a place. */
function headOf(
  text: string,
): { text: string; rest: string; read: NonNullable<ReturnType<typeof readHours>> } | undefined {
  const ends = [...text.matchAll(/\S+/g)].slice(0, MOST_WORDS).map((word) => word.index + word[0].length);
  for (const end of ends.toReversed()) {
    const head = text.slice(0, end);
    const read = readHours(head);
    if (read !== undefined) return { text: head, rest: text.slice(end).replace(/^[\s,:;]+/, ""), read };
  }
  return undefined;
}

interface AreasRead {
  ids: AreaId[];
  except: AreaId[];
  areasPartial: boolean;
  wrong?: Fault;
}

function readAreas(text: string, reading: Reading): AreasRead {
  const areasPartial = OTHERS.test(text);
  const [named = "", ...left] = text.replace(OTHERS, " ").split(EXCEPT);
  const [ids, except] = [named, left.join(", ")].map((part) => readPlaces(part, reading));
  const none = { ids: [], except: [], areasPartial };
  for (const read of [ids, except])
    if (read !== undefined && read.is !== "places")
      return {
        ...none,
        wrong: { why: read.is === "several" ? "several" : "unknown-place", what: read.typed, labels: read.labels },
      };
  return ids?.is === "places" && except?.is === "places" ? { ids: ids.ids, except: except.ids, areasPartial } : none;
}

const NONE = /^(?:none|no curfew|off|sin toque(?: de queda)?|ningun[oa]|no hay(?: toque)?|no)(?=$|[\s,:])/iu;
const USUAL = /^(?:as usual|usual hours|como siempre|horario de siempre)(?=$|[\s,:])/iu;
const FROM = /^(?:from|desde(?: las?)?|a partir de(?: las?)?)\s+(\S+)/iu;
const UNTIL = /^(?:until|till|to|hasta(?: las?)?)\s+(\S+)/iu;

function readNightLine(night: string, numbers: readonly number[], text: string, reading: Reading): Line {
  const told = readTold(text);
  if (told === undefined) return fault("hours", text);
  if (told.is === "fault") return told;
  if (OTHERS.test(told.rest) || EXCEPT.test(` ${told.rest}`)) return fault("except-night", told.rest);
  const read = readAreas(told.rest, reading);
  if (read.wrong !== undefined) return { is: "fault", fault: read.wrong };
  if (numbers.includes(0)) return fault("number", numbers.join(", "));
  const [first, ...more] = numbers.map((one) => one - 1);
  return {
    is: "exception",
    exception: {
      night,
      ...(read.ids.length === 0 ? {} : { areas: read.ids }),
      ...(first === undefined ? {} : { rules: [first, ...more] }),
      ...told.hours,
      off: told.off,
    },
  };
}

type Told = { is: "told"; hours: Partial<Pick<Hours, "start" | "end">>; off: boolean; rest: string };

function readTold(text: string): Told | (Line & { is: "fault" }) | undefined {
  const word = NONE.exec(text) ?? USUAL.exec(text);
  const after = (length: number) => text.slice(length).replace(/^[\s,:;]+/, "");
  if (word !== null) return { is: "told", hours: {}, off: NONE.test(text), rest: after(word[0].length) };
  const head = headOf(text);
  if (head !== undefined) {
    if (head.read.is !== "hours") return { is: "fault", fault: { why: head.read.is, what: head.text } };
    const { start, end, endDay, weekdays } = head.read.hours;
    if (endDay !== undefined || weekdays !== undefined)
      return { is: "fault", fault: { why: "except-night", what: head.text } };
    return { is: "told", hours: { start, end }, off: false, rest: head.rest };
  }
  for (const [expression, side] of [
    [FROM, "start"],
    [UNTIL, "end"],
  ] as const) {
    const match = expression.exec(text);
    const hour = match === null ? undefined : readHour(match[1] ?? "");
    if (match !== null && hour !== undefined)
      return { is: "told", hours: { [side]: hour }, off: false, rest: after(match[0].length) };
  }
  return undefined;
}

export function printRule(rule: CurfewRule, reading: Reading): string {
  const { language } = reading;
  const t = texts(language).rules;
  const { firstNight, lastNight } = rule;
  const night = (day: string) => printNight(day, reading, language);
  const bounds =
    firstNight === undefined
      ? lastNight === undefined
        ? ""
        : `${t.until(night(lastNight))}: `
      : lastNight === undefined
        ? `${t.from(night(firstNight))}: `
        : `${night(firstNight)} - ${night(lastNight)}: `;
  return [
    `${bounds}${printHours(rule, language)}`,
    printPlaces(rule.areas, reading),
    ...(rule.areasPartial ? [t.others] : []),
    ...(rule.except === undefined ? [] : [t.except, printPlaces(rule.except, reading)]),
  ].join(" ");
}

export function printException({ night, areas, rules, start, end, off }: NightException, reading: Reading): string {
  const { language } = reading;
  const t = texts(language).rules;
  const lines = rules === undefined ? "" : `, ${t.line(rules.map((index) => index + 1))}`;
  const hours = off
    ? t.none
    : start === undefined
      ? end === undefined
        ? t.usual
        : t.until(end)
      : end === undefined
        ? t.from(start)
        : printHours({ start, end }, language);
  const places = areas === undefined || areas.length === 0 ? [] : [printPlaces(areas, reading)];
  return [`${printNight(night, reading, language)}${lines}: ${hours}`, ...places].join(" ");
}
