// What became known in a stretch of time, in one sentence for each subject and in the words that its notice would have today. It must never tell of a subject twice,
// nor of what concerns neither the places nor the topics of whoever reads it.
import { effectOf } from "../../domain/curfew-effect.ts";
import { becameKnownAt, type Fact, isHistory, noun } from "../../domain/fact.ts";
import { hash } from "../../domain/id.ts";
import type { PlaceId } from "../../domain/area.ts";
import type { Heard } from "../../domain/heard.ts";
import type { Known } from "../../domain/known.ts";
import { leavesOf } from "../../domain/knowledge.ts";
import type { Org } from "../../domain/org.ts";
import { mismatch, names } from "../../domain/match.ts";
import { groupChanges } from "../../domain/outlook.ts";
import { shownArea } from "../../domain/place.ts";
import { indexed, type StrikeIndex } from "../../domain/strike-index.ts";
import { strikeVersion } from "../../domain/strike-version.ts";
import type { Language } from "../../domain/text.ts";
import { instant, type Millis } from "../../domain/time.ts";
import { texts } from "../../text/index.ts";
import { decreeName } from "../../views/curfew/decree.ts";
import { sceneOf } from "../../views/curfew/words.ts";
import { changeAlert, type ChangeAlert } from "../../views/notices/change.ts";
import { strikeAlert } from "../../views/notices/strike.ts";
import { differs, strikeChange } from "../../views/notices/strike-change.ts";
import { orgChangeLine } from "../../views/orgs/changed.ts";
import { isCurfew, standing } from "./curfew-news.ts";

export type Versions = (noun: string, subject: string) => readonly Fact[];

export interface Reader {
  known: Known;
  versions: Versions;
  areas: readonly PlaceId[];
  hears: Heard;
  language: Language;
  now: Millis;
}

/** A sentence, with when the last of what it tells became known. */
export interface News {
  at: Millis;
  text: string;
}

export interface Became {
  curfews: readonly News[];
  strikes: readonly News[];
  orgs: readonly News[];
}

/** Of one subject: the facts of that time, and what stood before them. */
interface Story {
  subject: string;
  last: Fact;
  before: readonly Fact[];
  upTo: readonly Fact[];
}

/** `facts`: those that became known in that time, oldest first; history is left out. */
export function became(facts: readonly Fact[], reader: Reader): Became {
  const { hears, versions } = reader;
  const news = facts.filter((fact) => !isHistory(fact));
  const of = (wanted: string) => storiesOf(wanted, news, versions);
  return {
    curfews: hears.curfews ? of("curfew").flatMap((story) => newsOf(story, curfewText(story, reader))) : [],
    strikes:
      hears.strikes === undefined ? [] : of("strike").flatMap((story) => newsOf(story, strikeText(story, reader))),
    orgs: hears.orgs ? of("org").flatMap((story) => newsOf(story, orgText(story, reader))) : [],
  };
}

function newsOf({ last }: Story, text: string | undefined): News[] {
  return text === undefined ? [] : [{ at: becameKnownAt(last), text }];
}

/** In the order in which each was heard of last. */
function storiesOf(wanted: string, facts: readonly Fact[], versions: Versions): Story[] {
  const own = facts.filter(({ kind }) => noun(kind) === wanted);
  const subjects = new Map<string, Fact[]>();
  for (const fact of own) {
    const before = subjects.get(fact.subject) ?? [];
    // Moved to the end: a subject stands where its last fact does.
    subjects.delete(fact.subject);
    subjects.set(fact.subject, [...before, fact]);
  }
  return [...subjects].flatMap(([subject, list]) => {
    const all = versions(wanted, subject);
    const first = all.findIndex(({ id }) => id === list[0]?.id);
    const last = list.at(-1);
    if (last === undefined || first < 0) return [];
    return [{ subject, last, before: all.slice(0, first), upTo: all.slice(0, all.indexOf(last) + 1) }];
  });
}

function curfewText({ subject, last, before, upTo }: Story, reader: Reader): string | undefined {
  const { known, areas, now, language, versions } = reader;
  const [was, is] = [standing(before), standing(upTo)];
  const curfew = is.curfew ?? is.withdrawn ?? was.curfew ?? was.withdrawn;
  if (curfew === undefined) return undefined;
  const list = effectOf({ record: known, subject, was, is, now });
  const [first, ...rest] = groupChanges(list, known, held(known, areas), now);
  if (first !== undefined) {
    const alert = changeOf(last, before, curfew.country, [first, ...rest]);
    const found = alert && changeAlert(alert, { known, now, language, mark: "", versions: contents(alert, versions) });
    if (found !== undefined) return found.content;
  }
  if (!concerns(known, curfew, areas, now)) return undefined;
  const t = texts(language).digest;
  const name = decreeName(curfew, sceneOf(known, [curfew.country], now, language));
  return is.withdrawn === undefined ? t.recordedAlone(name) : t.withdrawnAlone(name);
}

function changeOf(
  last: Fact,
  before: readonly Fact[],
  country: string,
  changes: ChangeAlert["changes"],
): ChangeAlert | undefined {
  if (!isCurfew(last)) return undefined;
  const prev = before.at(-1)?.id;
  const kind = prev === undefined && last.kind !== "curfew.withdrawn" ? "curfew.declared" : last.kind;
  const { id: fact, subject } = last;
  const base = { id: hash({ kind, fact }), at: instant(last.recordedAt), country, fact, subject, changes };
  return { kind, ...base, ...(prev === undefined ? {} : { before: prev }) };
}

/** Reasons and authorities: what the notice names beside the hours. */
function contents({ fact, before, subject }: ChangeAlert, versions: Versions) {
  const all = versions("curfew", subject);
  const content = (id: string | undefined) => {
    const one = all.find((fact) => fact.id === id);
    return one !== undefined && "rules" in one.content ? one.content : undefined;
  };
  const is = all.find(({ id }) => id === fact);
  return {
    is: content(fact),
    was: content(before),
    ...(is?.kind === "curfew.withdrawn" ? { reason: is.content.reason } : {}),
    ...(is?.why === undefined ? {} : { why: is.why }),
  };
}

const held = (known: Known, areas: readonly PlaceId[]) =>
  areas.filter((place) => known.areas.get(shownArea(place).area) !== undefined);

/** Whether one of its places is one of these, or lies in one, or the other way round. */
function concerns(
  known: Known,
  { rules }: { rules: readonly { areas: readonly string[] }[] },
  areas: readonly PlaceId[],
  now: Millis,
): boolean {
  const own = new Set(leavesOf(known.areas, held(known, areas), now));
  const named = held(known, [...new Set(rules.flatMap((rule) => rule.areas))]);
  return leavesOf(known.areas, named, now).some((leaf) => own.has(leaf));
}

function strikeText({ last, before, upTo }: Story, reader: Reader): string | undefined {
  const { known, hears, now, language } = reader;
  const [was, is] = [strikeVersion(before, before.at(-1)?.id), strikeVersion(upTo, last.id)];
  const seen = [was, is].flatMap((one) => (one === undefined ? [] : [one.strike]));
  const wanted = (hears.strikes ?? []).some((filter) =>
    seen.some((strike) => mismatch(filter, strike, known.orgsById) === undefined),
  );
  if (is === undefined || !wanted) return undefined;
  if (was === undefined)
    return is.withdrawn === undefined ? strikeAlert({ strike: is.strike, known, language, now }).content : undefined;
  const change = { was, is, known, language, now };
  return differs(change) === "words" ? strikeChange(change).content.split("\n")[0] : undefined;
}

function orgText({ subject, last, before }: Story, { known, hears, language, now }: Reader): string | undefined {
  if (hears.orgsOnly !== undefined && !names({ organisations: hears.orgsOnly }, [subject], known.orgsById))
    return undefined;
  const was = before.map(orgOf).findLast((one) => one !== undefined);
  const is = orgOf(last) ?? was;
  return is === undefined || !isOrg(last)
    ? undefined
    : orgChangeLine(last.kind, { was, is }, { record: known, language, now });
}

type OrgFact = Extract<Fact, { kind: `org.${string}` }>;
const isOrg = (fact: Fact): fact is OrgFact => noun(fact.kind) === "org";
const orgOf = ({ content }: Fact): Org | undefined => ("designations" in content ? content : undefined);

/** The strikes as they stood before these facts: what was counted when the time began, also of what was history by then. */
export function strikesBefore(known: Known, facts: readonly Fact[], versions: Versions): StrikeIndex {
  const stories = storiesOf("strike", facts, versions);
  const gone = stories.flatMap(({ subject }) => known.strikesById.get(subject) ?? []);
  const come = stories.flatMap(({ before }) => {
    const was = strikeVersion(before, before.at(-1)?.id);
    return was === undefined || was.withdrawn !== undefined ? [] : [was.strike];
  });
  return indexed(known.strikes).with(gone, come);
}
