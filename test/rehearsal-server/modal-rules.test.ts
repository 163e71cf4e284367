// Modals: each is refused for one reason, told with its path and code; one with everything once is taken.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { x, many, words, container, faultsOf, type Refusal, formDesk, type FormDesk, answerOf } from "./form-parts.ts";

let desk: FormDesk;
beforeAll(async () => {
  desk = await formDesk();
});
afterAll(() => desk.bot.stop());

const modal = (...components: object[]) => ({ type: 9, data: { custom_id: "f", title: "t", components } });
const label = (component: object, more: object = {}) => ({ type: 18, label: "l", component, ...more });
const options = (count: number, more: object = {}) => many(count, (n) => ({ label: "l", value: `${n}`, ...more }));
const AT = "data.components.0.component";
const MODALS: [string, object, string, string][] = [
  [
    "a menu that is switched off",
    label({ type: 5, custom_id: "a", disabled: true }),
    `${AT}.disabled`,
    "COMPONENT_DISABLED",
  ],
  [
    "a required menu that asks for none",
    label({ type: 5, custom_id: "a", min_values: 0 }),
    `${AT}.min_values`,
    "BASE_TYPE_BAD_LENGTH",
  ],
  [
    "a required group that asks for none",
    label({ type: 22, custom_id: "a", min_values: 0, options: options(2) }),
    `${AT}.min_values`,
    "BASE_TYPE_BAD_LENGTH",
  ],
  [
    "a required upload that asks for none",
    label({ type: 19, custom_id: "a", min_values: 0 }),
    `${AT}.min_values`,
    "BASE_TYPE_BAD_LENGTH",
  ],
  ["an upload of eleven", label({ type: 19, custom_id: "a", max_values: 11 }), `${AT}.max_values`, "NUMBER_TYPE_MAX"],
  [
    "an upload of more than it takes",
    label({ type: 19, custom_id: "a", min_values: 2 }),
    `${AT}.max_values`,
    "BASE_TYPE_BAD_LENGTH",
  ],
  [
    "one radio button",
    label({ type: 21, custom_id: "a", options: options(1) }),
    `${AT}.options`,
    "BASE_TYPE_BAD_LENGTH",
  ],
  [
    "eleven radio buttons",
    label({ type: 21, custom_id: "a", options: options(11) }),
    `${AT}.options`,
    "BASE_TYPE_BAD_LENGTH",
  ],
  [
    "two radio buttons pressed at once",
    label({ type: 21, custom_id: "a", options: options(2, { default: true }) }),
    `${AT}.options`,
    "BASE_TYPE_BAD_LENGTH",
  ],
  [
    "one value twice",
    label({ type: 21, custom_id: "a", options: options(2, { value: "v" }) }),
    `${AT}.options`,
    "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
  ],
  [
    "an emoji on a radio button",
    label({ type: 21, custom_id: "a", options: options(2, { emoji: { name: "🐜" } }) }),
    "",
    "",
  ],
  [
    "more boxes to tick than there are",
    label({ type: 22, custom_id: "a", max_values: 3, options: options(2) }),
    `${AT}.max_values`,
    "BASE_TYPE_BAD_LENGTH",
  ],
  ["a required checkbox", label({ type: 23, custom_id: "a", required: true }), `${AT}.required`, "UNKNOWN_FIELD"],
  [
    "a least length above the most",
    label({ type: 4, custom_id: "a", style: 1, min_length: 5, max_length: 4 }),
    `${AT}.max_length`,
    "BASE_TYPE_BAD_LENGTH",
  ],
  [
    "a value that is too long for its field",
    label({ type: 4, custom_id: "a", style: 1, max_length: 4, value: "abcde" }),
    `${AT}.value`,
    "BASE_TYPE_BAD_LENGTH",
  ],
  ["an unknown style", label({ type: 4, custom_id: "a", style: 3 }), `${AT}.style`, "BASE_TYPE_CHOICES"],
  ["a text display in a label", label(words()), AT, "UNION_TYPE_CHOICES"],
  [
    "a description over 100",
    label({ type: 23, custom_id: "a" }, { description: x(101) }),
    "data.components.0.description",
    "BASE_TYPE_BAD_LENGTH",
  ],
  ["a container", container(words()), "data.components.0", "UNION_TYPE_CHOICES"],
];

describe("a modal is refused with", () => {
  const ask = () =>
    desk.bot.rehearsal.type({
      readerId: desk.bot.rehearsal.reader("Ana").id,
      channelId: desk.channel,
      name: "curfew",
      options: {},
    });

  it.each(MODALS)("%s", async (_name, part, path, code) => {
    let refused: Refusal = {};
    desk.bot.handle = async ({ id, token }) => {
      const callback = `/interactions/${id}/${token}/callback`;
      refused = await answerOf(await desk.send("POST", callback, modal(part)));
      await desk.send("POST", callback, { type: 4, data: { content: "good" } });
    };
    expect((await ask()).kind).toBe("message");
    expect(refused.code).toBe(50035);
    const faults = faultsOf(refused.errors ?? {});
    if (code === "") expect(faults.every(([, why]) => why === "UNKNOWN_FIELD")).toBe(true);
    else expect(faults).toEqual([[path, code]]);
  });

  it("nothing, when every kind of control stands in it once, and ids and custom_ids differ", async () => {
    const parts = [
      words("Read this first"),
      label({ type: 21, custom_id: "r", options: options(2), required: false }),
      label({ type: 22, custom_id: "c", options: options(3, { default: true }) }),
      label({ type: 19, custom_id: "f", min_values: 0, max_values: 10, required: false }, { id: 9 }),
      label({ type: 8, custom_id: "w", required: false, min_values: 0, channel_types: [0] }),
    ];
    desk.bot.handle = async ({ id, token }) => {
      await desk.send("POST", `/interactions/${id}/${token}/callback`, modal(...parts));
    };
    expect((await ask()).kind).toBe("modal");
    const clash = [label({ type: 23, custom_id: "a" }, { id: 4 }), label({ type: 23, custom_id: "b", id: 4 })];
    let refused: Refusal = {};
    desk.bot.handle = async ({ id, token }) => {
      refused = await answerOf(await desk.send("POST", `/interactions/${id}/${token}/callback`, modal(...clash)));
      await desk.send("POST", `/interactions/${id}/${token}/callback`, { type: 4, data: { content: "good" } });
    };
    await ask();
    expect(faultsOf(refused.errors ?? {})).toEqual([["data.components.1.component.id", "COMPONENT_ID_DUPLICATED"]]);
  });
});
