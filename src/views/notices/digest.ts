// The daily and weekly summary, and the line before an evening, exactly as channels get them. It must never read as safety where nothing is known, nor call what is
// not in our record something that did not happen.
import type { AlertOf } from "../../domain/alert.ts";
import type { PlaceId } from "../../domain/area.ts";
import type { Count } from "../../domain/count.ts";
import { indexed } from "../../domain/strike-index.ts";
import type { Known } from "../../domain/known.ts";
import type { Language } from "../../domain/text.ts";
import type { Millis } from "../../domain/time.ts";
import { texts } from "../../text/index.ts";
import { sentence } from "../../text/sentence.ts";
import { span, weekday } from "../../text/time.ts";
import { bullet } from "../curfew/sources.ts";
import { when } from "../curfew/words.ts";
import { fieldOf } from "../fit.ts";
import type { Field, Message } from "../message.ts";
import { newestDayLine } from "../sources.ts";
import { comparedLines } from "../strikes/compared.ts";
import { headline } from "../strikes/headline.ts";
import type { Late } from "./edge-line.ts";
import {
  comesFields,
  informationFields,
  nowFields,
  type Standing,
  standingLine,
  standingNow,
  standingTone,
  tonightFields,
  unknownFields,
} from "./standing-now.ts";

/** Sentences, each with when it became known. */
export type Lines = readonly { at: Millis; text: string }[];

export interface DigestScene {
  known: Known;
  now: Millis;
  language: Language;
  home: PlaceId;
  lateBy?: Millis;
  late?: Late;
  mark: string;
  news: { curfews: Lines; strikes: Lines; orgs: Lines };
  /** Vigía's count as it was when the time began; `asked`: of what the channel's filters let through, now and then. */
  was: Count;
  asked?: { now: Count; was: Count };
}

export function digestMessage(alert: AlertOf<"digest">, input: DigestScene): Message {
  const { known, now, language, home } = input;
  const standing = standingNow(known, alert.areas, { now, language, home });
  const { scene } = standing;
  const t = texts(language);
  const late = input.lateBy === undefined ? [] : [t.alerts.late(span(input.lateBy), input.late)];
  const counts = countsOf(input);
  // Where no sentence before it has named the clock.
  const since = [when(scene, alert.from), ...(alert.hears.curfews ? [] : [scene.clock])].join(" ");
  const news =
    counts.length > 0
      ? [sentence(t.digest.since(since, counts.join(", ")))]
      : alert.form === "full"
        ? [sentence(t.digest.nothing(since))]
        : [];
  const { curfews } = alert.hears;
  const head = t.digest.head[alert.every];
  const content = [`${head}: ${stateOf(alert, input, standing)}`, ...news, ...late].join(" ");
  const footer = [...(curfews ? [t.curfew.permission] : []), `#${input.mark}`].join(" · ");
  const tone = curfews ? standingTone(standing) : "strike";
  if (alert.form === "line") return { content, embed: { tone, footer } };
  return {
    content,
    embed: {
      tone,
      title: t.digest.title(head, `${weekday(alert.at, scene.zone, language)} ${scene.clock}`),
      fields: fieldsOf(alert, input, standing),
      footer,
    },
  };
}

/** What holds comes first; whoever hears of no curfew reads the count. */
function stateOf({ hears }: AlertOf<"digest">, { known, language }: DigestScene, standing: Standing): string {
  if (hears.curfews) return standingLine(standing);
  if (hears.strikes !== undefined) return headline({ record: known, cut: {}, language });
  return sentence(texts(language).digest.organisations(known.orgs.length));
}

function countsOf({ news, language }: DigestScene): string[] {
  const t = texts(language).digest;
  return [
    ...(news.curfews.length === 0 ? [] : [t.curfews(news.curfews.length)]),
    ...(news.strikes.length === 0 ? [] : [t.strikes(news.strikes.length)]),
    ...(news.orgs.length === 0 ? [] : [t.orgs(news.orgs.length)]),
  ];
}

function fieldsOf(alert: AlertOf<"digest">, input: DigestScene, standing: Standing): Field[] {
  const { curfews } = alert.hears;
  return [
    // What is not known is said before anything that could be taken for an answer.
    ...(curfews ? unknownFields(standing) : []),
    ...(curfews ? nowFields(standing) : []),
    ...(curfews ? tonightFields(standing) : []),
    ...newsFields(alert, input, standing),
    ...(curfews ? comesFields(standing) : []),
    ...countFields(alert, input, standing),
    ...(curfews ? informationFields(standing) : []),
  ];
}

function newsFields(alert: AlertOf<"digest">, { news, language }: DigestScene, { scene }: Standing): Field[] {
  const t = texts(language).digest;
  const all = [...news.curfews, ...news.strikes, ...news.orgs].sort((a, b) => a.at - b.at);
  const lines = all.length === 0 ? [t.nothingChanged] : all.map(({ text }) => bullet(text));
  return fieldOf(t.field.changed(when(scene, alert.from), when(scene, alert.at)), lines);
}

function countFields(alert: AlertOf<"digest">, input: DigestScene, { scene }: Standing): Field[] {
  const { known, language, was, asked } = input;
  const news = input.news.strikes.length;
  const t = texts(language);
  const moment = when(scene, alert.from);
  const gaps = known.gaps.length === 0 ? [] : [t.strikes.gapsInLine(known.gaps.length)];
  const index = indexed(known.strikes);
  // A record that was filled with history since then: "+45" would read as 45 strikes in a day.
  const isFirst = was.strikes === 0 && (news === 0 || index.count().strikes > news);
  const newest = newestDayLine(index.sums().newest, language);
  return [
    ...fieldOf(t.digest.field.count, [
      ...comparedLines(index.count(), isFirst ? undefined : was, moment, language),
      ...gaps,
      sentence(newest),
    ]),
    ...(asked === undefined
      ? []
      : fieldOf(t.digest.field.asked, comparedLines(asked.now, isFirst ? undefined : asked.was, moment, language))),
  ];
}
