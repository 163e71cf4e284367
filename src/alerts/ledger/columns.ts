// Rows of the ledger in columns of plain numbers, found by key: some 80 bytes a row, where an object with its strings takes ten times that.
// It must never hold a word of an alert, nor decide what a row means.

/** As the ledger writes keys: due time and the row's id. Others are kept as they are. */
const KEY = /^(\d{15})-([0-9a-f]{64})$/;
/** Words of 32 bits in an id. */
const WORDS = 8;
/** Grown by a quarter: what stands empty is never more than that. */
const GROWTH = 1.25;
const FIRST = 64;

/** What is kept of a row beside its key. `channel` and `kind`: numbers of whoever keeps the names. `mark`: 40 bits of the alert's id. */
export interface Slim {
  channel: number;
  kind: number;
  mark: number;
}

const GONE = -1;

export class Columns {
  #size = 0;
  #gone = 0;
  #room = 0;
  #due = new Float64Array(0);
  #mark = new Float64Array(0);
  #id = new Uint32Array(0);
  #channel = new Int32Array(0);
  #kind = new Uint8Array(0);
  #state = new Uint8Array(0);
  #said = new Uint8Array(0);
  /** Slots by the first word of their id, one more than the slot; 0 for none. */
  #table = new Int32Array(0);
  readonly #odd = new Map<number, string>();
  readonly #oddSlots = new Map<string, number>();

  get size(): number {
    return this.#size;
  }

  /** What the columns take, in bytes; nothing that counts stands elsewhere. */
  get bytes(): number {
    const columns = [this.#due, this.#mark, this.#id, this.#channel, this.#kind, this.#state, this.#said, this.#table];
    return columns.reduce((sum, { byteLength }) => sum + byteLength, 0);
  }

  /** Whether most of it is gone: then whoever holds it makes it anew. */
  get isWorn(): boolean {
    return this.#gone > 1000 && this.#gone * 2 > this.#size;
  }

  add(key: string, { channel, kind, mark }: Slim): number {
    if (this.#size >= this.#room) this.#grow();
    const slot = this.#size;
    this.#size += 1;
    this.#channel[slot] = channel;
    this.#kind[slot] = kind;
    this.#mark[slot] = mark;
    const read = wordsOf(key);
    if (read === undefined) {
      this.#odd.set(slot, key);
      this.#oddSlots.set(key, slot);
      return slot;
    }
    this.#due[slot] = read.due;
    this.#id.set(read.words, slot * WORDS);
    this.#enter(slot);
    return slot;
  }

  find(key: string): number | undefined {
    const read = wordsOf(key);
    if (read === undefined) return this.#oddSlots.get(key);
    const mask = this.#table.length - 1;
    if (mask < 0) return undefined;
    for (let at = (read.words[0] ?? 0) & mask; ; at = (at + 1) & mask) {
      const slot = (this.#table[at] ?? 0) - 1;
      if (slot < 0) return undefined;
      const same = this.#due[slot] === read.due && read.words.every((word, i) => this.#id[slot * WORDS + i] === word);
      if (same && this.#channel[slot] !== GONE) return slot;
    }
  }

  remove(slot: number): void {
    this.#channel[slot] = GONE;
    this.#gone += 1;
    const odd = this.#odd.get(slot);
    if (odd !== undefined) this.#oddSlots.delete(odd);
    this.#odd.delete(slot);
  }

  key(slot: number): string {
    const odd = this.#odd.get(slot);
    if (odd !== undefined) return odd;
    const words = this.#id.subarray(slot * WORDS, (slot + 1) * WORDS);
    const id = Array.from(words, (word) => word.toString(16).padStart(8, "0")).join("");
    return `${String(this.#due[slot] ?? 0).padStart(15, "0")}-${id}`;
  }

  /** -1 for what was removed. */
  channel(slot: number): number {
    return this.#channel[slot] ?? GONE;
  }

  kind(slot: number): number {
    return this.#kind[slot] ?? 0;
  }

  mark(slot: number): number {
    return this.#mark[slot] ?? 0;
  }

  /** When it was due. */
  due(slot: number): number {
    return this.#odd.has(slot) ? Number.parseInt(this.#odd.get(slot) ?? "", 10) || 0 : (this.#due[slot] ?? 0);
  }

  state(slot: number): number {
    return this.#state[slot] ?? 0;
  }

  setState(slot: number, state: number): void {
    this.#state[slot] = state;
  }

  /** How many of its messages are noted. */
  said(slot: number): number {
    return this.#said[slot] ?? 0;
  }

  setSaid(slot: number, count: number): void {
    this.#said[slot] = count;
  }

  #enter(slot: number): void {
    if ((this.#size + 1) * 2 > this.#table.length) {
      this.#table = new Int32Array(Math.max(FIRST, this.#table.length) * 2);
      for (let one = 0; one < slot; one += 1) if (!this.#odd.has(one)) this.#place(one);
    }
    this.#place(slot);
  }

  #place(slot: number): void {
    const mask = this.#table.length - 1;
    let at = (this.#id[slot * WORDS] ?? 0) & mask;
    while (this.#table[at] !== 0) at = (at + 1) & mask;
    this.#table[at] = slot + 1;
  }

  #grow(): void {
    this.#room = Math.max(FIRST, Math.ceil(this.#room * GROWTH));
    this.#due = grown(this.#due, new Float64Array(this.#room));
    this.#mark = grown(this.#mark, new Float64Array(this.#room));
    this.#id = grown(this.#id, new Uint32Array(this.#room * WORDS));
    this.#channel = grown(this.#channel, new Int32Array(this.#room));
    this.#kind = grown(this.#kind, new Uint8Array(this.#room));
    this.#state = grown(this.#state, new Uint8Array(this.#room));
    this.#said = grown(this.#said, new Uint8Array(this.#room));
  }
}

function grown<Column extends Float64Array | Uint32Array | Int32Array | Uint8Array>(old: Column, wide: Column): Column {
  wide.set(old);
  return wide;
}

function wordsOf(key: string): { due: number; words: readonly number[] } | undefined {
  const [, due, id] = KEY.exec(key) ?? [];
  if (due === undefined || id === undefined) return undefined;
  return {
    due: Number(due),
    words: Array.from({ length: WORDS }, (_, i) => Number.parseInt(id.slice(i * 8, i * 8 + 8), 16)),
  };
}
