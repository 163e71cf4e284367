// What is different for some places, as one phrase: old beside new, the nearest night before the last. It must never say of a time that it is free
// where nobody knows.
import type { ChangedNight, OpenSpan, Outlook } from "../../domain/curfew-change.ts";
import { DAY, type Millis } from "../../domain/time.ts";
import type { WhyKind } from "../../domain/why.ts";
import { texts } from "../../text/index.ts";
import { hour, weekday } from "../../text/time.ts";
import { isSame, type Told } from "./change-told.ts";
import type { Late } from "./edge-line.ts";
import { type Scene, when } from "../curfew/words.ts";
import {
  isRunning,
  overSince,
  wasMoment,
  windowIn,
  dayed,
  untilWords,
  hoursAhead,
  isDoubt,
  isFree,
  statesAt,
  fallen,
} from "./change-words.ts";

export interface Headline {
  kind: "curfew.declared" | "curfew.changed" | "curfew.lifted" | "curfew.annulled" | "curfew.withdrawn";
  told: readonly Told[];
  /** What differs beside the hours, where both versions are there to compare. */
  terms: { exemptions: boolean; penalty: boolean };
  /** Who ended it, or why it was withdrawn; as a reader may see it. */
  by?: string | undefined;
  reason?: string | undefined;
  /** Why this version follows the one before: its word opens the line. Undefined where nobody said. */
  why?: WhyKind | undefined;
  /** Who says so, as a reader may see it. */
  says?: string | undefined;
  lateBy?: Millis | undefined;
  late?: Late | undefined;
}

/** Told to begin, with nothing before it: the notice is the decree's first. */
export function isNew(scene: Scene, line: Headline): boolean {
  return (
    !scene.lasting &&
    line.kind === "curfew.declared" &&
    line.told.every(({ was, now }) => was === undefined && now !== undefined)
  );
}

export function phrase(scene: Scene, one: Told, line: Headline): string {
  const t = texts(scene.language).change;
  if (line.kind === "curfew.withdrawn") return one.was === undefined ? t.record : hoursAhead(scene, one.was, "curfew");
  if (isSame(one)) return unchanged(scene, one, line);
  if (one.was === undefined || one.now === undefined) return appeared(scene, one, line) ?? doubt(scene, one);
  return moved(scene, one, one.was, one.now);
}

function unchanged(scene: Scene, { now }: Told, { terms }: Headline): string {
  const t = texts(scene.language).change;
  const hours = now === undefined ? t.none : hoursAhead(scene, now);
  const what = terms.exemptions
    ? terms.penalty
      ? t.exemptionsAndPenalty
      : t.exemptions
    : terms.penalty
      ? t.penalty
      : undefined;
  return [...(what === undefined ? [] : [what]), t.same(hours)].join("; ");
}

/** There was none, or there is none. */
function appeared(scene: Scene, { areas, was, now, nights }: Told, line: Headline): string | undefined {
  const t = texts(scene.language).change;
  if (now !== undefined) {
    if (isRunning(scene, now) && !scene.lasting) return t.nowUntil(untilWords(scene, now.first.end));
    const moment = dayed(scene, now.first.start);
    return isNew(scene, line) ? t.newFrom(moment) : t.from(moment);
  }
  if (was === undefined) return undefined;
  // It ran when the change became known, or a little before: when it was over is told with the hour.
  const cut = nights[0]?.now.at(-1)?.end;
  const began = was.first.start <= scene.at;
  if (began) return t.over(overSince(scene, cut ?? scene.at), untilWords(scene, was.first.end));
  // Nobody said that there is none: what is gone is only that somebody knows.
  const doubtful = statesAt(scene.record, areas, Math.max(was.first.start, scene.now)).some(isDoubt);
  return doubtful ? t.goneUnknown(hoursAhead(scene, was)) : t.gone(hoursAhead(scene, was));
}

function doubt(scene: Scene, { doubted, cleared }: Told): string {
  const t = texts(scene.language).change;
  if (doubted !== undefined) return t.doubted(dayed(scene, Math.max(doubted.start, scene.now)));
  return cleared === undefined ? t.record : t.cleared(dayed(scene, Math.max(cleared.start, scene.now)));
}

/** There was one and there is one: what is another first, the nearest night before the last. */
function moved(scene: Scene, one: Told, was: Outlook, now: Outlook): string {
  const t = texts(scene.language).change;
  const parts: string[] = [];
  const [night] = one.nights;
  const isLast = was.last.end !== now.last.end;
  const hours = otherHours(scene, one, was, now);
  // Begun by the change: nobody was told of a begin.
  if (isRunning(scene, now) && was.first.start > scene.at && !scene.lasting)
    parts.push(t.nowUntil(untilWords(scene, now.first.end)));
  if (hours !== undefined) parts.push(hours);
  else if (night !== undefined && !(isLast && isTail(night, was, now))) parts.push(nightWords(scene, night, one));
  if (isLast) parts.push(endWords(scene, one, was, now));
  return parts.length > 0 ? parts.join("; ") : t.same(hoursAhead(scene, now));
}

/** Whether it only says over again that the last window is another. */
function isTail({ was, now }: ChangedNight, before: Outlook, after: Outlook): boolean {
  const starts = new Set([before.last.start, after.last.start]);
  if (was.length > 0 && now.length > 0)
    return (
      was.length === 1 &&
      now.length === 1 &&
      was[0]?.start === now[0]?.start &&
      starts.size === 1 &&
      starts.has(now[0]?.start ?? 0)
    );
  const [first] = [...was, ...now];
  return (first?.start ?? 0) > Math.min(before.last.start, after.last.start);
}

/** Where every night from some day on has the same other hours. */
function otherHours(scene: Scene, { nights, more }: Told, was: Outlook, now: Outlook): string | undefined {
  const t = texts(scene.language).change;
  const [first, ...others] = nights.map((one) => hoursOf(scene, one.now));
  const start = nights[0]?.now[0]?.start;
  if (was.hours === undefined || first === undefined || start === undefined || others.length + more === 0)
    return undefined;
  // Those that fell away at the end are told by the end.
  const changed = others.filter((one) => one !== "");
  const last = hoursOf(scene, [now.last]);
  const were = `${was.hours.start}-${was.hours.end}`;
  if (first === "" || first === were || last !== first || changed.some((one) => one !== first)) return undefined;
  return start - scene.now < DAY
    ? t.hours(first, were)
    : t.hoursFrom(first, were, weekday(start, scene.zone, scene.language));
}

/** `21:00-05:00`; empty where there is none or more than one. */
function hoursOf({ zone }: Scene, [one, ...others]: readonly OpenSpan[]): string {
  return one?.end === undefined || others.length > 0 ? "" : `${hour(one.start, zone)}-${hour(one.end, zone)}`;
}

function nightWords(scene: Scene, { was, now }: ChangedNight, one: Told): string {
  const t = texts(scene.language).change;
  const [before, after] = [was[0], now[0]];
  const more = one.nights.length - 1 + one.more;
  if (after === undefined && before !== undefined) {
    const told = windowIn(scene, before);
    return isFree(scene, one.areas, before) ? t.off(told, more) : t.offUnknown(told);
  }
  if (before === undefined && after !== undefined) return t.extra(windowIn(scene, after), more);
  if (before === undefined || after === undefined) return "";
  const told = otherWindow(scene, before, after, was.length === 1 && now.length === 1);
  return more > 0 ? `${told}, ${t.moreNights(more)}` : told;
}

function otherWindow(scene: Scene, before: OpenSpan, after: OpenSpan, single: boolean): string {
  const t = texts(scene.language).change;
  if (single && before.start === after.start && after.end !== undefined)
    return t.ends(when(scene, after.end), before.end === undefined ? t.noEnd : wasMoment(scene, before.end, after.end));
  if (single && before.end === after.end)
    return t.begins(dayed(scene, after.start), wasMoment(scene, before.start, after.start));
  return t.window(windowIn(scene, after, true), windowIn(scene, before, true));
}

function endWords(scene: Scene, one: Told, was: Outlook, now: Outlook): string {
  const t = texts(scene.language).change;
  const before = was.last.end === undefined ? t.noEnd : wasMoment(scene, was.last.end, now.last.end ?? was.last.end);
  if (now.last.end === undefined) return t.endless(before);
  const moment = when(scene, now.last.end);
  // Nobody said that it ends there: what is gone is only that somebody knows.
  const doubtful = fallen(scene, one).some(isDoubt);
  return doubtful ? t.confirmed(moment, before) : t.ends(moment, before);
}
