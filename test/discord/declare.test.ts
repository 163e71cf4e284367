import { describe, expect, it } from "vitest";
import { action, answer, type Command, type Options } from "../../src/command.ts";
import { declare } from "../../src/discord/declare.ts";
import { checkDeclared } from "../../src/discord/declare-limits.ts";
import { declareAll } from "../../src/discord/register.ts";

const nothing = () => answer({ content: "x" });
const complete = () => [];
const curfew = (options: Options): Command => ({
  name: "curfew",
  where: "everywhere",
  action: action({ options, run: nothing }),
});
const place = { kind: "text", complete } as const;

describe("a command as Discord registers it", () => {
  it("has English names and both Spanish ones, and can be asked in servers and in direct messages", () => {
    expect(declare(curfew({ place, at: { kind: "text", max: 60 } }))).toEqual({
      type: 1,
      name: "curfew",
      name_localizations: { "es-ES": "toque-de-queda", "es-419": "toque-de-queda" },
      description: expect.any(String),
      description_localizations: { "es-ES": expect.any(String), "es-419": expect.any(String) },
      options: [
        expect.objectContaining({
          type: 3,
          name: "place",
          name_localizations: { "es-ES": "lugar", "es-419": "lugar" },
          autocomplete: true,
        }),
        expect.objectContaining({
          type: 3,
          name: "at",
          max_length: 60,
          name_localizations: { "es-ES": "cuándo", "es-419": "cuándo" },
        }),
      ],
      default_member_permissions: null,
      contexts: [0, 1],
      integration_types: [0],
    });
  });

  it("offers a fixed list in both languages and keeps the value", () => {
    const region = {
      kind: "text",
      required: true,
      choices: (language: "en" | "es") => [{ name: language === "en" ? "Caribbean" : "Caribe", value: "caribbean" }],
    } as const;
    const declared = declare({
      name: "strikes",
      where: "everywhere",
      action: action({ options: { region, "min-killed": { kind: "integer", min: 0, max: 99 } }, run: nothing }),
    });
    expect(declared.options?.[0]).toMatchObject({
      required: true,
      choices: [
        { name: "Caribbean", name_localizations: { "es-ES": "Caribe", "es-419": "Caribe" }, value: "caribbean" },
      ],
    });
    expect(declared.options?.[1]).toMatchObject({ type: 4, min_value: 0, max_value: 99 });
  });

  it("shows what manages channels to those who may, in servers only, and lets no channel be picked that takes no alerts", () => {
    const declared = declare({
      name: "alerts",
      where: "everywhere",
      needs: "manage-channels",
      subcommands: {
        subscribe: action({ options: { channel: { kind: "channel" } }, run: nothing }),
        list: action({ options: {}, run: nothing }),
      },
    });
    expect(declared).toMatchObject({ default_member_permissions: "16", contexts: [0] });
    expect(declared.options).toMatchObject([
      {
        type: 1,
        name: "subscribe",
        name_localizations: { "es-419": "suscribir" },
        options: [{ type: 7, name: "channel", channel_types: [0, 5, 10, 11, 12] }],
      },
      { type: 1, name: "list", options: [] },
    ]);
  });

  it("gives recording to whoever manages the server, who opens it to roles, and registers it at home only", () => {
    const record: Command = {
      name: "record",
      where: "home",
      needs: "record",
      subcommands: {
        strike: action({ options: { organisation: { kind: "text" }, link: { kind: "text" } }, run: nothing }),
      },
    };
    expect(declare(record)).toMatchObject({ default_member_permissions: "32", contexts: [0], integration_types: [0] });
    const { everywhere, home } = declareAll([curfew({}), record]);
    expect(everywhere.map((one) => one.name)).toEqual(["curfew"]);
    expect(home.map((one) => one.name)).toEqual(["record"]);
  });

  const wrong: [string, RegExp, Command][] = [
    [
      "a command without words",
      /\/weather has no name and description in text\/en/,
      { name: "weather", where: "everywhere", action: action({ options: {}, run: nothing }) },
    ],
    [
      "a command named like what every object inherits",
      /constructor/,
      { name: "constructor", where: "everywhere", action: action({ options: {}, run: nothing }) },
    ],
    ["an option without words", /\/curfew nights has no name/, curfew({ nights: { kind: "integer" } })],
    [
      "suggestions beside a fixed list",
      /both suggestions and a fixed list/,
      curfew({ place: { ...place, choices: () => [] } }),
    ],
    [
      "what is required after what is not",
      /required options come first/,
      curfew({ place, at: { kind: "text", required: true } }),
    ],
    [
      "more than 25 choices",
      /26 choices/,
      curfew({
        place: {
          kind: "text",
          choices: () => Array.from({ length: 26 }, (_, i) => ({ name: `n${i}`, value: `v${i}` })),
        },
      }),
    ],
    [
      "a choice over 100 characters",
      /choice: 101 characters/,
      curfew({ place: { kind: "text", choices: () => [{ name: "x".repeat(101), value: "v" }] } }),
    ],
    [
      "a choice that is no number",
      /is no number/,
      curfew({ place: { kind: "integer", choices: () => [{ name: "many", value: "many" }] } }),
    ],
    [
      "a choice without a Spanish name",
      /has no Spanish name/,
      curfew({
        place: { kind: "text", choices: (language) => (language === "en" ? [{ name: "n", value: "v" }] : []) },
      }),
    ],
    ["subcommands beside a bare action", /lets nobody type it bare/, { ...curfew({}), subcommands: {} }],
  ];
  it.each(wrong)("stops the start on %s", (_, words, command) => {
    expect(() => declare(command)).toThrow(words);
  });

  it("stops the start on names and sizes that Discord refuses", () => {
    const fine = declare(curfew({ place }));
    expect(() => checkDeclared({ ...fine, name: "Curfew" })).toThrow(/no name that Discord takes/);
    expect(() => checkDeclared({ ...fine, name: "x".repeat(33) })).toThrow(/no name that Discord takes/);
    expect(() => checkDeclared({ ...fine, description: "" })).toThrow(/description: 0 characters/);
    expect(() => checkDeclared({ ...fine, description_localizations: { "es-ES": "x".repeat(101) } })).toThrow(
      /description: 101/,
    );
    const option = (n: number) => ({ type: 3 as const, name: `o${n}`, description: "d" });
    expect(() => checkDeclared({ ...fine, options: [option(1), option(1)] })).toThrow(/one name/);
    expect(() => checkDeclared({ ...fine, options: Array.from({ length: 26 }, (_, i) => option(i)) })).toThrow(
      /26 options/,
    );
    const heavy = {
      type: 3 as const,
      description: "d".repeat(100),
      choices: Array.from({ length: 25 }, (_, i) => ({ name: `${i}`.padEnd(100, "x"), value: "v".repeat(90) })),
    };
    expect(() =>
      checkDeclared({
        ...fine,
        options: [
          { ...heavy, name: "a" },
          { ...heavy, name: "b" },
        ],
      }),
    ).toThrow(/Discord takes 8000/);
  });
});
