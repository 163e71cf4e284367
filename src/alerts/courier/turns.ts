// Lanes that could go on now, in the order of their turns: those with something loud first, then by what has been due longest. Adding and taking cost
// the logarithm of how many wait. It must never hold a lane twice.
interface Turn {
  lane: string;
  /** Smaller goes first. */
  rank: string;
}

export class Turns {
  /** Of each lane the turn that counts; others in the heap are stale. */
  readonly #current = new Map<string, Turn>();
  /** A binary heap: each is before those at 2n+1 and 2n+2. */
  readonly #heap: Turn[] = [];

  get size(): number {
    return this.#current.size;
  }

  /** In the place of the turn it may have. `key`: of the lane's row that is due first. */
  add(lane: string, loud: boolean, key: string): void {
    const turn = { lane, rank: (loud ? "0" : "1") + key };
    if (this.#current.get(lane)?.rank === turn.rank) return;
    this.#current.set(lane, turn);
    this.#rise(this.#heap.push(turn) - 1);
  }

  drop(lane: string): void {
    this.#current.delete(lane);
  }

  take(): string | undefined {
    for (let first = this.#pop(); first !== undefined; first = this.#pop())
      if (this.#current.get(first.lane) === first) {
        this.#current.delete(first.lane);
        return first.lane;
      }
    return undefined;
  }

  #pop(): Turn | undefined {
    const first = this.#heap[0];
    const last = this.#heap.pop();
    if (last === undefined || this.#heap.length === 0) return first;
    this.#heap[0] = last;
    this.#sink(0);
    return first;
  }

  #rise(from: number): void {
    for (let at = from; at > 0;) {
      const above = (at - 1) >> 1;
      if (!this.#swapped(above, at)) return;
      at = above;
    }
  }

  #sink(from: number): void {
    for (let at = from; ;) {
      const left = 2 * at + 1;
      const right = left + 1;
      const below = this.#rank(right) < this.#rank(left) ? right : left;
      if (!this.#swapped(at, below)) return;
      at = below;
    }
  }

  /** Puts the smaller one above. False where it stands so already. */
  #swapped(above: number, below: number): boolean {
    const [a, b] = [this.#heap[above], this.#heap[below]];
    if (a === undefined || b === undefined || a.rank <= b.rank) return false;
    this.#heap[above] = b;
    this.#heap[below] = a;
    return true;
  }

  /** After every rank where there is none. */
  #rank(at: number): string {
    return this.#heap[at]?.rank ?? "~";
  }
}
