// The time that a reader means, as an instant of the place. A night is one instant too: the begin of its curfew.
import { type Context, Refusal } from "../../src/command.ts";
import { nights } from "../../src/domain/nights.ts";
import type { CurfewQuestion } from "../../src/domain/question.ts";
import { dayOf, HOUR, type Millis } from "../../src/domain/time.ts";
import { texts } from "../../src/text/index.ts";
import { readWhen, type When } from "../../src/text/when.ts";
import { darkFrom } from "../../src/views/curfew-sources.ts";
import { escape } from "../../src/views/escape.ts";

/** Where nothing is declared for a night: 23:00. */
const EVENING = 5 * HOUR;
/** Longer times than anybody has are repeated only so far. */
const TYPED = 60;

type Asked = Pick<Extract<CurfewQuestion, { is: "curfew.place" }>, "at" | "night">;

/** Read once, when it was typed: "tonight" pressed again tomorrow is still the night that was meant. Throws a Refusal with an example. */
export function moments(place: string, typed: string, context: Context): Asked {
  const { known, now, language } = context;
  const zone = known.areas.zone(place);
  const t = texts(language).curfew;
  const read = readWhen(typed, { now, zone });
  switch (read.is) {
    case "moment":
      return { at: read.at };
    case "night":
      return { at: nightInstant(place, read, context), night: { start: read.night.start, end: read.night.end } };
    case "impossible":
      throw new Refusal(t.impossible(escape(read.what.slice(0, TYPED)), example(context, zone)));
    case "unreadable":
      throw new Refusal(t.unreadable(escape(typed.slice(0, TYPED)), example(context, zone)));
  }
}

/** The instant to answer for, so that a curfew from two in the morning is not missed. */
function nightInstant(place: string, read: Extract<When, { is: "night" }>, { known, now }: Context): Millis {
  const { start, end } = read.night;
  const [first] = nights(known, place, start, 1);
  if (first !== undefined && first.start < end) return Math.max(first.start, start);
  const instant = now >= start && now < end ? now : start + EVENING;
  // A night is not called free for being free at first: where knowledge ends in it, that is the answer.
  const dark = darkFrom(known, [place], instant);
  return dark !== undefined && dark < end ? dark : instant;
}

/** `2026-03-20 23:30`, of today: it can be sent as it stands. */
function example({ now }: Context, zone: string): string {
  return `${dayOf(now, zone)} 23:30`;
}
