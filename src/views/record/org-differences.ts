// What changed between two versions of an organisation: names, and which governments list it. A listing is a government's act, and is told as one.
import type { Designation, Org } from "../../domain/org.ts";
import { texts } from "../../text/index.ts";
import { beganOn, shortAuthority } from "../orgs/listing.ts";
import { escape } from "../escape.ts";
import {
  cameAndWent,
  dayWords,
  field,
  isSame,
  lineOf,
  listField,
  nameOf,
  type Part,
  sourceLines,
  type Telling,
  told,
  toldAll,
} from "./parts-of.ts";
import { countryWords, orgName } from "./strike-differences.ts";

export const ORG_PARTS: readonly Part<Org>[] = [
  field("name", "name", ({ name }) => escape(name)),
  field("acronym", "acronym", ({ acronym }) => (acronym === undefined ? undefined : escape(acronym))),
  listField("otherNames", "otherNames", (one, { language }) =>
    one.otherNames.map(({ name, former }) =>
      former ? texts(language).differences.former(escape(name)) : escape(name),
    ),
  ),
  { of: ["designations"], tell: (was, is, telling) => listingLines(was, is, telling) },
  {
    of: ["mergedInto"],
    tell: (was, is, telling) => {
      const t = texts(telling.language).differences;
      const words = ({ mergedInto }: Org) =>
        mergedInto === undefined ? [] : [t.merged(orgName(mergedInto.org, telling))];
      return [
        ...words(is),
        ...words(was).map((one) => t.gone(one, dayWords(was.mergedInto?.date, telling) ?? "")),
      ].slice(0, 1);
    },
  },
  field("country", "country", ({ country }, telling) => countryWords(country, telling)),
  listField("activeIn", "activeIn", (one, telling) => one.activeIn.map((id) => countryWords(id, telling))),
  field("description", "description", (one, telling) => told(one.description, telling)),
  field("category", "category", (one, telling) => told(one.category?.label, telling)),
  listField("notes", "notes", (one, telling) => toldAll(one.notes, telling)),
  listField("disputed", "disputed", (one, telling) => toldAll(one.disputed, telling)),
  { of: ["sources"], tell: (was, is, telling) => sourceLines(was.sources, is.sources, telling) },
];

/** By authority and kind of list: what came, what ended, what went from the record, whose date is another. */
function listingLines(was: Org, is: Org, telling: Telling): string[] {
  const t = texts(telling.language).differences;
  const whose = (one: Designation) => shortAuthority(one.authority, telling.record, telling.language);
  const kind = (one: Designation) => [whose(one), told(one.type, telling) ?? ""].join(", ");
  const full = (one: Designation) => [kind(one), beganOn(one, telling.language)].join(", ");
  const [before, after] = [was, is].map((org) => new Map(org.designations.map((one) => [kind(one), one])));
  const kept = is.designations.flatMap((one) => {
    const old = before?.get(kind(one));
    return old === undefined || isSame(old, one) ? [] : [{ old, one }];
  });
  const came = is.designations.filter((one) => before?.has(kind(one)) !== true);
  const went = was.designations.filter((one) => after?.has(kind(one)) !== true);
  return [
    ...cameAndWent(nameOf("listings", telling), went.map(full), came.map(full), telling),
    ...kept.flatMap(({ old, one }) => keptLines(old, one, t.of(nameOf("listing", telling), kind(one)), telling)),
  ];
}

function keptLines(old: Designation, one: Designation, name: string, telling: Telling): string[] {
  const { language } = telling;
  const t = texts(language).differences;
  const ended = ({ ended }: Designation) => ended?.date ?? ended?.announced;
  const lines = [
    ...lineOf(name, beganOn(old, language), beganOn(one, language), telling),
    ...(old.ended === undefined && one.ended !== undefined
      ? [
          t.delisted(
            shortAuthority(one.authority, telling.record, language),
            dayWords(ended(one), telling) ?? texts(language).orgs.dateNotStated,
          ),
        ]
      : []),
    ...sourceLines(old.sources, one.sources, telling),
  ];
  return lines.length > 0 ? lines : [t.of(t.further, name)];
}
