// The next instant at which what is said of some places becomes another, as far as it is known now. It must never lie before that.
import type { PlaceId } from "./area.ts";
import type { Situation, State } from "./situation.ts";
import { stateAt } from "./state.ts";
import type { Millis } from "./time.ts";

/** Undefined where nothing ahead is known. Places that the record no longer holds have none. */
export function nextTurn(record: Situation, places: readonly PlaceId[], now: Millis): Millis | undefined {
  const held = places.filter((place) => record.areas.get(place) !== undefined);
  const turns = held
    .flatMap((place) => {
      const state = stateAt(record, place, now);
      return "whole" in state ? [state.whole] : state.partly.map((part) => part.state);
    })
    .flatMap(turnsOf)
    .filter((at) => at > now);
  return turns.length === 0 ? undefined : Math.min(...turns);
}

function turnsOf(state: State): Millis[] {
  const next = state.next === undefined ? [] : [state.next.start];
  if (state.is === "inForce") return state.until === undefined ? next : [state.until, ...next];
  return state.is === "notInForce" && state.knownUntil !== undefined ? [state.knownUntil, ...next] : next;
}
