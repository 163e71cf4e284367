// The record at an instant, folded the slow way: all facts that are known, one after the other, every list made anew. What the read model must equal.
import { areaTree } from "../../src/domain/area-tree.ts";
import type { Curfew } from "../../src/domain/curfew.ts";
import { type Fact, knownAt, noun } from "../../src/domain/fact.ts";
import { instant, type Millis } from "../../src/domain/time.ts";

/** `allRecorded`: with what was recorded, whatever the clock said then. */
export function recordAt(facts: readonly Fact[], at: Millis, allRecorded = false) {
  const newest = Math.max(...facts.filter((fact) => fact.knownFrom === undefined).map(knownAt));
  const timeline = facts
    .filter((fact) => knownAt(fact) <= at || (allRecorded && newest > at && fact.knownFrom === undefined))
    .toSorted((a, b) => knownAt(a) - knownAt(b) || a.seq - b.seq);
  const heads = new Map<string, Fact>();
  const before = new Map<string, Curfew>();
  for (const fact of timeline) {
    const place = `${noun(fact.kind)}/${fact.subject}`;
    const head = heads.get(place);
    if (head !== undefined && head.seq > fact.seq) continue;
    if ("content" in fact && "rules" in fact.content) before.set(fact.subject, fact.content);
    heads.set(place, fact);
  }
  const of = <C>(one: string, content: (fact: Fact) => C | undefined): C[] =>
    [...heads.values()].filter(({ kind }) => noun(kind) === one).flatMap((fact) => content(fact) ?? []);
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  const curfews = of("curfew", (fact) => ("rules" in fact.content ? fact.content : undefined));
  const withdrawn = of("curfew", (fact) => (fact.kind === "curfew.withdrawn" ? before.get(fact.subject) : undefined));
  const strikes = of("strike", (fact) => ("target" in fact.content ? fact.content : undefined));
  const orgs = of("org", (fact) => ("designations" in fact.content ? fact.content : undefined));
  const coverage = of("coverage", (fact) => ("completes" in fact.content ? fact.content : undefined));
  const tallies = of("tally", (fact) => (fact.kind === "tally.quoted" ? fact.content : undefined));
  return {
    places: placesOf(timeline),
    curfews,
    withdrawn,
    coverage: coverage.sort((a, b) => instant(a.from) - instant(b.from)),
    strikes: strikes.sort((a, b) => order(b.date, a.date) || order(b.id, a.id)),
    tallies: tallies.sort((a, b) => order(a.date, b.date)),
    gaps: of("gap", (fact) => (fact.kind === "gap.noted" ? fact.content : undefined)),
    claims: of("claim", (fact) => (fact.kind === "claim.recorded" ? fact.content : undefined)),
    orgs: orgs.sort((a, b) => a.name.localeCompare(b.name, "es")),
    authorities: of("authority", (fact) => (fact.kind === "authority.recorded" ? fact.content : undefined)),
    instruments: of("instrument", (fact) => (fact.kind === "instrument.recorded" ? fact.content : undefined)),
  };
}

/** The newest versions of places that form a tree. */
function placesOf(timeline: readonly Fact[]) {
  const facts = timeline.filter((fact) => noun(fact.kind) === "area").toSorted((a, b) => a.seq - b.seq);
  for (; ; facts.pop()) {
    const heads = new Map(facts.map((fact) => [fact.subject, fact]));
    const kept = [...heads.values()].flatMap((fact) =>
      fact.kind === "area.recorded" || fact.kind === "area.changed" ? [fact.content] : [],
    );
    try {
      return [...areaTree(kept).all];
    } catch (error) {
      if (facts.length === 0) throw error;
    }
  }
}
