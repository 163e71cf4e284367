// A process that holds one run: its Discord, its people, its clock and, as a child, the program that is killed. Ends with the run, or with whoever asked for it.
import { z } from "zod";
import { When, Target } from "./points.ts";
import { run } from "./run.ts";
import { SCENARIOS } from "./scenarios/index.ts";
import { PATHS } from "./scenarios/paths.ts";

const Asked = z.object({
  scenario: z.string(),
  plan: z.object({
    targets: z.array(Target),
    any: z.array(z.object({ nth: z.int(), when: When })),
    away: z.array(z.number()),
    awayAt: z.record(z.string(), z.number()).optional(),
    every: z.array(z.string()).optional(),
  }),
});

for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(1));
process.on("disconnect", () => process.exit(1));

process.once("message", (message) => {
  const { scenario: name, plan } = Asked.parse(message);
  const scenario = [...SCENARIOS, ...PATHS].find((one) => one.name === name);
  if (scenario === undefined) throw new Error(`There is no scenario ${name}.`);
  const { awayAt, every, ...rest } = plan;
  void run(scenario, {
    ...rest,
    ...(awayAt === undefined ? {} : { awayAt }),
    ...(every === undefined ? {} : { every }),
  }).then((result) => process.send?.(result, () => process.exit(0)));
});
