// A drill over a real ledger: what who asked is told of it, and that neither quiet hours nor a pause hold it.
import { describe, expect, it } from "vitest";
import { Drills } from "../../../src/alerts/asked/drills.ts";
import { Ledger } from "../../../src/alerts/ledger/ledger.ts";
import { People } from "../../../src/alerts/ledger/people.ts";
import type { Delivery } from "../../../src/domain/delivery.ts";
import type { DrillWanted } from "../../../src/domain/drill.ts";
import type { Destination, Subscription } from "../../../src/domain/subscription.ts";
import { collect, handClock, memoryEngine } from "../../support.ts";
import { channel } from "../ticking.ts";

const GUILD = "900000000000000009";
const CHANNEL = "900000000000000001";
const ROLE = "900000000000000077";
const wanted: DrillWanted = {
  guildId: GUILD,
  channelId: CHANNEL,
  asker: { id: "900000000000000008", name: "Ana" },
  language: "es",
  roles: [{ role: ROLE, works: false }],
};

async function scene(own: Partial<Destination> | undefined, wants: Partial<Subscription> = {}) {
  const engine = await memoryEngine();
  const hand = handClock("2026-03-15T23:30:00-05:00");
  const { clock } = hand;
  const ledger = await Ledger.open(engine.namespace("deliveries"));
  const people = await People.open(engine.namespace("marks"));
  const to = channel("1", ["EC"]);
  const subscriptions = to.subscriptions.map((one) => ({ ...one, ...wants }));
  const of = () => (own === undefined ? undefined : { subscriptions, destination: { ...to.destination, ...own } });
  const drills = new Drills({ ledger, people, subscriptions: { of }, clock });
  const waiting = () => ledger.waiting().flatMap((destination) => ledger.of(destination));
  return {
    hand,
    people,
    waiting,
    rows: () => collect(ledger.all()),
    /** Asks, and has the courier make this of it. */
    async drill(to: Partial<Delivery> | "nothing") {
      const before = (await collect(ledger.all())).length;
      const drilled = drills.drill(wanted);
      // Until its row stands, or it was refused.
      for (let i = 0; i < 50 && (await collect(ledger.all())).length === before; i += 1) await Promise.resolve();
      hand.pass(to === "nothing" ? 5_000 : 1_200);
      if (to !== "nothing") for (const entry of waiting()) await ledger.move(entry, to);
      return drilled;
    },
  };
}
const sent: Partial<Delivery> = {
  state: "sent",
  reason: "delivered",
  parts: [{ part: 1, nonce: "n", messageId: "m1" }],
};

describe("a drill", () => {
  it("is a row of its own that mentions nobody, in the channel's language, with who asked as an opaque id", async () => {
    const one = await scene({});
    expect(await one.drill(sent)).toEqual({ is: "posted", messageId: "m1", after: 1_200, silent: false });
    const [row, ...others] = await one.rows();
    expect(others).toEqual([]);
    expect(row).toMatchObject({ channelId: CHANNEL, language: "en", roles: [], subscriptions: [], loud: true });
    expect(row?.alert).toMatchObject({ kind: "drill", roles: wanted.roles });
    const by = row?.alert.kind === "drill" ? row.alert.by : "";
    expect(by).not.toContain(wanted.asker.id);
    expect(one.people.name(GUILD, by)).toBe("Ana");
  });

  it.each([
    ["quiet hours", { quietHours: { start: "22:00", end: "06:00" } }, true],
    ["other quiet hours", { quietHours: { start: "01:00", end: "06:00" } }, false],
    ["a pause", { pause: { from: 0, by: "900000000000000008" } }, true],
    ["a closed channel", { paused: { at: 0, reason: "forbidden" } }, true],
  ] as const)("is posted in %s all the same, without sound where they hold", async (_, own, silent) => {
    const one = await scene(own);
    expect(await one.drill(sent)).toMatchObject({ is: "posted", silent });
  });

  it("asks to be seen as a loud notice there would, and not where it makes no sound", async () => {
    const seen = { people: ["900000000000000011"], after: 20 };
    const loud = await scene({}, { seen });
    await loud.drill(sent);
    expect((await loud.rows())[0]).toMatchObject({ seen, roles: [] });
    const silent = await scene({ pause: { from: 0, by: "900000000000000008" } }, { seen });
    await silent.drill(sent);
    expect((await silent.rows())[0]?.seen).toBeUndefined();
  });

  it("comes in the asker's language where nobody subscribed, and tells why it did not arrive", async () => {
    const one = await scene(undefined);
    expect(await one.drill({ state: "failed", reason: "forbidden" })).toEqual({ is: "no", why: "forbidden" });
    expect((await one.rows())[0]).toMatchObject({ language: "es", state: "failed" });
  });

  it("is never called delivered before Discord said so, and is asked for once a minute at most", async () => {
    const one = await scene({});
    expect(await one.drill("nothing")).toEqual({ is: "waiting" });
    expect(await one.drill("nothing")).toEqual({ is: "too-soon", wait: 55_000 });
    expect(await one.rows()).toHaveLength(1);
    one.hand.pass(55_000);
    expect((await one.drill(sent)).is).toBe("posted");
    expect(await one.rows()).toHaveLength(2);
  });
});
