// One organisation: names, each listing with what its dates are dates of, what it merged with, strikes in which it was named. It says who lists, never what it is.
import type { StrikeRecord } from "../../domain/count.ts";
import { indexed } from "../../domain/strike-index.ts";
import type { Org } from "../../domain/org.ts";
import { mergedInto } from "../../domain/org-change.ts";
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
import { byDate, isOn, listingFields, type OrgScene, shortListing, spelledOut, stageIn } from "./listing.ts";

/** `remark`: sentences of ours that belong before all else, such as "not on the list asked for". */
export function orgView(org: Org, scene: OrgScene, remark?: string): readonly Message[] {
  const { record, language } = scene;
  const { common, orgs: t } = texts(language);
  const country = (id: string) => escape(countryName(id, record.areasById, language));
  const told = (list: readonly Text[]) => list.map((one) => `• ${escape(say(one, language))}`);
  const fields: Field[] = [
    ...fieldOf(t.description, [escape(say(org.description, language))]),
    ...nameFields(org, language),
    ...fieldOf(t.country, [country(org.country)]),
    ...fieldOf(t.activeIn, org.activeIn.length > 0 ? [org.activeIn.map(country).join(", ")] : []),
    ...mergerFields(org, scene),
    ...byStage(org, scene).flatMap((one) => listingFields(one, scene)),
    ...spelledOut(org.designations, scene),
    ...category(org, language),
    ...fieldOf(t.namedField, namedLines(org, record, language)),
    ...fieldOf(common.disputed, told(org.disputed)),
    ...fieldOf(common.notes, told(org.notes)),
    ...fieldOf(
      common.sources,
      org.sources.map((source) => `• ${sourceLine(source, language)}`),
    ),
  ];
  const content = [...(remark === undefined ? [] : [remark]), headline(org, scene)].join(" ");
  return split({ content, embed: { tone: "info", fields, footer: newestLine(sourcesOf(org), language) } });
}

export const sourcesOf = (org: Org) => [
  ...org.sources,
  ...org.designations.flatMap((one) => [...one.sources, ...(one.ended?.sources ?? [])]),
  ...(org.mergedInto?.sources ?? []),
  ...(org.category?.sources ?? []),
];

/** What stands, then what is to come, then what was. */
function byStage(org: Org, scene: OrgScene) {
  const sorted = byDate(org.designations);
  const at = (stages: readonly string[]) => sorted.filter((one) => stages.includes(stageIn(one, scene)));
  return [...at(["standing", "ending"]), ...at(["ahead"]), ...at(["former"])];
}

export function nameFields(org: Org, language: Language): Field[] {
  const t = texts(language).orgs;
  const names = org.otherNames
    .filter((other) => other.name !== org.acronym)
    .map(({ name, former, until, by }) => {
      const told = former ? t.former(escape(name), until && day(until, language)) : escape(name);
      return `• ${by === undefined ? told : t.calledBy(told, escape(say(by, language)))}`;
    });
  return fieldOf(t.otherNames, names);
}

/** Of what became of it, and of those that went on as part of it: their listings stay their own. */
export function mergerFields(org: Org, scene: OrgScene): Field[] {
  const { record, language } = scene;
  const t = texts(language).orgs;
  const into = org.mergedInto;
  const here = mergedInto(org.id, record.orgs).map(
    (one) => `• ${mergedSentence(one, scene)} ${withoutAct(lists(one, scene, escape(one.name)), scene)}`,
  );
  return [
    ...(into === undefined
      ? []
      : fieldOf(t.mergedInto, [
          [escape(nameIn(into.org, scene)), said(org, language)].filter(Boolean).join(", "),
          ...into.sources.map((source) => `• ${sourceLine(source, language)}`),
        ])),
    ...fieldOf(t.mergedHere, here),
  ];
}

/** `Los Lagartos merged into Los Lobos (1 Mar 2026, says El Universo).` Empty for one that stands for itself. */
export function mergedSentence(org: Org, scene: Naming): string {
  if (org.mergedInto === undefined) return "";
  const into = escape(nameIn(org.mergedInto.org, scene));
  return texts(scene.language).orgs.merged(escape(org.name), into, said(org, scene.language));
}

interface Naming {
  record: Pick<StrikeRecord, "orgsById">;
  language: Language;
}

function nameIn(id: string, { record }: Naming): string {
  return record.orgsById.get(id)?.name ?? id;
}

function said({ mergedInto: into }: Org, language: Language): string {
  const t = texts(language).orgs;
  return [
    ...(into?.date === undefined ? [] : [day(into.date, language)]),
    ...(into?.by === undefined ? [] : [t.says(escape(say(into.by, language)))]),
  ].join(", ");
}

/** The same to paste: who lists it, since when, by which act. Whoever pastes it says as of when. */
export function orgLines(org: Org, scene: OrgScene, remark?: string): string[] {
  const { language } = scene;
  const { common, orgs: t } = texts(language);
  const listed = byStage(org, scene).map((one) => {
    const { name, value } = listingFields(one, scene)[0] ?? { name: "", value: "" };
    const told = value.split("\n").filter((line) => !line.startsWith("• "));
    return sentence(`• ${sentence(name)} ${told.join("; ")}`);
  });
  const merged = mergedInto(org.id, scene.record.orgs).map((one) => mergedSentence(one, scene));
  return [
    ...(remark === undefined ? [] : [remark]),
    org.designations.length === 0 ? `${headline(org, scene)} ${t.act}` : headline(org, scene),
    ...listed,
    ...merged,
    ...org.disputed.map((one) => sentence(`${common.disputed}: ${escape(say(one, language))}`)),
    ...sourceLines(sourcesOf(org), language),
  ].map(bare);
}

/** `Los Lobos (Ecuador): on 3 government lists: Ecuador 9 Jan 2024, …`; before it, into what it merged. */
export function headline(org: Org, scene: OrgScene): string {
  const who = whoIs(org, scene);
  const merged = mergedSentence(org, scene);
  return merged === "" ? lists(org, scene, who) : `${merged} ${lists(org, scene, who)}`;
}

/** The same beside a first line that has said already what a listing is. */
export function standing(org: Org, scene: OrgScene): string {
  return withoutAct(headline(org, scene), scene);
}

function withoutAct(told: string, { language }: Pick<OrgScene, "language">): string {
  const { act } = texts(language).orgs;
  return told.endsWith(` ${act}`) ? told.slice(0, -act.length - 1) : told;
}

/** `Los Lobos (Ecuador)`. */
export function whoIs(org: Org, { record, language }: Pick<OrgScene, "record" | "language">): string {
  return `${escape(org.name)} (${[org.acronym, countryName(org.country, record.areasById, language)]
    .filter((one) => one !== undefined && one !== org.name)
    .map((one) => escape(one ?? ""))
    .join(", ")})`;
}

function lists(org: Org, scene: OrgScene, who: string): string {
  const t = texts(scene.language).orgs;
  if (org.designations.length === 0) return t.onNone(who);
  const told = (stage: string[]) =>
    byDate(org.designations)
      .filter((one) => stage.includes(stageIn(one, scene)))
      .map((one) => shortListing(one, scene));
  const [on, ahead, was] = [told(["standing", "ending"]), told(["ahead"]), told(["former"])];
  return [
    on.length > 0 ? t.onLists(who, on.length, on.join(", ")) : was.length > 0 ? t.onNoneNow(who) : t.onNone(who),
    ...(ahead.length === 0 ? [] : [t.ahead(ahead.join(", "))]),
    ...(was.length === 0 ? [] : [t.was(was.join(", "))]),
    t.act,
  ].join(" ");
}

/** Whether any listing of it stands. */
export function isListed(org: Org, scene: Pick<OrgScene, "record" | "now">): boolean {
  return org.designations.some((one) => isOn(one, scene));
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
