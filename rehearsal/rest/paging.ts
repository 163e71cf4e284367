// Which page of a list is asked for: how many, and beyond which id or time. Must never guess what was meant: what is no number is refused.
import { invalidForm } from "./errors.ts";

/** Both ends of `limit` are allowed. */
export function limitOf(query: URLSearchParams, [least, most]: [number, number], otherwise: number): number {
  const text = query.get("limit");
  if (text === null) return otherwise;
  const limit = /^\d{1,9}$/u.test(text) ? Number(text) : Number.NaN;
  if (limit >= least && limit <= most) return limit;
  const message = `int value should be between ${least} and ${most}.`;
  throw invalidForm([{ path: ["limit"], code: "NUMBER_TYPE_MAX", message }]);
}

/** An id that bounds the page; any number counts, also one that nothing has. */
export function edgeOf(query: URLSearchParams, key: "before" | "after" | "around"): bigint | undefined {
  const value = query.get(key);
  if (value === null) return undefined;
  if (/^\d{1,20}$/u.test(value)) return BigInt(value);
  throw invalidForm([{ path: [key], code: "NUMBER_TYPE_COERCE", message: `Value "${value}" is not snowflake.` }]);
}
