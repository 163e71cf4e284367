// Reads a moment, a night or a span as people type it, in either language, on the clock of the place asked about. It never guesses past what was
// typed: what it does not read whole it does not read at all. docs/decisions says why this is no library.
import { Temporal } from "temporal-polyfill";
import type { Millis, Zone } from "../../domain/time.ts";
import { FIRST_YEAR, LAST_YEAR } from "./dates.ts";
import { type Sentence, sentence } from "./grammar.ts";
import { plain } from "./plain.ts";
import { resolvePoint } from "./point.ts";
import type { Here, When } from "./reading.ts";
import { whole } from "./rule.ts";
import { LONGEST as LONGEST_SPAN, resolveSpan } from "./span.ts";
import { thisMinute } from "./wall.ts";

export type { Note, When } from "./reading.ts";

/** Longer than any moment; what is longer is not looked at. */
const LONGEST = 100;

export function readWhen(typed: string, { now, zone }: { now: Millis; zone: Zone }): When {
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
  const here: Here = { now: local, today: local.toPlainDate(), zone };
  const text = typed.length > LONGEST ? "" : plain(typed);
  if (text === "" || text.length > LONGEST) return { is: "unreadable" };
  const exact = withOffset(typed.trim());
  if (exact !== undefined) return exact;
  const meanings = whole(sentence(here), text).map((one) => meaning(one, here));
  return (
    meanings.find((one) => READ.has(one.is)) ?? meanings.find((one) => one.is !== "unreadable") ?? { is: "unreadable" }
  );
}

const READ: ReadonlySet<When["is"]> = new Set(["now", "moment", "night", "span"]);

function meaning(one: Sentence, here: Here): When {
  switch (one.is) {
    case "now":
      return one;
    case "point":
      return resolvePoint(one.point, here);
    case "span":
      return resolveSpan(one, here);
    case "off":
      return { is: "moment", at: thisMinute(here) + one.by, notes: [] };
    case "ahead": {
      const start = thisMinute(here);
      return one.by > LONGEST_SPAN || one.by <= 0
        ? { is: "long" }
        : { is: "span", span: { start, end: start + one.by }, notes: [] };
    }
  }
}

/** Without the T a minus is no offset: `2026-03-20 22:30-05:00` is a span. */
const EXACT =
  /^(\d{4})-\d{2}-\d{2}(?:[Tt]|\s(?!.*\d-\d{2}:?\d{2}$))\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s?(?:[Zz]|[+-]\d{2}:?\d{2})$/;

/** `2026-03-20T23:30:00-05:00`: an instant, whatever the place's clock shows. */
function withOffset(typed: string): When | undefined {
  const year = EXACT.exec(typed)?.[1];
  if (year === undefined) return undefined;
  try {
    if (Number(year) < FIRST_YEAR || Number(year) > LAST_YEAR) throw new RangeError("no year of ours");
    const at = Temporal.Instant.from(typed.replace(/\s(?=[Zz+-])/, "")).epochMilliseconds;
    return { is: "moment", at, notes: [], exact: true };
  } catch {
    return { is: "impossible", what: typed };
  }
}
