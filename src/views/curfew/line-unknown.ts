// The first line where it is not known whether a curfew runs: why, and that this is no "no". It must never read as if there were none.
import { dayOf } from "../../domain/time.ts";
import { texts } from "../../text/index.ts";
import { day } from "../../text/time.ts";
import { asWhen, isSeveral, nameOf, tenseOf } from "./line-words.ts";
import { type Asked, only, type PartOf } from "./part.ts";
import { beginnings, someOf } from "./rest.ts";
import { lower, placeName, shortDay, shortList, todayAt, when, windowWords } from "./words.ts";

/** The state comes first: of many places, two names and a number are enough. The embed has them all. */
const NAMES = 3;

export function unknownLine(asked: Asked): string[] {
  const { scene, parts, newest } = asked;
  const t = texts(scene.language).curfew;
  const dark = only(parts, "unknown");
  const free = only(parts, "notInForce");
  const other = asWhen(asked);
  const moment = other === undefined ? undefined : { moment: `${other} ${scene.clock}`, tense: tenseOf(asked) };
  const why = reason(asked, dark);
  if (free.length === 0) {
    const state = isSeveral(asked) ? t.unknownThere(nameOf(asked), moment) : t.unknown(nameOf(asked), moment);
    return [state, why, t.notNone(tenseOf(asked)), ...declaredNext(asked, dark)];
  }
  const areas = dark.flatMap((part) => part.areas);
  const places = isSeveral(asked) ? shortList(scene, areas) : shortList(scene, areas, NAMES);
  const none = shortList(
    scene,
    free.flatMap((part) => part.areas),
  );
  return [
    isSeveral(asked)
      ? t.unknownThere(places, moment)
      : t.unknownParts(placeName(scene.record, asked.place, scene.language, scene.now), places, moment),
    why,
    `${t.noneIn(none)}${soonest(asked, free)}`,
    ...(newest === undefined ? [] : [t.newest(shortDay(scene, newest))]),
  ];
}

function soonest({ scene }: Asked, free: readonly PartOf<"notInForce">[]): string {
  const [first] = beginnings(free);
  if (first === undefined) return "";
  const t = texts(scene.language).curfew;
  const everywhere = free.every((part) => part.state.next?.start === first.start);
  const places = everywhere ? "" : `: ${someOf(scene, first.areas)}`;
  return `; ${lower(t.next(todayAt(scene, first.start)))} ${scene.clock}${places}`;
}

/** Why it is not known, in one sentence; where parts differ, the earliest end of our information. */
function reason(asked: Asked, dark: readonly PartOf<"unknown">[]): string {
  const { scene, at } = asked;
  const { language, zone } = scene;
  const t = texts(language).curfew;
  const doubt = dark.find((part) => part.state.why !== "not-covered");
  if (doubt !== undefined)
    return doubt.state.why === "list-partial" && tenseOf(asked) === "past" ? t.listPartialThen : t.why[doubt.state.why];
  const ends = dark.map((part) => part.state.informationEnds);
  const known = ends.filter((end) => end !== undefined);
  if (known.length === 0) return t.why["not-covered"];
  const earliest = Math.min(...known);
  const date = dayOf(earliest, zone);
  if (known.some((end) => end !== earliest)) return t.endsAtFirst(day(date, language));
  // On the day itself the hour matters.
  return date === dayOf(at, zone) ? t.ends(`${when(scene, earliest)} ${scene.clock}`) : t.endsOn(day(date, language));
}

function declaredNext({ scene }: Asked, dark: readonly PartOf<"unknown">[]): string[] {
  const t = texts(scene.language).curfew;
  const [first] = beginnings(dark);
  const next = dark.find((part) => part.state.next?.start === first?.start)?.state.next;
  if (first === undefined || next === undefined) return [];
  const told = `${windowWords(scene, next)} ${scene.clock}`;
  const everywhere = dark.every((part) => part.state.next?.start === next.start);
  return [t.nextDeclared(everywhere ? told : t.nextIn(told, someOf(scene, first.areas)))];
}
