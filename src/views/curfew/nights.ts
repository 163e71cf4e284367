// The nights ahead, for planning: one line each, or one for many that are alike. It must never let an assumed night look announced, nor one
// that nobody checked look free.
import type { PlaceId } from "../../domain/area.ts";
import { type ListedNight, type NightGroup, nightGroups } from "../../domain/night-list.ts";
import type { Language } from "../../domain/text.ts";
import type { Millis } from "../../domain/time.ts";
import { texts } from "../../text/index.ts";
import { sentence } from "../../text/sentence.ts";
import { nightName } from "../../text/time.ts";
import { hoursWords, nightsLine } from "./nights-line.ts";
import { partsOfAll, SIGN } from "./part.ts";
import { known } from "./parts.ts";
import { asOf, checkedWords, checks, leastChecked } from "./sources.ts";
import { type CurfewRecord, fullList, type Scene, sceneOf, shortList, when } from "./words.ts";
import { fieldOf, split } from "../fit.ts";
import type { Field, Message, Tone } from "../message.ts";

export const NIGHTS = 14;

export interface NightsQuestion {
  record: CurfewRecord;
  places: readonly PlaceId[];
  now: Millis;
  language: Language;
  /** Read at another time, pasted somewhere. */
  dated?: true;
}

export function curfewNights(question: NightsQuestion): readonly Message[] {
  const { scene, groups, content } = basisOf(question);
  const t = texts(scene.language).curfew;
  const sources = checks(scene, question.places, scene.now).flatMap((one) => one.sources);
  const now = partsOfAll(scene.record, question.places, scene.now).flatMap((part) => part.state.curfews);
  const named = known(scene, [...now, ...groups.flatMap((group) => group.curfews)]);
  const decreed = named.flatMap((one) => one.sources);
  const footer = `${asOf(scene, [...decreed, ...sources], leastChecked(scene.record, question.places, scene.now), question.places)} · ${t.permission}`;
  const fields = groups.flatMap((group) => groupFields(scene, group, groups));
  return split({ content, embed: { tone: toneOf(groups), fields, footer } });
}

/** The same as bare lines. */
export function curfewNightLines(question: NightsQuestion): string[] {
  const { scene, groups, content } = basisOf({ ...question, dated: true });
  const lines = groups.flatMap((group) => [
    ...(groups.length === 1 ? [] : [sentence(fullList(scene, group.areas))]),
    ...linesOf(sceneFor(scene, group), group, groups),
  ]);
  return [
    content,
    ...lines,
    sentence(checkedWords(scene, leastChecked(scene.record, question.places, scene.now), question.places)),
  ];
}

function basisOf({ record, places, now, language, dated }: NightsQuestion) {
  const scene: Scene = { ...sceneOf(record, places, now, language), ...(dated ? { dated } : {}) };
  const groups = nightGroups(record, places, now, NIGHTS);
  return { scene, groups, content: nightsLine(scene, places, groups) };
}

function toneOf(groups: readonly NightGroup[]): Tone {
  const all = groups.flatMap((group) => group.nights.map((one) => one.is));
  if (all.includes("announced")) return "curfew";
  return all.every((is) => is === "none") ? "none" : "unknown";
}

/** A group on a clock of its own is told on that clock. */
function sceneFor(scene: Scene, { areas, zone }: NightGroup): Scene {
  if (zone === scene.zone) return scene;
  const own = sceneOf(scene.record, areas, scene.now, scene.language);
  return scene.dated ? { ...own, dated: scene.dated } : own;
}

/** Discord's limit for the name of a field. */
const TITLE = 256;
const NAMES = 4;

function groupFields(main: Scene, group: NightGroup, groups: readonly NightGroup[]): Field[] {
  const scene = sceneFor(main, group);
  const clock = scene.clock === main.clock ? "" : ` ${scene.clock}`;
  const [short, full] = [`${shortList(scene, group.areas, NAMES)}${clock}`, fullList(scene, group.areas)];
  const isWhole = short === `${full}${clock}`;
  const hours = commonHours(scene, group);
  const titled = hours === undefined ? short : `${short}, ${hours}`;
  const name = titled.length > TITLE ? texts(scene.language).curfew.field.places : titled;
  // The rest of a country is what is not named: only what has a curfew is named in full.
  const named = isWhole || group.nights.every((one) => one.is === "none" || one.is === "unknown") ? [] : [full];
  return fieldOf(name, [...named, ...linesOf(scene, group, groups, name === titled && hours !== undefined)]);
}

/** More than this many characters in a line break it on a phone. */
const LINE = 38;

/** Hours that stand above the nights, where they are the same for all and would make each line too long. */
function commonHours(scene: Scene, { nights }: NightGroup): string | undefined {
  const announced = nights.filter((one) => one.is === "announced");
  const [hours, ...others] = new Set(announced.map((one) => hoursWords(scene, one.hours)));
  const tooLong = announced.some((one) => `${nightName(one.night, scene.language)}, ${hours}`.length > LINE);
  return hours !== undefined && others.length === 0 && tooLong ? hours : undefined;
}

/** Each night that is announced where one group has any, else runs of nights that are alike. */
function linesOf(scene: Scene, { nights }: NightGroup, groups: readonly NightGroup[], titled = false): string[] {
  const each = groups.filter((one) => one.nights.some(({ is }) => is === "announced")).length === 1;
  const runs: ListedNight[][] = [];
  for (const night of nights) {
    const last = runs.at(-1);
    const [before] = last ?? [];
    const alone = each && night.is === "announced";
    if (last !== undefined && before !== undefined && !alone && told(scene, before) === told(scene, night))
      last.push(night);
    else runs.push([night]);
  }
  const note = nights.some((one) => one.is === "announced" && one.unchecked);
  return [
    ...runs.map((run) => lineOf(scene, run, titled)),
    ...(note ? [`¹ ${texts(scene.language).nights.unchecked}`] : []),
  ];
}

function lineOf(scene: Scene, run: readonly ListedNight[], titled: boolean): string {
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined) return "";
  const t = texts(scene.language).nights;
  const name = (one: ListedNight) => nightName(one.night, scene.language);
  const nights = run.length === 1 ? name(first) : t.run(run.length, name(first), name(last));
  if (first.is === "announced" && titled) return `${SIGNS[first.is]} ${nights}${first.unchecked ? " ¹" : ""}`;
  const separator = first.is === "announced" && run.length === 1 ? ", " : ": ";
  return `${SIGNS[first.is]} ${nights}${separator}${told(scene, first)}`;
}

const SIGNS = { announced: SIGN.curfew, assumed: SIGN.unknown, none: SIGN.none, unknown: SIGN.unknown } as const;

function told(scene: Scene, { is, hours, unchecked, from, why }: ListedNight): string {
  const { curfew, nights: t } = texts(scene.language);
  const times = hoursWords(scene, hours);
  switch (is) {
    case "announced":
      return unchecked ? `${times} ¹` : times;
    case "assumed":
      return `${times} (${t.assumedLine})`;
    case "none":
      return t.noneLine;
    case "unknown": {
      const state = from === undefined ? t.unknownLine : t.unknownFrom(when(scene, from));
      return why === undefined || why === "not-covered" ? state : `${state}. ${sentence(curfew.why[why])}`;
    }
  }
}
