// The data that ships, as it was known at an instant: for tests of what people read about curfews.
import { join } from "node:path";
import { FACT_VERSION, type Fact } from "../../src/domain/fact.ts";
import { instant, type Millis } from "../../src/domain/time.ts";
import { dataset } from "../../src/importers/dataset/index.ts";
import type { Known } from "../../src/domain/known.ts";
import { ReadModel } from "../../src/store/read-model.ts";

/** In the order of their log. */
export const shippedFacts = (await dataset(join(import.meta.dirname, "../../data")).read())
  .flatMap((subject) => subject.versions)
  .map((version, i) => ({
    ...version,
    v: FACT_VERSION,
    id: String(i),
    seq: i + 1,
    recordedAt: "2026-11-22T12:00:00Z",
    recorder: "data",
  })) as Fact[];
const model = new ReadModel();
model.add(shippedFacts);

/** Guayaquil's clock: `2026-03-15T22:58`. */
export const ec = (text: string): Millis => instant(`${text}:00-05:00`);

export function knownAt(text: string): Known {
  return shipped(ec(text));
}

export const shipped = (at: Millis): Known => model.known(at);
