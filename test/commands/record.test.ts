// /record strike: who may, what is read, what the card shows, and that pressing twice or after a restart records once.
import { describe, expect, it } from "vitest";
import { record } from "../../commands/record/index.ts";
import type { Answer, Context } from "../../src/command.ts";
import type { Action } from "../../src/views/message.ts";
import { LANGUAGES, type Language } from "../../src/domain/text.ts";
import { FactStore } from "../../src/store/store.ts";
import { handClock, memoryEngine } from "../support.ts";
import { actionOf, allWords, englishIn, fieldOf, mustFit, press, refusal, run } from "../views/reading.ts";
import { type Asking, asking, shipped } from "../views/shipped.ts";

const NOW = "2026-03-17T22:00:00-04:00";
const FORM = {
  date: "today",
  region: "eastern-pacific",
  killed: "3",
  link: "https://www.apnews.com/article/boat-strike",
};
const known = shipped();
const then = {
  ...known,
  strikes: known.strikes.filter((one) => one.date <= "2026-03-17"),
  tallies: known.tallies.filter((one) => one.date <= "2026-03-17"),
};
const team = (given: Asking = {}) => asking({ now: NOW, mayRecord: true, known: then, ...given });
const type = (typed: Partial<typeof FORM>, given: Asking = {}) =>
  run(record, { ...FORM, ...typed }, team(given).context);
const first = (answer: Answer) => answer.messages[0]?.content;
const confirmOf = (card: Answer): Action => actionOf(card, "Confirm");

describe("the card of /record strike", () => {
  it("shows the notice as readers will get it, our count as it will be, and that it is announced", async () => {
    const card = await type({});
    expect(card.to).toBe("asker");
    expect(first(card)).toBe(
      "Not recorded yet. This is what readers will get:\nNEW · US strike on a vessel, eastern Pacific: 3 killed, says apnews.com. First reported Tue 17 Mar; day of the strike not stated.",
    );
    expect(fieldOf(card, "One source, unverified")).toBe(
      "• [apnews.com](https://www.apnews.com/article/boat-strike), undated",
    );
    expect(fieldOf(card, "Vigía's count")).toBe("46 strikes, 149 killed as announced, 160 with presumed dead");
    expect(fieldOf(card, "If you confirm")).toBe(
      "• It is announced in the channels that follow strikes.\n• It is recorded with low confidence; who announced it, the group and survivors as not stated.",
    );
  });

  it("speaks Spanish to who reads Spanish", async () => {
    const card = await type({ killed: "al menos 3", date: "hoy" }, { language: "es" });
    expect(first(card)).toBe(
      "Aún no está registrado. Esto es lo que se leerá:\nNUEVO · Ataque de EE. UU. a una embarcación, Pacífico oriental: al menos 3 muertos, según apnews.com. Primera noticia el martes 17 mar.; día del ataque no indicado.",
    );
    expect(englishIn(allWords(card), known)).toEqual([]);
  });

  it("says when it will not be announced", async () => {
    expect(fieldOf(await type({ date: "2026-03-13" }), "If you confirm")).toContain(
      "recorded and not announced: its day ended more than 72 hours ago.",
    );
  });

  it("points first of all at a record of the same day and region", async () => {
    expect(
      first(await type({ date: "8 March 2026" }))
        ?.split("\n", 1)
        .join(),
    ).toBe(
      "⚠️ A record of the same day and region exists: US strike on a vessel, eastern Pacific, 8 Mar 2026: 6 killed, says US Southern Command (SOUTHCOM). Confirm only if this is another strike.",
    );
    expect(first(await type({ date: "8 March 2026", region: "caribbean" }))).not.toContain("exists");
  });

  it.each([
    ["3", "3 killed, says"],
    ["0", "0 killed, says"],
    ["3-4", "3 to 4 killed, says"],
    ["3 a 4", "3 to 4 killed, says"],
    ["at least 3", "at least 3 killed, says"],
    ["3+", "at least 3 killed, says"],
    ["not stated", "number killed not stated."],
    ["No indicado", "number killed not stated."],
  ])("reads “%s”", async (killed, words) => expect(first(await type({ killed }))).toContain(words));

  it.each([
    [{ killed: "4-3" }, "is no figure that I can read"],
    [{ killed: "some" }, "is no figure that I can read"],
    [{ killed: "-3" }, "is no figure that I can read"],
    [{ date: "march" }, "one day"],
    [{ date: "31/02/2026" }, "is no date that I can read"],
    [{ date: "2026-03-18" }, "has not come yet"],
    [{ region: "atlantic" }, "pick a region"],
    [{ link: "http://apnews.com/1" }, "https://"],
    [{ link: "https://me:word@apnews.com/1" }, "https://"],
    [{ link: "https://me@apnews.com/1" }, "https://"],
    [{ link: "https://:word@apnews.com/1" }, "https://"],
    [{ link: "https://localhost/1" }, "https://"],
    [{ link: "https://127.0.0.1/1" }, "https://"],
    [{ link: "apnews" }, "https://"],
  ])("refuses %j with an example", async (typed, words) => expect(await refusal(() => type(typed))).toContain(words));

  it.each(LANGUAGES)("fits Discord's limits with the longest form (%s)", async (language) => {
    const link = `https://${"a".repeat(60)}.example.com/${"b/".repeat(450)}`;
    const card = await type({ killed: "1000-1001", date: "8 march 2026", link }, { language });
    for (const message of card.messages) await mustFit(message);
  });
});

describe("leave to record", () => {
  const elsewhere = asking({ now: NOW }).context;
  const confirm = { name: "record.confirm", args: [] };

  it("is asked for at the command and at every button", async () => {
    expect(await refusal(() => run(record, FORM, elsewhere))).toContain("Only members of the team");
    expect(await refusal(() => press(record, confirm, elsewhere))).toContain("Only members of the team");
    expect(await refusal(() => press(record, { name: "record.cancel", args: [] }, elsewhere))).toContain(
      "Only members",
    );
  });

  it("is not had outside the team's own server", async () => {
    const context: Context = { ...team().context, home: false };
    expect(await refusal(() => run(record, FORM, context))).toContain("Only members of the team");
  });

  it("is declared for Discord too", () => {
    expect(record).toMatchObject({ where: "home", needs: "record" });
  });
});

describe("Confirm", () => {
  it("records the strike with the link's site as its source and an opaque id as its recorder", async () => {
    const { context, written } = team();
    const done = await press(record, confirmOf(await run(record, FORM, context)), context);
    expect(done).toMatchObject({ to: "update" });
    expect(done.messages[0]?.rows).toBeUndefined();
    expect(first(done)).toBe(
      "Recorded: US strike on a vessel, eastern Pacific, 17 Mar 2026: 3 killed, says apnews.com. It is announced in the channels that follow strikes.",
    );
    const [one] = written;
    expect(one?.recorder).toMatch(/^[0-9a-f]{16}$/);
    expect(JSON.stringify(written)).not.toContain(context.user.id);
    expect(one?.drafts).toEqual([
      {
        kind: "strike.recorded",
        subject: expect.stringMatching(/^strike-[0-9A-Z]{10}$/),
        content: expect.objectContaining({
          target: "vessel",
          date: "2026-03-17",
          dateBasis: "reported",
          region: "eastern-pacific",
          announcedBy: { en: "not stated", es: "no indicado" },
          figures: [{ measure: "killed", low: 3, high: 3, atLeast: false, by: { en: "apnews.com", es: "apnews.com" } }],
          confidence: "low",
          sources: [{ publisher: "apnews.com", url: FORM.link }],
        }),
      },
    ]);
  });

  it("pressed twice, by two people and after a restart, records once", async () => {
    const engine = await memoryEngine();
    const { clock, set } = handClock(NOW);
    const open = async () => FactStore.open(engine.namespace("facts"), clock);
    const store = await open();
    const card = await type({});
    const by = (recording: FactStore, id: string, language: Language): Context => {
      const { context } = team({ language });
      return { ...context, recording, known: recording.known(), user: { ...context.user, id } };
    };
    const once = await press(record, confirmOf(card), by(store, "100000000000000003", "en"));
    expect(first(once)).toMatch(/^Recorded: /);
    set("2026-03-18T09:00:00-04:00");
    const again = await press(record, confirmOf(card), by(await open(), "100000000000000004", "es"));
    expect(first(again)).toMatch(/^Ya estaba registrado, no se escribió dos veces: /);
    expect((await open()).known().strikes).toHaveLength(1);
  });

  it("writes nothing over a record that was changed since", async () => {
    const { context } = team({ recorded: "stale" });
    expect(first(await press(record, confirmOf(await type({})), context))).toContain("Nothing was written");
  });

  it("checks the whole form again", async () => {
    const { context, written } = team();
    const good = confirmOf(await run(record, FORM, context)).args;
    const broken = good.map((_, i) => good.map((arg, j) => (i === j ? "x" : arg)));
    for (const args of [...broken, good.slice(1), [...good, ""], []])
      expect(await refusal(() => press(record, { name: "strike.confirm", args }, context))).toContain("older version");
    expect(written).toEqual([]);
  });

  it("on a card from before the forms, says that the button is old, and cancelling it still cancels", async () => {
    const { context, written } = team();
    const { args } = confirmOf(await run(record, FORM, context));
    expect(await refusal(() => press(record, { name: "record.confirm", args }, context))).toContain("older version");
    const cancelled = await press(record, { name: "record.cancel", args: [] }, context);
    expect(first(cancelled)).toBe("Cancelled. Nothing was recorded.");
    expect(written).toEqual([]);
  });

  it("gives each card a subject of its own, and cancelling writes nothing", async () => {
    const { context, written } = team();
    const [one, two] = [await run(record, FORM, context), await run(record, FORM, context)];
    expect(confirmOf(one).args[0]).not.toBe(confirmOf(two).args[0]);
    expect(first(await press(record, actionOf(one, "Cancel"), context))).toBe("Cancelled. Nothing was recorded.");
    expect(written).toEqual([]);
  });
});
