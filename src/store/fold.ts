// What stands of every subject, put together into the record that commands ask. Lists of a kind of which nothing changed stay the same objects: indexes
// and searches made of them stay valid with them. Lists once handed out are never changed.
import type { Area } from "../domain/area.ts";
import type { Curfew } from "../domain/curfew.ts";
import type { Fact } from "../domain/fact.ts";
import type { Known } from "../domain/known.ts";
import type { Strike } from "../domain/strike.ts";
import { StrikeIndex } from "../domain/strike-index.ts";
import { instant } from "../domain/time.ts";
import { byKnown, type Entry, same, type Standing, type Subject } from "./subject.ts";
import { treeOf } from "./tree-of.ts";

type Part = Partial<Known>;

/** What a fold shows, to be shown again. */
export interface Folded {
  known: Known;
  strikes: StrikeIndex;
}

export class Fold {
  /** Of each noun, the subjects of which something may be known. */
  readonly #subjects = new Map<string, Set<Subject>>();
  #strikes = StrikeIndex.empty();
  readonly #world: readonly Area[];
  #known: Known;

  constructor(world: readonly Area[]) {
    this.#world = world;
    this.#known = nothingKnown(world);
  }

  /** `knownAt` says nothing here. */
  get known(): Known {
    return this.#known;
  }

  get folded(): Folded {
    return { known: this.#known, strikes: this.#strikes };
  }

  /** The lists that were shown when all stood as it does now: what was made of them holds again. */
  putBack({ known, strikes }: Folded): void {
    this.#known = known;
    this.#strikes = strikes;
  }

  /** Folds these subjects anew, of which `isKnown` may tell another story than before. */
  apply(subjects: Iterable<Subject>, isKnown: (entry: Entry) => boolean): void {
    const nouns = new Set<string>();
    const gone: Strike[] = [];
    const come: Strike[] = [];
    for (const subject of subjects) {
      const standing = subject.standingWhere(isKnown);
      // A place that is known the same may still stand on versions that are left out of the tree.
      if (same(subject.standing, standing) && subject.noun !== "area") continue;
      if (subject.noun === "strike") {
        gone.push(...strikeOf(subject.standing));
        come.push(...strikeOf(standing));
      } else this.#of(subject.noun).add(subject);
      nouns.add(subject.noun);
      subject.standing = standing;
    }
    for (const noun of nouns) this.#known = { ...this.#known, ...this.#part(noun, gone, come, isKnown) };
  }

  #part(noun: string, gone: readonly Strike[], come: readonly Strike[], isKnown: (entry: Entry) => boolean): Part {
    if (noun === "strike") {
      this.#strikes = this.#strikes.with(gone, come);
      return { strikes: this.#strikes.strikes, strikesById: this.#strikes.byId };
    }
    const subjects = [...this.#of(noun)];
    if (noun === "area") {
      const facts = subjects.flatMap(({ entries }) => entries.filter(isKnown).map(({ fact }) => fact));
      const areas = treeOf(facts, this.#world).tree;
      return { areas, areasById: byId(areas.all) };
    }
    const standings = subjects.flatMap(({ standing }) => standing ?? []);
    return partOf(
      noun,
      standings.sort((a, b) => byKnown(a.first, b.first)),
    );
  }

  #of(noun: string): Set<Subject> {
    const subjects = this.#subjects.get(noun) ?? new Set();
    this.#subjects.set(noun, subjects);
    return subjects;
  }
}

function strikeOf(standing: Standing | undefined): Strike[] {
  const head = standing?.head;
  return head?.kind === "strike.recorded" || head?.kind === "strike.changed" ? [head.content] : [];
}

/** The lists of one noun, from what stands of its subjects in the order in which they became known. */
function partOf(noun: string, standings: readonly Standing[]): Part {
  switch (noun) {
    case "curfew": {
      const curfews = standings.flatMap(({ head, before }) =>
        head.kind === "curfew.withdrawn" || before === undefined ? [] : [before],
      );
      const withdrawn = standings.flatMap(({ head, before }): Curfew[] =>
        head.kind === "curfew.withdrawn" && before !== undefined ? [before] : [],
      );
      return { curfews, withdrawn, curfewsById: byId([...withdrawn, ...curfews]) };
    }
    case "org": {
      const orgs = list(standings, (head) =>
        head.kind === "org.recorded" ||
        head.kind === "org.changed" ||
        head.kind === "org.listed" ||
        head.kind === "org.delisted"
          ? head.content
          : undefined,
      );
      orgs.sort((a, b) => a.name.localeCompare(b.name, "es"));
      return { orgs, orgsById: byId(orgs) };
    }
    case "coverage": {
      const coverage = list(standings, (head) => (head.kind === "coverage.confirmed" ? head.content : undefined));
      return { coverage: coverage.sort((a, b) => instant(a.from) - instant(b.from)) };
    }
    case "tally": {
      const tallies = list(standings, (head) => (head.kind === "tally.quoted" ? head.content : undefined));
      return { tallies: tallies.sort((a, b) => compare(a.date, b.date)) };
    }
    case "gap":
      return { gaps: list(standings, (head) => (head.kind === "gap.noted" ? head.content : undefined)) };
    case "claim":
      return { claims: list(standings, (head) => (head.kind === "claim.recorded" ? head.content : undefined)) };
    case "authority":
      return {
        authorities: list(standings, (head) => (head.kind === "authority.recorded" ? head.content : undefined)),
      };
    case "instrument":
      return {
        instruments: list(standings, (head) => (head.kind === "instrument.recorded" ? head.content : undefined)),
      };
    default:
      throw new Error(`Nothing is made of facts about ${noun}.`);
  }
}

/** What the heads hold; what was withdrawn holds nothing. */
function list<Content>(standings: readonly Standing[], contentOf: (head: Fact) => Content | undefined): Content[] {
  return standings.flatMap(({ head }) => contentOf(head) ?? []);
}

const byId = <T extends { id: string }>(list: readonly T[]) => new Map(list.map((one) => [one.id, one]));
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function nothingKnown(world: readonly Area[]): Known {
  const areas = treeOf([], world).tree;
  const index = StrikeIndex.empty();
  return {
    knownAt: -Infinity,
    areas,
    areasById: byId(areas.all),
    curfews: [],
    curfewsById: new Map(),
    withdrawn: [],
    coverage: [],
    strikes: index.strikes,
    strikesById: index.byId,
    tallies: [],
    gaps: [],
    claims: [],
    orgs: [],
    orgsById: new Map(),
    authorities: [],
    instruments: [],
  };
}
