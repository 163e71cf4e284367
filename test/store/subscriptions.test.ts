// Subscriptions as rows: how long before each is told, old rows, and what subscribing again changes.
import { describe, expect, it } from "vitest";
import { StoredSubscriptions } from "../../src/store/stored-subscriptions.ts";
import type { NewSubscription } from "../../src/store/subscriptions.ts";
import { handClock, memoryEngine } from "../support.ts";

const [GUILD, CHANNEL, OWNER] = ["900000000000000009", "900000000000000001", "900000000000000008"];
const wanted: NewSubscription = {
  guildId: GUILD,
  channelId: CHANNEL,
  kind: "channel",
  language: "en",
  zone: "America/Guayaquil",
  topics: ["curfews", "strikes"],
  areas: ["EC"],
  owner: OWNER,
};

async function scene() {
  const rows = (await memoryEngine()).namespace("subs");
  const hand = handClock("2026-03-15T12:00:00-05:00");
  const open = () => StoredSubscriptions.open(rows, hand.clock);
  return { rows, hand, open, subscriptions: await open() };
}
const leadsOf = (all: StoredSubscriptions) =>
  all.of(GUILD, CHANNEL)?.subscriptions.map(({ leads, endLeads }) => ({ leads, endLeads }));

describe("a subscription", () => {
  it("is told two hours before a begin and nothing before an end, where nobody said otherwise", async () => {
    const { subscriptions, open } = await scene();
    expect((await subscriptions.subscribe(wanted)).is).toBe("new");
    expect(leadsOf(subscriptions)).toEqual([{ leads: [120], endLeads: [] }]);
    expect(leadsOf(await open())).toEqual([{ leads: [120], endLeads: [] }]);
  });

  it("is there already for whoever is told that something changed", async () => {
    const { subscriptions } = await scene();
    const seen: number[] = [];
    subscriptions.onChanged(() => seen.push(subscriptions.running().length));
    await subscriptions.subscribe(wanted);
    expect(seen.at(-1)).toBe(1);
  });

  it("is told nothing beforehand where that was asked for", async () => {
    const { subscriptions } = await scene();
    await subscriptions.subscribe({ ...wanted, leads: [], endLeads: [15] });
    expect(leadsOf(subscriptions)).toEqual([{ leads: [], endLeads: [15] }]);
  });

  it("takes other times when asked again, keeps what is not named, and stays the same subscription", async () => {
    const { subscriptions, open } = await scene();
    await subscriptions.subscribe({ ...wanted, leads: [60], endLeads: [30] });
    const [before] = subscriptions.of(GUILD, CHANNEL)?.subscriptions ?? [];
    expect((await subscriptions.subscribe(wanted)).is).toBe("already");
    expect((await subscriptions.subscribe({ ...wanted, leads: [60] })).is).toBe("already");
    const changed = await subscriptions.subscribe({ ...wanted, leads: [180, 60] });
    expect([changed.is, changed.subscribed.subscriptions]).toEqual([
      "changed",
      [{ ...before, leads: [180, 60], askedSince: expect.any(Number) }],
    ]);
    expect((await subscriptions.subscribe({ ...wanted, endLeads: [] })).is).toBe("changed");
    expect(leadsOf(await open())).toEqual([{ leads: [180, 60], endLeads: [] }]);
  });

  it("of a paused channel runs again, at the times named", async () => {
    const { subscriptions } = await scene();
    await subscriptions.subscribe(wanted);
    await subscriptions.pause(CHANNEL, "forbidden");
    expect((await subscriptions.subscribe({ ...wanted, leads: [45] })).is).toBe("new");
    expect(leadsOf(subscriptions)).toEqual([{ leads: [45], endLeads: [] }]);
    expect(subscriptions.of(GUILD, CHANNEL)?.destination.paused).toBeUndefined();
  });

  it("from before there were such times hears nothing beforehand, also when it is asked for again without any", async () => {
    const { rows, open } = await scene();
    const old = {
      v: 1,
      id: "sub-old",
      destination: CHANNEL,
      guildId: GUILD,
      topics: ["curfews", "strikes"],
      areas: ["EC"],
      owner: OWNER,
      since: 0,
    };
    const destination = {
      v: 1,
      id: CHANNEL,
      guildId: GUILD,
      kind: "channel",
      language: "en",
      zone: "America/Guayaquil",
    };
    await rows.addAll([
      { key: `${GUILD}-sub-sub-old`, value: old },
      { key: `${GUILD}-dest-${CHANNEL}`, value: destination },
    ]);
    const subscriptions = await open();
    expect(leadsOf(subscriptions)).toEqual([{ leads: [], endLeads: [] }]);
    expect((await subscriptions.subscribe(wanted)).is).toBe("already");
    expect(leadsOf(subscriptions)).toEqual([{ leads: [], endLeads: [] }]);
    expect((await subscriptions.subscribe({ ...wanted, leads: [120] })).is).toBe("changed");
    expect(leadsOf(await open())).toEqual([{ leads: [120], endLeads: [] }]);
  });

  it("of a channel is the same object among all that run until something of that channel changes, and none once the server is forgotten", async () => {
    const { subscriptions } = await scene();
    const other = { ...wanted, channelId: "900000000000000002" };
    await subscriptions.subscribe(wanted);
    const [own] = subscriptions.running();
    await subscriptions.subscribe(other);
    expect(subscriptions.running()[0]).toBe(own);
    await subscriptions.setSubscription(GUILD, own?.subscriptions[0]?.id ?? "", { minKilled: 3 });
    const [changed] = subscriptions.running();
    expect(changed?.subscriptions.map(({ minKilled }) => minKilled)).toEqual([3]);
    await subscriptions.setDestination(GUILD, CHANNEL, { language: "es" });
    expect(subscriptions.running()[0]?.destination.language).toBe("es");
    await subscriptions.forget(GUILD);
    expect(subscriptions.running()).toEqual([]);
  });
});
