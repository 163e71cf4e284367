// The first line where a curfew runs: until when, what holds in the rest, what comes. It must never let a part stand for the whole.
import type { PlaceId } from "../../domain/area.ts";
import type { Millis } from "../../domain/time.ts";
import { texts } from "../../text/index.ts";
import { asWhen, isSeveral, nameOf, untilWords } from "./line-words.ts";
import { type Asked, only, type PartOf } from "./part.ts";
import { beginnings, fromWords, nightEnd, restWords, someOf } from "./rest.ts";
import { darkFrom, uncheckedSince } from "./sources.ts";
import { fewGroups, lower, shortList, soon, when } from "./words.ts";

export function runningLine(asked: Asked): string[] {
  const { scene, parts, declaredOnly } = asked;
  const t = texts(scene.language).curfew;
  const running = only(parts, "inForce");
  const ends = byEnd(running);
  const unchecked = declaredOnly ? uncheckedSince(scene, asked.place) : undefined;
  const since =
    unchecked === undefined ? "" : `; ${texts(scene.language).knowledge.notCheckedSince(when(scene, unchecked))}`;
  const declared = declaredOnly ? `, ${t.asDeclared}${since}` : "";
  const state = t.curfew(asWhen(asked));
  const [single] = ends;
  const whole = running.length === parts.length;
  if (single !== undefined && ends.length === 1 && (whole || isSeveral(asked))) {
    const comma = asWhen(asked) === undefined ? "" : ",";
    const where = whole ? nameOf(asked) : shortList(scene, single.areas);
    const until = untilWords(asked, single.until);
    const rest = whole ? "" : others(asked);
    const told = `${state} ${t.in(where)}${comma} ${until} ${scene.clock}${declared}`;
    return [rest === "" ? told : `${told}; ${rest}`, ...follows(asked, running)];
  }
  const where = isSeveral(asked) ? "" : ` ${t.in(whole ? t.allOf(nameOf(asked)) : t.partOf(nameOf(asked)))}`;
  const told = ends.map(({ areas, until }) => ({
    areas,
    told: `${shortList(scene, areas)} ${untilWords(asked, until)}`,
  }));
  const rest = others(asked);
  return [
    `${state}${where}: ${fewGroups(scene, told)} ${scene.clock}${declared}${rest === "" ? "" : `; ${rest}`}`,
    ...follows(asked, running),
  ];
}

/** What holds where no curfew runs, so that nobody takes a part for the whole. */
function others(asked: Asked): string {
  const { scene, parts, at } = asked;
  const t = texts(scene.language).curfew;
  const free = only(parts, "notInForce");
  const dark = only(parts, "unknown");
  const unknown = shortList(
    scene,
    dark.flatMap((part) => part.areas),
  );
  const rest = free.length === 0 ? "" : isSeveral(asked) ? freeWords(asked) : restWords(scene, parts, at);
  if (dark.length === 0) return rest;
  if (free.length === 0 && !isSeveral(asked)) return t.restUnknown;
  return [t.unknownIn(unknown), rest].filter(Boolean).join("; ");
}

/** Of several places that were named, one that is free is named too; what begins there in the same night is said with it. */
function freeWords({ scene, parts, at }: Asked): string {
  const t = texts(scene.language).curfew;
  const free = only(parts, "notInForce");
  const limit = nightEnd(parts, at);
  const begins = beginnings(free).filter(({ start }) => start <= limit);
  const later = free.filter(({ state }) => state.next === undefined || state.next.start > limit);
  const told = begins.map(({ start, areas }) => ({
    areas,
    told: t.from(fromWords(scene, start, at), someOf(scene, areas)),
  }));
  const none = later.flatMap((part) => part.areas);
  return [
    ...(told.length === 0 ? [] : [fewGroups(scene, told)]),
    ...(none.length === 0 ? [] : [lower(t.noneIn(shortList(scene, none)))]),
  ].join("; ");
}

/** Parts with the same end, the one that lasts longest last. */
function byEnd(running: readonly PartOf<"inForce">[]): { until: Millis | undefined; areas: PlaceId[] }[] {
  const ends = new Map<Millis | undefined, PlaceId[]>();
  for (const { areas, state } of running) ends.set(state.until, [...(ends.get(state.until) ?? []), ...areas]);
  return [...ends]
    .map(([until, areas]) => ({ until, areas }))
    .sort((a, b) => (a.until ?? Infinity) - (b.until ?? Infinity));
}

/** What comes after the end; left out where the parts differ in it, the embed tells each. "Next" is the earliest of the whole place. */
function follows(asked: Asked, running: readonly PartOf<"inForce">[]): string[] {
  const { scene, parts } = asked;
  const t = texts(scene.language).curfew;
  const [first] = running;
  const key = ({ state }: PartOf<"inForce">) => [state.next?.start, state.followedBy].join();
  if (first === undefined || running.some((part) => key(part) !== key(first))) return [];
  const { next, followedBy, until } = first.state;
  const [sooner] = beginnings(parts.filter((part) => part.state.is !== "inForce"));
  if (sooner !== undefined && sooner.start < (next?.start ?? Infinity)) return elsewhere(asked, first, sooner);
  const upcoming = next === undefined ? undefined : soon(scene, next.start, until);
  if (followedBy === "unknown") return [t.afterThat, ...(upcoming === undefined ? [] : [t.nextDeclared(upcoming)])];
  if (upcoming !== undefined) return [t.next(upcoming)];
  if (followedBy !== "notInForce" || until === undefined) return [];
  // Free of curfews for some hours, and then nobody knows: no reader may take those hours for the end of it.
  const dark = darkFrom(
    scene.record,
    running.flatMap((part) => part.areas),
    until,
  );
  return [dark === undefined ? t.noFurther : t.fromThen(when(scene, dark))];
}

/** The next curfew is not where this one runs. */
function elsewhere(
  { scene, parts, at }: Asked,
  { state: { followedBy, until } }: PartOf<"inForce">,
  sooner: { start: Millis; areas: readonly PlaceId[] },
): string[] {
  const t = texts(scene.language).curfew;
  const rest = parts.filter((part) => part.state.is !== "inForce");
  const after = followedBy === "unknown" ? [t.afterThat] : [];
  const begins = only(rest, "notInForce").some(({ state }) => state.next?.start === sooner.start);
  // Told already, beside what runs.
  if (begins && sooner.start <= nightEnd(parts, at)) return after;
  const told = t.nextIn(soon(scene, sooner.start, until), someOf(scene, sooner.areas));
  return [...after, followedBy === "unknown" || only(rest, "unknown").length > 0 ? t.nextDeclared(told) : t.next(told)];
}
