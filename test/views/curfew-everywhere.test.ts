// Every place of the record at twenty instants, with all that a reader can press: no message passes Discord's limits, no Spanish one holds English.
import { expect, it } from "vitest";
import { curfew } from "../../commands/curfew/index.ts";
import { present } from "../../src/answering/present.ts";
import type { Context } from "../../src/command.ts";
import type { CurfewQuestion } from "../../src/domain/question.ts";
import { HOUR } from "../../src/domain/time.ts";
import { ec, knownAt } from "./ecuador-known.ts";
import { mustFit, wordsOf } from "./reading.ts";
import { asking } from "./shipped.ts";

/** From the first decree to where nothing is known any more, at all hours; the telling ones of the record among them. */
const TELLING = [
  "2024-02-01T01:00",
  "2024-03-25T03:00",
  "2025-10-04T02:00",
  "2026-03-16T01:00",
  "2026-03-31T05:00",
  "2026-06-01T12:00",
];
const OTHERS = Array.from({ length: 14 }, (_, i) => ec("2024-01-09T00:30") + i * 1_399 * HOUR);
const INSTANTS = [...TELLING.map(ec), ...OTHERS];
const record = knownAt("2026-06-02T12:00");
const ENGLISH = /\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|until|nights?|today|none|known|sources?|the)\b/;

async function check(question: CurfewQuestion, context: Context): Promise<void> {
  const { messages } = present(curfew, question, context);
  for (const message of messages) {
    await mustFit(message);
    const words = wordsOf(message);
    // Names of publishers are as they are.
    if (context.language === "es") expect(words.replaceAll(/\[[^\]]*\]|The [A-Z]\w+/g, "")).not.toMatch(ENGLISH);
  }
  const rows = messages.at(-1)?.rows ?? [];
  expect(rows.length).toBeLessThanOrEqual(5);
  for (const row of rows) if ("buttons" in row) expect(row.buttons.length).toBeLessThanOrEqual(5);
}

it("fits everywhere, always, in both languages", async () => {
  const { context } = asking({ known: record, now: "2026-06-02T12:00:00-05:00" });
  const places = [...record.areasById.keys()];
  expect(places.length).toBeGreaterThan(240);
  for (const [i, at] of INSTANTS.entries())
    for (const [j, place] of places.entries()) {
      const language = (i + j) % 2 === 0 ? "es" : "en";
      await check({ is: "curfew.place", place, at }, { ...context, language });
    }
}, 240_000);

it("fits for nights, sources and the bare question at each instant, alone and with many places followed", async () => {
  const provinces = [...record.areasById.values()].filter((one) => one.kind === "province").map((one) => one.id);
  const [first = "EC-G", ...others] = provinces;
  for (const at of INSTANTS)
    for (const language of ["en", "es"] as const) {
      const { context: base } = asking({ known: record, language });
      const context = { ...base, now: at };
      await check({ is: "curfew.country", place: "EC" }, context);
      await check({ is: "curfew.country", place: "EC", follows: [first, ...others, "HT-OU"] }, context);
      for (const places of [["EC"], [first, ...others], ["EC-G", "EC-W", "HT-OU"]] as const) {
        await check({ is: "curfew.nights", places: [...places] }, context);
        await check({ is: "curfew.sources", places: [...places] }, context);
      }
    }
}, 240_000);
