// Loading a file does nothing: no output, no timer, no socket, no other process. Only main.ts and scripts act when loaded.
import { createHook } from "node:async_hooks";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT, sources } from "./sources.ts";

const ACTS = new Set(["src/main.ts"]);
/** What keeps a process busy, by Node's names. */
const ACT = /^(?:Timeout|Immediate|TCPWRAP|TCPSERVERWRAP|TCPCONNECTWRAP|PIPEWRAP|PROCESSWRAP|FSEVENTWRAP|WORKER)$/;

it("every file of src/ and commands/ loads without doing anything", async () => {
  const files = sources("src", "commands").filter(({ path }) => !ACTS.has(path));
  const paths = files.map(({ path }) => path);
  const acts: string[] = [];
  const hook = createHook({
    init(_id, type) {
      if (!ACT.test(type)) return;
      // What loads the files has timers of its own.
      const { stack = "" } = new Error();
      const file = paths.find((path) => stack.includes(join(ROOT, path)));
      if (file !== undefined) acts.push(`${file}: ${type}`);
    },
  });
  const { stackTraceLimit } = Error;
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = (chunk: unknown) => (acts.push(String(chunk)), true);
  Error.stackTraceLimit = 50;
  hook.enable();
  try {
    await Promise.all(paths.map((path) => import(join(ROOT, path))));
  } finally {
    hook.disable();
    Error.stackTraceLimit = stackTraceLimit;
    process.stdout.write = write;
  }
  expect(acts).toEqual([]);
});
