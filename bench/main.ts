// `npm run bench`: our bot against a bare discord.js bot that says the same, over one stand-in for Discord. Prints a table; `--json FILE` keeps the
// figures, `--doc FILE` puts the table between the marks of a document. Nothing it starts outlives it, nothing talks beyond this machine.
import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { availableParallelism, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { measuredCurfews } from "./curfews.ts";
import { measuredDelivery } from "./delivery.ts";
import { measuredMatching } from "./matching.ts";
import type { Run, SizeFigures } from "./figures.ts";
import { endAll } from "./processes.ts";
import { type Measure, measured } from "./run.ts";
import { table } from "./table.ts";

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    json: { type: "string" },
    doc: { type: "string" },
    sizes: { type: "string" },
    "only-curfews": { type: "boolean", default: false },
    "only-matching": { type: "boolean", default: false },
    "only-delivery": { type: "boolean", default: false },
    rounds: { type: "string" },
    channels: { type: "string" },
    only: { type: "string", default: "" },
    "node-args": { type: "string", default: "" },
  },
});

const FULL = { rounds: 3, warm: 60, times: 120, flood: 320, inFlight: 32, records: 20, sizes: "1000,100000" };
const CURFEWS = { curfews: 10_000, times: 2_000, slow: 40 };
const FEW_CURFEWS = { curfews: 200, times: 20, slow: 3 };
const MATCHING = { subscriptions: 10_000, times: 200, slow: 20 };
const FEW_MATCHES = { subscriptions: 200, times: 3, slow: 2 };
const DELIVERY = { channels: 5_000, warm: 60, every: 100 };
const FEW_DELIVERIES = { channels: 60, warm: 0, every: 50 };
const QUICK = { rounds: 1, warm: 0, times: 3, flood: 40, inFlight: 32, records: 2, sizes: "60,300" };

async function main(): Promise<void> {
  const plan = values.quick ? QUICK : FULL;
  const sizes = (values.sizes ?? plan.sizes).split(",").map(Number);
  const rounds = values.rounds === undefined ? plan.rounds : Number(values.rounds);
  if ([...sizes, rounds].some((one) => !Number.isInteger(one) || one < 1))
    throw new Error("--sizes wants whole numbers such as 1000,100000, and --rounds one.");
  const delivery = values.quick ? FEW_DELIVERIES : DELIVERY;
  const channels = Number(values.channels ?? delivery.channels);
  if (!Number.isInteger(channels) || channels < 10) throw new Error("--channels wants a whole number from 10 on.");
  const nodeArgs = values["node-args"].split(" ").filter(Boolean);
  const measure: Measure = { ...plan, rounds, only: values.only, nodeArgs, say };
  const folder = await mkdtemp(join(tmpdir(), "vigia-bench-"));
  try {
    const figures: SizeFigures[] = [];
    const { "only-curfews": onlyCurfews, "only-delivery": onlyDelivery, "only-matching": onlyMatching, quick } = values;
    for (const size of onlyCurfews || onlyDelivery || onlyMatching ? [] : sizes)
      figures.push(await measured(size, folder, measure));
    const run: Run = { ...surroundings(), quick, sizes: figures };
    if (!onlyDelivery && !onlyMatching) {
      say("the curfew rules");
      run.curfews = await measuredCurfews(quick ? FEW_CURFEWS : CURFEWS);
    }
    if (!onlyDelivery && !onlyCurfews) run.matching = await measuredMatching(quick ? FEW_MATCHES : MATCHING);
    if (!onlyCurfews && !onlyMatching)
      run.delivery = await measuredDelivery(folder, { ...delivery, channels, nodeArgs, say });
    say("");
    process.stdout.write(`${table(run)}\n`);
    if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(run, null, 2)}\n`);
    if (values.doc !== undefined)
      await intoDocument(values.doc, onlyDelivery ? "delivery" : onlyMatching ? "matching" : "figures", table(run));
  } finally {
    await endAll();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The machine in plain words, without its name. */
function surroundings(): Pick<Run, "machine" | "node" | "commit" | "at"> {
  return {
    machine: `${availableParallelism()} cores, ${Math.round(totalmem() / 1024 ** 3)} GiB`,
    node: process.versions.node,
    commit: commit(),
    at: new Date().toISOString().slice(0, 10),
  };
}

/** What was measured; "with changes" where the working tree differs from it. */
function commit(): string {
  try {
    const git = (...args: string[]) => execFileSync("git", args, { encoding: "utf8", stdio: "pipe" }).trim();
    const changes = git("status", "--porcelain", "--untracked-files=no", "--", "src", "commands", "rehearsal", "bench");
    return git("rev-parse", "--short", "HEAD") + (changes === "" ? "" : " with changes");
  } catch {
    return "unknown";
  }
}

/** `what`: the name of the marks. Delivery alone has its own, as its run takes minutes and the whole one far longer. */
async function intoDocument(file: string, what: "figures" | "delivery" | "matching", text: string): Promise<void> {
  const before = await readFile(file, "utf8");
  const marks = new RegExp(`(<!-- ${what} -->\\n)[\\s\\S]*(<!-- end of ${what} -->)`);
  if (!marks.test(before)) throw new Error(`${file} has no <!-- ${what} --> and <!-- end of ${what} -->.`);
  await writeFile(
    file,
    before.replace(marks, (_, begin: string, end: string) => `${begin}\n\`\`\`text\n${text}\n\`\`\`\n\n${end}`),
  );
}

/** How far it is, on one line of a terminal; nothing into a file. */
function say(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${text}`);
}

try {
  await main();
} catch (fault) {
  await endAll();
  console.error(fault instanceof Error ? fault.message : String(fault));
  process.exitCode = 1;
}
