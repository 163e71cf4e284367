// One run with one length of the log: fills a store, starts the bot and the floor, asks both in turn, and measures what stands beside the answers.
// Must never time the two at different hours of the machine: they take turns question by question and round by round.
import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { type Case, CASES, EMPTY, keyOf } from "./cases.ts";
import { median, type RowFigures, Samples, type SizeFigures } from "./figures.ts";
import { canonical, keptAs } from "./known-answers.ts";
import { order } from "./orders.ts";
import { bot, end, finished, helper, resident, stored } from "./processes.ts";

export interface Measure {
  rounds: number;
  /** Questions one at a time before and while it counts, of each round. */
  warm: number;
  times: number;
  /** Questions of a flood, and how many of them are under way at once. */
  flood: number;
  inFlight: number;
  records: number;
  /** Only rows whose name holds this. */
  only: string;
  /** Node's own options for the bot, for profiles. */
  nodeArgs: readonly string[];
  /** Told as things get under way. */
  say: (text: string) => void;
}

type Addresses = { url: string; token: string; guildId: string };

export async function measured(strikes: number, folder: string, measure: Measure): Promise<SizeFigures> {
  const { say } = measure;
  const file = join(folder, `${strikes}.sqlite`);
  say(`${strikes} strikes: filling the store`);
  await finished(helper("fill", [`sqlite:${file}`, String(strikes)]), "Filling the store");
  const standIn = helper("stand-in");
  const scene = (name: string) => order(standIn, { do: "open", scene: name });
  const [botAt, floorAt] = [await scene("bot"), await scene("floor")];
  const [layerAt, layerFloorAt] = [await scene("layer"), await scene("layer-floor")];
  say(`${strikes} strikes: starting`);
  // Each start before a Discord of its own: it takes one login in five seconds, and keeps the commands of the bot before.
  const cold = await startBot(standIn, "cold", await scene("cold"), file, measure);
  await end(cold.child);
  await order(standIn, { do: "close", scene: "cold" });
  const warm = await startBot(standIn, "bot", botAt, file, measure);
  const memoryAtRest = resident(warm.child);
  const commands = await order(standIn, { do: "commands", scene: "bot" });
  const floorAmong = (at: Addresses) => helper("floor", [], { ...clientOf(at), COMMANDS: JSON.stringify(commands) });
  const floors = new Map([
    ["floor", floorAmong(floorAt)],
    ["layer-floor", floorAmong(layerFloorAt)],
  ]);
  const layer = helper("layer", [], clientOf(layerAt));
  for (const one of [...floors.keys(), "layer"]) await order(standIn, { do: "online", scene: one });
  const rows = await asked(standIn, floors, measure);
  const memoryAfter = resident(warm.child);
  const question = { language: "es", name: "strikes", options: {} } as const;
  const recorded = await order(standIn, { do: "record", scene: "bot", times: measure.records, question });
  const size = stored(file);
  for (const child of [warm.child, ...floors.values(), layer, standIn]) await end(child);
  return {
    strikes,
    rows,
    startCold: cold.seconds,
    startWarm: warm.seconds,
    memoryAtRest,
    memoryAfter,
    store: size,
    recordConfirmed: median(recorded.confirmed),
    recordShown: median(recorded.shown),
  };
}

const clientOf = ({ url, token }: Addresses) => ({ DISCORD_TOKEN: token, DISCORD_API_URL: `${url}/api` });

/** From spawn to online: connected and its commands registered, ready to be asked. */
async function startBot(
  standIn: ChildProcess,
  scene: string,
  at: Addresses,
  file: string,
  { nodeArgs }: Measure,
): Promise<{ child: ChildProcess; seconds: number }> {
  const began = performance.now();
  const child = bot(
    { ...clientOf(at), CLOCK: `${at.url}/clock`, HOME_GUILD_IDS: at.guildId, STORE_URL: `sqlite:${file}` },
    nodeArgs,
  );
  await order(standIn, { do: "online", scene });
  return { child, seconds: (performance.now() - began) / 1000 };
}

/**
 * Each row with the scene of our bot and that of its floor. The layer alone has a floor of its own: a process that has answered every other row
 * as well is quicker than one that has answered a single one, whatever is in it.
 */
const scenesOf = (one: Case) => (one === EMPTY ? (["layer", "layer-floor"] as const) : (["bot", "floor"] as const));

async function asked(
  standIn: ChildProcess,
  floors: ReadonlyMap<string, ChildProcess>,
  measure: Measure,
): Promise<RowFigures[]> {
  const cases = [EMPTY, ...CASES].filter(({ row }) => row.includes(measure.only));
  const follow = await taught(standIn, floors, cases);
  // What runs for the first time is slow in ways of its own: every row is asked many times before any is measured.
  for (const one of cases) {
    measure.say(`warming up: ${one.row}`);
    await oneRound(standIn, one, new Samples(), follow.get(one) ?? 0, { ...measure, times: 0 });
  }
  const samples = new Map(cases.map((one) => [one, new Samples()]));
  for (let round = 1; round <= measure.rounds; round += 1) {
    for (const [one, sample] of samples) {
      measure.say(`round ${round} of ${measure.rounds}: ${one.row}`);
      await oneRound(standIn, one, sample, follow.get(one) ?? 0, measure);
    }
  }
  await checked(standIn, follow);
  return cases.map((one) => (samples.get(one) ?? new Samples()).figures(one.row));
}

/** Gives the floor our bot's answers. @returns how many messages follow each first answer. */
async function taught(
  standIn: ChildProcess,
  floors: ReadonlyMap<string, ChildProcess>,
  cases: readonly Case[],
): Promise<Map<Case, number>> {
  const follow = new Map<Case, number>();
  for (const one of cases) {
    const [mine, floor] = scenesOf(one);
    const answer = await order(standIn, { do: "answer", scene: mine, question: one.question });
    follow.set(one, answer.rest.length);
    floors.get(floor)?.send([keptAs(keyOf(one.question), answer)]);
  }
  await checked(standIn, follow);
  return follow;
}

/** The same question, the same answer, from both: otherwise two different things were timed. */
async function checked(standIn: ChildProcess, cases: ReadonlyMap<Case, number>): Promise<void> {
  for (const [one, more] of cases) {
    const { question, row } = one;
    const [bot, floor] = scenesOf(one);
    const mine = await order(standIn, { do: "answer", scene: bot, question, more });
    const floors = await order(standIn, { do: "answer", scene: floor, question, more });
    if (canonical(mine) !== canonical(floors)) throw new Error(`The floor does not say what the bot says: ${row}`);
  }
}

async function oneRound(
  standIn: ChildProcess,
  one: Case,
  sample: Samples,
  more: number,
  { warm, times, flood, inFlight }: Measure,
): Promise<void> {
  const { question } = one;
  const [bot, floor] = scenesOf(one);
  const took = await order(standIn, { do: "turns", scenes: [bot, floor], question, warm, times, more });
  sample.took(took.mine, took.other);
  sample.late(took.late);
  for (const [whose, at] of [
    ["bot", bot],
    ["floor", floor],
  ] as const) {
    const { perSecond, late } = await order(standIn, {
      do: "flood",
      scene: at,
      question,
      count: flood,
      inFlight,
      more,
    });
    sample.rate(whose, perSecond);
    sample.late(late);
  }
}
