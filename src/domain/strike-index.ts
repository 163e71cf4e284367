// Strikes by days, region and organisation, asked for counts and pages without looking at each. Never changed: with() makes the next one.
// Must say exactly what count() and within() say over the whole list (test/domain/strike-index.test.ts compares them).
import type { Count, Cut } from "./count.ts";
import { SharedMap } from "./shared-map.ts";
import type { Strike } from "./strike.ts";
import { EMPTY_RUN, type Row, type Run } from "./strike-run.ts";
import { Sums } from "./sums.ts";
import { figure } from "./toll.ts";

export class StrikeIndex {
  readonly #runs: SharedMap<Run>;
  readonly #byId: SharedMap<Strike>;
  #strikes: readonly Strike[] | undefined;
  /** What was asked of this index, which never changes: one answer asks the same thing many times, and so do the readers after it. */
  readonly #sums = new Map<string, Sums>();
  readonly #pages = new Map<string, readonly Strike[]>();

  private constructor(runs: SharedMap<Run>, byId: SharedMap<Strike>) {
    this.#runs = runs;
    this.#byId = byId;
  }

  static empty(): StrikeIndex {
    return new StrikeIndex(SharedMap.empty(), SharedMap.empty());
  }

  get byId(): ReadonlyMap<string, Strike> {
    return this.#byId;
  }

  /** All of them, newest first. The list knows its index: see indexed(). */
  get strikes(): readonly Strike[] {
    if (this.#strikes === undefined) {
      this.#strikes = this.#run({}).all();
      INDEXES.set(this.#strikes, this);
    }
    return this.#strikes;
  }

  /** `gone`: strikes of this index. `come`: new ones, of ids that it does not hold or that go. */
  with(gone: readonly Strike[], come: readonly Strike[]): StrikeIndex {
    const changes = new Map<string, { gone: Strike[]; come: Row[] }>();
    const at = (key: string) => {
      const change = changes.get(key) ?? { gone: [], come: [] };
      changes.set(key, change);
      return change;
    };
    for (const strike of gone) for (const key of keysOf(strike)) at(key).gone.push(strike);
    for (const strike of come) {
      const row = rowOf(strike);
      for (const key of keysOf(strike)) at(key).come.push(row);
    }
    const runs = [...changes].map(([key, change]) => {
      const run = (this.#runs.get(key) ?? EMPTY_RUN).with(change.gone, change.come);
      return [key, run.isEmpty ? undefined : run] as const;
    });
    const byId = [...gone.map(({ id }) => [id, undefined] as const), ...come.map((one) => [one.id, one] as const)];
    return new StrikeIndex(this.#runs.with(runs), this.#byId.with(byId));
  }

  /** With this strike in it once, in place of the one of its id. */
  including(strike: Strike): StrikeIndex {
    const other = this.#byId.get(strike.id);
    if (other === strike) return this;
    return this.with(other === undefined ? [] : [other], [strike]);
  }

  count(cut: Cut = {}): Count {
    return this.sums(cut).count;
  }

  sums(cut: Cut = {}): Sums {
    return kept(this.#sums, keyOf(cut), () => this.#run(cut).sums(cut));
  }

  /** `take` strikes of the cut after the first `skip`, newest first; all without. `target`: of one kind only. */
  page(cut: Cut, skip = 0, take = Infinity, target?: Strike["target"]): readonly Strike[] {
    const page = () => this.#run(cut).page(cut, skip, take, target);
    if (take > SHORT) return page();
    return kept(this.#pages, `${keyOf(cut)} ${skip} ${take} ${target ?? ""}`, page);
  }

  /** Records that were announced together, newest first. */
  together(event: string): Strike[] {
    return (this.#runs.get(eventKey(event)) ?? EMPTY_RUN).all();
  }

  #run({ region, org }: Cut): Run {
    return this.#runs.get(runKey(region, org)) ?? EMPTY_RUN;
  }
}

/** Questions kept of one index, and the length of a page that is. */
const KEPT = 200;
const SHORT = 30;

function kept<Value>(all: Map<string, Value>, key: string, make: () => Value): Value {
  const known = all.get(key);
  if (known !== undefined) return known;
  const made = make();
  if (all.size >= KEPT) all.clear();
  all.set(key, made);
  return made;
}

/** Tells any two cuts apart: what is absent is another thing than what is empty. */
function keyOf({ since, until, region, org, minKilled, only }: Cut): string {
  return JSON.stringify([since ?? null, until ?? null, region ?? null, org ?? null, minKilled ?? null, only ?? null]);
}

/** A list never changes, so that its index holds as long as it does. */
const INDEXES = new WeakMap<readonly Strike[], StrikeIndex>();

/** The index of a list of strikes: the record's lists have theirs, for others it is made once. */
export function indexed(strikes: readonly Strike[]): StrikeIndex {
  const known = INDEXES.get(strikes);
  if (known !== undefined) return known;
  const made = StrikeIndex.empty().with([], strikes);
  INDEXES.set(strikes, made);
  return made;
}

function rowOf(strike: Strike): Row {
  const killed = figure(strike, "killed");
  return { strike, reach: killed === undefined ? -Infinity : (killed.high ?? killed.low), sums: Sums.of(strike) };
}

/** Every run that a strike stands in: of all, of its region, of each organisation named, of both, and of its event. */
function keysOf({ region, orgIds, event }: Strike): string[] {
  const regions = region === undefined ? [undefined] : [undefined, region];
  const orgs = [undefined, ...new Set(orgIds)];
  const keys = regions.flatMap((one) => orgs.map((org) => runKey(one, org)));
  return event === undefined ? keys : [...keys, eventKey(event)];
}

/** Absent is another thing than empty. */
const runKey = (region: string | undefined, org: string | undefined) =>
  `${region === undefined ? "" : `=${region}`}/${org === undefined ? "" : `=${org}`}`;
const eventKey = (event: string) => `event/${event}`;
