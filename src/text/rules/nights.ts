// Nights of a decree as people write them, and back: one, from one to another, until further notice. It must never make an end out of none.
import { Temporal } from "temporal-polyfill";
import type { Curfew } from "../../domain/curfew.ts";
import type { Language } from "../../domain/text.ts";
import type { Day, Millis, Zone } from "../../domain/time.ts";
import { texts } from "../index.ts";
import { day as dayText } from "../time.ts";
import { readWhen } from "../when/index.ts";

export interface Here {
  now: Millis;
  zone: Zone;
}

export type Nights = Pick<Curfew, "firstNight" | "lastNight" | "lastConfirmed" | "endsBy">;
export type NightsRead = { is: "nights"; nights: Nights } | { is: "unreadable"; what: string } | { is: "backwards" };

/** The day on which a night begins: `20 Mar`, `tonight`, `2026-03-20`. */
export function readNight(typed: string, here: Here): Day | undefined {
  const read = readWhen(typed.trim().replace(/^(?:the )?(?:night of |noche del? )/iu, ""), here);
  return read.is === "night" ? read.day : undefined;
}

/** The shortest that is read again as this very day. */
export function printNight(day: Day, here: Here, language: Language): string {
  const full = dayText(day, language);
  const written = [full.replace(/ \d{4}$/, ""), full];
  return written.find((one) => readNight(one, here) === day) ?? day;
}

const LINK = /\s*(?:->|→|[-–—]|(?<![\p{L}\d])(?:to|until|till|through|al?|hasta)(?:\s+el)?(?![\p{L}\d]))\s*/giu;
const FROM = /^(?:from|since|starting|desde|del?|a partir del?)(?:\s+el)?\s+(?:the\s+)?/iu;
const UNTIL = /^(?:until|till|up to|hasta)(?:\s+el)?\s+/iu;
const hasYear = (typed: string) => /\d{4}/.test(typed);

export type RangeRead = { first?: Day; last?: Day; single?: true } | "backwards" | undefined;

/** `15 Mar - 30 Mar`, `from 15 Mar`, `until 30 Mar`, `15 Mar`. */
export function readRange(typed: string, here: Here): RangeRead {
  const single = readNight(typed, here);
  if (single !== undefined && !FROM.test(typed)) return { first: single, last: single, single: true };
  const text = typed.trim().replace(FROM, "");
  const opened = text !== typed.trim();
  let backwards = false;
  for (const match of text.matchAll(LINK)) {
    const both = ends(text.slice(0, match.index), text.slice(match.index + match[0].length), here);
    if (both === "backwards") backwards = true;
    else if (both !== undefined) return both;
  }
  if (backwards) return "backwards";
  const first = opened ? readNight(text, here) : undefined;
  if (first !== undefined) return { first };
  const last = UNTIL.test(text) ? readNight(text.replace(UNTIL, ""), here) : undefined;
  return last === undefined ? undefined : { last };
}

function ends(from: string, to: string, here: Here): RangeRead {
  const last = readNight(to, here);
  if (last === undefined) return undefined;
  // `15-30 March`: the month stands once.
  if (/^\d{1,2}$/.test(from)) {
    const end = Temporal.PlainDate.from(last);
    const day = Number(from);
    return day < 1 || day > end.day ? undefined : { first: end.with({ day }).toString(), last };
  }
  const first = readNight(from, here);
  if (first === undefined) return undefined;
  if (first <= last) return { first, last };
  const move = (day: Day, years: number) => Temporal.PlainDate.from(day).add({ years }).toString();
  // A year that stands once is that of both; over New Year the other one's is the next.
  if (hasYear(to) && !hasYear(from)) {
    const year = Number(last.slice(0, 4)) - Number(first.slice(0, 4));
    const same = move(first, year);
    return { first: same <= last ? same : move(first, year - 1), last };
  }
  return hasYear(to) || first.slice(0, 4) !== last.slice(0, 4) ? "backwards" : sameYear(first, last, move);
}

/** `20 Dec - 5 Jan`, but never `30 Mar - 15 Mar`: nobody means a curfew of 350 nights by that. */
function sameYear(first: Day, last: Day, move: (day: Day, years: number) => Day): RangeRead {
  const next = move(last, 1);
  const length = Temporal.PlainDate.from(first).until(next, { largestUnit: "days" }).days;
  return length > 183 ? "backwards" : { first, last: next };
}

const ENDS_BY = /[,;\s]*(?:over by|ends? by|(?:fin|termina) a lo sumo(?: el)?)\s+(.+)$/iu;
const CONFIRMED =
  /[,;\s]*\(?(?:confirmed|confirmad[oa]s?)\s+(?:only\s+|solo\s+)?(?:up to|to|until|through|hasta)(?:\s+el)?\s+(.+?)\)?$/iu;
const FURTHER =
  /[,;\s]*(?:until further notice|hasta nuevo aviso|hasta nueva orden|sin fecha de fin|no end(?: date)?|indefinid[oa]|indefinitely)$/iu;

export function readNights(typed: string, here: Here): NightsRead {
  let text = typed.trim();
  const tail = (expression: RegExp): { day?: Day | undefined; what: string } | undefined => {
    const match = expression.exec(text);
    if (match === null) return undefined;
    text = text.slice(0, match.index).trim();
    return { day: readNight(match[1] ?? "", here), what: match[1] ?? "" };
  };
  const over = tail(ENDS_BY);
  const sure = tail(CONFIRMED);
  for (const one of [over, sure])
    if (one !== undefined && one.day === undefined) return { is: "unreadable", what: one.what };
  const further = FURTHER.test(text);
  text = text.replace(FURTHER, "").trim();
  const range = text === "" && further ? { first: tonight(here) } : readRange(text, here);
  if (range === "backwards") return { is: "backwards" };
  if (range?.first === undefined) return { is: "unreadable", what: text === "" ? typed : text };
  return checked(range.first, further || range.last === undefined ? undefined : range.last, sure?.day, over?.day, here);
}

function checked(
  firstNight: Day,
  lastNight: Day | undefined,
  sure: Day | undefined,
  endsBy: Day | undefined,
  here: Here,
): NightsRead {
  const last = lastNight === undefined ? {} : { lastNight };
  // Whoever says "until further notice" confirms the night to come, and no other.
  const known =
    sure ??
    (lastNight === undefined || endsBy !== undefined ? latest(firstNight, lastNight ?? tonight(here)) : undefined);
  const nights: Nights = {
    firstNight,
    ...last,
    ...(known === undefined ? {} : { lastConfirmed: known }),
    ...(endsBy === undefined ? {} : { endsBy }),
  };
  return { is: "nights", nights };
}

const latest = (a: Day, b: Day) => (a > b ? a : b);

function tonight(here: Here): Day {
  return readNight("tonight", here) ?? Temporal.Instant.fromEpochMilliseconds(here.now).toString().slice(0, 10);
}

export function printNights(
  { firstNight, lastNight, lastConfirmed, endsBy }: Nights,
  here: Here,
  language: Language,
): string {
  const t = texts(language).rules;
  const day = (one: Day) => printNight(one, here, language);
  const own =
    lastNight === undefined
      ? t.further(day(firstNight))
      : lastNight === firstNight
        ? day(firstNight)
        : `${day(firstNight)} - ${day(lastNight)}`;
  return [
    own,
    ...(lastConfirmed === undefined ? [] : [t.confirmed(day(lastConfirmed))]),
    ...(endsBy === undefined ? [] : [t.endsBy(day(endsBy))]),
  ].join(", ");
}
