// Random decrees, changes, checks, outages and crashes over three days, and an oracle of its own that walks minutes: it shares no rule with src/.
import fc from "fast-check";
import type { Curfew } from "../../src/domain/curfew.ts";
import { MINUTE } from "../../src/domain/time.ts";
import { decree } from "./changes/change-scene.ts";
import { ec, together } from "./together-scene.ts";

const START = ec("2026-03-15T00:00");
const HORIZON = 6 * 1440;
const NIGHTS = ["2026-03-15", "2026-03-16", "2026-03-17"];
const HOURS = [
  ["20:00", "04:00"],
  ["23:00", "05:00"],
  ["22:00", "05:00"],
  ["05:00", "08:00"],
  ["12:00", "18:00"],
  ["00:30", "04:00"],
  ["23:00", "03:00"],
] as const;

interface Law {
  hours: number;
  first: number;
  last: number;
  off: number | undefined;
  lifted: number | undefined;
  mine: boolean;
}
type Act =
  | { do: "decree"; id: 0 | 1; law: Law }
  | { do: "lift"; id: 0 | 1; back: number }
  | { do: "check"; hours: number; back: number }
  | { do: "outage"; length: number }
  | { do: "twice" }
  | { do: "back" }
  | { do: "restart" };
export interface Step {
  gap: number;
  second: number;
  act: Act;
}

const law = fc.record({
  hours: fc.nat(HOURS.length - 1),
  first: fc.nat(1),
  last: fc.integer({ min: 1, max: 2 }),
  off: fc.option(fc.nat(2), { nil: undefined, freq: 4 }),
  lifted: fc.constant(undefined),
  mine: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
});
const id = fc.constantFrom<0 | 1>(0, 1);
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant("decree" as const), id, law }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("lift" as const), id, back: fc.constantFrom(0, 0, 20, -60, 300) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("check" as const),
      hours: fc.constantFrom(1, 4, 24),
      back: fc.constantFrom(0, 0, 60, 400),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("outage" as const), length: fc.constantFrom(5, 40, 180, 700, 2880) }),
  },
  { weight: 1, arbitrary: fc.constant({ do: "twice" as const }) },
  { weight: 1, arbitrary: fc.constant({ do: "back" as const }) },
  { weight: 1, arbitrary: fc.constant({ do: "restart" as const }) },
);
/** Times near to the hours of decrees are likelier than chance would have them. */
export const steps = fc.array(
  fc.record({
    gap: fc.oneof(fc.constantFrom(0, 1, 30, 60, 120, 180, 240, 300), fc.integer({ min: 0, max: 500 })),
    second: fc.constantFrom(0, 0, 30),
    act,
  }),
  { minLength: 2, maxLength: 14 },
);
export const begins = fc.constantFrom(0, 240, 300, 720, 1080, 1200, 1320, 1380);

const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

function covers({ hours, first, last, off, lifted, mine }: Law, minute: number): boolean {
  const [from = "", to = ""] = HOURS[hours] ?? [];
  const [start, end] = [minutes(from), minutes(to)];
  if (!mine || (lifted !== undefined && minute * MINUTE + START >= lifted)) return false;
  for (let night = first; night <= Math.max(first, last); night++) {
    const begin = night * 1440 + start;
    if (night !== off && minute >= begin && minute < night * 1440 + end + (end <= start ? 1440 : 0)) return true;
  }
  return false;
}

function curfewOf(n: 0 | 1, { hours, first, last, off, lifted, mine }: Law): Curfew {
  const [start = "", end = ""] = HOURS[hours] ?? [];
  return decree(
    {
      id: `d${n + 1}`,
      decree: `Decreto ${n + 1}`,
      title: { en: `d${n + 1}`, es: `d${n + 1}` },
      declared: "2026-03-15",
      firstNight: NIGHTS[first] ?? "",
      lastNight: NIGHTS[Math.max(first, last)] ?? "",
      rules: [{ start, end, areas: [mine ? "EC-R" : "EC-S"], areasPartial: false }],
      exceptions: off === undefined ? [] : [{ night: NIGHTS[off] ?? "", off: true }],
      ...(lifted === undefined
        ? {}
        : { lifted: { by: { en: "x", es: "x" }, date: "2026-03-15", from: new Date(lifted).toISOString() } }),
    },
    [mine ? "EC-R" : "EC-S"],
  );
}

/** What the newest message claims of now. */
interface Claim {
  text: string;
  is: "curfew" | "none" | undefined;
  unknown: boolean;
  time: string | undefined;
  day: string | undefined;
}

function claimOf(text: string): Claim | undefined {
  const unknown = text.includes("NOT KNOWN");
  const now = /Now: (.*)$/.exec(text)?.[1] ?? text;
  const curfew = /CURFEW(?: NOW)?(?: in [^,]*?)?(?: since [^,]*,)? until (?:\w+ (\d+) Mar )?(\d\d:\d\d)/.exec(now);
  if (curfew !== null && !text.startsWith("⏰"))
    return { text, is: "curfew", unknown, time: curfew[2], day: curfew[1] };
  if (/Now: NOT KNOWN|^❔/.test(text)) return { text, is: undefined, unknown: true, time: undefined, day: undefined };
  if (/no curfew|over (?:at|since)|none announced/i.test(now)) {
    const next = /next:? (?:declared:? )?(?:today,? |tonight,? |tomorrow,? )?(?:\w+ (\d+) Mar )?(\d\d:\d\d)/i.exec(now);
    return { text, is: "none", unknown, time: next?.[2], day: next?.[1] };
  }
  return undefined;
}

export async function run(begin: number, list: readonly Step[]): Promise<string[]> {
  const faults: string[] = [];
  const at = (minute: number) => START + minute * MINUTE;
  const wall = (minute: number) => new Date(at(minute) - 300 * MINUTE).toISOString().slice(8, 16);
  const s = await together(`2026-03-15T${wall(begin).slice(3)}`, false);
  const laws = new Map<number, Law>();
  const checks: [number, number][] = [];
  await s.subscribe("1", { areas: ["EC-R"], leads: [60], endLeads: [30] });
  await s.subscribe("2", { areas: ["EC"], leads: [120, 60], language: "es" });
  let force: boolean[] = [];
  const recount = () =>
    void (force = Array.from({ length: HORIZON }, (_, minute) =>
      [...laws.values()].some((one) => covers(one, minute)),
    ));
  recount();
  let minute = begin;
  let second = 0;
  const covered = (m: number) => checks.some(([from, to]) => m >= from && m < to);
  const known = covered;
  const lapseStart = (m: number) => Math.max(-1, ...checks.filter(([, to]) => to <= m).map(([, to]) => to));
  const fail = (what: string) => faults.push(`${wall(minute)} ${what}\n    ${s.story("1").slice(-6).join("\n    ")}`);
  let seen = 0;
  let claim: Claim | undefined;
  let lastBack = false;
  let recorded = -Infinity;
  const read = () => {
    const list = s.shown("1");
    for (const { was } of list.slice(seen)) {
      const next = claimOf(was);
      if (
        was.startsWith("🔴 CURFEW NOW") &&
        claim?.is === "curfew" &&
        next?.is === "curfew" &&
        claim.time === next.time &&
        claim.day === next.day &&
        !lastBack &&
        !claim.text.includes("as declared") &&
        !/as declared/.test(was)
      )
        fail(`began twice: ${was}`);
      if (was.startsWith("⚪") && claim?.is === "none" && !claim.text.startsWith("🔎") && !lastBack)
        fail(`over twice: ${was}`);
      if (/^⚪|no curfew(?!.*from)/i.test(was) && next?.is === "none" && !known(minute) && !was.includes("NOT KNOWN"))
        fail(`(4) ${was}`);
      if (next !== undefined) claim = next;
    }
    seen = list.length;
  };
  const judge = () => {
    if (claim === undefined) return;
    if (force[minute] === true) {
      const until = force.indexOf(false, minute);
      if (claim.is !== "curfew") return void fail(`curfew runs, claimed: ${claim.text}`);
      if (
        claim.time !== wall(until).slice(3) ||
        (claim.day !== undefined && Number(claim.day) !== Number(wall(until).slice(0, 2)))
      )
        fail(`until ${wall(until)}, claimed: ${claim.text}`);
      return;
    }
    if (claim.is === "curfew") return void fail(`no curfew runs, claimed: ${claim.text}`);
    if (!known(minute)) {
      const since = lapseStart(minute);
      const urgent = force.slice(Math.max(0, since), since + 1440).some(Boolean);
      if (!claim.unknown && since >= begin && (urgent || minute - since > 121))
        fail(`not known, claimed: ${claim.text}`);
      return;
    }
    const next = force.indexOf(true, minute);
    if (claim.is === "none" && next >= 0 && claim.time !== undefined && claim.time !== wall(next).slice(3))
      fail(`next ${wall(next)}, claimed: ${claim.text}`);
  };
  const events = () => {
    const all = new Set<number>();
    const add = (m: number) => [0, 1, 2].forEach((more) => all.add(m + more));
    for (let day = 0; day < 6; day++)
      for (const hour of HOURS.flat()) for (const lead of [0, 30, 60, 120]) add(day * 1440 + minutes(hour) - lead);
    for (const [, to] of checks) [0, 120].forEach((more) => add(to + more));
    for (const one of laws.values()) if (one.lifted !== undefined) add(Math.ceil((one.lifted - START) / MINUTE));
    return [...all].sort((a, b) => a - b);
  };
  const playTo = async (to: number) => {
    if (to <= minute) return;
    for (const next of [...events().filter((m) => m > minute && m < to), to]) {
      // The minutes between are quiet: nothing is to happen there, says the oracle too.
      for (; minute < next - 1; minute++) if (minute % 7 === 0 && s.now() < at(minute)) judge();
      minute = next;
      second = 0;
      await s.tickAt(at(minute));
      read();
      judge();
      lastBack = false;
    }
  };
  const kinds = /^curfew\.(declared|changed|lifted|annulled|withdrawn)$/;
  const newsRows = async () =>
    (await s.rows()).filter(
      (row) => row.destination.endsWith("1") && row.edits === undefined && kinds.test(row.alert.kind),
    );
  const record = async (kind: "curfew.declared" | "curfew.changed" | "curfew.lifted", n: 0 | 1, next: Law) => {
    const before = force;
    const rows = (await newsRows()).length;
    laws.set(n, next);
    recorded = minute;
    recount();
    await s.record(kind, curfewOf(n, next), `d${n + 1}`);
    const differs = force.some((is, m) => m > minute && is !== before[m]);
    const told = (await newsRows()).length - rows;
    read();
    if (differs && told !== 1) fail(`(3) told ${told} times: ${kind} ${JSON.stringify(next)}`);
    if (told > 1) fail(`(3) told ${told} times`);
    // A tick of this minute comes after it.
  };
  for (const step of list) {
    if (minute + step.gap > 4 * 1440) break;
    await playTo(minute + step.gap);
    second = step.second;
    s.hand.set(at(minute) + second * 1000);
    const act = step.act;
    if (act.do === "decree") {
      const old = laws.get(act.id);
      await record(old === undefined ? "curfew.declared" : "curfew.changed", act.id, act.law);
    } else if (act.do === "lift") {
      const old = laws.get(act.id);
      if (old !== undefined && old.lifted === undefined)
        await record("curfew.lifted", act.id, { ...old, lifted: act.back === 0 ? s.now() : at(minute - act.back) });
    } else if (act.do === "check") {
      checks.push([minute - act.back, minute + act.hours * 60]);
      s.hand.set(at(minute));
      second = 0;
      const from = at(minute - act.back);
      await s.check(["EC"], { from: new Date(from - 300 * MINUTE).toISOString().slice(0, 19), hours: act.hours });
    } else if (act.do === "outage") {
      minute += act.length;
      await s.outage(new Date(at(minute) - 300 * MINUTE).toISOString().slice(0, 19));
      read();
      judge();
    } else if (act.do === "twice") {
      const again = await s.twice();
      await s.tickAt(at((minute += 1)));
      read();
      const before = JSON.stringify([s.shown("1"), s.shown("2"), (await s.rows()).length]);
      await again();
      const after = JSON.stringify([s.shown("1"), s.shown("2"), (await s.rows()).length]);
      if (before !== after) fail(`(5) planned twice, ${after.length - before.length}`);
    } else if (act.do === "back") {
      const to = minute;
      const before = (await s.rows()).length;
      await s.tickAt(at(minute - 60));
      for (const m of events().filter((m) => m > to - 60 && m <= to)) await s.tickAt(at(m));
      await s.tickAt(at(to));
      lastBack = true;
      read();
      // A decree that came in that hour has notices due before it came: the clock passes them for the first time now.
      if (minute - recorded > 70 && (await s.rows()).length !== before)
        fail(`(5) back added ${(await s.rows()).length - before}`);
    } else if (act.do === "restart") await s.restart();
    await playTo(minute + 1);
  }
  await playTo(Math.min(minute + 1500, HORIZON - 1500));
  const rows = (await s.rows()).filter(({ state, edits }) => state === "sent" && edits === undefined);
  for (const one of ["1", "2"]) {
    const told = rows.filter(({ destination }) => destination.endsWith(one)).map(({ alert }) => alert.id);
    if (new Set(told).size !== told.length) faults.push("(2) told twice");
  }
  if (s.broken.length > 0) faults.push(`broken ${s.broken.join()}`);
  return faults;
}
