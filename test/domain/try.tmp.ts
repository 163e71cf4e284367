import * as fc from "fast-check";
import { areaTree } from "../../src/domain/area-tree.ts";
import { edges } from "../../src/domain/edges.ts";
import { nights } from "../../src/domain/nights.ts";
import { segments } from "../../src/domain/segments.ts";
import { stateAt } from "../../src/domain/state.ts";
import { everyMinute, everyEdge, everyNight, oneInstant } from "./agreement.ts";
import { build, world } from "./worlds.ts";
const engine = { areaTree, edges, nights, segments, stateAt };
const n = Number(process.argv[2] ?? 200);
const only = process.argv[3];
for (const [name, q] of Object.entries({ everyMinute, oneInstant, everyEdge, everyNight })) {
  if (only && only !== name) continue;
  const t = process.cpuUsage();
  const r = fc.check(fc.property(world, (random) => { const told = q(engine, build(random)); if (told !== undefined) throw new Error(told); }), { numRuns: n, ...(process.argv[4] ? { seed: Number(process.argv[4]) } : {}) });
  const u = process.cpuUsage(t);
  console.log(name, r.failed ? "FAILED" : "ok", r.numRuns, ((u.user + u.system) / 1e3 / r.numRuns).toFixed(2), "ms/case");
  if (r.failed) { console.log(r.seed, r.counterexamplePath, JSON.stringify(r.counterexample), r.errorInstance instanceof Error ? r.errorInstance.stack?.slice(0, 3000) : r.errorInstance); }
}
