// Plays a scenario step by step and tells what of it was seen; the page, the terminal and the tests read the same verdicts. Must never play two
// steps at once, or go on behind the back of who asked.
import type { ScenarioView, Words } from "../contract.ts";
import { Refused } from "../play/refused.ts";
import { Cast } from "./cast.ts";
import type { House } from "./house.ts";
import type { Scenario, Step } from "./scenario.ts";
import { type Came, missing, textOf } from "./sights.ts";

export interface Verdict {
  /** 1 for the first. */
  step: number;
  says: Words;
  /** What should have been seen and was not, or the reverse; empty when all was as it should be. */
  missing: Words[];
}

export class ScenarioPlayer {
  readonly #scenario: Scenario;
  readonly #house: House;
  readonly #progress: () => void;
  readonly #cast: Cast;
  readonly #verdicts: Verdict[] = [];
  #playing = false;

  /** @param progress called whenever the view has changed */
  constructor(scenario: Scenario, house: House, progress: () => void = () => undefined) {
    this.#scenario = scenario;
    this.#house = house;
    this.#progress = progress;
    this.#cast = new Cast(house);
  }

  view(): ScenarioView {
    const { name, title, steps } = this.#scenario;
    return {
      name,
      title,
      steps: steps.map(({ says }, index) => {
        const verdict = this.#verdicts[index];
        return verdict ? { ...says, seen: verdict.missing.length === 0, missing: verdict.missing } : says;
      }),
      done: this.#verdicts.length,
      playing: this.#playing,
    };
  }

  /** Throws Refused while a step is being played, or when all are done. */
  mayPlay(): void {
    if (this.#playing) throw new Refused("A step is being played: wait until it is done.");
    if (this.#ahead === undefined) throw new Refused("The scenario is at its end.");
  }

  get #ahead(): Step | undefined {
    return this.#scenario.steps[this.#verdicts.length];
  }

  /** Plays one step, or all that are left. Throws as mayPlay does. */
  async play(what: "next" | "all", told: (verdict: Verdict) => void = () => undefined): Promise<void> {
    this.mayPlay();
    this.#playing = true;
    this.#progress();
    try {
      if (this.#verdicts.length === 0) await this.#house.ready();
      for (
        let step: Step | undefined = this.#ahead;
        step !== undefined;
        step = what === "all" ? this.#ahead : undefined
      ) {
        const verdict = await this.#step(step);
        this.#verdicts.push(verdict);
        told(verdict);
        this.#progress();
      }
    } finally {
      this.#playing = false;
      this.#progress();
    }
  }

  async #step(step: Step): Promise<Verdict> {
    const { rehearsal } = this.#house;
    const before = new Set(rehearsal.state().channels.flatMap(({ id }) => rehearsal.messages(id).map(idOf)));
    const answered = this.#cast.answers.length;
    const came: Came = {
      inChannel: (name) =>
        rehearsal
          .messages(rehearsal.channel(name).id)
          .filter((shown) => shown.ephemeralFor === undefined && !before.has(idOf(shown)))
          .map(textOf),
      toReader: (name) =>
        this.#cast.answers
          .slice(answered)
          .filter(({ by }) => by === name)
          .map(({ text }) => text),
    };
    const refused = await this.#perform(step);
    await this.#house.settled(() => missing(step, came).length === 0);
    return {
      step: this.#verdicts.length + 1,
      says: step.says,
      missing: [...refused, ...missing(step, came)],
    };
  }

  /** What cannot be done ends the step's deeds: what follows would only hide it. */
  async #perform(step: Step): Promise<Words[]> {
    try {
      for (const deed of step.does) await this.#cast.perform(deed);
      return [];
    } catch (fault) {
      if (!(fault instanceof Refused)) throw fault;
      return [{ en: fault.message, es: `No se pudo hacer: «${fault.message}»` }];
    }
  }
}

const idOf = ({ message }: { message: { id: string } }) => message.id;
