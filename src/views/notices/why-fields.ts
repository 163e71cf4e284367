// Why a version follows another, in the words of whoever recorded it, and who says and confirmed it. It must never name a person.
import type { Language, Text } from "../../domain/text.ts";
import type { Why } from "../../domain/why.ts";
import { say, texts } from "../../text/index.ts";
import { escape } from "../escape.ts";
import { fieldOf } from "../fit.ts";
import type { Field } from "../message.ts";
import { sourceLine } from "../sources.ts";

/** Quoted; in the words of another language, that is named. */
export function reasonFields(reason: Text | undefined, language: Language): Field[] {
  return reason === undefined ? [] : fieldOf(texts(language).change.field.reason, [quoted(reason, language)]);
}

export function quoted(text: Text, language: Language): string {
  const said = escape(say(text, language));
  return text[language] === undefined ? said : texts(language).strikeChange.quoted(said);
}

export function byFields(why: Why | undefined, language: Language): Field[] {
  const { change: t, strikeChange: c } = texts(language);
  if (why === undefined) return [];
  return fieldOf(t.field.by, [
    ...(why.by === undefined ? [] : [escape(say(why.by, language))]),
    ...(why.source === undefined ? [] : [`• ${sourceLine(why.source, language)}`]),
    ...(why.official === undefined ? [] : [c.official]),
    ...(why.confirmedBy === undefined ? [] : [c.confirmed]),
  ]);
}
