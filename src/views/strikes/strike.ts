// One recorded strike in full, and the phrases that the list and the alert share. Figures carry who says them; groups are allegations.
import { type StrikeRecord, figure } from "../../domain/count.ts";
import { groupBy } from "../../domain/group.ts";
import { standingSources } from "../../domain/source.ts";
import { houseOf } from "../../domain/speaker.ts";
import type { Strike } from "../../domain/strike.ts";
import { indexed } from "../../domain/strike-index.ts";
import type { Language, Text } from "../../domain/text.ts";
import type { Day } from "../../domain/time.ts";
import { agree, dropped, earlier, type Figure, type Measure, rangeOf, standing } from "../../domain/toll.ts";
import { verified } from "../../domain/verified.ts";
import { countryName } from "../../text/country.ts";
import { say, texts } from "../../text/index.ts";
import { sentence } from "../../text/sentence.ts";
import { day } from "../../text/time.ts";
import { escape } from "../escape.ts";
import { fieldOf, split } from "../fit.ts";
import type { Field, Message } from "../message.ts";
import { newestLine, sourceLine } from "../sources.ts";

type Places = Pick<StrikeRecord, "areasById">;

/** All that is recorded of one strike; several messages where one would pass Discord's limits. */
export function strikeView(strike: Strike, record: StrikeRecord, language: Language): readonly Message[] {
  const t = texts(language).strikes;
  const content = [
    sentence(`${hit(strike, record, language)}: ${killed(strike, language)}`),
    sentence(when(strike, language, (one) => day(one, language))),
  ].join(" ");
  const line = (name: string, text: Text | undefined) =>
    text === undefined ? [] : fieldOf(name, [escape(say(text, language))]);
  const lines = (name: string, list: readonly Text[]) =>
    fieldOf(
      name,
      list.map((one) => `• ${escape(say(one, language))}`),
    );
  const fields: Field[] = [
    ...(strike.target === "land" ? fieldOf(t.countField, [t.outside]) : []),
    ...figureFields(strike, language),
    ...fieldOf(t.placeField, placeLines(strike, record, language)),
    ...line(t.watersField, strike.waters),
    ...line(t.vesselsField, strike.vesselType),
    ...line(t.operationField, strike.operation),
    ...line(t.detailField, strike.detail),
    ...line(t.announcedBy, strike.announcedBy),
    ...fieldOf(t.groupField, groupLines(strike, language)),
    ...lines(texts(language).common.disputed, strike.disputed),
    ...fieldOf(t.together, togetherLines(strike, record, language)),
    ...(strike.confidence === undefined
      ? []
      : fieldOf(t.confidenceField, [texts(language).common.confidence[strike.confidence]])),
    ...explainedSources(strike, language),
  ];
  return split({ content, embed: { tone: "strike", fields, footer: newestLine(strike.sources, language) } });
}

/** `US strike on a vessel, eastern Pacific`. */
export function hit(strike: Strike, record: Places, language: Language): string {
  const t = texts(language).strikes;
  const what = strike.target === "land" ? t.land : t.hit(strike.strikes ?? 1, strike.vessels ?? 1);
  return `${what}, ${place(strike, record, language)}`;
}

export function place(strike: Strike, record: Places, language: Language): string {
  if (strike.target === "vessel") return texts(language).strikes.region[strike.region ?? "undisclosed"];
  const names = [strike.area, strike.country]
    .filter((id) => id !== undefined)
    .map((id) => escape(countryName(id, record.areasById, language)));
  return names.length > 0 ? names.join(", ") : texts(language).strikes.region.undisclosed;
}

/** `3 killed, says SOUTHCOM`; where sources differ, low to high and nobody's word alone. */
export function killed(strike: Strike, language: Language): string {
  const t = texts(language).strikes;
  const range = figure(strike, "killed");
  if (range === undefined) return t.killedNotStated;
  const amount = t.killed(range.low, range.high);
  const given = standing(strike, "killed");
  if (!agree(given)) return `${amount} (${t.differ})`;
  if (given.some((one) => amountOf(one, language) !== t.amount(range.low, range.high)))
    return `${amount} (${eachSays(given, strike, language)})`;
  const speakers = new Set(given.map(({ by }) => escape(say(by ?? strike.announcedBy, language))));
  const [only = "", ...more] = speakers;
  return more.length === 0 ? t.says(amount, only) : t.sayTogether(amount, [only, ...more]);
}

/** `4, says SOUTHCOM; at least 4, says AP`: both can be true, so that they do not differ, and neither says what the other does. */
function eachSays(given: readonly Figure[], strike: Strike, language: Language): string {
  const t = texts(language).strikes;
  const speakers = (list: readonly Figure[]) => [
    ...new Set(list.map(({ by }) => escape(say(by ?? strike.announcedBy, language)))),
  ];
  return groupBy(given, (one) => amountOf(one, language))
    .map((list) => {
      const [amount = "", [who = "", ...more]] = [list.map((one) => amountOf(one, language))[0], speakers(list)];
      return more.length === 0 ? t.says(amount, who) : t.sayTogether(amount, [who, ...more]);
    })
    .join("; ");
}

/** `On 9 Nov 2025, announced 10 Nov 2025`: what the date is the date of. */
export function when(strike: Strike, language: Language, named: (day: Day) => string): string {
  const t = texts(language).strikes;
  const { announcedOn, date, dateBasis } = strike;
  if (dateBasis === "announcement") return t.announced(named(date));
  if (dateBasis === "reported") return t.reported(named(date));
  return announcedOn === undefined || announcedOn === date
    ? t.happened(named(date))
    : t.happenedAnnounced(named(date), named(announcedOn));
}

/** Names of organisations that the announcement named; the text of the allegation where none of them is in the record. */
export function groupLines(strike: Strike, language: Language): string[] {
  const t = texts(language).strikes;
  if (strike.orgAlleged === undefined) return [texts(language).common.notStated];
  const alleged = escape(say(strike.orgAlleged, language));
  return [t.says(alleged, escape(say(strike.announcedBy, language))), t.allegation];
}

/** The sources under a name that says how far they carry. */
export function sourceFields(strike: Strike, language: Language): Field[] {
  return fieldOf(statusLine(strike, language), sourceList(strike, language));
}

/** The same, with the rule by which it is called so. */
function explainedSources(strike: Strike, language: Language): Field[] {
  const { rule } = verified(strike);
  return fieldOf(statusLine(strike, language), [texts(language).strikes.rule[rule], ...sourceList(strike, language)]);
}

function sourceList({ sources }: Strike, language: Language): string[] {
  return sources.map((source) => `• ${sourceLine(source, language)}`);
}

/** `2 sources, partly verified`. */
export function statusLine(strike: Strike, language: Language): string {
  const t = texts(language).strikes;
  const sources = standingSources(strike.sources);
  return t.status(new Set(sources.map(houseOf)).size, sources.length, t.label[verified(strike).label]);
}

function figureFields(strike: Strike, language: Language): Field[] {
  const t = texts(language).strikes;
  const killed = figureLines(strike, "killed", language);
  const note = strike.tollNote === undefined ? [] : [escape(say(strike.tollNote, language))];
  const presumed = figureLines(strike, "presumed-dead", language);
  return [
    ...fieldOf(t.killedField, [...killed, ...note]),
    ...fieldOf(
      t.presumedField,
      figure(strike, "presumed-dead") === undefined ? presumed : [...presumed, t.presumedSince],
    ),
    ...fieldOf(t.survivorsField, figureLines(strike, "survivors", language)),
    ...(strike.figures.some(({ measure }) => measure === "injured")
      ? fieldOf(t.injuredField, figureLines(strike, "injured", language))
      : []),
  ];
}

/** `2, says SOUTHCOM, 23 Feb 2026 (“at least two”; earlier: 3, 22 Feb 2026)`; one line a speaker, then what was taken back. */
export function figureLines(strike: Strike, measure: Measure, language: Language): string[] {
  const { common, strikes: t } = texts(language);
  const given = standing(strike, measure);
  const lines = given.map((one) => {
    const before = earlier(strike, one).map((other) => dated(amountOf(other, language), other, language));
    const remarks = [
      ...(one.wording === undefined ? [] : [escape(say(one.wording, language))]),
      ...(before.length === 0 ? [] : [t.earlier(before)]),
    ];
    return `${saidBy(one, language)}${remarks.length === 0 ? "" : ` (${remarks.join("; ")})`}`;
  });
  const gone = dropped(strike, measure).map((one) => `~~${saidBy(one, language)}~~ (${t.dropped})`);
  return [...(lines.length === 0 ? [common.notStated] : lines), ...gone];
}

function saidBy(one: Figure, language: Language): string {
  const amount = amountOf(one, language);
  const said = one.by === undefined ? amount : texts(language).strikes.says(amount, escape(say(one.by, language)));
  return dated(said, one, language);
}

function dated(said: string, { date }: Figure, language: Language): string {
  return date === undefined ? said : `${said}, ${day(date, language)}`;
}

/** `3`, `3 to 4`, `at least 3`. */
export function amountOf(one: Figure, language: Language): string {
  const { low, high } = rangeOf(one);
  return texts(language).strikes.amount(low, high);
}

function placeLines(strike: Strike, record: Places, language: Language): string[] {
  const note = strike.regionNote === undefined ? [] : [escape(say(strike.regionNote, language))];
  return [place(strike, record, language), ...note];
}

function togetherLines(strike: Strike, record: StrikeRecord, language: Language): string[] {
  if (strike.event === undefined) return [];
  return indexed(record.strikes)
    .together(strike.event)
    .filter((other) => other.id !== strike.id)
    .map((other) => `• ${day(other.date, language)}: ${hit(other, record, language)}, ${killed(other, language)}`);
}
