// Ids that follow from content, and the short marks people see. The only file of the domain that touches node:crypto.
import { createHash, randomBytes } from "node:crypto";

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/** RFC 8785 (JCS): keys in UTF-16 order, no white space; absent keys stay absent. Throws on NaN, Infinity and lone surrogates. */
export function canonicalJson(value: Json): string {
  return canonical(value);
}

/** Plain data only: what JSON would drop or change (Date, Map, undefined members aside) is refused rather than hashed wrongly. */
function canonical(value: unknown): string {
  if (typeof value === "string") {
    if (!value.isWellFormed()) throw new RangeError("a string with half a surrogate pair has no JSON form");
    return JSON.stringify(value);
  }
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new RangeError(`${value} has no JSON form`);
    return JSON.stringify(value);
  }
  if (value === null || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (!isPlain(value))
    throw new TypeError(`a fact holds plain JSON only, not ${Object.prototype.toString.call(value)}`);
  let text = "";
  // A start hashes the whole log: no list of members is made, and the few names there are are written once.
  for (const key of Object.keys(value).sort()) {
    const member = value[key];
    if (member !== undefined) text += (text === "" ? "" : ",") + named(key) + canonical(member);
  }
  return `{${text}}`;
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype;
}

const names = new Map<string, string>();

/** A member's name as it is written. Kept for as many as facts have, and not for whatever may come. */
function named(key: string): string {
  const known = names.get(key);
  if (known !== undefined) return known;
  const written = `${canonical(key)}:`;
  if (names.size < 200) names.set(key, written);
  return written;
}

/** 64 hex digits over the canonical JSON. */
export function hash(value: Json): string {
  return digest(canonical(value));
}

/** Identity of a fact: what it says, of whom, after which version; never when or by whom it was recorded. */
export function factId(fact: { kind: string; subject: string; prev?: string; content: unknown }): string {
  const { kind, subject, prev, content } = fact;
  return digest(canonical({ kind, subject, prev, content }));
}

function digest(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** The mark people see: 8 Crockford base32 characters of a hash, `7K3Q-9M2D`. */
export function mark(hexId: string): string {
  const bits = BigInt(`0x${hexId.slice(0, 10)}`);
  const text = Array.from({ length: 8 }, (_, i) => CROCKFORD[Number((bits >> BigInt(35 - 5 * i)) & 31n)]).join("");
  return `${text.slice(0, 4)}-${text.slice(4)}`;
}

/** The id of a subject that a question was asked about before anybody answered: of the question's own id, so that two answers are one. It begins with its mark. */
export function subjectOf(noun: string, hexId: string): string {
  const bits = BigInt(`0x${hexId.slice(0, 13)}`) >> 2n;
  const text = Array.from({ length: 10 }, (_, i) => CROCKFORD[Number((bits >> BigInt(45 - 5 * i)) & 31n)]).join("");
  return `${noun}-${text}`;
}

/** A new subject's id: `strike-4M7Z0Q1T8W`; random, so that it never follows from date or content. */
export function newSubject(noun: string): string {
  const text = Array.from(randomBytes(10), (byte) => CROCKFORD[byte & 31]).join("");
  return `${noun}-${text}`;
}

/** Whether it may have come from `newSubject`: what a button carried is checked before it becomes a record's id. */
export function isNewSubject(noun: string, id: string): boolean {
  return id.startsWith(`${noun}-`) && /^[0-9A-Z]{10}$/.test(id.slice(noun.length + 1));
}
