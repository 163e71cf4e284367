// What was recorded in the last days that some channel could have been told of: by the road's own announcers, for somebody who asks for everything. For whoever asks
// why nothing came; it must never plan, nor write a row for a channel that did not ask.
import type { Alert } from "../../domain/alert.ts";
import { ANNOUNCED_DAYS, type Announced } from "../../domain/announced.ts";
import { type Curfew, endingsOf } from "../../domain/curfew.ts";
import { becameKnownAt, type Fact, noun } from "../../domain/fact.ts";
import { isFresh } from "../../domain/fresh.ts";
import { groupBy } from "../../domain/group.ts";
import { hash } from "../../domain/id.ts";
import type { Known } from "../../domain/known.ts";
import { DAY, dayStart, instant, type Millis } from "../../domain/time.ts";
import type { Subscribed } from "../../store/subscriptions.ts";
import { orgAnnouncer } from "../changes/org-news.ts";
import { strikeChanges } from "../changes/strike-changes.ts";
import { strikeAlert, strikeNews } from "../changes/strike-news.ts";
import { ToldOf } from "../ledger/told-of.ts";

export interface Record {
  /** What became known in [from, until). */
  becameKnown: (from: Millis, until: Millis) => readonly Fact[];
  versions: (noun: string, subject: string) => readonly Fact[];
  known: Known;
  now: Millis;
}

export async function announcedLately(record: Record): Promise<Announced[]> {
  const from = record.now - ANNOUNCED_DAYS * DAY;
  const facts = record.becameKnown(from, record.now + 1);
  const [news, curfews] = [await newsIn(facts, record), curfewsSince(from, record)];
  return [...news, ...silentIn(facts, news, from), ...curfews];
}

const [NOBODY, CLOCK] = ["100000000000000000", { wall: () => 0 }];
/** Asks for every strike and every organisation, always has, and was never told of one. */
const ANYBODY: Subscribed = {
  destination: { v: 1, id: NOBODY, guildId: NOBODY, kind: "channel", language: "en", zone: "UTC" },
  subscriptions: [
    {
      v: 1,
      id: "any",
      destination: NOBODY,
      guildId: NOBODY,
      topics: ["strikes", "orgs"],
      areas: ["XX"],
      leads: [],
      endLeads: [],
      owner: NOBODY,
      since: 0,
    },
  ],
};

async function newsIn(facts: readonly Fact[], { versions, known }: Record): Promise<Announced[]> {
  const ledger = { toldOf: new ToldOf(), read: async () => undefined };
  const parts = { known: () => known, ledger, clock: CLOCK };
  const announcers = [
    strikeNews(parts),
    strikeChanges({ ...parts, versions: (subject) => versions("strike", subject) }),
    orgAnnouncer({ ...parts, versions: (subject) => versions("org", subject) }),
  ];
  const found: Announced[] = [];
  // What came at once is told at once.
  for (const pending of groupBy(facts, ({ recordedAt }) => recordedAt))
    for (const fact of pending)
      for (const announce of announcers) {
        const at = instant(fact.recordedAt);
        const rows = await announce(fact, () => [ANYBODY], at, pending);
        found.push(...rows.flatMap(({ alert, state }) => (state === "planned" ? announced(alert, fact, at) : [])));
      }
  // A strike is new once, whatever its figures became since.
  return found.filter(
    (one, i) => one.noun !== "strike" || found.findIndex(({ subject }) => subject === one.subject) === i,
  );
}

function announced(
  { kind, id }: Pick<Alert, "kind" | "id">,
  { id: fact, subject, kind: of }: Fact,
  at: Millis,
): Announced[] {
  const what = noun(of);
  if (what !== "strike" && what !== "org") return [];
  return [{ noun: what, kind, alert: id, subject, fact, at, places: [], until: at }];
}

/** Strikes that nobody was told of: recorded when they were no news any more, or on land. */
function silentIn(facts: readonly Fact[], news: readonly Announced[], from: Millis): Announced[] {
  const told = new Set(news.map(({ subject }) => subject));
  return facts.flatMap((fact): Announced[] => {
    if (fact.kind !== "strike.recorded" || fact.prev !== undefined || told.has(fact.subject)) return [];
    // What happened long before is nobody's question.
    if (!isFresh(fact.content, from)) return [];
    const silent = fact.content.target === "land" ? "land" : "history";
    const at = becameKnownAt(fact);
    return announced(strikeAlert(fact, at), fact, at).map((one) => ({ ...one, silent }));
  });
}

/** Curfews that were recorded, or ran, since then; their begins and ends are told from the hour alone, history's too. */
function curfewsSince(from: Millis, { known, versions, now }: Record): Announced[] {
  return [...known.curfewsById.values()].flatMap((curfew): Announced[] => {
    const all = versions("curfew", curfew.id).filter((fact) => becameKnownAt(fact) <= now);
    const [last, until] = [all.at(-1), overAt(curfew)];
    if (last === undefined || until < from) return [];
    const places = [...new Set(curfew.rules.flatMap(({ areas }) => areas))];
    const told = { kind: "curfew.declared", alert: hash({ kind: last.kind, fact: last.id }) } as const;
    return [{ noun: "curfew", ...told, subject: curfew.id, fact: last.id, at: becameKnownAt(last), places, until }];
  });
}

/** After its last night, or where an ending let nothing of it stand. */
function overAt(curfew: Curfew): Millis {
  const { lastNight, endsBy, lastConfirmed, firstNight, zone } = curfew;
  const night = lastNight ?? endsBy ?? lastConfirmed ?? firstNight;
  const ended = endingsOf(curfew).flatMap((one) =>
    one.areas === undefined && one.until === undefined ? instant(one.from) : [],
  );
  return Math.min(dayStart(night, zone) + 2 * DAY, ...ended);
}
