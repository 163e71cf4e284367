// Which place, which time: what the first lines of all states share. It must never say "now" of another time.
import { dayOf, type Millis } from "../../domain/time.ts";
import { texts } from "../../text/index.ts";
import { hour, moment } from "../../text/time.ts";
import type { Asked } from "./part.ts";
import { article } from "./rest.ts";
import { placeName, shortList, when } from "./words.ts";

/** `Fri 20 Mar 23:30`; undefined for now. */
export function asWhen({ scene, at }: Asked): string | undefined {
  return isNow({ scene, at }) ? undefined : when(scene, at);
}

function isNow({ scene, at }: Pick<Asked, "scene" | "at">): boolean {
  return at === scene.now && !scene.dated;
}

export function nameOf({ scene, place, places = [place] }: Asked): string {
  return places.length > 1 ? shortList(scene, places) : placeName(scene.record, place, scene.language, scene.now);
}

/** Several places were asked about: each is named with its own state, never "part of" or "the rest". */
export function isSeveral({ places = [] }: Asked): boolean {
  return places.length > 1;
}

export function untilWords(asked: Asked, until: Millis | undefined): string {
  const { scene } = asked;
  const t = texts(scene.language).curfew;
  if (until === undefined) return t.noEnd;
  // Beside a time of the same day its hour is enough, beside one of the same year the year is.
  return isNow(asked) ? t.until(when(scene, until)) : untilBeside(asked, until);
}

function untilBeside({ scene, at }: Asked, until: Millis): string {
  const { zone, language, dated } = scene;
  const t = texts(language).curfew;
  if (dayOf(at, zone) !== dayOf(until, zone))
    return t.until(dated ? when(scene, until) : moment(until, zone, language, at));
  const told = hour(until, zone);
  return t.untilHour(told, article(told));
}

export function tenseOf({ scene, at }: Asked): "past" | "present" | "future" {
  if (at === scene.now) return "present";
  return at < scene.now ? "past" : "future";
}
