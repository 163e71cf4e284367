// Digests and boards in the ledger: when each subscription had its last digest, and the two rows of each board. Kept in memory, taken from the ledger's rows.
// It must never lose a board that may stand in a channel.
import type { Delivery } from "../../domain/delivery.ts";
import type { Digest } from "../../domain/subscription.ts";
import type { Millis } from "../../domain/time.ts";

interface Entry {
  key: string;
  version: number;
  delivery: Delivery;
}

/** The row that posts it and the one that edits it, as they stand. */
export interface BoardRows {
  post?: Entry;
  edit?: Entry;
}

export class OwnRows {
  readonly #digests = new Map<string, Millis>();
  /** By destination, then by the alert's id. */
  readonly #boards = new Map<string, Map<string, BoardRows>>();

  /** Every row as it is planned and each time it moves. */
  note(entry: Entry): void {
    const { alert, destination, edits, state, subscriptions } = entry.delivery;
    if (alert.kind === "digest" && state === "sent")
      for (const id of subscriptions) {
        const name = digestName(id, alert.every);
        this.#digests.set(name, Math.max(alert.at, this.#digests.get(name) ?? -Infinity));
      }
    if (alert.kind !== "board") return;
    const boards = this.#boards.get(destination) ?? new Map<string, BoardRows>();
    this.#boards.set(destination, boards);
    const rows = boards.get(alert.id) ?? {};
    boards.set(alert.id, { ...rows, [edits === undefined ? "post" : "edit"]: entry });
  }

  /** A row that the store has let go of. */
  forgotten({ alert, destination }: Pick<Delivery, "alert" | "destination">): void {
    if (alert.kind !== "board") return;
    const boards = this.#boards.get(destination);
    boards?.delete(alert.id);
    if (boards?.size === 0) this.#boards.delete(destination);
  }

  /** When the channel was told last what happened, for these subscriptions: the earliest of theirs. Undefined where none of them was told yet. */
  lastDigest(subscriptions: readonly string[], every: Digest["every"]): Millis | undefined {
    const known = subscriptions.flatMap((id) => this.#digests.get(digestName(id, every)) ?? []);
    return known.length === 0 ? undefined : Math.min(...known);
  }

  board(destination: string, alert: string): BoardRows | undefined {
    return this.#boards.get(destination)?.get(alert);
  }

  /** Every board that ever was, as far as the ledger remembers. */
  *boards(): Iterable<BoardRows> {
    for (const boards of this.#boards.values()) yield* boards.values();
  }

  /** Whether a later board of that channel has taken its place. */
  isReplaced({ alert, destination }: Pick<Delivery, "alert" | "destination">): boolean {
    const all = [...(this.#boards.get(destination)?.values() ?? [])].flatMap(
      ({ post }) => post?.delivery.alert.at ?? [],
    );
    return all.some((at) => at > alert.at);
  }
}

const digestName = (id: string, every: Digest["every"]) => `${id} ${every}`;
