// Scenarios as a person starts them: launcher, stand-in and bot as processes. Each ends here, whatever happened. Needs /proc to find the bot.
import type { ChildProcess } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { SCENARIOS } from "../../rehearsal/scenarios/index.ts";
import { strikeNight } from "../../rehearsal/scenarios/strike-night.ts";
import { built, type Ended, program } from "../process/program.ts";

const running: ChildProcess[] = [];
beforeAll(built, 120_000);
afterEach(async () => {
  for (const child of running.splice(0)) if (child.exitCode === null) child.kill("SIGINT");
});

const State = z.object({
  botOnline: z.boolean(),
  scenario: z.object({
    name: z.string(),
    done: z.int(),
    playing: z.boolean(),
    steps: z.array(z.object({ seen: z.boolean().optional() })),
  }),
});

function rehearse(args: readonly string[], env: Record<string, string> = {}) {
  const started = program(env, ["--rehearse", ...args]);
  running.push(started.child);
  return started;
}

async function address({ child, said }: ReturnType<typeof rehearse>): Promise<string> {
  let out = "";
  child.stdout?.on("data", (chunk) => (out += String(chunk)));
  await said("Ctrl-C");
  return /http:\/\/127\.0\.0\.1:\d+/.exec(out)?.[0] ?? "";
}

const state = async (url: string) => State.parse(await (await fetch(`${url}/rehearsal/state`)).json());
const ask = (url: string, action: string) =>
  fetch(`${url}/rehearsal/scenario`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ action }),
  });

/** Reads the page's event stream until the scenario stands where it should. */
async function reached(url: string, done: number): Promise<void> {
  const stop = new AbortController();
  const events = await fetch(`${url}/rehearsal/events`, { signal: stop.signal });
  const reader = events.body?.getReader();
  try {
    for (;;) {
      const { scenario } = await state(url);
      if (scenario.done >= done && !scenario.playing) return;
      if ((await reader?.read())?.done) throw new Error("The event stream ended.");
    }
  } finally {
    stop.abort();
  }
}

/** The launcher's child that runs the bot. */
function botOf(launcher: ChildProcess): number {
  const found = readdirSync("/proc").find((pid) => {
    try {
      const parent = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ")[1];
      return parent === String(launcher.pid) && readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("/src/main.js");
    } catch {
      return false;
    }
  });
  return Number(found);
}
const lives = (pid: number) => {
  try {
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
};
const lines = ({ stdout }: Pick<Ended, "stdout">, about: RegExp) => stdout.split("\n").filter((one) => about.test(one));

describe("npm run rehearsal -- --scenario", () => {
  it("plays all steps at once with --play, stays, says when its port is taken, and ends whole with Ctrl-C", async () => {
    const launched = rehearse(["--port", "0", "--scenario", "strike-night", "--play"]);
    const url = await address(launched);
    await launched.said("All steps are done");
    const { scenario, botOnline } = await state(url);
    expect(botOnline).toBe(true);
    expect(scenario).toMatchObject({ name: "strike-night", done: strikeNight.steps.length, playing: false });
    expect(scenario.steps.map(({ seen }) => seen)).toEqual(scenario.steps.map(() => true));
    const after = await ask(url, "next");
    expect([after.status, await after.json()]).toEqual([400, { error: "The scenario is at its end." }]);

    const port = new URL(url).port;
    const second = await rehearse(["--port", port]).ended;
    expect(second).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(`^Port ${port} is in use\\..* --port \\d+\\.\n$`),
    });

    const bot = botOf(launched.child);
    expect(lives(bot)).toBe(true);
    launched.child.kill("SIGINT");
    const ended = await launched.ended;
    expect(ended).toMatchObject({ code: 0, stderr: "" });
    expect(lines(ended, /^ {2}\d\/\d seen: /)).toHaveLength(strikeNight.steps.length);
    expect(lives(bot)).toBe(false);
    await expect(fetch(url)).rejects.toThrow();
  }, 90_000);

  it("goes step by step for the page in Spanish, and on after kill -9 in the middle", async () => {
    const launched = rehearse(["--port", "0", "--scenario", "outage"], { LANG: "es_EC.UTF-8" });
    const url = await address(launched);
    expect((await ask(url, "next")).status).toBe(200);
    const twice = await ask(url, "all");
    expect([twice.status, await twice.json()]).toEqual([
      400,
      { error: "A step is being played: wait until it is done." },
    ]);
    expect((await ask(url, "back")).status).toBe(400);
    await reached(url, 1);
    const bot = botOf(launched.child);
    process.kill(bot, "SIGKILL");
    await launched.said("se inicia de nuevo");
    expect(botOf(launched.child)).not.toBe(bot);
    await ask(url, "all");
    await launched.said("Todos los pasos están hechos");
    launched.child.kill("SIGTERM");
    const ended = await launched.ended;
    expect(ended.code).toBe(0);
    expect(lines(ended, /^ {2}\d\/5 visto: /)).toHaveLength(5);
    expect(ended.stdout).not.toContain("NO VISTO");
  }, 90_000);
});

describe("what stands behind --", () => {
  it("lists the scenarios, one a line, in the terminal's language", async () => {
    const english = await rehearse(["--scenario"]).ended;
    expect(english).toMatchObject({ code: 0, stderr: "" });
    const spanish = await rehearse(["--scenario"], { LC_ALL: "es_ES.UTF-8", LANG: "en_US.UTF-8" }).ended;
    for (const { name, title } of SCENARIOS) {
      expect(english.stdout).toMatch(new RegExp(`^  ${name} +\\S`, "m"));
      expect(english.stdout).toContain(title.en);
      expect(spanish.stdout).toContain(title.es);
    }
  }, 30_000);

  it.each([
    [["--scenario", "nothing"], /^There is no scenario "nothing"\. There are:\n( {2}\S+ .*\n){5}$/],
    [["--port", "80000"], /^--port 80000 is no port: .*\n$/],
    [["--port=x"], /^--port x is no port: .*\n$/],
    [["--at", "yesterday"], /^--at yesterday is no time with its offset.*\n$/],
    [["--at", "2026-13-15T22:58:00-05:00"], /^--at 2026-13-15.* is no time/],
    [["--play"], /^--play plays a scenario: .*\n$/],
    [["--scenario", "outage", "--keep"], /^A scenario has its own time .*\n$/],
    [["--scenario", "outage", "--at", "2026-03-15T22:58:00-05:00"], /^A scenario has its own time .*\n$/],
    [["--loud"], /^"--loud" cannot be read\. Options: .*\n$/],
    [["outage"], /^"outage" cannot be read\. Options: .*\n$/],
  ])("refuses %j in one sentence and ends with 1", async (args, sentence) => {
    const { code, stderr, stdout } = await rehearse(args).ended;
    expect(stderr).toMatch(sentence);
    expect(stdout).toBe("");
    expect(code).toBe(1);
  });

  it("is refused with a token, which is no rehearsal", async () => {
    const { code, stderr } = await program({ DISCORD_TOKEN: "x" }, ["--or-rehearse", "--scenario", "outage"]).ended;
    expect(stderr).toBe(
      '"--scenario outage" is for a rehearsal only, and DISCORD_TOKEN is set. To rehearse: npm run rehearsal -- --scenario outage\n',
    );
    expect(code).toBe(1);
  });
});
