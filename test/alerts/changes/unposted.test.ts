// A bare "/alerts why" over the whole road: what was recorded and kept out of a channel by what it asks for, with the reason and whose settings they are. Each
// entry's words are written by hand; which entries there are is counted from what was recorded and what was posted.
import { describe, expect, it } from "vitest";
import { why, whyPicked, outTurned } from "../../../commands/alerts/why.ts";
import type { Context } from "../../../src/command.ts";
import { announcedLately } from "../../../src/alerts/last-days/announced.ts";
import { accountsOf } from "../../../src/alerts/ledger/accounts.ts";
import type { Draft } from "../../../src/domain/draft.ts";
import { draftOf } from "../../../src/domain/draft.ts";
import type { Subscription } from "../../../src/domain/subscription.ts";
import type { Language } from "../../../src/domain/text.ts";
import { mark } from "../../../src/domain/id.ts";
import { DAY, HOUR, MINUTE } from "../../../src/domain/time.ts";
import { namesOf } from "../../../src/store/names.ts";
import { following } from "../../following.ts";
import { unasked } from "../../support.ts";
import { englishIn, mustFit, wordsOf } from "../../views/reading.ts";
import { GUILD } from "../road-scene.ts";
import { decree } from "./change-scene.ts";
import { channel, listing, org, orgScene } from "./org-scene.ts";
import { killed, strike, updated } from "./strike-scene.ts";

type Scene = Awaited<ReturnType<typeof orgScene>>;
const ANA = "900000000000000021";

const source = (date: string) => ({ date, sources: [{ publisher: "SOUTHCOM", url: "https://example.org/1", date }] });
const today = source("2026-01-10");

/** The channel asks for strikes with five killed, as a card of Ana's set it. */
async function scene(own: Partial<Subscription> = { minKilled: 5 }) {
  const s = await orgScene();
  await s.subscribe(1, { topics: ["strikes", "orgs", "curfews"] });
  await s.subscribe(2, { topics: ["strikes", "orgs"] });
  await save(s, own);
  await s.pass(HOUR);
  return s;
}

/** As Save does. */
async function save(s: Scene, changes: Partial<Subscription>, by = ANA) {
  const stands = s.road.subscriptions.of(GUILD, channel(2));
  const [one] = stands?.subscriptions ?? [];
  if (stands === undefined || one === undefined) throw new Error("nobody is subscribed");
  const draft = draftOf(stands.destination, one);
  const settings: Draft["settings"] = { ...draft.settings, ...changes };
  await s.road.subscriptions.save({ ...draft, settings: JSON.parse(JSON.stringify(settings)) }, by);
}

function contextOf(s: Scene, language: Language, channelId: string): Context {
  const now = s.hand.clock.now();
  const known = s.store.known();
  const versions = (noun: string, subject: string) => s.store.versions(noun, subject);
  const context: Partial<Context> = {
    ...unasked,
    now,
    known,
    language,
    channelId,
    guildId: GUILD,
    home: false,
    defaultArea: "EC",
    versions,
    names: namesOf(known, { home: "EC" }),
    nameOf: () => undefined,
    subscriptions: s.road.subscriptions,
    accounts: accountsOf(s.road)(GUILD),
    announced: () =>
      announcedLately({ becameKnown: (from, until) => s.store.becameKnown(from, until), versions, known, now }),
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the rest of it this command never asks for
  return context as Context;
}

async function asked(s: Scene, language: Language = "en", n = 2) {
  const { messages } = await why(undefined, contextOf(s, language, channel(n)));
  for (const message of messages) await mustFit(message);
  return { messages, words: messages.map(wordsOf).join("\n") };
}

describe("a strike that a channel's filter keeps out", () => {
  it("is told in a bare why, with when, what, why, and whose settings they are, in both languages", async () => {
    const s = await scene();
    await s.record("strike.recorded", strike(today));
    await s.pass(HOUR);
    const { words } = await asked(s);
    expect(words).toContain("Nothing was to be posted in <#900000000000000002> so far.");
    expect(words).toContain("Recorded in the last 30 days and not posted here: 1.");
    expect(words).toContain(
      [
        "**Sat 10 Jan 13:00 (EC time)** · new: strike 10 Jan 2026, eastern Pacific, 3 killed, says SOUTHCOM",
        "➜ not posted here: this channel gets only strikes with at least 5 killed, and the highest figure that anybody stated was 3. If a source states 5 within three days, it comes then. Set by <@900000000000000021>.",
      ].join("\n"),
    );
    const spanish = (await asked(s, "es")).words;
    expect(spanish).toContain("➜ no se publicó aquí: este canal recibe solo ataques con al menos 5 muertos");
    expect(spanish).toContain("Lo puso así <@900000000000000021>.");
    expect(englishIn(spanish, s.store.known())).toEqual([]);
  });
});

it("a strike on land, or one that was recorded as history, is no news either once it is one of those that a channel asks for", async () => {
  const s = await scene();
  const { region: _, ...land } = strike({ id: "land", ...today, target: "land", country: "EC" });
  const old = strike({ id: "old", ...today });
  await s.record("strike.recorded", land);
  await s.record("strike.recorded", old, { knownFrom: "2026-01-10T00:00:00Z" });
  for (const one of [land, old]) await s.record("strike.changed", { ...one, figures: [killed(6)] }, { why: updated });
  expect(s.shows(2)).toEqual([]);
  await s.record("strike.recorded", strike({ id: "new", ...today, figures: [killed(7)] }));
  expect(s.shows(2)).toHaveLength(1);
});

/** Every entry of every page, as its menu carries it. */
async function pages(s: Scene, language: Language = "en") {
  const context = contextOf(s, language, channel(2));
  const all: { label: string; value: string }[] = [];
  const told: string[] = [];
  for (let page = 1; page < 20; page += 1) {
    const { messages } = await outTurned([String(page)], context);
    for (const message of messages) await mustFit(message);
    told.push(...messages.map(wordsOf));
    const rows = messages.flatMap((message) => message.rows ?? []);
    all.push(...rows.flatMap((row) => ("menu" in row ? row.menu.options : [])));
    const next = rows
      .flatMap((row) => ("buttons" in row ? row.buttons : []))
      .find(({ label }) => label === (language === "en" ? "Next" : "Siguiente"));
    if (next === undefined || next.disabled === true) break;
  }
  return { all, told };
}
const entry = (words: string, of: string) =>
  words
    .split("\n")
    .flatMap((line, i, all) =>
      line.startsWith("**") && line.includes(of) ? [`${line.replace(/^\*\*.*?\*\* · /, "")}\n${all[i + 1]}`] : [],
    );

describe("its reason", () => {
  it("is never what somebody set afterwards; what is asked for now is told beside it", async () => {
    const s = await scene({});
    // Asks for all: it is posted, and no entry.
    await s.record("strike.recorded", strike(today));
    expect((await asked(s)).words).not.toContain("not posted here");
    await save(s, { regions: ["caribbean"] });
    await s.pass(HOUR);
    await s.record("strike.recorded", strike({ id: "s2", ...today }));
    await s.pass(HOUR);
    await save(s, { regions: undefined, minKilled: 5 }, "900000000000000022");
    const { words } = await asked(s);
    expect(words).toContain("What this channel asks for was changed Sat 10 Jan 15:00".replace("What", "what"));
    expect(words).toContain(
      "can no longer be said. By what it asks for now it would not come either: this channel gets only strikes with at least 5 killed",
    );
    expect(words).not.toContain("Caribbean");
    await save(s, { minKilled: undefined });
    expect((await asked(s)).words).toContain("By what it asks for now it would come.");
    expect((await asked(s, "es")).words).toContain("Por lo que pide ahora sí llegaría.");
  });

  it("is waited for while a notice may be on its way; then it is called a fault", async () => {
    const s = await scene({});
    // Recorded, and nobody has planned anything of it.
    await s.store.record([following(s.store, "strike.recorded", strike(today))], "p");
    expect((await asked(s)).words).not.toContain("not posted here");
    s.hand.set(s.hand.clock.now() + 6 * MINUTE);
    expect((await asked(s)).words).toMatch(/not posted here: 1\.[^]*fault/);
  });

  it("is told once of a strike that was withdrawn and stands again", async () => {
    const s = await scene();
    await s.record("strike.recorded", strike(today));
    const prev = () => ({ subject: "s1", prev: s.store.head("strike", "s1")?.id });
    await s.record("strike.withdrawn", { reason: { en: "twice", es: "doble" } }, prev());
    await s.record("strike.changed", strike(today), { ...prev(), why: updated });
    await s.pass(HOUR);
    expect((await asked(s)).words).toContain("not posted here: 1.");
  });

  it("is the kind, where it is not heard at all, and the removal of what brought it", async () => {
    const s = await scene({});
    await save(s, { topics: ["orgs"] });
    await s.pass(HOUR);
    await s.record("strike.recorded", strike(today));
    expect((await asked(s)).words).toContain(
      "➜ not posted here: this channel does not get military strikes. Set by <@",
    );
    await s.road.subscriptions.end({ guildId: GUILD, channelId: channel(2), by: ANA });
    await s.pass(HOUR);
    await s.record("strike.recorded", strike({ id: "s2", ...today }));
    expect((await asked(s)).words).toContain(
      "➜ not posted here: this channel's alerts had been stopped Sat 10 Jan 14:00.",
    );
  });

  it("says what became of it since: a figure that came too late, a withdrawal", async () => {
    const s = await scene();
    await s.record("strike.recorded", strike(today));
    await s.record("strike.recorded", strike({ id: "s2", ...today, figures: [] }));
    await s.pass(5 * DAY);
    await s.record("strike.changed", strike({ ...today, figures: [killed(8)] }), { why: updated });
    await s.record(
      "strike.withdrawn",
      { reason: { en: "twice", es: "doble" } },
      { subject: "s2", prev: s.store.head("strike", "s2")?.id },
    );
    const { words } = await asked(s);
    const [raised] = entry(words, "8 killed");
    expect(raised).toContain("the highest figure that anybody stated was 3");
    expect(raised).toContain("this channel would get it, but that became known when it was no news any more.");
    const [gone] = entry(words, "WITHDRAWN: Strike 10 Jan 2026");
    expect(gone).toContain("nobody had stated how many were killed");
    expect(gone).not.toContain("would get it");
  });

  it("is that nobody is told, of history and of what was on land, and only where the channel asks for strikes", async () => {
    const s = await scene({});
    await s.record("strike.recorded", strike({ id: "old", ...source("2025-12-30") }));
    await s.record("strike.recorded", strike({ id: "older", ...source("2025-09-02") }));
    const { region: _, ...inland } = strike({ id: "land", ...today, target: "land", country: "EC" });
    await s.record("strike.recorded", inland);
    await s.pass(HOUR);
    const { words } = await asked(s);
    expect(entry(words, "30 Dec 2025")).toEqual([
      "new: strike 30 Dec 2025, eastern Pacific, 3 killed, says SOUTHCOM\n➜ not posted here: it was recorded as history, more than three days after its day: that is announced nowhere.",
    ]);
    expect(words).toContain("➜ not posted here: it was on land: Vigía announces strikes on vessels alone.");
    expect(words).not.toContain("2 Sep 2025");
    expect((await asked(s)).words).toContain("not posted here: 2.");
    await save(s, { topics: ["orgs"] });
    await s.pass(HOUR);
    await s.record("strike.recorded", strike({ id: "old2", ...source("2025-12-29") }));
    expect(entry((await asked(s)).words, "29 Dec 2025")[0]).toContain("this channel does not get military strikes");
  });
});

describe("an organisation", () => {
  it("is told by each act that came to others, and not by one that was posted here", async () => {
    const s = await scene({});
    await s.record("org.recorded", org({ id: "eln", name: "ELN" }), { knownFrom: "2020-01-01T00:00:00Z" });
    await s.record("org.recorded", org({ id: "tda", name: "Tren de Aragua" }));
    expect((await asked(s)).words).not.toContain("not posted here");
    await save(s, { organisations: ["eln"] });
    await s.pass(HOUR);
    await s.record("org.listed", org({ id: "tda", name: "Tren de Aragua", designations: [listing()] }));
    await s.record("org.recorded", org());
    await s.pass(HOUR);
    const { words } = await asked(s);
    expect(entry(words, "Los Lobos").at(0)).toBe(
      "new organisation: Organisation Los Lobos\n➜ not posted here: this channel gets news of some organisations alone: ELN. Set by <@900000000000000021>.",
    );
    expect(entry(words, "Tren de Aragua").filter((one) => one.startsWith("put on a list:"))).toHaveLength(1);
    expect(words).toContain("not posted here: 2.");
  });
});

describe("a curfew", () => {
  const nights = (id: string, area: string, firstNight: string, lastNight: string) =>
    decree({ id, decree: `Decreto ${id}`, declared: firstNight, firstNight, lastNight }, [area]);

  it("of a place that the channel does not follow is told, also one that ran before it was subscribed; not what it follows, nor what was over", async () => {
    const s = await orgScene();
    await s.record("curfew.declared", nights("over", "EC-R", "2026-01-08", "2026-01-08"));
    await s.record("curfew.declared", nights("before", "EC-R", "2026-01-09", "2026-01-20"));
    const lifted = { by: { en: "Decreto 9", es: "Decreto 9" }, date: "2026-01-10", from: "2026-01-10T13:00:00-05:00" };
    for (const [id, of] of [
      ["whole", {}],
      ["part", { areas: ["EC-R"] }],
    ] as const) {
      const own = decree({ ...nights(id, "EC-R", "2026-01-09", "2026-01-20") }, ["EC-R", "EC-S"]);
      const both = { ...own, id, rules: decree({}, ["EC-R", "EC-S"]).rules };
      await s.record("curfew.declared", both);
      await s.record("curfew.lifted", { ...both, lifted: { ...lifted, ...of } });
    }
    await s.pass(DAY);
    await s.subscribe(2, { topics: ["curfews"], areas: ["EC-G"] });
    await save(s, { areas: ["EC-0901"] });
    await s.pass(HOUR);
    await s.record("curfew.declared", nights("own", "EC-G", "2026-01-11", "2026-01-12"));
    await s.record("curfew.declared", nights("other", "EC-R", "2026-01-11", "2026-01-12"));
    await s.pass(HOUR);
    const { words } = await asked(s);
    expect(words).toContain("not posted here: 3.");
    expect([entry(words, "Decreto part"), entry(words, "Decreto whole")].map(({ length }) => length)).toEqual([1, 0]);
    expect(entry(words, "Decreto other")[0]).toMatch(
      /^Curfew Decreto other.*\n➜ not posted here: it told of places that this channel does not follow\. Set by <@/,
    );
    expect(entry(words, "Decreto before")).toHaveLength(1);
    // Judged by its first settings: before them nothing could come.
    expect(entry(words, "Decreto before")[0]).toContain("it told of places that this channel does not follow");
    expect(words).not.toMatch(/not posted here[^]*Decreto (own|over)/);
    await save(s, { topics: ["strikes"] });
    await s.pass(HOUR);
    await s.record("curfew.declared", nights("last", "EC-G", "2026-01-13", "2026-01-14"));
    expect(entry((await asked(s)).words, "Decreto last")[0]).toContain("this channel does not get curfews.");
    // A month after its last night nobody asks about it.
    await s.pass(46 * DAY);
    expect((await asked(s)).words).not.toContain("not posted here");
  });

  it("of a place that was followed only before it and after it is told", async () => {
    const s = await orgScene();
    await s.subscribe(2, { topics: ["curfews"], areas: ["EC-R"] });
    await s.pass(HOUR);
    await s.road.subscriptions.end({ guildId: GUILD, channelId: channel(2), by: ANA });
    await s.pass(HOUR);
    await s.record("curfew.declared", nights("gone", "EC-R", "2026-01-10", "2026-01-10"));
    await s.pass(3 * DAY);
    await s.subscribe(2, { topics: ["curfews"], areas: ["EC-R"] });
    await s.pass(HOUR);
    const { words } = await asked(s);
    expect(words).toContain("not posted here: 1.");
    expect(entry(words, "Decreto gone")).toEqual([
      expect.stringContaining("this channel gets alerts only since Tue 13 Jan 14:00"),
    ]);
    await s.road.subscriptions.end({ guildId: GUILD, channelId: channel(2), by: ANA });
    await s.pass(HOUR);
    await s.record("curfew.declared", nights("again", "EC-R", "2026-01-13", "2026-01-13"));
    expect(entry((await asked(s)).words, "Decreto again")[0]).toContain("had been stopped Tue 13 Jan 15:00.");
  });
});

describe("the list of all of them", () => {
  it("has every strike of the last 30 days that has no notice here exactly once, however many; the short one says how many more", async () => {
    const s = await scene();
    const tolls = Array.from({ length: 17 }, (_, i) => [3, 6, 0, 4, 5][i % 5] ?? 0);
    for (const [i, toll] of tolls.entries())
      await s.record("strike.recorded", strike({ id: `n${i}`, ...today, figures: [killed(toll)] }));
    // Raised in time: it comes now.
    await s.record("strike.changed", strike({ id: "n0", ...today, figures: [killed(9)] }), { why: updated });
    await s.pass(MINUTE);
    const kept = tolls.flatMap((toll, i) => (toll < 5 && i !== 0 ? [`n${i}`] : [])).sort();
    const posted = (await s.rows()).length;
    for (const language of ["en", "es"] as const) {
      const { words } = await asked(s, language);
      const [shown, count] = [words.split("➜ no").length - 1, kept.length];
      expect(words).toContain(language === "en" ? `not posted here: ${count}.` : `no publicado aquí: ${count}.`);
      expect(words).toContain(language === "en" ? `… and ${count - 3} more` : `… y ${count - 3} más`);
      expect(shown).toBe(3);
      const { all, told } = await pages(s, language);
      const ids = all.map(
        ({ value }) => s.store.after(0).find(({ id }) => id === value.slice("out-strike-".length))?.subject,
      );
      expect(new Set(ids)).toEqual(new Set(kept));
      expect(ids).toHaveLength(kept.length);
      expect(told.join("\n").split("➜ no")).toHaveLength(count + 1);
      if (language === "es") expect(englishIn(told.join("\n"), s.store.known())).toEqual([]);
    }
    // Asking writes nothing.
    expect((await s.rows()).length).toBe(posted);
    // A month later nobody asks about them.
    await s.pass(31 * DAY);
    expect((await asked(s)).words).not.toContain("not posted here");
  });

  it("opens one, from its menu or by the mark that another server's readers copied, and leads to the card", async () => {
    const s = await scene();
    await s.record("strike.recorded", strike(today));
    const [row] = await marksOf(s);
    const { messages } = await asked(s);
    const menu = messages.flatMap(({ rows = [] }) => rows).flatMap((one) => ("menu" in one ? one.menu.options : []));
    const context = contextOf(s, "en", channel(2));
    const open = await whyPicked([menu[0]?.value ?? ""], context);
    const text = open.messages.map(wordsOf).join("\n");
    expect(text).toMatch(
      /^Not posted in <#900000000000000002>: “new: strike 10 Jan 2026, eastern Pacific, 3 killed, says SOUTHCOM”, recorded Sat 10 Jan 13:00 \(EC time\)\. This channel gets only/,
    );
    expect(text).toContain("military strikes (only at least 5 killed)");
    expect(text).toContain("SOUTHCOM");
    const buttons = open.messages
      .flatMap(({ rows = [] }) => rows)
      .flatMap((one) => ("buttons" in one ? one.buttons : []));
    expect(
      buttons.map(({ press }) => (press !== undefined && "action" in press ? press.action : undefined)),
    ).toContainEqual({ name: "alerts.change", args: [channel(2)] });
    const other = { ...context, accounts: { ...accountsOf(s.road)(GUILD), marked: () => [] } };
    expect((await why(`#${row}`, other)).messages.map(wordsOf).join("\n")).toBe(text);
    await expect(whyPicked([`out-strike-${"0".repeat(64)}`], context)).rejects.toThrow(/no longer among/);
  });
});

/** The mark of the first channel's first notice of a strike. */
async function marksOf(s: Scene): Promise<string[]> {
  const marks: string[] = [];
  for await (const { alert, edits } of s.road.ledger.all())
    if (alert.kind === "strike.recorded" && edits === undefined) marks.push(mark(alert.id));
  return marks;
}

describe("a channel whose filter was made narrower after an organisation was told", () => {
  it("is told of what is no longer so of it, and of no new act", async () => {
    const s = await scene({});
    await s.record("org.recorded", org(), { knownFrom: "2020-01-01T00:00:00Z" });
    await s.record("org.listed", org({ designations: [listing()] }));
    expect(s.shows(2)).toHaveLength(1);
    await s.record("org.recorded", org({ id: "eln", name: "ELN" }), { knownFrom: "2020-01-01T00:00:00Z" });
    await save(s, { organisations: ["eln"] });
    await s.pass(MINUTE);
    const two = [listing(), listing({ authority: "us-state", date: "2026-01-10" })];
    await s.record("org.listed", org({ designations: two }));
    expect(s.shows(2)).toHaveLength(1);
    expect(s.shows(1)).toHaveLength(2);
    await s.record("org.changed", org({ designations: [listing({ date: "2026-01-08" }), ...two.slice(1)] }), {
      why: { is: "corrected", reason: { en: "a typing error" } },
    });
    expect(s.shows(2)).toHaveLength(2);
    expect(s.shows(2)[1]).toContain("8 Jan");
    await s.record(
      "org.withdrawn",
      { reason: { en: "twice", es: "doble" } },
      { subject: "los-lobos", prev: s.store.head("org", "los-lobos")?.id },
    );
    expect(s.shows(2).at(-1)).toContain("WITHDRAWN");
  });
});
