// The answers of /curfew: from a question to messages and to text to paste. Knows no option and no button.
import { answering } from "../../src/answering/answering.ts";
import type { Reading } from "../../src/command.ts";
import { CurfewQuestion } from "../../src/domain/question.ts";
import { stateAt } from "../../src/domain/state.ts";
import type { Interval } from "../../src/domain/time.ts";
import { texts } from "../../src/text/index.ts";
import { night } from "../../src/text/time.ts";
import { curfewLines } from "../../src/views/copy-curfew.ts";
import { curfewAnswer, type CurfewQuestion as Shown } from "../../src/views/curfew.ts";
import { placesToPaste, spanToPaste } from "../../src/views/copy-places.ts";
import { curfewOverview } from "../../src/views/curfew-overview.ts";
import { placesAnswer, type PlacesQuestion } from "../../src/views/curfew-places.ts";
import { spanAnswer, type SpanQuestion } from "../../src/views/curfew-span.ts";
import type { Message } from "../../src/views/message.ts";
import { argsOf, parse } from "./codec.ts";

export const answers = answering({
  schema: CurfewQuestion,
  args: argsOf,
  parse,
  messages: (question, reading) => {
    if (!isThere(question, reading)) return undefined;
    switch (question.is) {
      case "curfew.country":
        return overview(question.place, reading);
      case "curfew.place":
        return question.span === undefined
          ? curfewAnswer(shown(question, reading))
          : spanAnswer(inSpan([question.place], question.span, reading));
      case "curfew.places":
        return several(question, reading, placesAnswer, spanAnswer);
      case "curfew.nights":
      case "curfew.sources":
        return undefined;
    }
  },
  lines: (question, reading) => {
    if (!isThere(question, reading)) return undefined;
    switch (question.is) {
      case "curfew.country":
        return curfewLines(shown(question, reading));
      case "curfew.place":
        return question.span === undefined
          ? curfewLines(shown(question, reading))
          : spanToPaste(inSpan([question.place], question.span, reading));
      case "curfew.places":
        return several(question, reading, placesToPaste, spanToPaste);
      case "curfew.nights":
      case "curfew.sources":
        return undefined;
    }
  },
  gone: (language) => texts(language).curfew.gone,
});

/** Not so for a place that was withdrawn from the record, or that an old button names. */
function isThere(question: CurfewQuestion, { known }: Reading): boolean {
  const places = "places" in question ? question.places : [question.place];
  return places.every((place) => known.areasById.has(place));
}

function inSpan(places: readonly string[], span: Interval, { known, now, language }: Reading): SpanQuestion {
  return { record: known, places, span, now, language };
}

/** At an instant, or along a span; a night of several places is a span, as each has its own begin in it. */
function several<Told>(
  { places, at, span, night: asked }: Extract<CurfewQuestion, { is: "curfew.places" }>,
  reading: Reading,
  atInstant: (question: PlacesQuestion) => Told,
  along: (question: SpanQuestion) => Told,
): Told {
  const { known, now, language } = reading;
  const stretch = span ?? asked;
  return stretch === undefined
    ? atInstant({ record: known, places, at: at ?? now, now, language })
    : along(inSpan(places, stretch, reading));
}

type AboutOne = Extract<CurfewQuestion, { is: "curfew.country" | "curfew.place" }>;

function shown(question: AboutOne, { known, now, language }: Reading): Shown {
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
