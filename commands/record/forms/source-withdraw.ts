// One source of a strike is taken back: its publisher withdrew it, or we do not rest on it any more. What it carried falls out of figures, counts and label; it stays
// in the record, struck. The last source that stands cannot be taken back: then the record itself has to be withdrawn.
import { type Context, type ModalField, Refusal } from "../../../src/command.ts";
import type { Draft, Fact } from "../../../src/domain/fact.ts";
import { US_ZONE } from "../../../src/domain/fresh.ts";
import { hash } from "../../../src/domain/id.ts";
import { type Source, sourceKey, standingSources } from "../../../src/domain/source.ts";
import { Strike } from "../../../src/domain/strike.ts";
import { dayOf } from "../../../src/domain/time.ts";
import { type Why, WhyKind } from "../../../src/domain/why.ts";
import { say, texts } from "../../../src/text/index.ts";
import { day } from "../../../src/text/time.ts";
import { differences } from "../../../src/views/record/differences.ts";
import { sourceLines, sourceRests } from "../../../src/views/record/source-card.ts";
import { changeNotice, recordedAs } from "../../../src/views/record/strike.ts";
import type { Card, Given, RecordForm } from "../form-contract.ts";
import { lineField, sourceIn, textIn } from "./total-read.ts";

export const strikeSource: RecordForm = {
  name: "strike-source",
  title: (_given, { language }) => texts(language).recordSource.title,
  fields: (given, context) => {
    const t = texts(context.language).recordSource.field;
    const { typed } = given;
    return [
      choice(given, context),
      lineField("reason", t.reason, { value: typed["reason"], required: true }),
      lineField("who", t.who, { value: typed["who"] }),
      lineField("link", t.link, { value: typed["link"] }),
    ];
  },
  read: (given, context) => [read(given, context)],
  card,
  recorded,
};

/** Discord's limits of a menu. */
const [ENTRIES, LABEL] = [25, 100];

function choice(given: Given, context: Context): ModalField {
  const { language } = context;
  const t = texts(language).recordSource;
  const standing = withdrawable(given, context);
  const value = standing.map(valueOf).find((one) => one === given.typed["source"]);
  return {
    key: "source",
    kind: "choice",
    ...t.field.source,
    required: true,
    options: standing.slice(0, ENTRIES).map((source) => ({ label: labelOf(source, context), value: valueOf(source) })),
    ...(value === undefined ? {} : { value }),
  };
}

/** Throws a Refusal where only one source is left. */
function withdrawable(given: Given, context: Context): readonly Source[] {
  const standing = standingSources(standingOf(given, context).stands.sources);
  const keys = new Set(standing.map(sourceKey));
  if (keys.size < 2) throw new Refusal(texts(context.language).recordSource.last);
  return standing.filter((source, i) => standing.findIndex((other) => sourceKey(other) === sourceKey(source)) === i);
}

const valueOf = (source: Source) => hash(["source", sourceKey(source)]).slice(0, 16);

function labelOf({ publisher, date }: Source, { language }: Context): string {
  const name = typeof publisher === "string" ? publisher : say(publisher, language);
  const dated = date === undefined ? texts(language).common.undated : day(date, language);
  const room = LABEL - dated.length - 2;
  return `${name.length > room ? `${name.slice(0, room - 1).trimEnd()}…`.toWellFormed() : name}, ${dated}`;
}

function standingOf({ args: [subject = "", version = "", is] }: Given, { recording, versions, language }: Context) {
  const head = recording.head("strike", subject);
  const seen = versions("strike", subject).find(({ id }) => id === version);
  const kind = is === undefined ? undefined : WhyKind.safeParse(is).data;
  if (seen === undefined || head === undefined || (is !== undefined && kind === undefined))
    throw new Refusal(texts(language).common.brokenButton);
  if (head.kind !== "strike.recorded" && head.kind !== "strike.changed")
    throw new Refusal(texts(language).recordSource.gone);
  return { head, seen, kind, stands: head.content };
}

function read(given: Given, context: Context): Draft {
  const { language, now } = context;
  const t = texts(language).recordSource;
  const { typed } = given;
  const { head, stands, kind } = standingOf(given, context);
  const source = withdrawable(given, context).find((one) => valueOf(one) === typed["source"]);
  if (source === undefined) throw new Refusal(t.noSource);
  const reason = textIn(typed["reason"], "reason", context);
  if (reason === undefined) throw new Refusal(texts(language).recordTotal.noReason);
  const who = textIn(typed["who"], "who", context);
  const link = (typed["link"] ?? "").trim();
  const told = language === "en" ? { en: reason } : { es: reason };
  const withdrawn = { on: dayOf(now, US_ZONE), reason: told };
  const content = Strike.parse({
    ...stands,
    sources: stands.sources.map((one) =>
      sourceKey(one) === sourceKey(source) && one.withdrawn === undefined ? { ...one, withdrawn } : one,
    ),
  });
  const why: Why = {
    // Whoever takes its own source back revises what it said; otherwise it was us who rested on it.
    is: kind ?? (who === undefined ? "corrected" : "updated"),
    reason: told,
    ...(who === undefined ? {} : { by: { en: who, es: who } }),
    ...(link === "" ? {} : { source: sourceIn(link, context) }),
  };
  return { kind: "strike.changed", subject: stands.id, prev: head.id, content, why };
}

function card([draft]: readonly Draft[], given: Given, context: Context): Card {
  const { known, now, language } = context;
  const { head, seen, stands } = standingOf(given, context);
  const strike = strikeOf(draft);
  const moved =
    head.id === seen.id ? [] : [texts(language).recordTotal.moved(differences(seen, head, known, language).join("; "))];
  return {
    preview: changeNotice(stands, draft?.why, { strike, known, now, language }).preview,
    warnings: moved,
    lines: sourceLines({ was: stands, is: strike, record: known, language }),
    rests: [head.id, ...sourceRests(strike, known)],
  };
}

function strikeOf(draft: Draft | Fact | undefined): Strike {
  if (draft?.kind !== "strike.changed") throw new Error(`a source taken back holds ${draft?.kind ?? "nothing"}`);
  return draft.content;
}

function recorded([fact]: readonly Fact[], { known, language }: Context): string {
  const t = texts(language).recordSource;
  return fact === undefined ? t.recordedBare : t.recorded(recordedAs(strikeOf(fact), known, language));
}
