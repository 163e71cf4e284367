// A total that others quote, changed: its quoter revised it, or we had it wrong. Who quotes it stays: a total of somebody else is another total.
import { type Context, Refusal } from "../../../src/command.ts";
import type { Draft } from "../../../src/domain/fact.ts";
import { Tally } from "../../../src/domain/strike.ts";
import { type Why, WhyKind } from "../../../src/domain/why.ts";
import { texts } from "../../../src/text/index.ts";
import { day } from "../../../src/text/time.ts";
import { differences } from "../../../src/views/record/differences.ts";
import { besideOurs, totalCard, totalRests, totalWarnings } from "../../../src/views/record/total-card.ts";
import { together } from "../../../src/together.ts";
import type { Card, Given, RecordForm } from "../form-contract.ts";
import { recordedTotal, tallyOf } from "./total.ts";
import { dayIn, hitsIn, lineField, settledDay, sourceIn, textIn, totalIn } from "./total-read.ts";

export const totalChange: RecordForm = {
  name: "total-change",
  title: (_given, { language }) => texts(language).recordTotal.titleChange,
  fields: (given, context) => {
    const { language } = context;
    const t = texts(language).recordTotal;
    const { stands } = standingOf(given, context);
    const typed = { ...typedOf(stands, context), ...given.typed };
    return [
      lineField("date", t.field.date, { value: typed["date"], required: true }),
      lineField("killed", t.field.killed, { value: typed["killed"], required: true }),
      lineField("hits", t.field.hits, { value: typed["hits"] }),
      lineField("reason", t.field.reason, { value: typed["reason"], required: true }),
      lineField("link", t.field.otherLink, { value: typed["link"] }),
    ];
  },
  read: (given, context) => [read(given, context)],
  settled: ({ typed }, { now }) => settledDay(typed, now),
  card,
  recorded: recordedTotal,
};

/** The version that the form was opened with, and the one that stands by now. */
function standingOf({ args: [subject = "", version = "", is] }: Given, { recording, versions, language }: Context) {
  const head = recording.head("tally", subject);
  const seen = versions("tally", subject).find(({ id }) => id === version);
  const kind = WhyKind.safeParse(is).data;
  if (seen === undefined || head === undefined || kind === undefined)
    throw new Refusal(texts(language).common.brokenButton);
  if (head.kind !== "tally.quoted" || seen.kind !== "tally.quoted") throw new Refusal(texts(language).recordTotal.gone);
  return { head, seen, kind, stands: head.content, shown: seen.content };
}

/** As it would be typed. */
function typedOf({ date, killed, atLeast, strikes, vessels }: Tally, { language }: Context): Record<string, string> {
  const t = texts(language).strikes;
  return {
    date: day(date, language),
    killed: t.amount(killed, atLeast ? undefined : killed),
    hits: t.hits(strikes, vessels),
  };
}

function reasonIn(typed: string | undefined, context: Context): string {
  const reason = textIn(typed, "reason", context);
  if (reason === undefined) throw new Refusal(texts(context.language).recordTotal.noReason);
  return reason;
}

function read(given: Given, context: Context): Draft {
  const { typed } = given;
  const t = texts(context.language).recordTotal;
  const { head, stands, shown, kind } = standingOf(given, context);
  // What was left as the form showed it is as it stands by now: somebody may have changed it since.
  const link = (typed["link"] ?? "").trim();
  const { asked, askedHits, askedDay, reason, source } = together({
    asked: () => totalIn(typed["killed"] ?? "", context),
    askedHits: () => hitsIn(typed["hits"] ?? "", context),
    askedDay: () => dayIn(typed["date"] ?? "", context),
    reason: () => reasonIn(typed["reason"], context),
    source: () => (link === "" ? undefined : sourceIn(link, context)),
  });
  const total = asked.killed === shown.killed && asked.atLeast === shown.atLeast ? killedOf(stands) : asked;
  const same = askedHits.strikes === shown.strikes && askedHits.vessels === shown.vessels;
  const hits = same ? hitsOf(stands) : askedHits;
  const date = askedDay === shown.date ? stands.date : askedDay;
  const isNew = source !== undefined && !stands.sources.some(({ url }) => url === source.url);
  const { strikes: _strikes, vessels: _vessels, ...rest } = stands;
  const content = Tally.parse({
    ...rest,
    date,
    ...hits,
    ...total,
    sources: isNew ? [...stands.sources, { ...source, date }] : stands.sources,
  });
  if (JSON.stringify(plain(content)) === JSON.stringify(plain(stands))) throw new Refusal(t.nothing);
  const why: Why = {
    is: kind,
    reason: context.language === "en" ? { en: reason } : { es: reason },
    // Revised by whoever quotes it; corrected by nobody but us.
    ...(kind === "corrected" ? {} : { by: stands.quotedBy }),
    ...(source === undefined ? {} : { source }),
  };
  return { kind: "tally.quoted", subject: stands.id, prev: head.id, content, why };
}

const killedOf = ({ killed, atLeast }: Tally) => ({ killed, atLeast });
const hitsOf = ({ strikes, vessels }: Tally) => ({
  ...(strikes === undefined ? {} : { strikes }),
  ...(vessels === undefined ? {} : { vessels }),
});

const plain = ({ date, killed, atLeast, strikes, vessels, sources }: Tally) => [
  date,
  killed,
  atLeast,
  strikes ?? null,
  vessels ?? null,
  sources.map(({ url }) => url ?? null),
];

function card([draft]: readonly Draft[], given: Given, context: Context): Card {
  const { known, language } = context;
  const t = texts(language).recordTotal;
  const { head, seen } = standingOf(given, context);
  const tally = tallyOf(draft);
  const others = { ...known, tallies: known.tallies.filter(({ id }) => id !== tally.id) };
  const moved = head.id === seen.id ? [] : [t.moved(differences(seen, head, known, language).join("; "))];
  return {
    preview: totalCard(tally, others, language),
    warnings: [...moved, ...totalWarnings(tally, others, language)],
    lines: [
      ...(draft === undefined ? [] : differences(head, draft, known, language)),
      ...besideOurs(tally, known, language),
      t.shown,
    ],
    rests: [head.id, ...totalRests(tally, others)],
  };
}
