// Endings of a curfew as they are filled in: those that stand as they were stay word for word, a new one takes the place from which notices tell it.
import { type Context, Refusal } from "../../../src/command.ts";
import type { Curfew, Ending } from "../../../src/domain/curfew.ts";
import type { Text } from "../../../src/domain/text.ts";
import { dayOf, isoOf } from "../../../src/domain/time.ts";
import { texts } from "../../../src/text/index.ts";
import {
  type EndingLine,
  lineOf,
  printEnding,
  type Reading,
  readEndings,
  sameEnding,
} from "../../../src/text/rules/index.ts";
import { typedBack } from "../../../src/views/orgs/list.ts";
import { faultWords } from "./curfew-read.ts";

interface Kept {
  side: "lifted" | "annulled" | "further";
  ending: Ending;
  line: EndingLine;
}

function keptOf({ lifted, annulled, furtherEndings = [] }: Curfew): Kept[] {
  const kept = (side: Kept["side"], ending: Ending): Kept => ({
    side,
    ending,
    line: lineOf(ending, side === "annulled"),
  });
  return [
    ...(lifted === undefined ? [] : [kept("lifted", lifted)]),
    ...(annulled === undefined ? [] : [kept("annulled", annulled)]),
    ...furtherEndings.map((one) => kept("further", one)),
  ];
}

export function endingsText(curfew: Curfew, reading: Reading): string {
  return keptOf(curfew)
    .map(({ line }) => printEnding(line, reading))
    .join("\n");
}

type Endings = Pick<Curfew, "lifted" | "annulled" | "furtherEndings">;

interface Asked {
  was: Curfew;
  reading: Reading;
  /** Who says so, for what is new. */
  by: Text;
  context: Context;
}

/** A court, by its name: whoever types "Corte Constitucional" need not say it again. */
const COURT = /\b(?:corte|court|tribunal|juez|jueza|judge)\b/iu;

export function ended(
  typed: string,
  { was, reading, by, context }: Asked,
): { endings: Endings; added: readonly EndingLine[] } {
  const t = texts(context.language).recordCurfew;
  const read = readEndings(typed, reading);
  if (read.is === "fault") {
    const why =
      read.fault.why === "night" ? t.fault.ending(typedBack(read.fault.what)) : faultWords(read.fault, context);
    throw new Refusal(t.line(typedBack(read.line), why));
  }
  const left = keptOf(was);
  const kept: Kept[] = [];
  const added: EndingLine[] = [];
  for (const line of read.list) {
    const index = left.findIndex((one) => sameEnding(one.line, line));
    const [own] = index === -1 ? [] : left.splice(index, 1);
    if (own !== undefined) kept.push(own);
    else added.push({ ...line, court: line.court || COURT.test(by.en ?? by.es ?? "") });
  }
  return {
    endings: slots(
      kept,
      added.map((line) => ({ court: line.court, ending: endingOf(line, by, reading) })),
    ),
    added,
  };
}

function endingOf({ from, until, areas }: EndingLine, by: Text, { now, zone }: Reading): Ending {
  return {
    by,
    date: dayOf(now, zone),
    from: isoOf(from),
    ...(until === undefined ? {} : { until: isoOf(until) }),
    ...(areas === undefined ? {} : { areas }),
  };
}

/** What is new stands in front, where there is one of its kind; what stood there before goes on beside it. */
function slots(kept: readonly Kept[], added: readonly { court: boolean; ending: Ending }[]): Endings {
  const further: Ending[] = kept.flatMap(({ side, ending }) => (side === "further" ? [ending] : []));
  const slot = (side: "lifted" | "annulled") => {
    const [first, ...others] = added.filter(({ court }) => court === (side === "annulled")).map(({ ending }) => ending);
    const old = kept.find((one) => one.side === side)?.ending;
    if (first === undefined) return old;
    further.push(...(old === undefined ? [] : [old]), ...others);
    return first;
  };
  const [lifted, annulled] = [slot("lifted"), slot("annulled")];
  const [first, ...others] = further;
  return {
    ...(lifted === undefined ? {} : { lifted }),
    ...(annulled === undefined ? {} : { annulled }),
    ...(first === undefined ? {} : { furtherEndings: [first, ...others] }),
  };
}
