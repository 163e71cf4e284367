// What a channel shows at the end for each state in which a change may find the notice of a strike. The table is written by hand, from the rules: whoever
// read nothing hears of the strike as it is, once; whoever read it, or may have, is told what became of it, and never of what they did not read.
import { describe, expect, it } from "vitest";
import type { Outcome } from "../../../src/alerts/courier/sender.ts";
import { channel, killed, strike, strikeScene, updated } from "./strike-scene.ts";

const NEW =
  "NEW · US strike on a vessel, eastern Pacific: 3 killed, says SOUTHCOM. Announced Tue 17 Mar; day of the strike not stated.";
const NEW4 = NEW.replace("3 killed", "4 killed");
const EVENT = "US strike on a vessel, eastern Pacific, announced Tue 17 Mar";
const UPDATED = `UPDATED 3 -> 4 killed · ${EVENT}. SOUTHCOM raised its figure.`;
const WITHDRAWN = `WITHDRAWN, do not use · ${EVENT} (3 killed). Reason: recorded twice.`;
const BACK = `CORRECTED 4 -> 3 killed · ${EVENT}. Whoever recorded it took it back.`;
const put = (now: string, was: string) => `${now}\n~~${was}~~`;
const four = strike({ figures: [killed(4)] });

type Scene = Awaited<ReturnType<typeof strikeScene>>;
const again: Outcome = { is: "again", afterMs: 60_000, why: "rate-limited" };
const unsure: Outcome = { is: "unsure", why: "timed-out" };

/** How the notice of the strike comes into its state, and what happens after the change. */
const ORIGINAL: Record<string, { before: (s: Scene) => Promise<void>; after?: (s: Scene) => Promise<void> }> = {
  planned: { before: async () => undefined },
  again: {
    before: async (s) => {
      s.answers.push(again);
      await s.settle();
    },
    after: (s) => s.pass(60_000),
  },
  "unsure, and it stands": {
    before: async (s) => {
      s.answers.push(unsure);
      await s.settle();
    },
    after: async (s) => {
      s.search.is = { is: "found", messageId: "m77" };
      await s.pass(90_000);
    },
  },
  "unsure, and it does not stand": {
    before: async (s) => {
      s.answers.push(unsure);
      await s.settle();
    },
    after: (s) => s.pass(90_000),
  },
  held: {
    before: async (s) => {
      await s.subscriptions.pause(channel(1), "forbidden");
      await s.settle();
    },
    after: async (s) => {
      await s.subscribe(1);
    },
  },
  "parked, since nobody can look": {
    before: async (s) => {
      s.answers.push(unsure);
      await s.settle();
      s.search.is = { is: "cannot", why: "no-history" };
      await s.pass(90_000);
    },
  },
  failed: {
    before: async (s) => {
      s.answers.push({ is: "never", why: "refused-form", closes: false });
      await s.settle();
    },
  },
  sent: { before: (s) => s.settle() },
};

const CHANGES: Record<string, (s: Scene) => Promise<unknown>> = {
  changed: (s) => s.record("strike.changed", four, { why: updated }),
  withdrawn: (s) => s.record("strike.withdrawn", { reason: { en: "recorded twice", es: "dos veces" } }),
  "changed and taken back": async (s) => {
    await s.record("strike.changed", four, { why: updated });
    await s.settle();
    await s.record("strike.changed", strike(), { why: { is: "undone", reason: { en: "x" } } });
  },
};

/** What stands in the channel at the end, as far as Vigía knows it; of what it only found there, what it was edited to. */
const ORACLE: Record<string, Record<string, readonly string[]>> = {
  planned: { changed: [NEW4], withdrawn: [], "changed and taken back": [put(BACK, NEW4), BACK] },
  again: { changed: [NEW4], withdrawn: [], "changed and taken back": [NEW] },
  // Somebody may have read it: three, and then four.
  "unsure, and it stands": {
    changed: [put(UPDATED, NEW), UPDATED],
    withdrawn: [put(WITHDRAWN, NEW), WITHDRAWN],
    "changed and taken back": [NEW],
  },
  "unsure, and it does not stand": {
    changed: [put(UPDATED, NEW), UPDATED],
    withdrawn: [put(WITHDRAWN, NEW), WITHDRAWN],
    "changed and taken back": [NEW],
  },
  held: { changed: [NEW4], withdrawn: [], "changed and taken back": [NEW] },
  "parked, since nobody can look": {
    changed: [UPDATED],
    withdrawn: [WITHDRAWN],
    "changed and taken back": [put(BACK, UPDATED), BACK],
  },
  failed: { changed: [], withdrawn: [], "changed and taken back": [] },
  sent: {
    changed: [put(UPDATED, NEW), UPDATED],
    withdrawn: [put(WITHDRAWN, NEW), WITHDRAWN],
    "changed and taken back": [NEW, put(BACK, UPDATED), BACK],
  },
};

describe.each(Object.entries(ORIGINAL))("a notice that is %s", (state, { before, after }) => {
  it.each(Object.entries(CHANGES))("when its strike is %s", async (change, happens) => {
    const s = await strikeScene();
    await s.subscribe(1);
    await s.record("strike.recorded", strike());
    await before(s);
    await happens(s);
    await s.settle();
    await after?.(s);
    await s.settle();
    const standing = new Map(s.posts.map(({ messageId, message }) => [messageId, message.content]));
    for (const { messageId, message } of s.edits) standing.set(messageId, message.content);
    // What was found in the channel stands first: it was posted before the answer.
    const order = [...standing].sort(([a], [b]) => Number(b === "m77") - Number(a === "m77"));
    expect(order.map(([, text]) => text)).toEqual(ORACLE[state]?.[change]);
    expect(s.broken).toEqual([]);
    // Asked again, with everything planned anew, nothing more comes.
    const seen = [s.posts.length, s.edits.length];
    await (await s.news("once more")).catchUp();
    await s.settle();
    expect([s.posts.length, s.edits.length]).toEqual(seen);
  });
});

describe("a strike that changes in the very minute in which it is posted", () => {
  it.each(["while the request is on its way", "after it, before the row says so", "in the same second, unplanned yet"])(
    "%s",
    async (when) => {
      const s = await strikeScene();
      await s.subscribe(1);
      if (when.startsWith("in the same second")) {
        await s.write("strike.recorded", strike());
        await s.write("strike.changed", four, { why: updated });
        await (await s.news()).catchUp();
        await s.settle();
        expect(s.texts()).toEqual([NEW4]);
        return;
      }
      let arrive: (outcome: Outcome) => void = () => undefined;
      s.answers.push(new Promise((resolve) => (arrive = resolve)));
      await s.record("strike.recorded", strike());
      s.courier.start();
      await expect.poll(async () => (await s.rows())[0]?.state).toBe("sending");
      if (when.startsWith("after it")) {
        const written = s.write("strike.changed", four, { why: updated });
        arrive({ is: "sent", messageId: "m1" });
        await written;
        await (await s.news()).catchUp();
      } else {
        await s.record("strike.changed", four, { why: updated });
        arrive({ is: "sent", messageId: "m1" });
      }
      await s.settle();
      expect(s.texts()).toEqual([NEW, UPDATED]);
      expect(s.posts[1]?.how.replyTo === undefined || s.posts[1].how.replyTo === "m1").toBe(true);
      expect(s.edits.map(({ messageId, message }) => [messageId, message.content])).toEqual([
        ["m1", put(UPDATED, NEW)],
      ]);
    },
  );
});
