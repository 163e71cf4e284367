// Until when the hours last that an answer about curfews speaks of: once they are over, nobody acts on it. It answers nothing itself.
import type { PlaceId } from "./area.ts";
import { shownArea } from "./place.ts";
import type { CurfewQuestion } from "./question.ts";
import type { Situation } from "./situation.ts";
import { stateAt } from "./state.ts";
import { DAY, type Millis } from "./time.ts";

/** A list of nights tells so many days. */
const NIGHTS = 14 * DAY;

/** `records`: the answer's own and what is known since: an hour that one of them names counts. Infinity where no end is known. */
export function speaksUntil(question: CurfewQuestion, records: readonly Situation[], asOf: Millis): Millis {
  if (question.is === "curfew.nights") return asOf + NIGHTS;
  if (question.is === "curfew.sources") return Infinity;
  if (question.is !== "curfew.country" && question.span !== undefined) return question.span.end;
  if (question.is !== "curfew.country" && question.night !== undefined) return question.night.end;
  const at = question.is === "curfew.country" ? asOf : (question.at ?? asOf);
  const places = "places" in question ? question.places : [question.place];
  return Math.max(at, ...records.flatMap((record) => places.flatMap((place) => endsOf(record, place, at))));
}

function endsOf(record: Situation, place: PlaceId, at: Millis): Millis[] {
  if (record.areas.get(shownArea(place).area) === undefined) return [];
  const state = stateAt(record, place, at);
  const states = "whole" in state ? [state.whole] : state.partly.map((part) => part.state);
  return states.flatMap((one) => [
    ...(one.is === "inForce" ? [one.until ?? Infinity] : []),
    ...(one.next === undefined ? [] : [one.next.end ?? Infinity]),
  ]);
}
