// What holds at a place at an instant, as an answer. It must never say more of a place than all of its leaves allow.
import type { PlaceId } from "./area.ts";
import { profile, sameKnowledge } from "./profile.ts";
import { ahead, behind, type Ahead, type Behind, type Run } from "./runs.ts";
import type { AreaState, Situation, State } from "./situation.ts";
import type { Interval, Millis } from "./time.ts";

/** Of each knowledge, its answers by place and instant: a reader's buttons and the next reader ask the same again. */
const answered = new WeakMap<object, Map<string, AreaState>>();
/** Of one knowledge; then they are forgotten, all at once. */
const ANSWERS = 5_000;

/**
 * Begins and ends are looked for up to 400 days from `at` (runs.ts says why); the end of what is known, as far back as it lies.
 * `curfews`: in force, those in force at `at`; unknown, those that make it so; otherwise, and where nothing makes it so, those of the
 * next window, else of the last. Throws RangeError on an unknown area.
 */
export function stateAt(situation: Situation, areaId: PlaceId, at: Millis): AreaState {
  const knowledge = sameKnowledge(situation);
  const answers = answered.get(knowledge) ?? new Map<string, AreaState>();
  const key = `${areaId} ${at}`;
  const known = answers.get(key);
  if (known !== undefined) return known;
  if (answers.size >= ANSWERS) answers.clear();
  const made = workedOut(situation, areaId, at);
  answered.set(knowledge, answers.set(key, made));
  return made;
}

function workedOut(situation: Situation, areaId: PlaceId, at: Millis): AreaState {
  const { areas } = situation;
  const leaves = areas.leaves(areaId, at);
  const states = new Map<Ahead, Map<Behind, string>>();
  const groups = new Map<string, { leaves: string[]; state: State }>();
  // An area of which nobody knows what it was then: only what holds around it can be said.
  for (const leaf of leaves.length === 0 ? [areaId] : leaves) {
    const own = profile(situation, leaf);
    const [after, before] = [ahead(own, at), behind(own, at)];
    const known = states.get(after)?.get(before);
    const state = known === undefined ? leafState(after, before) : groups.get(known)?.state;
    if (state === undefined) continue;
    const key = known ?? JSON.stringify(state, (_, value: unknown) => value ?? null);
    states.set(after, (states.get(after) ?? new Map<Behind, string>()).set(before, key));
    const group = groups.get(key) ?? { leaves: [], state };
    group.leaves.push(leaf);
    groups.set(key, group);
  }
  const [only, ...others] = groups.values();
  if (only !== undefined && others.length === 0) return { whole: only.state };
  const parts = [...groups.values()].map((group) => ({ areas: areas.compress(group.leaves, at), state: group.state }));
  return { partly: parts.sort((a, b) => ORDER[a.state.is] - ORDER[b.state.is]) };
}

/** What a reader must not miss comes first. */
const ORDER = { inForce: 0, unknown: 1, notInForce: 2 } as const;

function leafState(after: Ahead, before: Behind): State {
  const { segment } = after;
  const next = interval(after.next);
  const last = interval(before.last);
  const named = after.next?.curfews ?? before.last?.curfews ?? [];
  if (segment.is === "inForce") {
    return {
      is: "inForce",
      since: before.since,
      until: after.until,
      curfews: segment.curfews,
      next,
      followedBy: relief(after.follows),
    };
  }
  if (segment.is === "notInForce") {
    return {
      is: "notInForce",
      next,
      last,
      curfews: named,
      knownUntil: after.follows === "unknown" ? after.until : undefined,
    };
  }
  const curfews = segment.curfews.length > 0 ? segment.curfews : named;
  return {
    is: "unknown",
    why: segment.why ?? "not-covered",
    informationEnds: before.informationEnds,
    last,
    next,
    curfews,
  };
}

/** What may follow a run in force. */
export function relief(follows: Run["is"] | undefined): "notInForce" | "unknown" | undefined {
  return follows === "inForce" ? undefined : follows;
}

export function interval(run: Run | undefined): Interval | undefined {
  return run === undefined ? undefined : { start: run.start, end: run.end };
}
