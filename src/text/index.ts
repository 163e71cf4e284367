// Words in the reader's language. The only place that decides what happens with a sentence that nobody has translated yet.
import type { Language, Text } from "../domain/text.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";

export type Texts = typeof en;

const TEXTS: Record<Language, Texts> = { en, es };

export function texts(language: Language): Texts {
  return TEXTS[language];
}

/** A fact's sentence in the reader's language; one that is missing is quoted, with its language named. */
export function say(text: Text, language: Language): string {
  const own = text[language];
  if (own !== undefined) return own;
  const [other, sentence] = text.en !== undefined ? (["en", text.en] as const) : (["es", text.es ?? ""] as const);
  return `“${sentence}” (${TEXTS[language].common.languageName[other]})`;
}

/** Discord's locale of a reader to ours: every kind of Spanish is Spanish, all else English. */
export function languageOf(locale: string): Language {
  return locale.toLowerCase().startsWith("es") ? "es" : "en";
}
