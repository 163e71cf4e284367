// The forms of /record about curfews over a real store: what is read, what the card says before anything is recorded, who has to confirm it, and what stands in
// the log afterwards.
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { recordCurfew } from "../../commands/record/curfew.ts";
import { recordNow } from "../../commands/record/flow.ts";
import { curfewChangeForm } from "../../commands/record/forms/curfew-change.ts";
import { curfewForm as newForm } from "../../commands/record/forms/curfew.ts";
import { questionChanged } from "../../commands/record/check.ts";
import { Refusal } from "../../src/command.ts";
import type { Area } from "../../src/domain/area.ts";
import { Curfew } from "../../src/domain/curfew.ts";
import type { Language } from "../../src/domain/text.ts";
import { checkModal } from "../../src/discord/modal-limits.ts";
import { readAreas, readCurfews } from "../data/files.ts";
import { englishIn, mustFit, wordsOf } from "../views/reading.ts";
import { card, DECREE, first, linesOf, team, type Typed } from "./curfew-scene.ts";

const AT = "2026-03-15T20:00";
let places: readonly Area[] = [];
beforeAll(() => void (places = readAreas().areas));
const newTeam = (at = AT) => team(at, "2026-04-30T00:00", places);
const NEWS: Typed = { reason: "Decreto 901: fewer incidents", link: "https://www.primicias.ec/901" };

describe("/record curfew", () => {
  it("fills in the places, without hours that nobody gave, and fits Discord's limits in both languages", async () => {
    const t = await newTeam();
    for (const language of ["en", "es"] as const) {
      const by = t.context("Ana", language);
      const modal = await t.opened(await recordCurfew({ place: "Guayas, Los Ríos" }, by), by);
      checkModal(modal);
      expect(modal.fields.map(({ key }) => key)).toEqual(["decree", "nights", "rules", "who", "links"]);
      expect(modal.fields.find(({ key }) => key === "rules")).toMatchObject({
        value: expect.stringMatching(/^\?\?-\?\? .*Guayas.*, .*Los Ríos/),
      });
      const told = await t.fill(modal, { ...DECREE, rules: "" }, by);
      expect(first(told)).toMatch(language === "en" ? /^Hours and places are missing/ : /^Faltan las horas/);
      const blank = await t.fill(
        modal,
        { decree: DECREE["decree"] ?? "", nights: "tonight", links: DECREE["links"] ?? "" },
        by,
      );
      expect(first(blank)).toMatch(
        language === "en" ? /hours are missing or not clear/ : /faltan las horas o no están claras/,
      );
    }
  });

  it("asks which one is meant where two places bear the name, and never guesses", async () => {
    const t = await newTeam();
    await expect(async () => recordCurfew({ place: "Bolívar" }, t.context())).rejects.toThrow(
      /“Bolívar” can be Bolívar \(province.*Bolívar \(canton, Carchi\)/,
    );
    await expect(async () => recordCurfew({ place: "Guayaz" }, t.context())).rejects.toThrow(Refusal);
    const told = await t.declare({ ...DECREE, rules: "23:00-05:00 Guayas, Loja" });
    expect(first(told)).toMatch(
      /^The line “23:00-05:00 Guayas, Loja” cannot be read: “Loja” can be Loja \(province.*; Loja \(canton/,
    );
    expect(t.store.after(0).some(({ kind }) => kind === "curfew.declared")).toBe(false);
  });

  it("shows the notice word for word, who hears it and what stays not known; recorded, the channel reads just that", async () => {
    const t = await newTeam();
    await t.subscribe("1", { areas: ["EC-G"] });
    await t.subscribe("2", { areas: ["EC-P"] });
    const told = await t.declare({ ...DECREE, who: "health staff; police\nnot: logistics" });
    await mustFit(card(told));
    const [note, preview] = first(told).split("\n");
    expect(note).toBe("Not recorded yet. This is what readers will get:");
    const lines = linesOf(told);
    expect(lines).toContain("Places as read, province: Guayas");
    expect(lines).toContain("It is told at once in 1 channel that follows these places.");
    expect(lines).toContain("It does not say that there are no other curfews");
    expect(lines).toContain("Declared on 15 Mar 2026");
    expect(first(await t.confirm(told))).toBe(
      "Recorded: Decreto 900 (15 Mar - 30 Mar). It is told at once in 1 channel that follows these places.",
    );
    expect([t.shown("1").map(({ text }) => text), t.shown("2")]).toEqual([[preview], []]);
    expect(t.head()).toMatchObject({
      kind: "curfew.declared",
      recorder: "id-of-Ana",
      content: {
        decree: "Decreto 900",
        authority: { en: "the president" },
        title: { en: "Curfew in Guayas", es: "Toque de queda en Guayas" },
        exempt: [{ en: "health staff" }, { en: "police" }],
        notExempt: [{ en: "logistics" }],
        confidence: "medium",
        sources: [{ publisher: "primicias.ec", url: DECREE["links"], date: "2026-03-15" }],
      },
    });
    // Pressed twice, it is recorded once.
    expect(first(await t.confirm(told))).toMatch(/^Recorded already; nothing was written twice/);
    expect(t.store.versions("curfew", t.only())).toHaveLength(1);
  });

  it("says it in Spanish without a word of English", async () => {
    const t = await newTeam();
    const by = t.context("Ana", "es");
    const told = await t.declare(
      {
        ...DECREE,
        decree: "Decreto 900, la Presidencia",
        nights: "desde esta noche hasta nuevo aviso",
        rules: "de 23h00 a 05h00 Guayas y otros",
      },
      by,
    );
    const words = wordsOf(card(told));
    expect(words).toContain(
      "Las noches posteriores a la que empieza el domingo 15 -> lunes 16 mar. se dan como NO SE SABE",
    );
    expect(words).toContain("todo lugar del país que no está nombrado se da como NO SE SABE");
    expect(englishIn(words, t.store.known())).toEqual([]);
  });

  it("until further notice confirms tonight and no later night", async () => {
    const t = await newTeam();
    await t.confirm(await t.declare({ ...DECREE, nights: "from tonight until further notice" }));
    expect(t.head()?.content).toMatchObject({ firstNight: "2026-03-15", lastConfirmed: "2026-03-15" });
    expect(t.head()?.content).not.toHaveProperty("lastNight");
  });

  it("takes an authority's own page for official, one of several links, and no look-alike", async () => {
    const t = await newTeam();
    const links = (link: string) => ({ ...DECREE, links: `https://www.primicias.ec/1\n${link}` });
    expect(linesOf(await t.declare(links("https://minka.presidencia.gob.ec/900.pdf")))).toContain(
      "minka.presidencia.gob.ec is an authority's own site",
    );
    expect(linesOf(await t.declare(links("https://presidencia.gob.ec.evil.com/900.pdf")))).not.toContain(
      "authority's own",
    );
    expect(first(await t.declare(links("http://presidencia.gob.ec/900.pdf")))).toMatch(
      /^That link starts with http:\/\//,
    );
  });

  it("notices that the decree is recorded already, and opens its change instead", async () => {
    const t = await newTeam();
    await t.confirm(await t.declare(DECREE));
    const again = await t.declare({
      ...DECREE,
      decree: "Decreto Ejecutivo 900, Presidency",
      rules: "22:00-05:00 Los Ríos",
    });
    expect(first(again)).toMatch(/^⚠️ This decree seems to be recorded already: Decreto 900 \(15 Mar - 30 Mar\)/);
    const modal = await t.fresh(again);
    expect(modal.title).toBe("The authority changed it");
    expect(modal.fields.find(({ key }) => key === "rules")).toMatchObject({ value: "23:00-05:00 Guayas" });
    const other = await t.declare({ ...DECREE, decree: "Decreto 77, Presidency", rules: "22:00-04:00 Durán" });
    expect(first(other)).toMatch(/^⚠️ Recorded for some of these places and nights already: Decreto 900/);
    const elsewhere = await t.declare({ ...DECREE, decree: "Decreto 77, Presidency", rules: "22:00-04:00 Quito" });
    expect(first(elsewhere)).not.toMatch(/⚠️ (Recorded for|This decree)/);
  });

  it.each([
    ["nights", "soon", /^“soon” are no nights that I can read/],
    ["nights", "30 Mar - 15 Mar", /^The last night lies before the first one/],
    ["decree", "   ", /^Who declares it is missing/],
    ["links", "no link", /^That is no link that I can read/],
    ["links", "", /^A link is missing/],
    ["rules", "23:00-05:00 Guayas, Lima", /different countries|no place is called/],
    ["rules", "23:00-05:00 Guayas except Quito", /^Quito.* is no part of Guayas/],
    ["decree", "x".repeat(201), /201 characters/],
  ])("refuses what it cannot take, by name: %s %s", async (key, value, sentence) => {
    const t = await newTeam();
    const told = await t.declare({ ...DECREE, [key]: value });
    expect(first(told)).toMatch(sentence);
    // What was typed is not lost.
    expect((await t.edit(told)).fields.find((field) => field.key === key)).toMatchObject({ value });
    expect(t.store.after(0).some(({ kind }) => kind === "curfew.declared")).toBe(false);
  });

  it("is opened by “Something changed” below the question, with the question's places", async () => {
    const t = await newTeam();
    const args = ["coverage-ABCDEFGH12", String(t.now()), "es", "EC-G", "EC-R"];
    const modal = await t.opened(await questionChanged(args, t.context("Ana", "es")), t.context("Ana", "es"));
    expect(modal.title).toBe("Registrar un toque de queda");
    expect(modal.fields.find(({ key }) => key === "rules")).toMatchObject({
      value: expect.stringMatching(/Guayas.*Los Ríos/),
    });
  });
});

describe("a change of a curfew", () => {
  const declared = async (typed: Typed = {}) => {
    const t = await newTeam();
    await t.subscribe("1", { areas: ["EC-G"] });
    await t.confirm(await t.declare({ ...DECREE, ...typed }));
    return t;
  };

  it("that makes something stricter is recorded at once, and wears CHANGED with old -> new and who says so", async () => {
    const t = await declared();
    const told = await t.change({ ...NEWS, rules: "22:00-05:00 Guayas" });
    await mustFit(card(told));
    expect(linesOf(told)).toContain("It makes nothing less strict: one person is enough.");
    expect(first(await t.confirm(told))).toMatch(/^Recorded/);
    expect(t.asked).toEqual([]);
    expect(t.shown("1").at(-1)?.text).toMatch(
      /^⚠️ CHANGED: hours now 22:00-05:00 \(were 23:00-05:00\).*According to Decreto 901\./,
    );
    expect(t.head()).toMatchObject({
      kind: "curfew.changed",
      why: { is: "changed", by: { en: "Decreto 901", es: "Decreto 901" }, reason: { en: "fewer incidents" } },
      content: {
        amendments: [
          {
            date: "2026-03-15",
            instrument: { en: "Decreto 901" },
            effect: {
              en: "hours and places 22:00-05:00 Guayas (before: 23:00-05:00 Guayas)",
              es: "horas y lugares 22:00-05:00 Guayas (antes: 23:00-05:00 Guayas)",
            },
          },
        ],
      },
    });
  });

  it("that makes something less strict waits for a second person, whose notice says so, and changes nothing until then", async () => {
    const t = await declared();
    const told = await t.change({ ...NEWS, nights: "15 Mar - 25 Mar" });
    expect(linesOf(told)).toContain("a second person has to confirm it");
    expect(first(await t.confirm(told))).toMatch(/^It waits for a second person/);
    expect([t.store.versions("curfew", t.only()).length, t.shown("1").length]).toEqual([1, 1]);
    await t.second("Luis");
    expect(t.shown("1").at(-1)?.text).toMatch(
      /^⚠️ CHANGED: curfew now ends Thu 26 Mar 05:00 \(was Tue 31 Mar\): Guayas\. According to Decreto 901\./,
    );
    expect(t.head()).toMatchObject({ recorder: "id-of-Ana", why: { confirmedBy: "id-of-Luis" } });
  });

  it("that names an authority's own page needs one person, and the notice names the page", async () => {
    const t = await declared();
    const told = await t.change({ ...NEWS, nights: "15 Mar - 25 Mar", link: "https://www.presidencia.gob.ec/901" });
    expect(linesOf(told)).toContain("presidencia.gob.ec is an authority's own site: one person is enough.");
    expect(first(await t.confirm(told))).toMatch(/^Recorded/);
    expect(t.head()?.why).toMatchObject({ official: true, source: { url: "https://www.presidencia.gob.ec/901" } });
  });

  it.each([
    ["now", "curfew.lifted", { lifted: { from: "2026-03-16T01:00:00Z" } }],
    ["Durán: 16 Mar 22:00", "curfew.lifted", { lifted: { from: "2026-03-17T03:00:00Z", areas: ["EC-0907"] } }],
    ["court: 16 Mar 05:00", "curfew.annulled", { annulled: { from: "2026-03-16T10:00:00Z" } }],
    ["16 Mar 05:00 - 20 Mar 12:00", "curfew.lifted", { lifted: { until: "2026-03-20T17:00:00Z" } }],
  ])("that ends it, %s, is %s", async (ends, kind, content) => {
    const t = await declared();
    await t.confirm(await t.change({ ...NEWS, ends }));
    await t.second("Luis");
    expect(t.head()).toMatchObject({ kind, content });
    // Opened again, the ending is filled in and stays as it is.
    const modal = await t.opensChange(t.context());
    const again = await t.fill(modal, { ...NEWS, nights: "15 Mar - 31 Mar" }, t.context());
    await t.confirm(again);
    expect(t.head()).toMatchObject({ kind: "curfew.changed", content: { ...content, lastNight: "2026-03-31" } });
  });

  it("that takes an ending or a last night away leaves nothing of it", async () => {
    const t = await declared();
    await t.confirm(await t.change({ ...NEWS, ends: "16 Mar 05:00" }));
    await t.second("Luis");
    const cleared = await t.change(
      { ...NEWS, ends: "", nights: "15 Mar until further notice" },
      t.context(),
      "corrected",
    );
    await t.confirm(cleared);
    if (t.head()?.kind !== "curfew.changed") await t.second("Luis");
    expect(t.head()).toMatchObject({ kind: "curfew.changed", content: { lastConfirmed: "2026-03-15" } });
    for (const key of ["lifted", "annulled", "furtherEndings", "lastNight"])
      expect(t.head()?.content).not.toHaveProperty(key);
  });

  it("by a court, named as who says so, is struck down", async () => {
    const t = await declared();
    const told = await t.change({ ...NEWS, ends: "16 Mar 05:00", reason: "Corte Constitucional: no fue motivado" });
    expect(linesOf(told)).toContain("Recorded as struck down by a court from Mon 16 Mar 05:00");
    await t.confirm(told);
    await t.second("Luis");
    expect(t.head()?.kind).toBe("curfew.annulled");
  });

  it("of what we had wrong wears CORRECTED, with the reason, and is no amendment of the authority's", async () => {
    const t = await declared();
    const told = await t.change(
      { ...NEWS, rules: "22:00-05:00 Guayas", reason: "Primicias: we misread the hour" },
      t.context(),
      "corrected",
    );
    await t.confirm(told);
    expect(t.shown("1").at(-1)?.text).toMatch(
      /^⚠️ CORRECTED: hours now 22:00-05:00.*Reason: we misread the hour\. According to/,
    );
    expect(t.head()?.content).toMatchObject({ amendments: [] });
  });

  it("of what a source revised wears UPDATED", async () => {
    const t = await declared();
    await t.confirm(await t.change({ ...NEWS, rules: "22:00-05:00 Guayas" }, t.context(), "updated"));
    expect(t.shown("1").at(-1)?.text).toMatch(/^⚠️ UPDATED: hours now 22:00-05:00/);
  });

  it("keeps what the form does not speak of", async () => {
    const t = await declared({ who: "health staff\nnot: logistics" });
    await t.confirm(await t.change({ ...NEWS, rules: "22:00-05:00 Guayas" }));
    expect(t.head()?.content).toMatchObject({
      exempt: [{ en: "health staff" }],
      notExempt: [{ en: "logistics" }],
      sources: [{ url: DECREE["links"] }, { url: NEWS["link"] }],
    });
  });

  it("that changes nothing is refused, and one begun from an old version is shown what changed and overwrites nothing", async () => {
    const t = await declared();
    expect(first(await t.change(NEWS))).toMatch(/^Nothing is different from what is recorded/);
    const old = t.head()?.id ?? "";
    await t.confirm(await t.change({ ...NEWS, rules: "22:00-05:00 Guayas" }));
    const told = await t.fill(
      await t.opensChange(t.context("Luis"), "changed", old),
      { ...NEWS, rules: "21:00-05:00 Guayas" },
      t.context("Luis"),
    );
    expect(first(told)).toMatch(/⚠️ Somebody changed this curfew since you opened the form; nothing is overwritten/);
    await t.confirm(told, t.context("Luis"));
    expect(t.head()?.content).toMatchObject({ rules: [{ start: "22:00" }] });
    const modal = await t.fresh(told, t.context("Luis"));
    expect(modal.fields.find(({ key }) => key === "rules")).toMatchObject({ value: "22:00-05:00 Guayas" });
  });

  it("waiting for the second person while somebody else recorded writes nothing", async () => {
    const t = await declared();
    await t.confirm(await t.change({ ...NEWS, nights: "15 Mar - 25 Mar" }));
    const waiting = t.asked.at(-1);
    await t.confirm(await t.change({ ...NEWS, rules: "22:00-05:00 Guayas" }, t.context("Eva")), t.context("Eva"));
    if (waiting === undefined) throw new Error("nobody was asked");
    const told = await recordNow(
      curfewChangeForm,
      t.proposals.find(waiting.id) ?? waiting,
      t.context("Luis"),
      "id-of-Luis",
    );
    expect(first(told)).toMatch(/Somebody recorded in between|Somebody changed this curfew/);
    expect(t.head()?.content).toMatchObject({ lastNight: "2026-03-30", rules: [{ start: "22:00" }] });
  });
});

describe("every decree that ships", () => {
  it.each(["en", "es"] as const)(
    "opens in a form that fits, and filled in as it is changes nothing (%s)",
    async (language: Language) => {
      const t = await team("2026-03-20T12:00", false, places);
      for (const content of readCurfews().curfews.filter(({ country }) => country === "EC")) {
        await t.store.record([{ kind: "curfew.declared", subject: content.id, content }], "data");
        const by = t.context("Ana", language);
        const args = [content.id, t.store.head("curfew", content.id)?.id ?? "", "changed"];
        const fields = curfewChangeForm.fields({ args, typed: {} }, by);
        checkModal({ title: curfewChangeForm.title({ args, typed: {} }, by), action: { name: "x", args: [] }, fields });
        const typed = Object.fromEntries(
          fields.map((field) => [field.key, "value" in field ? (field.value ?? "") : ""]),
        );
        const filled = { ...typed, reason: "x: y", link: "https://example.org/x" };
        expect(() => curfewChangeForm.read({ args, typed: filled }, by)).toThrow(
          /^(Nothing is different|Nada es distinto)/,
        );
      }
    },
  );
});

describe("whatever is typed", () => {
  it("is read, or refused with a sentence: never a crash, never half a fact", async () => {
    const t = await newTeam();
    await t.confirm(await t.declare(DECREE));
    const args = [t.only(), t.head()?.id ?? "", "changed"];
    const parts = [
      "23:00-05:00",
      "Guayas",
      "20 Mar:",
      "none",
      "except",
      "Durán",
      "tonight",
      "court:",
      "now",
      " - ",
      "until further notice",
      "Bolívar",
      "(",
      ":",
      "\n",
      "24:00",
      "line 9",
      "https://x.ec",
      "\u202E",
      "@everyone",
    ];
    const text = fc.oneof(
      fc.array(fc.constantFrom(...parts), { maxLength: 8 }).map((list) => list.join(" ")),
      fc.string({ unit: "grapheme", maxLength: 40 }),
    );
    const by = t.context();
    fc.assert(
      fc.property(
        fc.record({
          decree: text,
          nights: text,
          rules: text,
          who: text,
          links: text,
          ends: text,
          reason: text,
          link: text,
        }),
        (typed) => {
          for (const [form, given] of [
            [
              "curfew",
              {
                args: ["curfew-ABCDEFGH12", "EC"],
                typed: { ...DECREE, ...pick(typed, ["rules", "nights", "who", "decree"]) },
              },
            ],
            [
              "curfew-change",
              { args, typed: { ...NEWS, nights: "15 Mar - 30 Mar", ...pick(typed, ["rules", "ends"]) } },
            ],
          ] as const) {
            try {
              const [draft] = form === "curfew" ? newForm.read(given, by) : curfewChangeForm.read(given, by);
              Curfew.parse(draft.content);
              const shown = (form === "curfew" ? newForm : curfewChangeForm).card([draft], given, by);
              expect(shown.lines.length).toBeGreaterThan(0);
            } catch (error) {
              if (!(error instanceof Refusal)) throw error;
              expect(error.message.length).toBeLessThan(1_900);
            }
          }
        },
      ),
      { numRuns: 1_000 },
    );
  }, 60_000);
});

const pick = (typed: Record<string, string>, keys: readonly string[]): Typed =>
  Object.fromEntries(keys.map((key) => [key, typed[key] ?? ""]));
