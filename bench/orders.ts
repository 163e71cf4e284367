// What the bench orders of its stand-in and what it gets back, over the line between the two processes. Shapes and the line; measures nothing.
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { z } from "zod";
import { Question } from "./cases.ts";
import { Answered } from "./known-answers.ts";

const paced = { questions: z.array(Question), every: z.int() };
const Paced = z.array(z.strictObject({ took: z.array(z.number()), late: z.int() }));
/** When each message that was taken had come, by the machine; how many requests were refused by 429; what was posted last. */
const Posts = z.strictObject({
  posted: z.array(z.number()),
  global: z.int(),
  other: z.int(),
  body: z.record(z.string(), z.unknown()),
});

const Pair = z.tuple([z.string(), z.string()]);
export const Order = z.discriminatedUnion("do", [
  /** A rehearsal of its own for one bot. */
  z.strictObject({ do: z.literal("open"), scene: z.string(), at: z.string().optional() }),
  z.strictObject({ do: z.literal("close"), scene: z.string() }),
  /** Waits until a bot is connected, and until it has registered commands. */
  z.strictObject({ do: z.literal("online"), scene: z.string() }),
  z.strictObject({ do: z.literal("commands"), scene: z.string() }),
  /** `more`: messages that follow the first answer; absent: as many as come. */
  z.strictObject({ do: z.literal("answer"), scene: z.string(), question: Question, more: z.int().optional() }),
  /** One at a time, the two scenes by turns. */
  z.strictObject({
    do: z.literal("turns"),
    scenes: Pair,
    question: Question,
    warm: z.int(),
    times: z.int(),
    more: z.int(),
  }),
  z.strictObject({
    do: z.literal("flood"),
    scene: z.string(),
    question: Question,
    count: z.int(),
    inFlight: z.int(),
    more: z.int(),
  }),
  z.strictObject({ do: z.literal("record"), scene: z.string(), times: z.int(), question: Question }),
  /** Guilds of their own with so many channels together. */
  z.strictObject({ do: z.literal("guilds"), scene: z.string(), channels: z.int() }),
  /** The questions by turns, one every so many ms. */
  z.strictObject({ do: z.literal("paced"), scene: z.string(), ...paced, times: z.int() }),
  /** Plays the next minute and asks until so many messages were taken. */
  z.strictObject({ do: z.literal("edge"), scene: z.string(), ...paced, posts: z.int() }),
  /** Waits until so many messages were taken. */
  z.strictObject({ do: z.literal("posts"), scene: z.string(), posts: z.int() }),
]);
export type Order = z.infer<typeof Order>;

/** Milliseconds throughout. `late`: questions that nobody answered within Discord's three seconds; they are in no figure. */
export const RESULTS = {
  open: z.strictObject({ url: z.string(), token: z.string(), guildId: z.string() }),
  close: z.null(),
  online: z.null(),
  commands: z.array(z.tuple([z.string(), z.unknown()])),
  answer: Answered,
  turns: z.strictObject({ mine: z.array(z.number()), other: z.array(z.number()), late: z.int() }),
  flood: z.strictObject({ perSecond: z.number(), late: z.int() }),
  record: z.strictObject({ confirmed: z.array(z.number()), shown: z.array(z.number()) }),
  guilds: z.strictObject({
    owner: z.string(),
    guilds: z.array(z.strictObject({ guildId: z.string(), channels: z.array(z.string()) })),
  }),
  paced: Paced,
  edge: z.strictObject({ asked: Paced, at: z.number(), planned: z.number(), posts: Posts }),
  posts: Posts,
} as const;

const Answer = z.union([z.strictObject({ result: z.unknown() }), z.strictObject({ fault: z.string() })]);
type Result<O extends Order> = z.infer<(typeof RESULTS)[O["do"]]>;

/** One order at a time. Throws what the stand-in says, and when it has ended. */
export async function order<O extends Order>(to: ChildProcess, what: O): Promise<Result<O>> {
  const ended = new AbortController();
  const gone = once(to, "exit", { signal: ended.signal }).then(() => ({ fault: "The stand-in has ended." }));
  gone.catch(() => undefined);
  const said = once(to, "message", { signal: ended.signal }).then(([message]) => Answer.parse(message));
  to.send(what);
  const answer = await Promise.race([said, gone]).finally(() => ended.abort());
  said.catch(() => undefined);
  if ("fault" in answer) throw new Error(`${what.do}: ${answer.fault}`);
  const schema: z.ZodType = RESULTS[what.do];
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the schema of this very order has read the result
  return schema.parse(answer.result) as Result<O>;
}
