// What a record is called by who types: by date, place, figure, name. It never guesses between two, and its values fit a custom id. Reads only.
import type { Choice, Context } from "../../src/command.ts";
import type { Coverage } from "../../src/domain/coverage.ts";
import type { Curfew } from "../../src/domain/curfew.ts";
import { type Fact, noun } from "../../src/domain/fact.ts";
import type { Org } from "../../src/domain/org.ts";
import { publisherKey } from "../../src/domain/source.ts";
import type { Strike, Tally } from "../../src/domain/strike.ts";
import { LANGUAGES, type Language, type Text } from "../../src/domain/text.ts";
import type { Day } from "../../src/domain/time.ts";
import { fold } from "../../src/text/fold.ts";
import { texts } from "../../src/text/index.ts";
import { day, longDay } from "../../src/text/time.ts";
import { contentOf, subjectName, type Named } from "../../src/views/record/subject.ts";
import { killed, place } from "../../src/views/strikes/strike.ts";

export const NOUNS = ["strike", "curfew", "org", "tally", "coverage"] as const;
export type Noun = (typeof NOUNS)[number];

export interface SubjectRef {
  noun: Noun;
  id: string;
}

type Content = Named["content"];
interface Entry extends SubjectRef {
  content: Content;
  /** Set where it was withdrawn: `content` is what stood before. */
  withdrawn?: true;
}

type Asking = Pick<Context, "known" | "language" | "versions" | "proof">;

/** Which records are meant: kinds of them, and whether those count that were withdrawn. */
export interface Wanted {
  nouns: readonly Noun[];
  withdrawn?: true;
}

/** As many as a list of suggestions, or a menu, holds. */
const MOST = 25;

/** Best first; newest first where nothing is typed. */
export function completeSubjects(typed: string, context: Asking, wanted: Wanted): Choice[] {
  return found(typed, context, wanted)
    .slice(0, MOST)
    .map((entry) => ({ name: subjectName(entry, context.known, context.language), value: valueOf(entry) }));
}

export const valueOf = ({ noun: one, id }: SubjectRef): string => `${one}:${id}`;

export type Resolved =
  | { is: "one"; subject: SubjectRef }
  | { is: "several"; choices: readonly Choice[] }
  | { is: "none" };

/** What a suggestion carries, or whatever else was typed where it fits one record alone. */
export function resolveSubject(typed: string, context: Asking, wanted: Wanted): Resolved {
  const own = readValue(typed);
  if (own !== undefined) {
    const fits = wanted.nouns.includes(own.noun) && context.versions(own.noun, own.id).length > 0;
    return fits ? { is: "one", subject: own } : { is: "none" };
  }
  if (typed.trim() === "") return { is: "none" };
  const [first, ...others] = found(typed, context, wanted);
  if (first === undefined) return { is: "none" };
  if (others.length === 0) return { is: "one", subject: { noun: first.noun, id: first.id } };
  return { is: "several", choices: completeSubjects(typed, context, wanted) };
}

/** Undefined for what no suggestion of ours carries. */
export function readValue(text: string | undefined): SubjectRef | undefined {
  const [, prefix, id] = /^([a-z]+):(\S+)$/.exec(text?.trim() ?? "") ?? [];
  const known = NOUNS.find((one) => one === prefix);
  return known === undefined || id === undefined ? undefined : { noun: known, id };
}

function found(typed: string, context: Asking, wanted: Wanted): Entry[] {
  const words = wordsOf(typed);
  const pairs = words.slice(1).map((word, i) => `${words[i] ?? ""} ${word}`);
  const all = [...standing(context, wanted), ...(wanted.withdrawn === true ? withdrawnOnes(context, wanted) : [])];
  return all
    .flatMap((entry) => {
      const said = saying(entry, context);
      if (!words.every((word) => said.words.some((one) => one.startsWith(word)))) return [];
      // Words typed in full before those that only begin so, and those that stand side by side: "11 killed" is no November.
      const whole = words.filter((word) => said.words.includes(word)).length;
      return [{ entry, rank: whole + pairs.filter((pair) => said.text.includes(pair)).length, date: dateOf(entry) }];
    })
    .sort((a, b) => b.rank - a.rank || (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
    .map(({ entry }) => entry);
}

function standing({ known }: Asking, { nouns }: Wanted): Entry[] {
  const lists: Record<Noun, readonly Content[]> = {
    strike: known.strikes,
    curfew: known.curfews,
    org: known.orgs,
    tally: known.tallies,
    coverage: known.coverage,
  };
  return nouns.flatMap((one) => lists[one].map((content) => ({ noun: one, id: content.id, content })));
}

function withdrawnOnes({ proof, versions }: Asking, { nouns }: Wanted): Entry[] {
  const gone = proof.facts().filter(({ kind }) => kind.endsWith(".withdrawn"));
  return gone.flatMap((fact) => {
    const own = nouns.find((one) => one === noun(fact.kind));
    const all = own === undefined ? [] : versions(own, fact.subject);
    if (own === undefined || all.at(-1)?.id !== fact.id) return [];
    const content = lastContent(all);
    return content === undefined ? [] : [{ noun: own, id: fact.subject, content, withdrawn: true as const }];
  });
}

/** The newest version that says something of the subject itself. */
export function lastContent(versions: readonly Fact[]): Content | undefined {
  for (const fact of versions.toReversed()) {
    const own = contentOf(fact);
    if (own !== undefined) return own.content;
  }
  return undefined;
}

function dateOf({ content }: Entry): string {
  if ("figures" in content) return content.date;
  if ("rules" in content) return content.firstNight;
  if ("quotedBy" in content) return content.date;
  if ("completes" in content) return content.checkedAt ?? content.from;
  return (
    content.designations
      .map((one) => one.date ?? one.announced ?? "")
      .sort()
      .at(-1) ?? ""
  );
}

interface Saying {
  words: readonly string[];
  text: string;
}

/** Contents are never edited: their words are made once. */
const made = new WeakMap<Content, Saying>();

function saying({ content }: Entry, { known }: Asking): Saying {
  const before = made.get(content);
  if (before !== undefined) return before;
  const said = saidOf(content, known).map(wordsOf);
  const own = { words: [...new Set(said.flat())], text: said.map((words) => ` ${words.join(" ")} `).join("|") };
  made.set(content, own);
  return own;
}

function saidOf(content: Content, known: Context["known"]): string[] {
  if ("figures" in content) return strikeWords(content, known);
  if ("rules" in content) return curfewWords(content, known);
  if ("designations" in content) return orgWords(content);
  if ("quotedBy" in content) return tallyWords(content);
  return coverageWords(content, known);
}

function strikeWords(strike: Strike, known: Context["known"]): string[] {
  const groups = strike.orgIds.flatMap((id) => known.orgsById.get(id)?.name ?? []);
  const told = LANGUAGES.flatMap((language) => [
    place(strike, known, language),
    killed(strike, language),
    texts(language).record.what.noun.strike,
  ]);
  const dates = [strike.date, ...(strike.announcedOn === undefined ? [] : [strike.announcedOn])];
  return [
    ...dates.flatMap(dayWords),
    ...told,
    ...groups,
    ...bothOf(strike.announcedBy),
    ...bothOf(strike.orgAlleged),
    ...strike.sources.map(publisherKey),
  ];
}

function curfewWords(curfew: Curfew, known: Context["known"]): string[] {
  return [
    curfew.decree ?? "",
    ...bothOf(curfew.title),
    ...curfew.rules.flatMap((rule) => rule.areas).flatMap((id) => bothOf(known.areasById.get(id)?.name)),
    ...bothOf(known.areasById.get(curfew.country)?.name),
    ...[curfew.declared, curfew.firstNight, ...(curfew.lastNight === undefined ? [] : [curfew.lastNight])].flatMap(
      dayWords,
    ),
    ...LANGUAGES.map((language) => texts(language).record.what.noun.curfew),
  ];
}

function orgWords({ name, acronym = "", otherNames }: Org): string[] {
  const kind = LANGUAGES.map((language) => texts(language).record.what.noun.org);
  return [name, acronym, ...otherNames.map((one) => one.name), ...kind];
}

function tallyWords({ date, quotedBy, killed: total, strikes, sources }: Tally): string[] {
  const kind = LANGUAGES.map((language) => texts(language).record.what.noun.tally);
  return [
    ...dayWords(date),
    ...bothOf(quotedBy),
    String(total),
    String(strikes ?? ""),
    ...sources.map(publisherKey),
    ...kind,
  ];
}

function coverageWords({ areas, from, to, checkedAt }: Coverage, known: Context["known"]): string[] {
  const names = areas.flatMap((id) => bothOf(known.areasById.get(id.split("/")[0] ?? "")?.name));
  const kind = LANGUAGES.map((language) => texts(language).record.what.noun.coverage);
  return [
    ...names,
    ...[from, to, ...(checkedAt === undefined ? [] : [checkedAt])].flatMap((at) => dayWords(at.slice(0, 10))),
    ...kind,
  ];
}

const bothOf = (text: Text | undefined): string[] =>
  text === undefined ? [] : LANGUAGES.flatMap((language: Language) => text[language] ?? []);

/** `2026-03-17`, `17 Mar 2026`, `17 de marzo de 2026`. */
const dayWords = (date: Day): string[] => [
  date,
  ...LANGUAGES.flatMap((language) => [day(date, language), longDay(date, language)]),
];

function wordsOf(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}-]+/u)
    .filter((word) => word !== "" && word !== "-");
}
