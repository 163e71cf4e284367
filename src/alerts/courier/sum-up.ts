// Of what waited for a channel until it was over: one summary instead of each notice by itself, just before the channel's turn. It must never fold what may stand
// in the channel already, nor leave a row without either its own post or a summary that names it.
import type { Alert, AlertOf } from "../../domain/alert.ts";
import { type Delivery, isHeldForQuiet } from "../../domain/delivery.ts";
import { groupBy } from "../../domain/group.ts";
import { hash } from "../../domain/id.ts";
import { isForChannel, type Reason } from "../../domain/reason.ts";
import type { Situation } from "../../domain/situation.ts";
import { MINUTE, SECOND, type Millis } from "../../domain/time.ts";
import type { Clock } from "../../clock.ts";
import type { Subscribed } from "../../store/subscriptions.ts";
import { shownBy } from "../kinds.ts";
import { freshRow } from "../ledger/fresh-row.ts";
import type { Entry, Ledger } from "../ledger/ledger.ts";
import { rolesOf, soundOf } from "../planner.ts";
import { PAST } from "../watches/soon-watch.ts";
import { stillSo } from "../watches/still-so.ts";
import { isFoul } from "./weather.ts";

/** An end that waited for less is told by itself, marked late. */
const WAITED = 10 * MINUTE;
/** A begin that is over and untold waits so long for the row of its end. */
const GRACE = 10 * MINUTE;
/** So often it is looked for. */
const SOON = 5 * SECOND;
/** Why a notice is not sent: the summary of its channel tells of it, or its end does. */
const SUMMED_UP = "summed-up";
const OVER_ALREADY = "over-already";
const BEGUN_AGAIN = "begun-again";

interface Parts {
  ledger: Pick<Ledger, "of" | "plan" | "move">;
  clock: Pick<Clock, "wall">;
  /** The channel as it is subscribed by now: whom the summary calls, and whether with a sound. Undefined: as the notices would have been. */
  running?: (row: Pick<Delivery, "guildId" | "destination">) => Subscribed | undefined;
}

type Missed = AlertOf<"vigia.down">["missed"][number];
type Fault = NonNullable<AlertOf<"vigia.down">["fault"]>;

/** A row that is over, and what a summary says of it. */
interface Over {
  entry: Entry;
  country: string;
  from: Millis;
  missed: readonly Missed[];
}

/**
 * Called by whoever has the channel's turn, before each try. The summary is written before the rows that it replaces are: a crash in between leaves both,
 * and the next turn, which comes before anything is posted, finds its rows by what it says and finishes. @returns machine ms to wait before the turn, or
 * undefined.
 */
export async function sumUp(
  { ledger, ...parts }: Parts,
  destination: string,
  record: () => Situation,
  now: Millis,
): Promise<Millis | undefined> {
  const waiting = ledger.of(destination).filter((entry) => isUntried(entry) && !isHeldForQuiet(entry.delivery));
  for (const entry of waiting) {
    const reason = begunBy(entry.delivery.alert, now);
    if (reason !== undefined) await ledger.move(entry, { state: "skipped", reason });
  }
  const begun = waiting.filter(
    ({ delivery: { alert } }) => alert.kind === "curfew.began" && isOver(alert, now, WAITED),
  );
  // Where a begin is over untold, its end belongs to the same news, however fresh it is; and a summary that waits may name it already.
  const waited =
    begun.length > 0 || waiting.some(({ delivery: { alert } }) => alert.kind === "vigia.down") ? 0 : WAITED;
  if (begun.length === 0) await begunAgain(ledger, waiting, record, now);
  if (!waiting.some(({ delivery }) => isOver(delivery.alert, now, waited))) return undefined;
  const over = waiting.flatMap((entry) => overOf(entry, record(), now, waited));
  for (const same of groupBy(over, (one) => one.country)) await sumUpCountry({ ledger, ...parts }, same, now);
  return lone({ ledger }, destination, begun, now);
}

/** An end that waited by itself until the next curfew had begun in all its places: both would say that there is one now. */
async function begunAgain(
  ledger: Pick<Ledger, "move">,
  waiting: readonly Entry[],
  record: () => Situation,
  now: Millis,
): Promise<void> {
  const late = waiting.flatMap((entry) => {
    const { alert } = entry.delivery;
    return alert.kind === "vigia.down" || (alert.kind === "curfew.ended" && now - alert.at >= WAITED)
      ? [{ entry, alert }]
      : [];
  });
  const [end] = late;
  if (late.length !== 1 || end?.alert.kind !== "curfew.ended") return;
  const { at, groups } = end.alert;
  const begins = waiting.flatMap(({ delivery: { alert } }) => {
    const still = alert.kind === "curfew.began" && alert.at > at ? stillSo(alert, record(), now) : undefined;
    return still?.kind === "curfew.began" ? still.groups.flatMap(({ areas }) => areas) : [];
  });
  if (groups.every(({ areas }) => areas.every((area) => begins.includes(area))))
    await ledger.move(end.entry, { state: "skipped", reason: BEGUN_AGAIN });
}

/** A begin that is over, and in no summary: its end tells of it. The tick that plans that may still be to come. */
async function lone(
  { ledger }: Pick<Parts, "ledger">,
  destination: string,
  begun: readonly Entry[],
  now: Millis,
): Promise<Millis | undefined> {
  const left = ledger.of(destination);
  const ends = left.some(({ delivery: { alert } }) => alert.kind === "curfew.ended");
  for (const { key, delivery } of begun) {
    const entry = left.find((one) => one.key === key);
    if (entry === undefined) continue;
    if (!ends && now < delivery.expiresAt + GRACE) return SOON;
    await ledger.move(entry, { state: "skipped", reason: OVER_ALREADY });
  }
  return undefined;
}

async function sumUpCountry({ ledger, clock, running }: Parts, over: readonly Over[], now: Millis): Promise<void> {
  const summaries = over.filter(({ entry }) => entry.delivery.alert.kind === "vigia.down");
  const told = new Set(summaries.flatMap((one) => one.missed.map(nameOf)));
  const isNew = (one: Over) => one.missed.every((missed) => !told.has(nameOf(missed)));
  const fresh = over.filter((one) => !summaries.includes(one) && isNew(one));
  const done = over.filter((one) => !summaries.includes(one) && !isNew(one));
  // One notice alone is one message already.
  const anew = fresh.length + summaries.length > 1;
  if (anew) await ledger.plan([addressed(summary([...summaries, ...fresh], clock.wall(), now), running)]);
  for (const { entry } of [...done, ...(anew ? [...summaries, ...fresh] : [])])
    await ledger.move(entry, { state: "skipped", reason: SUMMED_UP });
}

const nameOf = ({ kind, at }: Missed) => `${kind} ${at}`;

/** Nothing of it can stand in the channel. One that was held while the channel was closed may go now. */
export function isUntried({ delivery: { state, parts, edits } }: Entry): boolean {
  return (
    (state === "planned" || state === "again" || state === "held") &&
    edits === undefined &&
    parts.every(({ messageId }) => messageId === undefined)
  );
}

/** Nobody is told beforehand of what has begun, or is over. */
function begunBy(alert: Alert, now: Millis): Reason | undefined {
  if (alert.kind !== "curfew.soon" && alert.kind !== "curfew.ending") return undefined;
  return alert.at + alert.lead * MINUTE <= now ? PAST[alert.kind] : undefined;
}

function isOver(alert: Alert, now: Millis, waited: Millis): boolean {
  if (alert.kind === "vigia.down") return true;
  if (alert.kind === "curfew.began") return alert.groups.every(({ until }) => until !== undefined && until <= now);
  // An end after which nothing is known is the notice of that, too.
  return (
    alert.kind === "curfew.ended" &&
    now - alert.at >= waited &&
    alert.groups.every(({ followedBy }) => followedBy !== "unknown")
  );
}

/** As the record has it by now: what is no longer so is told by nobody. */
function overOf(entry: Entry, record: Situation, now: Millis, waited: Millis): Over[] {
  const { alert } = entry.delivery;
  if (!isOver(alert, now, waited)) return [];
  if (alert.kind === "vigia.down") {
    const { country, from, missed } = alert;
    return [{ entry, country, from, missed }];
  }
  const still = stillSo(alert, record, now);
  if (still?.kind !== "curfew.began" && still?.kind !== "curfew.ended") return [];
  const { kind, country, at, groups } = still;
  return [{ entry, country, from: at, missed: [{ kind, at, groups }] }];
}

/** With the mentions and the sound that those of its subscriptions want which brought the notices here. */
function addressed(row: Delivery, running: Parts["running"]): Delivery {
  const own = running?.(row)?.subscriptions.filter(({ id }) => row.subscriptions.includes(id)) ?? [];
  if (own.length === 0) return row;
  return { ...row, roles: rolesOf(row.alert, own), loud: soundOf(row.alert, own) ?? row.loud };
}

function summary(over: readonly Over[], wall: Millis, now: Millis): Delivery {
  const rows = over.map(({ entry }) => entry.delivery);
  const newest = rows.at(-1);
  const [first, ...rest] = over.flatMap(({ missed }) => missed).sort((a, b) => a.at - b.at);
  const country = over[0]?.country;
  if (newest === undefined || first === undefined || country === undefined) throw new Error("A summary of nothing");
  const kind = "vigia.down";
  const alert: Alert = {
    kind,
    id: hash({ kind, country, of: rows.map(({ id }) => id).sort() }),
    at: now,
    country,
    from: Math.min(...over.map(({ from }) => from)),
    to: now,
    fault: faultOf(rows),
    missed: [first, ...rest],
  };
  const { destination, channelId, guildId, language } = newest;
  return freshRow(
    alert,
    { destination, channelId, guildId, language },
    { now, wall },
    {
      subscriptions: [...new Set(rows.flatMap((row) => row.subscriptions))],
      shown: shownBy(alert),
      roles: [...new Set(rows.flatMap((row) => row.roles))],
      loud: true,
    },
  );
}

/** A refused token is our own fault. */
const isDiscords = (why: string) => why === "rate-limited" || (isFoul(why) && why !== "bad-token");

/** Whose it was that they waited: our own fault is never put down to others. */
function faultOf(rows: readonly Delivery[]): Fault {
  const own = rows.flatMap(({ alert }) => (alert.kind === "vigia.down" ? (alert.fault ?? "vigia") : []));
  const whys = rows.flatMap(({ reason, attempts }) => [reason, ...attempts.flatMap(({ why }) => why ?? [])]);
  for (const fault of ["clock", "vigia"] as const) if (own.includes(fault)) return fault;
  if (own.includes("channel") || whys.some(isForChannel)) return "channel";
  if (own.includes("discord") || whys.some(isDiscords)) return "discord";
  return "vigia";
}
