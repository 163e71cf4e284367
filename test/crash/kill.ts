// Plays a scenario and kills the program where it is told to, as often as it is told to; each time it comes back after a while, and whoever was cut off does
// their step again. It counts nothing: count.ts looks at the channels.
import type { FaultName, FaultTarget } from "../../rehearsal/contract.ts";
import { Life } from "./life.ts";
import { placeDrafts, Stage } from "./stage.ts";
import type { Scenario, Step } from "./scenario.ts";

export interface Kill {
  /** Points at which the first life ends, and each that follows it. */
  at: readonly number[];
  /** How long nobody runs after each, ms of both times. */
  down: number;
  /** What the first requests of the next life meet. */
  fault?: { fault: FaultName; on: FaultTarget; seconds?: number };
  store?: string;
}

export interface Played {
  stage: Stage;
  /** Of the first life. */
  points: readonly string[];
  /** In words, where each life ended. */
  died: readonly string[];
}

export async function play(scenario: Scenario, kill: Kill): Promise<Played> {
  const { at, channels, review } = scenario;
  const silent = kill.fault?.fault === "accepted-then-silent";
  const stage = await Stage.open({
    at,
    channels,
    review,
    silent,
    ...(kill.store === undefined ? {} : { store: kill.store }),
  });
  const ends = [...kill.at];
  const first = new Life(ends.shift());
  const died: string[] = [];
  let life = first;
  await stage.start(life, { count: false });
  await stage.program.store.record(placeDrafts(), "data");
  for (const step of scenario.before) await done(step, stage);
  life.count();

  /** True when it was done, false when the program was killed in it. */
  const survives = async (work: Promise<void>): Promise<boolean> => {
    const end = await Promise.race([work, life.died]);
    if (typeof end !== "string") return true;
    died.push(end);
    return false;
  };
  const comeBack = async () => {
    do {
      await stage.down(kill.down);
      if (kill.fault !== undefined && died.length === 1) stage.discord.refuse({ ...kill.fault, times: 1 });
      life = new Life(ends.shift());
    } while (!(await survives(stage.start(life).then(() => stage.settle()))));
  };
  for (const step of scenario.steps) while (!(await survives(done(step, stage)))) await comeBack();
  return { stage, points: first.points, died };
}

async function done(step: Step, stage: Stage): Promise<void> {
  await step.run(stage);
  await stage.settle();
}
