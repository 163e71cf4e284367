// What became of an organisation from one version to another: listings that came, ended, were put right or went from the record. Pure; it says nothing of
// notes and spellings, which are no news, and never calls history news.
import { type Fact, noun } from "./fact.ts";
import { isFreshDay } from "./fresh.ts";
import { countryOf, listingKey, offFrom } from "./listing.ts";
import type { AuthorityId, Designation, Org } from "./org.ts";
import type { Text } from "./text.ts";
import { instant, type Day, type Millis } from "./time.ts";
import type { Why } from "./why.ts";

export interface OrgVersion {
  /** The fact's id. */
  fact: string;
  /** Of a withdrawn one: what was withdrawn. */
  org: Org;
  withdrawn?: Text;
  why?: Why;
  at: Millis;
}

/** `all`: every version of one organisation, in the order of the log. Undefined where it holds no such version, or none that said anything. */
export function orgVersion(all: readonly Fact[], id: string | undefined): OrgVersion | undefined {
  const index = all.findIndex((one) => one.id === id);
  const fact = all[index];
  const org = all
    .slice(0, index + 1)
    .flatMap(({ content }) => ("designations" in content ? [content] : []))
    .at(-1);
  if (fact === undefined || org === undefined || noun(fact.kind) !== "org") return undefined;
  return {
    fact: fact.id,
    org,
    ...(fact.kind === "org.withdrawn" ? { withdrawn: fact.content.reason } : {}),
    ...(fact.why === undefined ? {} : { why: fact.why }),
    at: instant(fact.recordedAt),
  };
}

/** What came after one version, up to another and with it, oldest first. */
export function versionsSince(all: readonly Fact[], told: OrgVersion, is: OrgVersion): OrgVersion[] {
  const [from, to] = [told, is].map(({ fact }) => all.findIndex((one) => one.id === fact));
  return all.slice((from ?? -1) + 1, (to ?? -1) + 1).flatMap(({ id }) => orgVersion(all, id) ?? []);
}

export interface OrgEvent {
  /** The whole record came, was withdrawn, or stands again. */
  is?: "new" | "withdrawn" | "again";
  /** As the later version has them. */
  added: readonly Designation[];
  ended: readonly Designation[];
  /** Another day than was told, or not taken off after all. */
  corrected: readonly { was: Designation; is: Designation }[];
  /** As the earlier version had them: the later one has no such listing. */
  gone: readonly Designation[];
}

const NOTHING: OrgEvent = { added: [], ended: [], corrected: [], gone: [] };

/** `was`: undefined for an organisation that is new in the record. */
export function orgEvent(was: OrgVersion | undefined, is: OrgVersion): OrgEvent {
  if (is.withdrawn !== undefined) return was?.withdrawn === undefined ? { ...NOTHING, is: "withdrawn" } : NOTHING;
  if (was === undefined) return { ...NOTHING, is: "new", added: is.org.designations };
  const between = listingsBetween(was.org.designations, is.org.designations);
  return was.withdrawn === undefined ? between : { ...between, is: "again" };
}

export function listingsBetween(before: readonly Designation[], after: readonly Designation[]): OrgEvent {
  const pairs = paired(before, after);
  const kept = pairs.flatMap(({ was, is }) => (was === undefined || is === undefined ? [] : [{ was, is }]));
  const isEnd = ({ was, is }: { was: Designation; is: Designation }) =>
    was.ended === undefined && is.ended !== undefined;
  return {
    added: pairs.flatMap(({ was, is }) => (was === undefined && is !== undefined ? [is] : [])),
    ended: kept.filter(isEnd).map(({ is }) => is),
    corrected: kept.filter(
      (one) => daysOf(one.was) !== daysOf(one.is) || (!isEnd(one) && endOf(one.was) !== endOf(one.is)),
    ),
    gone: pairs.flatMap(({ was, is }) => (is === undefined && was !== undefined ? [was] : [])),
  };
}

/** Whether anything of it is told in words. */
export function tells({ is, added, ended, corrected, gone }: OrgEvent): boolean {
  return is !== undefined || [added, ended, corrected, gone].some((list) => list.length > 0);
}

/** Of an event, what concerns the listings that a message told of. */
export function concerning({ is, ended, corrected, gone }: OrgEvent, told: readonly Designation[]): OrgEvent {
  const own = (one: Designation) => told.some((other) => isSame(one, other));
  return {
    ...(is === undefined ? {} : { is }),
    added: [],
    ended: ended.filter(own),
    corrected: corrected.filter(({ was }) => own(was)),
    gone: gone.filter(own),
  };
}

/** The listings of which a message with this event speaks, as it tells them. */
export const toldIn = ({ added, ended, corrected }: OrgEvent): Designation[] => [
  ...added,
  ...ended,
  ...corrected.map(({ is }) => is),
];

/** The same listings as another version has them; what it no longer has is left out. */
export function asIn(listings: readonly Designation[], org: Org): Designation[] {
  return paired(listings, org.designations).flatMap(({ was, is }) => (was === undefined ? [] : (is ?? [])));
}

interface Pair {
  was?: Designation;
  is?: Designation;
}

/** Each with the one that it is in the other version: the very same, else one of the same authority and kind whose dates are others. */
function paired(before: readonly Designation[], after: readonly Designation[]): Pair[] {
  const left = [...after];
  const take = (fits: (one: Designation) => boolean) => {
    const index = left.findIndex(fits);
    return index === -1 ? undefined : left.splice(index, 1)[0];
  };
  const exact = new Map(before.map((was) => [was, take((one) => listingKey(one) === listingKey(was))]));
  const pairs = before.map((was): Pair => {
    const is = exact.get(was) ?? take((one) => isSame(one, was));
    return is === undefined ? { was } : { was, is };
  });
  return [...pairs, ...left.map((is) => ({ is }))];
}

function isSame(one: Designation, other: Designation): boolean {
  const kind = ({ en, es }: Text) => JSON.stringify([en, es]);
  return (
    listingKey(one) === listingKey(other) || (one.authority === other.authority && kind(one.type) === kind(other.type))
  );
}

const daysOf = ({ date, dateBasis, announced }: Designation) => JSON.stringify([date, dateBasis, announced]);
const endOf = ({ ended }: Designation) => JSON.stringify([ended !== undefined, ended?.date, ended?.announced]);

export type OrgNews = "org.recorded" | "org.listed" | "org.delisted";

/**
 * What of it is news to a channel that never heard of the organisation, or undefined: what lies longer back than 72 h by the day on which it was announced
 * or took effect. Where no day is stated nothing says that it is old. `zone`: the clock of whoever lists.
 */
export function orgNews(
  event: OrgEvent,
  {
    now,
    zone,
    isHistory,
    announce,
  }: { now: Millis; zone: (who: AuthorityId) => string; isHistory: boolean; announce: boolean },
): OrgNews | undefined {
  if (event.is === "withdrawn" || (isHistory && !announce)) return undefined;
  if (event.is !== undefined) return "org.recorded";
  const isNew = (who: AuthorityId, days: readonly (Day | undefined)[]) => {
    const newest = days
      .flatMap((day) => day ?? [])
      .sort()
      .at(-1);
    return announce || newest === undefined || isFreshDay(newest, zone(who), now);
  };
  if (event.added.some((one) => isNew(one.authority, [one.announced, one.date, one.notBefore]))) return "org.listed";
  const ends = event.ended.some((one) => isNew(one.authority, [one.ended?.announced, offFrom(one)]));
  return ends ? "org.delisted" : undefined;
}

/** Whose calendar its days are of. */
export function zoneIn(areas: { zone: (country: string) => string }, has: (country: string) => boolean) {
  return (who: AuthorityId): string => (has(countryOf(who)) ? areas.zone(countryOf(who)) : "UTC");
}
