// /record curfew: a decree as it was read somewhere, in five fields. It never says that there is no other curfew, and it writes nothing.
import { type Context, type ModalField, Refusal } from "../../../src/command.ts";
import type { AreaId } from "../../../src/domain/area.ts";
import { calendar } from "../../../src/domain/calendar.ts";
import { Curfew } from "../../../src/domain/curfew.ts";
import type { Draft } from "../../../src/domain/fact.ts";
import { isNewSubject } from "../../../src/domain/id.ts";
import { isOfficial } from "../../../src/domain/official.ts";
import { publisherKey } from "../../../src/domain/source.ts";
import type { Text } from "../../../src/domain/text.ts";
import { type Day, dayOf } from "../../../src/domain/time.ts";
import type { Reading } from "../../../src/text/rules/index.ts";
import { readNight } from "../../../src/text/rules/nights.ts";
import { printPlaces } from "../../../src/text/rules/places.ts";
import { texts } from "../../../src/text/index.ts";
import { day } from "../../../src/text/time.ts";
import { cleanText } from "../../../src/text/typed/clean.ts";
import { escape } from "../../../src/views/escape.ts";
import { foreseen, preview } from "../../../src/views/record/curfew-card.ts";
import { together } from "../../../src/together.ts";
import type { Card, Given, RecordForm } from "../form-contract.ts";
import { channels, changeButton, countedWords, named, placeLines, scheduleLines } from "./curfew-told.ts";
import { countryOf, LONGEST, nightsOf, readingOf, rulesOf, sourcesOf, textOf } from "./curfew-read.ts";

/** As one form is opened for; more are typed into it. */
const PREFILLED = 12;
const LINE = 200;
const WHO = 300;
const MOST_WHO = 20;

export const curfewForm: RecordForm = {
  name: "curfew",
  title: (_, { language }) => texts(language).recordCurfew.title,
  fields,
  read: (given, context) => [draftOf(given, context)],
  card,
  recorded: ([fact], context) => {
    const content = fact !== undefined && "rules" in fact.content ? fact.content : undefined;
    if (content === undefined) return "";
    const ahead = foreseen({ record: context.known, was: {}, is: content, kind: "curfew.declared", now: context.now });
    return texts(context.language).recordCurfew.recorded(
      named(content, context),
      countedWords(channels(ahead, context), context),
    );
  },
};

/** Arguments of a new form: the decree's id, the country, the places that are filled in. */
export function curfewGiven(subject: string, country: AreaId, places: readonly AreaId[]): Given {
  return { args: [subject, country, ...places.slice(0, PREFILLED)], typed: {} };
}

function fields({ args, typed }: Given, context: Context): readonly ModalField[] {
  const { language } = context;
  const [, country = context.defaultArea, ...places] = args;
  const t = texts(language).recordCurfew;
  const reading = readingOf(country, context);
  const blank = places.length === 0 ? "" : `${t.blankHours} ${printPlaces(places, reading)}`;
  const filled = (key: string, otherwise = "") => ({ value: typed[key] ?? otherwise });
  return [
    {
      key: "decree",
      kind: "line",
      label: t.field.decree,
      description: t.field.decreeHint,
      required: true,
      max: LINE,
      ...filled("decree"),
    },
    {
      key: "nights",
      kind: "line",
      label: t.field.nights,
      description: t.field.nightsHint,
      required: true,
      max: 100,
      ...filled("nights"),
    },
    {
      key: "rules",
      kind: "paragraph",
      label: t.field.rules,
      description: t.field.rulesHint,
      required: true,
      max: LONGEST,
      ...filled("rules", blank),
    },
    { key: "who", kind: "paragraph", label: t.field.who, description: t.field.whoHint, max: 2_000, ...filled("who") },
    {
      key: "links",
      kind: "paragraph",
      label: t.field.links,
      description: t.field.linksHint,
      required: true,
      max: 2_000,
      ...filled("links"),
    },
  ];
}

function draftOf({ args, typed }: Given, context: Context): Draft {
  const { known, now } = context;
  const [subject = "", asked = context.defaultArea] = args;
  if (!isNewSubject("curfew", subject) || !known.areasById.has(asked))
    throw new Refusal(texts(context.language).common.brokenButton);
  // Until the places are read, the nights are those of the country that was asked about: who made several mistakes is told of all.
  let here = { country: asked, zone: known.areas.zone(asked), reading: readingOf(asked, context) };
  const { rules, nights, links, decided, who } = together({
    rules: () => {
      here = whereOf(typed["rules"] ?? "", here.reading, context);
      return rulesOf(typed["rules"] ?? "", here.reading, context);
    },
    nights: () => nightsOf(typed["nights"] ?? "", here.reading, context),
    links: () => sourcesOf(typed["links"] ?? "", here.zone, context),
    decided: () => decreeOf(typed["decree"] ?? "", { today: dayOf(now, here.zone), now, zone: here.zone }, context),
    who: () => whoOf(typed["who"] ?? "", context),
  });
  const { country, zone } = here;
  const today = dayOf(now, zone);
  const { sources, official } = links;
  const { decree, authority, declared } = decided;
  const content = Curfew.parse({
    id: subject,
    country,
    title: titleOf(
      rules.rules.flatMap(({ areas }) => areas),
      context,
    ),
    ...(decree === undefined ? {} : { decree }),
    authority: authority ?? { en: texts("en").common.notStated, es: texts("es").common.notStated },
    declared: declared ?? (nights.firstNight < today ? nights.firstNight : today),
    ...nights,
    zone,
    ...rules,
    ...who,
    sources,
    confidence: official === undefined ? "medium" : "high",
  });
  return { kind: "curfew.declared", subject, content };
}

/** The country of the places, and the clock that says which night is tonight: theirs; where they have several, their country's. */
function whereOf(typed: string, asked: Reading, context: Context) {
  const { areas } = context.known;
  const first = rulesOf(typed, asked, context);
  const country = countryOf(first, context);
  const [only, ...more] = new Set(first.rules.flatMap((rule) => rule.areas.map((id) => areas.zone(id))));
  const zone = only !== undefined && more.length === 0 ? only : areas.zone(country);
  return { country, zone, reading: readingOf(country, context, zone) };
}

const isNumbered = (text: string) => /\d|decret|decree|acuerdo|resoluci|order/iu.test(text);

/** `Decreto 329, President`, `Decreto 329 of 14 March, President`, `Governor of Guayas`. */
function decreeOf(
  typed: string,
  here: { today: Day; now: number; zone: string },
  context: Context,
): { decree?: string; authority?: Text; declared?: Day } {
  const cleaned = textOf(typed, LINE, context)?.[context.language];
  if (cleaned === undefined) throw new Refusal(texts(context.language).recordCurfew.noDecree);
  const [act = "", ...rest] = cleaned.split(/\s*,\s*/);
  const others = rest.join(", ").trim();
  if (others === "" && !isNumbered(act)) return { authority: { [context.language]: act } };
  const dated = /^(.+?)\s+(?:of|on|del?)\s+(?:the\s+)?(.+)$/iu.exec(act);
  const on = dated?.[2] === undefined ? undefined : readNight(dated[2], here);
  return {
    decree: on === undefined ? act : (dated?.[1] ?? act),
    ...(others === "" ? {} : { authority: { [context.language]: others } }),
    ...(on === undefined || on > here.today ? {} : { declared: on }),
  };
}

/** Both languages: it stands above answers in either. */
function titleOf(places: readonly AreaId[], { known }: Context): Text {
  const list = [...new Set(places)];
  const title = (language: "en" | "es") => {
    const t = texts(language).recordCurfew;
    const name = (id: AreaId) => known.areasById.get(id)?.name[language] ?? known.areasById.get(id)?.name.en ?? id;
    return t.curfewIn(list.length > 4 ? t.places(list.length) : texts(language).common.and(list.map(name)));
  };
  return { en: title("en"), es: title("es") };
}

const NOT = /^(?:(?:expressly\s+)?not(?:\s+exempt)?|no(?:\s+exent[oa]s?)?)\s*:\s*/iu;

function whoOf(typed: string, context: Context): Pick<Curfew, "exempt" | "notExempt"> {
  const cleaned = cleanText(typed, 2_000);
  if (cleaned.is !== "text") return {};
  const lines = cleaned.text.split(/\n|;/).map((line) => line.replace(/^[•*-]\s*/, "").trim());
  const [exempt, notExempt] = [false, true].map((not) =>
    lines
      .filter((line) => NOT.test(line) === not)
      .flatMap((line) => textOf(line.replace(NOT, ""), WHO, context) ?? [])
      .slice(0, MOST_WHO),
  );
  return {
    ...(exempt === undefined || exempt.length === 0 ? {} : { exempt }),
    ...(notExempt === undefined || notExempt.length === 0 ? {} : { notExempt }),
  };
}

function card(drafts: readonly Draft[], _given: Given, context: Context): Card {
  const [draft] = drafts;
  const { language, known, now } = context;
  if (draft === undefined || !("rules" in draft.content)) throw new Refusal(texts(language).common.brokenButton);
  const content = draft.content;
  const t = texts(language).recordCurfew;
  const step = { record: known, was: {}, is: content, kind: "curfew.declared", now } as const;
  const ahead = foreseen(step);
  const count = channels(ahead, context);
  const same = known.curfews.filter((one) => isSameDecree(one, content));
  const alike = known.curfews.filter((one) => !same.includes(one) && overlaps(one, content, context));
  const official = officialOf(content, context);
  return {
    preview: preview(step, ahead, language),
    warnings: [
      ...same.map((one) => t.sameDecree(named(one, context))),
      ...(alike.length === 0 ? [] : [t.overlapping(alike.map((one) => named(one, context)).join("; "))]),
    ],
    lines: [
      ...placeLines(content, context),
      ...scheduleLines(content, context),
      countedWords(ahead.list.length === 0 ? undefined : count, context),
      ...(content.rules.some((rule) => rule.areasPartial) ? [t.partial] : []),
      t.notAll,
      t.declared(day(content.declared, language)),
      ...(content.authority.en === texts("en").common.notStated ? [t.notStated] : []),
      ...(content.exempt === undefined ? [t.openExempt] : []),
      ...official,
    ],
    rests: [count, ahead.list.length > 0, ...[...same, ...alike].map(({ id }) => id)],
    more: same
      .slice(0, 1)
      .map((one) => changeButton(one.id, context))
      .filter((one) => one !== undefined),
  };
}

function officialOf({ sources }: Curfew, { language }: Context): string[] {
  const own = sources.find(({ url = "" }) => isOfficial(url));
  return own === undefined ? [] : [texts(language).recordCurfew.official(escape(publisherKey(own)))];
}

const numberOf = ({ decree = "" }: Curfew) => /\d[\d.-]*(?=\D*$)/.exec(decree)?.[0];

/** By its number and country, within a year: numbers begin anew with a government. */
function isSameDecree(one: Curfew, other: Curfew): boolean {
  const number = numberOf(other);
  const apart = Math.abs(calendar(one).first - calendar(other).first);
  return (
    number !== undefined &&
    one.id !== other.id &&
    one.country === other.country &&
    numberOf(one) === number &&
    apart < 366
  );
}

/** Some night of both, in some place of both. */
function overlaps(one: Curfew, other: Curfew, { known }: Context): boolean {
  const [a, b] = [calendar(one), calendar(other)];
  if (one.id === other.id || one.country !== other.country || a.first > b.last || b.first > a.last) return false;
  const within = (part: AreaId, list: readonly AreaId[]) =>
    known.areas.get(part) !== undefined && known.areas.ancestors(part).some((id) => list.includes(id));
  const [mine, theirs] = [one, other].map(({ rules }) => rules.flatMap(({ areas }) => areas));
  return (mine ?? []).some((id) => within(id, theirs ?? [])) || (theirs ?? []).some((id) => within(id, mine ?? []));
}
