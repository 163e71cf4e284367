// What a set of alerts brings, in sentences: for the card, for what was saved and for lists. It must never leave out what makes it hear less than a reader thinks.
import type { Filters } from "../../domain/match.ts";
import type { CaredBy } from "../../domain/duty.ts";
import type { Draft, Settings } from "../../domain/draft.ts";
import type { Notice } from "../../domain/next-notice.ts";
import { isQuiet } from "../../domain/quiet.ts";
import { fine, type FineTopic, OF_CURFEWS, type Topic } from "../../domain/topic.ts";
import type { Destination } from "../../domain/subscription.ts";
import type { Language } from "../../domain/text.ts";
import { MINUTE, type Millis } from "../../domain/time.ts";
import { say, texts } from "../../text/index.ts";
import { moment, span } from "../../text/time.ts";
import type { Known } from "../../domain/known.ts";
import { placeName } from "../curfew/words.ts";
import { escape } from "../escape.ts";

export interface LineScene {
  record: Known;
  now: Millis;
  language: Language;
}

/** Discord shows the channel's own name; direct messages have none. */
export function whereName({ kind, id }: Pick<Destination, "kind" | "id">, language: Language): string {
  return kind === "dm" ? texts(language).settings.you : `<#${id}>`;
}

export const person = (id: string) => `<@${id}>`;
const role = (id: string) => `<@&${id}>`;
const channel = (id: string) => `<#${id}>`;

/** `2 h and 30 min`; undefined for none. */
export function spans(minutes: readonly number[], language: Language): string | undefined {
  const told = [...new Set(minutes)].sort((a, b) => b - a).map((one) => span(one * MINUTE));
  return told.length === 0 ? undefined : texts(language).soon.all(told);
}

/** In a few words: `curfews, military strikes`. All that there is of curfews is one word. */
export function heard(
  { topics }: Pick<Settings, "topics">,
  { language }: Pick<LineScene, "language">,
  only: (topic: Topic) => readonly string[] = () => [],
): string {
  const { alerts, settings } = texts(language);
  const named = (topic: Topic) => {
    const kept = only(topic);
    const name = alerts.topics[topic];
    return kept.length === 0 ? name : `${name} (${settings.only(kept.join(", "))})`;
  };
  const own = fine(topics);
  const isAll = OF_CURFEWS.every((topic) => own.includes(topic));
  const rest = isAll ? own.filter((topic) => !OF_CURFEWS.some((one) => one === topic)) : own;
  return [...(isAll ? [named("curfews")] : []), ...rest.map(named)].join(", ");
}

/** One a kind, each with its sound. */
export function kindLines(settings: Settings, scene: LineScene): string[] {
  return fine(settings.topics).flatMap((topic) => kindLine(topic, settings, scene));
}

function kindLine(topic: FineTopic, settings: Settings, { record, language }: LineScene): string[] {
  const t = texts(language).settings;
  const sound = t.sound[settings.sounds?.[topic] ?? usualSound(topic, settings)];
  if (topic === "soon") {
    const [begin, end] = [spans(settings.leads, language), spans(settings.endLeads, language)];
    // What an end brings beforehand is silent where its begin was told: loud.ts.
    const ending = t.sound[settings.sounds?.soon ?? "usual"];
    return [
      ...(begin === undefined
        ? end === undefined
          ? [t.line.nothingBefore]
          : []
        : [t.with(t.line.beforeBegin(begin), sound)]),
      ...(end === undefined ? [] : [t.with(t.line.beforeEnd(end), ending)]),
    ];
  }
  const only = filterWords(topic, settings, record, language);
  const what = only.length === 0 ? t.line[topic] : `${t.line[topic]}, ${t.only(only.join(", "))}`;
  return [t.with(what, sound)];
}

/** As loud.ts decides it where nothing is set. */
function usualSound(topic: FineTopic, { topics, leads }: Settings): "loud" | "silent" | "usual" {
  if (topic !== "begins" && topic !== "ends") return "loud";
  return fine(topics).includes("soon") && leads.length > 0 ? "silent" : "usual";
}

/** What makes it hear less than all of a kind: news of organisations are kept to those that are named, too. */
export function filterWords(
  topic: Topic,
  { regions, organisations, minKilled }: Filters,
  record: Pick<Known, "orgsById">,
  language: Language,
): string[] {
  const { settings: t, strikes } = texts(language);
  const named = organisations?.map((id) => escape(record.orgsById.get(id)?.name ?? id)).join(", ");
  if (topic === "orgs") return named === undefined ? [] : [named];
  if (topic !== "strikes") return [];
  return [
    ...(regions === undefined ? [] : [t.region(regions.map((one) => strikes.region[one]).join(", "))]),
    ...(named === undefined ? [] : [t.naming(named)]),
    ...(minKilled === undefined ? [] : [t.leastKilled(minKilled)]),
  ];
}

/** `Guayas, Los Ríos`. */
export function placeList(areas: readonly string[], { record, now, language }: LineScene): string {
  return areas.map((area) => (record.areasById.has(area) ? placeName(record, area, language, now) : area)).join(", ");
}

/** What comes whatever its place says so: "Guayas" above must not be taken for a filter of strikes. */
export function placesLine({ areas, topics }: Pick<Settings, "areas" | "topics">, scene: LineScene): string {
  const isParent = areas.some(
    (area) => scene.record.areasById.has(area) && scene.record.areas.leaves(area, scene.now).length > 1,
  );
  const t = texts(scene.language).settings;
  const line = t.places(placeList(areas, scene), isParent);
  const anywhere = fine(topics).filter((topic) => topic === "strikes" || topic === "orgs");
  return anywhere.length === 0 ? line : `${line} ${t.anywhere(heard({ topics: anywhere }, scene))}`;
}

/** What is set beside kinds and places; only what is. */
/** `cared`: who stands in for its owner is told in their place. */
export function extraLines({ channel: own, settings }: Draft, scene: LineScene & { cared: CaredBy }): string[] {
  const { language, record } = scene;
  const { common, settings: t } = texts(language);
  const { digest, seen } = settings;
  return [
    t.speaks(common.languageName[own.language], zoneName(own.zone, record, language)),
    ...mentionLines(settings, language),
    ...(digest === undefined ? [] : [digestLine(digest, language)]),
    ...quietLines(own, language),
    ...(own.board === undefined ? [] : [t.board]),
    ...(settings.thread === true ? [t.thread] : []),
    ...(settings.events === true ? [t.events] : []),
    ...(seen === undefined ? [] : [t.seen(seen.people.map(person).join(", "), span(seen.after * MINUTE))]),
    t.carers(
      person(scene.cared.person ?? settings.owner),
      settings.secondContact === undefined ? undefined : person(settings.secondContact),
      settings.lastResort === undefined ? undefined : channel(settings.lastResort),
    ),
  ];
}

/** Which role is mentioned, and in what. */
export function mentionLines({ role: own, mention }: Settings, language: Language): string[] {
  if (own === undefined) return [];
  const topics = mention?.map((topic) => topicName(topic, language)).join(", ");
  return [texts(language).settings.mentions(role(own), topics)];
}

export function quietLines({ quietHours }: Pick<Draft["channel"], "quietHours">, language: Language): string[] {
  return quietHours === undefined ? [] : [texts(language).settings.quiet(quietHours.start, quietHours.end)];
}

/** Said beside the next notice, where quiet hours hold it back. The end of what was shown comes all the same. */
export function heldWords(
  { zone, quietHours }: Pick<Draft["channel"], "zone" | "quietHours">,
  { at, edge, kind }: Notice,
  language: Language,
): string[] {
  if (quietHours === undefined || (kind === "ended" && at === edge)) return [];
  return isQuiet({ zone, quietHours }, at) ? [texts(language).settings.nextHeld(quietHours.end)] : [];
}

/** Who looks after it by now: its owner, or who stands in for them, and until when. */
export function careWords(
  { owner }: Pick<Settings, "owner">,
  by: CaredBy,
  { zone, now, language }: Pick<LineScene, "now" | "language"> & { zone: string },
): string {
  const t = texts(language).duty.care;
  if (by.person === undefined) return t.nobody(person(owner));
  if (by.person === owner) return t.by(person(owner));
  return t.instead(
    person(by.person),
    person(owner),
    by.until === undefined ? undefined : moment(by.until, zone, language, now),
  );
}

export function topicName(topic: Settings["topics"][number], language: Language): string {
  const { alerts, settings } = texts(language);
  return topic === "curfews" ? alerts.topics.curfews : settings.kind[topic];
}

export function digestLine(digest: NonNullable<Settings["digest"]>, language: Language): string {
  const t = texts(language).settings;
  const form = t.digest[digest.form];
  if (digest.every === "day") return t.digest.day(digest.at, form);
  return t.digest.week(t.weekdays[(digest.weekday ?? 1) - 1] ?? "", digest.at, form);
}

/** `Ecuador time (America/Guayaquil)`, where a place of the record has it; else as IANA writes it. */
export function zoneName(zone: string, record: Known, language: Language): string {
  const having = [...record.areasById.values()].filter((area) => area.zone === zone);
  const named = having.find(({ kind }) => kind === "country") ?? having[0];
  if (named === undefined) return zone;
  return `${texts(language).common.placeTime(escape(say(named.clock ?? named.name, language)))} (${zone})`;
}
