// Groups a list by a key, keeping order: Node 20 has no Map.groupBy.

/** Groups in the order in which their keys first appear. */
export function groupBy<T>(list: readonly T[], keyOf: (one: T) => string): readonly T[][] {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}
