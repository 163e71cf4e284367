// A sentence that a reader can see, in both languages. It must never be a bare string in a fact: a Spanish answer would show English unmarked.
import { z } from "zod";

export type Language = "en" | "es";
export const LANGUAGES = ["en", "es"] as const satisfies readonly Language[];

/** At least one language; a missing one is shown quoted, with its language named. */
export const Text = z
  .strictObject({ en: z.string().min(1).optional(), es: z.string().min(1).optional() })
  .refine((text) => text.en !== undefined || text.es !== undefined, "a text needs `en` or `es`");
export type Text = z.infer<typeof Text>;
