// What a channel is told when its alerts start or stop, and which channels have them. It must never promise a notice that nobody can give.
import type { PlaceId } from "../domain/area.ts";
import { carried } from "../domain/carried.ts";
import type { Heard, Notice } from "../domain/next-notice.ts";
import type { AreaState } from "../domain/situation.ts";
import type { Destination, Subscription } from "../domain/subscription.ts";
import type { Language } from "../domain/text.ts";
import { MINUTE, type Millis } from "../domain/time.ts";
import { texts } from "../text/index.ts";
import { moment, span } from "../text/time.ts";
import { areasOf } from "./curfew-alert-line.ts";
import { only, type Part, partsOf } from "./curfew-line.ts";
import { type CurfewRecord, placeName, type Scene, sceneOf, shortList, todayAt, when } from "./curfew-words.ts";
import { fieldOf, split } from "./fit.ts";
import type { Message } from "./message.ts";

export interface SubscribedView {
  record: CurfewRecord;
  place: PlaceId;
  channelId: string;
  is: "new" | "already" | "changed";
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
  const dark = darkWords(scene, partsOf(view.state, place), name);
  const soon = texts(language).soon;
  const first = { new: t.subscribed, already: t.already, changed: soon.changed }[view.is];
  const comes = soon.comes(name, before(view.heard.leads, language), before(view.heard.endLeads, language));
  const lines = [
    first(channel),
    t.whatComes(comes, texts(language).common.languageName[view.alertsIn]),
    ...(view.next === undefined
      ? dark === undefined
        ? [t.noNotice]
        : []
      : [t.nextNotice(noticeWords(scene, view.next))]),
    ...(dark === undefined ? [] : [dark]),
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
function beforeWords({ topics, leads, endLeads }: Subscription, language: Language): string[] {
  if (!topics.includes("curfews")) return [];
  const t = texts(language).soon;
  const [begin, end] = [before(leads, language), before(endLeads, language)];
  return [begin === undefined ? t.noneBefore : t.beforeBegin(begin), ...(end === undefined ? [] : [t.beforeEnd(end)])];
}

/** Since when nothing is known of the place, or from when: silence must not be taken for an answer. */
function darkWords(scene: Scene, parts: readonly Part[], name: string): string | undefined {
  const t = texts(scene.language).alerts;
  const at = (instant: Millis) => `${when(scene, instant)} ${scene.clock}`;
  const dark = only(parts, "unknown");
  if (dark.length > 0) {
    const where = dark.length === parts.length ? name : t.partly(name);
    const ends = dark.map((part) => part.state.informationEnds).filter((end) => end !== undefined);
    return ends.length === 0 ? t.notKnownAtAll(where) : t.notKnownSince(where, at(Math.min(...ends)));
  }
  const free = only(parts, "notInForce").flatMap(({ state }) => state.knownUntil ?? []);
  const running = only(parts, "inForce").flatMap(({ state }) =>
    state.followedBy === "unknown" && state.until !== undefined ? [state.until] : [],
  );
  const ends = [...free, ...running];
  return ends.length === 0
    ? undefined
    : t.notKnownFrom(ends.length === parts.length ? name : t.partly(name), at(Math.min(...ends)));
}

export interface Listed {
  destination: Destination;
  subscriptions: readonly Subscription[];
}

export function alertsList(
  listed: readonly Listed[],
  { record, language }: { record: CurfewRecord; language: Language },
): readonly Message[] {
  const t = texts(language).alerts;
  if (listed.length === 0) return [{ content: t.listNone }];
  const lines = listed.map(({ destination, subscriptions }) => {
    const what = subscriptions
      .map((one) => [subscriptionWords(one, record, language), ...beforeWords(one, language)].join("; "))
      .join(" · ");
    const line = `${channelName(destination.id)}: ${what}; ${texts(language).common.languageName[destination.language]}`;
    const { paused } = destination;
    return paused === undefined ? line : `${line}; ${t.paused(moment(paused.at, destination.zone, language))}`;
  });
  return split({ content: t.listed(listed.length), embed: { tone: "info", fields: fieldOf(t.channels, lines) } });
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

function subscriptionWords(one: Subscription, record: CurfewRecord, language: Language): string {
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
