// What a decree, or a change of one, makes of the nights ahead. It must say what holds tonight.
import type { AlertOf } from "../domain/alert.ts";
import type { AlertScene } from "./curfew-alert.ts";
import type { Message } from "./message.ts";

export function changeAlert(
  alert: AlertOf<"curfew.declared" | "curfew.changed" | "curfew.lifted" | "curfew.annulled" | "curfew.withdrawn">,
  _input: AlertScene,
): Message {
  throw new Error(`No words yet for ${alert.kind}`);
}
