// How sure an answer is, in short: the newest source, how many others, whether they agree. What they say stands behind a button.
// It must never leave out that sources disagree.
import type { Coverage } from "../../domain/coverage.ts";
import type { Curfew } from "../../domain/curfew.ts";
import { texts } from "../../text/index.ts";
import { known as readable, newestFirst } from "./sources.ts";
import type { Scene } from "./words.ts";
import { fieldOf } from "../fit.ts";
import type { Field } from "../message.ts";
import { sourceLine } from "../sources.ts";

export function doubtFields(scene: Scene, curfews: readonly Curfew[], entries: readonly Coverage[]): Field[] {
  const { common, curfew: t, nights } = texts(scene.language);
  const decreed = readable(
    scene,
    curfews.flatMap((one) => one.sources),
  );
  const checked = readable(
    scene,
    entries.flatMap((one) => one.sources),
  );
  // Of a decree first of all: who looked whether it still holds comes after who says that it was made.
  const [newest] = newestFirst(decreed.length > 0 ? decreed : checked);
  const distinct = new Set([...decreed, ...checked].map((one) => sourceLine(one, scene.language)));
  const points = curfews.reduce((sum, one) => sum + one.disputed.length, 0);
  const doubtful = curfews.filter((one) => one.confidence !== "high");
  return fieldOf(common.sources, [
    ...(newest === undefined
      ? []
      : [
          [
            sourceLine(newest, scene.language),
            ...(distinct.size > 1 ? [nights.otherSources(distinct.size - 1)] : []),
          ].join("; "),
        ]),
    ...(points === 0 ? [] : [nights.points(points)]),
    ...doubtful.map((one) => `${t.field.confidence}: ${common.confidence[one.confidence]}`),
  ]);
}
