// The parts of a place that a reader is told something different of, and the signs of the three states. Decides no word.
import type { PlaceId } from "../../domain/area.ts";
import { groupBy } from "../../domain/group.ts";
import type { AreaState, Situation, State } from "../../domain/situation.ts";
import { stateAt } from "../../domain/state.ts";
import type { Millis } from "../../domain/time.ts";
import type { Scene } from "./words.ts";
import type { Tone } from "../message.ts";

export interface Part {
  areas: readonly PlaceId[];
  state: State;
}
export type PartOf<Is extends State["is"]> = { areas: readonly PlaceId[]; state: Extract<State, { is: Is }> };

export interface Asked {
  scene: Scene;
  place: PlaceId;
  /** Where several places were asked about together: all of them. `place` is then the first. */
  places?: readonly PlaceId[];
  /** The instant asked about; the scene's `now` where nobody asked for another. */
  at: Millis;
  parts: readonly Part[];
  /** Day of the newest source. */
  newest: string | undefined;
  /** Beyond what was checked: told as declared, not as confirmed. */
  declaredOnly: boolean;
}

export const SIGN = { curfew: "🔴", none: "⚪", unknown: "❔" } as const;

/** The parts that a reader is told something different of. What is past, and whose decree that was, does not part them. */
export function partsOf(state: AreaState, place: PlaceId): readonly Part[] {
  return "whole" in state ? [{ areas: [place], state: state.whole }] : merged(state.partly, [place], decreesOf);
}

/** The same for several places together: what they have in common is one part. */
export function partsOfAll(record: Situation, places: readonly PlaceId[], at: Millis): readonly Part[] {
  const all = places.flatMap((place): readonly Part[] => {
    const state = stateAt(record, place, at);
    return "whole" in state ? [{ areas: [place], state: state.whole }] : state.partly;
  });
  return merged(all, places, decreesOf);
}

/** Decrees are told of what runs, of what comes and of what makes it unknown. */
function decreesOf({ state }: Part): readonly string[] {
  const past =
    state.next === undefined && (state.is === "notInForce" || (state.is === "unknown" && state.why === "not-covered"));
  return past ? [] : state.curfews;
}

function merged(
  parts: readonly Part[],
  whole: readonly PlaceId[],
  decrees: (part: Part) => readonly string[],
): readonly Part[] {
  const untold = new Set(["last", "curfews"]);
  const told = (part: Part) =>
    JSON.stringify([part.state, ...decrees(part)], (key, value: unknown) => (untold.has(key) ? undefined : value));
  const groups = groupBy(parts, told);
  return groups.flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const curfews = [...new Set(group.flatMap((part) => part.state.curfews))];
    const areas = groups.length === 1 ? whole : group.flatMap((part) => part.areas);
    return [{ areas, state: { ...first.state, curfews } }];
  });
}

export function only<Is extends State["is"]>(parts: readonly Part[], is: Is): PartOf<Is>[] {
  return parts.filter((part): part is PartOf<Is> => part.state.is === is);
}

/** What the coloured bar says: the state that must not be missed. */
export function toneOf(parts: readonly Part[]): Extract<Tone, "curfew" | "none" | "unknown"> {
  if (only(parts, "inForce").length > 0) return "curfew";
  return only(parts, "unknown").length > 0 ? "unknown" : "none";
}

/** For a first line decrees do not part what is told alike. */
export function alike({ parts, place, places = [place] }: Asked): readonly Part[] {
  return merged(parts, places, () => []);
}

/** Text to paste tells each state in words. */
export function withoutSigns(line: string): string {
  return Object.values(SIGN).reduce((rest, sign) => rest.replaceAll(`${sign} `, ""), line);
}
