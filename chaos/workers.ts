// Runs in processes of their own, so many at a time. Must never wait for one for ever, and never leave one behind.
import { type ChildProcess, fork } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Plan } from "./life.ts";
import type { RunResult } from "./run.ts";

/** Beside this file once it is built; tests read the sources and run what was built of them. */
const BESIDE = join(import.meta.dirname, "worker.js");
const WORKER = existsSync(BESIDE) ? BESIDE : join(import.meta.dirname, "..", "dist", "chaos", "worker.js");
/** A run that takes longer hangs: it is ended and counted as broken. */
const LONGEST = 15 * 60_000;
const running = new Set<ChildProcess>();
process.on("exit", () => endAll());

/** At once; what they hold ends with them. */
export function endAll(): void {
  for (const child of running) child.kill("SIGTERM");
}

const Sentences = z.array(z.string());
const Result: z.ZodType<RunResult> = z.object({
  counted: z.object({
    owed: z.int(),
    shown: z.int(),
    lost: Sentences,
    doubled: Sentences,
    lateUnmarked: Sentences,
    incomplete: Sentences,
    odd: Sentences,
  }),
  kills: z.array(z.object({ point: z.string(), away: z.number() })),
  starts: z.int(),
  passed: z.record(z.string(), z.int()),
  broken: Sentences,
  seconds: z.number(),
  channels: z.record(z.string(), Sentences),
});

/** Rejects when the process that holds the run ends without a result. */
export function inWorker(scenario: string, plan: Plan): Promise<RunResult> {
  const child = fork(WORKER, [], { execArgv: [] });
  running.add(child);
  return new Promise<RunResult>((resolve, reject) => {
    const late = setTimeout(() => child.kill("SIGTERM"), LONGEST);
    child.once("message", (message) => resolve(Result.parse(message)));
    child.once("exit", (code) => {
      clearTimeout(late);
      running.delete(child);
      reject(new Error(`The run of ${scenario} ended without a result (${code ?? "a signal"}).`));
    });
    child.send({ scenario, plan });
  });
}
