// Parts of forms that Discord takes, and a desk that sends them whole or broken. For tests only.
import type { APIMessage } from "discord.js";
import { startBot } from "./bot.ts";

export const V2 = 1 << 15;
export const x = (length: number) => "x".repeat(length);
export const many = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n));
export const words = (content = "a", more: object = {}) => ({ type: 10, content, ...more });
export const button = (custom_id: string, more: object = {}) => ({ type: 2, style: 1, label: "b", custom_id, ...more });
export const row = (...components: object[]) => ({ type: 1, components });
export const container = (...components: object[]) => ({ type: 17, components });
export const section = (more: object = {}) => ({ type: 9, components: [words()], accessory: button("s"), ...more });
export const gallery = (...items: object[]) => ({ type: 12, items });
export const picture = (url: string) => ({ media: { url } });
export const v2 = (...components: object[]) => ({ flags: V2, components });
export const ROLE = "154196036812800030";

/** Path and code of each fault in a refusal's tree. */
export function faultsOf(tree: object, path: string[] = []): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    key === "_errors"
      ? value.map((one: { code: string }) => [path.join("."), one.code])
      : faultsOf(value, [...path, key]),
  );
}

export const HEADERS = {
  authorization: "Bot rehearsal",
  "user-agent": "DiscordBot (https://example.org, 1)",
  "content-type": "application/json",
};

export interface Refusal {
  code?: number;
  errors?: object;
}

/** A bot whose every body may be sent, and the channel it is sent to. */
export async function formDesk() {
  const bot = await startBot({ rates: "roomy" });
  const channel = bot.rehearsal.channel("alertas").id;
  const send = (method: string, path: string, body?: object | string, headers: Record<string, string> = HEADERS) =>
    fetch(`${bot.rehearsal.url}/api/v10${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
  const post = async (body: object | string) => answerOf(await send("POST", `/channels/${channel}/messages`, body));
  const made = async (body: object): Promise<APIMessage> => Object(await post(body));
  return { bot, channel, send, post, made };
}
export type FormDesk = Awaited<ReturnType<typeof formDesk>>;

export async function answerOf(response: Response): Promise<Refusal & Partial<APIMessage>> {
  return Object(await response.json());
}
