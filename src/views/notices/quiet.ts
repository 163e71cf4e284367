// The one note when a channel's quiet hours, or a pause, are over. What holds now comes first, in the words of its own notice: it must never sound as if
// nothing had happened, nor call over what still runs.
import type { AlertOf, HeldAlert } from "../../domain/alert.ts";
import { groupBy } from "../../domain/group.ts";
import { texts } from "../../text/index.ts";
import { sentence } from "../../text/sentence.ts";
import { span } from "../../text/time.ts";
import { bullet } from "../curfew/sources.ts";
import { fieldOf } from "../fit.ts";
import type { Message, Tone } from "../message.ts";
import { type AlertScene, downSaid } from "./edge.ts";

/** A held notice by the first line that it has now, and its mark. */
export interface HeldLine {
  alert: HeldAlert;
  text: string;
  mark: string;
}

/** More than these nobody reads in the morning: of what is only news, the oldest are counted. */
const MOST = 20;

export function quietNote(
  { is }: Pick<AlertOf<"quiet.over">, "is">,
  lines: readonly [HeldLine, ...HeldLine[]],
  scene: AlertScene,
): Message {
  const { language, mark, lateBy, late } = scene;
  const { quiet: t, alerts, curfew } = texts(language);
  const now = lines.filter(({ alert }) => isSo(alert)).sort((a, b) => urgency(a.alert) - urgency(b.alert));
  const outages = lines.filter(({ alert }) => alert.kind === "vigia.down");
  const held = lines.filter((line) => !now.includes(line) && !outages.includes(line));
  const shown = held.slice(-MOST);
  const left = held.length - shown.length;
  // Who says from when to when need not say again that it was down.
  const why = outages.length > 0 && late === "vigia" ? "delivery" : late;
  return {
    content: [
      ...firstLine(is, { now, outages, held }, scene),
      ...(lateBy === undefined ? [] : [alerts.late(span(lateBy), why)]),
    ].join(" "),
    embed: {
      tone: now.length === 0 && outages.length > 0 ? "trouble" : toneOf(now),
      fields: [
        ...fieldOf(t.field.now, now.map(lineOf)),
        ...fieldOf(t.field.held, [...shown.map(lineOf), ...(left === 0 ? [] : [bullet(t.rest(left))])]),
        ...fieldOf(curfew.field.missed, outages.map(lineOf)),
      ],
      footer: `#${mark}`,
    },
  };
}

const lineOf = ({ text, mark }: HeldLine) => bullet(`${text} · #${mark}`);

type Lines = Record<"now" | "outages" | "held", readonly HeldLine[]>;

/** What holds now stands first. The summary of an outage says it, too, where nothing else does. */
function firstLine(is: AlertOf<"quiet.over">["is"], { now, outages, held }: Lines, scene: AlertScene): string[] {
  const { quiet: t, why } = texts(scene.language);
  const [first, ...others] = now.length > 0 ? now : outages;
  if (first !== undefined) {
    const more = others.filter((line) => !outages.includes(line)).length + held.length;
    const said = outages.flatMap((line) =>
      line !== first && line.alert.kind === "vigia.down" ? [downSaid(line.alert, scene)] : [],
    );
    return [first.text, sentence(t.over[is] + t.more(more)), ...said];
  }
  const [only] = held;
  if (held.length === 1 && only !== undefined) return [`🔔 ${t.one[is](only.text)}`];
  const kinds = groupBy(held, ({ alert }) => alert.kind).map(
    (list) => `${list[0] === undefined ? "" : why.kind[list[0].alert.kind]}: ${list.length}`,
  );
  return [`🔔 ${sentence(t.over[is] + t.many(held.length, kinds.join("; ")))}`];
}

/** What holds, or is about to: not what only happened. An end after which nothing is known says what holds. */
function isSo(alert: HeldAlert): boolean {
  return alert.kind === "curfew.ended"
    ? alert.groups.some(({ followedBy }) => followedBy === "unknown")
    : ORDER.includes(alert.kind);
}

const ORDER: readonly HeldAlert["kind"][] = [
  "curfew.began",
  "knowledge.lapsed",
  "curfew.ended",
  "curfew.ending",
  "curfew.soon",
];
const urgency = ({ kind }: HeldAlert) => ORDER.indexOf(kind);

function toneOf([first]: readonly HeldLine[]): Tone {
  if (first === undefined) return "info";
  if (first.alert.kind === "curfew.began" || first.alert.kind === "curfew.ending") return "curfew";
  return first.alert.kind === "curfew.soon" ? "none" : "unknown";
}
