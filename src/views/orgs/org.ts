// One organisation: names, each listing with what its dates are dates of, strikes in which it was named. It says who lists, never what it is.
import type { StrikeRecord } from "../../domain/count.ts";
import { indexed } from "../../domain/strike-index.ts";
import type { Authority, Designation, Org } from "../../domain/org.ts";
import type { Language, Text } from "../../domain/text.ts";
import { countryName } from "../../text/country.ts";
import { say, texts } from "../../text/index.ts";
import { day } from "../../text/time.ts";
import { sentence } from "../../text/sentence.ts";
import { sourceLines } from "../as-known.ts";
import { bare } from "../bare.ts";
import { escape } from "../escape.ts";
import { fieldOf, split } from "../fit.ts";
import type { Field, Message } from "../message.ts";
import { newestLine, sourceLine } from "../sources.ts";

export interface OrgRecord extends StrikeRecord {
  authorities: readonly Authority[];
}

/** `remark`: a sentence of ours that belongs before all else, such as "not on the list asked for". */
export function orgView(org: Org, record: OrgRecord, language: Language, remark?: string): readonly Message[] {
  const { common, orgs: t } = texts(language);
  const country = (id: string) => escape(countryName(id, record.areasById, language));
  const told = (list: readonly Text[]) => list.map((one) => `• ${escape(say(one, language))}`);
  const others = org.otherNames.filter((other) => other.name !== org.acronym);
  const names = others.map((other) => (other.former ? t.former(escape(other.name)) : escape(other.name)));
  const fields: Field[] = [
    ...fieldOf(t.description, [escape(say(org.description, language))]),
    ...fieldOf(
      t.otherNames,
      names.map((name) => `• ${name}`),
    ),
    ...fieldOf(t.country, [country(org.country)]),
    ...fieldOf(t.activeIn, org.activeIn.length > 0 ? [org.activeIn.map(country).join(", ")] : []),
    ...byDate(org.designations).flatMap((one) => listing(one, record, language)),
    ...category(org, language),
    ...fieldOf(t.namedField, namedLines(org, record, language)),
    ...fieldOf(common.disputed, told(org.disputed)),
    ...fieldOf(common.notes, told(org.notes)),
    ...fieldOf(
      common.sources,
      org.sources.map((source) => `• ${sourceLine(source, language)}`),
    ),
  ];
  const content = [...(remark === undefined ? [] : [remark]), headline(org, record, language)].join(" ");
  return split({ content, embed: { tone: "info", fields, footer: newestLine(sourcesOf(org), language) } });
}

const sourcesOf = (org: Org) => [
  ...org.sources,
  ...org.designations.flatMap((one) => one.sources),
  ...(org.category?.sources ?? []),
];

/** The same to paste: who lists it, since when, by which act. Whoever pastes it says as of when. */
export function orgLines(org: Org, record: OrgRecord, language: Language, remark?: string): string[] {
  const { common, orgs: t } = texts(language);
  const lists = byDate(org.designations).map((one) => {
    const { name, value } = listing(one, record, language)[0] ?? { name: "", value: "" };
    const told = value.split("\n").filter((line) => !line.startsWith("• "));
    return sentence(`• ${sentence(name)} ${told.join("; ")}`);
  });
  const head =
    org.designations.length === 0 ? `${headline(org, record, language)} ${t.act}` : headline(org, record, language);
  return [
    ...(remark === undefined ? [] : [remark]),
    head,
    ...lists,
    ...org.disputed.map((one) => sentence(`${common.disputed}: ${escape(say(one, language))}`)),
    ...sourceLines(sourcesOf(org), language),
  ].map(bare);
}

/** `Los Lobos (Ecuador): on 3 government lists: Ecuador 9 Jan 2024, …`. */
function headline(org: Org, record: OrgRecord, language: Language): string {
  const t = texts(language).orgs;
  const who = `${escape(org.name)} (${[org.acronym, countryName(org.country, record.areasById, language)]
    .filter((one) => one !== undefined && one !== org.name)
    .map((one) => escape(one ?? ""))
    .join(", ")})`;
  if (org.designations.length === 0) return t.onNone(who);
  const lists = byDate(org.designations).map((one) => {
    const initials = initialsOf(say(one.type, language));
    return [
      shortAuthority(one.authority, record, language),
      ...(initials === undefined ? [] : [`(${initials})`]),
      dateOf(one, language),
    ].join(" ");
  });
  return `${t.onLists(who, lists.length, lists.join(", "))} ${t.act}`;
}

/** `25 Feb 2025 (date reported)`: a date never stands without what it is the date of. */
export function dateOf(one: Designation, language: Language): string {
  const t = texts(language).orgs;
  if (one.date !== undefined)
    return day(one.date, language) + (one.dateBasis === undefined ? "" : ` (${t.basis[one.dateBasis]})`);
  return one.announced === undefined ? t.dateNotStated : `${day(one.announced, language)} (${t.basis.announcement})`;
}

/** A country with one authority is named by its country alone. */
export function shortAuthority(id: string, record: OrgRecord, language: Language): string {
  const authority = record.authorities.find((one) => one.id === id);
  if (authority === undefined) return escape(id);
  const alone = record.authorities.filter((one) => one.country === authority.country).length === 1;
  return escape(alone ? countryName(authority.country, record.areasById, language) : say(authority.name, language));
}

/** `FTO and SDGT` -> `FTO, SDGT`; a listing described in words is not repeated in the first line. */
function initialsOf(type: string): string | undefined {
  const words = type.split(/\s+(?:and|y|,)\s+/);
  return words.every((word) => /^[A-Z]{2,}$/.test(word)) ? words.join(", ") : undefined;
}

/** Oldest first; without a date last. */
export function byDate(designations: readonly Designation[]): Designation[] {
  const key = (one: Designation) => one.date ?? one.announced ?? "9999";
  return [...designations].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

function listing(one: Designation, record: OrgRecord, language: Language): Field[] {
  const t = texts(language).orgs;
  const authority = record.authorities.find((other) => other.id === one.authority);
  const told = (text: Text) => escape(say(text, language));
  const lines = [
    t.type(told(one.type)),
    ...dateLines(one, language),
    ...(one.instrument === undefined ? [] : [t.instrument(told(one.instrument))]),
    ...(one.listedAs === undefined ? [] : [t.listedAs(escape(one.listedAs))]),
    ...(one.note === undefined ? [] : [told(one.note)]),
    ...one.sources.map((source) => `• ${sourceLine(source, language)}`),
  ];
  return fieldOf(t.listedBy(authority === undefined ? one.authority : told(authority.name)), lines);
}

function dateLines(one: Designation, language: Language): string[] {
  const t = texts(language).orgs;
  const kind = {
    effect: t.effect,
    announcement: t.announcement,
    reported: t.reported,
    "announced-effective": t.announcedEffective,
  }[one.dateBasis ?? "effect"];
  return [
    one.date === undefined ? t.noDate : kind(day(one.date, language)),
    ...(one.announced === undefined ? [] : [t.announced(day(one.announced, language))]),
    ...(one.determinationDated === undefined ? [] : [t.determination(day(one.determinationDated, language))]),
  ];
}

function category({ category }: Org, language: Language): Field[] {
  if (category === undefined) return [];
  const told = (text: Text) => escape(say(text, language));
  return fieldOf(texts(language).orgs.category, [
    `${escape(category.code)}, ${told(category.label)}`,
    ...(category.note === undefined ? [] : [told(category.note)]),
    ...category.sources.map((source) => `• ${sourceLine(source, language)}`),
  ]);
}

/** Days that are named one by one; /strikes lists all of them, page by page. */
const NAMED = 30;

/** Strikes on vessels are counted, operations on land named apart. */
function namedLines(org: Org, record: StrikeRecord, language: Language): string[] {
  const { orgs: t, strikes } = texts(language);
  const index = indexed(record.strikes);
  const { records: vessels, unnamed } = index.sums();
  const named = index.sums({ org: org.id });
  const land = named.listed - named.records;
  const days = (target: "vessel" | "land", all: number) => {
    const newest = index.page({ org: org.id }, 0, NAMED, target).map((strike) => day(strike.date, language));
    const told = newest.toReversed().join(", ");
    return all > newest.length ? t.lastDays(newest.length, told) : told;
  };
  return [
    named.records > 0
      ? t.named(strikes.strikes(named.strikes), named.records, days("vessel", named.records))
      : t.namedInNone(vessels, unnamed),
    ...(land > 0 ? [t.namedOnLand(days("land", land))] : []),
  ];
}
