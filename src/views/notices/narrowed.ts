// The word to a channel that comes to hear less: what comes no more, since when, by whom, and what stands above that nobody follows up here. It must never read
// like "no curfew".
import type { AlertOf } from "../../domain/alert.ts";
import type { PlaceId } from "../../domain/area.ts";
import { shownArea } from "../../domain/area-tree.ts";
import type { Lost } from "../../domain/narrowed.ts";
import { dayOf, type Millis } from "../../domain/time.ts";
import type { FineTopic } from "../../domain/topic.ts";
import { texts } from "../../text/index.ts";
import { sentence } from "../../text/sentence.ts";
import { hour, span } from "../../text/time.ts";
import { bullet } from "../curfew/sources.ts";
import { fullList, type Scene, sceneOf, shortList, soon, when } from "../curfew/words.ts";
import { escape } from "../escape.ts";
import { fieldOf } from "../fit.ts";
import type { Message } from "../message.ts";
import type { AlertScene } from "./edge.ts";
import { putRight } from "./put-right.ts";

export interface NarrowedScene extends AlertScene {
  /** Undefined once it was erased. */
  name: string | undefined;
  /** Whose clock, where no place tells. */
  home: PlaceId;
}

type Narrowed = AlertOf<"alerts.narrowed">;

/** What the word becomes once all of it is heard again. */
export function narrowedOver(
  { at }: NonNullable<Narrowed["over"]>,
  { known, now, language, home, mark, text }: Omit<NarrowedScene, "name"> & { text: string | undefined },
): Message {
  const scene = sceneOf(known, [home], now, language);
  const head = `🔔 ${sentence(texts(language).narrowed.back(`${when(scene, at)} ${scene.clock}`))}`;
  return putRight(head, { tone: "info", footer: `#${mark}` }, text, language);
}

export function narrowed(alert: Narrowed, input: NarrowedScene): Message {
  const { known, now, language, name, home, mark, lateBy } = input;
  const { narrowed: t, quiet, alerts } = texts(language);
  const places = alert.lost.flatMap(({ areas }) => areas);
  const held = places.filter((place) => known.areas.get(shownArea(place).area) !== undefined);
  const scene = sceneOf(known, held.length === 0 ? [home] : held, now, language);
  const isOfCurfews = alert.lost.some(({ areas }) => areas.length > 0);
  return {
    content: [
      `🔕 ${headOf(alert, scene)}`,
      ...alert.open.map(({ areas, until }) =>
        sentence(t.open(shortList(scene, areas), until === undefined ? undefined : soon(scene, until))),
      ),
      ...(lateBy === undefined ? [] : [alerts.late(span(lateBy), input.late)]),
    ].join(" "),
    signature: t.by(name === undefined ? undefined : escape(name)),
    embed: {
      tone: "info",
      fields: [
        ...fieldOf(
          t.field.gone,
          alert.lost.map((one) => bullet(t.line(kindsOf(one, scene), placesOf(one, scene)))),
        ),
        ...fieldOf(t.field.ask, [isOfCurfews ? quiet.ask : t.silence]),
      ],
      footer: `#${mark}`,
    },
  };
}

/** As much as a lock screen shows, with the sign in front and the full stop behind. */
const LINE = 76;
/** As many names as fit there; the field has them all. */
const NAMES = [6, 5, 4, 3, 2] as const;

/** Its first sentence is whole on a lock screen, but for the name of the clock. */
function headOf({ at, all, lost }: Narrowed, scene: Scene): string {
  const t = texts(scene.language).narrowed;
  const since = sinceWords(at, scene);
  if (all) return sentence(t.all(`${since} ${scene.clock}`));
  const [first, ...others] = lost;
  if (first === undefined) return sentence(t.all(since));
  const kinds = kindsOf(first, scene);
  const also = others.map((one) => sentence(t.also(kindsOf(one, scene), shortOf(one, scene))));
  // Whose clock stands last, where a lock screen may cut it off: readers elsewhere see the hour of the post on their own.
  const line = (places: string | undefined) => t.gone(kinds, places, since);
  const lines =
    first.areas.length === 0 ? [line(undefined)] : NAMES.map((most) => line(shortList(scene, first.areas, most)));
  const shown = lines.find(({ length }) => length <= LINE) ?? lines.at(-1) ?? "";
  return [sentence(`${shown} ${scene.clock}`), ...also].join(" ");
}

/** It stands below the day on which it was posted: another day is named. */
function sinceWords(at: Millis, scene: Scene): string {
  const t = texts(scene.language).narrowed;
  const isToday = dayOf(at, scene.zone) === dayOf(scene.now, scene.zone);
  return isToday ? t.hour(hour(at, scene.zone)) : t.moment(when(scene, at));
}

const OF_CURFEWS: readonly FineTopic[] = ["soon", "begins", "ends", "changes"];

/** Outages go with what they are told for; they are named where nothing else is. */
function kindsOf({ topics }: Lost, { language }: Scene): string {
  const { narrowed: t, common } = texts(language);
  const isAll = OF_CURFEWS.every((one) => topics.includes(one));
  const named = topics.filter((one) => one !== "trouble" || topics.length === 1);
  const single = named.filter((one) => !isAll || !OF_CURFEWS.includes(one)).map((one) => t.topics[one]);
  return common.and([...(isAll ? [t.curfews] : []), ...(single.length === 0 ? [] : [t.of(common.and(single))])]);
}

const placesOf = ({ areas }: Lost, scene: Scene) => (areas.length === 0 ? undefined : fullList(scene, areas));
const shortOf = ({ areas }: Lost, scene: Scene) => (areas.length === 0 ? undefined : shortList(scene, areas));
