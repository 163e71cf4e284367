// Kills the program at every point of every scenario and counts what the channels show afterwards. One point alone: CRASH as it was printed, and the
// scenario's name after -t.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { faultsIn, shownIn } from "./count.ts";
import { type Kill, play } from "./kill.ts";
import { tapWire } from "./killable-wire.ts";
import { kills, readKill, wordsOf } from "./points.ts";
import { SCENARIOS } from "./scenarios/index.ts";
import { COUNT, MANY_CHANNELS } from "./scenarios/nights.ts";
import type { Scenario } from "./scenario.ts";

const ONLY = process.env["CRASH"];
/** Another seed tries other downtimes, pairs and faults. */
const SEED = Number(process.env["CRASH_SEED"] ?? 1);
/** Of each scenario; `CRASH_MOST=1000` tries every point there is. */
const MOST = Number(process.env["CRASH_MOST"] ?? 30);
const MORE = Number(process.env["CRASH_MORE"] ?? 4);

let untap = (): void => undefined;
beforeAll(() => void (untap = tapWire()));
afterAll(() => untap());

const tried = new Map<string, number>();
const spent = { points: 0, cpu: 0 };

async function faultsAfter(scenario: Scenario, kill: Kill): Promise<string[]> {
  const before = process.cpuUsage();
  const { stage, died } = await play(scenario, kill);
  const faults = faultsIn(scenario, stage);
  const shown = faults.length === 0 ? "" : shownIn(stage);
  await stage.close();
  const { user, system } = process.cpuUsage(before);
  spent.cpu += (user + system) / 1000;
  spent.points += 1;
  if (faults.length === 0) return [];
  const where = died.length === 0 ? "not killed at all" : `killed ${died.join(", then ")}`;
  return [
    `${scenario.name}: ${where}, down ${kill.down / 1000} s\n    ${faults.join("\n    ")}\n${shown.slice(0, 3000)}\n    alone: CRASH="${wordsOf(kill)}" npx vitest run test/crash/scenarios.test.ts -t "${scenario.name}"`,
  ];
}

async function pointsOf(scenario: Scenario): Promise<readonly string[]> {
  const { stage, points } = await play(scenario, { at: [], down: 0 });
  expect(faultsIn(scenario, stage), "without a crash").toEqual([]);
  await stage.close();
  return points;
}

describe("killed at any point, every channel shows what it is owed, once", () => {
  it.each(SCENARIOS.map((scenario) => [scenario.name, scenario] as const))("when %s", async (_name, scenario) => {
    const points = await pointsOf(scenario);
    const chosen = ONLY === undefined ? kills(points.length, SEED, { most: MOST, more: MORE }) : [readKill(ONLY)];
    const faults: string[] = [];
    for (const kill of chosen) faults.push(...(await faultsAfter(scenario, kill)));
    tried.set(scenario.name, chosen.length);
    expect(faults.length, faults.slice(0, 3).join("\n\n")).toBe(0);
  });

  it(`when ${COUNT} channels are told of one edge, and Discord has forgotten the nonces when the program is back`, async () => {
    expect(await faultsAfter(MANY_CHANNELS, { at: [7 * COUNT], down: 240_000 })).toEqual([]);
  }, 300_000);

  it("over a file as over memory", async () => {
    const folder = await mkdtemp(join(tmpdir(), "crash-"));
    const faults: string[] = [];
    for (const [i, at] of [8, 14, 16, 17, 19, 21, 30].entries())
      faults.push(
        ...(await faultsAfter(SCENARIOS[0] ?? MANY_CHANNELS, {
          at: [at, 3],
          down: 2_000 + 238_000 * (i % 2),
          store: `sqlite:${join(folder, `${at}.sqlite`)}`,
        })),
      );
    await rm(folder, { recursive: true });
    expect(faults).toEqual([]);
  });

  it.skipIf(ONLY !== undefined)("at five hundred points and more, of twenty scenarios and more", () => {
    const all = [...tried.values()].reduce((sum, one) => sum + one, 0);
    if (process.env["CRASH_TELL"] !== undefined)
      console.log(`${spent.points} kills, ${Math.round(spent.cpu / spent.points)} ms of CPU each`);
    expect(SCENARIOS.length).toBeGreaterThanOrEqual(20);
    expect(all).toBeGreaterThanOrEqual(500);
  });
});
