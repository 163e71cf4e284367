// The end of a channel's quiet hours, or of a pause: one note of what is still so and of what was held, in place of each held row. It must never leave a row
// without either a note that names it or a reason of its own, nor plan two notes of one row.
import type { Alert, HeldAlert } from "../../domain/alert.ts";
import { type Delivery, isHeldForQuiet } from "../../domain/delivery.ts";
import { hash } from "../../domain/id.ts";
import { quietSpans } from "../../domain/quiet.ts";
import type { Reason } from "../../domain/reason.ts";
import type { Destination } from "../../domain/subscription.ts";
import type { Millis } from "../../domain/time.ts";
import type { Parts, Seen } from "./holding.ts";
import { expiry, shownBy } from "../kinds.ts";
import { deliveryId, type Entry } from "../ledger/ledger.ts";
import { isToldNearer, tellsOf } from "./quiet-tells.ts";
import { readBy } from "../changes/strike-changes.ts";
import { LATE } from "../watches/watch.ts";

/** What becomes of a held row: the note tells it, or why not. */
interface Verdict {
  entry: Entry;
  tells: readonly HeldAlert[];
  reason: Reason;
}

/**
 * Called by whoever has the channel's turn. The note is written before the rows that it stands for are decided: a crash in between leaves both, and the next
 * turn, which comes before the note is posted, finds its rows by what it names and finishes.
 */
export async function quietOver(
  parts: Parts,
  destination: string,
  wants: Destination | undefined,
  seen: Seen,
): Promise<void> {
  const { ledger } = parts;
  const rows = ledger.of(destination).filter(({ delivery }) => isHeldForQuiet(delivery));
  const named = new Set(
    ledger.of(destination).flatMap(({ delivery: { alert } }) => (alert.kind === "quiet.over" ? alert.held : [])),
  );
  const done = rows.filter(({ delivery }) => named.has(delivery.id));
  const verdicts = judged(parts, rows.filter((entry) => !done.includes(entry))); // prettier-ignore
  const told = verdicts.filter(({ tells }) => tells.length > 0);
  if (told.length > 0) await ledger.plan([noteOf(parts, told, wants, seen)]);
  for (const entry of done) await ledger.move(entry, { state: "skipped", reason: "told-after-quiet" });
  for (const { entry, reason } of verdicts) await ledger.move(entry, { state: "skipped", reason });
}

function judged({ ledger, clock, record, standing }: Parts, rows: readonly Entry[]): Verdict[] {
  const known = record();
  const now = clock.now();
  const own = (delivery: Delivery): HeldAlert[] =>
    tellsOf(delivery.alert, known, now, delivery.quiet?.from ?? delivery.plannedAt).map((alert) => {
      if (!("fact" in alert)) return alert;
      // A change that came meanwhile is told with it: later ones are compared with that.
      const read = readBy(ledger.toldOf.story(alert, delivery.destination));
      return { ...alert, fact: read.find(({ note }) => note.id === delivery.id)?.version ?? alert.fact };
    });
  const running = rows.filter(({ delivery }) => standing(delivery) !== "ended");
  const all = running.flatMap(({ delivery }) => own(delivery));
  return rows.map((entry): Verdict => {
    if (!running.includes(entry)) return { entry, tells: [], reason: "subscription-ended" };
    const found = own(entry.delivery);
    const tells = found.filter((alert) => !isToldNearer(alert, all));
    if (tells.length > 0) return { entry, tells, reason: "told-after-quiet" };
    if (entry.delivery.alert.kind === "digest") return { entry, tells, reason: "next-summary-tells" };
    return { entry, tells, reason: found.length > 0 ? "told-nearer-to-it" : "over-in-quiet" };
  });
}

function noteOf(
  { clock }: Parts,
  told: readonly Verdict[],
  wants: Destination | undefined,
  { quiet, over = { now: clock.now(), wall: clock.wall() } }: Seen,
): Delivery {
  const rows = told.map(({ entry }) => entry.delivery);
  const newest = rows.at(-1);
  const [held, ...others] = rows.map(({ id }) => id);
  const [first, ...rest] = told.flatMap(({ tells }) => tells);
  if (newest === undefined || held === undefined || first === undefined) throw new Error("A note of nothing");
  const now = clock.now();
  const from = Math.min(...rows.map((row) => row.quiet?.from ?? row.plannedAt));
  const kind = "quiet.over";
  const alert: Alert = {
    kind,
    id: hash({ kind, destination: newest.destination, of: rows.map(({ id }) => id).sort() }),
    at: now,
    is: rows.some((row) => row.quiet?.is === "pause") ? "pause" : "hours",
    from,
    held: [held, ...others],
    tells: [first, ...rest],
  };
  const { v, destination, channelId, guildId, language, dm } = newest;
  const loud = rows.filter((row) => row.loud);
  const seen = askedBy(rows);
  const late = lateBy(wants, { from, until: over.now }, quiet);
  return {
    v,
    destination,
    channelId,
    guildId,
    language: wants?.language ?? language,
    ...(dm === undefined ? {} : { dm }),
    alert,
    id: deliveryId(alert.id, destination),
    subscriptions: [...new Set(rows.flatMap((row) => row.subscriptions))],
    shown: shownBy(alert),
    roles: [...new Set(loud.flatMap((row) => row.roles))],
    loud: loud.length > 0,
    ...(seen === undefined ? {} : { seen }),
    state: "planned",
    reason: late === undefined ? "in-time" : "late",
    dueAt: now,
    plannedAt: now,
    expiresAt: expiry(alert, now),
    // Where it waited for its turn since, it says that it is late.
    plannedMachine: over.wall,
    ...(late === undefined ? {} : { lateBy: late }),
    parts: [],
    attempts: [],
  };
}

/** Whoever was to press Seen below one of them is asked below the note: the shortest time of them. */
function askedBy(rows: readonly Delivery[]): Delivery["seen"] {
  const asked = rows.flatMap(({ seen }) => seen ?? []);
  const [first, ...others] = new Set(asked.flatMap(({ people }) => people));
  if (first === undefined) return undefined;
  return { people: [first, ...others], after: Math.min(...asked.map(({ after }) => after)) };
}

/** Nobody was there when it ended, or the clock jumped. Who saw it quiet a moment ago knows better than what is wanted by now: that may have been changed. */
function lateBy(
  wants: Destination | undefined,
  { from, until }: { from: Millis; until: Millis },
  quiet: Millis | undefined,
): Millis | undefined {
  if (wants === undefined || (quiet !== undefined && until - quiet <= LATE)) return undefined;
  const ends = quietSpans(wants, { start: from, end: until }).flatMap((span) => span.until ?? []);
  const end = ends.filter((one) => one <= until).at(-1);
  return end === undefined || until - end <= LATE ? undefined : until - end;
}
