// An older message, put right: what is so now, and below it what it said, struck through. It must never call the roles again that it called.
import type { Language } from "../../domain/text.ts";
import { texts } from "../../text/index.ts";
import { fieldOf } from "../fit.ts";
import type { Embed, Message } from "../message.ts";

export const struck = (text: string) => `~~${text}~~`;

/** Discord takes 2,000. */
const MOST = 1900;

/** `text`: as it was posted. `since`: what became of it, a line a step. Long lines: rather whole in the embed than cut. */
export function putRight(
  head: string,
  embed: Embed,
  text: string | undefined,
  language: Language,
  since: readonly string[] = [],
): Message {
  const before = plain(text);
  const below = [...(before === "" ? [] : [struck(before)]), ...since].map((line) => `\n${line}`).join("");
  const fits = head.length + below.length <= MOST;
  const field = fits || before === "" ? [] : fieldOf(texts(language).change.field.asTold, [before]);
  return { content: fits ? head + below : head, embed: { ...embed, fields: [...field, ...(embed.fields ?? [])] } };
}

/** Without the roles: struck through they would look as if they were called. */
export function plain(text = ""): string {
  return text
    .replaceAll(/<@&\d+>/g, "")
    .replaceAll("~~", "")
    .trim();
}
