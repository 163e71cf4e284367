// One run: a scenario played once, with its kills, to the count at its end. A process of its own holds it (worker.ts). Never leaves a program or a folder.
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { startRehearsal } from "../rehearsal/rehearsal.ts";
import type { Counted } from "./count.ts";
import { Desk } from "./desk.ts";
import { type Kill, Life, type Plan } from "./life.ts";
import type { ChaosScenario } from "./scenario.ts";

export interface RunResult {
  counted: Counted;
  kills: Kill[];
  starts: number;
  /** Points by name, with how often each was passed. */
  passed: Record<string, number>;
  /** Why the run could not be played to its end, and each end of the program that nobody ordered. */
  broken: string[];
  seconds: number;
  /** What each channel showed at the end, for whoever looks at a failure. */
  channels: Record<string, string[]>;
}

/** That a power cut loses nothing is tried nowhere: a disk would only make each of thousands of minutes wait. */
const MEMORY = "/dev/shm";
const DATA = existsSync(join(import.meta.dirname, "..", "data"))
  ? join(import.meta.dirname, "..", "data")
  : join(import.meta.dirname, "..", "..", "data");

export async function run(scenario: ChaosScenario, plan: Plan): Promise<RunResult> {
  const began = process.hrtime.bigint();
  const since = performance.now();
  const folder = await mkdtemp(join(existsSync(MEMORY) ? MEMORY : tmpdir(), "vigia-chaos-"));
  // Also where the run is cut short: this process holds nothing else.
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const dataDir = join(folder, "data");
  await cp(DATA, dataDir, { recursive: true });
  const rehearsal = await startRehearsal({ startAt: scenario.startAt, rates: "roomy" });
  rehearsal.clock.pause();
  const review = scenario.review === undefined ? {} : { REVIEW_CHANNEL_ID: rehearsal.channel(scenario.review).id };
  const env = {
    DISCORD_TOKEN: rehearsal.token,
    DISCORD_API_URL: `${rehearsal.url}/api`,
    CLOCK: `${rehearsal.url}/clock`,
    HOME_GUILD_IDS: rehearsal.guildId,
    STORE_URL: `sqlite:${join(folder, "chaos.sqlite")}`,
    DATA_DIR: dataDir,
    ...review,
  };
  const life = new Life(rehearsal, env, plan);
  const desk = new Desk({ rehearsal, life, shows: scenario.shows, dataDir });
  const broken: string[] = [];
  try {
    life.on();
    await scenario.play(desk);
    await desk.seesAll();
    await desk.onceMore();
  } catch (fault) {
    broken.push(fault instanceof Error ? fault.message : String(fault));
  }
  const counted = desk.count(performance.now() - since > 5 * 60_000);
  const channels = Object.fromEntries(
    [...new Set(scenario.shows.map((one) => one.in))].map((name) => [name, desk.shown(name).map(({ text }) => text)]),
  );
  await life.end();
  await rehearsal.close();
  await rm(folder, { recursive: true, force: true });
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  broken.push(...life.accidents, ...rehearsal.unknownRoutes.map((route) => `Discord has no ${route}`));
  return {
    counted,
    kills: life.kills,
    starts: life.starts,
    passed: Object.fromEntries(life.passed),
    broken,
    seconds,
    channels,
  };
}
