// What becomes of a record when one of its sources is taken back, before it is: the record as readers will see it, figures, label and count old -> new. Sends nothing.
import type { StrikeRecord } from "../../domain/count.ts";
import { indexed } from "../../domain/strike-index.ts";
import type { Strike } from "../../domain/strike.ts";
import type { Language } from "../../domain/text.ts";
import { Measure } from "../../domain/toll.ts";
import { texts } from "../../text/index.ts";
import { countLine } from "../strikes/count.ts";
import { figureLines, statusLine } from "../strikes/strike.ts";

interface Change {
  was: Strike;
  is: Strike;
  record: StrikeRecord;
  language: Language;
}

export function sourceLines({ was, is, record, language }: Change): string[] {
  const { recordSource: t, strikes } = texts(language);
  const name = {
    killed: strikes.killedField,
    "presumed-dead": strikes.presumedField,
    survivors: strikes.survivorsField,
    injured: strikes.injuredField,
  };
  const figures = (strike: Strike, measure: Measure) =>
    figureLines(strike, measure, language)
      .filter((line) => !line.startsWith("~~"))
      .join("; ");
  const told = Measure.options.flatMap((measure) => {
    const [before, after] = [figures(was, measure), figures(is, measure)];
    return before === after ? [] : [t.turns(name[measure], before, after)];
  });
  const index = indexed(record.strikes);
  const [before, after] = [index.including(was).count(), index.including(is).count()].map((one) =>
    countLine(one, language),
  );
  return [
    ...(told.length === 0 ? [t.noFigure] : told),
    ...changed(t.label, statusLine(was, language), statusLine(is, language), t.turns),
    ...(before === after ? [t.sameCount(after ?? "")] : [t.turns(strikes.countField, before ?? "", after ?? "")]),
  ];
}

function changed(name: string, before: string, after: string, turns: (...words: [string, string, string]) => string) {
  return before === after ? [] : [turns(name, before, after)];
}

export function sourceRests(strike: Strike, record: StrikeRecord): (string | number)[] {
  const { strikes, killed, withPresumed } = indexed(record.strikes).including(strike).count();
  return [strikes, ...[killed, withPresumed].flatMap(({ low, high }) => [low, high ?? "-"])];
}
