// The notice that a place was split, renamed or merged, and that the channel goes on hearing of it.
import type { AlertOf } from "../domain/alert.ts";
import type { AlertScene } from "./curfew-alert.ts";
import type { Message } from "./message.ts";

export function placeAlert(alert: AlertOf<"place.changed">, _input: AlertScene): Message {
  throw new Error(`No words yet for ${alert.kind}`);
}
