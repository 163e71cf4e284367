// What the record says as known at one instant: the fold of the log that commands and the planner ask. Immutable; made by read-model.ts.
import type { Area } from "../domain/area.ts";
import type { Curfew } from "../domain/curfew.ts";
import type { Authority, Instrument, Org } from "../domain/org.ts";
import type { Situation } from "../domain/situation.ts";
import type { Claim, Gap, Strike, Tally } from "../domain/strike.ts";

export interface Known extends Situation {
  areasById: ReadonlyMap<string, Area>;
  curfewsById: ReadonlyMap<string, Curfew>;
  /** Newest first (by date, then by order of recording). */
  strikes: readonly Strike[];
  strikesById: ReadonlyMap<string, Strike>;
  /** Oldest first. */
  tallies: readonly Tally[];
  gaps: readonly Gap[];
  claims: readonly Claim[];
  orgs: readonly Org[];
  orgsById: ReadonlyMap<string, Org>;
  authorities: readonly Authority[];
  instruments: readonly Instrument[];
}
