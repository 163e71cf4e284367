// Which lines of a decree speak of a leaf. It must never let what relaxes reach further than the place it was said of.
import type { AreaId, LeafId } from "./area.ts";
import type { AreaTree } from "./area-tree.ts";
import { calendar, type Calendar, type DatedException } from "./calendar.ts";
import type { Curfew } from "./curfew.ts";
import type { Interval, Millis, Zone } from "./time.ts";

/** A decree as it applies to one leaf while the tree around the leaf stands as it does. */
export interface Terms {
  /** Another number, other terms: the same object for all leaves that the decree treats alike. */
  id: number;
  curfew: Curfew;
  calendar: Calendar;
  /** Of its hours. */
  zone: Zone;
  /** Rules that name the leaf or an area around it. */
  named: readonly number[];
  /** Rules whose list is known only in part and does not name the leaf: it counts on nights on which none that names it runs. */
  partial: readonly number[];
  /** Exceptions that apply here. `steps`: how far up the tree the named area is; Infinity when none is named. */
  exceptions: readonly (DatedException & { steps: number })[];
  /** When it does not hold here, whatever its hours say; apart from each other, ascending. */
  outs: readonly Interval[];
}

type Speaks = (curfew: Curfew) => Terms | undefined;

/** Trees and decrees never change, and the tick asks the same of them each minute. */
const memories = new WeakMap<AreaTree, Map<string, Speaks>>();
/** Of each decree, its terms by what they say: leaves that it treats alike are given the same object. */
const alike = new WeakMap<Curfew, Map<string, Terms>>();
let count = 0;

/**
 * How any decree speaks of a leaf: undefined where it says nothing about it. `at`: the begin of a stretch in which the tree around the leaf
 * stands still.
 */
export function termsHere(tree: AreaTree, leaf: LeafId, at: Millis): Speaks {
  const leaves = memories.get(tree) ?? new Map<string, Speaks>();
  memories.set(tree, leaves);
  const key = `${leaf} ${at}`;
  const known = leaves.get(key);
  if (known !== undefined) return known;
  const decrees = new WeakMap<Curfew, { terms: Terms | undefined }>();
  const made: Speaks = (curfew) => {
    const before = decrees.get(curfew);
    if (before !== undefined) return before.terms;
    const found = termsOf(tree, curfew, leaf, at);
    decrees.set(curfew, { terms: found });
    return found;
  };
  leaves.set(key, made);
  return made;
}

function termsOf(tree: AreaTree, curfew: Curfew, leaf: LeafId, at: Millis): Terms | undefined {
  const dates = calendar(curfew);
  const names = tree.names(leaf, dates.declaredAt, at);
  const around = once(() => [...tree.lineage(leaf, at).all, ...tree.lineage(leaf, dates.declaredAt).all]);
  const named = rulesNaming(tree, dates, names, around);
  const partial = curfew.country === tree.country(leaf) ? rulesInDoubt(dates, named, around) : [];
  const exceptions = applicable(tree, dates, leaf, at);
  if (named.length === 0 && partial.length === 0 && !exceptions.some((one) => one.steps < Infinity)) return undefined;
  const zone = curfew.hoursZone ?? tree.zone(leaf);
  const outs = outsOf(tree, dates, leaf, at);
  const excepted = exceptions.map((one) => `${one.index}^${one.steps}`).join();
  const key = `${zone}|${named.join()}|${partial.join()}|${excepted}|${outs.map(({ start, end }) => `${start}-${end}`).join()}`;
  const known = alike.get(curfew) ?? new Map<string, Terms>();
  const made = known.get(key) ?? { id: (count += 1), curfew, calendar: dates, zone, named, partial, exceptions, outs };
  alike.set(curfew, known.set(key, made));
  return made;
}

function rulesNaming(
  tree: AreaTree,
  dates: Calendar,
  names: readonly AreaId[],
  around: () => readonly AreaId[],
): readonly number[] {
  const found: number[] = [];
  for (const area of names) {
    for (const index of dates.rulesByArea.get(area) ?? []) {
      if (found.includes(index)) continue;
      const except = dates.rules[index]?.rule.except ?? [];
      // Left out of this area, it may still be named by a nearer one.
      const out = except.some((one) => around().includes(one) && holds(tree, area, one));
      if (!out) found.push(index);
    }
  }
  return found.length < 2 ? found : found.sort((a, b) => a - b);
}

/** Whether `part` is the area or lies in it. */
function holds(tree: AreaTree, area: AreaId, part: AreaId): boolean {
  return tree.get(part) !== undefined && tree.ancestors(part).includes(area);
}

/** Who is left out by name is on no list of which only examples are known. */
function rulesInDoubt(dates: Calendar, named: readonly number[], around: () => readonly AreaId[]): readonly number[] {
  return dates.rules.flatMap(({ rule, index }) =>
    rule.areasPartial && !named.includes(index) && !(rule.except ?? []).some((one) => around().includes(one))
      ? [index]
      : [],
  );
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

function applicable(tree: AreaTree, dates: Calendar, leaf: LeafId, at: Millis): Terms["exceptions"] {
  if (dates.exceptions.length === 0) return [];
  const around = tree.lineage(leaf, at).all;
  return dates.exceptions.flatMap((one) => {
    const { areas } = one.exception;
    if (areas === undefined) return [{ ...one, steps: Infinity }];
    const steps = around.findIndex((area) => areas.includes(area));
    return steps === -1 ? [] : [{ ...one, steps }];
  });
}

/** An ending for some areas reaches what they held at its own instant or hold now, and nothing that was only partly theirs. */
function outsOf(tree: AreaTree, dates: Calendar, leaf: LeafId, at: Millis): readonly Interval[] {
  if (dates.endings.length === 0) return [];
  const around = (then: Millis) => [...tree.lineage(leaf, then).all, ...tree.lineage(leaf, at).all];
  const applies = dates.endings
    .filter(({ from, areas }) => areas === undefined || around(from).some((area) => areas.includes(area)))
    .sort((a, b) => a.from - b.from);
  const outs: Interval[] = [];
  for (const { from, to } of applies) {
    const last = outs.at(-1);
    if (last === undefined || from > last.end) outs.push({ start: from, end: to });
    else last.end = Math.max(last.end, to);
  }
  return outs;
}
