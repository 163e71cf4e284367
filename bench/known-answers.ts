// Our bot's answers as they arrived at the stand-in, in the shape in which discord.js takes them: what the floor gives back. Must never change a word.
import { z } from "zod";

const Choices = z.array(z.strictObject({ name: z.string(), value: z.union([z.string(), z.number()]) }));
/** Discord's own raw objects: discord.js hands embeds and components through as they are. */
const Raw = z.array(z.custom<never>((value) => typeof value === "object" && value !== null));
const Message = z.strictObject({
  content: z.string(),
  embeds: Raw,
  components: Raw,
  flags: z.int().optional(),
  allowed_mentions: z.strictObject({ parse: z.array(z.never()), roles: z.array(z.string()) }),
});
/** As discord.js calls it. */
const Said = Message.transform(({ flags, allowed_mentions: allowedMentions, ...rest }) => ({
  ...rest,
  allowedMentions,
  ...(flags === undefined ? {} : { flags }),
}));

const Kept = z.discriminatedUnion("is", [
  z.strictObject({ is: z.literal("choices"), key: z.string(), choices: Choices }),
  z.strictObject({ is: z.literal("messages"), key: z.string(), messages: z.tuple([Said], Said) }),
]);
export const KnownAnswers = z.array(Kept);
export type KnownAnswer = z.infer<typeof Kept>;

/** What one interaction was answered: the body of its callback, and those of the messages after it. */
export const Answered = z.strictObject({
  first: z.looseObject({ type: z.int(), data: z.unknown() }),
  rest: z.array(z.unknown()),
});
export type Answered = z.infer<typeof Answered>;

/** In the form in which it is sent to the floor, whose own reading checks it. */
export function keptAs(key: string, { first, rest }: Answered): unknown {
  if (first.type !== 8) return { is: "messages", key, messages: [first.data, ...rest] };
  return { is: "choices", key, choices: z.looseObject({ choices: z.unknown() }).parse(first.data).choices };
}

/** What discord.js adds by itself where it is not asked for: false, as if it were left out. */
const ADDED = new Set(["tts", "enforce_nonce"]);

/** The answer as text, without what discord.js adds by itself and without regard to the order of keys. */
export function canonical({ first, rest }: Answered): string {
  return JSON.stringify([first.type, first.data, ...rest], (key, value: unknown) => {
    if (ADDED.has(key) && value === false) return undefined;
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
