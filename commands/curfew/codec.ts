// A question about curfews as the arguments of a button, and back. It checks the form only: whether a place is still there is asked with the record.
import type { CurfewQuestion } from "../../src/domain/question.ts";
import type { Interval, Millis } from "../../src/domain/time.ts";

interface Moment {
  at?: Millis | undefined;
  night?: Interval | undefined;
  span?: Interval | undefined;
}

/** `["p", "EC-G", "mmu3k9c0", "", ""]`: instants in base 36, so that the longest place and a night fit a button. Places are joined by dots. */
export function argsOf(question: CurfewQuestion): readonly string[] {
  switch (question.is) {
    case "curfew.country":
      return ["c", question.place, ...(question.follows === undefined ? [] : [question.follows.join(".")])];
    case "curfew.place":
      return ["p", question.place, ...timesOf(question)];
    case "curfew.places":
      return ["m", question.places.join("."), ...timesOf(question)];
    case "curfew.nights":
      return ["n", question.places.join(".")];
    case "curfew.sources":
      return ["s", question.places.join("."), text(question.at)];
  }
}

/** Undefined for what no button of ours can have carried; the rest is the schema's to judge. */
export function parse([kind, places = "", ...rest]: readonly string[]): unknown {
  const list = places.split(".");
  switch (kind) {
    case "c":
      if (rest.length > 1) return undefined;
      return { is: "curfew.country", place: places, ...(rest[0] === undefined ? {} : { follows: rest[0].split(".") }) };
    case "p":
      return withMoment({ is: "curfew.place", place: places }, rest);
    case "m":
      return withMoment({ is: "curfew.places", places: list }, rest);
    case "n":
      return rest.length === 0 ? { is: "curfew.nights", places: list } : undefined;
    case "s":
      return rest.length === 1 ? withMoment({ is: "curfew.sources", places: list }, [...rest, "", ""]) : undefined;
    case undefined:
    default:
      return undefined;
  }
}

/** The begin of a span is `at` itself; a night and a span never come together: `~` before the end tells which it is. */
function timesOf({ at, night, span }: Moment): readonly string[] {
  if (span !== undefined) return [text(at), text(span.start), `~${text(span.end)}`];
  return [text(at), text(night?.start), text(night?.end)];
}

const text = (at: Millis | undefined) => (at === undefined ? "" : at.toString(36));
const INSTANT = /^-?[0-9a-z]{1,10}$/;

function withMoment(question: object, times: readonly string[]): unknown {
  const [, , last = ""] = times;
  const isSpan = last.startsWith("~");
  const plain = isSpan ? [...times.slice(0, 2), last.slice(1)] : times;
  if (plain.length !== 3 || plain.some((one) => one !== "" && !INSTANT.test(one))) return undefined;
  const [at, start, end] = plain.map((one) => (one === "" ? undefined : Number.parseInt(one, 36)));
  const stretch = start === undefined ? {} : isSpan ? { span: { start, end } } : { night: { start, end } };
  return { ...question, ...(at === undefined ? {} : { at }), ...stretch };
}
