// Strikes on vessels as they are recorded, and what readers were told of them by version. It must never announce history, unless somebody wished it.
import type { AlertOf } from "../../domain/alert.ts";
import type { Fact } from "../../domain/fact.ts";
import { isFresh } from "../../domain/fresh.ts";
import { hash } from "../../domain/id.ts";
import type { Known } from "../../domain/known.ts";
import { mismatch } from "../../domain/match.ts";
import { instant } from "../../domain/time.ts";
import type { Clock } from "../../clock.ts";
import type { Announcer } from "./news.ts";
import { plan, wanting } from "../planner.ts";
import { LATE } from "../watches/watch.ts";

interface Parts {
  /** What is known now: which organisations go on as part of others. */
  known: () => Pick<Known, "orgsById">;
  clock: Pick<Clock, "wall">;
}

/** Vessels struck, as they are recorded, for whoever asked for such strikes. */
export function strikeNews({ known, clock }: Parts): Announcer {
  return (fact, audience, now) => {
    const alert = alertOf(fact);
    if (alert === undefined || !("figures" in fact.content)) return [];
    const { content } = fact;
    const { orgsById } = known();
    const late = now - alert.at > LATE ? { lateBy: now - alert.at } : {};
    const asked = wanting(
      audience({ kind: alert.kind, at: now }),
      (one) => mismatch(one, content, orgsById) === undefined,
    );
    return plan(() => alert, alert.kind, asked, { now, ...late }, clock);
  };
}

/** What a fact about a strike gives to announce; undefined for history and for all that is no new strike on a vessel. */
export function alertOf(fact: Fact): AlertOf<"strike.recorded"> | undefined {
  if (fact.kind !== "strike.recorded" || fact.prev !== undefined || fact.content.target !== "vessel") return undefined;
  const recordedAt = instant(fact.recordedAt);
  const isNews = fact.knownFrom === undefined && isFresh(fact.content, recordedAt);
  return isNews || fact.announce === true ? strikeAlert(fact, recordedAt) : undefined;
}

export function strikeAlert({ id, subject }: Fact, at: number): AlertOf<"strike.recorded"> {
  const kind = "strike.recorded";
  return { kind, id: hash({ kind, fact: id }), at, fact: id, subject };
}
