// One life of the program, as whoever kills it sees it: a row of points, at one of which it ends. What has ended does nothing more and never answers;
// it must never throw, for a process that was killed does not either.

export class Life {
  /** Every point passed since counting began, in words. */
  readonly points: string[] = [];
  readonly died: Promise<string>;
  readonly #dieAt: number;
  #dead = false;
  #counts = false;
  #tell: (at: string) => void = () => undefined;

  /** @param dieAt the point, from 1, at which it ends; undefined: it is not killed */
  constructor(dieAt: number | undefined) {
    this.#dieAt = dieAt ?? Infinity;
    this.died = new Promise((resolve) => (this.#tell = resolve));
  }

  get dead(): boolean {
    return this.#dead;
  }

  /** What is prepared before is no point. */
  count(): void {
    this.#counts = true;
  }

  /** Passes, or ends the life here. */
  async point(words: string): Promise<void> {
    if (this.#dead) return never();
    if (!this.#counts) return;
    this.points.push(words);
    if (this.points.length < this.#dieAt) return;
    this.end(words);
    return never();
  }

  /** From outside, as by a power cut. */
  end(words: string): void {
    this.#dead = true;
    this.#tell(words);
  }

  /** What is no point, but is done by nobody once the life has ended. */
  async alive(): Promise<void> {
    if (this.#dead) return never();
  }
}

/** A new one each time: on a single one everything that ever waited would be kept. */
function never(): Promise<never> {
  return new Promise<never>(() => undefined);
}
