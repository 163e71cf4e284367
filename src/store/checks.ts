// What must hold before facts join the log, beyond their own shape: whatever enters here can be folded for ever. Pure: it never writes and never mends.
import type { Area, AreaId } from "../domain/area.ts";
import { checkAreas } from "../domain/area-check.ts";
import type { Curfew } from "../domain/curfew.ts";
import { shownArea } from "../domain/place.ts";
import { type Draft, type Fact, noun } from "../domain/fact.ts";

/** A content that carries an id is filed under that id: two names for one subject would be two subjects to the log and one to the fold. */
export function idFault({ kind, subject, content }: Draft): string | undefined {
  if (!("id" in content) || content.id === subject) return undefined;
  return `${kind} ${subject}: id: it is "${content.id}", but must be the subject's own id.`;
}

/** The newest facts as they would be with a batch, any order. Asked for one noun alone, as nearly every batch needs the places and nothing else. */
export interface Standing {
  /** Places that hold where no fact speaks of them. */
  world: readonly Area[];
  of: (noun: string) => readonly Fact[];
  all: () => readonly Fact[];
}

/** What in a batch does not fit what stands. Undefined: nothing. */
export function batchFault(batch: readonly Fact[], standing: Standing): string | undefined {
  const areas = batch.some(speaksOfPlaces) ? placesAfter(standing) : [];
  return (
    treeFault(batch, areas) ?? unknownPlace(batch, areas) ?? neededPlace(batch, standing) ?? roundFault(batch, standing)
  );
}

/** Two people may each record half of a circle at once: the one that would close it is refused here. */
function roundFault(batch: readonly Fact[], { of }: Standing): string | undefined {
  const merged = batch.flatMap((fact) => (nextOf(fact) === undefined ? [] : [fact]));
  if (merged.length === 0) return undefined;
  const heads = new Map(of("org").map((fact) => [fact.subject, fact]));
  for (const { kind, subject } of merged) {
    const seen = new Set<string>();
    for (let at: string | undefined = subject; at !== undefined && !seen.has(at); at = nextOf(heads.get(at))) {
      const next = nextOf(heads.get(at));
      if (next === subject) return `${kind} ${subject}: mergedInto: it leads back to where it began, by way of ${at}.`;
      if (next !== undefined && !heads.has(next))
        return `${kind} ${at}: mergedInto: the organisation ${next} is not in the record.`;
      seen.add(at);
    }
  }
  return undefined;
}

function nextOf(fact: Fact | undefined): string | undefined {
  return fact !== undefined && "designations" in fact.content ? fact.content.mergedInto?.org : undefined;
}

function placesAfter({ world, of }: Standing): readonly Area[] {
  const facts = of("area");
  const spokenOf = new Set(facts.map(({ subject }) => subject));
  return [...facts.flatMap(areaOf), ...world.filter(({ id }) => !spokenOf.has(id))];
}

function treeFault(batch: readonly Fact[], areas: readonly Area[]): string | undefined {
  const changed = batch.filter((fact) => noun(fact.kind) === "area");
  if (changed[0] === undefined) return undefined;
  try {
    checkAreas(areas);
    return undefined;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const { kind, subject } = changed.find((fact) => why.includes(`"${fact.subject}"`)) ?? changed[0];
    return `${kind} ${subject}: the places would no longer form a tree. ${why}`;
  }
}

/** What the batch says of places that nobody has recorded. */
function unknownPlace(batch: readonly Fact[], areas: readonly Area[]): string | undefined {
  const known = new Set(areas.map((area) => area.id));
  for (const fact of batch) {
    for (const [field, place] of places(fact))
      if (!known.has(place)) return `${fact.kind} ${fact.subject}: ${field}: the place ${place} is not in the record.`;
  }
  return undefined;
}

/** What stands and names a place that the batch withdraws. */
function neededPlace(batch: readonly Fact[], standing: Standing): string | undefined {
  const withdrawn = batch.flatMap((fact) => (fact.kind === "area.withdrawn" ? [fact.subject] : []));
  if (withdrawn.length === 0) return undefined;
  for (const fact of standing.all()) {
    for (const [field, place] of places(fact))
      if (withdrawn.includes(place))
        return `area.withdrawn ${place}: ${noun(fact.kind)} ${fact.subject} still names it under ${field}.`;
  }
  return undefined;
}

function speaksOfPlaces({ kind }: Fact): boolean {
  return ["area", "curfew", "coverage", "strike"].includes(noun(kind));
}

/** The area as a fact leaves it; none once it is withdrawn. */
function areaOf(fact: Fact): Area[] {
  return fact.kind === "area.recorded" || fact.kind === "area.changed" ? [fact.content] : [];
}

type Named = readonly [field: string, place: AreaId];

/** Told by the fields that only a curfew, a coverage, a strike has: a withdrawal names nothing. */
function places({ content }: Fact): readonly Named[] {
  if ("rules" in content) return placesOf(content);
  if ("completes" in content)
    return under(
      "areas",
      content.areas.map((place) => shownArea(place).area),
    );
  if (!("target" in content)) return [];
  const { country, area } = content;
  return [
    ...under("country", country === undefined ? [] : [country]),
    ...under("area", area === undefined ? [] : [area]),
  ];
}

function placesOf({ country, rules, exceptions, lifted, annulled, furtherEndings = [] }: Curfew): readonly Named[] {
  return [
    ["country", country],
    ...rules.flatMap((rule, index) => under(`rules.${index}.areas`, rule.areas)),
    ...rules.flatMap((rule, index) => under(`rules.${index}.except`, rule.except ?? [])),
    ...exceptions.flatMap((exception, index) => under(`exceptions.${index}.areas`, exception.areas ?? [])),
    ...under("lifted.areas", lifted?.areas ?? []),
    ...under("annulled.areas", annulled?.areas ?? []),
    ...furtherEndings.flatMap((one, index) => under(`furtherEndings.${index}.areas`, one.areas ?? [])),
  ];
}

function under(field: string, named: readonly AreaId[]): readonly Named[] {
  return named.map((place) => [field, place]);
}
