// The record as it would have been at an instant, had everybody known what is known now of what it held; and as if a change had not come. What was new since
// is in neither: it makes no answer of then wrong. Curfews are another matter: a decree that became known later does.
import type { Known } from "./known.ts";
import type { Designation, Org } from "./org.ts";
import type { Strike } from "./strike.ts";
import { indexed } from "./strike-index.ts";
import type { Day } from "./time.ts";

/** `now`: what is known now; `then`: what was known at the instant of a question about strikes or organisations; `day`: of that instant. */
export function corrected(now: Known, then: Known, day: Day): Known {
  const gone: Strike[] = [];
  const come: Strike[] = [];
  for (const strike of then.strikes) {
    const today = now.strikesById.get(strike.id);
    if (today === strike) continue;
    gone.push(strike);
    if (today !== undefined) come.push(today);
  }
  const orgs = then.orgs.flatMap(({ id }) => {
    const today = now.orgsById.get(id);
    return today === undefined ? [] : [listedBy(today, day)];
  });
  const { tallies, gaps, claims } = then;
  return withOrgs(withStrikes({ ...now, strikes: then.strikes, tallies, gaps, claims }, gone, come), orgs);
}

/** Taken up on a list, or off it, only later: nobody could have answered so then. */
function listedBy(org: Org, day: Day): Org {
  const later = (date: Day | undefined) => date !== undefined && date > day;
  if (
    !org.designations.some((one) => later(one.date ?? one.announced) || later(one.ended?.date ?? one.ended?.announced))
  )
    return org;
  const designations = org.designations.flatMap((one): Designation[] => {
    if (later(one.date ?? one.announced)) return [];
    if (!later(one.ended?.date ?? one.ended?.announced)) return [one];
    const { ended: _, ...listed } = one;
    return [listed];
  });
  return { ...org, designations };
}

/** As if this strike stood as it was; `was` undefined: as if there were none. */
export function strikeAsBefore(record: Known, id: string, was: Strike | undefined): Known {
  const held = record.strikesById.get(id);
  return withStrikes(record, held === undefined ? [] : [held], was === undefined ? [] : [was]);
}

export function orgAsBefore(record: Known, id: string, was: Org | undefined): Known {
  const others = record.orgs.filter((one) => one.id !== id);
  return withOrgs(
    record,
    was === undefined ? others : [...others, was].sort((a, b) => a.name.localeCompare(b.name, "es")),
  );
}

function withStrikes(record: Known, gone: readonly Strike[], come: readonly Strike[]): Known {
  const index = indexed(record.strikes).with(gone, come);
  return { ...record, strikes: index.strikes, strikesById: index.byId };
}

function withOrgs(record: Known, orgs: readonly Org[]): Known {
  return { ...record, orgs, orgsById: new Map(orgs.map((one) => [one.id, one])) };
}
