// Lists are written by hand; these tests compare them with what lies in the folders.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../commands/index.ts";
import { Environment } from "../../src/config.ts";
import { importers } from "../../src/importers/index.ts";
import { texts } from "../../src/text/index.ts";
import { ROOT } from "./sources.ts";

const folder = (path: string) => readdirSync(join(ROOT, path), { withFileTypes: true });

describe("lists and folders", () => {
  it("has every command of commands/ in its list", () => {
    const files = folder("commands").filter((entry) => entry.name !== "index.ts");
    const names = files.map((entry) => entry.name.replace(/\.ts$/, "")).sort();
    expect(COMMANDS.map((command) => command.name).sort()).toEqual(names);
  });

  it("has every importer's folder in its list", () => {
    const folders = folder("src/importers").filter((entry) => entry.isDirectory());
    expect(importers("data")).toHaveLength(folders.length);
  });

  it("has in .env.example exactly the variables that config.ts reads", () => {
    const example = readFileSync(join(ROOT, ".env.example"), "utf8");
    const named = [...example.matchAll(/^([A-Z_]+)=/gm)].map((match) => String(match[1])).sort();
    expect(named).toEqual(Object.keys(Environment.shape).sort());
  });

  it("has the same keys in both languages, down to the last", () => {
    expect(keysOf(texts("es"))).toEqual(keysOf(texts("en")));
  });
});

function keysOf(value: unknown, path = ""): string[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [path];
  return Object.entries(value)
    .flatMap(([key, member]) => keysOf(member, `${path}.${key}`))
    .sort();
}
