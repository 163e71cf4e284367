// How the tests run: five workers on two cores (many wait for Discord's own rates), nothing retried, no time-out hides a hang for long.
import { existsSync, statfsSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** A name that no file has would be passed over in silence: then a long file comes last, or a minute of sums is done twice. */
function fileOf(name: string): string {
  const file = `test/${name}.test.ts`;
  if (!existsSync(join(import.meta.dirname, file)))
    throw new Error(`vitest.config.ts names ${file}, which is not there.`);
  return file;
}

/** What is only true of modules loaded for the first time. All others share a worker's: loading the bot and discord.js anew for each took half of the time. */
const ALONE = ["rules/quiet-imports"].map(fileOf);

/** Files of more than ten seconds, the longest first: one of them begun last would be waited for alone. Those that wait stand beside those that count. */
const LONG = [
  "rehearsal/commands",
  "crash/scenarios",
  "chaos/every-point",
  "rehearsal/scenarios",
  "rehearsal/scenarios-process",
  "page/messages",
  "bench/bench",
  "domain/faults",
  "rehearsal/knowledge",
  "views/curfew-everywhere",
  "rehearsal/march-2026",
  "commands/bad-forms",
  "text/rules/rules",
  "page/panels",
  "page/composer",
  "rehearsal/sharing",
  "rehearsal-server/suite/suite",
  "rehearsal-server/rates",
  "page/access",
  "process/main",
  "alerts/together",
  "rehearsal/soon",
  "page/page",
  "discord/client",
  "rehearsal/page-access",
  "rehearsal/page-faults",
  "rehearsal/places",
].map((name) => `/${fileOf(name)}`);

/** Up to a minute of processor each, and nothing in them depends on which Node runs them: the gate's second run, on another one, leaves them out (`ONCE=1`). */
const ONCE = [
  "alerts/attack/attack",
  "alerts/together",
  "alerts/last-days/last-days",
  "alerts/watches/lull",
  "bench/bench",
  "chaos/every-point",
  "crash/scenarios",
  "domain/faults",
  "domain/oracle-edges",
  "domain/oracle-minutes",
  "domain/oracle-known",
  "domain/relaxes",
  // The same stories are played by real processes in both runs (rehearsal/scenarios-process).
  "rehearsal/march-2026",
  "rehearsal/scenarios",
  "text/rules/rules",
  "views/curfew-everywhere",
  "views/would-bring",
].map(fileOf);
/** What is drawn in Chromium: how the whole bot looks to a newcomer is seen in both runs, as Node serves the page. */
const DRAWN = ["test/page/**", "test/rehearsal/page-!(newcomer).test.ts"];

/** A clean clone knows no times of its own yet: by their size alone the two longest came last. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId, project }: TestSpecification) => {
      if (project.config.isolate) return -1;
      const found = LONG.findIndex((name) => moduleId.endsWith(name));
      return found === -1 ? LONG.length : found;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

const MEMORY = "/dev/shm";
/** A disk makes each minute that a store is played through wait until it is written; that a power cut loses nothing is tried by no test anyway. */
function inMemory(): Record<string, string> {
  if (!existsSync(MEMORY)) return {};
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize < 2 ** 30 ? {} : { TMPDIR: MEMORY };
}

export default defineConfig({
  test: {
    projects: [
      { extends: true, test: { name: "alone", include: ALONE } },
      {
        extends: true,
        test: {
          name: "together",
          include: ["test/**/*.test.ts"],
          exclude: process.env["ONCE"] === undefined ? ALONE : [...ALONE, ...ONCE, ...DRAWN],
          isolate: false,
        },
      },
    ],
    sequence: { sequencer: LongestFirst },
    env: inMemory(),
    // A time-out asserts nothing: only the machine's speed decides whether it is met. Vitest's own second for what is polled is too short for a
    // machine that does other things beside.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    setupFiles: ["test/setup.ts"],
    maxWorkers: 5,
    reporters: process.env["CI"] ? ["default"] : ["dot"],
  },
});
