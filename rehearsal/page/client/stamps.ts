// Discord's timestamps `<t:unix:style>` as one reader sees them. Pure: it must not use the DOM, nor ask what time it is.

/** Discord's nine styles; `f` is what a stamp without a style means. */
export type StampStyle = "t" | "T" | "d" | "D" | "f" | "F" | "s" | "S" | "R";

/** Whose language and zone a time is shown in. */
export interface Viewer {
  locale: string;
  zone: string;
}

const numericDate = { year: "numeric", month: "2-digit", day: "2-digit" } as const;
const shortTime = { hour: "numeric", minute: "2-digit" } as const;
const longTime = { hour: "numeric", minute: "2-digit", second: "2-digit" } as const;

const looks: Record<Exclude<StampStyle, "R">, Intl.DateTimeFormatOptions> = {
  t: { timeStyle: "short" },
  T: { timeStyle: "medium" },
  d: numericDate,
  D: { dateStyle: "long" },
  f: { dateStyle: "long", timeStyle: "short" },
  F: { dateStyle: "full", timeStyle: "short" },
  s: { ...numericDate, ...shortTime },
  S: { ...numericDate, ...longTime },
};

// Making a formatter costs far more than using it, and the page draws hundreds of stamps each second.
const formatters = new Map<string, Intl.DateTimeFormat>();

/** A formatter for these options, made once. */
export function formatterFor(viewer: Viewer, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${viewer.locale}|${viewer.zone}|${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(viewer.locale, { ...options, timeZone: viewer.zone });
  formatters.set(key, made);
  return made;
}

const distances = new Map<string, Intl.RelativeTimeFormat>();

function distanceIn(locale: string): Intl.RelativeTimeFormat {
  const known = distances.get(locale);
  if (known !== undefined) return known;
  const made = new Intl.RelativeTimeFormat(locale, { numeric: "always" });
  distances.set(locale, made);
  return made;
}

/** The distance between two instants in milliseconds, in the largest unit that fits: "in 2 hours", "hace 3 días". */
export function relative(thenMs: number, nowMs: number, locale: string): string {
  const away = thenMs - nowMs;
  const seconds = Math.abs(away) / 1000;
  const steps: [Intl.RelativeTimeFormatUnit, number, number][] = [
    ["second", 1, 60],
    ["minute", 60, 60],
    ["hour", 3600, 24],
    ["day", 86_400, 30],
    ["month", 2_629_746, 12],
  ];
  const words = distanceIn(locale);
  const sign = away < 0 ? -1 : 1;
  for (const [unit, size, below] of steps) {
    const count = Math.round(seconds / size);
    if (count < below) return words.format(sign * count, unit);
  }
  return words.format(sign * Math.max(1, Math.round(seconds / 31_556_952)), "year");
}

/** The latest and earliest instants a date can name, in milliseconds (ECMAScript's own bounds). */
const bound = 8.64e15;

/** One stamp in words. `unix` in seconds, `nowMs` the world's time in milliseconds. A number beyond all dates is shown as Discord does. */
export function formatStamp(unix: number, style: StampStyle, viewer: Viewer, nowMs: number): string {
  const then = unix * 1000;
  if (!Number.isFinite(then) || Math.abs(then) > bound) return "Invalid date";
  if (style === "R") return relative(then, nowMs, viewer.locale);
  return formatterFor(viewer, looks[style]).format(then);
}
