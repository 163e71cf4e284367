// A recorded strike changed by hand: CHANGED, UPDATED or CORRECTED, with what stands filled in. It writes nothing and asks no leave.
import type { Context, ModalField } from "../../../src/command.ts";
import type { Draft, Fact } from "../../../src/domain/fact.ts";
import { say, texts } from "../../../src/text/index.ts";
import { linesWords } from "../../../src/text/strike/figures.ts";
import { readTold, toldWords } from "../../../src/text/strike/told.ts";
import { escape } from "../../../src/views/escape.ts";
import { differences } from "../../../src/views/record/differences.ts";
import { changeNotice, countChange, recordedAs, short } from "../../../src/views/record/strike.ts";
import type { Card, Given, RecordForm } from "../form-contract.ts";
import { readChange, standingOf, toldIn } from "./strike-change-read.ts";
import { filled, LONGEST, regionField } from "./strike-fields.ts";
import { daysLine, today } from "./strike-read.ts";

/** Changes of others that a card names. */
const NAMED = 3;

export const strikeChangeForm: RecordForm = {
  name: "strike-change",
  title: ({ args }, context) => texts(context.language).recordStrikeChange.title[standingOf(args, context).kind],
  fields,
  read: (given, context) => {
    const { standing, content, why } = readChange(given, context);
    return [{ kind: "strike.changed", subject: content.id, prev: standing.head.id, content, why }];
  },
  settled: ({ typed }, { now, language }) => {
    const told = readTold(typed.told ?? "", today(now));
    return told.is === "told" ? { ...typed, told: toldWords(told.told, language) } : typed;
  },
  card,
  recorded,
};

/** With what stood when the form was opened: what is left as it was is not changed, whatever became of it meanwhile. */
function fields({ args, typed }: Given, context: Context): ModalField[] {
  const { language } = context;
  const { recordStrike, recordStrikeChange: t } = texts(language);
  const { seen, kind } = standingOf(args, context);
  const killed = typed.killed ?? linesWords(seen, language);
  return [
    {
      key: "told",
      kind: "line",
      ...recordStrike.told,
      required: true,
      max: LONGEST.told,
      ...filled(typed.told ?? toldWords(toldIn(seen), language)),
    },
    ...(seen.target === "land" ? [] : [regionField(typed.region ?? seen.region, context)]),
    {
      key: "killed",
      kind: "paragraph",
      ...t.killed,
      required: true,
      max: Math.max(LONGEST.lines, killed.length),
      ...filled(killed),
    },
    { key: "reason", kind: "paragraph", ...t.reason, required: true, max: LONGEST.reason, ...filled(typed.reason) },
    {
      key: "link",
      kind: "line",
      ...t.link,
      ...(kind === "corrected" ? {} : { placeholder: "https://" }),
      max: LONGEST.link,
      ...filled(typed.link),
    },
  ];
}

function card([draft]: readonly Draft[], { args }: Given, context: Context): Card {
  if (draft?.kind !== "strike.changed") throw new Error(`a form of changes holds ${draft?.kind ?? "nothing"}`);
  const { known, now, language } = context;
  const t = texts(language).recordStrikeChange;
  const { seen, head, stands, kind } = standingOf(args, context);
  const scene = { strike: draft.content, known, now, language };
  const { preview, lines } = changeNotice(stands, draft.why, scene);
  return {
    preview,
    warnings: meanwhile(
      head.id === args[1] ? [] : differences({ kind: head.kind, content: seen }, head, known, language),
      language,
    ),
    lines: [
      t.why(t.title[kind], escape(say(draft.why?.reason ?? {}, language))),
      ...(draft.why?.by === undefined ? [] : [t.saidBy(escape(say(draft.why.by, language)))]),
      ...differences(head, draft, known, language).map(short),
      ...daysLine(context),
      countChange(scene),
      ...lines,
      t.reached,
    ],
    rests: [head.id],
  };
}

function meanwhile(changes: readonly string[], language: Context["language"]): string[] {
  if (changes.length === 0) return [];
  const t = texts(language).recordStrikeChange;
  const more = changes.length > NAMED ? [t.sinceMore(changes.length - NAMED)] : [];
  return [`${t.since} ${[...changes.slice(0, NAMED).map(short), ...more].join("; ")}`];
}

function recorded([fact]: readonly Fact[], { known, language }: Context): string {
  if (fact === undefined || !("figures" in fact.content)) return "";
  return texts(language).recordStrike.recordedChanged(recordedAs(fact.content, known, language));
}
