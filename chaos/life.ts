// The program's life in one run: starts it, lets it die where it was ordered, starts it again, and remembers what it passed. Whoever waits here waits for
// an event, and never for ever. Must never look into the program's store: what readers see is all that counts.
import { once } from "node:events";
import { EventEmitter } from "node:events";
import type { Rehearsal } from "../rehearsal/rehearsal.ts";
import { ahead, passTime } from "./machine-time.ts";
import { deathOf, type Order, type Passed, type Target } from "./points.ts";
import { type Program, start } from "./program.ts";

/** Nothing happened for so long: what is waited for does not come. */
const SILENCE = 40_000;
/** The same place kills at most so often. */
const MOST_STARTS = 400;

export interface Plan {
  targets: readonly Target[];
  /** The first starts die at the so-manieth point, whatever it is; one entry a start, 0: it does not. */
  any: readonly { nth: number; when: Target["when"] }[];
  /** How long the program is away after each kill, ms of machine time; the last entry holds for all after. */
  away: readonly number[];
  /** The same for deaths by their name, before all else. */
  awayAt?: Readonly<Record<string, number>>;
  /** Die at each point whose name begins so, before and after, once. */
  every?: readonly string[];
}

export interface Kill {
  point: string;
  /** How long it was away, ms. */
  away: number;
}

const OPEN = new Set(["planned", "held", "sending", "again", "unsure"]);

export class Life {
  readonly kills: Kill[] = [];
  /** How often each point was passed, or died at. */
  readonly passed = new Map<string, number>();
  readonly done = new Set<string>();
  /** Ends that nobody ordered, in the program's own words. */
  readonly accidents: string[] = [];
  starts = 0;
  readonly #env: Record<string, string>;
  readonly #plan: Plan;
  readonly #events = new EventEmitter();
  readonly #rows = new Map<string, string>();
  #program: Program | undefined;
  #up = false;
  /** Somebody switched it off: it is not started again by itself. */
  #off = false;
  #atRest = false;
  /** The run is at its end: what dies now, dies of it. */
  #over = false;
  #dying: string | undefined;

  constructor(rehearsal: Rehearsal, env: Record<string, string>, plan: Plan) {
    this.#env = env;
    this.#plan = plan;
    rehearsal.onMessage(() => this.#events.emit("news"));
  }

  /** Runs, was heard, and has nothing left to do that it could do now. */
  get idle(): boolean {
    return this.#up && ![...this.#rows.values()].some((state) => OPEN.has(state) && state !== "held");
  }

  /** Runs, was heard, and keeps something for later. */
  get holds(): boolean {
    return this.#up && [...this.#rows.values()].includes("held");
  }

  get isUp(): boolean {
    return this.#up;
  }

  on(): void {
    this.#off = false;
    if (this.#program === undefined) this.#start();
  }

  /** As Ctrl-C does it: it closes its store. It may still die of an order on its way. */
  async off(): Promise<void> {
    this.#off = true;
    await this.#program?.stop();
  }

  /** SIGKILL from outside, which is part of the story and no kill of the plan, and away for so many ms. It stays off. */
  async kill(away: number): Promise<void> {
    this.#off = true;
    this.#atRest = true;
    await this.#program?.kill();
    passTime(away);
  }

  /** True when it holds; false when nothing has happened for long and it still does not. */
  async until(holds: () => boolean): Promise<boolean> {
    for (;;) {
      if (holds()) return true;
      const silence = AbortSignal.timeout(SILENCE);
      try {
        await once(this.#events, "news", { signal: silence });
      } catch {
        return holds();
      }
    }
  }

  /** What `work` gives, or undefined when the program died meanwhile. */
  async whileAlive<T>(work: Promise<T>): Promise<T | undefined> {
    const over = new AbortController();
    const died = once(this.#events, "died", { signal: over.signal }).then(
      () => undefined,
      () => undefined,
    );
    try {
      return await Promise.race([work, died]);
    } finally {
      over.abort();
    }
  }

  async end(): Promise<void> {
    this.#off = true;
    this.#over = true;
    await this.#program?.kill();
  }

  #start(): void {
    this.#up = false;
    this.#dying = undefined;
    const order = this.#order();
    this.starts += 1;
    this.#program = start(this.#env, order, {
      passed: (line) => this.#pass(line),
      up: () => {
        this.#up = true;
        this.#events.emit("news");
      },
      ended: (how) => this.#ended(how),
    });
  }

  #order(): Order {
    const { targets, any, every } = this.#plan;
    const one = any[this.starts];
    return {
      ahead: ahead(),
      passed: Object.fromEntries(this.passed),
      targets: [...targets],
      ...(one === undefined || one.nth === 0 ? {} : { any: one }),
      ...(every === undefined ? {} : { every: { of: [...every], done: [...this.done] } }),
    };
  }

  #pass({ point, dies, rows = [] }: Passed): void {
    this.passed.set(point, (this.passed.get(point) ?? 0) + 1);
    for (const { key, state } of rows) this.#rows.set(key, state);
    if (dies !== undefined) {
      this.#dying = deathOf(point, dies);
      this.done.add(this.#dying);
    }
    this.#events.emit("news");
  }

  #ended({ code, signal, stderr }: Parameters<Parameters<typeof start>[2]["ended"]>[0]): void {
    this.#program = undefined;
    this.#up = false;
    if (this.#over) return;
    const atRest = this.#atRest && signal === "SIGKILL";
    this.#atRest = false;
    if (atRest && this.#dying === undefined) return void this.#events.emit("died");
    if (signal === "SIGKILL" && this.#dying !== undefined) this.#died(this.#dying);
    else if (!this.#off || (code !== 0 && signal !== "SIGTERM"))
      this.accidents.push(`ended with ${code ?? signal}: ${stderr.trim().slice(-2_000)}`);
    this.#events.emit("died");
    if (!this.#off && this.starts < MOST_STARTS && this.accidents.length < 5) this.#start();
    this.#events.emit("news");
  }

  #died(point: string): void {
    const { away, awayAt = {} } = this.#plan;
    const gone = this.#off ? 0 : (awayAt[point] ?? away[this.kills.length] ?? away.at(-1) ?? 0);
    this.kills.push({ point, away: gone });
    passTime(gone);
  }
}
