// The parts of a curfew answer as lines of the embed: every place, every window, every decree. Nothing is shortened here.
import type { PlaceId } from "../../domain/area.ts";
import type { Curfew } from "../../domain/curfew.ts";
import { groupBy } from "../../domain/group.ts";
import { DAY, dayOf, dayStart, type Interval, type Millis } from "../../domain/time.ts";
import { texts } from "../../text/index.ts";
import { day, hour, stamp } from "../../text/time.ts";
import { beginOf, decreeName, nightOf } from "./decree.ts";
import { only, type Part, SIGN } from "./line.ts";
import { compressed, fullList, placeName, type Scene, when, windowWords } from "./words.ts";
import type { AreaState } from "../../domain/situation.ts";

/** What is told together: the same begin and end, the same decrees. */
export interface Stretch {
  span: { start: Millis; end: Millis | undefined };
  curfews: readonly string[];
  areas: PlaceId[];
}

function gather(
  list: readonly { areas: readonly PlaceId[]; span: Stretch["span"]; curfews: readonly string[] }[],
): Stretch[] {
  const groups = new Map<string, Stretch>();
  for (const { areas, span, curfews } of list) {
    const key = [span.start, span.end, ...curfews].join();
    const group = groups.get(key) ?? { span, curfews, areas: [] };
    group.areas.push(...areas);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => a.span.start - b.span.start);
}

/** Curfews that run. */
export function running(parts: readonly Part[]): Stretch[] {
  return gather(
    only(parts, "inForce").map(({ areas, state }) => ({
      areas,
      span: { start: state.since, end: state.until },
      curfews: state.curfews,
    })),
  );
}

/** The next windows of all parts, with the decrees that declare them: a state names those of the present. */
export function upcoming(scene: Scene, parts: readonly Part[]): Stretch[] {
  return gather(
    parts.flatMap(({ areas, state: { next } }) =>
      next === undefined ? [] : [{ areas, span: next, curfews: declaredAt(scene, areas, next.start) }],
    ),
  );
}

/** Ids of the decrees that have a night at that instant somewhere in these places. */
function declaredAt(scene: Scene, areas: readonly PlaceId[], at: Millis): string[] {
  const near = scene.record.curfews.filter((curfew) => {
    const last = curfew.lastNight ?? curfew.endsBy;
    const begun = dayStart(curfew.firstNight, "UTC") - 2 * DAY <= at;
    return begun && (last === undefined || at <= dayStart(last, "UTC") + 4 * DAY);
  });
  return near.filter((curfew) => beginOf(curfew, areas, at, scene) !== undefined).map((curfew) => curfew.id);
}

/** `Guayas, Los Ríos until Mon 16 Mar 05:00 (Decreto Ejecutivo 329, night 1 of 16)`; when it began is told elsewhere. */
export function runningLines(scene: Scene, parts: readonly Part[], at: Millis): string[] {
  const t = texts(scene.language).curfew;
  const ends = groupBy(running(parts), ({ span, curfews }) => [span.end, ...curfews].join());
  return ends.flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const areas = group.flatMap((one) => one.areas);
    const until = first.span.end === undefined ? t.noEnd : t.until(when(scene, first.span.end));
    return [`${SIGN.curfew} ${fullList(scene, areas)} ${until}${decrees(scene, first.curfews, areas, at)}`];
  });
}

/** `Sun 15 Mar 23:00 -> Mon 05:00: Guayas, Los Ríos (Decreto Ejecutivo 329, night 1 of 16)`. */
export function upcomingLine(scene: Scene, { span, curfews, areas }: Stretch): string {
  const window: Interval = { start: span.start, end: span.end ?? span.start };
  return `${windowWords(scene, window, true)}: ${fullList(scene, areas)}${decrees(scene, curfews, areas, span.start)}`;
}

/** ` (Decreto Ejecutivo 329, night 6 of 16)`, as of the night that holds `at`. */
export function decrees(scene: Scene, ids: readonly string[], areas: readonly PlaceId[], at: Millis): string {
  const found = known(scene, ids);
  if (found.length === 0) return "";
  const named = found.map((curfew) => {
    const begin = beginOf(curfew, areas, at, scene);
    const counted = begin === undefined ? undefined : nightOf(curfew, begin, scene);
    return counted === undefined ? decreeName(curfew, scene) : `${decreeName(curfew, scene)}, ${counted}`;
  });
  return ` (${named.join("; ")})`;
}

export function known({ record }: Scene, ids: readonly string[]): Curfew[] {
  return [...new Set(ids)].flatMap((id) => record.curfewsById.get(id) ?? []);
}

/** Places of which nothing is known, each with its reason. */
export function unknownLines(scene: Scene, parts: readonly Part[]): string[] {
  const t = texts(scene.language).curfew;
  const lines = new Map<string, PlaceId[]>();
  for (const { areas, state } of only(parts, "unknown")) {
    const reason =
      state.why !== "not-covered" || state.informationEnds === undefined
        ? t.why[state.why]
        : t.endsOn(day(dayOf(state.informationEnds, scene.zone), scene.language));
    lines.set(reason, [...(lines.get(reason) ?? []), ...areas]);
  }
  return [...lines].map(
    ([reason, areas]) => `${SIGN.unknown} ${fewestWords(scene, areas)}. ${reason}. ${t.notNone("present")}.`,
  );
}

/** Places for which nothing is announced, with how far that is known. */
export function silentLines(scene: Scene, parts: readonly Part[]): string[] {
  const t = texts(scene.language).curfew;
  const lines = new Map<Millis | undefined, PlaceId[]>();
  for (const { areas, state } of only(parts, "notInForce"))
    if (state.next === undefined) lines.set(state.knownUntil, [...(lines.get(state.knownUntil) ?? []), ...areas]);
  return [...lines].map(([until, areas]) => {
    const places = fewestWords(scene, areas);
    return until === undefined ? places : `${places}, ${t.thenUnknown(when(scene, until))}`;
  });
}

/** Places without a curfew beside those that have one: each with how far that is known, as nothing else of the message says it. */
export function heldLines(scene: Scene, parts: readonly Part[]): string[] {
  const t = texts(scene.language).curfew;
  return groupBy(only(parts, "notInForce"), ({ state }) => `${state.knownUntil}`).map((group) => {
    const places = fewestWords(
      scene,
      group.flatMap(({ areas }) => areas),
    );
    const until = group[0]?.state.knownUntil;
    return `${SIGN.none} ${places}${until === undefined ? "" : `, ${t.thenUnknown(when(scene, until))}`}`;
  });
}

/** So few names can be read, or are left beside a long list. */
const FEW = 6;

/**
 * `the other 20 provinces`, `everywhere else in Ecuador`: where more than half of a country is meant and the message names all of the rest.
 * No two lists of one message can be meant by that. Else every name.
 */
function fewestWords(scene: Scene, places: readonly PlaceId[]): string {
  const { record, language, at } = scene;
  const t = texts(language).curfew;
  const areas = compressed(record, places, at);
  const provinces = areas.filter((area) => record.areasById.get(area)?.kind === "province");
  const [first] = areas;
  const told = fullList(scene, places);
  if (first === undefined || areas.length < 3) return told;
  const country = record.areas.country(first);
  const share = areas.flatMap((area) => record.areas.leaves(area, at)).length / record.areas.leaves(country, at).length;
  const isMost = areas.length > FEW && share > 0.5 && share < 1;
  if (provinces.length === areas.length) {
    const all = record.areas.children(country, at).filter((one) => one.kind === "province");
    return isMost && all.length - areas.length <= FEW
      ? t.otherProvinces(areas.length)
      : `${t.provinces(areas.length)}: ${told}`;
  }
  return isMost ? t.everywhereElse(placeName(record, country, language, at)) : told;
}

/** `23:00-05:00, ended Tue 31 Mar 05:00 (Decreto Ejecutivo 329)`: the newest that is past, where nothing newer is announced. */
export function lastLines(scene: Scene, state: AreaState, place: PlaceId): string[] {
  const t = texts(scene.language).curfew;
  const parts: readonly Part[] = "whole" in state ? [{ areas: [place], state: state.whole }] : state.partly;
  if (parts.some((part) => part.state.is === "inForce" || part.state.next !== undefined)) return [];
  const ended = parts.flatMap((part) =>
    part.state.is === "inForce" || part.state.last === undefined ? [] : [{ ...part, last: part.state.last }],
  );
  const newest = Math.max(...ended.map((one) => one.last.end));
  const last = ended.filter((one) => one.last.end === newest);
  const [first] = last;
  if (first === undefined) return [];
  const { start, end } = first.last;
  const areas = last.flatMap((one) => one.areas);
  const named = known(scene, declaredAt(scene, areas, newest - 1)).map((curfew) => decreeName(curfew, scene));
  const by = named.length === 0 ? "" : ` (${named.join("; ")})`;
  const told = t.hoursEnded(`${hour(start, scene.zone)}-${hour(end, scene.zone)}`, `${when(scene, end)}${by}`);
  return [
    last.length === parts.length
      ? told
      : `${fullList(
          scene,
          last.flatMap((one) => one.areas),
        )}: ${told}`,
  ];
}

/** The window in each reader's own zone. */
export function yourTime({ span }: Stretch): string {
  return span.end === undefined ? stamp(span.start) : `${stamp(span.start)} - ${stamp(span.end)}`;
}
