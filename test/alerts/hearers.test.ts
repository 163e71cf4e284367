// The index of who hears of what against a walk over everybody, and one channel's message against what each of its subscriptions asks for. The oracles know
// the ids of places and lists of topics, and nothing of the planner's.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { edgeWatch } from "../../src/alerts/watches/edge-watch.ts";
import { Hearers } from "../../src/alerts/hearers.ts";
import { Ledger } from "../../src/alerts/ledger/ledger.ts";
import type { Alert } from "../../src/domain/alert.ts";
import type { Known } from "../../src/domain/known.ts";
import type { Subscription } from "../../src/domain/subscription.ts";
import type { Topic } from "../../src/domain/topic.ts";
import type { Subscribed } from "../../src/store/subscriptions.ts";
import { covered, ec, ecuador, situation } from "../domain/fixtures.ts";
import { memoryEngine } from "../support.ts";
import { decree } from "./changes/change-scene.ts";

/** Leaves of the small Ecuador, by hand. */
const HOLDS: Record<string, readonly string[]> = {
  EC: ["EC-090158", "EC-0901/rest", "EC-0902", "EC-1201", "EC-1202", "EC-1401", "EC-1402", "EC-1413", "EC-2001"],
  "EC-G": ["EC-090158", "EC-0901/rest", "EC-0902"],
  "EC-0901": ["EC-090158", "EC-0901/rest"],
  "EC-090158": ["EC-090158"],
  "EC-0902": ["EC-0902"],
  "EC-R": ["EC-1201", "EC-1202"],
  "EC-S": ["EC-1401", "EC-1402", "EC-1413"],
  "EC-1202": ["EC-1202"],
  HT: ["HT/rest", "HT-OU"],
};
const PLACES = Object.keys(HOLDS);
/** By their own clock it is an hour earlier in Galápagos: no edge of this minute. */
const begunIn = (places: readonly string[]) => leavesOf(places).filter((leaf) => leaf !== "EC-2001");
const leavesOf = (places: readonly string[]) => [...new Set(places.flatMap((place) => HOLDS[place] ?? []))];
/** What brings which kind, by hand. */
const BRINGS: Record<string, readonly Topic[]> = {
  "curfew.began": ["curfews", "begins"],
  "curfew.ended": ["curfews", "ends"],
  "curfew.changed": ["curfews", "changes", "soon", "begins", "ends"],
  "strike.recorded": ["strikes"],
  "org.listed": ["orgs"],
};
const KINDS: readonly Alert["kind"][] = [
  "curfew.began",
  "curfew.ended",
  "curfew.changed",
  "strike.recorded",
  "org.listed",
];
const TOPICS: readonly Topic[] = ["curfews", "soon", "begins", "ends", "changes", "strikes", "orgs", "trouble"];

const GUILD = "900000000000000009";
const some = <T>(list: readonly T[]) => fc.uniqueArray(fc.constantFrom(...list), { minLength: 1, maxLength: 3 });
const wish = fc.record({
  topics: some(TOPICS),
  areas: some(PLACES),
  role: fc.option(fc.constantFrom("800000000000000001", "800000000000000002"), { nil: undefined }),
  mention: fc.option(some(TOPICS), { nil: undefined }),
  sound: fc.option(
    fc.record({
      of: fc.constantFrom<Topic>("begins", "curfews", "strikes"),
      is: fc.constantFrom("loud" as const, "silent" as const),
    }),
    {
      nil: undefined,
    },
  ),
});
type Wish = typeof wish extends fc.Arbitrary<infer One> ? One : never;

function subscribed(channel: number, wishes: readonly Wish[]): Subscribed {
  const id = `9000000000000${String(channel).padStart(5, "0")}`;
  const subscriptions = wishes.map(({ topics, areas, role, mention, sound }, i): Subscription => {
    const [topic = "curfews", ...topicsLeft] = topics;
    const [area = "EC", ...areasLeft] = areas;
    return {
      v: 1,
      id: `sub-${channel}-${i}`,
      destination: id,
      guildId: GUILD,
      topics: [topic, ...topicsLeft],
      areas: [area, ...areasLeft],
      leads: [],
      endLeads: [],
      owner: "900000000000000008",
      since: 0,
      ...(role === undefined ? {} : { role }),
      ...(mention === undefined ? {} : { mention }),
      ...(sound === undefined ? {} : { sounds: { [sound.of]: sound.is } }),
    };
  });
  return {
    destination: { v: 1, id, guildId: GUILD, kind: "channel", language: "en", zone: "America/Guayaquil" },
    subscriptions,
  };
}

const channels = fc.array(fc.array(wish, { minLength: 1, maxLength: 4 }), { maxLength: 12 });

describe("the index of who hears of what", () => {
  it("finds those whom a walk finds, whatever is asked and however the places lie in one another", () => {
    const tree = ecuador();
    fc.assert(
      fc.property(
        channels,
        fc.option(fc.constantFrom(...KINDS), { nil: undefined }),
        fc.option(some(PLACES), { nil: undefined }),
        (all, kind, places) => {
          const audience = all.map((wishes, n) => subscribed(n, wishes));
          const wanted = (one: Subscription) =>
            (kind === undefined || one.topics.some((topic) => BRINGS[kind]?.includes(topic))) &&
            (places === undefined || leavesOf(one.areas).some((leaf) => leavesOf(places).includes(leaf)));
          const walked = audience.flatMap(({ destination, subscriptions }) => {
            const own = subscriptions.filter(wanted);
            return own.length === 0 ? [] : [{ destination, subscriptions: own }];
          });
          const at = ec("2026-03-15T12:00");
          const hearers = new Hearers(audience, tree);
          const ask = { at, ...(kind === undefined ? {} : { kind }), ...(places === undefined ? {} : { places }) };
          expect(hearers.hearing(ask)).toEqual(walked);
          // Asked twice, and at another time, it is the same index.
          hearers.hearing({ ...ask, at: at - 400 * 24 * 3_600_000 });
          expect(hearers.hearing(ask)).toEqual(walked);
        },
      ),
      { numRuns: 150 },
    );
  });

  it("asks again where a place was part of another one then", () => {
    const hearers = new Hearers(
      [
        subscribed(1, [
          { topics: ["curfews"], areas: ["EC-1413"], role: undefined, mention: undefined, sound: undefined },
        ]),
      ],
      ecuador(),
    );
    const found = (at: string) => hearers.hearing({ places: ["EC-1401"], at: ec(at) }).length;
    expect([found("2026-01-01T00:00"), found("2024-01-01T00:00"), found("2026-01-01T00:00")]).toEqual([0, 1, 0]);
  });
});

describe("several subscriptions of one channel", () => {
  it("make one message: the places, the roles and the sound of those alone whom it concerns", async () => {
    const ledger = await Ledger.open((await memoryEngine()).namespace("deliveries"));
    const watch = edgeWatch({ ledger, clock: { wall: () => 1 } });
    const at = ec("2026-03-15T23:00");
    await fc.assert(
      fc.asyncProperty(
        fc.array(wish, { minLength: 1, maxLength: 5 }),
        some(PLACES.filter((place) => place !== "HT")),
        async (wishes, struck) => {
          const record = situation({
            curfews: [decree({ firstNight: "2026-03-15", lastNight: "2026-03-15" }, struck)],
            coverage: [covered(["EC"], "2026-01-01T00:00", "2027-01-01T00:00")],
          });
          // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a tick of begins asks for nothing else
          const known = record as Known;
          const rows = await watch({ known, after: at - 60_000, now: at, audience: [subscribed(1, wishes)] });
          const matching = subscribed(1, wishes).subscriptions.filter(
            ({ topics, areas }) =>
              topics.some((topic) => BRINGS["curfew.began"]?.includes(topic)) &&
              leavesOf(areas).some((leaf) => begunIn(struck).includes(leaf)),
          );
          expect(rows).toHaveLength(matching.length === 0 ? 0 : 1);
          const [row] = rows;
          if (row === undefined) return;
          expect(row.subscriptions).toEqual(matching.map(({ id }) => id));
          const shown = row.shown.flatMap((place) => HOLDS[place] ?? [place]);
          const asked = leavesOf(matching.flatMap(({ areas }) => areas)).filter((leaf) =>
            begunIn(struck).includes(leaf),
          );
          expect([...shown].sort()).toEqual([...asked].sort());
          const sounds = matching.map(({ sounds }) => sounds?.begins ?? sounds?.curfews);
          const calls = ({ mention }: Subscription) =>
            mention === undefined || mention.includes("begins") || mention.includes("curfews");
          const roles = matching.flatMap((one, i) => (calls(one) && sounds[i] !== "silent" ? (one.role ?? []) : []));
          expect(row.roles).toEqual([...new Set(roles)]);
          // Nothing told of it before: a begin makes a sound, unless all of them want none.
          expect(row.loud).toBe(!sounds.every((one) => one === "silent"));
        },
      ),
      { numRuns: 150 },
    );
  });
});
