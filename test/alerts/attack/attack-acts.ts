// What may happen in a night, and how it is drawn. Must never look at the program or at what channels show: what is drawn follows from the seed alone.
import fc from "fast-check";
import type { Subscription } from "../../../src/domain/subscription.ts";
import type { Changes } from "../../../src/store/subscriptions.ts";
import { OWNER } from "./attack-scene.ts";
import * as m from "./attack-model.ts";

export const CHANNELS = ["900000000000000001", "900000000000000002"] as const;
/** Sets of alerts that somebody may ask for; all of the one place that is played, or of its country. */
export const SHAPES: readonly Partial<Subscription>[] = [
  { topics: ["curfews", "strikes"], areas: ["place"], leads: [120, 60] },
  { topics: ["strikes"], areas: ["country"], minKilled: 3 },
  { topics: ["begins", "ends"], areas: ["place"], leads: [] },
  { topics: ["strikes"], areas: ["country"], regions: ["caribbean"] },
  { topics: ["soon", "changes"], areas: ["place"], leads: [90], endLeads: [30] },
];
/** What somebody may make of a set that runs. */
export const EDITS: readonly Changes<Subscription>[] = [
  { minKilled: 4 },
  { minKilled: undefined, regions: undefined },
  { regions: ["eastern-pacific"] },
  { leads: [30], endLeads: [60] },
  { sounds: { curfews: "silent" } },
  { sounds: { begins: "loud", ends: "loud" } },
  { digest: { every: "day", at: "06:30", form: "full" } },
  { seen: { people: [OWNER], after: 15 } },
  { topics: ["curfews", "strikes", "trouble"] },
  { topics: ["changes"] },
];
export const REGIONS = ["caribbean", "eastern-pacific"] as const;

export type Act =
  | { do: "decree"; id: 0 | 1; law: m.Law }
  | { do: "lift" | "annul" | "retract"; id: 0 | 1 }
  | { do: "check"; hours: number }
  | { do: "handover"; days: number | undefined }
  | { do: "hand-back" }
  | { do: "strike"; killed: number | undefined; region: 0 | 1 }
  | { do: "restate"; of: number; killed: number }
  | { do: "withdraw"; of: number }
  | { do: "quiet"; channel: 0 | 1; hours: number }
  | { do: "pause"; channel: 0 | 1; length: number | undefined }
  | { do: "resume"; channel: 0 | 1 }
  | { do: "close" | "open"; channel: 0 | 1 }
  | { do: "outage"; length: number }
  | { do: "down"; length: number }
  | { do: "die"; write: number; after: boolean; length: number }
  | { do: "swallow" }
  | { do: "subscribe"; channel: 0 | 1; shape: number }
  | { do: "speak"; channel: 0 | 1; language: "en" | "es"; zone: "America/Guayaquil" | "Europe/Madrid" }
  | { do: "remove"; channel: 0 | 1; which: number }
  | { do: "undo"; channel: 0 | 1 }
  | { do: "board"; channel: 0 | 1; is: boolean }
  | { do: "edit"; channel: 0 | 1; which: number; to: number };
export interface Step {
  gap: number;
  act: Act;
}

const channel = fc.constantFrom<0 | 1>(0, 0, 1);
const id = fc.constantFrom<0 | 1>(0, 1);
const one = <T extends Act>(weight: number, arbitrary: fc.Arbitrary<T>) => ({ weight, arbitrary });
const is = <const T extends string>(name: T) => fc.constant(name);
const law = fc
  .record({ hours: fc.nat(m.HOURS.length - 1), first: fc.nat(2), more: fc.nat(1) })
  .map(({ hours, first, more }): m.Law => ({ hours, first, last: first + more }));
const act: fc.Arbitrary<Act> = fc.oneof(
  one(6, fc.record({ do: is("decree"), id, law })),
  one(2, fc.record({ do: is("lift"), id })),
  one(1, fc.record({ do: is("annul"), id })),
  one(2, fc.record({ do: is("retract"), id })),
  one(2, fc.record({ do: is("check"), hours: fc.constantFrom(2, 6, 30) })),
  one(2, fc.record({ do: is("handover"), days: fc.constantFrom(undefined, 1, 2) })),
  one(1, fc.record({ do: is("hand-back") })),
  one(3, fc.record({ do: is("board"), channel, is: fc.constantFrom(true, true, false) })),
  one(
    5,
    fc.record({
      do: is("strike"),
      killed: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined, freq: 4 }),
      region: id,
    }),
  ),
  one(3, fc.record({ do: is("restate"), of: fc.nat(3), killed: fc.integer({ min: 1, max: 5 }) })),
  one(2, fc.record({ do: is("withdraw"), of: fc.nat(3) })),
  one(4, fc.record({ do: is("quiet"), channel, hours: fc.nat(m.QUIET.length - 1) })),
  one(3, fc.record({ do: is("pause"), channel, length: fc.constantFrom(undefined, 60, 240, 600) })),
  one(2, fc.record({ do: is("resume"), channel })),
  one(2, fc.record({ do: is("close"), channel })),
  one(2, fc.record({ do: is("open"), channel })),
  one(2, fc.record({ do: is("outage"), length: fc.constantFrom(8, 40, 200, 500) })),
  one(2, fc.record({ do: is("down"), length: fc.constantFrom(1, 8, 40, 200, 500) })),
  one(
    3,
    fc.record({
      do: is("die"),
      write: fc.integer({ min: 1, max: 12 }),
      after: fc.boolean(),
      length: fc.constantFrom(1, 15, 120),
    }),
  ),
  one(1, fc.record({ do: is("swallow") })),
  one(4, fc.record({ do: is("subscribe"), channel, shape: fc.nat(SHAPES.length - 1) })),
  one(
    1,
    fc.record({
      do: is("speak"),
      channel,
      language: fc.constantFrom("en", "es"),
      zone: fc.constantFrom("America/Guayaquil", "Europe/Madrid"),
    }),
  ),
  one(2, fc.record({ do: is("remove"), channel, which: fc.nat(2) })),
  one(3, fc.record({ do: is("undo"), channel })),
  one(2, fc.record({ do: is("edit"), channel, which: fc.nat(2), to: fc.nat(EDITS.length - 1) })),
);
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    gap: fc.oneof(fc.constantFrom(0, 1, 30, 60, 120, 240), fc.integer({ min: 0, max: 700 })),
    act,
  }),
  { minLength: 2, maxLength: 18 },
);

/** Where and when it is played, until when all curfews are known, and what happens. */
export interface Night {
  stage: number;
  known: number;
  steps: Step[];
}
export const nights: fc.Arbitrary<Night> = fc.record({
  stage: fc.constantFrom(0, 0, 0, 1, 2),
  known: fc.oneof(fc.constant(Infinity), fc.constantFrom(900, 1440, 1740, 2880), fc.integer({ min: 730, max: 4000 })),
  steps,
});
