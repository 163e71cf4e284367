// Runs the built program as a user would: without a token it says so; as a rehearsal it comes online, survives kill -9 and ends cleanly.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

const env = { ...process.env, DISCORD_TOKEN: "", HOME_GUILD_IDS: "", STORE_URL: "", CLOCK: "", DISCORD_API_URL: "" };
const bare = spawnSync(process.execPath, ["dist/src/main.js"], { env, encoding: "utf8", timeout: 30_000 });
assert.equal(bare.status, 1);
assert.match(bare.stderr, /^DISCORD_TOKEN is not set[^\n]*\n$/);

const program = spawn(process.execPath, ["dist/src/main.js", "--or-rehearse"], {
  env,
  stdio: ["ignore", "pipe", "inherit"],
});
let said = "";
program.stdout.on("data", (text) => (said += text));
try {
  await online(true);
  const page = await fetch("http://127.0.0.1:4800/");
  assert.equal(page.status, 200);
  assert.match(await page.text(), /<script/);
  process.kill(botOf(program.pid), "SIGKILL");
  await online(false);
  await online(true);
  assert.match(said, /started again/);
} finally {
  program.kill("SIGTERM");
}
const [code] = program.exitCode === null ? await once(program, "exit") : [program.exitCode];
assert.equal(code, 0, said);
await assert.rejects(fetch("http://127.0.0.1:4800/"), "the stand-in outlived the program");
console.log("smoke: ok");

/** The bot is the launcher's child that runs src/main.js. */
function botOf(parent) {
  const found = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .find((pid) => {
      try {
        const after = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1) ?? "";
        return (
          Number(after.split(" ")[1]) === parent &&
          readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("main.js\0") &&
          readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("/src/")
        );
      } catch {
        return false;
      }
    });
  assert.ok(found, "the launcher has no bot");
  return Number(found);
}

/** Bounded: 60 looks, half a second apart. */
async function online(wanted) {
  for (let look = 0; look < 60; look += 1) {
    const state = await fetch("http://127.0.0.1:4800/rehearsal/state").then(
      (answer) => answer.json(),
      () => undefined,
    );
    if (state?.botOnline === wanted) return;
    await pause(500);
  }
  throw new Error(`The bot did not come online. It said: ${said}`);
}
