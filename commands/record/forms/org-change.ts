// What stands of an organisation put right or changed: name, country, description, dates of its listings. What is left as it was when the form was opened is not changed,
// whatever became of it meanwhile. It writes nothing and asks no leave.
import { type Context, Refusal } from "../../../src/command.ts";
import type { Draft } from "../../../src/domain/fact.ts";
import type { Org } from "../../../src/domain/org.ts";
import { withSources } from "../../../src/domain/org-change.ts";
import type { Source } from "../../../src/domain/source.ts";
import { type Why, WhyKind } from "../../../src/domain/why.ts";
import { countryName } from "../../../src/text/country.ts";
import { say, texts } from "../../../src/text/index.ts";
import { escape } from "../../../src/views/escape.ts";
import { differences } from "../../../src/views/record/differences.ts";
import type { Given, RecordForm } from "../form-contract.ts";
import { orgCard, orgRecorded } from "./org-card.ts";
import { listingLines, readListings } from "./org-listing-lines.ts";
import {
  asItIs,
  countryOf,
  field,
  type FieldKey,
  headOf,
  line,
  LONGEST,
  nameAndAcronym,
  needed,
  paragraph,
  sourceOf,
  textIn,
} from "./org-read.ts";

/** In UTF-16 units; a list of listings is as long as it is. */
const MOST = { nameAndCountry: 300, reason: 600, listings: 3_900 } as const;

/** Args: the organisation, the version that was seen, the kind of change. */
export const orgChange: RecordForm = {
  name: "org-change",
  title: (given, context) => {
    const { kind, seen } = opening(given, context);
    const t = texts(context.language).recordOrg;
    return `${t.kind[kind]} · ${seen.name}`.slice(0, 45);
  },
  fields: (given, context) => {
    const { seen } = opening(given, context);
    const was = asTyped(seen, context);
    return [
      field("nameAndCountry", given, context, { required: true, max: MOST.nameAndCountry, value: was.nameAndCountry }),
      field("description", given, context, { paragraph: true, max: LONGEST.description, value: was.description }),
      field("listings", given, context, { paragraph: true, max: MOST.listings, value: was.listings }),
      field("reason", given, context, { required: true, paragraph: true, max: MOST.reason }),
      field("link", given, context, { max: LONGEST.link }),
    ];
  },
  read,
  card: orgCard({ read }, warnings),
  recorded: orgRecorded,
};

type Kind = "changed" | "updated" | "corrected";

/** The version that was seen; where the log does not hold it, what stands. */
function opening({ args }: Given, context: Context): { seen: Org; head: Org; headId: string; kind: Kind } {
  const [subject = "", seenId, typed] = args;
  const { org: head, id: headId } = headOf(subject, context);
  const found = context.versions("org", subject).find(({ id }) => id === seenId)?.content;
  const kind = WhyKind.safeParse(typed).data;
  return {
    head,
    headId,
    seen: found !== undefined && "designations" in found ? found : head,
    kind: kind === "changed" || kind === "updated" ? kind : "corrected",
  };
}

/** As the fields show it: what was left untouched reads the same. */
function asTyped(
  org: Org,
  { known, language }: Context,
): { nameAndCountry: string; description: string; listings: string } {
  const name = org.acronym === undefined ? org.name : `${org.name} (${org.acronym})`;
  return {
    nameAndCountry: `${name}, ${countryName(org.country, known.areasById, language)}`,
    description: org.description[language] ?? org.description.en ?? org.description.es ?? "",
    listings: listingLines(org, known, language),
  };
}

/** Which fields say another thing than when the form was opened. */
function touched({ typed }: Given, seen: Org, context: Context): Set<"nameAndCountry" | "description" | "listings"> {
  const was = asTyped(seen, context);
  const same = (a: string, b: string) => a.replaceAll(/\s+/g, " ").trim() === b.replaceAll(/\s+/g, " ").trim();
  const keys = ["nameAndCountry", "description", "listings"] as const;
  return new Set(keys.filter((key) => !same(typed[key] ?? was[key], was[key])));
}

function read(given: Given, context: Context): [Draft] {
  const t = texts(context.language).recordOrg;
  const { seen, head, headId, kind } = opening(given, context);
  const keys = touched(given, seen, context);
  const reason = paragraph("reason", given, context, MOST.reason);
  if (reason === undefined) throw new Refusal(t.bad.reason);
  const source = (given.typed.link ?? "").trim() === "" ? undefined : sourceOf(given, context);
  if (source === undefined && kind !== "corrected") throw new Refusal(t.bad.linkNeeded);
  const named = keys.has("nameAndCountry") ? withName(head, given, context) : head;
  const described = keys.has("description") ? withDescription(named, given, context) : named;
  const dated = keys.has("listings")
    ? { ...described, designations: readListings(given.typed.listings ?? "", { seen, head }, source, context) }
    : described;
  const content: Org = source === undefined ? dated : { ...dated, sources: withSources(dated.sources, [source]) };
  if (JSON.stringify(content) === JSON.stringify(head)) throw new Refusal(t.nothing);
  return [{ kind: "org.changed", subject: head.id, prev: headId, content, why: why(kind, reason, source, context) }];
}

function why(is: Kind, reason: string, source: Source | undefined, { language }: Context): Why {
  const publisher = typeof source?.publisher === "string" ? source.publisher : undefined;
  return {
    is,
    reason: textIn(language, reason),
    ...(publisher === undefined ? {} : { by: asItIs(publisher) }),
    ...(source === undefined ? {} : { source }),
  };
}

/** A name that is put right leaves none behind: it never was one. Who renamed itself is recorded as that. */
function withName(org: Org, given: Given, context: Context): Org {
  const typed = needed("nameAndCountry", line("nameAndCountry", given, context, MOST.nameAndCountry), context);
  const comma = typed.lastIndexOf(",");
  const country = countryOf(typed.slice(comma + 1).trim(), context);
  const { name, acronym } = nameAndAcronym(typed.slice(0, Math.max(0, comma)).trim());
  if (name === "") throw new Refusal(texts(context.language).recordOrg.bad.missing(label("nameAndCountry", context)));
  const { acronym: _, ...rest } = org;
  const otherNames = org.otherNames.filter((other) => other.name !== name);
  return {
    ...rest,
    name: name.slice(0, LONGEST.name),
    ...(acronym === undefined ? {} : { acronym }),
    otherNames,
    country,
  };
}

/** The other language's words say what was so before: they go, and the new ones are shown quoted. */
function withDescription(org: Org, given: Given, context: Context): Org {
  const words = needed("description", paragraph("description", given, context, LONGEST.description), context);
  return { ...org, description: textIn(context.language, words) };
}

const label = (key: FieldKey, { language }: Context) => texts(language).recordOrg.field[key].label;

/** Somebody changed it after the form was opened: what they changed, and which field both did. */
function warnings([draft]: readonly Draft[], given: Given, context: Context): string[] {
  const { known, language } = context;
  const t = texts(language).recordOrg;
  const { seen, head, kind } = opening(given, context);
  const reason = draft?.why?.reason;
  const said = reason === undefined ? [] : [t.lines.why(t.kind[kind], escape(say(reason, language)))];
  if (seen === head) return said;
  const since = differences(
    { kind: "org.changed", content: seen },
    { kind: "org.changed", content: head },
    known,
    language,
  );
  const [before, after] = [asTyped(seen, context), asTyped(head, context)];
  const both = [...touched(given, seen, context)].filter((key) => before[key] !== after[key]);
  return [`${t.warn.since} ${since.join("; ")}`, ...both.map((key) => t.warn.both(label(key, context))), ...said];
}
