// Why something is not known, as one sentence for lines about several places or a span. It must never make a doubt sound like an answer.
import type { State } from "../../domain/situation.ts";
import { dayOf } from "../../domain/time.ts";
import { texts } from "../../text/index.ts";
import { day } from "../../text/time.ts";
import type { Scene } from "./words.ts";

export function reasonOf(scene: Scene, { why, informationEnds }: Extract<State, { is: "unknown" }>): string {
  const t = texts(scene.language).curfew;
  return why !== "not-covered" || informationEnds === undefined
    ? t.why[why]
    : t.endsOn(day(dayOf(informationEnds, scene.zone), scene.language));
}
