// The whole bot in this process as the house of a scenario: a copy of the data set, a store in a file, a clock that only steps move.
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { House } from "../../rehearsal/scenarios/house.ts";
import { type Whole, wholeBot } from "./bot.ts";

export interface InProcess {
  house: House;
  bot: Whole;
  close: () => Promise<void>;
}

const DATA = join(import.meta.dirname, "..", "..", "data");

export async function inProcess(startAt: string): Promise<InProcess> {
  const folder = await mkdtemp(join(tmpdir(), "vigia-scenario-"));
  const dataDir = join(folder, "data");
  await cp(DATA, dataDir, { recursive: true });
  const bot = await wholeBot({
    at: startAt,
    store: `sqlite:${join(folder, "scenario.sqlite")}`,
    env: { DATA_DIR: dataDir },
  });
  const house: House = {
    rehearsal: bot.discord,
    dataDir,
    off: bot.stop,
    on: bot.start,
    // Within one process nothing can be killed: the launcher's test kills a real one.
    async kill() {
      await bot.stop();
      await bot.start();
    },
    settled: bot.settled,
  };
  return {
    house,
    bot,
    async close() {
      await bot.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
