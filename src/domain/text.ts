// A sentence that a reader can see, in both languages. It must never be a bare string in a fact: a Spanish answer would show English unmarked.
import { z } from "zod";

export type Language = "en" | "es";
export const LANGUAGES = ["en", "es"] as const satisfies readonly Language[];

/** In characters, each language. The longest of the data set has 387; a whole message of Discord has no more room than this. */
const LONGEST_TEXT = 4_000;

const Words = z.string().min(1).max(LONGEST_TEXT, "a text has at most 4,000 characters in each language");

/** At least one language; a missing one is shown quoted, with its language named. */
export const Text = z
  .strictObject({ en: Words.optional(), es: Words.optional() })
  .refine((text) => text.en !== undefined || text.es !== undefined, "a text needs `en` or `es`");
export type Text = z.infer<typeof Text>;
