// The answer about a span, for one place or several: the part inside a curfew first, then every part in full, the decrees and what it rests on.
// It must never call a span free for being free at its begin.
import type { PlaceId } from "../../domain/area.ts";
import type { Coverage } from "../../domain/coverage.ts";
import type { Curfew } from "../../domain/curfew.ts";
import { newestDate, type Source } from "../../domain/source.ts";
import { type Stretch, stretches } from "../../domain/span.ts";
import { stateAt } from "../../domain/state.ts";
import type { Language } from "../../domain/text.ts";
import type { Interval, Millis } from "../../domain/time.ts";
import { texts } from "../../text/index.ts";
import { beginOf, decreeFields, decreeName, hourLines } from "./decree.ts";
import { only, partsOf, SIGN } from "./line.ts";
import { decrees, known } from "./parts.ts";
import { reasonOf } from "./reason.ts";
import { doubtFields } from "./doubt.ts";
import { asOf, checks, known as readable, leastChecked } from "./sources.ts";
import { inside, type SpanItem, spanLine, spanTone } from "./span-line.ts";
import {
  askedOf,
  type CurfewRecord,
  fullList,
  placeName,
  type Scene,
  sceneOf,
  shortDay,
  shortList,
  when,
} from "./words.ts";
import { fieldOf, split } from "../fit.ts";
import type { Field, Message } from "../message.ts";
import { spanStamps, spanWords } from "./span-words.ts";

export interface SpanQuestion {
  record: CurfewRecord;
  /** One, or several in the order in which they were asked about. */
  places: readonly PlaceId[];
  span: Interval;
  now: Millis;
  language: Language;
}

/** What an answer about a span rests on, for the message and for the text to paste. */
export interface SpanBasis {
  /** The first place's. */
  scene: Scene;
  items: readonly SpanItem[];
  byPlace: readonly { place: PlaceId; name: string; items: readonly SpanItem[] }[];
  /** Those of the span. */
  curfews: readonly Curfew[];
  /** The same; where it is free of any, those that come next. */
  named: readonly Curfew[];
  entries: readonly Coverage[];
  sources: readonly Source[];
  /** The place of which the least far is known. */
  checked: PlaceId;
  headline: string;
}

export function spanBasis({ record, places, span, now, language }: SpanQuestion, dated = false): SpanBasis {
  const sceneFor = (place: PlaceId): Scene => ({
    ...askedOf(sceneOf(record, [place], now, language, span.start)),
    ...(dated ? { dated } : {}),
  });
  const byPlace = places.map((place) => {
    const scene = sceneFor(place);
    const name = placeName(record, place, language, span.start);
    const parts = stretches(record, place, span);
    const items = parts.map((part) =>
      itemOf(part, scene, span, { of: name, name: nameOf(part, name, scene, parts.length, places.length) }),
    );
    return { place, name, items };
  });
  const items = byPlace.flatMap((one) => one.items);
  const scene = sceneFor(places[0] ?? "");
  const ids = items.flatMap((item) => item.runs.flatMap((run) => run.curfews));
  const entries = [...new Set([span.start, span.end - 1].flatMap((at) => checks(scene, places, at)))];
  const curfews = known(scene, ids);
  // What comes next is by a decree too, and that it is none before is by the same sources.
  const coming = known(
    scene,
    items.flatMap((item) => item.coming),
  );
  const named = curfews.length > 0 ? curfews : coming;
  const sources = readable(
    scene,
    [...named, ...entries].flatMap((one) => one.sources),
  );
  const headline = withNewest(spanLine(items, span), items, scene, sources);
  return {
    scene,
    items,
    byPlace,
    curfews,
    named,
    entries,
    sources,
    checked: leastChecked(record, places, span.start),
    headline,
  };
}

/** One place's parts by their own names; among several places as parts of theirs. */
function nameOf({ areas }: Stretch, name: string, scene: Scene, parts: number, places: number): string {
  if (parts === 1) return name;
  return places === 1 ? shortList(scene, areas) : texts(scene.language).curfew.partOf(name);
}

function itemOf(part: Stretch, scene: Scene, span: Interval, named: Pick<SpanItem, "name" | "of">): SpanItem {
  const statesAt = (at: Millis) => part.areas.flatMap((area) => partsOf(stateAt(scene.record, area, at), area));
  const after = only(statesAt(span.end - 1), "notInForce");
  const unknown = part.runs.find((run) => run.is === "unknown");
  const [why] = unknown === undefined ? [] : only(statesAt(unknown.start), "unknown");
  const earliest = (list: readonly (Millis | undefined)[]) => {
    const least = Math.min(Infinity, ...list.map((one) => one ?? Infinity));
    return Number.isFinite(least) ? least : undefined;
  };
  return {
    ...part,
    ...named,
    scene,
    reason: why === undefined ? undefined : reasonOf(scene, why.state),
    next: earliest(after.map(({ state }) => state.next?.start)),
    coming: after.flatMap(({ state }) => (state.next === undefined ? [] : state.curfews)),
    knownUntil: earliest(after.map(({ state }) => state.knownUntil)),
  };
}

/** "No curfew" is never said without how new that is. */
function withNewest(line: string, items: readonly SpanItem[], scene: Scene, sources: readonly Source[]): string {
  const newest = newestDate(sources);
  if (spanTone(items) !== "none" || newest === undefined) return line;
  const told = texts(scene.language).curfew.newest(shortDay(scene, newest));
  return `${line} ${told.endsWith(".") ? told : `${told}.`}`;
}

/** One message, or several where the record of a decree is longer than Discord takes. */
export function spanAnswer(question: SpanQuestion): readonly Message[] {
  const { places, span, language } = question;
  const basis = spanBasis(question);
  const { scene, byPlace, curfews, named, entries, sources, headline, checked } = basis;
  const t = texts(language);
  const alone = places.length === 1;
  const fields = [
    ...fieldOf(t.ask.field.readAs, readAs(basis, span)),
    ...byPlace.flatMap(({ place, name, items }) =>
      fieldOf(alone ? t.ask.field.span : name, [
        ...partLines(items, span),
        ...(alone ? [] : decreeLines(curfewsOf(items, curfews), scene, place)),
      ]),
    ),
    ...fieldOf(t.curfew.field.yourTime, yourTimes(basis)),
    ...(alone ? curfews.flatMap((curfew) => ownDecree(curfew, basis, places[0] ?? "")) : []),
    ...doubtFields(scene, named, entries),
  ];
  const footer = `${asOf(scene, sources, checked, places)} · ${t.curfew.permission}`;
  return split({ content: headline, embed: { tone: spanTone(basis.items), fields, footer } });
}

/** On every clock that has a part in it. */
function readAs({ items }: SpanBasis, span: Interval): string[] {
  const told = items.map(({ scene }) => `${spanWords(scene, span)} ${scene.clock}`);
  return [...new Set(told)].map((line, i) => (i === 0 ? `${line} = ${spanStamps(span)}` : line));
}

/** Every part, with its decree; parts of a place that differ each under their names. */
export function partLines(items: readonly SpanItem[], span: Interval): string[] {
  return items.flatMap(({ scene, areas, runs, until, reason }) => {
    const t = texts(scene.language);
    const told = runs.map((run) => {
      const state = `${SIGN[SIGNS[run.is]]} ${spanWords(scene, run)}: ${t.ask.line[run.is]}`;
      if (run.is === "unknown") return `${state}${reason === undefined ? "" : ` (${reason})`}`;
      if (run.is === "notInForce") return state;
      const runsOn = run.end >= span.end && until !== undefined && until > span.end;
      const on = runsOn ? `, ${t.curfew.until(when(scene, until))}` : "";
      return `${state}${on}${decrees(scene, run.curfews, areas, run.start)}`;
    });
    return items.length === 1 ? told : [`${fullList(scene, areas)}:`, ...told];
  });
}

const SIGNS = { inForce: "curfew", notInForce: "none", unknown: "unknown" } as const;

export function curfewsOf(items: readonly SpanItem[], curfews: readonly Curfew[]): readonly Curfew[] {
  const ids = new Set(items.flatMap((item) => item.runs.flatMap((run) => run.curfews)));
  return curfews.filter((curfew) => ids.has(curfew.id));
}

/** `Decreto Ejecutivo 329: 23:00-05:00 daily, last night ...`: a line a decree. */
export function decreeLines(curfews: readonly Curfew[], scene: Scene, place: PlaceId): string[] {
  return curfews.map((curfew) => `${decreeName(curfew, scene)}: ${hourLines(curfew, scene, place).join("; ")}`);
}

/** The parts inside a curfew, in each reader's own zone. */
function yourTimes({ items }: SpanBasis): string[] {
  return [...new Set(items.flatMap((item) => inside(item).map(spanStamps)))].slice(0, 5);
}

function ownDecree(curfew: Curfew, { scene, items }: SpanBasis, place: PlaceId): Field[] {
  const begins = items.flatMap((item) =>
    inside(item).flatMap((run) => beginOf(curfew, item.areas, run.start, scene) ?? []),
  );
  return decreeFields(curfew, scene, { place, begin: begins[0] });
}
