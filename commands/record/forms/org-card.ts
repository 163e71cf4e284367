// The card of every form about organisations: /orgs as readers will find it, names that others bear, what confirming does. Asks the form to read once more: what is
// no longer possible by the time of Confirm is refused with its sentence.
import type { Context } from "../../../src/command.ts";
import type { Draft, Fact } from "../../../src/domain/fact.ts";
import { noun } from "../../../src/domain/fact.ts";
import type { Known } from "../../../src/domain/known.ts";
import { names } from "../../../src/domain/match.ts";
import type { Org } from "../../../src/domain/org.ts";
import { orgEvent, orgNews, orgVersion, tells, zoneIn } from "../../../src/domain/org-event.ts";
import type { Subscription } from "../../../src/domain/subscription.ts";
import { hears } from "../../../src/domain/topic.ts";
import { say, texts } from "../../../src/text/index.ts";
import { day } from "../../../src/text/time.ts";
import { escape } from "../../../src/views/escape.ts";
import { stageIn } from "../../../src/views/orgs/listing.ts";
import { headline } from "../../../src/views/orgs/org.ts";
import { differences } from "../../../src/views/record/differences.ts";
import { orgPreview } from "../../../src/views/record/org.ts";
import type { Card, Given, RecordForm } from "../form-contract.ts";
import { orgsOf } from "./org-read.ts";

/** Names in a warning. */
const NAMED = 5;

/** The record as it will be. */
export function withDrafts(known: Known, drafts: readonly Draft[]): Known {
  const put = <T extends { id: string }>(list: readonly T[], one: T) => [
    ...list.filter(({ id }) => id !== one.id),
    one,
  ];
  let { orgs, authorities, instruments } = known;
  for (const draft of drafts) {
    if ("designations" in draft.content) orgs = put(orgs, draft.content);
    if (draft.kind === "authority.recorded") authorities = put(authorities, draft.content);
    if (draft.kind === "instrument.recorded") instruments = put(instruments, draft.content);
  }
  return { ...known, orgs, orgsById: new Map(orgs.map((org) => [org.id, org])), authorities, instruments };
}

/** `warnings`: what this form alone has to say first. */
export function orgCard(
  form: Pick<RecordForm, "read">,
  warnings: (drafts: readonly Draft[], given: Given, context: Context) => readonly string[] = () => [],
): RecordForm["card"] {
  return (drafts, given, context): Card => {
    form.read(given, context);
    const { known, now, language } = context;
    const then = withDrafts(known, drafts);
    const changes = orgsOf(drafts).map(({ org }) => ({ was: known.orgsById.get(org.id), is: org }));
    return {
      preview: orgPreview({ changes, instrument: instrumentOf(drafts), record: then, now, language }),
      warnings: [...warnings(drafts, given, context), ...bearers(changes, context)],
      lines: [...differenceLines(drafts, then, context), ...resultLines(drafts, then, context)],
      rests: [
        ...drafts.map(({ kind, subject }) => context.recording.head(noun(kind), subject)?.id ?? ""),
        ...changes.flatMap(({ is }) => successorHeads(is, context)),
      ],
    };
  };
}

const instrumentOf = (drafts: readonly Draft[]) =>
  drafts.flatMap((draft) => (draft.kind === "instrument.recorded" ? [draft.content] : []))[0];

function successorHeads({ mergedInto }: Org, { recording }: Context): string[] {
  return mergedInto === undefined ? [] : [recording.head("org", mergedInto.org)?.id ?? ""];
}

/** Who else bears a name that is new here, and whose name is nearly the same. */
function bearers(changes: readonly { was: Org | undefined; is: Org }[], context: Context): string[] {
  const { names, language } = context;
  const t = texts(language).recordOrg.warn;
  return changes.flatMap(({ was, is }) => {
    const before = new Set(was === undefined ? [] : allNames(was));
    const fresh = allNames(is).filter((name) => !before.has(name));
    const others = (ids: readonly { id: string; label: string }[]) => ids.filter(({ id }) => id !== is.id);
    const told = (hits: readonly { label: string }[]) =>
      [
        ...hits.slice(0, NAMED).map(({ label }) => escape(label)),
        ...(hits.length > NAMED ? [texts(language).alerts.andMore(hits.length - NAMED)] : []),
      ].join("; ");
    const same = fresh.flatMap((name) => {
      const hits = others(names.orgsNamed(name, language).same);
      return hits.length === 0 ? [] : [t.bearers(escape(name), told(hits))];
    });
    const near = fresh.flatMap((name) => others(names.orgsNamed(name, language).near));
    const once = [...new Map(near.map((hit) => [hit.id, hit])).values()];
    return [...same, ...(once.length === 0 ? [] : [t.near(told(once))])];
  });
}

const allNames = ({ name, acronym, otherNames }: Org): string[] => [
  name,
  ...(acronym === undefined ? [] : [acronym]),
  ...otherNames.map((other) => other.name),
];

/** What is different, where the record had something before. */
function differenceLines(drafts: readonly Draft[], then: Known, { recording, language }: Context): string[] {
  return orgsOf(drafts).flatMap(({ draft }) => {
    const head = recording.head("org", draft.subject);
    return head === undefined ? [] : differences(head, draft, then, language);
  });
}

function resultLines(drafts: readonly Draft[], record: Known, context: Context): string[] {
  const { known, now, language } = context;
  const t = texts(language).recordOrg.lines;
  const changes = orgsOf(drafts).map(({ org }) => ({ was: known.orgsById.get(org.id), org }));
  const ahead = changes.flatMap(({ was, org }) =>
    org.designations.filter((one) => !was?.designations.includes(one) && stageIn(one, { record, now }) === "ahead"),
  );
  const from = [...new Set(ahead.flatMap(({ date }) => date ?? []))];
  const led = changes.flatMap(({ was, org }) => {
    const into = was?.mergedInto === undefined ? record.orgsById.get(org.mergedInto?.org ?? "") : undefined;
    return into === undefined ? [] : [t.led(escape(org.name), escape(into.name))];
  });
  const instrument = instrumentOf(drafts);
  const authority = drafts.flatMap((draft) => (draft.kind === "authority.recorded" ? [draft.content] : []))[0];
  return [
    ...(authority === undefined ? [] : [t.newAuthority(escape(say(authority.name, language)))]),
    ...(instrument === undefined ? [] : [t.act(escape(instrument.name), instrument.orgs.length)]),
    ...from.map((one) => t.ahead(day(one, language))),
    ...led,
    ...(oneLanguageOnly(drafts) ? [t.oneLanguage] : []),
    toldLine(drafts, context),
  ];
}

/** How many channels will hear of it; where none does, why. */
function toldLine(drafts: readonly Draft[], context: Context): string {
  const { known, now, language, subscriptions, versions } = context;
  const t = texts(language).recordOrg.lines;
  const zone = zoneIn(known.areas, (country) => known.areasById.has(country));
  const events = orgsOf(drafts).map(({ draft, org }) => {
    const is = { fact: "", org, at: now };
    const event = orgEvent(orgVersion(versions("org", draft.subject), draft.prev), is);
    return { org, event, news: orgNews(event, { now, zone, isHistory: false, announce: false }) };
  });
  const news = events.filter(({ news: kind }) => kind !== undefined).map(({ org }) => org.id);
  const asks = (one: Subscription) => hears(one.topics, "org.listed") && names(one, news, known.orgsById);
  if (news.length > 0) return t.told(subscriptions.at(now).filter((to) => to.subscriptions.some(asks)).length);
  return events.some(({ event }) => tells(event)) ? t.tooOld : t.quiet;
}

/** Whether a text of these drafts has words in one language alone. */
function oneLanguageOnly(drafts: readonly Draft[]): boolean {
  const seen: unknown[] = drafts.map(({ content }) => content);
  for (let value = seen.pop(); value !== undefined || seen.length > 0; value = seen.pop()) {
    if (typeof value !== "object" || value === null) continue;
    const keys = Object.keys(value);
    if (keys.length === 1 && (keys[0] === "en" || keys[0] === "es")) return true;
    seen.push(...Object.values(value));
  }
  return false;
}

/** The first line of /orgs, as it is from now on. */
export function orgRecorded(facts: readonly Fact[], context: Context): string {
  const { known, now, language } = context;
  const t = texts(language).recordOrg;
  const then = withDrafts(known, facts);
  const told = orgsOf(facts).map(({ org }) => headline(org, { record: then, now, language }));
  const instrument = instrumentOf(facts);
  const what =
    instrument !== undefined && told.length > 1
      ? `${escape(instrument.name)}: ${texts(language).recordOrg.several(told.length)}.`
      : (told[0] ?? "");
  return `${t.recorded(what)} ${toldLine(facts, context)}`;
}
