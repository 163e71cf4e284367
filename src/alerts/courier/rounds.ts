// One round of work at a time, and one more where something was asked for meanwhile: who looks at everything that is owed, harmless however often. It must never
// let a round begin beside another, nor after stop().
export class Rounds {
  readonly #round: () => Promise<void>;
  readonly #broken: (error: unknown) => void;
  #stopped = true;
  #again = false;
  #running: Promise<void> | undefined;

  /** `broken`: told what a round threw. */
  constructor(round: () => Promise<void>, broken: (error: unknown) => void) {
    this.#round = round;
    this.#broken = broken;
  }

  get stopped(): boolean {
    return this.#stopped;
  }

  get isRunning(): boolean {
    return this.#running !== undefined;
  }

  start(): void {
    this.#stopped = false;
    this.look();
  }

  /** A round under way sees `stopped`, and is waited for. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running;
  }

  /** Resolves when no round is under way. */
  async idle(): Promise<void> {
    while (this.#running !== undefined) await this.#running;
  }

  look(): void {
    if (this.#stopped) return;
    if (this.#running !== undefined) {
      this.#again = true;
      return;
    }
    this.#running = this.#rounds()
      .catch(this.#broken)
      .finally(() => {
        this.#running = undefined;
        if (this.#again) this.look();
      });
  }

  async #rounds(): Promise<void> {
    do {
      this.#again = false;
      await this.#round();
    } while (this.#again && !this.#stopped);
  }
}
