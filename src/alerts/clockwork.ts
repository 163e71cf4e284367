// Looks at (last, now] and plans what the clock passed. Edges are pure arithmetic on the watermark: a tick that never came is made up for by the next.
// Never posts; never plans past a step of the clock that nobody else confirms.
import type { Alert, Delivery } from "../domain/alert.ts";
import { edges, groupEdges } from "../domain/edges.ts";
import { groupBy } from "../domain/group.ts";
import { hash } from "../domain/id.ts";
import type { Edge } from "../domain/situation.ts";
import { HOUR, MINUTE, type Millis } from "../domain/time.ts";
import type { Clock } from "../clock.ts";
import type { Logger } from "../logger.ts";
import type { Known } from "../domain/known.ts";
import type { Subscribed } from "../store/subscriptions.ts";
import type { Ledger } from "./ledger.ts";
import type { Bookmark } from "./marks.ts";
import { plan, type Plan, type Tailor } from "./planner.ts";

/** A notice planned later than this after its instant says so. */
const LATE = 2 * MINUTE;
/** A step of the clock that is longer must be confirmed from outside. */
const STEP = 10 * MINUTE;
/** How far Discord's clock may be from ours to confirm it. */
const AGREE = 2 * MINUTE;
/** Windows over for longer than this before we came back are not told of one by one. */
const LOOK_BACK = 400 * 24 * HOUR;

export interface Parts {
  known: (at: Millis) => Known;
  /** Every channel whose subscription runs. */
  subscribed: () => readonly Subscribed[];
  ledger: Ledger;
  watermark: Bookmark;
  clock: Clock;
  /** World time as Discord tells it; undefined when it does not answer. */
  serverTime: () => Promise<Millis | undefined>;
  log: Logger;
}

/** What a tick did, for the log and for tests. */
export type Tick =
  | { did: "started" | "went-back" | "nothing" }
  | { did: "planned"; deliveries: number }
  | { did: "waited"; why: "clock-not-confirmed" | "discord-does-not-answer" };

export class Clockwork {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Plans everything in (watermark, now] and moves the watermark after the rows exist. One call at a time. */
  async tick(now: Millis): Promise<Tick> {
    const { watermark, log } = this.#parts;
    const last = watermark.at;
    if (last === undefined || now <= last) {
      await watermark.move(now);
      if (last !== undefined && now < last - MINUTE)
        log.warn({ last, now }, "The clock went back; what was told stays told");
      return { did: last === undefined ? "started" : now < last ? "went-back" : "nothing" };
    }
    if (now - last > STEP) {
      const refused = await this.#confirm(now);
      if (refused !== undefined) return refused;
    }
    const deliveries = await this.#plan(Math.max(last, now - LOOK_BACK), now);
    await watermark.move(now);
    return { did: "planned", deliveries };
  }

  async #confirm(now: Millis): Promise<Tick | undefined> {
    const server = await this.#parts.serverTime();
    if (server === undefined) {
      this.#parts.log.warn(
        { now },
        "The clock moved by more than ten minutes and Discord does not answer to confirm it; nothing is planned until it does",
      );
      return { did: "waited", why: "discord-does-not-answer" };
    }
    if (Math.abs(server - now) <= AGREE) return undefined;
    this.#parts.log.error(
      { now, server },
      "This machine's clock is wrong: Discord's says otherwise. No alert is planned until it is put right",
    );
    return { did: "waited", why: "clock-not-confirmed" };
  }

  async #plan(after: Millis, until: Millis): Promise<number> {
    const known = this.#parts.known(until);
    const countries = [...new Set(known.curfews.map((curfew) => curfew.country))];
    let count = 0;
    for (const country of countries) {
      const passed = edges(known, country, { after, until });
      if (passed.length > 0) count += await this.#planCountry(known, country, passed, { after, until });
    }
    return count;
  }

  async #planCountry(
    known: Known,
    country: string,
    passed: readonly Edge[],
    { after, until: now }: { after: Millis; until: Millis },
  ): Promise<number> {
    const { ledger, subscribed, clock } = this.#parts;
    const audience = subscribed();
    const isOver = (edge: Edge) => now - edge.at > LATE && (edge.kind === "ended" || (edge.until ?? Infinity) <= now);
    const rows: Delivery[] = [];
    const missed: Edge[][] = [];
    for (const group of groupBy(passed, (edge) => `${edge.at} ${edge.kind}`)) {
      const at = group[0]?.at ?? now;
      const late = now - at > LATE ? { lateBy: now - at } : {};
      const [over, running] = [group.filter(isOver), group.filter((edge) => !isOver(edge))];
      rows.push(
        ...plan(
          shared((to) => edgeAlert(known, country, running, to)),
          "curfews",
          audience,
          { now, ...late },
          clock,
        ),
      );
      if (over.length === 0) continue;
      missed.push(over);
      const how: Plan = { now, state: "skipped", reason: "over-before-we-were-back" };
      rows.push(
        ...plan(
          shared((to) => edgeAlert(known, country, over, to)),
          "curfews",
          audience,
          how,
          clock,
        ),
      );
    }
    if (missed.length > 0)
      rows.push(...(await this.#summaries(known, country, missed, { from: after, to: now }, audience)));
    // A channel with places of both kinds gets one row: what still runs is told, what is over stands in the summary.
    const firsts = [...new Map(rows.toReversed().map((row) => [row.id, row])).values()].toReversed();
    await ledger.plan(firsts);
    return firsts.length;
  }

  /** One summary a channel, of what it has no row of yet: planned again after a crash or a clock that went back, it finds nothing to say. */
  async #summaries(
    known: Known,
    country: string,
    missed: readonly Edge[][],
    span: { from: Millis; to: Millis },
    audience: readonly Subscribed[],
  ): Promise<Delivery[]> {
    const { ledger, clock } = this.#parts;
    const rows: Delivery[] = [];
    for (const one of audience) {
      const fresh: Edge[][] = [];
      for (const group of missed) {
        const alert = edgeAlert(known, country, group, one);
        if (alert !== undefined && !(await ledger.has(alert, one.destination.id))) fresh.push(group);
      }
      rows.push(...plan((to) => downAlert(known, country, fresh, span, to), "curfews", [one], { now: span.to }, clock));
    }
    return rows;
  }
}

type EdgeAlert = Extract<Alert, { kind: "curfew.began" | "curfew.ended" }>;

const follow = (to: Subscribed) => [...new Set(to.subscriptions.flatMap((one) => one.areas))].sort();

/** Channels that follow the same places are told the same: it is worked out once for all of them. */
function shared(alertFor: Tailor): Tailor {
  const told = new Map<string, Alert | undefined>();
  return (to) => {
    const key = follow(to).join();
    if (!told.has(key)) told.set(key, alertFor(to));
    return told.get(key);
  };
}

/** The alert as one channel gets it: its own areas only. The id is the same for all. */
function edgeAlert(known: Known, country: string, group: readonly Edge[], to: Subscribed): EdgeAlert | undefined {
  const [edge] = group;
  const [first, ...rest] = groupEdges(group, known.areas, follow(to), group[0]?.at ?? known.knownAt);
  if (edge === undefined || first === undefined) return undefined;
  const kind = edge.kind === "began" ? "curfew.began" : "curfew.ended";
  return {
    kind,
    id: hash({ kind, country, instant: edge.at, lead: 0 }),
    at: edge.at,
    country,
    groups: [first, ...rest],
  };
}

function downAlert(
  known: Known,
  country: string,
  missed: readonly (readonly Edge[])[],
  span: { from: Millis; to: Millis },
  to: Subscribed,
): Alert | undefined {
  const mine = missed.flatMap((group) => {
    const alert = edgeAlert(known, country, group, to);
    return alert === undefined ? [] : [{ kind: alert.kind, at: alert.at, groups: alert.groups }];
  });
  const [first, ...rest] = mine;
  if (first === undefined) return undefined;
  return {
    kind: "vigia.down",
    id: hash({ kind: "vigia.down", country, from: span.from, to: span.to }),
    at: span.to,
    country,
    ...span,
    missed: [first, ...rest],
  };
}
