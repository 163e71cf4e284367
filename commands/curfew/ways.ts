// The buttons from an answer about curfews to what else is told of the same places: the nights ahead, and the sources.
import type { Reading } from "../../src/command.ts";
import { shownArea } from "../../src/domain/place.ts";
import { type CurfewQuestion, MOST_PLACES } from "../../src/domain/question.ts";
import { texts } from "../../src/text/index.ts";
import type { Button } from "../../src/views/message.ts";
import { argsOf } from "./codec.ts";

export function ways(question: CurfewQuestion, { language, known }: Reading): readonly Button[] {
  const places = placesOf(question).filter((place) => known.areasById.has(shownArea(place).area));
  const [first, ...others] = places.slice(0, MOST_PLACES);
  if (first === undefined) return [];
  const t = texts(language).nights;
  const at = "at" in question && question.at !== undefined ? { at: question.at } : {};
  const nights = button(t.button, { is: "curfew.nights", places: [first, ...others] });
  const sources = button(t.sourcesButton, { is: "curfew.sources", places: [first, ...others], ...at });
  return [...(question.is === "curfew.nights" ? [] : [nights]), ...(question.is === "curfew.sources" ? [] : [sources])];
}

const button = (label: string, question: CurfewQuestion): Button => ({
  label,
  press: { action: { name: "curfew.ask", args: argsOf(question) } },
});

function placesOf(question: CurfewQuestion): readonly string[] {
  if ("places" in question) return question.places;
  if (question.is === "curfew.place") return [question.place];
  return question.follows ?? [question.place];
}
