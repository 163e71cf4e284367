// Several sets of alerts of one channel with filters, roles and sounds of their own: one message a channel, for those alone whose filter lets it through. The oracle reads
// the sets as a person would, and asks nothing of src/.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Subscription } from "../../../src/domain/subscription.ts";
import type { Language } from "../../../src/domain/text.ts";
import { runs } from "../../fuzz.ts";
import { channel, listing, org, orgScene } from "./org-scene.ts";
import { killed, strike, updated } from "./strike-scene.ts";

const ROLES = ["900000000000000071", "900000000000000072", "900000000000000073"] as const;
const today = {
  date: "2026-01-10",
  sources: [{ publisher: "SOUTHCOM", url: "https://example.org/1", date: "2026-01-10" }] satisfies [object],
};

type Own = Pick<Subscription, "topics" | "regions" | "organisations" | "minKilled" | "sounds" | "mention" | "role">;
interface Struck {
  region: "caribbean" | "eastern-pacific";
  toll: number | undefined;
  orgIds: string[];
}

const maybe = <Value>(...values: [Value, ...Value[]]) => fc.option(fc.constantFrom(...values), { nil: undefined });
const set = fc
  .record({
    topics: fc.constantFrom<Own["topics"]>(["strikes", "orgs"], ["strikes", "orgs"], ["strikes"], ["orgs"]),
    regions: maybe<NonNullable<Own["regions"]>>(["caribbean"], ["eastern-pacific"]),
    organisations: maybe<NonNullable<Own["organisations"]>>(["eln"], ["eln", "los-lobos"]),
    minKilled: maybe(1, 3, 5),
    sound: maybe("loud" as const, "silent" as const),
    mention: maybe<NonNullable<Own["mention"]>>(["strikes"], ["orgs"]),
    hasRole: fc.boolean(),
  })
  .map(({ sound, hasRole, ...own }) => ({ own, sound, hasRole }));
const struck: fc.Arbitrary<Struck> = fc.record({
  region: fc.constantFrom("caribbean", "eastern-pacific"),
  toll: fc.option(fc.nat(6), { nil: undefined }),
  orgIds: fc.subarray(["eln", "los-lobos", "tda"]),
});

const lets = ({ topics, regions, organisations, minKilled }: Own, { region, toll, orgIds }: Struck): boolean =>
  topics.includes("strikes") &&
  (regions === undefined || regions[0] === region) &&
  (organisations === undefined || orgIds.some((id) => organisations.includes(id))) &&
  (minKilled === undefined || (toll !== undefined && toll >= minKilled));

/** Who is called, and whether it is heard, by the sets that it is for. Undefined: it does not come. */
function expected(sets: readonly Own[], topic: "strikes" | "orgs") {
  if (sets.length === 0) return undefined;
  const sounds = sets.map((own) => own.sounds?.[topic]);
  const called = sets.filter((own, i) => sounds[i] !== "silent" && (own.mention?.includes(topic) ?? true));
  const loud = sounds.includes("loud") || !sounds.every((one) => one === "silent");
  // Nobody is called without a sound.
  return { roles: loud ? [...new Set(called.flatMap(({ role }) => role ?? []))].sort(byName) : [], loud };
}
const byName = (a: string, b: string) => a.localeCompare(b);

describe("several sets of one channel", () => {
  it("make one message, for those whose filter lets it through: their roles, their sound, the channel's language", async () => {
    const seen = { told: 0, none: 0, followed: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc.array(set, { minLength: 2, maxLength: 3 }),
        struck,
        fc.option(fc.nat(6), { nil: undefined }),
        fc.constantFrom<Language>("en", "es"),
        async (drawn, first, later, language) => {
          const sets = drawn.map(({ own, sound, hasRole }, i): Own => ({
            ...own,
            ...(sound === undefined ? {} : { sounds: { strikes: sound, orgs: sound } }),
            ...(hasRole ? { role: ROLES[i] ?? ROLES[0] } : {}),
          }));
          const s = await orgScene();
          for (const [i, own] of sets.entries())
            await s.road.subscriptions.save(draft(own, AREAS[i] ?? "EC", language));
          const posts = () => s.posts.filter((one) => one.channel === channel(1));
          const newest = () => {
            const { how, message } = posts().at(-1) ?? {};
            return { roles: [...(message?.roles ?? [])].sort(byName), loud: how?.silent !== true };
          };
          const told = sets.filter((own) => lets(own, first));
          await s.record("strike.recorded", recorded(first));
          expect(posts()).toHaveLength(told.length === 0 ? 0 : 1);
          if (told.length > 0) {
            expect(newest()).toEqual(expected(told, "strikes"));
            expect(posts()[0]?.text).toMatch(language === "en" ? /^NEW · US strike/ : /^NUEVO · Ataque/);
          }
          seen[told.length === 0 ? "none" : "told"] += 1;
          // A source's other figure: new to whom it was none of theirs, a change to whom it was told; never both.
          const then = { ...first, toll: later };
          if (later !== undefined && later !== first.toll) {
            const asks = sets.filter((own) => lets(own, then));
            const concerned = told.length === 0 ? asks : sets.filter((own) => told.includes(own) || asks.includes(own));
            await s.record("strike.changed", recorded(then), { why: updated });
            expect(posts()).toHaveLength((told.length === 0 ? 0 : 1) + (concerned.length === 0 ? 0 : 1));
            if (concerned.length > 0) expect(newest()).toEqual(expected(concerned, "strikes"));
            if (told.length > 0) seen.followed += 1;
          }
          const before = posts().length;
          await s.record("org.recorded", org({ id: "eln", name: "ELN", designations: [listing()] }));
          const forOrg = sets.filter(
            ({ topics, organisations }) => topics.includes("orgs") && (organisations?.includes("eln") ?? true),
          );
          expect(posts()).toHaveLength(before + (forOrg.length === 0 ? 0 : 1));
          if (forOrg.length > 0) expect(newest()).toEqual(expected(forOrg, "orgs"));
        },
      ),
      { numRuns: runs(40) },
    );
    // What it was tried with must not have been nothing.
    for (const [name, count] of Object.entries(seen)) expect({ name, some: count > 0 }).toEqual({ name, some: true });
  });
});

/** Strikes have no place: sets of the same kinds are told apart by theirs. */
const AREAS = ["EC-G", "EC-R", "EC-0901"];
const draft = (own: Own, area: string, language: Language) => ({
  v: 1 as const,
  guildId: "900000000000000009",
  channelId: channel(1),
  kind: "channel" as const,
  channel: { language, zone: "America/Guayaquil" },
  settings: { areas: [area] satisfies [string], leads: [], endLeads: [], owner: "900000000000000008", ...own },
});

const recorded = ({ region, toll, orgIds }: Struck) =>
  strike({ ...today, region, orgIds, figures: toll === undefined ? [] : [killed(toll)] });
