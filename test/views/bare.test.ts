// Text to paste: what our own markup leaves behind, and that nothing of it is lost.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bare, pages } from "../../src/views/bare.ts";
import { escape, masked } from "../../src/views/escape.ts";

describe("bare text", () => {
  it("brings back the words that were made harmless, one line of them", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\w \\*_~`|[\]().#+>/-]*$/), (words) => {
        fc.pre(!/\\[\\*_~`|[\]<>#+.):/-]/.test(words));
        expect(bare(escape(words))).toBe(words.replaceAll(/\s+/g, " ").trim());
      }),
    );
    expect(bare(escape("@everyone at 3. [link](https://a.org) *x*"))).toBe("@everyone at 3. [link](https://a.org) *x*");
  });

  it("keeps the words of a link and drops its address, our stars and strikes", () => {
    expect(bare(`• ${masked("AP [via] KSAT", "https://a.org/(1)")}, **8 Mar** ~~Tue 31~~`)).toBe(
      "• AP [via] KSAT, 8 Mar Tue 31",
    );
  });

  it("leaves nothing that only Discord understands", () => {
    expect(bare("<@123> <#123> </curfew:1> <a:b:1> 3 < 4")).toBe("‹@123> ‹#123> ‹/curfew:1> ‹a:b:1> 3 < 4");
    expect(() => bare("until <t:1774065600:f>")).toThrow(/timestamp/);
  });

  it("is split between lines, and within a line at a space only where it must", () => {
    const lines = Array.from({ length: 30 }, (_, i) => `${i} ${"x".repeat(150)}`);
    const all = pages(lines);
    expect(all.length).toBe(3);
    expect(all.join("\n")).toBe(lines.join("\n"));
    expect(pages(["word ".repeat(900).trim()]).every((one) => one.length <= 2000)).toBe(true);
    expect(pages([])).toEqual([]);
  });
});
