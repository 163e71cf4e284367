// How a decree is called in a sentence.
import type { Curfew } from "../../domain/curfew.ts";
import { say } from "../../text/index.ts";
import type { Scene } from "./words.ts";
import { escape } from "../escape.ts";

/** `Decreto Ejecutivo 329`; its title where it has no number. */
export function decreeTitle(curfew: Curfew, { language }: Pick<Scene, "language">): string {
  return escape(curfew.decree ?? say(curfew.title, language));
}
