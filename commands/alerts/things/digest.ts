// An overview at a time of day, every day or week.
import { type Context, Refusal } from "../../../src/command.ts";
import { texts } from "../../../src/text/index.ts";
import { readTimeOfDay } from "../../../src/text/time-of-day.ts";
import { chosenIn, chosenOne, shown, type Thing, typedIn, withSettings } from "./thing.ts";
import { together } from "../../../src/together.ts";

const EVERY = ["none", "day", "week"] as const;
const FORMS = ["line", "full"] as const;
const WEEKDAYS = ["1", "2", "3", "4", "5", "6", "7"] as const;
const USUAL = "18:00";

export const digest: Thing = {
  name: "digest",
  fields: ({ settings: { digest: own } }, { language }) => {
    const { field: t, choice, weekdays } = texts(language).settings;
    const named = <T extends keyof typeof choice>(values: readonly T[]) =>
      values.map((value) => ({ value, label: choice[value] }));
    return [
      {
        key: "every",
        kind: "choice",
        label: t.every,
        required: true,
        options: named(EVERY),
        value: own?.every ?? "none",
      },
      { key: "at", kind: "line", label: t.at, description: t.atHint, max: 40, value: own?.at ?? USUAL },
      { key: "form", kind: "choice", label: t.form, required: true, options: named(FORMS), value: own?.form ?? "line" },
      {
        key: "weekday",
        kind: "choice",
        label: t.weekday,
        options: WEEKDAYS.map((value, i) => ({ value, label: weekdays[i] ?? value })),
        value: String(own?.weekday ?? 1),
      },
    ];
  },
  read: (filled, draft, context) => {
    // Without a summary its hour means nothing, whatever is typed there.
    if (filled["every"] === "none") return withSettings(draft, { digest: undefined });
    const { weekday, ...digest } = together({
      every: () => chosenOne(filled, "every", ["day", "week"], context),
      at: () => atOf(typedIn(filled, "at"), context),
      form: () => chosenOne(filled, "form", FORMS, context),
      weekday: () => Number(chosenIn(filled, "weekday", WEEKDAYS, context)[0] ?? 1),
    });
    return withSettings(draft, { digest: { ...digest, ...(digest.every === "week" ? { weekday } : {}) } });
  },
};

function atOf(typed: string, { language }: Context): string {
  const at = readTimeOfDay(typed);
  if (at === undefined) throw new Refusal(texts(language).settings.bad.at(shown(typed)));
  return at;
}
