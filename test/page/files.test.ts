// Kinds, sizes and first lines of files; names of emoji's graphics, which must exist in the package.
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { emojiCode, emojiParts } from "../../rehearsal/page/client/emoji.ts";
import { fileKind, fileSize, firstLines, isSpoilerFile } from "../../rehearsal/page/client/file-kinds.ts";

const require = createRequire(import.meta.url);

describe("a file", () => {
  it.each([
    ["mapa.png", "image/png", "picture"],
    ["mapa.PNG", undefined, "picture"],
    ["mapa.png", "application/octet-stream", "picture"],
    ["mapa.png", "text/plain", "text"],
    ["foto", "image/webp", "picture"],
    ["a.csv", "text/csv", "text"],
    ["a.csv", "application/vnd.ms-excel", "text"],
    ["a.json", "application/json; charset=utf-8", "text"],
    ["a.txt", undefined, "text"],
    ["notas", "text/plain; charset=utf-8", "text"],
    ["pagina.html", "text/html", "other"],
    ["decreto.pdf", "application/pdf", "other"],
    ["a.exe", undefined, "other"],
    ["sin-nombre", undefined, "other"],
  ])("%s sent as %s is %s", (filename, type, kind) => {
    const named = type === undefined ? { filename } : { filename, content_type: type };
    expect(fileKind(named)).toBe(kind);
  });

  it("is hidden by its name or its flag", () => {
    expect(isSpoilerFile({ filename: "SPOILER_a.png" })).toBe(true);
    expect(isSpoilerFile({ filename: "a.png", flags: 8 })).toBe(true);
    expect(isSpoilerFile({ filename: "a.png" })).toBe(false);
  });

  it.each([
    [0, "0 bytes"],
    [1023, "1,023 bytes"],
    [1024, "1 KB"],
    [48_210, "47.1 KB"],
    [1024 * 1024 - 1, "1,024 KB"],
    [10 * 1024 * 1024, "10 MB"],
  ])("of %i bytes is told as %s", (bytes, told) => {
    expect(fileSize(bytes, "en-US")).toBe(told);
  });

  it("shows its first lines and says how many more there are", () => {
    expect(firstLines("a\r\nb\nc\n", 2)).toEqual({ shown: "a\nb", more: 1 });
    expect(firstLines("a\n", 2)).toEqual({ shown: "a", more: 0 });
    expect(firstLines("", 2)).toEqual({ shown: "", more: 0 });
  });
});

describe("an emoji", () => {
  const folder = dirname(require.resolve("@discordapp/twemoji/package.json"));
  const graphics = new Set(readdirSync(join(folder, "dist", "svg")));

  it.each("⚪ ❔ 🔴 ⏰ ⚠️ ⚠ 🛠️ ✅ 📣 1️⃣ #️⃣ 🇪🇨 👍🏽 👨‍👩‍👧 🏳️‍🌈 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ❤️ ♀️ 🕵🏽‍♀️".split(" "))("%s has a graphic", (emoji) => {
    expect(emojiParts(`a ${emoji}b`)).toEqual([
      { kind: "text", text: "a " },
      { kind: "emoji", text: emoji },
      { kind: "text", text: "b" },
    ]);
    expect([...graphics]).toContain(`${emojiCode(emoji)}.svg`);
  });

  it("is not seen in figures and signs", () => {
    expect(emojiParts("23:00-05:00 * # © 5")).toEqual([{ kind: "text", text: "23:00-05:00 * # © 5" }]);
    expect(emojiParts("")).toEqual([]);
  });
});
