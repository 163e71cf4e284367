// How long the curfew rules take to answer, in this process and without Discord: questions never asked before, the same ones again, and the first after a new
// fact, beside a linear scan over the same curfews. Must never count an answer that was already worked out as a fresh one.
import { edges } from "../src/domain/edges.ts";
import type { Known } from "../src/domain/known.ts";
import { stateAt } from "../src/domain/state.ts";
import { MINUTE, type Millis } from "../src/domain/time.ts";
import { curfewStore, FIRST, invented, LAST } from "./curfew-log.ts";
import { mulberry } from "./facts.ts";
import { type CurfewFigures, type CurfewRow, percentile } from "./figures.ts";
import { scannedEdges, scannedState } from "./scan.ts";

interface Plan {
  curfews: number;
  /** Fresh questions, and as many to warm up. */
  times: number;
  /** Of a scan over everything, and of the first question after a fact. */
  slow: number;
}

const ZONES = ["America/Guayaquil", "Pacific/Galapagos"] as const;
const STATE_TARGET = 50;
const EDGES_TARGET = 1_000;

export async function measuredCurfews({ curfews, times, slow }: Plan): Promise<CurfewFigures> {
  const chance = mulberry(0xc0ffee);
  const store = await curfewStore(curfews, chance);
  const ids = (kind: string) =>
    store.known().areas.all.flatMap((one) => (one.kind === kind && one.parent !== "HT" ? [one.id] : []));
  const [cantons, provinces] = [ids("canton"), ids("province")];
  const instantAt = () => FIRST + Math.floor((chance() * (LAST - FIRST)) / MINUTE) * MINUTE;
  const from =
    <T>(list: readonly T[]) =>
    () =>
      list[Math.floor(chance() * list.length)];
  // Warm code, cold answers: after each warming-up a fact is recorded, and no answer survives that.
  let next = curfews;
  const fresh = async (): Promise<Known> => {
    const { is } = await store.record([invented((next += 1), { cantons, provinces }, chance)], "bench");
    if (is !== "recorded") throw new Error(`The log of the bench was not written: ${is}.`);
    return store.known();
  };
  const rows: CurfewRow[] = [];
  const states = async (what: string, place: () => string | undefined, target?: number) => {
    const questions = Array.from({ length: times }, () => ({ place: place() ?? "EC", at: instantAt() }));
    for (const { place: other, at } of questions) stateAt(store.known(), other, at + 31 * MINUTE);
    const known = await fresh();
    // The lists are indexed by whoever asks first: that is measured below, by itself.
    edges(known, "EC", { after: FIRST - 2 * MINUTE, until: FIRST - MINUTE });
    stateAt(known, "EC", FIRST - 400 * 24 * 60 * MINUTE);
    const ask = () => timed(questions, ({ place: one, at }) => stateAt(known, one, at));
    const scan = timed(questions.slice(0, slow), ({ place: one, at }) =>
      scannedState(known.areas, known.curfews, one, at),
    );
    rows.push({
      row: `state of ${what}, never asked before`,
      ...ask(),
      scan,
      ...(target === undefined ? {} : { target }),
    });
    rows.push({ row: `state of ${what}, the same again`, ...ask(), scan, ...(target === undefined ? {} : { target }) });
  };
  await states("a canton", from(cantons), STATE_TARGET);
  await states("a province", from(provinces));
  await minutes(rows, { times, slow }, instantAt, fresh);
  const first = await afterFact(slow, fresh, from(cantons), instantAt);
  return { curfews, rows: [...rows, ...first] };
}

async function minutes(
  rows: CurfewRow[],
  { times, slow }: Pick<Plan, "times" | "slow">,
  instantAt: () => Millis,
  fresh: () => Promise<Known>,
): Promise<void> {
  const asked = Array.from({ length: times }, instantAt);
  const warm = await fresh();
  for (const at of asked) edges(warm, "EC", { after: at, until: at + MINUTE });
  const known = await fresh();
  edges(known, "EC", { after: FIRST - 2 * MINUTE, until: FIRST - MINUTE });
  const tick = (at: Millis) => edges(known, "EC", { after: at - MINUTE, until: at });
  const scanned = (list: readonly Millis[]) =>
    timed(list.slice(0, slow), (at) => scannedEdges(known.curfews, ZONES, at - MINUTE, at));
  rows.push({
    row: "edges of any minute, never asked before",
    ...timed(asked, tick),
    scan: scanned(asked),
    target: EDGES_TARGET,
  });
  // Full hours, when curfews begin and end.
  const hours = asked.map((at) => Math.floor(at / (24 * 60 * MINUTE)) * 24 * 60 * MINUTE + 4 * 60 * MINUTE);
  rows.push({
    row: "edges of a minute at 23:00, never asked before",
    ...timed(hours, tick),
    scan: scanned(hours),
    target: EDGES_TARGET,
  });
  const day = Array.from({ length: 1_440 }, (_, i) => LAST - 40 * 24 * 60 * MINUTE + i * MINUTE);
  rows.push({
    row: "edges of each minute of a day, one after the other",
    ...timed(day, tick),
    scan: scanned(day),
    target: EDGES_TARGET,
  });
}

/** A new fact makes a new version of the record: what the first question after it costs, and the first tick. */
async function afterFact(
  times: number,
  fresh: () => Promise<Known>,
  place: () => string | undefined,
  instantAt: () => Millis,
): Promise<CurfewRow[]> {
  const took = { state: new Array<number>(), tick: new Array<number>() };
  for (let i = 0; i < times; i += 1) {
    for (const which of ["state", "tick"] as const) {
      const [known, at, asked] = [await fresh(), instantAt(), place() ?? "EC"];
      const began = performance.now();
      if (which === "state") stateAt(known, asked, at);
      else edges(known, "EC", { after: at - MINUTE, until: at });
      took[which].push((performance.now() - began) * 1_000);
    }
  }
  const row = (name: string, sample: readonly number[]) => ({
    row: name,
    p50: percentile(sample, 0.5),
    p99: percentile(sample, 0.99),
  });
  return [
    row("state of a canton, the first question after a new fact", took.state),
    row("edges of a minute, the first tick after a new fact", took.tick),
  ];
}

/** Microseconds. What is asked is kept from being thought away by its own size. */
function timed<T>(questions: readonly T[], ask: (question: T) => unknown): { p50: number; p99: number } {
  const took: number[] = [];
  let kept = 0;
  for (const question of questions) {
    const began = performance.now();
    const answer = ask(question);
    took.push((performance.now() - began) * 1_000);
    if (answer !== undefined) kept += 1;
  }
  if (kept > questions.length) throw new RangeError("more answers than questions");
  return { p50: percentile(took, 0.5), p99: percentile(took, 0.99) };
}
