// The notice that a place was split, renamed, joined to another or ended. Its first line says what the channel goes on hearing; it must never let a
// place fall silent unsaid.
import type { AlertOf } from "../../domain/alert.ts";
import { dayOf } from "../../domain/time.ts";
import { say, texts } from "../../text/index.ts";
import { day } from "../../text/time.ts";
import type { AlertScene } from "./edge.ts";
import { placeName } from "../curfew/words.ts";
import { escape } from "../escape.ts";
import { fieldOf } from "../fit.ts";
import type { Field, Message } from "../message.ts";

/** Names in the first line; the embed has them all. */
const SHOWN = 6;

type PlaceAlert = AlertOf<"place.changed">;

export function placeAlert(alert: PlaceAlert, scene: AlertScene): Message {
  const { owners } = alert;
  const sentences = told(alert, scene).map((one) => `${one}.`);
  const mentions = owners.map((owner) => `<@${owner}>`);
  return {
    content: ["🗺️", ...sentences, ...mentions].join(" "),
    users: owners,
    embed: { tone: "info", fields: fields(alert, scene), footer: `#${scene.mark}` },
  };
}

function told(alert: PlaceAlert, scene: AlertScene): readonly [string, string] {
  const t = texts(scene.language).places;
  const { areas } = scene.known;
  const name = nameOf(alert.area, alert, scene);
  if (areas.get(alert.area) === undefined) return [t.gone(name), t.hearsNothing];
  const since = day(dayOf(alert.at, areas.zone(alert.area)), scene.language);
  const parts = alert.areas.map((one) => nameOf(one, alert, scene));
  const [only = name] = parts;
  switch (alert.is) {
    case "split":
      return [t.split(name, since, shortened(parts, t.more)), t.hearsAll];
    case "renamed":
      return [t.renamed(name, since, only), t.hearsNew];
    case "merged":
      return [t.merged(name, since, only), t.hearsMore(only)];
    case "ended":
      return [t.ended(name, since), t.hearsNothing];
  }
}

function shortened(names: readonly string[], more: (count: number) => string): readonly string[] {
  return names.length <= SHOWN ? names : [...names.slice(0, SHOWN - 1), more(names.length - SHOWN + 1)];
}

function nameOf(area: string, { at }: PlaceAlert, { known, language }: AlertScene): string {
  return placeName(known, area, language, at);
}

function fields(alert: PlaceAlert, scene: AlertScene): Field[] {
  const t = texts(scene.language).places;
  const ended = alert.is === "ended";
  const names = alert.areas.map((one) => nameOf(one, alert, scene));
  const fresh = alert.areas.filter((one) => ended || one !== alert.area);
  const notes = fresh.flatMap((one) => scene.known.areasById.get(one)?.notes ?? []);
  return [
    ...(ended ? [] : fieldOf(t.follows, [names.join(", ")])),
    ...fieldOf(
      t.about,
      notes.map((note) => escape(say(note, scene.language))),
    ),
    ...fieldOf(t.toChange, [ended ? t.howGone : t.how]),
  ];
}
