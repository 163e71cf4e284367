// The answer to "is there a curfew here, then?": state first, then what was decreed, by whom it is said and how far it was checked.
// It must never say that there is none where nobody looked.
import type { PlaceId } from "../../domain/area.ts";
import type { Coverage } from "../../domain/coverage.ts";
import type { Curfew } from "../../domain/curfew.ts";
import type { AreaState } from "../../domain/situation.ts";
import { newestDate, type Source } from "../../domain/source.ts";
import type { Language } from "../../domain/text.ts";
import { DAY, type Millis } from "../../domain/time.ts";
import { texts } from "../../text/index.ts";
import { stamp } from "../../text/time.ts";
import { beginOf, decreeFields } from "./decree.ts";
import { doubtFields } from "./doubt.ts";
import { headline, only, type Part, partsOf, SIGN, toneOf } from "./line.ts";
import {
  known,
  heldLines,
  lastLines,
  running,
  runningLines,
  silentLines,
  unknownLines,
  upcoming,
  upcomingLine,
  yourTime,
} from "./parts.ts";
import { asOf, checks, isUnchecked, known as readable } from "./sources.ts";
import { askedOf, type CurfewRecord, fullList, type Scene, sceneOf, when } from "./words.ts";
import { fieldOf, split } from "../fit.ts";
import type { Field, Message } from "../message.ts";

export interface CurfewQuestion {
  record: CurfewRecord;
  place: PlaceId;
  /** The instant asked about: `now`, or another. */
  at: Millis;
  now: Millis;
  language: Language;
  state: AreaState;
  /** How a typed time was understood, beyond its instant: `the night Fri 20 -> Sat 21 Mar`. */
  read?: string;
}

/** What an answer rests on, worked out once for the message and for the text to paste. */
export interface Basis {
  scene: Scene;
  parts: readonly Part[];
  curfews: readonly Curfew[];
  entries: readonly Coverage[];
  /** Those that anybody could have read by now. */
  sources: readonly Source[];
  headline: string;
}

export function basisOf({ record, place, at, now, language, state }: CurfewQuestion, dated = false): Basis {
  const scene: Scene = { ...askedOf(sceneOf(record, [place], now, language, at)), ...(dated ? { dated } : {}) };
  const parts = partsOf(state, place);
  const entries = checks(scene, [place], at);
  const named = known(
    scene,
    parts.flatMap((part) => part.state.curfews),
  );
  const sources = readable(
    scene,
    [...named, ...entries].flatMap((one) => one.sources),
  );
  const declaredOnly = only(parts, "inForce").length > 0 && isUnchecked(record, place, at);
  return {
    scene,
    parts,
    curfews: known(scene, told(parts, at)),
    entries,
    sources,
    headline: headline({ scene, place, at, parts, newest: newestDate(sources), declaredOnly }),
  };
}

/** One message, or several where the record of a decree is longer than Discord takes. */
export function curfewAnswer(question: CurfewQuestion): readonly Message[] {
  const { place, at, language, state } = question;
  const { scene, parts, curfews, entries, sources, headline: content } = basisOf(question);
  const t = texts(language).curfew;
  const fields = [
    ...readAs(question, scene),
    ...partFields(scene, parts, at),
    ...timeFields(scene, parts),
    ...curfews.flatMap((curfew) =>
      decreeFields(curfew, scene, { place, begin: beginFor(curfew.id, scene, parts, at) }),
    ),
    ...fieldOf(t.field.last, lastLines(scene, state, place)),
    ...doubtFields(scene, curfews, entries),
  ];
  const footer = `${asOf(scene, sources, place)} · ${t.permission}`;
  return split({ content, embed: { tone: toneOf(parts), fields, footer } });
}

/** Decrees worth telling in full: those that run, those that are next, those that make it unknown; not what is past. */
function told(parts: readonly Part[], at: Millis): string[] {
  const runs = only(parts, "inForce").length > 0;
  return parts.flatMap(({ state }) => {
    const comes = state.next !== undefined && (!runs || state.next.start - at < SOON);
    const live = state.is === "inForce" || comes || (state.is === "unknown" && state.why !== "not-covered");
    return live ? state.curfews : [];
  });
}

/** Where a curfew runs, one of other places months ahead is told with its night, not with its whole decree. */
const SOON = 30 * DAY;

/** Begin of the night a decree is told by: the one that runs, else the next. */
export function beginFor(id: string, scene: Scene, parts: readonly Part[], at: Millis): Millis | undefined {
  const curfew = scene.record.curfewsById.get(id);
  const own = parts.find((part) => part.state.curfews.includes(id));
  if (curfew === undefined || own === undefined) return undefined;
  return beginOf(curfew, own.areas, own.state.is === "inForce" ? at : (own.state.next?.start ?? at), scene);
}

function readAs({ at, read, language, now }: CurfewQuestion, scene: Scene): Field[] {
  if (at === now && read === undefined) return [];
  const moment = `${when(scene, at)} ${scene.clock} = ${stamp(at)}`;
  return fieldOf(texts(language).curfew.field.readAs, [read === undefined ? moment : `${read}; ${moment}`]);
}

/** Where parts differ, all of them, in full. */
export function partFields(scene: Scene, parts: readonly Part[], at: Millis): Field[] {
  if (parts.length < 2) return [];
  const t = texts(scene.language).curfew;
  const now = running(parts);
  return [
    ...fieldOf(t.field.curfew, runningLines(scene, parts, at)),
    ...fieldOf(t.field.unknown, unknownLines(scene, parts)),
    ...fieldOf(t.field.noCurfew, now.length > 0 ? heldLines(scene, parts) : freeLines(scene, parts)),
    ...fieldOf(
      t.field.nextNight,
      upcoming(scene, parts).map((one) => upcomingLine(scene, one)),
    ),
    ...(now.length > 0 ? [] : fieldOf(t.field.none, silentLines(scene, parts))),
  ];
}

function freeLines(scene: Scene, parts: readonly Part[]): string[] {
  const free = only(parts, "notInForce").flatMap((part) => part.areas);
  return free.length === 0 ? [] : [`${SIGN.none} ${fullList(scene, free)}`];
}

/** The reader's own zone: the window that runs, else the next one. */
function timeFields(scene: Scene, parts: readonly Part[]): Field[] {
  const now = running(parts);
  const shown = now.length > 0 ? now : upcoming(scene, parts);
  const lines = shown.map((one) =>
    shown.length === 1 ? yourTime(one) : `${yourTime(one)}: ${fullList(scene, one.areas)}`,
  );
  return fieldOf(texts(scene.language).curfew.field.yourTime, [...new Set(lines)]);
}
