// What Discord said a moment ago: who presses one button after another is not made to wait for the same answers each time. It must never outlive a change that
// the gateway tells of, nor keep a failure.
import type { Millis } from "../domain/time.ts";
import type { Reader } from "./rest.ts";

/** Machine ms. Members' roles change without a word to us: what a person may do elsewhere is never older than this. */
const MOMENT = 10_000;

export class AskedLately implements Reader {
  readonly #rest: Reader;
  readonly #now: () => Millis;
  readonly #answers = new Map<string, { at: Millis; answer: Promise<unknown> }>();

  /** `now`: machine time. */
  constructor(rest: Reader, now: () => Millis) {
    this.#rest = rest;
    this.#now = now;
  }

  get: Reader["get"] = (route, options) => {
    const now = this.#now();
    const known = this.#answers.get(route);
    if (known !== undefined && now - known.at < MOMENT) return known.answer;
    for (const [key, { at }] of this.#answers) if (now - at >= MOMENT) this.#answers.delete(key);
    const answer = this.#rest.get(route, options);
    this.#answers.set(route, { at: now, answer });
    answer.catch(() => this.#answers.delete(route));
    return answer;
  };

  /** Something changed there: all is asked anew. */
  forget(): void {
    this.#answers.clear();
  }
}
