// What a start looks back on for the first card: people must not wait for it, and timers of others must have their turn meanwhile.
import { expect, it } from "vitest";
import { edges, edgesAtEase } from "../../../src/domain/edges.ts";
import { DAY } from "../../../src/domain/time.ts";
import { lookBackFirst, PATIENCE } from "../../../src/looking-back.ts";
import { ec, knownAt } from "../../views/ecuador-known.ts";
import { shippedRecord } from "./shipped-record.ts";

const NOW = "2026-03-20T10:00";

/** A machine on which so many ms pass between two looks at its clock; timers of `after` have their turn at the next one. */
async function started(step: number) {
  const { store } = await shippedRecord(`${NOW}:00-05:00`);
  let [machine, looks, breaths, longest, since] = [0, 0, 0, 0, 0];
  const clock = {
    machine: () => {
      looks += 1;
      machine += step;
      longest = Math.max(longest, machine - since);
      return machine;
    },
    after: (_delay: number, run: () => void) => {
      breaths += 1;
      const timer = setImmediate(() => {
        since = machine;
        run();
      });
      return () => clearImmediate(timer);
    },
  };
  const done = await lookBackFirst("EC", ec(NOW), { store, clock });
  return { done, took: machine, looks, breaths, longest };
}

it("a start looks back over a record of some years to the end", async () => {
  const { done, took, looks } = await started(0.01);
  expect(done).toBe(true);
  expect(took).toBeLessThan(PATIENCE);
  expect(looks).toBeGreaterThan(200);
});

it("a start gives up looking back once it has taken two seconds", async () => {
  const { done, took } = await started(7);
  expect(done).toBe(false);
  expect(took).toBeGreaterThan(PATIENCE);
  expect(took).toBeLessThan(PATIENCE + 50);
});

it("others have their turn every few milliseconds while a start looks back", async () => {
  const { breaths, longest } = await started(7);
  expect(breaths).toBeGreaterThan(PATIENCE / 50);
  expect(longest).toBeLessThan(50);
});

it("a stretch of a country that is looked over at ease has the same edges, and rests after each place", async () => {
  const range = { after: ec(NOW) - 8 * DAY, until: ec(NOW) };
  let rests = 0;
  const known = knownAt(NOW);
  const eased = await edgesAtEase(
    { ...known, curfews: [...known.curfews] },
    "EC",
    range,
    async () => void (rests += 1),
  );
  expect(eased.length).toBeGreaterThan(0);
  expect(eased).toEqual(edges({ ...known, curfews: [...known.curfews] }, "EC", range));
  expect(rests).toBeGreaterThan(200);
});

it("what is given up half way is not taken for the whole", async () => {
  const known = knownAt(NOW);
  const situation = { ...known, curfews: [...known.curfews] };
  const range = { after: ec(NOW) - 8 * DAY, until: ec(NOW) };
  let rests = 0;
  const tired = async () => {
    rests += 1;
    if (rests === 100) throw new Error("enough");
  };
  await expect(edgesAtEase(situation, "EC", range, tired)).rejects.toThrow("enough");
  expect(edges(situation, "EC", range)).toEqual(edges({ ...known, curfews: [...known.curfews] }, "EC", range));
});
