// Name and arguments of a button, kept in Discord's custom id: `1:name:arg:arg`. Old ids must stay readable for months (decision 0003).
// Nothing is ever cut: what does not fit into 100 characters is kept outside, under its hash: `1:name:~hash`.
import type { Action } from "../views/message.ts";

/** Keeps arguments that do not fit; a button may be pressed months later. */
export interface LongArgs {
  /** @returns the hash to find them by, at most 64 characters of [0-9a-zA-Z_-]; the same arguments give the same hash. */
  keep(args: readonly string[]): Promise<string>;
  find(hash: string): Promise<readonly string[] | undefined>;
  /** The same, for what is pressed in one server: what is kept goes when the server is forgotten. */
  in?(guildId: string): LongArgs;
}

export type ReadAction = { is: "action"; name: string; args: readonly string[] } | { is: "unknown" };

const VERSION = "1";
/** Discord's limit, counted in UTF-16 units: its own way of counting is not published and this one is the stricter. */
const LIMIT = 100;
/** 32 characters leave room for the longest hash: 1:name:~hash has 2 + 32 + 2 + 64 = 100. */
const NAME = /^[a-z][a-z0-9.-]{0,31}$/;
const HASH = /^[\w-]{1,64}$/;
/** Escaped: what the codec itself uses, and what a chat system may trim, normalise or drop (white space, controls, lone surrogates). */
const UNSAFE = /[%:~\p{C}\p{Z}]/gu;
const ESCAPE = /%([0-9a-f]+);/g;

export function isActionName(name: string): boolean {
  return NAME.test(name);
}

/** Throws on a name that no custom id can carry. */
export async function customId({ name, args }: Action, longArgs: LongArgs): Promise<string> {
  if (!isActionName(name)) throw new RangeError(`“${name}” cannot name a button: 1 to 32 of a-z, 0-9, dot and hyphen`);
  const short = [VERSION, name, ...args.map(escape)].join(":");
  if (short.length <= LIMIT) return short;
  const hash = await longArgs.keep(args);
  if (!HASH.test(hash)) throw new RangeError(`“${hash}” cannot stand in a custom id`);
  return `${VERSION}:${name}:~${hash}`;
}

/** Unknown: another version, not ours, or arguments that are no longer kept. */
export async function readCustomId(id: string, longArgs: LongArgs): Promise<ReadAction> {
  const [version, name, ...rest] = id.split(":");
  if (version !== VERSION || name === undefined || !isActionName(name)) return { is: "unknown" };
  const [first] = rest;
  if (first?.startsWith("~")) {
    const args = rest.length === 1 ? await longArgs.find(first.slice(1)) : undefined;
    return args === undefined ? { is: "unknown" } : { is: "action", name, args };
  }
  const args = rest.map(unescape);
  return args.every((arg) => arg !== undefined) ? { is: "action", name, args } : { is: "unknown" };
}

function escape(arg: string): string {
  return arg.replaceAll(UNSAFE, (unsafe) => `%${(unsafe.codePointAt(0) ?? 0).toString(16)};`);
}

/** @returns undefined where a percent sign is no escape of ours, or an escape names no code point. */
function unescape(text: string): string | undefined {
  if (text.replaceAll(ESCAPE, "").includes("%")) return undefined;
  const codes = [...text.matchAll(ESCAPE)].map((found) => parseInt(found[1] ?? "", 16));
  if (codes.some((code) => code > 0x10ffff)) return undefined;
  return text.replaceAll(ESCAPE, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16)));
}
