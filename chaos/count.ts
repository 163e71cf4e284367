// The count: what the channels show beside what they owe. Reads messages as a reader does, and nothing else. Must never ask the program.
import type { Owed } from "./scenario.ts";

export interface Seen {
  id: string;
  /** Everything that can be read of it, as it stands now. */
  text: string;
  /** World time at which it was posted, ms. */
  at: number;
  answers?: string | undefined;
}

export interface Counted {
  owed: number;
  shown: number;
  /** A sentence each. */
  lost: string[];
  doubled: string[];
  lateUnmarked: string[];
  incomplete: string[];
  /** What nobody owed, or says that it is late and is not. */
  odd: string[];
}

const LATE = /\blate\b|\batraso\b/u;
const MARK = /#[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}(?:\.\d+)?/u;
const MINUTES = 60_000;
const PATIENCE = 2 * MINUTES;

/** Whether the first `count` messages owed stand there, as they were posted or as they are at the end. */
export function standsAll(owed: readonly Owed[], seen: (channel: string) => readonly Seen[], whole: boolean): boolean {
  const { found } = matched(owed, seen);
  return owed.every((one) => {
    const match = found.get(one);
    if (match === undefined) return one.may === true;
    return !whole || (match.whole && answered(one, match.seen, owed, found));
  });
}

/** `channels`: all that may show something. `mayBeLate`: the machine itself was slow, and what says that it is late may be right. */
export function counted(
  owed: readonly Owed[],
  seen: (channel: string) => readonly Seen[],
  channels: readonly string[],
  mayBeLate = false,
): Counted {
  const { found, rest } = matched(owed, seen, channels);
  const result: Counted = {
    owed: owed.filter((one) => one.may !== true || found.has(one)).length,
    shown: 0,
    lost: [],
    doubled: [],
    lateUnmarked: [],
    incomplete: [],
    odd: [],
  };
  for (const one of owed) judge(one, found, owed, result, mayBeLate);
  for (const [channel, more] of rest) {
    for (const message of more) {
      const twin = owed.find((one) => one.in === channel && (holds(message, one.says) || holds(message, one.first)));
      (twin === undefined ? result.odd : result.doubled).push(`#${channel}: ${firstLine(message)}`);
    }
  }
  for (const channel of channels) result.doubled.push(...twice(channel, seen(channel), rest.get(channel) ?? []));
  result.shown = channels.reduce((sum, channel) => sum + seen(channel).length, 0);
  return result;
}

interface Match {
  seen: Seen;
  /** It reads as it must at the end. */
  whole: boolean;
}
type Found = ReadonlyMap<Owed, Match>;

/** Each message is one that is owed at most, each that is owed one message. Those that read as they must are taken first. */
function matched(owed: readonly Owed[], seen: (channel: string) => readonly Seen[], channels: readonly string[] = []) {
  const rest = new Map([...channels, ...owed.map((one) => one.in)].map((channel) => [channel, [...seen(channel)]]));
  const found = new Map<Owed, Match>();
  for (const whole of [true, false]) {
    for (const one of owed) {
      if (found.has(one)) continue;
      const left = rest.get(one.in) ?? [];
      const at = left.findIndex((message) => holds(message, whole ? one.says : one.first));
      const [taken] = at === -1 ? [] : left.splice(at, 1);
      if (taken !== undefined) found.set(one, { seen: taken, whole });
    }
  }
  return { found, rest };
}

function judge(one: Owed, found: Found, owed: readonly Owed[], result: Counted, mayBeLate: boolean): void {
  const match = found.get(one);
  const what = `#${one.in}: ${one.says.join(" … ")}`;
  if (match === undefined) {
    if (one.may !== true) result.lost.push(what);
    return;
  }
  const { seen, whole } = match;
  if (!whole) result.incomplete.push(`${what} (reads: ${firstLine(seen)})`);
  else if (!answered(one, seen, owed, found)) result.incomplete.push(`${what} (does not answer what it changes)`);
  if (one.may === true) return;
  const isLate = seen.at - Date.parse(one.due) > PATIENCE || one.late === true;
  if (isLate && !LATE.test(seen.text)) result.lateUnmarked.push(`${what} (posted ${new Date(seen.at).toISOString()})`);
  if (!isLate && !mayBeLate && LATE.test(seen.text))
    result.odd.push(`${what} (says late and is not: ${firstLine(seen)})`);
}

function answered(one: Owed, seen: Seen, owed: readonly Owed[], found: Found): boolean {
  if (one.answers === undefined) return true;
  const before = owed.find(({ id, in: channel }) => id === one.answers && channel === one.in);
  return before !== undefined && seen.answers === found.get(before)?.seen.id;
}

function holds({ text }: Seen, words: readonly string[] | undefined): boolean {
  return words !== undefined && words.every((one) => text.includes(one));
}

/** The same mark and part a second time is a double whatever it says; those that were counted already are left out. */
function twice(channel: string, all: readonly Seen[], told: readonly Seen[]): string[] {
  const marks = new Set<string>();
  return all.flatMap((message) => {
    const mark = MARK.exec(message.text.split("\n").at(-1) ?? "")?.[0];
    if (mark === undefined || told.includes(message)) return [];
    if (marks.has(mark)) return [`#${channel}: ${mark} stands there twice`];
    marks.add(mark);
    return [];
  });
}

const firstLine = ({ text }: Seen): string => text.split("\n")[0] ?? "";
