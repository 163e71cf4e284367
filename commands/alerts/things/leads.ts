// How long before a curfew begins or ends a channel is told.
import { type Context, Refusal } from "../../../src/command.ts";
import { MINUTE } from "../../../src/domain/time.ts";
import { fine } from "../../../src/domain/topic.ts";
import { MOST_LEADS, readLeads } from "../../../src/text/leads.ts";
import { texts } from "../../../src/text/index.ts";
import { span } from "../../../src/text/time.ts";
import { shown, type Thing, typedIn, withSettings } from "./thing.ts";
import { together } from "../../../src/together.ts";

const LONGEST = 120;

export const leads: Thing = {
  name: "leads",
  fits: ({ settings }) => fine(settings.topics).includes("soon"),
  fields: ({ settings }, { language }) => {
    const t = texts(language).settings.field;
    const common = { kind: "line", description: t.beforeHint, max: LONGEST } as const;
    return [
      { ...common, key: "before", label: t.before, value: printed(settings.leads) },
      { ...common, key: "before-end", label: t.beforeEnd, value: printed(settings.endLeads) },
    ];
  },
  read: (filled, draft, context) => {
    const { leads: begin, endLeads: end } = together({
      leads: () => minutesOf(typedIn(filled, "before"), context),
      endLeads: () => minutesOf(typedIn(filled, "before-end"), context),
    });
    return withSettings(draft, { leads: [...begin], endLeads: [...end] });
  },
};

const printed = (minutes: readonly number[]) => minutes.map((one) => span(one * MINUTE)).join(", ");

/** Empty is none. Throws a Refusal. */
export function minutesOf(typed: string, { language }: Context): readonly number[] {
  if (typed === "") return [];
  const read = readLeads(typed);
  const t = texts(language).soon;
  switch (read.is) {
    case "leads":
      return read.minutes;
    case "unreadable":
      throw new Refusal(t.unreadable(shown(typed)));
    case "out-of-range":
      throw new Refusal(t.outOfRange(shown(read.what)));
    case "too-many":
      throw new Refusal(t.tooMany(read.count, MOST_LEADS));
  }
}
