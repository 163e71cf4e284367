// The end of a channel's quiet hours, or of a pause: one note of what is still so and of what was held, in place of each held row, and of what an outage across that
// end left to say. It must never leave a row without either a note that names it or a reason of its own, nor plan two notes of one row.
import { type Delivery, isHeldForQuiet, mayStand } from "../../domain/delivery.ts";
import type { Reason } from "../../domain/reason.ts";
import type { Destination } from "../../domain/subscription.ts";
import type { Millis } from "../../domain/time.ts";
import { isUntried } from "../courier/sum-up.ts";
import type { Entry, Ledger } from "../ledger/ledger.ts";
import { readBy } from "../changes/strike-changes.ts";
import type { Parts, Seen } from "./holding.ts";
import { noteOf, quietSince } from "./note-row.ts";
import { passes } from "./passing.ts";
import { isToldNearer, tellsOf } from "./quiet-tells.ts";
import { type Asked, stillAsked } from "./still-asked.ts";

/** What becomes of a row: the note tells it, or why not. */
interface Verdict {
  entry: Entry;
  tells: readonly Asked[];
  reason: Reason;
}

const TOLD = "told-after-quiet";
/** It did not wait for the end: it came of an outage that lasted beyond it. */
const TOLD_WITH_IT = "told-with-quiet";

/**
 * Called by whoever has the channel's turn. The note is written before the rows that it stands for are decided: a crash in between leaves both, and the next
 * turn, which comes before the note is posted, finds its rows by what it names and finishes (`finishNote`).
 */
export async function quietOver(
  parts: Parts,
  destination: string,
  wants: Destination | undefined,
  seen: Seen,
): Promise<void> {
  const { ledger, clock } = parts;
  const held = ledger.of(destination).filter(({ delivery }) => isHeldForQuiet(delivery));
  const left = ledger.open.rows(destination).filter((entry) => wants !== undefined && isLeftByOutage(entry, wants, clock.now())); // prettier-ignore
  const verdicts = judged(parts, held, left);
  const told = verdicts.filter(({ tells }) => tells.length > 0);
  // One thing that an outage left is one message already.
  const isNote = told.length > 1 || told.some(({ entry }) => held.includes(entry));
  if (isNote) {
    const rows = told.map(({ entry: { delivery }, tells }) => ({ delivery, tells }));
    const own = rows.map(({ delivery }) => delivery).filter(isHeldForQuiet);
    const since = quietSince(own.length > 0 ? own : held.map(({ delivery }) => delivery));
    await ledger.plan([noteOf({ now: clock.now(), wall: clock.wall() }, rows, wants, { ...seen, since })]);
  }
  for (const { entry, reason } of verdicts)
    if (isNote || held.includes(entry)) await ledger.move(entry, { state: "skipped", reason });
}

/**
 * Rows that a note names which is still to be posted: a crash left them undecided. Before anything else is done in the channel, or they would be told twice.
 * @returns true where there were any.
 */
export async function finishNote(ledger: Pick<Ledger, "of" | "move">, destination: string): Promise<boolean> {
  const rows = ledger.of(destination);
  const named = new Set(rows.flatMap(({ delivery: { alert } }) => (alert.kind === "quiet.over" ? alert.held : [])));
  const left = rows.filter(({ delivery }) => named.has(delivery.id));
  for (const entry of left)
    await ledger.move(entry, { state: "skipped", reason: isHeldForQuiet(entry.delivery) ? TOLD : TOLD_WITH_IT });
  return left.length > 0;
}

/** The summary of an outage, or what it made late of what would have waited for the end: it goes with the note. What passes at any hour goes by itself. */
export function isLeftByOutage(entry: Entry, wants: Destination, now: Millis): boolean {
  const { delivery } = entry;
  if (isHeldForQuiet(delivery) || !isUntried(entry) || delivery.attempts.some(mayStand)) return false;
  return delivery.alert.kind === "vigia.down" || (delivery.lateBy !== undefined && !passes(delivery, true, wants, now));
}

/** `late`: what is not to be told of these is left to its own turn. */
function judged(parts: Parts, held: readonly Entry[], late: readonly Entry[]): Verdict[] {
  const { standing } = parts;
  const rows = [...held, ...late].map((entry) => {
    const runs = standing(entry.delivery) !== "ended";
    return { entry, runs, ...(runs ? told(parts, entry.delivery) : { so: 0, asked: [] }) };
  });
  const all = rows.flatMap(({ asked }) => asked.map(({ alert }) => alert));
  return rows.flatMap(({ entry, runs, so, asked }): Verdict[] => {
    if (asked.length === 0 && late.includes(entry)) return [];
    const tells = asked.filter(({ alert }) => !isToldNearer(alert, all));
    const is = (reason: Reason) => [{ entry, tells, reason }];
    if (!runs) return is("subscription-ended");
    if (tells.length > 0) return is(late.includes(entry) ? TOLD_WITH_IT : TOLD);
    if (entry.delivery.alert.kind === "digest") return is("next-summary-tells");
    if (asked.length > 0) return is("told-nearer-to-it");
    return is(so > 0 ? "not-asked-any-more" : "over-in-quiet");
  });
}

/** What of it is still so, how much, and what of that is still asked for. */
function told(parts: Parts, delivery: Delivery): { so: number; asked: readonly Asked[] } {
  const { ledger, clock, record, running } = parts;
  const known = record();
  const so = tellsOf(delivery.alert, known, clock.now(), delivery.quiet?.from ?? delivery.plannedAt);
  const asked = so.flatMap((alert) => stillAsked(alert, delivery, running(delivery), known) ?? []);
  return {
    so: so.length,
    asked: asked.map(({ alert, by }) => {
      if (!("fact" in alert)) return { alert, by };
      // A change that came meanwhile is told with it: later ones are compared with that.
      const read = readBy(ledger.toldOf.story(alert, delivery.destination));
      return { alert: { ...alert, fact: read.find(({ note }) => note.id === delivery.id)?.version ?? alert.fact }, by };
    }),
  };
}
