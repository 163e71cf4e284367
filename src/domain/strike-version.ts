// One version of a strike as the log has it: what it says, or said before it was withdrawn, and why it follows another. It decides nothing.
import type { Fact } from "./fact.ts";
import type { Strike } from "./strike.ts";
import type { Text } from "./text.ts";
import { instant, type Millis } from "./time.ts";
import type { Why } from "./why.ts";

export interface StrikeVersion {
  /** The fact's id. */
  fact: string;
  /** Of a withdrawn one: what was withdrawn. */
  strike: Strike;
  /** Why it is not to be used. */
  withdrawn?: Text;
  why?: Why;
  /** When it was recorded; absent on a card, which shows what is not recorded yet. */
  at?: Millis;
}

/** `all`: every version of one strike, in the order of the log. Undefined where it holds no such version, or none that said anything. */
export function strikeVersion(all: readonly Fact[], id: string | undefined): StrikeVersion | undefined {
  const index = all.findIndex((one) => one.id === id);
  const fact = all[index];
  const strike = all.slice(0, index + 1).flatMap((one) => contentOf(one) ?? []);
  const last = strike.at(-1);
  if (fact === undefined || last === undefined) return undefined;
  return {
    fact: fact.id,
    strike: last,
    ...(fact.kind === "strike.withdrawn" ? { withdrawn: fact.content.reason } : {}),
    ...(fact.why === undefined ? {} : { why: fact.why }),
    at: instant(fact.recordedAt),
  };
}

/** The versions from one to another, both with it; the two alone where the log has them in no such order. */
export function strikePath(all: readonly Fact[], was: StrikeVersion, is: StrikeVersion): StrikeVersion[] {
  const [from, to] = [was, is].map(({ fact }) => all.findIndex((one) => one.id === fact));
  if (from === undefined || to === undefined || from === -1 || to < from) return [was, is];
  return all.slice(from, to + 1).flatMap(({ id }) => strikeVersion(all, id) ?? []);
}

function contentOf(fact: Fact): Strike | undefined {
  return fact.kind === "strike.recorded" || fact.kind === "strike.changed" ? fact.content : undefined;
}
