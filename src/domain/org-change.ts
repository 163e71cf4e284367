// What becomes of an organisation by an act that is told of it: listed, delisted, renamed, merged, a name added. Pure: it says "no" with a reason, loses no
// listing and no name, and leads no chain of mergers back to where it began.
import { fold } from "./folded.ts";
import type { FactKind } from "./fact.ts";
import { listingKey, offFrom, stageOf } from "./listing.ts";
import type { Designation, Org } from "./org.ts";
import type { Source } from "./source.ts";
import type { Text } from "./text.ts";
import type { Day } from "./time.ts";

type Sources = readonly Source[];

export type OrgAct =
  | { is: "listed"; listing: Designation }
  /** `listing`: its key (listing.ts). */
  | { is: "delisted"; listing: string; ended: NonNullable<Designation["ended"]> }
  | {
      is: "renamed";
      name: string;
      acronym?: string | undefined;
      since?: Day | undefined;
      by?: Text | undefined;
      sources: Sources;
    }
  | {
      is: "merged";
      into: string;
      date?: Day | undefined;
      by?: Text | undefined;
      note?: Text | undefined;
      sources: Sources;
    }
  | { is: "named"; name: string; former: boolean; until?: Day | undefined; by?: Text | undefined; sources: Sources };

/** Why it cannot be so. */
export type OrgNo =
  /** Announced, merged, renamed on a day that has not come. */
  | "ahead"
  | "listed-already"
  | "no-such-listing"
  | "off-already"
  | "off-before-on"
  | "same-name"
  | "no-target"
  | "itself"
  | "circle"
  | "merged-already"
  | "named-already";

export type OrgChange =
  | { is: "changed"; kind: Extract<FactKind, "org.listed" | "org.delisted" | "org.changed">; org: Org }
  | { is: "no"; why: OrgNo };

export interface Around {
  /** The calendar day where it was announced. */
  today: Day;
  orgsById: ReadonlyMap<string, Org>;
}

export function changedBy(org: Org, act: OrgAct, around: Around): OrgChange {
  switch (act.is) {
    case "listed":
      return listed(org, act.listing, around);
    case "delisted":
      return delisted(org, act, around);
    case "renamed":
      return renamed(org, act, around);
    case "merged":
      return merged(org, act, around);
    case "named":
      return named(org, act, around);
  }
}

const no = (why: OrgNo): OrgChange => ({ is: "no", why });
const isAhead = (day: Day | undefined, { today }: Around) => day !== undefined && day > today;

function listed(org: Org, listing: Designation, around: Around): OrgChange {
  if (isAhead(listing.announced, around)) return no("ahead");
  if (sameListing(org, listing, around.today) !== undefined) return no("listed-already");
  return { is: "changed", kind: "org.listed", org: { ...org, designations: [...org.designations, listing] } };
}

/** The listing that is told again: by the same authority, of the same kind or by the same act, and not taken off since. */
export function sameListing(org: Org, told: Designation, today: Day): Designation | undefined {
  return org.designations.find(
    (one) =>
      one.authority === told.authority &&
      stageOf(one, today) !== "former" &&
      (sameWords(one.type, told.type) || sameAct(one, told)),
  );
}

function sameAct(one: Designation, other: Designation): boolean {
  if (one.instrumentId !== undefined && one.instrumentId === other.instrumentId) return true;
  return one.instrument !== undefined && other.instrument !== undefined && sameWords(one.instrument, other.instrument);
}

/** In any language; `FTO` is told again by `FTO and SDGT`. */
function sameWords(one: Text, other: Text): boolean {
  const [these, those] = [one, other].map(({ en, es }) => [en, es].flatMap((text) => text ?? []));
  if (these === undefined || those === undefined) return false;
  const folded = new Set(these.map(fold));
  const initials = new Set(these.flatMap(initialsOf));
  return those.some((text) => folded.has(fold(text)) || initialsOf(text).some((word) => initials.has(word)));
}

/** `FTO and SDGT` -> FTO, SDGT; none where other words stand beside them. */
function initialsOf(text: string): string[] {
  const words = text.split(/\s*,\s*|\s+(?:and|y)\s+/);
  return words.every((word) => /^[A-Z]{2,}$/.test(word)) ? words : [];
}

function delisted(org: Org, act: Extract<OrgAct, { is: "delisted" }>, around: Around): OrgChange {
  const matching = org.designations.filter((one) => listingKey(one) === act.listing);
  // Listed again after it was taken off, in the same words: the one that stands is meant.
  const listing = matching.find(({ ended }) => ended === undefined);
  if (listing === undefined) return no(matching.length === 0 ? "no-such-listing" : "off-already");
  if (isAhead(act.ended.announced, around)) return no("ahead");
  const off = { ...listing, ended: act.ended };
  if (!inOrder(off)) return no("off-before-on");
  const designations = org.designations.map((one) => (one === listing ? off : one));
  return { is: "changed", kind: "org.delisted", org: { ...org, designations } };
}

/** Taken off no earlier than it was put on or announced: a list may take back what it has only announced. */
export function inOrder(listing: Designation): boolean {
  const began = [listing.announced ?? listing.date, listing.notBefore].flatMap((day) => day ?? []);
  const off = [listing.ended?.announced, offFrom(listing)].flatMap((day) => day ?? []);
  const { announced, date } = listing.ended ?? {};
  if (announced !== undefined && date !== undefined && listing.announced !== undefined && date < listing.announced)
    return false;
  return off.every((day) => began.every((start) => day >= start));
}

function renamed(org: Org, act: Extract<OrgAct, { is: "renamed" }>, around: Around): OrgChange {
  if (act.name === org.name) return no("same-name");
  if (isAhead(act.since, around)) return no("ahead");
  const acronym = act.acronym === undefined || act.acronym === "" ? undefined : act.acronym;
  const { acronym: before, ...rest } = org;
  const former = (name: string) => ({
    name,
    former: true,
    ...(act.since === undefined ? {} : { until: act.since }),
    ...(act.by === undefined ? {} : { by: act.by }),
  });
  // What is its name now is no other name; what was its name is one, once.
  const others = org.otherNames.filter(({ name }) => name !== act.name && name !== org.name && name !== acronym);
  const lost = before === undefined || before === acronym || others.some(({ name }) => name === before) ? [] : [before];
  return {
    is: "changed",
    kind: "org.changed",
    org: {
      ...rest,
      name: act.name,
      ...(acronym === undefined ? {} : { acronym }),
      otherNames: [...others, former(org.name), ...lost.map(former)],
      sources: withSources(org.sources, act.sources),
    },
  };
}

function merged(org: Org, act: Extract<OrgAct, { is: "merged" }>, around: Around): OrgChange {
  if (act.into === org.id) return no("itself");
  if (!around.orgsById.has(act.into)) return no("no-target");
  if (org.mergedInto !== undefined) return no("merged-already");
  if (successors(act.into, around.orgsById).includes(org.id)) return no("circle");
  if (isAhead(act.date, around)) return no("ahead");
  return {
    is: "changed",
    kind: "org.changed",
    org: {
      ...org,
      mergedInto: {
        org: act.into,
        ...(act.date === undefined ? {} : { date: act.date }),
        ...(act.by === undefined ? {} : { by: act.by }),
        sources: [...act.sources],
      },
      notes: act.note === undefined ? org.notes : [...org.notes, act.note],
    },
  };
}

/** What it goes on as, one after another, the last one last; none where it stands for itself. Ends also where a record goes round in a circle. */
export function successors(id: string, orgsById: ReadonlyMap<string, Org>): readonly string[] {
  const chain: string[] = [];
  for (let next = orgsById.get(id)?.mergedInto?.org; next !== undefined; next = orgsById.get(next)?.mergedInto?.org) {
    if (next === id || chain.includes(next) || !orgsById.has(next)) break;
    chain.push(next);
  }
  return chain;
}

/** What has merged into it without a step between, in the order of the list. */
export function mergedInto(id: string, orgs: readonly Org[]): readonly Org[] {
  return orgs.filter((org) => org.mergedInto?.org === id);
}

function named(org: Org, act: Extract<OrgAct, { is: "named" }>, around: Around): OrgChange {
  const names = [org.name, org.acronym, ...org.otherNames.map(({ name }) => name)].flatMap((name) => name ?? []);
  if (names.some((name) => fold(name) === fold(act.name))) return no("named-already");
  if (isAhead(act.until, around)) return no("ahead");
  const name = {
    name: act.name,
    former: act.former,
    ...(act.until === undefined ? {} : { until: act.until }),
    ...(act.by === undefined ? {} : { by: act.by }),
  };
  return {
    is: "changed",
    kind: "org.changed",
    org: { ...org, otherNames: [...org.otherNames, name], sources: withSources(org.sources, act.sources) },
  };
}

/** A listing with one more source; nothing else of it changes. Undefined where it rests on that source already. */
export function withSource(org: Org, listing: Designation, source: Source): Org | undefined {
  const sources = withSources(listing.sources, [source]);
  if (sources.length === listing.sources.length) return undefined;
  return { ...org, designations: org.designations.map((one) => (one === listing ? { ...one, sources } : one)) };
}

/** Each address once; one without an address once by publisher and day. */
export function withSources(known: Sources, more: Sources): Source[] {
  const key = (one: Source) => one.url ?? JSON.stringify([one.publisher, one.date ?? ""]);
  const keys = new Set(known.map(key));
  return [...known, ...more.filter((one) => !keys.has(key(one)))];
}
