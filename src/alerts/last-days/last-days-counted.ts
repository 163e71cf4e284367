// Counts what a channel would have been told: by topic, by sound, by role, by night; and says of which hours nobody knows. Pure.
import type { LeafId } from "../../domain/area.ts";
import type { Delivery } from "../../domain/delivery.ts";
import { groupBy } from "../../domain/group.ts";
import { leavesOf } from "../../domain/knowledge.ts";
import type { Known } from "../../domain/known.ts";
import type { LastDays } from "../../domain/last-days.ts";
import { digestTimes } from "../../domain/digest-times.ts";
import { isQuiet } from "../../domain/quiet.ts";
import { profile } from "../../domain/profile.ts";
import { segmentsOf } from "../../domain/segments.ts";
import { dayOf, HOUR, type Interval, type Millis } from "../../domain/time.ts";
import { FINE_TOPICS, hearsCurfews, topicOf } from "../../domain/topic.ts";
import type { Subscribed } from "../../store/subscriptions.ts";
import { followed } from "../followed.ts";
import { mentioned } from "../render/worded.ts";

interface Days {
  to: Subscribed;
  known: Known;
  range: Interval;
}

export function counted(rows: readonly Delivery[], { to, known, range }: Days): LastDays {
  const held = heldOf(rows, to);
  // What waits makes no sound of its own: the note at the end of the quiet hours stands for it.
  const sounds = (row: Delivery) => row.loud && !held.has(row);
  const loud = rows.filter(sounds);
  const stretch = knownIn(to, known, range);
  const loudest = loudestOf(loud, to.destination.zone);
  return {
    from: range.start,
    to: range.end,
    notices: rows.length,
    loud: loud.length,
    topics: FINE_TOPICS.flatMap((topic) => {
      const own = rows.filter(({ alert }) => topicOf(alert.kind) === topic);
      return own.length === 0 ? [] : [{ topic, notices: own.length, loud: own.filter(sounds).length }];
    }),
    held: held.size,
    digests: digestTimes(to, range).length,
    mentions: mentionsOf(loud),
    ...(loudest === undefined ? {} : { loudest }),
    ...(stretch === undefined ? {} : { known: stretch }),
  };
}

/** In its quiet hours only changes that make a sound come, and the end of what the channel was shown before. A pause is over one day: it plays no part. */
function heldOf(rows: readonly Delivery[], { destination: { zone, quietHours } }: Subscribed): ReadonlySet<Delivery> {
  const held = new Set<Delivery>();
  if (quietHours === undefined) return held;
  const shown = new Set<Millis>();
  for (const row of [...rows].sort((a, b) => a.dueAt - b.dueAt)) {
    const { alert, dueAt, loud } = row;
    const windows = "groups" in alert ? alert.groups.map(({ since }) => since) : [];
    const isChange =
      topicOf(alert.kind) === "changes" || alert.kind === "strike.changed" || alert.kind === "strike.withdrawn";
    const isEnd = alert.kind === "curfew.ended" && windows.some((since) => shown.has(since));
    if (isQuiet({ zone, quietHours }, dueAt) && !(isChange && loud) && !isEnd) held.add(row);
    else for (const since of windows) shown.add(since);
  }
  return held;
}

function mentionsOf(rows: readonly Delivery[]): LastDays["mentions"] {
  const all = rows.flatMap((row) => mentioned(row).map((role) => ({ role })));
  return groupBy(all, ({ role }) => role).flatMap((own) => {
    const [first] = own;
    return first === undefined ? [] : [{ role: first.role, notices: own.length }];
  });
}

/** A night belongs to the day on which it begins. */
function loudestOf(loud: readonly Delivery[], zone: string): LastDays["loudest"] {
  const nights = groupBy(loud, ({ dueAt }) => dayOf(dueAt - 12 * HOUR, zone));
  const [first] = [...nights].sort((a, b) => b.length - a.length);
  const at = first?.[0]?.dueAt;
  return first === undefined || at === undefined || first.length < 2 ? undefined : { at, loud: first.length };
}

/** The last stretch in which all curfews of its places are known; undefined where that is all of it, or it hears of none. */
function knownIn({ destination, subscriptions }: Subscribed, known: Known, range: Interval): LastDays["known"] {
  const curfews = subscriptions.filter(({ topics }) => hearsCurfews(topics));
  if (curfews.length === 0) return undefined;
  const leaves = leavesOf(known.areas, followed({ destination, subscriptions: curfews }), range.end);
  const dark = [...new Set(leaves)].flatMap((leaf) => darkOf(known, leaf, range)).sort((a, b) => a.start - b.start);
  if (leaves.length === 0) return "nothing";
  if (dark.length === 0) return undefined;
  let [bright, from]: [Interval | undefined, Millis] = [undefined, range.start];
  for (const { start, end } of [...dark, { start: range.end, end: range.end }]) {
    if (start > from) bright = { start: from, end: start };
    from = Math.max(from, end);
  }
  return bright === undefined ? "nothing" : { from: bright.start, to: bright.end };
}

function darkOf(known: Known, leaf: LeafId, range: Interval): readonly Interval[] {
  return segmentsOf(profile(known, leaf), range).filter(({ is }) => is === "unknown");
}
