// The figures of a whole run of chaos, in words: what died where, and what the channels showed in the end. Pure.
import type { RunResult } from "./run.ts";

export interface Played {
  scenario: string;
  /** Undefined for the run that nobody killed. */
  seed: number | undefined;
  result: RunResult;
}

export interface Summary {
  asked: { kills: number; seed: number; perRun: number };
  runs: number;
  kills: number;
  /** Kills after which the program was away so long that no nonce was trusted. */
  away: number;
  starts: number;
  /** Kills by what died there. */
  points: Record<string, number>;
  owed: number;
  shown: number;
  lost: number;
  doubled: number;
  lateUnmarked: number;
  incomplete: number;
  odd: number;
  broken: number;
  seconds: number;
  byScenario: Record<string, { runs: number; kills: number }>;
  clean: boolean;
}

const COUNTS = ["lost", "doubled", "lateUnmarked", "incomplete", "odd"] as const;

export function summary(played: readonly Played[], seconds: number, asked: Summary["asked"]): Summary {
  const sum = (of: (result: RunResult) => number) => played.reduce((total, { result }) => total + of(result), 0);
  const count = (what: (typeof COUNTS)[number]) => sum(({ counted }) => counted[what].length);
  const points: Record<string, number> = {};
  const byScenario: Summary["byScenario"] = {};
  for (const { scenario, result } of played) {
    for (const { point } of result.kills) points[point] = (points[point] ?? 0) + 1;
    const before = byScenario[scenario] ?? { runs: 0, kills: 0 };
    byScenario[scenario] = { runs: before.runs + 1, kills: before.kills + result.kills.length };
  }
  const counts = {
    lost: count("lost"),
    doubled: count("doubled"),
    lateUnmarked: count("lateUnmarked"),
    incomplete: count("incomplete"),
    odd: count("odd"),
  };
  const broken = sum((result) => result.broken.length);
  return {
    asked,
    runs: played.length,
    kills: sum((result) => result.kills.length),
    away: sum((result) => result.kills.filter((one) => one.away > 0).length),
    starts: sum((result) => result.starts),
    points,
    owed: sum(({ counted }) => counted.owed),
    shown: sum(({ counted }) => counted.shown),
    ...counts,
    broken,
    seconds,
    byScenario,
    clean: broken === 0 && Object.values(counts).every((one) => one === 0),
  };
}

/** What went wrong in one run, and how to play just that again. */
export function faultsOf({ scenario, seed, result }: Played): string[] {
  const { counted, broken, kills } = result;
  const faults = [
    ...COUNTS.flatMap((what) => counted[what].map((one) => `${what}: ${one}`)),
    ...broken.map((one) => `broken: ${one}`),
  ];
  if (faults.length === 0) return [];
  const again = `npm run chaos -- --kills 1 --scenario ${scenario}${seed === undefined ? "" : ` --seed ${seed}`}`;
  const died = kills.map(({ point, away }) => (away === 0 ? point : `${point}, away ${away / 1000} s`));
  return [
    `${scenario}, seed ${seed ?? "none"}: ${again}`,
    ...faults.map((one) => `  ${one}`),
    ...died.map((one) => `    killed ${one}`),
  ];
}

export function table(all: Summary): string {
  const line = (what: string, value: string | number) => `${what.padEnd(44)}${String(value).padStart(8)}`;
  const scenarios = Object.entries(all.byScenario).map(([name, { runs, kills }]) =>
    line(`  ${name} (${runs} runs)`, kills),
  );
  const points = Object.entries(kinds(all.points)).toSorted(([, a], [, b]) => b - a);
  return [
    line("real kills (SIGKILL)", all.kills),
    ...scenarios,
    line("died at different points", Object.keys(all.points).length),
    ...points.map(([name, times]) => line(`  ${name}`, times)),
    line("kills after which it was away for 200 s", all.away),
    line("starts of the program", all.starts),
    line("messages owed", all.owed),
    line("messages shown", all.shown),
    line("lost", all.lost),
    line("doubled", all.doubled),
    line("late and not marked", all.lateUnmarked),
    line("changes not complete", all.incomplete),
    line("owed by nobody", all.odd),
    line("runs broken, ends that nobody ordered", all.broken),
    line("seconds", Math.round(all.seconds)),
    line("seconds a kill, two runs at a time", all.kills === 0 ? "-" : (all.seconds / all.kills).toFixed(2)),
  ].join("\n");
}

/** `before write deliveries`, `after POST`: enough to see that all were tried. */
function kinds(points: Readonly<Record<string, number>>): Record<string, number> {
  const found: Record<string, number> = {};
  for (const [point, times] of Object.entries(points)) {
    const kind = /^(?:before|during|after) (?:write [a-z]+|[A-Z]+ \/[a-z]+)/u.exec(point)?.[0] ?? point;
    found[kind] = (found[kind] ?? 0) + times;
  }
  return found;
}
