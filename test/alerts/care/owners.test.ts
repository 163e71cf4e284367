// Who hears of trouble, and who is next: after an hour, after a handover, after somebody left. The one road over memory, a Discord of a few lines.
import { describe, expect, it } from "vitest";
import type { Subscription } from "../../../src/domain/subscription.ts";
import { collect } from "../../support.ts";
import { closuresScene, dm, ELSEWHERE, GUAYAS, GUILD, OTHER_GUILD, OWNER, SECOND, SYSTEM } from "./scene.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const THIRD = "400000000000000003";
const TEAM = "200000000000000006";

type Scene = Awaited<ReturnType<typeof closuresScene>>;

async function subscribed(own: Partial<Subscription> = { secondContact: SECOND }, options: { review?: string } = {}) {
  const s = await closuresScene(options);
  const { subscribed: to } = await s.subscribe(GUAYAS);
  for (const { id } of to.subscriptions) await s.road.subscriptions.setSubscription(GUILD, id, own);
  return s;
}
const closing = async (s: Scene) => {
  s.discord.closed.set(GUAYAS, ["SendMessages"]);
  await s.strike();
};
const since = (s: Scene) => s.road.subscriptions.destination(GUILD, GUAYAS)?.paused?.at ?? 0;
const shownIn = (s: Scene, channel: string) => s.discord.shown.filter((one) => one.channel === channel);
const ana = { id: OWNER, name: "Ana" };

describe("a direct message", () => {
  it("is in its reader's own language where that is known, a post in its channel's; forgotten with the server", async () => {
    const s = await subscribed();
    await s.road.spoken.note(GUILD, OWNER, "en");
    await s.road.spoken.note(GUILD, OWNER, "es");
    await s.reopen();
    await closing(s);
    await s.pass(61 * MINUTE);
    expect(s.discord.texts(dm(OWNER))).toEqual([expect.stringMatching(/^🔕 Los avisos de .* NO están llegando/u)]);
    expect(s.discord.texts(SYSTEM)[0]).toMatch(/have NOT arrived/u);
    expect(s.discord.texts(dm(SECOND))[0]).toMatch(/^🔕 Nobody has taken this/u);
    await s.road.channels.take(GUAYAS, since(s), ana);
    await s.settled();
    expect(JSON.stringify(shownIn(s, dm(OWNER))[0]?.message)).toMatch(/Ana se hace cargo/u);
    await s.road.forgetting.forget(GUILD);
    expect(s.road.spoken.of(GUILD, OWNER)).toBeUndefined();
    await s.reopen();
    expect(s.road.spoken.of(GUILD, OWNER)).toBeUndefined();
  });
});

describe("a closed channel that nobody takes", () => {
  it("goes to the second contact after an hour, not before, once, also over a restart", async () => {
    const s = await subscribed();
    await closing(s);
    expect(s.discord.shown.map(({ channel }) => channel).sort()).toEqual([SYSTEM, dm(OWNER)]);
    await s.pass(59 * MINUTE);
    expect(s.discord.texts(dm(SECOND))).toEqual([]);
    s.drop();
    await s.reopen();
    await s.settled();
    expect(s.discord.texts(dm(SECOND))).toEqual([]);
    await s.pass(2 * MINUTE);
    expect(s.discord.texts(dm(SECOND))).toEqual([
      "🔕 Nobody has taken this for an hour: alerts for <#200000000000000001> have NOT arrived since Mon 16 Mar 04:00 (UTC): Vigía may no longer write there (missing: Send Messages).",
    ]);
    expect(shownIn(s, dm(SECOND))[0]?.silent).toBe(false);
    s.drop();
    await s.reopen();
    for (let i = 0; i < 4; i += 1) await s.pass(40 * MINUTE);
    expect(s.discord.shown).toHaveLength(3);
    expect(s.broken).toEqual([]);
  });

  it.each<[string, (s: Scene) => Promise<unknown>]>([
    ["somebody has it", (s) => s.road.channels.take(GUAYAS, since(s), ana)],
    [
      "it is open again",
      async (s) => {
        s.discord.closed.delete(GUAYAS);
        await s.road.subscriptions.resume(GUILD, GUAYAS);
      },
    ],
    [
      "nobody is subscribed any more",
      (s) => s.road.subscriptions.end({ guildId: GUILD, channelId: GUAYAS, by: OWNER }),
    ],
  ])("calls nobody else once %s", async (_, happens) => {
    const s = await subscribed();
    await closing(s);
    await happens(s);
    await s.pass(3 * HOUR);
    expect(s.discord.texts(dm(SECOND))).toEqual([]);
    const rows = await collect(s.road.ledger.all());
    expect(rows.filter(({ destination }) => destination === `dm-${SECOND}`)).toEqual([]);
  });

  it("is not told to the second by a word that waited until somebody had it", async () => {
    const s = await subscribed();
    await closing(s);
    s.discord.refusePost = (channel) =>
      channel === dm(SECOND) ? { is: "again", why: "discord-down", afterMs: MINUTE } : undefined;
    await s.pass(61 * MINUTE);
    await s.road.channels.take(GUAYAS, since(s), ana);
    s.discord.refusePost = () => undefined;
    await s.pass(3 * MINUTE);
    expect(s.discord.texts(dm(SECOND))).toEqual([]);
  });

  it("without a second contact calls once more in the place of last resort; its press keeps that word's own mark", async () => {
    const s = await subscribed({});
    await closing(s);
    await s.pass(61 * MINUTE);
    const [first, second] = shownIn(s, SYSTEM);
    expect(second?.message.content).toBe(
      `🔕 Nobody has taken this for an hour: alerts for <#${GUAYAS}> have NOT arrived since Mon 16 Mar 04:00 (UTC): Vigía may no longer write there (missing: Send Messages). <@${OWNER}>`,
    );
    expect(second?.message.embed?.footer).not.toBe(first?.message.embed?.footer);
    expect(JSON.stringify(second?.message.rows)).toContain('"next"');
    await s.pass(3 * HOUR);
    expect(shownIn(s, SYSTEM)).toHaveLength(2);
    await s.road.channels.take(GUAYAS, since(s), ana);
    await s.settled();
    for (const one of shownIn(s, SYSTEM)) {
      expect(one.message.signature).toMatch(/^Ana has it/);
      expect(one.message.rows).toBeUndefined();
    }
    expect(second?.message.content).not.toContain("Nobody has taken");
  });

  it("goes to the place of last resort where the second's direct messages are closed, and to the second at once where nobody heard", async () => {
    const s = await subscribed();
    s.discord.deaf.add(SECOND);
    await closing(s);
    await s.pass(61 * MINUTE);
    await s.pass(MINUTE);
    expect(shownIn(s, SYSTEM)).toHaveLength(2);
    const other = await subscribed();
    other.discord.deaf.add(OWNER);
    other.discord.closed.set(SYSTEM, ["SendMessages"]);
    await closing(other);
    await other.pass(MINUTE);
    expect(other.discord.texts(dm(SECOND))).toHaveLength(1);
  });

  it("tells the second contact, too, when it is over", async () => {
    const s = await subscribed();
    await closing(s);
    await s.pass(61 * MINUTE);
    s.discord.closed.delete(GUAYAS);
    await s.road.subscriptions.resume(GUILD, GUAYAS);
    await s.settled();
    const [notice, word] = shownIn(s, dm(SECOND));
    expect(notice?.message.content).toMatch(/^🔔 Over: /);
    expect(word?.replyTo).toBe(notice?.id);
  });
});

describe("alerts that did not arrive", () => {
  async function blocked() {
    const s = await subscribed();
    s.discord.refusePost = (channel) =>
      channel === GUAYAS ? { is: "never", why: "blocked-by-moderation", closes: false } : undefined;
    await s.strike();
    return s;
  }
  const idOf = (s: Scene) => s.road.ledger.channels.undelivered()[0]?.id ?? "";

  it("go to the second contact after an hour, once, also over a restart", async () => {
    const s = await blocked();
    await s.pass(59 * MINUTE);
    expect(s.discord.texts(dm(SECOND))).toEqual([]);
    s.drop();
    await s.reopen();
    await s.pass(2 * MINUTE);
    expect(s.discord.texts(dm(SECOND))).toEqual([
      `⚠️ Nobody has taken this for an hour: an alert did NOT reach <#${GUAYAS}>: a military strike, Mon 16 Mar 04:00 (UTC). Reason: the server's AutoMod blocked it.`,
    ]);
    for (let i = 0; i < 3; i += 1) await s.pass(HOUR);
    expect(s.discord.shown).toHaveLength(3);
  });

  it("are taken by the first who says so: every notice shows it, and nobody else is called", async () => {
    const s = await blocked();
    const state = await s.road.channels.takeUndelivered(idOf(s), ana);
    expect(state?.held?.name).toBe("Ana");
    await s.settled();
    for (const channel of [dm(OWNER), SYSTEM]) {
      const [notice] = shownIn(s, channel);
      expect(notice?.message.signature).toBe("Ana has it, since Mon 16 Mar 04:00 (UTC).");
      expect(notice?.message.rows).toBeUndefined();
    }
    await s.road.channels.takeUndelivered(idOf(s), { id: SECOND, name: "Mei" });
    s.drop();
    await s.reopen();
    await s.pass(3 * HOUR);
    expect(s.discord.shown).toHaveLength(2);
    expect(s.road.channels.undelivered(idOf(s))?.held?.name).toBe("Ana");
  });
});

describe("who subscribed to trouble", () => {
  it("reads it like a last resort, once; never of the channel itself, of another server, nor where nobody may write", async () => {
    const s = await subscribed();
    await s.subscribe(TEAM, { owner: THIRD, topics: ["trouble"] });
    await s.subscribe(SYSTEM, { owner: THIRD, topics: ["trouble"] });
    await s.subscribe(ELSEWHERE, { guildId: OTHER_GUILD, owner: THIRD, topics: ["trouble"] });
    await closing(s);
    await s.pass(2 * MINUTE);
    expect(s.discord.shown.map(({ channel }) => channel).sort()).toEqual([TEAM, SYSTEM, dm(OWNER)].sort());
    expect(s.road.channels.isCarer(GUAYAS, since(s), THIRD)).toBe(true);
    s.discord.closed.set(TEAM, ["SendMessages"]);
    await s.road.subscriptions.pause(TEAM, "forbidden");
    await s.settled();
    expect(shownIn(s, TEAM)).toHaveLength(1);
    expect(s.discord.texts(dm(THIRD))).toHaveLength(1);
    expect(s.discord.texts(SYSTEM)).toHaveLength(2);
    await s.subscribe("200000000000000005");
    await s.road.subscriptions.pause("200000000000000005", "forbidden");
    await s.settled();
    expect(s.discord.texts(SYSTEM)).toHaveLength(3);
    const tried = (await collect(s.road.ledger.all())).filter(({ destination }) => destination === `notices-${TEAM}`);
    expect(tried).toHaveLength(1);
  });
});

describe("a handover", () => {
  const handOver = (s: Scene, own: { from?: string; to?: string; until?: number } = {}) =>
    s.road.duty.handOver({ guildId: GUILD, from: OWNER, to: THIRD, by: OWNER, language: "en", ...own });

  it("is told to both, moves who hears of trouble, and comes back by itself with a word to both, over restarts, once", async () => {
    const s = await subscribed();
    await handOver(s, { until: s.hand.clock.now() + 2 * DAY });
    await s.settled();
    expect(s.discord.texts(dm(THIRD))).toEqual([
      `🤝 You look after <@${OWNER}>'s alerts until Wed 18 Mar 04:00 (UTC): 1 channel.`,
    ]);
    expect(s.discord.texts(dm(OWNER))).toEqual([
      `🤝 <@${THIRD}> looks after your alerts until Wed 18 Mar 04:00 (UTC): 1 channel.`,
    ]);
    expect(JSON.stringify(shownIn(s, dm(THIRD))[0]?.message.embed)).toContain(`<#${GUAYAS}>`);
    await closing(s);
    expect(s.discord.texts(dm(OWNER))).toHaveLength(1);
    expect(s.discord.texts(dm(THIRD))[1]).toMatch(/^🔕 /);
    s.drop();
    await s.reopen();
    await s.pass(2 * DAY + MINUTE);
    expect(s.discord.texts(dm(THIRD)).filter((text) => text.startsWith("🤝"))).toEqual([
      `🤝 You look after <@${OWNER}>'s alerts until Wed 18 Mar 04:00 (UTC): 1 channel.`,
      `🤝 You no longer look after <@${OWNER}>'s alerts: 1 channel.`,
    ]);
    const mine = s.discord.texts(dm(OWNER)).filter((text) => text.startsWith("🤝"));
    expect(mine[1]).toBe(`🤝 You look after your alerts again: 1 channel. <@${THIRD}> no longer does.`);
    // Still closed: whoever has it again hears of that.
    expect(s.discord.texts(dm(OWNER)).filter((text) => text.startsWith("🔕"))).toHaveLength(1);
    const count = s.discord.shown.length;
    s.drop();
    await s.reopen();
    await s.pass(MINUTE);
    expect(s.discord.shown).toHaveLength(count);
  });

  it("is replaced by a newer one, and ended early only once", async () => {
    const s = await subscribed();
    await handOver(s);
    const { id } = await handOver(s, { to: SECOND });
    await s.pass(MINUTE);
    expect(s.discord.texts(dm(THIRD)).at(-1)).toMatch(/^🤝 You no longer look after/);
    expect(s.road.duty.ownersOf(GUILD, GUAYAS)).toEqual([SECOND]);
    expect((await s.road.duty.takeBack(GUILD, id))?.id).toBe(id);
    expect(await s.road.duty.takeBack(GUILD, id)).toBeUndefined();
    expect(s.road.duty.ownersOf(GUILD, GUAYAS)).toEqual([OWNER]);
    await s.settled();
    expect(s.discord.texts(dm(OWNER)).at(-1)).toMatch(/^🤝 You look after your alerts again/);
    expect(s.discord.texts(dm(OWNER)).filter((text) => text.includes("again"))).toHaveLength(1);
  });

  it("taken back in the very moment in which it was made is told to both as over", async () => {
    const s = await subscribed();
    const { id } = await handOver(s);
    await s.road.duty.takeBack(GUILD, id);
    await s.settled();
    expect(s.discord.texts(dm(OWNER)).at(-1)).toMatch(/^🤝 You look after your alerts again/);
    expect(s.discord.texts(dm(THIRD)).at(-1)).toMatch(/^🤝 You no longer look after/);
  });

  it("calls who took over when the channel is closed already, and a restart before the telling loses no word", async () => {
    const s = await subscribed();
    await closing(s);
    await s.road.closures.stop();
    await handOver(s);
    expect(s.discord.texts(dm(THIRD))).toEqual([]);
    s.drop();
    await s.reopen();
    await s.settled();
    expect(s.discord.texts(dm(THIRD)).map((text) => text.slice(0, 2))).toEqual(["🤝", "🔕"]);
  });

  it("lets the owner who was named anew since be the owner", async () => {
    const s = await subscribed();
    await handOver(s);
    await s.pass(MINUTE);
    const [one] = s.road.subscriptions.of(GUILD, GUAYAS)?.subscriptions ?? [];
    await s.road.subscriptions.setSubscription(GUILD, one?.id ?? "", { owner: OWNER });
    expect(s.road.duty.ownersOf(GUILD, GUAYAS)).toEqual([OWNER]);
  });
});

describe("an owner who has left the server", () => {
  it("is found out before a word of trouble: the second takes over, hears why, and hears of the trouble; the owner hears nothing", async () => {
    const s = await subscribed();
    s.discord.left.add(OWNER);
    await closing(s);
    await s.pass(MINUTE);
    expect(s.discord.texts(dm(OWNER))).toEqual([]);
    expect(s.discord.texts(dm(SECOND)).sort()).toEqual([
      `⚠️ <@${OWNER}> has left the server: YOU look after these alerts now: 1 channel.`,
      expect.stringMatching(/^🔕 Alerts for/),
    ]);
  });

  it("is found out once a day, and not by silence; without a second it is said in the place of last resort, once", async () => {
    const s = await subscribed({});
    s.discord.left.add(OWNER);
    await s.pass(MINUTE);
    await s.pass(23 * HOUR);
    expect(s.discord.askedFor).toEqual([]);
    s.discord.mute = true;
    await s.pass(HOUR);
    await s.settled();
    expect(s.discord.askedFor).toEqual([OWNER]);
    expect(s.discord.shown).toEqual([]);
    expect(s.road.duty.ownersOf(GUILD, GUAYAS)).toEqual([OWNER]);
    s.discord.mute = false;
    await s.pass(DAY);
    await s.settled();
    expect(s.discord.texts(SYSTEM)).toEqual([
      `⚠️ <@${OWNER}> has left the server, and NOBODY looks after these alerts now: 1 channel.`,
    ]);
    s.drop();
    await s.reopen();
    await s.pass(2 * DAY);
    await s.settled();
    expect(s.discord.shown).toHaveLength(1);
  });

  it.each([
    [29, [OWNER]],
    [31, [SECOND]],
  ])("and comes back after %i days", async (days, owners) => {
    const s = await subscribed();
    await s.pass(MINUTE);
    s.discord.left.add(OWNER);
    await s.pass(DAY);
    expect(s.road.duty.ownersOf(GUILD, GUAYAS)).toEqual([SECOND]);
    s.discord.left.delete(OWNER);
    await s.pass(days * DAY);
    await s.settled();
    expect(s.road.duty.ownersOf(GUILD, GUAYAS)).toEqual(owners);
    const back = s.discord.texts(dm(OWNER));
    expect(back).toEqual(
      days < 30 ? ["🤝 You are back in the server and look after your alerts again: 1 channel."] : [],
    );
  });
});

describe("a server that puts the bot out", () => {
  async function out() {
    const s = await subscribed();
    s.discord.closed.set(GUAYAS, ["ViewChannel", "SendMessages"]);
    s.discord.botIsIn = false;
    await s.road.closures.gone({ guildId: GUILD });
    await s.settled();
    return s;
  }
  const rows = async (s: Scene) =>
    (await collect(s.road.ledger.all())).filter(({ guildId }) => guildId === GUILD).length;

  it("and takes it back after 29 days finds all as it was; what waited and still matters goes out late, over a restart", async () => {
    const s = await out();
    await s.strike();
    await s.pass(28 * DAY);
    await s.strike("2026-04-12");
    s.drop();
    await s.reopen();
    await s.pass(DAY);
    s.discord.botIsIn = true;
    s.discord.closed.delete(GUAYAS);
    s.road.closures.changed({ guildId: GUILD });
    await s.pass(6_000);
    await s.settled();
    expect(s.road.subscriptions.of(GUILD, GUAYAS)?.destination.paused).toBeUndefined();
    expect(s.road.subscriptions.of(GUILD, GUAYAS)?.subscriptions[0]?.secondContact).toBe(SECOND);
    const posted = s.discord.texts(GUAYAS);
    expect(posted).toHaveLength(1);
    expect(posted[0]).toContain("2 killed");
    expect(posted[0]).toMatch(/\(This notice is .* late/);
    expect(s.broken).toEqual([]);
  });

  it("for 31 days has nothing left here, nobody is written to, and no other server loses anything", async () => {
    const s = await out();
    await s.subscribe(ELSEWHERE, { guildId: OTHER_GUILD });
    await s.strike();
    await s.pass(29 * DAY);
    expect(s.road.subscriptions.list(GUILD)).toHaveLength(1);
    const shown = s.discord.shown.length;
    await s.pass(2 * DAY);
    expect(await rows(s)).toBe(0);
    expect(s.road.subscriptions.list(GUILD)).toEqual([]);
    expect(s.road.subscriptions.list(OTHER_GUILD)).toHaveLength(1);
    expect(s.discord.shown).toHaveLength(shown);
    s.drop();
    await s.reopen();
    expect(s.road.subscriptions.places().map(({ guildId }) => guildId)).toEqual([OTHER_GUILD]);
  });

  it.each<[string, (s: Scene) => void]>([
    ["Discord says that the bot is in", (s) => void (s.discord.botIsIn = true)],
    ["Discord says nothing", (s) => void (s.discord.mute = true)],
  ])("keeps everything where %s", async (_, happens) => {
    const s = await out();
    happens(s);
    await s.pass(40 * DAY);
    expect(s.road.subscriptions.list(GUILD)).toHaveLength(1);
  });
});
