// What became of a strike between two versions, step by step: each with its own word, old -> new and its day. It must never put two steps under one word
// that was said of one of them, nor show a slip that was taken back within minutes.
import { US_ZONE } from "../../domain/fresh.ts";
import type { StrikeVersion } from "../../domain/strike-version.ts";
import type { Language } from "../../domain/text.ts";
import { dayOf, dayStart, type Day, type Millis } from "../../domain/time.ts";
import { texts } from "../../text/index.ts";
import { weekday } from "../../text/time.ts";
import type { StrikeRecord } from "../../domain/count.ts";
import { readsOtherwise } from "./strike-differences.ts";
import { said, stepWords } from "./strike-line.ts";

export interface Step {
  was: StrikeVersion;
  is: StrikeVersion;
}

interface Scene {
  record: Pick<StrikeRecord, "areasById">;
  language: Language;
}

/** `path`: the versions from the one that a message told to the newest. */
export function stepsOf(path: readonly StrikeVersion[], { record, language }: Scene): Step[] {
  const differs = (a: StrikeVersion, b: StrikeVersion) =>
    (a.withdrawn === undefined) !== (b.withdrawn === undefined) ||
    (b.withdrawn === undefined && readsOtherwise(a.strike, b.strike, record, language));
  const kept: StrikeVersion[] = [];
  for (const version of path) {
    const last = kept.at(-1);
    if (last !== undefined && !differs(last, version)) continue;
    const back = version.why?.is === "undone" ? kept.findLastIndex((one) => !differs(one, version)) : -1;
    if (back === -1) kept.push(version);
    else kept.length = back + 1;
  }
  return kept.slice(1).flatMap((is, i) => {
    const was = kept[i];
    return was === undefined ? [] : [{ was, is }];
  });
}

/** Steps that a message holds below its first line; its embed has all. */
const SHOWN = 5;

/** `• Wed 18 Mar: UPDATED 3 -> 4 killed`, oldest first. None where the first line says it all. */
export function shortSteps(steps: readonly Step[], { record, language }: Scene): string[] {
  if (steps.length < 2) return [];
  const t = texts(language).strikeChange;
  const lines = steps.map((step) => `• ${dayed(step, steps, language)}${stepWords({ ...step, record, language })}`);
  if (lines.length <= SHOWN) return lines;
  return [`• ${t.stepsBefore(lines.length - SHOWN + 1)}`, ...lines.slice(1 - SHOWN)];
}

/** The same with who says so and why. */
export function fullSteps(steps: readonly Step[], { record, language }: Scene): string[] {
  return steps.map((step) => {
    const line = { ...step, record, language };
    return `• ${[`${dayed(step, steps, language)}${stepWords(line)}.`, ...said(line)].join(" ")}`;
  });
}

/** The day with its year, where they are of several years: such a message may be read in any of them. */
function dayed({ is }: Step, steps: readonly Step[], language: Language): string {
  if (is.at === undefined) return "";
  const years = new Set(
    steps.flatMap((one) => [one.was, one.is]).flatMap(({ at }) => (at === undefined ? [] : yearOf(at))),
  );
  const day = dayOf(is.at, US_ZONE);
  return `${named(day, language)}${years.size > 1 ? ` ${yearOf(is.at)}` : ""}: `;
}

const yearOf = (at: Millis) => dayOf(at, US_ZONE).slice(0, 4);
const named = (day: Day, language: Language) => weekday(dayStart(day, "UTC"), "UTC", language);
