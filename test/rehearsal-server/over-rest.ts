// What the tests of the stand-in ask over REST, in few words. Must never read an answer that is not there.
import { Routes, type REST } from "discord.js";
import { z } from "zod";

const Made = z.looseObject({ id: z.string() });
export type Made = z.infer<typeof Made>;

/** An answer with an id, its other fields unread. */
export const made = (value: unknown): Made => Made.parse(value);

/** The code and the status of a refusal; an answer that was no refusal fails. */
export async function refused(asked: Promise<unknown>): Promise<[number, number]> {
  const fault = await asked.then(
    () => {
      throw new Error("It was not refused.");
    },
    (reason: unknown) => reason,
  );
  const { status, code } = z.object({ status: z.number(), code: z.number() }).parse(fault);
  return [status, code];
}

export async function post(rest: REST, channelId: string, body: object): Promise<Made> {
  return made(await rest.post(Routes.channelMessages(channelId), { body }));
}

export async function get(rest: REST, path: `/${string}`, query: Record<string, string> = {}): Promise<unknown> {
  return rest.get(path, { query: new URLSearchParams(query) });
}

export async function list(rest: REST, path: `/${string}`, query: Record<string, string> = {}): Promise<Made[]> {
  return z.array(Made).parse(await get(rest, path, query));
}
