// The undecided rows of the ledger, by lane: whatever has to stay in order. A destination's posts are one lane, its edits of older messages another: an edit
// that must wait holds up no alert; a board is a third. It only knows order; whose turn it is decides the courier.
import type { Delivery } from "../../domain/delivery.ts";
import type { Entry } from "./ledger.ts";

interface Lane {
  /** By key, which begins with the due time. */
  rows: Entry[];
  loud: number;
}

const EDITS = "edits ";
const BOARD = "board ";

/** Whether it goes when nothing else is to go: it tells nobody anything that an alert has not told. */
export const isLast = (lane: string): boolean => lane.startsWith(BOARD);

/** A destination's posts bear its name. A board is a lane of its own: it holds up no alert and no correction, and none of them holds it up. */
export function laneOf({ destination, edits, alert }: Pick<Delivery, "destination" | "edits" | "alert">): string {
  if (alert.kind === "board") return BOARD + destination;
  return edits === undefined ? destination : editsOf(destination);
}

export const editsOf = (destination: string): string => EDITS + destination;

export class Lanes {
  readonly #lanes = new Map<string, Lane>();
  readonly #byId = new Map<string, Entry>();

  /** A row as it stands now. Rows come nearly in order. */
  keep(entry: Entry): void {
    const name = laneOf(entry.delivery);
    const lane = this.#lanes.get(name) ?? { rows: [], loud: 0 };
    this.#lanes.set(name, lane);
    const at = placeOf(entry.key, lane.rows);
    const known = lane.rows[at]?.key === entry.key ? lane.rows[at] : undefined;
    lane.rows.splice(at, known === undefined ? 0 : 1, entry);
    lane.loud += Number(entry.delivery.loud) - Number(known?.delivery.loud ?? false);
    this.#byId.set(entry.delivery.id, entry);
  }

  /** It was decided. */
  drop({ key, delivery }: Entry): void {
    const name = laneOf(delivery);
    const lane = this.#lanes.get(name);
    const at = lane === undefined ? -1 : placeOf(key, lane.rows);
    const known = lane?.rows[at];
    if (lane === undefined || known?.key !== key) return;
    lane.rows.splice(at, 1);
    lane.loud -= Number(known.delivery.loud);
    this.#byId.delete(delivery.id);
    if (lane.rows.length === 0) this.#lanes.delete(name);
  }

  names(): string[] {
    return [...this.#lanes.keys()];
  }

  /** In the order in which they are due. */
  rows(name: string): readonly Entry[] {
    return this.#lanes.get(name)?.rows ?? [];
  }

  /** Whether anything in it makes a sound: what stands before that goes as early. */
  isLoud(name: string): boolean {
    return (this.#lanes.get(name)?.loud ?? 0) > 0;
  }

  byId(id: string): Entry | undefined {
    return this.#byId.get(id);
  }
}

/** The first place whose key is not before this one. */
function placeOf(key: string, rows: readonly Entry[]): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.key ?? "") < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
