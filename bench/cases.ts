// What is asked of the bot, row by row, in both languages: what readers type most. Must never ask what changes the record: that is measured apart.
import { z } from "zod";

export const Language = z.enum(["en", "es"]);
export type Language = z.infer<typeof Language>;

/** A command as typed, or one option of it while it is being typed (`focused`). */
export const Question = z.strictObject({
  language: Language,
  name: z.string(),
  options: z.record(z.string(), z.union([z.string(), z.number()])),
  focused: z.strictObject({ option: z.string(), typed: z.string() }).optional(),
});
export type Question = z.infer<typeof Question>;

export interface Case {
  row: string;
  question: Question;
}

type Asked = Omit<Question, "language">;

/** All four filters of /strikes at once: what a reader narrows down to. */
const FILTERS = { since: "2025-01-01", region: "caribbean", organisation: "tren-de-aragua", "min-killed": 3 };
const strikes = (options: Question["options"]): Asked => ({ name: "strikes", options });
const suggest = (name: string, option: string, typed: string): Asked => ({
  name,
  options: {},
  focused: { option, typed },
});

const ROWS: readonly (readonly [row: string, asked: Asked])[] = [
  ["/strikes", strikes({})],
  ["/strikes since", strikes({ since: FILTERS.since })],
  ["/strikes region", strikes({ region: FILTERS.region })],
  ["/strikes organisation", strikes({ organisation: FILTERS.organisation })],
  ["/strikes min-killed", strikes({ "min-killed": FILTERS["min-killed"] })],
  ["/strikes, all four", strikes(FILTERS)],
  ["/curfew place:Guayas", { name: "curfew", options: { place: "Guayas" } }],
  ["/orgs", { name: "orgs", options: {} }],
  ["/orgs name", { name: "orgs", options: { name: "Los Choneros" } }],
  ["suggest place", suggest("curfew", "place", "guay")],
  ["suggest organisation", suggest("strikes", "organisation", "tren")],
  ["suggest org name", suggest("orgs", "name", "lobos")],
];

export const CASES: readonly Case[] = ROWS.flatMap(([row, asked]) =>
  Language.options.map((language) => ({ row: `${row} (${language})`, question: { language, ...asked } })),
);

/** A command without work: what is left is the way in and out. Only the bench's own bot knows it. */
export const EMPTY: Case = {
  row: "a command without work",
  question: { language: "en", name: "curfew", options: {} },
};

/** One name for a question, the same whoever writes it: an option's place does not matter, its value's type neither. */
export function keyOf({ language, name, options, focused }: Question): string {
  const given = Object.entries(options).map(([option, value]) => `${option}=${value}`);
  const typed = focused === undefined ? [] : [`${focused.option}~${focused.typed}`];
  return [language, name, ...given.sort(), ...typed].join(" ");
}
