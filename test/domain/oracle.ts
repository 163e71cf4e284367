// A second opinion on the curfew rules, for tests only: it walks minute by minute, reads the clock on the wall and asks of each minute
// what the records say. Slow and plain on purpose; it must share no arithmetic with src/domain, or it would agree with its mistakes.
import { Temporal } from "temporal-polyfill";
import type { Coverage } from "../../src/domain/coverage.ts";
import type { Curfew } from "../../src/domain/curfew.ts";

/** What a leaf is part of, nearest first, from a day on; written down by hand, not derived from a tree. */
export interface Belonging {
  from: number;
  chain: string[];
  /** Names of areas that are not there (any more, yet) and whose territory is in here. */
  also?: string[];
}
export interface Leaf {
  id: string;
  zone: string;
  belongs: Belonging[];
}
export interface World {
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

const MINUTE = 60_000;

/** What a clock in `zone` shows at each minute: minutes of local time since 1970. Offsets are read every 30 minutes, the grid on which the zones of the tests change. */
const readings = new Map<string, Float64Array>();
function clock(zone: string, start: number, length: number): Float64Array {
  const key = `${zone} ${start} ${length}`;
  const known = readings.get(key);
  if (known !== undefined) return known;
  const made = new Float64Array(length);
  let offset = 0;
  for (let i = 0; i < length; i++) {
    const at = start + i * MINUTE;
    if (at % (30 * MINUTE) === 0 || i === 0) {
      offset = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offsetNanoseconds / 60e9;
    }
    made[i] = at / MINUTE + offset;
  }
  readings.set(key, made);
  return made;
}

const dates = new Map<number, Temporal.PlainDate>();
const dateOf = (day: number): Temporal.PlainDate => {
  const made = dates.get(day) ?? Temporal.PlainDate.from("1970-01-01").add({ days: day });
  dates.set(day, made);
  return made;
};
const timeOf = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

/** What each minute of [start, end) says for one leaf, equal neighbours together. Nights outside the range by more than three days are not looked at. */
export function walk(world: World, leaf: Leaf, start: number, end: number): Stretch[] {
  const slack = 3 * 1440;
  const length = (end - start) / MINUTE + 2 * slack;
  const at = (index: number) => start + (index - slack) * MINUTE;
  // One bit a claim: a set for each minute would take most of the time.
  const kinds: string[] = [];
  const claims = new Int32Array(length);
  let [latest, bit] = ["", 0];
  const mark = (from: number, to: number, claim: (index: number) => string | undefined) => {
    for (let index = Math.max(0, from); index < Math.min(length, to); index++) {
      const text = claim(index);
      if (text === undefined) continue;
      if (text !== latest) {
        if (!kinds.includes(text)) kinds.push(text);
        if (kinds.length > 31) throw new Error("more claims than bits");
        [latest, bit] = [text, 1 << kinds.indexOf(text)];
      }
      claims[index] = (claims[index] ?? 0) | bit;
    }
  };
  const sheet = { start: at(0), length, at, mark };
  for (const decree of world.curfews) markDecree(decree, "declared", leaf, sheet);
  for (const decree of world.withdrawn) markDecree(decree, "withdrawn", leaf, sheet);
  for (const entry of world.coverage) markCoverage(entry, world, leaf, sheet);
  const judged = new Map<number, string>();
  const found: Stretch[] = [];
  for (let index = slack; index < length - slack; index++) {
    const mask = claims[index] ?? 0;
    const says = judged.get(mask) ?? judge(kinds.filter((_, bit) => (mask & (1 << bit)) !== 0));
    judged.set(mask, says);
    const last = found.at(-1);
    if (last?.says === says) last.end = at(index + 1);
    else found.push({ start: at(index), end: at(index + 1), says });
  }
  return found;
}

interface Sheet {
  start: number;
  length: number;
  at: (index: number) => number;
  mark: (from: number, to: number, claim: (index: number) => string | undefined) => void;
}

const belonging = (leaf: Leaf, at: number): Belonging => {
  const found = leaf.belongs.findLast((one) => one.from <= at);
  if (found === undefined) throw new Error(`${leaf.id} belongs nowhere`);
  return found;
};

function markDecree(decree: Curfew, kind: string, leaf: Leaf, sheet: Sheet): void {
  const zone = decree.hoursZone ?? leaf.zone;
  const wall = clock(zone, sheet.start, sheet.length);
  const declared = Temporal.PlainDate.from(decree.declared).toZonedDateTime(decree.zone).epochMilliseconds;
  const listedIn = (index: number) => {
    const now = belonging(leaf, sheet.at(index));
    const names = new Set([...now.chain, ...(now.also ?? []), ...belonging(leaf, declared).chain]);
    return decree.rules.flatMap((rule, number) => (rule.areas.some((area) => names.has(area)) ? [number] : []));
  };
  const endings = [decree.lifted, decree.annulled].flatMap((ending) =>
    ending ? [{ ending, from: Date.parse(ending.from) }] : [],
  );
  const over = (index: number) =>
    endings.some(({ ending, from }) => {
      if (sheet.at(index) < from) return false;
      const around = [...belonging(leaf, from).chain, ...belonging(leaf, sheet.at(index)).chain];
      return ending.areas === undefined || around.some((area) => ending.areas?.includes(area));
    });
  const firstDay = Math.floor((wall[0] ?? 0) / 1440) + 1;
  const lastDay = Math.floor((wall[sheet.length - 1] ?? 0) / 1440) - 2;
  for (let day = firstDay; day <= lastDay; day++) {
    const night = dateOf(day);
    const text = night.toString();
    const sure = isSure(decree, text);
    if (!sure && !isPossible(decree, text)) continue;
    if (text < decree.firstNight) continue;
    // Rules and exceptions may reach a leaf differently before and after its borders change: each minute asks for itself.
    for (const era of leaf.belongs) {
      const to = leaf.belongs[leaf.belongs.indexOf(era) + 1]?.from ?? Infinity;
      const probe = Math.min(sheet.length - 1, Math.max(0, Math.ceil((era.from - sheet.start) / MINUTE)));
      if (era.from > sheet.at(sheet.length - 1)) continue;
      const listed = listedIn(probe);
      const possible = decree.country === era.chain.at(-1) && listed.length === 0;
      const partial = decree.rules.flatMap((rule, number) => (possible && rule.areasPartial ? [number] : []));
      const scopes = [
        { rules: listed, listedHere: true, says: kind === "withdrawn" ? "withdrawn" : sure ? "sure" : "unsure" },
        ...(partial.length > 0
          ? [{ rules: partial, listedHere: false, says: kind === "withdrawn" ? "maybe-withdrawn" : "maybe" }]
          : []),
      ];
      for (const scope of scopes) {
        for (const [begin, finish] of hoursOf(decree, scope.rules, era.chain, night)) {
          const from = firstShown(wall, day * 1440 + timeOf(begin));
          const until = lastShown(wall, (timeOf(finish) <= timeOf(begin) ? day + 1 : day) * 1440 + timeOf(finish));
          const says = `${scope.says} ${decree.id}`;
          sheet.mark(from, until, (index) => {
            const moment = sheet.at(index);
            return moment >= era.from && moment < to && !over(index) ? says : undefined;
          });
        }
      }
    }
  }
}

const isSure = (decree: Curfew, night: string) =>
  (decree.lastNight === undefined || night <= decree.lastNight) &&
  (decree.lastConfirmed === undefined || night <= decree.lastConfirmed);

const isPossible = (decree: Curfew, night: string) => {
  if (decree.lastConfirmed === undefined) return false;
  if (decree.lastNight === undefined && decree.endsBy === undefined) return true;
  return [decree.lastNight, decree.lastConfirmed, decree.endsBy].some((day) => day !== undefined && night <= day);
};

/** Hours of the night that begins on `night`: those of the rules, unless an exception for that night says otherwise. */
function hoursOf(decree: Curfew, rules: number[], chain: string[], night: Temporal.PlainDate): [string, string][] {
  const text = night.toString();
  const running = rules.flatMap((number): [string, string][] => {
    const rule = decree.rules[number];
    if (rule === undefined) return [];
    if (rule.weekdays !== undefined && !rule.weekdays.includes(night.dayOfWeek)) return [];
    if (rule.firstNight !== undefined && text < rule.firstNight) return [];
    if (rule.lastNight !== undefined && text > rule.lastNight) return [];
    return [[rule.start, rule.end]];
  });
  const here = decree.exceptions.filter((one) => one.night === text);
  // From the nearest area outwards: the first level at which an exception speaks decides.
  for (const level of chain) {
    const speaking = here.filter((one) => one.areas?.includes(level));
    if (speaking.length > 0) return excepted(speaking, running);
  }
  const general = here.filter((one) => one.areas === undefined);
  return general.length > 0 && rules.length > 0 ? excepted(general, running) : running;
}

function excepted(list: Curfew["exceptions"], running: [string, string][]): [string, string][] {
  const hours: [string, string][] = [];
  for (const one of list) {
    if (one.off) continue;
    if (one.start !== undefined && one.end !== undefined) hours.push([one.start, one.end]);
    else for (const [start, end] of running) hours.push([one.start ?? start, one.end ?? end]);
  }
  return hours;
}

/** The first minute at which the clock shows the time; if it never does, the first at which it shows a later one. */
function firstShown(wall: Float64Array, time: number): number {
  const guess = Math.floor(time - (wall[0] ?? 0));
  const near = Array.from({ length: 300 }, (_, i) => guess - 150 + i);
  return near.find((i) => wall[i] === time) ?? near.find((i) => (wall[i] ?? -Infinity) > time) ?? guess;
}

/** The last minute at which the clock shows the time; if it never does, the first at which it shows a later one. */
function lastShown(wall: Float64Array, time: number): number {
  const guess = Math.floor(time - (wall[0] ?? 0));
  const near = Array.from({ length: 300 }, (_, i) => guess - 150 + i);
  return near.findLast((i) => wall[i] === time) ?? near.find((i) => (wall[i] ?? -Infinity) > time) ?? guess;
}

function markCoverage(entry: Coverage, world: World, leaf: Leaf, sheet: Sheet): void {
  const [from, to] = [Date.parse(entry.from), Date.parse(entry.to)];
  const first = Math.ceil((from - sheet.start) / MINUTE);
  for (const [number, era] of leaf.belongs.entries()) {
    const through = era.chain.find((area) => entry.areas.includes(area));
    if (through === undefined) continue;
    const zone = world.zones[through] ?? leaf.zone;
    const wall = clock(zone, sheet.start, sheet.length);
    const [today, end] = [dayAt(world.knownAt, zone), leaf.belongs[number + 1]?.from ?? Infinity];
    const says = `known ${through === era.chain[0] ? "own" : "around"} ${entry.completes.join()}`;
    sheet.mark(first, Math.ceil((to - sheet.start) / MINUTE), (index) => {
      const at = sheet.at(index);
      if (at < era.from || at >= end) return undefined;
      return entry.asOfEachDay && Math.floor((wall[index] ?? 0) / 1440) > today ? undefined : says;
    });
  }
}

const days = new Map<string, number>();
const dayAt = (at: number, zone: string): number => {
  const known = days.get(`${at} ${zone}`);
  if (known !== undefined) return known;
  const date = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
  const made = Temporal.PlainDate.from("1970-01-01").until(date, { largestUnit: "days" }).days;
  days.set(`${at} ${zone}`, made);
  return made;
};

/** The rules of precedence, as sentences: there is one; perhaps there is one; somebody knows there is none; nobody knows. */
function judge(claims: string[]): string {
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
