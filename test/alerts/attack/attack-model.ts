// What channels ought to show, from the promise alone: it walks minutes, reads what stands in channels as a reader would, and shares no rule with src/.
// It must never ask a row of the ledger what was so; rows are asked only why something was not shown.
import type { Millis } from "../../../src/domain/time.ts";
import type { Subscription } from "../../../src/domain/subscription.ts";
import type { Shown } from "./attack-scene.ts";

const MINUTE = 60_000;
export const START = Date.parse("2026-01-10T00:00:00-05:00");
export const HORIZON = 7 * 1440;
export const HOURS = [
  ["23:00", "05:00"],
  ["20:00", "23:30"],
  ["13:00", "16:00"],
  ["05:00", "09:00"],
  ["21:30", "07:00"],
  ["02:00", "03:00"],
] as const;
export const QUIET = [
  undefined,
  { start: "22:00", end: "06:00" },
  { start: "00:00", end: "08:00" },
  { start: "12:30", end: "15:00" },
] as const;
/** In January: no clock is set then. */
const OFFSET: Readonly<Record<string, number>> = { "America/Guayaquil": -300, "Europe/Madrid": 60 };

export const at = (minute: number): Millis => START + minute * MINUTE;
export const minuteOf = (instant: Millis): number => Math.floor((instant - START) / MINUTE);
export const minutes = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
/** Ecuador's clock: `11T23:00`. */
export const wall = (minute: number): string => new Date(at(minute) - 300 * MINUTE).toISOString().slice(8, 16);
export const dayOf = (minute: number): string => new Date(at(minute) - 300 * MINUTE).toISOString().slice(0, 10);

/** A decree: nights counted from the first day. */
export interface Law {
  hours: number;
  first: number;
  last: number;
  /** The minute from which it is lifted. */
  lifted?: number | undefined;
}

export function covers({ hours, first, last, lifted }: Law, minute: number): boolean {
  const [from = "", to = ""] = HOURS[hours] ?? [];
  const [start, end] = [minutes(from), minutes(to)];
  if (lifted !== undefined && minute >= lifted) return false;
  for (let night = first; night <= last; night += 1)
    if (minute >= night * 1440 + start && minute < night * 1440 + end + (end <= start ? 1440 : 0)) return true;
  return false;
}

/** How a channel stood from a minute on. */
export interface Snapshot {
  from: number;
  subs: readonly Subscription[];
  quiet: { start: string; end: string } | undefined;
  zone: string;
  pause: { from: number; until: number } | undefined;
  isOpen: boolean;
  isReached: boolean;
}

export const asOf = (list: readonly Snapshot[], minute: number): Snapshot | undefined =>
  list.findLast(({ from }) => from <= minute);

export function isQuietAt(one: Snapshot | undefined, minute: number): boolean {
  if (one === undefined) return false;
  if (isPausedAt(one, minute)) return true;
  if (one.quiet === undefined) return false;
  const local = (((minute + 300 + (OFFSET[one.zone] ?? 0)) % 1440) + 1440) % 1440;
  const [start, end] = [minutes(one.quiet.start), minutes(one.quiet.end)];
  return start < end ? local >= start && local < end : local >= start || local < end;
}

export const isPausedAt = ({ pause }: Snapshot, minute: number): boolean =>
  pause !== undefined && pause.from <= minute && minute < pause.until;

const has = (one: Subscription, topic: string) =>
  one.topics.some(
    (own) => own === topic || (own === "curfews" && ["soon", "begins", "ends", "changes"].includes(topic)),
  );
export const hearsOf = (subs: readonly Subscription[], topic: string, area?: string): boolean =>
  subs.some((one) => has(one, topic) && (area === undefined || one.areas.some((own) => own === area || own === "EC")));

/** A strike by its newest figure. */
export interface Blow {
  id: string;
  at: number;
  killed: number | undefined;
  region: string;
  /** Nobody stated how many were killed when it was recorded. */
  isUnstated: boolean;
  withdrawn?: number;
}
/** Whether somebody reads of this strike there. */
export const isAbout = ({ id, isUnstated }: Blow, text: string): boolean =>
  text.includes(`SRC${id.slice(1)}x`) ||
  (isUnstated && /(number killed not stated|número de muertos no indicado)\. A/.test(text));
export const passes = (
  { minKilled, regions, topics }: Subscription,
  { killed, region }: Pick<Blow, "killed" | "region">,
) =>
  topics.includes("strikes") &&
  (regions === undefined || regions.some((one) => one === region)) &&
  (minKilled === undefined || (killed !== undefined && killed >= minKilled));

/** Everything that somebody reads of a message. */
export const wholeOf = ({ content, embed }: Shown["was"]): string =>
  [content, embed?.title, embed?.description, ...(embed?.fields ?? []).flatMap(({ name, value }) => [name, value])]
    .filter((one) => one !== undefined)
    .join("\n");

/** The lines that are told in a message: of a note after quiet hours its own lines too. */
export function linesOf(message: Shown["was"]): string[] {
  const own = (message.embed?.fields ?? []).flatMap(({ value }) => value.split("\n"));
  const listed = own.filter((line) => /#\w{4}-\w{4}$/.test(line));
  return HELD.test(message.content) && listed.length > 0
    ? listed.map((line) => line.replace(/^[•·\-\s]+/, ""))
    : [message.content];
}

/** What a line claims of now; undefined: nothing. `until`: as a clock, where it says one. */
export interface Claim {
  is: "curfew" | "none";
  until: string | undefined;
  text: string;
}

export function claimOf(text: string): Claim | "changed" | undefined {
  if (/^(⏰|❔|🔕|🔔|NEW ·|NUEVO|UPDATED|ACTUALIZADO|CORRECTED|CORREGIDO|WITHDRAWN|RETIRADO)/.test(text))
    return undefined;
  const now = /(?:Now|Ahora): (.*)$/.exec(text)?.[1] ?? text;
  const curfew =
    /CURFEW(?: NOW)?(?: since [^,]*,)? until (?:\w+ \d+ \w+ )?(\d\d:\d\d)/i.exec(now) ??
    /TOQUE DE QUEDA(?: AHORA)?(?: desde [^,]*,)? hasta el [^:]*?(\d\d:\d\d)/i.exec(now);
  if (curfew !== null) return { is: "curfew", until: curfew[1], text };
  if (text.startsWith("⚠️"))
    return /curfew over since|el toque terminó|Now: no curfew|Ahora: (sin|no hay) toque/.test(text)
      ? { is: "none", until: undefined, text }
      : "changed";
  const isNone =
    /no curfew|over (?:at|since)|none announced|sin toque|terminó el toque|terminó la última|ninguno anunciado|no hay toque/i.test(
      now,
    );
  return isNone ? { is: "none", until: undefined, text } : undefined;
}

/** That it was held. */
export const HELD =
  /hours are over|pause is over|Held in|Terminaron las horas|Terminó la pausa|En horas de silencio:|En la pausa:/;
/** That it comes late, or was held. */
export const saysLate = (text: string): boolean =>
  HELD.test(text) || /\blate\b|atraso|was down|estuvo fuera|missed/.test(text);
