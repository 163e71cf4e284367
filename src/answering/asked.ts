// What the Share and Copy buttons of an answer carry: the question, when and in which language it was answered, and a digest of the words.
// Must never carry the words themselves, nor anything that only this process knows: buttons outlive restarts.
import type { Answering } from "../command.ts";
import { hash } from "../domain/id.ts";
import type { Question } from "../domain/question.ts";
import type { Language } from "../domain/text.ts";
import type { Millis } from "../domain/time.ts";
import type { Message } from "../views/message.ts";

export interface Asked {
  question: Question;
  language: Language;
  /** World time. */
  answeredAt: Millis;
  digest: string;
}

const LETTERS = { e: "en", s: "es" } as const;
/** `emmsd0q2o`: language and instant; world time in base 36 keeps eight characters until 2059. */
const STAMP = /^([es])([0-9a-z]{1,9})$/;
const DIGEST = /^[0-9a-f]{8}$/;

/** Over everything a reader sees but buttons: the same words give the same digest. */
export function digestOf(messages: readonly Message[]): string {
  return hash(JSON.stringify(messages.map(({ content, embed }) => [content, embed]))).slice(0, 8);
}

export function askedArgs({ question, language, answeredAt, digest }: Asked, answering: Answering): readonly string[] {
  const letter = language === "es" ? "s" : "e";
  return [`${letter}${answeredAt.toString(36)}`, digest, ...answering.args(question)];
}

/** Undefined for what no button of ours can have carried. */
export function parseAsked(args: readonly string[], answering: Answering): Asked | undefined {
  const [stamp = "", digest = "", ...rest] = args;
  const [, letter, instant = ""] = STAMP.exec(stamp) ?? [];
  const question = answering.parse(rest);
  if ((letter !== "e" && letter !== "s") || !DIGEST.test(digest) || question === undefined) return undefined;
  return { question, language: LETTERS[letter], answeredAt: Number.parseInt(instant, 36), digest };
}
