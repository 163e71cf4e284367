// Folds the log into what commands and the planner ask, as known at any instant. Pure memory: it never writes and never reads a clock.
import type { Area } from "../domain/area.ts";
import { areaTree } from "../domain/area-tree.ts";
import type { Coverage } from "../domain/coverage.ts";
import type { Curfew } from "../domain/curfew.ts";
import { type Fact, knownAt, noun } from "../domain/fact.ts";
import type { Authority, Instrument, Org } from "../domain/org.ts";
import type { Claim, Gap, Strike, Tally } from "../domain/strike.ts";
import { instant, type Millis } from "../domain/time.ts";
import type { Known } from "../domain/known.ts";

export class ReadModel {
  /** In the order in which they became known. */
  readonly #facts: { at: Millis; fact: Fact }[] = [];
  #cached: { count: number; known: Known } | undefined;

  add(facts: readonly Fact[]): void {
    for (const fact of facts) this.#facts.push({ at: knownAt(fact), fact });
    this.#facts.sort((a, b) => a.at - b.at || a.fact.seq - b.fact.seq);
    this.#cached = undefined;
  }

  /** What was known at `at`. Folds anew only where the number of known facts differs from the last question. */
  known(at: Millis): Known {
    const count = upTo(this.#facts, at);
    if (this.#cached?.count !== count) this.#cached = { count, known: fold(this.#facts, count) };
    return { ...this.#cached.known, knownAt: at };
  }
}

function upTo(facts: readonly { at: Millis }[], at: Millis): number {
  let low = 0;
  let high = facts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((facts[middle]?.at ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Latest version of each subject by its place in the log: a version known earlier than the one it replaces still replaces it. */
function fold(timeline: readonly { fact: Fact }[], count: number): Known {
  const heads = new Map<string, Fact>();
  const before = new Map<string, Curfew>();
  for (const { fact } of timeline.slice(0, count)) {
    const place = `${noun(fact.kind)}/${fact.subject}`;
    const head = heads.get(place);
    if (head !== undefined && head.seq > fact.seq) continue;
    if (
      fact.kind === "curfew.declared" ||
      fact.kind === "curfew.changed" ||
      fact.kind === "curfew.lifted" ||
      fact.kind === "curfew.annulled"
    )
      before.set(fact.subject, fact.content);
    heads.set(place, fact);
  }
  return sort([...heads.values()], before);
}

function sort(heads: readonly Fact[], before: ReadonlyMap<string, Curfew>): Known {
  const areas: Area[] = [];
  const curfews: Curfew[] = [];
  const withdrawn: Curfew[] = [];
  const coverage: Coverage[] = [];
  const strikes: Strike[] = [];
  const tallies: Tally[] = [];
  const gaps: Gap[] = [];
  const claims: Claim[] = [];
  const orgs: Org[] = [];
  const authorities: Authority[] = [];
  const instruments: Instrument[] = [];
  for (const fact of heads) {
    switch (fact.kind) {
      case "area.recorded":
      case "area.changed":
        areas.push(fact.content);
        break;
      case "curfew.declared":
      case "curfew.changed":
      case "curfew.lifted":
      case "curfew.annulled":
        curfews.push(fact.content);
        break;
      case "curfew.withdrawn": {
        const last = before.get(fact.subject);
        if (last !== undefined) withdrawn.push(last);
        break;
      }
      case "coverage.confirmed":
        coverage.push(fact.content);
        break;
      case "strike.recorded":
      case "strike.changed":
        strikes.push(fact.content);
        break;
      case "tally.quoted":
        tallies.push(fact.content);
        break;
      case "gap.noted":
        gaps.push(fact.content);
        break;
      case "claim.recorded":
        claims.push(fact.content);
        break;
      case "org.recorded":
      case "org.changed":
      case "org.listed":
      case "org.delisted":
        orgs.push(fact.content);
        break;
      case "authority.recorded":
        authorities.push(fact.content);
        break;
      case "instrument.recorded":
        instruments.push(fact.content);
        break;
      case "area.withdrawn":
      case "coverage.withdrawn":
      case "strike.withdrawn":
      case "tally.withdrawn":
      case "gap.withdrawn":
      case "claim.withdrawn":
      case "org.withdrawn":
      case "authority.withdrawn":
      case "instrument.withdrawn":
        break;
    }
  }
  strikes.sort((a, b) => compare(b.date, a.date) || compare(b.id, a.id));
  tallies.sort((a, b) => compare(a.date, b.date));
  orgs.sort((a, b) => a.name.localeCompare(b.name, "es"));
  coverage.sort((a, b) => instant(a.from) - instant(b.from));
  const byId = <T extends { id: string }>(list: readonly T[]) => new Map(list.map((one) => [one.id, one]));
  return {
    knownAt: 0,
    areas: areaTree(areas),
    areasById: byId(areas),
    curfews,
    curfewsById: byId([...withdrawn, ...curfews]),
    withdrawn,
    coverage,
    strikes,
    strikesById: byId(strikes),
    tallies,
    gaps,
    claims,
    orgs,
    orgsById: byId(orgs),
    authorities,
    instruments,
  };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
