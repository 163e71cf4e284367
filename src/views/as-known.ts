// As of when something is known, in words: on the clock of the place that it speaks of. Never "now": it is read at another time.
import type { PlaceId } from "../domain/area.ts";
import type { Source } from "../domain/source.ts";
import { link, standingSources } from "../domain/source.ts";
import type { Language } from "../domain/text.ts";
import type { Millis } from "../domain/time.ts";
import { say, texts } from "../text/index.ts";
import { day, moment } from "../text/time.ts";
import { type CurfewRecord, sceneOf } from "./curfew/words.ts";

export interface AsKnown {
  record: CurfewRecord;
  /** Whose clock. */
  place: PlaceId;
  at: Millis;
  language: Language;
}

/** `Mon 16 Mar 10:05 (Ecuador time)`. A place that the record no longer holds has no clock: then it is told in UTC. */
export function asKnown({ record, place, at, language }: AsKnown, withYear = false): string {
  const known = record.areasById.has(place.split("/")[0] ?? "");
  const { zone, clock } = known ? sceneOf(record, [place], at, language) : { zone: "UTC", clock: "(UTC)" };
  return `${moment(at, zone, language, withYear ? 0 : at)} ${clock}`;
}

/** Two moments of which the second names the clock for both. */
export function bothAsKnown(one: Omit<AsKnown, "at">, from: Millis, to: Millis): [string, string] {
  const [first, second] = [asKnown({ ...one, at: from }), asKnown({ ...one, at: to })];
  const clock = / \([^()]*\)$/.exec(second)?.[0] ?? "";
  return [clock !== "" && first.endsWith(clock) ? first.slice(0, -clock.length) : first, second];
}

/** Sources named in a text to paste; the record has them all. */
const NAMED = 3;

/** `Source: AP via KSAT, 23 Feb 2026, https://…`: the newest, an address each where a reader may be sent there. None that was taken back. */
export function sourceLines(sources: readonly Source[], language: Language, most = NAMED): string[] {
  const { common, share: t } = texts(language);
  const names = new Map<string, Source>();
  const newestFirst = [...standingSources(sources)].sort((a, b) => ((a.date ?? "") < (b.date ?? "") ? 1 : -1));
  for (const source of newestFirst) {
    const name = typeof source.publisher === "string" ? source.publisher : say(source.publisher, language);
    if (!names.has(name)) names.set(name, source);
  }
  const told = [...names].map(([name, source]) =>
    [name, source.date === undefined ? common.undated : day(source.date, language), link(source) ?? ""]
      .filter(Boolean)
      .join(", "),
  );
  if (told.length === 0) return [common.noDatedSource];
  const more = told.length > most ? [t.moreSources(told.length - most)] : [];
  return [...told.slice(0, most).map((one) => `${common.source}: ${one}`), ...more];
}
