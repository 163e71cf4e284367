// A total that others quote, before it is recorded: as /strikes will show it, beside our count of its day, with the difference in figures. Sends nothing.
import { beside, type StrikeRecord } from "../../domain/count.ts";
import { isSame } from "../../domain/speaker.ts";
import type { Tally } from "../../domain/strike.ts";
import { indexed } from "../../domain/strike-index.ts";
import type { Language } from "../../domain/text.ts";
import type { Range } from "../../domain/toll.ts";
import { say, texts } from "../../text/index.ts";
import { sentence } from "../../text/sentence.ts";
import { day } from "../../text/time.ts";
import { escape } from "../escape.ts";
import { fieldOf } from "../fit.ts";
import type { Message } from "../message.ts";
import { comparisonLine, countLine, countLines } from "../strikes/count.ts";

export function totalCard(tally: Tally, record: StrikeRecord, language: Language): Message {
  const t = texts(language).strikes;
  const compared = beside(record, tally);
  return {
    content: sentence(totalWords(tally, language)),
    embed: {
      tone: "strike",
      fields: [
        ...fieldOf(`${t.countField}, ${t.until(day(tally.date, language))}`, countLines(compared.ours, language)),
        ...fieldOf(t.othersField, [comparisonLine(compared, language)]),
      ],
    },
  };
}

/** `AP, 8 Mar 2026: 45 strikes, at least 157 killed`, without a link. */
export function totalWords(tally: Tally, language: Language): string {
  const t = texts(language).strikes;
  const who = escape(say(tally.quotedBy, language));
  return `${who}, ${day(tally.date, language)}: ${t.total(tally.strikes, tally.vessels, tally.killed, tally.atLeast)}`;
}

/** Like beside like: how far it is from each of our two figures of that day. */
export function besideOurs(tally: Tally, record: StrikeRecord, language: Language): string[] {
  const t = texts(language).recordTotal;
  const { ours } = beside(record, tally);
  return [
    t.ours(day(tally.date, language), countLine(ours, language)),
    t.difference(away(tally.killed, ours.killed), away(tally.killed, ours.withPresumed)),
  ];
}

/** `+11`, `0`, `-2 to +3`; ours without an upper end leaves the difference without a lower one. */
function away(total: number, { low, high }: Range): { from: string | undefined; to: string } {
  const signed = (n: number) => (n > 0 ? `+${n}` : String(n));
  return { from: high === undefined ? undefined : signed(total - high), to: signed(total - low) };
}

/** A total of the same quoter: of the same day, or one that does not follow from an older or a newer one. */
export function totalWarnings(tally: Tally, record: StrikeRecord, language: Language): string[] {
  const t = texts(language).recordTotal;
  const same = record.tallies.filter((other) => other.id !== tally.id && isSame(other.quotedBy, tally.quotedBy));
  const words = (other: Tally) => sentence(totalWords(other, language));
  return [
    ...same.filter(({ date }) => date === tally.date).map((other) => t.sameDay(words(other))),
    ...same
      .filter(({ date, killed }) => date < tally.date && killed > tally.killed)
      .slice(-1)
      .map((other) => t.lower(words(other))),
    ...same
      .filter(({ date, killed }) => date > tally.date && killed < tally.killed)
      .slice(0, 1)
      .map((other) => t.higher(words(other))),
  ];
}

/** What the card rests on: our count of that day, and the totals of that day that stand. */
export function totalRests(tally: Tally, record: StrikeRecord): (string | number)[] {
  const { strikes, killed, withPresumed } = indexed(record.strikes).count({ until: tally.date });
  const ranges = [killed, withPresumed].flatMap(({ low, high }) => [low, high ?? "-"]);
  return [strikes, ...ranges, ...record.tallies.filter(({ date }) => date === tally.date).map(({ id }) => id)];
}
