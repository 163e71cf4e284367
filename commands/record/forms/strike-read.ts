// What a member of the team typed about a strike, read and checked as a whole: a record, or a Refusal that names all that cannot be read. It fills in
// nothing that was not stated.
import { type Context, Refusal } from "../../../src/command.ts";
import { US_ZONE } from "../../../src/domain/fresh.ts";
import { isNewSubject } from "../../../src/domain/id.ts";
import type { Source } from "../../../src/domain/source.ts";
import { Region, Strike } from "../../../src/domain/strike.ts";
import type { Language, Text } from "../../../src/domain/text.ts";
import { dayOf, dayStart, type Millis } from "../../../src/domain/time.ts";
import type { Figure, Measure } from "../../../src/domain/toll.ts";
import { fold } from "../../../src/text/fold.ts";
import { texts } from "../../../src/text/index.ts";
import { type Amount, readAmount, sameAmount } from "../../../src/text/strike/amount.ts";
import { announcerIn, announcerNamed, announcerOf } from "../../../src/text/strike/announcer.ts";
import { killedIn, languageIn } from "../../../src/text/strike/found.ts";
import { readHits, readPeople } from "../../../src/text/strike/more.ts";
import { readTold, type Told } from "../../../src/text/strike/told.ts";
import { cleanLine, cleanText } from "../../../src/text/typed/clean.ts";
import { type Link, readLink } from "../../../src/text/typed/link.ts";
import { day, weekday } from "../../../src/text/time.ts";
import { escape } from "../../../src/views/escape.ts";
import { typedBack } from "../../../src/views/orgs/list.ts";
import { together } from "../../../src/together.ts";
import type { Given } from "../form-contract.ts";
import { LONGEST } from "./strike-fields.ts";

/** What the form was opened with, in the order in which a button carries it. */
export interface Opening {
  subject: string;
  /** An organisation's id, or its name as it was typed. */
  group: string;
  /** The message in Discord that it was recorded from. */
  post: { author: string; url: string };
  /** What was pressed on the card. */
  turn: { is: "none" | "announce" } | { is: "into"; subject: string };
}

export function openingOf([
  subject = "",
  group = "",
  author = "",
  url = "",
  turn = "",
  target = "",
]: readonly string[]): Opening {
  return {
    subject,
    group,
    post: { author, url },
    turn:
      turn === "into" && target !== ""
        ? { is: "into", subject: target }
        : { is: turn === "announce" ? "announce" : "none" },
  };
}

export function argsOf({ subject, group, post, turn }: Opening): string[] {
  return [subject, group, post.author, post.url, turn.is, turn.is === "into" ? turn.subject : ""];
}

export const both = (name: string): Text => ({ en: name, es: name });

/** Throws a Refusal that names everything that cannot be read, with examples. */
export function readStrike(given: Given, context: Context): Strike {
  const { typed } = given;
  const opening = openingOf(given.args);
  if (!isNewSubject("strike", opening.subject)) throw new Refusal(texts(context.language).common.brokenButton);
  const { statement, told, region, killed, link, people, hits, group, disputed } = together({
    statement: () => statementOf(typed.statement, context),
    told: () => toldOf(typed.told ?? "", context),
    region: () => regionOf(typed.region, context),
    killed: () => amountOf(typed.killed ?? "", context),
    link: () => linkOf(typed.link ?? "", context),
    people: () => peopleOf(typed.people, context),
    hits: () => hitsOf(typed.hits, context),
    group: () => groupOf(typed.group ?? opening.group, context),
    disputed: () => sentencesOf(typed.differs, context),
  });
  const publisher = publisherOf(link, opening);
  const announcedBy = announcerFor(given, statement, context);
  const said = { by: announcedBy, source: link.url, ...saidOn(told) };
  return Strike.parse({
    id: opening.subject,
    target: "vessel",
    date: told.date,
    dateBasis: told.dateBasis,
    ...(told.announcedOn === undefined ? {} : { announcedOn: told.announcedOn }),
    region,
    strikes: hits.strikes ?? 1,
    vessels: hits.vessels ?? 1,
    announcedBy,
    ...group,
    figures: [
      ...(killed === undefined
        ? []
        : [{ ...figureOf("killed", killed), ...said, ...wordingIn(statement, killed, context) }]),
      ...people.map((one) => ({ ...one, ...said })),
    ],
    detail: quoted(statement, context.language),
    disputed,
    sources: [sourceOf(publisher, link, told)],
  });
}

function statementOf(typed: string | undefined, context: Context): string {
  const statement = textOf(typed, LONGEST.statement, context);
  if (statement === undefined) throw new Refusal(texts(context.language).recordStrike.noStatement);
  return statement;
}

export function toldOf(typed: string, { now, language }: Pick<Context, "now" | "language">): Told {
  const t = texts(language).recordStrike.badTold;
  const read = readTold(typed, today(now));
  if (read.is === "told") return read.told;
  if (read.is === "unreadable") throw new Refusal(t.unreadable(typedBack(typed)));
  if (read.is === "no-basis" || read.is === "future" || read.is === "weekday")
    throw new Refusal(t[read.is](day(read.day, language)));
  throw new Refusal(t[read.is]);
}

/** Days of strikes are US calendar days. */
export function today(now: Millis): string {
  return dayOf(now, US_ZONE);
}

/** While it is another day there than at home: "yesterday" and "today" were read as theirs. */
export function daysLine({ now, known, defaultArea, language }: Context): string[] {
  const there = today(now);
  if (!known.areasById.has(defaultArea) || there === dayOf(now, known.areas.zone(defaultArea))) return [];
  return [texts(language).recordStrike.theirDay(weekday(dayStart(there, "UTC"), "UTC", language))];
}

export function regionOf(typed: string | undefined, { language }: Pick<Context, "language">): Region {
  const region = Region.safeParse(typed).data;
  if (region === undefined) throw new Refusal(texts(language).strikes.badRegion);
  return region;
}

/** Undefined: not stated. */
export function amountOf(typed: string, { language }: Pick<Context, "language">): Amount | undefined {
  const amount = readAmount(typed);
  if (amount === undefined) throw new Refusal(texts(language).record.badKilled(typedBack(typed)));
  return amount === "not-stated" ? undefined : amount;
}

export function linkOf(typed: string, { language }: Pick<Context, "language">): Link {
  const link = readLink(typed);
  if (link.is === "no") throw new Refusal(texts(language).typed.link[link.why]);
  return link;
}

/** Its site; of a message in Discord, who wrote it. */
export function publisherOf({ url, host }: Link, { post }: Pick<Opening, "post">): Source["publisher"] {
  if (post.author === "" || url !== post.url) return host.replace(/^www\./, "");
  return { en: texts("en").recordStrike.post(post.author), es: texts("es").recordStrike.post(post.author) };
}

/** As typed, as the statement names it, as the site is one's own; else it is the source that says so. */
export function announcerFor(given: Given, statement: string, context: Context): Text {
  const link = readLink(given.typed.link ?? "");
  const publisher = link.is === "no" ? "" : publisherOf(link, openingOf(given.args));
  const source = typeof publisher === "string" ? both(publisher) : publisher;
  const found = announcerIn(statement) ?? (link.is === "no" ? undefined : announcerOf(link.host)) ?? source;
  const typed = lineOf(given.typed.announcedBy, LONGEST.announcedBy, context);
  if (typed === undefined || typed === found.en || typed === found.es) return found;
  return announcerNamed(typed) ?? both(typed);
}

function saidOn({ date, dateBasis, announcedOn, reportedOn }: Told): { date?: string } {
  const on = announcedOn ?? (dateBasis === "strike" ? reportedOn : date);
  return on === undefined ? {} : { date: on };
}

function sourceOf(publisher: Source["publisher"], { url }: Link, { date, dateBasis, reportedOn }: Told): Source {
  const on = reportedOn ?? (dateBasis === "reported" ? date : undefined);
  return { publisher, url, ...(on === undefined ? {} : { date: on }) };
}

export function figureOf(
  measure: Measure,
  { low, high, atLeast }: Amount,
): Omit<Figure, "atLeast"> & { atLeast: boolean } {
  return { measure, low, atLeast, ...(atLeast ? {} : { high: high ?? low }) };
}

/** The words of the statement that give this very figure. */
function wordingIn(statement: string, killed: Amount, { language }: Context): { wording?: Text } {
  const found = killedIn(statement);
  return found === undefined || !sameAmount(found.amount, killed) ? {} : { wording: quoted(found.wording, language) };
}

/** Somebody's own words, between quotes; in the other language with theirs named. */
export function quoted(words: string, language: Language): Text {
  const own = languageIn(words) ?? language;
  const marks = { en: `“${words}”`, es: `«${words}»` };
  const other = own === "en" ? "es" : "en";
  return { ...marks, [other]: `${marks[other]} (${texts(other).common.languageName[own]})` };
}

function peopleOf(typed: string | undefined, { language }: Context) {
  const read = readPeople(typed ?? "");
  if (read.is === "unreadable") throw new Refusal(texts(language).recordStrike.badPeople(typedBack(read.piece)));
  const { injured, survivors, "presumed-dead": presumed } = read.people;
  return [
    ...(presumed === undefined ? [] : [figureOf("presumed-dead", presumed)]),
    ...(injured === undefined ? [] : [figureOf("injured", injured)]),
    ...(survivors === undefined ? [] : [figureOf("survivors", survivors)]),
  ];
}

function hitsOf(typed: string | undefined, { language }: Context) {
  const hits = readHits(typed ?? "");
  if (hits === undefined) throw new Refusal(texts(language).recordStrike.badHits(typedBack(typed ?? "")));
  return hits;
}

/** An allegation of who announced it. A name that no record bears is kept as it was typed, and found under none. */
function groupOf(typed: string, context: Context): { orgAlleged?: Text; orgIds?: string[] } {
  const { names, known, language } = context;
  const name = lineOf(typed, LONGEST.group, context);
  if (name === undefined) return {};
  const labelled = known.orgs.find(({ id }) => names.orgs.label(id, language) === name || id === name);
  const found = labelled === undefined ? names.orgs.resolve(name, language) : ({ is: "one", id: labelled.id } as const);
  if (found.is === "several") {
    const list = found.hits.map((hit) => escape(hit.label)).join("; ");
    throw new Refusal(texts(language).recordStrike.severalGroups(typedBack(name), list));
  }
  const org = found.is === "one" ? known.orgsById.get(found.id) : undefined;
  // What merely comes near is another organisation.
  if (org === undefined || (labelled === undefined && !bears(org, name))) return { orgAlleged: both(name) };
  return { orgAlleged: both(org.name), orgIds: [org.id] };
}

function bears(
  org: { name: string; acronym?: string | undefined; otherNames: readonly { name: string }[] },
  name: string,
) {
  return [org.name, org.acronym ?? "", ...org.otherNames.map((other) => other.name)].some(
    (one) => fold(one) === fold(name),
  );
}

function sentencesOf(typed: string | undefined, context: Context): Text[] {
  const text = textOf(typed, LONGEST.differs, context);
  return (text ?? "")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => ({ [languageIn(line) ?? context.language]: line }));
}

/** Undefined where nothing is left of it. */
export function textOf(
  typed: string | undefined,
  max: number,
  { language }: Pick<Context, "language">,
): string | undefined {
  const cleaned = cleanText(typed ?? "", max);
  if (cleaned.is === "too-long") throw new Refusal(texts(language).typed.tooLong(cleaned.length, cleaned.max));
  return cleaned.is === "empty" ? undefined : cleaned.text;
}

export function lineOf(
  typed: string | undefined,
  max: number,
  { language }: Pick<Context, "language">,
): string | undefined {
  const cleaned = cleanLine(typed ?? "", max);
  if (cleaned.is === "too-long") throw new Refusal(texts(language).typed.tooLong(cleaned.length, cleaned.max));
  return cleaned.is === "empty" ? undefined : cleaned.text;
}
