// Alerts that do not reach an open channel: its people are told which and why, in one message an hour for each reason, and never of what was said another way.
import { describe, expect, it } from "vitest";
import { isMissed } from "../../../src/alerts/care/undelivered.ts";
import { deliveryId } from "../../../src/alerts/ledger/ledger.ts";
import type { Alert } from "../../../src/domain/alert.ts";
import type { Delivery } from "../../../src/domain/delivery.ts";
import { hash } from "../../../src/domain/id.ts";
import { closuresScene, dm, GUAYAS, GUILD, OWNER, SYSTEM } from "./scene.ts";

const MINUTE = 60_000;

async function blocked(why: "blocked-by-moderation" | "refused-form" = "blocked-by-moderation") {
  const s = await closuresScene();
  await s.subscribe(GUAYAS);
  s.discord.refusePost = (channel) => (channel === GUAYAS ? { is: "never", why, closes: false } : undefined);
  return s;
}

describe("an alert that Discord does not take", () => {
  it("is told of at once, with its first line and the reason, to the owner and in the server's own channel", async () => {
    const s = await blocked();
    await s.strike();
    const first =
      "⚠️ An alert did NOT reach <#200000000000000001>: a military strike, Mon 16 Mar 04:00 (UTC). Reason: the server's AutoMod blocked it.";
    expect(s.discord.texts(dm(OWNER))).toEqual([first]);
    expect(s.discord.texts(SYSTEM)).toEqual([`${first} <@${OWNER}>`]);
    const fields = s.discord.shown[0]?.message.embed?.fields ?? [];
    expect(fields.map(({ name }) => name)).toEqual(["What to do", "Its first line", "Its mark"]);
    expect(fields[1]?.value).toContain("1 killed");
  });

  it("is told of once an hour for each reason; the next message counts what came meanwhile, and nothing is told twice", async () => {
    const s = await blocked();
    for (let i = 0; i < 4; i += 1) await s.strike();
    expect(s.discord.texts(dm(OWNER))).toHaveLength(1);
    s.discord.refusePost = (channel) =>
      channel === GUAYAS ? { is: "never", why: "refused-form", closes: false } : undefined;
    await s.strike();
    expect(s.discord.texts(dm(OWNER))).toHaveLength(2);
    s.drop();
    await s.reopen();
    await s.pass(59 * MINUTE);
    expect(s.discord.texts(dm(OWNER))).toHaveLength(2);
    await s.pass(2 * MINUTE);
    expect(s.discord.texts(dm(OWNER))).toHaveLength(3);
    expect(s.discord.texts(dm(OWNER))[2]).toMatch(
      /^⚠️ 3 alerts did NOT reach <#200000000000000001>\. The first: a military strike/,
    );
    await s.pass(120 * MINUTE);
    expect(s.discord.texts(dm(OWNER))).toHaveLength(3);
  });

  it("does not call anybody for a notice about a notice", async () => {
    const s = await blocked();
    s.discord.refusePost = () => ({ is: "never", why: "blocked-by-moderation", closes: false });
    await s.strike();
    for (let i = 0; i < 5; i += 1) await s.pass(61 * MINUTE);
    expect(s.discord.posts.filter((channel) => channel === dm(OWNER))).toHaveLength(1);
    // Once at once, and once more when nobody had taken it for an hour; never because one of those failed.
    expect(s.discord.posts.filter((channel) => channel === SYSTEM)).toHaveLength(2);
  });

  it.each([
    ["2026-03-16T20:00:00Z", 1],
    ["2026-03-19T04:00:00Z", 0],
  ])("is told of after a crash in between, and calls nobody for what is history: found %s", async (found, told) => {
    const s = await blocked();
    await s.road.closures.stop();
    await s.strike();
    expect(s.discord.shown).toEqual([]);
    s.drop();
    s.hand.set(found);
    await s.reopen();
    await s.settled();
    expect(s.discord.texts(dm(OWNER))).toHaveLength(told);
  });

  it("calls nobody where nobody is subscribed any more, and for a strike that expires it does", async () => {
    const s = await blocked();
    s.discord.refusePost = (channel) => (channel === GUAYAS ? { is: "again", why: "discord-down" } : undefined);
    await s.subscribe("200000000000000005");
    await s.strike();
    await s.pass(71 * 60 * MINUTE);
    expect(s.discord.texts(dm(OWNER))).toEqual([]);
    await s.pass(2 * 60 * MINUTE);
    expect(s.discord.texts(dm(OWNER))).toHaveLength(1);
    expect(s.discord.texts(dm(OWNER))[0]).toMatch(/Reason: it could not be posted in time\./);
    await s.road.subscriptions.end({ guildId: GUILD, channelId: GUAYAS, by: OWNER });
    await s.pass(MINUTE);
    expect(s.discord.texts(dm(OWNER))).toHaveLength(1);
  });
});

describe("what is missed", () => {
  const window = { areas: ["EC-G"], since: 1_000, until: 2_000, curfews: ["c"] };
  const row = (alert: Alert, state: Delivery["state"]): Delivery => ({
    v: 1,
    id: deliveryId(alert.id, GUAYAS),
    alert,
    destination: GUAYAS,
    channelId: GUAYAS,
    guildId: GUILD,
    language: "en",
    subscriptions: ["s"],
    shown: [],
    roles: [],
    loud: true,
    state,
    reason: "expired",
    dueAt: alert.at,
    plannedAt: 0,
    expiresAt: 10,
    plannedMachine: 0,
    parts: [],
    attempts: [],
  });
  const edge = (kind: "curfew.began" | "curfew.ended", since = 1_000): Alert => ({
    kind,
    id: hash({ kind, since }),
    at: since,
    country: "EC",
    groups: [{ ...window, since }],
  });
  const soon: Alert = { kind: "curfew.soon", id: hash("soon"), at: 900, country: "EC", groups: [window], lead: 1 };
  const strike: Alert = { kind: "strike.recorded", id: hash("strike"), at: 1, fact: "f", subject: "s" };
  const began = edge("curfew.began");
  const ended = edge("curfew.ended");

  it.each<[string, Delivery, Delivery[], boolean]>([
    ["a strike that expired", row(strike, "expired"), [], true],
    ["a soon whose begin was told", row(soon, "expired"), [row(began, "sent")], false],
    ["a soon whose begin still waits", row(soon, "expired"), [row(began, "planned")], false],
    ["a soon of another night", row(soon, "expired"), [row(edge("curfew.began", 5_000), "sent")], true],
    ["a soon that nothing followed", row(soon, "expired"), [], true],
    ["a begin whose end was told", row(began, "expired"), [row(ended, "sent")], false],
    ["a begin of which only the soon was told", row(began, "expired"), [row(soon, "sent")], true],
    ["an end that expired", row(ended, "expired"), [row(began, "sent")], true],
    ["whatever failed", row(soon, "failed"), [row(began, "sent")], true],
    ["whatever nobody can see", row(strike, "parked"), [], true],
    ["an edit that came too late", { ...row(strike, "expired"), edits: { of: "x" } }, [], false],
    ["what was skipped for a reason", row(strike, "skipped"), [], false],
  ])("%s", (_, one, others, missed) => {
    expect(isMissed(one, () => others.map((delivery) => ({ delivery })))).toBe(missed);
  });
});
