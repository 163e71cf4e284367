// The word to a channel that its alerts are paused: until when, by whom, what still comes, and how to end it. It must never read like "no curfew".
import type { AlertOf } from "../../domain/alert.ts";
import type { PlaceId } from "../../domain/area.ts";
import { texts } from "../../text/index.ts";
import { sentence } from "../../text/sentence.ts";
import { span, stamp } from "../../text/time.ts";
import { bullet } from "../curfew/sources.ts";
import { sceneOf, when } from "../curfew/words.ts";
import { escape } from "../escape.ts";
import { fieldOf } from "../fit.ts";
import type { Message } from "../message.ts";
import type { AlertScene } from "./edge.ts";
import { putRight } from "./put-right.ts";

export interface PauseScene extends AlertScene {
  channel: string;
  /** Undefined once it was erased. */
  name: string | undefined;
  /** Whose clock. */
  home: PlaceId;
}

/** What the word becomes once it is not so: since when alerts come again, or that another pause has taken its place. */
export function pauseOver(
  { at, is }: NonNullable<AlertOf<"pause.begun">["over"]>,
  { known, now, language, home, mark, text }: Omit<PauseScene, "channel" | "name"> & { text: string | undefined },
): Message {
  const t = texts(language).quiet.ended;
  const scene = sceneOf(known, [home], now, language);
  const head = `${is === "resumed" ? "🔔" : "🔕"} ${sentence(t[is](`${when(scene, at)} ${scene.clock}`))}`;
  return putRight(head, { tone: "info", footer: `#${mark}` }, text, language);
}

export function pauseBegun({ until }: AlertOf<"pause.begun">, input: PauseScene): Message {
  const { known, now, language, channel, name, home, mark, lateBy } = input;
  const { quiet: t, alerts } = texts(language);
  const scene = sceneOf(known, [home], now, language);
  const told = until === undefined ? t.begunOpen : t.begun(`${when(scene, until)} ${scene.clock}`);
  return {
    content: [
      `🔕 ${sentence(told)} ${sentence(t.stillComes)}`,
      ...(lateBy === undefined ? [] : [alerts.late(span(lateBy))]),
    ].join(" "),
    signature: t.by(name === undefined ? undefined : escape(name)),
    embed: {
      tone: "info",
      fields: [
        ...fieldOf(t.field.comes, t.comes.map(bullet)),
        ...fieldOf(t.field.waits, [t.waits]),
        ...fieldOf(t.field.ask, [
          t.ask,
          until === undefined ? t.noEnd : t.ends(`${stamp(until)} (${stamp(until, "R")})`),
        ]),
      ],
      footer: `#${mark}`,
    },
    rows: [{ buttons: [{ label: t.resume, press: { action: { name: "alerts.resume", args: [channel] } } }] }],
  };
}
