// A second opinion on the curfew rules, for tests only: of any instant it asks what the records say of it, and where the answer may change it asks
// again. Plain on purpose; it shares no arithmetic with src/domain, only the shapes of the records, or it would agree with its mistakes.
import { Temporal } from "temporal-polyfill";
import type { Coverage } from "../../src/domain/coverage.ts";
import type { Curfew } from "../../src/domain/curfew.ts";

/** What a leaf was part of from an instant on, written down by whoever drew the map, not derived from a tree. Nearest first. */
export interface Belonging {
  from: number;
  /** The areas that stood for it. */
  self: string[];
  /** Areas that held a part of it, and those that held all of it. */
  any: string[];
  all: string[];
  /** Areas that are not there (any more, yet) and whose territory is in here. */
  also: string[];
}
export interface Leaf {
  id: string;
  zone: string;
  belongs: Belonging[];
  /** When it is a leaf of the tree. */
  lives: { from: number; to: number };
}
export interface World {
  country: string;
  /** Which area lies in which, by whoever drew the map. */
  parents: Record<string, string>;
  knownAt: number;
  curfews: Curfew[];
  withdrawn: Curfew[];
  coverage: Coverage[];
  /** Zone of each area a coverage entry may name. */
  zones: Record<string, string>;
}
/** Minutes in a row with one verdict: the answer, why, and the decrees it rests on. */
export interface Stretch {
  start: number;
  end: number;
  says: string;
}
/** A night of a decree at a leaf, for the list of nights. */
export interface NightLine {
  start: number;
  end: number;
  certain: boolean;
  curfew: string;
}

const MINUTE = 60_000;
const DAY = 86_400_000;
const HOUR_6 = 6 * 60 * MINUTE;

/** A time in which a zone's clock is one distance off UTC. */
interface Steady {
  from: number;
  to: number;
  offset: number;
}

const offsetAt = (zone: string, at: number) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6;

const clocks = new Map<string, Steady[]>();
/** Read every six hours; where two readings differ, the minute of the change is looked for. */
function clock(zone: string, start: number, end: number): Steady[] {
  const key = `${zone} ${start} ${end}`;
  const known = clocks.get(key);
  if (known !== undefined) return known;
  const found: Steady[] = [{ from: start, to: start, offset: offsetAt(zone, start) }];
  for (let at = start; at < end; at += HOUR_6) {
    const last = found.at(-1);
    const offset = offsetAt(zone, at + HOUR_6);
    if (last === undefined) throw new Error("no reading");
    if (offset === last.offset) last.to = at + HOUR_6;
    else {
      let [same, other] = [at, at + HOUR_6];
      while (other - same > MINUTE) {
        const middle = same + Math.floor((other - same) / MINUTE / 2) * MINUTE;
        if (offsetAt(zone, middle) === last.offset) same = middle;
        else other = middle;
      }
      last.to = other;
      found.push({ from: other, to: at + HOUR_6, offset });
    }
  }
  clocks.set(key, found);
  return found;
}

/** The first instant at which the clock shows the time; if it never does, the first at which it shows a later one. */
const firstShown = (pieces: Steady[], local: number): number =>
  pieces
    .map(({ from, to, offset }) => ({ at: local - offset, from, to }))
    .find(({ at, from, to }) => at >= from && at < to)?.at ?? jump(pieces, local);
/** The last instant at which the clock shows the time; if it never does, the first at which it shows a later one. */
const lastShown = (pieces: Steady[], local: number): number =>
  pieces
    .map(({ from, to, offset }) => ({ at: local - offset, from, to }))
    .findLast(({ at, from, to }) => at >= from && at < to)?.at ?? jump(pieces, local);
const jump = (pieces: Steady[], local: number): number => {
  const piece = pieces.find(({ from, offset }) => from + offset > local);
  if (piece === undefined) throw new Error("a time outside the clock's days");
  return piece.from;
};

interface Claim {
  from: number;
  to: number;
  says: string;
  holds: (at: number) => boolean;
}

const dates = new Map<number, Temporal.PlainDate>();
const dateOf = (day: number): Temporal.PlainDate => {
  const made = dates.get(day) ?? Temporal.PlainDate.from("1970-01-01").add({ days: day });
  dates.set(day, made);
  return made;
};
const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY;
const timeOf = (text: string) => (Number(text.slice(0, 2)) * 60 + Number(text.slice(3))) * MINUTE;

const belonging = (leaf: Leaf, at: number): Belonging => {
  const found = leaf.belongs.findLast((one) => one.from <= at);
  if (found === undefined) throw new Error(`${leaf.id} belongs nowhere`);
  return found;
};

/** Days on each side of the range whose nights are looked at: a night is at most a week long. */
const SLACK = 10 * DAY;

/** What each minute of [start, end) says for one leaf, equal neighbours together. */
export function told(world: World, leaf: Leaf, start: number, end: number, everyMinute = false): readonly Stretch[] {
  const key = `${leaf.id} ${start} ${end} ${everyMinute}`;
  const asked = answers.get(world) ?? new Map<string, Stretch[]>();
  const made = asked.get(key) ?? work(world, leaf, start, end, everyMinute);
  answers.set(world, asked.set(key, made));
  return made;
}

/** The same world is asked again by every broken build of the rules. */
const answers = new WeakMap<World, Map<string, Stretch[]>>();

function work(world: World, leaf: Leaf, start: number, end: number, everyMinute: boolean): Stretch[] {
  const claims = claimsOf(world, leaf, start, end);
  const cuts = new Set([start]);
  for (const { from, to } of claims) for (const at of [from, to]) if (at > start && at < end) cuts.add(at);
  for (const { from } of leaf.belongs) if (from > start && from < end) cuts.add(from);
  for (const decree of [...world.curfews, ...world.withdrawn])
    for (const { from, to } of endingsOf(decree)) for (const at of [from, to]) if (at > start && at < end) cuts.add(at);
  const instants = everyMinute
    ? Array.from({ length: (end - start) / MINUTE }, (_, i) => start + i * MINUTE)
    : [...cuts].sort((a, b) => a - b);
  const saysAt = (at: number) => {
    const words = new Set<string>();
    for (const one of claims)
      if (one.from <= at && at < one.to && !words.has(one.says) && one.holds(at)) words.add(one.says);
    return judge([...words]);
  };
  const found: Stretch[] = [];
  for (const [i, at] of instants.entries()) {
    const says = saysAt(at);
    const last = found.at(-1);
    const until = instants[i + 1] ?? end;
    if (last?.says === says) last.end = until;
    else found.push({ start: at, end: until, says });
  }
  // Between the instants that were asked nothing may change: every few hours one odd minute is asked as well.
  for (let at = start; at < end; at += 397 * MINUTE) {
    const stretch = found.find((one) => one.start <= at && at < one.end);
    if (stretch?.says !== saysAt(at))
      throw new Error(`the oracle missed a change before ${new Date(at).toISOString()}`);
  }
  return found;
}

const claimsOf = (world: World, leaf: Leaf, start: number, end: number): Claim[] => [
  ...world.curfews.flatMap((one) => nightClaims(one, "declared", world, leaf, start, end)),
  ...world.withdrawn.flatMap((one) => nightClaims(one, "withdrawn", world, leaf, start, end)),
  ...world.coverage.flatMap((one) => coverageClaims(one, world, leaf, start, end)),
];

interface Over {
  from: number;
  to: number;
  areas: string[] | undefined;
}
const endings = new WeakMap<Curfew, Over[]>();
function endingsOf(decree: Curfew): Over[] {
  const known = endings.get(decree);
  if (known !== undefined) return known;
  const made = [decree.lifted, decree.annulled, ...(decree.furtherEndings ?? [])].flatMap((one) => {
    const to = one?.until === undefined ? Infinity : Date.parse(one.until);
    return one === undefined ? [] : [{ from: Date.parse(one.from), to, areas: one.areas }];
  });
  endings.set(decree, made);
  return made;
}

/** An ending for some areas holds for a leaf that lay wholly in one of them when it came, or does now. */
function overAt(decree: Curfew, leaf: Leaf, at: number): boolean {
  return endingsOf(decree).some(
    ({ from, to, areas }) =>
      from <= at &&
      at < to &&
      (areas === undefined ||
        [...belonging(leaf, from).all, ...belonging(leaf, at).all].some((area) => areas.includes(area))),
  );
}

/** Which rules name the leaf at an instant; which leave doubt on it because their list is known only in part. */
function rulesFor(decree: Curfew, world: World, leaf: Leaf, at: number): { named: number[]; doubtful: number[] } {
  const [now, then] = [belonging(leaf, at), belonging(leaf, Date.parse(startOf(decree.declared, decree.zone)))];
  const names = new Set([...now.any, ...now.also, ...then.any]);
  const wholly = new Set([...now.all, ...then.all]);
  const leftOut = (rule: Curfew["rules"][number], by: string | undefined) =>
    (rule.except ?? []).some((one) => wholly.has(one) && (by === undefined || inside(world, one, by)));
  const named = decree.rules.flatMap((rule, i) =>
    rule.areas.some((area) => names.has(area) && !leftOut(rule, area)) ? [i] : [],
  );
  const doubtful = decree.rules.flatMap((rule, i) =>
    decree.country === world.country && rule.areasPartial && !named.includes(i) && !leftOut(rule, undefined) ? [i] : [],
  );
  return { named, doubtful };
}

const inside = ({ parents }: World, part: string, area: string): boolean => {
  for (let one: string | undefined = part; one !== undefined; one = parents[one]) if (one === area) return true;
  return false;
};

const startsOf = new Map<string, string>();
function startOf(day: string, zone: string): string {
  const key = `${day} ${zone}`;
  const made = startsOf.get(key) ?? Temporal.PlainDate.from(day).toZonedDateTime(zone).toInstant().toString();
  startsOf.set(key, made);
  return made;
}

interface NightOf {
  from: number;
  to: number;
  sure: boolean;
  listed: boolean;
  era: Belonging;
  until: number;
}

/** Every window of every night near a range, each with the time in which the leaf's borders make it so. */
function nightsOf(decree: Curfew, world: World, leaf: Leaf, start: number, end: number): NightOf[] {
  const pieces = clock(decree.hoursZone ?? leaf.zone, start - 2 * SLACK, end + 2 * SLACK);
  const first = Math.max(numberOf(decree.firstNight), Math.floor((start - SLACK) / DAY));
  const last = Math.floor(end / DAY) + 2;
  const found: NightOf[] = [];
  for (const [number, era] of leaf.belongs.entries()) {
    const until = leaf.belongs[number + 1]?.from ?? Infinity;
    if (until <= start - SLACK || era.from >= end + SLACK) continue;
    const { named, doubtful } = rulesFor(decree, world, leaf, Math.max(era.from, -8e15));
    for (let day = first; day <= last; day++) {
      const night = dateOf(day);
      const text = night.toString();
      const sure = isSure(decree, text);
      if (!sure && !isPossible(decree, text)) continue;
      const listedTonight = named.some((i) => runsOn(decree.rules[i], night));
      const lists = [
        { listed: true, rules: named },
        ...(listedTonight || doubtful.length === 0 ? [] : [{ listed: false, rules: doubtful }]),
      ];
      for (const { listed, rules } of lists) {
        for (const { begin, finish, days } of hoursOf(decree, rules, era.all, night)) {
          const from = firstShown(pieces, day * DAY + timeOf(begin));
          const to = lastShown(pieces, (day + days) * DAY + timeOf(finish));
          if (from < to) found.push({ from, to, sure, listed, era, until });
        }
      }
    }
  }
  return found;
}

function nightClaims(decree: Curfew, kind: string, world: World, leaf: Leaf, start: number, end: number): Claim[] {
  return nightsOf(decree, world, leaf, start, end).map(({ from, to, sure, listed, era, until }) => {
    const word =
      kind === "withdrawn" ? (listed ? "withdrawn" : "maybe-withdrawn") : listed ? (sure ? "sure" : "unsure") : "maybe";
    const holds = (at: number) => at >= era.from && at < until && !overAt(decree, leaf, at);
    return { from, to, says: `${word} ${decree.id}`, holds };
  });
}

/** The windows of a leaf whose borders never change that end after an instant, one for each night and hours. */
export function nightLines(world: World, leaf: Leaf, start: number, end: number): NightLine[] {
  return world.curfews.flatMap((decree) =>
    nightsOf(decree, world, leaf, start, end).flatMap(({ from, to, sure, listed }): NightLine[] => {
      if (!listed) return [];
      const turns = endingsOf(decree).flatMap((one) => [one.from, one.to]);
      const cuts = [from, ...turns.filter((at) => at > from && at < to).sort((a, b) => a - b), to];
      const held: NightLine[] = [];
      for (const [i, at] of cuts.slice(0, -1).entries()) {
        if (overAt(decree, leaf, at)) continue;
        const [next, last] = [cuts[i + 1] ?? to, held.at(-1)];
        if (last?.end === at) last.end = next;
        else held.push({ start: at, end: next, certain: sure, curfew: decree.id });
      }
      return held;
    }),
  );
}

const isSure = (decree: Curfew, night: string) =>
  (decree.lastNight === undefined || night <= decree.lastNight) &&
  (decree.lastConfirmed === undefined || night <= decree.lastConfirmed);

const isPossible = (decree: Curfew, night: string) => {
  if (decree.lastConfirmed === undefined) return false;
  if (decree.lastNight === undefined && decree.endsBy === undefined) return true;
  return [decree.lastNight, decree.lastConfirmed, decree.endsBy].some((day) => day !== undefined && night <= day);
};

type Rule = Curfew["rules"][number];
interface Hours {
  begin: string;
  finish: string;
  days: number;
}
const inBounds = (rule: Rule | undefined, text: string): boolean =>
  rule !== undefined &&
  (rule.firstNight === undefined || text >= rule.firstNight) &&
  (rule.lastNight === undefined || text <= rule.lastNight);
const runsOn = (rule: Rule | undefined, night: Temporal.PlainDate): boolean =>
  inBounds(rule, night.toString()) && (rule?.weekdays?.includes(night.dayOfWeek) ?? true);
const dayAfter = (begin: string, finish: string) => (finish <= begin ? 1 : 0);

/** Hours of the night that begins on `night`: each rule's own, unless an exception for that night says otherwise. */
function hoursOf(decree: Curfew, rules: number[], around: string[], night: Temporal.PlainDate): Hours[] {
  const text = night.toString();
  const distance = (areas: string[] | undefined) =>
    areas === undefined ? 99 : around.findIndex((area) => areas.includes(area));
  const bounded = rules.filter((i) => inBounds(decree.rules[i], text));
  const here = decree.exceptions.filter((one) => {
    const far = distance(one.areas);
    return one.night === text && far >= 0 && (far < 99 || bounded.length > 0);
  });
  const closest = (list: Curfew["exceptions"]) => Math.min(100, ...list.map((one) => distance(one.areas)));
  const speaking = (list: Curfew["exceptions"]) => list.filter((one) => distance(one.areas) === closest(list));
  const forNight = speaking(here.filter((one) => one.rules === undefined));
  const found: Hours[] = [];
  for (const one of forNight) {
    if (!one.off && one.start !== undefined && one.end !== undefined)
      found.push({ begin: one.start, finish: one.end, days: dayAfter(one.start, one.end) });
  }
  for (const i of bounded) {
    const rule = decree.rules[i];
    if (rule === undefined) continue;
    const runs = runsOn(rule, night);
    const forRule = speaking(here.filter((one) => one.rules?.includes(i)));
    const ofRule = forRule.length > 0 && closest(forRule) <= closest(forNight);
    const counting = ofRule ? forRule : forNight;
    if (counting.length === 0 && runs)
      found.push({ begin: rule.start, finish: rule.end, days: rule.endDay ?? dayAfter(rule.start, rule.end) });
    for (const one of counting) {
      if (one.off) continue;
      const both = one.start !== undefined && one.end !== undefined;
      if (both && !ofRule) continue;
      if (!both && !runs) continue;
      const [begin, finish] = [one.start ?? rule.start, one.end ?? rule.end];
      const long = !both && (rule.endDay ?? 0) > 1;
      found.push({ begin, finish, days: long ? (rule.endDay ?? 1) : dayAfter(begin, finish) });
    }
  }
  return found;
}

function coverageClaims(entry: Coverage, world: World, leaf: Leaf, start: number, end: number): Claim[] {
  const [from, to] = [Date.parse(entry.from), Date.parse(entry.to)];
  return leaf.belongs.flatMap((era, number): Claim[] => {
    const own = era.self.length > 0 && era.self.every((one) => entry.areas.includes(one));
    const through = era.all.find((area) => entry.areas.includes(area)) ?? (own ? era.self[0] : undefined);
    if (through === undefined) return [];
    const pieces = clock(world.zones[through] ?? leaf.zone, start - 2 * SLACK, end + 2 * SLACK);
    const until = leaf.belongs[number + 1]?.from ?? Infinity;
    const today = localDay(pieces, world.knownAt);
    const holds = (at: number) => at >= era.from && at < until;
    // Day by day: known to the end of the day on which it was asked, once that day is not its last.
    const reach = entry.asOfEachDay && world.knownAt < to ? Math.min(to, nextDay(pieces, today)) : to;
    return [{ from, to: reach, says: `known ${own ? "own" : "around"} ${entry.completes.join()}`, holds }];
  });
}

const localDay = (pieces: Steady[], at: number): number => {
  const piece = pieces.find(({ from, to }) => at >= from && at < to);
  if (piece === undefined) throw new Error("asked outside the clock's days");
  return Math.floor((at + piece.offset) / DAY);
};
/** The first instant at which the clock shows a later day. */
const nextDay = (pieces: Steady[], day: number): number => firstShown(pieces, (day + 1) * DAY);

/** The rules of precedence, as sentences: there is one; perhaps there is one; somebody knows there is none; nobody knows. */
function judge(claims: string[]): string {
  if (claims.length === 0) return "unknown not-covered";
  const of = (kind: string) =>
    claims
      .filter((one) => one.startsWith(`${kind} `))
      .map((one) => one.slice(kind.length + 1))
      .sort();
  const complete = (id: string) =>
    of("known").some((one) => one.startsWith("own") || one.split(" ")[1]?.split(",").includes(id));
  if (of("sure").length > 0) return `inForce ${of("sure").join()}`;
  if (of("unsure").length > 0) return `unknown end-not-known ${of("unsure").join()}`;
  if (of("withdrawn").length > 0) return `unknown withdrawn ${of("withdrawn").join()}`;
  const maybe = of("maybe").filter((id) => !complete(id));
  if (maybe.length > 0) return `unknown list-partial ${maybe.join()}`;
  const gone = of("maybe-withdrawn").filter((id) => !complete(id));
  if (gone.length > 0) return `unknown withdrawn ${gone.join()}`;
  return of("known").length > 0 ? "notInForce" : "unknown not-covered";
}
