// What an option offers while it is typed.
import { describe, expect, it } from "vitest";
import { answer, type Command, type Options } from "../../src/command.ts";
import { ABROAD, keptAnswers, packet } from "./fixtures.ts";
import { one, stage, curfew } from "./router-scene.ts";

describe("suggestions", () => {
  const asks = (value: string | number, name = "place", more: object = {}) =>
    packet(
      4,
      { id: "340000000000000001", name: "curfew", type: 1, options: [{ name, type: 3, value, focused: true }] },
      more,
    );
  const choicesOf = (sent: unknown) =>
    Reflect.get(Reflect.get(Reflect.get(Object(sent), "response"), "data"), "choices");
  const asked = async (
    complete: NonNullable<Options[string]["complete"]>,
    request: object = asks("gua"),
    more: Partial<Command> = {},
  ) => {
    const options: Options = { place: { kind: "text", complete }, nights: { kind: "integer", complete } };
    const { route, lines } = await stage([curfew(() => answer(one("x")), options, more)]);
    const answers = keptAnswers();
    await route(request, answers);
    expect(answers.sent).toMatchObject([{ how: "first", response: { type: 8 } }]);
    return { choices: choicesOf(answers.sent[0]), lines };
  };

  it("are what the option offers for what was typed, the best 25", async () => {
    const { choices } = await asked(
      (text) => Array.from({ length: 30 }, (_, i) => ({ name: `${text} ${i}`, value: String(i) })),
      asks(" gua "),
    );
    expect(choices).toHaveLength(25);
    expect(choices[0]).toEqual({ name: "gua 0", value: "0" });
  });

  it("are numbers for numbers", async () => {
    const { choices } = await asked(
      () => [
        { name: "three", value: "3" },
        { name: "x", value: "x" },
      ],
      asks("3", "nights"),
    );
    expect(choices).toEqual([{ name: "three", value: 3 }]);
  });

  it("show a long name shortened with a sign, never half a character, and keep the value whole", async () => {
    const long = `${"é".repeat(97)}👩‍👩‍👧‍👦 and more`;
    const { choices } = await asked(() => [
      { name: long, value: "v".repeat(100) },
      { name: "x".repeat(100), value: "y" },
    ]);
    expect(choices).toEqual([
      { name: `${"é".repeat(97)}…`, value: "v".repeat(100) },
      { name: "x".repeat(100), value: "y" },
    ]);
  });

  it("leave out, and log, what would make Discord refuse them all", async () => {
    const { choices, lines } = await asked(() => [
      { name: "long", value: "v".repeat(101) },
      { name: " ", value: "a" },
      { name: "none", value: "" },
      { name: "ok", value: "b" },
    ]);
    expect(choices).toEqual([{ name: "ok", value: "b" }]);
    expect(lines).toMatchObject([{ level: "error" }]);
  });

  it("are empty, and the fault logged, when they fail", async () => {
    const { choices, lines } = await asked(() => {
      throw new Error("index broken");
    });
    expect(choices).toEqual([]);
    expect(lines).toMatchObject([{ level: "error", text: "Suggestions failed" }]);
  });

  it("are empty for an option without any, an unknown command, and home commands elsewhere", async () => {
    const offer = () => [{ name: "n", value: "v" }];
    expect((await asked(offer, asks("x", "constructor"))).choices).toEqual([]);
    expect((await asked(offer, asks("x"), { name: "strikes" })).choices).toEqual([]);
    expect((await asked(offer, asks("x", "place", { guild_id: ABROAD }), { where: "home" })).choices).toEqual([]);
  });
});
