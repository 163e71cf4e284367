// `npm run chaos`: the real program is killed (SIGKILL) at seeded points of every scenario until it has died so often, and at the end it is counted what the
// channels show. Exits 1 when anything was lost, doubled, late without saying so or left unchanged. Nothing it starts outlives it or talks beyond this machine.
import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { planOf } from "./plan.ts";
import type { RunResult } from "./run.ts";
import { SCENARIOS } from "./scenarios/index.ts";
import { faultsOf, type Played, summary, table } from "./table.ts";
import { endAll, inWorker } from "./workers.ts";

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "60" },
    seed: { type: "string", default: "1" },
    scenario: { type: "string" },
    "kills-in-a-run": { type: "string", default: "9" },
    json: { type: "string" },
  },
});

/** So many runs side by side: each is a program that starts again and again. */
const SIDE_BY_SIDE = 2;
/** A plan that kills nothing: its run says what there is to die at. */
const QUIET = { targets: [], any: [], away: [0] };
/** Runs without a single kill after which no more are tried. */
const MOST_IDLE = 20;

async function main(): Promise<void> {
  const [kills, seed, perRun] = [number("kills"), number("seed"), number("kills-in-a-run")];
  const names = SCENARIOS.map(({ name }) => name).filter(
    (name) => values.scenario === undefined || name === values.scenario,
  );
  if (names.length === 0)
    throw new Error(`There is no such scenario. There are: ${SCENARIOS.map(({ name }) => name).join(", ")}.`);
  const began = performance.now();
  const played: Played[] = [];
  const done = () => played.reduce((sum, { result }) => sum + result.kills.length, 0);
  const keep = (scenario: string, runSeed: number | undefined, result: RunResult) => {
    const one = { scenario, seed: runSeed, result };
    played.push(one);
    say(`${done()} of ${kills} kills, ${played.length} runs`);
    for (const fault of faultsOf(one)) process.stdout.write(`${fault}\n`);
  };
  const paths = new Map<string, RunResult["passed"]>();
  await inTurns(names, async (name) => {
    const result = await inWorker(name, QUIET);
    paths.set(name, result.passed);
    // One run's seed is given to repeat just that: then nothing else is counted.
    keep(name, undefined, result);
  });
  let [turn, idle] = [0, 0];
  const lanes = Math.min(SIDE_BY_SIDE, Math.ceil(kills / perRun));
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      while (done() < kills && idle < MOST_IDLE) {
        const own = seed + turn;
        const name = names[turn % names.length] ?? "";
        turn += 1;
        const result = await inWorker(name, planOf(own, paths.get(name) ?? {}, perRun));
        idle = result.kills.length === 0 ? idle + 1 : 0;
        keep(name, own, result);
      }
    }),
  );
  say("");
  const all = summary(played, (performance.now() - began) / 1000, { kills, seed, perRun });
  process.stdout.write(`${table(all)}\n`);
  if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify({ ...all, runs: played }, null, 2)}\n`);
  if (!all.clean) process.exitCode = 1;
}

function number(name: "kills" | "seed" | "kills-in-a-run"): number {
  const read = Number(values[name]);
  if (!Number.isInteger(read) || read < 1) throw new Error(`--${name} wants a whole number from 1.`);
  return read;
}

async function inTurns<T>(list: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = [...list];
  await Promise.all(
    Array.from({ length: SIDE_BY_SIDE }, async () => {
      for (let one = left.shift(); one !== undefined; one = left.shift()) await work(one);
    }),
  );
}

/** How far it is, on one line of a terminal; nothing into a file. */
function say(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${text}`);
}

for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.on(signal, () => {
    endAll();
    process.exit(130);
  });

try {
  await main();
} catch (fault) {
  endAll();
  console.error(fault instanceof Error ? fault.message : String(fault));
  process.exitCode = 1;
}
