// What of an error may stand in the log. Must never hand over the error itself: discord.js hangs request bodies and addresses with tokens on it.
import { randomBytes } from "node:crypto";

export interface Fault {
  error: string;
  message: string;
  code?: string | number;
  status?: number;
}

export function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return { error: typeof error, message: String(error) };
  const code: unknown = Reflect.get(error, "code");
  const status: unknown = Reflect.get(error, "status");
  return {
    error: error.name,
    message: error.message,
    ...(typeof code === "string" || typeof code === "number" ? { code } : {}),
    ...(typeof status === "number" ? { status } : {}),
  };
}

/** With the place it came from, for faults of ours. */
export function faultAt(error: unknown): Fault & { stack?: string } {
  const stack = error instanceof Error ? error.stack : undefined;
  return { ...faultOf(error), ...(stack === undefined ? {} : { stack }) };
}

/** Eight characters that join what a reader saw with the line in the log. */
export function faultId(): string {
  return randomBytes(4).toString("hex");
}
