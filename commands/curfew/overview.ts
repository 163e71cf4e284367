// The answer to a bare question, gathered from the record: the country, the other countries, what the channel follows first. Decides no word.
import type { Reading } from "../../src/command.ts";
import type { CurfewQuestion } from "../../src/domain/question.ts";
import { stateAt } from "../../src/domain/state.ts";
import { bareLines, curfewLines } from "../../src/views/curfew/copy.ts";
import { followedLines } from "../../src/views/curfew/followed.ts";
import { curfewOverview } from "../../src/views/curfew/overview.ts";
import type { Message } from "../../src/views/message.ts";

type Country = Extract<CurfewQuestion, { is: "curfew.country" }>;

export function overview({ place, follows }: Country, { known, now, language }: Reading): readonly Message[] {
  const home = known.areas.country(place);
  const countries = new Set(
    known.curfews.map((one) => one.country).filter((country) => country !== home && known.areasById.has(country)),
  );
  const others = [...countries].map((country) => ({ country, state: stateAt(known, country, now) }));
  return curfewOverview({ record: known, place, now, language, state: stateAt(known, place, now), others, follows });
}

/** What the channel follows, then the country with its decrees. */
export function overviewLines({ place, follows = [] }: Country, { known, now, language }: Reading): readonly string[] {
  const state = stateAt(known, place, now);
  return [
    ...bareLines(followedLines(known, follows, { now, language })),
    ...curfewLines({ record: known, place, at: now, now, language, state }),
  ];
}
