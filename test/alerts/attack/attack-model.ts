// What channels ought to show, from the promise alone: it walks minutes, reads what stands in channels as a reader would, and shares no rule with src/.
// It must never ask a row of the ledger what was so; rows are asked only why something was not shown.
import type { Subscription } from "../../../src/domain/subscription.ts";
import { type Clocks, minutes, type ZoneName } from "./attack-clock.ts";
import type { Shown } from "./attack-scene.ts";

export const HORIZON = 7 * 1440;
export const HOURS = [
  ["23:00", "05:00"],
  ["20:00", "23:30"],
  ["13:00", "16:00"],
  ["05:00", "09:00"],
  ["21:30", "07:00"],
  ["02:00", "03:00"],
  ["02:30", "04:30"],
] as const;
export const QUIET = [
  undefined,
  { start: "22:00", end: "06:00" },
  { start: "00:00", end: "08:00" },
  { start: "12:30", end: "15:00" },
  { start: "02:30", end: "03:30" },
] as const;
/** A decree: nights counted from the first day. */
export interface Law {
  hours: number;
  first: number;
  last: number;
  /** The minute from which it is lifted, or struck down. */
  over?: { from: number; is: "lifted" | "annulled" } | undefined;
  /** Its record was withdrawn: whether there is a curfew in its hours is not known. */
  isGone?: true | undefined;
}

/** From its begin to its end, minutes, night by night. */
export function windowsOf({ hours, first, last, over }: Law, clocks: Clocks): [number, number][] {
  const [from = "", to = ""] = HOURS[hours] ?? [];
  const nights = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return nights
    .map((night) => spanOf(night, { start: from, end: to }, clocks, clocks.stage.zone))
    .map(([start, end]): [number, number] => [start, Math.min(end, over?.from ?? Infinity)])
    .filter(([start, end]) => start < end);
}

function spanOf(day: number, one: { start: string; end: string }, clocks: Clocks, zone: ZoneName): [number, number] {
  const [start, end] = [minutes(one.start), minutes(one.end)];
  return [clocks.begins(day * 1440 + start, zone), clocks.ends(day * 1440 + end + (end <= start ? 1440 : 0), zone)];
}

/** How a channel stood from a minute on. */
export interface Snapshot {
  from: number;
  subs: readonly Subscription[];
  quiet: { start: string; end: string } | undefined;
  zone: ZoneName;
  pause: { from: number; until: number } | undefined;
  isOpen: boolean;
  isReached: boolean;
  /** The minute since which one message is kept up to date. */
  board: number | undefined;
}

export const asOf = (list: readonly Snapshot[], minute: number): Snapshot | undefined =>
  list.findLast(({ from }) => from <= minute);

export function isQuietAt(one: Snapshot | undefined, minute: number, clocks: Clocks): boolean {
  if (one === undefined) return false;
  if (isPausedAt(one, minute)) return true;
  const { quiet, zone } = one;
  if (quiet === undefined) return false;
  const today = Math.floor(clocks.shows(minute, zone) / 1440);
  return [today - 1, today].some((day) => {
    const [start, end] = spanOf(day, quiet, clocks, zone);
    return start <= minute && minute < end;
  });
}

export const isPausedAt = ({ pause }: Snapshot, minute: number): boolean =>
  pause !== undefined && pause.from <= minute && minute < pause.until;

const has = (one: Subscription, topic: string) =>
  one.topics.some(
    (own) => own === topic || (own === "curfews" && ["soon", "begins", "ends", "changes"].includes(topic)),
  );
/** Of the one place that is played. */
export const hearsOf = (subs: readonly Subscription[], topic: string): boolean => subs.some((one) => has(one, topic));
export const CURFEWS = ["soon", "begins", "ends", "changes"] as const;

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
  is: "curfew" | "none" | "dark";
  until: string | undefined;
  text: string;
}

/** That nobody knows, now or from some time on. */
const DARK = /NOT KNOWN|NO SE SABE/;

export function claimOf(text: string): Claim | "changed" | undefined {
  if (/^(📌|⏰|🔕|🔔|NEW ·|NUEVO|UPDATED|ACTUALIZADO|CORRECTED|CORREGIDO|WITHDRAWN|RETIRADO)/.test(text))
    return undefined;
  const now = /(?:Now|Ahora): (.*)$/.exec(text)?.[1] ?? text;
  const curfew =
    /CURFEW(?: NOW)?(?: since [^,]*,)?(?: in [^.]*?)? until (?:\w+ \d+ \w+ )?(\d\d:\d\d)/i.exec(now) ??
    /TOQUE DE QUEDA(?: AHORA)?(?: desde [^,]*,)?(?: en [^.]*?)? hasta el [^:]*?(\d\d:\d\d)/i.exec(now);
  if (curfew !== null) return { is: "curfew", until: curfew[1], text };
  const isDark = /^(❔ )?(NOT KNOWN|NO SE SABE)/.test(now);
  if (isDark) return { is: "dark", until: undefined, text };
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
/** That it begins, or goes on after an outage; not that it runs while nobody has checked whether anything changed. */
export const isBegin = (text: string): boolean => /^🔴 (CURFEW|TOQUE)/.test(text) && !isUnchecked(text);
export const isUnchecked = (text: string): boolean => /, (as declared|según lo declarado):/.test(text);
export const saysDark = ({ text }: Claim): boolean => DARK.test(text);

/** That it was held. */
export const HELD =
  /hours are over|pause is over|Held in|Terminaron las horas|Terminó la pausa|En horas de silencio:|En la pausa:/;
/** That it comes late, or was held. */
export const saysLate = (text: string): boolean =>
  HELD.test(text) || /\blate\b|atraso|was down|estuvo fuera|missed/.test(text);
