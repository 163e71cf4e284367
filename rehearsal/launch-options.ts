// What stands behind `npm run rehearsal --` and `npm start --`: read and checked. Every fault is one sentence, in the terminal's language.
import { parseArgs } from "node:util";
import type { LaunchWords } from "./launch-words.ts";
import { SCENARIOS } from "./scenarios/index.ts";
import type { Scenario } from "./scenarios/scenario.ts";

export interface LaunchOptions {
  port: string;
  /** World time at the start, ISO 8601 with its offset. */
  at: string;
  keep: boolean;
  scenario: Scenario | undefined;
  /** Play all steps at once. */
  play: boolean;
}

export const START_AT = "2026-03-15T22:55:00-05:00";
const DEFAULT_PORT = "4800";
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)$/u;

/** Undefined when `--scenario` names none: then the list is what was asked for. Throws a sentence. */
export function readOptions(args: readonly string[], words: LaunchWords): LaunchOptions | undefined {
  const at = args.indexOf("--scenario");
  if (args.includes("--scenario=") || (at >= 0 && !/^[^-]/u.test(args[at + 1] ?? ""))) return undefined;
  const { port, at: time, scenario: name, keep = false, play = false } = parsed(args, words);
  if (port !== undefined && !(/^\d+$/u.test(port) && Number(port) <= 65_535)) throw new Error(words.badPort(port));
  if (time !== undefined && (!TIME.test(time) || Number.isNaN(Date.parse(time)))) throw new Error(words.badTime(time));
  if (name === undefined && play) throw new Error(words.playWhat);
  if (name !== undefined && (keep || time !== undefined)) throw new Error(words.ownTime);
  const scenario = SCENARIOS.find((one) => one.name === name);
  if (name !== undefined && scenario === undefined) throw new Error(`${words.noScenario(name)}\n${listed(words)}`);
  return { port: port ?? DEFAULT_PORT, at: scenario?.startAt ?? time ?? START_AT, keep, scenario, play };
}

/** Names and titles, one a line. */
export function listed(words: LaunchWords): string {
  const width = Math.max(...SCENARIOS.map(({ name }) => name.length));
  return SCENARIOS.map(({ name, title }) => `  ${name.padEnd(width)}  ${title[words.language]}`).join("\n");
}

function parsed(args: readonly string[], words: LaunchWords) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: "string" },
        at: { type: "string" },
        scenario: { type: "string" },
        keep: { type: "boolean" },
        play: { type: "boolean" },
      },
    }).values;
  } catch {
    // Node's own sentence is in English only, and speaks of positional arguments.
    throw new Error(words.badArguments(args.join(" ")));
  }
}
