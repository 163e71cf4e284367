// The question to the review channel: is there anything new? Its buttons record, and only for who may.
import type { AlertOf } from "../domain/alert.ts";
import type { AlertScene } from "./curfew-alert.ts";
import type { Message } from "./message.ts";

export function checkDue(alert: AlertOf<"check.due">, _input: AlertScene): Message {
  throw new Error(`No words yet for ${alert.kind}`);
}
