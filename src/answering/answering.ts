// Makes the Answering of a command from functions over its own questions: what is another command's, or no question at all, never reaches them.
import type { z } from "zod";
import type { Answering, Reading } from "../command.ts";
import type { Question } from "../domain/question.ts";
import type { Language } from "../domain/text.ts";
import type { Button, Message } from "../views/message.ts";

export interface Own<Q extends Question> {
  schema: z.ZodType<Q>;
  args: (question: Q) => readonly string[];
  /** From outside: the schema looks at what comes of it. */
  parse: (args: readonly string[]) => unknown;
  messages: (question: Q, reading: Reading) => readonly Message[] | undefined;
  lines: (question: Q, reading: Reading) => readonly string[] | undefined;
  ways?: (question: Q, reading: Reading) => readonly Button[];
  gone: (language: Language) => string;
}

export function answering<Q extends Question>(own: Own<Q>): Answering {
  const { ways } = own;
  const read = (question: unknown): Q | undefined => own.schema.safeParse(question).data;
  const withOwn = <T>(question: Question, run: (question: Q) => T): T | undefined => {
    const mine = read(question);
    return mine === undefined ? undefined : run(mine);
  };
  return {
    args(question) {
      const args = withOwn(question, own.args);
      if (args === undefined) throw new TypeError(`“${question.is}” is another command's question`);
      return args;
    },
    parse: (args) => read(own.parse(args)),
    messages: (question, reading) => withOwn(question, (mine) => own.messages(mine, reading)),
    lines: (question, reading) => withOwn(question, (mine) => own.lines(mine, reading)),
    ...(ways === undefined
      ? {}
      : { ways: (question, reading) => withOwn(question, (mine) => ways(mine, reading)) ?? [] }),
    gone: own.gone,
  };
}
