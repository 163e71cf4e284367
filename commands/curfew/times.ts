// The time that a reader means, on the clock of the place named first, and how it was read. A night is one instant too: the begin of its curfew.
import { type Context, Refusal } from "../../src/command.ts";
import { nights } from "../../src/domain/nights.ts";
import type { CurfewQuestion } from "../../src/domain/question.ts";
import { DAY, dayOf, dayStart, HOUR, type Interval, type Millis } from "../../src/domain/time.ts";
import { texts } from "../../src/text/index.ts";
import { nightName, weekday } from "../../src/text/time.ts";
import { type Note, readWhen, type When } from "../../src/text/when/index.ts";
import { LONGEST } from "../../src/text/when/span.ts";
import { darkFrom } from "../../src/views/curfew/sources.ts";
import { placeName, type Scene, sceneOf, when } from "../../src/views/curfew/words.ts";
import { escape } from "../../src/views/escape.ts";
import { spanWords } from "../../src/views/curfew/span-words.ts";

/** Where nothing is declared for a night: 23:00. */
const EVENING = 5 * HOUR;
/** Longer times than anybody has are repeated only so far. */
const TYPED = 60;

type Asked = Pick<Extract<CurfewQuestion, { is: "curfew.place" }>, "at" | "night" | "span">;

export interface TimeRead {
  asked: Asked;
  /** How an ambiguous time was read; undefined where there was but one reading. */
  note?: string;
}

type Reader = Pick<Context, "known" | "now" | "language">;

/** Read once, when it was typed: "tonight" pressed again tomorrow is still the night that was meant. Throws a Refusal with an example. */
export function moments(places: readonly [string, ...string[]], typed: string, context: Reader): TimeRead {
  const { known, now, language } = context;
  const [first] = places;
  const zone = known.areas.zone(first);
  const { curfew: t, ask } = texts(language);
  const read = readWhen(typed, { now, zone });
  switch (read.is) {
    case "now":
      return { asked: {} };
    case "moment":
      return noted({ at: read.at }, read, places, context);
    case "night": {
      const { night } = read;
      // Of several places each has its own begin: they are answered for the night as a whole.
      const at = places.length > 1 ? night.start : nightInstant(first, night, context);
      return noted({ at, night: { start: night.start, end: night.end } }, read, places, context);
    }
    case "span":
      return noted({ at: read.span.start, span: { ...read.span } }, read, places, context);
    case "impossible":
      throw new Refusal(t.impossible(escape(read.what.slice(0, TYPED)), example(context, zone)));
    case "long":
      throw new Refusal(ask.long(LONGEST / DAY, ask.spanExample));
    case "backwards":
      throw new Refusal(ask.backwards(ask.spanExample));
    case "unreadable":
      throw new Refusal(t.unreadable(escape(typed.slice(0, TYPED)), example(context, zone)));
  }
}

/** The instant to answer for, so that a curfew from two in the morning is not missed. */
function nightInstant(place: string, { start, end }: Interval, { known, now }: Reader): Millis {
  const [first] = nights(known, place, start, 1);
  if (first !== undefined && first.start < end) return Math.max(first.start, start);
  const instant = now >= start && now < end ? now : start + EVENING;
  // A night is not called free for being free at first: where knowledge ends in it, that is the answer.
  const dark = darkFrom(known, [place], instant);
  return dark !== undefined && dark < end ? dark : instant;
}

type Noted = Extract<When, { is: "moment" | "night" | "span" }>;

function noted(asked: Asked, read: Noted, places: readonly [string, ...string[]], context: Reader): TimeRead {
  const { known, now, language } = context;
  const [place] = places;
  const start = read.is === "moment" ? read.at : read.is === "night" ? read.night.start : read.span.start;
  const scene = sceneOf(known, [place], now, language, start);
  const t = texts(language).ask;
  const clocks = new Set(places.map((one) => known.areas.zone(one)));
  const isExact = read.is === "moment" && read.exact === true;
  // Both ends of a span may have been open: that is said once.
  const halves = read.notes.flatMap((note) => (note.is === "half" ? [note.hours] : []));
  const reasons = [
    ...read.notes.map((note) => (note.is === "half" ? t.note.half(halves) : reason(note, scene))),
    ...(clocks.size > 1 && !isExact ? [t.note.clock(placeName(known, place, language, start))] : []),
  ];
  if (reasons.length === 0) return { asked };
  const told = `${words(read, scene)} ${scene.clock}`;
  return { asked, note: `${t.readAs(told, [...new Set(reasons)].join("; "))}.` };
}

function words(read: Noted, scene: Scene): string {
  if (read.is === "moment") return when(scene, read.at);
  if (read.is === "span") return spanWords(scene, read.span);
  return texts(scene.language).curfew.readNight(nightName(dayOf(read.night.start, scene.zone), scene.language));
}

function reason(note: Exclude<Note, { is: "half" }>, scene: Scene): string {
  const t = texts(scene.language).ask.note;
  const day = (date: string) => weekday(dayStart(date, scene.zone), scene.zone, scene.language);
  switch (note.is) {
    case "passed":
      return t.passed(note.hour);
    case "dayFirst":
      return t.dayFirst(note.other);
    case "midnight":
    case "weekday":
    case "coming":
      return t[note.is](day(note.day));
    case "year":
      return t.year(String(note.year));
    case "gap":
      return t.gap(note.hour, note.read);
    case "twice":
      return t.twice(note.hour, note.taken, note.exact);
    case "running":
    case "wholeDays":
      return t[note.is];
  }
}

/** `2026-03-20 23:30`, of today: it can be sent as it stands. */
function example({ now }: Reader, zone: string): string {
  return `${dayOf(now, zone)} 23:30`;
}
