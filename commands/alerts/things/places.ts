// The places a channel is told of, by name. A place brings all that lies in it.
import { type Context, Refusal } from "../../../src/command.ts";
import type { AreaId } from "../../../src/domain/area.ts";
import { texts } from "../../../src/text/index.ts";
import { pieces } from "../../curfew/places.ts";
import { fewest, shown, type Thing, typedIn, withSettings } from "./thing.ts";
import { refusals } from "../../../src/together.ts";

/** More would make a card that nobody reads; a larger place covers what lies in it. */
export const MOST_PLACES = 25;
const LONGEST = 2000;

export const places: Thing = {
  name: "places",
  fields: ({ settings }, { language, names }) => {
    const t = texts(language).settings.field;
    const value = settings.areas.map((area) => names.areas.label(area, language)).join(", ");
    return [
      {
        key: "places",
        kind: "paragraph",
        label: t.places,
        description: t.placesHint,
        required: true,
        max: LONGEST,
        value,
      },
    ];
  },
  read: (filled, draft, context) => withSettings(draft, { areas: readPlaces(typedIn(filled, "places"), context) }),
};

/** Throws a Refusal that says what could not be read. */
export function readPlaces(typed: string, context: Context): [AreaId, ...AreaId[]] {
  const t = texts(context.language).settings.bad;
  if (typed.length > LONGEST) throw new Refusal(t.tooLong(LONGEST));
  const found = pieces(typed, context);
  const why = found.flatMap((one) => {
    if (one.is === "one") return [];
    const labels = one.hits.map(({ label }) => label);
    if (one.is === "several") return [t.several(shown(one.typed), labels.join("; "))];
    return [t.place(shown(one.typed), labels.length === 0 ? undefined : labels.join("; "))];
  });
  if (why.length > 0) throw refusals(fewest(why, context));
  const ids = found.flatMap((one) => (one.is === "one" ? [one.id] : []));
  const [first, ...rest] = ids;
  if (first === undefined) throw new Refusal(t.noPlace);
  if (ids.length > MOST_PLACES) throw new Refusal(t.tooManyPlaces(MOST_PLACES));
  return [first, ...rest];
}
