// Lists of organisations by country, and the question back when a name has several bearers or none. Nothing is left out: pages follow.
import type { Designation, Org } from "../../domain/org.ts";
import { hash } from "../../domain/id.ts";
import type { Language } from "../../domain/text.ts";
import type { Millis } from "../../domain/time.ts";
import { countryName } from "../../text/country.ts";
import { say, texts } from "../../text/index.ts";
import { sentence } from "../../text/sentence.ts";
import { bare } from "../bare.ts";
import { escape } from "../escape.ts";
import { breakLine, fieldOf, split } from "../fit.ts";
import type { Action, Field, Message } from "../message.ts";
import { menus, nearestPage, turns } from "../paging.ts";
import { newestLine } from "../sources.ts";
import { byDate, dateOf, isOn, type OrgRecord, type OrgScene, shortAuthority, spelledOut, stageIn } from "./listing.ts";
import { sourcesOf as sourcesOfOne } from "./org.ts";

/** As many as a menu holds. */
const PAGE = 25;
const LABEL = 100;
const TYPED = 80;
/** Names in the sentence that asks back; the menu has them all. */
const NAMED = 10;

export interface OrgsQuestion {
  record: OrgRecord;
  /** First sentence: whose lists these are. */
  title: string;
  orgs: readonly Org[];
  /** Which listings a line tells; all of them, by country, when absent. */
  asked?: ((designation: Designation) => boolean) | undefined;
  disputed?: readonly string[];
  /** The country whose organisations come first. */
  home: string;
  page: number;
  now: Millis;
  language: Language;
  /** `key`: the list as it is now, in a few letters. */
  turn: (page: string, key: string) => Action;
  open: (page: string, key: string) => Action;
}

/** Another list has another key. */
export function keyOf(orgs: readonly Org[]): string {
  return hash(orgs.map((org) => org.id)).slice(0, 5);
}

function pageOf(question: OrgsQuestion): { page: number; pages: number; shown: readonly Org[] } {
  const all = pagesOf(byCountry(question));
  const page = nearestPage(question.page, all.length);
  return { page, pages: Math.max(1, all.length), shown: all[page - 1] ?? [] };
}

/** A country is not torn in two unless no page holds it: "(5)" above three names would look as if two were lost. */
function pagesOf(sorted: readonly Org[]): Org[][] {
  const pages: Org[][] = [];
  for (const country of new Set(sorted.map((org) => org.country))) {
    const group = sorted.filter((org) => org.country === country);
    const last = pages.at(-1);
    if (last !== undefined && last.length + group.length <= PAGE) last.push(...group);
    else for (let i = 0; i < group.length; i += PAGE) pages.push(group.slice(i, i + PAGE));
  }
  return pages;
}

export function orgsView(question: OrgsQuestion): readonly Message[] {
  const { record, language, orgs, title, asked } = question;
  const { common, orgs: t } = texts(language);
  const { page, pages, shown } = pageOf(question);
  const newest = newestLine(sourcesOf(orgs), language);
  const fields = [
    ...groups(question, shown),
    ...spelledOut(asked === undefined ? [] : shown.flatMap((org) => org.designations.filter(asked)), question),
    ...fieldOf(
      common.disputed,
      (question.disputed ?? []).map((one) => `• ${one}`),
    ),
  ];
  const options = shown.map((org) => ({
    label: label([org.name, org.acronym, countryName(org.country, record.areasById, language)]),
    value: org.id,
  }));
  const key = keyOf(orgs);
  const { first, previous, next, last } = common;
  const menu = menus({ action: question.open(String(page), key), placeholder: t.open, options });
  const turning = turns({ page, pages, turn: (to) => question.turn(to, key), labels: { first, previous, next, last } });
  return split({
    content: [title, t.act].join(" "),
    embed: { tone: "info", fields, footer: pages > 1 ? `${newest} · ${common.page(page, pages)}` : newest },
    rows: [...menu, ...turning],
  });
}

const sourcesOf = (orgs: readonly Org[]) => orgs.flatMap(sourcesOfOne);

/** The same to paste: whose lists, and each organisation of the page with them. Whoever pastes it says as of when. */
export function orgsLines(question: OrgsQuestion): string[] {
  const { language, orgs, title, disputed = [] } = question;
  const { common, orgs: t } = texts(language);
  const { page, pages, shown } = pageOf(question);
  return [
    `${title} ${t.act}`,
    ...groups(question, shown).flatMap(({ name, value }) => [`${name}:`, ...value.split("\n")]),
    ...(pages > 1 ? [`${common.page(page, pages)}.`] : []),
    ...disputed.map((one) => sentence(`${common.disputed}: ${one}`)),
    sentence(newestLine(sourcesOf(orgs), language)),
  ].map(bare);
}

/** The home country first, then by the country's name as read in this language. */
function byCountry({ orgs, record, home, language }: OrgsQuestion): Org[] {
  const name = (org: Org) => countryName(org.country, record.areasById, language);
  const first = (org: Org) => (org.country === home ? 0 : 1);
  return [...orgs].sort(
    (a, b) => first(a) - first(b) || name(a).localeCompare(name(b), language) || a.name.localeCompare(b.name, language),
  );
}

function groups(question: OrgsQuestion, shown: readonly Org[]): Field[] {
  const { record, orgs, asked, language } = question;
  const t = texts(language).orgs;
  const countries = [...new Set(shown.map((org) => org.country))];
  const told = (org: Org) => (asked === undefined ? lists(org, question) : listings(org, asked, question));
  // Twenty-two times the same words hide the names: what all have in common is said once.
  const [common, ...others] = asked === undefined ? [] : new Set(orgs.map(told));
  const same = common !== undefined && others.length === 0 && orgs.length > 1;
  const groups = countries.flatMap((country) => {
    const all = orgs.filter((org) => org.country === country).length;
    const lines = shown
      .filter((org) => org.country === country)
      .map((org) => (same ? t.name(nameOf(org)) : t.line(nameOf(org), told(org))));
    const name = countryName(country, record.areasById, language);
    return fieldOf(lines.length < all ? t.groupPart(name, lines.length, all) : t.group(name, all), lines);
  });
  return same ? [...fieldOf(t.sameField, [common]), ...groups] : groups;
}

function nameOf(org: Org): string {
  return escape(
    org.acronym === undefined || org.name.includes(org.acronym) ? org.name : `${org.name} (${org.acronym})`,
  );
}

/** `Ecuador, US Department of State`: who lists it, each once; of one that is on no list, what was or is to come; into what it merged. */
function lists(org: Org, scene: OrgScene): string {
  const { record, language } = scene;
  const t = texts(language).orgs;
  const names = new Set(
    byDate(org.designations)
      .filter((one) => isOn(one, scene))
      .map((one) => shortAuthority(one.authority, record, language)),
  );
  const others = byDate(org.designations).map(
    (one) => `${shortAuthority(one.authority, record, language)} ${dateOf(one, scene)}`,
  );
  const into = org.mergedInto && record.orgsById.get(org.mergedInto.org);
  const on = names.size > 0 ? [...names].join(", ") : others.length > 0 ? t.nowhere(others.join(", ")) : t.onNoList;
  return into === undefined ? on : `${on} · ${t.mergedInto}: ${escape(into.name)}`;
}

/** `FTO and SDGT, 5 Sep 2025`: the listings that were asked for; one that was taken off says so. */
function listings(org: Org, asked: (designation: Designation) => boolean, scene: OrgScene): string {
  const all = byDate(org.designations).filter(asked);
  const told = all.filter((one) => stageIn(one, scene) !== "former");
  return (told.length > 0 ? told : all)
    .map((one) => `${escape(say(one.type, scene.language))}, ${dateOf(one, scene)}`)
    .join("; ");
}

export interface AskBack {
  typed: string;
  /** Several bearers of the name, or nothing by that name and the nearest instead. */
  hits: readonly { id: string; label: string }[];
  /** The sentence for a name that nobody bears; absent where several do. */
  none?: (typed: string) => string;
  placeholder: string;
  action: Action;
  language: Language;
}

/** A question back with its possible answers; without any, the sentence alone. It never guesses between two bearers. */
export function askBack({ typed, hits, none, placeholder, action, language }: AskBack): Message {
  const { common, orgs: t } = texts(language);
  const named = hits.slice(0, NAMED).map((hit) => escape(hit.label));
  const labels = hits.length > NAMED ? [...named, texts(language).curfew.andMore(hits.length - NAMED)] : named;
  const content =
    none === undefined
      ? common.several(typedBack(typed), labels)
      : [none(typedBack(typed)), ...(labels.length > 0 ? [t.nearest(labels.join("; "))] : [])].join(" ");
  const options = hits.map((hit) => ({ label: label([hit.label]), value: hit.id }));
  return { content, ...(options.length === 0 ? {} : { rows: menus({ action, placeholder, options }) }) };
}

/** What was typed, fit to be repeated in a sentence. */
export function typedBack(typed: string): string {
  const [start = "", ...rest] = breakLine(typed.trim(), TYPED);
  return rest.length === 0 ? escape(start) : `${escape(start)}…`;
}

/** A menu's label shows no markdown and takes 100 characters: what is longer loses its last parts, the answer itself has them all. */
function label(parts: readonly (string | undefined)[]): string {
  const known = parts.filter((part) => part !== undefined);
  const whole = known.join(" · ");
  return whole.length <= LABEL ? whole : `${whole.slice(0, LABEL - 1)}…`;
}
