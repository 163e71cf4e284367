// Why a channel with filters did not get a strike or news of an organisation that another channel got, over the whole road and in both languages. The sentences
// are written by hand.
import { describe, expect, it } from "vitest";
import type { Delivery } from "../../../src/domain/delivery.ts";
import type { Subscription } from "../../../src/domain/subscription.ts";
import type { Language } from "../../../src/domain/text.ts";
import { topicOf } from "../../../src/domain/topic.ts";
import { whyNot } from "../../../src/views/settings/why-not.ts";
import { wordsOf } from "../../views/reading.ts";
import { GUILD } from "../road-scene.ts";
import { channel, listing, org, orgScene } from "./org-scene.ts";
import { killed, strike, updated } from "./strike-scene.ts";

type Scene = Awaited<ReturnType<typeof orgScene>>;

/** The first channel asks for everything, the second for what is given. */
async function asking(...sets: Partial<Subscription>[]) {
  const s = await orgScene();
  await s.subscribe(1, { topics: ["strikes", "orgs"] });
  for (const [id, name] of Object.entries({ eln: "ELN", tda: "Tren de Aragua" }))
    await s.record("org.recorded", org({ id, name }), { knownFrom: "2020-01-01T00:00:00Z" });
  const ids: string[] = [];
  for (const own of sets) ids.push(await s.subscribe(2, { topics: ["strikes", "orgs"], ...own }));
  return { ...s, ids };
}

const today = {
  date: "2026-01-10",
  sources: [{ publisher: "SOUTHCOM", url: "https://example.org/1", date: "2026-01-10" }],
};
const struck = (s: Scene, more: Parameters<typeof strike>[0] = {}) =>
  s.record("strike.recorded", strike({ ...today, ...more }));

/** What the second channel is told of the newest notice of the first, or of its newest of one kind. */
async function whyIn(s: Scene, language: Language, kind?: Delivery["alert"]["kind"]): Promise<string> {
  const all: Delivery[] = [];
  for await (const row of s.road.ledger.all()) all.push(row);
  expect(all.filter(({ channelId, edits }) => channelId === channel(2) && edits === undefined)).toEqual([]);
  const told = all.filter(({ channelId, edits }) => channelId === channel(1) && edits === undefined);
  const row = told.findLast(({ alert }) => kind === undefined || alert.kind === kind);
  const topic = row === undefined ? undefined : topicOf(row.alert.kind);
  if (row === undefined || topic === undefined) throw new Error("the first channel got nothing");
  const now = s.hand.clock.now();
  const record = s.store.known(now);
  const versions = (noun: string, subject: string) => s.store.versions(noun, subject);
  const ever = s.road.subscriptions.ever(GUILD, channel(2))?.subscriptions ?? [];
  return whyNot({ channelId: channel(2), row, topic, ever }, { record, language, now, home: "EC", versions })
    .map(wordsOf)
    .join("\n");
}

describe("a strike that a channel with filters did not get", () => {
  it.each<[string, Partial<Subscription>, Parameters<typeof strike>[0], string, string]>([
    [
      "another region",
      { regions: ["caribbean"] },
      {},
      "This channel gets strikes of some regions alone: Caribbean.",
      "Este canal recibe solo ataques de algunas regiones: Caribe.",
    ],
    [
      "another organisation",
      { organisations: ["eln", "tda"] },
      { orgIds: ["los-lobos"] },
      "This channel gets only strikes that name ELN or Tren de Aragua.",
      "Este canal recibe solo ataques que nombran a ELN o a Tren de Aragua.",
    ],
    [
      "no organisation named",
      { organisations: ["eln"] },
      {},
      "This channel gets only strikes that name ELN.",
      "Este canal recibe solo ataques que nombran a ELN.",
    ],
    [
      "fewer killed",
      { minKilled: 5 },
      { figures: [killed(2), killed(3, { high: 4 })] },
      "This channel gets only strikes with at least 5 killed, and the highest figure that anybody stated was 4. If a source states 5 within three days, it comes then.",
      "Este canal recibe solo ataques con al menos 5 muertos, y la cifra más alta que se dio era 4. Si una fuente llega a 5 en los tres días siguientes, se avisa entonces.",
    ],
    [
      "a toll that nobody stated, which is not zero",
      { minKilled: 1 },
      { figures: [] },
      "This channel gets only strikes with at least 1 killed, and nobody had stated how many were killed. If a source states 1 within three days, it comes then.",
      "Este canal recibe solo ataques con al menos 1 muerto, y nadie había dicho cuántos hubo. Si una fuente llega a 1 en los tres días siguientes, se avisa entonces.",
    ],
    [
      "a stated zero",
      { minKilled: 1 },
      { figures: [killed(0)] },
      "and the highest figure that anybody stated was 0.",
      "y la cifra más alta que se dio era 0.",
    ],
  ])("is told why: %s", async (_, own, what, en, es) => {
    const s = await asking(own);
    await struck(s, what);
    expect(await whyIn(s, "en")).toContain(en);
    expect(await whyIn(s, "es")).toContain(es);
  });

  it("is told of each of its subscriptions, once where they say the same, and what it does ask for", async () => {
    const s = await asking({ regions: ["caribbean"] }, { minKilled: 9, topics: ["strikes"] });
    await struck(s);
    const words = await whyIn(s, "en");
    expect(words).toContain("regions alone: Caribbean. This channel gets only strikes with at least 9 killed");
    expect(words).toContain("military strikes (only region: Caribbean), organisations; EC");
    expect(words).toContain("military strikes (only at least 9 killed); EC");
    expect(await whyIn(s, "es")).toContain("ataques militares (solo con 9 muertos o más); EC");
    const same = await asking({ minKilled: 9 }, { minKilled: 9, topics: ["strikes"] });
    await struck(same);
    expect((await whyIn(same, "en")).match(/at least 9 killed, and/g)).toHaveLength(1);
  });

  it("is judged by what the strike was when others were told, not by what it is said to be since", async () => {
    const s = await asking({ minKilled: 5 });
    await struck(s, { figures: [] });
    s.hand.set("2026-01-20T12:00:00-05:00");
    await s.record("strike.changed", strike({ ...today, figures: [killed(8)] }), { why: updated });
    expect(await whyIn(s, "en", "strike.recorded")).toContain("nobody had stated how many were killed");
  });
});

describe("settings that were changed after a notice", () => {
  it("are no reason for it: what was asked for then is not kept, and Vigía says so instead of blaming itself", async () => {
    const s = await asking({ minKilled: 5 });
    await struck(s);
    s.hand.set("2026-01-10T15:00:00-05:00");
    await s.road.subscriptions.setSubscription(GUILD, s.ids[0] ?? "", { minKilled: undefined });
    const en = await whyIn(s, "en");
    expect(en).toContain(
      "What this channel asks for was changed Sat 10 Jan 15:00, after that notice. How it stood before is not kept",
    );
    expect(en).not.toMatch(/fault of Vigía|meant for this channel too/);
    expect(await whyIn(s, "es")).toContain(
      "Lo que este canal pide se cambió el sábado 10 ene. 15:00, después de ese aviso",
    );
  });

  it("are one where only how it sounds or who is called has changed", async () => {
    const s = await asking({ minKilled: 5 });
    await struck(s);
    s.hand.set("2026-01-10T15:00:00-05:00");
    await s.road.subscriptions.setSubscription(GUILD, s.ids[0] ?? "", {
      sounds: { strikes: "silent" },
      owner: "900000000000000007",
    });
    expect(await whyIn(s, "en")).toContain("at least 5 killed, and the highest figure that anybody stated was 3.");
  });
});

describe("news of an organisation that a channel did not get", () => {
  it("is told which ones it asks for, also by those they go on as", async () => {
    const s = await asking({ organisations: ["eln", "tda"], topics: ["orgs"] });
    await s.record("org.recorded", org(), { knownFrom: "2020-01-01T00:00:00Z" });
    await s.record("org.listed", org({ designations: [listing()] }));
    expect(await whyIn(s, "en")).toContain("This channel gets news of some organisations alone: ELN, Tren de Aragua.");
    expect(await whyIn(s, "en")).toContain("organisations (only ELN, Tren de Aragua); EC");
    expect(await whyIn(s, "es")).toContain(
      "Este canal recibe avisos solo de algunas organizaciones: ELN, Tren de Aragua.",
    );
  });

  it("is told that it never read what was put right", async () => {
    const s = await asking();
    await s.record("org.recorded", org(), { knownFrom: "2020-01-01T00:00:00Z" });
    await s.record("org.listed", org({ designations: [listing()] }));
    s.hand.set("2026-01-10T15:00:00-05:00");
    await s.subscribe(2, { topics: ["orgs"] });
    // What one of them keeps out is no reason where another one asks for it.
    await s.subscribe(2, { topics: ["orgs", "trouble"], areas: ["EC-G"], organisations: ["eln"] });
    s.hand.set("2026-01-10T15:01:00-05:00");
    await s.record("org.changed", org({ designations: [listing({ date: "2026-01-08" })] }), {
      why: { is: "corrected", reason: { en: "a typing error" } },
    });
    expect(await whyIn(s, "en")).toContain(
      "It told of a change to what other channels had read. This channel was never told of it.",
    );
    expect(await whyIn(s, "es")).toContain("Contaba un cambio en lo que otros canales habían leído.");
  });
});
