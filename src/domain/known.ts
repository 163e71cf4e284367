// What the record says as known at one instant: the fold of the log that commands and the planner ask. Shape only; store/read-model.ts makes it.
import type { Area } from "./area.ts";
import type { Curfew } from "./curfew.ts";
import type { Authority, Instrument, Org } from "./org.ts";
import type { Situation } from "./situation.ts";
import type { Claim, Gap, Strike, Tally } from "./strike.ts";

export interface Known extends Situation {
  areasById: ReadonlyMap<string, Area>;
  curfewsById: ReadonlyMap<string, Curfew>;
  /** Newest first (by date, then by order of recording). */
  strikes: readonly Strike[];
  /** In no order: it is shared with what was known before. */
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
