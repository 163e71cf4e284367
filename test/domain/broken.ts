// The rules with one line changed, built in memory and asked like the real ones. Nothing is written anywhere.
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { compileFunction } from "node:vm";
import { build } from "esbuild";
import * as temporal from "temporal-polyfill";
import * as zod from "zod";
import type { Engine } from "./agreement.ts";

export interface Fault {
  name: string;
  /** Of src/domain. */
  file: string;
  find: string;
  replace: string;
}

const DOMAIN = join(import.meta.dirname, "../../src/domain");
const ENTRY = ["area-tree", "edges", "nights", "segments", "state"]
  .map((one) => `export * from "./${one}.ts";`)
  .join("\n");
const LIBRARIES: Readonly<Record<string, unknown>> = { zod, "temporal-polyfill": temporal };

/** Throws where the text to change is not found exactly once: a fault that is never made proves nothing. */
export async function engineWith(fault: Fault | undefined): Promise<Engine> {
  let made = 0;
  const { outputFiles } = await build({
    stdin: { contents: ENTRY, resolveDir: DOMAIN, loader: "ts" },
    bundle: true,
    write: false,
    format: "cjs",
    platform: "node",
    logLevel: "silent",
    external: Object.keys(LIBRARIES),
    plugins: [
      {
        name: "fault",
        setup: (builder) => {
          builder.onLoad({ filter: /src.domain.*\.ts$/ }, async ({ path }) => {
            const text = await readFile(path, "utf8");
            if (basename(path) !== fault?.file) return { contents: text, loader: "ts" };
            made = text.split(fault.find).length - 1;
            return { contents: text.replace(fault.find, () => fault.replace), loader: "ts" };
          });
        },
      },
    ],
  });
  if (fault !== undefined && made !== 1)
    throw new Error(`"${fault.name}": its text stands ${made} times in ${fault.file}: ${fault.find}`);
  const module = { exports: {} };
  const run = compileFunction(outputFiles[0]?.text ?? "", ["require", "module", "exports"]);
  run((name: string) => LIBRARIES[name], module, module.exports);
  if (!isEngine(module.exports)) throw new Error("the rules were not built");
  return module.exports;
}

function isEngine(value: object): value is Engine {
  return ["areaTree", "edges", "nights", "segments", "stateAt"].every((name) => name in value);
}
