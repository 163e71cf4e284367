import * as fc from "fast-check";
import { everyEdge, everyMinute, everyNight, oneInstant, type Engine } from "./agreement.ts";
import { engineWith } from "./broken.ts";
import { FAULTS } from "./fault-table.ts";
import { NAMED } from "./named-cases.ts";
import { build, world } from "./worlds.ts";
const WORLDS = fc.sample(world, { numRuns: 300, seed: 20_260_315 }).map((one) => build(one));
const Q = { everyMinute, oneInstant, everyEdge, everyNight };
function noticed(engine: Engine): string | undefined {
  try {
    for (const { name, ask } of NAMED) if (!ask(engine)) return "NAMED " + name;
    for (const [i, built] of WORLDS.entries()) for (const [n, q] of Object.entries(Q)) { const t = q(engine, built); if (t !== undefined) return `${n} ${i}`; }
  } catch (f) { return "throws " + String(f).slice(0, 80); }
  return undefined;
}
const t0 = process.cpuUsage();
console.log("clean", noticed(await engineWith(undefined)));
const pat = process.argv[2];
for (const f of FAULTS) {
  if (pat && !f.name.includes(pat)) continue;
  let r; try { r = noticed(await engineWith(f)); } catch (e) { r = "BROKEN " + String(e); }
  console.log(r === undefined ? "SURVIVES" : r.startsWith("BROKEN") ? r : "ok", "|", f.name, "|", r?.slice(0, 60));
}
const u = process.cpuUsage(t0); console.log("cpu", (u.user + u.system) / 1e6);
