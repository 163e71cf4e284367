// Plays a night that was drawn, minute by minute, with its deeds (attack-deeds.ts), deaths and returns. It must never judge: the oracle does (attack-oracle.ts,
// attack-end.ts).
import type { Subscribed } from "../../../src/store/subscriptions.ts";
import { CHANNELS, type Night, type Step } from "./attack-acts.ts";
import { Boards } from "./attack-board.ts";
import { Clocks, isZone, minutes, SOMEWHERE, STAGES } from "./attack-clock.ts";
import { Deeds } from "./attack-deeds.ts";
import { judgeEnd } from "./attack-end.ts";
import * as m from "./attack-model.ts";
import { Oracle } from "./attack-oracle.ts";
import { attackScene, type AttackScene, GUILD, OWNER, SYSTEM } from "./attack-scene.ts";
import { type Book, World } from "./attack-world.ts";

export async function play(night: Night, trace?: (line: string) => void): Promise<string[]> {
  const clocks = new Clocks(STAGES[night.stage] ?? SOMEWHERE);
  const s = await attackScene(clocks.stage, night.known === Infinity ? undefined : clocks.at(night.known));
  return new Play(s, new World(CHANNELS, clocks, night.known), trace).run(night.steps);
}

class Play {
  readonly world: World;
  readonly oracle: Oracle;
  readonly boards: Boards;
  readonly books: readonly Book[];
  readonly faults: string[];
  readonly deeds: Deeds;
  readonly s: AttackScene;
  readonly trace: ((line: string) => void) | undefined;
  constructor(s: AttackScene, world: World, trace: ((line: string) => void) | undefined) {
    this.s = s;
    this.world = world;
    this.books = world.books;
    this.trace = trace;
    this.oracle = new Oracle(this.world, s.discord.shown);
    this.boards = new Boards(world, this.oracle, s.discord.shown);
    this.faults = this.oracle.faults;
    this.deeds = new Deeds(s, this.world, trace);
  }

  async run(list: readonly Step[]): Promise<string[]> {
    for (const book of this.books) await this.deeds.subscribe(book, book.id === CHANNELS[0] ? 0 : 1);
    this.snap();
    for (const step of list) {
      if (this.faults.length > 0) break;
      if (this.world.minute + step.gap > m.HORIZON - 3 * 1440) break;
      await this.playTo(this.world.minute + step.gap);
      await this.guarded(() => this.deeds.act(step.act));
      await this.mind();
      this.snap();
      await this.playTo(this.world.minute + 1);
    }
    if (this.faults.length === 0) await this.finish();
    return this.faults;
  }

  // --- time

  events(from: number, to: number): number[] {
    const all = new Set<number>([to]);
    const add = (minute: number) => [-1, 0, 1].forEach((more) => all.add(minute + more));
    const quiets = this.books.flatMap((book) => book.snapshots.at(-1) ?? []);
    const { clocks } = this.world;
    const { zone: here } = clocks.stage;
    const [first, last] = [from, to].map((minute) => Math.floor(clocks.shows(minute) / 1440));
    for (let day = (first ?? 0) - 1; day <= (last ?? 0) + 1; day += 1) {
      for (const hour of m.HOURS.flat())
        for (const lead of [0, 30, 60, 90, 120])
          for (const minute of this.bothOf(day * 1440 + minutes(hour), here)) add(minute - lead);
      for (const { quiet, zone } of quiets)
        for (const hour of quiet === undefined ? [] : [quiet.start, quiet.end])
          this.bothOf(day * 1440 + minutes(hour), zone).forEach(add);
    }
    for (const [start, end] of this.world.checks)
      for (const minute of [start, end, end + 120]) if (Number.isFinite(minute)) add(minute);
    for (const { pause } of quiets) if (pause !== undefined && pause.until < Infinity) add(pause.until);
    if (this.world.outageUntil !== undefined)
      for (let minute = from; minute < Math.min(to, this.world.outageUntil); minute += 5) all.add(minute);
    for (const more of [1, 2, 4, 7, 12, 20, 30]) all.add(this.world.troubled - 30 + more);
    for (const until of [this.world.outageUntil, this.world.downUntil]) if (until !== undefined) all.add(until);
    return [...all].filter((minute) => minute > from && minute <= to).sort((a, b) => a - b);
  }

  /** A time on a clock: where clocks are set it may come twice. */
  bothOf(shown: number, zone: m.Snapshot["zone"]): number[] {
    const { clocks } = this.world;
    return [...new Set([clocks.begins(shown, zone), clocks.ends(shown, zone)])];
  }

  async playTo(to: number) {
    // Trouble that begins or ends meanwhile has minutes of its own.
    const trouble = () => [this.world.troubled, this.world.downUntil, this.world.outageUntil].join();
    while (this.world.minute < to && this.faults.length === 0) {
      const as = trouble();
      for (const next of this.events(this.world.minute, to)) {
        await this.minuteIs(next);
        if (this.faults.length > 0 || trouble() !== as) break;
      }
    }
  }

  async minuteIs(minute: number) {
    this.world.passTo(minute);
    if (this.world.outageUntil !== undefined && minute >= this.world.outageUntil) {
      this.world.outageUntil = undefined;
      this.s.discord.down = false;
      this.world.troubled = minute + 30;
      this.snap();
    }
    const comes = this.world.downUntil !== undefined && minute >= this.world.downUntil;
    await this.guarded(() => this.s.passTo(this.world.clocks.at(minute)));
    if (comes) await this.comeBack();
    await this.mind();
    this.oracle.read();
    this.oracle.judge();
    this.boards.judge();
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
    if (this.s.isUp && this.s.broken.length > 0) return this.oracle.fault(`broken: ${this.s.broken.join("\n")}`);
    if (!this.s.isUp || !this.s.isDead) return;
    this.trace?.(`${this.world.clocks.wall(this.world.minute)} died`);
    this.world.doubted = this.world.minute;
    await this.s.end();
    this.world.downUntil = this.world.minute + (this.deeds.deadFor ?? 1);
    this.snap();
  }

  async comeBack() {
    this.world.downUntil = undefined;
    await this.guarded(() => this.s.start());
    this.s.disarm();
    this.world.troubled = this.world.minute + 30;
    await this.mind();
    if (!this.s.isUp) return;
    this.trace?.(`${this.world.clocks.wall(this.world.minute)} is back`);
    this.deeds.confirm();
    this.snap();
  }

  /** Settings as they stand, and whether a post would arrive. */
  snap() {
    const { minute: from } = this.world;
    for (const book of this.books) {
      const isOpen = !this.s.discord.closed.has(book.id);
      const isReached = isOpen && !this.s.discord.down && this.s.isUp;
      const last = book.snapshots.at(-1);
      if (this.s.isUp) book.stands({ from, ...this.settingsOf(book), isOpen, isReached });
      else if (last !== undefined) book.stands({ ...last, from, isOpen, isReached });
    }
  }

  settingsOf(book: Book): Pick<m.Snapshot, "subs" | "quiet" | "zone" | "pause" | "board"> {
    const { subscriptions } = this.s.road;
    const running: Partial<Subscribed> = subscriptions.of(GUILD, book.id) ?? {};
    const all = running.destination ?? subscriptions.destination(GUILD, book.id);
    const { clocks } = this.world;
    const { pause, quietHours, board, zone = "" } = all ?? {};
    const until = pause?.until === undefined ? Infinity : this.world.clocks.minuteOf(pause.until);
    return {
      subs: running.subscriptions ?? [],
      quiet: quietHours,
      zone: isZone(zone) ? zone : clocks.stage.zone,
      board: board === undefined ? undefined : clocks.minuteOf(board.since),
      pause: pause === undefined ? undefined : { from: this.world.clocks.minuteOf(pause.from), until },
    };
  }

  // --- at the end

  async finish() {
    this.s.disarm();
    this.trace?.(`${this.world.clocks.wall(this.world.minute)} --- the end`);
    for (let i = 0; i < 3 && (this.world.downUntil !== undefined || this.world.outageUntil !== undefined); i += 1)
      await this.playTo(Math.max(this.world.downUntil ?? 0, this.world.outageUntil ?? 0, this.world.minute + 1));
    for (const book of this.books) {
      this.s.discord.closed.delete(book.id);
      this.s.road.closures.changed({ channelId: book.id });
      await this.s.settle();
      await this.s.road.pausing.end({ guildId: GUILD, channelId: book.id });
      await this.s.road.subscriptions.setDestination(GUILD, book.id, { quietHours: undefined });
      await this.s.settle();
    }
    this.s.discord.swallow = 0;
    this.world.troubled = this.world.minute + 30;
    this.snap();
    await this.playTo(this.world.minute + 1500);
    this.boards.judge(true);
    if (this.faults.length > 0) return;
    judgeEnd({
      world: this.world,
      oracle: this.oracle,
      shown: this.s.discord.shown,
      rows: await this.s.rows(),
      system: SYSTEM,
      owner: OWNER,
    });
  }
}
