// What a server that lets the bot in reads, over a real ledger: one message for one joining, whatever Discord tells again and whatever refuses it.
import { describe, expect, it } from "vitest";
import { type Joined, Joining } from "../../../src/alerts/asked/joining.ts";
import { Ledger } from "../../../src/alerts/ledger/ledger.ts";
import { DAY, HOUR, instant } from "../../../src/domain/time.ts";
import { collect, handClock, memoryEngine, rememberingLog } from "../../support.ts";
import { channel } from "../ticking.ts";

const AT = "2026-03-15T12:00:00-05:00";
const GUILD = "900000000000000009";
const joined = (more: Partial<Joined> = {}): Joined => ({
  guildId: GUILD,
  at: instant(AT) - HOUR,
  language: "es",
  ...more,
});

async function scene() {
  const engine = await memoryEngine();
  const hand = handClock(AT);
  const { log, lines } = rememberingLog();
  const discord = { places: ["1", "2"], down: false, asked: 0 };
  const state = { trusted: true, subscribed: false };
  const broken: unknown[] = [];
  const open = async () => {
    const ledger = await Ledger.open(engine.namespace("deliveries"));
    const joining = new Joining({
      ledger,
      subscriptions: { list: () => (state.subscribed ? [channel("1", ["EC"])] : []) },
      sender: {
        async postable() {
          discord.asked += 1;
          if (discord.down) throw new Error("no answer");
          return discord.places;
        },
      },
      clock: hand.clock,
      log,
      trusted: () => state.trusted,
      broken: (error) => broken.push(error),
    });
    return { ledger, joining };
  };
  let now = await open();
  return {
    hand,
    discord,
    state,
    lines,
    broken,
    async hears(...all: Joined[]) {
      for (const one of all) now.joining.heard(one);
      await now.joining.idle();
    },
    idle: () => now.joining.idle(),
    async restart() {
      await now.joining.stop();
      now = await open();
    },
    /** What the courier would have made of all that waits. */
    async posted(to: "sent" | "failed") {
      const waiting = now.ledger.waiting().flatMap((destination) => now.ledger.of(destination));
      for (const entry of waiting)
        await now.ledger.move(entry, { state: to, reason: to === "sent" ? "delivered" : "forbidden" });
      await now.joining.idle();
    },
    rows: async () =>
      (await collect(now.ledger.all())).map(({ channelId, language, state: is, loud }) => [
        channelId,
        language,
        is,
        loud,
      ]),
  };
}

describe("a server that lets the bot in", () => {
  it("gets one message in its language, silently, however often Discord tells of it and across a restart", async () => {
    const one = await scene();
    await one.hears(joined(), joined(), joined());
    expect(await one.rows()).toEqual([["1", "es", "planned", false]]);
    await one.posted("sent");
    await one.hears(joined());
    await one.restart();
    one.hand.set(instant(AT) + DAY);
    await one.hears(joined());
    expect(await one.rows()).toEqual([["1", "es", "sent", false]]);
    // Once it has its message, Discord is asked nothing more.
    expect(one.discord.asked).toBe(1);
    expect(one.broken).toEqual([]);
  });

  it("gets it when it let the bot in while that was down, up to 72 hours; not later, and not where there are alerts", async () => {
    const one = await scene();
    await one.hears(joined({ at: instant(AT) - 72 * HOUR }));
    expect(await one.rows()).toEqual([]);
    one.state.subscribed = true;
    await one.hears(joined());
    expect(await one.rows()).toEqual([]);
    one.state.subscribed = false;
    await one.hears(joined({ at: instant(AT) - 72 * HOUR + 1, language: "en" }));
    expect(await one.rows()).toEqual([["1", "en", "planned", false]]);
  });

  it("gets it in the next channel where the first refuses it, never in two; where none takes it the log says so", async () => {
    const one = await scene();
    await one.hears(joined());
    await one.posted("failed");
    expect(await one.rows()).toEqual([["2", "es", "planned", false]]);
    await one.posted("failed");
    expect(await one.rows()).toEqual([["2", "es", "failed", false]]);
    expect(one.lines.at(-1)).toMatchObject({ level: "warn", fields: { guild: GUILD } });
    expect(one.lines.at(-1)?.text).toContain("no channel there takes its message");
    await one.restart();
    await one.hears(joined());
    expect(await one.rows()).toEqual([["1", "es", "planned", false]]);
  });

  it("is asked for again where Discord does not answer, and where nobody confirms the clock", async () => {
    const one = await scene();
    one.discord.down = true;
    await one.hears(joined());
    expect(await one.rows()).toEqual([]);
    one.discord.down = false;
    one.state.trusted = false;
    one.hand.pass(30_000);
    await one.idle();
    expect(await one.rows()).toEqual([]);
    one.state.trusted = true;
    one.hand.pass(30_000);
    await one.idle();
    expect(await one.rows()).toHaveLength(1);
  });

  it("gets another one when it put the bot out and lets it in again", async () => {
    const one = await scene();
    await one.hears(joined());
    await one.posted("sent");
    await one.hears(joined({ at: instant(AT) - HOUR / 2 }));
    expect(await one.rows()).toHaveLength(2);
  });
});
