// What a member of the team sees before a strike is recorded: the notice as readers get it, records that may be the same, and what confirming does. Sends
// nothing and decides nothing.
import type { StrikeRecord } from "../../domain/count.ts";
import type { Strike } from "../../domain/strike.ts";
import { indexed } from "../../domain/strike-index.ts";
import type { Language } from "../../domain/text.ts";
import type { Millis } from "../../domain/time.ts";
import { figure } from "../../domain/toll.ts";
import type { Why } from "../../domain/why.ts";
import { texts } from "../../text/index.ts";
import { sentence } from "../../text/sentence.ts";
import { day } from "../../text/time.ts";
import { breakLine, split } from "../fit.ts";
import type { Message } from "../message.ts";
import { strikeAlert } from "../notices/strike.ts";
import { differs, strikeChange } from "../notices/strike-change.ts";
import { hit, killed, when } from "../strikes/strike.ts";

export interface Scene {
  strike: Strike;
  known: StrikeRecord;
  now: Millis;
  language: Language;
}

/** More are named as a number: a card is read on a phone. */
export const NAMED = 3;
/** Characters of a line of a change. */
const SHORT = 240;

/** `US strike on a vessel, Caribbean: 3 killed, says SOUTHCOM. Announced 17 Mar 2026; day of the strike not stated.` */
export function recordedAs(strike: Strike, known: Pick<StrikeRecord, "areasById">, language: Language): string {
  const named = sentence(`${hit(strike, known, language)}: ${killed(strike, language)}`);
  return `${named} ${sentence(when(strike, language, (one) => day(one, language)))}`;
}

/** The first part of the notice, and a line where it has more. */
export function notice(scene: Scene): { preview: Message; lines: string[] } {
  return parted(strikeAlert(scene), scene.language);
}

/** The same of a change: as channels get it that were told what stands now. Where no word differs for them nothing is posted, and theirs is renewed. */
export function changeNotice(stands: Strike, why: Why | undefined, scene: Scene): ReturnType<typeof notice> {
  const was = { fact: "", strike: stands };
  const is = { fact: "", strike: scene.strike, ...(why === undefined ? {} : { why }) };
  const whole = { was, is, known: scene.known, language: scene.language, now: scene.now };
  if (differs(whole) !== "words") return notice(scene);
  return parted(strikeChange(whole), scene.language);
}

function parted(message: Message, language: Language): { preview: Message; lines: string[] } {
  const [preview, ...others] = split(message);
  if (preview === undefined) throw new Error("a notice has at least one part");
  return { preview, lines: others.length === 0 ? [] : [texts(language).recordStrike.cut(others.length + 1)] };
}

/** A line for each of the nearest, numbered as their buttons are, and one for the rest. */
export function sameLines(
  near: readonly { strike: Strike; linked: boolean }[],
  { known, language }: Pick<Scene, "known" | "language">,
): string[] {
  const t = texts(language).recordStrike;
  const named = near.slice(0, NAMED);
  const lines = named.map(({ strike, linked }, i) => {
    const what = recordedAs(strike, known, language);
    const number = named.length === 1 ? "" : `${i + 1}. `;
    return `${number}${linked ? t.sameLink(what) : t.maybeSame(what)}`;
  });
  return near.length > NAMED ? [...lines, t.moreSame(near.length - NAMED)] : lines;
}

/** Vigía's count before and after. */
export function countChange({ strike, known, language }: Scene): string {
  const { strikes: t, recordStrike } = texts(language);
  const index = indexed(known.strikes);
  const [before, after] = [index.count(), index.including(strike).count()];
  return recordStrike.count(
    [before.strikes, after.strikes],
    [t.amount(before.killed.low, before.killed.high), t.amount(after.killed.low, after.killed.high)],
  );
}

/** What a new record leaves open, so that nobody takes it for zero. */
export function openLines({ strike, language }: Pick<Scene, "strike" | "language">): string[] {
  const t = texts(language).recordStrike;
  const silent = figure(strike, "killed") === undefined;
  const bare = strike.figures.every(({ measure }) => measure === "killed") && strike.orgAlleged === undefined;
  return [...(silent ? [t.noFigure] : []), ...(bare ? [t.restNotStated] : [])];
}

/** As much of a line as a card has room for: the record has the whole. */
export function short(line: string): string {
  const [start = "", ...rest] = breakLine(line, SHORT);
  return rest.length === 0 ? start : `${start}…`;
}
