// Random nights of everything at once: decrees, strikes, quiet hours, pauses, closed channels, outages, crashes, subscriptions that come, change, go and come
// back. What channels show is judged by the model.
import fc from "fast-check";
import type { Alert } from "../../../src/domain/alert.ts";
import type { Curfew } from "../../../src/domain/curfew.ts";
import type { Delivery } from "../../../src/domain/delivery.ts";
import type { Subscription } from "../../../src/domain/subscription.ts";
import type { Changes } from "../../../src/store/subscriptions.ts";
import { decree } from "../changes/change-scene.ts";
import { killed, strike, updated } from "../changes/strike-scene.ts";
import { attackScene, type AttackScene, GUILD, OWNER, type Shown, SYSTEM } from "./attack-scene.ts";
import * as m from "./attack-model.ts";

const CHANNELS = ["900000000000000001", "900000000000000002"] as const;
/** Sets of alerts that somebody may ask for; all of Guayas, but for the fourth. */
const SHAPES: readonly Partial<Subscription>[] = [
  { topics: ["curfews", "strikes"], areas: ["EC-G"], leads: [120, 60] },
  { topics: ["strikes"], areas: ["EC"], minKilled: 3 },
  { topics: ["begins", "ends"], areas: ["EC-G"], leads: [] },
  { topics: ["strikes"], areas: ["EC"], regions: ["caribbean"] },
  { topics: ["soon", "changes"], areas: ["EC-G"], leads: [90], endLeads: [30] },
];
/** What somebody may make of a set that runs. */
const EDITS: readonly Changes<Subscription>[] = [
  { minKilled: 4 },
  { minKilled: undefined, regions: undefined },
  { regions: ["eastern-pacific"] },
  { leads: [30], endLeads: [60] },
  { sounds: { curfews: "silent" } },
  { sounds: { begins: "loud", ends: "loud" } },
  { digest: { every: "day", at: "06:30", form: "full" } },
  { seen: { people: [OWNER], after: 15 } },
  { topics: ["curfews", "strikes", "trouble"] },
  { topics: ["changes"] },
];
const REGIONS = ["caribbean", "eastern-pacific"] as const;

type Act =
  | { do: "decree"; id: 0 | 1; law: m.Law }
  | { do: "lift"; id: 0 | 1 }
  | { do: "strike"; killed: number | undefined; region: 0 | 1 }
  | { do: "restate"; of: number; killed: number }
  | { do: "withdraw"; of: number }
  | { do: "quiet"; channel: 0 | 1; hours: number }
  | { do: "pause"; channel: 0 | 1; length: number | undefined }
  | { do: "resume"; channel: 0 | 1 }
  | { do: "close" | "open"; channel: 0 | 1 }
  | { do: "outage"; length: number }
  | { do: "down"; length: number }
  | { do: "die"; write: number; after: boolean; length: number }
  | { do: "swallow" }
  | { do: "subscribe"; channel: 0 | 1; shape: number }
  | { do: "speak"; channel: 0 | 1; language: "en" | "es"; zone: "America/Guayaquil" | "Europe/Madrid" }
  | { do: "remove"; channel: 0 | 1; which: number }
  | { do: "undo"; channel: 0 | 1 }
  | { do: "edit"; channel: 0 | 1; which: number; to: number };
export interface Step {
  gap: number;
  act: Act;
}

const channel = fc.constantFrom<0 | 1>(0, 0, 1);
const id = fc.constantFrom<0 | 1>(0, 1);
const one = <T extends Act>(weight: number, arbitrary: fc.Arbitrary<T>) => ({ weight, arbitrary });
const is = <const T extends string>(name: T) => fc.constant(name);
const law = fc
  .record({ hours: fc.nat(m.HOURS.length - 1), first: fc.nat(2), more: fc.nat(1) })
  .map(({ hours, first, more }): m.Law => ({ hours, first, last: first + more }));
const act: fc.Arbitrary<Act> = fc.oneof(
  one(6, fc.record({ do: is("decree"), id, law })),
  one(2, fc.record({ do: is("lift"), id })),
  one(
    5,
    fc.record({
      do: is("strike"),
      killed: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined, freq: 4 }),
      region: id,
    }),
  ),
  one(3, fc.record({ do: is("restate"), of: fc.nat(3), killed: fc.integer({ min: 1, max: 5 }) })),
  one(2, fc.record({ do: is("withdraw"), of: fc.nat(3) })),
  one(4, fc.record({ do: is("quiet"), channel, hours: fc.nat(m.QUIET.length - 1) })),
  one(3, fc.record({ do: is("pause"), channel, length: fc.constantFrom(undefined, 60, 240, 600) })),
  one(2, fc.record({ do: is("resume"), channel })),
  one(2, fc.record({ do: is("close"), channel })),
  one(2, fc.record({ do: is("open"), channel })),
  one(2, fc.record({ do: is("outage"), length: fc.constantFrom(8, 40, 200, 500) })),
  one(2, fc.record({ do: is("down"), length: fc.constantFrom(1, 8, 40, 200, 500) })),
  one(
    3,
    fc.record({
      do: is("die"),
      write: fc.integer({ min: 1, max: 12 }),
      after: fc.boolean(),
      length: fc.constantFrom(1, 15, 120),
    }),
  ),
  one(1, fc.record({ do: is("swallow") })),
  one(4, fc.record({ do: is("subscribe"), channel, shape: fc.nat(SHAPES.length - 1) })),
  one(
    1,
    fc.record({
      do: is("speak"),
      channel,
      language: fc.constantFrom("en", "es"),
      zone: fc.constantFrom("America/Guayaquil", "Europe/Madrid"),
    }),
  ),
  one(2, fc.record({ do: is("remove"), channel, which: fc.nat(2) })),
  one(3, fc.record({ do: is("undo"), channel })),
  one(2, fc.record({ do: is("edit"), channel, which: fc.nat(2), to: fc.nat(EDITS.length - 1) })),
);
export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    gap: fc.oneof(fc.constantFrom(0, 1, 30, 60, 120, 240), fc.integer({ min: 0, max: 700 })),
    act,
  }),
  { minLength: 2, maxLength: 16 },
);

function curfewOf(n: 0 | 1, { hours, first, last, lifted }: m.Law): Curfew {
  const [start = "", end = ""] = m.HOURS[hours] ?? [];
  return decree({
    id: `d${n + 1}`,
    decree: `Decreto ${n + 1}`,
    title: { en: `d${n + 1}`, es: `d${n + 1}` },
    declared: "2026-01-10",
    firstNight: m.dayOf(first * 1440),
    lastNight: m.dayOf(last * 1440),
    rules: [{ start, end, areas: ["EC-G"], areasPartial: false }],
    ...(lifted === undefined
      ? {}
      : { lifted: { by: { en: "x", es: "x" }, date: m.dayOf(lifted), from: new Date(m.at(lifted)).toISOString() } }),
  });
}

/** What the model keeps of a channel. */
class Book {
  readonly snapshots: m.Snapshot[] = [];
  read = 0;
  claim: m.Claim | undefined;
  /** The newest belief is of this minute. */
  claimed = -1;
  removed: string[] = [];
  /** Strikes owed as new, with who asked. */
  readonly owed = new Map<string, { at: number; subs: string[] }>();
  /** Of each set of alerts, when it did not run. */
  readonly gaps = new Map<string, [number, number][]>();
  readonly id: string;
  constructor(id: string) {
    this.id = id;
  }
}

export async function play(list: readonly Step[], trace?: (line: string) => void): Promise<string[]> {
  const s = await attackScene();
  return new Play(s, trace).run(list);
}

class Play {
  readonly faults: string[] = [];
  readonly books = CHANNELS.map((one) => new Book(one));
  readonly laws = new Map<0 | 1, m.Law>();
  readonly lawVersions = new Map<string, number>();
  readonly blows: m.Blow[] = [];
  minute = 720;
  force: boolean[] = [];
  /** Begins are not earlier than this: a decree that came later. */
  recorded = -Infinity;
  downUntil: number | undefined;
  outageUntil: number | undefined;
  /** Until when things may still be on their way. */
  troubled = 0;
  deadFor: number | undefined;
  /** When a post may have stood of which nobody was told. */
  doubted = -Infinity;
  /** Whether a curfew ran, minute by minute, as it was known then. */
  readonly history: boolean[] = [];
  outages = 0;

  readonly s: AttackScene;
  readonly trace: ((line: string) => void) | undefined;
  constructor(s: AttackScene, trace: ((line: string) => void) | undefined) {
    this.s = s;
    this.trace = trace;
    this.recount();
  }

  recount() {
    this.force = Array.from({ length: m.HORIZON + 2880 }, (_, minute) =>
      [...this.laws.values()].some((one) => m.covers(one, minute)),
    );
  }

  async run(list: readonly Step[]): Promise<string[]> {
    for (const book of this.books) await this.subscribe(book, book.id === CHANNELS[0] ? 0 : 1);
    this.snap();
    for (const step of list) {
      if (this.faults.length > 0) break;
      if (this.minute + step.gap > m.HORIZON - 3 * 1440) break;
      await this.playTo(this.minute + step.gap);
      await this.act(step.act);
      await this.mind();
      this.snap();
      await this.playTo(this.minute + 1);
    }
    if (this.faults.length === 0) await this.finish();
    return this.faults;
  }

  fault(what: string, channel?: string) {
    const story = this.s.discord.shown
      .filter((one) => channel === undefined || one.channel === channel)
      .slice(-8)
      .map((one) => `${m.wall(m.minuteOf(one.at))} ${one.channel.slice(-2)} ${one.was.content}`);
    this.faults.push(
      `${m.wall(this.minute)} ${what}${channel === undefined ? "" : ` in ${channel.slice(-1)}`}\n    ${story.join("\n    ")}`,
    );
  }

  // --- time

  events(from: number, to: number): number[] {
    const all = new Set<number>([to]);
    const add = (minute: number) => [-1, 0, 1].forEach((more) => all.add(minute + more));
    const quiets = this.books.flatMap((book) => book.snapshots.at(-1) ?? []);
    const days = [-1, 0, 1].map((more) => Math.floor(from / 1440) + more).concat(Math.floor(to / 1440));
    for (const day of new Set(days)) {
      for (const hour of m.HOURS.flat())
        for (const lead of [0, 30, 60, 90, 120]) add(day * 1440 + m.minutes(hour) - lead);
      for (const { quiet, zone } of quiets)
        for (const hour of quiet === undefined ? [] : [quiet.start, quiet.end])
          add(day * 1440 + m.minutes(hour) - (zone === "Europe/Madrid" ? 360 : 0));
    }
    for (const { pause } of quiets) if (pause !== undefined && pause.until < Infinity) add(pause.until);
    if (this.outageUntil !== undefined)
      for (let minute = from; minute < Math.min(to, this.outageUntil); minute += 5) all.add(minute);
    for (const more of [1, 2, 4, 7, 12, 20, 30]) all.add(this.troubled - 30 + more);
    for (const until of [this.outageUntil, this.downUntil]) if (until !== undefined) all.add(until);
    return [...all].filter((minute) => minute > from && minute <= to).sort((a, b) => a - b);
  }

  async playTo(to: number) {
    // Trouble that begins or ends meanwhile has minutes of its own.
    const trouble = () => [this.troubled, this.downUntil, this.outageUntil].join();
    while (this.minute < to && this.faults.length === 0) {
      const as = trouble();
      for (const next of this.events(this.minute, to)) {
        await this.minuteIs(next);
        if (this.faults.length > 0 || trouble() !== as) break;
      }
    }
  }

  async minuteIs(minute: number) {
    for (let past = this.minute; past < minute; past += 1) this.history[past] = this.force[past] === true;
    this.minute = minute;
    if (this.outageUntil !== undefined && minute >= this.outageUntil) {
      this.outageUntil = undefined;
      this.s.discord.down = false;
      this.troubled = minute + 30;
      this.snap();
    }
    const comes = this.downUntil !== undefined && minute >= this.downUntil;
    await this.guarded(() => this.s.passTo(m.at(minute)));
    if (comes) await this.comeBack();
    await this.mind();
    this.read();
    this.judge();
  }

  async guarded(run: () => Promise<unknown>) {
    try {
      await run();
    } catch (error) {
      if (!this.s.isDead) throw error;
    }
  }

  /** Whoever died is buried; it comes back later. */
  async mind() {
    if (this.s.isUp && this.s.broken.length > 0) return this.fault(`broken: ${this.s.broken.join("\n")}`);
    if (!this.s.isUp || !this.s.isDead) return;
    this.trace?.(`${m.wall(this.minute)} died`);
    this.doubted = this.minute;
    await this.s.end();
    this.downUntil = this.minute + (this.deadFor ?? 1);
    this.snap();
  }

  async comeBack() {
    this.downUntil = undefined;
    await this.guarded(() => this.s.start());
    this.s.disarm();
    this.troubled = this.minute + 30;
    await this.mind();
    if (!this.s.isUp) return;
    this.trace?.(`${m.wall(this.minute)} is back`);
    this.confirmFacts();
    this.snap();
  }

  // --- what people and the world do

  async subscribe(book: Book, shape: number) {
    const wanted = SHAPES[shape] ?? {};
    const { road } = this.s;
    const before = new Set(road.subscriptions.of(GUILD, book.id)?.subscriptions.map(({ id }) => id));
    await road.subscriptions.subscribe({
      guildId: GUILD,
      channelId: book.id,
      kind: "channel",
      language: "en",
      zone: "America/Guayaquil",
      topics: wanted.topics ?? ["curfews"],
      areas: wanted.areas ?? ["EC-G"],
      leads: wanted.leads ?? [],
      endLeads: wanted.endLeads ?? [],
      owner: OWNER,
    });
    const { minKilled, regions } = wanted;
    for (const { id } of road.subscriptions.of(GUILD, book.id)?.subscriptions ?? [])
      if (!before.has(id)) await road.subscriptions.setSubscription(GUILD, id, { minKilled, regions });
  }

  async act(act: Act) {
    const { s } = this;
    if (!s.isUp && act.do !== "close" && act.do !== "open" && act.do !== "outage" && act.do !== "swallow") return;
    this.trace?.(`${m.wall(this.minute)} ${JSON.stringify(act)}`);
    await this.guarded(async () => {
      if ("channel" in act) {
        const book = this.books[act.channel];
        return book === undefined ? undefined : this.set(book, act);
      }
      switch (act.do) {
        case "decree":
          return this.enact(act.id, act.law);
        case "lift": {
          const old = this.laws.get(act.id);
          return old === undefined || old.lifted !== undefined
            ? undefined
            : this.enact(act.id, { ...old, lifted: this.minute });
        }
        case "strike":
          return this.strike(act.killed, REGIONS[act.region]);
        case "restate":
          return this.restate(this.blows[act.of], act.killed);
        case "withdraw":
          return this.withdraw(this.blows[act.of]);
        case "outage":
          s.discord.down = true;
          this.outages += 1;
          this.outageUntil = Math.max(this.outageUntil ?? 0, this.minute + act.length);
          return;
        case "down":
          await s.end();
          this.downUntil = this.minute + act.length;
          return;
        case "die":
          s.arm(act.write, act.after);
          this.deadFor = act.length;
          return;
        case "swallow":
          s.discord.swallow = 1;
          this.doubted = this.minute;
          return;
      }
    });
  }

  async set(book: Book, act: Extract<Act, { channel: number }>) {
    const { s } = this;
    switch (act.do) {
      case "quiet":
        await s.road.subscriptions.setDestination(GUILD, book.id, { quietHours: m.QUIET[act.hours] });
        return s.settle();
      case "pause":
        await s.road.pausing.begin(
          { guildId: GUILD, channelId: book.id },
          act.length === undefined ? undefined : m.at(this.minute + act.length),
          { id: OWNER, name: "Ana" },
        );
        return s.settle();
      case "resume":
        await s.road.pausing.end({ guildId: GUILD, channelId: book.id });
        return s.settle();
      case "close":
        return void s.discord.closed.add(book.id);
      case "open":
        if (!s.discord.closed.delete(book.id)) return;
        this.troubled = this.minute + 30;
        if (!s.isUp) return;
        s.road.closures.changed({ channelId: book.id });
        return s.settle();
      case "subscribe":
        await this.subscribe(book, act.shape);
        return s.settle();
      case "speak":
        await s.road.subscriptions.setDestination(GUILD, book.id, { language: act.language, zone: act.zone });
        return s.settle();
      case "remove": {
        const own = s.road.subscriptions.of(GUILD, book.id)?.subscriptions ?? [];
        const which = own[act.which];
        if (which === undefined) return;
        book.removed.push(which.id);
        await s.road.subscriptions.end({ guildId: GUILD, channelId: book.id, by: OWNER, ids: [which.id] });
        return s.settle();
      }
      case "edit": {
        const which = s.road.subscriptions.of(GUILD, book.id)?.subscriptions[act.which];
        if (which === undefined) return;
        await s.road.subscriptions.setSubscription(GUILD, which.id, EDITS[act.to] ?? {});
        return s.settle();
      }
      case "undo": {
        const back = book.removed.pop();
        const row = s.road.subscriptions.ever(GUILD, book.id)?.subscriptions.find(({ id }) => id === back);
        if (back === undefined || row?.endedAt === undefined) return;
        await s.road.subscriptions.setSubscription(GUILD, back, { endedAt: undefined, endedBy: undefined });
        return s.settle();
      }
    }
  }

  async enact(id: 0 | 1, law: m.Law) {
    const had = this.laws.get(id);
    const versions = this.s.versions("curfew", `d${id + 1}`);
    const kind = versions === 0 ? "curfew.declared" : law.lifted === undefined ? "curfew.changed" : "curfew.lifted";
    const before = this.force;
    this.laws.set(id, law);
    this.recount();
    const old = this.recorded;
    this.recorded = this.minute;
    try {
      await this.s.record(kind, `d${id + 1}`, curfewOf(id, law));
    } catch (error) {
      // Killed: it was written or not; the record says so when somebody is back.
      if (!this.s.isDead) throw error;
      this.unsure.push(() => {
        if (this.s.versions("curfew", `d${id + 1}`) > versions) return;
        if (had === undefined) this.laws.delete(id);
        else this.laws.set(id, had);
        this.force = before;
        this.recount();
        this.recorded = old;
      });
      throw error;
    }
  }

  /** To be asked of the record when somebody is back. */
  unsure: (() => void)[] = [];
  confirmFacts() {
    for (const ask of this.unsure) ask();
    this.unsure = [];
  }

  blowOf = ({ id, killed: low, region }: m.Blow) =>
    strike({
      id,
      date: m.dayOf(this.blows.find((one) => one.id === id)?.at ?? this.minute),
      region: region === "caribbean" ? "caribbean" : "eastern-pacific",
      announcedBy: { en: `SRC${id.slice(1)}x`, es: `SRC${id.slice(1)}x` },
      figures:
        low === undefined ? [] : [{ ...killed(low), by: { en: `SRC${id.slice(1)}x`, es: `SRC${id.slice(1)}x` } }],
      sources: [{ publisher: `SRC${id.slice(1)}x`, url: `https://example.org/${id}`, date: m.dayOf(this.minute) }],
    });

  async strike(low: number | undefined, region: (typeof REGIONS)[number]) {
    // Only one without a figure: nothing else tells them apart.
    const isStated = low !== undefined || this.blows.some((one) => one.isUnstated);
    const figure = isStated ? (low ?? 1) : undefined;
    const blow: m.Blow = {
      id: `s${this.blows.length + 1}`,
      at: this.minute,
      killed: figure,
      region,
      isUnstated: !isStated,
    };
    this.blows.push(blow);
    this.owe(blow, undefined);
    await this.told(
      blow,
      1,
      () => {
        blow.withdrawn = -1;
        for (const book of this.books) book.owed.delete(blow.id);
      },
      () => this.s.record("strike.recorded", blow.id, this.blowOf(blow)),
    );
  }

  /** `before`: what it was; a channel that did not ask for that is told it as new. */
  owe(blow: m.Blow, before: Pick<m.Blow, "killed" | "region"> | undefined) {
    for (const book of this.books) {
      const own = book.snapshots.at(-1)?.subs.filter((sub) => m.passes(sub, blow)) ?? [];
      if (own.length === 0 || book.owed.has(blow.id)) continue;
      if (before !== undefined && book.snapshots.at(-1)?.subs.some((sub) => m.passes(sub, before))) continue;
      book.owed.set(blow.id, { at: this.minute, subs: own.map((sub) => sub.id) });
    }
  }

  async told(blow: m.Blow, versions: number, back: () => void, run: () => Promise<void>) {
    try {
      await run();
    } catch (error) {
      if (!this.s.isDead) throw error;
      this.unsure.push(() => {
        if (this.s.versions("strike", blow.id) < versions) back();
      });
      throw error;
    }
  }

  async restate(blow: m.Blow | undefined, low: number) {
    if (blow === undefined || blow.withdrawn !== undefined || blow.killed === low || this.minute - blow.at > 2800)
      return;
    const before = { ...blow };
    const had = this.books.map((book) => new Map(book.owed));
    blow.killed = low;
    this.owe(blow, before);
    const versions = this.s.versions("strike", blow.id) + 1;
    await this.told(
      blow,
      versions,
      () => {
        blow.killed = before.killed;
        this.books.forEach((book, i) => {
          if (had[i]?.has(blow.id) === false) book.owed.delete(blow.id);
        });
      },
      () =>
        this.s.record("strike.changed", blow.id, this.blowOf(blow), {
          why: { ...updated, by: { en: `SRC${blow.id.slice(1)}x`, es: `SRC${blow.id.slice(1)}x` } },
        }),
    );
  }

  async withdraw(blow: m.Blow | undefined) {
    if (blow === undefined || blow.withdrawn !== undefined) return;
    blow.withdrawn = this.minute;
    const versions = this.s.versions("strike", blow.id) + 1;
    await this.told(
      blow,
      versions,
      () => delete blow.withdrawn,
      () =>
        this.s.record("strike.withdrawn", blow.id, {
          reason: { en: `SRC${blow.id.slice(1)}x was told twice`, es: `SRC${blow.id.slice(1)}x, dos veces` },
        }),
    );
  }

  // --- what is so

  /** Settings as they stand, and whether a post would arrive. */
  snap() {
    for (const book of this.books) {
      const isOpen = !this.s.discord.closed.has(book.id);
      const isReached = isOpen && !this.s.discord.down && this.s.isUp;
      const last = book.snapshots.at(-1);
      if (!this.s.isUp) {
        if (last !== undefined) book.snapshots.push({ ...last, from: this.minute, isOpen, isReached });
        continue;
      }
      const { destination, subscriptions = [] } = this.s.road.subscriptions.of(GUILD, book.id) ?? {};
      const all = destination ?? this.s.road.subscriptions.destination(GUILD, book.id);
      const { pause, quietHours, zone = "America/Guayaquil" } = all ?? {};
      for (const sub of last?.subs ?? [])
        if (!subscriptions.some(({ id }) => id === sub.id))
          book.gaps.set(sub.id, [...(book.gaps.get(sub.id) ?? []), [this.minute, Infinity]]);
      for (const sub of subscriptions) {
        const gap = book.gaps.get(sub.id)?.at(-1);
        if (gap?.[1] === Infinity) gap[1] = this.minute;
      }
      book.snapshots.push({
        from: this.minute,
        subs: subscriptions,
        quiet: quietHours,
        zone,
        pause:
          pause === undefined
            ? undefined
            : { from: m.minuteOf(pause.from), until: pause.until === undefined ? Infinity : m.minuteOf(pause.until) },
        isOpen,
        isReached,
      });
    }
  }

  /** Since when, without a break, something holds of the channel's snapshots. */
  since(book: Book, holds: (one: m.Snapshot) => boolean): number {
    const broke = book.snapshots.findLastIndex((one) => !holds(one));
    return book.snapshots[broke + 1]?.from ?? Infinity;
  }

  // --- what a reader sees

  read() {
    for (const book of this.books) {
      const own = this.s.discord.shown.filter(({ channel }) => channel === book.id);
      for (const one of own.slice(book.read)) this.readOne(book, one, own);
      book.read = own.length;
    }
  }

  readOne(book: Book, one: Shown, own: readonly Shown[]) {
    const { content } = one.was;
    if (own.some((other) => other !== one && other.nonce === one.nonce))
      this.fault(`(2) posted twice: ${content}`, book.id);
    const snapshot = m.asOf(book.snapshots, this.minute);
    const isQuiet = m.isQuietAt(snapshot, this.minute) && m.isQuietAt(snapshot, this.minute - 1);
    // What may stand already is not held.
    const isDoubted = this.minute < Math.max(this.troubled, this.doubted + 40);
    if (
      isQuiet &&
      /^(NEW ·|NUEVO ·|🔴 (CURFEW|TOQUE)|⏰|🔔|🛠️)/.test(content) &&
      !isDoubted &&
      snapshot?.isReached === true
    )
      this.fault(`(4) not held: ${content}`, book.id);
    for (const line of m.linesOf(one.was)) {
      const claim = m.claimOf(line);
      if (claim === undefined) continue;
      book.claimed = this.minute;
      if (claim === "changed") {
        if (book.claim !== undefined) book.claim = { ...book.claim, until: undefined };
        continue;
      }
      const before = book.claim;
      if (
        before?.is === "curfew" &&
        claim.is === "curfew" &&
        before.until === claim.until &&
        before.until !== undefined &&
        [before.text, line].every((text) => /^🔴 (CURFEW|TOQUE)/.test(text))
      )
        this.fault(`(2) began twice: ${line}`, book.id);
      book.claim = claim;
      if (claim.is === "curfew" && this.force[this.minute] === true && line.startsWith("🔴")) {
        const begin = Math.max(this.begin(this.minute), this.recorded);
        if (this.minute - begin > 7 && !m.saysLate(content) && this.subscribedSince(book) < begin)
          this.fault(`(5) late, and does not say so: ${content}`, book.id);
      }
    }
    for (const blow of this.blows) {
      const isNew = (shown: Shown) =>
        (/^(NEW|NUEVO) ·/.test(shown.was.content) || m.HELD.test(shown.was.content)) &&
        m.isAbout(blow, m.wholeOf(shown.was));
      if (!isNew(one)) continue;
      const others = own.slice(0, own.indexOf(one)).filter(isNew);
      if (others.length > 0) this.fault(`(2) ${blow.id} told twice as new: ${content}`, book.id);
      const owed = book.owed.get(blow.id);
      if (owed === undefined) this.fault(`(6) ${blow.id} told to whom it is not owed: ${content}`, book.id);
      else if (this.minute - owed.at > 7 && !m.saysLate(content))
        this.fault(`(5) ${blow.id} late, and does not say so: ${content}`, book.id);
    }
  }

  begin(minute: number): number {
    let from = minute;
    while (this.force[from - 1] === true) from -= 1;
    return from;
  }
  subscribedSince = (book: Book) => this.since(book, ({ subs }) => m.hearsOf(subs, "begins", "EC-G"));

  /** Whether what a reader believes is so. */
  judge() {
    for (const book of this.books) {
      const snapshot = m.asOf(book.snapshots, this.minute);
      if (snapshot === undefined || !snapshot.isReached || this.minute < this.troubled) continue;
      const hears = (topic: string) => (one: m.Snapshot) => m.hearsOf(one.subs, topic, "EC-G");
      const since = Math.max(...["begins", "ends", "changes"].map((topic) => this.since(book, hears(topic))));
      if (since > this.minute) continue;
      const { claim } = book;
      const runs = this.force[this.minute] === true;
      if (!runs) {
        if (claim?.is === "curfew" && book.claimed >= since)
          this.fault(`(1) no curfew runs, believed: ${claim.text}`, book.id);
        continue;
      }
      const end = this.force.indexOf(false, this.minute);
      if (
        claim?.is === "curfew" &&
        claim.until !== undefined &&
        book.claimed >= since &&
        claim.until !== m.wall(end).slice(3)
      )
        this.fault(`(1) until ${m.wall(end)}, believed: ${claim.text}`, book.id);
      if (m.isQuietAt(snapshot, this.minute)) continue;
      const begin = Math.max(this.begin(this.minute), this.recordedIn());
      if (begin > since && claim?.is !== "curfew")
        this.fault(`(1) a curfew runs since ${m.wall(begin)}, believed: ${claim?.text ?? "nothing"}`, book.id);
    }
  }
  recordedIn = () => this.recorded;

  // --- at the end

  async finish() {
    this.s.disarm();
    this.trace?.(`${m.wall(this.minute)} --- the end`);
    for (let i = 0; i < 3 && (this.downUntil !== undefined || this.outageUntil !== undefined); i += 1)
      await this.playTo(Math.max(this.downUntil ?? 0, this.outageUntil ?? 0, this.minute + 1));
    for (const book of this.books) {
      this.s.discord.closed.delete(book.id);
      this.s.road.closures.changed({ channelId: book.id });
      await this.s.settle();
      await this.s.road.pausing.end({ guildId: GUILD, channelId: book.id });
      await this.s.road.subscriptions.setDestination(GUILD, book.id, { quietHours: undefined });
      await this.s.settle();
    }
    this.s.discord.swallow = 0;
    this.troubled = this.minute + 30;
    this.snap();
    await this.playTo(this.minute + 1500);
    if (this.faults.length > 0) return;
    const rows = await this.s.rows();
    for (const { state, reason, alert, destination } of rows)
      if (["planned", "again", "sending", "unsure", "held"].includes(state) && alert.kind !== "board")
        this.fault(`(7) undecided at the end: ${alert.kind} ${state} ${reason}`, destination);
    for (const book of this.books) {
      this.account(book);
      this.windows(book, rows);
      this.reasons(book, rows);
    }
  }

  /** Each curfew that a channel listened through: told by something, or wholly inside its quiet hours. */
  windows(book: Book, rows: readonly Delivery[]) {
    const listens = (minute: number) => {
      const subs = m.asOf(book.snapshots, minute)?.subs ?? [];
      return ["begins", "ends", "changes"].every((topic) => m.hearsOf(subs, topic, "EC-G"));
    };
    const told = rows.filter(
      ({ destination, state, edits }) => destination === book.id && state === "sent" && edits === undefined,
    );
    for (let begin = 0; begin < this.minute - 60; begin += 1) {
      if (this.history[begin] !== true || this.history[begin - 1] === true) continue;
      const end = this.history.indexOf(false, begin);
      if (end < 0 || end > this.minute - 60) continue;
      const all = Array.from({ length: end - begin + 1 }, (_, i) => begin + i);
      if (!all.every(listens) || !listens(begin - 1)) continue;
      // Whoever took it away before it could be told took its news away.
      if ([...book.gaps.values()].some((gaps) => gaps.some(([from]) => from >= begin))) continue;
      if (all.slice(0, -1).every((minute) => m.isQuietAt(m.asOf(book.snapshots, minute), minute))) continue;
      const isTold = told.some(({ alert }) => tells(alert, begin, end));
      if (!isTold) this.fault(`(8) ${m.wall(begin)} to ${m.wall(end)} was told by nothing`, book.id);
    }
  }

  /** What was not shown has a reason that is so, and an owner who knows of it where there is one to know. */
  reasons(book: Book, rows: readonly Delivery[]) {
    const own = rows.filter(({ destination }) => destination === book.id);
    const words = this.s.discord.shown.filter(({ channel }) => channel === SYSTEM || channel.startsWith("dm"));
    const notes = own.flatMap(({ alert, state }) =>
      alert.kind === "quiet.over" && state !== "expired" ? alert.held : [],
    );
    for (const row of own) {
      const { state, reason, alert, subscriptions, id } = row;
      const name = `${alert.kind} ${state} ${reason}`;
      if (state === "failed" || state === "parked") this.fault(`(7) ${name}`, book.id);
      if (state === "expired" && !words.some((one) => m.wholeOf(one.was).includes(book.id)))
        this.fault(`(7) nobody was told: ${name}`, book.id);
      if (state === "expired" && !["forbidden", "channel-paused"].includes(reason) && this.outages === 0)
        this.fault(`(7) ${name}`, book.id);
      if (state !== "skipped") continue;
      if (reason === "subscription-ended" && !subscriptions.every((sub) => book.gaps.has(sub)))
        this.fault(`(7) not so: ${name}`, book.id);
      if ((reason === "told-after-quiet" || reason === "told-with-quiet") && !notes.includes(id))
        this.fault(`(7) in no note: ${name}`, book.id);
    }
  }

  account(book: Book) {
    const own = this.s.discord.shown.filter(({ channel }) => channel === book.id);
    const told = this.s.discord.shown.filter(({ channel }) => channel === SYSTEM || channel.startsWith("dm"));
    for (const blow of this.blows) {
      if (blow.withdrawn === -1) continue;
      const about = own.filter((one) => m.isAbout(blow, m.wholeOf(one.was)));
      const owed = book.owed.get(blow.id);
      const last = about.at(-1);
      if (last === undefined) {
        if (owed === undefined || blow.withdrawn !== undefined) continue;
        const ended = owed.subs.every((sub) =>
          (book.gaps.get(sub) ?? []).some(([from, to]) => from >= owed.at && to === Infinity),
        );
        if (ended) continue;
        if (told.some((one) => m.wholeOf(one.was).includes(book.id) && one.at > m.at(owed.at + 71 * 60))) continue;
        this.fault(`(3) ${blow.id} of ${m.wall(owed.at)} never told`, book.id);
        continue;
      }
      const text = m.wholeOf(last.was);
      if (blow.withdrawn !== undefined) {
        if (!/^(WITHDRAWN|RETIRADO)/.test(last.was.content) && last.at < m.at(blow.withdrawn))
          this.fault(`(3) ${blow.id} withdrawn, and nobody says so: ${last.was.content}`, book.id);
      } else if (blow.killed !== undefined && !new RegExp(`\\b${blow.killed} (killed|muert)`).test(text))
        this.fault(`(3) ${blow.id}: ${blow.killed} killed by now, told: ${last.was.content}`, book.id);
    }
  }
}

/** Whether an alert speaks of the hours of this curfew. */
function tells(alert: Alert, begin: number, end: number): boolean {
  if (alert.kind === "quiet.over") return alert.tells.some((one) => tells(one, begin, end));
  if ("changes" in alert) return m.minuteOf(alert.at) <= end && m.minuteOf(alert.at) > begin - 1440;
  const groups =
    alert.kind === "vigia.down" ? alert.missed.flatMap((one) => one.groups) : "groups" in alert ? alert.groups : [];
  return groups.some(({ since, until }) => m.minuteOf(since) <= end && begin <= m.minuteOf(until ?? Infinity));
}
