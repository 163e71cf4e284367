// The real program as a process of its own, with its orders of where to die. Tells what it passed and how it ended. Must never outlive whoever started it.
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { CHANNEL, ORDER, type Order, Passed } from "./points.ts";

/** Where this runs: dist/chaos. */
const HERE = import.meta.dirname;
const MAIN = join(HERE, "..", "src", "main.js");
const PRELOAD = new URL("./preload.js", import.meta.url).href;
const UP = "Vigía is up";

export interface Listener {
  passed: (line: Passed) => void;
  up: () => void;
  ended: (how: { signal: NodeJS.Signals | null; code: number | null; stderr: string }) => void;
}

export interface Program {
  readonly child: ChildProcess;
  /** SIGKILL, from outside; resolves when it is gone. */
  kill: () => Promise<void>;
  /** SIGTERM, as somebody who stops it; killed when it does not go. */
  stop: () => Promise<void>;
}

const PATIENCE = 15_000;
const running = new Set<ChildProcess>();
/** Whatever ends this process ends what it started. */
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

/** `ended` is told once, after the last line was read. */
export function start(env: Record<string, string>, order: Order, listener: Listener): Program {
  const child = spawn(process.execPath, ["--import", PRELOAD, MAIN], {
    env: { ...surroundings(), ...env, [ORDER]: JSON.stringify(order) },
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  running.add(child);
  let [stderr, log] = ["", ""];
  child.stderr?.on("data", (chunk) => (stderr += String(chunk)));
  child.stdout?.on("data", (chunk) => {
    if (log.includes(UP)) return;
    log += String(chunk);
    if (log.includes(UP)) listener.up();
  });
  const lines = child.stdio[CHANNEL];
  if (lines === null || lines === undefined || !("read" in lines))
    throw new Error("The program's fourth channel is not open.");
  createInterface({ input: lines }).on("line", (line) => listener.passed(Passed.parse(JSON.parse(line))));
  const gone = new Promise<void>((resolve) =>
    child.once("close", (code, signal) => {
      running.delete(child);
      listener.ended({ code, signal, stderr });
      resolve();
    }),
  );
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    const late = setTimeout(() => child.kill("SIGKILL"), PATIENCE);
    await gone;
    clearTimeout(late);
  };
  return { child, kill: () => end("SIGKILL"), stop: () => end("SIGTERM") };
}

/** Where programs are found and temporary files go; a token or a store of whoever runs this has no business here. */
function surroundings(): Record<string, string> {
  return Object.fromEntries(
    ["PATH", "TMPDIR"].flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
