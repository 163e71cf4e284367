// Channels that ask for some strikes alone: which they are told of, when one becomes theirs later, and what they are told of it from then on.
import { describe, expect, it } from "vitest";
import { mismatch, names } from "../../../src/domain/match.ts";
import type { Subscription } from "../../../src/domain/subscription.ts";
import { org } from "./org-scene.ts";
import { channel, GUILD, killed, strike, strikeScene, updated } from "./strike-scene.ts";

async function asking(own: Partial<Subscription>) {
  const s = await strikeScene();
  const { subscribed } = await s.subscribe(1);
  await s.subscriptions.setSubscription(GUILD, subscribed.subscriptions[0]?.id ?? "", own);
  await s.subscribe(2);
  return s;
}
const heads = (s: Awaited<ReturnType<typeof asking>>) =>
  s.posts.filter((one) => one.channel === channel(1)).map(({ message }) => message.content.split(" · ")[0]);

describe("a least number of killed", () => {
  it("is reached by any source's highest figure; what is not stated is not zero, and a reason of its own", () => {
    const asks = { minKilled: 5 };
    const why = (figures: Parameters<typeof strike>[0]) => mismatch(asks, strike(figures), new Map());
    expect(why({ figures: [killed(4)] })).toBe("killed");
    expect(why({ figures: [] })).toBe("killed-not-stated");
    expect(why({ figures: [killed(3, { high: 5 })] })).toBeUndefined();
    expect(why({ figures: [killed(3), killed(5, { by: { en: "AP", es: "AP" } })] })).toBeUndefined();
  });

  it("brings a strike as new once a source states it, and all that becomes of it after that", async () => {
    const s = await asking({ minKilled: 5 });
    await s.record("strike.recorded", strike({ figures: [] }));
    await s.settle();
    expect(heads(s)).toEqual([]);
    await s.record("strike.changed", strike({ figures: [killed(4)] }), { why: updated });
    await s.settle();
    expect(heads(s)).toEqual([]);
    await s.record("strike.changed", strike({ figures: [killed(6)] }), { why: updated });
    await s.settle();
    expect(heads(s)).toEqual(["NEW"]);
    await s.record("strike.changed", strike({ figures: [killed(2)] }), { why: updated });
    await s.settle();
    expect(heads(s)).toEqual(["NEW", "UPDATED 6 -> 2 killed"]);
  });

  it("reached when the strike is no news any more brings nothing", async () => {
    const s = await asking({ minKilled: 5 });
    await s.record("strike.recorded", strike());
    s.hand.set("2026-03-25T10:00:00-04:00");
    await s.record("strike.changed", strike({ figures: [killed(6)] }), { why: updated });
    await s.settle();
    expect(heads(s)).toEqual([]);
  });

  it("reached by versions that came at once brings one message", async () => {
    const s = await asking({ minKilled: 5 });
    await s.write("strike.recorded", strike());
    await s.write("strike.changed", strike({ figures: [killed(6)] }), { why: updated });
    await (await s.news()).catchUp();
    await s.settle();
    expect(heads(s)).toEqual(["NEW"]);
  });
});

describe("regions and organisations", () => {
  it("ask also for what an organisation went on as, and for what went on as it, and not for its siblings", () => {
    const orgs = new Map(
      [
        ["a", "b"],
        ["c", "b"],
        ["b", undefined],
      ].map(([id = "", into]) => [
        id,
        org({ id, ...(into === undefined ? {} : { mergedInto: { org: into, sources: org().sources } }) }),
      ]),
    );
    const passes = (wanted: string, named: string) => names({ organisations: [wanted] }, [named], orgs);
    expect([passes("a", "b"), passes("b", "a"), passes("a", "a"), passes("a", "c")]).toEqual([true, true, true, false]);
  });

  it("keep out what is elsewhere or names nobody asked for, until it is named", async () => {
    const s = await asking({ regions: ["eastern-pacific"], organisations: ["eln"] });
    await s.record("strike.recorded", strike());
    await s.record("strike.recorded", strike({ id: "s2", region: "caribbean", orgIds: ["eln"] }));
    await s.settle();
    expect(heads(s)).toEqual([]);
    await s.record("strike.changed", strike({ orgIds: ["eln"] }), { why: updated });
    await s.settle();
    expect(heads(s)).toEqual(["NEW"]);
  });
});

describe("a filter that was made narrower after a strike was told", () => {
  it.each<[string, Partial<Subscription>]>([
    ["another region", { regions: ["caribbean"] }],
    ["an organisation that it does not name", { organisations: ["eln"] }],
    ["more killed", { minKilled: 9 }],
    ["all of it, and no strikes at all any more", { regions: ["caribbean"], minKilled: 9, topics: ["orgs"] }],
  ])(
    "leaves nothing stale above: every change and the withdrawal come as answers, what is new does not (%s)",
    async (_, narrower) => {
      const s = await asking({});
      await s.record("strike.recorded", strike());
      await s.settle();
      expect(heads(s)).toEqual(["NEW"]);
      const [own] = s.subscriptions.of(GUILD, channel(1))?.subscriptions ?? [];
      await s.subscriptions.setSubscription(GUILD, own?.id ?? "", narrower);
      // What the filter keeps out from now on, so that it is known to work.
      await s.record("strike.recorded", strike({ id: "s2" }));
      await s.settle();
      expect(heads(s)).toEqual(["NEW"]);
      await s.record("strike.changed", strike({ figures: [killed(4)] }), { why: updated });
      await s.settle();
      await s.record("strike.changed", strike({ figures: [killed(2)] }), { why: updated });
      await s.settle();
      const head = s.store.head("strike", "s1");
      await s.record("strike.withdrawn", { reason: { en: "twice", es: "doble" } }, { subject: "s1", prev: head?.id });
      await s.settle();
      expect(heads(s)).toEqual(["NEW", "UPDATED 3 -> 4 killed", "UPDATED 4 -> 2 killed", "WITHDRAWN, do not use"]);
      const own1 = s.posts.filter((one) => one.channel === channel(1));
      expect(own1.slice(1).map(({ how }) => how.replyTo !== undefined)).toEqual([true, true, true]);
      // The first one itself says what is so now.
      const edited = s.edits.filter(({ messageId }) => messageId === own1[0]?.messageId).at(-1);
      expect(edited?.message.content).toMatch(/WITHDRAWN/);
    },
  );
});
