// What the rules and the oracle must agree about, as questions to any build of the rules: the tests ask the real one, the table of faults asks broken
// ones. Each question gives the first disagreement as a sentence, or nothing.
import type * as treeModule from "../../src/domain/area-tree.ts";
import type * as edgesModule from "../../src/domain/edges.ts";
import type * as nightsModule from "../../src/domain/nights.ts";
import type * as segmentsModule from "../../src/domain/segments.ts";
import type { Edge, Situation, State } from "../../src/domain/situation.ts";
import type * as stateModule from "../../src/domain/state.ts";
import { nightLines, told, type Leaf, type Stretch, type World } from "./oracle.ts";
import type { build } from "./worlds.ts";

/** The doors of the rules. */
export type Engine = Pick<typeof treeModule, "areaTree"> &
  Pick<typeof edgesModule, "edges"> &
  Pick<typeof nightsModule, "nights"> &
  Pick<typeof segmentsModule, "segments"> &
  Pick<typeof stateModule, "stateAt">;
export type Built = ReturnType<typeof build>;

export function situationOf(engine: Pick<Engine, "areaTree">, { areas, record }: Built): Situation {
  return { ...record, areas: engine.areaTree(areas) };
}

interface Run {
  start: number;
  end: number;
  is: string;
  curfews: string[];
}

/** Stretches with the same first word, together. */
export function runsOf(minutes: readonly Stretch[]): Run[] {
  const found: Run[] = [];
  for (const { start, end, says } of minutes) {
    const { is, curfews } = parts(says);
    const last = found.at(-1);
    if (last?.is === is) {
      last.end = end;
      last.curfews = [...new Set([...last.curfews, ...curfews])].sort();
    } else found.push({ start, end, is, curfews });
  }
  return found;
}

function parts(says: string): { is: string; why?: string; curfews: string[] } {
  const [is = "", ...words] = says.split(" ");
  const named = (text: string | undefined) => text?.split(",") ?? [];
  if (is !== "unknown") return { is, curfews: named(words[0]) };
  return { is, why: words[0] ?? "", curfews: named(words[1]) };
}

/** Every minute of a range, at one leaf. */
export function everyMinute(engine: Engine, built: Built, step = false): string | undefined {
  const { leaf, known, range } = built;
  if (leaf === undefined) return undefined;
  const list = engine.segments(situationOf(engine, built), leaf.id, range);
  const mine = list.map(({ start, end, is, why, curfews }) => ({
    start,
    end,
    says: [is, why, curfews.join()].filter((word) => word !== undefined && word !== "").join(" "),
  }));
  return differ(`minutes of ${leaf.id}`, mine, told(known, leaf, range.start, range.end, step));
}

/** All that is told of one instant at one leaf, by the rules. */
export function oneInstant(engine: Engine, built: Built, given = situationOf(engine, built)): string | undefined {
  const { known, now, wide } = built;
  const leaf = built.leaf !== undefined && built.lives(now).includes(built.leaf) ? built.leaf : built.lives(now)[0];
  if (leaf === undefined) return undefined;
  const answer = engine.stateAt(given, leaf.id, now);
  if (!("whole" in answer)) return `a leaf has one state, and ${leaf.id} has more`;
  return differ(
    `state of ${leaf.id}`,
    shown(answer.whole),
    stateFor(told(known, leaf, wide.start, wide.end), now, wide.end),
  );
}

/** What lies beyond the oracle's days cannot be told by it, and is left out on both sides. */
function shown(state: State): unknown {
  return state.is === "inForce" ? state : { ...state, last: state.last ?? null };
}

function stateFor(stretches: readonly Stretch[], now: number, horizon: number): unknown {
  const list = runsOf(stretches);
  const index = list.findIndex((one) => one.start <= now && now < one.end);
  const [current, following] = [list[index], list[index + 1]];
  const words = parts(stretches.find((one) => one.start <= now && now < one.end)?.says ?? "");
  const nextRun = list.slice(index + 1).find((one) => one.is === "inForce");
  const lastRun = list.slice(0, index).findLast((one) => one.is === "inForce");
  const [next, last] = [interval(nextRun), interval(lastRun)];
  const named = nextRun?.curfews ?? lastRun?.curfews ?? [];
  if (words.is === "inForce") {
    const until = current?.end === horizon ? undefined : current?.end;
    const followedBy = following?.is;
    return { is: "inForce", since: current?.start, until, curfews: words.curfews, next, followedBy };
  }
  if (words.is === "notInForce") {
    const knownUntil = following?.is === "unknown" ? current?.end : undefined;
    return { is: "notInForce", next, last: last ?? null, curfews: named, knownUntil };
  }
  const informationEnds = list.slice(0, index).findLast((one) => one.is !== "unknown")?.end;
  const curfews = words.curfews.length > 0 ? words.curfews : named;
  return { is: "unknown", why: words.why, informationEnds, last: last ?? null, next, curfews };
}

const interval = (one: Run | undefined) => one && { start: one.start, end: one.end };

/** Every begin and end in a range, at every leaf, with all that is told of it; and ticks of any length tell the same. */
export function everyEdge(engine: Engine, built: Built): string | undefined {
  const { known, leaves, part, wide } = built;
  const given = situationOf(engine, built);
  const mine = engine.edges(given, "ZZ", part);
  const expected = leaves.flatMap((leaf) => edgesFor(known, leaf, wide, part));
  const told = differ("edges", mine.map(line).sort(), expected.map(line).sort());
  if (told !== undefined) return told;
  const order = mine.every((one, i) => {
    const before = mine[i - 1];
    return (
      before === undefined ||
      before.at < one.at ||
      (before.at === one.at && before.kind >= one.kind === (before.kind === one.kind || before.kind === "ended"))
    );
  });
  if (!order) return "edges are out of order";
  const middle = mine[Math.floor(mine.length / 2)]?.at ?? Math.floor((part.after + part.until) / 2);
  const cut = [
    ...engine.edges(given, "ZZ", { after: part.after, until: middle }),
    ...engine.edges(given, "ZZ", { after: middle, until: part.until }),
  ];
  return (
    differ("edges of two ticks", cut.map(line).sort(), mine.map(line).sort()) ??
    differ(
      "edges of one minute",
      engine
        .edges(given, "ZZ", { after: middle - 60_000, until: middle })
        .filter((one) => one.at === middle && one.at > part.after)
        .map(line)
        .sort(),
      mine
        .filter((one) => one.at === middle)
        .map(line)
        .sort(),
    )
  );
}

const line = (one: Edge) => JSON.stringify(one);

function edgesFor(known: World, leaf: Leaf, wide: Built["wide"], { after, until }: Built["part"]): Edge[] {
  const stretches = told(known, leaf, wide.start, wide.end);
  const list = runsOf(stretches);
  return list.flatMap((one, index): Edge[] => {
    const [before, following] = [list[index - 1], list[index + 1]];
    const at = one.start;
    const alive = leaf.lives.from <= at && at < leaf.lives.to;
    if (before === undefined || at <= after || at > until || !alive) return [];
    const next = interval(list.slice(index + (one.is === "inForce" ? 1 : 0)).find((other) => other.is === "inForce"));
    if (before.is === "inForce") {
      const followedBy = one.is === "notInForce" ? one.is : "unknown";
      return [
        { kind: "ended", at, since: before.start, until: at, next, followedBy, curfews: before.curfews, leaf: leaf.id },
      ];
    }
    if (one.is !== "inForce") return [];
    const followedBy = following?.is === "notInForce" ? "notInForce" : "unknown";
    return [{ kind: "began", at, since: at, until: one.end, next, followedBy, curfews: one.curfews, leaf: leaf.id }];
  });
}

/** The nights ahead of a leaf whose borders never change. */
export function everyNight(engine: Engine, built: Built): string | undefined {
  const { known, leaf, now, wide } = built;
  if (leaf === undefined || leaf.belongs.length > 1) return undefined;
  const lines = new Map<string, { start: number; end: number; certain: boolean; curfews: string[] }>();
  for (const { start, end, certain, curfew } of nightLines(known, leaf, now, wide.end)) {
    if (end <= now || start >= wide.end) continue;
    const key = `${start} ${end} ${certain}`;
    lines.set(key, { start, end, certain, curfews: [...new Set([...(lines.get(key)?.curfews ?? []), curfew])].sort() });
  }
  const mine = engine
    .nights(situationOf(engine, built), leaf.id, now, 500)
    .filter((one) => one.start < wide.end)
    .map(({ start, end, certain, curfews }) => ({ start, end, certain, curfews }));
  const sorted = (list: readonly { start: number; end: number }[]) => list.map((one) => JSON.stringify(one)).sort();
  if (mine.some((one, i) => one.start < (mine[i - 1]?.start ?? -Infinity))) return "nights are out of order";
  return differ(`nights of ${leaf.id}`, sorted(mine), sorted([...lines.values()]));
}

/** Equal as JSON: undefined and absent are one. */
export function differ(what: string, mine: unknown, theirs: unknown): string | undefined {
  const [a, b] = [canonical(mine), canonical(theirs)];
  return a === b ? undefined : `${what}\n  rules:  ${a}\n  oracle: ${b}`;
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === "object" && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
}
