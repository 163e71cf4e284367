// A channel is closed: its subscriptions wait, its people are told once, and it goes on by itself. The one road over memory, a Discord of a few lines.
import { describe, expect, it } from "vitest";
import { collect } from "../../support.ts";
import { closuresScene, dm, ELSEWHERE, GUAYAS, GUILD, OTHER_GUILD, OWNER, SECOND, SYSTEM } from "./scene.ts";

const MINUTE = 60_000;

async function closed(options: Parameters<typeof closuresScene>[0] & { language?: "en" | "es" } = {}) {
  const s = await closuresScene(options);
  await s.subscribe(GUAYAS, options);
  s.discord.closed.set(GUAYAS, ["SendMessages"]);
  await s.strike();
  return s;
}

const statesIn = async (s: Awaited<ReturnType<typeof closed>>, channel: string) =>
  (await collect(s.road.ledger.all()))
    .filter((row) => row.destination === channel)
    .map((row) => `${row.state} ${row.reason}`);

describe("who is told that a channel is closed", () => {
  it("the owner by direct message and the server's own channel by a post that calls nobody else, each once; the alert waits", async () => {
    const s = await closed();
    const first =
      "🔕 Alerts for <#200000000000000001> have NOT arrived since Mon 16 Mar 04:00 (UTC): Vigía may no longer write there (missing: Send Messages).";
    expect(s.discord.texts(dm(OWNER))).toEqual([first]);
    expect(s.discord.texts(SYSTEM)).toEqual([`${first} <@${OWNER}>`]);
    const post = s.discord.shown.find((one) => one.channel === SYSTEM);
    expect(post?.message.users).toEqual([OWNER]);
    expect(post?.message.roles ?? []).toEqual([]);
    expect(post?.silent).toBe(false);
    expect(await statesIn(s, GUAYAS)).toEqual(["held forbidden"]);
    for (let i = 0; i < 3; i += 1) await s.pass(MINUTE);
    await s.strike();
    expect(s.discord.shown).toHaveLength(2);
    expect(s.discord.posts.filter((channel) => channel === GUAYAS)).toHaveLength(1);
    expect(s.broken).toEqual([]);
  });

  it("says of one alert that it waits, not that they do, and lets nobody take it over by mistake", async () => {
    for (const [language, waits, button] of [
      ["en", "1 alert waits since <t:1773633600:f>. It is posted", "I have it"],
      ["es", "1 aviso espera desde <t:1773633600:f>. Se publica cuando", "Me hago cargo"],
    ] as const) {
      const s = await closed({ language });
      const message = s.discord.shown.find((one) => one.channel === dm(OWNER))?.message;
      expect(JSON.stringify(message?.embed)).toContain(waits);
      expect(JSON.stringify(message?.rows)).toContain(`"${button}"`);
    }
  });

  it("says it in the channel's language", async () => {
    const s = await closed({ language: "es" });
    expect(s.discord.texts(dm(OWNER))).toEqual([
      "🔕 Los avisos de <#200000000000000001> NO están llegando desde el lunes 16 mar. 04:00 (UTC): Vigía ya no puede escribir allí (falta: Enviar mensajes).",
    ]);
  });

  it("keeps the time at which it closed, whatever else closes it since", async () => {
    const s = await closed();
    const since = s.road.subscriptions.destination(GUILD, GUAYAS)?.paused?.at;
    await s.pass(3 * MINUTE);
    await s.road.subscriptions.pause(GUAYAS, "channel-closed");
    expect(s.road.subscriptions.destination(GUILD, GUAYAS)?.paused).toEqual({ at: since, reason: "forbidden" });
  });

  it("never in the broken channel itself, and never in another server", async () => {
    const s = await closuresScene();
    s.discord.system = GUAYAS;
    await s.subscribe(GUAYAS);
    await s.subscribe(ELSEWHERE, { guildId: OTHER_GUILD, owner: SECOND });
    s.discord.closed.set(GUAYAS, ["SendMessages"]);
    await s.strike();
    expect(s.discord.shown.map((one) => one.channel).sort()).toEqual([ELSEWHERE, dm(OWNER)].sort());
    expect(s.discord.texts(dm(SECOND))).toEqual([]);
    expect(await statesIn(s, `notices-${GUAYAS}`)).toEqual([]);
  });

  it("leaves one sentence in the log where neither a direct message nor a post arrives, and /alerts can tell", async () => {
    const s = await closuresScene();
    await s.subscribe(GUAYAS);
    s.discord.closed.set(GUAYAS, ["SendMessages"]).set(SYSTEM, ["SendMessages"]);
    s.discord.deaf.add(OWNER);
    await s.strike();
    for (let i = 0; i < 3; i += 1) await s.pass(MINUTE);
    expect(
      s.errors().filter((text) => text.startsWith("A channel gets no alerts and nobody could be told")),
    ).toHaveLength(1);
    const paused = s.road.subscriptions.destination(GUILD, GUAYAS);
    expect(paused && s.road.channels.of(paused)?.told).toBe(false);
    expect(await statesIn(s, `dm-${OWNER}`)).toEqual(["failed channel-closed"]);
  });

  it("waits for Discord to say where a server takes its own notices; the owner hears at once", async () => {
    const s = await closuresScene();
    s.discord.mute = true;
    await s.subscribe(GUAYAS);
    s.discord.closed.set(GUAYAS, ["SendMessages"]);
    await s.strike();
    expect(s.discord.shown.map((one) => one.channel)).toEqual([dm(OWNER)]);
    s.discord.mute = false;
    await s.pass(MINUTE);
    expect(s.discord.shown.map((one) => one.channel)).toEqual([dm(OWNER), SYSTEM]);
  });

  it("tells after a crash between the pause and the planning, and after one in the middle, never twice", async () => {
    const s = await closuresScene();
    await s.subscribe(GUAYAS);
    s.drop();
    await s.settled();
    await s.road.subscriptions.pause(GUAYAS, "forbidden");
    expect(s.discord.shown).toEqual([]);
    s.discord.closed.set(GUAYAS, ["SendMessages"]);
    await s.reopen();
    await s.settled();
    expect(s.discord.shown.map((one) => one.channel).sort()).toEqual([SYSTEM, dm(OWNER)]);
    s.drop();
    await s.reopen();
    await s.pass(MINUTE);
    expect(s.discord.shown).toHaveLength(2);
  });
});

describe("a channel that takes messages again", () => {
  it("goes on at Discord's hint: the alert follows, who was told hears it in silence as an answer, and the notice is put right", async () => {
    const s = await closed();
    await s.strike();
    s.hand.set("2026-03-16T04:40:00Z");
    s.hand.pass(40 * MINUTE);
    await s.settled();
    s.hand.pass(6_000);
    s.discord.closed.delete(GUAYAS);
    s.road.closures.changed({ guildId: GUILD, channelId: GUAYAS });
    await s.settled();
    expect(s.discord.texts(GUAYAS)).toHaveLength(2);
    expect(await statesIn(s, GUAYAS)).toEqual(["sent delivered", "sent delivered"]);
    const [notice, word] = s.discord.shown.filter((one) => one.channel === dm(OWNER));
    expect(notice?.message.content).toBe(
      "🔔 Over: alerts for <#200000000000000001> are arriving again. None came from Mon 16 Mar 04:00 until Mon 16 Mar 04:40 (UTC).",
    );
    expect(notice?.message.rows).toBeUndefined();
    expect(word?.message.content).toBe(
      "🔔 Alerts for <#200000000000000001> are arriving again. None came from Mon 16 Mar 04:00 until Mon 16 Mar 04:40 (UTC).",
    );
    expect(word?.message.embed?.fields?.[0]?.value).toBe(
      "2 alerts that waited are posted there now and say that they are late.",
    );
    expect(word).toMatchObject({ silent: true, replyTo: notice?.id });
    expect(s.discord.texts(SYSTEM)).toHaveLength(2);
    await s.pass(MINUTE);
    expect(s.discord.shown.filter((one) => one.channel === dm(OWNER))).toHaveLength(2);
  });

  it("is asked for in any case: first after five minutes, then ever more rarely, once an hour at last", async () => {
    const s = await closed();
    const before = s.discord.asked.length;
    const at: number[] = [];
    for (let minute = 1; minute <= 300; minute += 1) {
      const asked = s.discord.asked.length;
      await s.pass(MINUTE);
      if (s.discord.asked.length > asked) at.push(minute);
    }
    expect(s.discord.asked.length - before).toBe(at.length);
    expect(at[0]).toBeGreaterThanOrEqual(4);
    expect(at[0]).toBeLessThanOrEqual(7);
    const gaps = at.map((minute, i) => minute - (at[i - 1] ?? 0));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(73);
    expect(gaps.at(-1)).toBeGreaterThanOrEqual(47);
    s.discord.closed.delete(GUAYAS);
    await s.pass(75 * MINUTE);
    expect(s.road.subscriptions.destination(GUILD, GUAYAS)?.paused).toBeUndefined();
  });

  it("goes on without the leave to embed or to read back, but not without the leave to write", async () => {
    const s = await closed();
    s.discord.closed.set(GUAYAS, ["SendMessages", "EmbedLinks"]);
    await s.pass(7 * MINUTE);
    expect(s.road.subscriptions.destination(GUILD, GUAYAS)?.paused).toBeDefined();
    s.discord.closed.set(GUAYAS, ["EmbedLinks", "ReadMessageHistory"]);
    s.hand.pass(10_000);
    s.road.closures.changed({ guildId: GUILD });
    await s.settled();
    expect(s.discord.texts(GUAYAS)).toHaveLength(1);
  });

  it("says nothing of it to who was never told, and words no notice as closed that waited until it was open", async () => {
    const s = await closuresScene();
    await s.subscribe(GUAYAS);
    s.discord.closed.set(GUAYAS, ["SendMessages"]);
    s.discord.deaf.add(OWNER);
    let down = true;
    s.discord.refusePost = (channel) =>
      channel === SYSTEM && down ? { is: "again", why: "discord-down", afterMs: 60_000 } : undefined;
    await s.strike();
    s.discord.closed.delete(GUAYAS);
    s.hand.pass(6_000);
    s.road.closures.changed({ guildId: GUILD, channelId: GUAYAS });
    await s.settled();
    down = false;
    await s.pass(2 * MINUTE);
    expect(s.discord.shown.map((one) => one.channel)).toEqual([GUAYAS]);
  });

  it("tells of a channel that opens and closes by the minute one pair an hour, and keeps the notices true meanwhile", async () => {
    const s = await closed();
    const flap = async (minutes: number) => {
      s.discord.closed.delete(GUAYAS);
      s.road.closures.changed({ guildId: GUILD, channelId: GUAYAS });
      await s.pass(2 * MINUTE);
      s.road.closures.changed({ guildId: GUILD, channelId: GUAYAS });
      await s.pass(minutes * MINUTE);
      s.discord.closed.set(GUAYAS, ["SendMessages"]);
      await s.strike();
      await s.pass(MINUTE);
    };
    for (let i = 0; i < 5; i += 1) await flap(2);
    const mine = () => s.discord.shown.filter((one) => one.channel === dm(OWNER));
    expect(mine()).toHaveLength(2);
    expect(mine()[0]?.message.content).toMatch(/^🔕 Alerts for .* have once more NOT arrived since/);
    // It stays closed: when the hour is over its people are called again.
    await s.pass(30 * MINUTE);
    await s.pass(30 * MINUTE);
    expect(mine()).toHaveLength(3);
    expect(mine()[2]?.message.content).toMatch(/^🔕 Alerts for .* have NOT arrived since/);
    expect(mine()[2]?.silent).toBe(false);
  });

  it("resumes when somebody subscribes once more, and tells so", async () => {
    const s = await closed();
    s.discord.closed.delete(GUAYAS);
    await s.subscribe(GUAYAS);
    await s.settled();
    expect(s.discord.texts(GUAYAS)).toHaveLength(1);
    expect(s.discord.texts(dm(OWNER))).toHaveLength(2);
  });

  it("ends its notices where the subscription ends, and never calls that open", async () => {
    const s = await closed();
    await s.road.subscriptions.end({ guildId: GUILD, channelId: GUAYAS, by: OWNER });
    await s.settled();
    expect(s.discord.texts(dm(OWNER))).toEqual([
      "⏹️ <#200000000000000001> has no alerts any more: its subscription was ended. Vigía could not post there from Mon 16 Mar 04:00 (UTC) on.",
    ]);
  });

  it("survives a crash between the pause that is taken away and the word of it", async () => {
    const s = await closed();
    s.drop();
    await s.settled();
    s.discord.closed.delete(GUAYAS);
    await s.road.subscriptions.resume(GUILD, GUAYAS);
    await s.reopen();
    await s.settled();
    expect(s.discord.texts(GUAYAS)).toHaveLength(1);
    expect(s.discord.texts(dm(OWNER))).toHaveLength(2);
    s.drop();
    await s.reopen();
    await s.settled();
    expect(s.discord.texts(dm(OWNER))).toHaveLength(2);
  });
});

describe("a channel or a server that is gone", () => {
  it("is named as deleted, with its name; one that was only closed before is told anew in place", async () => {
    const s = await closed();
    s.discord.closed.set(GUAYAS, "no such channel");
    await s.road.closures.gone({ channelId: GUAYAS, name: "guayas" });
    await s.settled();
    expect(s.discord.texts(dm(OWNER))).toEqual([
      "🔕 Alerts for #guayas have NOT arrived since Mon 16 Mar 04:00 (UTC): the channel was deleted.",
    ]);
  });

  it("a server that puts the bot out: its owners are told directly, nobody else; let in again it goes on", async () => {
    const s = await closuresScene();
    await s.subscribe(GUAYAS);
    await s.subscribe(ELSEWHERE, { guildId: OTHER_GUILD, owner: SECOND });
    s.discord.closed.set(GUAYAS, ["ViewChannel", "SendMessages"]);
    await s.road.closures.gone({ guildId: GUILD });
    await s.settled();
    expect(s.discord.shown.map((one) => one.channel)).toEqual([dm(OWNER)]);
    expect(s.discord.texts(dm(OWNER))[0]).toMatch(/: Vigía was removed from the server\.$/);
    expect(s.road.subscriptions.destination(OTHER_GUILD, ELSEWHERE)?.paused).toBeUndefined();
    await s.strike();
    expect(s.discord.texts(ELSEWHERE)).toHaveLength(1);
    expect(s.discord.posts).not.toContain(GUAYAS);
    s.discord.closed.delete(GUAYAS);
    s.hand.pass(6_000);
    s.road.closures.changed({ guildId: GUILD });
    await s.settled();
    expect(s.discord.texts(GUAYAS)).toHaveLength(1);
    expect(s.discord.texts(dm(OWNER))).toHaveLength(2);
  });
});

describe("leave that only an edit or an answer needs", () => {
  it("pauses no healthy channel", async () => {
    const s = await closuresScene();
    await s.subscribe(GUAYAS);
    await s.strike();
    const [row] = await collect(s.road.ledger.all());
    if (row === undefined) throw new Error("no row");
    const edit = { ...row, edits: { of: row.id, messageId: "m" } };
    expect(await s.road.closures.closed(edit, "forbidden")).toBe("open");
    expect(await s.road.closures.closed({ ...row, replyTo: "m" }, "forbidden")).toBe("open");
    expect(s.road.subscriptions.destination(GUILD, GUAYAS)?.paused).toBeUndefined();
    s.discord.closed.set(GUAYAS, ["ViewChannel"]);
    expect(await s.road.closures.closed(edit, "forbidden")).toBe("paused");
  });
});

describe("I have it", () => {
  it("is remembered, also over a restart; the first has it, and every notice says so", async () => {
    const s = await closed();
    const since = s.road.subscriptions.destination(GUILD, GUAYAS)?.paused?.at ?? 0;
    const { channels } = s.road;
    expect(channels.isCarer(GUAYAS, since, OWNER)).toBe(true);
    expect(channels.isCarer(GUAYAS, since, SECOND)).toBe(false);
    await Promise.all([
      channels.take(GUAYAS, since, { id: OWNER, name: "Luis" }),
      channels.take(GUAYAS, since, { id: SECOND, name: "Mei" }),
    ]);
    await s.settled();
    for (const channel of [dm(OWNER), SYSTEM]) {
      const [notice] = s.discord.shown.filter((one) => one.channel === channel);
      expect(notice?.message.signature).toBe("Luis has it, since Mon 16 Mar 04:00 (UTC).");
      expect(notice?.message.rows).toBeUndefined();
    }
    s.drop();
    await s.reopen();
    expect(s.road.channels.at(GUAYAS, since)?.held?.name).toBe("Luis");
  });
});
