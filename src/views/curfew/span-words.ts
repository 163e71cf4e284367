// A span and its parts as phrases: figures on the place's own clock, each read back as the same instants. Decides nothing.
import type { Interval, Millis } from "../../domain/time.ts";
import { DAY, dayOf, MINUTE } from "../../domain/time.ts";
import type { Run } from "../../domain/runs.ts";
import { texts } from "../../text/index.ts";
import { hour, stamp } from "../../text/time.ts";
import { article } from "./rest.ts";
import { type Scene, weekdayName, when } from "./words.ts";

/** `Mon 16 Mar 22:30 -> Tue 17, 01:15`; on one day `Mon 16 Mar 12:00-15:00`. */
export function spanWords(scene: Scene, { start, end }: Interval): string {
  const { zone, language } = scene;
  const [first, last] = [dayOf(start, zone), dayOf(end, zone)];
  if (first === last) return `${when(scene, start)}-${hour(end, zone)}`;
  if (first.slice(0, 7) !== last.slice(0, 7)) return `${when(scene, start)} -> ${when(scene, end)}`;
  const day = `${weekdayName(end, zone, language)} ${Number(last.slice(8))}`;
  return `${when(scene, start)} -> ${day}, ${hour(end, zone)}`;
}

/** In each reader's own zone. */
export function spanStamps({ start, end }: Interval): string {
  return `${stamp(start)} - ${stamp(end)}`;
}

/** Spans that end by the next day are told by hours alone; of longer ones each hour has its day. Spanish brings its article. */
export function hourIn(scene: Scene, span: Interval, at: Millis): string {
  const { zone, language } = scene;
  const short = span.end - span.start < DAY;
  const told = short ? hour(at, zone) : when(scene, at);
  if (language === "en") return told;
  return `${short ? article(told) : "el"} ${told}`;
}

/** The last minute outside, on the place's clock. */
export function minuteBefore(scene: Scene, span: Interval, at: Millis): string {
  const last = at - MINUTE;
  return span.end - span.start < DAY ? hour(last, scene.zone) : when(scene, last);
}

/** `from 23:00`, `until 05:00`, `from 00:00 to 05:00`, `all of it`: where in the span a part lies. */
export function partWords(scene: Scene, span: Interval, { start, end }: Interval): string {
  const t = texts(scene.language).ask;
  const at = (one: Millis) => hourIn(scene, span, one);
  if (start <= span.start && end >= span.end) return t.throughout;
  if (end >= span.end) return t.fromHour(at(start));
  return start <= span.start ? t.untilHour(at(end)) : t.fromTo(at(start), at(end));
}

/** Parts that a first line can hold. */
const PARTS = 3;

export function partsWords(scene: Scene, span: Interval, parts: readonly Run[]): string {
  const { common, curfew: t } = texts(scene.language);
  const told = parts.map((part) => partWords(scene, span, part));
  const shown = told.length > PARTS ? [...told.slice(0, PARTS - 1), t.andMore(told.length - PARTS + 1)] : told;
  return common.and(shown);
}

export function upper(words: string): string {
  return words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
