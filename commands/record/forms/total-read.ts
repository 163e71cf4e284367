// A total that others quote, as a member of the team typed it: read and checked as a whole, or a Refusal that names the first thing that cannot be read.
import { type Context, type ModalField, Refusal } from "../../../src/command.ts";
import { US_ZONE } from "../../../src/domain/fresh.ts";
import type { Source } from "../../../src/domain/source.ts";
import { type Day, dayOf } from "../../../src/domain/time.ts";
import { readDays } from "../../../src/text/day.ts";
import { texts } from "../../../src/text/index.ts";
import { type Hits, readHits, readTotal, type Total } from "../../../src/text/tally/total.ts";
import { day } from "../../../src/text/time.ts";
import { cleanLine, cleanText } from "../../../src/text/typed/clean.ts";
import { LONGEST_LINK, readLink } from "../../../src/text/typed/link.ts";
import { typedBack } from "../../../src/views/orgs/list.ts";

type Reader = Pick<Context, "language" | "now">;

export const LONGEST = { date: 60, killed: 60, hits: 80, who: 100, link: LONGEST_LINK, reason: 500 } as const;

export function lineField(
  key: keyof typeof LONGEST,
  words: { label: string; description: string },
  { value, required }: { value: string | undefined; required?: true },
): ModalField {
  return {
    key,
    kind: key === "reason" ? "paragraph" : "line",
    ...words,
    max: LONGEST[key],
    ...(value === undefined || value === "" ? {} : { value }),
    ...(required === undefined ? {} : { required }),
  };
}

export function totalIn(typed: string, { language }: Reader): Total {
  const total = readTotal(typed);
  if (total === undefined) throw new Refusal(texts(language).recordTotal.badKilled(typedBack(typed)));
  return total;
}

export function hitsIn(typed: string, { language }: Reader): Hits {
  const hits = readHits(typed);
  if (hits === undefined) throw new Refusal(texts(language).recordTotal.badHits(typedBack(typed)));
  return hits;
}

/** One day that has come. */
export function dayIn(typed: string, { language, now }: Reader): Day {
  const t = texts(language).record;
  const today = dayOf(now, US_ZONE);
  const days = readDays(typed, today);
  if (days === undefined) throw new Refusal(t.badDay(typedBack(typed)));
  if (days.from !== days.to) throw new Refusal(t.oneDay);
  if (days.from > today) throw new Refusal(t.future(day(days.from, language)));
  return days.from;
}

/** "Yesterday" is another day tomorrow: kept as the day that was meant. What cannot be read stays as it is. */
export function settledDay(typed: Readonly<Record<string, string>>, now: number): Readonly<Record<string, string>> {
  const days = readDays(typed["date"] ?? "", dayOf(now, US_ZONE));
  return days === undefined || days.from !== days.to ? typed : { ...typed, date: days.from };
}

/** Undefined where nothing was typed. */
export function textIn(typed: string | undefined, key: "who" | "reason", { language }: Reader): string | undefined {
  const cleaned = (key === "reason" ? cleanText : cleanLine)(typed ?? "", LONGEST[key]);
  if (cleaned.is === "too-long") throw new Refusal(texts(language).typed.tooLong(cleaned.length, cleaned.max));
  return cleaned.is === "text" ? cleaned.text : undefined;
}

export function sourceIn(typed: string, { language }: Reader): Source {
  const link = readLink(typed);
  if (link.is === "no") throw new Refusal(texts(language).typed.link[link.why]);
  return { publisher: link.host.replace(/^www\./, ""), url: link.url };
}
