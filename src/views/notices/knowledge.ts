// The notice that nobody knows any more what holds, or knows again. It must never sound like an end of a curfew, nor hide the hours that are declared.
import type { AlertOf } from "../../domain/alert.ts";
import type { PlaceId } from "../../domain/area.ts";
import { shownArea } from "../../domain/place.ts";
import { newestDate } from "../../domain/source.ts";
import { groupBy } from "../../domain/group.ts";
import { type Interval, MINUTE, type Millis } from "../../domain/time.ts";
import { texts } from "../../text/index.ts";
import { day, hour, span, stamp } from "../../text/time.ts";
import type { AlertScene } from "./edge.ts";
import { decreeName } from "../curfew/decree.ts";
import { only, type Part, SIGN, stopped, toneOf } from "../curfew/line.ts";
import { nowLines, nowWords, partsNow } from "../curfew/now.ts";
import { known } from "../curfew/parts.ts";
import { bullet, checks, known as readable } from "../curfew/sources.ts";
import { fullList, type Scene, sceneOf, shortList, todayAt, when } from "../curfew/words.ts";
import { fieldOf } from "../fit.ts";
import { fewestList, lookedAt } from "./knowledge-words.ts";
import type { Field, Message } from "../message.ts";

type KnowledgeAlert = AlertOf<"knowledge.lapsed" | "knowledge.restored">;

/** Posted later than this after it happened it says since when, not "from now". */
const NOW = 2 * MINUTE;

/** `areas`: those of the alert of which it is still so; see stillSo(). */
export function knowledgeAlert(
  alert: KnowledgeAlert,
  input: AlertScene,
  areas: readonly PlaceId[] = alert.areas,
): Message {
  const { known: record, now, language } = input;
  const held = areas.filter((place) => record.areas.get(shownArea(place).area) !== undefined);
  const scene = sceneOf(record, held.length === 0 ? [alert.country] : held, now, language);
  const parts = partsNow(scene, held);
  const late = input.lateBy === undefined ? [] : [texts(language).alerts.late(span(input.lateBy), input.late)];
  const told = { scene, parts, areas: held, since: alert.since };
  const content = alert.kind === "knowledge.lapsed" ? lapsedLine(told) : restoredLine(told);
  const fields = alert.kind === "knowledge.lapsed" ? lapsedFields(told) : restoredFields(told);
  return {
    content: [content, ...late].join(" "),
    embed: {
      tone: alert.kind === "knowledge.lapsed" ? lapsedTone(parts) : toneOf(parts),
      fields,
      footer: footer(told, input.mark),
    },
  };
}

interface Told {
  scene: Scene;
  parts: readonly Part[];
  areas: readonly PlaceId[];
  since: Millis;
}

function lapsedTone(parts: readonly Part[]): "curfew" | "unknown" {
  return only(parts, "inForce").length > 0 ? "curfew" : "unknown";
}

/** What runs first, then what is not known, then what was declared for later: each with since when nobody looked. */
function lapsedLine(told: Told): string {
  const { scene, parts, since } = told;
  const t = texts(scene.language).knowledge;
  const runs = only(parts, "inForce");
  const comes = parts.filter(({ state }) => state.is !== "inForce" && state.next !== undefined);
  const dark = parts.filter(({ state }) => state.is !== "inForce" && state.next === undefined);
  const moment = `${when(scene, since)} ${scene.clock}`;
  const fresh = scene.now - since <= NOW;
  const looked = lookedWords(told);
  const list = (some: readonly Part[]) => fewestList(scene, areasOf(some));
  const sentences: string[] = runningWords(told, runs);
  if (dark.length > 0) {
    const state = fresh ? t.unknownNow(moment, list(dark)) : t.unknownSince(moment, list(dark));
    sentences.push(`${SIGN.unknown} ${state}: ${looked.nobody}`, t.notNone);
  } else if (runs.length === 0) {
    const state = fresh ? t.changesNow(moment, list(comes)) : t.changesSince(moment, list(comes));
    sentences.push(`${SIGN.unknown} ${state}`);
  }
  return [...sentences, ...declaredWords(told, comes, dark.length === 0 && runs.length === 0)].map(stopped).join(" ");
}

function runningWords(told: Told, runs: readonly Part[]): string[] {
  const { scene } = told;
  const t = texts(scene.language);
  return groupBy(only(runs, "inForce"), ({ state }) =>
    [state.until, hoursOf(scene, state.since, state.until), ...state.curfews].join(),
  ).map((group) => {
    const [first] = group;
    const until = first?.state.until;
    const ends = until === undefined ? t.curfew.noEnd : `${t.curfew.until(when(scene, until))} ${scene.clock}`;
    const hours =
      first === undefined ? "" : byDecree(scene, hoursOf(scene, first.state.since, until), first.state.curfews);
    const state = t.knowledge.running(shortList(scene, areasOf(group)), ends);
    return `${SIGN.curfew} ${state}: ${hours}; ${lookedWords(told).not}: ${t.knowledge.changesToo}`;
  });
}

/** `As declared in Guayas: 23:00-05:00 by Decreto 329, next today 23:00; not checked since Thu 19 Mar 09:00`. `alone`: the places were named before. */
function declaredWords(told: Told, comes: readonly Part[], alone: boolean): string[] {
  const { scene } = told;
  const t = texts(scene.language).knowledge;
  const groups = groupBy(comes, (part) => declaredHours(scene, part));
  return groups.map((group) => {
    const hours = group[0] === undefined ? "" : declaredHours(scene, group[0]);
    const state =
      alone && groups.length === 1 ? t.declared(hours) : t.declaredIn(shortList(scene, areasOf(group)), hours);
    return `${state}; ${lookedWords(told).not}`;
  });
}

function declaredHours(scene: Scene, { areas, state }: Part): string {
  const { next } = state;
  if (next === undefined) return "";
  const t = texts(scene.language).knowledge;
  const by = byDecree(scene, hoursOf(scene, next.start, next.end), decreesAt(scene, areas, next));
  return `${by}, ${t.nextAt(`${todayAt(scene, next.start)} ${scene.clock}`)}`;
}

/** Decrees of the next window: a state that is unknown names those that make it so, and not these. */
function decreesAt({ record }: Scene, areas: readonly PlaceId[], { start }: Interval): readonly string[] {
  const then = partsNow({ ...sceneOf(record, areas, start, "en"), now: start }, areas);
  return [...new Set(only(then, "inForce").flatMap(({ state }) => state.curfews))];
}

function byDecree(scene: Scene, hours: string, curfews: readonly string[]): string {
  const names = known(scene, curfews).map((curfew) => decreeName(curfew, scene));
  const { common, knowledge: t } = texts(scene.language);
  return names.length === 0 ? hours : t.hours(hours, common.and(names));
}

function hoursOf({ zone }: Scene, start: Millis, end: Millis | undefined): string {
  return end === undefined ? `${hour(start, zone)}-` : `${hour(start, zone)}-${hour(end, zone)}`;
}

function lookedWords({ scene, areas, since }: Told): { nobody: string; not: string } {
  const t = texts(scene.language).knowledge;
  const looked = lookedAt(scene.record, areas, scene.now, since);
  const moment = when(scene, looked ?? since);
  return { nobody: looked === undefined ? t.endsThere : t.nobody(moment), not: t.notCheckedSince(moment) };
}

function lapsedFields({ scene, parts, since }: Told): Field[] {
  const t = texts(scene.language).knowledge;
  const dark = parts.filter(({ state }) => state.is !== "inForce" && state.next === undefined);
  const hours = parts.filter((part) => !dark.includes(part));
  const lines = groupBy(hours, (part) => hoursLine(scene, part)).map((group) =>
    bullet(`${fullList(scene, areasOf(group))}: ${group[0] === undefined ? "" : hoursLine(scene, group[0])}`),
  );
  return [
    ...fieldOf(
      t.field.unknown,
      dark.length === 0 ? [] : [`${fullList(scene, areasOf(dark))}. ${t.notNone}. ${t.stays}`],
    ),
    ...fieldOf(t.field.declared, lines),
    ...fieldOf(t.field.since, [stamp(since)]),
  ];
}

function hoursLine(scene: Scene, part: Part): string {
  const { state } = part;
  if (state.is !== "inForce") return declaredHours(scene, part);
  const t = texts(scene.language).curfew;
  const until = state.until === undefined ? t.noEnd : t.until(when(scene, state.until));
  return `${byDecree(scene, hoursOf(scene, state.since, state.until), state.curfews)}, ${until}`;
}

function restoredLine({ scene, parts, areas }: Told): string {
  const t = texts(scene.language).knowledge;
  const moment = `${when(scene, scene.now)} ${scene.clock}`;
  return [`🔎 ${t.restored(moment, fewestList(scene, areas))}`, t.now(nowWords(scene, parts, true))]
    .map(stopped)
    .join(" ");
}

function restoredFields({ scene, parts, areas }: Told): Field[] {
  const t = texts(scene.language);
  return [
    ...fieldOf(t.knowledge.field.known, [fullList(scene, areas)]),
    ...fieldOf(t.curfew.field.now, nowLines(scene, parts)),
  ];
}

function areasOf(parts: readonly Part[]): PlaceId[] {
  return parts.flatMap((part) => part.areas);
}

function footer({ scene, parts, areas }: Told, mark: string): string {
  const { common, curfew: t } = texts(scene.language);
  const curfews = known(
    scene,
    parts.flatMap((part) => part.state.curfews),
  );
  const newest = newestDate(
    readable(
      scene,
      [...curfews, ...checks(scene, areas, scene.now)].flatMap((one) => one.sources),
    ),
  );
  const source = newest === undefined ? common.noDatedSource : common.newestSource(day(newest, scene.language));
  return [source, t.permission, `#${mark}`].join(" · ");
}
