// Which rows told of a strike or an organisation, however long ago, and which answers were shared lately and put right since. Kept in memory, taken from the ledger's rows.
// It must never hold a whole row: the keys lead to those in the store.
import type { Alert } from "../../domain/alert.ts";
import type { Question } from "../../domain/question.ts";
import type { Delivery } from "../../domain/delivery.ts";
import { DAY, type Millis } from "../../domain/time.ts";
import { standingParts } from "../changes/standing.ts";

export type Topic = "curfew" | "strikes" | "orgs";

/** One row, as far as later facts ask. */
export interface Note {
  /** In the ledger; in the order of due times. */
  key: string;
  /** The row's id: its key ends with it. */
  id: string;
  destination: string;
  /** The version that it tells of, and the one it is compared with; empty for an answer. */
  fact: string;
  before: string;
  /** A reader saw it or may have, it waits untried, nobody will see it, another row that waited tells of it. */
  is: "stands" | "waits" | "unseen" | "merged";
  /** Where its first part stands; undefined while nobody knows. */
  messageId: string | undefined;
  /** It posts nothing, it edits. */
  edits: boolean;
  /** World time that an answer speaks of. */
  at: Millis;
}

/** How long a shared answer is still read by somebody. Of curfews the nights are over by then. */
export const READ_FOR: Record<Topic, Millis> = { curfew: 8 * DAY, strikes: 90 * DAY, orgs: 90 * DAY };

const UNSEEN: ReadonlySet<Delivery["state"]> = new Set(["skipped", "failed", "expired"]);
/** A notice that still waits says what this one would: the reader hears it once. */
export const MERGED = "told-by-the-change";

/** The message to edit was deleted: nothing answers it any more, nor leads to it. */
const GONE = "message-deleted";
const partOf = (of: string, part = 1) => `${of}.${part}`;

export class ToldOf {
  /** By what they speak of and channel, then by key. */
  readonly #groups = new Map<string, Map<string, Map<string, Note>>>();
  /** Parts of messages that somebody deleted, by the row that posted them. */
  readonly #gone = new Set<string>();
  /** One string for each id that stands in thousands of rows. */
  readonly #ids = new Map<string, string>();

  /** Every row as it is planned and each time it moves. */
  note(key: string, delivery: Delivery): void {
    const { edits, reason, alert: own } = delivery;
    // The note after quiet hours told of each strike that it names.
    if (own.kind === "quiet.over")
      for (const alert of own.tells) if (alert.kind === "strike.recorded") this.note(key, { ...delivery, alert });
    if (edits !== undefined && reason === GONE) this.#gone.add(partOf(edits.of, edits.part));
    const group = groupOf(delivery);
    if (group === undefined) return;
    const { alert } = delivery;
    const destination = this.#one(delivery.destination);
    const channels = got(this.#groups, group, () => new Map<string, Map<string, Note>>());
    got(channels, destination, () => new Map<string, Note>()).set(key, {
      key,
      id: delivery.id,
      destination,
      fact: this.#one("fact" in alert ? alert.fact : ""),
      before: this.#one("before" in alert ? (alert.before ?? "") : ""),
      is: seen(delivery),
      messageId: delivery.parts[0]?.messageId,
      edits: delivery.edits !== undefined,
      at: "asOf" in alert ? alert.asOf : alert.at,
    });
    if (alert.kind === "answer.shared") this.#prune(topicOf(alert.question), alert.asOf);
  }

  /** A row that the store has let go of. A channel that was told of a strike by nothing else hears of a change no more: it is not new to it either. */
  forgotten(key: string, delivery: Delivery): void {
    if (delivery.alert.kind === "quiet.over")
      for (const alert of delivery.alert.tells) this.forgotten(key, { ...delivery, alert });
    const group = groupOf(delivery);
    if (group === undefined) return;
    const channels = this.#groups.get(group);
    const notes = channels?.get(delivery.destination);
    notes?.delete(key);
    if (notes?.size === 0) channels?.delete(delivery.destination);
    if (channels?.size === 0) this.#groups.delete(group);
  }

  /** Rows that told of a strike, or were to: of each channel in the order of the strike's versions. */
  strike(subject: string): readonly (readonly Note[])[] {
    return this.#of(`strike ${subject}`);
  }

  /** The same of an organisation. */
  org(subject: string): readonly (readonly Note[])[] {
    return this.#of(`org ${subject}`);
  }

  /** Rows that told a channel of what this alert is about; none where it is neither a strike nor an organisation. */
  story(alert: Alert, destination: string): readonly Note[] {
    const group = recordOf(alert);
    return group === undefined ? [] : sorted(this.#groups.get(group)?.get(destination));
  }

  /** Answers that were shared, of each channel oldest first. */
  shared(topic: Topic): readonly Note[] {
    return [...(this.#groups.get(`shared ${topic}`)?.values() ?? [])].flatMap(sorted);
  }

  /** What became of a shared answer since: notices and edits, oldest first. `of`: its row's id. */
  changes(of: string): readonly Note[] {
    return [...(this.#groups.get(`changed ${of}`)?.values() ?? [])].flatMap(sorted);
  }

  /** The key of the row that posted what another one edits. */
  keyOf({ alert, destination, edits }: Delivery): string | undefined {
    const groups =
      alert.kind === "answer.changed"
        ? [`shared ${topicOf(alert.question)}`, `changed ${alert.of}`]
        : [recordOf(alert) ?? []].flat();
    const notes = groups.flatMap((group) => sorted(this.#groups.get(group)?.get(destination)));
    return notes.find(({ id }) => id === edits?.of)?.key;
  }

  /** Whether Discord said that this message of ours was deleted. `of`: the row that posted it. */
  isGone(of: string, part = 1): boolean {
    return this.#gone.has(partOf(of, part));
  }

  /** Where the newest message stands that tells a channel of a strike; undefined where none is known to. */
  newestOf(alert: Alert, destination: string): { id: string; messageId: string } | undefined {
    const standing = this.story(alert, destination).flatMap(({ id, messageId }) =>
      messageId === undefined || this.isGone(id) ? [] : [{ id, messageId }],
    );
    return standing.at(-1);
  }

  #of(group: string): readonly (readonly Note[])[] {
    return [...(this.#groups.get(group)?.values() ?? [])].map(sorted);
  }

  #one(id: string): string {
    return got(this.#ids, id, () => id);
  }

  #prune(topic: Topic, newest: Millis): void {
    const channels = this.#groups.get(`shared ${topic}`);
    for (const [destination, notes] of channels ?? []) {
      for (const { key, id, at } of notes.values()) {
        if (at >= newest - READ_FOR[topic]) continue;
        notes.delete(key);
        this.#groups.delete(`changed ${id}`);
      }
      if (notes.size === 0) channels?.delete(destination);
    }
  }
}

function got<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

export function topicOf({ is }: Question): Topic {
  if (is === "strikes.list" || is === "strikes.one") return "strikes";
  return is === "orgs.list" || is === "orgs.one" ? "orgs" : "curfew";
}

function groupOf({ alert, edits }: Delivery): string | undefined {
  if (alert.kind === "answer.shared") return `shared ${topicOf(alert.question)}`;
  if (alert.kind === "answer.changed") return `changed ${alert.of}`;
  return edits === undefined ? recordOf(alert) : undefined;
}

/** The strike or organisation that an alert is about. */
function recordOf(alert: Alert): string | undefined {
  const [, of] = /^(strike|org)\./.exec(alert.kind) ?? [];
  return of === undefined || !("subject" in alert) ? undefined : `${of} ${alert.subject}`;
}

function seen(delivery: Delivery): Note["is"] {
  if (standingParts(delivery).length > 0) return "stands";
  if (!UNSEEN.has(delivery.state)) return "waits";
  return delivery.reason === MERGED ? "merged" : "unseen";
}

function sorted(notes: ReadonlyMap<string, Note> | undefined): Note[] {
  return [...(notes?.values() ?? [])].sort((a, b) => (a.key < b.key ? -1 : 1));
}
