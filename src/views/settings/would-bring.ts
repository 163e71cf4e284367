// What the last days would have brought a channel, and what comes next: shown before its settings are saved. It must never let "nothing" read as safety,
// nor pass what was recorded for all that happened.
import type { Coming, Notice } from "../../domain/next-notice.ts";
import { knowledgeOf, leavesOf } from "../../domain/knowledge.ts";
import type { LastDays } from "../../domain/last-days.ts";
import type { Language } from "../../domain/text.ts";
import { DAY, HOUR, type Millis } from "../../domain/time.ts";
import { hearsCurfews } from "../../domain/topic.ts";
import { texts } from "../../text/index.ts";
import { hour, moment, night } from "../../text/time.ts";
import { type CurfewRecord, type Scene, sceneOf, shortList, todayAt } from "../curfew/words.ts";
import type { Listed } from "./subscribed.ts";

export interface WouldBring {
  record: CurfewRecord;
  /** The channel as it would be. */
  to: Listed;
  last: LastDays;
  next: Coming | undefined;
  now: Millis;
  /** Of the reader, who need not be told in the channel's. */
  language: Language;
}

/** Some lines of plain text, for a field of the card or for `content`. */
export function wouldBring(view: WouldBring): readonly string[] {
  return [wouldLine(view.last, view.language), ...more(view), nextLine(view)];
}

function wouldLine({ from, to, notices, loud, topics, known }: LastDays, language: Language): string {
  const t = texts(language).preview;
  const days = Math.round((to - from) / DAY);
  if (notices === 0) return known === undefined ? `${t.wouldNone(days)} ${t.asKnown}` : t.wouldNone(days);
  return `${t.would(days, notices, loud)}: ${topics.map((one) => t.of(one.topic, one.notices, one.loud)).join(", ")}.`;
}

function more({ last, to, language }: WouldBring): string[] {
  const t = texts(language).preview;
  const { zone } = to.destination;
  const { loudest, known, held, digests, mentions } = last;
  const days = Math.round((last.to - last.from) / DAY);
  return [
    ...(digests === 0 ? [] : [t.digests(days, digests)]),
    ...(loudest === undefined ? [] : [t.loudest(loudest.loud, nightOf(loudest.at, zone, language))]),
    ...(held === 0 ? [] : [t.held(held)]),
    ...(mentions.length === 0 ? [] : [t.mentions(mentions.map((one) => t.mention(`<@&${one.role}>`, one.notices)))]),
    ...(known === undefined ? [] : [knownLine(known, zone, language)]),
  ];
}

/** `Thu 19 -> Fri 20 Mar`: from noon to noon. */
function nightOf(at: Millis, zone: string, language: Language): string {
  const start = at - 12 * HOUR;
  return night({ start, end: start + DAY }, zone, language).replace(/,[^,]*$/, "");
}

function knownLine(known: NonNullable<LastDays["known"]>, zone: string, language: Language): string {
  const t = texts(language).preview;
  if (known === "nothing") return t.knownNothing;
  return t.knownOnly(moment(known.from, zone, language), moment(known.to, zone, language));
}

function nextLine(view: WouldBring): string {
  const { next, record, to, now, language } = view;
  const t = texts(language).preview;
  const places = to.subscriptions.flatMap(({ areas }) => areas);
  if (next === undefined) return nothingLine(view);
  const scene = sceneOf(
    record,
    next.is === "notice" ? next.notice.groups.flatMap(({ areas }) => areas) : places,
    now,
    language,
  );
  if (next.is === "notice")
    return t.next(`${todayAt(scene, next.notice.at)} ${scene.clock}`, noticeWords(scene, next.notice));
  return t.next(todayAt({ ...scene, zone: to.destination.zone }, next.at), t.nextDigest);
}

function noticeWords(scene: Scene, { kind, at, edge, groups }: Notice): string {
  const t = texts(scene.language).preview;
  const places = shortList(
    scene,
    groups.flatMap(({ areas }) => areas),
  );
  return at === edge ? t.nextAt(kind, places) : t.nextBefore(kind, hour(edge, scene.zone), places);
}

/** Nobody may take a channel that stays silent for an answer. */
function nothingLine({ record, to, now, language }: WouldBring): string {
  const t = texts(language).preview;
  const curfews = to.subscriptions.filter(({ topics }) => hearsCurfews(topics));
  if (curfews.length === 0) return t.comesWhenKnown;
  const leaves = leavesOf(
    record.areas,
    curfews.flatMap(({ areas }) => areas),
    now,
  );
  const isDark = leaves.length === 0 || leaves.some((leaf) => knowledgeOf(record, leaf, now).is !== "known");
  return isDark ? t.nothingKnown : t.nothingPlanned;
}
