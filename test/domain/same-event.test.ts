// Which records may tell of the same strike: by link, day, region and figure; the nearest first, and never one that is far.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressKey } from "../../src/domain/address.ts";
import { sameEvent } from "../../src/domain/same-event.ts";
import { Strike } from "../../src/domain/strike.ts";

let count = 0;
const strike = (
  date: string,
  {
    region = "caribbean",
    killed,
    announcedOn,
    url = `https://example.org/${(count += 1)}`,
  }: { region?: string; killed?: number; announcedOn?: string; url?: string } = {},
) =>
  Strike.parse({
    id: `strike-${(count += 1)}`,
    target: "vessel",
    date,
    dateBasis: "strike",
    announcedOn,
    region,
    announcedBy: { en: "SOUTHCOM", es: "SOUTHCOM" },
    figures: killed === undefined ? [] : [{ measure: "killed", low: killed, high: killed }],
    sources: [{ publisher: "AP", url }],
  });

describe("a record that may be the same", () => {
  const own = strike("2026-03-16", { killed: 3 });
  it.each([
    ["the same day, region and figure", strike("2026-03-16", { killed: 3 }), true],
    ["the day before", strike("2026-03-15", { killed: 3 }), true],
    [
      "announced the day after, whatever its own day",
      strike("2026-03-08", { killed: 3, announcedOn: "2026-03-17" }),
      true,
    ],
    ["a place not disclosed", strike("2026-03-16", { killed: 3, region: "undisclosed" }), true],
    ["no figure", strike("2026-03-17"), true],
    ["one more killed on the day after", strike("2026-03-17", { killed: 4 }), true],
    ["another figure on the very day", strike("2026-03-16", { killed: 9 }), true],
    ["another figure on the day after", strike("2026-03-17", { killed: 9 }), false],
    ["two days before", strike("2026-03-14", { killed: 3 }), false],
    ["the other sea", strike("2026-03-16", { killed: 3, region: "eastern-pacific" }), false],
  ])("%s", (_, other, is) => expect(sameEvent(own, [other])).toEqual(is ? [other] : []));

  it("is found by its link alone, whatever tracking is glued to it; and comes first", () => {
    const linked = strike("2025-09-02", {
      url: "http://www.apnews.com/article/1/?utm_source=x#top",
      region: "eastern-pacific",
    });
    const near = strike("2026-03-16", { killed: 3 });
    const typed = strike("2026-03-16", { killed: 3, url: "https://apnews.com/article/1?fbclid=9" });
    expect(sameEvent(typed, [near, linked])).toEqual([linked, near]);
    expect(addressKey("https://apnews.com/article/1?id=2")).not.toBe(addressKey("https://apnews.com/article/1?id=3"));
    expect(addressKey("no address")).toBe("no address");
  });

  it("is never the record itself, nor days apart; one of the same day, region and figure is always among them", () => {
    const one = fc.record({
      day: fc.integer({ min: 1, max: 28 }),
      killed: fc.option(fc.nat(9), { nil: undefined }),
      region: fc.constantFrom("caribbean", "eastern-pacific", "undisclosed"),
    });
    const made = one.map(({ day, killed, region }) =>
      strike(`2026-03-${String(day).padStart(2, "0")}`, { region, ...(killed === undefined ? {} : { killed }) }),
    );
    fc.assert(
      fc.property(made, fc.array(made, { maxLength: 30 }), (typed, others) => {
        const found = sameEvent(typed, [typed, ...others]);
        expect(found).not.toContain(typed);
        const apart = found.map((other) => Math.abs(Date.parse(other.date) - Date.parse(typed.date)) / 86_400_000);
        expect(apart.every((days) => days <= 1)).toBe(true);
        // An oracle of its own: nothing that shares day, region and figure is left out.
        const twins = others.filter(
          (other) =>
            other.date === typed.date &&
            other.region === typed.region &&
            JSON.stringify(other.figures) === JSON.stringify(typed.figures),
        );
        for (const twin of twins) expect(found).toContain(twin);
      }),
      { numRuns: 300 },
    );
  });
});
