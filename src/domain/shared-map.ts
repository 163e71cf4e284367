// A map that is never changed: with() makes a new one, which shares all that stayed. For what is too large to copy at each fact.
// Must never be asked for an order: it has none.

/** Of 100,000 keys a change copies some hundred. */
const BUCKETS = 1024;

type Bucket<Value> = ReadonlyMap<string, Value>;

export class SharedMap<Value> {
  readonly size: number;
  readonly #buckets: readonly (Bucket<Value> | undefined)[];

  private constructor(buckets: readonly (Bucket<Value> | undefined)[], size: number) {
    this.#buckets = buckets;
    this.size = size;
  }

  static empty<Value>(): SharedMap<Value> {
    return new SharedMap<Value>(new Array<undefined>(BUCKETS).fill(undefined), 0);
  }

  get(key: string): Value | undefined {
    return this.#buckets[bucketOf(key)]?.get(key);
  }

  has(key: string): boolean {
    return this.#buckets[bucketOf(key)]?.has(key) ?? false;
  }

  /** The same with these keys set; undefined takes a key away. */
  with(changes: Iterable<readonly [key: string, value: Value | undefined]>): SharedMap<Value> {
    const buckets = [...this.#buckets];
    const copied = new Map<number, Map<string, Value>>();
    let { size } = this;
    for (const [key, value] of changes) {
      const at = bucketOf(key);
      const bucket = copied.get(at) ?? new Map(buckets[at]);
      if (!copied.has(at)) buckets[at] = bucket;
      copied.set(at, bucket);
      size -= bucket.size;
      if (value === undefined) bucket.delete(key);
      else bucket.set(key, value);
      size += bucket.size;
    }
    return new SharedMap(buckets, size);
  }
}

/** FNV-1a over UTF-16 units: even enough for ids that differ in their last characters only. */
function bucketOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i += 1) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return ((hash >>> 16) ^ hash) & (BUCKETS - 1);
}
