// What the forms about organisations have in common: reading one field at a time, each with its own sentence for what cannot be read. Writes nothing.
import { type Context, type ModalField, Refusal } from "../../../src/command.ts";
import type { Draft } from "../../../src/domain/fact.ts";
import type { Org } from "../../../src/domain/org.ts";
import type { Source } from "../../../src/domain/source.ts";
import type { Language, Text } from "../../../src/domain/text.ts";
import { type Day, dayOf } from "../../../src/domain/time.ts";
import type { Why } from "../../../src/domain/why.ts";
import { type ActDates, readActDates } from "../../../src/text/act-dates.ts";
import { texts } from "../../../src/text/index.ts";
import { day } from "../../../src/text/time.ts";
import { cleanLine, cleanText } from "../../../src/text/typed/clean.ts";
import { readLink } from "../../../src/text/typed/link.ts";
import { typedBack } from "../../../src/views/orgs/list.ts";
import type { Given } from "../form-contract.ts";

export type FieldKey = keyof ReturnType<typeof texts>["recordOrg"]["field"];

/** In UTF-16 units. */
export const LONGEST = {
  name: 200,
  others: 600,
  description: 1_500,
  link: 1_000,
  line: 200,
  dates: 120,
  note: 1_000,
} as const;

interface Shape {
  required?: true;
  paragraph?: true;
  max?: number;
  /** Filled in where nothing was typed yet. */
  value?: string | undefined;
}

/** With what was typed before. */
export function field(key: FieldKey, { typed }: Given, { language }: Context, shape: Shape = {}): ModalField {
  const { required, paragraph, max = LONGEST.line } = shape;
  const value = typed[key] ?? shape.value ?? "";
  return {
    key,
    kind: paragraph === true ? "paragraph" : "line",
    ...texts(language).recordOrg.field[key],
    ...(required === true ? { required } : {}),
    max,
    ...(value === "" ? {} : { value }),
  };
}

/** Undefined where it is left empty. Throws a Refusal where it is too long, or empty and needed. */
export function line(key: FieldKey, given: Given, context: Context, max: number = LONGEST.line): string | undefined {
  return read(cleanLine(given.typed[key] ?? "", max), context);
}

export function paragraph(key: FieldKey, given: Given, context: Context, max: number): string | undefined {
  return read(cleanText(given.typed[key] ?? "", max), context);
}

function read(cleaned: ReturnType<typeof cleanLine>, { language }: Context): string | undefined {
  if (cleaned.is === "too-long") throw new Refusal(texts(language).typed.tooLong(cleaned.length, cleaned.max));
  return cleaned.is === "text" ? cleaned.text : undefined;
}

export function needed(key: FieldKey, value: string | undefined, { language }: Context): string {
  const t = texts(language).recordOrg;
  if (value === undefined) throw new Refusal(t.bad.missing(t.field[key].label));
  return value;
}

/** One language is enough: readers of the other one see it quoted. */
export function textIn(language: Language, words: string): Text {
  return { [language]: words };
}

/** Names of acts, publishers and people stand in both languages as they are. */
export const asItIs = (words: string): Text => ({ en: words, es: words });

export function sourceOf({ typed }: Given, { language }: Context): Source {
  const link = readLink(typed.link ?? "");
  if (link.is === "no") throw new Refusal(texts(language).typed.link[link.why]);
  return { publisher: link.host.replace(/^www\./, ""), url: link.url };
}

export function datesOf(typed: string, today: Day, { language }: Context): ActDates {
  const t = texts(language).recordOrg.bad;
  const found = readActDates(typed, today);
  if (found.is === "dates") return found.dates;
  throw new Refusal((found.is === "several" ? t.oneDay : t.dates)(typedBack(found.what)));
}

/** A day alone, whatever word stands before it. */
export function dayIn(key: FieldKey, given: Given, today: Day, context: Context): Day | undefined {
  const { announced, effect } = datesOf(given.typed[key] ?? "", today, context);
  return announced ?? effect;
}

/** The calendar day in a country, where its clock is known. */
export function todayIn(country: string, { known, now }: Context): Day {
  return dayOf(now, known.areasById.has(country) ? known.areas.zone(country) : "UTC");
}

/** The country that a name or two letters mean. */
export function countryOf(typed: string, { names, known, language }: Context): string {
  const found = names.areas.resolve(typed, language);
  const ids = found.is === "one" ? [found.id] : found.is === "several" ? found.hits.map(({ id }) => id) : [];
  const [only, ...others] = ids.filter((id) => /^[A-Z]{2}$/.test(id) && known.areasById.has(id));
  if (only === undefined || others.length > 0)
    throw new Refusal(texts(language).recordOrg.bad.country(typedBack(typed)));
  return only;
}

/** `Cártel del Golfo (CDG)` -> its name and its acronym. */
export function nameAndAcronym(typed: string): { name: string; acronym?: string } {
  const [, name, acronym] = /^(.+\S)\s*\(([^()\s]{1,20})\)$/.exec(typed) ?? [];
  return name === undefined || acronym === undefined ? { name: typed } : { name, acronym };
}

export interface Head {
  org: Org;
  /** The version that stands. */
  id: string;
}

/** As it stands in the log at this moment. Throws a Refusal where it was withdrawn. */
export function headOf(subject: string, { recording, language }: Context): Head {
  const head = recording.head("org", subject);
  if (head === undefined || !("designations" in head.content)) throw new Refusal(texts(language).recordOrg.gone);
  return { org: head.content, id: head.id };
}

type Reason = keyof ReturnType<typeof texts>["recordOrg"]["reason"];

export function whyOf(is: Why["is"], reason: Reason, source: Source, by?: Text): Why {
  const words = { en: texts("en").recordOrg.reason[reason], es: texts("es").recordOrg.reason[reason] };
  return { is, reason: words, source, ...(by === undefined ? {} : { by }) };
}

/** The organisations that drafts speak of. */
export function orgsOf(drafts: readonly Draft[]): { draft: Draft; org: Org }[] {
  return drafts.flatMap((draft) => ("designations" in draft.content ? [{ draft, org: draft.content }] : []));
}

const DATES = ["dates", "offDates", "since", "until"] as const;

/** Dates as calendar days: "today" means another one tomorrow. What cannot be read stays as it was typed. `country`: whose day it is. */
export function settledDates({ typed }: Given, country: string, context: Context): Given["typed"] {
  const t = texts(context.language).recordOrg.dates;
  const today = todayIn(country, context);
  const settled = DATES.flatMap((key) => {
    const found = readActDates(typed[key] ?? "", today);
    if (found.is !== "dates") return [];
    const { announced, effect } = found.dates;
    const words = [
      ...(announced === undefined ? [] : [t.announced(day(announced, context.language))]),
      ...(effect === undefined ? [] : [t.effect(day(effect, context.language))]),
    ];
    return words.length === 0 ? [] : [[key, words.join(", ")] as const];
  });
  return { ...typed, ...Object.fromEntries(settled) };
}
