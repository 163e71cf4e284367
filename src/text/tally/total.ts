// Reads a running total as it is typed in either language: how many killed, and of how many strikes or vessels. It never takes one number for another, and never
// turns "about 150" into 150.
import { plain } from "../when/plain.ts";

export interface Total {
  killed: number;
  atLeast: boolean;
}
export interface Hits {
  strikes?: number;
  vessels?: number;
}

const LONGEST = 80;
const N = String.raw`(\d{1,5})`;
const KILLED = String.raw`(?: ?(?:people|persons?|personas?))?(?: ?(?:killed|dead|deaths|muertos|muertes|fallecidos))?`;
const LEAST = "at least|no fewer than|al menos|por lo menos|como minimo|no menos de|minimo";
const EXACT = new RegExp(`^${N}${KILLED}$`);
const AT_LEAST = new RegExp(`^(?:${LEAST}) ${N}${KILLED}$|^${N} ?(?:\\+|or more|o mas)${KILLED}$`);

/** `151`, `at least 157`, `157+`, `al menos 157 muertos`; undefined for what is no total. */
export function readTotal(typed: string): Total | undefined {
  const text = tidy(typed);
  const exact = EXACT.exec(text)?.[1];
  if (exact !== undefined) return { killed: Number(exact), atLeast: false };
  const [, before, after] = AT_LEAST.exec(text) ?? [];
  const least = before ?? after;
  return least === undefined ? undefined : { killed: Number(least), atLeast: true };
}

const HIT = new RegExp(
  `^${N} ?(strikes?|attacks?|ataques?|vessels?|boats?|embarcaciones|embarcacion|lanchas?|botes?)$`,
);

/** `45 strikes`, `45 ataques, 46 embarcaciones`, `45` (strikes), nothing; undefined for what cannot be read, and for a kind told twice. */
export function readHits(typed: string): Hits | undefined {
  const text = tidy(typed);
  if (text === "") return {};
  const alone = new RegExp(`^${N}$`).exec(text)?.[1];
  const parts = alone === undefined ? text.split(/ ?[,;/] ?| (?:and|y|on|a) /) : [`${alone} strikes`];
  const hits: Hits = {};
  for (const part of parts) {
    const [, number, word] = HIT.exec(part) ?? [];
    if (number === undefined || word === undefined || Number(number) === 0) return undefined;
    const kind = /^(?:strike|attack|ataque)/.test(word) ? "strikes" : "vessels";
    if (hits[kind] !== undefined) return undefined;
    hits[kind] = Number(number);
  }
  return hits;
}

function tidy(typed: string): string {
  return typed.length > LONGEST ? "?" : plain(typed).replace(/[.]$/, "").trim();
}
