// The four ways to answer an interaction, over the connection of the gateway. Must never be throttled with alerts, nor answer twice.
import { DiscordAPIError, type RawFile, Routes, type REST } from "discord.js";
import type { APIInteractionResponse } from "discord-api-types/v10";
import type { Components } from "./labels.ts";
import type { Json } from "./payload.ts";

/** Where an answer goes; the token lives for 15 minutes. */
export interface Spot {
  id: string;
  token: string;
  applicationId: string;
}

export interface Answers {
  /** The first answer, within three seconds. */
  first(to: Spot, response: APIInteractionResponse, files?: readonly RawFile[]): Promise<void>;
  /** In place of the first answer, or of the message that a button belongs to. */
  edit(to: Spot, body: Json, files?: readonly RawFile[]): Promise<void>;
  /** Only what stands below the message that a button belongs to; the rest stays. */
  rows(to: Spot, rows: { components: Components }): Promise<void>;
  followUp(to: Spot, body: Json, files?: readonly RawFile[]): Promise<void>;
  /** Takes the first answer away. */
  remove(to: Spot): Promise<void>;
}

/** None of these carries the bot's own token: the interaction's is the leave to answer. */
const auth = false;

export function answersOver(rest: REST): Answers {
  const original = (to: Spot) => Routes.webhookMessage(to.applicationId, to.token);
  return {
    first: (to, body, files) =>
      twice(() => rest.post(Routes.interactionCallback(to.id, to.token), { body, auth, ...beside(files) })),
    edit: (to, body, files) => twice(() => rest.patch(original(to), { body, auth, ...beside(files) })),
    rows: (to, body) => twice(() => rest.patch(original(to), { body, auth })),
    /** Not repeated: nothing tells Discord that it is the same message. */
    followUp: async (to, body, files) => {
      await rest.post(Routes.webhook(to.applicationId, to.token), { body, auth, ...beside(files) });
    },
    remove: (to) => twice(() => rest.delete(original(to), { auth })),
  };
}

/** Without files the request is plain JSON, with them multipart. */
function beside(files: readonly RawFile[] | undefined): { files?: RawFile[] } {
  return files === undefined || files.length === 0 ? {} : { files: [...files] };
}

const ALREADY_ANSWERED = 40060;

/** One more try where the first may not have arrived. If it had, Discord says "already": then the reader has the answer. */
async function twice(send: () => Promise<unknown>): Promise<void> {
  try {
    await send();
  } catch (error) {
    if (error instanceof DiscordAPIError) throw error;
    await send().catch((second: unknown) => {
      if (!(second instanceof DiscordAPIError && second.code === ALREADY_ANSWERED)) throw second;
    });
  }
}

/** Too late, answered already, or the 15 minutes are over: nobody can be told anything any more. */
export function isOver(error: unknown): boolean {
  return error instanceof DiscordAPIError && OVER.has(Number(error.code));
}
/** 10062 unknown interaction, 10015 unknown webhook, 10008 the message is gone, 50027 token over. */
const OVER: ReadonlySet<number> = new Set([10062, ALREADY_ANSWERED, 10015, 10008, 50027]);
