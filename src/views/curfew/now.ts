// What holds now, in a few words, for a notice that comes after the fact. It must never let what was due stand for what is.
import type { PlaceId } from "../../domain/area.ts";
import { shownArea } from "../../domain/area-tree.ts";
import { stateAt } from "../../domain/state.ts";
import { texts } from "../../text/index.ts";
import { only, type Part, partsOf, SIGN } from "./line.ts";
import { mostlyShort } from "./mostly.ts";
import { fewGroups, morePlaces, type Scene, todayAt, when } from "./words.ts";

/** The parts of these places now. A place that the record no longer holds has none. */
export function partsNow({ record, now }: Scene, areas: readonly PlaceId[]): Part[] {
  const held = areas.filter((area) => record.areas.get(shownArea(area).area) !== undefined);
  return held.flatMap((area) => partsOf(stateAt(record, area, now), area));
}

/**
 * What holds now, where notices were missed, each state with its places: without them it would read as the whole country. `named`: the sentence
 * has named the places already, so that a single state stands alone.
 */
export function nowWords(scene: Scene, parts: readonly Part[], named = false): string {
  const states = nowStates(scene, parts);
  const [single] = states;
  const t = texts(scene.language).alerts;
  if (named && states.length === 1 && single !== undefined) return single.told;
  return fewGroups(
    scene,
    states.map(({ areas, told }) => ({ areas, told: t.in(told, mostlyShort(scene, areas)) })),
  );
}

/** States that a summary holds beside its list of what was missed; `/curfew` has them all. */
const LINES = 5;

export function nowLines(scene: Scene, parts: readonly Part[]): string[] {
  const states = nowStates(scene, parts);
  const more = states.slice(LINES).flatMap((one) => one.areas);
  const lines = states.slice(0, LINES).map((one) => `${one.sign} ${one.told}: ${mostlyShort(scene, one.areas)}`);
  return more.length === 0 ? lines : [...lines, morePlaces(scene, more)];
}

/** Each state that holds somewhere now, with its places, what must not be missed first. */
export function nowStates(scene: Scene, parts: readonly Part[]): { sign: string; told: string; areas: PlaceId[] }[] {
  const groups = new Map<string, { sign: string; told: string; areas: PlaceId[] }>();
  const ordered = [...only(parts, "inForce"), ...only(parts, "unknown"), ...only(parts, "notInForce")];
  for (const part of ordered) {
    const told = stateWords(scene, part);
    const group = groups.get(told) ?? { sign: signOf(part), told, areas: [] };
    group.areas.push(...part.areas.filter((area) => !group.areas.includes(area)));
    groups.set(told, group);
  }
  return [...groups.values()];
}

export function stateWords(scene: Scene, { state }: Part): string {
  const t = texts(scene.language).alerts;
  if (state.is === "unknown") return t.nowUnknown;
  if (state.is === "inForce")
    return t.nowCurfew(state.until === undefined ? t.noEnd : t.until(when(scene, state.until)));
  const next =
    state.next === undefined
      ? state.knownUntil === undefined
        ? t.noFurtherShort
        : undefined
      : t.nextShort(todayAt(scene, state.next.start));
  const dark = state.knownUntil === undefined ? undefined : t.nowDark(when(scene, state.knownUntil));
  return [t.nowNone, dark, next].filter((one) => one !== undefined).join("; ");
}

function signOf({ state }: Part): string {
  return { inForce: SIGN.curfew, unknown: SIGN.unknown, notInForce: SIGN.none }[state.is];
}
