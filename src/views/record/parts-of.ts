// How two versions of one record are told apart, field by field: the parts that have words, and the rest as one sentence. Knows no kind of record.
import type { Known } from "../../domain/known.ts";
import { link, publisherKey, type Source } from "../../domain/source.ts";
import type { Language, Text } from "../../domain/text.ts";
import type { PartialDay } from "../../domain/time.ts";
import { say, texts } from "../../text/index.ts";
import { day } from "../../text/time.ts";
import { escape } from "../escape.ts";
import { breakLine } from "../fit.ts";
import { sourceName } from "../sources.ts";

/** The record as of now, for names of places and organisations, and who reads. */
export interface Telling {
  record: Known;
  language: Language;
}

/** Fields that are told together, and their lines: empty where there are no words for what differs. */
export interface Part<T> {
  of: readonly (keyof T & string)[];
  tell: (was: T, is: T, telling: Telling) => readonly string[];
}

/** One line a field, old -> new; what no part tells is said to be more, once and last. */
export function differing<T extends object>(was: T, is: T, parts: readonly Part<T>[], telling: Telling): string[] {
  const changed = parts.filter((part) => part.of.some((key) => !isSame(was[key], is[key])));
  const told = changed.map((part) => part.tell(was, is, telling));
  const worded = new Set<string>(parts.flatMap((part) => part.of));
  const [before, after] = [was, is].map((one) => new Map<string, unknown>(Object.entries(one)));
  const others = [...new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])].filter((key) => !worded.has(key));
  const more =
    told.some((lines) => lines.length === 0) || others.some((key) => !isSame(before?.get(key), after?.get(key)));
  return [...told.flat(), ...(more ? [texts(telling.language).differences.further] : [])];
}

/** By value; what is absent is the same as `undefined`. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [new Map<string, unknown>(Object.entries(a)), new Map<string, unknown>(Object.entries(b))];
  return [...new Set([...left.keys(), ...right.keys()])].every((key) => isSame(left.get(key), right.get(key)));
}

type FieldName = keyof ReturnType<typeof texts>["differences"]["field"];

/** A field of one value. `words`: undefined where nothing is stated. */
export function field<T>(
  of: keyof T & string,
  name: FieldName,
  words: (one: T, telling: Telling) => string | undefined,
): Part<T> {
  return {
    of: [of],
    tell: (was, is, telling) => lineOf(nameOf(name, telling), words(was, telling), words(is, telling), telling),
  };
}

export function lineOf(
  name: string,
  was: string | undefined,
  is: string | undefined,
  { language }: Telling,
  absent = texts(language).common.notStated,
): string[] {
  return was === is ? [] : [texts(language).differences.line(name, was ?? absent, is ?? absent)];
}

/** A field of many: what came and what went. */
export function listField<T>(
  of: keyof T & string,
  name: FieldName,
  words: (one: T, telling: Telling) => readonly string[],
): Part<T> {
  return {
    of: [of],
    tell: (was, is, telling) => cameAndWent(nameOf(name, telling), words(was, telling), words(is, telling), telling),
  };
}

export function cameAndWent(
  name: string,
  was: readonly string[],
  is: readonly string[],
  { language }: Telling,
): string[] {
  const t = texts(language).differences;
  const [came, went] = [is.filter((one) => !was.includes(one)), was.filter((one) => !is.includes(one))];
  return [
    ...(came.length === 0 ? [] : [t.added(name, came.join("; "))]),
    ...(went.length === 0 ? [] : [t.gone(name, went.join("; "))]),
  ];
}

export const nameOf = (name: FieldName, { language }: Telling): string => texts(language).differences.field[name];

/** Of a long text, as much as tells two apart; the record itself has it whole. */
const LONGEST = 240;

export function told(text: Text | undefined, { language }: Telling): string | undefined {
  if (text === undefined) return undefined;
  const [start = "", ...rest] = breakLine(say(text, language), LONGEST);
  return escape(rest.length === 0 ? start : `${start}…`);
}

export function toldAll(list: readonly Text[] | undefined, telling: Telling): string[] {
  return (list ?? []).flatMap((one) => told(one, telling) ?? []);
}

export const dayWords = (date: PartialDay | undefined, { language }: Telling): string | undefined =>
  date === undefined ? undefined : day(date, language);

/** Sources by their addresses, else by their publishers. */
export function sourceLines(was: readonly Source[], is: readonly Source[], telling: Telling): string[] {
  const { language } = telling;
  const t = texts(language).differences;
  const keyOf = (source: Source) => link(source) ?? source.url ?? publisherKey(source);
  const [before, after] = [was, is].map((list) => new Map(list.map((one) => [keyOf(one), one])));
  const named = (list: readonly Source[]) => list.map((one) => sourceName(one, language)).join("; ");
  const kept = is.flatMap((one) => {
    const old = before?.get(keyOf(one));
    return old === undefined || isSame(old, one) ? [] : [{ old, one }];
  });
  const back = kept.filter(({ old, one }) => old.withdrawn === undefined && one.withdrawn !== undefined);
  const again = kept.filter(({ old, one }) => old.withdrawn !== undefined && one.withdrawn === undefined);
  const other = kept.filter((one) => !back.includes(one) && !again.includes(one));
  const said = (list: typeof kept, words: (names: string) => string) =>
    list.length === 0 ? [] : [words(named(list.map(({ one }) => one)))];
  const name = nameOf("sources", telling);
  const came = is.filter((one) => before?.has(keyOf(one)) !== true);
  const went = was.filter((one) => after?.has(keyOf(one)) !== true);
  return [
    ...(came.length === 0 ? [] : [t.added(name, named(came))]),
    ...said(back, t.sourceBack),
    ...said(again, t.sourceAgain),
    ...said(other, t.sourceOther),
    ...(went.length === 0 ? [] : [t.gone(name, named(went))]),
  ];
}
