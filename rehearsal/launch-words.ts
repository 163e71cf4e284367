// What the launcher says in the terminal, in both languages. Must never hold a word of the bot's: those come in messages.
import type { Verdict } from "./scenarios/player.ts";

type Told = Pick<Verdict, "step" | "says" | "missing"> & { of: number };

const en = {
  language: "en" as const,
  starting: "  Vigía is starting…",
  opening: (url: string, time: string, first: boolean) =>
    `
  Rehearsal: nothing here reaches Discord.

  1. Open ${url}
${first ? "  2. Press the button with 23:00 beside the clock (on a phone: under the clock's sign). The curfew begins, and the alert appears in #alertas.\n  3. Type /curfew below and press Enter twice: Vigía answers. You are Ana, who reads Spanish; as Luis it is English.\n" : ""}
  It is ${time} in Ecuador. End with Ctrl-C.
`,
  scenario: (url: string, title: string, steps: number, all: boolean) =>
    `
  Rehearsal: nothing here reaches Discord.
  ${title} (${steps} steps)

  Open ${url}${all ? "" : ' and press "Next step", or Enter here'}. End with Ctrl-C.
`,
  step: ({ step, of, says, missing }: Told) =>
    [
      `  ${step}/${of} ${missing.length === 0 ? "seen" : "NOT SEEN"}: ${says.en}`,
      ...missing.map((one) => `      ${one.en}`),
    ].join("\n"),
  over: "  All steps are done. The page stays open; end with Ctrl-C.",
  list: "Scenarios: npm run rehearsal -- --scenario NAME",
  again: (pid: number | undefined) =>
    `  Vigía was killed and is started again (process ${pid ?? "?"}), its store kept.`,
  taken: (port: number) =>
    `Port ${port} is in use. Another rehearsal may be running: end it, or take another port with --port ${port === 65_535 ? 4800 : port + 1}.`,
  notStarted: "The rehearsal could not start; its reason stands above.",
  badPort: (port: string) => `--port ${port} is no port: give a number up to 65535, or 0 for any that is free.`,
  badTime: (time: string) => `--at ${time} is no time with its offset, such as 2026-03-15T22:55:00-05:00.`,
  playWhat: "--play plays a scenario: name one with --scenario NAME.",
  ownTime: "A scenario has its own time and its own new store: leave out --at and --keep.",
  noScenario: (name: string) => `There is no scenario "${name}". There are:`,
  badArguments: (typed: string) =>
    `"${typed}" cannot be read. Options: --port NUMBER, --keep, --at TIME, --scenario NAME, --play.`,
  homeGuilds:
    "HOME_GUILD_IDS is set but DISCORD_TOKEN is not: this looks like a real set-up without its token. Leave HOME_GUILD_IDS out to rehearse.",
  realStore:
    "STORE_URL names a PostgreSQL store but DISCORD_TOKEN is not set: a rehearsal never writes into a real store. Leave STORE_URL out to rehearse.",
};

export type LaunchWords = Omit<typeof en, "language"> & { language: "en" | "es" };

const es: LaunchWords = {
  language: "es",
  starting: "  Vigía se está iniciando…",
  opening: (url, time, first) =>
    `
  Ensayo: nada de esto llega a Discord.

  1. Abre ${url}
${first ? "  2. Pulsa el botón con 23:00 junto al reloj (en un teléfono: bajo el signo del reloj). Empieza el toque de queda y el aviso aparece en #alertas.\n  3. Escribe /toque-de-queda abajo y pulsa Enter dos veces: Vigía te responde.\n" : ""}
  En Ecuador: ${time}. Se termina con Ctrl-C.
`,
  scenario: (url, title, steps, all) =>
    `
  Ensayo: nada de esto llega a Discord.
  ${title} (${steps} pasos)

  Abre ${url}${all ? "" : " y pulsa «Siguiente paso», o Enter aquí"}. Se termina con Ctrl-C.
`,
  step: ({ step, of, says, missing }) =>
    [
      `  ${step}/${of} ${missing.length === 0 ? "visto" : "NO VISTO"}: ${says.es}`,
      ...missing.map((one) => `      ${one.es}`),
    ].join("\n"),
  over: "  Todos los pasos están hechos. La página sigue abierta; se termina con Ctrl-C.",
  list: "Escenarios: npm run rehearsal -- --scenario NOMBRE",
  again: (pid) => `  Vigía se cayó y se inicia de nuevo (proceso ${pid ?? "?"}), con su registro intacto.`,
  taken: (port) =>
    `El puerto ${port} está en uso. Quizá hay otro ensayo abierto: ciérralo, o elige otro puerto con --port ${port === 65_535 ? 4800 : port + 1}.`,
  notStarted: "El ensayo no pudo empezar; el motivo está arriba.",
  badPort: (port) => `--port ${port} no es un puerto: indica un número hasta 65535, o 0 para uno libre.`,
  badTime: (time) => `--at ${time} no es una hora con su desfase, como 2026-03-15T22:55:00-05:00.`,
  playWhat: "--play reproduce un escenario: nómbralo con --scenario NOMBRE.",
  ownTime: "Un escenario tiene su propia hora y su propio registro nuevo: quita --at y --keep.",
  noScenario: (name) => `No hay un escenario «${name}». Hay estos:`,
  badArguments: (typed) =>
    `«${typed}» no se entiende. Opciones: --port NÚMERO, --keep, --at HORA, --scenario NOMBRE, --play.`,
  homeGuilds:
    "HOME_GUILD_IDS está puesto y DISCORD_TOKEN no: parece una instalación real sin su token. Quita HOME_GUILD_IDS para ensayar.",
  realStore:
    "STORE_URL nombra un registro en PostgreSQL y DISCORD_TOKEN no está puesto: un ensayo nunca escribe en un registro real. Quita STORE_URL para ensayar.",
};

/** By the terminal's own setting, in the order in which programs read it. */
export function launchWords(env: Readonly<Record<string, string | undefined>>): LaunchWords {
  const set = [env["LC_ALL"], env["LC_MESSAGES"], env["LANG"]].find((one) => one !== undefined && one !== "");
  return set?.startsWith("es") === true ? es : en;
}
