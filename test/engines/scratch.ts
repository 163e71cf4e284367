// A folder for one test file, and programs of their own built from .ts: Node 20 cannot run TypeScript.
// Never leaves anything behind: `remove` takes the folder, the built programs and every process still running.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";

const here = import.meta.dirname;

export interface Scratch {
  readonly folder: string;
  /** A path in the folder that nothing has used yet. */
  file(name?: string): string;
  /** Every file of the folder with its bytes and its time of change, to be compared before and after. */
  snapshot(): Record<string, string>;
  /** Builds test/engines/<name>.ts and returns how to start it. */
  program(name: string): Promise<(args: readonly string[], shell?: string) => ChildProcess>;
  remove(): void;
}

export function scratch(): Scratch {
  const folder = mkdtempSync(join(tmpdir(), "vigia-engines-"));
  let programs: string | undefined;
  const running = new Set<ChildProcess>();
  let count = 0;

  return {
    folder,
    file: (name = "store.sqlite") => {
      count += 1;
      const own = join(folder, String(count));
      mkdirSync(own);
      return join(own, name);
    },
    snapshot: () => snapshot(folder),
    program: async (name) => {
      programs ??= makeCache();
      const outfile = join(programs, `${name}.mjs`);
      await build({
        entryPoints: [join(here, `${name}.ts`)],
        outfile,
        bundle: true,
        // Only what has a binary stays outside: a program in one file starts twice as fast.
        external: ["libsql"],
        platform: "node",
        format: "esm",
        target: "node20",
      });
      return (args, shell) => {
        const child = start(outfile, args, shell);
        running.add(child);
        child.once("exit", () => running.delete(child));
        return child;
      };
    },
    remove: () => {
      for (const child of running) child.kill("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
      if (programs !== undefined) rmSync(programs, { recursive: true, force: true });
    },
  };
}

// Inside node_modules, so that the package left outside of the bundle is found from there.
function makeCache(): string {
  const cache = join(here, "../../node_modules/.cache");
  mkdirSync(cache, { recursive: true });
  return mkdtempSync(join(cache, "vigia-engines-"));
}

// The shell's words come first and then give way to the program, so that a limit holds and a signal arrives.
function start(program: string, args: readonly string[], shell?: string): ChildProcess {
  const stdio: ["ignore", "pipe", "inherit"] = ["ignore", "pipe", "inherit"];
  if (shell === undefined) return spawn(process.execPath, [program, ...args], { stdio });
  return spawn("/bin/sh", ["-c", `${shell}; exec "$0" "$@"`, process.execPath, program, ...args], { stdio });
}

/** Everything a child prints, line by line, to the end of its output. */
export async function* linesOf(child: ChildProcess): AsyncGenerator<string> {
  if (child.stdout === null) throw new Error("the child has no stdout");
  let rest = "";
  for await (const chunk of child.stdout) {
    const parts = (rest + String(chunk)).split("\n");
    rest = parts.pop() ?? "";
    yield* parts;
  }
  // A line without its end was cut by the kill: nobody was told anything.
}

function snapshot(folder: string): Record<string, string> {
  const files: Record<string, string> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const stats = statSync(path, { bigint: true });
    files[path] = entry.isFile() ? `${stats.mtimeNs} ${readFileSync(path).toString("base64")}` : "folder";
  }
  return files;
}
