// Brings a source into the log: compared with what was last taken *from that source*, never with the fold. What people changed by hand is left alone
// and reported; what is missing from the source is reported, never withdrawn.
import { type Draft, type Fact, noun } from "../domain/fact.ts";
import { isRecent } from "../domain/fresh.ts";
import { factId } from "../domain/id.ts";
import { instant, type Millis } from "../domain/time.ts";
import type { Recording } from "../store/recording.ts";
import { changed } from "./change.ts";
import type { Importer, Subject, Version } from "./importer.ts";

export interface Taken {
  /** Facts recorded. */
  recorded: number;
  /** Subjects of the source that stand as they were taken before. */
  unchanged: number;
  /** Changed in the source and not taken, with words: changed by hand since, or only in what is never changed. For people to decide. */
  leftAlone: readonly string[];
  /** Taken once, and no longer in the source. */
  missing: readonly string[];
}

/**
 * Reads all, then records all in one batch: a source enters whole or not at all. `log`: every fact there is. `now`: world time, ms, of the clock
 * by which `recording` records.
 */
export async function take(
  importer: Importer,
  recording: Recording,
  log: readonly Fact[],
  now: Millis,
): Promise<Taken> {
  const subjects = await importer.read();
  const takenBefore = takenFrom(importer.id, log);
  const missing = new Map(takenBefore);
  const drafts: Draft[] = [];
  const leftAlone: string[] = [];
  let unchanged = 0;
  for (const subject of subjects) {
    const [{ kind, subject: id }] = subject.versions;
    const place = placeOf(subject.versions[0]);
    const facts = takenBefore.get(place) ?? [];
    const last = facts.at(-1);
    missing.delete(place);
    // History is what a source brings when it is first read; a record that joins it later is news, if it is young.
    const added = takenBefore.size === 0 ? subject.versions : subject.versions.map((version) => asNews(version, now));
    const versions = last === undefined ? added : changed(last, subject);
    const head = recording.head(noun(kind), id);
    if (versions.length === 0 && redated(facts, subject))
      leftAlone.push(`${subject.where}, knownFrom changed: kept as it was`);
    else if (versions.length === 0) unchanged += 1;
    else if (head?.id !== last?.id) leftAlone.push(subject.where);
    else drafts.push(...chain(versions, head?.id, importer.id));
  }
  const recorded = drafts.length === 0 ? undefined : await recording.record(drafts, "data");
  if (recorded?.is === "stale")
    throw new Error(`${recorded.subject} was changed while ${importer.id} was being read; nothing was taken.`);
  return {
    recorded: recorded?.is === "recorded" ? recorded.facts.length : 0,
    unchanged,
    leftAlone,
    missing: [...missing.values()]
      .flatMap((facts) => facts.slice(-1))
      .map((fact) => `${noun(fact.kind)} ${fact.subject}`),
  };
}

/** What was taken from a source of each of its subjects, oldest first. */
function takenFrom(origin: string, log: readonly Fact[]): Map<string, Fact[]> {
  const taken = new Map<string, Fact[]>();
  for (const fact of log) {
    if (fact.origin !== origin) continue;
    const place = placeOf(fact);
    const facts = taken.get(place);
    if (facts === undefined) taken.set(place, [fact]);
    else facts.push(fact);
  }
  return taken;
}

const placeOf = (one: Pick<Version, "kind" | "subject">) => `${noun(one.kind)}/${one.subject}`;

/** A young version became known now: without `knownFrom` it may be announced. */
function asNews(version: Version, now: Millis): Version {
  const { knownFrom, ...news } = version;
  return knownFrom !== undefined && isRecent(instant(knownFrom), now) ? news : version;
}

/**
 * Whether a source says only of the time that it was another. It cannot be asked once a change was taken: the source goes on to tell the whole
 * life of its record, and the change carries no `knownFrom` to compare.
 */
function redated(facts: readonly Fact[], { versions }: Subject): boolean {
  const taken = facts.flatMap(({ knownFrom }) => knownFrom ?? []);
  if (taken.length < facts.length) return false;
  const stated = versions.flatMap(({ knownFrom }) => knownFrom ?? []);
  const times = (list: readonly string[]) => list.map(instant).join(" ");
  return times(taken) !== times(stated);
}

function chain(versions: readonly Version[], head: string | undefined, origin: string): Draft[] {
  let prev = head;
  return versions.map((version) => {
    const draft: Draft = { ...version, ...(prev === undefined ? {} : { prev }), origin };
    prev = factId(draft);
    return draft;
  });
}
