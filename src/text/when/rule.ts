// The grammar's tools: a rule reads a piece of a text and says where it ended, in as many ways as there are. It never skips a word.

export interface Found<Value> {
  value: Value;
  /** Where the piece ended. */
  end: number;
}

/** All readings of what stands at `at`, the likeliest first. */
export type Rule<Value> = (text: string, at: number) => readonly Found<Value>[];

/** What may stand between two pieces. */
const GAP = /[\s,;.·]*/y;
/** A piece ends where a word or a figure ends. */
const ENDS = String.raw`(?![a-z0-9])`;

type Groups = readonly (string | undefined)[];

/** A piece by its expression; `read` gives undefined for what only looks like one. The whole piece is group 0. */
export function piece<Value>(expression: string, read: (groups: Groups) => Value | undefined): Rule<Value> {
  return raw(expression + ENDS, read);
}

/** Rules are made anew for each text, as "tomorrow" is another day each time; their expressions stay. */
const compiled = new Map<string, RegExp>();

/** The same, where a letter or a figure may follow at once. */
export function raw<Value>(expression: string, read: (groups: Groups) => Value | undefined): Rule<Value> {
  const own = compiled.get(expression) ?? new RegExp(expression, "y");
  compiled.set(expression, own);
  return (text, at) => {
    own.lastIndex = pastGap(text, at);
    const match = own.exec(text);
    if (match === null) return [];
    const value = read(match);
    return value === undefined ? [] : [{ value, end: own.lastIndex }];
  };
}

export function pastGap(text: string, at: number): number {
  GAP.lastIndex = at;
  GAP.exec(text);
  return GAP.lastIndex;
}

/** Reads each place of a text once: sentences try the same day and the same hour in many ways. */
export function remembered<Value>(rule: Rule<Value>): Rule<Value> {
  let of: string | undefined;
  let known = new Map<number, readonly Found<Value>[]>();
  return (text, at) => {
    if (text !== of) [of, known] = [text, new Map()];
    const found = known.get(at) ?? rule(text, at);
    known.set(at, found);
    return found;
  };
}

/** Every reading of every rule. */
export function either<Value>(...rules: readonly Rule<Value>[]): Rule<Value> {
  return (text, at) => rules.flatMap((rule) => rule(text, at));
}

/** The readings of the first rule that has any. */
export function firstOf<Value>(...rules: readonly Rule<Value>[]): Rule<Value> {
  return (text, at) => {
    for (const rule of rules) {
      const found = rule(text, at);
      if (found.length > 0) return found;
    }
    return [];
  };
}

export function both<A, B, Value>(one: Rule<A>, other: Rule<B>, join: (a: A, b: B) => Value | undefined): Rule<Value> {
  return (text, at) =>
    one(text, at).flatMap((a) =>
      other(text, a.end).flatMap((b) => {
        const value = join(a.value, b.value);
        return value === undefined ? [] : [{ value, end: b.end }];
      }),
    );
}

/** With it where it stands there, then without. */
export function maybe<Value>(rule: Rule<Value>): Rule<Value | undefined> {
  return (text, at) => [...rule(text, at), { value: undefined, end: at }];
}

export function as<A, Value>(rule: Rule<A>, read: (value: A) => Value | undefined): Rule<Value> {
  return both(rule, nothing, read);
}

export const nothing: Rule<undefined> = (_, at) => [{ value: undefined, end: at }];

/** Readings of the whole text, and of nothing less. */
export function whole<Value>(rule: Rule<Value>, text: string): Value[] {
  return rule(text, 0).flatMap(({ value, end }) => (pastGap(text, end) === text.length ? [value] : []));
}
