// What happens when the disk is full: the one place that waits for room. The program's own writes wait here and are tried again, in their order; what a
// person asked for is refused at once, so that they can be told. It must never let anybody take for kept what was not, nor try a write in another's place.
import { AsyncLocalStorage } from "node:async_hooks";
import { HOUR, MINUTE, type Millis } from "../domain/time.ts";
import type { Clock } from "../clock.ts";
import type { Logger } from "../logger.ts";
import { isFull, StoreFault } from "./faults.ts";
import type { Engine } from "./open.ts";
import type { Namespace, Store } from "./store.ts";

/** Between two tries of the write that waits longest. */
const PAUSE: Millis = 5_000;
/** Room for so long is no longer the same lack of it. */
const STEADY: Millis = 10 * MINUTE;

/** Somebody waits for an answer. `wrote`: something of what they asked for is kept, so that the rest must follow: then "nothing was kept" is no longer true. */
interface Asked {
  wrote: boolean;
}

export interface PatientEngine extends Engine {
  /** Runs what a person asked for: its first write is refused with StoreFault "full" where there is no room. */
  asked<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when there is room, as far as anybody knows. Throws StoreFault "closed" when the program ends meanwhile. */
  room(): Promise<void>;
  /** Ends all waiting: what waits throws StoreFault "closed". Before the parts that wait are told to stop. */
  giveUp(): void;
}

const asking = new AsyncLocalStorage<Asked | "prompt" | undefined>();

/** Runs what would be stale by the time there is room, such as what is about to be said: it is refused with StoreFault "full", and done anew after `room()`. */
export function promptly<T>(work: () => Promise<T>): Promise<T> {
  return asking.run("prompt", work);
}

/** Runs what must be kept whoever asked, such as that a message stands: it waits. */
export function patiently<T>(work: () => Promise<T>): Promise<T> {
  return asking.run(undefined, work);
}

/** `engine`, with the patience above for every write of every namespace. */
export function patient(engine: Engine, parts: Surroundings): PatientEngine {
  const queue = new Queue(parts);
  const over = (store: Store): Store => ({
    ...store,
    add: (rows) =>
      queue.write(
        () => store.add(rows),
        ({ added }) => added.length > 0,
      ),
    addAll: (rows) =>
      queue.write(
        () => store.addAll(rows),
        ({ ok }) => ok && rows.length > 0,
      ),
    swap: (changes) =>
      queue.write(
        () => store.swap(changes),
        ({ ok }) => ok && changes.length > 0,
      ),
    remove: (rows) =>
      queue.write(
        () => store.remove(rows),
        ({ ok }) => ok && rows.length > 0,
      ),
  });
  const stores = new Map<Namespace, Store>();
  return {
    ...engine,
    namespace(name) {
      const known = stores.get(name) ?? over(engine.namespace(name));
      stores.set(name, known);
      return known;
    },
    asked: (work) => asking.run({ wrote: false }, work),
    room: () => queue.room(),
    giveUp: () => queue.giveUp(),
  };
}

interface Surroundings {
  clock: Pick<Clock, "after" | "machine">;
  log: Logger;
}

interface Waiting {
  /** In the order in which they came. */
  number: number;
  goOn: () => void;
  end: (why: StoreFault) => void;
}

class Queue {
  readonly #parts: Surroundings;
  #waiting: Waiting[] = [];
  #number = 0;
  /** While the disk is taken for full: since when, machine time, and how to stop trying. */
  #full: { since: Millis; stop: () => void } | undefined;
  /** Machine time of the last error in the log, and of the last moment with room again. */
  #told = -Infinity;
  #roomAt = -Infinity;
  #ended = false;

  constructor(parts: Surroundings) {
    this.#parts = parts;
  }

  async write<T>(act: () => Promise<T>, wrote: (done: T) => boolean): Promise<T> {
    const asked = asking.getStore();
    const refuses = asked === "prompt" || asked?.wrote === false;
    const number = (this.#number += 1);
    // Whoever comes later does not overtake.
    if (this.#full !== undefined && !refuses) await this.#wait(number);
    for (;;) {
      try {
        const done = await act();
        // What was there already needed no room, and proves none.
        if (!wrote(done)) return done;
        if (asked !== undefined && asked !== "prompt") asked.wrote = true;
        this.#found();
        return done;
      } catch (error) {
        if (!isFull(error)) throw error;
        this.#missed(error);
        if (refuses || this.#ended) throw error;
        await this.#wait(number);
      }
    }
  }

  room(): Promise<void> {
    return this.#full === undefined ? Promise.resolve() : this.#wait((this.#number += 1));
  }

  giveUp(): void {
    this.#ended = true;
    this.#full?.stop();
    for (const { end } of this.#waiting.splice(0)) end(endedFull());
  }

  #wait(number: number): Promise<void> {
    if (this.#ended) return Promise.reject(endedFull());
    return new Promise((goOn, end) => {
      const at = this.#waiting.findIndex((one) => one.number > number);
      this.#waiting.splice(at === -1 ? this.#waiting.length : at, 0, { number, goOn, end });
    });
  }

  /** There is room: all go on, in their order. */
  #found(): void {
    if (this.#full === undefined) return;
    const { clock, log } = this.#parts;
    this.#full.stop();
    this.#roomAt = clock.machine();
    const seconds = Math.round((this.#roomAt - this.#full.since) / 1000);
    this.#full = undefined;
    log.info({ seconds }, "The store has room again: what waited is written, and what is late says so");
    for (const { goOn } of this.#waiting.splice(0)) goOn();
  }

  /** No room: told at once, and then every hour, also where a little was written in between. */
  #missed({ message }: StoreFault): void {
    const { clock, log } = this.#parts;
    const now = clock.machine();
    const isNew = this.#full === undefined && now - this.#roomAt >= STEADY;
    this.#full ??= { since: now, stop: this.#later() };
    if (!isNew && now - this.#told < HOUR) return;
    this.#told = now;
    log.error(
      { why: message },
      "Nothing can be kept and no alert goes out until there is room; it is tried again by itself",
    );
  }

  #later(): () => void {
    return this.#parts.clock.after(PAUSE, () => {
      if (this.#full === undefined) return;
      this.#full.stop = this.#later();
      // The longest waiting writes: if it can, the others follow, and if not it waits again.
      this.#waiting.shift()?.goOn();
    });
  }
}

const endedFull = () => new StoreFault("closed", "the store found no room on its disk until the program ended");
