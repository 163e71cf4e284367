// `npm run rehearsal`, and `npm start` without a token: starts the stand-in for Discord and then the bot itself, each a process of its own, so that
// killing the bot does not kill the witness. Ends both with Ctrl-C. Knows nothing of the bot but its environment.
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { BotKeeper } from "./bot-keeper.ts";
import { type LaunchOptions, listed, readOptions, START_AT } from "./launch-options.ts";
import { launchWords, type LaunchWords } from "./launch-words.ts";
import { FromWitness } from "./wire.ts";

export interface Launch {
  args: readonly string[];
  /** Nobody asked for a rehearsal, there was only no token: then what looks like a real set-up is refused. */
  forWantOfToken: boolean;
  homeGuilds: readonly string[];
  storeUrl: string;
}

type Ready = Extract<FromWitness, { ready: true }>;
interface Running {
  options: LaunchOptions;
  words: LaunchWords;
  witness: ChildProcess;
  folder: string;
}

/** Resolves when both have ended. Throws a sentence when an option cannot be read, or the port is taken. */
export async function launch({ args, forWantOfToken, homeGuilds, storeUrl }: Launch): Promise<void> {
  const words = launchWords(process.env);
  if (forWantOfToken && homeGuilds.length > 0) throw new Error(words.homeGuilds);
  if (forWantOfToken && storeUrl.startsWith("postgres")) throw new Error(words.realStore);
  const options = readOptions(args, words);
  if (options === undefined) return say(`${words.list}\n${listed(words)}`);
  const folder = await mkdtemp(join(tmpdir(), "vigia-rehearsal-"));
  // A process group of its own and no stdout: Ctrl-C must reach the bot first, and its ready line is for us alone.
  const witness = child("main.js", await witnessArgs(options, folder), {}, true);
  try {
    process.exitCode = await run({ options, words, witness, folder });
  } finally {
    if (witness.exitCode === null) {
      witness.kill("SIGTERM");
      await once(witness, "exit");
    }
    await rm(folder, { recursive: true, force: true });
  }
}

async function witnessArgs({ port, at, scenario, play }: LaunchOptions, folder: string): Promise<string[]> {
  const common = ["--port", port, "--at", at];
  if (scenario === undefined) return common;
  const data = join(folder, "data");
  await cp(shippedData(), data, { recursive: true });
  return [...common, "--opening", "none", "--scenario", scenario.name, "--data", data, ...(play ? ["--play"] : [])];
}

/** The data set lies beside this folder, or two up when the built program runs. */
function shippedData(): string {
  const [near = "", far = ""] = ["../data", "../../data"].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  return existsSync(join(near, "areas.json")) ? near : far;
}

/** From the stand-in's first word to the end of the bot; gives the exit code. */
async function run({ options, words, witness, folder }: Running): Promise<number> {
  let ready: Ready | undefined;
  const bot = () => child("../src/main.js", [], environment(options, folder, ready));
  const keeper = new BotKeeper(bot, (pid) => say(words.again(pid)));
  let ending = false;
  const end = () => {
    keeper.end(ending ? "SIGKILL" : "SIGTERM");
    ending = true;
  };
  process.on("SIGINT", end);
  process.on("SIGTERM", end);
  const gone = once(witness, "exit").then(() => undefined);
  try {
    ready = await whenReady(witness, gone, words);
    if (ending) return 0;
    const greet = greeting(ready.url, options, words);
    // Who moved the clock before #alertas is subscribed would see no alert.
    say(options.scenario === undefined ? words.starting : greet);
    witness.on("message", (message) => void hear(FromWitness.parse(message), { keeper, witness, words, greet }));
    const enter = options.scenario && !options.play ? onEnter(ready.url) : undefined;
    keeper.on();
    const code = await Promise.race([keeper.over, gone.then(() => 1)]);
    enter?.close();
    await keeper.off("SIGTERM");
    return code;
  } finally {
    process.off("SIGINT", end);
    process.off("SIGTERM", end);
  }
}

function environment({ keep, scenario }: LaunchOptions, folder: string, ready: Ready | undefined) {
  if (ready === undefined) throw new Error("The bot cannot be started before the stand-in is ready.");
  return {
    DISCORD_TOKEN: ready.token,
    DISCORD_API_URL: `${ready.url}/api`,
    CLOCK: `${ready.url}/clock`,
    HOME_GUILD_IDS: ready.guildId,
    REVIEW_CHANNEL_ID: ready.reviewChannelId,
    STORE_URL: `sqlite:${join(keep ? process.cwd() : folder, "vigia-rehearsal.sqlite")}`,
    LOG_LEVEL: process.env["LOG_LEVEL"] ?? "warn",
    ...(scenario === undefined ? {} : { DATA_DIR: join(folder, "data") }),
  };
}

function greeting(url: string, { scenario, play, at }: LaunchOptions, words: LaunchWords): string {
  if (scenario !== undefined) return words.scenario(url, scenario.title[words.language], scenario.steps.length, play);
  const time = new Intl.DateTimeFormat(words.language === "es" ? "es-EC" : "en-GB", {
    dateStyle: "full",
    timeStyle: "short",
    hourCycle: "h23",
    timeZone: "America/Guayaquil",
  }).format(new Date(at));
  return words.opening(url, time, at === START_AT);
}

/** What a scenario tells and wants. */
async function hear(
  message: FromWitness,
  { keeper, witness, words, greet }: Pick<Running, "witness" | "words"> & { keeper: BotKeeper; greet: string },
): Promise<void> {
  if ("opened" in message) say(greet);
  if ("step" in message) {
    say(words.step(message));
    if (message.step === message.of) say(words.over);
  }
  if (!("bot" in message)) return;
  if (message.bot === "on") keeper.on();
  else await keeper.off(message.bot === "off" ? "SIGTERM" : "SIGKILL");
  if (witness.connected) witness.send({ done: message.id });
}

/** Enter in the terminal is the page's "next step". What cannot be played now is not asked for again. */
function onEnter(url: string): { close: () => void } | undefined {
  if (!process.stdin.isTTY) return undefined;
  const lines = createInterface({ input: process.stdin });
  lines.on("line", () => {
    const next = { method: "POST", headers: { "content-type": "application/json" }, body: '{"action":"next"}' };
    fetch(`${url}/rehearsal/scenario`, next).catch(() => undefined);
  });
  return lines;
}

function child(
  file: string,
  args: readonly string[],
  environment: Record<string, string>,
  apart = false,
): ChildProcess {
  const stdio = ["ignore", apart ? "ignore" : "inherit", "inherit", "ipc"] as const;
  return fork(fileURLToPath(new URL(file, import.meta.url)), args, {
    env: { ...process.env, ...environment },
    execArgv: [],
    detached: apart,
    stdio: [...stdio],
  });
}

/** The first thing the witness says. */
async function whenReady(witness: ChildProcess, gone: Promise<undefined>, words: LaunchWords): Promise<Ready> {
  const heard = await Promise.race([once(witness, "message"), gone]);
  const message = heard === undefined ? undefined : FromWitness.parse(heard[0]);
  if (message !== undefined && "ready" in message) return message;
  if (message === undefined || !("failed" in message)) throw new Error(words.notStarted);
  throw new Error(message.port === undefined ? message.failed : words.taken(message.port));
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
