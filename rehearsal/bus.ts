// One place where things that the page and the tests may watch are said aloud. Must never let one listener's fault reach the others' news.
import type { PageEvent } from "./contract.ts";

export type BusListener = (event: PageEvent) => void;

export class Bus {
  readonly #listeners = new Set<BusListener>();

  /** Returns the function that stops listening. */
  on(listener: BusListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  emit(event: PageEvent): void {
    const faults: unknown[] = [];
    for (const listener of this.#listeners) {
      try {
        listener(event);
      } catch (fault) {
        faults.push(fault);
      }
    }
    if (faults.length > 0) console.error("A listener of the rehearsal failed:", ...faults);
  }
}
