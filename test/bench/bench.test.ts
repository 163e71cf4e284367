// The bench runs as a user runs it and prints every row; what it measured on a machine under load is nobody's business here. And its parts: the log that
// it invents is the same each time, percentiles are percentiles, a question has one name.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { CASES, EMPTY, keyOf } from "../../bench/cases.ts";
import { evenings } from "../../bench/facts.ts";
import { median, percentile, postFigures } from "../../bench/figures.ts";
import { canonical } from "../../bench/known-answers.ts";
import { factId } from "../../src/domain/id.ts";
import { built, surroundings } from "../process/program.ts";

const MAIN = join(import.meta.dirname, "..", "..", "dist", "bench", "main.js");

const Posts = z.object({ posts: z.int(), global: z.int(), other: z.int() });
const Delivery = z.object({
  bot: Posts,
  floor: Posts,
  first: z.number(),
  last: z.number(),
  answers: z.array(z.object({ row: z.string(), meanwhile: z.object({ asked: z.int() }) })),
});

describe("the bench", () => {
  beforeAll(() => built(), 120_000);

  it("prints every row at both sizes, keeps the figures and puts the table into a document", async () => {
    const folder = await mkdtemp(join(tmpdir(), "vigia-bench-test-"));
    try {
      const doc = join(folder, "bench.md");
      const json = join(folder, "bench.json");
      await writeFile(doc, "before\n<!-- figures -->\nwhat stood here\n<!-- end of figures -->\nafter\n");
      const args = [MAIN, "--quick", "--json", json, "--doc", doc];
      const { stdout } = await promisify(execFile)(process.execPath, args, {
        env: surroundings,
      });
      for (const size of ["60", "300"]) expect(stdout).toContain(`${size} strikes in the log: p50 within 1.2`);
      for (const { row } of [EMPTY, ...CASES]) expect(stdout.split(`\n  ${row}  `)).toHaveLength(3);
      for (const beside of [
        "start-up, cold store",
        "start-up, warm store",
        "memory at rest",
        "store  ",
        "one strike recorded: shown",
      ])
        expect(stdout.split(`\n  ${beside}`)).toHaveLength(3);
      const { delivery, ...figures } = z
        .object({
          sizes: z.array(z.object({ rows: z.array(z.object({ bot: z.object({ p50: z.number() }) })) })),
          delivery: Delivery,
        })
        .parse(JSON.parse(await readFile(json, "utf8")));
      expect(stdout).toContain("\none alert to 60 channels in 2 servers: ");
      for (const beside of [
        "first post after the edge",
        "last post after the edge",
        "every row planned",
        "memory before",
      ])
        expect(stdout.split(`\n  ${beside}`)).toHaveLength(2);
      // Each channel got its one message, and the bot never met Discord's limit, however busy the machine is.
      expect(delivery.bot).toMatchObject({ posts: 60, global: 0, other: 0 });
      expect(delivery.floor.posts).toBe(60);
      expect(delivery.first).toBeGreaterThan(0);
      // 45 in any second: 60 take more than one.
      expect(delivery.last).toBeGreaterThan(1_000);
      expect(delivery.answers.map(({ row }) => row)).toEqual(["/curfew", "/strikes"]);
      for (const { meanwhile } of delivery.answers) expect(meanwhile.asked).toBeGreaterThan(0);
      for (const { rows } of figures.sizes) {
        expect(rows).toHaveLength(CASES.length + 1);
        for (const { bot } of rows) expect(bot.p50).toBeGreaterThan(0);
      }
      const written = await readFile(doc, "utf8");
      expect(written).toMatch(/^before\n[\s\S]*\nafter\n$/);
      expect(written).toContain(stdout.trim());
      expect(written).not.toContain("what stood here");
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }, 300_000);
});

describe("the log of the bench", () => {
  const drafts = evenings(1_000).flatMap((evening) => evening.drafts);

  it("is the same each time, with corrections and withdrawals that follow what they replace", () => {
    expect(evenings(1_000).flatMap((evening) => evening.drafts)).toEqual(drafts);
    const heads = new Map<string, string>();
    for (const draft of drafts) {
      expect(draft.prev).toBe(heads.get(draft.subject));
      heads.set(draft.subject, factId(draft));
    }
    const kinds = (kind: string) => drafts.filter((draft) => draft.kind === kind).length;
    expect(kinds("strike.recorded")).toBe(1_000);
    expect(kinds("strike.changed")).toBeGreaterThan(5);
    expect(kinds("strike.withdrawn")).toBeGreaterThan(0);
  });

  it("is written in the order of its evenings, and none of them is empty", () => {
    const nights = evenings(5_000);
    expect(nights.map(({ at }) => at)).toEqual(nights.map(({ at }) => at).toSorted((a, b) => a - b));
    expect(nights.filter((night) => night.drafts.length === 0)).toEqual([]);
  });
});

describe("the figures", () => {
  it("take the nearest rank", () => {
    const sample = Array.from({ length: 200 }, (_, i) => 200 - i);
    expect([median(sample), percentile(sample, 0.99), percentile([7], 0.5)]).toEqual([100, 198, 7]);
    expect(() => median([])).toThrow(RangeError);
  });

  it("count posts from the first to the last, and the most that came within any second", () => {
    // Whatever their order: 11 posts a tenth of a second apart, and four at the very end of them.
    const at = [...Array.from({ length: 11 }, (_, i) => 5_000 + i * 100), 6_000, 6_000, 6_000].toReversed();
    const { posts, perSecond, most } = postFigures(at, { global: 1, other: 2 });
    expect([posts, perSecond, most]).toEqual([14, 13, 13]);
  });

  it("know a question by one name, whatever the order of its options", () => {
    const name = "strikes";
    expect(keyOf({ language: "en", name, options: { region: "c", "min-killed": 3 } })).toBe(
      keyOf({ language: "en", name, options: { "min-killed": "3", region: "c" } }),
    );
    const keys = [EMPTY, ...CASES].map(({ question }) => keyOf(question));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("take an answer for the same only where every word is", () => {
    const answer = (data: object) => canonical({ first: { type: 4, data }, rest: [] });
    expect(answer({ content: "a", tts: false, flags: 64 })).toBe(answer({ flags: 64, content: "a" }));
    expect(answer({ content: "a" })).not.toBe(answer({ content: "b" }));
    expect(answer({ content: "a", tts: true })).not.toBe(answer({ content: "a" }));
  });
});
