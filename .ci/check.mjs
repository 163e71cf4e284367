// `npm run check`: types, lint, format and what nobody uses, beside each other, as the compiler keeps one core only: every
// `check:` script of package.json. Each says its piece whole, in that order. Must never end with 0 when one of them did not.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";

const { scripts } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
const CHECKS = Object.keys(scripts).filter((name) => name.startsWith("check:"));

async function run(name) {
  const child = spawn("npm", ["run", "--silent", name], {
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32",
  });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece) => said.push(piece));
  const [code] = await once(child, "close").catch((fault) => [String(fault)]);
  return { name, code, text: Buffer.concat(said).toString() };
}

let failed = 0;
for (const { name, code, text } of await Promise.all(CHECKS.map(run))) {
  process.stdout.write(text);
  if (code === 0) continue;
  failed += 1;
  console.log(`check: ${name} failed (${code})`);
}
process.exitCode = failed === 0 ? 0 : 1;
