// The environment, read once and checked: each fault gets a clear sentence. The only file that reads process.env; it never prints a secret.
import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { AreaId } from "./domain/area.ts";
import { instant } from "./domain/time.ts";
import { LANGUAGES } from "./domain/text.ts";

/** Something in the environment cannot be used. `faults`: one sentence each, without values that may be secret. */
export class ConfigFault extends Error {
  override name = "ConfigFault";
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(faults.join("\n"));
    this.faults = faults;
  }
}

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])$/;
const isLoopback = (address: string) => URL.canParse(address) && LOOPBACK.test(new URL(address).hostname);
const DISCORD = "https://discord.com/api";

const ids = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter(Boolean))
  .pipe(z.array(z.string().regex(/^\d{17,20}$/, "must be Discord ids (17 to 20 digits), separated by commas")));

/** `2026-03-15T22:58:00-05:00`, the same with `@60`, or the address of a rehearsal's clock. */
const ClockSetting = z.string().transform((text, context) => {
  if (isLoopback(text)) return { is: "remote" as const, address: text };
  const [start = "", rate = "1"] = text.split("@");
  const at = z.iso.datetime({ offset: true }).safeParse(start);
  const speed = z.coerce.number().positive().max(3600).safeParse(rate);
  if (at.success && speed.success) return { is: "set" as const, startAt: instant(at.data), rate: speed.data };
  context.addIssue({
    code: "custom",
    message:
      "must be an instant with its offset such as 2026-03-15T22:58:00-05:00, with @60 for sixty times as fast (up to 3600), or the address of a rehearsal's clock on this machine",
  });
  return z.NEVER;
});

/** What a folder must hold to be a data set; importers/dataset reads exactly these. */
export const DATA_FILES = ["areas.json", "curfews.json", "orgs.json", "strikes.json"] as const;

const isThere = (path: string, kind: "isFile" | "isDirectory") => existsSync(path) && statSync(path)[kind]();

/** A relative one counts from where the program is started. */
const DataDir = z.string().transform((text, context) => {
  const dir = resolve(text);
  const lacking = DATA_FILES.filter((name) => !isThere(join(dir, name), "isFile"));
  if (lacking.length === 0) return dir;
  context.addIssue({
    code: "custom",
    message: isThere(dir, "isDirectory")
      ? `must be a folder with the data files, and ${dir} lacks ${lacking.join(", ")}: copy the data folder that ships and edit the copy`
      : `must be a folder with the data files, and ${dir} is no folder`,
  });
  return z.NEVER;
});

/** Every variable the program reads; .env.example lists the same. */
export const Environment = z.object({
  DISCORD_TOKEN: z.string().regex(/^\S+$/, "must not contain spaces").optional(),
  DISCORD_API_URL: z
    .string()
    .refine(
      (url) => url === DISCORD || isLoopback(url),
      "must be Discord's own address (leave it out) or one on this machine",
    )
    .default(DISCORD),
  HOME_GUILD_IDS: ids.default([]),
  RECORDER_ROLE_IDS: ids.default([]),
  STORE_URL: z
    .string()
    .regex(
      /^(sqlite:.+|memory:|postgres(ql)?:\/\/.+)$/s,
      "must be sqlite:./file.sqlite, memory: (tests and rehearsal only) or postgres://...",
    )
    .default("sqlite:./vigia.sqlite"),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  DEFAULT_AREA: AreaId.default("EC"),
  DEFAULT_LANGUAGE: z.enum(LANGUAGES, "must be en or es").default("en"),
  REVIEW_CHANNEL_ID: z
    .string()
    .regex(/^\d{17,20}$/, "must be one Discord id (17 to 20 digits)")
    .optional(),
  FRESHNESS_HOURS: z
    .string()
    .regex(/^([1-9]|[1-9]\d|1[0-5]\d|16[0-8])$/, "must be a whole number of hours from 1 to 168")
    .default("24")
    .transform(Number),
  DATA_DIR: DataDir.optional(),
  CLOCK: ClockSetting.optional(),
});
export type Environment = z.infer<typeof Environment>;

/** Reads and checks. Empty variables count as absent. Throws ConfigFault with one sentence for each fault. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Environment {
  const given = Object.fromEntries(
    Object.entries(env).flatMap(([key, value]) =>
      value === undefined || value.trim() === "" ? [] : [[key, value.trim()]],
    ),
  );
  const parsed = Environment.safeParse(given);
  if (!parsed.success)
    throw new ConfigFault(
      parsed.error.issues.map((issue) => `${issue.path[0]?.toString() ?? "environment"} ${issue.message}`),
    );
  const faults = together(parsed.data);
  if (faults.length > 0) throw new ConfigFault(faults);
  return parsed.data;
}

/** Rules over several variables. */
function together(config: Environment): string[] {
  const real = !isLoopback(config.DISCORD_API_URL);
  const faults: string[] = [];
  if (real && config.CLOCK !== undefined)
    faults.push("CLOCK is for rehearsals only: it cannot be used with the real Discord. Leave it out.");
  if (real && config.STORE_URL === "memory:" && config.DISCORD_TOKEN !== undefined)
    faults.push("STORE_URL=memory: forgets everything at the end: it cannot be used with a real token.");
  if (config.REVIEW_CHANNEL_ID !== undefined && config.HOME_GUILD_IDS.length === 0)
    faults.push(
      "REVIEW_CHANNEL_ID needs HOME_GUILD_IDS: only in a server of your team may anybody answer what is asked there.",
    );
  return faults;
}
