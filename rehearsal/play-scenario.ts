// A scenario beside the page: the stand-in's process is the stage, the launcher switches the bot when it is asked to. Must never hold the page up:
// who presses "next" is answered at once and told of the progress.
import type { Rehearsal } from "./rehearsal.ts";
import type { House } from "./scenarios/house.ts";
import { ScenarioPlayer } from "./scenarios/player.ts";
import type { Scenario } from "./scenarios/scenario.ts";
import { typedLine } from "./scenarios/typed-line.ts";
import { FromLauncher, type FromWitness } from "./wire.ts";
import { machineNow } from "./world-clock.ts";

/** Machine milliseconds: how long a bot may take to come or go; how long nothing may happen before it is quiet, or given up. */
const [PATIENCE, QUIET, GIVEN_UP, LOOK] = [60_000, 1_000, 15_000, 50];

/** The launcher, as seen from here. */
export interface Launcher {
  tell: (message: FromWitness) => void;
  onMessage: (listener: (message: unknown) => void) => void;
}

export function openScenario(
  rehearsal: Rehearsal,
  scenario: Scenario,
  { dataDir, launcher, playAll }: { dataDir: string; launcher: Launcher; playAll: boolean },
): void {
  rehearsal.clock.pause();
  const progress = { said: () => {} };
  const house = { ...processes(rehearsal, dataDir, launcher), ready: () => there(rehearsal, scenario) };
  const player = new ScenarioPlayer(scenario, house, () => progress.said());
  const begin = (what: "next" | "all") => {
    player.mayPlay();
    player
      .play(what, (verdict) => launcher.tell({ ...verdict, of: scenario.steps.length }))
      .catch((fault: unknown) => console.error(`The scenario ${scenario.name} cannot go on:`, fault));
  };
  progress.said = rehearsal.openScenario({ view: () => player.view(), begin });
  if (playAll) begin("all");
}

async function there(rehearsal: Rehearsal, { steps }: Scenario): Promise<void> {
  const typed = steps.flatMap(({ does }) => does.flatMap((deed) => ("types" in deed ? [deed] : [])));
  await until(
    () =>
      rehearsal.botOnline &&
      typed.every(({ who, types }) => {
        const { name } = typedLine(types);
        const commands = rehearsal.commands(rehearsal.reader(who).id);
        return commands.some((view) => view.name === name || view.plainName === name);
      }),
    "Vigía did not come online",
  );
}

function processes(rehearsal: Rehearsal, dataDir: string, launcher: Launcher): Omit<House, "ready"> {
  let lastId = 0;
  const waiting = new Map<number, () => void>();
  launcher.onMessage((message) => {
    const read = FromLauncher.safeParse(message);
    if (read.success) waiting.get(read.data.done)?.();
  });
  const ask = (bot: "on" | "off" | "kill") =>
    new Promise<void>((resolve) => {
      const id = ++lastId;
      waiting.set(id, resolve);
      launcher.tell({ id, bot });
    });
  const off = async (how: "off" | "kill") => {
    await ask(how);
    await until(() => !rehearsal.botOnline, "Vigía did not go");
  };
  const on = async () => {
    await ask("on");
    await until(() => rehearsal.botOnline, "Vigía did not come online");
  };
  return {
    rehearsal,
    dataDir,
    off: () => off("off"),
    on,
    async kill() {
      await off("kill");
      await on();
    },
    settled: (enough) => settled(rehearsal, enough),
  };
}

/** Rate limits hold posts back for seconds: it is given up only when nothing at all has happened for longer. */
async function settled({ requests }: Rehearsal, enough: () => boolean): Promise<void> {
  const begun = machineNow();
  const quiet = () => machineNow() - Math.max(begun, requests.at(-1)?.at ?? 0);
  while (!(enough() && quiet() > QUIET) && quiet() < GIVEN_UP) await look();
}

async function until(holds: () => boolean, otherwise: string): Promise<void> {
  const begun = machineNow();
  while (!holds()) {
    if (machineNow() - begun > PATIENCE) throw new Error(`${otherwise} within ${PATIENCE / 1000} seconds.`);
    await look();
  }
}

const look = () => new Promise<void>((resolve) => setTimeout(resolve, LOOK));
