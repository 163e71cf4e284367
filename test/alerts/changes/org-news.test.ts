// What becomes of an organisation, as channels are told of it: listings, their end, corrections, withdrawals, and all of which nobody is told. The sentences
// are written by hand.
import { describe, expect, it } from "vitest";
import { HOUR } from "../../../src/domain/time.ts";
import { channel, listing, org, orgScene, OWNER } from "./org-scene.ts";
import { GUILD } from "../road-scene.ts";

const ACT = "A listing is a government's act, not a court ruling.";
const LISTED = `NEW listing · Los Lobos (EC): put on the list of the US Department of the Treasury (SDGT), 9 Jan 2026. ${ACT}`;
const OFF = `TAKEN OFF a list · Los Lobos (EC): taken off the list of the US Department of the Treasury (SDGT), 10 Jan 2026. ${ACT}`;
const HISTORY = { knownFrom: "2020-01-01T00:00:00Z" };
const listed = org({ designations: [listing()] });
const withdrawal = { reason: { en: "recorded twice", es: "registrada dos veces" }, id: "los-lobos" };

type Scene = Awaited<ReturnType<typeof orgScene>>;

/** The organisation stands in the record for years; two channels ask for organisations. */
async function begun(): Promise<Scene> {
  const s = await orgScene();
  await s.subscribe(1);
  await s.subscribe(2, {}, "es");
  await s.record("org.recorded", org(), HISTORY);
  expect(s.posts).toEqual([]);
  return s;
}

async function told(): Promise<Scene> {
  const s = await begun();
  await s.record("org.listed", listed);
  return s;
}

const withdraw = (s: Scene) =>
  s.record("org.withdrawn", { reason: withdrawal.reason }, { subject: "los-lobos", prev: headOf(s) });
const headOf = (s: Scene) => s.store.head("org", "los-lobos")?.id;

describe("a listing", () => {
  it("is told in both languages, as a government's act and with a sound", async () => {
    const s = await told();
    expect(s.shows(1)).toEqual([LISTED]);
    expect(s.shows(2)).toEqual([
      "NUEVA designación · Los Lobos (EC): incluida en la lista del Departamento del Tesoro de EE. UU. (SDGT), 9 ene. 2026. Una designación es un acto de gobierno, no un fallo judicial.",
    ]);
    expect((await s.rows()).map(({ alert, loud, state }) => [alert.kind, loud, state])).toEqual([
      ["org.listed", true, "sent"],
      ["org.listed", true, "sent"],
    ]);
  });

  it("that took effect longer ago than three days is history, and so is what was known before", async () => {
    const s = await begun();
    await s.record("org.listed", org({ designations: [listing({ date: "2026-01-06" })] }));
    await s.record(
      "org.listed",
      org({ designations: [listing({ date: "2026-01-06" }), listing({ authority: "us-state" })] }),
      HISTORY,
    );
    expect(s.posts).toEqual([]);
  });

  it("of three days ago is news until its day is 72 hours over", async () => {
    const s = await begun();
    await s.record("org.listed", org({ designations: [listing({ date: "2026-01-07" })] }));
    expect(s.shows(1)).toHaveLength(1);
  });

  it("announced and not yet in effect says from when", async () => {
    const s = await begun();
    await s.record("org.listed", org({ designations: [listing({ announced: "2026-01-09", date: "2026-02-01" })] }));
    expect(s.shows(1)).toEqual([
      `NEW listing · Los Lobos (EC): will be on the list of the US Department of the Treasury (SDGT) from 1 Feb 2026. ${ACT}`,
    ]);
  });

  it("beside an older one leaves what was told of that as it is", async () => {
    const s = await told();
    await s.record("org.listed", org({ designations: [listing(), listing({ authority: "us-state" })] }));
    expect(s.shows(1)).toEqual([
      LISTED,
      `NEW listing · Los Lobos (EC): put on the list of the US Department of State (SDGT), 9 Jan 2026. ${ACT}`,
    ]);
  });

  it("and another at once, with the record itself, are one message", async () => {
    const s = await orgScene();
    await s.subscribe(1);
    const write = (kind: "org.recorded" | "org.listed", content: object) =>
      s.store.record(
        [
          // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the log checks it
          {
            kind,
            subject: "los-lobos",
            content,
            ...(headOf(s) === undefined ? {} : { prev: headOf(s) }),
          } as Parameters<typeof s.store.record>[0][number],
        ],
        "p",
      );
    await write("org.recorded", org());
    await write("org.listed", listed);
    await s.road.news.catchUp();
    await s.settle();
    expect(s.shows(1)).toEqual([
      `NEW in Vigía's record · Los Lobos (EC): on 1 government list: US Department of the Treasury (SDGT) 9 Jan 2026. ${ACT}`,
    ]);
  });
});

describe("what stands in a channel", () => {
  it("is answered and struck through when it is taken off the list", async () => {
    const s = await told();
    await s.record(
      "org.delisted",
      org({ designations: [listing({ ended: { date: "2026-01-10", sources: listing().sources } })] }),
    );
    expect(s.shows(1)).toEqual([`${OFF}\n~~${LISTED}~~`, OFF]);
    const answer = (await s.rows()).find(({ alert, edits }) => alert.kind === "org.delisted" && edits === undefined);
    expect(answer?.replyTo).toBeDefined();
  });

  it("is answered when we had its day wrong, also of a listing that is no news any more", async () => {
    const s = await told();
    await s.pass(400 * 24 * HOUR);
    await s.record("org.changed", org({ designations: [listing({ date: "2026-01-08" })] }), {
      why: { is: "corrected", reason: { en: "a typing error" } },
    });
    const right = `CORRECTED · Los Lobos (EC): listing by the US Department of the Treasury (SDGT): on the list since 8 Jan 2026 (was: 9 Jan 2026). ${ACT}`;
    expect(s.shows(1)).toEqual([`${right}\n~~${LISTED}~~`, right]);
  });

  it("is mended in silence where only a name, a note or a source is another, and nobody is told", async () => {
    const s = await told();
    await s.record("org.changed", { ...listed, notes: [{ en: "A note", es: "Una nota" }] });
    expect(s.edits).toEqual([]);
    await s.record("org.changed", { ...listed, name: "Los Lobos del Sur" });
    expect(s.shows(1)).toEqual([LISTED.replace("Los Lobos", "Los Lobos del Sur")]);
    expect(s.posts).toHaveLength(2);
  });

  it("is WITHDRAWN, do not use, with the reason, however often it was told", async () => {
    const s = await told();
    await s.record("org.listed", org({ designations: [listing(), listing({ authority: "us-state" })] }));
    await withdraw(s);
    const gone = "WITHDRAWN, do not use · Los Lobos (EC): all that Vigía said of its listings. Reason: recorded twice.";
    const shown = s.shows(1);
    expect(shown).toHaveLength(3);
    for (const text of shown) expect(text.split("\n")[0]).toBe(gone);
    expect(s.shows(2)[0]?.split("\n")[0]).toBe(
      "RETIRADO, no usar · Los Lobos (EC): todo lo que Vigía dijo de sus designaciones. Motivo: registrada dos veces.",
    );
  });

  it("says so when it was not withdrawn after all, to those alone who had read it", async () => {
    const s = await told();
    await withdraw(s);
    await s.subscribe(3);
    await s.record("org.changed", listed, { why: { is: "undone", reason: { en: "x" } }, prev: headOf(s) });
    const last = s.shows(1).at(-1);
    expect(last).toBe(
      `CORRECTED · not withdrawn after all: Los Lobos (EC): on 1 government list: US Department of the Treasury (SDGT) 9 Jan 2026. ${ACT}`,
    );
    // What was struck through is as it was; the word of the withdrawal is answered, and put right.
    expect(s.shows(1)[0]).toBe(LISTED);
    expect(s.shows(1)[1]?.split("\n")[0]).toBe(last);
    expect(s.shows(3)).toEqual([]);
  });

  it("is put right also after the channel asks for nothing any more, and after it asks for another one alone", async () => {
    const s = await orgScene();
    const id = await s.subscribe(1);
    await s.subscribe(2);
    await s.record("org.recorded", org(), HISTORY);
    await s.record("org.listed", listed);
    await s.road.subscriptions.setSubscription(GUILD, id, { organisations: ["los-choneros"] });
    await s.road.subscriptions.end({ guildId: GUILD, channelId: channel(2), by: OWNER });
    // News of it goes to neither.
    await s.record("org.listed", org({ designations: [listing(), listing({ authority: "us-state" })] }));
    expect(s.posts).toHaveLength(2);
    await withdraw(s);
    for (const n of [1, 2]) for (const text of s.shows(n)) expect(text).toMatch(/^WITHDRAWN, do not use/);
    expect(s.posts).toHaveLength(4);
  });
});

describe("a notice that waits for its channel", () => {
  it("is not posted when the record is withdrawn meanwhile, nor is the withdrawal of what nobody read", async () => {
    const s = await begun();
    s.answers.push(...Array.from({ length: 2 }, () => () => ({ is: "again" as const, why: "discord-down" as const })));
    await s.record("org.listed", listed);
    await withdraw(s);
    await s.pass(HOUR);
    expect(s.posts).toEqual([]);
    expect((await s.rows()).map(({ state, reason }) => `${state} ${reason}`).sort()).toEqual([
      "skipped no-longer-so",
      "skipped no-longer-so",
      "skipped told-by-the-change",
      "skipped told-by-the-change",
    ]);
  });

  it("leaves the withdrawal of what stands there before it to a notice of its own", async () => {
    const s = await told();
    s.answers.push(...Array.from({ length: 2 }, () => () => ({ is: "again" as const, why: "discord-down" as const })));
    await s.record("org.listed", org({ designations: [listing(), listing({ authority: "us-state" })] }));
    expect(s.posts).toHaveLength(2);
    await withdraw(s);
    await s.pass(HOUR);
    for (const n of [1, 2]) expect(s.shows(n)).toHaveLength(2);
    for (const text of s.shows(1)) expect(text).toMatch(/^WITHDRAWN, do not use/);
  });
});

describe("who asks for some organisations alone", () => {
  it("hears of those, of what they went on as, and of what went on as them", async () => {
    const s = await orgScene();
    await s.subscribe(1, { organisations: ["los-lobos"] });
    await s.subscribe(2, { organisations: ["los-choneros"] });
    await s.subscribe(3, { topics: ["strikes"] });
    await s.record("org.recorded", org({ id: "los-choneros", name: "Los Choneros" }), HISTORY);
    await s.record("org.recorded", org(), HISTORY);
    await s.record("org.listed", listed);
    expect(s.posts.map((one) => one.channel)).toEqual([channel(1)]);
    const merged = { org: "los-choneros", sources: listing().sources };
    await s.record("org.changed", { ...listed, mergedInto: merged });
    await s.record("org.listed", {
      ...listed,
      mergedInto: merged,
      designations: [listing(), listing({ authority: "us-state" })],
    });
    expect(
      s.posts
        .slice(1)
        .map((one) => one.channel)
        .sort(),
    ).toEqual([channel(1), channel(2)]);
  });
});
