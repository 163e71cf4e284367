// How the tests run: two workers (the machines have two cores), nothing retried, no time-out hides a hang for long.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 20_000,
    hookTimeout: 30_000,
    setupFiles: ["test/setup.ts"],
    maxWorkers: 2,
    reporters: process.env["CI"] ? ["default"] : ["dot"],
  },
});
