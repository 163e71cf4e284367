// Loading a file does nothing: no output, no timer, no socket. Only main.ts and scripts act when loaded.
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT, sources } from "./sources.ts";

const ACTS = new Set(["src/main.ts"]);

it("every file of src/ and commands/ loads without doing anything", async () => {
  const before = process.getActiveResourcesInfo().filter(isOpen).length;
  const written: string[] = [];
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = (chunk: unknown) => (written.push(String(chunk)), true);
  try {
    const files = sources("src", "commands").filter(({ path }) => !ACTS.has(path));
    await Promise.all(files.map(({ path }) => import(join(ROOT, path))));
  } finally {
    process.stdout.write = write;
  }
  expect(written).toEqual([]);
  expect(process.getActiveResourcesInfo().filter(isOpen).length).toBeLessThanOrEqual(before);
});

const isOpen = (resource: string) => /TCP|Server|Timeout|Immediate|Process|FSEvent/.test(resource);
