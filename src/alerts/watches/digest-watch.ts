// Plans the digests whose hour the clock passed, by the clock of each channel. One message a channel and instant, however many subscriptions asked for it; after an
// outage the last one alone, and it tells of the time of those that were missed.
import type { AlertOf } from "../../domain/alert.ts";
import { digestTimes, isStillOfUse, timeBefore } from "../../domain/digest.ts";
import { heardOf } from "../../domain/heard.ts";
import { hash } from "../../domain/id.ts";
import type { Reason } from "../../domain/reason.ts";
import type { Digest, Subscription } from "../../domain/subscription.ts";
import { DAY, type Millis } from "../../domain/time.ts";
import type { Clock } from "../../clock.ts";
import type { Subscribed } from "../../store/subscriptions.ts";
import { followed } from "../followed.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { planFor } from "../planner.ts";
import { LATE, type Watch } from "./watch.ts";

/** Why a digest is not sent: `/alerts why` has words for it. */
const MISSED: Reason = "next-summary-tells";
/** A channel that was closed for longer than this is told of its usual time alone, and not of a season. */
const FURTHEST = 31 * DAY;

interface Parts {
  ledger: Pick<Ledger, "own">;
  clock: Pick<Clock, "wall">;
}

/** A subscription that asked for a digest. */
interface Wanting {
  one: Subscription;
  digest: Digest;
}

export function digestWatch({ ledger, clock }: Parts): Watch {
  return async ({ after, now, audience }) => {
    const times = timesIn(after, now);
    return askingOf(audience).flatMap((to) => {
      const due = dueIn(to, times);
      return due.flatMap(([at, wanting]) => {
        const isLate = now - at > LATE;
        const isMissed = isLate && (isFollowed(wanting, at, due) || !isStillOfUse(at, to.destination.zone, now));
        const how = isMissed ? { state: "skipped" as const, reason: MISSED } : isLate ? { lateBy: now - at } : {};
        const subscribed = { destination: to.destination, subscriptions: wanting.map(({ one }) => one) };
        return planFor(alertFor(subscribed, at, { wanting, due }, ledger), subscribed, { now, ...how }, clock);
      });
    });
  };
}

const asking = new WeakMap<readonly Subscribed[], readonly Subscribed[]>();

/** Few want one: they are looked for again when somebody has subscribed, changed something or ended. */
function askingOf(audience: readonly Subscribed[]): readonly Subscribed[] {
  const made =
    asking.get(audience) ??
    audience.filter(({ subscriptions }) => subscriptions.some(({ digest }) => digest !== undefined));
  asking.set(audience, made);
  return made;
}

type Times = (digest: Digest, zone: string) => readonly Millis[];

/** Thousands of channels share a few hours and zones: each is worked out once. */
function timesIn(after: Millis, now: Millis): Times {
  const known = new Map<string, readonly Millis[]>();
  return (digest, zone) => {
    const key = `${zone} ${digest.every} ${digest.weekday} ${digest.at}`;
    const made = known.get(key) ?? digestTimes(digest, zone, after, now);
    known.set(key, made);
    return made;
  };
}

/** By instant, oldest first: the subscriptions whose hour came then. Nobody is told of a time before they subscribed. */
function dueIn({ destination, subscriptions }: Subscribed, times: Times): [Millis, Wanting[]][] {
  const due = new Map<Millis, Wanting[]>();
  for (const one of subscriptions) {
    const { digest, since } = one;
    if (digest === undefined) continue;
    for (const at of times(digest, destination.zone))
      if (at > since) due.set(at, [...(due.get(at) ?? []), { one, digest }]);
  }
  return [...due].sort(([a], [b]) => a - b);
}

/** Whether each of them has had its hour again since: what is newer tells of both times. */
function isFollowed(wanting: readonly Wanting[], at: Millis, due: readonly [Millis, Wanting[]][]): boolean {
  const later = due.filter(([other]) => other > at).flatMap(([, others]) => others.map(({ one }) => one.id));
  return wanting.every(({ one }) => later.includes(one.id));
}

function alertFor(
  { destination, subscriptions }: Subscribed,
  at: Millis,
  { wanting, due }: { wanting: readonly Wanting[]; due: readonly [Millis, readonly Wanting[]][] },
  { own }: Pick<Ledger, "own">,
): AlertOf<"digest"> {
  const kind = "digest";
  const [first, ...others] = followed({ destination, subscriptions });
  if (first === undefined) throw new Error("A subscription without a place");
  // What was missed is told of, too: the time goes back to the last one that was posted.
  const froms = wanting.map(({ one, digest }) => {
    const told = own.lastDigest([one.id], digest.every);
    if (told !== undefined && told < at && told > at - FURTHEST) return told;
    const first = due.find(([, others]) => others.some((other) => other.one.id === one.id))?.[0] ?? at;
    return timeBefore(digest, destination.zone, Math.max(first, at - FURTHEST));
  });
  return {
    kind,
    id: hash({ kind, channel: destination.id, at }),
    at,
    every: wanting.some(({ digest }) => digest.every === "week") ? "week" : "day",
    form: wanting.some(({ digest }) => digest.form === "full") ? "full" : "line",
    from: Math.min(...froms),
    areas: [first, ...others],
    hears: heardOf(subscriptions),
  };
}
