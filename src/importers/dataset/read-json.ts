// Reads one file of a data set and checks its shape. A broken one is refused with file, record and field; it never mends anything.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { BrokenSource } from "../importer.ts";

export async function readJson<T extends z.ZodType>(dir: string, name: string, schema: T): Promise<z.output<T>> {
  return parsed(await readText(dir, name), name, schema);
}

export async function readText(dir: string, name: string): Promise<string> {
  return readFile(join(dir, name), "utf8").catch((error: Error) => {
    throw new BrokenSource(`data/${name} cannot be read: ${error.message}`);
  });
}

export function parsed<T extends z.ZodType>(text: string, name: string, schema: T): z.output<T> {
  const json = parseJson(text, name);
  const read = schema.safeParse(json);
  if (!read.success) throw new BrokenSource(read.error.issues.map((issue) => describe(name, json, issue)).join("\n"));
  return read.data;
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BrokenSource(`data/${name} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const Records = z.record(z.string(), z.array(z.unknown()).catch([]));
const Named = z.looseObject({ id: z.string() });

/** `data/strikes.json, strikes record 3 (2025-10-03), date: not a calendar day`. */
function describe(name: string, json: unknown, issue: z.core.$ZodIssue): string {
  const [list, index, ...rest] = issue.path;
  const records = Records.safeParse(json).data?.[String(list)];
  const id = typeof index === "number" ? Named.safeParse(records?.[index]).data?.id : undefined;
  const record = typeof index === "number" ? ` record ${index + 1}${id === undefined ? "" : ` (${id})`}` : "";
  const field = rest.length > 0 ? `, ${rest.join(".")}` : "";
  return `data/${name}, ${String(list ?? "file")}${record}${field}: ${issue.message}`;
}
