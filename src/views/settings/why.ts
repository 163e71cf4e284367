// One notice from the fact to the message, or to the reason why there is none, as whoever asks reads it. It must never call delivered what is not known
// to stand in the channel.
import { type Delivery, isEffect } from "../../domain/delivery.ts";
import { mark } from "../../domain/id.ts";
import type { Destination, Subscription } from "../../domain/subscription.ts";
import { texts } from "../../text/index.ts";
import { sentence } from "../../text/sentence.ts";
import { span } from "../../text/time.ts";
import { when } from "../curfew/words.ts";
import { fieldOf, split } from "../fit.ts";
import type { Message } from "../message.ts";
import { courseLines, messageLines } from "./why-course.ts";
import { factLines, matchLines, type Recorders } from "./why-match.ts";
import { type SeenWhy, seenLines } from "./why-seen.ts";
import { became, delay, quietUntil, reasonWords, sceneOfRow, spotName, type WhyScene, whatWords } from "./why-words.ts";

export interface WhyOne extends Recorders {
  row: Delivery;
  /** The part that was asked about. */
  part: number;
  /** What puts its messages right, oldest first. */
  edits: readonly Delivery[];
  /** Undefined where nobody ever subscribed the channel. */
  ever: { destination: Destination; subscriptions: readonly Subscription[] } | undefined;
  /** Undefined where nobody was asked to press Seen, and for who may not know. */
  pressed?: SeenWhy | undefined;
}

export function whyOne({ row, part, edits, ever, pressed, nameOf }: WhyOne, s: WhyScene): readonly Message[] {
  const t = texts(s.language).why;
  const scene = sceneOfRow(row, s);
  const paused = row.state === "held" ? ever?.destination.paused : undefined;
  const closed =
    paused === undefined
      ? []
      : [sentence(t.status.paused(when(scene, paused.at), reasonWords(paused.reason, s.language).full))];
  const until = quietUntil(row, ever?.destination, scene);
  const quiet = until === "" ? [] : [sentence(t.waitsUntil(until))];
  const own = mark(row.alert.id);
  return split({
    content: headline(row, s),
    embed: {
      tone: ["lost", "doubt"].includes(became(row)) ? "trouble" : "info",
      fields: [
        ...fieldOf(t.field.course, [...courseLines(row, scene, s), ...closed, ...quiet]),
        ...fieldOf(t.field.message, messageLines(row, edits, scene, s, part)),
        ...(pressed === undefined ? [] : fieldOf(texts(s.language).seen.why.field, seenLines(pressed, scene))),
        ...fieldOf(t.field.fact, factLines(row, s, { nameOf })),
        ...fieldOf(t.field.match, matchLines(row, ever?.subscriptions ?? [], s)),
      ],
      footer: `#${own}`,
    },
  });
}

/** It stands alone: whether it arrived, where, what it was; of what did not, why. */
function headline(row: Delivery, s: WhyScene): string {
  const t = texts(s.language).why;
  const scene = sceneOfRow(row, s);
  const channel = spotName(row.channelId, s);
  const what = whatWords(row, s);
  const due = `${when(scene, row.dueAt)} ${scene.clock}`;
  const why = reasonWords(row.reason, s.language).full;
  // Nothing of it is in the channel: its reason says what became of it.
  if (isEffect(row)) return t.headEffect(channel, due, what, why);
  switch (became(row)) {
    case "there": {
      if (row.edits !== undefined) return t.headPutRight(channel, what);
      const late = delay(row);
      const at = row.parts.flatMap(({ shownAt }) => shownAt ?? [])[0] ?? row.dueAt;
      return t.headDelivered(channel, `${when(scene, at)} ${scene.clock}`, late === undefined ? "" : span(late), what);
    }
    case "waits":
      return `${t.headWaiting(channel, due, what)} ${why}`;
    case "doubt":
      return `${t.headDoubtful(channel, due, what)} ${why}`;
    case "not-needed":
    case "lost":
      return `${t.headNotSent(channel, due, what)} ${why}`;
  }
}
