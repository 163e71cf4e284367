// Vigía's count beside what it was at an earlier moment: as announced with as announced, with presumed dead with presumed dead. A difference of two amounts is
// only given as a number where both are numbers.
import type { Count } from "../../domain/count.ts";
import type { Language } from "../../domain/text.ts";
import type { Range } from "../../domain/toll.ts";
import { texts } from "../../text/index.ts";
import { countLine } from "./count.ts";

/** The count, and how it differs. `moment`: of the earlier one; without `then` there is nothing to compare with. */
export function comparedLines(now: Count, then: Count | undefined, moment: string, language: Language): string[] {
  const { digest: t, strikes } = texts(language);
  const counted = [countLine(now, language), ...(now.silent > 0 ? [strikes.silent(now.silent)] : [])];
  if (then === undefined) return counted;
  if (countLine(now, language) === countLine(then, language)) return [...counted, `${t.same(moment)}.`];
  return [
    ...counted,
    `${t.compared(
      moment,
      t.more(now.strikes - then.strikes),
      change(now.killed, then.killed, language),
      change(now.withPresumed, then.withPresumed, language),
    )}.`,
  ];
}

function change(now: Range, then: Range, language: Language): string {
  const { digest: t, strikes } = texts(language);
  const isPlain = ({ low, high }: Range) => low === high;
  return isPlain(now) && isPlain(then) ? t.more(now.low - then.low) : t.was(strikes.amount(then.low, then.high));
}
