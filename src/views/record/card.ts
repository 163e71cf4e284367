// What a member of the team sees before anything is recorded: what readers will get, and what confirming does. Sends nothing.
import type { Language } from "../../domain/text.ts";
import { texts } from "../../text/index.ts";
import { fieldOf, split } from "../fit.ts";
import type { Button, Message } from "../message.ts";
import { rowsOf } from "./said.ts";

interface Shown {
  preview: Message;
  warnings: readonly string[];
  lines: readonly string[];
}

interface Around {
  buttons: readonly Button[];
  /** Above them, in a row of their own: what the warnings speak of. */
  turns?: readonly Button[];
  language: Language;
  /** Why it is shown again: too old, what it rests on is another now, somebody recorded in between. */
  again?: "old" | "changed" | "stale";
}

/** Discord's longest content. */
const CONTENT = 2000;

/** Several messages where one would pass a limit of Discord; the buttons stand below the last. */
export function cardView(
  { preview, warnings, lines }: Shown,
  { buttons, turns = [], language, again }: Around,
): readonly Message[] {
  const t = texts(language).record;
  // First of all: whoever confirms at 3 a.m. reads one line.
  const first = [...(again === undefined ? [] : [t.again[again]]), ...warnings].map((line) => `⚠️ ${line}`);
  const whole = [...first, t.card, preview.content].join("\n");
  const fits = whole.length <= CONTENT;
  return split({
    content: fits ? whole : [...first, t.card].join("\n"),
    embed: {
      ...(preview.embed ?? { tone: "info" }),
      fields: [
        ...(fits ? [] : fieldOf(t.cardNotice, preview.content.split("\n"))),
        ...(preview.embed?.fields ?? []),
        ...fieldOf(
          t.ifConfirmed,
          lines.map((line) => `• ${line}`),
        ),
      ],
    },
    rows: [...rowsOf(turns), ...rowsOf(buttons)],
  });
}
