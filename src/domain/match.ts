// Whether a strike or an organisation is one of those a subscription asked for, or why not. Pure. It must never take a toll that is not stated for a low
// one that somebody stated: there is a reason of its own for it.
import type { Org } from "./org.ts";
import { successors } from "./org-change.ts";
import type { Strike } from "./strike.ts";
import type { Subscription } from "./subscription.ts";
import { standing, type Told } from "./toll.ts";

export type Filters = Pick<Subscription, "regions" | "organisations" | "minKilled">;

/** Why it is none of those: `/alerts why` has words for each. */
export type Mismatch = "region" | "organisation" | "killed" | "killed-not-stated";

type Orgs = ReadonlyMap<string, Org>;

/** Undefined where it is one of those. Of several reasons the first, in the order in which they are asked for. */
export function mismatch(filters: Filters, strike: Strike, orgs: Orgs): Mismatch | undefined {
  const { regions, minKilled } = filters;
  if (regions !== undefined && !regions.some((one) => one === strike.region)) return "region";
  if (!names(filters, strike.orgIds, orgs)) return "organisation";
  if (minKilled === undefined) return undefined;
  const most = mostKilled(strike);
  if (most === undefined) return "killed-not-stated";
  return most >= minKilled ? undefined : "killed";
}

/** Whether one of these organisations is asked for: by its own id, or because one of the two goes on as part of the other. */
export function names({ organisations }: Filters, ids: readonly string[], orgs: Orgs): boolean {
  if (organisations === undefined) return true;
  const goesOnAs = (id: string) => [id, ...successors(id, orgs)];
  return ids.some((id) => organisations.some((one) => goesOnAs(id).includes(one) || goesOnAs(one).includes(id)));
}

/**
 * The highest figure of killed that any source stands by; of "at least 4" that is 4. Undefined where none is stated. More than /strikes counts by:
 * of two sources the higher one is enough to be told.
 */
export function mostKilled(told: Told): number | undefined {
  const figures = standing(told, "killed").map(({ low, high }) => high ?? low);
  return figures.length === 0 ? undefined : Math.max(...figures);
}
