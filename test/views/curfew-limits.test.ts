// However long a record is, no message passes Discord's limits, no word is lost from the embeds, and nothing of others acts as markup.
import { array, assert, constantFrom, integer, property, record, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { Area } from "../../src/domain/area.ts";
import { areaTree } from "../../src/domain/area-tree.ts";
import { Coverage } from "../../src/domain/coverage.ts";
import { Curfew } from "../../src/domain/curfew.ts";
import { edges, groupEdges } from "../../src/domain/edges.ts";
import { stateAt } from "../../src/domain/state.ts";
import { curfewAlert } from "../../src/views/notices/edge.ts";
import { curfewAnswer } from "../../src/views/curfew/place.ts";
import { curfewOverview } from "../../src/views/curfew/overview.ts";
import type { CurfewRecord } from "../../src/views/curfew/words.ts";
import { split } from "../../src/views/fit.ts";
import type { Message } from "../../src/views/message.ts";
import { ec } from "./ecuador-known.ts";

const PROVINCES = 12;
const CANTONS = 10;
const two = (n: number) => String(n).padStart(2, "0");

interface Made {
  name: string;
  sentence: string;
  items: number;
  hours: readonly number[];
}

/** A country in which every canton may have hours of its own, and every text of a decree is long. */
function made({ name, sentence, items, hours }: Made): CurfewRecord {
  const named = (id: string) => ({ en: `${name} ${id}`, es: `${name} ${id}` });
  const provinces = Array.from({ length: PROVINCES }, (_, i) => `EC-${two(i + 1)}`);
  const cantons = provinces.flatMap((parent) =>
    Array.from({ length: CANTONS }, (_, i) => ({ id: `${parent}${two(i + 1)}`, parent })),
  );
  const areas = [
    Area.parse({ id: "EC", kind: "country", name: { en: "Ecuador" }, zone: "America/Guayaquil", complete: true }),
    ...provinces.map((id) => Area.parse({ id, kind: "province", parent: "EC", name: named(id), complete: true })),
    ...cantons.map(({ id, parent }) => Area.parse({ id, kind: "canton", parent, name: named(id) })),
  ];
  const texts = Array.from({ length: items }, (_, i) => ({ en: `${i} ${sentence}`, es: `${i} ${sentence}` }));
  const curfew = Curfew.parse({
    id: "long",
    country: "EC",
    title: { en: sentence },
    authority: { en: sentence },
    declared: "2026-03-13",
    firstNight: "2026-03-15",
    lastNight: "2026-03-30",
    zone: "America/Guayaquil",
    rules: cantons.map(({ id }, i) => ({
      start: "22:00",
      end: `0${hours[i % hours.length] ?? 5}:${two(i % 60)}`,
      areas: [id],
    })),
    exempt: texts,
    notExempt: texts,
    sourcesDiffer: texts,
    disputed: texts,
    notes: texts,
    sources: Array.from({ length: items + 1 }, (_, i) => ({
      publisher: name,
      url: `https://example.org/${i}/${"x".repeat(300)}`,
      date: "2026-03-14",
    })),
    confidence: "low",
  });
  const coverage = Coverage.parse({
    id: "c",
    areas: ["EC"],
    from: "2026-03-01T00:00:00-05:00",
    to: "2026-03-31T12:00:00-05:00",
    basis: { en: sentence },
  });
  return {
    knownAt: ec("2026-03-16T00:00"),
    areas: areaTree(areas),
    areasById: new Map(areas.map((area) => [area.id, area])),
    curfews: [curfew],
    curfewsById: new Map([["long", curfew]]),
    withdrawn: [],
    coverage: [coverage],
  };
}

function expectToFit(messages: readonly Message[]): void {
  for (const { content, embed } of messages) {
    expect(content.length).toBeLessThanOrEqual(2000);
    const fields = embed?.fields ?? [];
    expect(fields.length).toBeLessThanOrEqual(25);
    for (const field of fields) {
      expect(field.name.length).toBeLessThanOrEqual(256);
      expect(field.value.length).toBeGreaterThan(0);
      expect(field.value.length).toBeLessThanOrEqual(1024);
    }
    const whole = fields.reduce((sum, one) => sum + one.name.length + one.value.length, embed?.footer?.length ?? 0);
    expect(whole).toBeLessThanOrEqual(6000);
  }
}

function all(from: CurfewRecord, now: number): Message[][] {
  const answers = (["en", "es"] as const).flatMap((language) => {
    const question = { record: from, place: "EC", now, language, state: stateAt(from, "EC", now) };
    return [[...curfewAnswer({ ...question, at: now })], [...curfewOverview({ ...question, others: [] })]];
  });
  const found = edges(from, "EC", { after: now - 24 * 3_600_000, until: now });
  const notices = (["began", "ended"] as const).flatMap((kind) => {
    const at = found.find((one) => one.kind === kind)?.at;
    const [first, ...others] = groupEdges(
      found.filter((one) => one.kind === kind),
      from.areas,
      ["EC"],
      now,
    );
    if (at === undefined || first === undefined) return [];
    const groups: [typeof first, ...typeof others] = [first, ...others];
    const base = { id: "a".repeat(64), country: "EC", at };
    const scene = { known: from, language: "es", now, lateBy: 3_600_000, mark: "7K3Q-9M2D" } as const;
    const missed = [{ kind: `curfew.${kind}`, at, groups }] as const;
    return [
      [...split(curfewAlert({ ...base, kind: `curfew.${kind}`, groups }, scene))],
      [...split(curfewAlert({ ...base, kind: "vigia.down", from: at, to: now, missed: [...missed] }, scene))],
    ];
  });
  return [...answers, ...notices];
}

const arbitrary = record({
  name: string({ unit: constantFrom("a", "b", "É", "_", "*", " ", "[", "ñ"), minLength: 1, maxLength: 40 }).filter(
    (text) => text.trim() !== "",
  ),
  sentence: string({
    unit: constantFrom("word ", "*", "@everyone ", "https://x.example/y ", "\n"),
    minLength: 1,
    maxLength: 120,
  }),
  items: integer({ min: 0, max: 12 }),
  hours: array(integer({ min: 4, max: 6 }), { minLength: 1, maxLength: 4 }),
});

describe("messages about curfews", () => {
  it("fit Discord's limits, whatever the record holds", () => {
    assert(
      property(
        arbitrary,
        constantFrom("2026-03-15T22:00", "2026-03-16T02:00", "2026-03-16T06:59", "2026-04-02T00:00"),
        (given, now) => {
          for (const messages of all(made(given), ec(now))) expectToFit(messages);
        },
      ),
      { numRuns: 12 },
    );
  }, 60_000);

  it("name every place somewhere, in however many messages", () => {
    const from = made({ name: "Cantón", sentence: "word", items: 12, hours: [4, 5, 6] });
    const now = ec("2026-03-16T02:00");
    const messages = curfewAnswer({
      record: from,
      place: "EC",
      at: now,
      now,
      language: "en",
      state: stateAt(from, "EC", now),
    });
    const text = JSON.stringify(messages);
    expect(messages.length).toBeGreaterThan(1);
    for (const area of from.areasById.values()) if (area.kind === "canton") expect(text).toContain(area.name.en);
    for (let i = 0; i < 12; i++) expect(text).toMatch(new RegExp(`(?:\\W|n)${i} word`));
  });

  it("let no text of a record mention anybody or hide a link", () => {
    const from = made({
      name: "@everyone",
      sentence: "[free](https://evil.example) @here <@&123456789012345678>",
      items: 2,
      hours: [5],
    });
    const text = JSON.stringify(all(from, ec("2026-03-16T02:00")));
    expect(text).not.toContain("@everyone");
    expect(text).not.toContain("@here");
    expect(text).not.toContain("[free](https");
    expect(text).not.toContain("<@&");
  });
});
