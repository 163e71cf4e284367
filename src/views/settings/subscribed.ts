// What a channel is told when its alerts start or stop, and which channels have them. It must never promise a notice that nobody can give.
import type { ChannelState } from "../../domain/channel-state.ts";
import type { LeafId, PlaceId } from "../../domain/area.ts";
import { carried } from "../../domain/carried.ts";
import { groupBy } from "../../domain/group.ts";
import { knowledgeOf, lasting, leavesOf } from "../../domain/knowledge.ts";
import type { Heard, Notice } from "../../domain/next-notice.ts";
import type { AreaState, State } from "../../domain/situation.ts";
import type { Destination, Subscription } from "../../domain/subscription.ts";
import type { Language } from "../../domain/text.ts";
import { fine } from "../../domain/topic.ts";
import { MINUTE, type Millis } from "../../domain/time.ts";
import { texts } from "../../text/index.ts";
import { moment, span } from "../../text/time.ts";
import { areasOf } from "../notices/edge-line.ts";
import { type CurfewRecord, placeName, type Scene, sceneOf, shortList, todayAt, when } from "../curfew/words.ts";
import { escape } from "../escape.ts";
import { fieldOf, split } from "../fit.ts";
import { whyClosed } from "../notices/channel.ts";
import { fewestList } from "../notices/knowledge-words.ts";
import type { Message } from "../message.ts";

export interface SubscribedView {
  record: CurfewRecord;
  place: PlaceId;
  channelId: string;
  is: "new" | "already" | "changed";
  /** It was paused since then, and goes on. */
  resumed?: Millis;
  state: AreaState;
  /** Minutes before, of all its subscriptions. */
  heard: Heard;
  next: Notice | undefined;
  now: Millis;
  language: Language;
  /** What the channel is told in. */
  alertsIn: Language;
}

export function subscribedView(view: SubscribedView): Message {
  const { record, place, channelId, language } = view;
  const scene = sceneOf(record, [place], view.now, language);
  const t = texts(language).alerts;
  const name = placeName(record, place, language, view.now);
  const channel = channelName(channelId);
  const dark = darkWords(scene, place, view.state);
  const soon = texts(language).soon;
  const first = { new: t.subscribed, already: t.already, changed: soon.changed }[view.is];
  const comes = soon.comes(name, before(view.heard.leads, language), before(view.heard.endLeads, language));
  const lines = [
    first(channel),
    ...(view.resumed === undefined
      ? []
      : [texts(language).closures.resumed(moment(view.resumed, scene.zone, language))]),
    t.whatComes(comes, texts(language).common.languageName[view.alertsIn]),
    ...(view.next === undefined
      ? dark.length === 0
        ? [t.noNotice]
        : []
      : [t.nextNotice(noticeWords(scene, view.next))]),
    ...dark,
  ];
  return { content: lines.join("\n") };
}

function noticeWords(scene: Scene, { kind, at, edge, groups }: Notice): string {
  const { alerts: t, soon } = texts(scene.language);
  const moment = `${todayAt(scene, edge)} ${scene.clock}`;
  const told = t[kind === "began" ? "willBegin" : "willEnd"](moment, shortList(scene, areasOf(groups)));
  return at === edge ? told : soon.noticeAt(todayAt(scene, at), told);
}

/** `2 h and 30 min`; undefined for none. */
function before(leads: readonly number[], language: Language): string | undefined {
  const told = [...new Set(leads)].sort((a, b) => b - a).map((lead) => span(lead * MINUTE));
  return told.length === 0 ? undefined : texts(language).soon.all(told);
}

/** How long before a subscription of curfews wants to be told; nothing for one of strikes alone. */
export function beforeWords({ topics, leads, endLeads }: Subscription, language: Language): string[] {
  if (!fine(topics).includes("soon")) return [];
  const t = texts(language).soon;
  const [begin, end] = [before(leads, language), before(endLeads, language)];
  return [begin === undefined ? t.noneBefore : t.beforeBegin(begin), ...(end === undefined ? [] : [t.beforeEnd(end)])];
}

/**
 * Since when nothing is known, or until when what is known holds: silence must not be taken for an answer. Each group of places by the fewest
 * names, as some of them may be known and others not.
 */
export function darkWords(scene: Scene, place: PlaceId, state: AreaState): string[] {
  const { record, now, language } = scene;
  const t = texts(language).alerts;
  const leaves = record.areas.leaves(place, now);
  const at = (instant: Millis) => `${when(scene, instant)} ${scene.clock}`;
  const list = (own: readonly LeafId[]) =>
    own.length === leaves.length ? placeName(record, place, language, now) : fewestList(scene, own);
  const parts = "whole" in state ? [{ areas: [place], state: state.whole }] : state.partly;
  const dark = parts.flatMap((part) =>
    leavesOf(record.areas, part.areas, now).flatMap((leaf) => darkLeaf(record, leaf, now, part.state)),
  );
  const lines = bySince(dark).map(({ since, declared, own }) => {
    if (since === undefined) return t.notKnownAtAll(list(own));
    return declared ? t.declaredSince(list(own), at(since)) : t.notKnownSince(list(own), at(since));
  });
  const ahead = lasting(record);
  const ends = leaves.flatMap((leaf) => {
    const own = knowledgeOf(ahead, leaf, now);
    return own.is === "known" && !dark.some((one) => one.leaf === leaf) ? [{ leaf, until: own.until }] : [];
  });
  const [first] = groupBy(
    ends.sort((a, b) => a.until - b.until),
    ({ until }) => String(until),
  );
  const until = first?.[0]?.until;
  const holds =
    first === undefined || until === undefined ? [] : [t.notKnownFrom(list(first.map(({ leaf }) => leaf)), at(until))];
  return [...lines, ...holds, ...(dark.length === 0 ? [] : [t.askThere])];
}

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

export function alertsList(
  listed: readonly Listed[],
  {
    record,
    language,
    closure = () => undefined,
  }: {
    record: CurfewRecord;
    language: Language;
    /** How it stands with a channel that is paused. */
    closure?: (destination: Destination) => ChannelState | undefined;
  },
): readonly Message[] {
  const t = texts(language).alerts;
  if (listed.length === 0) return [{ content: t.listNone }];
  const lines = listed.map(({ destination, subscriptions }) => {
    const what = subscriptions
      .map((one) => [subscriptionWords(one, record, language), ...beforeWords(one, language)].join("; "))
      .join(" · ");
    const line = `${channelName(destination.id)}: ${what}; ${texts(language).common.languageName[destination.language]}`;
    const words = pausedWords(destination, closure(destination), language);
    return words === undefined ? line : `${line}; ${words}`;
  });
  return split({ content: t.listed(listed.length), embed: { tone: "info", fields: fieldOf(t.channels, lines) } });
}

/** `PAUSED since Sun 15 Mar 23:02: Vigía may no longer write there; 2 alerts wait; Luis has it, since …`. */
function pausedWords(
  { paused, zone }: Destination,
  state: ChannelState | undefined,
  language: Language,
): string | undefined {
  if (paused === undefined) return undefined;
  const t = texts(language).closures;
  const { held, waiting = 0, missing = [], told = true } = state ?? {};
  const name = held?.name === undefined ? t.somebody : escape(held.name);
  return [
    t.paused(moment(paused.at, zone, language), whyClosed({ reason: paused.reason, missing }, language)),
    ...(waiting === 0 ? [] : [t.waitsShort(waiting)]),
    ...(held === undefined ? (told ? [] : [t.untold]) : [t.held(name, moment(held.at, zone, language))]),
  ].join("; ");
}

export function removedView(
  channelId: string,
  ended: readonly Subscription[],
  scene: { record: CurfewRecord; zone: string; language: Language },
): Message {
  const { record, zone, language } = scene;
  const t = texts(language).alerts;
  if (ended.length === 0) return { content: t.nothingToRemove(channelName(channelId)) };
  const lines = ended.map(
    (one) => `• ${subscriptionWords(one, record, language)}, ${t.since(moment(one.since, zone, language))}`,
  );
  return { content: [t.removed(channelName(channelId)), ...lines].join("\n") };
}

/** `curfews, military strikes; Ecuador`. */
export function subscriptionWords(one: Subscription, record: CurfewRecord, language: Language): string {
  const t = texts(language).alerts;
  const named = (areas: readonly string[], at: Millis) =>
    areas.map((area) => (record.areasById.has(area) ? placeName(record, area, language, at) : area)).join(", ");
  const topics = one.topics.map((topic) => t.topics[topic]).join(", ");
  const today = carried(record.areas, one.areas, one.since, record.knownAt);
  if (today.join() === one.areas.join() || today.length === 0) return `${topics}; ${named(one.areas, one.since)}`;
  const as = texts(language).places.subscribedAs(named(one.areas, one.since));
  return `${topics}; ${named(today, record.knownAt)} ${as}`;
}

/** Discord shows the channel's own name, in the reader's client. */
export function channelName(id: string): string {
  return `<#${id}>`;
}
