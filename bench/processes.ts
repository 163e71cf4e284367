// The processes that the bench starts and ends, each known by its own id, and what they take of the machine. Must never leave one behind.
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Where this program runs: dist/bench. */
const HERE = import.meta.dirname;
const BOT = join(HERE, "..", "src", "main.js");
/** A program that does not end when told to is ended. */
const PATIENCE = 20_000;
const running = new Set<ChildProcess>();

/** One of the bench's own programs, with a line to it. */
export function helper(name: string, args: readonly string[] = [], env: Record<string, string> = {}): ChildProcess {
  return started(fork(join(HERE, `${name}.js`), [...args], { env: { ...inherited(), ...env }, execArgv: [] }));
}

/** The program as users run it. What it logs is nobody's here but its errors. */
export function bot(env: Record<string, string>, nodeArgs: readonly string[] = []): ChildProcess {
  return started(
    fork(BOT, [], {
      env: { ...inherited(), ...env },
      execArgv: [...nodeArgs],
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    }),
  );
}

/** SIGTERM, and the end awaited: a bot closes its store. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = once(child, "exit");
    const late = setTimeout(() => child.kill("SIGKILL"), PATIENCE);
    child.kill("SIGTERM");
    await gone;
    clearTimeout(late);
  }
  running.delete(child);
}

/** The last first: who is served goes before who serves. */
export async function endAll(): Promise<void> {
  for (const child of [...running].toReversed()) await end(child);
}

/** Ends with 0, or throws. */
export async function finished(child: ChildProcess, what: string): Promise<void> {
  const [code] = child.exitCode === null ? await once(child, "exit") : [child.exitCode];
  running.delete(child);
  if (code !== 0) throw new Error(`${what} ended with ${String(code)}.`);
}

/** Resident memory in MiB as Linux counts it; undefined elsewhere. */
export function resident({ pid }: ChildProcess): number | undefined {
  try {
    const line = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid ?? 0}/status`, "utf8"));
    return line === null ? undefined : Number(line[1]) / 1024;
  } catch {
    return undefined;
  }
}

/** Milliseconds of a processor that it has had, as Linux counts them; undefined elsewhere. */
export function cpu({ pid }: ChildProcess): number | undefined {
  try {
    // Its name, in brackets, may hold anything; user and system time are the 12th and 13th after it, in hundredths of a second.
    const after =
      readFileSync(`/proc/${pid ?? 0}/stat`, "utf8")
        .split(") ")
        .at(-1)
        ?.split(" ") ?? [];
    return (Number(after[11]) + Number(after[12])) * 10;
  } catch {
    return undefined;
  }
}

/** MiB of a SQLite file with what stands beside it. */
export function stored(file: string): number {
  const bytes = ["", "-wal"].map((end) => statSync(file + end, { throwIfNoEntry: false })?.size ?? 0);
  return bytes.reduce((sum, one) => sum + one, 0) / 1024 / 1024;
}

/** Only what a program needs to run: a token or a store of whoever runs the bench has no business here. */
function inherited(): Record<string, string> {
  return { PATH: process.env["PATH"] ?? "" };
}

function started(child: ChildProcess): ChildProcess {
  running.add(child);
  return child;
}
