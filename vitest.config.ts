// How the tests run: two workers (the machines have two cores), nothing retried, no time-out hides a hang for long.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // A time-out asserts nothing: only the machine's speed decides whether it is met. Vitest's own second for what is polled is too short for a
    // machine that does other things beside.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    setupFiles: ["test/setup.ts"],
    maxWorkers: 2,
    reporters: process.env["CI"] ? ["default"] : ["dot"],
  },
});
