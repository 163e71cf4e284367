// What a member of the team sees before anything is recorded: the alert as readers get it, and what confirming does. Sends nothing.
import type { StrikeRecord } from "../../domain/count.ts";
import type { Strike } from "../../domain/strike.ts";
import { indexed } from "../../domain/strike-index.ts";
import type { Language } from "../../domain/text.ts";
import type { Millis } from "../../domain/time.ts";
import { isFresh } from "../../domain/fresh.ts";
import { texts } from "../../text/index.ts";
import { sentence } from "../../text/sentence.ts";
import { day } from "../../text/time.ts";
import { fieldOf } from "../fit.ts";
import type { Message } from "../message.ts";
import { strikeAlert } from "../notices/strike.ts";
import { hit, killed } from "../strikes/strike.ts";

export interface Card {
  strike: Strike;
  known: StrikeRecord;
  now: Millis;
  language: Language;
  /** The whole form, carried by the Confirm button: it works after a restart and for months. */
  form: readonly string[];
}

export function recordCard({ strike, known, now, language, form }: Card): Message {
  const t = texts(language).record;
  const preview = strikeAlert({ strike, known, language, now });
  // First of all: whoever confirms at 3 a.m. reads one line, and a strike counted twice is told to every channel.
  const twice = same(strike, known).map((other) => `⚠️ ${t.existing(recordedAs(other, known, language))}`);
  const lines = [isFresh(strike, now) ? t.announced : t.notAnnounced, t.lowConfidence].map((line) => `• ${line}`);
  return {
    content: [...twice, t.card, preview.content].join("\n"),
    embed: {
      ...(preview.embed ?? { tone: "strike" }),
      fields: [...(preview.embed?.fields ?? []), ...fieldOf(t.ifConfirmed, lines)],
    },
    rows: [
      {
        buttons: [
          { label: t.confirm, style: "primary", press: { action: { name: "strike.confirm", args: form } } },
          { label: t.cancel, style: "secondary", press: { action: { name: "record.cancel", args: [] } } },
        ],
      },
    ],
  };
}

/** `US strike on a vessel, Caribbean, 17 Mar 2026: 3 killed, says apnews.com.` */
export function recordedAs(strike: Strike, known: StrikeRecord, language: Language): string {
  return sentence(`${hit(strike, known, language)}, ${day(strike.date, language)}: ${killed(strike, language)}`);
}

function same(strike: Strike, known: StrikeRecord): Strike[] {
  const { date, region, target } = strike;
  return indexed(known.strikes)
    .page({ since: date, until: date, region }, 0, Infinity, target)
    .filter((other) => other.id !== strike.id && other.region === region);
}
