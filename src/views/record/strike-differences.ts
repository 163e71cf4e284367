// What changed between two versions of a strike, or of a total that others quote: figures by who says them, never added up.
import type { Strike, Tally } from "../../domain/strike.ts";
import type { Figure } from "../../domain/toll.ts";
import { countryName } from "../../text/country.ts";
import { texts } from "../../text/index.ts";
import { day } from "../../text/time.ts";
import { place, when } from "../strikes/strike.ts";
import { escape } from "../escape.ts";
import {
  dayWords,
  field,
  lineOf,
  listField,
  nameOf,
  type Part,
  sourceLines,
  type Telling,
  told,
  toldAll,
} from "./parts-of.ts";

const number = (value: number | undefined) => (value === undefined ? undefined : String(value));

export const STRIKE_PARTS: readonly Part<Strike>[] = [
  {
    of: ["figures"],
    tell: (was, is, telling) => figureLines(was.figures, is.figures, telling),
  },
  {
    of: ["date", "dateBasis", "announcedOn"],
    tell: (was, is, telling) => {
      const words = (one: Strike) => when(one, telling.language, (date) => day(date, telling.language));
      return lineOf(nameOf("when", telling), words(was), words(is), telling);
    },
  },
  field("target", "target", ({ target }, { language }) => texts(language).differences.target[target]),
  {
    of: ["region", "country", "area"],
    tell: (was, is, telling) => {
      const words = (one: Strike) => place(one, telling.record, telling.language);
      return lineOf(nameOf("region", telling), words(was), words(is), telling);
    },
  },
  field("regionNote", "regionNote", (one, telling) => told(one.regionNote, telling)),
  field("waters", "waters", (one, telling) => told(one.waters, telling)),
  field("strikes", "strikes", (one) => number(one.strikes)),
  field("vessels", "vessels", (one) => number(one.vessels)),
  field("vesselType", "vesselType", (one, telling) => told(one.vesselType, telling)),
  field("operation", "operation", (one, telling) => told(one.operation, telling)),
  field("announcedBy", "announcedBy", (one, telling) => told(one.announcedBy, telling)),
  field("orgAlleged", "groupAlleged", (one, telling) => told(one.orgAlleged, telling)),
  listField("orgIds", "groups", (one, telling) => one.orgIds.map((id) => orgName(id, telling))),
  field("tollNote", "tollNote", (one, telling) => told(one.tollNote, telling)),
  field("detail", "detail", (one, telling) => told(one.detail, telling)),
  listField("disputed", "disputed", (one, telling) => toldAll(one.disputed, telling)),
  { of: ["sources"], tell: (was, is, telling) => sourceLines(was.sources, is.sources, telling) },
  field("confidence", "confidence", ({ confidence }, { language }) =>
    confidence === undefined ? undefined : texts(language).common.confidence[confidence],
  ),
];

export const TALLY_PARTS: readonly Part<Tally>[] = [
  {
    of: ["killed", "atLeast"],
    tell: (was, is, telling) => {
      const words = (one: Tally) =>
        texts(telling.language).strikes.amount(one.killed, one.atLeast ? undefined : one.killed);
      return lineOf(nameOf("killedTotal", telling), words(was), words(is), telling);
    },
  },
  field("strikes", "strikes", (one) => number(one.strikes)),
  field("vessels", "vessels", (one) => number(one.vessels)),
  field("date", "when", (one, telling) => dayWords(one.date, telling)),
  field("quotedBy", "quotedBy", (one, telling) => told(one.quotedBy, telling)),
  field("note", "note", (one, telling) => told(one.note, telling)),
  { of: ["sources"], tell: (was, is, telling) => sourceLines(was.sources, is.sources, telling) },
];

export function orgName(id: string, { record, language }: Telling): string {
  const org = record.orgsById.get(id);
  return escape(org === undefined ? texts(language).common.notStated : org.name);
}

export const countryWords = (id: string, { record, language }: Telling): string =>
  escape(countryName(id, record.areasById, language));

/** One line for each measure and each who says it. */
function figureLines(was: readonly Figure[], is: readonly Figure[], telling: Telling): string[] {
  const t = texts(telling.language).differences;
  const keyOf = (one: Figure) => `${one.measure} ${told(one.by, telling) ?? ""}`;
  const keys = [...new Set([...is, ...was].map(keyOf))];
  return keys.flatMap((key) => {
    const [before, after] = [was, is].map((list) => list.filter((one) => keyOf(one) === key));
    const [first] = [...(after ?? []), ...(before ?? [])];
    if (first === undefined) return [];
    const by = told(first.by, telling);
    const name = nameOf(first.measure, telling);
    const labelled = by === undefined ? name : t.of(name, by);
    const words = (list: readonly Figure[] | undefined, full: boolean) =>
      list === undefined || list.length === 0
        ? undefined
        : list.map((one) => (full ? fullAmount(one, telling) : amount(one, telling))).join("; ");
    const short = lineOf(labelled, words(before, false), words(after, false), telling);
    return short.length > 0 ? short : lineOf(labelled, words(before, true), words(after, true), telling);
  });
}

const amount = ({ low, high, atLeast }: Figure, { language }: Telling): string =>
  texts(language).strikes.amount(low, atLeast ? undefined : (high ?? low));

/** Where the figure itself is the same: its day, its wording. */
function fullAmount(one: Figure, telling: Telling): string {
  return [amount(one, telling), dayWords(one.date, telling), told(one.wording, telling)]
    .filter((part) => part !== undefined)
    .join(", ");
}
