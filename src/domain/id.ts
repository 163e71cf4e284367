// Ids that follow from content, and the short marks people see. The only file of the domain that touches node:crypto.
import { createHash, randomBytes } from "node:crypto";

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/** RFC 8785 (JCS): keys in UTF-16 order, no white space; absent keys stay absent. Throws on NaN, Infinity and lone surrogates. */
export function canonicalJson(value: Json): string {
  if (typeof value === "number" && !Number.isFinite(value)) throw new RangeError(`${value} has no JSON form`);
  if (typeof value === "string" && !value.isWellFormed())
    throw new RangeError("a string with half a surrogate pair has no JSON form");
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const members = Object.entries(value).filter((entry): entry is [string, Json] => entry[1] !== undefined);
  members.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${canonicalJson(key)}:${canonicalJson(member)}`).join(",")}}`;
}

/** 64 hex digits over the canonical JSON. */
export function hash(value: Json): string {
  return createHash("sha256").update(canonicalJson(value), "utf8").digest("hex");
}

/** Identity of a fact: what it says, of whom, after which version; never when or by whom it was recorded. */
export function factId(fact: { kind: string; subject: string; prev?: string; content: unknown }): string {
  const { kind, subject, prev, content } = fact;
  return hash(asJson({ kind, subject, prev, content }));
}

const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** The mark people see: 8 Crockford base32 characters of a hash, `7K3Q-9M2D`. */
export function mark(hexId: string): string {
  const bits = BigInt(`0x${hexId.slice(0, 10)}`);
  const text = Array.from({ length: 8 }, (_, i) => CROCKFORD[Number((bits >> BigInt(35 - 5 * i)) & 31n)]).join("");
  return `${text.slice(0, 4)}-${text.slice(4)}`;
}

/** A new subject's id: `strike-4M7Z0Q1T8W`; random, so that it never follows from date or content. */
export function newSubject(noun: string): string {
  const text = Array.from(randomBytes(10), (byte) => CROCKFORD[byte & 31]).join("");
  return `${noun}-${text}`;
}

/** Plain data only: what JSON would drop or change (Date, Map, undefined members aside) is refused rather than hashed wrongly. */
function asJson(value: unknown): Json {
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return value;
  if (Array.isArray(value)) return value.map(asJson);
  if (typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype)
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, member]) => (member === undefined ? [] : [[key, asJson(member)]])),
    );
  throw new TypeError(`a fact holds plain JSON only, not ${Object.prototype.toString.call(value)}`);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
