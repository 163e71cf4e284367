// What the tests of Discord's folder share: a context that knows nothing, a place for long arguments, packets as Discord sends them.
import { createHash } from "node:crypto";
import type { APIInteractionResponse } from "discord-api-types/v10";
import type { Context } from "../../src/command.ts";
import type { Answers } from "../../src/discord/answers.ts";
import type { LongArgs } from "../../src/discord/custom-id.ts";
import type { Asked } from "../../src/discord/router.ts";
import type { Body } from "../../src/discord/payload.ts";
import { FactStore } from "../../src/store/store.ts";
import { StoredSubscriptions } from "../../src/store/stored-subscriptions.ts";
import { handClock, memoryEngine, unasked } from "../support.ts";

export const HOME = "300000000000000001";
export const ABROAD = "300000000000000002";
export const CHANNEL = "300000000000000003";
export const APP = "300000000000000004";

/** Hashes as long as the real ones. */
export function heldArgs(): LongArgs & { kept: Map<string, readonly string[]> } {
  const kept = new Map<string, readonly string[]>();
  return {
    kept,
    keep: async (args) => {
      const hash = createHash("sha256").update(JSON.stringify(args)).digest("hex");
      kept.set(hash, args);
      return hash;
    },
    find: async (hash) => kept.get(hash),
  };
}

/** Contexts over an empty record; `home` are the guilds of the team. */
export async function contexts(home: readonly string[] = [HOME]): Promise<(asked: Asked) => Context> {
  const { clock } = handClock("2026-03-15T22:58:00-05:00");
  const engine = await memoryEngine();
  const store = await FactStore.open(engine.namespace("facts"), clock);
  const subscriptions = await StoredSubscriptions.open(engine.namespace("subs"), clock);
  const known = store.known(clock.now());
  return (asked) => ({
    ...asked,
    now: clock.now(),
    home: asked.guildId !== undefined && home.includes(asked.guildId),
    mayRecord: false,
    known,
    names: store.names(known),
    recording: store,
    subscriptions,
    followed: () => [],
    defaultArea: "EC",
    freshness: 24 * 3_600_000,
    recorder: async () => "0123456789abcdef",
    nameOf: () => undefined,
    ...unasked,
    missingPermissions: async () => [],
    speaks: async () => undefined,
    remember: async () => undefined,
    share: async () => ({ is: "posted" }),
  });
}

/** An interaction as the gateway brings it. */
export function packet(type: number, data: object, more: object = {}): object {
  return {
    id: "310000000000000001",
    application_id: APP,
    token: "interaction-token",
    version: 1,
    type,
    data,
    guild_id: HOME,
    channel_id: CHANNEL,
    channel: { id: CHANNEL, type: 0 },
    locale: "es-ES",
    member: {
      user: { id: "320000000000000001", username: "ana", global_name: "Ana" },
      nick: null,
      roles: ["330000000000000001"],
      permissions: String(1n << 11n),
    },
    ...more,
  };
}

export const typed = (name: string, options: object[] = [], more: object = {}) =>
  packet(2, { id: "340000000000000001", name, type: 1, options }, more);
export const pressed = (customId: string, more: object = {}) =>
  packet(3, { custom_id: customId, component_type: 2 }, { message: { id: "350000000000000001", flags: 0 }, ...more });
export const picked = (customId: string, values: string[]) =>
  packet(3, { custom_id: customId, component_type: 3, values }, { message: { id: "350000000000000001", flags: 64 } });

export type Sent =
  | { how: "first"; response: APIInteractionResponse }
  | { how: "edit" | "followUp"; body: Body }
  | { how: "rows"; rows: object }
  | { how: "remove" };

/** Answers that are kept instead of sent. `fail`: what the next of that kind throws instead. */
export function keptAnswers(fail: Partial<Record<Sent["how"], unknown[]>> = {}): Answers & { sent: Sent[] } {
  const sent: Sent[] = [];
  const keep = async (one: Sent) => {
    const fault = fail[one.how]?.shift();
    if (fault !== undefined) throw fault;
    sent.push(one);
  };
  return {
    sent,
    first: (_, response) => keep({ how: "first", response }),
    rows: (_, rows) => keep({ how: "rows", rows }),
    edit: (_, body) => keep({ how: "edit", body }),
    followUp: (_, body) => keep({ how: "followUp", body }),
    remove: () => keep({ how: "remove" }),
  };
}
