// What is typed behind "/": which command is meant, what each field holds, what is sent.
import { describe, expect, it } from "vitest";
import {
  commandChoices,
  fieldsFromText,
  firstFields,
  matchingChoices,
  readFields,
  shownLine,
  typedOut,
} from "../../rehearsal/page/client/command-line.ts";
import type { CommandChoice } from "../../rehearsal/page/client/command-line.ts";
import { wordsFor } from "../../rehearsal/page/client/words.ts";
import { commands, desk, snapshot } from "./snapshot.ts";

const choices = commandChoices(commands);
const words = wordsFor("es-419");

function choice(label: string): CommandChoice {
  const found = choices.find((known) => known.label === label);
  if (found === undefined) throw new Error(`no choice ${label}`);
  return found;
}

const curfew = choice("/toque-de-queda");
const subscribe = choice("/alertas suscribir");

describe("finding a command", () => {
  it("never offers a command bare that has subcommands", () => {
    expect(choices.map((known) => known.label)).toEqual(["/toque-de-queda", "/alertas suscribir", "/alertas motivo"]);
  });

  it.each(["/toque", "/CURF", "/queda"])("%s finds the curfew, in either language, by beginning or middle", (typed) => {
    expect(matchingChoices(choices, typed)[0]).toBe(curfew);
  });

  it("takes a name typed out in full, in either language, with what stands behind it", () => {
    expect(typedOut(choices, "/curfew Guayas")).toEqual({ choice: curfew, rest: "Guayas" });
    expect(typedOut(choices, "/Alertas Suscribir ")?.choice).toBe(subscribe);
    expect(typedOut(choices, "/alerts")).toBeUndefined();
  });
});

describe("filling the fields", () => {
  it("puts bare text into the first option and named text into its own, in either language", () => {
    const fields = fieldsFromText(curfew, "Guayas, Los Ríos cuando: mañana at: 23:00");
    expect(fields.map((field) => [field.option.plainName, field.text])).toEqual([
      ["place", "Guayas, Los Ríos"],
      ["at", "mañana 23:00"],
    ]);
  });

  it("keeps a colon that names no option", () => {
    expect(fieldsFromText(curfew, "hora: dos")[0]?.text).toBe("hora: dos");
  });

  it("shows only required options at once where there are many", () => {
    const many = { ...subscribe, options: [1, 2, 3].flatMap(() => subscribe.options) };
    expect(firstFields(many).every((field) => field.option.required)).toBe(true);
    expect(firstFields(subscribe)).toHaveLength(2);
  });
});

describe("reading the fields", () => {
  const fill = (channel: string, leads: string) => {
    const fields = firstFields(subscribe);
    for (const [at, text] of [channel, leads].entries()) {
      const field = fields[at];
      if (field !== undefined) field.text = text;
    }
    return fields;
  };

  it("sends ids for channels, numbers for numbers, and leaves out what is empty", () => {
    expect(readFields(fill("redaccion", "60"), snapshot(), words)).toEqual({ channel: desk, leads: 60 });
    expect(readFields(fill("#Redacción", ""), snapshot(), words)).toEqual({ channel: desk });
  });

  it.each([
    ["", "", words.fillThis, undefined],
    ["#nada", "60", words.pickOne, undefined],
    ["#alertas", "1.5", undefined, words.wholeNumber],
    ["#alertas", "900", undefined, words.between("0", "720")],
  ])("refuses channel %j with leads %j and says at which field", (channel, leads, first, second) => {
    const fields = fill(channel, leads);
    expect(readFields(fields, snapshot(), words)).toBeUndefined();
    expect(fields.map((field) => field.error)).toEqual([first, second]);
  });

  it("prefers the value of a picked suggestion, and shows the line as it was typed", () => {
    const fields = fieldsFromText(curfew, "Guayas");
    for (const field of fields) if (field.option.plainName === "place") field.value = "EC-G";
    expect(readFields(fields, snapshot(), words)).toEqual({ place: "EC-G" });
    expect(shownLine(curfew, fields)).toBe("/toque-de-queda lugar: Guayas");
  });
});
