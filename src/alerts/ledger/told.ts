// What each channel was told of curfews lately, so that a notice can be silent, put right or called off. Kept in memory, taken from the ledger's rows.
// It must never forget a lapse of knowledge that the channel was told of last.
import type { Alert } from "../../domain/alert.ts";
import type { AreaTree } from "../../domain/area-tree.ts";
import type { PlaceId } from "../../domain/area.ts";
import type { Delivery } from "../../domain/delivery.ts";
import { leavesOf } from "../../domain/knowledge.ts";
import type { Edge } from "../../domain/situation.ts";
import { DAY, type Millis } from "../../domain/time.ts";
import type { Entry } from "./ledger.ts";

/** Rows due longer before the channel's newest one concern windows that are over. */
const KEPT = 8 * DAY;
const NONE: readonly Entry[] = [];
/** Nobody saw it, nor will. */
const UNSEEN: ReadonlySet<Delivery["state"]> = new Set(["skipped", "failed", "expired"]);

export class Told {
  readonly #rows = new Map<string, Map<string, Entry>>();
  /** Each channel's, sorted: every minute asks for them. */
  readonly #sorted = new Map<string, readonly Entry[]>();

  /** Every row as it is planned and each time it moves. */
  note(entry: Entry): void {
    const { alert, destination, state, edits } = entry.delivery;
    if (!tellsOfCurfews(alert) || edits !== undefined) return;
    const rows = this.#rows.get(destination) ?? new Map<string, Entry>();
    this.#rows.set(destination, rows);
    this.#sorted.delete(destination);
    if (UNSEEN.has(state)) rows.delete(entry.key);
    else rows.set(entry.key, entry);
    this.#prune(rows, alert.at);
  }

  /** A row that the store has let go of. */
  forgotten(key: string, { destination }: Pick<Delivery, "destination">): void {
    const rows = this.#rows.get(destination);
    rows?.delete(key);
    this.#sorted.delete(destination);
    if (rows?.size === 0) this.#rows.delete(destination);
  }

  /** Whether a later notice may still ask for this row. */
  holds(destination: string, key: string): boolean {
    return this.#rows.get(destination)?.has(key) === true;
  }

  /**
   * Rows that the channel has seen or is still to see, by due time. Those of the last eight days, its last lapse and what came of it, and every lapse
   * of which it heard nothing since. The same list for as long as none of them is another.
   */
  of(destination: string): readonly Entry[] {
    const kept = this.#sorted.get(destination);
    if (kept !== undefined) return kept;
    const rows = this.#rows.get(destination);
    if (rows === undefined) return NONE;
    const sorted = [...rows.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
    this.#sorted.set(destination, sorted);
    return sorted;
  }

  #prune(rows: Map<string, Entry>, newest: Millis): void {
    const old = [...rows.values()].filter(({ delivery }) => delivery.alert.at < newest - KEPT);
    if (old.length === 0) return;
    const alerts = [...rows.values()].map(({ delivery }) => delivery.alert);
    const last = Math.max(...alerts.flatMap((alert) => lapseOf(alert)?.since ?? []));
    const backs = alerts.filter((alert) => alert.kind === "knowledge.restored");
    const isOpen = (since: Millis) => !backs.some((back) => back.since >= since);
    for (const { key, delivery } of old) {
      const { alert } = delivery;
      const lapse = lapseOf(alert);
      const kept =
        lapse === undefined
          ? alert.kind === "knowledge.restored" && alert.since >= last
          : lapse.since >= last || isOpen(lapse.since);
      if (!kept) rows.delete(key);
    }
  }
}

function tellsOfCurfews(alert: Alert): boolean {
  return alert.kind === "quiet.over" ? alert.tells.some(tellsOfCurfews) : /^(curfew|knowledge)\./.test(alert.kind);
}

/** From when on, and where, an alert says that nothing is known: a lapse, or the end of a curfew that was one. */
export function lapseOf(alert: Alert): { since: Millis; areas: readonly PlaceId[] } | undefined {
  if (alert.kind === "knowledge.lapsed") return { since: alert.since, areas: alert.areas };
  if (alert.kind === "quiet.over") return alert.tells.flatMap((one) => lapseOf(one) ?? []).at(-1);
  if (alert.kind !== "curfew.ended") return undefined;
  const areas = alert.groups.flatMap((group) => (group.followedBy === "unknown" ? group.areas : []));
  return areas.length === 0 ? undefined : { since: alert.at, areas };
}

/** Whether a notice of a change said that the curfew begins, or is over, at an instant that had come by then: it is because of that change that it does. */
export function tellsEdge(
  alert: Alert,
  { kind, at, leaf }: Pick<Edge, "kind" | "at" | "leaf">,
  areas: AreaTree,
): boolean {
  if (!("changes" in alert) || alert.at < at) return false;
  const turns = (spans: readonly { start: Millis; end?: Millis | undefined }[]) =>
    spans.some((span) => (kind === "began" ? span.start : span.end) === at);
  return alert.changes.some(
    (change) =>
      change.nights.some(({ was, now }) => turns(now) && !turns(was)) &&
      leavesOf(areas, change.areas, at).includes(leaf),
  );
}
