// The first line of a curfew answer: state, place, until. It stands alone on a lock screen and must be true of every part of the place.
import { sentence } from "../../text/sentence.ts";
import { noneLine } from "./line-none.ts";
import { runningLine } from "./line-running.ts";
import { unknownLine } from "./line-unknown.ts";
import { alike, type Asked, SIGN, toneOf } from "./part.ts";

export { only, type Part, partsOf, SIGN, toneOf } from "./part.ts";
export { sentence as stopped } from "../../text/sentence.ts";

const LINES = { curfew: runningLine, none: noneLine, unknown: unknownLine };

export function headline(asked: Asked): string {
  const tone = toneOf(asked.parts);
  const sentences = LINES[tone]({ ...asked, parts: alike(asked) });
  return `${SIGN[tone]} ${sentences.map(sentence).join(" ")}`;
}
