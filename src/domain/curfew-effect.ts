// What another version of one curfew makes different from now on, by leaf: for the notice that tells it and for the card that shows it before. Pure.
import type { LeafId } from "./area.ts";
import type { Curfew } from "./curfew.ts";
import { canonicalJson } from "./id.ts";
import { changes, type LeafChange } from "./outlook.ts";
import { isSame, type Same, sameAs } from "./profile.ts";
import type { Situation } from "./situation.ts";
import { type Standing, standingAs } from "./standing.ts";
import { DAY, type Millis } from "./time.ts";
import { windows } from "./windows.ts";

/** How far ahead a decree's own nights are looked for. */
const AHEAD = 400 * DAY;

interface Effect {
  /** With the curfew as it is. */
  record: Situation;
  subject: string;
  was: Standing;
  is: Standing;
  now: Millis;
}

/** What was asked of a list of decrees, which is never changed. */
interface Asked extends Omit<Effect, "record"> {
  same: Same;
  list: readonly LeafChange[];
}
const asked = new WeakMap<readonly Curfew[], readonly Asked[]>();
/** Each fact makes a list of its own: of one, a few facts that came together. */
const KEPT = 4;

/** Empty where no minute ahead is another, and readers need to hear of nothing else. Each channel that looks back over a month asks the same of it. */
export function effectOf(effect: Effect): readonly LeafChange[] {
  const { record, ...own } = effect;
  const before = asked.get(record.curfews) ?? [];
  const known = before.find((one) => isAsked(one, own) && isSame(one.same, record));
  if (known !== undefined) return known.list;
  const list = workedOut(effect);
  asked.set(record.curfews, [{ ...own, same: sameAs(record), list }, ...before].slice(0, KEPT));
  return list;
}

function isAsked(one: Asked, { subject, was, is, now }: Omit<Effect, "record">): boolean {
  const same = (a: Standing, b: Standing) => a.curfew === b.curfew && a.withdrawn === b.withdrawn;
  return one.now === now && one.subject === subject && same(one.was, was) && same(one.is, is);
}

function workedOut({ record, subject, was, is, now }: Effect): LeafChange[] {
  const of = [is.curfew, is.withdrawn, was.curfew, was.withdrawn].filter((one) => one !== undefined);
  const [curfew] = of;
  if (curfew === undefined) return [];
  const told = is.curfew !== undefined && tells(was.curfew, is.curfew) ? is.curfew : undefined;
  const also = (leaf: LeafId) => told !== undefined && hasNights(record, told, leaf, now);
  const before = standingAs(record, subject, was);
  return changes({ before, after: record, country: curfew.country, of, at: now }, also);
}

/** What readers need beside the hours: that a decree exists, who may be out, what is threatened. Notes and sources alone are no news. */
function tells(was: Curfew | undefined, now: Curfew): boolean {
  const shown = ({ exempt, notExempt, sourcesDiffer, penalty }: Curfew) =>
    canonicalJson({
      exempt: texts(exempt),
      notExempt: texts(notExempt),
      differ: texts(sourcesDiffer),
      penalty: texts(penalty && [penalty]),
    });
  return was === undefined || shown(was) !== shown(now);
}

const texts = (list: Curfew["exempt"]) => list?.map(({ en, es }) => ({ en, es }));

function hasNights({ areas }: Situation, curfew: Curfew, leaf: LeafId, at: Millis): boolean {
  return windows(areas, curfew, leaf, { start: at, end: at + AHEAD }).some(({ certain, end }) => certain && end > at);
}
