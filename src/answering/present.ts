// An answer as who asked gets it: below it the ways on, Share, Copy and the other language, and the way back where it came from a list.
// Decides no word of the answer.
import { answer, type Answer, type Command, type Context, Refusal } from "../command.ts";
import type { Question } from "../domain/question.ts";
import { texts } from "../text/index.ts";
import type { Action, Button, Message, Row } from "../views/message.ts";
import { askedArgs, digestOf } from "./asked.ts";
import { languageButton } from "./language-button.ts";

type Answers = Pick<Command, "name" | "answers">;

export interface Presented {
  /** The list that it was opened from. */
  back?: Action;
  to?: Answer["to"];
  /** Said above the details, and no part of what is shared: "the list has changed". */
  note?: string;
}

/** Throws a Refusal for what is no longer in the record. */
export function present(command: Answers, question: Question, context: Context, how: Presented = {}): Answer {
  const { answers } = command;
  const messages = answers?.messages(question, context);
  if (answers === undefined || messages === undefined) throw new Refusal(goneWords(command, context));
  const { language, now: answeredAt } = context;
  const args = askedArgs({ question, language, answeredAt, digest: digestOf(messages) }, answers);
  const ways = answers.ways?.(question, context) ?? [];
  const last = [
    ...actions(command.name, args, context, how.back),
    languageButton(command.name, answers.args(question), context.language, how.back),
  ];
  return answer(withRows(noted(messages, how.note), [ways, last]), how.to);
}

export function goneWords({ answers }: Answers, { language }: Pick<Context, "language">): string {
  return answers?.gone(language) ?? texts(language).common.brokenButton;
}

function actions(name: string, args: readonly string[], context: Context, back: Action | undefined): Button[] {
  const t = texts(context.language).share;
  return [
    ...(back === undefined ? [] : [{ label: t.back, press: { action: back } }]),
    // In a direct message there is nobody to share it with.
    ...(context.guildId === undefined ? [] : [{ label: t.share, press: { action: { name: `${name}.share`, args } } }]),
    { label: t.copy, press: { action: { name: `${name}.copy`, args } } },
  ];
}

/** Below the last part: whoever has read to the end may pass it on. Share and Copy stand lowest, where the thumb is. */
function withRows(messages: readonly Message[], rows: readonly (readonly Button[])[]): readonly Message[] {
  const last = messages.length - 1;
  const added = rows.filter((buttons) => buttons.length > 0).map((buttons): Row => ({ buttons }));
  return messages.map((message, i) => (i < last ? message : { ...message, rows: [...(message.rows ?? []), ...added] }));
}

function noted(messages: readonly Message[], note: string | undefined): readonly Message[] {
  const [first, ...rest] = messages;
  if (note === undefined || first === undefined) return messages;
  return [{ ...first, embed: { tone: "info", ...first.embed, description: note } }, ...rest];
}
