// Decrees declared, changed and taken back while a channel listens: what it is shown, what is put right, and what is never told of again.
import { describe, expect, it } from "vitest";
import { deliveryId } from "../../../src/alerts/ledger/ledger.ts";
import type { Curfew } from "../../../src/domain/curfew.ts";
import type { Delivery } from "../../../src/domain/delivery.ts";
import { wordsOf } from "../../views/reading.ts";
import { CHANNEL, changeScene, decree, ec } from "./change-scene.ts";

type Scene = Awaited<ReturnType<typeof changeScene>>;

/** A channel that follows Guayas; the decree stands since the noon before. */
async function evening(
  at: string,
  { old = decree(), areas = ["EC-G"] }: { old?: Curfew; areas?: string[] } = {},
): Promise<Scene> {
  const s = await changeScene("2026-03-15T12:00");
  await s.record("curfew.declared", old);
  s.hand.set(ec("2026-03-15T21:58"));
  await s.clockwork.tick(s.hand.clock.now());
  await s.subscribe(areas);
  s.courier.start();
  if (at > "2026-03-15T21:58") await s.playTo(at);
  return s;
}

async function change(
  s: Scene,
  content: Curfew,
  kind: "curfew.changed" | "curfew.lifted" | "curfew.annulled" = "curfew.changed",
) {
  const before = s.posts.length;
  await s.record(kind, content);
  await s.settle();
  return s.posts.slice(before);
}

const BEGAN = "🔴 CURFEW NOW until Mon 16 Mar 05:00 (EC time): EC-G.";
const tonight = (hours: { start?: string; end?: string }) =>
  decree({ exceptions: [{ night: "2026-03-15", off: false, ...hours }] });
const lifted = (from: string, more: Partial<Curfew> = {}) =>
  decree({ lifted: { by: { en: "Decreto 2", es: "Decreto 2" }, date: from.slice(0, 10), from: ec(from) }, ...more });

describe("a change in the middle of a night", () => {
  it("shortened at 01:00 to end at 03:00: the notice answers the begin, which is put right, and one end comes, at 03:00", async () => {
    const s = await evening("2026-03-16T01:00");
    const [notice, ...others] = await change(s, tonight({ end: "03:00" }));
    expect(others).toEqual([]);
    expect(notice?.message.content).toBe(
      "⚠️ CHANGED: curfew now ends Mon 16 Mar 03:00 (was 05:00): EC-G. Now: CURFEW until Mon 16 Mar 03:00 (EC time).",
    );
    expect(notice?.how).toMatchObject({ replyTo: "m1", silent: false });
    expect(s.edits.map(({ messageId, message }) => [messageId, message.content])).toEqual([
      ["m1", `⚠️ CHANGED: curfew now ends Mon 16 Mar 03:00 (was 05:00): EC-G.\n~~${BEGAN}~~`],
    ]);
    await s.playTo("2026-03-16T06:00");
    expect(s.texts().slice(2)).toEqual(["⚪ Curfew over at 03:00, Mon 16 Mar: EC-G. Next: today 23:00 (EC time)."]);
  });

  it("extended at 04:30 from 05:00 to 08:00: nothing ends at 05:00", async () => {
    const s = await evening("2026-03-16T04:30");
    const [notice] = await change(s, tonight({ end: "08:00" }));
    expect(notice?.message.content).toMatch(
      /^⚠️ CHANGED: curfew now ends Mon 16 Mar 08:00 \(was 05:00\): EC-G\. Now: CURFEW until Mon 16 Mar 08:00/,
    );
    expect(s.edits).toHaveLength(1);
    await s.playTo("2026-03-16T07:59");
    expect(s.texts()).toHaveLength(2);
    await s.playTo("2026-03-16T08:00");
    expect(s.texts().slice(2)).toEqual([expect.stringMatching(/^⚪ Curfew over at 08:00/)]);
  });

  it("extended when it was over already: it holds again, and what said that it was over is put right", async () => {
    const s = await evening("2026-03-16T06:00");
    const [notice] = await change(s, tonight({ end: "08:00" }));
    expect(notice?.message.content).toMatch(/CURFEW NOW until Mon 16 Mar 08:00/);
    expect(notice?.how.replyTo).toBe("m2");
    expect(s.edits.map(({ messageId }) => messageId).sort()).toEqual(["m1", "m2"]);
    await s.playTo("2026-03-16T09:00");
    expect(s.texts().slice(3)).toEqual([expect.stringMatching(/^⚪ Curfew over at 08:00/)]);
  });

  it("lifted while its begin still waits to be posted: only that it is over is told", async () => {
    const s = await evening("2026-03-15T22:59");
    s.answers.push({ is: "again", afterMs: 60_000, why: "rate-limited" });
    await s.playTo("2026-03-15T23:00");
    s.hand.set(ec("2026-03-16T00:30"));
    await s.record("curfew.lifted", lifted("2026-03-16T00:15"));
    s.hand.pass(61_000);
    await s.settle();
    expect(s.texts()).toEqual([expect.stringMatching(/^⚠️ CHANGED: curfew over since 00:15/)]);
  });

  it("lifted at 00:30, over since 00:15: told once, and no later edge of that night or of others", async () => {
    const s = await evening("2026-03-16T00:30");
    const [notice] = await change(s, lifted("2026-03-16T00:15"), "curfew.lifted");
    expect(notice?.message.content).toMatch(
      /^⚠️ CHANGED: curfew over since 00:15 \(was until Mon 16 Mar 05:00\): EC-G\. Lifted by: Decreto 2\. Now: no curfew/,
    );
    expect(s.edits[0]?.message.content).toMatch(
      /^⚠️ CHANGED in EC-G: curfew over since Mon 16 Mar 00:15.*\n~~🔴 CURFEW NOW/,
    );
    await s.playTo("2026-03-17T06:00");
    expect(s.texts()).toHaveLength(2);
  });

  it("a begin moved from 23:00 to 21:00 and recorded at 21:30 holds at once, is told as such, and does not begin again at 23:00", async () => {
    const s = await changeScene("2026-03-15T21:00");
    await s.record("curfew.declared", decree());
    await s.subscribe();
    s.courier.start();
    await s.playTo("2026-03-15T21:30");
    const [notice] = await change(
      s,
      decree({ rules: [{ start: "21:00", end: "05:00", areas: ["EC-G"], areasPartial: false }] }),
    );
    expect(notice?.message.content).toBe(
      "⚠️ CHANGED in EC-G: CURFEW NOW until Mon 16 Mar 05:00; hours now 21:00-05:00 (were 23:00-05:00). Daily 21:00-05:00 until Tue 31 Mar 05:00 (EC time).",
    );
    await s.playTo("2026-03-16T05:00");
    expect(s.texts().slice(1)).toEqual([
      expect.stringMatching(/^⚪ Curfew over at 05:00, Mon 16 Mar: EC-G\. Next: today 21:00/),
    ]);
  });

  it("an area added at 01:00 has a curfew now; those who had it keep their message", async () => {
    const s = await evening("2026-03-16T01:00", { areas: ["EC-G", "EC-R"] });
    const [notice] = await change(s, decree({}, ["EC-G", "EC-R"]));
    expect(notice?.message.content).toBe(
      "⚠️ CHANGED: CURFEW NOW until Mon 16 Mar 05:00: EC-R. Daily 23:00-05:00 until Tue 31 Mar 05:00 (EC time).",
    );
    expect(notice?.how.replyTo).toBeUndefined();
    expect(s.edits).toEqual([]);
    await s.playTo("2026-03-16T05:00");
    expect(s.texts().at(-1)).toMatch(/^⚪ Curfew over at 05:00, Mon 16 Mar: EC-G, EC-R\./);
  });

  it("an area taken out at 01:00: only what was said of it is put right", async () => {
    const s = await evening("2026-03-16T01:00", { areas: ["EC-G", "EC-R"], old: decree({}, ["EC-G", "EC-R"]) });
    await change(s, decree({}, ["EC-R"]));
    expect(s.edits.map(({ message }) => message.content)).toEqual([
      "⚠️ CHANGED in EC-G: curfew over since Mon 16 Mar 01:00 (was until Mon 16 Mar 05:00).\n~~🔴 CURFEW NOW until Mon 16 Mar 05:00 (EC time): EC-G, EC-R.~~",
    ]);
    await s.playTo("2026-03-16T05:00");
    expect(s.texts().at(-1)).toMatch(/^⚪ Curfew over at 05:00, Mon 16 Mar: EC-R\./);
  });
});

describe("a notice beforehand", () => {
  const soonAt = (s: Scene) => s.ledger.plan(soonRows(s));

  it("that is still unposted when its night is taken off is not posted; the change was told", async () => {
    const s = await evening("2026-03-15T20:00");
    s.answers.push({ is: "again", afterMs: 60_000, why: "rate-limited" });
    await soonAt(s);
    await s.settle();
    expect(s.posts).toEqual([]);
    await s.record("curfew.changed", decree({ exceptions: [{ night: "2026-03-15", off: true }] }));
    s.hand.pass(61_000);
    await s.settle();
    expect(s.texts()).toEqual([
      "⚠️ CHANGED: no curfew tonight, Sun 15 Mar 23:00 -> Mon 05:00: EC-G. Now: no curfew; next tomorrow 23:00 (EC time).",
    ]);
    const rows = await s.rows();
    expect(rows.map(({ alert, state, reason }) => [alert.kind, state, reason])).toEqual(
      expect.arrayContaining([
        ["curfew.began", "skipped", "no-longer-so"],
        ["curfew.changed", "sent", "delivered"],
      ]),
    );
    await s.playTo("2026-03-16T06:00");
    expect(s.posts).toHaveLength(1);
  });

  it("that may stand there though nobody knows is looked for, and put right", async () => {
    const s = await evening("2026-03-15T20:00");
    s.answers.push({ is: "unsure", why: "timed-out" });
    await soonAt(s);
    await s.settle();
    await s.record("curfew.changed", decree({ exceptions: [{ night: "2026-03-15", off: true }] }));
    s.look("m77");
    s.hand.pass(301_000);
    await s.settle();
    expect(s.texts()).toEqual([expect.stringMatching(/^⚠️ CHANGED: no curfew tonight/)]);
    expect(s.edits).toEqual([
      {
        messageId: "m77",
        message: expect.objectContaining({
          content: expect.stringMatching(
            /^⚠️ CHANGED: no curfew Sun 15 Mar 23:00 -> Mon 05:00: EC-G\.\n~~🔴 CURFEW NOW/,
          ),
        }),
      },
    ]);
    expect((await s.rows()).find(({ edits }) => edits !== undefined)).toMatchObject({
      state: "sent",
      reason: "put-right",
    });
  });

  it("that nobody posted needs no putting right", async () => {
    const s = await evening("2026-03-15T20:00");
    s.answers.push({ is: "unsure", why: "timed-out" });
    await soonAt(s);
    await s.settle();
    await s.record("curfew.changed", decree({ exceptions: [{ night: "2026-03-15", off: true }] }));
    s.hand.pass(301_000);
    await s.settle();
    expect(s.edits).toEqual([]);
    expect((await s.rows()).map(({ state, reason }) => `${state} ${reason}`).sort()).toEqual([
      "sent delivered",
      "skipped never-posted",
      "skipped no-longer-so",
    ]);
  });
});

/** The row of tonight's begin, as the tick will plan it. */
function soonRows(s: Scene): Delivery[] {
  const now = s.hand.clock.now();
  const since = Date.parse(ec("2026-03-15T23:00"));
  const until = since + 6 * 3_600_000;
  const alert: Delivery["alert"] = {
    kind: "curfew.began",
    id: "b".repeat(64),
    at: now,
    country: "EC",
    groups: [{ areas: ["EC-G"], since, until, curfews: ["d1"] }],
  };
  return [
    {
      v: 1,
      id: deliveryId(alert.id, CHANNEL),
      alert,
      destination: CHANNEL,
      channelId: CHANNEL,
      guildId: "900000000000000009",
      language: "en",
      subscriptions: ["x"],
      shown: ["EC-G"],
      roles: [],
      loud: true,
      state: "planned",
      reason: "in-time",
      dueAt: now,
      plannedAt: now,
      expiresAt: until,
      plannedMachine: s.hand.clock.wall(),
      parts: [],
      attempts: [],
    },
  ];
}

describe("what is announced", () => {
  it("is a decree from its first version on, to channels whose places it concerns, once", async () => {
    const s = await changeScene("2026-03-13T12:00");
    await s.subscribe();
    await s.subscribe(["EC-R"], "es", "900000000000000002");
    s.courier.start();
    await s.record("curfew.declared", decree());
    await s.settle();
    expect(s.texts()).toEqual([
      "⚠️ NEW CURFEW from Sun 15 Mar 23:00: EC-G. Daily 23:00-05:00 until Tue 31 Mar 05:00 (EC time).",
    ]);
    await (await s.build()).catchUp();
    await s.settle();
    expect(s.posts).toHaveLength(1);
    expect((await s.rows())[0]).toMatchObject({ shown: ["EC-G"], alert: { kind: "curfew.declared" } });
    expect((await s.rows())[0]?.alert).not.toHaveProperty("before");
  });

  it("is neither history nor what lies ahead of the clock, nor what is over", async () => {
    const s = await changeScene("2026-03-16T12:00");
    await s.subscribe();
    await s.record("curfew.declared", decree(), { knownFrom: ec("2026-03-02T00:00") });
    await s.record("curfew.declared", { ...decree(), id: "d2" }, { knownFrom: ec("2026-03-17T00:00") });
    await s.record("curfew.declared", { ...decree({ firstNight: "2026-03-10", lastNight: "2026-03-14" }), id: "d3" });
    expect(await s.rows()).toEqual([]);
    // Known two days ago: a source that we had already.
    await s.record(
      "curfew.declared",
      { ...decree({ lastNight: "2026-04-05" }), id: "d4" },
      { knownFrom: ec("2026-03-14T12:00") },
    );
    expect(await s.rows()).toHaveLength(1);
  });

  it("is no note, no source, no past night; but who may be out and what is threatened", async () => {
    const s = await evening("2026-03-15T20:00");
    for (const more of [
      { notes: [{ en: "n", es: "n" }] },
      { sources: [{ publisher: "other" }] },
      { amendments: [{ date: "2026-03-15", effect: { en: "x", es: "x" } }] },
      { firstNight: "2026-03-10" },
    ] satisfies Partial<Curfew>[])
      expect(await change(s, decree(more))).toEqual([]);
    const [exempt] = await change(s, decree({ exempt: [{ en: "press", es: "prensa" }] }));
    expect(exempt?.message.content).toBe(
      "⚠️ CHANGED in EC-G: exemptions changed; hours stay as they are, daily 23:00-05:00 until Tue 31 Mar 05:00. Now: no curfew; next tonight 23:00 (EC time).",
    );
    expect(exempt && wordsOf(exempt.message)).toContain("exempt now: press");
    const [penalty] = await change(
      s,
      decree({ exempt: [{ en: "press", es: "prensa" }], penalty: { en: "a fine", es: "multa" } }),
    );
    expect(penalty?.message.content).toMatch(/^⚠️ CHANGED in EC-G: penalty changed; hours stay/);
    expect(penalty && wordsOf(penalty.message)).toContain("penalty: ~~not stated~~ a fine");
  });

  it("is a second decree over the same hours: it exists, and the hours stay", async () => {
    const s = await evening("2026-03-15T20:00");
    await s.record("curfew.declared", { ...decree(), id: "d2", decree: "Decreto 2" });
    await s.settle();
    expect(s.texts()).toEqual([
      "⚠️ NEW DECREE in EC-G: hours stay as they are, daily 23:00-05:00 until Tue 31 Mar 05:00. Now: no curfew; next tonight 23:00 (EC time).",
    ]);
    expect(s.edits).toEqual([]);
  });

  it("is one notice for several versions at once, compared with the one before the first; several decrees are several", async () => {
    const s = await evening("2026-03-15T20:00");
    const first = decree({ lastNight: "2026-03-20" });
    const head = s.store.head("curfew", "d1")?.id ?? "";
    const one = await s.store.record([{ kind: "curfew.changed", subject: "d1", prev: head, content: first }], "p");
    if (one.is !== "recorded") throw new Error(one.is);
    const second = decree({ lastNight: "2026-03-22" });
    await s.store.record(
      [
        { kind: "curfew.changed", subject: "d1", prev: one.facts[0]?.id ?? "", content: second },
        { kind: "curfew.declared", subject: "d2", content: { ...decree({}, ["EC-1202"]), id: "d2" } },
        {
          kind: "curfew.declared",
          subject: "d3",
          content: { ...decree({}, ["EC-G"]), id: "d3", firstNight: "2026-04-01", lastNight: "2026-04-02" },
        },
      ],
      "p",
    );
    await (await s.build()).catchUp();
    await s.settle();
    expect(s.texts().toSorted()).toEqual([
      expect.stringMatching(/^⚠️ CHANGED: no curfew Mon 23 Mar 23:00 -> Tue 05:00 and on 7 more nights: EC-G/),
      expect.stringMatching(/^⚠️ NEW DECREE: curfew now ends Fri 3 Apr 05:00/),
    ]);
    expect((await s.rows()).find(({ alert }) => alert.kind === "curfew.changed")?.alert).toMatchObject({
      before: head,
    });
  });

  it("is one new decree where its whole life came at once", async () => {
    const s = await changeScene("2026-03-15T20:00");
    await s.subscribe();
    s.courier.start();
    const one = await s.store.record([{ kind: "curfew.declared", subject: "d1", content: decree() }], "p");
    if (one.is !== "recorded") throw new Error(one.is);
    const prev = one.facts[0]?.id ?? "";
    await s.record("curfew.lifted", lifted("2026-03-20T05:00"), { prev });
    await s.settle();
    expect(s.texts()).toEqual([
      expect.stringMatching(
        /^⚠️ NEW CURFEW from tonight, Sun 15 Mar 23:00: EC-G\. Daily 23:00-05:00 until Fri 20 Mar 05:00/,
      ),
    ]);
  });

  it("is told late where it was recorded while nobody planned, and goes to who listened then", async () => {
    const s = await evening("2026-03-15T20:00");
    await s.store.record(
      [
        {
          kind: "curfew.changed",
          subject: "d1",
          prev: s.store.head("curfew", "d1")?.id ?? "",
          content: decree({ lastNight: "2026-03-20" }),
        },
      ],
      "p",
    );
    s.hand.set(ec("2026-03-15T22:30"));
    await s.subscribe(["EC-G"], "en", "900000000000000003");
    await (await s.build()).catchUp();
    await s.settle();
    expect(s.texts()).toEqual([expect.stringMatching(/\(This notice is 32 min late; Vigía was down\.\)$/)]);
  });
});

describe("a notice that waited", () => {
  const short = (day: number) => decree({ lastNight: `2026-03-${day}` });

  it("tells what holds when it is posted, not what was so when it was planned", async () => {
    const s = await evening("2026-03-15T20:00");
    const wait = { is: "again", afterMs: 60_000, why: "rate-limited" } as const;
    s.answers.push(wait, wait);
    await s.record("curfew.changed", short(20));
    await s.settle();
    // A row reads otherwise once it was read back from the store: tried twice, it was worded twice alike.
    s.hand.pass(61_000);
    await s.settle();
    await s.record("curfew.changed", short(25));
    s.hand.pass(61_000);
    await s.settle();
    expect(s.texts()).toEqual([
      expect.stringMatching(/^⚠️ CHANGED: curfew now ends Thu 26 Mar 05:00 \(was Tue 31 Mar\)/),
      expect.stringMatching(/^⚠️ CHANGED: curfew now ends Thu 26 Mar 05:00 \(was Sat 21 Mar\)/),
    ]);
  });

  it("of a change that was undone meanwhile is not posted", async () => {
    const s = await evening("2026-03-15T20:00");
    s.answers.push({ is: "again", afterMs: 60_000, why: "rate-limited" });
    await s.record("curfew.changed", short(20));
    await s.settle();
    await s.record("curfew.changed", decree());
    s.hand.pass(61_000);
    await s.settle();
    expect((await s.rows()).map(({ state, reason }) => `${state} ${reason}`).sort()).toContain("skipped no-longer-so");
    expect(s.texts()).toEqual([
      expect.stringMatching(/^⚠️ CHANGED: curfew now ends Tue 31 Mar 05:00 \(was Sat 21 Mar\)/),
    ]);
  });

  it("may not answer: it is posted with the old message's address", async () => {
    const s = await evening("2026-03-16T01:00");
    s.answers.push({ is: "again", why: "cannot-answer" });
    const [notice] = await change(s, tonight({ end: "03:00" }));
    expect(notice?.how.replyTo).toBeUndefined();
    expect(notice && wordsOf(notice.message)).toContain(
      `https://discord.com/channels/900000000000000009/${CHANNEL}/m1`,
    );
    expect(s.edits).toHaveLength(1);
  });
});

describe("putting right", () => {
  it("edits all that is false by now, the notices of earlier changes too, each with what it said", async () => {
    const s = await changeScene("2026-03-13T12:00");
    await s.subscribe();
    s.courier.start();
    await s.record("curfew.declared", decree());
    await s.settle();
    await change(s, decree({ lastNight: "2026-03-25" }));
    expect(s.posts[1]?.how.replyTo).toBe("m1");
    await change(s, decree({ lastNight: "2026-03-28" }));
    expect(s.posts[2]?.how.replyTo).toBe("m2");
    const told = s.edits.map(({ messageId, message }) => [messageId, message.content.split("\n")[0]]);
    expect([...told.slice(0, 1), ...told.slice(1).toSorted((a, b) => ((a[0] ?? "") < (b[0] ?? "") ? -1 : 1))]).toEqual([
      ["m1", "⚠️ CHANGED: curfew now ends Thu 26 Mar 05:00 (was Tue 31 Mar): EC-G."],
      ["m1", "⚠️ CHANGED: curfew now ends Sun 29 Mar 05:00 (was Thu 26 Mar): EC-G."],
      ["m2", "⚠️ CHANGED: curfew now ends Sun 29 Mar 05:00 (was Thu 26 Mar): EC-G."],
    ]);
    const twice = s.edits.findLast(({ messageId }) => messageId === "m2");
    expect(twice?.message.content.split("\n")[1]).toBe(`~~${s.posts[1]?.message.content}~~`);
    // Marks stay their own: the message can still be found in its channel.
    const mark = /#[\w-]+$/;
    const marks = s.posts.map(({ message }) => mark.exec(message.embed?.footer ?? "")?.[0]);
    for (const { messageId, message } of s.edits)
      expect(mark.exec(message.embed?.footer ?? "")?.[0]).toBe(messageId === "m1" ? marks[0] : marks[1]);
    expect(s.edits.every(({ message }) => !/Now|tonight|today/.test(wordsOf(message).split("~~")[0] ?? ""))).toBe(true);
  });

  it("planned again after a crash, finds its own notice no reason to put anything right", async () => {
    const s = await evening("2026-03-16T01:00");
    await change(s, tonight({ end: "03:00" }));
    const rows = (await s.rows()).length;
    await (await s.build("another")).catchUp();
    await s.settle();
    expect([(await s.rows()).length, s.posts.length, s.edits.length]).toEqual([rows, 2, 1]);
  });

  it("leaves alone what still is so: nights that are over, a next night that stays", async () => {
    const s = await evening("2026-03-16T12:00");
    expect(s.posts).toHaveLength(2);
    const [notice] = await change(s, decree({ lastNight: "2026-03-25" }));
    expect(notice?.how.replyTo).toBeUndefined();
    expect(s.edits).toEqual([]);
    await change(s, decree({ lastNight: "2026-03-25", exceptions: [{ night: "2026-03-16", off: true }] }));
    expect(s.edits.map(({ messageId }) => messageId).sort()).toEqual(["m2", "m3"]);
  });

  it("passes over a message that somebody deleted, tries again what Discord did not answer", async () => {
    const s = await evening("2026-03-16T01:00");
    s.answers.push({ is: "sent", messageId: "m2" }, { is: "never", why: "message-deleted", closes: false });
    await change(s, tonight({ end: "03:00" }));
    expect((await s.rows()).find(({ edits }) => edits)).toMatchObject({ state: "skipped", reason: "message-deleted" });
    s.answers.push({ is: "sent", messageId: "m3" }, { is: "unsure", why: "timed-out" });
    await change(s, tonight({ end: "04:00" }));
    expect(s.edits).toEqual([]);
    s.hand.pass(2_000);
    await s.settle();
    // Of m1 Discord said once that it is gone.
    expect(s.edits.map(({ messageId }) => messageId)).toEqual(["m2"]);
  });

  it("goes on after a kill between the notice and its edits, and edits nothing twice", async () => {
    const s = await evening("2026-03-16T01:00");
    await s.courier.stop();
    await s.record("curfew.changed", tonight({ end: "03:00" }));
    const notice = (await s.rows()).find(({ alert, edits }) => alert.kind === "curfew.changed" && edits === undefined);
    const entry = notice && (await s.ledger.find(notice.alert, CHANNEL));
    if (entry === undefined) throw new Error("no notice");
    expect((await s.rows()).filter(({ edits }) => edits).map(({ loud, roles }) => [loud, roles])).toEqual([
      [false, []],
    ]);
    await s.ledger.move(entry, { state: "sent", reason: "delivered" });
    const next = await changeScene("2026-03-16T01:05", { engine: s.engine });
    next.courier.start();
    await next.settle();
    expect([next.posts.length, next.edits.map(({ messageId }) => messageId)]).toEqual([0, ["m1"]]);
    const again = await changeScene("2026-03-16T01:10", { engine: s.engine });
    again.courier.start();
    await again.settle();
    expect([again.posts.length, again.edits.length]).toEqual([0, 0]);
  });

  it("says withdrawn of what was withdrawn, with the reason, and that nothing is known", async () => {
    const s = await evening("2026-03-16T00:30");
    await s.record("curfew.withdrawn", { reason: { en: "recorded twice", es: "registrado dos veces" } });
    await s.settle();
    expect(s.texts().at(-1)).toBe(
      "⚠️ WITHDRAWN, do not use: curfew daily 23:00-05:00 until Tue 31 Mar 05:00: EC-G. Reason: recorded twice. Now: NOT KNOWN (EC time).",
    );
    expect(s.edits[0]?.message.content).toMatch(/^⚠️ WITHDRAWN, do not use: .*\n~~🔴 CURFEW NOW/);
    await s.playTo("2026-03-16T06:00");
    expect(s.posts).toHaveLength(2);
  });
});
