// A second process that opens a store and prints how that went, in one line of JSON.
// Never stays: it ends after its line.
import { writeSync } from "node:fs";
import { StoreFault } from "../../src/engines/faults.ts";
import { openEngine } from "../../src/engines/open.ts";

const [url = ""] = process.argv.slice(2);
const began = performance.now();
let answer: object;
try {
  const engine = await openEngine(url, { stamp: "world" });
  await engine.close();
  answer = { opened: true };
} catch (fault) {
  if (!(fault instanceof StoreFault)) throw fault;
  answer = { opened: false, reason: fault.reason, message: fault.message };
}
writeSync(1, `${JSON.stringify({ ...answer, ms: Math.round(performance.now() - began) })}\n`);
