// `npm start` without a token: starts the stand-in for Discord and then the bot itself, each a process of its own, so that killing the bot does not
// kill the witness. Starts the bot again when it was killed; ends both with Ctrl-C. Knows nothing of the bot but its environment.
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const START_AT = "2026-03-15T22:55:00-05:00";
/** A bot that is killed more often than this is not being tried out any more. */
const RESTARTS = 200;

const Ready = z.object({ ready: z.literal(true), url: z.url(), token: z.string(), guildId: z.string() });
type Ready = z.infer<typeof Ready>;

export interface Launch {
  /** Keep the store of this rehearsal in the working folder, and go on with it next time. */
  keep: boolean;
  homeGuilds: readonly string[];
  storeUrl: string;
}

/** Resolves when both have ended. Throws a sentence when the environment is meant for the real Discord, or the port is taken. */
export async function launch({ keep, homeGuilds, storeUrl }: Launch): Promise<void> {
  if (homeGuilds.length > 0)
    throw new Error(
      "HOME_GUILD_IDS is set but DISCORD_TOKEN is not: this looks like a real set-up without its token. Leave HOME_GUILD_IDS out to rehearse.",
    );
  if (storeUrl.startsWith("postgres"))
    throw new Error(
      "STORE_URL names a PostgreSQL store but DISCORD_TOKEN is not set: a rehearsal never writes into a real store. Leave STORE_URL out to rehearse.",
    );
  const folder = keep ? process.cwd() : await mkdtemp(join(tmpdir(), "vigia-rehearsal-"));
  // A process group of its own and no stdout: Ctrl-C must reach the bot first, and its ready line is for us alone.
  const witness = child("main.js", ["--at", START_AT], {}, true);
  const state: { bot?: ChildProcess; ending: boolean } = { ending: false };
  const end = () => {
    state.ending = true;
    state.bot?.kill("SIGTERM");
  };
  process.on("SIGINT", end);
  process.on("SIGTERM", end);
  try {
    const ready = await whenReady(witness);
    const environment = {
      DISCORD_TOKEN: ready.token,
      DISCORD_API_URL: `${ready.url}/api`,
      CLOCK: `${ready.url}/clock`,
      HOME_GUILD_IDS: ready.guildId,
      STORE_URL: `sqlite:${join(folder, "vigia-rehearsal.sqlite")}`,
      LOG_LEVEL: process.env["LOG_LEVEL"] ?? "warn",
    };
    process.stdout.write(
      `\n  Rehearsal: nothing here reaches Discord.\n  Open ${ready.url}\n  It is 22:55 on 15 March 2026 in Ecuador; a curfew begins at 23:00. End with Ctrl-C.\n\n`,
    );
    for (let starts = 0; starts <= RESTARTS && !state.ending; starts += 1) {
      const bot = child("../src/main.js", [], environment);
      if (starts > 0)
        process.stdout.write(`  Vigía was killed and is started again (process ${bot.pid ?? "?"}), its store kept.\n`);
      state.bot = bot;
      await once(bot, "exit");
      if (bot.signalCode === null && bot.exitCode !== 0) process.exitCode = bot.exitCode ?? 1;
      if (bot.signalCode === null) break;
    }
  } finally {
    process.off("SIGINT", end);
    process.off("SIGTERM", end);
    if (witness.exitCode === null) {
      witness.kill("SIGTERM");
      await once(witness, "exit");
    }
    if (!keep) await rm(folder, { recursive: true, force: true });
  }
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

/** The first thing the witness says; it ends with its own sentence when the port is taken. */
async function whenReady(witness: ChildProcess): Promise<Ready> {
  const heard = await Promise.race([once(witness, "message"), once(witness, "exit").then(() => undefined)]);
  if (heard === undefined) throw new Error("The rehearsal could not start; its reason stands above.");
  return Ready.parse(heard[0]);
}
