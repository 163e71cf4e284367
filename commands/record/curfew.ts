// /record curfew, and "Something changed" below the question of the review channel: both open the same form. Reads only.
import { type Answer, type Context, type Opened, Refusal } from "../../src/command.ts";
import type { PlaceId } from "../../src/domain/area.ts";
import { newSubject } from "../../src/domain/id.ts";
import { shownArea } from "../../src/domain/place.ts";
import { pieces } from "../curfew/places.ts";
import { begin } from "./flow.ts";
import { curfewForm, curfewGiven } from "./forms/curfew.ts";
import { faultWords } from "./forms/curfew-read.ts";

/** With the places filled in; what cannot be read is named before anybody fills in a form. */
export function recordCurfew({ place }: { place: string | undefined }, context: Context): Promise<Answer | Opened> {
  const ids = (place === undefined ? [] : pieces(place, context)).map((one) => {
    if (one.is === "one") return one.id;
    const labels = one.hits.map(({ label }) => label);
    throw new Refusal(
      capital(
        faultWords({ why: one.is === "several" ? "several" : "unknown-place", what: one.typed, labels }, context),
      ),
    );
  });
  return beginCurfew(ids, context);
}

/** A form has room for some places; with more, whoever fills it in names those that are meant. */
export function beginCurfew(places: readonly PlaceId[], context: Context): Promise<Answer | Opened> {
  const ids = [...new Set(places.map((place) => shownArea(place).area))];
  const country = context.known.areas.country(ids[0] ?? context.defaultArea);
  return begin(curfewForm, curfewGiven(newSubject("curfew"), country, ids), context);
}

const capital = (sentence: string) => sentence.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
