import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { texts } from "../../../src/text/index.ts";
import { LANGUAGES } from "../../../src/domain/text.ts";
import { Source } from "../../../src/domain/source.ts";
import { type LinkFault, linksIn, readLink } from "../../../src/text/typed/link.ts";

describe("a link that was typed or pasted", () => {
  it.each([
    ["https://apnews.com/article/123", "https://apnews.com/article/123", "apnews.com"],
    ["  <https://apnews.com/a?b=1&c=2#d>\n", "https://apnews.com/a?b=1&c=2#d", "apnews.com"],
    ["HTTPS://AP.org", "https://ap.org/", "ap.org"],
    ["https://apnews.com/article/123.", "https://apnews.com/article/123", "apnews.com"],
    ["https://apnews.com/article/123).", "https://apnews.com/article/123", "apnews.com"],
    [
      "https://es.wikipedia.org/wiki/Guayas_(provincia)",
      "https://es.wikipedia.org/wiki/Guayas_(provincia)",
      "es.wikipedia.org",
    ],
    ["https://www.eluniverso.com/ñ", "https://www.eluniverso.com/%C3%B1", "www.eluniverso.com"],
    ["https://ministerio.gob.ec:8443/x", "https://ministerio.gob.ec:8443/x", "ministerio.gob.ec"],
    ["https://аpnews.com/1", "https://xn--pnews-3ve.com/1", "xn--pnews-3ve.com"],
    ["https://пример.рф/", "https://xn--e1afmkfd.xn--p1ai/", "xn--e1afmkfd.xn--p1ai"],
    ["https://apnews.com./1", "https://apnews.com/1", "apnews.com"],
    ["\u200bhttps://apnews.com/1\u200e", "https://apnews.com/1", "apnews.com"],
    [
      "https://web.archive.org/web/2026/https://apnews.com/1",
      "https://web.archive.org/web/2026/https://apnews.com/1",
      "web.archive.org",
    ],
    ["https://cdn.discordapp.com/emojis/1.png", "https://cdn.discordapp.com/emojis/1.png", "cdn.discordapp.com"],
  ])("%j is read", (typed, url, host) => expect(readLink(typed)).toEqual({ is: "link", url, host }));

  const no: [string, LinkFault][] = [
    ["", "empty"],
    [" \u200b ", "empty"],
    ["<>", "empty"],
    ["apnews.com/article/123", "no-address"],
    ["AP says so", "no-address"],
    ["ftp://apnews.com", "no-address"],
    ["javascript:alert(1)", "no-address"],
    ["https:apnews.com", "no-address"],
    ["https://", "no-address"],
    ["https://a..com", "not-public"],
    ["http://apnews.com/1", "not-https"],
    ["https://me:word@apnews.com/1", "user"],
    ["https://apnews.com@evil.example/1", "user"],
    ["https://:word@apnews.com/1", "user"],
    ["https://localhost/1", "not-public"],
    ["https://printer/1", "not-public"],
    ["https://nas.local/1", "not-public"],
    ["https://wiki.corp.internal", "not-public"],
    ["https://127.0.0.1/1", "not-public"],
    ["https://0x7f.1/", "not-public"],
    ["https://2130706433/", "not-public"],
    ["https://[::1]/", "not-public"],
    ["https://[::ffff:10.0.0.1]/", "not-public"],
    ["https://127.0.0.1./", "not-public"],
    ["https://localhost./", "not-public"],
    ["https://apnews.com/a b", "signs"],
    ["https://apnews.com/a\u202eb", "signs"],
    ["https://apnews.com\\@evil.example", "signs"],
    ["https://apnews.com/\ud800a", "signs"],
    ["https://apnews.com/a\nhttps://b.com", "signs"],
    [`https://apnews.com/${"a".repeat(1000)}`, "too-long"],
    [`https://apnews.com/${"ñ".repeat(400)}`, "too-long"],
    ["https://cdn.discordapp.com/attachments/1/2/a.png?ex=1&is=2&hm=3", "expires"],
    ["https://media.discordapp.net/ephemeral-attachments/1/2/a.png", "expires"],
    ["https://images-ext-1.discordapp.net/external/x", "expires"],
  ];
  it.each(no)("%j is none", (typed, why) => expect(readLink(typed)).toEqual({ is: "no", why }));

  it("is told what to do instead, in both languages, for every reason there is", () => {
    for (const language of LANGUAGES)
      for (const [, why] of no) expect(texts(language).typed.link[why]).toContain("https://");
  });

  it("can always stand as a source, is itself read again as it is, and has a host that a browser would ask", () => {
    const typed = fc.oneof(
      fc.webUrl({ validSchemes: ["https"], withFragments: true, withQueryParameters: true }),
      fc.string({ unit: "binary" }).map((path) => `https://a.example/${path}`),
      fc.string({ unit: "grapheme" }).map((host) => `https://${host}.com/`),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const read = readLink(text);
        if (read.is === "no") return;
        expect(Source.safeParse({ publisher: "x", url: read.url }).success).toBe(true);
        expect(read.url).toMatch(/^https:\/\/[\x21-\x7e]+$/);
        expect(new URL(read.url).hostname).toBe(read.host);
        expect(readLink(read.url)).toEqual(read);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("links in a pasted text", () => {
  it("are found in order, each once, whatever stands around them", () =>
    expect(
      linksIn(
        "AP (https://apnews.com/1), see <https://b.example/2>; **https://c.example/3** [x](https://d.example/4).\n" +
          "“https://e.example/5” https://apnews.com/1 http://f.example https://localhost/ https://g.example/6,https://h.example/7",
      ).map(({ url }) => url),
    ).toEqual([
      "https://apnews.com/1",
      "https://b.example/2",
      "https://c.example/3",
      "https://d.example/4",
      "https://e.example/5",
      "https://g.example/6",
      "https://h.example/7",
    ]));

  it("are none in a text without", () => expect(linksIn("nothing here: https:// nor there")).toEqual([]));
});
