// A strike that is changed long after it was told, again and again: every channel shows one truth at the end, whatever was deleted or still waited. The
// sentences are written by hand.
import { describe, expect, it } from "vitest";
import type { Why } from "../../../src/domain/why.ts";
import { channel, GUILD, killed, states, strike, strikeScene, updated } from "./strike-scene.ts";

const NEW =
  "NEW · US strike on a vessel, eastern Pacific: 3 killed, says SOUTHCOM. Announced Tue 17 Mar; day of the strike not stated.";
const EVENT = "US strike on a vessel, eastern Pacific, announced Tue 17 Mar";
const four = strike({ figures: [killed(4)] });
const five = strike({ figures: [killed(5)] });
const atLeast4 = strike({ figures: [killed(4, { atLeast: true })] });
const wrong: Why = { is: "corrected", reason: { en: "a typing error", es: "un error de tipeo" } };
const undone: Why = { is: "undone", reason: { en: "x" } };
const withdrawal = { reason: { en: "recorded twice", es: "registrado dos veces" } };

type Scene = Awaited<ReturnType<typeof strikeScene>>;

async function told(channels = 1) {
  const s = await strikeScene();
  for (let n = 1; n <= channels; n += 1) await s.subscribe(n, n === 3 ? "es" : "en");
  await s.record("strike.recorded", strike());
  await s.settle();
  return s;
}

/** What a reader finds in a channel: each message as it stands by now. */
function shows(s: Scene, n: number): string[] {
  const own = s.posts.filter((one) => one.channel === channel(n));
  return own.map(({ messageId, message }) => {
    const edit = s.edits.findLast((one) => one.messageId === messageId);
    return (edit?.message ?? message).content;
  });
}
const firstLines = (s: Scene, n: number) => shows(s, n).map((text) => text.split("\n")[0]);

async function step(s: Scene, at: string, ...[kind, content, more]: Parameters<Scene["record"]>) {
  s.hand.set(at);
  await s.record(kind, content, more);
  await s.settle();
}

describe("a strike that was told in three channels and two languages", () => {
  it("and is changed 400 days later is answered and edited in each, with its year", async () => {
    const s = await told(3);
    await step(s, "2027-04-21T10:00:00-04:00", "strike.changed", four, { why: updated });
    for (const n of [1, 2])
      expect(shows(s, n)).toEqual([
        `UPDATED 3 -> 4 killed · ${EVENT} 2026. SOUTHCOM raised its figure.\n~~${NEW}~~`,
        `UPDATED 3 -> 4 killed · ${EVENT} 2026. SOUTHCOM raised its figure.`,
      ]);
    expect(firstLines(s, 3)).toEqual(
      Array.from(
        { length: 2 },
        () =>
          "ACTUALIZADO 3 -> 4 muertos · Ataque de EE. UU. a una embarcación, Pacífico oriental, anunciado el martes 17 mar. 2026. SOUTHCOM subió su cifra.",
      ),
    );
    for (const n of [1, 2, 3]) {
      const [first, ...answers] = s.posts.filter((one) => one.channel === channel(n));
      expect(answers.map(({ how }) => how.replyTo)).toEqual([first?.messageId]);
    }
    expect(s.broken).toEqual([]);
  });

  it("in five versions over two years, withdrawn and back among them, shows one truth at the end and leads to the newest", async () => {
    const s = await told(3);
    await step(s, "2026-03-18T09:00:00-04:00", "strike.changed", four, { why: updated });
    await step(s, "2026-06-02T09:00:00-04:00", "strike.changed", atLeast4, { why: wrong });
    await step(s, "2027-01-05T09:00:00-05:00", "strike.withdrawn", withdrawal);
    for (const n of [1, 2]) for (const line of firstLines(s, n)) expect(line).toMatch(/^WITHDRAWN, do not use · /);
    for (const line of firstLines(s, 3)) expect(line).toMatch(/^RETIRADO, no usar · /);
    await step(s, "2027-01-05T09:05:00-05:00", "strike.changed", atLeast4, { why: undone });
    await step(s, "2028-02-01T09:00:00-05:00", "strike.changed", five, { why: updated });
    const newest = `UPDATED at least 4 killed -> 5 killed · ${EVENT} 2026. SOUTHCOM revised what it had said.`;
    expect(shows(s, 1)).toEqual([
      [
        `NOW 5 killed (was 3) · ${EVENT} 2026.`,
        `~~${NEW}~~`,
        "• Wed 18 Mar 2026: UPDATED 3 -> 4 killed",
        "• Tue 2 Jun 2026: CORRECTED 4 -> at least 4 killed",
        "• Tue 1 Feb 2028: UPDATED at least 4 killed -> 5 killed",
      ].join("\n"),
      [
        `NOW 5 killed (was 4) · ${EVENT} 2026.`,
        `~~UPDATED 3 -> 4 killed · ${EVENT}. SOUTHCOM raised its figure.~~`,
        "• Tue 2 Jun 2026: CORRECTED 4 -> at least 4 killed",
        "• Tue 1 Feb 2028: UPDATED at least 4 killed -> 5 killed",
      ].join("\n"),
      `${newest}\n~~CORRECTED 4 -> at least 4 killed · ${EVENT}. Vigía had it wrong: a typing error.~~`,
      [
        `NOW 5 killed (was at least 4) · not withdrawn after all: ${EVENT} 2026: 5 killed, says SOUTHCOM.`,
        `~~WITHDRAWN, do not use · ${EVENT} 2026 (at least 4 killed). Reason: recorded twice.~~`,
        "• Tue 5 Jan 2027: CORRECTED · not withdrawn after all: at least 4 killed, says SOUTHCOM",
        "• Tue 1 Feb 2028: UPDATED at least 4 killed -> 5 killed",
      ].join("\n"),
      expect.stringMatching(/^UPDATED at least 4 killed -> 5 killed · .*\n~~CORRECTED · not withdrawn after all/),
      newest,
    ]);
    expect(shows(s, 2)).toEqual(shows(s, 1));
    expect(
      shows(s, 3)[0]
        ?.split("\n")
        .filter((_, i) => i !== 1),
    ).toEqual([
      "AHORA 5 muertos (antes 3) · Ataque de EE. UU. a una embarcación, Pacífico oriental, anunciado el martes 17 mar. 2026.",
      "• miércoles 18 mar. 2026: ACTUALIZADO 3 -> 4 muertos",
      "• martes 2 jun. 2026: CORREGIDO 4 -> al menos 4 muertos",
      "• martes 1 feb. 2028: ACTUALIZADO al menos 4 muertos -> 5 muertos",
    ]);
    for (const n of [1, 2, 3]) {
      const own = s.posts.filter((one) => one.channel === channel(n));
      const last = own.at(-1)?.messageId ?? "";
      expect(own.slice(1).map(({ how }) => how.replyTo)).toEqual(own.slice(0, -1).map(({ messageId }) => messageId));
      for (const { messageId } of own.slice(0, -1)) {
        const edit = s.edits.findLast((one) => one.messageId === messageId);
        expect(edit?.message.embed?.fields?.[0]?.value).toBe(
          `https://discord.com/channels/${GUILD}/${channel(n)}/${last}`,
        );
        expect(edit?.message.content.length).toBeLessThan(900);
      }
    }
    const first = s.posts.find((one) => one.channel === channel(1))?.messageId;
    const fields = s.edits.findLast(({ messageId }) => messageId === first)?.message.embed?.fields ?? [];
    expect(fields.find(({ name }) => name === "Step by step")?.value.split("\n")).toEqual([
      "• Wed 18 Mar 2026: UPDATED 3 -> 4 killed. SOUTHCOM raised its figure. “A later statement”",
      "• Tue 2 Jun 2026: CORRECTED 4 -> at least 4 killed. Vigía had it wrong. “a typing error”",
      "• Tue 1 Feb 2028: UPDATED at least 4 killed -> 5 killed. SOUTHCOM revised what it had said. “A later statement”",
    ]);
    expect(fields.map(({ name }) => name)).not.toContain("Reason");
  });

  it("and is withdrawn in the end says that first in every message, whatever came before", async () => {
    const s = await told();
    await step(s, "2026-03-18T09:00:00-04:00", "strike.changed", four, { why: updated });
    await step(s, "2026-03-19T09:00:00-04:00", "strike.changed", atLeast4, { why: wrong });
    await step(s, "2026-03-20T09:00:00-04:00", "strike.withdrawn", withdrawal);
    expect(shows(s, 1)[0]?.split("\n")).toEqual([
      `WITHDRAWN, do not use · ${EVENT} (3 killed). Reason: recorded twice.`,
      `~~${NEW}~~`,
      "• Wed 18 Mar: UPDATED 3 -> 4 killed",
      "• Thu 19 Mar: CORRECTED 4 -> at least 4 killed",
      "• Fri 20 Mar: WITHDRAWN, do not use",
    ]);
    for (const line of firstLines(s, 1)) expect(line).toMatch(/^WITHDRAWN, do not use · /);
  });

  it("back after a withdrawal and corrected again is under no one word, though both are corrections", async () => {
    const s = await told();
    await step(s, "2026-03-18T09:00:00-04:00", "strike.withdrawn", withdrawal);
    await step(s, "2026-03-18T09:05:00-04:00", "strike.changed", strike(), { why: undone });
    await step(s, "2026-03-19T09:00:00-04:00", "strike.changed", five, { why: wrong });
    expect(shows(s, 1)[1]?.split("\n")).toEqual([
      `NOW 5 killed (was 3) · not withdrawn after all: ${EVENT}: 5 killed, says SOUTHCOM.`,
      expect.stringMatching(/^~~WITHDRAWN/),
      "• Wed 18 Mar: CORRECTED · not withdrawn after all: 3 killed, says SOUTHCOM",
      "• Thu 19 Mar: CORRECTED 3 -> 5 killed",
    ]);
  });

  it("twice updated by two speakers is laid at the door of neither", async () => {
    const s = await told();
    const ap: Why = { ...updated, by: { en: "AP", es: "AP" } };
    await step(s, "2026-03-18T09:00:00-04:00", "strike.changed", four, { why: updated });
    await step(s, "2026-03-19T09:00:00-04:00", "strike.changed", five, { why: ap });
    expect(firstLines(s, 1)[0]).toBe(`UPDATED 3 -> 5 killed · ${EVENT}.`);
    await step(s, "2026-03-20T09:00:00-04:00", "strike.changed", strike({ figures: [killed(6)] }), { why: ap });
    expect(firstLines(s, 1)[1]).toBe(`UPDATED 4 -> 6 killed · ${EVENT}. AP revised what it had said.`);
  });

  it("tells the day of a new figure where one is stated", async () => {
    const s = await told();
    const dated = strike({ figures: [killed(4, { date: "2026-03-18" })] });
    await step(s, "2026-03-19T09:00:00-04:00", "strike.changed", dated, { why: updated });
    expect(s.texts()[1]).toBe(`UPDATED 3 -> 4 killed · ${EVENT}. SOUTHCOM raised its figure on Wed 18 Mar.`);
  });
});

describe("several versions that a channel hears of at once", () => {
  it("of different words are told by none of them, but what is so now and each step", async () => {
    const s = await told();
    await s.write("strike.changed", four, { why: updated });
    await s.write("strike.changed", atLeast4, { why: wrong });
    await (await s.news()).catchUp();
    await s.settle();
    expect(s.texts()[1]?.split("\n")).toEqual([
      `NOW at least 4 killed (was 3) · ${EVENT}.`,
      "• Tue 17 Mar: UPDATED 3 -> 4 killed",
      "• Tue 17 Mar: CORRECTED 4 -> at least 4 killed",
    ]);
  });
});

describe("a message of a chain that a moderator deleted", () => {
  it.each([
    ["first", "m1"],
    ["middle", "m2"],
    ["last", "m3"],
  ])(
    "the %s: its edit ends there, the answer says all by itself, and the next answers what still stands",
    async (_which, gone) => {
      const s = await told();
      await step(s, "2026-03-18T09:00:00-04:00", "strike.changed", four, { why: updated });
      await step(s, "2026-03-19T09:00:00-04:00", "strike.changed", atLeast4, { why: wrong });
      s.gone.add(gone);
      await step(s, "2026-03-20T09:00:00-04:00", "strike.changed", five, { why: updated });
      expect(s.posts.at(-1)?.message.content).toBe(
        `UPDATED at least 4 killed -> 5 killed · ${EVENT}. SOUTHCOM revised what it had said.`,
      );
      expect(states(await s.rows()).filter((one) => one.includes("message-deleted"))).toHaveLength(1);
      await step(s, "2026-03-21T09:00:00-04:00", "strike.changed", strike({ figures: [killed(6)] }), { why: wrong });
      // What is known to be gone is neither tried again, nor answered, nor led to.
      expect(states(await s.rows()).filter((one) => one.includes("message-deleted"))).toHaveLength(1);
      expect(s.posts.slice(1, 4).map(({ how }) => how.replyTo)).toEqual(["m1", "m2", "m3"]);
      expect(s.posts[4]?.how.replyTo).toBe("m4");
      expect(JSON.stringify(s.edits.slice(-3))).not.toContain(`/${gone}"`);
      const others = ["m1", "m2", "m3", "m4"].filter((one) => one !== gone);
      for (const id of others)
        expect(s.edits.findLast(({ messageId }) => messageId === id)?.message.content, id).toMatch(
          /^(NOW 6|CORRECTED 5 -> 6)/,
        );
    },
  );

  it("the newest: the answer after it goes to the one before, also after a restart", async () => {
    const s = await told();
    await step(s, "2026-03-18T09:00:00-04:00", "strike.changed", four, { why: updated });
    s.gone.add("m2");
    // Only a link: nothing is told, and the edit finds the message gone.
    const link = { ...four, sources: [{ publisher: "SOUTHCOM", url: "https://example.org/2", date: "2026-03-17" }] };
    await step(s, "2026-03-18T10:00:00-04:00", "strike.changed", link, { why: wrong });
    await step(
      s,
      "2026-03-18T11:00:00-04:00",
      "strike.changed",
      { ...link, sources: [{ publisher: "SOUTHCOM", url: "https://example.org/3", date: "2026-03-17" }] },
      { why: wrong },
    );
    expect(s.edits.at(-1)?.messageId).toBe("m1");
    expect(JSON.stringify(s.edits.at(-1))).not.toContain("/m2");
    await s.courier.stop();
    const next = await strikeScene({ engine: s.engine, at: "2026-03-19T09:00:00-04:00" });
    await next.record("strike.changed", { ...link, figures: [killed(5)] }, { why: updated });
    await next.settle();
    expect(next.posts.map(({ how }) => how.replyTo)).toEqual(["m1"]);
    expect(next.edits.map(({ messageId }) => messageId)).toEqual(["m1"]);
  });

  it("all of them: the answer is posted by itself", async () => {
    const s = await told();
    s.gone.add("m1");
    const link = strike({ sources: [{ publisher: "SOUTHCOM", url: "https://example.org/2", date: "2026-03-17" }] });
    await step(s, "2026-03-18T10:00:00-04:00", "strike.changed", link, { why: wrong });
    await step(s, "2026-03-19T10:00:00-04:00", "strike.changed", { ...link, figures: [killed(4)] }, { why: updated });
    expect(s.posts[1]?.how.replyTo).toBeUndefined();
    expect(s.texts()[1]).toBe(`UPDATED 3 -> 4 killed · ${EVENT}. SOUTHCOM raised its figure.`);
  });
});
