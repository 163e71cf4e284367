// Sources as readers see them: a link only where link() gives one, the publisher's name always.
import { link, newestDate, type Source } from "../domain/source.ts";
import type { Language } from "../domain/text.ts";
import type { PartialDay } from "../domain/time.ts";
import { say, texts } from "../text/index.ts";
import { day } from "../text/time.ts";
import { escape, masked } from "./escape.ts";

/** `[AP via KSAT](https://…), 23 Feb 2026 (note)`. */
export function sourceLine(source: Source, language: Language): string {
  const { common, strikes } = texts(language);
  const remarks = [
    ...(source.note === undefined ? [] : [escape(say(source.note, language))]),
    ...(source.urlWithheld === undefined ? [] : [strikes.addressWithheld(escape(say(source.urlWithheld, language)))]),
  ];
  const date = source.date === undefined ? common.undated : day(source.date, language);
  const line = `${sourceName(source, language)}, ${date}${remarks.length > 0 ? ` (${remarks.join("; ")})` : ""}`;
  const { withdrawn } = source;
  if (withdrawn === undefined) return line;
  const reason = withdrawn.reason === undefined ? undefined : escape(say(withdrawn.reason, language));
  return `~~${line}~~ ${strikes.sourceWithdrawn(day(withdrawn.on, language), reason)}`;
}

export function sourceName(source: Source, language: Language): string {
  const url = link(source);
  const name = typeof source.publisher === "string" ? source.publisher : say(source.publisher, language);
  return url === undefined ? escape(name) : masked(name, url);
}

/** `Newest source 23 Feb 2026`: how old the answer is. */
export function newestLine(sources: readonly Source[], language: Language): string {
  return newestDayLine(newestDate(sources), language);
}

/** The same, where the newest day is known already. */
export function newestDayLine(newest: PartialDay | undefined, language: Language): string {
  const { common } = texts(language);
  return newest === undefined ? common.noDatedSource : common.newestSource(day(newest, language));
}
