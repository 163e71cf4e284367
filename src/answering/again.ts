// A question answered again, away from any interaction: for the courier, which posts what somebody shared. It knows no reader.
import type { Answering, Command, Reading } from "../command.ts";
import type { PlaceId } from "../domain/area.ts";
import type { Question } from "../domain/question.ts";
import type { Language } from "../domain/text.ts";
import type { Action, Button, Message } from "../views/message.ts";
import { askedArgs, digestOf } from "./asked.ts";

export interface Again {
  messages: readonly Message[];
  digest: string;
  /** Whose clock tells as of when. */
  place: PlaceId;
  copy: Action;
  /** What else everybody may ask of the same. */
  ways?: readonly Button[];
}

/** Undefined where the question belongs to no command any more, or what it asks about is no longer in the record. */
export type Ask = (question: Question, language: Language, at: Omit<Reading, "language">) => Again | undefined;

export function asker(commands: readonly Command[]): Ask {
  const answering = new Map(
    commands.flatMap(({ name, answers }) => (answers === undefined ? [] : [[name, answers] as const])),
  );
  return (question, language, at) => {
    // `strikes.list` is a question of /strikes.
    const name = question.is.slice(0, question.is.indexOf("."));
    const answers = answering.get(name);
    return answers === undefined ? undefined : again(name, answers, question, { ...at, language });
  };
}

function placeOf(question: Question): PlaceId | undefined {
  if ("places" in question) return question.places[0];
  return "place" in question ? question.place : undefined;
}

function again(name: string, answers: Answering, question: Question, reading: Reading): Again | undefined {
  const messages = answers.messages(question, reading);
  if (messages === undefined) return undefined;
  const { language, now: answeredAt } = reading;
  const digest = digestOf(messages);
  return {
    messages,
    digest,
    place: placeOf(question) ?? reading.defaultArea,
    copy: { name: `${name}.copy`, args: askedArgs({ question, language, answeredAt, digest }, answers) },
    ways: answers.ways?.(question, reading) ?? [],
  };
}
