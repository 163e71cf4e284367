// An answer told again in the other language, which is remembered for who pressed the button, and for nobody else.
import { type Answer, type Answering, type Command, type Context, Refusal } from "../command.ts";
import { LANGUAGES } from "../domain/text.ts";
import { texts } from "../text/index.ts";
import { OTHER } from "./language-button.ts";
import { present } from "./present.ts";

type Answers = Command & { answers: Answering };

/** The same answer at once, and from then on every answer. In place, unless one of the two is longer than a message. */
export async function inOtherLanguage(
  command: Answers,
  [wanted = "", count = "", ...rest]: readonly string[],
  context: Context,
): Promise<Answer> {
  const language = LANGUAGES.find((one) => one === wanted);
  const skipped = /^\d{1,2}$/.test(count) ? Number(count) : NaN;
  const question = command.answers.parse(rest.slice(skipped));
  if (language === undefined || Number.isNaN(skipped) || question === undefined)
    throw new Refusal(texts(context.language).common.brokenButton);
  // Chosen is chosen, also where the record no longer holds what the answer was about.
  await context.remember(language);
  const [name, ...args] = rest.slice(0, skipped);
  const long = [OTHER[language], language].some(
    (one) => (command.answers.messages(question, { ...context, language: one })?.length ?? 1) > 1,
  );
  return present(
    command,
    question,
    { ...context, language },
    {
      to: long ? "asker" : "update",
      note: texts(language).share.remembered,
      ...(name === undefined ? {} : { back: { name, args } }),
    },
  );
}
