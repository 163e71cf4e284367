// From each figure over a list of strikes down to exactly the records behind it. Must offer nothing that would open empty, or the list that is shown.
import { compare, type Cut, isPart, type StrikeRecord } from "../../domain/count.ts";
import { Part } from "../../domain/part.ts";
import { indexed } from "../../domain/strike-index.ts";
import type { Language } from "../../domain/text.ts";
import type { Day } from "../../domain/time.ts";
import { texts } from "../../text/index.ts";
import { day } from "../../text/time.ts";
import type { Action, Row } from "../message.ts";
import { menus } from "../paging.ts";

interface Shown {
  record: StrikeRecord;
  cut: Cut;
  today: Day;
  language: Language;
}

export function behindMenu(shown: Shown, { length }: { length: number }, action: Action): Row[] {
  const { record, cut, language } = shown;
  const t = texts(language).strikes;
  const sums = indexed(record.strikes).sums(cut);
  const parts = Part.options
    .filter((part) => sums.behind(part) > 0 && sums.behind(part) < length)
    .map((part) => ({ label: t.behindPart[part](sums.behind(part)), value: part }));
  const options = [...parts, ...totals(shown)];
  return options.length === 0 ? [] : menus({ action, placeholder: t.behind, options });
}

/** Our records up to the day of the totals that stand beside the count. */
function totals({ record, cut, today, language }: Shown) {
  const upTo = cut.until !== undefined && cut.until < today ? cut.until : today;
  const [first] = compare(record, upTo);
  if (first === undefined || (!isPart(cut) && first.tally.date === cut.until)) return [];
  const { date } = first.tally;
  const label = texts(language).strikes.behindTotal(day(date, language), first.ours.records, isPart(cut));
  return first.ours.records === 0 ? [] : [{ label, value: date }];
}

/** What was picked, as the cut that it opens; undefined for what no menu of ours offers. */
export function behind(cut: Cut, picked: string): Cut | undefined {
  const part = Part.safeParse(picked);
  if (part.success) return { ...cut, only: part.data };
  return /^\d{4}-\d\d-\d\d$/.test(picked) ? { until: picked, only: "counted" } : undefined;
}
