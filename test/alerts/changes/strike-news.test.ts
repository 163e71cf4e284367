// What becomes of a strike after channels were told of it: one answer that stands alone, and each message about it edited, whatever happened in between.
import { describe, expect, it } from "vitest";
import { channel, GUILD, killed, states, strike, strikeScene, updated } from "./strike-scene.ts";
import { NEW, UPDATED, four, five, wrong, withdrawal, told, restarted, contents } from "./told-strike.ts";

describe("a strike that channels were told of", () => {
  it("is answered once with old and new, and what stands there is edited after that", async () => {
    const s = await told({}, 2);
    await s.record("strike.changed", four, { why: updated });
    await s.settle();
    expect(s.texts()).toEqual([NEW, NEW, UPDATED, UPDATED]);
    for (const [i, answer] of s.posts.slice(2).entries()) {
      expect(answer.how.silent).toBe(false);
      expect(answer.how.replyTo).toBe(s.posts[i]?.messageId);
      expect(answer.channel).toBe(s.posts[i]?.channel);
    }
    expect(contents(s).sort()).toEqual([`m1: ${UPDATED}\n~~${NEW}~~`, `m2: ${UPDATED}\n~~${NEW}~~`]);
    expect(s.did.indexOf("post m3")).toBeLessThan(s.did.indexOf("edit m1"));
    const footers = [s.posts[0]?.message, s.edits.find(({ messageId }) => messageId === "m1")?.message].map(
      (message) => /#.*$/.exec(message?.embed?.footer ?? "")?.[0],
    );
    expect(footers[0]).toBe(footers[1]);
    expect(states(await s.rows()).slice(2)).toEqual([
      "strike.changed sent: delivered",
      "strike.changed sent: delivered",
      "edit strike.changed sent: put-right",
      "edit strike.changed sent: put-right",
    ]);
    expect(s.broken).toEqual([]);
  });

  it("shows what changed, why in quotes, who says so and Vigía's count old and new", async () => {
    const s = await told();
    await s.record("strike.changed", four, {
      why: {
        ...updated,
        reason: { es: "Segundo comunicado" },
        source: { publisher: "AP", url: "https://example.org/ap" },
        confirmedBy: "x",
      },
    });
    await s.settle();
    const fields = new Map(s.posts[1]?.message.embed?.fields?.map(({ name, value }) => [name, value]));
    expect(fields.get("What changed")).toBe("• Killed, as announced: ~~3, says SOUTHCOM~~ 4, says SOUTHCOM");
    expect(fields.get("Reason")).toBe("“Segundo comunicado” (in Spanish)");
    expect(fields.get("By")).toBe("SOUTHCOM\n• [AP](https://example.org/ap), undated\nConfirmed by a second person.");
    expect(fields.get("Vigía's count")).toBe(
      "~~1 strike, 3 killed as announced, 3 with presumed dead~~\n1 strike, 4 killed as announced, 4 with presumed dead",
    );
  });

  it("withdrawn is not to be used: the answer says so and what stands there too", async () => {
    const s = await told();
    await s.record("strike.withdrawn", withdrawal);
    await s.settle();
    const line =
      "WITHDRAWN, do not use · US strike on a vessel, eastern Pacific, announced Tue 17 Mar (3 killed). Reason: same strike as 16 Mar, recorded twice.";
    expect(s.texts()).toEqual([NEW, line]);
    expect(contents(s)).toEqual([`m1: ${line}\n~~${NEW}~~`]);
    expect(s.posts[1]?.message.embed?.fields?.at(-1)?.value).toBe(
      "~~1 strike, 3 killed as announced, 3 with presumed dead~~\n0 strikes, 0 killed as announced, 0 with presumed dead",
    );
  });

  it("two changes in a row are each answered, and every message is compared with what it said itself", async () => {
    const s = await told();
    await s.record("strike.changed", four, { why: updated });
    await s.settle();
    await s.record("strike.changed", five, { why: wrong });
    await s.settle();
    const line = (was: number) =>
      `CORRECTED ${was} -> 5 killed · US strike on a vessel, eastern Pacific, announced Tue 17 Mar. Vigía had it wrong: a typing error.`;
    expect(s.texts()).toEqual([NEW, UPDATED, line(4)]);
    expect(s.posts[2]?.how.replyTo).toBe("m2");
    const chain = [
      "NOW 5 killed (was 3) · US strike on a vessel, eastern Pacific, announced Tue 17 Mar.",
      `~~${NEW}~~`,
      "• Tue 17 Mar: UPDATED 3 -> 4 killed",
      "• Tue 17 Mar: CORRECTED 4 -> 5 killed",
    ].join("\n");
    expect(contents(s).slice(1).sort()).toEqual([`m1: ${chain}`, `m2: ${line(4)}\n~~${UPDATED}~~`]);
  });

  it("taken back within minutes reads as it did, in the message that said so", async () => {
    const s = await told();
    await s.record("strike.changed", four, { why: updated });
    await s.settle();
    await s.record("strike.changed", strike(), { why: { is: "undone", reason: { en: "x" } } });
    await s.settle();
    expect(s.texts().at(-1)).toBe(
      "CORRECTED 4 -> 3 killed · US strike on a vessel, eastern Pacific, announced Tue 17 Mar. Whoever recorded it took it back.",
    );
    expect(s.edits.findLast(({ messageId }) => messageId === "m1")?.message.content).toBe(NEW);
    expect(s.edits.findLast(({ messageId }) => messageId === "m2")?.message.content).toMatch(
      /^CORRECTED 4 -> 3 .*\n~~UPDATED/,
    );
  });

  it("several versions at once are told as one", async () => {
    const s = await told();
    await s.write("strike.changed", four, { why: updated });
    await s.write("strike.changed", five, { why: updated });
    await (await s.news()).catchUp();
    await s.settle();
    expect(s.texts()).toEqual([NEW, UPDATED.replace("3 -> 4", "3 -> 5")]);
    expect(s.edits).toHaveLength(1);
  });

  it("changed in the data files says no more than that", async () => {
    const s = await told();
    await s.record("strike.changed", four);
    await s.settle();
    expect(s.texts().at(-1)).toBe(
      "CHANGED IN THE RECORD 3 -> 4 killed · US strike on a vessel, eastern Pacific, announced Tue 17 Mar. Changed in Vigía's record; no reason is stated.",
    );
  });

  it("planned twice, after a restart too, is told once", async () => {
    const s = await told();
    await s.record("strike.changed", four, { why: updated });
    await (await s.news("another")).catchUp();
    await s.settle();
    await (await s.news("a third")).catchUp();
    await s.settle();
    const next = await restarted(s);
    await (await next.news("a fourth")).catchUp();
    await next.settle();
    expect([s.posts.length, s.edits.length, next.posts.length, next.edits.length]).toEqual([2, 1, 0, 0]);
    expect(await next.rows()).toHaveLength(3);
  });

  it("is told also where the channel was told months ago and its subscription has ended since, without a mention", async () => {
    const s = await told();
    s.hand.set("2026-08-01T10:00:00-04:00");
    await s.end(1);
    await s.subscribe(2);
    const next = await restarted(s);
    next.hand.set("2026-08-01T10:00:01-04:00");
    await next.record("strike.changed", four, { why: updated });
    await next.settle();
    expect(next.posts.map(({ channel: to, message }) => [to, message.content, message.roles])).toEqual([
      [channel(1), UPDATED, undefined],
    ]);
    expect(contents(next)).toEqual([`m1: ${UPDATED}\n~~${NEW}~~`]);
  });

  it("is not told to a channel that subscribed since, nor to one that never saw it", async () => {
    const s = await strikeScene();
    await s.subscribe(1);
    await s.record("strike.recorded", strike());
    s.answers.push({ is: "never", why: "refused-form", closes: false });
    await s.settle();
    await s.subscribe(2);
    await s.record("strike.changed", four, { why: updated });
    await s.settle();
    expect(s.posts).toEqual([]);
    expect(states(await s.rows())).toEqual(["strike.recorded failed: refused-form"]);
  });

  it("is answered and edited in the channel's language", async () => {
    const s = await strikeScene();
    await s.subscribe(1, "es");
    await s.record("strike.recorded", strike());
    await s.settle();
    await s.record("strike.changed", five, { why: wrong });
    await s.settle();
    const line =
      "CORREGIDO 3 -> 5 muertos · Ataque de EE. UU. a una embarcación, Pacífico oriental, anunciado el martes 17 mar. Vigía lo tenía mal: un error de tipeo.";
    expect(s.texts()[1]).toBe(line);
    expect(s.edits[0]?.message.content).toBe(`${line}\n~~${s.texts()[0]}~~`);
  });

  it("keeps a message in its own words when its channel has another language by now", async () => {
    const s = await told();
    await s.subscriptions.subscribe({
      guildId: GUILD,
      channelId: channel(1),
      kind: "channel",
      language: "es",
      zone: "America/Guayaquil",
      topics: ["strikes", "curfews"],
      areas: ["EC"],
      owner: "900000000000000008",
    });
    await s.record("strike.changed", four, { why: updated });
    await s.settle();
    expect(s.texts()[1]).toMatch(/^ACTUALIZADO 3 -> 4 muertos/);
    expect(contents(s)).toEqual([`m1: ${UPDATED}\n~~${NEW}~~`]);
  });
});

describe("what changes no word of a strike's notice", () => {
  it("only a link: the message is edited in silence and its first line stays", async () => {
    const s = await told();
    await s.record(
      "strike.changed",
      strike({ sources: [{ publisher: "SOUTHCOM", url: "https://example.org/2", date: "2026-03-17" }] }),
      { why: wrong },
    );
    await s.settle();
    expect(s.texts()).toEqual([NEW]);
    expect(contents(s)).toEqual([`m1: ${NEW}`]);
    expect(JSON.stringify(s.edits[0]?.message.embed)).toContain("https://example.org/2");
    expect(states(await s.rows())).toEqual(["strike.recorded sent: delivered", "edit strike.changed sent: put-right"]);
  });

  it("another source that says the same: edited in silence; one that says otherwise is news", async () => {
    const s = await told();
    const ap = { publisher: "AP", url: "https://example.org/ap", date: "2026-03-18" };
    const { sources } = strike();
    await s.record("strike.changed", strike({ sources: [...sources, ap] }), { why: { is: "added" } });
    await s.settle();
    expect(s.texts()).toEqual([NEW]);
    expect(JSON.stringify(s.edits[0]?.message.embed)).toMatch(/2 sources/);
    const figures = [killed(3), killed(4, { atLeast: true, by: { en: "AP", es: "AP" } })];
    await s.record("strike.changed", strike({ sources: [...sources, ap], figures }), { why: { is: "added" } });
    await s.settle();
    expect(s.texts()[1]).toBe(
      "NEW SOURCE · US strike on a vessel, eastern Pacific, announced Tue 17 Mar. AP says at least 4; SOUTHCOM said 3.",
    );
  });

  it("nothing that is shown: nothing happens at all", async () => {
    const s = await told();
    await s.record("strike.changed", strike({ confidence: "low", detail: { en: "A boat" } }), { why: wrong });
    await s.settle();
    expect(s.did).toEqual(["post m1"]);
    expect(await s.rows()).toHaveLength(1);
  });

  it("a source that was taken back is told, also where the figure stays", async () => {
    const ap = { publisher: "AP", url: "https://example.org/ap", date: "2026-03-18" };
    const { sources } = strike();
    const s = await strikeScene();
    await s.subscribe(1);
    await s.record("strike.recorded", strike({ sources: [...sources, ap] }));
    await s.settle();
    const back = { ...ap, withdrawn: { on: "2026-03-18" } };
    await s.record("strike.changed", strike({ sources: [...sources, back] }));
    await s.settle();
    expect(s.texts()[1]).toBe(
      "SOURCE TAKEN BACK · US strike on a vessel, eastern Pacific, announced Tue 17 Mar: 3 killed, says SOUTHCOM. Changed in Vigía's record; no reason is stated. No longer counted, because it was taken back: AP.",
    );
    expect(s.edits).toHaveLength(1);
  });
});

describe("a strike that was withdrawn and stands again", () => {
  it.each(["strike.changed", "strike.recorded"] as const)(
    "by %s is answered where it was told, and new to those who never heard of it",
    async (kind) => {
      const s = await told();
      await s.record("strike.withdrawn", withdrawal);
      await s.settle();
      await s.subscribe(2);
      s.hand.set("2026-03-17T10:05:00-04:00");
      await s.record(kind, strike(), { why: { is: "undone", reason: { en: "x" } } });
      await s.settle();
      const again =
        "CORRECTED · not withdrawn after all: US strike on a vessel, eastern Pacific, announced Tue 17 Mar: 3 killed, says SOUTHCOM. Whoever recorded it took it back.";
      expect(
        s.posts
          .slice(2)
          .map(({ channel: to, message }) => `${to} ${message.content}`)
          .sort(),
      ).toEqual([`${channel(1)} ${again}`, `${channel(2)} ${NEW}`]);
      expect(s.edits.findLast(({ messageId }) => messageId === "m1")?.message.content).toBe(NEW);
      expect(s.edits.findLast(({ messageId }) => messageId === "m2")?.message.content).toMatch(
        /^CORRECTED · not withdrawn after all: .*\n~~WITHDRAWN, do not use/,
      );
    },
  );
});

describe("history that somebody wants announced", () => {
  it("is announced, and without that wish it is not", async () => {
    const s = await strikeScene();
    await s.subscribe(1);
    const old = { date: "2026-03-01" };
    await s.record("strike.recorded", strike({ ...old, id: "s2" }));
    await s.record("strike.recorded", strike({ ...old, id: "s3" }), { announce: true });
    await s.settle();
    expect(s.texts()).toEqual([NEW.replace("Tue 17 Mar", "Sun 1 Mar")]);
    expect((await s.rows())[0]?.alert).toMatchObject({ subject: "s3" });
  });
});
