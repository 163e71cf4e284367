// The question to the review channel: is there anything new? And what it becomes once it is answered. Its buttons record, and only for who may.
import type { AlertOf } from "../../domain/alert.ts";
import type { PlaceId } from "../../domain/area.ts";
import { subjectOf } from "../../domain/id.ts";
import { shownArea } from "../../domain/place.ts";
import { newestDate } from "../../domain/source.ts";
import type { Language } from "../../domain/text.ts";
import type { Millis } from "../../domain/time.ts";
import { texts } from "../../text/index.ts";
import { day, span, stamp } from "../../text/time.ts";
import type { AlertScene } from "./edge.ts";
import { stopped } from "../curfew/line.ts";
import { nowLines, partsNow } from "../curfew/now.ts";
import { known, upcoming, upcomingLine } from "../curfew/parts.ts";
import { bullet, checks, known as readable } from "../curfew/sources.ts";
import { type CurfewRecord, fullList, type Scene, sceneOf, when } from "../curfew/words.ts";
import { escape } from "../escape.ts";
import { fieldOf } from "../fit.ts";
import { fewestList } from "./knowledge-words.ts";
import type { Field, Message, Row } from "../message.ts";

/** `areas`: those of the alert that nobody has confirmed since; see stillDue(). */
export function checkDue(
  alert: AlertOf<"check.due">,
  input: AlertScene,
  areas: readonly PlaceId[] = alert.areas,
): Message {
  const { known: record, now, language } = input;
  const held = areas.filter((place) => record.areas.get(shownArea(place).area) !== undefined);
  const scene = sceneOf(record, held.length === 0 ? [alert.country] : held, now, language);
  const t = texts(language).knowledge;
  const ended = alert.until <= now;
  const moment = `${when(scene, alert.until)} ${scene.clock}`;
  const late = input.lateBy === undefined ? [] : [texts(language).alerts.late(span(input.lateBy), input.late)];
  const places = fewestList(scene, held);
  return {
    content: [`❔ ${stopped(ended ? t.overdue(places, moment) : t.due(places, moment))}`, ...late].join(" "),
    embed: {
      tone: "unknown",
      fields: [
        ...fieldOf(t.dueField.ends, [`${stamp(alert.until)} (${stamp(alert.until, "R")}): ${fullList(scene, held)}`]),
        ...knownFields(scene, held),
        ...fieldOf(t.dueField.otherwise, [ended ? t.otherwiseNow : t.otherwise(when(scene, alert.until))]),
      ],
      footer: `${newest(scene, held)} · #${input.mark}`,
    },
    rows: [buttons(alert, held, language)],
  };
}

/** What runs and what comes: who presses confirms that there is nothing else. */
function knownFields(scene: Scene, areas: readonly PlaceId[]): Field[] {
  const t = texts(scene.language);
  const parts = partsNow(scene, areas);
  const next = upcoming(scene, parts).map((one) => bullet(upcomingLine(scene, one)));
  return [...fieldOf(t.knowledge.dueField.now, nowLines(scene, parts)), ...fieldOf(t.curfew.field.nextNight, next)];
}

function newest(scene: Scene, areas: readonly PlaceId[]): string {
  const { common } = texts(scene.language);
  const curfews = known(
    scene,
    partsNow(scene, areas).flatMap((part) => part.state.curfews),
  );
  const date = newestDate(
    readable(
      scene,
      [...curfews, ...checks(scene, areas, scene.now)].flatMap((one) => one.sources),
    ),
  );
  return date === undefined ? common.noDatedSource : common.newestSource(day(date, scene.language));
}

/** The record that "nothing new" makes has its id from the question: whoever presses second finds it made. */
function buttons({ id, until }: AlertOf<"check.due">, areas: readonly PlaceId[], language: Language): Row {
  const t = texts(language).knowledge;
  const args = [subjectOf("coverage", id), String(until), language, ...areas];
  return {
    buttons: [
      { label: t.nothingNew, style: "primary", press: { action: { name: "check.done", args } } },
      { label: t.changed, style: "secondary", press: { action: { name: "check.changed", args } } },
    ],
  };
}

export interface DoneView {
  record: CurfewRecord;
  areas: readonly PlaceId[];
  /** `meanwhile`: somebody confirmed it another way. */
  is: "done" | "meanwhile";
  /** Undefined once it was erased. */
  name: string | undefined;
  /** When it was confirmed, and until when that holds. */
  at: Millis;
  until: Millis;
  now: Millis;
  language: Language;
  /** Of the question: its message is still found by it. */
  subject: string;
}

/** In the place of the question: it asks nobody any more. The mark stays, the ledger finds its message by it. */
export function checkDone({ record, areas, is, name, at, until, now, language, subject }: DoneView): Message {
  const scene = sceneOf(record, areas, now, language);
  const t = texts(language).knowledge;
  const places = fewestList(scene, areas);
  const holds = `${when(scene, until)} ${scene.clock}`;
  const said = { done: t.done, meanwhile: t.doneElsewhere }[is](places, holds);
  return {
    content: stopped(said),
    ...(is === "meanwhile"
      ? {}
      : { signature: stopped(t.by(name === undefined ? undefined : escape(name), when(scene, at))) }),
    embed: {
      tone: "info",
      fields: fieldOf(texts(language).curfew.field.places, [fullList(scene, areas)]),
      footer: `${newest(scene, areas)} · #${markOf(subject)}`,
    },
  };
}

function markOf(subject: string): string {
  const text = subject.slice(subject.indexOf("-") + 1);
  return `${text.slice(0, 4)}-${text.slice(4, 8)}`;
}
