// Whether a change makes anything less strict: sentences of the rule first, then random countries and decrees, judged by walking minutes with the oracle.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaTree } from "../../src/domain/area-tree.ts";
import type { Curfew } from "../../src/domain/curfew.ts";
import { relaxes } from "../../src/domain/relaxes.ts";
import type { Situation } from "../../src/domain/situation.ts";
import { type Standing, standingAs } from "../../src/domain/standing.ts";
import { covered, curfew, ec, situation } from "./fixtures.ts";
import { type Leaf, told, type World } from "./oracle.ts";
import { build, world } from "./worlds.ts";

const AT = ec("2026-03-20T12:00");
const night = (start: string, end: string, areas: [string, ...string[]] = ["EC-G"]) => ({ start, end, areas });
const base = curfew("d", [night("23:00", "05:00", ["EC-G", "EC-R"])]);
const rules = (...list: ReturnType<typeof night>[]) => curfew("d", list);
const record = situation({ coverage: [covered(["EC"], "2026-01-01T00:00", "2026-05-01T00:00")] });

function says(was: Standing, is: Standing, others: Partial<Situation> = {}, at = AT): boolean {
  const own = { ...record, ...others };
  const of = [was.curfew, was.withdrawn, is.curfew, is.withdrawn].filter((one) => one !== undefined);
  return relaxes({ before: standingAs(own, "d", was), after: standingAs(own, "d", is), of, at });
}

const changed = (to: Curfew, others: Partial<Situation> = {}) => says({ curfew: base }, { curfew: to }, others);
const ended = (from: string, areas?: string[]) => ({
  ...base,
  lifted: { by: { en: "x" }, date: "2026-03-20", from: `${from}:00-05:00`, ...(areas === undefined ? {} : { areas }) },
});

describe("a change of a curfew", () => {
  it("is less strict where it ends earlier, holds for fewer hours or places, on fewer nights, is lifted or withdrawn", () => {
    const cases = {
      "fewer nights": { ...base, lastNight: "2026-03-25" },
      "later start": rules(night("23:30", "05:00", ["EC-G", "EC-R"])),
      "earlier end": rules(night("23:00", "04:00", ["EC-G", "EC-R"])),
      "both later": rules(night("23:30", "06:00", ["EC-G", "EC-R"])),
      "fewer places": rules(night("23:00", "05:00")),
      "one canton out": curfew("d", [{ ...night("23:00", "05:00", ["EC-G", "EC-R"]), except: ["EC-0902"] }]),
      "another place": rules(night("23:00", "05:00", ["EC-G", "EC-S"])),
      "one night off": { ...base, exceptions: [{ night: "2026-03-28", off: true }] },
      lifted: ended("2026-03-21T02:00"),
      "lifted in one canton": ended("2026-03-21T02:00", ["EC-1201"]),
      "fewer weekdays": curfew("d", [{ ...night("23:00", "05:00", ["EC-G", "EC-R"]), weekdays: [1, 2, 3, 4, 5, 6] }]),
      "no longer confirmed": { ...base, lastConfirmed: "2026-03-25" },
    };
    expect(
      Object.entries(cases)
        .filter(([, to]) => !changed(to))
        .map(([name]) => name),
    ).toEqual([]);
    expect(says({ curfew: base }, { withdrawn: base })).toBe(true);
  });

  it("is not where it is longer, earlier, wider, or the same, or what is less has passed", () => {
    const cases = {
      same: base,
      "more nights": { ...base, lastNight: "2026-04-10" },
      "earlier start": rules(night("22:00", "05:00", ["EC-G", "EC-R"])),
      "later end": rules(night("23:00", "06:00", ["EC-G", "EC-R"])),
      "more places": rules(night("23:00", "05:00", ["EC"])),
      "first night put right": { ...base, firstNight: "2026-03-18" },
      "a past night off": { ...base, exceptions: [{ night: "2026-03-18", off: true }] },
      "lifted after its end": ended("2026-03-31T05:00"),
    };
    expect(
      Object.entries(cases)
        .filter(([, to]) => changed(to))
        .map(([name]) => name),
    ).toEqual([]);
    expect(says({}, { curfew: base })).toBe(false);
    expect(says({ withdrawn: base }, { curfew: base })).toBe(false);
  });

  it("is not where another decree holds in every minute that it gives up, and is where one minute is left", () => {
    const shorter = { ...base, lastNight: "2026-03-25" };
    const other = (start: string) => ({ curfews: [curfew("other", [night(start, "05:00", ["EC-G", "EC-R"])])] });
    expect(changed(shorter, other("23:00"))).toBe(false);
    expect(changed(shorter, other("23:01"))).toBe(true);
  });

  it("is where what nobody knew is free now: who reads that goes out", () => {
    const open = curfew("d", [night("23:00", "05:00")], { lastConfirmed: "2026-03-18" });
    expect(says({ curfew: open }, { curfew: { ...open, endsBy: "2026-03-19" } })).toBe(true);
    expect(says({ withdrawn: base }, {})).toBe(true);
    expect(says({ curfew: open }, { curfew: { ...open, lastConfirmed: "2026-03-25" } })).toBe(false);
  });

  it("is judged from this minute on: of a night that runs, what is left of it counts", () => {
    const cut = (at: string) => says({ curfew: base }, { curfew: ended("2026-03-21T02:00") }, {}, ec(at));
    const last = { ...base, lastNight: "2026-03-20" };
    const lifted = { ...last, lifted: ended("2026-03-21T04:59").lifted };
    expect(cut("2026-03-21T03:00")).toBe(true);
    expect(says({ curfew: last }, { curfew: lifted }, {}, ec("2026-03-21T04:58"))).toBe(true);
    expect(says({ curfew: last }, { curfew: lifted }, {}, ec("2026-03-21T05:00"))).toBe(false);
  });
});

const RANK: Record<string, number> = { inForce: 2, unknown: 1, notInForce: 0 };

/** Minute by minute: the first one that is less strict, at any leaf, as the oracle has it. */
function walked(before: World, after: World, leaves: readonly Leaf[], start: number, end: number): boolean {
  return leaves.some((leaf) => {
    const [was, now] = [before, after].map((one) => told(one, leaf, start, end));
    const rank = (list: typeof was, at: number) =>
      RANK[list?.find((one) => one.start <= at && at < one.end)?.says.split(" ")[0] ?? ""] ?? NaN;
    const cuts = new Set([
      start,
      leaf.lives.from,
      ...[was, now].flatMap((list) => list?.map((one) => one.start) ?? []),
    ]);
    return [...cuts].some(
      (at) => at >= start && at < end && leaf.lives.from <= at && at < leaf.lives.to && rank(now, at) < rank(was, at),
    );
  });
}

describe("random changes and the oracle", () => {
  it("agree on whether any minute ahead is less strict", () => {
    let yes = 0;
    let no = 0;
    fc.assert(
      fc.property(
        world,
        fc.constantFrom("change", "change", "change", "withdraw", "restore", "declare"),
        fc.nat(3),
        (random, how, nudge) => {
          const made = build(random);
          const [list] = made.versions;
          const first = list?.[0]?.curfew;
          if (first === undefined) return;
          const later = list?.[1]?.curfew ?? nudged(first, nudge);
          const sides: Record<string, [Standing, Standing]> = {
            change: [{ curfew: first }, { curfew: later }],
            withdraw: [{ curfew: first }, { withdrawn: first }],
            restore: [{ withdrawn: first }, { curfew: later }],
            declare: [{}, { curfew: first }],
          };
          const [was, is] = sides[how] ?? [{}, {}];
          const situation: Situation = { ...made.record, areas: areaTree(made.areas) };
          const of = [was.curfew, was.withdrawn, is.curfew, is.withdrawn].filter((one) => one !== undefined);
          const [before, after] = [was, is].map((one) => standingAs(situation, first.id, one));
          if (before === undefined || after === undefined) return;
          const found = relaxes({ before, after, of, at: made.now });
          const oracle = ({ curfews, withdrawn }: Situation): World => ({
            ...made.known,
            curfews: [...curfews],
            withdrawn: [...withdrawn],
          });
          const right = walked(oracle(before), oracle(after), made.leaves, made.now, made.wide.end);
          if (right) yes += 1;
          else no += 1;
          expect(found).toBe(right);
        },
      ),
      { numRuns: 1_500 },
    );
    // Both answers have to come up, or agreement says nothing.
    expect(Math.min(yes, no)).toBeGreaterThan(200);
  }, 300_000);
});

/** A small change: the smallest are the ones that are overlooked. */
function nudged(one: Curfew, how: number): Curfew {
  const [rule, ...rest] = one.rules;
  if (rule === undefined) return one;
  switch (how) {
    case 0:
      return { ...one, rules: [{ ...rule, end: rule.start }, ...rest] };
    case 1:
      return { ...one, exceptions: [] };
    case 2:
      return { ...one, rules: [{ ...rule, areasPartial: false }, ...rest] };
    default: {
      const { lifted: _, annulled: __, ...held } = one;
      return held;
    }
  }
}
