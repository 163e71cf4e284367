// What a member of the team sees before anything is recorded: what readers will get, and what confirming does. Sends nothing.
import type { Language } from "../../domain/text.ts";
import { texts } from "../../text/index.ts";
import { fieldOf } from "../fit.ts";
import type { Button, Message } from "../message.ts";

interface Shown {
  preview: Message;
  warnings: readonly string[];
  lines: readonly string[];
}

interface Around {
  buttons: readonly Button[];
  language: Language;
  /** Why it is shown again: too old, what it rests on is another now, somebody recorded in between. */
  again?: "old" | "changed" | "stale";
}

export function cardView({ preview, warnings, lines }: Shown, { buttons, language, again }: Around): Message {
  const t = texts(language).record;
  // First of all: whoever confirms at 3 a.m. reads one line.
  const first = [...(again === undefined ? [] : [t.again[again]]), ...warnings].map((line) => `⚠️ ${line}`);
  return {
    content: [...first, t.card, preview.content].join("\n"),
    embed: {
      ...(preview.embed ?? { tone: "info" }),
      fields: [
        ...(preview.embed?.fields ?? []),
        ...fieldOf(
          t.ifConfirmed,
          lines.map((line) => `• ${line}`),
        ),
      ],
    },
    rows: [{ buttons }],
  };
}
