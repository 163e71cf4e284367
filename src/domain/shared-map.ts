// A map that is never changed: with() makes a new one, which shares all that stayed. For what is too large to copy at each fact.
// Its order is its own: whoever needs one sorts.

/** Of 100,000 keys a change copies some hundred. */
const BUCKETS = 1024;

type Bucket<Value> = ReadonlyMap<string, Value>;

export class SharedMap<Value> implements ReadonlyMap<string, Value> {
  readonly size: number;
  readonly #buckets: readonly (Bucket<Value> | undefined)[];

  private constructor(buckets: readonly (Bucket<Value> | undefined)[], size: number) {
    this.#buckets = buckets;
    this.size = size;
  }

  static empty<Value>(): SharedMap<Value> {
    return new SharedMap<Value>(
      Array.from({ length: BUCKETS }, () => undefined),
      0,
    );
  }

  get(key: string): Value | undefined {
    return this.#buckets[bucketOf(key)]?.get(key);
  }

  has(key: string): boolean {
    return this.#buckets[bucketOf(key)]?.has(key) ?? false;
  }

  *entries(): Generator<[string, Value], undefined> {
    for (const bucket of this.#buckets) if (bucket !== undefined) yield* bucket;
    return undefined;
  }

  *keys(): Generator<string, undefined> {
    for (const [key] of this) yield key;
    return undefined;
  }

  *values(): Generator<Value, undefined> {
    for (const [, value] of this) yield value;
    return undefined;
  }

  [Symbol.iterator](): Generator<[string, Value], undefined> {
    return this.entries();
  }

  forEach(visit: (value: Value, key: string, map: ReadonlyMap<string, Value>) => void): void {
    for (const [key, value] of this) visit(value, key, this);
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
