// /record total: a running total as somebody else quotes it, which stands under /strikes beside our count of its day. It alerts nobody and changes no count of ours.
import { type Context, Refusal } from "../../../src/command.ts";
import type { Draft, Fact } from "../../../src/domain/fact.ts";
import { isNewSubject, newSubject } from "../../../src/domain/id.ts";
import { Tally } from "../../../src/domain/strike.ts";
import { texts } from "../../../src/text/index.ts";
import { sentence } from "../../../src/text/sentence.ts";
import { besideOurs, totalCard, totalRests, totalWarnings, totalWords } from "../../../src/views/record/total-card.ts";
import { together } from "../../../src/together.ts";
import type { Card, Given, RecordForm } from "../form-contract.ts";
import { dayIn, hitsIn, lineField, settledDay, sourceIn, textIn, totalIn } from "./total-read.ts";

export const totalForm: RecordForm = {
  name: "total",
  title: (_given, { language }) => texts(language).recordTotal.title,
  fields: ({ typed }, { language }) => {
    const t = texts(language).recordTotal.field;
    return [
      lineField("date", t.date, { value: typed["date"], required: true }),
      lineField("killed", t.killed, { value: typed["killed"], required: true }),
      lineField("hits", t.hits, { value: typed["hits"] }),
      lineField("who", t.who, { value: typed["who"], required: true }),
      lineField("link", t.link, { value: typed["link"], required: true }),
    ];
  },
  read: (given, context) => {
    const content = read(given, context);
    return [{ kind: "tally.quoted", subject: content.id, content }];
  },
  settled: ({ typed }, { now }) => settledDay(typed, now),
  card,
  recorded: (facts, context) => recordedTotal(facts, context),
};

/** What the form is opened with when /record total is typed. */
export function newTotal(): Given {
  return { args: [newSubject("tally")], typed: {} };
}

function read({ args: [id = ""], typed }: Given, context: Context): Tally {
  if (!isNewSubject("tally", id)) throw new Refusal(texts(context.language).common.brokenButton);
  const { date, total, hits, who, source } = together({
    date: () => dayIn(typed["date"] ?? "", context),
    total: () => totalIn(typed["killed"] ?? "", context),
    hits: () => hitsIn(typed["hits"] ?? "", context),
    who: () => whoIn(typed["who"], context),
    source: () => sourceIn(typed["link"] ?? "", context),
  });
  const sources = [{ ...source, date }];
  return Tally.parse({ id, date, ...hits, ...total, quotedBy: { en: who, es: who }, sources });
}

function whoIn(typed: string | undefined, context: Context): string {
  const who = textIn(typed, "who", context);
  if (who === undefined) throw new Refusal(texts(context.language).recordTotal.noWho);
  return who;
}

function card([draft]: readonly Draft[], _given: Given, context: Context): Card {
  const { known, language } = context;
  const tally = tallyOf(draft);
  return {
    preview: totalCard(tally, known, language),
    warnings: totalWarnings(tally, known, language),
    lines: [...besideOurs(tally, known, language), texts(language).recordTotal.shown],
    rests: totalRests(tally, known),
  };
}

export function tallyOf(draft: Draft | Fact | undefined): Tally {
  if (draft?.kind !== "tally.quoted") throw new Error(`a total holds ${draft?.kind ?? "nothing"}`);
  return draft.content;
}

/** `AP, 8 Mar 2026: 45 strikes, at least 157 killed. It stands under /strikes …`. */
export function recordedTotal([fact]: readonly Fact[], { language }: Context): string {
  const t = texts(language);
  const what = fact === undefined ? "" : sentence(t.record.recorded(totalWords(tallyOf(fact), language)));
  return [what, t.recordTotal.shown].filter(Boolean).join(" ");
}
