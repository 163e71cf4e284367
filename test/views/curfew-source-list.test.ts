// Everything that an answer rests on, behind a button: newest first, linked where it may be, with what is disputed and who checked what.
import { describe, expect, it } from "vitest";
import type { Language } from "../../src/domain/text.ts";
import { link } from "../../src/domain/source.ts";
import { curfewSourceLines, curfewSources } from "../../src/views/curfew/source-list.ts";
import { ec, knownAt } from "./ecuador-known.ts";
import { mustFit } from "./reading.ts";

const ask = (now: string, place: string, language: Language, at = now) =>
  curfewSources({ record: knownAt(now), places: [place], now: ec(now), at: ec(at), language });
const fieldOf = (name: string, ...given: Parameters<typeof ask>) =>
  ask(...given)
    .flatMap((one) => one.embed?.fields ?? [])
    .filter((field) => field.name.startsWith(name))
    .map((field) => field.value)
    .join("\n");

describe("the sources of an answer", () => {
  it("are counted, with the newest day and how much they disagree on", () => {
    expect(ask("2026-03-20T12:00", "EC-G", "en")[0]?.content).toBe(
      "9 sources for Guayas. Newest source 16 Mar 2026. ⚠️ Sources disagree on 2 points.",
    );
    expect(ask("2026-03-20T12:00", "EC-G", "es")[0]?.content).toBe(
      "9 fuentes para Guayas. Fuente más reciente 16 mar. 2026. ⚠️ Las fuentes no coinciden en 2 puntos.",
    );
    expect(ask("2026-04-02T12:00", "EC-I", "en", "2025-10-04T02:00")[0]?.content).toMatch(
      /^\d+ sources for Imbabura, at Sat 4 Oct 2025 02:00 \(Ecuador time\)\./,
    );
  });

  it("stand newest first, those without a date last, none before its day", () => {
    const lines = fieldOf("Sources: Decreto Ejecutivo 329", "2026-03-15T12:00", "EC-G", "en").split("\n");
    const dates = lines.map((one) => /(\d+) Mar 2026$/.exec(one)?.[1] ?? "0").map(Number);
    expect(dates).toEqual([14, 13, 12, 3, 3, 2, 2, 0]);
    expect(lines.at(-1)).toMatch(/Diario Extra.*undated/);
  });

  it("carry what is disputed, title, changes, notes and how far was checked", () => {
    const words = JSON.stringify(ask("2026-03-20T12:00", "EC-G", "en"));
    for (const part of [
      "the first restricted hour was 23:00 that day",
      "second phase of the offensive",
      "more than 250 people detained",
      "Sun 15 Mar 2026 00:00 to Tue 31 Mar 2026 05:00: as declared by Decreto 329",
      '"Confidence"',
    ])
      expect(words).toContain(part);
    expect(JSON.stringify(ask("2026-03-15T12:00", "EC-G", "en"))).not.toContain("250 people");
  });

  it("are all pasted with their addresses, without what only tracks a reader", () => {
    const lines = curfewSourceLines({
      record: knownAt("2026-04-02T12:00"),
      places: ["EC-I"],
      now: ec("2026-04-02T12:00"),
      at: ec("2025-10-02T23:00"),
      language: "en",
    });
    expect(lines.filter((one) => one.startsWith("Source: ")).length).toBeGreaterThan(3);
    expect(lines.join("\n")).toContain(
      "https://en.mercopress.com/2025/09/19/noboa-declares-curfew-in-five-of-ecuador-s-provinces\n",
    );
    expect(lines.join("\n")).not.toContain("utm_");
  });

  it("keep every other part of an address", () => {
    const at = (url: string) => link({ publisher: "P", url });
    expect(at("https://x.org/?p=1&utm_source=a&q=%20b#c")).toBe("https://x.org/?p=1&q=%20b#c");
    expect(at("https://x.org/a?fbclid=1")).toBe("https://x.org/a");
    expect(at("https://x.org/a?utm=1&b")).toBe("https://x.org/a?utm=1&b");
    expect(at("https://x.org/?p=34076")).toBe("https://x.org/?p=34076");
  });

  it("fit Discord for every place", async () => {
    const record = knownAt("2026-03-20T12:00");
    for (const { id } of record.areasById.values()) {
      const now = ec("2026-03-20T12:00");
      for (const one of curfewSources({ record, places: [id], now, at: now, language: "es" })) await mustFit(one);
    }
  }, 60_000);
});
