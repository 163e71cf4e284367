// What a bare /curfew asks: the country, with the places that this channel follows first. Never more places than a button carries.
import type { Context } from "../../src/command.ts";
import type { AreaId, PlaceId } from "../../src/domain/area.ts";
import { type CurfewQuestion, MOST_PLACES } from "../../src/domain/question.ts";

export function bareQuestion(context: Context): CurfewQuestion {
  const { known, defaultArea, now } = context;
  const follows = fewest(context.followed(), context);
  const countries = new Set(follows.filter((one) => known.areasById.has(one)).map((one) => known.areas.country(one)));
  const [country = defaultArea] = countries;
  // Who follows places of one country alone asks about that one.
  const place = countries.size === 1 ? country : defaultArea;
  const [first, ...others] = follows;
  const isWhole = others.length === 0 && first === place;
  if (first === undefined || isWhole || known.areas.leaves(place, now).length === 0)
    return { is: "curfew.country", place };
  return { is: "curfew.country", place, follows: [first, ...others] };
}

/** Places that lie in others are told with those. Of too many, the places around them: more is told, nothing is left out. */
function fewest(places: readonly AreaId[], { known }: Context): readonly PlaceId[] {
  const gone = places.filter((one) => !known.areasById.has(one));
  let held = places.filter((one) => known.areasById.has(one));
  for (;;) {
    const outer = held.filter(
      (one) => !known.areas.ancestors(one).some((around) => around !== one && held.includes(around)),
    );
    const all = [...outer, ...gone.slice(0, MOST_PLACES - outer.length)];
    if (outer.length <= MOST_PLACES) return all;
    const wider = outer.map((one) => known.areasById.get(one)?.parent ?? one);
    if (new Set(wider).size === outer.length && wider.every((one, i) => one === outer[i]))
      return outer.slice(0, MOST_PLACES);
    held = [...new Set(wider)];
  }
}
