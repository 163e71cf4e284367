// The program: environment -> config -> app.start(); signals -> app.stop(). Acts when loaded, and is the only file of src/ that does.
import { App, Stopped } from "./app.ts";
import { remoteClock } from "./clock-remote.ts";
import { type Clock, setClock, systemClock } from "./clock.ts";
import { type Environment, readConfig } from "./config.ts";
import { logger } from "./logger.ts";

const NO_TOKEN =
  "DISCORD_TOKEN is not set. Put it into .env (see .env.example), or run `npm start` to rehearse without one.";

const ONLY_REHEARSED = (args: string) =>
  `"${args}" is for a rehearsal only, and DISCORD_TOKEN is set. To rehearse: npm run rehearsal -- ${args}`;

async function main(): Promise<void> {
  const config = readConfig();
  const token = config.DISCORD_TOKEN;
  const given = process.argv.slice(2);
  const args = given.filter((arg) => arg !== "--rehearse" && arg !== "--or-rehearse");
  const asked = given.includes("--rehearse");
  if (asked || (given.includes("--or-rehearse") && token === undefined)) {
    const { launch } = await import("../rehearsal/launch.ts");
    const forWantOfToken = !asked;
    return launch({ args, forWantOfToken, homeGuilds: config.HOME_GUILD_IDS, storeUrl: config.STORE_URL });
  }
  if (token === undefined) throw new Error(NO_TOKEN);
  if (args.length > 0) throw new Error(ONLY_REHEARSED(args.join(" ")));
  await run({ ...config, DISCORD_TOKEN: token });
}

/** Whoever reads our output may go (`| head`); that must not stop an alert. */
process.stdout.on("error", () => undefined);

async function run(config: Environment & { DISCORD_TOKEN: string }): Promise<void> {
  const log = logger(config.LOG_LEVEL, [config.DISCORD_TOKEN]);
  let stopping: Promise<void> | undefined;
  const stop = (code: number) => {
    process.exitCode = code;
    stopping ??= app.stop().catch((error: unknown) => fail(error));
  };
  const clock = await clockOf(config.CLOCK, (why) => {
    log.error({ why }, "The rehearsal has ended");
    stop(1);
  });
  const app = new App({
    config,
    clock,
    log,
    broken: (error) => {
      log.error(reasonOf(error), "Vigía cannot go on and stops; nothing is lost: start it again");
      stop(1);
    },
  });
  process.once("SIGINT", () => stop(0));
  process.once("SIGTERM", () => stop(0));
  await app.start().catch((error: unknown) => {
    if (!(error instanceof Stopped)) throw error;
  });
}

function clockOf(setting: Environment["CLOCK"], lost: (why: string) => void): Clock | Promise<Clock> {
  if (setting === undefined) return systemClock();
  return setting.is === "set"
    ? setClock(setting.startAt, setting.rate)
    : remoteClock(setting.address, systemClock(), lost);
}

/** What a fault was, without what it carried: errors of requests hold their bodies. */
function reasonOf(error: unknown): { why: string; where?: string | undefined } {
  return error instanceof Error
    ? { why: `${error.name}: ${error.message}`, where: error.stack?.split("\n")[1]?.trim() }
    : { why: String(error) };
}

/** One sentence, exit 1. Faults that we did not foresee show where they came from. */
function fail(error: unknown): void {
  const known = error instanceof Error && error.constructor !== TypeError && error.constructor !== ReferenceError;
  process.stderr.write(`${known ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
}

await main().catch(fail);
