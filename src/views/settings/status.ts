// How the alerts of a server's channels are doing, a few channels a page. Silence is never shown as good news: it says until when everything was noted,
// how far what is known reaches, and since when nothing was due.
import { groupBy } from "../../domain/group.ts";
import { type Delivery, isHeldForQuiet } from "../../domain/delivery.ts";
import { isPaused } from "../../domain/quiet.ts";
import { stateAt } from "../../domain/state.ts";
import type { Destination, Subscription } from "../../domain/subscription.ts";
import type { Millis } from "../../domain/time.ts";
import { texts } from "../../text/index.ts";
import { sentence } from "../../text/sentence.ts";
import { moment, span } from "../../text/time.ts";
import { sceneOf, when } from "../curfew/words.ts";
import { fieldOf, split } from "../fit.ts";
import type { Action, Field, Message } from "../message.ts";
import { turns } from "../paging.ts";
import { whereName } from "./lines.ts";
import { channelName, darkWords } from "./subscribed.ts";
import {
  became,
  becameWords,
  delay,
  quietUntil,
  reasonWords,
  sceneOfRow,
  type WhyScene,
  whatWords,
} from "./why-words.ts";
import { hearsCurfews } from "../../domain/topic.ts";

export interface ChannelStatus {
  destination: Destination;
  subscriptions: readonly Subscription[];
  /** What was posted last, and what was to be posted last whatever became of it. */
  delivered: Delivery | undefined;
  newest: Delivery | undefined;
  /** Oldest first. */
  waiting: readonly Delivery[];
  /** What told its people that it is closed. */
  about: readonly Delivery[];
}

export interface Status {
  channels: number;
  /** Of all pages. */
  troubled: { paused: number; waiting: number; failed: number };
  /** No trouble, but nobody may read that nothing is paused, or that nothing waits: paused by people, with notices that wait for the end of a quiet time. */
  quiet: { paused: number; waiting: number };
  page: number;
  pages: number;
  turn: (to: string) => Action;
  shown: readonly ChannelStatus[];
  planned: { until: Millis | undefined; trusted: boolean };
}

export function statusView(status: Status, s: WhyScene): readonly Message[] {
  const { common, why, alerts } = texts(s.language);
  const t = why.status;
  if (status.channels === 0) return [{ content: [alerts.listNone, ...plannedLines(status.planned, s)].join("\n") }];
  const { paused, waiting, failed } = status.troubled;
  const trouble = paused + waiting + failed > 0;
  const { page, pages, turn } = status;
  const { first, previous, next, last } = common;
  const { quiet } = status;
  const isQuiet = quiet.paused + quiet.waiting > 0;
  const told = [
    ...(trouble ? [t.trouble(paused, waiting, failed)] : []),
    ...(isQuiet ? [t.quietNow(quiet.paused, quiet.waiting)] : trouble ? [] : [t.fine]),
  ].join("; ");
  return split({
    content: [
      sentence(`${s.direct === undefined ? t.head(status.channels) : t.headYours}: ${told}`),
      ...plannedLines(status.planned, s),
    ].join("\n"),
    embed: {
      tone: trouble || !status.planned.trusted ? "trouble" : "info",
      fields: [
        ...status.shown.flatMap((one) => channelFields(one, s)),
        ...fieldOf(t.known, knownLines(status.shown, s)),
      ],
      footer: [t.more, ...(pages > 1 ? [common.page(page, pages)] : [])].join(" · "),
    },
    rows: turns({ page, pages, turn, labels: { first, previous, next, last } }),
  });
}

/** Whether anybody watches the clock: without it an empty list would look like good news. */
export function plannedLines({ until, trusted }: Status["planned"], s: WhyScene): string[] {
  const t = texts(s.language).why.status;
  if (!trusted) return [t.untrusted];
  const scene = sceneOf(s.record, [s.home], s.now, s.language);
  return [until === undefined ? t.never : t.planned(`${when(scene, until)} ${scene.clock}`)];
}

function channelFields(one: ChannelStatus, s: WhyScene): Field[] {
  const { destination, subscriptions } = one;
  const { common, why } = texts(s.language);
  const channel = `**${whereName(destination, s.language)}**`;
  const head = why.status.tells(channel, subscriptions.length, common.languageName[destination.language]);
  const lines = [
    ...pausedLines(one, s),
    ...quietLines(one, s),
    ...boardLines(one, s),
    ...waitingLines(one, s),
    ...lastLines(one, s),
  ];
  // A field's name shows no channel.
  return fieldOf(why.status.is[stateOf(one, s.now)], [head, ...lines]);
}

function stateOf(
  { destination, delivered, newest, waiting }: ChannelStatus,
  now: Millis,
): "paused" | "failed" | "byPeople" | "waiting" | "quiet" | "delivered" | "none" {
  if (destination.paused !== undefined) return "paused";
  if (newest !== undefined && isLost(newest)) return "failed";
  if (isPaused(destination, now)) return "byPeople";
  if (waiting.some((row) => !isHeldForQuiet(row))) return "waiting";
  if (waiting.length > 0) return "quiet";
  return delivered === undefined ? "none" : "delivered";
}

const isLost = (row: Delivery) => ["lost", "doubt"].includes(became(row));

function pausedLines({ destination: { paused, zone }, about }: ChannelStatus, s: WhyScene): string[] {
  if (paused === undefined) return [];
  const t = texts(s.language).why.status;
  const scene = { ...sceneOf(s.record, [s.home], s.now, s.language), zone };
  const people = about
    .filter(({ alert }) => alert.kind === "channel.closed" && alert.since >= paused.at - 1000)
    .map((row) => {
      const who = row.dm === undefined ? channelName(row.channelId) : t.direct(`<@${row.dm}>`);
      return became(row) === "there" ? who : `${who}: ${becameWords(row, s)}`;
    });
  return [
    sentence(t.paused(when(scene, paused.at), reasonWords(paused.reason, s.language).short)),
    sentence(people.length === 0 ? t.toldNobody : t.told(people.join("; "))),
  ];
}

/** Readers may still count on it. */
function boardLines({ destination: { boardOff, zone } }: ChannelStatus, s: WhyScene): string[] {
  if (boardOff === undefined) return [];
  return [sentence(texts(s.language).board.off(moment(boardOff.at, zone, s.language, s.now)))];
}

/** Until when people want nothing here: silence in it is no news. */
function quietLines({ destination }: ChannelStatus, s: WhyScene): string[] {
  const { pause, zone } = destination;
  if (pause === undefined || !isPaused(destination, s.now)) return [];
  const { quiet: t, why } = texts(s.language);
  const scene = sceneOf(s.record, [s.home], s.now, s.language);
  const until =
    pause.until === undefined ? t.openUntil : t.until(`${moment(pause.until, zone, s.language, s.now)} ${scene.clock}`);
  return [sentence(why.status.byPeople(`<@${pause.by}>`, until))];
}

function waitingLines({ waiting, destination }: ChannelStatus, s: WhyScene): string[] {
  const [oldest] = waiting;
  if (oldest === undefined) return [];
  const reasons = groupBy(waiting, ({ reason }) => reason).map(([one]) => {
    const until = one === undefined ? "" : quietUntil(one, destination, sceneOfRow(one, s));
    return [reasonWords(one?.reason ?? "", s.language).short, until].filter((words) => words !== "").join(" ");
  });
  const since = when(sceneOfRow(oldest, s), oldest.plannedAt);
  return [sentence(texts(s.language).why.status.waits(waiting.length, since, reasons.join("; ")))];
}

function lastLines(
  { destination: { zone }, subscriptions, delivered, newest, waiting }: ChannelStatus,
  s: WhyScene,
): string[] {
  const t = texts(s.language).why.status;
  const home = { ...sceneOf(s.record, [s.home], s.now, s.language), zone };
  const at = (row: Delivery) => when(sceneOfRow(row, s), row.dueAt);
  const absent = newest !== undefined && (isLost(newest) || became(newest) === "not-needed");
  if (delivered === undefined && newest === undefined)
    return [sentence(t.noneYet(when(home, Math.min(...subscriptions.map(({ since }) => since)))))];
  const late = delivered === undefined ? undefined : delay(delivered);
  return [
    ...(absent ? [`${at(newest)} · ${whatWords(newest, s)} ➜ ${becameWords(newest, s)}`] : []),
    ...(delivered === undefined
      ? [sentence(t.noneYet(when(home, Math.min(...subscriptions.map(({ since }) => since)))))]
      : [
          sentence(
            t.last(`${whatWords(delivered, s)} (${late === undefined ? t.inTime : t.late(span(late))})`, at(delivered)),
          ),
        ]),
    ...(newest !== undefined && waiting.length === 0 ? [sentence(t.quiet(at(newest)))] : []),
  ];
}

/** How far what is known of the places reaches that the shown channels follow. */
function knownLines(shown: readonly ChannelStatus[], s: WhyScene): string[] {
  const { record, now, language } = s;
  const areas = shown.flatMap(({ subscriptions }) =>
    subscriptions.flatMap((one) => (hearsCurfews(one.topics) ? one.areas : [])),
  );
  const places = [...new Set(areas)].filter((place) => record.areas.get(place) !== undefined);
  // Each by its own clock.
  const lines = groupBy(places, (place) => record.areas.zone(place)).flatMap((own) =>
    darkWords(
      sceneOf(record, own, now, language),
      own.map((area) => ({ area, state: stateAt(record, area, now) })),
    ),
  );
  return [...new Set(lines)];
}
