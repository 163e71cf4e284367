// What the player makes of a line, a record and a sight, without a bot.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { editRecord } from "../../rehearsal/scenarios/data-copy.ts";
import { missing } from "../../rehearsal/scenarios/sights.ts";
import { typedLine } from "../../rehearsal/scenarios/typed-line.ts";

describe("a typed line", () => {
  it.each([
    ["/curfew", { name: "curfew", options: {} }],
    [
      "/curfew place:santo domingo at:20 Mar 23:30",
      { name: "curfew", options: { place: "santo domingo", at: "20 Mar 23:30" } },
    ],
    ["/alertas suscribir canal:#alertas", { name: "alertas", subcommand: "suscribir", options: { canal: "#alertas" } }],
    [
      "/registrar ataque región:caribbean mínimo-muertos:2 enlace:https://example.org/a",
      {
        name: "registrar",
        subcommand: "ataque",
        options: { región: "caribbean", "mínimo-muertos": "2", enlace: "https://example.org/a" },
      },
    ],
  ])("%s is taken apart", (line, parts) => expect(typedLine(line)).toEqual(parts));

  it("that is no command is refused", () => {
    expect(() => typedLine("curfew place:guayas")).toThrow("begins with a slash");
  });
});

describe("a sight", () => {
  const came = (texts: string[]) => ({ inChannel: () => texts, toReader: () => [] });
  const sees = { sees: [{ in: "alertas", parts: ["CURFEW", "Guayas"] }] };

  it.each([
    [[], 1],
    [["CURFEW in Guayas"], 0],
    [["CURFEW", "Guayas"], 1],
    [["CURFEW in Guayas", "CURFEW in Guayas"], 1],
  ])("of one message, with %j, misses %i", (texts, misses) => {
    expect(missing(sees, came(texts))).toHaveLength(misses);
  });

  it("says in both languages what is missing, and what should not be there", () => {
    expect(missing({ ...sees, never: [{ in: "alertas", parts: ["late"] }] }, came(["late", "late"]))).toEqual([
      {
        en: "In #alertas: “CURFEW” + “Guayas” should be there once, it is there 0 times.",
        es: "En #alertas: “CURFEW” + “Guayas” debería estar una vez y está 0 veces.",
      },
      {
        en: "In #alertas: “late” should not be there, it is there 2 times.",
        es: "En #alertas: “late” no debería estar y está 2 veces.",
      },
    ]);
  });
});

describe("a record of the data set", () => {
  it("is edited in its file and nowhere else, keys can be taken away, and an unknown one is refused", async () => {
    const dir = await mkdtemp(join(tmpdir(), "vigia-edit-"));
    const path = join(dir, "x.json");
    try {
      await writeFile(
        path,
        JSON.stringify({
          knownFrom: "2020",
          list: [
            { id: "a", n: 1, m: 2 },
            { id: "b", n: 3 },
          ],
          other: [],
        }),
      );
      await editRecord(dir, "x.json", "a", { n: 9, m: null });
      expect(JSON.parse(await readFile(path, "utf8"))).toEqual({
        knownFrom: "2020",
        list: [
          { id: "a", n: 9 },
          { id: "b", n: 3 },
        ],
        other: [],
      });
      await expect(editRecord(dir, "x.json", "c", {})).rejects.toThrow('x.json has no record "c".');
    } finally {
      await rm(dir, { recursive: true });
    }
  });
});
