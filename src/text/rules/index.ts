// A decree's hours and places as one paragraph, one line a rule, and the exact way back. Whoever changes one line changes nothing else: what a line cannot
// say (its label, who ordered a night) stays with the line that says the same as before.
import { canonicalJson } from "../../domain/id.ts";
import type { CurfewRule, NightException } from "../../domain/curfew.ts";
import { type Fault, printException, printRule, type Reading, readLine } from "./line.ts";

export { type EndingLine, lineOf, printEnding, readEndings, sameEnding } from "./endings.ts";
export type { Fault, Reading } from "./line.ts";
export { printNights, readNights } from "./nights.ts";

export interface Rules {
  rules: CurfewRule[];
  exceptions: NightException[];
}

export type RulesRead =
  | { is: "rules"; rules: [CurfewRule, ...CurfewRule[]]; exceptions: NightException[] }
  /** `line`: as typed. */
  | { is: "fault"; line: string; fault: Fault }
  | { is: "empty" };

/** `kept`: the version that is being changed. */
export function readRules(typed: string, reading: Reading, kept: Rules = { rules: [], exceptions: [] }): RulesRead {
  const rules: CurfewRule[] = [];
  const exceptions: { exception: NightException; line: string }[] = [];
  for (const line of typed.split(/\r?\n/).map((one) => one.trim())) {
    if (line === "") continue;
    const read = readLine(line, reading);
    if (read.is === "fault") return { is: "fault", line, fault: read.fault };
    if (read.is === "rule") rules.push(read.rule);
    else exceptions.push({ exception: read.exception, line });
  }
  const [first, ...others] = keptRules(rules, kept.rules);
  if (first === undefined) return { is: "empty" };
  for (const { exception, line } of exceptions) {
    const missing = exception.rules?.find((index) => index >= rules.length);
    if (missing !== undefined) return { is: "fault", line, fault: { why: "number", what: String(missing + 1) } };
  }
  return {
    is: "rules",
    rules: [first, ...others],
    exceptions: keptExceptions(
      exceptions.map(({ exception }) => exception),
      kept.exceptions,
    ),
  };
}

/** Read back by readRules(): to the same rules and exceptions where `kept` is these very ones, to the same nights everywhere. */
export function printRules({ rules, exceptions }: Rules, reading: Reading): string {
  return [
    ...rules.map((rule) => printRule(rule, reading)),
    ...exceptions.map((exception) => printException(exception, reading)),
  ].join("\n");
}

/** All that a line says of a rule, in one order. */
function said({ weekdays, ...rule }: CurfewRule): string {
  const days = weekdays === undefined ? {} : { weekdays: [...weekdays].sort((a, b) => a - b) };
  return canonicalJson({ ...rule, ...days, label: undefined });
}

const placesOf = ({ areas, except, areasPartial }: CurfewRule) =>
  canonicalJson({ areas, areasPartial, ...(except === undefined ? {} : { except }) });

/** A label tells of the places: of the same places at other hours it still does, of others it would not. */
function keptRules(read: readonly CurfewRule[], before: readonly CurfewRule[]): CurfewRule[] {
  const left = [...before];
  const take = (fits: (one: CurfewRule) => boolean) => {
    const index = left.findIndex(fits);
    return index === -1 ? undefined : left.splice(index, 1)[0];
  };
  const same = read.map((rule) => take((one) => said(one) === said(rule)));
  return read.map((rule, i) => {
    const own = same[i];
    if (own !== undefined) return own;
    const label = take((one) => placesOf(one) === placesOf(rule))?.label;
    return label === undefined ? rule : { ...rule, label };
  });
}

/** A night without curfew has no hours, whatever stands beside it. */
function saidOfNight({ start, end, areas, ...rest }: NightException): string {
  const hours = rest.off ? {} : { ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) };
  return canonicalJson({
    ...rest,
    by: undefined,
    ...hours,
    ...(areas === undefined || areas.length === 0 ? {} : { areas }),
  });
}

function keptExceptions(read: readonly NightException[], before: readonly NightException[]): NightException[] {
  const left = [...before];
  return read.map((exception) => {
    const index = left.findIndex((one) => saidOfNight(one) === saidOfNight(exception));
    return index === -1 ? exception : (left.splice(index, 1)[0] ?? exception);
  });
}
