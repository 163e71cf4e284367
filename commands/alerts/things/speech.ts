// In which language a channel is told, and by which clock its times of day are meant.
import { type Context, Refusal } from "../../../src/command.ts";
import { LANGUAGES } from "../../../src/domain/text.ts";
import { Zone } from "../../../src/domain/time.ts";
import { fold } from "../../../src/text/fold.ts";
import { texts } from "../../../src/text/index.ts";
import { chosenOne, shown, type Thing, typedIn, withChannel } from "./thing.ts";
import { together } from "../../../src/together.ts";

export const speech: Thing = {
  name: "speech",
  fields: ({ channel }, { language }) => {
    const { settings: t, common } = texts(language);
    return [
      {
        key: "language",
        kind: "choice",
        label: t.field.language,
        required: true,
        options: LANGUAGES.map((one) => ({ value: one, label: common.languageName[one] })),
        value: channel.language,
      },
      {
        key: "zone",
        kind: "line",
        label: t.field.zone,
        description: t.field.zoneHint,
        required: true,
        max: 60,
        value: channel.zone,
      },
    ];
  },
  read: (filled, draft, context) => {
    const read = together({
      language: () => chosenOne(filled, "language", LANGUAGES, context),
      zone: () => zoneOf(typedIn(filled, "zone"), draft.channel.zone, context),
    });
    return withChannel(draft, read);
  },
};

/** A zone as IANA writes it, its city, or the clock of a place. `holds`: what stands there means itself. */
function zoneOf(typed: string, holds: string, context: Context): Zone {
  if (typed === holds) return holds;
  const t = texts(context.language).settings.bad;
  const wanted = fold(typed.replaceAll("_", " "));
  const all = Intl.supportedValuesOf("timeZone");
  const whole = all.find((zone) => fold(zone.replaceAll("_", " ")) === wanted);
  if (whole !== undefined) return whole;
  const place = context.names.areas.resolve(typed, context.language);
  if (place.is === "one") {
    const zones = zonesOf(place.id, context);
    const [only] = zones;
    if (only !== undefined && zones.length === 1) return only;
    throw new Refusal(t.zones(shown(typed), zones.join(", ")));
  }
  const cities = all.filter((zone) => fold(zone.split("/").at(-1)?.replaceAll("_", " ") ?? "") === wanted);
  const [city] = cities;
  if (city !== undefined && cities.length === 1) return city;
  const named = Zone.safeParse(typed);
  if (named.success && typed !== "") return named.data;
  throw new Refusal(t.zone(shown(typed)));
}

/** A country of one clock has that; of several they are asked back, unless it has one of its own. */
function zonesOf(id: string, { known }: Context): readonly Zone[] {
  const { areas } = known;
  const isCountry = areas.country(id) === id;
  return isCountry && known.areasById.get(id)?.zone === undefined ? areas.zones(id) : [areas.zone(id)];
}
