// What a channel hears about, of all its subscriptions together: for messages that tell everything at once. Persisted in rows: fields are added, never changed.
import { z } from "zod";
import { Region } from "./strike.ts";
import type { Subscription } from "./subscription.ts";
import { fine, hearsCurfews } from "./topic.ts";

/** Left out: all. */
export const StrikeFilter = z.strictObject({
  regions: z.array(Region).nonempty().optional(),
  organisations: z.array(z.string()).nonempty().optional(),
  minKilled: z.int().positive().optional(),
});
export type StrikeFilter = z.infer<typeof StrikeFilter>;

/** `strikes`: those that any of these lets through; left out: of no single strike. `orgsOnly`: of organisations these alone; left out: all. */
export const Heard = z.strictObject({
  curfews: z.boolean(),
  strikes: z.array(StrikeFilter).nonempty().optional(),
  orgs: z.boolean(),
  orgsOnly: z.array(z.string()).nonempty().optional(),
});
export type Heard = z.infer<typeof Heard>;

/** Who asked for nothing but trouble still follows places: it is told of their curfews. */
export function heardOf(subscriptions: readonly Subscription[]): Heard {
  const hears = (topic: "strikes" | "orgs") => subscriptions.filter(({ topics }) => fine(topics).includes(topic));
  const strikes = hears("strikes").map(filterOf);
  const [first, ...others] = strikes.some(isAll) ? [{}] : strikes;
  const ofOrgs = hears("orgs");
  const orgs = ofOrgs.length > 0;
  const isAllOrgs = ofOrgs.some(({ organisations }) => organisations === undefined);
  const [one, ...more] = isAllOrgs ? [] : new Set(ofOrgs.flatMap(({ organisations = [] }) => organisations));
  const curfews = subscriptions.some(({ topics }) => hearsCurfews(topics)) || (strikes.length === 0 && !orgs);
  return {
    curfews,
    orgs,
    ...(first === undefined ? {} : { strikes: [first, ...others] }),
    ...(one === undefined ? {} : { orgsOnly: [one, ...more] }),
  };
}

function filterOf({ regions, organisations, minKilled }: Subscription): StrikeFilter {
  return {
    ...(regions === undefined ? {} : { regions }),
    ...(organisations === undefined ? {} : { organisations }),
    ...(minKilled === undefined ? {} : { minKilled }),
  };
}

const isAll = (filter: StrikeFilter) => Object.keys(filter).length === 0;
