// `npm run check`: types, lint, format and what nobody uses, beside each other, as the compiler keeps one core only. Each says its piece whole, in this
// order. Must never end with 0 when one of them did not.
import { spawn } from "node:child_process";
import { once } from "node:events";

const CHECKS = [
  ["tsc"],
  ["tsc", "-p", "rehearsal/page/client"],
  ["oxlint", "--type-aware", "--deny-warnings"],
  ["oxfmt", "--check"],
  ["knip"],
];

async function run([name, ...args]) {
  // npm puts node_modules/.bin into PATH; on Windows what lies there is found by a shell only.
  const child = spawn(name, args, { stdio: ["ignore", "pipe", "pipe"], shell: process.platform === "win32" });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece) => said.push(piece));
  const [code] = await once(child, "close").catch((fault) => [String(fault)]);
  return { name: [name, ...args].join(" "), code, text: Buffer.concat(said).toString() };
}

let failed = 0;
for (const { name, code, text } of await Promise.all(CHECKS.map(run))) {
  process.stdout.write(text);
  if (code === 0) continue;
  failed += 1;
  console.log(`check: ${name} failed (${code})`);
}
process.exitCode = failed === 0 ? 0 : 1;
