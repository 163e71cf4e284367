// Folds the log into what commands and the planner ask, as known at any instant. Pure memory: it never writes and never reads a clock.
import { type AreaTree, areaTree } from "../domain/area-tree.ts";
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
  #cached: { key: string; known: Known } | undefined;
  /** Of all that became known by being recorded. */
  #newestRecorded = -Infinity;

  add(facts: readonly Fact[]): void {
    for (const fact of facts) {
      const at = knownAt(fact);
      this.#facts.push({ at, fact });
      if (fact.knownFrom === undefined) this.#newestRecorded = Math.max(this.#newestRecorded, at);
    }
    this.#facts.sort((a, b) => a.at - b.at || a.fact.seq - b.fact.seq);
    this.#cached = undefined;
  }

  /** What was known at `at`. Folds anew only where the number of known facts differs from the last question. */
  known(at: Millis): Known {
    const count = upTo(this.#facts, at);
    return this.#folded(`${count}`, at, () => this.#facts.slice(0, count));
  }

  /** What is known now: with all that was ever recorded, also where the clock was put back since. History stays filtered. */
  present(now: Millis): Known {
    if (this.#newestRecorded <= now) return this.known(now);
    const count = upTo(this.#facts, now);
    return this.#folded(`${count} and all recorded`, now, () =>
      this.#facts.filter(({ fact }, index) => index < count || fact.knownFrom === undefined),
    );
  }

  /** Versions of places that an older Vigía took and that no tree holds: for the operator, at the start. */
  leftOut(): readonly Fact[] {
    return treeOf(this.#facts).leftOut;
  }

  #folded(key: string, at: Millis, timeline: () => readonly { fact: Fact }[]): Known {
    if (this.#cached?.key !== key) this.#cached = { key, known: fold(timeline()) };
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
function fold(timeline: readonly { fact: Fact }[]): Known {
  const heads = new Map<string, Fact>();
  const before = new Map<string, Curfew>();
  for (const { fact } of timeline) {
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
  return sort([...heads.values()], before, treeOf(timeline).tree);
}

/**
 * The tree as the newest versions have it. An older Vigía took versions that form no tree: the newest are left out until the others do, for
 * a record with one wrong place must not silence all places.
 */
function treeOf(timeline: readonly { fact: Fact }[]): { tree: AreaTree; leftOut: readonly Fact[] } {
  const facts = timeline.flatMap(({ fact }) => (noun(fact.kind) === "area" ? [fact] : []));
  facts.sort((a, b) => a.seq - b.seq);
  const leftOut: Fact[] = [];
  for (;;) {
    const heads = new Map(facts.map((fact) => [fact.subject, fact]));
    const areas = [...heads.values()].flatMap((fact) =>
      fact.kind === "area.recorded" || fact.kind === "area.changed" ? [fact.content] : [],
    );
    try {
      return { tree: areaTree(areas), leftOut };
    } catch (error) {
      const newest = facts.pop();
      if (newest === undefined) throw error;
      leftOut.push(newest);
    }
  }
}

function sort(heads: readonly Fact[], before: ReadonlyMap<string, Curfew>, areas: AreaTree): Known {
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
      // The places stand in the tree.
      case "area.recorded":
      case "area.changed":
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
    areas,
    areasById: byId(areas.all),
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
