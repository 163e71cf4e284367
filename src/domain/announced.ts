// What there was to announce in the last days, whoever asked for it, and what of it a channel got no notice of. Pure. It must never count as kept out what stands in
// the channel, nor what was so before anybody subscribed it.
import type { Alert } from "./alert.ts";
import type { PlaceId } from "./area.ts";
import type { AreaTree } from "./area-tree.ts";
import { carried } from "./carried.ts";
import { shownArea } from "./place.ts";
import type { Subscription } from "./subscription.ts";
import type { Millis } from "./time.ts";
import { hearsCurfews } from "./topic.ts";

export interface Announced {
  noun: "strike" | "org" | "curfew";
  /** As it would have been told. */
  kind: Alert["kind"];
  /** The id of that alert: its mark is made of it. */
  alert: string;
  subject: string;
  /** The version that was told, or would have been; of a curfew the newest. */
  fact: string;
  /** Since when it is known, world time. */
  at: Millis;
  /** Of a curfew where. */
  places: readonly PlaceId[];
  /** Until when there is anything to tell of it: of a curfew its last night, of anything else that moment. */
  until: Millis;
  /** Announced to nobody, and why. */
  silent?: "history" | "land";
}

/** How far back whoever asks is answered, days. */
export const ANNOUNCED_DAYS = 30;
/** One that a channel has no notice of. `asOf`: the instant whose settings decide it. */
export type Unposted = Announced & { asOf: Millis };

export interface Channel {
  /** All that it ever subscribed to. */
  ever: readonly Subscription[];
  /** The versions of a strike or an organisation that it has rows of. */
  told: (noun: "strike" | "org", subject: string) => readonly string[];
}

export interface Ground {
  areas: Pick<AreaTree, "get" | "leaves" | "ancestors" | "dated">;
  /** Ids of a subject's versions, in the order of the log. */
  order: (noun: string, subject: string) => readonly string[];
  now: Millis;
}

/** What a channel has no notice of, newest first. Before it was subscribed to anything nothing could come. */
export function unposted(all: readonly Announced[], { ever, told }: Channel, ground: Ground): Unposted[] {
  if (ever.length === 0) return [];
  const first = Math.min(...ever.map(({ since }) => since));
  const own = all.filter((one) => {
    if (one.until < first) return false;
    return one.noun === "curfew" ? !isFollowed(one, ever, ground) : !isTold(one, told(one.noun, one.subject), ground);
  });
  return own.map((one) => ({ ...one, asOf: Math.max(one.at, first) })).sort((a, b) => b.at - a.at);
}

/** By a row of this version or of a later one. */
function isTold({ noun, subject, fact }: Announced, told: readonly string[], { order }: Ground): boolean {
  const all = order(noun, subject);
  return told.some((one) => all.indexOf(one) >= all.indexOf(fact));
}

/** Whether one of its places was followed while there was anything to tell of it. */
function isFollowed({ places, at, until }: Announced, ever: readonly Subscription[], { areas, now }: Ground): boolean {
  const wanted = new Set(leavesOf(places, areas, Math.min(until, now)));
  return ever
    .filter(({ topics }) => hearsCurfews(topics))
    .filter(({ since, endedAt = Infinity }) => since < until && endedAt > at)
    .some((one) => leavesOf(carried(areas, one.areas, one.since, now), areas, now).some((leaf) => wanted.has(leaf)));
}

/** A place that the record no longer holds stands for itself. */
function leavesOf(places: readonly PlaceId[], areas: Ground["areas"], at: Millis): readonly string[] {
  return places.flatMap((place) =>
    areas.get(shownArea(place).area) === undefined ? [place] : areas.leaves(place, at),
  );
}
