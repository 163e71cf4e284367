// An overview at a time of day, every day or week.
import { Refusal } from "../../../src/command.ts";
import { texts } from "../../../src/text/index.ts";
import { readTimeOfDay } from "../../../src/text/time-of-day.ts";
import { broken, chosenIn, shown, type Thing, typedIn, withSettings } from "./thing.ts";

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
    const { language } = context;
    const [every] = chosenIn(filled, "every", EVERY, context);
    const [form] = chosenIn(filled, "form", FORMS, context);
    const [weekday = "1"] = chosenIn(filled, "weekday", WEEKDAYS, context);
    if (every === undefined || form === undefined) throw broken(language);
    if (every === "none") return withSettings(draft, { digest: undefined });
    const typed = typedIn(filled, "at");
    const at = readTimeOfDay(typed);
    if (at === undefined) throw new Refusal(texts(language).settings.bad.at(shown(typed)));
    return withSettings(draft, {
      digest: { every, at, form, ...(every === "week" ? { weekday: Number(weekday) } : {}) },
    });
  },
};
