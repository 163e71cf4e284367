// A strike changes while its notice waits, while nobody knows whether it was posted, and after a fault between notice and edit: still one answer, and each message put right.
import { describe, expect, it } from "vitest";
import type { Outcome } from "../../../src/alerts/courier/sender.ts";
import { channel, GUILD, states, strike, strikeScene, updated } from "./strike-scene.ts";
import { NEW, UPDATED, four, five, wrong, withdrawal, told, contents } from "./told-strike.ts";

describe("a notice of a strike that still waits when the strike changes", () => {
  it("untried is worded anew, and nobody is told of a change of what they never read", async () => {
    const s = await strikeScene();
    await s.subscribe(1);
    await s.record("strike.recorded", strike());
    await s.record("strike.changed", four, { why: updated });
    await s.settle();
    expect(s.texts()).toEqual([NEW.replace("3 killed", "4 killed")]);
    expect(s.edits).toEqual([]);
    expect(states(await s.rows())).toEqual([
      "strike.recorded sent: delivered",
      "strike.changed skipped: told-by-the-change",
    ]);
    await s.record("strike.changed", five, { why: updated });
    await s.settle();
    expect(s.texts()[1]).toBe(UPDATED.replace("3 -> 4", "4 -> 5"));
  });

  it("of a paused channel is worded anew when the channel is opened again", async () => {
    const s = await strikeScene();
    await s.subscribe(1);
    await s.subscriptions.pause(channel(1), "forbidden");
    await s.record("strike.recorded", strike());
    await s.settle();
    await s.record("strike.changed", four, { why: updated });
    await s.settle();
    expect(s.posts).toEqual([]);
    await s.subscribe(1);
    await s.settle();
    expect(s.texts()).toEqual([NEW.replace("3 killed", "4 killed")]);
  });

  it("and is withdrawn is never posted", async () => {
    const s = await strikeScene();
    await s.subscribe(1);
    await s.record("strike.recorded", strike());
    await s.record("strike.withdrawn", withdrawal);
    await s.settle();
    expect(s.posts).toEqual([]);
    expect(states(await s.rows())[0]).toBe("strike.recorded skipped: no-longer-in-the-record");
  });

  it("and was told as an update that waits tells of both changes at once", async () => {
    const s = await told();
    s.answers.push({ is: "again", afterMs: 60_000, why: "rate-limited" });
    await s.record("strike.changed", four, { why: updated });
    await s.settle();
    await s.record("strike.changed", five, { why: updated });
    await s.settle();
    await s.pass(60_000);
    expect(s.texts()).toEqual([NEW, UPDATED.replace("3 -> 4", "3 -> 5")]);
    const steps = "• Tue 17 Mar: UPDATED 3 -> 4 killed\n• Tue 17 Mar: UPDATED 4 -> 5 killed";
    expect(contents(s)).toEqual([`m1: ${UPDATED.replace("3 -> 4", "3 -> 5")}\n~~${NEW}~~\n${steps}`]);
  });

  it("and was changed and changed back says nothing", async () => {
    const s = await told();
    s.answers.push({ is: "again", afterMs: 60_000, why: "rate-limited" });
    await s.record("strike.changed", four, { why: updated });
    await s.settle();
    await s.record("strike.changed", strike(), { why: wrong });
    await s.settle();
    await s.pass(60_000);
    expect(s.texts()).toEqual([NEW]);
    expect(states(await s.rows())).toContain("strike.changed skipped: no-longer-so");
  });

  it("is told of an update that became a withdrawal meanwhile", async () => {
    const s = await told();
    s.answers.push({ is: "again", afterMs: 60_000, why: "rate-limited" });
    await s.record("strike.changed", four, { why: updated });
    await s.settle();
    await s.record("strike.withdrawn", withdrawal);
    await s.settle();
    await s.pass(60_000);
    expect(s.texts()[1]).toMatch(/^WITHDRAWN, do not use · .* \(3 killed\)/);
    expect(s.posts).toHaveLength(2);
  });
});

describe("an attempt of which nobody knows how it ended", () => {
  it("counts as read: found later it is answered and edited", async () => {
    const s = await strikeScene();
    await s.subscribe(1);
    s.answers.push({ is: "unsure", why: "timed-out" });
    await s.record("strike.recorded", strike());
    await s.settle();
    await s.record("strike.changed", four, { why: updated });
    s.search.is = { is: "found", messageId: "m77" };
    await s.pass(90_000);
    expect(s.texts()).toEqual([UPDATED]);
    expect(contents(s)).toEqual([`m77: ${UPDATED}\n~~${NEW}~~`]);
  });

  it("and is not there is posted as it was, so that the answer to it says no falsehood", async () => {
    const s = await strikeScene();
    await s.subscribe(1);
    s.answers.push({ is: "unsure", why: "timed-out" });
    await s.record("strike.recorded", strike());
    await s.settle();
    await s.record("strike.changed", four, { why: updated });
    await s.pass(90_000);
    expect(s.texts()).toEqual([NEW, UPDATED]);
    expect(contents(s)).toEqual([`m1: ${UPDATED}\n~~${NEW}~~`]);
  });

  it("under way while the change comes is answered after it", async () => {
    const s = await strikeScene();
    await s.subscribe(1);
    let arrive: (outcome: Outcome) => void = () => undefined;
    s.answers.push(new Promise((resolve) => (arrive = resolve)));
    await s.record("strike.recorded", strike());
    s.courier.start();
    await expect.poll(async () => (await s.rows())[0]?.state).toBe("sending");
    await s.record("strike.changed", four, { why: updated });
    arrive({ is: "sent", messageId: "m1" });
    await s.courier.idle();
    expect(s.texts()).toEqual([NEW, UPDATED]);
    expect(contents(s)).toEqual([`m1: ${UPDATED}\n~~${NEW}~~`]);
  });
});

describe("after a fault between notice and edit", () => {
  it("the edit is made at the next start, the notice not again", async () => {
    const s = await told();
    s.answers.push({ is: "sent", messageId: "m2" }, new Promise(() => undefined));
    await s.record("strike.changed", four, { why: updated });
    s.courier.start();
    await expect.poll(async () => states(await s.rows())).toContain("edit strike.changed sending: editing");
    const next = await strikeScene({ engine: s.engine });
    await next.settle();
    expect(next.posts).toEqual([]);
    expect(contents(next)).toEqual([`m1: ${UPDATED}\n~~${NEW}~~`]);
    await next.record("strike.changed", five, { why: updated });
    await next.settle();
    expect(next.texts()).toEqual([UPDATED.replace("3 -> 4", "4 -> 5")]);
    expect(
      contents(next)
        .slice(1)
        .map((one) => one.slice(0, 2))
        .sort(),
    ).toEqual(["m1", "m2"]);
  });

  it("a message that was deleted closes nothing: the answer stands alone", async () => {
    const s = await told();
    s.answers.push({ is: "sent", messageId: "m2" }, { is: "never", why: "message-deleted", closes: false });
    await s.record("strike.changed", four, { why: updated });
    await s.settle();
    expect(states(await s.rows()).slice(1)).toEqual([
      "strike.changed sent: delivered",
      "edit strike.changed skipped: message-deleted",
    ]);
    expect(s.subscriptions.of(GUILD, channel(1))?.destination.paused).toBeUndefined();
  });

  it("a channel that closed meanwhile is told once it is opened again", async () => {
    const s = await told();
    await s.subscriptions.pause(channel(1), "forbidden");
    await s.record("strike.changed", four, { why: updated });
    await s.settle();
    expect(states(await s.rows()).slice(1)).toEqual([
      "strike.changed held: channel-paused",
      "edit strike.changed held: channel-paused",
    ]);
    await s.subscribe(1);
    await s.settle();
    expect(s.did).toEqual(["post m1", "post m2", "edit m1"]);
  });

  it("where the history may not be read it is posted with the old message's address", async () => {
    const s = await told();
    s.answers.push({ is: "again", why: "cannot-answer" });
    await s.record("strike.changed", four, { why: updated });
    await s.settle();
    expect(s.texts()[1]).toBe(UPDATED);
    expect(s.posts[1]?.how.replyTo).toBeUndefined();
    expect(contents(s)).toEqual([`m1: ${UPDATED}\n~~${NEW}~~`]);
    expect(s.posts[1]?.message.embed?.fields?.[0]).toEqual({
      name: "Earlier notice",
      value: `https://discord.com/channels/${GUILD}/${channel(1)}/m1`,
    });
  });

  it("a late notice says by how much", async () => {
    const s = await told();
    await s.write("strike.changed", four, { why: updated });
    s.hand.set("2026-03-17T12:30:00-04:00");
    await (await s.news()).catchUp();
    await s.settle();
    expect(s.texts()[1]).toBe(`${UPDATED} (This notice is 2 h 30 min late.)`);
    expect(contents(s)).toEqual([`m1: ${UPDATED}\n~~${NEW}~~`]);
  });
});
