import { ButtonStyle, MessageFlags } from "discord-api-types/v10";
import { describe, expect, it } from "vitest";
import { OverLimit } from "../../src/discord/limits.ts";
import { payload } from "../../src/discord/payload.ts";
import type { Button, Embed, Message, Tone } from "../../src/views/message.ts";
import { heldArgs } from "./fixtures.ts";

const made = (message: Message, manner = {}) => payload(message, manner, heldArgs());
const embed = (more: Partial<Embed>): Message => ({ content: "x", embed: { tone: "info", ...more } });
const button = (n: number, label = "Next"): Button => ({
  label,
  press: { action: { name: "page", args: [String(n)] } },
});
const buttons = (count: number) => Array.from({ length: count }, (_, i) => button(i));
const option = (n: number) => ({ label: `Option ${n}`, value: String(n) });
const menu = (options: { label: string; value: string; description?: string }[]): Message => ({
  content: "x",
  rows: [{ menu: { action: { name: "pick", args: [] }, placeholder: "Pick", options } }],
});
const fields = (count: number, value = "v") => Array.from({ length: count }, (_, i) => ({ name: `n${i}`, value }));

describe("a message for Discord", () => {
  it("carries everything a view can say", async () => {
    const body = await made({
      content: "CURFEW NOW",
      embed: {
        tone: "curfew",
        title: "T",
        url: "https://example.org",
        description: "D",
        fields: [{ name: "n", value: "v", inline: true }],
        footer: "#7K3Q-9M2D",
      },
      rows: [
        {
          buttons: [
            button(1),
            { label: "Source", press: { url: "https://example.org/a" } },
            { ...button(2), style: "danger", disabled: true },
          ],
        },
      ],
      roles: ["123456789012345678", "123456789012345678"],
    });
    expect(body).toEqual({
      content: "CURFEW NOW",
      embeds: [
        {
          color: 0x9b1c1c,
          title: "T",
          url: "https://example.org",
          description: "D",
          fields: [{ name: "n", value: "v", inline: true }],
          footer: { text: "#7K3Q-9M2D" },
        },
      ],
      components: [
        {
          type: 1,
          components: [
            { type: 2, style: ButtonStyle.Secondary, label: "Next", custom_id: "1:page:1" },
            { type: 2, style: ButtonStyle.Link, label: "Source", url: "https://example.org/a" },
            { type: 2, style: ButtonStyle.Danger, label: "Next", custom_id: "1:page:2", disabled: true },
          ],
        },
      ],
      allowed_mentions: { parse: [], roles: ["123456789012345678"] },
    });
  });

  it("mentions the people named, each once, and nobody else of whom the text speaks", async () => {
    const users = ["223456789012345678", "223456789012345678"];
    const body = await made({ content: "<@223456789012345678> <@323456789012345678>", users });
    expect(body).toMatchObject({ allowed_mentions: { parse: [], roles: [], users: ["223456789012345678"] } });
  });

  it("mentions nobody unless a role is named, and clears what an edit would keep", async () => {
    expect(await made({ content: "@everyone <@&123456789012345678>" })).toEqual({
      content: "@everyone <@&123456789012345678>",
      embeds: [],
      components: [],
      allowed_mentions: { parse: [], roles: [] },
    });
  });

  it("is silent or private by flags, and never hides its embeds", async () => {
    const { SuppressNotifications, Ephemeral, SuppressEmbeds } = MessageFlags;
    expect((await made({ content: "x" }, { silent: true })).flags).toBe(SuppressNotifications);
    expect((await made({ content: "x" }, { private: true })).flags).toBe(Ephemeral);
    const both = (await made({ content: "x" }, { silent: true, private: true })).flags ?? 0;
    expect(both).toBe(SuppressNotifications | Ephemeral);
    expect(both & SuppressEmbeds).toBe(0);
  });

  it("has a colour of its own for each tone, none of them green", async () => {
    const tones: Tone[] = ["curfew", "none", "unknown", "strike", "info", "trouble"];
    const colours = await Promise.all(
      tones.map(async (tone) => (await made(embed({ tone, title: "t" }))).embeds[0]?.color ?? 0),
    );
    expect(new Set(colours).size).toBe(tones.length);
    for (const colour of colours) {
      const [red, green, blue] = [colour >> 16, (colour >> 8) & 0xff, colour & 0xff];
      expect(green).toBeLessThanOrEqual(Math.max(red, blue));
    }
  });

  const atLimit: [string, Message][] = [
    ["content", { content: "x".repeat(2000) }],
    ["title", embed({ title: "x".repeat(256) })],
    ["description", embed({ description: "x".repeat(4096) })],
    ["footer", embed({ footer: "x".repeat(2048) })],
    ["fields", embed({ fields: fields(25) })],
    ["field value", embed({ fields: fields(1, "x".repeat(1024)) })],
    ["whole embed", embed({ description: "x".repeat(4000), footer: "x".repeat(2000) })],
    ["rows", { content: "x", rows: Array.from({ length: 5 }, (_, i) => ({ buttons: [button(i)] })) }],
    ["buttons", { content: "x", rows: [{ buttons: buttons(5) }] }],
    ["label", { content: "x", rows: [{ buttons: [button(1, "x".repeat(80))] }] }],
    ["options", menu(Array.from({ length: 25 }, (_, i) => option(i)))],
  ];
  it.each(atLimit)("goes out whole exactly at the limit: %s", async (_, message) => {
    await expect(made(message)).resolves.toBeDefined();
  });

  const over: [RegExp, Message][] = [
    [/^the message is empty/, { content: " " }],
    [/^content: 2001/, { content: "x".repeat(2001) }],
    [/^roles mentioned: 101/, { content: "x", roles: Array.from({ length: 101 }, (_, i) => String(i)) }],
    [/^embed title: 257/, embed({ title: "x".repeat(257) })],
    [/^embed title: empty/, embed({ title: "  " })],
    [/^embed description: 4097/, embed({ description: "x".repeat(4097) })],
    [/^embed footer: 2049/, embed({ footer: "x".repeat(2049) })],
    [/^embed fields: 26/, embed({ fields: fields(26) })],
    [/^name of embed field 1: 257/, embed({ fields: [{ name: "x".repeat(257), value: "v" }] })],
    [/^value of embed field 2: 1025/, embed({ fields: [...fields(1), { name: "n", value: "x".repeat(1025) }] })],
    [/^value of embed field 1: empty/, embed({ fields: fields(1, "") })],
    [/^characters of the whole embed: 6001/, embed({ description: "x".repeat(4001), footer: "x".repeat(2000) })],
    [/^embed url: not an http/, embed({ title: "t", url: "javascript:alert(1)" })],
    [/^rows: 6/, { content: "x", rows: Array.from({ length: 6 }, (_, i) => ({ buttons: [button(i)] })) }],
    [/^buttons in row 1: 6/, { content: "x", rows: [{ buttons: buttons(6) }] }],
    [/^buttons in row 1: 0/, { content: "x", rows: [{ buttons: [] }] }],
    [/^button label in row 1: 81/, { content: "x", rows: [{ buttons: [button(1, "x".repeat(81))] }] }],
    [
      /^button address in row 1: 520/,
      { content: "x", rows: [{ buttons: [{ label: "l", press: { url: `https://e.org/${"x".repeat(506)}` } }] }] },
    ],
    [
      /^two buttons or menus have the custom id 1:page:1/,
      { content: "x", rows: [{ buttons: [button(1), button(1)] }] },
    ],
    [/^menu options in row 1: 26/, menu(Array.from({ length: 26 }, (_, i) => option(i)))],
    [/^menu options in row 1: 0/, menu([])],
    [/^option label in row 1: 101/, menu([{ label: "x".repeat(101), value: "v" }])],
    [/^option value in row 1: 101/, menu([{ label: "l", value: "x".repeat(101) }])],
    [/^option description in row 1: 101/, menu([{ label: "l", value: "v", description: "x".repeat(101) }])],
    [/^two menu options in row 1/, menu([option(1), option(1)])],
  ];
  it.each(over)("is refused here rather than by Discord, with the limit's name: %s", async (words, message) => {
    await expect(made(message)).rejects.toThrow(OverLimit);
    await expect(made(message)).rejects.toThrow(words);
  });

  const files = (...sizes: number[]): Message => ({
    content: "x",
    files: sizes.map((size, n) => ({ name: `${n}.txt`, text: "x".repeat(size) })),
  });
  const called = (...names: string[]): Message => ({ content: "x", files: names.map((name) => ({ name, text: "x" })) });
  const MIB = 1024 * 1024;

  it("carries files beside it, in UTF-8, exactly up to the limits, for who asked only", async () => {
    for (const whole of [files(...Array.from({ length: 10 }, () => 1)), files(10 * MIB, 10 * MIB, 4 * MIB)])
      expect((await made(whole, { private: true })).files).toHaveLength(whole.files?.length ?? 0);
    const [one] = (await made({ content: "x", files: [{ name: "a.csv", text: "ñ" }] }, { private: true })).files ?? [];
    expect(one).toEqual({ name: "a.csv", data: Buffer.from([0xc3, 0xb1]), contentType: "text/csv; charset=utf-8" });
    await expect(made(files(1))).rejects.toThrow(/only to who asked/);
    expect(await made({ content: "x", files: [] })).not.toHaveProperty("files");
  });

  it.each([
    [/^files: 11/, files(...Array.from({ length: 11 }, () => 1))],
    [/^bytes of 1\.txt: 10485761/, files(1, 10 * MIB + 1)],
    [/^bytes of 0\.txt: 10485762/, { content: "x", files: [{ name: "0.txt", text: "ñ".repeat(5 * MIB + 1) }] }],
    [/^bytes of 0\.txt: 0/, files(0)],
    [/^bytes of all files: 25165825/, files(10 * MIB, 10 * MIB, 4 * MIB + 1)],
    [/^two files are called a/, called("a", "a")],
    [/no name of a file/, called("a b.txt")],
    [/no name of a file/, called("../a")],
    [/no name of a file/, called("")],
  ] as [RegExp, Message][])("takes no files over a limit: %s", async (words, message) => {
    await expect(made(message, { private: true })).rejects.toThrow(OverLimit);
    await expect(made(message, { private: true })).rejects.toThrow(words);
  });
});
