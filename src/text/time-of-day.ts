// Reads a time of day, and quiet hours, as people type them in either language: `18:00`, `7 am`, `22-6`, `22:00 a 06:00`. A figure alone is of the 24-hour
// clock: the card repeats what was read. What it does not read whole it does not read at all.
import type { WallTime } from "../domain/time.ts";
import { clocks } from "./when/clocks.ts";
import { hoursOf, shown } from "./when/hours.ts";
import { plain } from "./when/plain.ts";
import type { ClockRead } from "./when/reading.ts";
import { both, maybe, piece, raw, type Rule, whole } from "./when/rule.ts";

export interface QuietHours {
  start: WallTime;
  end: WallTime;
}

/** Longer than any way to write it; what is longer is not looked at. */
const LONGEST = 60;
const NONE = /^(?:none|no|never|off|ningun[oa]?|ningunas|nada|nunca|sin|-)?$/;

const clock = clocks(0);
const TO = raw(String.raw`\s?(?:->|-|(?:al?|to|hasta|until|till|y|and)(?![a-z0-9]))`, () => true);
const OPENS = maybe(piece("(?:from|between|de|desde|entre)", () => true));
const span: Rule<{ from: ClockRead; to: ClockRead }> = both(
  both(OPENS, clock, (_, from) => from),
  both(TO, clock, (_, to) => to),
  (from, to) => ({ from, to }),
);

export function readTimeOfDay(typed: string): WallTime | undefined {
  if (typed.length > LONGEST) return undefined;
  return only(whole(clock, plain(typed)).map(wall));
}

/** `none` for an empty text and its words; undefined where it cannot be read, or has no length. */
export function readQuietHours(typed: string): QuietHours | "none" | undefined {
  if (typed.length > LONGEST) return undefined;
  const text = plain(typed);
  if (NONE.test(text)) return "none";
  const read = whole(span, text).map(({ from, to }) => {
    const [start, end] = [wall(from), wall(to)];
    return start === undefined || end === undefined || start === end ? undefined : `${start} ${end}`;
  });
  const [start, end] = only(read)?.split(" ") ?? [];
  return start === undefined || end === undefined ? undefined : { start, end };
}

function wall(read: ClockRead): WallTime | undefined {
  const [first] = hoursOf(read);
  return first === undefined ? undefined : shown(first, read.minute);
}

/** The one that all readings give. */
function only(readings: readonly (string | undefined)[]): string | undefined {
  const each = new Set(readings.flatMap((one) => one ?? []));
  const [one] = each;
  return each.size === 1 ? one : undefined;
}
