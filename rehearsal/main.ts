// The rehearsal as a process of its own: a Discord on loopback, its page and its clock. Ends when its parent goes, or on SIGTERM and SIGINT.
// Must never outlive the parent that started it over IPC.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { PortTaken } from "./http-server.ts";
import type { OpeningDeed } from "./opening.ts";
import { type Launcher, openScenario } from "./play-scenario.ts";
import { startRehearsal, type Rehearsal } from "./rehearsal.ts";
import { SCENARIOS } from "./scenarios/index.ts";
import type { FromWitness } from "./wire.ts";
import { ALERTAS_ID, ANA_ID, REVISION_ID } from "./world/seed.ts";

const DEFAULT_PORT = 4800;
const DEFAULT_AT = "2026-03-15T22:58:00-05:00";
const SUBSCRIBE: OpeningDeed = {
  readerId: ANA_ID,
  channelId: ALERTAS_ID,
  name: "alerts",
  subcommand: "subscribe",
  options: { channel: ALERTAS_ID, preset: "plain" },
  presses: "Guardar",
};

/** The built page lies beside this program in dist/, or below it when the sources run. */
function builtPage(): string | undefined {
  const here = dirname(fileURLToPath(import.meta.url));
  return [join(here, "..", "page"), join(here, "..", "dist", "page")].find((dir) =>
    existsSync(join(dir, "index.html")),
  );
}

async function start(): Promise<Rehearsal> {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: String(DEFAULT_PORT) },
      at: { type: "string", default: DEFAULT_AT },
      opening: { type: "string", default: "subscribe" },
      // A scenario needs the launcher: it alone can switch the bot.
      scenario: { type: "string" },
      data: { type: "string" },
      play: { type: "boolean", default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`"${values.port}" is not a port.`);
  if (values.opening !== "subscribe" && values.opening !== "none")
    throw new Error(`"${values.opening}" is no opening: give subscribe or none.`);
  const pageDir = builtPage();
  const rehearsal = await startRehearsal({
    port,
    startAt: values.at,
    ...(pageDir === undefined ? {} : { pageDir }),
    ...(values.opening === "subscribe" ? { opening: [SUBSCRIBE] } : {}),
    onOpening: (outcome) => {
      if (outcome.kind === "failed") console.error(`The opening (/alerts subscribe) failed: ${outcome.why}`);
      tell({ opened: true });
    },
  });
  const scenario = SCENARIOS.find(({ name }) => name === values.scenario);
  if (scenario && values.data !== undefined)
    openScenario(rehearsal, scenario, { dataDir: values.data, launcher, playAll: values.play });
  return rehearsal;
}

function tell(message: FromWitness): void {
  process.send?.(message);
}
const launcher: Launcher = { tell, onMessage: (listener) => void process.on("message", listener) };

try {
  const rehearsal = await start();
  const end = () => void rehearsal.close().then(() => process.exit(0));
  process.once("SIGTERM", end);
  process.once("SIGINT", end);
  process.once("disconnect", end);
  const { url, token, guildId, applicationId } = rehearsal;
  console.log(JSON.stringify({ ready: true, url, token, guildId, applicationId }));
  tell({ ready: true, url, token, guildId, reviewChannelId: REVISION_ID });
} catch (fault) {
  const failed = fault instanceof Error ? fault.message : String(fault);
  if (process.connected) tell({ failed, ...(fault instanceof PortTaken ? { port: fault.port } : {}) });
  else console.error(failed);
  process.exitCode = 1;
  process.disconnect?.();
}
