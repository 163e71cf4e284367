// The two clocks of the rehearsal: machine time (never scaled) and world time, which can run, stand, jump or be skipped. The only file in
// rehearsal/ that asks the machine for the time. It must never let world time pass a whole minute before every bot has done the one before.
const MINUTE = 60_000;

/** Milliseconds since 1970 by the machine, monotonic: a correction of the machine's own clock does not move it. */
export function machineNow(): number {
  return performance.timeOrigin + performance.now();
}

/** Where to: `by` in minutes from now, or `to` as epoch milliseconds. */
export type Leap = { by: number } | { to: number };

/** "set": time or rate were changed by hand; "minute": a whole minute was played. */
export type ClockNews = "set" | "minute";

export class WorldClock {
  #anchor: number;
  #since = machineNow();
  #rate = 1;
  #lastMinute: number;
  #hold: number | null = null;
  #playing = false;
  #apart = 0;
  #closed = false;
  #timer: NodeJS.Timeout | undefined;
  #queue: Promise<void> = Promise.resolve();
  #tick: (minute: number) => Promise<void> = () => Promise.resolve();
  readonly #listeners = new Set<(news: ClockNews) => void>();

  /** @param startAt epoch milliseconds of world time */
  constructor(startAt: number) {
    this.#anchor = startAt;
    this.#lastMinute = floorMinute(startAt);
    this.#arm();
  }

  /** World time, epoch milliseconds. Stands while a tick is unanswered. */
  now(): number {
    return Math.floor(Math.min(this.#raw(), this.#hold ?? this.#lastMinute + MINUTE));
  }

  /** What Discord's `Date` header tells: the world's time, unless a test made the two differ, as they do where the bot's own clock is wrong. */
  told(): number {
    return this.now() + this.#apart;
  }

  /** From now on the header is so many milliseconds ahead of what the bot takes for the world's time. */
  misdate(by: number): void {
    this.#apart = by;
  }

  /** World seconds per machine second as set; 0 is paused. */
  get rate(): number {
    return this.#rate;
  }

  get running(): boolean {
    return this.#rate > 0 && !this.#playing;
  }

  /** What the bot may extrapolate with: 0 while minutes are being played. */
  get effectiveRate(): number {
    return this.#playing ? 0 : this.#rate;
  }

  /** `tick` resolves when every connected bot has done the minute, or has been waited for long enough. */
  onTick(tick: (minute: number) => Promise<void>): void {
    this.#tick = tick;
  }

  onNews(listener: (news: ClockNews) => void): void {
    this.#listeners.add(listener);
  }

  setRate(rate: number): void {
    this.#settle(this.now());
    this.#rate = rate;
    this.#tell("set");
    this.#arm();
  }

  /** Plays every whole minute up to the target, each answered before the next. A target in the past is set without ticks. */
  async jump(leap: Leap): Promise<void> {
    await this.#enqueue(async () => {
      const target = this.#target(leap);
      if (target < this.now()) return this.#skipTo(target);
      this.#settle(this.now());
      this.#playing = true;
      this.#tell("set");
      for (let at = this.#lastMinute + MINUTE; at <= target && !this.#closed; at += MINUTE) await this.#play(at);
      this.#playing = false;
      this.#settle(target);
      this.#tell("set");
    });
  }

  /** Time passes and nobody is told until it has: what a switched-off machine sees. At its end whoever is there hears the time, as one who starts does. */
  async outage(leap: Leap): Promise<void> {
    await this.#enqueue(async () => {
      const target = this.#target(leap);
      this.#skipTo(target);
      await this.#tick(target);
    });
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  #raw(): number {
    return this.#anchor + (machineNow() - this.#since) * this.effectiveRate;
  }

  #settle(at: number): void {
    this.#anchor = at;
    this.#since = machineNow();
  }

  #target(leap: Leap): number {
    return "to" in leap ? leap.to : this.now() + leap.by * MINUTE;
  }

  #skipTo(target: number): void {
    this.#settle(target);
    this.#lastMinute = floorMinute(target);
    this.#tell("set");
  }

  async #play(minute: number): Promise<void> {
    if (this.#playing) this.#settle(minute);
    this.#hold = minute;
    this.#lastMinute = minute;
    await this.#tick(minute);
    this.#hold = null;
    // A slow bot must not owe the clock hours that then rush by: over a minute of debt, time goes on from here.
    if (this.#raw() > minute + MINUTE) {
      this.#settle(minute);
      this.#tell("set");
    } else this.#tell("minute");
  }

  #arm(): void {
    clearTimeout(this.#timer);
    if (this.#closed || this.effectiveRate === 0) return;
    const wait = (this.#lastMinute + MINUTE - this.#raw()) / this.effectiveRate;
    this.#timer = setTimeout(
      () => {
        void this.#enqueue(async () => {
          if (this.#raw() >= this.#lastMinute + MINUTE) await this.#play(this.#lastMinute + MINUTE);
        });
      },
      // A very slow rate would overflow the timer: it looks again each machine minute at least.
      Math.min(Math.max(0, wait), MINUTE),
    );
  }

  async #enqueue(work: () => Promise<void>): Promise<void> {
    const run = this.#queue.then(work);
    this.#queue = run.then(
      () => this.#arm(),
      () => this.#arm(),
    );
    await run;
    await this.#queue;
  }

  #tell(news: ClockNews): void {
    for (const listener of this.#listeners) listener(news);
  }
}

function floorMinute(at: number): number {
  return Math.floor(at / MINUTE) * MINUTE;
}

/** Discord's own way to write a time. */
export function discordTime(at: number): string {
  return new Date(at).toISOString().replace("Z", "000+00:00");
}

/** RFC 9110 date, for the `Date` header. */
export function httpDate(at: number): string {
  return new Date(at).toUTCString();
}

export function isoTime(at: number): string {
  return new Date(at).toISOString();
}
