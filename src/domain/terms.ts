// Which lines of a decree speak of a leaf. It must never let what relaxes reach further than the place it was said of.
import type { AreaId, LeafId } from "./area.ts";
import type { AreaTree } from "./area-tree.ts";
import { calendar, type Calendar, type DatedException } from "./calendar.ts";
import type { Curfew } from "./curfew.ts";
import type { Millis, Zone } from "./time.ts";

/** A decree as it applies to one leaf while the tree around the leaf stands as it does. */
export interface Terms {
  curfew: Curfew;
  calendar: Calendar;
  /** Of its hours. */
  zone: Zone;
  /** Rules that name the leaf or an area around it. */
  named: readonly number[];
  /** Rules whose list is known only in part; only for a leaf that no rule of the decree names. */
  partial: readonly number[];
  /** Exceptions that apply here. `steps`: how far up the tree the named area is; Infinity when none is named. */
  exceptions: readonly (DatedException & { steps: number })[];
  /** It is over here from this instant on; Infinity: no ending applies. */
  cut: Millis;
  /** Equal for leaves that the decree treats alike. */
  key: string;
}

/** Trees and decrees never change, and the tick asks the same of them each minute. */
const memories = new WeakMap<AreaTree, WeakMap<Curfew, Map<string, Terms | undefined>>>();

/** Undefined where the decree says nothing about the leaf. `at`: the begin of a stretch in which the tree around the leaf stands still. */
export function terms(tree: AreaTree, curfew: Curfew, leaf: LeafId, at: Millis): Terms | undefined {
  const decrees = memories.get(tree) ?? new WeakMap<Curfew, Map<string, Terms | undefined>>();
  memories.set(tree, decrees);
  const leaves = decrees.get(curfew) ?? new Map<string, Terms | undefined>();
  decrees.set(curfew, leaves);
  const key = `${leaf} ${at}`;
  const known = leaves.get(key);
  if (known !== undefined || leaves.has(key)) return known;
  const made = termsOf(tree, curfew, leaf, at);
  leaves.set(key, made);
  return made;
}

function termsOf(tree: AreaTree, curfew: Curfew, leaf: LeafId, at: Millis): Terms | undefined {
  const dates = calendar(curfew);
  const names = tree.names(leaf, dates.declaredAt, at);
  const named = rulesNaming(dates, names);
  const unlisted = named.length === 0 && curfew.country === tree.country(leaf);
  const partial = unlisted ? dates.rules.flatMap(({ rule, index }) => (rule.areasPartial ? [index] : [])) : [];
  const exceptions = applicable(tree, dates, leaf, at);
  if (named.length === 0 && partial.length === 0 && !exceptions.some((one) => one.steps < Infinity)) return undefined;
  const zone = curfew.hoursZone ?? tree.zone(leaf);
  const cut = cutAt(tree, dates, leaf, at);
  const excepted = exceptions.map((one) => `${one.index}^${one.steps}`);
  return {
    curfew,
    calendar: dates,
    zone,
    named,
    partial,
    exceptions,
    cut,
    key: [zone, named, partial, excepted, cut].join("|"),
  };
}

function rulesNaming(dates: Calendar, names: readonly AreaId[]): number[] {
  const found = new Set<number>();
  for (const area of names) for (const index of dates.rulesByArea.get(area) ?? []) found.add(index);
  return [...found].sort((a, b) => a - b);
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
function cutAt(tree: AreaTree, dates: Calendar, leaf: LeafId, at: Millis): Millis {
  const around = (then: Millis) => [...tree.lineage(leaf, then).all, ...tree.lineage(leaf, at).all];
  const applies = dates.endings.filter(
    ({ from, areas }) => areas === undefined || around(from).some((area) => areas.includes(area)),
  );
  return Math.min(Infinity, ...applies.map(({ from }) => from));
}
