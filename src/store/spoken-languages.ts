// The language in which a person last did something about a server's alerts: what is written to them directly is written in it. Rows of the `subs` namespace whose
// keys begin with the guild, so that they go with it. It must never be asked about what a whole channel reads.
import { z } from "zod";
import { type Language, LANGUAGES } from "../domain/text.ts";
import type { Store as Rows } from "../engines/store.ts";

const Spoken = z.strictObject({ v: z.literal(1), language: z.enum(LANGUAGES) });

const NAME = "-lang-";
const keyOf = (guildId: string, person: string) => `${guildId}${NAME}${person}`;

export class SpokenLanguages {
  readonly #rows: Rows;
  readonly #spoken = new Map<string, { language: Language; version: number }>();
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(rows: Rows) {
    this.#rows = rows;
  }

  static async open(rows: Rows): Promise<SpokenLanguages> {
    const all = new SpokenLanguages(rows);
    for await (const { key, value, version } of rows.scan())
      if (key.includes(NAME)) all.#spoken.set(key, { language: Spoken.parse(value).language, version });
    return all;
  }

  of(guildId: string, person: string): Language | undefined {
    return this.#spoken.get(keyOf(guildId, person))?.language;
  }

  /** Holds once it resolves, also after a restart. */
  note(guildId: string, person: string, language: Language): Promise<void> {
    const mine = this.#turn.then(() => this.#note(keyOf(guildId, person), language));
    this.#turn = mine.catch(() => undefined);
    return mine;
  }

  /** Its rows went with everything else of the guild. */
  forgotten(guildId: string): void {
    for (const key of this.#spoken.keys()) if (key.startsWith(`${guildId}${NAME}`)) this.#spoken.delete(key);
  }

  async #note(key: string, language: Language): Promise<void> {
    const known = this.#spoken.get(key);
    if (known?.language === language) return;
    const value = { v: 1, language };
    const written =
      known === undefined
        ? await this.#rows.addAll([{ key, value }])
        : await this.#rows.swap([{ key, expect: known.version, value }]);
    // The server was forgotten meanwhile: then nothing is to be kept.
    if (written.ok) this.#spoken.set(key, { language, version: (known?.version ?? 0) + 1 });
    else this.#spoken.delete(key);
  }
}
