// The answer to a bare question: a country now, tonight and where nobody has announced anything. It must never let a silent place look checked.
import type { AreaId, PlaceId } from "../../domain/area.ts";
import type { AreaState } from "../../domain/situation.ts";
import { newestDate } from "../../domain/source.ts";
import type { Language } from "../../domain/text.ts";
import { DAY, dayOf, dayStart, HOUR, type Millis } from "../../domain/time.ts";
import { texts } from "../../text/index.ts";
import { stamp } from "../../text/time.ts";
import { followedFields, followedLine, followedOf, followedTone } from "./followed.ts";
import { headline } from "./line.ts";
import { only, type Part, partsOf, toneOf } from "./part.ts";
import {
  known,
  lastLines,
  runningLines,
  silentLines,
  type Stretch,
  unknownLines,
  upcoming,
  upcomingLine,
} from "./parts.ts";
import { asOf, checkedUntil, checks, isUnchecked, known as readable } from "./sources.ts";
import { type CurfewRecord, placeName, type Scene, sceneOf } from "./words.ts";
import { fieldOf, split } from "../fit.ts";
import type { Field, Message } from "../message.ts";

export interface Overview {
  record: CurfewRecord;
  place: PlaceId;
  now: Millis;
  language: Language;
  state: AreaState;
  /** States of the other countries of the record. */
  others: readonly { country: AreaId; state: AreaState }[];
  /** Places that the channel follows: they come first. */
  follows?: readonly PlaceId[] | undefined;
}

export function curfewOverview(overview: Overview): readonly Message[] {
  const { record, place, now, language, state, others, follows = [] } = overview;
  const scene = sceneOf(record, [place], now, language);
  const parts = partsOf(state, place);
  const entries = checks(scene, [place], now);
  const curfews = known(
    scene,
    parts.flatMap((part) => part.state.curfews),
  );
  const sources = [...curfews, ...entries].flatMap((one) => one.sources);
  const newest = newestDate(readable(scene, sources));
  const declaredOnly = only(parts, "inForce").length > 0 && isUnchecked(record, place, now);
  const followed = followedOf(record, follows, { now, language });
  const first = followed.countries.length > 0;
  const content = first
    ? followedLine(followed, { country: record.areas.country(place), parts })
    : headline({ scene, place, at: now, parts, newest, declaredOnly });
  const until = checkedUntil(record, place, now);
  const t = texts(language).curfew;
  const as = `${asOf(scene, sources, place)}${until === undefined ? "" : ` (${stamp(until, "R")})`}`;
  const fields = [
    ...followedFields(followed, scene),
    ...stateFields(scene, parts),
    ...fieldOf(t.field.last, lastLines(scene, state, place)),
    ...otherFields(scene, others),
    ...fieldOf(t.field.information, [as]),
  ];
  return split({
    content,
    embed: { tone: first ? followedTone(followed) : toneOf(parts), fields, footer: t.permission },
  });
}

function stateFields(scene: Scene, parts: readonly Part[]): Field[] {
  const t = texts(scene.language).curfew;
  const now = runningLines(scene, parts, scene.now);
  const dark = only(parts, "unknown").length > 0;
  const [tonight, later] = nextByNight(scene, parts);
  return [
    ...fieldOf(t.field.now, now.length === 0 && !dark ? [t.noneNow] : now),
    ...fieldOf(t.field.tonight, tonight),
    ...fieldOf(t.field.later, later),
    ...fieldOf(t.field.none, silentLines(scene, parts)),
    ...fieldOf(t.field.unknown, unknownLines(scene, parts)),
  ];
}

function nextByNight(scene: Scene, parts: readonly Part[]): [string[], string[]] {
  const morning = nextMorning(scene.now, scene.zone);
  const lines = (list: readonly Stretch[]) => list.map((one) => upcomingLine(scene, one));
  const all = upcoming(scene, parts);
  return [lines(all.filter((one) => one.span.start < morning)), lines(all.filter((one) => one.span.start >= morning))];
}

/** The night that runs, or comes, is over at six: at one in the morning that is today. */
export function nextMorning(now: Millis, zone: string): Millis {
  const today = dayStart(dayOf(now, zone), zone) + 6 * HOUR;
  return now < today ? today : dayStart(dayOf(now + DAY, zone), zone) + 6 * HOUR;
}

function otherFields(scene: Scene, others: Overview["others"]): Field[] {
  const t = texts(scene.language).curfew;
  const lines = others.flatMap(({ country, state }) => {
    const parts = partsOf(state, country);
    const own = sceneOf(scene.record, [country], scene.now, scene.language);
    const name = placeName(scene.record, country, scene.language, scene.now);
    if (only(parts, "unknown").length === parts.length) return [];
    const told = [
      ...runningLines(own, parts, scene.now).map((one) => `${one} ${own.clock}`),
      ...unknownLines(own, parts),
    ];
    return [`${name}: ${told.length === 0 ? t.noneNow : told.join("; ")}`];
  });
  return fieldOf(t.field.others, lines.length === 0 ? [t.elsewhere] : [...lines, t.elsewhereToo]);
}
