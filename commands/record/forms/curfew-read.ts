// What both forms about curfews read alike: hours and places, nights, words, links. Throws a Refusal that names the first thing that cannot be read.
import { type Context, Refusal } from "../../../src/command.ts";
import type { AreaId } from "../../../src/domain/area.ts";
import type { Curfew, CurfewRule } from "../../../src/domain/curfew.ts";
import { isOfficial } from "../../../src/domain/official.ts";
import type { Source } from "../../../src/domain/source.ts";
import type { Text } from "../../../src/domain/text.ts";
import { dayOf, type Zone } from "../../../src/domain/time.ts";
import { texts } from "../../../src/text/index.ts";
import {
  type Fault,
  printNights,
  printRules,
  type Reading,
  readNights,
  readRules,
  type Rules,
} from "../../../src/text/rules/index.ts";
import { cleanLine } from "../../../src/text/typed/clean.ts";
import { linksIn, readLink } from "../../../src/text/typed/link.ts";
import { escape } from "../../../src/views/escape.ts";
import { typedBack } from "../../../src/views/orgs/list.ts";

/** Discord's longest text of a form. */
export const LONGEST = 4_000;
const MOST_LINKS = 10;

export function readingOf(country: AreaId, context: Context, zone?: Zone): Reading {
  const { known, names, language, now } = context;
  // A country that is not among the places came from no button of ours.
  if (!known.areasById.has(country)) throw new Refusal(texts(language).common.brokenButton);
  return {
    names: names.areas,
    areas: known.areasById,
    language,
    country,
    now,
    zone: zone ?? known.areas.zone(country),
  };
}

/** Filled in before: by names, by codes where names are too long for a form. */
export function rulesText(rules: Rules, reading: Reading, { language }: Context): string {
  const byName = printRules(rules, reading);
  if (byName.length <= LONGEST) return byName;
  const none = { resolve: (typed: string) => ({ is: "one" as const, id: typed }), label: (id: string) => id };
  const byCode = printRules(rules, { ...reading, names: none, areas: new Map() });
  if (byCode.length > LONGEST) throw new Refusal(texts(language).recordCurfew.tooLong);
  return byCode;
}

export function rulesOf(
  typed: string,
  reading: Reading,
  context: Context,
  kept?: Rules,
): Pick<Curfew, "rules" | "exceptions"> {
  const t = texts(context.language).recordCurfew;
  const read = readRules(typed, reading, kept);
  if (read.is === "empty") throw new Refusal(t.noRules);
  if (read.is === "fault") throw new Refusal(t.line(typedBack(read.line), faultWords(read.fault, context)));
  for (const rule of read.rules) within(rule, context);
  return { rules: read.rules, exceptions: read.exceptions };
}

export function faultWords(fault: Fault, { language }: Pick<Context, "language">): string {
  const t = texts(language).recordCurfew.fault;
  const what = typedBack(fault.what);
  switch (fault.why) {
    case "several":
      return t.several(what, fault.labels.map(escape).join("; "));
    case "unknown-place":
      return t["unknown-place"](what, fault.labels.map(escape).join("; "));
    case "hours":
    case "midnight":
    case "no-places":
      return t[fault.why];
    case "ambiguous":
    case "no-hour":
    case "night":
    case "backwards":
    case "number":
    case "except-night":
      return t[fault.why](what);
  }
}

/** What is left out lies in what is named: else it would leave out nothing, unseen. */
function within({ areas, except = [] }: CurfewRule, { known, names, language }: Context): void {
  const label = (id: AreaId) => escape(names.areas.label(id, language));
  for (const part of except) {
    if (known.areas.ancestors(part).some((one) => areas.includes(one))) continue;
    throw new Refusal(texts(language).recordCurfew.notWithin(label(part), areas.map(label).join(", ")));
  }
}

/** The country of all the places. */
export function countryOf({ rules, exceptions }: Rules, { known, names, language }: Context): AreaId {
  const named = [...rules.flatMap(({ areas }) => areas), ...exceptions.flatMap(({ areas }) => areas ?? [])];
  const [country = "", other] = new Set(named.map((id) => known.areas.country(id)));
  if (other === undefined) return country;
  throw new Refusal(
    texts(language).recordCurfew.countries(
      [country, other].map((id) => escape(names.areas.label(id, language))).join(", "),
    ),
  );
}

export function nightsOf(typed: string, reading: Reading, { language }: Context): ReturnType<typeof nightsRead> {
  return nightsRead(typed, reading, language);
}

function nightsRead(typed: string, reading: Reading, language: Context["language"]) {
  const t = texts(language).recordCurfew;
  const read = readNights(typed, reading);
  if (read.is === "backwards") throw new Refusal(t.nightsBackwards);
  if (read.is === "unreadable") throw new Refusal(t.badNights(typedBack(read.what)));
  const { firstNight, lastNight } = read.nights;
  if (lastNight !== undefined && lastNight < firstNight) throw new Refusal(t.nightsBackwards);
  return read.nights;
}

export function nightsText(curfew: Curfew, reading: Reading, { language }: Context): string {
  return printNights(curfew, reading, language);
}

/** One line in the language in which it was typed; undefined for nothing. */
export function textOf(typed: string, max: number, { language }: Context): Text | undefined {
  const cleaned = cleanLine(typed, max);
  if (cleaned.is === "too-long") throw new Refusal(texts(language).typed.tooLong(cleaned.length, max));
  return cleaned.is === "empty" ? undefined : { [language]: cleaned.text };
}

export interface Sources {
  sources: [Source, ...Source[]];
  /** The first of them that is an authority's own. */
  official: Source | undefined;
}

/** Dated by the day on which it was read: when it was published nobody was asked, and the note says so. */
export function sourcesOf(typed: string, zone: Zone, { now, language }: Context): Sources {
  const t = texts(language);
  const single = readLink(typed);
  const found = single.is === "link" ? [single] : linksIn(typed);
  const [first, ...others] = found;
  // Whatever stands there and is no link is told, and not passed over: a second link may be the official one.
  const wrong = typed
    .split(/\s+/)
    .filter((word) => word !== "")
    .map(readLink)
    .find((one) => one.is === "no");
  if (first === undefined) throw new Refusal(t.typed.link[single.is === "no" ? single.why : "empty"]);
  if (wrong?.is === "no" && single.is === "no" && wrong.why !== "no-address" && wrong.why !== "empty")
    throw new Refusal(t.typed.link[wrong.why]);
  if (found.length > MOST_LINKS) throw new Refusal(t.recordCurfew.tooManyLinks(MOST_LINKS));
  const note = { en: texts("en").recordCurfew.readThatDay, es: texts("es").recordCurfew.readThatDay };
  const source = ({ url, host }: { url: string; host: string }): Source => ({
    publisher: host.replace(/^www\./, ""),
    url,
    date: dayOf(now, zone),
    note,
  });
  const sources: [Source, ...Source[]] = [source(first), ...others.map(source)];
  return { sources, official: sources.find(({ url = "" }) => isOfficial(url)) };
}
