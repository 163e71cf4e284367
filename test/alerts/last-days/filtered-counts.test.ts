// What the card and the digest count of strikes and of organisations for a channel that asks for some alone. The oracle knows what was done to the record, act by act,
// and judges each by rules of its own: it asks nothing of src/.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lastDays } from "../../../src/alerts/last-days/last-days.ts";
import { heardOf } from "../../../src/domain/heard.ts";
import type { Subscription } from "../../../src/domain/subscription.ts";
import { HOUR } from "../../../src/domain/time.ts";
import { channel, listing, org, orgScene } from "../changes/org-scene.ts";
import { killed, strike } from "../changes/strike-scene.ts";
import { subscribed } from "../ticking.ts";
import { runs } from "../../fuzz.ts";

const ORGS = ["eln", "tda", "los-lobos"] as const;
type OrgId = (typeof ORGS)[number];
type Act =
  | {
      is: "strike";
      region: "caribbean" | "eastern-pacific";
      toll: number | undefined;
      names: readonly OrgId[];
      old: boolean;
    }
  /** `listed`: with a day of that week, or of years ago. The first of an organisation records it. */
  | { is: "listed"; of: OrgId; old: boolean };
type Filter = Pick<Subscription, "regions" | "organisations" | "minKilled">;

const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    fc.record({
      is: fc.constant("strike" as const),
      region: fc.constantFrom("caribbean" as const, "eastern-pacific" as const),
      toll: fc.option(fc.nat(6), { nil: undefined }),
      names: fc.subarray([...ORGS]),
      old: fc.boolean(),
    }),
    fc.record({ is: fc.constant("listed" as const), of: fc.constantFrom(...ORGS), old: fc.boolean() }),
  ),
  { minLength: 4, maxLength: 9 },
);

const FILTERS: readonly Filter[] = [
  {},
  { regions: ["caribbean"] },
  { minKilled: 3 },
  { organisations: ["eln", "tda"] },
  { regions: ["eastern-pacific"], organisations: ["los-lobos"], minKilled: 1 },
];

/** By the words of a filter alone. */
function lets(
  { regions, organisations, minKilled }: Filter,
  { region, toll, names }: Extract<Act, { is: "strike" }>,
): boolean {
  if (regions !== undefined && regions[0] !== region) return false;
  if (organisations !== undefined && !names.some((one) => organisations.includes(one))) return false;
  return minKilled === undefined || (toll !== undefined && toll >= minKilled);
}
const asksFor = ({ organisations }: Filter, of: OrgId) => organisations === undefined || organisations.includes(of);

/** Notices of organisations: a new record, and each listing with a day of that week. */
function orgNotices(done: readonly Act[], filter: Filter): number {
  const seen = new Set<OrgId>();
  return done.filter((act) => {
    if (act.is !== "listed") return false;
    const isNew = !seen.has(act.of);
    seen.add(act.of);
    return asksFor(filter, act.of) && (isNew || !act.old);
  }).length;
}
const orgsTouched = (done: readonly Act[], filter: Filter) =>
  new Set(done.flatMap((act) => (act.is === "listed" && asksFor(filter, act.of) ? [act.of] : []))).size;
const strikeNotices = (done: readonly Act[], filter: Filter) =>
  done.filter((act) => act.is === "strike" && !act.old && lets(filter, act)).length;

async function done(s: Awaited<ReturnType<typeof orgScene>>, list: readonly Act[]): Promise<void> {
  const listings = new Map<OrgId, ReturnType<typeof listing>[]>();
  for (const [i, act] of list.entries()) {
    await s.pass(HOUR);
    if (act.is === "strike") {
      const { region, toll, names, old } = act;
      const date = old ? "2025-12-20" : "2026-01-10";
      const source = { publisher: "SOUTHCOM", url: "https://example.org/1", date };
      const figures = toll === undefined ? [] : [killed(toll)];
      await s.record(
        "strike.recorded",
        strike({ id: `s${i}`, date, region, orgIds: [...names], figures, sources: [source] }),
      );
      continue;
    }
    const before = listings.get(act.of);
    const date = act.old ? `2019-02-${10 + i}` : `2026-01-0${1 + (i % 9)}`;
    const mine = [
      ...(before ?? []),
      listing({ date: act.old ? date : "2026-01-10", type: { en: `T${i}`, es: `T${i}` } }),
    ];
    listings.set(act.of, mine);
    await s.record(
      before === undefined ? "org.recorded" : "org.listed",
      org({ id: act.of, name: act.of, designations: mine }),
    );
  }
}

/** The figure before these words in the digest's first line. */
const figure = (text: string, words: RegExp) => Number(new RegExp(`(\\d+) ${words.source}`).exec(text)?.[1] ?? 0);

describe("what several sets of one channel hear together", () => {
  const heard = (...sets: Partial<Subscription>[]) =>
    heardOf(sets.flatMap((own) => subscribed("9", { areas: ["EC"], ...own }).subscriptions));
  it("is all organisations and all strikes where one of them asks for all, else those that any asks for", () => {
    expect(heard({ topics: ["strikes", "orgs"] }, { topics: ["strikes", "orgs"], organisations: ["eln"] })).toEqual({
      curfews: false,
      orgs: true,
      strikes: [{}],
    });
    const some: Partial<Subscription>[] = [
      { topics: ["strikes", "orgs"], organisations: ["eln"] },
      { topics: ["orgs"], organisations: ["eln", "tda"] },
      { topics: ["strikes"], regions: ["caribbean"], minKilled: 3 },
    ];
    expect(heard(...some)).toEqual({
      curfews: false,
      orgs: true,
      orgsOnly: ["eln", "tda"],
      strikes: [{ organisations: ["eln"] }, { regions: ["caribbean"], minKilled: 3 }],
    });
  });

  it("is curfews where they ask for trouble alone", () => {
    expect(heard({ topics: ["trouble"] })).toEqual({ curfews: true, orgs: false });
    expect(heard({ topics: ["trouble"] }, { topics: ["orgs"] })).toEqual({ curfews: false, orgs: true });
  });
});

describe("counts for a channel that asks for some alone", () => {
  it("in the card and in the digest are those of the acts that it asks for", async () => {
    const seen = { strikes: 0, orgs: 0, keptOut: 0 };
    await fc.assert(
      fc.asyncProperty(acts, async (list) => {
        const s = await orgScene();
        const digest = { every: "day", at: "12:00", form: "full" } as const;
        for (const [i, own] of FILTERS.entries())
          await s.subscribe(i + 1, { topics: ["strikes", "orgs"], digest, ...own });
        await done(s, list);
        while (s.hand.clock.now() < Date.parse("2026-01-11T12:00:00-05:00")) await s.pass(HOUR);
        const now = s.hand.clock.now();
        for (const [i, own] of FILTERS.entries()) {
          const to = subscribed("9", { areas: ["EC"], topics: ["strikes", "orgs"], ...own });
          const counted = await lastDays({
            to,
            learned: (after, until) => s.store.learned(after, until),
            knownAt: (at) => s.store.known(at),
            versions: (noun, subject) => s.store.versions(noun, subject),
            now,
            breathe: async () => undefined,
          });
          const [strikes, orgs] = [strikeNotices(list, own), orgNotices(list, own)];
          const of = (topic: string) => counted.topics.find((one) => one.topic === topic)?.notices ?? 0;
          expect({ own, strikes: of("strikes"), orgs: of("orgs"), all: counted.notices }).toEqual({
            own,
            strikes,
            orgs,
            all: strikes + orgs,
          });
          // The channel itself was told as many.
          const rows = s.posts.filter((one) => one.channel === channel(i + 1));
          const text = rows.at(-1)?.text ?? "";
          expect(rows.length - 1).toBe(strikes + orgs);
          const told = {
            own,
            reports: figure(text, /strike reports?/),
            orgs: figure(text, /pieces? of news on organisations/),
          };
          expect({ text, ...told }).toEqual({
            text,
            own,
            reports: list.filter((act) => act.is === "strike" && lets(own, act)).length,
            orgs: orgsTouched(list, own),
          });
          seen.strikes += strikes;
          seen.orgs += orgs;
          seen.keptOut += list.length - strikes - orgs;
        }
      }),
      { numRuns: runs(6) },
    );
    // What it was tried with must not have been nothing.
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(0);
  });
});
