// /record org, what became of one organisation: taken off a list, renamed, merged, another name. Each act is put upon the version that stands when it is read, so that
// nothing that others recorded is written over. They write nothing and ask no leave.
import { type Context, Refusal } from "../../../src/command.ts";
import type { Draft } from "../../../src/domain/fact.ts";
import { countryOf, listingKey } from "../../../src/domain/listing.ts";
import { changedBy, type OrgAct } from "../../../src/domain/org-change.ts";
import type { Text } from "../../../src/domain/text.ts";
import type { Why } from "../../../src/domain/why.ts";
import { say, texts } from "../../../src/text/index.ts";
import { escape } from "../../../src/views/escape.ts";
import { typedBack } from "../../../src/views/orgs/list.ts";
import { beganOn, shortAuthority, todayOf } from "../../../src/views/orgs/listing.ts";
import type { Given, RecordForm } from "../form-contract.ts";
import { orgCard, orgRecorded } from "./org-card.ts";
import {
  asItIs,
  datesOf,
  dayIn,
  field,
  type Head,
  headOf,
  line,
  LONGEST,
  needed,
  paragraph,
  settledDates,
  sourceOf,
  textIn,
  todayIn,
  whyOf,
} from "./org-read.ts";

/** Discord's limits: a title, a label of a list. */
const TITLE = 45;
const LABEL = 100;

type What = "delisted" | "renamed" | "merged" | "named";

interface Read {
  act: OrgAct;
  why: Why;
  today: string;
}

/** Args: the organisation. */
function actForm(
  what: What,
  fields: (given: Given, head: Head, context: Context) => ReturnType<RecordForm["fields"]>,
  readAct: (given: Given, head: Head, context: Context) => Read,
): RecordForm {
  const read = (given: Given, context: Context): [Draft] => {
    const head = headOf(given.args[0] ?? "", context);
    const { act, why, today } = readAct(given, head, context);
    const change = changedBy(head.org, act, { today, orgsById: context.known.orgsById });
    if (change.is === "no") throw new Refusal(texts(context.language).recordOrg.no[change.why]);
    return [{ kind: change.kind, subject: head.org.id, prev: head.id, content: change.org, why }];
  };
  return {
    name: `org-${what}`,
    title: ({ args: [id = ""] }, context) =>
      texts(context.language).recordOrg.title[what](headOf(id, context).org.name).slice(0, TITLE),
    fields: (given, context) => fields(given, headOf(given.args[0] ?? "", context), context),
    read,
    settled: (given, context) => settledDates(given, countryIn(given, context), context),
    card: orgCard({ read }),
    recorded: orgRecorded,
  };
}

/** On whose calendar the dates are: the authority's where a listing is meant. */
function countryIn({ args: [id = ""], typed }: Given, context: Context): string {
  const { org } = headOf(id, context);
  const listing = org.designations.find((one) => listingKey(one) === typed.listing);
  return listing === undefined ? org.country : countryOf(listing.authority);
}

const delisted = actForm(
  "delisted",
  (given, { org }, context) => {
    const t = texts(context.language).recordOrg;
    const standing = org.designations.filter(({ ended }) => ended === undefined);
    if (standing.length === 0) throw new Refusal(t.noListing(escape(org.name)));
    const options = standing.slice(-25).map((one) => ({
      label:
        `${plain(shortAuthority(one.authority, context.known, context.language))}, ${say(one.type, context.language)}`.slice(
          0,
          LABEL,
        ),
      value: listingKey(one),
      description: beganOn(one, context.language).slice(0, LABEL),
    }));
    const picked = given.typed.listing ?? (options.length === 1 ? options[0]?.value : undefined);
    const valid = options.some(({ value }) => value === picked);
    return [
      {
        key: "listing",
        kind: "choice",
        ...t.field.listing,
        required: true,
        options,
        ...(valid && picked !== undefined ? { value: picked } : {}),
      },
      field("offDates", given, context, { required: true, max: LONGEST.dates }),
      field("act", given, context),
      field("note", given, context, { paragraph: true, max: LONGEST.note }),
      field("link", given, context, { required: true, max: LONGEST.link }),
    ];
  },
  (given, { org }, context) => {
    const { language, known, now } = context;
    const listing = org.designations.find((one) => listingKey(one) === given.typed.listing);
    if (listing === undefined) throw new Refusal(texts(language).recordOrg.bad.listing);
    const today = todayOf(listing.authority, { record: known, now });
    const { announced, effect } = datesOf(given.typed.offDates ?? "", today, context);
    const act = line("act", given, context);
    const note = paragraph("note", given, context, LONGEST.note);
    const source = sourceOf(given, context);
    const authority = known.authorities.find(({ id }) => id === listing.authority);
    return {
      today,
      act: {
        is: "delisted",
        listing: listingKey(listing),
        ended: {
          ...(announced === undefined ? {} : { announced }),
          ...(effect === undefined ? {} : { date: effect }),
          ...(act === undefined ? {} : { instrument: asItIs(act) }),
          ...(note === undefined ? {} : { note: textIn(language, note) }),
          sources: [source],
        },
      },
      why: whyOf("changed", "delisted", source, authority?.name ?? asItIs(countryOf(listing.authority))),
    };
  },
);

/** A menu shows no markdown: the backslashes of an escaped name would be seen. */
const plain = (escaped: string) => escaped.replaceAll("\\", "");

const renamed = actForm(
  "renamed",
  (given, { org }, context) => [
    field("newName", given, context, { required: true, max: LONGEST.name }),
    field("acronym", given, context, { max: 20, value: org.acronym }),
    field("since", given, context, { required: true, max: LONGEST.dates }),
    field("by", given, context),
    field("link", given, context, { required: true, max: LONGEST.link }),
  ],
  (given, { org }, context) => {
    const today = todayIn(org.country, context);
    const source = sourceOf(given, context);
    const by = byOf("by", given, context);
    return {
      today,
      act: {
        is: "renamed",
        name: needed("newName", line("newName", given, context), context),
        acronym: line("acronym", given, context, 20),
        since: dayIn("since", given, today, context),
        by,
        sources: [source],
      },
      why: whyOf("changed", "renamed", source, by),
    };
  },
);

const merged = actForm(
  "merged",
  (given, _head, context) => [
    field("into", given, context, { required: true }),
    field("since", given, context, { required: true, max: LONGEST.dates }),
    field("by", given, context),
    field("note", given, context, { paragraph: true, max: LONGEST.note }),
    field("link", given, context, { required: true, max: LONGEST.link }),
  ],
  (given, { org }, context) => {
    const today = todayIn(org.country, context);
    const source = sourceOf(given, context);
    const by = byOf("by", given, context);
    const note = paragraph("note", given, context, LONGEST.note);
    return {
      today,
      act: {
        is: "merged",
        into: targetOf(needed("into", line("into", given, context), context), context),
        date: dayIn("since", given, today, context),
        by,
        note: note === undefined ? undefined : textIn(context.language, note),
        sources: [source],
      },
      why: whyOf("changed", "merged", source, by),
    };
  },
);

const named = actForm(
  "named",
  (given, _head, context) => {
    const t = texts(context.language).recordOrg;
    const options = [
      { label: t.alsoCalled, value: "also" },
      { label: t.formerName, value: "former" },
    ];
    return [
      field("otherName", given, context, { required: true, max: LONGEST.name }),
      {
        key: "isFormer",
        kind: "choice",
        ...t.field.isFormer,
        required: true,
        options,
        value: given.typed.isFormer === "former" ? "former" : "also",
      },
      field("until", given, context, { max: LONGEST.dates }),
      field("calledBy", given, context),
      field("link", given, context, { required: true, max: LONGEST.link }),
    ];
  },
  (given, { org }, context) => {
    const today = todayIn(org.country, context);
    const source = sourceOf(given, context);
    const by = byOf("calledBy", given, context);
    const former = given.typed.isFormer === "former";
    return {
      today,
      act: {
        is: "named",
        name: needed("otherName", line("otherName", given, context), context),
        former,
        until: former ? dayIn("until", given, today, context) : undefined,
        by,
        sources: [source],
      },
      why: whyOf("added", "named", source, by),
    };
  },
);

function byOf(key: "by" | "calledBy", given: Given, context: Context): Text | undefined {
  const words = line(key, given, context);
  return words === undefined ? undefined : textIn(context.language, words);
}

/** Two bearers of a name are asked back. */
function targetOf(typed: string, { names, language }: Context): string {
  const t = texts(language).recordOrg;
  const found = names.orgs.resolve(typed, language);
  if (found.is === "one") return found.id;
  if (found.is === "several")
    throw new Refusal(t.twoNames(typedBack(typed), found.hits.map(({ label }) => escape(label)).join("; ")));
  throw new Refusal(t.bad.into(typedBack(typed)));
}

export const orgActs: readonly RecordForm[] = [delisted, renamed, merged, named];
