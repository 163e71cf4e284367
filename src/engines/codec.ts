// What a row may be: its key, and its value as JSON inside Keyv's envelope, so that Keyv and our verbs read each other's rows.
// Never lets JSON change a value in silence: a Date would come back as a string and a Map as {}.
import { z } from "zod";
import { StoreFault } from "./faults.ts";

interface Envelope {
  readonly value?: unknown;
  readonly expires?: number | undefined;
}

const storedEnvelope = z.object({ value: z.unknown(), expires: z.number().optional() });
const loneSurrogate = /\p{Surrogate}/u;

/** Throws a TypeError: SQLite cuts a key at a NUL, and half a surrogate pair becomes the same bytes as any other half. */
export function checkKey(key: string): string {
  if (typeof key !== "string" || key === "" || key.includes("\0") || loneSurrogate.test(key)) {
    throw new TypeError(`not a key: ${JSON.stringify(key)}; a key is whole Unicode text, not empty, without NUL`);
  }
  return key;
}

/** The text of a row. Throws a TypeError naming what JSON could not give back. */
export function encode(envelope: Envelope): string {
  checkJson(envelope.value, "value");
  const { value, expires } = envelope;
  return JSON.stringify(expires === undefined ? { value } : { value, expires });
}

/** The envelope of a row's text. Throws StoreFault "unreadable". */
export function decode(text: string): { value: unknown; expires?: number | undefined } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    throw new StoreFault("unreadable", "a row of the store is not JSON; restore a backup", cause);
  }
  const envelope = storedEnvelope.safeParse(parsed);
  if (!envelope.success) throw new StoreFault("unreadable", "a row of the store has no value; restore a backup");
  return envelope.data;
}

function checkJson(value: unknown, path: string): void {
  if (value === null || typeof value === "string" || typeof value === "boolean") return;
  if (typeof value === "number" && Number.isFinite(value)) return;
  if (Array.isArray(value)) {
    // By index: forEach would step over the holes that JSON turns into null.
    for (let i = 0; i < value.length; i += 1) checkJson(value[i], `${path}[${i}]`);
    return;
  }
  if (!isPlainObject(value)) throw new TypeError(`JSON cannot give back ${describe(value)} at ${path}`);
  for (const [name, member] of Object.entries(value)) {
    // An undefined member reads back as an absent one, which is the same to every caller.
    if (member !== undefined) checkJson(member, `${path}.${name}`);
  }
}

function isPlainObject(value: unknown): value is object {
  if (typeof value !== "object" || value === null || "toJSON" in value) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

// "[object Date]", "[object Undefined]": the kind is enough, and the value itself may not be fit to print.
const describe = (value: unknown): string => Object.prototype.toString.call(value);
