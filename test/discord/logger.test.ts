import { describe, expect, it } from "vitest";
import { logger } from "../../src/logger.ts";

const TOKEN = ["MTIzNDU2Nzg5MDEyMzQ1Njc4", "GabcDE", "abcdefghijklmnopqrstuvwxyz0123456789AB"].join(".");

function kept(secrets: readonly string[] = []) {
  const lines: string[] = [];
  return { lines, log: logger("info", secrets, { write: (line) => void lines.push(line) }) };
}

describe("the log", () => {
  it("writes one JSON line with the fields, the text and the time", () => {
    const { lines, log } = kept();
    log.warn({ channelId: "1" }, "A post did not go through");
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({
      level: 40,
      channelId: "1",
      msg: "A post did not go through",
      time: expect.any(String),
    });
  });

  it("leaves out what is below its level", () => {
    const lines: string[] = [];
    logger("error", [], { write: (line) => void lines.push(line) }).info({}, "not shown");
    expect(lines).toEqual([]);
  });

  it("never shows a token, in whatever field, text or error it hides", () => {
    const { lines, log } = kept(["rehearsal-secret\n"]);
    log.error({ token: "abc", deep: { authorization: "Bot abc" } }, "x");
    log.error({ note: `it was ${TOKEN}`, err: new Error(`Bot ${TOKEN}`) }, `text ${TOKEN}`);
    log.error({ note: "rehearsal-secret\n" }, "x");
    log.error({ url: "http://127.0.0.1/api/v10/interactions/310000000000000001/aW50ZXJhY3Rpb24/callback" }, "x");
    log.error({ url: "/webhooks/310000000000000001/aW50ZXJhY3Rpb24" }, "x");
    const all = lines.join("");
    expect(all).not.toContain(TOKEN);
    expect(all).not.toContain('abc"');
    expect(all).not.toContain("Bot abc");
    expect(all).not.toContain("rehearsal-secret");
    expect(all).not.toContain("aW50ZXJhY3Rpb24");
    for (const line of lines) expect(() => void JSON.parse(line)).not.toThrow();
  });
});
