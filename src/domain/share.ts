// What it takes to show an answer to a whole channel, and what became of it. Shapes only: who may is asked elsewhere.
import type { Question } from "./question.ts";
import type { Language } from "./text.ts";
import type { Millis } from "./time.ts";

export interface ShareWanted {
  question: Question;
  /** The language the sharer read it in. */
  language: Language;
  /** World time at which it was given to them; with the message it makes two presses one. */
  answeredAt: Millis;
  messageId: string;
  /** Of the words they read. */
  digest: string;
  guildId: string;
  channelId: string;
  sharer: { id: string; name: string };
}

/** `waiting`: Discord does not take it yet, or is slow; it is posted as soon as it does, or not at all once it is too old. */
export type Shared = { is: "posted" | "already" | "waiting" } | { is: "no"; why: string };
