// What the exemptions of a decree changed since the decree before it, for the same place. It must never call something new or gone that both name,
// nor compare with a list that nobody stated.
import type { AreaTree } from "./area-tree.ts";
import type { PlaceId } from "./area.ts";
import type { Curfew } from "./curfew.ts";
import type { Language, Text } from "./text.ts";
import { DAY, dayStart, type Interval } from "./time.ts";
import { windows } from "./windows.ts";

export interface ExemptionDiff {
  added: readonly Text[];
  removed: readonly Text[];
  /** Exempt before, and named by this decree as not exempt. */
  nowNot: readonly Text[];
}

/** "not stated": no source gives the exemptions of the decree before. Undefined: none gives those of this one. */
export function exemptionDiff(
  before: Curfew,
  curfew: Curfew,
  language: Language,
): ExemptionDiff | "not stated" | undefined {
  const { exempt, notExempt = [] } = curfew;
  if (exempt === undefined) return undefined;
  if (before.exempt === undefined) return "not stated";
  const words = (text: Text) => wordsOf(text, language);
  const isIn = (one: Text, list: readonly Text[]) => list.some((other) => isSame(words(other), words(one)));
  const nowNot = before.exempt.filter((one) => isIn(one, notExempt) && !isIn(one, exempt));
  return {
    added: exempt.filter((one) => !isIn(one, before.exempt ?? [])),
    removed: before.exempt.filter((one) => !isIn(one, exempt) && !nowNot.includes(one)),
    nowNot,
  };
}

/** The latest decree with an earlier first night that named the whole place and had a night there. */
export function decreeBefore(
  { areas, curfews }: { areas: AreaTree; curfews: readonly Curfew[] },
  curfew: Curfew,
  place: PlaceId,
): Curfew | undefined {
  return curfews
    .filter((one) => one.country === curfew.country && one.firstNight < curfew.firstNight)
    .sort((a, b) => (nightsKey(a) < nightsKey(b) ? 1 : -1))
    .find((one) => isNamed(areas, one, place) && hadNight(areas, one, place));
}

const nightsKey = ({ firstNight, lastNight, lastConfirmed }: Curfew) =>
  `${firstNight} ${lastNight ?? lastConfirmed ?? firstNight}`;

function isNamed(areas: AreaTree, { rules, firstNight, zone }: Curfew, place: PlaceId): boolean {
  const named = new Set(rules.flatMap((rule) => rule.areas));
  const isAround = (one: PlaceId) => areas.ancestors(one).some((area) => named.has(area));
  return isAround(place) || areas.leaves(place, dayStart(firstNight, zone)).every(isAround);
}

/** A decree that a court struck down before its first night named a place and never had a night there. */
function hadNight(areas: AreaTree, curfew: Curfew, place: PlaceId): boolean {
  const span = spanOf(curfew);
  const [leaf] = areas.leaves(place, span.start);
  return leaf !== undefined && windows(areas, curfew, leaf, span).length > 0;
}

function spanOf({ firstNight, lastNight, endsBy, lastConfirmed }: Curfew): Interval {
  const last = lastNight ?? endsBy ?? lastConfirmed ?? firstNight;
  return { start: dayStart(firstNight, "UTC"), end: dayStart(last, "UTC") + 3 * DAY };
}

/** The words of a text, without case, accents and signs. In the other language where nobody translated it. */
function wordsOf(text: Text, language: Language): ReadonlySet<string> {
  const told = text[language] ?? text.en ?? text.es ?? "";
  const folded = told.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
  return new Set(folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== ""));
}

/** "staff of health services" and "health services": sources put the same in more words or in fewer. A false "no longer" sends somebody home. */
function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [fewer, more] = a.size < b.size ? [a, b] : [b, a];
  return [...fewer].every((word) => more.has(word));
}
