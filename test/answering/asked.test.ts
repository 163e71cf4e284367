// What Share and Copy carry: every question comes back as it was asked, within a hundred characters, and what we never wrote is refused.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../commands/index.ts";
import { askedArgs, digestOf, parseAsked } from "../../src/answering/asked.ts";
import type { Answering } from "../../src/command.ts";
import { customId } from "../../src/discord/custom-id.ts";
import { Question } from "../../src/domain/question.ts";
import { shipped } from "../views/shipped.ts";
import { heldArgs } from "../discord/fixtures.ts";

const answering = (name: string): Answering => {
  const found = COMMANDS.find((command) => command.name === name)?.answers;
  if (found === undefined) throw new Error(`/${name} has no answers`);
  return found;
};
const commandOf = (question: Question) => question.is.split(".")[0] ?? "";
const instant = fc.integer({ min: 0, max: 4_102_444_800_000 });
const day = fc
  .date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const maybe = <T>(key: string, value: fc.Arbitrary<T>) =>
  fc.option(value, { nil: undefined }).map((one) => (one === undefined ? {} : { [key]: one }));
const page = fc.integer({ min: 1, max: 999_999 });
const known = shipped();
const anyQuestion: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom("EC", "EC-G", "EC-0901/rest").map((place) => ({ is: "curfew.country", place })),
  fc
    .tuple(
      fc.constantFrom("EC", "EC-090158", "EC-0901/rest"),
      fc.option(instant),
      fc.option(fc.tuple(instant, instant)),
    )
    .map(([place, at, night]) => ({
      is: "curfew.place",
      place,
      ...(at === null ? {} : { at }),
      ...(at === null || night === null ? {} : { night: { start: night[0], end: night[1] } }),
    })),
  fc
    .tuple(
      maybe("since", day),
      maybe("until", day),
      maybe("region", fc.constantFrom("caribbean", "eastern-pacific", "undisclosed")),
      maybe("org", fc.constantFrom(...known.orgs.map((org) => org.id))),
      maybe("minKilled", fc.integer({ min: 0, max: 99_999 })),
      page,
    )
    .map(([a, b, c, d, e, page]) => ({ is: "strikes.list", ...a, ...b, ...c, ...d, ...e, page })),
  fc.constantFrom(...known.strikes.map((one) => ({ is: "strikes.one", id: one.id }))),
  fc.tuple(page, fc.constantFrom("", "us", "us-treasury", "ec-decreto-111", "E.O. 14059")).map(([page, lists]) => ({
    is: "orgs.list",
    lists,
    page,
  })),
  fc
    .tuple(fc.constantFrom(...known.orgs.map((org) => org.id)), fc.constantFrom("", "ca-government"))
    .map(([id, lists]) => ({ is: "orgs.one", id, lists })),
);

describe("what Share and Copy carry", () => {
  it("brings every question back, with its language, instant and digest, in at most 100 characters", async () => {
    await fc.assert(
      fc.asyncProperty(anyQuestion, fc.constantFrom("en", "es"), instant, async (given, language, answeredAt) => {
        const question = Question.parse(given);
        const own = answering(commandOf(question));
        const asked = { question, language, answeredAt, digest: "0a1b2c3d" } as const;
        const args = askedArgs(asked, own);
        expect(parseAsked(args, own)).toEqual(asked);
        const held = heldArgs();
        const id = await customId({ name: `${commandOf(question)}.share`, args }, held);
        expect(id.length).toBeLessThanOrEqual(100);
        // A row in the store for each answer given would fill it: all of ours fit the button itself.
        expect(held.kept.size).toBe(0);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ["curfew", ["ex", "0a1b2c3d", "p", "EC-G", "", ""]],
    ["curfew", ["e0", "0a1b2c3d", "p", "not a place", "", "", ""]],
    ["curfew", ["e0", "0a1b2c3d", "p", "EC-G", "-", "", ""]],
    ["curfew", ["e0", "0a1b2c3d", "p", "EC-G", "", "5", ""]],
    ["curfew", ["e0", "0a1b2c3d", "q", "EC-G", "", "", ""]],
    ["curfew", ["f0", "0a1b2c3d", "c", "EC"]],
    ["curfew", ["e0", "0a1b2c3", "c", "EC"]],
    ["curfew", ["e0", "0a1b2c3d", "l", "1", ""]],
    ["strikes", ["e0", "0a1b2c3d", "l", "0", "", "", "", "", ""]],
    ["strikes", ["e0", "0a1b2c3d", "l", "1", "20261399", "", "", "", ""]],
    ["strikes", ["e0", "0a1b2c3d", "l", "1.5", "", "", "", "", ""]],
    ["strikes", ["e0", "0a1b2c3d", "s"]],
    ["orgs", ["e0", "0a1b2c3d", "o", "los-lobos"]],
    ["orgs", ["e0", "0a1b2c3d", "l", "1", "", "more"]],
    ["orgs", []],
  ])("refuses what no button of /%s carries: %j", (name, args) =>
    expect(parseAsked(args, answering(name))).toBeUndefined(),
  );

  it("tells other words by the digest, and no other buttons", () => {
    const message = { content: "a", embed: { tone: "none", footer: "b" } } as const;
    const digest = digestOf([message]);
    expect(digest).toMatch(/^[0-9a-f]{8}$/);
    expect(digestOf([{ ...message, rows: [] }])).toBe(digest);
    expect(digestOf([{ ...message, content: "c" }])).not.toBe(digest);
    expect(digestOf([{ ...message, embed: { ...message.embed, footer: "c" } }])).not.toBe(digest);
    expect(digestOf([message, message])).not.toBe(digest);
  });

  it("does not let one command carry another's question", () => {
    const question = Question.parse({ is: "orgs.list", lists: "", page: 1 });
    expect(() => answering("curfew").args(question)).toThrow(/another command/);
    expect(answering("curfew").messages(question, JSON.parse("{}"))).toBeUndefined();
  });
});
