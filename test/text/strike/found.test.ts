// What is read out of a message without guessing: this strike's figure and no total, one region or none, the day it was posted unless more is said.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { announcerIn, announcerNamed, announcerOf } from "../../../src/text/strike/announcer.ts";
import { killedIn, languageIn, regionIn, toldIn } from "../../../src/text/strike/found.ts";

const POSTED = "2026-03-17";
const SOUTHCOM =
  "On March 16, at the direction of Secretary Hegseth, Joint Task Force Southern Spear struck a vessel in the Eastern Pacific, U.S. Southern Command said. Three male narco-terrorists were killed during this action.";
const figure = (text: string) => {
  const found = killedIn(text);
  return (
    found &&
    `${found.amount.atLeast ? ">=" : ""}${found.amount.low}${found.amount.high === undefined || found.amount.high === found.amount.low ? "" : `-${found.amount.high}`} “${found.wording}”`
  );
};

describe("killed in a text", () => {
  it.each([
    [SOUTHCOM, "3 “Three male narco-terrorists were killed”"],
    ["A strike killed at least 3 people.", ">=3 “killed at least 3 people”"],
    ["The strike, killing all 4 on board", "4 “killing all 4”"],
    ["2 to 3 people dead", "2-3 “2 to 3 people dead”"],
    ["Hubo 3 muertos en el Caribe", "3 “3 muertos”"],
    ["El ataque dejó al menos cuatro muertos", ">=4 “al menos cuatro muertos”"],
    ["Murieron SEIS personas", "6 “Murieron SEIS personas”"],
    ["SOUTHCOM: 3 killed. The total is now at least 157 killed.", "3 “3 killed”"],
  ])("reads %s", (text, words) => expect(figure(text)).toBe(words));

  it.each([
    "At least 157 people have been killed since September",
    "Strike in the Caribbean",
    "3 killed, says SOUTHCOM; 4 dead, says AP",
    "SOUTHCOM killed 2 boats",
    "dejó 3 heridos",
    "13,400 dead fish",
    "El total suma 160 muertos",
    "killed in 2 strikes",
  ])("reads nothing from “%s”", (text) => expect(killedIn(text)).toBeUndefined());
});

describe("region, day and language of a text", () => {
  it("reads a region that is named alone", () => {
    expect(regionIn(SOUTHCOM)).toBe("eastern-pacific");
    expect(regionIn("en el Pacífico oriental")).toBe("eastern-pacific");
    expect(regionIn("al sur del Caribe")).toBe("caribbean");
    expect(regionIn("strikes in the Caribbean and the eastern Pacific")).toBeUndefined();
    expect(regionIn("US Pacific Fleet")).toBeUndefined();
  });

  it("takes the day it was posted as the report's, unless the text says when it was announced or what day the strike was", () => {
    expect(toldIn("3 killed in the Caribbean", POSTED)).toEqual({ date: POSTED, dateBasis: "reported" });
    expect(toldIn("SOUTHCOM announced a strike", POSTED)).toEqual({ date: POSTED, dateBasis: "reported" });
    expect(toldIn("SOUTHCOM announced on Monday a strike", POSTED)).toEqual({
      date: "2026-03-16",
      dateBasis: "announcement",
    });
    expect(toldIn("El Pentágono anunció ayer un ataque", POSTED)).toEqual({
      date: "2026-03-16",
      dateBasis: "announcement",
    });
    expect(toldIn("Announced on 18 March: a strike", POSTED)).toEqual({ date: POSTED, dateBasis: "reported" });
    expect(toldIn(SOUTHCOM, POSTED)).toEqual({ date: "2026-03-16", dateBasis: "strike", reportedOn: POSTED });
    expect(toldIn("Announced on 15 March of a strike on 14 March", POSTED)).toEqual({
      date: POSTED,
      dateBasis: "reported",
    });
  });

  it("tells the language by common words, and says nothing where they do not tell", () => {
    expect(languageIn(SOUTHCOM)).toBe("en");
    expect(languageIn("Hubo tres muertos en el Caribe")).toBe("es");
    expect(languageIn("SOUTHCOM 3")).toBeUndefined();
  });

  it("never throws, whatever the text", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary", maxLength: 400 }),
          fc
            .array(
              fc.constantFrom(...SOUTHCOM.split(" "), "announced", "today", "killed", "3", "dejó", "https://x.org/a"),
              { maxLength: 40 },
            )
            .map((all) => all.join(" ")),
        ),
        (text) => {
          killedIn(text);
          regionIn(text);
          announcerIn(text);
          languageIn(text);
          expect(toldIn(text, POSTED).date <= POSTED).toBe(true);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe("who announced it", () => {
  it.each([
    ["SOUTHCOM: 3 killed", "SOUTHCOM"],
    [SOUTHCOM, "SOUTHCOM"],
    ["At the direction of President Trump, a strike was conducted, Hegseth wrote on X", "Pete Hegseth"],
    ["The US military killed 3 people in a boat, the Pentagon said", "Pentagon"],
    ["Trump: we struck a boat", "Donald Trump"],
    ["Según el Comando Sur hubo 3 muertos", "SOUTHCOM"],
    ["A strike, announced by the White House", "the White House"],
  ])("is found in “%s”", (text, name) => expect(announcerIn(text)?.en).toBe(name));

  it.each([
    "3 killed",
    "The Trump administration is criticised for strikes",
    "SOUTHCOM said 3; the Pentagon said 4",
    "strikes ordered by Trump",
  ])("is not guessed in “%s”", (text) => expect(announcerIn(text)).toBeUndefined());

  it("is told by its own site, and known by its name in either language", () => {
    expect(announcerOf("www.southcom.mil")?.en).toBe("SOUTHCOM");
    expect(announcerOf("notsouthcom.mil")).toBeUndefined();
    expect(announcerNamed("Pentágono")).toEqual({ en: "Pentagon", es: "Pentágono" });
    expect(announcerNamed("AP")).toBeUndefined();
  });
});
