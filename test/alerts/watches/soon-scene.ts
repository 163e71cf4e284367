// Nights of which channels are told beforehand, ticks to play, and how a row reads. Data and steps for tests only.
import type { Delivery } from "../../../src/domain/delivery.ts";
import type { Known } from "../../../src/domain/known.ts";
import type { Situation } from "../../../src/domain/situation.ts";
import { HOUR, MINUTE, type Millis } from "../../../src/domain/time.ts";
import { covered, curfew, ec, situation } from "../../domain/fixtures.ts";
import { shipped } from "../../views/ecuador-known.ts";
import { type Ticking, ticking } from "../ticking.ts";

export const PROVINCES = "EC-G,EC-O,EC-R,EC-SD";
export const NOTHING = { strikes: [], tallies: [], gaps: [], claims: [], orgs: [], authorities: [], instruments: [] };

export function knownOf(more: Partial<Situation>): Known {
  const own = situation(more);
  return {
    ...own,
    ...NOTHING,
    areasById: new Map(own.areas.all.map((area) => [area.id, area])),
    curfewsById: new Map(own.curfews.map((one) => [one.id, one])),
    strikesById: new Map(),
    orgsById: new Map(),
  };
}

export const always = (known: Known): Ticking["from"] => ({ known: () => known });
export const confirmed = async (now: Millis) => now;
export const night = (start: string, end: string, more: Parameters<typeof curfew>[2] = {}) =>
  curfew("night", [{ areas: ["EC-G", "EC-R"], start, end }], {
    firstNight: "2026-03-15",
    lastNight: "2026-03-15",
    ...more,
  });
export const COVERED = { coverage: [covered(["EC"], "2026-03-01T00:00", "2026-04-01T00:00")] };

/** Ticks in order; after each of them the courier has posted what there was. */
export async function play(
  at: string,
  ticks: readonly string[],
  options: Partial<Ticking>,
  posted: Delivery["state"] | "nothing" = "sent",
) {
  const s = await ticking(`${at}:00-05:00`, { from: { known: shipped }, serverTime: confirmed, ...options });
  for (const tick of ticks) {
    await s.tick(ec(tick));
    if (posted !== "nothing") await s.posted(posted);
  }
  return s.rows();
}

export const wall = (at: Millis) => new Date(at - 5 * HOUR).toISOString().slice(5, 16).replace("T", " ");
export const told = (row: Delivery) =>
  [
    row.alert.kind.replace("curfew.", ""),
    wall(row.dueAt),
    [...row.shown].sort().join(),
    row.state === "skipped" ? row.reason : row.loud ? "loud" : "silent",
    ...(row.lateBy === undefined ? [] : [`+${row.lateBy / MINUTE}`]),
  ].join(" ");
export const soonOnly = (rows: readonly Delivery[]) =>
  rows.filter(({ alert }) => /soon|ending/.test(alert.kind)).map(told);
