// How the server's words change what the page knows: nothing twice, nothing older over something newer, nothing for other eyes.
import { beforeEach, describe, expect, it } from "vitest";
import type { Outcome } from "../../rehearsal/contract.ts";
import { Flag } from "../../rehearsal/page/client/kinds.ts";
import {
  changeReader,
  channelsOf,
  channelTitle,
  emptyState,
  openChannel,
  takeEvent,
  takeOutcome,
  takeSnapshot,
  unreadIn,
  visible,
} from "../../rehearsal/page/client/state.ts";
import type { Ask } from "../../rehearsal/page/client/state.ts";
import { alerts, ana, desk, luis, message, shown, snapshot } from "./snapshot.ts";

let state = emptyState();
beforeEach(() => {
  state = emptyState();
  takeSnapshot(state, snapshot(), 0);
});

const ask = (): Ask => {
  const open = { id: 1, readerId: ana, channelId: alerts, text: "/x" };
  state.asks.push(open);
  return open;
};
const texts = (channelId: string) => visible(state, channelId).map((entry) => entry.message.content);
const answered = (kept: ReturnType<typeof message>): Outcome => ({
  kind: "message",
  messageId: kept.id,
  channelId: alerts,
  ephemeral: false,
  deferred: false,
  shown: shown(kept),
});

describe("the page's state", () => {
  it("begins with the first reader and the first channel", () => {
    expect([state.readerId, state.panes]).toEqual([ana, [alerts]]);
  });

  it("shows a message once, whether the answer or the stream brings it first", () => {
    const kept = message("Once");
    takeOutcome(state, ask(), answered(kept));
    takeEvent(state, { type: "message", channelId: alerts, shown: shown(kept) }, 0);
    expect(texts(alerts).filter((text) => text === "Once")).toHaveLength(1);
    expect(state.asks).toEqual([]);
  });

  it("does not let a late answer bring back 'is thinking'", () => {
    const kept = message("Done");
    takeEvent(state, { type: "message", channelId: alerts, shown: shown(kept) }, 0);
    takeOutcome(state, ask(), answered({ ...kept, content: "", flags: Flag.loading }));
    expect(texts(alerts).at(-1)).toBe("Done");
  });

  it("keeps a failed ask with its reason", () => {
    const open = ask();
    takeOutcome(state, open, { kind: "failed", why: "Nobody answered." });
    expect(state.asks).toEqual([{ ...open, failed: "Nobody answered." }]);
  });

  it("shows private messages to their reader only, and none that was dismissed", () => {
    expect(texts(alerts)).not.toContain("Only Luis sees this.");
    state.readerId = luis;
    expect(texts(alerts)).toContain("Only Luis sees this.");
    for (const entry of visible(state, alerts)) state.dismissed.add(entry.message.id);
    expect(texts(alerts)).toEqual([]);
  });

  it("counts as unread what comes to a channel not shown, edits not, others' private messages not", () => {
    const kept = message("New", { mention_everyone: true });
    takeEvent(state, { type: "message", channelId: desk, shown: shown(kept) }, 0);
    takeEvent(state, { type: "message", channelId: desk, shown: shown({ ...kept, content: "Newer" }) }, 0);
    takeEvent(state, { type: "message", channelId: desk, shown: shown(message("x"), { ephemeralFor: luis }) }, 0);
    takeEvent(state, { type: "message", channelId: alerts, shown: shown(message("seen")) }, 0);
    expect(unreadIn(state, desk)).toEqual({ count: 1, mentions: 1 });
    expect(unreadIn(state, alerts)).toEqual({ count: 0, mentions: 0 });
    openChannel(state, desk);
    expect(unreadIn(state, desk)).toEqual({ count: 0, mentions: 0 });
  });

  it("counts as unread what came while the stream was cut", () => {
    const next = snapshot();
    next.messages = structuredClone(state.snapshot?.messages ?? {});
    next.messages[desk]?.push(shown(message("Meanwhile")));
    takeSnapshot(state, next, 0);
    expect(unreadIn(state, desk).count).toBe(1);
  });

  it("never shows one channel in both panes", () => {
    openChannel(state, desk, 1);
    openChannel(state, alerts, 1);
    expect([state.panes, state.activePane]).toEqual([[alerts, desk], 0]);
  });

  it("shows direct messages to their own reader only, and leaves them when another acts", () => {
    const next = snapshot();
    next.channels.push({ id: "1", guildId: "", kind: "dm", name: "Luis", seenBy: [luis], dmWith: luis });
    takeSnapshot(state, next, 0);
    expect(channelsOf(state).map(channelTitle)).toEqual(["#alertas", "#redaccion"]);
    changeReader(state, luis);
    expect(channelsOf(state).map(channelTitle)).toEqual(["#alertas", "#redaccion", "@Vigía"]);
    openChannel(state, "1");
    changeReader(state, ana);
    expect(state.panes).toEqual([alerts]);
  });

  it("removes a deleted message", () => {
    const gone = visible(state, alerts)[0]?.message.id ?? "";
    takeEvent(state, { type: "message-deleted", channelId: alerts, messageId: gone }, 0);
    expect(visible(state, alerts).some((entry) => entry.message.id === gone)).toBe(false);
  });

  it("opens a form once, for its reader only, though answer and stream both bring it", () => {
    const modal = { custom_id: "1:x", title: "T", components: [] };
    const event = { type: "modal", readerId: luis, interactionId: "1", modal } as const;
    takeEvent(state, event, 0);
    expect(state.modal).toBeUndefined();
    takeOutcome(state, ask(), { kind: "modal", interactionId: "2", modal });
    state.modal = undefined;
    takeEvent(state, { ...event, readerId: ana, interactionId: "2" }, 0);
    expect(state.modal).toBeUndefined();
  });
});
