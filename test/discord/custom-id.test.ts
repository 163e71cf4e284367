import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { customId, isActionName, readCustomId } from "../../src/discord/custom-id.ts";
import { longArgs } from "../../src/discord/long-args.ts";
import { memoryEngine } from "../support.ts";
import { heldArgs } from "./fixtures.ts";

const LONGEST_NAME = `a${"b".repeat(31)}`;
/** Any UTF-16 units at all, halves of pairs included. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
  .map((units) => String.fromCharCode(...units));
const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  anyText,
  fc.constantFrom("", ":", "~", "%", "%3a;", "~~", " x "),
);

describe("custom ids", () => {
  it("write short arguments readably and tell no argument from an empty one", async () => {
    const held = heldArgs();
    expect(await customId({ name: "strikes.page", args: ["2", "Los Ríos"] }, held)).toBe(
      "1:strikes.page:2:Los%20;Ríos",
    );
    expect(await customId({ name: "a", args: [] }, held)).toBe("1:a");
    expect(await customId({ name: "a", args: [""] }, held)).toBe("1:a:");
    expect(await readCustomId("1:a", held)).toEqual({ is: "action", name: "a", args: [] });
    expect(await readCustomId("1:a:", held)).toEqual({ is: "action", name: "a", args: [""] });
    expect(held.kept.size).toBe(0);
  });

  it("bring back whatever was put in, in at most 100 characters without white space", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 8 }), async (args) => {
        const held = heldArgs();
        const id = await customId({ name: "strikes.page", args }, held);
        expect(id.length).toBeLessThanOrEqual(100);
        expect(id).toMatch(/^\S+$/u);
        expect(await readCustomId(id, held)).toEqual({ is: "action", name: "strikes.page", args });
      }),
      { numRuns: 500 },
    );
  });

  it("use all 100 characters before anything is kept elsewhere, and not one more", async () => {
    const held = heldArgs();
    const fits = "x".repeat(100 - "1:a:".length);
    expect(await customId({ name: "a", args: [fits] }, held)).toHaveLength(100);
    expect(held.kept.size).toBe(0);
    expect(await customId({ name: "a", args: [`${fits}x`] }, held)).toMatch(/^1:a:~[0-9a-f]{64}$/);
    expect(held.kept.size).toBe(1);
  });

  it("have exactly 100 characters in the worst case: the longest name with the longest hash", async () => {
    const id = await customId({ name: LONGEST_NAME, args: ["€".repeat(500), "~", ":"] }, heldArgs());
    expect(id).toHaveLength(100);
  });

  it("refuse names that no id can carry", async () => {
    expect(isActionName(LONGEST_NAME)).toBe(true);
    for (const name of ["", `${LONGEST_NAME}c`, "Page", "a:b", "a b", "ñ"]) {
      expect(isActionName(name)).toBe(false);
      await expect(customId({ name, args: [] }, heldArgs())).rejects.toThrow(RangeError);
    }
  });

  it("call unknown what is of another version, not ours, damaged, or no longer kept", async () => {
    const held = heldArgs();
    const strange = [
      "",
      "2:a:b",
      "a",
      "1",
      "1:",
      "1:A:b",
      "1:a:%",
      "1:a:%zz;",
      "1:a:%110000;",
      "1:a:~gone",
      "1:a:~gone:b",
    ];
    for (const id of strange) expect(await readCustomId(id, held), id).toEqual({ is: "unknown" });
  });

  it("never fail on what comes from outside", async () => {
    await fc.assert(
      fc.asyncProperty(text, async (tail) => {
        const read = await readCustomId(`1:a:${tail}`, heldArgs());
        expect(["action", "unknown"]).toContain(read.is);
      }),
    );
  });

  it("find long arguments in the store, however often they were kept", async () => {
    const engine = await memoryEngine();
    const args = ["Guayas, Los Ríos, El Oro", "x".repeat(200)];
    const first = await customId(
      { name: "curfew.share", args },
      longArgs(engine.namespace("marks"), { wall: () => 0 }),
    );
    const again = await customId(
      { name: "curfew.share", args },
      longArgs(engine.namespace("marks"), { wall: () => 0 }),
    );
    expect(again).toBe(first);
    expect(first).toHaveLength("1:curfew.share:~".length + 64);
    expect(await readCustomId(first, longArgs(engine.namespace("marks"), { wall: () => 0 }))).toEqual({
      is: "action",
      name: "curfew.share",
      args,
    });
    expect(
      await readCustomId(`1:curfew.share:~${"0".repeat(64)}`, longArgs(engine.namespace("marks"), { wall: () => 0 })),
    ).toEqual({
      is: "unknown",
    });
  });
});
