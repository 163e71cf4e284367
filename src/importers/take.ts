// Brings a source into the log: compared with what was last taken *from that source*, never with the fold. What people changed by hand is left alone
// and reported; what is missing from the source is reported, never withdrawn.
import { type Draft, type Fact, noun } from "../domain/fact.ts";
import { Org } from "../domain/org.ts";
import { canonicalJson, factId } from "../domain/id.ts";
import type { Recording } from "../store/recording.ts";
import type { Importer, Subject, Version } from "./importer.ts";

export interface Taken {
  /** Facts recorded. */
  recorded: number;
  /** Subjects of the source that stand as they were taken before. */
  unchanged: number;
  /** Changed in the source, but changed by hand since: for people to decide. */
  leftAlone: readonly string[];
  /** Taken once, and no longer in the source. */
  missing: readonly string[];
}

/** Reads all, then records all in one batch: a source enters whole or not at all. `log`: every fact there is. */
export async function take(importer: Importer, recording: Recording, log: readonly Fact[]): Promise<Taken> {
  const subjects = await importer.read();
  const last = lastTaken(importer.id, log);
  const drafts: Draft[] = [];
  const leftAlone: string[] = [];
  let unchanged = 0;
  for (const subject of subjects) {
    const place = placeOf(subject.versions[0]);
    const taken = last.get(place);
    last.delete(place);
    const news = taken === undefined ? subject.versions : changed(taken, subject);
    const head = recording.head(noun(subject.versions[0].kind), subject.versions[0].subject);
    if (news.length === 0) unchanged += 1;
    else if (head?.id !== taken?.id) leftAlone.push(subject.where);
    else drafts.push(...chain(news, head?.id, importer.id));
  }
  const recorded = drafts.length === 0 ? undefined : await recording.record(drafts, "data");
  if (recorded?.is === "stale")
    throw new Error(`${recorded.subject} was changed while ${importer.id} was being read; nothing was taken.`);
  return {
    recorded: recorded?.is === "recorded" ? recorded.facts.length : 0,
    unchanged,
    leftAlone,
    missing: [...last.values()].map((fact) => `${noun(fact.kind)} ${fact.subject}`),
  };
}

function lastTaken(origin: string, log: readonly Fact[]): Map<string, Fact> {
  const last = new Map<string, Fact>();
  for (const fact of log) if (fact.origin === origin) last.set(placeOf(fact), fact);
  return last;
}

const placeOf = (one: Pick<Version, "kind" | "subject">) => `${noun(one.kind)}/${one.subject}`;

/** The source's state today, if it differs from what was taken. That it changed became known now: it carries no `knownFrom`. */
function changed(taken: Fact, subject: Subject): Version[] {
  const today = subject.versions.at(-1) ?? subject.versions[0];
  if (canonicalJson(plain(taken.content)) === canonicalJson(plain(today.content))) return [];
  const { knownFrom: _, ...news } = today;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a change keeps the noun, and with it the content's shape
  return [{ ...news, kind: changeKind(taken, today) } as Version];
}

/** What kind of change it is: said by the version itself where it says so, else a plain change; kinds without one are stated anew. */
function changeKind(taken: Fact, today: Version): Version["kind"] {
  if (taken.kind !== today.kind && !today.kind.endsWith(".recorded") && !today.kind.endsWith(".declared")) {
    if (today.kind === "org.listed" && taken.kind.startsWith("org.")) return "org.changed";
    return today.kind;
  }
  switch (noun(today.kind)) {
    case "curfew":
      return "curfew.changed";
    case "strike":
      return "strike.changed";
    case "org":
      return listing(taken, today);
    case "area":
      return "area.changed";
    default:
      return today.kind;
  }
}

/** An organisation with more listings was listed, with fewer delisted, else only described otherwise. */
function listing(taken: Fact, today: Version): Version["kind"] {
  const listings = (one: { content: unknown }) => Org.safeParse(one.content).data?.designations.length ?? 0;
  const difference = listings(today) - listings(taken);
  return difference > 0 ? "org.listed" : difference < 0 ? "org.delisted" : "org.changed";
}

function chain(versions: readonly Version[], head: string | undefined, origin: string): Draft[] {
  let prev = head;
  return versions.map((version) => {
    const draft: Draft = { ...version, ...(prev === undefined ? {} : { prev }), origin };
    prev = factId(draft);
    return draft;
  });
}

const plain = (content: unknown): Parameters<typeof canonicalJson>[0] => JSON.parse(JSON.stringify(content));
