// The rehearsal as a process of its own: bundled into a temporary folder and run by Node. Must never leave a process behind.
import { fork, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";

let folder: string;
let program: string;
let child: ChildProcess | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rehearsal-main-"));
  program = join(folder, "main.mjs");
  // The page's letters and emoji are found in their packages, from where the program lies.
  await symlink(join(import.meta.dirname, "../../node_modules"), join(folder, "node_modules"), "dir");
  await build({
    entryPoints: [join(import.meta.dirname, "../../rehearsal/main.ts")],
    outfile: program,
    bundle: true,
    platform: "node",
    format: "esm",
    // ws is CommonJS and asks for node's own modules. A name of its own: the bundle imports createRequire too.
    banner: { js: 'import { createRequire as forWs } from "node:module"; const require = forWs(import.meta.url);' },
  });
});
afterAll(() => rm(folder, { recursive: true }));
afterEach(() => {
  if (child?.exitCode === null) child.kill("SIGKILL");
});

const ready = z.object({ ready: z.literal(true), url: z.string(), guildId: z.string(), token: z.string() });

async function started(...args: string[]): Promise<z.infer<typeof ready>> {
  child = fork(program, ["--port", "0", "--at", "2026-03-15T22:58:00-05:00", ...args], { silent: true });
  const [told] = await once(child, "message");
  return ready.parse(told);
}

describe("the rehearsal as a process", () => {
  it("tells where it listens, serves, and ends with its parent's channel", async () => {
    const { url } = await started();
    const state: unknown = await (await fetch(`${url}/rehearsal/state`)).json();
    expect(state).toMatchObject({
      guilds: [{ name: "Redacción" }],
      now: expect.stringMatching(/^2026-03-16T03:58:0/u),
    });
    const ended = once(child ?? process, "exit");
    child?.disconnect();
    expect(await ended).toEqual([0, null]);
  });

  it("prints one line and ends on SIGTERM", async () => {
    child = spawn(process.execPath, [program, "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
    const [line] = await once(child.stdout ?? process.stdin, "data");
    expect(ready.parse(JSON.parse(String(line))).url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/u);
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    expect(await ended).toEqual([0, null]);
  });

  it("says that the port is in use and ends with 1", async () => {
    const { url } = await started();
    const first = child;
    const second = spawn(process.execPath, [program, "--port", new URL(url).port], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    second.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
    const [code] = await once(second, "close");
    expect(code).toBe(1);
    expect(said).toMatch(/^Port \d+ is in use[^\n]*\n$/u);
    const ended = once(first ?? process, "exit");
    first?.disconnect();
    await ended;
  });
});
