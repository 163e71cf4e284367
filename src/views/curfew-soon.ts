// The notice that a curfew is about to begin, or to end. It must never say "over" for an end into the unknown.
import type { AlertOf } from "../domain/alert.ts";
import type { AlertScene } from "./curfew-alert.ts";
import type { Message } from "./message.ts";

export function soonAlert(alert: AlertOf<"curfew.soon" | "curfew.ending">, _input: AlertScene): Message {
  throw new Error(`No words yet for ${alert.kind}`);
}
