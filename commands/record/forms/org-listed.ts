// /record org, listed by a government: one organisation, or several by one legal act. Told again it becomes one more source of the listing that stands. It writes nothing
// and asks no leave.
import { type Context, Refusal } from "../../../src/command.ts";
import type { Draft } from "../../../src/domain/fact.ts";
import { isNewSubject } from "../../../src/domain/id.ts";
import { Designation, Instrument, type Org } from "../../../src/domain/org.ts";
import { changedBy, sameListing, withSource } from "../../../src/domain/org-change.ts";
import type { Source } from "../../../src/domain/source.ts";
import type { Text } from "../../../src/domain/text.ts";
import type { Day } from "../../../src/domain/time.ts";
import { fold } from "../../../src/text/fold.ts";
import { texts } from "../../../src/text/index.ts";
import { escape } from "../../../src/views/escape.ts";
import { shortListing } from "../../../src/views/orgs/listing.ts";
import type { Given, RecordForm } from "../form-contract.ts";
import { authorityOf, type Lister } from "./org-authority.ts";
import { orgCard, orgRecorded } from "./org-card.ts";
import {
  asItIs,
  datesOf,
  field,
  headOf,
  line,
  LONGEST,
  needed,
  orgsOf,
  paragraph,
  settledDates,
  sourceOf,
  textIn,
  todayIn,
  whyOf,
} from "./org-read.ts";

/** Args: letters and figures of this form's own, then the organisations. */
export const orgListed: RecordForm = {
  name: "org-listed",
  title: ({ args: [, ...ids] }, { known, language }) => {
    const t = texts(language).recordOrg;
    const name = known.orgsById.get(ids[0] ?? "")?.name ?? "";
    return t.title.listed(ids.length > 1 ? t.several(ids.length) : name).slice(0, 45);
  },
  fields: (given, context) => [
    field("authority", given, context, { required: true }),
    field("kind", given, context, { required: true, max: 400 }),
    field("dates", given, context, { required: true, max: LONGEST.dates }),
    field("note", given, context, { paragraph: true, max: LONGEST.note }),
    field("link", given, context, { required: true, max: LONGEST.link }),
  ],
  read,
  settled: (given, context) => settledDates(given, listerCountry(given, context), context),
  card: orgCard({ read }, warnings),
  recorded: orgRecorded,
};

/** On whose calendar the dates are; what cannot be read yet is refused when it is read. */
function listerCountry({ args, typed }: Given, context: Context): string {
  try {
    return authorityOf((typed.authority ?? "").trim(), args[0] ?? "", context).authority.country;
  } catch (error) {
    if (error instanceof Refusal) return context.defaultArea.slice(0, 2);
    throw error;
  }
}

interface Told {
  lister: Lister;
  listing: Designation;
  source: Source;
  today: Day;
  /** The act's name, where one is named. */
  act: string | undefined;
  /** From which new subjects get their ids: they do not follow from what was typed. */
  token: string;
}

function toldIn(given: Given, context: Context): Told {
  const { language } = context;
  const [token = ""] = given.args;
  const lister = authorityOf(needed("authority", line("authority", given, context), context), token, context);
  const [kind = "", ...rest] = (line("kind", given, context, 400) ?? "").split(";").map((one) => one.trim());
  if (kind === "") throw new Refusal(texts(language).recordOrg.bad.kind);
  const act = rest.join("; ");
  const today = todayIn(lister.authority.country, context);
  const { announced, effect } = datesOf(given.typed.dates ?? "", today, context);
  const note = paragraph("note", given, context, LONGEST.note);
  const source = sourceOf(given, context);
  const listing = Designation.parse({
    authority: lister.authority.id,
    type: typeOf(kind, context),
    ...(effect === undefined ? {} : { date: effect }),
    ...(announced === undefined ? {} : { announced }),
    ...(act === "" ? {} : { instrument: asItIs(act) }),
    ...(note === undefined ? {} : { note: textIn(language, note) }),
    sources: [source],
  });
  return { lister, listing, source, today, act: act === "" ? undefined : act, token };
}

/** Initials are the same in both languages; words are not. */
function typeOf(kind: string, { language }: Context): Text {
  const words = kind.split(/\s*,\s*|\s+(?:and|y)\s+/i);
  if (!words.every((word) => /^[A-Z]{2,}$/.test(word))) return textIn(language, kind);
  const [last = "", ...before] = words.toReversed();
  const joined = (and: string) => (before.length === 0 ? last : `${before.toReversed().join(", ")} ${and} ${last}`);
  return { en: joined("and"), es: joined("y") };
}

function read(given: Given, context: Context): [Draft, ...Draft[]] {
  const [token = "", ...ids] = given.args;
  if (!isNewSubject("instrument", `instrument-${token}`))
    throw new Refusal(texts(context.language).common.brokenButton);
  const t = texts(context.language).recordOrg;
  const told = toldIn(given, context);
  if (ids.length > 1 && (told.act === undefined || (told.listing.date ?? told.listing.announced) === undefined))
    throw new Refusal(t.bad.act);
  const act = actOf(ids, told, context);
  const listing = act === undefined ? told.listing : { ...told.listing, instrumentId: act.subject };
  const [first, ...others] = [
    ...(told.lister.draft === undefined ? [] : [told.lister.draft]),
    ...(act?.drafts ?? []),
    ...ids.map((id) => listedDraft(id, { ...told, listing }, context)),
  ];
  if (first === undefined) throw new Refusal(t.noName);
  return [first, ...others];
}

function listedDraft(id: string, { listing, source, today, lister }: Told, context: Context): Draft {
  const t = texts(context.language).recordOrg;
  const { org, id: prev } = headOf(id, context);
  const change = changedBy(org, { is: "listed", listing }, { today, orgsById: context.known.orgsById });
  if (change.is === "changed")
    return {
      kind: change.kind,
      subject: id,
      prev,
      content: change.org,
      why: whyOf("changed", "listed", source, lister.authority.name),
    };
  const standing = change.why === "listed-already" ? sameListing(org, listing, today) : undefined;
  if (standing === undefined) throw new Refusal(t.no[change.why]);
  const more = withSource(org, standing, source);
  if (more === undefined) throw new Refusal(t.sameSource(shortListing(standing, sceneOf(context))));
  return { kind: "org.changed", subject: id, prev, content: more, why: whyOf("added", "source", source) };
}

const sceneOf = ({ known, now, language }: Context) => ({ record: known, now, language });

/** The act as a record of its own: one of that name gains the organisations, several at once make a new one. */
function actOf(
  ids: readonly string[],
  { lister, listing, source, act, token }: Told,
  { known, recording }: Context,
): { subject: string; drafts: Draft[] } | undefined {
  if (act === undefined) return undefined;
  const standing = known.instruments.find(
    (one) => one.authority === lister.authority.id && fold(one.name) === fold(act),
  );
  const date = listing.date ?? listing.announced;
  const head = standing === undefined ? undefined : recording.head("instrument", standing.id);
  if (standing !== undefined) {
    const orgs = [...new Set([...standing.orgs, ...ids])];
    if (orgs.length === standing.orgs.length) return { subject: standing.id, drafts: [] };
    const content: Instrument = { ...standing, orgs };
    const prev = head === undefined ? {} : { prev: head.id };
    return { subject: standing.id, drafts: [{ kind: "instrument.recorded", subject: standing.id, ...prev, content }] };
  }
  if (ids.length < 2 || date === undefined) return undefined;
  const subject = `instrument-${token}`;
  const content = Instrument.parse({
    id: subject,
    authority: lister.authority.id,
    name: act.slice(0, 200),
    date,
    orgs: ids,
    sources: [source],
  });
  return { subject, drafts: [{ kind: "instrument.recorded", subject, content }] };
}

/** Told again, or with dates that stand in an odd order. */
function warnings(drafts: readonly Draft[], given: Given, context: Context): string[] {
  const t = texts(context.language).recordOrg.warn;
  const { listing, today } = toldIn(given, context);
  const again = orgsOf(drafts).flatMap(({ draft, org }) => {
    const before: Org | undefined = context.known.orgsById.get(org.id);
    const standing =
      draft.kind === "org.changed" && before !== undefined ? sameListing(before, listing, today) : undefined;
    return standing === undefined
      ? []
      : [t.again(`${escape(before?.name ?? "")}, ${shortListing(standing, sceneOf(context))}`)];
  });
  const { date, announced } = listing;
  return [...again, ...(date !== undefined && announced !== undefined && date < announced ? [t.before] : [])];
}
