// The notices of curfews that begin and end, and of what passed while Vigía was down, exactly as channels get them.
// It must never say only "over" where nothing is known from then on, nor blame the curfew for a notice that comes late.
import type { Alert } from "../../domain/alert.ts";
import { shownArea } from "../../domain/area-tree.ts";
import type { PlaceId } from "../../domain/area.ts";
import type { Curfew } from "../../domain/curfew.ts";
import type { EdgeGroup } from "../../domain/edge-group.ts";
import { groupBy } from "../../domain/group.ts";
import type { AreaState } from "../../domain/situation.ts";
import { newestDate } from "../../domain/source.ts";
import type { Language } from "../../domain/text.ts";
import { dayOf, type Millis } from "../../domain/time.ts";
import { say, texts } from "../../text/index.ts";
import { day, hour, stamp } from "../../text/time.ts";
import { areasOf, asOfNow, edgeLine, type Late, outage, type Told } from "./edge-line.ts";
import { decreeName } from "../curfew/decree.ts";
import { partsOf, stopped } from "../curfew/line.ts";
import { nowLines, nowWords, partsNow } from "../curfew/now.ts";
import { decrees, known } from "../curfew/parts.ts";
import { bullet, known as readable } from "../curfew/sources.ts";
import { only, type Part } from "../curfew/part.ts";
import {
  compressed,
  type CurfewRecord,
  fullList,
  lower,
  type Scene,
  sceneOf,
  shortList,
  when,
} from "../curfew/words.ts";
import { escape } from "../escape.ts";
import { fieldOf } from "../fit.ts";
import type { Field, Message, Tone } from "../message.ts";

export type CurfewAlert = Extract<Alert, { kind: "curfew.began" | "curfew.ended" | "vigia.down" }>;
type EdgeAlert = Exclude<CurfewAlert, { kind: "vigia.down" }>;

export interface AlertScene {
  known: CurfewRecord;
  language: Language;
  /** World time. */
  now: Millis;
  /** How late the notice is, ms of world time. */
  lateBy?: Millis;
  /** Why it is late; nobody is blamed where that is left out. */
  late?: Late;
  /** Places that the channel follows: what holds now is told of all of them, not only of those where notices were missed. */
  follows?: readonly PlaceId[];
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
export function sceneFor(
  alert: Pick<Alert, "at"> & { country: string },
  areas: readonly PlaceId[],
  { known, now, language }: AlertScene,
): Scene {
  const found = held(areas, known);
  return sceneOf(known, found.length === 0 ? [alert.country] : found, now, language, alert.at);
}

const held = (places: readonly PlaceId[], { areas }: CurfewRecord) =>
  places.filter((place) => areas.get(shownArea(place).area) !== undefined);

function edge(alert: EdgeAlert, input: AlertScene): Message {
  const scene = sceneFor(alert, areasOf(alert.groups), input);
  const now = asOfNow(scene, alert.kind, alert.at, alert.groups);
  const over = now.over.map(({ group }) => group);
  const tone: Tone =
    now.running.length > 0 ? "curfew" : over.some((group) => group.followedBy === "unknown") ? "unknown" : "none";
  const told = { ...now, kind: alert.kind, at: alert.at, lateBy: input.lateBy, late: input.late };
  return {
    content: edgeLine(scene, told),
    embed: {
      tone,
      fields: edgeFields(scene, told),
      footer: footer(
        scene,
        [...now.running, ...over].flatMap((group) => group.curfews),
        input.mark,
      ),
    },
  };
}

function edgeFields(scene: Scene, { running, over }: Told): Field[] {
  const t = texts(scene.language).curfew;
  const curfews = known(
    scene,
    running.flatMap((group) => group.curfews),
  );
  const runs = [...new Set(running.map((group) => placeLine(scene, group, group.since)))];
  const ended = [...new Set(over.map(({ at, group }) => placeLine(scene, group, at - 1)))];
  return [
    ...fieldOf(t.field.places, runs),
    ...fieldOf(runs.length > 0 ? t.field.ended : t.field.places, ended),
    ...fieldOf(t.field.yourTime, yourTimes(scene, running.map(spanned))),
    ...nextNightFields(
      scene,
      over.map(({ group }) => group),
    ),
    ...(runs.length > 0 ? exemptFields(scene, curfews) : []),
  ];
}

/** The places of a group with its decrees, as of their night that holds `at`. */
export function placeLine(scene: Scene, { areas, curfews }: EdgeGroup, at: Millis): string {
  return bullet(`${fullList(scene, areas)}${decrees(scene, curfews, areas, at)}`);
}

/** What comes after an end, in each reader's own zone. */
export function nextNightFields(scene: Scene, groups: readonly EdgeGroup[]): Field[] {
  const t = texts(scene.language).curfew;
  const nights = groups.flatMap(({ next, areas }) =>
    next === undefined || next.start <= scene.now ? [] : [{ areas, span: next }],
  );
  return fieldOf(`${t.field.nextNight}, ${lower(t.field.yourTime)}`, yourTimes(scene, nights));
}

interface Spanned {
  areas: readonly PlaceId[];
  span: { start: Millis; end?: Millis | undefined };
}

export function spanned({ areas, since, until }: EdgeGroup): Spanned {
  return { areas, span: { start: since, end: until } };
}

/** Windows in each reader's own zone; with their places where they differ. */
export function yourTimes(scene: Scene, list: readonly Spanned[]): string[] {
  const groups = groupBy(list, ({ span: { start, end } }) =>
    end === undefined ? stamp(start) : `${stamp(start)} - ${stamp(end)}`,
  );
  return groups.map((group) => {
    const [first] = group;
    if (first === undefined) return "";
    const { start, end } = first.span;
    const told = end === undefined ? stamp(start) : `${stamp(start)} - ${stamp(end)}`;
    return groups.length === 1
      ? told
      : `${told}: ${fullList(
          scene,
          group.flatMap((one) => one.areas),
        )}`;
  });
}

/** In short, but whole. Whoever is exempt from one decree is not thereby exempt from another: each is told by itself. */
export function exemptFields(scene: Scene, curfews: readonly Curfew[]): Field[] {
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
export function footer(scene: Scene, curfews: readonly string[], mark: string): string {
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

/** As many missed notices as stand in the first line. */
const MISSED = 2;
/** And of each end of the list in the embed: a summary is one message, however long the outage was. */
const ENDS = 3;

type Down = Extract<CurfewAlert, { kind: "vigia.down" }>;

const missedAreas = ({ missed }: Down) => [...new Set(missed.flatMap((one) => areasOf(one.groups)))];

/** From when to when, whose fault it was, and what was missed; not what holds now. */
export const downSaid = (alert: Down, input: AlertScene): string => {
  const { span, missed } = downWords(alert, input);
  return `${span} ${missed}`;
};

function downWords(alert: Down, input: AlertScene): { span: string; missed: string } {
  const scene = sceneFor(alert, missedAreas(alert), input);
  const t = texts(scene.language).alerts;
  const lines = alert.missed.map((one) => missedWords(scene, one, alert.from));
  const shown = lines.length > MISSED ? [...lines.slice(0, MISSED), t.andMore(lines.length - MISSED)] : lines;
  // Others' outage lasted until they took this.
  const isOthers = alert.fault === "discord" || alert.fault === "channel";
  const span = outage(scene, { start: alert.from, end: isOthers ? Math.max(alert.to, scene.now) : alert.to });
  return {
    span: `🛠️ ${t.down[alert.fault ?? "vigia"](span)} ${scene.clock}.`,
    missed: `${t.missed(lines.length)}: ${stopped(shown.join("; "))}`,
  };
}

/** What holds where notices were missed; and where a curfew holds, or nobody knows, of all that the channel follows. */
function standing(alert: Down, scene: Scene, { follows = [], known }: AlertScene): readonly Part[] {
  const missed = missedAreas(alert);
  const own = held(follows, known).filter((place) => known.areas.country(place) === alert.country);
  const all = partsNow(scene, compressed(scene.record, [...new Set([...missed, ...own])], scene.now));
  return [...only(all, "inForce"), ...only(all, "unknown"), ...only(partsNow(scene, missed), "notInForce")];
}

function down(alert: Down, input: AlertScene): Message {
  const areas = missedAreas(alert);
  const scene = sceneFor(alert, areas, input);
  const t = texts(scene.language).alerts;
  const parts = input.downNow === undefined ? standing(alert, scene, input) : partsOf(input.downNow, alert.country);
  const full = alert.missed.map((one) =>
    bullet(`${missedWords(scene, one, undefined)}: ${shortList(scene, areasOf(one.groups))}`),
  );
  const between = full.length - 2 * ENDS;
  const said = downWords(alert, input);
  const list = between <= 1 ? full : [...full.slice(0, ENDS), bullet(t.andMoreBetween(between)), ...full.slice(-ENDS)];
  return {
    // What holds comes before what was missed: it is what a lock screen has room for.
    content: `${said.span} ${stopped(t.now(nowWords(scene, parts)))} ${said.missed}`,
    embed: {
      tone: "trouble",
      fields: [
        ...fieldOf(texts(scene.language).curfew.field.missed, list),
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
