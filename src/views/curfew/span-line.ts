// The first line about a span: what lies inside a curfew comes first, then what is not known; free is said only of all of it.
import type { Run } from "../../domain/runs.ts";
import type { Stretch } from "../../domain/span.ts";
import { groupBy } from "../../domain/group.ts";
import type { Interval, Millis } from "../../domain/time.ts";
import { texts } from "../../text/index.ts";
import { stopped, SIGN } from "./line.ts";
import { fewGroups, lower, type Scene, todayAt, when } from "./words.ts";
import type { Tone } from "../message.ts";
import { hourIn, minuteBefore, partsWords, spanWords, upper } from "./span-words.ts";

/** A place or a part of one, on its own clock. */
export interface SpanItem extends Stretch {
  name: string;
  /** The place that was asked about, of which it may be a part. */
  of: string;
  scene: Scene;
  /** The next curfew after the span, and from when nothing is known: for what is free all along. */
  next: Millis | undefined;
  /** Ids of the decrees that it is by. */
  coming: readonly string[];
  knownUntil: Millis | undefined;
  /** Why it is not known, from its first unknown part: a sentence. */
  reason: string | undefined;
}

export const inside = ({ runs }: Stretch): Run[] => runs.filter((run) => run.is === "inForce");
const dark = ({ runs }: Stretch): Run[] => runs.filter((run) => run.is === "unknown");
const free = ({ runs }: Stretch): Run[] => runs.filter((run) => run.is === "notInForce");
const isAll = ({ runs }: Stretch) => runs.length === 1;

export function spanTone(items: readonly SpanItem[]): Extract<Tone, "curfew" | "none" | "unknown"> {
  if (items.some((item) => inside(item).length > 0)) return "curfew";
  return items.some((item) => dark(item).length > 0) ? "unknown" : "none";
}

/** Whose clock the span itself is told on: the first place's. */
export function spanLine(items: readonly SpanItem[], span: Interval): string {
  const [first] = items;
  if (first === undefined) throw new RangeError("a span of no place");
  const tone = spanTone(items);
  const told = { curfew: curfewWords, unknown: unknownWords, none: noneWords }[tone](items, span, first.scene);
  return `${SIGN[tone]} ${told.map(upper).map(stopped).join(" ")}`;
}

const names = (scene: Scene, items: readonly SpanItem[]) =>
  texts(scene.language).common.and([...new Set(items.map((item) => item.name))]);

/** The places asked about, each once: where all of their parts are meant. */
const placeNames = (scene: Scene, items: readonly SpanItem[]) =>
  texts(scene.language).common.and([...new Set(items.map((item) => item.of))]);

/** Told once where all places share a clock, else behind each hour. */
function clockOf(items: readonly SpanItem[], { scene }: SpanItem): string {
  return items.every((item) => item.scene.clock === scene.clock) ? "" : ` ${scene.clock}`;
}

function curfewWords(items: readonly SpanItem[], span: Interval, scene: Scene): string[] {
  const { ask: t, curfew } = texts(scene.language);
  const hit = items.filter((item) => inside(item).length > 0);
  const [only] = hit;
  const lead = hit.every(isAll) ? t.allOf(spanWords(scene, span)) : t.partOf(spanWords(scene, span));
  const head = `${lead} ${curfew.in(names(scene, hit))} ${scene.clock}`;
  const rest = [...notIn(items, scene), ...unknownPlaces(items, span, scene)];
  if (only === undefined) return rest;
  if (isAlone(hit)) return [...aloneWords(only, head, span, items.length === 1), ...rest];
  const told = groupBy(hit, (item) => partsWords(item.scene, span, inside(item)) + clockOf(items, item)).map(
    (group) => {
      const [one] = group;
      const parts = one === undefined ? "" : partsWords(one.scene, span, inside(one)) + clockOf(items, one);
      return { areas: group.flatMap((item) => item.areas), told: `${names(scene, group)} ${parts}` };
    },
  );
  return [`${lead} ${scene.clock}: ${fewGroups(scene, told)}`, ...lastMinutes(hit, span), ...rest];
}

/** All that is inside a curfew is so at the same hours. */
function isAlone(hit: readonly SpanItem[]): boolean {
  const key = (item: SpanItem) => JSON.stringify([item.runs, item.since ?? null, item.until ?? null, item.scene.clock]);
  return hit.every((item) => hit[0] !== undefined && key(item) === key(hit[0]));
}

function aloneWords(item: SpanItem, head: string, span: Interval, asked: boolean): string[] {
  const { scene, since, until, runs } = item;
  const t = texts(scene.language).ask;
  if (isAll(item))
    return [
      `${head}. ${t.runs(when(scene, since ?? span.start), until === undefined ? undefined : when(scene, until))}`,
    ];
  const parts = inside(item);
  const [first] = parts;
  const beginsInside = first !== undefined && first.start <= span.start;
  const [, second] = runs;
  // "Outside" is said only of a rest that is free to its end.
  if (asked && beginsInside && runs.length === 2 && second?.is === "notInForce") {
    return [`${head}: ${t.endsWithin(hourIn(scene, span, second.start))}`];
  }
  return [`${head}: ${partsWords(scene, span, parts)}`, ...lastMinutes([item], span), ...darkOf(item, span)];
}

/** Before the first curfew that begins within the span. */
function lastMinutes(hit: readonly SpanItem[], span: Interval): string[] {
  const begins = hit
    .flatMap((item) => inside(item).map(({ start }) => ({ start, scene: item.scene })))
    .filter(({ start }) => start > span.start)
    .sort((a, b) => a.start - b.start);
  const [first] = begins;
  if (first === undefined || hit.some((item) => (inside(item)[0]?.start ?? Infinity) <= span.start)) return [];
  const t = texts(first.scene.language).ask;
  const told = minuteBefore(first.scene, span, first.start);
  const clock = new Set(hit.map((item) => item.scene.clock)).size > 1 ? ` ${first.scene.clock}` : "";
  const same = new Set(begins.map(({ start }) => start)).size === 1;
  return [(same ? t.lastMinute : t.lastMinuteFirst)(told + clock)];
}

function darkOf(item: SpanItem, span: Interval): string[] {
  const parts = dark(item);
  const t = texts(item.scene.language).ask;
  return parts.length === 0 ? [] : [t.unknownAt(partsWords(item.scene, span, parts))];
}

/** Places that are free all along, beside those that are not. */
function notIn(items: readonly SpanItem[], scene: Scene): string[] {
  const none = items.filter((item) => free(item).length === item.runs.length);
  return none.length === 0 ? [] : [texts(scene.language).ask.notIn(names(scene, none))];
}

/** Places of which nothing is known, all along or for a part; those with a curfew too where several are told. */
function unknownPlaces(items: readonly SpanItem[], span: Interval, scene: Scene): string[] {
  const t = texts(scene.language).ask;
  const hit = items.filter((item) => inside(item).length > 0);
  const some = items.filter((item) => dark(item).length > 0 && !(isAlone(hit) && hit.includes(item)));
  const groups = groupBy(some, (item) => partsWords(item.scene, span, dark(item)) + clockOf(items, item));
  if (groups.length > 1) return [t.unknownSome(placeNames(scene, some))];
  return groups.flatMap((group) => {
    const [one] = group;
    if (one === undefined) return [];
    const parts = isAll(one) ? "" : ` ${partsWords(one.scene, span, dark(one))}${clockOf(items, one)}`;
    return [`${t.unknownIn(names(scene, group))}${parts}`];
  });
}

function unknownWords(items: readonly SpanItem[], span: Interval, scene: Scene): string[] {
  const { ask: t, curfew } = texts(scene.language);
  const some = items.filter((item) => dark(item).length > 0);
  const told = spanWords(scene, span);
  const wholly = some.every(isAll);
  const tense = span.end <= scene.now ? "past" : span.start > scene.now ? "future" : "present";
  const head = wholly
    ? t.unknownWhether(names(scene, some), { moment: `${told} ${scene.clock}`, tense })
    : `${t.unknownPart(told, names(scene, some))} ${scene.clock}: ${curfewFree(some, span, items)}`;
  const [one] = some;
  const reason = one?.reason === undefined ? [] : [one.reason];
  return [head, ...reason, curfew.notNone(tense), ...notIn(items, scene)];
}

/** Which part is not known, and that the others are free. */
function curfewFree(some: readonly SpanItem[], span: Interval, items: readonly SpanItem[]): string {
  return groupBy(some, (item) => partsWords(item.scene, span, dark(item)) + clockOf(items, item))
    .flatMap((group) => {
      const [one] = group;
      if (one === undefined) return [];
      const t = texts(one.scene.language).ask;
      const parts = partsWords(one.scene, span, dark(one)) + clockOf(items, one);
      const others = free(one);
      const none =
        others.length === 0
          ? ""
          : `; ${t.noneAt(partsWords(one.scene, span, others)).replace(/^\p{Lu}/u, (letter) => letter.toLowerCase())}`;
      return [some.length === group.length ? `${parts}${none}` : `${names(one.scene, group)} ${parts}${none}`];
    })
    .join("; ");
}

function noneWords(items: readonly SpanItem[], span: Interval, scene: Scene): string[] {
  const t = texts(scene.language).ask;
  const head = `${t.noneFor(spanWords(scene, span), placeNames(scene, items))} ${scene.clock}`;
  const nexts = groupBy(items, (item) => `${item.next} ${item.knownUntil} ${item.scene.clock}`).flatMap((group) => {
    const [one] = group;
    const told = one === undefined ? undefined : afterwards(one, clockOf(items, one));
    if (told === undefined) return [];
    return [group.length === items.length ? told : `${names(scene, group)}: ${lower(told)}`];
  });
  return [head, ...nexts];
}

function afterwards({ scene, next, knownUntil }: SpanItem, clock: string): string | undefined {
  const t = texts(scene.language).curfew;
  if (knownUntil !== undefined) return t.fromThen(when(scene, knownUntil) + clock);
  return next === undefined ? undefined : t.next(todayAt(scene, next) + clock);
}
