// The answers of /curfew: from a question to messages and to text to paste. Knows no option and no button.
import { answering } from "../../src/answering/answering.ts";
import type { Reading } from "../../src/command.ts";
import { CurfewQuestion } from "../../src/domain/question.ts";
import { stateAt } from "../../src/domain/state.ts";
import { texts } from "../../src/text/index.ts";
import { night } from "../../src/text/time.ts";
import { curfewLines } from "../../src/views/copy-curfew.ts";
import { curfewAnswer, type CurfewQuestion as Shown } from "../../src/views/curfew.ts";
import { curfewOverview } from "../../src/views/curfew-overview.ts";
import type { Message } from "../../src/views/message.ts";

export const answers = answering({
  schema: CurfewQuestion,
  args: argsOf,
  parse,
  messages: (question, reading) => {
    if (!isThere(question, reading)) return undefined;
    return question.is === "curfew.country"
      ? overview(question.place, reading)
      : curfewAnswer(shown(question, reading));
  },
  lines: (question, reading) => (isThere(question, reading) ? curfewLines(shown(question, reading)) : undefined),
  gone: (language) => texts(language).curfew.gone,
});

/** A place that was withdrawn from the record, or that an old button names. */
function isThere({ place }: CurfewQuestion, { known }: Reading): boolean {
  return known.areasById.has(place);
}

function shown(question: CurfewQuestion, { known, now, language }: Reading): Shown {
  const { place } = question;
  const { at = now, night: asked } = question.is === "curfew.place" ? question : {};
  const state = stateAt(known, place, at);
  const told = { record: known, place, at, now, language, state };
  if (asked === undefined) return told;
  return { ...told, read: texts(language).curfew.readNight(night(asked, known.areas.zone(place), language)) };
}

function overview(place: string, { known, now, language }: Reading): readonly Message[] {
  const home = known.areas.country(place);
  const countries = new Set(
    known.curfews.map((one) => one.country).filter((country) => country !== home && known.areasById.has(country)),
  );
  const others = [...countries].map((country) => ({ country, state: stateAt(known, country, now) }));
  return curfewOverview({ record: known, place, now, language, state: stateAt(known, place, now), others });
}

/** `["p", "EC-G", "mmu3k9c0", "", ""]`: instants in base 36, so that the longest place and a night fit a button. */
function argsOf(question: CurfewQuestion): readonly string[] {
  if (question.is === "curfew.country") return ["c", question.place];
  const { place, at, night } = question;
  const times = [at, night?.start, night?.end].map((one) => (one === undefined ? "" : one.toString(36)));
  return ["p", place, ...times];
}

const INSTANT = /^-?[0-9a-z]{1,10}$/;

function parse([kind, place, ...times]: readonly string[]): unknown {
  if (kind === "c") return times.length === 0 ? { is: "curfew.country", place } : undefined;
  if (kind !== "p" || times.length !== 3 || times.some((one) => one !== "" && !INSTANT.test(one))) return undefined;
  const [at, start, end] = times.map((one) => (one === "" ? undefined : Number.parseInt(one, 36)));
  return {
    is: "curfew.place",
    place,
    ...(at === undefined ? {} : { at }),
    ...(start === undefined ? {} : { night: { start, end } }),
  };
}
