// Why a channel got no notice of something, by what it asks for. It must never make up a reason: what it cannot explain it calls a fault, and settings that were
// changed since are no reason for what was before.
import { carried } from "../../domain/carried.ts";
import { shownArea } from "../../domain/area-tree.ts";
import type { PlaceId } from "../../domain/area.ts";
import type { Alert } from "../../domain/alert.ts";
import { mismatch, mostKilled, names } from "../../domain/match.ts";
import { strikeVersion } from "../../domain/strike-version.ts";
import type { Subscription } from "../../domain/subscription.ts";
import { MINUTE, type Millis } from "../../domain/time.ts";
import { hears } from "../../domain/topic.ts";
import { texts } from "../../text/index.ts";
import { span } from "../../text/time.ts";
import { type Scene, when } from "../curfew/words.ts";
import { escape } from "../escape.ts";
import type { WhyScene } from "./why-words.ts";

/** What did not come. */
export interface Missed {
  kind: Alert["kind"];
  /** When it was decided who is told. */
  at: Millis;
  /** Of a curfew, or of what tells of places. */
  shown: readonly PlaceId[];
  /** Of a record: which, and the version that was told. */
  subject?: string;
  fact?: string;
  /** Minutes before. */
  lead?: number;
  /** It put right what stood in other channels. */
  answers?: boolean;
  /** In words, for a channel that does not get it. */
  topic: string;
}

/** `by`: the sets of alerts that keep it out, where those are the reason. */
export interface Why {
  is: "never" | "later" | "stopped" | "changed" | "asked" | "unexplained";
  words: string;
  by: readonly Subscription[];
}

export function whyMissed(missed: Missed, ever: readonly Subscription[], scene: Scene, s: WhyScene): Why {
  const { not } = texts(s.language).why;
  const { at } = missed;
  if (ever.length === 0) return { is: "never", words: not.never, by: [] };
  const then = ever.filter(({ since, endedAt }) => since <= at && (endedAt === undefined || at < endedAt));
  if (then.length === 0) {
    const later = ever.map(({ since }) => since).filter((since) => since > at);
    if (later.length > 0) return { is: "later", words: not.later(when(scene, Math.min(...later))), by: [] };
    const stopped = Math.max(...ever.map(({ endedAt }) => endedAt ?? at));
    return { is: "stopped", words: not.stopped(when(scene, stopped)), by: [] };
  }
  // Only what it asks for now is kept, and by that nobody may say what it asked for then.
  const changed = then.flatMap(({ askedSince = -Infinity }) => (askedSince > at ? [askedSince] : []));
  if (changed.length > 0) return { is: "changed", words: not.changed(when(scene, Math.min(...changed))), by: [] };
  return asksNot(missed, then, s);
}

/** By what these sets ask for, whenever that was. */
export function asksNot(missed: Missed, sets: readonly Subscription[], s: WhyScene): Why {
  const { not } = texts(s.language).why;
  const { kind } = missed;
  const asked = (words: string, by = sets): Why => ({ is: "asked", words, by });
  const unexplained: Why = { is: "unexplained", words: not.unexplained, by: [] };
  const own = sets.filter(({ topics }) => hears(topics, kind));
  if (own.length === 0) return asked(not.topic(missed.topic));
  const told = kind.startsWith("strike.")
    ? strikeReason(missed, own, s)
    : kind.startsWith("org.")
      ? orgReason(missed, own, s)
      : placeReason(missed, own, s);
  return told === undefined ? unexplained : asked(told, own);
}

function placeReason({ kind, shown, at, lead }: Missed, own: readonly Subscription[], s: WhyScene): string | undefined {
  const { not } = texts(s.language).why;
  const { areas } = s.record;
  const followed = leavesOf(
    own.flatMap((one) => carried(areas, one.areas, one.since, at)),
    s,
    at,
  );
  if (!leavesOf(shown, s, at).some((leaf) => followed.includes(leaf))) return not.place;
  if (lead === undefined) return undefined;
  const leads = own.flatMap((one) => (kind === "curfew.soon" ? one.leads : one.endLeads));
  return leads.includes(lead) ? undefined : not.lead(span(lead * MINUTE));
}

/** By what it was when others were told of it. */
function strikeReason(
  { kind, subject = "", fact }: Missed,
  own: readonly Subscription[],
  { versions, record, language }: WhyScene,
): string | undefined {
  const { not } = texts(language).why;
  if (kind !== "strike.recorded") return not.before;
  const all = versions("strike", subject);
  const strike = strikeVersion(all, fact)?.strike;
  if (strike === undefined) return undefined;
  const why = own.map((one) => ({ one, is: mismatch(one, strike, record.orgsById) }));
  if (why.some(({ is }) => is === undefined)) return undefined;
  const regions = texts(language).strikes.region;
  const told = why.map(({ one, is }) => {
    if (is === "region") return not.region((one.regions ?? []).map((region) => regions[region]));
    if (is === "organisation") return not.strikeOrgs(namesOf(one, record));
    const most = mostKilled(strike);
    return most === undefined ? not.killedNotStated(one.minKilled ?? 0) : not.killed(one.minKilled ?? 0, most);
  });
  return [...new Set(told)].join(" ");
}

function orgReason(
  { kind, subject = "", answers = false }: Missed,
  own: readonly Subscription[],
  { record, language }: WhyScene,
): string | undefined {
  const { not } = texts(language).why;
  if (own.every((one) => !names(one, [subject], record.orgsById)))
    return [...new Set(own.map((one) => not.orgs(namesOf(one, record))))].join(" ");
  return kind === "org.withdrawn" || kind === "org.changed" || answers ? not.beforeOrg : undefined;
}

const namesOf = ({ organisations = [] }: Subscription, { orgsById }: WhyScene["record"]): string[] =>
  organisations.map((id) => escape(orgsById.get(id)?.name ?? id));

function leavesOf(places: readonly PlaceId[], { record: { areas } }: WhyScene, at: number): string[] {
  return places.flatMap((place) =>
    areas.get(shownArea(place).area) === undefined ? [place] : areas.leaves(place, at),
  );
}
