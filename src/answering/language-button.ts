// The button that leads to an answer in the other language, and has that language remembered. Never on what is shared: there it would change what all read.
import type { Language } from "../domain/text.ts";
import { texts } from "../text/index.ts";
import type { Action, Button } from "../views/message.ts";

export const OTHER = { en: "es", es: "en" } as const satisfies Record<Language, Language>;

/** It carries the language that it leads to, the way back where there is one (how many arguments, name, arguments), and the question. */
export function languageButton(
  command: string,
  question: readonly string[],
  language: Language,
  back: Action | undefined,
): Button {
  const way = back === undefined ? ["0"] : [String(back.args.length + 1), back.name, ...back.args];
  return {
    label: texts(language).share.otherLanguage,
    press: { action: { name: `${command}.language`, args: [OTHER[language], ...way, ...question] } },
  };
}
