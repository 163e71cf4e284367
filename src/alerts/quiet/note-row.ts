// The row of the one note at the end of quiet hours, or of a pause: what it tells, whom it calls, and how late it is. It must never call a role that its people have
// taken away meanwhile, nor put down to Vigía that a channel waited.
import type { Alert } from "../../domain/alert.ts";
import { type Delivery, isHeldForQuiet } from "../../domain/delivery.ts";
import { hash } from "../../domain/id.ts";
import { quietSpans } from "../../domain/quiet.ts";
import type { Destination } from "../../domain/subscription.ts";
import type { Millis } from "../../domain/time.ts";
import { shownBy } from "../kinds.ts";
import { freshRow } from "../ledger/fresh-row.ts";
import { rolesOf, soundOf } from "../planner.ts";
import { LATE } from "../watches/watch.ts";
import type { Seen } from "./holding.ts";
import type { Asked } from "./still-asked.ts";

/** A row that the note stands for, and what of it the note tells. */
export interface Told {
  delivery: Delivery;
  tells: readonly Asked[];
}

/** `since`: when the quiet time began that it is the end of. */
export function noteOf(
  { now, wall }: { now: Millis; wall: Millis },
  told: readonly Told[],
  wants: Destination | undefined,
  { quiet, over = { now, wall }, since }: Seen & { since: Millis },
): Delivery {
  const rows = told.map(({ delivery }) => delivery);
  const newest = rows.at(-1);
  const [held, ...others] = rows.map(({ id }) => id);
  const [first, ...rest] = told.flatMap(({ tells }) => tells.map(({ alert }) => alert));
  if (newest === undefined || held === undefined || first === undefined) throw new Error("A note of nothing");
  const kind = "quiet.over";
  const alert: Alert = {
    kind,
    id: hash({ kind, destination: newest.destination, of: rows.map(({ id }) => id).sort() }),
    at: now,
    is: rows.some((row) => row.quiet?.is === "pause") ? "pause" : "hours",
    from: since,
    held: [held, ...others],
    tells: [first, ...rest],
  };
  const { destination, channelId, guildId, language, dm } = newest;
  const seen = askedBy(rows);
  const late = lateBy(wants, { from: since, until: over.now }, quiet);
  const to = {
    destination,
    channelId,
    guildId,
    language: wants?.language ?? language,
    ...(dm === undefined ? {} : { dm }),
  };
  return freshRow(
    alert,
    to,
    {
      now,
      // Where it waited for its turn since, it says that it is late.
      wall: over.wall,
    },
    {
      subscriptions: [...new Set(told.flatMap(({ tells }) => tells.flatMap(({ by }) => by.map(({ id }) => id))))],
      shown: shownBy(alert),
      ...addressed(told),
      ...(seen === undefined ? {} : { seen }),
      ...(late === undefined ? {} : { lateBy: late, reason: "late" }),
    },
  );
}

/** Whom it calls, and whether with a sound: by what its sets say now, not by what they said when each thing happened. */
function addressed(told: readonly Told[]): Pick<Delivery, "roles" | "loud"> {
  const all = told.flatMap(({ delivery, tells }) => tells.map((one) => ({ ...one, delivery })));
  const loud = all.filter(({ alert, by, delivery }) =>
    isOnesOwn(delivery) ? (soundOf(alert, by) ?? delivery.loud) : delivery.loud,
  );
  return { loud: loud.length > 0, roles: [...new Set(loud.flatMap(called))] };
}

/** That a place is another is told in silence, whatever is wanted of changes; of an earlier note each thing had a sound of its own. */
const isOnesOwn = ({ alert }: Delivery) => alert.kind !== "place.changed" && alert.kind !== "quiet.over";

function called({ alert, by, delivery }: Asked & { delivery: Delivery }): readonly string[] {
  if (isOnesOwn(delivery)) return rolesOf(alert, by);
  return delivery.roles.filter((role) => by.some((one) => one.role === role));
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

/** Since when it was quiet, of rows that were held for that. */
export const quietSince = (rows: readonly Delivery[]): Millis =>
  Math.min(...rows.filter(isHeldForQuiet).map((row) => row.quiet?.from ?? row.plannedAt));
