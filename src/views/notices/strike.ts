// The notice of a newly recorded strike, exactly as channels get it. US dates are calendar days: no hour is made up.
import { type StrikeRecord, compare, figure } from "../../domain/count.ts";
import type { Strike } from "../../domain/strike.ts";
import { indexed } from "../../domain/strike-index.ts";
import type { Language } from "../../domain/text.ts";
import { type Day, type Millis, dayOf, dayStart } from "../../domain/time.ts";
import { US_ZONE } from "../../domain/fresh.ts";
import { texts } from "../../text/index.ts";
import { sentence } from "../../text/sentence.ts";
import { span, weekday } from "../../text/time.ts";
import { fieldOf } from "../fit.ts";
import type { Field, Message } from "../message.ts";
import { newestLine } from "../sources.ts";
import { countLine, totalOf } from "../strikes/count.ts";
import { figureLines, groupLines, hit, killed, sourceFields, when } from "../strikes/strike.ts";

export interface StrikeAlert {
  strike: Strike;
  /** With or without this strike: it is counted once. */
  known: StrikeRecord;
  language: Language;
  now: Millis;
  /** How late the notice is, ms of world time. */
  lateBy?: Millis;
  /** `7K3Q-9M2D`; absent on a card that shows what would be sent. */
  mark?: string;
  roles?: readonly string[];
}

/** One message; with very many sources it has to be split() before it is sent. */
export function strikeAlert(alert: StrikeAlert): Message {
  const { strike, known, language, now, lateBy, mark, roles } = alert;
  const t = texts(language).strikes;
  const late = lateBy === undefined ? [] : [t.late(span(lateBy))];
  const content = [
    sentence(`${t.fresh} · ${hit(strike, known, language)}: ${killed(strike, language)}`),
    sentence(when(strike, language, (one) => dated(one, now, language))),
    ...late,
  ].join(" ");
  const footer = [newestLine(strike.sources, language), ...(mark === undefined ? [] : [`#${mark}`])].join(" · ");
  return {
    content,
    embed: { tone: "strike", fields: fieldsOf(alert), footer },
    ...(roles === undefined || roles.length === 0 ? {} : { roles }),
  };
}

function fieldsOf({ strike, known, language, now }: StrikeAlert): Field[] {
  const t = texts(language).strikes;
  const index = indexed(known.strikes).including(strike);
  const others = compare(known, dayOf(now, US_ZONE), index).map(({ tally }) =>
    totalOf(tally, language, tally.date < strike.date ? `, ${t.before}` : ""),
  );
  return [
    ...sourceFields(strike, language),
    ...unstated(strike, language),
    ...fieldOf(t.countField, [...(strike.target === "land" ? [t.outside] : []), countLine(index.count(), language)]),
    ...fieldOf(t.othersField, others),
  ];
}

/** What is not stated takes one line together, what is stated a field each. */
function unstated(strike: Strike, language: Language): Field[] {
  const t = texts(language).strikes;
  const given = [figure(strike, "presumed-dead"), figure(strike, "survivors"), strike.orgAlleged];
  if (given.every((one) => one === undefined)) return fieldOf(t.notStatedField, [t.allNotStated]);
  return [
    ...fieldOf(t.presumedField, figureLines(strike, "presumed-dead", language)),
    ...fieldOf(t.survivorsField, figureLines(strike, "survivors", language)),
    ...fieldOf(t.groupField, groupLines(strike, language)),
  ];
}

/** `Tue 17 Mar`; with the year where it is another one than now. */
export function dated(day: Day, now: Millis, language: Language): string {
  const named = weekday(dayStart(day, "UTC"), "UTC", language);
  const year = day.slice(0, 4);
  return year === dayOf(now, US_ZONE).slice(0, 4) ? named : `${named} ${year}`;
}
