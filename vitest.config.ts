// How the tests run: four workers on two cores (many wait for Discord's own rates), nothing retried, no time-out hides a hang for long.
import { defineConfig } from "vitest/config";

/** Rules, words and folds: they share nothing that they change, so that their modules are loaded once a worker and not once a file. */
const PURE = ["answering", "commands", "data", "domain", "importers", "rules", "store", "text", "views"];
const pure = PURE.map((folder) => `test/${folder}/**/*.test.ts`);

export default defineConfig({
  test: {
    projects: [
      { extends: true, test: { name: "pure", include: pure, isolate: false } },
      { extends: true, test: { name: "whole", include: ["test/**/*.test.ts"], exclude: pure } },
    ],
    // A time-out asserts nothing: only the machine's speed decides whether it is met. Vitest's own second for what is polled is too short for a
    // machine that does other things beside.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    setupFiles: ["test/setup.ts"],
    maxWorkers: 4,
    reporters: process.env["CI"] ? ["default"] : ["dot"],
  },
});
