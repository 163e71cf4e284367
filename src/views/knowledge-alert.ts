// The notice that nobody knows any more what holds, or knows again. It must never sound like an end of a curfew.
import type { AlertOf } from "../domain/alert.ts";
import type { AlertScene } from "./curfew-alert.ts";
import type { Message } from "./message.ts";

export function knowledgeAlert(alert: AlertOf<"knowledge.lapsed" | "knowledge.restored">, _input: AlertScene): Message {
  throw new Error(`No words yet for ${alert.kind}`);
}
