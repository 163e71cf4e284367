// The whole bot in this process as the house of a scenario: a copy of the data set, a store in a file, a clock that only steps move.
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { House } from "../../rehearsal/scenarios/house.ts";
import type { RehearsalOptions } from "../../rehearsal/rehearsal.ts";
import { type Whole, wholeBot } from "./bot.ts";

export interface InProcess {
  house: House;
  bot: Whole;
  close: () => Promise<void>;
}

const GIVEN_UP = 10_000;
const DATA = join(import.meta.dirname, "..", "..", "data");

interface Wishes {
  pageDir?: RehearsalOptions["pageDir"];
  /** Machine milliseconds after which what has not come is given up. */
  patience?: number;
}

export async function inProcess(startAt: string, { pageDir, patience = GIVEN_UP }: Wishes = {}): Promise<InProcess> {
  const folder = await mkdtemp(join(tmpdir(), "vigia-scenario-"));
  const dataDir = join(folder, "data");
  await cp(DATA, dataDir, { recursive: true });
  const bot = await wholeBot({
    at: startAt,
    store: `sqlite:${join(folder, "scenario.sqlite")}`,
    env: { DATA_DIR: dataDir },
    rates: "roomy",
    ...(pageDir === undefined ? {} : { stage: { pageDir } }),
  });
  const house: House = {
    rehearsal: bot.discord,
    dataDir,
    ready: () => Promise.resolve(),
    off: bot.stop,
    on: bot.start,
    // Within one process nothing can be killed: the launcher's test kills a real one.
    async kill() {
      await bot.stop();
      await bot.start();
    },
    async settled(enough) {
      await bot.settled();
      // A post that Discord refused is tried again in a while: the courier is idle meanwhile.
      if (!enough()) await changed(bot, enough, patience);
      await bot.settled();
    },
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

/** Resolves with the message after which it is enough, or when none has come for so long (machine time) that none will. */
function changed({ discord }: Whole, enough: () => boolean, patience: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const stop = discord.onMessage(() => (enough() ? done() : undefined));
    const timer = setTimeout(done, patience);
  });
}
