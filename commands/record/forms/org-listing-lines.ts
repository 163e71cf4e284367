// The dates of an organisation's listings as lines that can be typed over, and back. Every listing keeps its line: none can be lost by a line that is missing.
import { type Context, Refusal } from "../../../src/command.ts";
import type { Known } from "../../../src/domain/known.ts";
import { listingKey } from "../../../src/domain/listing.ts";
import { countryOf } from "../../../src/domain/listing.ts";
import type { Designation, Org } from "../../../src/domain/org.ts";
import { inOrder, withSources } from "../../../src/domain/org-change.ts";
import type { Source } from "../../../src/domain/source.ts";
import type { Language } from "../../../src/domain/text.ts";
import { say, texts } from "../../../src/text/index.ts";
import { day } from "../../../src/text/time.ts";
import { shortAuthority } from "../../../src/views/orgs/listing.ts";
import { datesOf, todayIn } from "./org-read.ts";

/** `1. announced 4 Sep 2025, effective 5 Sep 2025; off effective 3 Mar 2026 | US Department of State, FTO`. */
export function listingLines(org: Org, known: Known, language: Language): string {
  return org.designations
    .map((one, i) => `${i + 1}. ${datesTyped(one, language)} | ${whose(one, known, language)}`)
    .join("\n");
}

function whose(one: Designation, known: Known, language: Language): string {
  const words = `${shortAuthority(one.authority, known, language)}, ${say(one.type, language)}`.replaceAll("\\", "");
  return words.length > 60 ? `${words.slice(0, 59)}…` : words;
}

function datesTyped({ announced, date, ended }: Designation, language: Language): string {
  const t = texts(language).recordOrg.dates;
  const both = (dates: { announced?: string | undefined; date?: string | undefined }) =>
    [
      ...(dates.announced === undefined ? [] : [t.announced(day(dates.announced, language))]),
      ...(dates.date === undefined ? [] : [t.effect(day(dates.date, language))]),
    ].join(", ") || t.none;
  return ended === undefined ? both({ announced, date }) : `${both({ announced, date })}; ${t.off} ${both(ended)}`;
}

/** `seen`: what the lines were made of. A line left as it was changes nothing; what others did to a listing meanwhile stays. */
export function readListings(
  typed: string,
  { seen, head }: { seen: Org; head: Org },
  source: Source | undefined,
  context: Context,
): Designation[] {
  const t = texts(context.language).recordOrg;
  const lines = typed
    .split("\n")
    .map((one) => one.trim())
    .filter((one) => one !== "");
  const numbered = new Map(lines.map((one) => [Number(/^(\d{1,3})[.)]/.exec(one)?.[1]), one]));
  const count = seen.designations.length;
  const complete = seen.designations.every((_, i) => numbered.has(i + 1));
  if (!complete || numbered.size !== count || lines.length !== count) throw new Refusal(t.bad.listings(count));
  const before = listingLines(seen, context.known, context.language).split("\n");
  const changed = new Map<string, string>();
  seen.designations.forEach((one, i) => {
    const now = numbered.get(i + 1) ?? "";
    if (datePart(now) !== datePart(before[i] ?? "")) changed.set(listingKey(one), datePart(now));
  });
  const keys = new Set(head.designations.map(listingKey));
  if ([...changed.keys()].some((key) => !keys.has(key))) throw new Refusal(t.no["no-such-listing"]);
  return head.designations.map((one) => {
    const dates = changed.get(listingKey(one));
    return dates === undefined ? one : redated(one, dates, source, context);
  });
}

const datePart = (text: string) =>
  text
    .replace(/^\d{1,3}[.)]\s*/, "")
    .split("|")[0]
    ?.replaceAll(/\s+/g, " ")
    .trim() ?? "";

function redated(one: Designation, typed: string, source: Source | undefined, context: Context): Designation {
  const t = texts(context.language).recordOrg;
  const today = todayIn(countryOf(one.authority), context);
  const off = /;\s*(?:off|fuera)\b(.*)$/i.exec(typed);
  const { announced, effect } = datesOf(off === null ? typed : typed.slice(0, off.index), today, context);
  const { announced: _a, date: _d, dateBasis, notBefore, ended, ...rest } = one;
  // What the day is the day of holds for the day that stood there, and so does "after that day".
  const kept = effect === one.date && dateBasis !== undefined ? { dateBasis } : {};
  const next: Designation = {
    ...rest,
    ...(announced === undefined ? {} : { announced }),
    ...(effect === undefined ? {} : { date: effect }),
    ...kept,
    ...(effect === undefined && notBefore !== undefined ? { notBefore } : {}),
    ...endOf(ended, off?.[1], source, today, context),
    sources: source === undefined ? one.sources : withSources(one.sources, [source]),
  };
  if (next.announced !== undefined && next.announced > today) throw new Refusal(t.no.ahead);
  if (next.ended?.announced !== undefined && next.ended.announced > today) throw new Refusal(t.no.ahead);
  if (!inOrder(next)) throw new Refusal(t.no["off-before-on"]);
  return next;
}

/** Put on the list again by mistake of ours, or never taken off: a line without "off" has no end. A new end is recorded as what it is. */
function endOf(
  ended: Designation["ended"],
  typed: string | undefined,
  source: Source | undefined,
  today: string,
  context: Context,
): Pick<Designation, "ended"> {
  if (typed === undefined) return {};
  const t = texts(context.language).recordOrg;
  if (ended === undefined) throw new Refusal(t.bad.end);
  const { announced, effect } = datesOf(typed, today, context);
  const { announced: _a, date: _d, ...rest } = ended;
  return {
    ended: {
      ...rest,
      ...(announced === undefined ? {} : { announced }),
      ...(effect === undefined ? {} : { date: effect }),
      sources: source === undefined ? ended.sources : withSources(ended.sources, [source]),
    },
  };
}
