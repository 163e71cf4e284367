// What a reader is told instead of an answer while the clock cannot be believed. It must never tell anything about now.
import type { Language } from "../domain/text.ts";
import type { Millis } from "../domain/time.ts";
import { texts } from "../text/index.ts";
import { span } from "../text/time.ts";

/** @param off ms by which our clock is ahead of Discord's; undefined where nobody knows. */
export function clockWrong(off: Millis | undefined, language: Language): string {
  const { clock } = texts(language);
  return off === undefined ? clock.unsure : clock.wrong(span(Math.abs(off)), off > 0);
}
