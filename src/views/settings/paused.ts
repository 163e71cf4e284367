// What who paused or resumed a channel's alerts reads: until when, as it was understood, and what comes now. It must never promise a note where nothing waits.
import type { PlaceId } from "../../domain/area.ts";
import { isPaused, quietAt } from "../../domain/quiet.ts";
import type { Destination } from "../../domain/subscription.ts";
import type { Language } from "../../domain/text.ts";
import type { Millis } from "../../domain/time.ts";
import { texts } from "../../text/index.ts";
import { type CurfewRecord, sceneOf, when } from "../curfew/words.ts";
import type { Message } from "../message.ts";

export interface PauseAsked {
  /** The channel, or whose direct messages. */
  where: string;
  record: CurfewRecord;
  now: Millis;
  language: Language;
  /** Whose clock. */
  home: PlaceId;
}

export function pausedView(asked: PauseAsked & { until: Millis | undefined; replaced: boolean }): Message {
  const t = texts(asked.language).quiet;
  const channel = asked.where;
  const told = asked.until === undefined ? t.pausedOpen(channel) : t.paused(channel, moment(asked, asked.until));
  return { content: [told, ...(asked.replaced ? [t.replaced] : []), t.askThere].join("\n") };
}

/** `before`: as it was; `waits`: how many notices are held. */
export function resumedView(asked: PauseAsked & { before: Destination; waits: number }): Message {
  const { before, waits, now, language, where: channel } = asked;
  const t = texts(language).quiet;
  const { paused, quietHours, zone } = before;
  const ran = isPaused(before, now);
  // The pause is over: its quiet hours alone are left.
  const hours = quietAt({ zone, ...(quietHours === undefined ? {} : { quietHours }) }, now)?.until;
  const told = !ran ? t.notPaused(channel) : waits > 0 ? t.resumed(channel) : t.resumedNothing(channel);
  return {
    content: [
      told,
      ...(hours === undefined ? [] : [t.hoursGoOn(moment(asked, hours))]),
      ...(paused === undefined ? [] : [t.closed(channel, moment(asked, paused.at))]),
    ].join("\n"),
  };
}

function moment({ record, home, now, language }: PauseAsked, at: Millis): string {
  const scene = sceneOf(record, [home], now, language);
  return `${when(scene, at)} ${scene.clock}`;
}
