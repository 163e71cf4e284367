// The program as it ships, started as a process of its own. Builds dist/ first where it is older than the sources.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..", "..");
const MAIN = join(ROOT, "dist", "src", "main.js");

export function built(): void {
  const age = (path: string) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const newest = ["src", "commands", "rehearsal", "bench", "chaos"].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((name) => age(join(ROOT, folder, name))),
  );
  if (age(MAIN) < Math.max(...newest))
    execFileSync("npm", ["run", "--silent", "build"], { cwd: ROOT, stdio: "inherit" });
}

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Where programs are found, and where temporary files go. */
export const surroundings = Object.fromEntries(
  ["PATH", "TMPDIR"].flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
);

/** Starts it with exactly this environment (and the surroundings). */
export function program(
  env: Record<string, string>,
  args: readonly string[] = [],
): { child: ChildProcess; ended: Promise<Ended>; said: (text: string) => Promise<void> } {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { ...surroundings, ...env },
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const out = { stdout: "", stderr: "" };
  const waiting: { text: string; done: () => void }[] = [];
  child.stdout.on("data", (chunk) => {
    out.stdout += String(chunk);
    for (const one of waiting) if (out.stdout.includes(one.text)) one.done();
  });
  child.stderr.on("data", (chunk) => (out.stderr += String(chunk)));
  const ended = once(child, "close").then(([code]) => ({ code: typeof code === "number" ? code : null, ...out }));
  return {
    child,
    ended,
    said: (text) =>
      new Promise((resolve, reject) => {
        if (out.stdout.includes(text)) resolve();
        else waiting.push({ text, done: resolve });
        void ended.then(({ stderr }) => reject(new Error(`It ended before it said "${text}": ${stderr}`)));
      }),
  };
}
