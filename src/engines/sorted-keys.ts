// The keys of a Map in the order of their bytes in UTF-8, which is SQLite's order and PostgreSQL's under COLLATE "C".
// Never sorts while keys arrive in order, as those of facts do: a page of them would cost a sort of the whole log.

export class SortedKeys {
  #keys: string[] = [];
  #sorted = true;

  learn(key: string): void {
    const last = this.#keys.at(-1);
    if (last !== undefined && byBytes(last, key) >= 0) this.#sorted = false;
    this.#keys.push(key);
  }

  forget(key: string): void {
    const at = firstAfter(this.#sort(), key) - 1;
    if (this.#keys[at] === key) this.#keys.splice(at, 1);
  }

  clear(): void {
    this.#keys = [];
    this.#sorted = true;
  }

  after(key: string | undefined, limit: number): string[] {
    const keys = this.#sort();
    const start = key === undefined ? 0 : firstAfter(keys, key);
    return keys.slice(start, start + limit);
  }

  #sort(): string[] {
    if (!this.#sorted) this.#keys.sort(byBytes);
    this.#sorted = true;
    return this.#keys;
  }
}

function firstAfter(keys: readonly string[], key: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (byBytes(keys[middle] ?? "", key) > 0) high = middle;
    else low = middle + 1;
  }
  return low;
}

// JavaScript's own `<` compares UTF-16 units and puts an emoji before U+FF01; bytes put it after.
function byBytes(a: string, b: string): number {
  if (ascii.test(a) && ascii.test(b)) return a < b ? -1 : Number(a > b);
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

// oxlint-disable-next-line no-control-regex -- the range of one-byte characters
const ascii = /^[\0-\x7f]*$/;
