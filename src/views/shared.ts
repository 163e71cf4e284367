// An answer as a channel gets it when somebody shares it: the same words, whose doing it was and as of when, the mark to find it by.
// It must never put a name before the state: the first line is what a lock screen shows.
import type { Language } from "../domain/text.ts";
import { texts } from "../text/index.ts";
import { escape } from "./escape.ts";
import type { Action, Button, Message } from "./message.ts";

export interface SharedView {
  language: Language;
  /** Undefined once it was erased. */
  name: string | undefined;
  /** `Mon 16 Mar 10:05 (Ecuador time)`. */
  asOf: string;
  /** `7K3Q-9M2D`. */
  mark: string;
  /** What everybody in the channel may do with it. */
  copy: Action;
  /** Answered to whoever presses, in their own language: what all read stays as it is. */
  ways: readonly Button[];
}

/** Menus and pages stay with who asked: pressed here they would change what all read. */
export function sharedAnswer(messages: readonly Message[], view: SharedView): readonly Message[] {
  const t = texts(view.language).share;
  const signature = t.by(view.name === undefined ? undefined : escape(view.name), view.asOf);
  const buttons = [{ label: t.copy, press: { action: view.copy } }, ...view.ways];
  return messages.map(({ rows: _rows, ...message }, i) => {
    const embed = message.embed ?? { tone: "info" as const };
    const mark = i === 0 ? `#${view.mark}` : `#${view.mark}.${i + 1}`;
    return {
      ...message,
      embed: { ...embed, footer: [embed.footer, mark].filter(Boolean).join(" · ") },
      ...(i === 0 ? { signature } : {}),
      ...(i === messages.length - 1 ? { rows: [{ buttons }] } : {}),
    };
  });
}
