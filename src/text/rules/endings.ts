// What ended a curfew before its last night: an instant, everywhere or in some places, by the authority or by a court; and back.
import { canonicalJson } from "../../domain/id.ts";
import type { AreaId } from "../../domain/area.ts";
import type { Ending } from "../../domain/curfew.ts";
import { dayOf, instant, isoOf, type Millis, MINUTE } from "../../domain/time.ts";
import { texts } from "../index.ts";
import { hour } from "../time.ts";
import { readWhen } from "../when/index.ts";
import type { Fault, Reading } from "./line.ts";
import { printNight } from "./nights.ts";
import { printPlaces, readPlaces } from "./places.ts";

/** As it was typed. `until`: it only rested. */
export interface EndingLine {
  court: boolean;
  from: Millis;
  until?: Millis;
  areas?: AreaId[];
}

export type EndingsRead = { is: "endings"; list: EndingLine[] } | { is: "fault"; line: string; fault: Fault };

const COURT =
  /^(?:(?:by )?(?:the |a )?court|struck down|annulled|(?:por )?(?:la )?corte|anulad[oa]|tribunal)(?=$|[\s:,])[\s:,]*/iu;
const LIFTED = /^(?:lifted|ends?|levantad[oa]|termina)(?=$|[\s:,])[\s:,]*/iu;

export function readEndings(typed: string, reading: Reading): EndingsRead {
  const list: EndingLine[] = [];
  for (const line of typed.split(/\r?\n/).map((one) => one.trim())) {
    if (line === "") continue;
    const court = COURT.test(line);
    const text = line.replace(COURT, "").replace(LIFTED, "");
    const read = readEnding(text, reading);
    if ("why" in read) return { is: "fault", line, fault: read };
    list.push({ ...read, court });
  }
  return { is: "endings", list };
}

function readEnding(text: string, reading: Reading): Omit<EndingLine, "court"> | Fault {
  const whole = moments(text, reading);
  if (whole !== undefined) return whole;
  // The last colon before a time that can be read: hours have colons, too.
  for (const { index } of text.matchAll(/:/g)) {
    const at = moments(text.slice(index + 1), reading);
    if (at === undefined) continue;
    const read = readPlaces(text.slice(0, index), reading);
    if (read.is === "several") return { why: "several", what: read.typed, labels: read.labels };
    if (read.is === "none") return { why: "unknown-place", what: read.typed, labels: read.labels };
    return read.ids.length === 0 ? at : { ...at, areas: read.ids };
  }
  return { why: "night", what: text };
}

function moments(text: string, { now, zone }: Reading): Pick<EndingLine, "from" | "until"> | undefined {
  const here = { now, zone };
  const one = momentOf(text, here);
  if (one !== undefined) return { from: one };
  for (const match of text.matchAll(/\s+(?:-|–|->|to|until|al?|hasta)\s+/giu)) {
    const [from, until] = [text.slice(0, match.index), text.slice(match.index + match[0].length)].map((side) =>
      momentOf(side, here),
    );
    if (from !== undefined && until !== undefined && from < until) return { from, until };
  }
  return undefined;
}

function momentOf(text: string, here: { now: Millis; zone: string }): Millis | undefined {
  const read = readWhen(text, here);
  if (read.is === "now") return Math.floor(here.now / MINUTE) * MINUTE;
  return read.is === "moment" ? Math.floor(read.at / MINUTE) * MINUTE : undefined;
}

export function printEnding({ court, from, until, areas }: EndingLine, reading: Reading): string {
  const { language, zone } = reading;
  const moment = (at: Millis) => {
    const day = dayOf(at, zone);
    const own = [`${printNight(day, reading, language)} ${hour(at, zone)}`, `${day} ${hour(at, zone)}`];
    // Where the clocks show an hour twice, only with its offset is it this one.
    return own.find((text) => momentOf(text, reading) === at) ?? isoOf(at);
  };
  return [
    ...(court ? [`${texts(language).rules.court}:`] : []),
    ...(areas === undefined || areas.length === 0 ? [] : [`${printPlaces(areas, reading)}:`]),
    until === undefined ? moment(from) : `${moment(from)} - ${moment(until)}`,
  ].join(" ");
}

/** To the minute, as a form shows it. */
export function lineOf({ from, until, areas }: Ending, court: boolean): EndingLine {
  const minute = (text: string) => Math.floor(instant(text) / MINUTE) * MINUTE;
  return {
    court,
    from: minute(from),
    ...(until === undefined ? {} : { until: minute(until) }),
    ...(areas === undefined ? {} : { areas: [...areas] }),
  };
}

export function sameEnding(a: EndingLine, b: EndingLine): boolean {
  return canonicalJson(shape(a)) === canonicalJson(shape(b));
}

const shape = ({ areas = [], ...rest }: EndingLine) => ({ ...rest, areas: [...areas].sort() });
