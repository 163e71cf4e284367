// The first line where no curfew runs: what is announced, and how far that is known. Only where somebody checked: unknown parts have a line of their own.
import type { PlaceId } from "../../domain/area.ts";
import { DAY } from "../../domain/time.ts";
import { texts } from "../../text/index.ts";
import { asWhen, nameOf } from "./line-words.ts";
import { type Asked, only, type PartOf } from "./part.ts";
import { shortDay, shortList, when, windowWords } from "./words.ts";

export function noneLine(asked: Asked): string[] {
  const { scene, parts, newest } = asked;
  const t = texts(scene.language).curfew;
  const free = only(parts, "notInForce");
  const [first] = free;
  const moment = asWhen(asked);
  const state = `${t.none(moment)} ${t.in(nameOf(asked))}${moment === undefined ? "" : ` ${scene.clock}`}`;
  const told = free.length === 1 && first !== undefined ? ahead(asked, first) : aheadByPart(asked, free);
  return [state, ...told, ...(newest === undefined ? [] : [t.newest(shortDay(scene, newest))])];
}

/** Whoever asks about a day that is past does not ask what came a month later. */
const FAR = 14 * DAY;

/** What is announced for a place without curfew; the clock is named once. */
function ahead(asked: Asked, { state }: PartOf<"notInForce">): string[] {
  const { scene, at } = asked;
  const t = texts(scene.language).curfew;
  const clock = asWhen(asked) === undefined ? ` ${scene.clock}` : "";
  const { next, knownUntil } = state;
  const first = Math.min(next?.start ?? Infinity, knownUntil ?? Infinity);
  if (at < scene.now && first - at > FAR) return [];
  if (next === undefined)
    return [knownUntil === undefined ? t.noneAnnounced : t.noneAnnouncedUntil(`${when(scene, knownUntil)}${clock}`)];
  if (knownUntil === undefined) return [t.next(`${windowWords(scene, next)}${clock}`)];
  return [t.fromThen(when(scene, knownUntil)), t.nextDeclared(`${windowWords(scene, next)}${clock}`)];
}

/** Two windows at most stand in the first line; what else differs is in the embed. */
const WINDOWS = 2;

function aheadByPart(asked: Asked, free: readonly PartOf<"notInForce">[]): string[] {
  const { scene } = asked;
  const t = texts(scene.language).curfew;
  const clock = asWhen(asked) === undefined ? ` ${scene.clock}` : "";
  const windows = new Map<string, PlaceId[]>();
  const upcoming = free.filter((part) => part.state.next !== undefined);
  for (const { areas, state } of upcoming.sort((a, b) => (a.state.next?.start ?? 0) - (b.state.next?.start ?? 0))) {
    const told = state.next === undefined ? "" : `${windowWords(scene, state.next)}${clock}`;
    windows.set(told, [...(windows.get(told) ?? []), ...areas]);
  }
  const all = [...windows].map(([told, areas]) => t.nextIn(told, shortList(scene, areas)));
  const shown = all.length > WINDOWS ? [...all.slice(0, WINDOWS), t.andMore(all.length - WINDOWS)] : all;
  const rest = free.filter((part) => part.state.next === undefined);
  const known = Math.min(...rest.map((part) => part.state.knownUntil ?? Infinity));
  const silent = known === Infinity ? t.restNone : t.restNoneUntil(when(scene, known));
  if (shown.length === 0)
    return [known === Infinity ? t.noneAnnounced : t.noneAnnouncedUntil(`${when(scene, known)}${clock}`)];
  return [t.next([...shown, ...(rest.length > 0 ? [silent] : [])].join("; "))];
}
