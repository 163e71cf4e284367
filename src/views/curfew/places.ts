// The answer about several places at one instant: one message, a field a place, then what all of it rests on. It must never let one place's
// state, clock or source stand for another's.
import type { PlaceId } from "../../domain/area.ts";
import type { Coverage } from "../../domain/coverage.ts";
import type { Curfew } from "../../domain/curfew.ts";
import { newestDate, type Source } from "../../domain/source.ts";
import { stateAt } from "../../domain/state.ts";
import type { Language } from "../../domain/text.ts";
import type { Millis } from "../../domain/time.ts";
import { texts } from "../../text/index.ts";
import { stamp } from "../../text/time.ts";
import { type Basis, basisOf, partFields } from "./place.ts";
import { stopped } from "./line.ts";
import { type PlaceItem, placesLine, placesTone } from "./places-line.ts";
import { lastLines, running, upcoming, yourTime } from "./parts.ts";
import { doubtFields } from "./doubt.ts";
import { asOf, isUnchecked, leastChecked } from "./sources.ts";
import { decreeLines } from "./span.ts";
import { type CurfewRecord, placeName, type Scene, shortDay, when } from "./words.ts";
import { fieldOf, split } from "../fit.ts";
import type { Field, Message } from "../message.ts";

export interface PlacesQuestion {
  record: CurfewRecord;
  /** In the order in which they were asked about. */
  places: readonly PlaceId[];
  at: Millis;
  now: Millis;
  language: Language;
}

interface OfPlace {
  place: PlaceId;
  name: string;
  basis: Basis;
  /** What is past, where nothing newer is announced. */
  last: readonly string[];
}

/** What an answer about several places rests on, for the message and for the text to paste. */
export interface PlacesBasis {
  /** The first place's. */
  scene: Scene;
  byPlace: readonly OfPlace[];
  items: readonly PlaceItem[];
  curfews: readonly Curfew[];
  entries: readonly Coverage[];
  sources: readonly Source[];
  /** The place of which the least far is known. */
  checked: PlaceId;
  headline: string;
}

export function placesBasis({ record, places, at, now, language }: PlacesQuestion, dated = false): PlacesBasis {
  const byPlace = places.map((place): OfPlace => {
    const state = stateAt(record, place, at);
    const basis = basisOf({ record, place, at, now, language, state }, dated);
    return { place, basis, name: placeName(record, place, language, at), last: lastLines(basis.scene, state, place) };
  });
  const [first] = byPlace;
  if (first === undefined) throw new RangeError("an answer about no place");
  const { scene } = first.basis;
  const items = byPlace.flatMap((one) => itemsOf(one, record, at));
  const all = <T>(pick: (basis: Basis) => readonly T[]) => [...new Set(byPlace.flatMap(({ basis }) => pick(basis)))];
  const sources = all((basis) => basis.sources);
  return {
    scene,
    byPlace,
    items,
    sources,
    curfews: all((basis) => basis.curfews),
    entries: all((basis) => basis.entries),
    checked: leastChecked(record, places, at),
    headline: withNewest(placesLine(items, at), items, scene, sources),
  };
}

function itemsOf({ place, name, basis }: OfPlace, record: CurfewRecord, at: Millis): PlaceItem[] {
  const { scene, parts } = basis;
  const t = texts(scene.language).curfew;
  const runs = parts.some((part) => part.state.is === "inForce");
  const isOne = parts.length === 1 || parts.every((part) => part.state.is === "unknown");
  return parts.map(({ state }) => ({
    place,
    scene,
    state,
    of: name,
    name: isOne ? name : runs && state.is !== "inForce" ? t.restOf(name) : t.partOf(name),
    declaredOnly: state.is === "inForce" && isUnchecked(record, place, at),
  }));
}

/** "No curfew" is never said without how new that is. */
function withNewest(line: string, items: readonly PlaceItem[], scene: Scene, sources: readonly Source[]): string {
  const newest = newestDate(sources);
  if (placesTone(items) !== "none" || newest === undefined) return line;
  return `${line} ${stopped(texts(scene.language).curfew.newest(shortDay(scene, newest)))}`;
}

export function placesAnswer(question: PlacesQuestion): readonly Message[] {
  const { at, now, language } = question;
  const basis = placesBasis(question);
  const { scene, byPlace, items, curfews, entries, sources, headline, checked } = basis;
  const t = texts(language);
  const fields = [
    ...(at === now ? [] : fieldOf(t.ask.field.readAs, readAs(basis, at))),
    ...byPlace.flatMap((one) => placeField(one, at)),
    ...fieldOf(t.curfew.field.yourTime, yourTimes(basis)),
    ...doubtFields(scene, curfews, entries),
  ];
  const footer = `${asOf(scene, sources, checked, question.places)} · ${t.curfew.permission}`;
  return split({ content: headline, embed: { tone: placesTone(items), fields, footer } });
}

/** The instant on each clock that a place has. */
function readAs({ byPlace }: PlacesBasis, at: Millis): string[] {
  const told = byPlace.map(({ basis }) => `${when(basis.scene, at)} ${basis.scene.clock}`);
  return [...new Set(told)].map((line, i) => (i === 0 ? `${line} = ${stamp(at)}` : line));
}

/** State with until and next on the place's own clock, its parts where they differ, the hours of its decrees. */
function placeField({ place, name, basis, last }: OfPlace, at: Millis): Field[] {
  return fieldOf(name, placeLines({ place, basis, last }, at));
}

export function placeLines({ place, basis, last }: Omit<OfPlace, "name">, at: Millis): string[] {
  const { scene, parts, curfews, headline } = basis;
  const apart = partFields(scene, parts, at).flatMap(({ name, value }) =>
    value.split("\n").map((line) => `${name}: ${line}`),
  );
  const before = last.map((line) => `${texts(scene.language).curfew.field.last}: ${line}`);
  return [headline, ...apart, ...decreeLines(curfews, scene, place), ...before];
}

/** Windows shown in each reader's own zone: those that run, else those that come. */
const WINDOWS = 5;

function yourTimes({ byPlace }: PlacesBasis): string[] {
  const lines = byPlace.flatMap(({ basis: { scene, parts } }) => {
    const now = running(parts);
    return (now.length > 0 ? now : upcoming(scene, parts)).map(yourTime);
  });
  return [...new Set(lines)].slice(0, WINDOWS);
}
