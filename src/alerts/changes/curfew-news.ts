// What a fact about a curfew makes of the hours ahead, as an alert for each channel whose places it concerns. It must never announce history, nor what
// changes nothing from now on, nor leave standing what it makes false.
import type { AlertOf } from "../../domain/alert.ts";
import type { Curfew } from "../../domain/curfew.ts";
import { effectOf } from "../../domain/curfew-effect.ts";
import { type Fact, noun } from "../../domain/fact.ts";
import { isRecent } from "../../domain/fresh.ts";
import { hash } from "../../domain/id.ts";
import type { Known } from "../../domain/known.ts";
import { groupChanges, type LeafChange } from "../../domain/outlook.ts";
import type { Standing } from "../../domain/standing.ts";
import { instant, type Millis } from "../../domain/time.ts";
import type { Clock } from "../../clock.ts";
import { followed } from "../followed.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Announcer } from "./news.ts";
import { plan } from "../planner.ts";
import { putRight } from "./put-right.ts";
import { shared } from "../watches/tailor.ts";
import { LATE } from "../watches/watch.ts";

export type ChangeAlert = AlertOf<
  "curfew.declared" | "curfew.changed" | "curfew.lifted" | "curfew.annulled" | "curfew.withdrawn"
>;
type CurfewFact = Extract<Fact, { kind: ChangeAlert["kind"] }>;

interface Parts {
  /** What is known now, with the facts that are being announced. */
  known: () => Known;
  /** Every version of a curfew, in the order of the log. */
  versions: (subject: string) => readonly Fact[];
  ledger: Pick<Ledger, "told" | "toldOf">;
  clock: Pick<Clock, "wall">;
}

export function curfewNews(parts: Parts): Announcer {
  return (fact, audience, now, pending) => {
    if (!isCurfew(fact) || !isNews(fact) || !isLast(fact, pending)) return [];
    const told = storyOf(parts, fact, pending, now);
    if (told === undefined) return [];
    const places = told.list.map(({ leaf }) => leaf);
    const heard = audience({ kind: told.base.kind, places, at: now });
    if (heard.length === 0) return [];
    const { record, country, list, base } = told;
    const tailored = shared((to) => {
      const [first, ...rest] = groupChanges(list, record, followed(to), now);
      return first === undefined ? undefined : { ...base, country, changes: [first, ...rest] };
    });
    const late = now - base.at > LATE ? { lateBy: now - base.at } : {};
    const rows = plan(tailored, base.kind, heard, { now, ...late }, parts.clock);
    const { told: lately, toldOf } = parts.ledger;
    return rows.flatMap((row) => putRight(row, lately.of(row.destination), { list, record, now }, toldOf));
  };
}

interface Story {
  record: Known;
  country: string;
  list: readonly LeafChange[];
  base: Pick<ChangeAlert, "kind" | "id" | "at" | "fact" | "subject" | "before">;
}

/** What there is to tell of a fact, by leaf; undefined where nothing ahead is another now. */
function storyOf(
  { known, versions }: Parts,
  fact: CurfewFact,
  pending: readonly Fact[],
  now: Millis,
): Story | undefined {
  const record = known();
  const all = versions(fact.subject);
  const first = pending.find((one) => noun(one.kind) === "curfew" && one.subject === fact.subject) ?? fact;
  const index = all.findIndex(({ id }) => id === first.prev);
  const [was, is] = [
    standing(all.slice(0, index + 1)),
    standing(all.slice(0, all.findIndex(({ id }) => id === fact.id) + 1)),
  ];
  const curfew = is.curfew ?? is.withdrawn ?? was.curfew ?? was.withdrawn;
  if (curfew === undefined) return undefined;
  const list = effectOf({ record, subject: fact.subject, was, is, now });
  if (list.length === 0) return undefined;
  // Nobody was told of a decree whose whole life came at once: to them it is new, whatever became of it since.
  const kind = first.prev === undefined && fact.kind !== "curfew.withdrawn" ? "curfew.declared" : fact.kind;
  const base = {
    kind,
    id: hash({ kind: fact.kind, fact: fact.id }),
    at: instant(fact.recordedAt),
    fact: fact.id,
    subject: fact.subject,
    ...(first.prev === undefined ? {} : { before: first.prev }),
  };
  return { record, country: curfew.country, list, base };
}

export function isCurfew(fact: Fact): fact is CurfewFact {
  return noun(fact.kind) === "curfew";
}

/** Known when it was recorded, or shortly before. */
function isNews({ knownFrom, recordedAt }: Fact): boolean {
  return knownFrom === undefined || isRecent(instant(knownFrom), instant(recordedAt));
}

/** Several versions of a curfew at once are told as one: what it became. */
function isLast(fact: Fact, pending: readonly Fact[]): boolean {
  return !pending.some((one) => one.seq > fact.seq && one.subject === fact.subject && noun(one.kind) === "curfew");
}

/** What the last of these versions says; of a withdrawn one, what was withdrawn. */
export function standing(versions: readonly Fact[]): Standing {
  const last = versions.at(-1);
  const content = versions.flatMap((one) => contentOf(one) ?? []).at(-1);
  if (last === undefined || content === undefined) return {};
  return last.kind === "curfew.withdrawn" ? { withdrawn: content } : { curfew: content };
}

function contentOf(fact: Fact): Curfew | undefined {
  return isCurfew(fact) && fact.kind !== "curfew.withdrawn" ? fact.content : undefined;
}
