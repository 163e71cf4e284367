// What the last days would have brought a channel, and what comes next: shown before its settings are saved. It must never let "nothing" read as safety,
// nor pass what was recorded for all that happened.
import type { AreaId, LeafId } from "../../domain/area.ts";
import type { Coming, Notice } from "../../domain/next-notice.ts";
import { knowledgeOf, leavesOf } from "../../domain/knowledge.ts";
import type { LastDays } from "../../domain/last-days.ts";
import type { Language } from "../../domain/text.ts";
import { DAY, HOUR, type Millis } from "../../domain/time.ts";
import { fine, type FineTopic, hearsCurfews } from "../../domain/topic.ts";
import { texts } from "../../text/index.ts";
import { hour, moment, night } from "../../text/time.ts";
import { type CurfewRecord, type Scene, sceneOf, shortList, todayAt } from "../curfew/words.ts";
import { fewestList } from "../notices/knowledge-words.ts";
import { heldWords } from "./lines.ts";
import type { Listed } from "./subscribed.ts";

const HAS_HOUR: ReadonlySet<FineTopic> = new Set(["soon", "begins", "ends"]);

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
  const dark = darkLeaves(view);
  return [wouldLine(view.last, view.language), ...more(view), ...nextLines(view, dark)];
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

/** A summary that comes, or a curfew elsewhere, is no word on a place of which nothing is known. */
function nextLines(view: WouldBring, dark: readonly LeafId[]): string[] {
  const { next, record, now, language } = view;
  if (next === undefined) return [nothingLine(view, dark)];
  const named = dark.length === 0 ? [] : [fewestList(sceneOf(record, dark, now, language), dark)];
  const places = [...named, ...gone(view)];
  const unknown = places.length === 0 ? [] : [texts(language).preview.notKnown(places.join(", "))];
  return [...unknown, nextLine(view, next)];
}

function nextLine(view: WouldBring, next: Coming): string {
  const { record, to, now, language } = view;
  const t = texts(language).preview;
  if (next.is === "digest") {
    // It comes by the channel's own clock, also where the record holds none of its places any more: then any place's scene will do.
    const held = to.subscriptions.flatMap(({ areas }) => areas).filter((area) => record.areas.get(area) !== undefined);
    const scene = sceneOf(
      record,
      held.length === 0 ? record.areas.all.slice(0, 1).map(({ id }) => id) : held,
      now,
      language,
    );
    return t.next(todayAt({ ...scene, zone: to.destination.zone }, next.at), t.nextDigest);
  }
  const places = next.notice.groups.flatMap(({ areas }) => areas);
  const scene = sceneOf(record, places, now, language);
  return [
    t.next(`${todayAt(scene, next.notice.at)} ${scene.clock}`, noticeWords(scene, next.notice)),
    ...heldWords(to.destination, next.notice, language),
  ].join(" ");
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
function nothingLine(view: WouldBring, dark: readonly LeafId[]): string {
  const t = texts(view.language).preview;
  if (!view.to.subscriptions.some(({ topics }) => hearsCurfews(topics))) return t.comesWhenKnown;
  if (dark.length > 0 || gone(view).length > 0) return t.nothingKnown;
  // Who hears of changes alone is told no hour of a curfew, though one be announced.
  const told = view.to.subscriptions.some(({ topics }) => fine(topics).some((one) => HAS_HOUR.has(one)));
  return told ? t.nothingPlanned : t.comesWhenKnown;
}

const ofCurfews = ({ to }: WouldBring): readonly AreaId[] =>
  to.subscriptions.filter(({ topics }) => hearsCurfews(topics)).flatMap(({ areas }) => areas);

/** Where it asks for curfews and nobody knows all of them now. */
function darkLeaves(view: WouldBring): readonly LeafId[] {
  const { record, now } = view;
  return leavesOf(record.areas, ofCurfews(view), now).filter((leaf) => knowledgeOf(record, leaf, now).is !== "known");
}

/** Where it asks for curfews of places that the record holds no more. */
function gone(view: WouldBring): readonly string[] {
  const { record, now } = view;
  return [...new Set(ofCurfews(view))].filter((area) => leavesOf(record.areas, [area], now).length === 0);
}
