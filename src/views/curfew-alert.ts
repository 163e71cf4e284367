// The notices of curfews that begin and end, and of what passed while Vigía was down, exactly as channels get them.
// It must never say only "over" where nothing is known from then on, nor blame the curfew for a notice that comes late.
import type { Alert } from "../domain/alert.ts";
import { shownArea } from "../domain/area-tree.ts";
import type { PlaceId } from "../domain/area.ts";
import type { Curfew } from "../domain/curfew.ts";
import type { AreaState } from "../domain/situation.ts";
import { newestDate } from "../domain/source.ts";
import { stateAt } from "../domain/state.ts";
import type { Language } from "../domain/text.ts";
import { dayOf, type Millis } from "../domain/time.ts";
import { say, texts } from "../text/index.ts";
import { day, hour, stamp } from "../text/time.ts";
import { areasOf, beganLine, endedLine, lower, outage } from "./curfew-alert-line.ts";
import { only, type Part, partsOf, SIGN, stopped } from "./curfew-line.ts";
import { decreeName } from "./curfew-decree.ts";
import { decrees, known } from "./curfew-parts.ts";
import { bullet, known as readable } from "./curfew-sources.ts";
import {
  type CurfewRecord,
  fewGroups,
  fullList,
  type Scene,
  sceneOf,
  shortList,
  todayAt,
  when,
} from "./curfew-words.ts";
import { escape } from "./escape.ts";
import { fieldOf } from "./fit.ts";
import type { Field, Message, Tone } from "./message.ts";

export type CurfewAlert = Extract<Alert, { kind: "curfew.began" | "curfew.ended" | "vigia.down" }>;
type EdgeAlert = Exclude<CurfewAlert, { kind: "vigia.down" }>;

export interface AlertScene {
  known: CurfewRecord;
  language: Language;
  /** World time. */
  now: Millis;
  /** How late the notice is, ms of world time. */
  lateBy?: Millis;
  /** What holds now where notices were missed; worked out from the record when left out. */
  downNow?: AreaState;
  /** `7K3Q-9M2D`. */
  mark: string;
}

/** One message; see split() for what is longer than Discord takes. */
export function curfewAlert(alert: CurfewAlert, input: AlertScene): Message {
  return alert.kind === "vigia.down" ? down(alert, input) : edge(alert, input);
}

/** An area that the record no longer holds is still named by its id; the country's clock stands in for its own. */
function sceneFor(alert: CurfewAlert, areas: readonly PlaceId[], { known, now, language }: AlertScene): Scene {
  const found = areas.filter((place) => known.areas.get(shownArea(place).area) !== undefined);
  return sceneOf(known, found.length === 0 ? [alert.country] : found, now, language, alert.at);
}

function edge(alert: EdgeAlert, input: AlertScene): Message {
  const scene = sceneFor(alert, areasOf(alert.groups), input);
  const told = { at: alert.at, groups: alert.groups, lateBy: input.lateBy };
  const began = alert.kind === "curfew.began";
  const dark = alert.groups.some((group) => group.followedBy === "unknown");
  const tone: Tone = began ? "curfew" : dark ? "unknown" : "none";
  return {
    content: began ? beganLine(scene, told) : endedLine(scene, told),
    embed: {
      tone,
      fields: edgeFields(alert, scene),
      footer: footer(
        scene,
        alert.groups.flatMap((group) => group.curfews),
        input.mark,
      ),
    },
  };
}

function edgeFields(alert: EdgeAlert, scene: Scene): Field[] {
  const t = texts(scene.language).curfew;
  const began = alert.kind === "curfew.began";
  const curfews = known(
    scene,
    alert.groups.flatMap((group) => group.curfews),
  );
  const by = alert.groups.map(
    ({ areas, curfews: ids }) =>
      `${fullList(scene, areas)}${decrees(scene, ids, areas, began ? alert.at : alert.at - 1)}`,
  );
  return [
    ...fieldOf(t.field.places, [...new Set(by)].map(bullet)),
    ...fieldOf(began ? t.field.yourTime : `${t.field.nextNight}, ${lower(t.field.yourTime)}`, yourTimes(alert, scene)),
    ...(began ? exemptFields(scene, curfews) : []),
  ];
}

/** What runs, or the next night, in each reader's own zone; with its places where they differ. */
function yourTimes(alert: EdgeAlert, scene: Scene): string[] {
  const spans = new Map<string, PlaceId[]>();
  for (const group of alert.groups) {
    const span = alert.kind === "curfew.began" ? { start: group.since, end: group.until } : group.next;
    if (span === undefined) continue;
    const told = span.end === undefined ? stamp(span.start) : `${stamp(span.start)} - ${stamp(span.end)}`;
    spans.set(told, [...(spans.get(told) ?? []), ...group.areas]);
  }
  const everywhere = areasOf(alert.groups).length;
  return [...spans].map(([told, areas]) => (areas.length === everywhere ? told : `${told}: ${fullList(scene, areas)}`));
}

/** In short, but whole. Whoever is exempt from one decree is not thereby exempt from another: each is told by itself. */
function exemptFields(scene: Scene, curfews: readonly Curfew[]): Field[] {
  const { common, curfew: t } = texts(scene.language);
  const lines = (pick: "exempt" | "notExempt") =>
    curfews.map((curfew) => {
      const told = (curfew[pick] ?? []).map((text) => escape(say(text, scene.language))).join("; ");
      const line = told === "" ? common.notStated : told;
      return curfews.length === 1 ? line : `${decreeName(curfew, scene)}: ${line}`;
    });
  return [...fieldOf(t.field.exempt, lines("exempt")), ...fieldOf(t.field.notExempt, lines("notExempt"))];
}

/** `Newest source 16 Mar 2026 · information, not permission to travel · #7K3Q-9M2D`. */
function footer(scene: Scene, curfews: readonly string[], mark: string): string {
  const { common, curfew: t } = texts(scene.language);
  const newest = newestDate(
    readable(
      scene,
      known(scene, curfews).flatMap((curfew) => curfew.sources),
    ),
  );
  const source = newest === undefined ? common.noDatedSource : common.newestSource(day(newest, scene.language));
  return [source, t.permission, `#${mark}`].join(" · ");
}

/** As many missed notices as stand in the first line; the embed has all. */
const MISSED = 2;

function down(alert: Extract<CurfewAlert, { kind: "vigia.down" }>, input: AlertScene): Message {
  const areas = [...new Set(alert.missed.flatMap((one) => areasOf(one.groups)))];
  const scene = sceneFor(alert, areas, input);
  const t = texts(scene.language).alerts;
  const lines = alert.missed.map((one) => missedWords(scene, one, alert.from));
  const shown = lines.length > MISSED ? [...lines.slice(0, MISSED), t.andMore(lines.length - MISSED)] : lines;
  const parts =
    input.downNow === undefined
      ? areas.flatMap((area) => partsOf(stateAt(input.known, area, input.now), area))
      : partsOf(input.downNow, alert.country);
  const span = outage(scene, { start: alert.from, end: alert.to });
  const full = alert.missed.map((one) =>
    bullet(`${missedWords(scene, one, undefined)}: ${fullList(scene, areasOf(one.groups))}`),
  );
  return {
    content: `🛠️ ${t.down(span)} ${scene.clock}. ${t.missed(lines.length)}: ${stopped(shown.join(", "))} ${stopped(t.now(nowWords(scene, parts)))}`,
    embed: {
      tone: "trouble",
      fields: [
        ...fieldOf(texts(scene.language).curfew.field.missed, full),
        ...fieldOf(texts(scene.language).curfew.field.now, nowLines(scene, parts)),
      ],
      footer: footer(
        scene,
        parts.flatMap((part) => part.state.curfews),
        input.mark,
      ),
    },
  };
}

/** The hour alone on the day the outage began. */
function missedWords(
  { language, ...scene }: Scene,
  missed: { kind: EdgeAlert["kind"]; at: Millis },
  from: Millis | undefined,
): string {
  const t = texts(language).alerts;
  const same = from !== undefined && dayOf(from, scene.zone) === dayOf(missed.at, scene.zone);
  const moment = same ? hour(missed.at, scene.zone) : when({ language, ...scene }, missed.at);
  return missed.kind === "curfew.began" ? t.missedBegan(moment) : t.missedOver(moment);
}

/** What holds now, where notices were missed: `no curfew; next today 23:00`, or each state with its places. */
function nowWords(scene: Scene, parts: readonly Part[]): string {
  const states = gathered(scene, parts);
  const [single] = states;
  const t = texts(scene.language).alerts;
  if (states.length === 1 && single !== undefined) return single.told;
  return fewGroups(
    scene,
    states.map(({ areas, told }) => ({ areas, told: t.in(told, shortList(scene, areas)) })),
  );
}

function nowLines(scene: Scene, parts: readonly Part[]): string[] {
  return gathered(scene, parts).map((one) => `${one.sign} ${one.told}: ${fullList(scene, one.areas)}`);
}

function gathered(scene: Scene, parts: readonly Part[]): { sign: string; told: string; areas: PlaceId[] }[] {
  const groups = new Map<string, { sign: string; told: string; areas: PlaceId[] }>();
  const ordered = [...only(parts, "inForce"), ...only(parts, "unknown"), ...only(parts, "notInForce")];
  for (const part of ordered) {
    const told = stateWords(scene, part);
    const group = groups.get(told) ?? { sign: signOf(part), told, areas: [] };
    group.areas.push(...part.areas.filter((area) => !group.areas.includes(area)));
    groups.set(told, group);
  }
  return [...groups.values()];
}

function stateWords(scene: Scene, { state }: Part): string {
  const t = texts(scene.language).alerts;
  if (state.is === "unknown") return t.nowUnknown;
  if (state.is === "inForce")
    return t.nowCurfew(state.until === undefined ? t.noEnd : t.until(when(scene, state.until)));
  const next =
    state.next === undefined
      ? state.knownUntil === undefined
        ? t.noFurtherShort
        : undefined
      : t.nextShort(todayAt(scene, state.next.start));
  const dark =
    state.knownUntil === undefined
      ? undefined
      : lower(texts(scene.language).curfew.fromThen(when(scene, state.knownUntil)));
  return [t.nowNone, dark, next].filter((one) => one !== undefined).join("; ");
}

function signOf({ state }: Part): string {
  return { inForce: SIGN.curfew, unknown: SIGN.unknown, notInForce: SIGN.none }[state.is];
}
