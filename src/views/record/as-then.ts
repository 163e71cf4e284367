// A record as it was known at an instant: the view that readers would have got then, under a line that says so. Nothing recorded later may show through.
import type { Curfew } from "../../domain/curfew.ts";
import type { Fact } from "../../domain/fact.ts";
import type { Known } from "../../domain/known.ts";
import type { Language } from "../../domain/text.ts";
import type { Millis } from "../../domain/time.ts";
import { texts } from "../../text/index.ts";
import { sentence } from "../../text/sentence.ts";
import { asKnown } from "../as-known.ts";
import { changeLines, decreeFields, titleLines } from "../curfew/decree.ts";
import { type Scene, sceneOf } from "../curfew/words.ts";
import { escape } from "../escape.ts";
import { fieldOf, split } from "../fit.ts";
import type { Field, Message } from "../message.ts";
import { orgView } from "../orgs/org.ts";
import { newestLine, sourceLine } from "../sources.ts";
import { strikeView } from "../strikes/strike.ts";
import { contentOf, namedBy, namedToday, subjectName } from "./subject.ts";

export interface Then {
  /** All versions, also those that came later: for the name alone. */
  versions: readonly Fact[];
  /** The newest that was known then. */
  head: Fact | undefined;
  /** The record as known then. */
  record: Known;
  at: Millis;
  home: string;
  language: Language;
}

export function asThen({ versions, head, record, at, home, language }: Then): readonly Message[] {
  const t = texts(language).history;
  const moment = asKnown({ record, place: home, at, language }, true);
  const newest = versions.toReversed();
  const today = escape(namedToday(newest, record, language) ?? "");
  if (head === undefined) return [{ content: sentence(t.notKnown(moment, today)) }];
  const name = escape(namedBy(newest, record, language) ?? "");
  const own = contentOf(head);
  if (own === undefined) return [{ content: sentence(t.goneThen(moment, name)) }];
  const [first, ...others] = viewOf(own.content, record, at, language);
  return first === undefined ? [] : [{ ...first, content: `${t.asKnown(moment)}\n${first.content}` }, ...others];
}

type Content = NonNullable<ReturnType<typeof contentOf>>["content"];

function viewOf(content: Content, record: Known, at: Millis, language: Language): readonly Message[] {
  if ("figures" in content) return strikeView(content, record, language);
  if ("designations" in content) return orgView(content, { record, now: at, language });
  const noun = "rules" in content ? "curfew" : "quotedBy" in content ? "tally" : "coverage";
  return split({
    content: sentence(escape(subjectName({ noun, content }, record, language))),
    embed: {
      tone: "info",
      fields: [
        ...("rules" in content ? decree(content, record, at, language) : []),
        ...fieldOf(
          texts(language).common.sources,
          content.sources.map((source) => `• ${sourceLine(source, language)}`),
        ),
      ],
      footer: newestLine(content.sources, language),
    },
  });
}

/** The whole of it, for everywhere it holds. */
function decree(curfew: Curfew, record: Known, at: Millis, language: Language): Field[] {
  const scene: Scene = { ...sceneOf(record, [curfew.country], at, language), dated: true };
  const { field } = texts(language).curfew;
  return [
    ...decreeFields(curfew, scene, { place: curfew.country, begin: undefined }),
    ...fieldOf(field.decree, titleLines(curfew, scene)),
    ...fieldOf(field.changes, changeLines(curfew, scene)),
  ];
}
