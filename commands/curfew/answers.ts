// The answers of /curfew: from a question to messages and to text to paste. Knows no option and no button.
import { answering } from "../../src/answering/answering.ts";
import type { Reading } from "../../src/command.ts";
import { shownArea } from "../../src/domain/place.ts";
import { CurfewQuestion } from "../../src/domain/question.ts";
import { stateAt } from "../../src/domain/state.ts";
import { dayOf, type Interval } from "../../src/domain/time.ts";
import { texts } from "../../src/text/index.ts";
import { nightName } from "../../src/text/time.ts";
import type { AsKnown } from "../../src/views/as-known.ts";
import { curfewLines, pasted } from "../../src/views/curfew/copy.ts";
import { curfewAnswer, type CurfewQuestion as Shown } from "../../src/views/curfew/place.ts";
import { curfewNightLines, curfewNights, type NightsQuestion } from "../../src/views/curfew/nights.ts";
import { curfewSourceLines, curfewSources, type SourcesQuestion } from "../../src/views/curfew/source-list.ts";
import { placesToPaste, spanToPaste } from "../../src/views/curfew/copy-places.ts";
import { placesAnswer, type PlacesQuestion } from "../../src/views/curfew/places.ts";
import { spanAnswer, type SpanQuestion } from "../../src/views/curfew/span.ts";
import { argsOf, parse } from "./codec.ts";
import { overview, overviewLines } from "./overview.ts";
import { ways } from "./ways.ts";

export const answers = answering({
  schema: CurfewQuestion,
  args: argsOf,
  parse,
  messages: (question, reading) => {
    if (!isThere(question, reading)) return undefined;
    switch (question.is) {
      case "curfew.country":
        return overview(question, reading);
      case "curfew.place":
        return question.span === undefined
          ? curfewAnswer(shown(question, reading))
          : spanAnswer(inSpan([question.place], question.span, reading));
      case "curfew.places":
        return several(question, reading, placesAnswer, spanAnswer);
      case "curfew.nights":
        return curfewNights(nightsOf(question, reading));
      case "curfew.sources":
        return curfewSources(sourcesOf(question, reading));
    }
  },
  lines: (question, reading) => {
    if (!isThere(question, reading)) return undefined;
    switch (question.is) {
      case "curfew.country":
        return overviewLines(question, reading);
      case "curfew.place":
        return question.span === undefined
          ? curfewLines(shown(question, reading))
          : spanToPaste(inSpan([question.place], question.span, reading));
      case "curfew.places":
        return several(question, reading, placesToPaste, spanToPaste);
      case "curfew.nights":
        return pasted(curfewNightLines(nightsOf(question, reading)), asKnown(question, reading));
      case "curfew.sources":
        return pasted(curfewSourceLines(sourcesOf(question, reading)), asKnown(question, reading));
    }
  },
  ways,
  gone: (language) => texts(language).curfew.gone,
});

/** Not so for a place that was withdrawn from the record, or that an old button names. */
function isThere(question: CurfewQuestion, { known }: Reading): boolean {
  const places = "places" in question ? question.places : [question.place];
  return places.every((place) => known.areasById.has(shownArea(place).area));
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

type AboutOne = Extract<CurfewQuestion, { is: "curfew.place" }>;

function shown(question: AboutOne, { known, now, language }: Reading): Shown {
  const { place, at = now, night: asked } = question;
  const state = stateAt(known, place, at);
  const told = { record: known, place, at, now, language, state };
  if (asked === undefined) return told;
  return {
    ...told,
    read: texts(language).curfew.readNight(nightName(dayOf(asked.start, known.areas.zone(place)), language)),
  };
}

type AboutMany = Extract<CurfewQuestion, { is: "curfew.nights" | "curfew.sources" }>;

const nightsOf = ({ places }: AboutMany, { known, now, language }: Reading): NightsQuestion => ({
  record: known,
  places,
  now,
  language,
});

function sourcesOf(question: Extract<AboutMany, { is: "curfew.sources" }>, reading: Reading): SourcesQuestion {
  return { ...nightsOf(question, reading), at: question.at ?? reading.now };
}

const asKnown = ({ places }: AboutMany, { known, now, language, defaultArea }: Reading): AsKnown => ({
  record: known,
  place: places[0] ?? defaultArea,
  at: now,
  language,
});
