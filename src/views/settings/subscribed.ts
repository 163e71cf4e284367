// What a channel is told when its alerts start or stop. It must never promise a notice that nobody can give.
import type { Draft } from "../../domain/draft.ts";
import type { Known } from "../../domain/known.ts";
import type { LeafId, PlaceId } from "../../domain/area.ts";
import { carried } from "../../domain/carried.ts";
import { groupBy } from "../../domain/group.ts";
import { knowledgeOf, lasting, leavesOf } from "../../domain/knowledge.ts";
import type { Notice } from "../../domain/next-notice.ts";
import type { AreaState, State } from "../../domain/situation.ts";
import type { Destination, Subscription } from "../../domain/subscription.ts";
import type { Language } from "../../domain/text.ts";
import { hearsCurfews } from "../../domain/topic.ts";
import type { Millis } from "../../domain/time.ts";
import { texts } from "../../text/index.ts";
import { moment } from "../../text/time.ts";
import { areasOf } from "../notices/edge-line.ts";
import { type CurfewRecord, lower, placeName, type Scene, sceneOf, shortList, todayAt, when } from "../curfew/words.ts";
import { escape } from "../escape.ts";
import { breakLine, fieldOf } from "../fit.ts";
import { fewestList } from "../notices/knowledge-words.ts";
import type { Action, Message } from "../message.ts";
import {
  digestLine,
  filterWords,
  heard,
  heldWords,
  kindLines,
  mentionLines,
  placesLine,
  quietLines,
  whereName,
} from "./lines.ts";

export interface SavedView {
  record: Known;
  draft: Draft;
  is: "new" | "already" | "changed";
  /** It was paused since then, and goes on. */
  resumed?: Millis;
  /** Something comes no more, and the channel is told so. */
  told: boolean;
  states: readonly PlaceState[];
  /** Whether begins, ends or what is said before them come: else silence on them is as it should be. */
  hearsNights: boolean;
  next?: Notice | undefined;
  now: Millis;
  language: Language;
  undo: Action;
}

export function savedView(view: SavedView): Message {
  const { record, draft, now, language } = view;
  const { settings } = draft;
  const { alerts: t, settings: s, common } = texts(language);
  const scene = sceneOf(record, settings.areas, now, language);
  const where = whereName({ kind: draft.kind, id: draft.channelId }, language);
  const dark = hearsCurfews(settings.topics) ? darkWords(scene, view.states) : [];
  const comes = [
    ...kindLines(settings, view),
    ...(settings.digest === undefined ? [] : [lower(digestLine(settings.digest, language).replace(/\.$/, ""))]),
  ];
  const lines = [
    view.is === "new" ? t.subscribed(where) : s.isChanged(where),
    ...(view.resumed === undefined
      ? []
      : [texts(language).closures.resumed(moment(view.resumed, scene.zone, language))]),
    ...(view.told ? [s.toldLess(where)] : []),
    t.whatComes(comes.join("; "), common.languageName[draft.channel.language]),
    placesLine(settings, view),
    ...mentionLines(settings, language),
    ...quietLines(draft.channel, language),
    ...(view.next === undefined
      ? view.hearsNights && dark.length === 0
        ? [t.noNotice]
        : []
      : [[t.nextNotice(noticeWords(scene, view.next)), ...heldWords(draft.channel, view.next, language)].join(" ")]),
    ...dark,
  ];
  const [content = "", ...rest] = breakLine(lines.join("\n"), LONGEST);
  return {
    content,
    // Of many places the lines go on in the embed: nothing is cut.
    ...(rest.length === 0 ? {} : { embed: { tone: "info", fields: fieldOf("…", rest) } }),
    rows: [{ buttons: [{ label: s.undo, press: { action: view.undo }, style: "secondary" }] }],
  };
}

/** Discord's own limit is 2,000. */
const LONGEST = 1900;

function noticeWords(scene: Scene, { kind, at, edge, groups }: Notice): string {
  const { alerts: t, soon } = texts(scene.language);
  const moment = `${todayAt(scene, edge)} ${scene.clock}`;
  const told = t[kind === "began" ? "willBegin" : "willEnd"](moment, shortList(scene, areasOf(groups)));
  return at === edge ? told : soon.noticeAt(todayAt(scene, at), told);
}

/**
 * Since when nothing is known, or until when what is known holds: silence must not be taken for an answer. Places with the same hour are one line; each group by the
 * fewest names, as some of a place may be known and others not.
 */
export function darkWords(scene: Scene, places: readonly PlaceState[]): string[] {
  const { record, now, language } = scene;
  const t = texts(language).alerts;
  const at = (instant: Millis) => `${when(scene, instant)} ${scene.clock}`;
  const list = (own: readonly LeafId[]) => namesOf(scene, places, own);
  const dark = onePerLeaf(places.flatMap(({ area, state }) => darkOf(record, area, state, now)));
  const lines = bySince(dark).map(({ since, declared, own }) => {
    if (since === undefined) return t.notKnownAtAll(list(own));
    return declared ? t.declaredSince(list(own), at(since)) : t.notKnownSince(list(own), at(since));
  });
  const ahead = lasting(record);
  const isDark = new Set(dark.map(({ leaf }) => leaf));
  const first = places.flatMap(({ area }) => {
    const ends = record.areas.leaves(area, now).flatMap((leaf) => {
      const own = knowledgeOf(ahead, leaf, now);
      return own.is === "known" && !isDark.has(leaf) ? [{ leaf, until: own.until }] : [];
    });
    const soonest = Math.min(...ends.map(({ until }) => until));
    return ends.filter(({ until }) => until === soonest);
  });
  const holds = groupBy(
    onePerLeaf(first).sort((a, b) => a.until - b.until),
    ({ until }) => String(until),
  ).flatMap((group) => {
    const until = group[0]?.until;
    return until === undefined ? [] : [t.notKnownFrom(list(group.map(({ leaf }) => leaf)), at(until))];
  });
  return [...lines, ...holds, ...(dark.length === 0 ? [] : [t.askThere])];
}

interface PlaceState {
  area: PlaceId;
  state: AreaState;
}

const onePerLeaf = <One extends { leaf: LeafId }>(all: readonly One[]): One[] => [
  ...new Map(all.map((one) => [one.leaf, one] as const)).values(),
];

function darkOf(record: CurfewRecord, area: PlaceId, state: AreaState, now: Millis): Dark[] {
  const parts = "whole" in state ? [{ areas: [area], state: state.whole }] : state.partly;
  return parts.flatMap((part) =>
    leavesOf(record.areas, part.areas, now).flatMap((leaf) => darkLeaf(record, leaf, now, part.state)),
  );
}

/** As they were named, where those are meant as a whole; else by the fewest names. */
function namesOf(scene: Scene, places: readonly PlaceState[], own: readonly LeafId[]): string {
  const { record, now, language } = scene;
  const meant = new Set(own);
  const whole = places.filter(({ area }) => record.areas.leaves(area, now).every((leaf) => meant.has(leaf)));
  const named = new Set(whole.flatMap(({ area }) => record.areas.leaves(area, now)));
  if (named.size !== meant.size || whole.length > NAMED) return fewestList(scene, own);
  return whole.map(({ area }) => placeName(record, area, language, now)).join(", ");
}

/** Places that a line names as they were subscribed. */
const NAMED = 3;

interface Dark {
  leaf: LeafId;
  since: Millis | undefined;
  /** Hours are declared there: notices follow them, checked or not. */
  declared: boolean;
}

function darkLeaf(record: CurfewRecord, leaf: LeafId, now: Millis, state: State): Dark[] {
  const own = knowledgeOf(record, leaf, now);
  const declared = state.is === "inForce" || state.next !== undefined;
  if (own.is === "lapsed") return [{ leaf, since: own.since, declared }];
  return state.is === "unknown" ? [{ leaf, since: state.informationEnds, declared }] : [];
}

/** Sentences that an answer has for different times; what lapsed before those is told with the newest of its own. */
const TIMES = 3;

function bySince(dark: readonly Dark[]): (Omit<Dark, "leaf"> & { own: LeafId[] })[] {
  const newest = [...dark].sort((a, b) => (b.since ?? -Infinity) - (a.since ?? -Infinity));
  const groups = groupBy(newest, ({ since, declared }) => `${since} ${declared}`);
  const shown = groups.length > TIMES ? [...groups.slice(0, TIMES - 1), groups.slice(TIMES - 1).flat()] : groups;
  return shown.map((group) => ({
    since: group[0]?.since,
    declared: group.some((one) => one.declared),
    own: group.map(({ leaf }) => leaf),
  }));
}

export interface Listed {
  destination: Destination;
  subscriptions: readonly Subscription[];
}

interface Removed {
  where: string;
  ended: readonly Subscription[];
  waiting: number;
  /** The channel is told that it comes no more. */
  told: boolean;
  /** Other alerts still come there. */
  others: boolean;
}

export function removedView(
  { where, ended, waiting, told, others }: Removed,
  scene: { record: SettingsRecord; zone: string; language: Language; undo: Action },
): Message {
  const { record, zone, language, undo } = scene;
  const { alerts: t, settings } = texts(language);
  const lines = ended.map(
    (one) => `• ${subscriptionWords(one, record, language)}, ${t.since(moment(one.since, zone, language))}`,
  );
  return {
    content: [
      others ? t.removedSome(where) : t.removed(where),
      ...lines,
      ...(told ? [settings.toldEnd(where)] : []),
      ...(waiting === 0 ? [] : [settings.waited(waiting)]),
    ].join("\n"),
    rows: [{ buttons: [{ label: settings.undo, press: { action: undo }, style: "secondary" }] }],
  };
}

/** What settings are worded from. */
export type SettingsRecord = CurfewRecord & Pick<Known, "orgsById">;

/** `curfews, military strikes (only at least 5 killed); Ecuador`. */
export function subscriptionWords(one: Subscription, record: SettingsRecord, language: Language): string {
  const named = (areas: readonly string[], at: Millis) =>
    areas.map((area) => (record.areasById.has(area) ? placeName(record, area, language, at) : area)).join(", ");
  const topics = heard(one, { language }, (topic) => filterWords(topic, one, record, language));
  const today = carried(record.areas, one.areas, one.since, record.knownAt);
  if (today.join() === one.areas.join() || today.length === 0) return `${topics}; ${named(one.areas, one.since)}`;
  const as = texts(language).places.subscribedAs(named(one.areas, one.since));
  return `${topics}; ${named(today, record.knownAt)} ${as}`;
}

/** Discord shows the channel's own name, in the reader's client. */
export function channelName(id: string): string {
  return `<#${id}>`;
}

/** As it was called, where Discord shows it no more. */
export function goneName({ id, paused }: Destination, language: Language): string | undefined {
  if (paused?.reason !== "no-such-channel") return undefined;
  const name = paused.name === undefined ? `…${id.slice(-4)}` : `#${escape(paused.name)}`;
  return `${name} (${texts(language).settings.deleted})`;
}
