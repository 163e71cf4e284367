// What a phone shows of a message: only its text, cut, and nothing at all of what notifies nobody.
import { describe, expect, it } from "vitest";
import { cutLine, lightsUp, lockText, standIn } from "../../rehearsal/page/client/lock-screen.ts";
import { ana, luis, message, shown } from "./snapshot.ts";

const names = {
  user: () => "Ana",
  role: () => "@choferes",
  channel: () => "alertas",
  place: () => "Guía",
};
const id = "12345678901234567";

describe("a message's text on a lock screen", () => {
  it.each([
    ["**TOQUE** *ya* __u__ ~~s~~ `c`", "TOQUE ya u s c"],
    ["# Título\ntexto", "Título texto"],
    ["-# letra chica", "letra chica"],
    ["a\nb\n\nc", "a b c"],
    ["- a\n- b\n  - c", "• a • b • c"],
    ["2. a\n3. b", "2. a 3. b"],
    ["> cita\nfuera", "cita fuera"],
    [">>> cita\ntoda", "cita toda"],
    ["```js\nx = 1\n```", "x = 1"],
    [`<@${id}> <@&${id}> <#${id}>`, "@Ana @choferes #alertas"],
    ["@everyone @here", "@everyone @here"],
    [`</alertas lista:${id}> <id:guide>`, "/alertas lista Guía"],
    ["desde <t:1774065600> y <t:1774065600:R>", "desde <t:1774065600> y <t:1774065600:R>"],
    ["[el tablero](https://e.org/t)", "el tablero"],
    ["https://e.org/t", "https://e.org/t"],
    ["||M 5.8||", "█████"],
    ["||👨‍👩‍👧||", "█"],
    [`<:puerto:${id}> 🔴`, ":puerto: 🔴"],
    ["\\*a\\*", "*a*"],
    ["", ""],
  ])("of %j is %j", (content, expected) => {
    expect(lockText(content, names)).toBe(expected);
  });

  it("is cut after 40 and after 80 characters as people count them", () => {
    const flag = "🇪🇨";
    const cut = cutLine(`${flag.repeat(40)}${"b".repeat(40)}${"c".repeat(3)}`);
    expect(cut).toEqual({ first: flag.repeat(40), second: "b".repeat(40), beyond: "ccc", lost: 3 });
    expect(cutLine("corto")).toEqual({ first: "corto", second: "", beyond: "", lost: 0 });
    expect(cutLine("x".repeat(80)).lost).toBe(0);
  });
});

describe("a phone", () => {
  it("stays dark for private answers, for a bot that thinks, for system lines and for one's own words", () => {
    const kept = message("a");
    expect(lightsUp(shown(kept), ana)).toBe(true);
    expect(lightsUp(shown(kept, { silent: true }), ana)).toBe(true);
    expect(lightsUp(shown(kept, { ephemeralFor: ana }), ana)).toBe(false);
    expect(lightsUp(shown(message("", { flags: 1 << 7 })), ana)).toBe(false);
    expect(lightsUp(shown(message("", { type: 6 })), ana)).toBe(false);
    expect(lightsUp(shown(message("a", { author: { ...kept.author, id: luis } })), luis)).toBe(false);
    expect(lightsUp(shown(message("a", { type: 19 })), ana)).toBe(true);
  });

  it("tells of a file before an embed where there is no text", () => {
    const file = { id: "1", filename: "a.csv", size: 1, url: "/a", proxy_url: "/a" };
    expect(standIn(shown(message("", { embeds: [{}], attachments: [file] })))).toBe("file");
    expect(standIn(shown(message("", { embeds: [{}] })))).toBe("embed");
    expect(standIn(shown(message("")))).toBe("other");
  });
});
