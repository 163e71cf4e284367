// That an answer which somebody shared reads otherwise by now, exactly as its channel gets it; and that answer itself, put right. It must never let "now" of
// then be read as now: such lines stand in quotes, beside the day that they are of.
import type { Fact } from "../../domain/fact.ts";
import type { Language, Text } from "../../domain/text.ts";
import type { Millis } from "../../domain/time.ts";
import { say, texts } from "../../text/index.ts";
import { sentence } from "../../text/sentence.ts";
import { span } from "../../text/time.ts";
import { escape } from "../escape.ts";
import type { Message } from "../message.ts";
import { plain, putRight, struck } from "./put-right.ts";
import { byFields, reasonFields } from "./why-fields.ts";

export interface AnswerChanged {
  language: Language;
  /** What made it so; undefined where the log holds it no more. */
  fact: Fact | undefined;
  /** As its channel read it last. */
  was: string;
  /** As it reads by now; undefined where it cannot be answered any more. */
  line: string | undefined;
  /** `Mon 16 Mar 10:05 (Ecuador time)`: when it was shared. */
  asOf: string;
  /** Of the sharer; undefined once it was erased. */
  name: string | undefined;
  mark: string;
  lateBy?: Millis;
  earlier?: string;
}

/** The notice. */
export function answerChanged(view: AnswerChanged): Message {
  const { language, fact, was, line, asOf, name, mark, lateBy, earlier } = view;
  const t = texts(language);
  const told = line === undefined ? t.answerChanged.gone(asOf) : t.answerChanged.now(asOf, unended(plain(line)));
  const reason = line === undefined ? reasonOf(fact) : undefined;
  const late = lateBy === undefined ? [] : [t.strikes.late(span(lateBy))];
  const first = [
    sentence(`⚠️ ${wordOf(fact, line === undefined, language)} · ${told}`),
    ...(reason === undefined ? [] : [sentence(t.strikeChange.reason(escape(say(reason, language))))]),
    ...late,
  ].join(" ");
  const fields = [
    ...(earlier === undefined ? [] : [{ name: t.change.field.earlier, value: earlier }]),
    ...reasonFields(reasonOf(fact), language),
    ...byFields(fact?.why, language),
  ];
  const below = plain(was) === "" ? "" : `\n${t.answerChanged.was} ${struck(plain(was))}`;
  return {
    content: first + below,
    signature: t.answerChanged.by(name === undefined ? undefined : escape(name)),
    embed: { tone: "trouble", ...(fields.length === 0 ? {} : { fields }), footer: `#${mark}` },
  };
}

/** A notice of before, which told how it read at that time. */
export function noticePutRight(view: AnswerChanged, text: string | undefined): Message {
  const fresh = answerChanged(view);
  const [head = "", old] = [fresh.content, text].map((one) => one?.split("\n")[0]);
  return { ...fresh, ...putRight(head, fresh.embed ?? { tone: "trouble" }, old, view.language) };
}

/** The answer itself as of then, with the day and the word of its correction and what it said. `messages`: undefined where it cannot be answered any more. */
export function answerPutRight(
  message: Message | undefined,
  { language, fact, mark }: Pick<AnswerChanged, "language" | "fact" | "mark">,
  { text, moment }: { text: string | undefined; moment: string },
): Message {
  const t = texts(language).answerChanged;
  const word = wordOf(fact, message === undefined, language);
  const embed = message?.embed ?? {
    tone: "trouble" as const,
    fields: reasonFields(reasonOf(fact), language),
    footer: `#${mark}`,
  };
  const head = message === undefined ? word : message.content;
  const right = putRight(`${head}\n${t.putRight(moment, word)}`, embed, text, language);
  return { ...message, ...right };
}

/** CHANGED is said of the authority alone. */
function wordOf(fact: Fact | undefined, gone: boolean, language: Language): string {
  const { change, strikeChange } = texts(language);
  if (gone) return strikeChange.word.withdrawn;
  if (fact?.kind.endsWith(".withdrawn") === true) return strikeChange.word.corrected;
  if (fact?.why !== undefined) return strikeChange.word[fact.why.is === "withdrawn" ? "corrected" : fact.why.is];
  return fact?.kind.startsWith("curfew.") === true ? change.changed : strikeChange.inRecord;
}

function reasonOf(fact: Fact | undefined): Text | undefined {
  if (fact?.why?.reason !== undefined) return fact.why.reason;
  return fact !== undefined && "reason" in fact.content ? fact.content.reason : undefined;
}

/** Whether two first lines say the same: how new the newest source is makes none of them wrong. */
export function sameAnswer(a: string, b: string, language: Language): boolean {
  const { common, curfew } = texts(language);
  const heads = [common.newestSource("\u0000"), curfew.newest("\u0000")].map((one) => one.split("\u0000")[0] ?? one);
  const bare = (line: string) => heads.reduce((rest, head) => rest.split(head)[0] ?? rest, line).trim();
  return bare(a) === bare(b);
}

const unended = (line: string) => line.replace(/\.$/, "");
