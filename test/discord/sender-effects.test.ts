// Events and threads as real discord.js asks for them and the strict stand-in answers: what each answer means to the courier.
import { PermissionFlagsBits as P } from "discord-api-types/v10";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Rehearsal } from "../../rehearsal/rehearsal.ts";
import { sender } from "../../src/discord/sender.ts";
import { rememberingLog } from "../support.ts";
import { startWatched } from "../rehearsal-server/watched.ts";

const at = (text: string) => Date.parse(`${text}:00-05:00`);
const EVENT = {
  name: "Curfew 23:00-05:00: Guayas",
  location: "Guayas",
  description: "NOT all day.\n#7K3Q-9M2D",
  start: at("2026-03-16T23:00"),
  end: at("2026-03-20T05:00"),
};

let rehearsal: Rehearsal;
let post: ReturnType<typeof sender>;
const ours = (more: { timeoutMs?: number } = {}) =>
  sender({ token: rehearsal.token, apiUrl: `${rehearsal.url}/api`, log: rememberingLog().log, ...more });
const setBot = (bits: bigint) => {
  const role = rehearsal.state().roles.find((one) => one.name === "Vigía")?.id ?? "";
  rehearsal.setRolePermissions(rehearsal.guildId, role, bits);
};
const USUAL = P.ViewChannel | P.SendMessages | P.EmbedLinks | P.ReadMessageHistory;
const made = async () => {
  const outcome = await post.makeEvent(rehearsal.guildId, EVENT);
  if (outcome.is !== "sent") throw new Error(JSON.stringify(outcome));
  return outcome.messageId;
};

beforeEach(async () => {
  rehearsal = await startWatched({ startAt: "2026-03-15T22:58:30-05:00", rates: "roomy" });
  post = ours();
});
afterEach(() => rehearsal.close());

describe("events, against the rehearsal's Discord", () => {
  it("are made for the server alone, listed as they stand, changed, ended and removed", async () => {
    const { guildId } = rehearsal;
    const id = await made();
    const listed = { ...EVENT, id, isOn: false, isOwn: true };
    expect(await post.events(guildId)).toEqual({ is: "listed", events: [listed] });
    expect(rehearsal.state().events).toMatchObject([{ id, privacy_level: 2, entity_type: 3, status: 1 }]);
    const end = at("2026-03-18T05:00");
    expect(await post.changeEvent(guildId, id, { name: "Other", location: "Los Ríos", end })).toEqual({
      is: "sent",
      messageId: id,
    });
    expect(await post.events(guildId)).toMatchObject({ events: [{ name: "Other", location: "Los Ríos", end }] });
    await rehearsal.clock.jump({ to: "2026-03-16T23:30:00-05:00" });
    expect(await post.events(guildId)).toMatchObject({ events: [{ isOn: true }] });
    expect(await post.changeEvent(guildId, id, { status: "over" })).toMatchObject({ is: "sent" });
    expect(await post.events(guildId)).toEqual({ is: "listed", events: [] });
    expect(await post.changeEvent(guildId, id, { name: "Late" })).toMatchObject({
      is: "never",
      why: "message-deleted",
    });
  });

  it("are called off before they begin, and gone once removed", async () => {
    const { guildId } = rehearsal;
    const [first, second] = [await made(), await made()];
    expect(await post.changeEvent(guildId, first, { status: "cancelled" })).toMatchObject({ is: "sent" });
    expect(await post.removeEvent(guildId, second)).toEqual({ is: "sent", messageId: second });
    expect(await post.events(guildId)).toEqual({ is: "listed", events: [] });
    expect(await post.removeEvent(guildId, second)).toEqual({
      is: "never",
      why: "message-deleted",
      closes: false,
      answer: "404 10070",
    });
  });

  it("without leave, in a full list and in the past are refused for good, and close no channel", async () => {
    const { guildId } = rehearsal;
    expect(await post.makeEvent(guildId, { ...EVENT, start: at("2026-03-15T22:00") })).toMatchObject({
      is: "never",
      why: "refused-form",
      closes: false,
    });
    const full = { message: "Maximum number of uncompleted guild scheduled events reached (100)", code: 30038 };
    rehearsal.refuse(({ method }) => method === "POST", { status: 400, body: full });
    expect(await post.makeEvent(guildId, EVENT)).toMatchObject({ is: "never", why: "too-many-events", closes: false });
    setBot(USUAL);
    expect(await post.makeEvent(guildId, EVENT)).toEqual({
      is: "never",
      why: "no-leave-for-events",
      closes: false,
      answer: "403 50013",
    });
  });

  it("that got lost on the way are unsure, those asked to wait are named their wait", async () => {
    const { guildId } = rehearsal;
    const isMade = ({ method, path }: { method: string; path: string }) =>
      method === "POST" && path.endsWith("/scheduled-events");
    rehearsal.refuse(isMade, { drop: "after" });
    expect(await post.makeEvent(guildId, EVENT)).toMatchObject({ is: "unsure", why: "connection-lost" });
    expect(await post.events(guildId)).toMatchObject({ events: [{ name: EVENT.name }] });
    rehearsal.refuse(isMade, { status: 503, body: {} });
    expect(await post.makeEvent(guildId, EVENT)).toMatchObject({ is: "unsure", why: "discord-down" });
    rehearsal.refuse(isMade, { status: 429, body: { message: "slow", retry_after: 3, global: false } });
    expect(await post.makeEvent(guildId, EVENT)).toMatchObject({ is: "again", why: "rate-limited" });
    rehearsal.refuse(({ method }) => method === "GET", { status: 500, body: {} });
    expect(await post.events(guildId)).toMatchObject({ is: "unsure", why: "discord-down" });
  });
});

describe("a thread, against the rehearsal's Discord", () => {
  it("is opened once at a message, is there already the second time, and closes no channel", async () => {
    const { id } = rehearsal.channel("alertas");
    const posted = await post.post(id, { content: "x" }, { nonce: "n1", silent: true });
    const messageId = posted.is === "sent" ? posted.messageId : "";
    expect(await post.openThread(id, messageId, "NEW · US strike")).toEqual({ is: "sent", messageId });
    expect(await post.openThread(id, messageId, "NEW · US strike")).toEqual({
      is: "sent",
      messageId,
      answer: "400 160004",
    });
    expect(rehearsal.state().channels.filter(({ parentId }) => parentId === id)).toMatchObject([
      { id: messageId, name: "NEW · US strike" },
    ]);
    expect(await post.openThread(id, "900000000000000001", "x")).toMatchObject({ is: "never", why: "message-deleted" });
    const other = await post.post(id, { content: "y" }, { nonce: "n2", silent: true });
    setBot(USUAL);
    rehearsal.setBotPermissions(id, USUAL);
    expect(await post.openThread(id, other.is === "sent" ? other.messageId : "", "y")).toEqual({
      is: "never",
      why: "no-leave-for-threads",
      closes: false,
      answer: "403 50013",
    });
  });
});
