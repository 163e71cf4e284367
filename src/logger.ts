// The program's log: pino to stdout, one JSON line each. Must never show a token, whoever logs what: every finished line is masked.
// No transport in a worker: lines written just before a crash would be lost with it.
import { pino } from "pino";

export interface Logger {
  info(fields: object, text: string): void;
  warn(fields: object, text: string): void;
  error(fields: object, text: string): void;
}

export type LogLevel = "debug" | "info" | "warn" | "error" | "silent";

/** Where finished lines go; each ends in a line feed. */
export interface Sink {
  write(line: string): void;
}

/** Fields that are named after what they hold. */
const SECRET_FIELDS = ["token", "authorization", "Authorization", "password"];
/** What a Discord token looks like: id, time and signature in base64, joined by dots. */
const TOKEN_SHAPE = /[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}/g;
/** Interaction and webhook tokens let anyone answer in the bot's name for 15 minutes. */
const TOKEN_IN_PATH = /(\/(?:interactions|webhooks)\/\d{17,20}\/)[^/\s"\\?]+/g;

/** @param secrets texts that must not appear anywhere, whatever field they hide in (the token itself). */
export function logger(level: LogLevel, secrets: readonly string[] = [], to: Sink = process.stdout): Logger {
  const hidden = secrets.filter((secret) => secret !== "").map((secret) => JSON.stringify(secret).slice(1, -1));
  const masked: Sink = {
    write: (line) => {
      let shown = line.replaceAll(TOKEN_SHAPE, "[token]").replaceAll(TOKEN_IN_PATH, "$1[token]");
      for (const secret of hidden) shown = shown.replaceAll(secret, "[secret]");
      to.write(shown);
    },
  };
  const redact = { paths: SECRET_FIELDS.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]), censor: "[secret]" };
  return pino({ level, redact, base: null, timestamp: pino.stdTimeFunctions.isoTime }, masked);
}
