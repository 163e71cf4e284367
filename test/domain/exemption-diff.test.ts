// What a decree's exemptions changed since the decree before it, on the shipped record and on made ones.
import { describe, expect, it } from "vitest";
import { Curfew } from "../../src/domain/curfew.ts";
import { decreeBefore, exemptionDiff } from "../../src/domain/exemption-diff.ts";
import { knownAt } from "../views/ecuador-known.ts";

const text = (en: string, es = en) => ({ en, es });
const decree = (exempt?: string[], notExempt?: string[]) =>
  Curfew.parse({
    id: "x",
    country: "EC",
    title: text("t"),
    authority: text("a"),
    declared: "2026-01-01",
    firstNight: "2026-01-01",
    lastNight: "2026-01-02",
    zone: "America/Guayaquil",
    rules: [{ start: "23:00", end: "05:00", areas: ["EC-G"] }],
    ...(exempt === undefined ? {} : { exempt: exempt.map((one) => text(one)) }),
    ...(notExempt === undefined ? {} : { notExempt: notExempt.map((one) => text(one)) }),
    sources: [{ publisher: "P" }],
    confidence: "high",
  });

function diff(before: Curfew, after: Curfew) {
  const found = exemptionDiff(before, after, "en");
  if (found === undefined || found === "not stated") return found;
  const words = (list: readonly { en?: string | undefined }[]) => list.map((one) => one.en);
  return { added: words(found.added), removed: words(found.removed), nowNot: words(found.nowNot) };
}

describe("exemptions beside those of the decree before", () => {
  it("names what is new, what is gone and what is now expressly not exempt, each once", () => {
    expect(
      diff(decree(["police", "exporters", "media"]), decree(["police", "diplomats"], ["exporters (Extra)"])),
    ).toEqual({
      added: ["diplomats"],
      removed: ["media"],
      nowNot: ["exporters"],
    });
  });

  it("takes case, accents, signs and more words for the same", () => {
    const same = { added: [], removed: [], nowNot: [] };
    expect(diff(decree(["Policía"]), decree(["policia."]))).toEqual(same);
    expect(diff(decree(["health services"]), decree(["staff of health services"]))).toEqual(same);
    expect(diff(decree(["staff of health services"]), decree(["Health services"]))).toEqual(same);
  });

  it("compares with no list that nobody stated", () => {
    expect(diff(decree(), decree(["police"]))).toBe("not stated");
    expect(diff(decree(["police"]), decree())).toBeUndefined();
  });
});

describe("the decree before", () => {
  const record = knownAt("2026-03-20T12:00");
  const before = (id: string, place: string) => {
    const own = record.curfewsById.get(id);
    if (own === undefined) throw new Error(id);
    return decreeBefore(record, own, place)?.decree;
  };
  const now = "ec-2026-03-15-decreto-329";

  it.each([
    // The last one that named all of Guayas; those of 2024 and 2025 named cantons of it.
    ["EC-G", "Decreto Ejecutivo 392"],
    ["EC-0907", "Decreto Ejecutivo 599"],
    // Both of its cantons, one by one.
    ["EC-SD", "Decreto Ejecutivo 135"],
    // 351 of August 2024 ran on below it, and began earlier.
    ["EC-R", "Decreto Ejecutivo 599"],
  ])("of %s is %s", (place, expected) => {
    expect(before(now, place)).toBe(expected);
  });

  it("is none for the first, and never one that had no night there", () => {
    expect(before("ec-2024-01-08-decreto-110", "EC-G")).toBeUndefined();
    const [first] = record.curfews.filter((one) => one.decree === "Decreto Ejecutivo 599");
    if (first === undefined) throw new Error("no 599");
    const struck = { ...first, id: "struck", decree: "X", firstNight: "2026-01-05", lastNight: "2026-01-20" };
    const annulled = { by: text("court"), date: "2026-01-04", from: "2026-01-04T12:00:00-05:00" };
    const own = record.curfewsById.get(now);
    const find = (other: Curfew) =>
      own && decreeBefore({ areas: record.areas, curfews: [...record.curfews, other] }, own, "EC-0907")?.decree;
    expect(find(struck)).toBe("X");
    expect(find({ ...struck, annulled })).toBe("Decreto Ejecutivo 599");
  });
});
