// Who is asked to press Seen on what is loud, and after how long it is missed.
import { type Context, pickedIn, Refusal } from "../../../src/command.ts";
import { MINUTE } from "../../../src/domain/time.ts";
import { readLeads } from "../../../src/text/leads.ts";
import { texts } from "../../../src/text/index.ts";
import { span } from "../../../src/text/time.ts";
import { idsIn, shown, type Thing, typedIn, withSettings } from "./thing.ts";
import { together } from "../../../src/together.ts";

const MOST = 25;
const USUAL = 15;

export const seen: Thing = {
  name: "seen",
  fits: ({ kind }) => kind !== "dm",
  fields: ({ settings: { seen: own } }, { language }) => {
    const t = texts(language).settings.field;
    return [
      { key: "people", kind: "people", label: t.people, most: MOST, value: own?.people.join() ?? "" },
      {
        key: "after",
        kind: "line",
        label: t.after,
        description: t.afterHint,
        max: 40,
        value: span((own?.after ?? USUAL) * MINUTE),
      },
    ];
  },
  read: (filled, draft, context) => {
    // Of nobody nothing is missed, whatever is typed there.
    if (pickedIn(filled, "people").length === 0) return withSettings(draft, { seen: undefined });
    const { people, after } = together({
      people: () => idsIn(filled, "people", context, MOST),
      after: () => afterOf(typedIn(filled, "after"), context),
    });
    return withSettings(draft, { seen: { people: [...people], after } });
  },
};

function afterOf(typed: string, { language }: Context): number {
  const t = texts(language).settings.bad;
  if (typed === "") throw new Refusal(t.afterNeeded);
  const read = readLeads(typed);
  const [after, more] = read.is === "leads" ? read.minutes : [];
  if (after === undefined || more !== undefined) throw new Refusal(t.after(shown(typed)));
  return after;
}
