// Of a notice below which people were asked to press Seen: who has, when, and who has not. Only for who may change the channel: the caller sees to that.
import { MINUTE, type Millis } from "../../domain/time.ts";
import { texts } from "../../text/index.ts";
import { hour, span } from "../../text/time.ts";
import type { Scene } from "../curfew/words.ts";
import { named, seenLabel } from "../notices/seen.ts";

export interface SeenWhy {
  pressed: readonly { id: string; at: Millis }[];
  missing: readonly string[];
  /** Minutes. */
  after: number;
  over: boolean;
  told: boolean;
}

export function seenLines({ pressed, missing, after, over, told }: SeenWhy, { zone, language }: Scene): string[] {
  const t = texts(language).seen.why;
  const count = { have: pressed.length, asked: pressed.length + missing.length };
  const who = pressed.map(({ id, at }) => `${named(id)} ${hour(at, zone)}`);
  const then = told ? t.told : t.after;
  return [
    seenLabel(count, language),
    ...(who.length === 0 ? [] : [t.have(who.join(", "))]),
    ...(missing.length === 0 ? [] : [t.not(missing.map(named).join(", "))]),
    ...(over ? [t.over] : missing.length === 0 && !told ? [] : [then(span(after * MINUTE))]),
  ];
}
