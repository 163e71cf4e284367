// The people of the rehearsal: readers who act, owners who only own, and the bot. Must never know what guild anybody is in.
import type { APIUser } from "discord-api-types/v10";
import type { Reader } from "../contract.ts";
import { APPLICATION_ID, OWNER_SEED, READER_SEEDS, type PersonSeed } from "./seed.ts";

const NO_FLAGS: number = 0;

export class People {
  readonly bot: APIUser = { ...userObject(APPLICATION_ID, "Vigía", null), bot: true };
  readonly #readers = new Map<string, PersonSeed>(READER_SEEDS.map((seed) => [seed.id, { ...seed }]));

  /** In the order they came. */
  readers(): PersonSeed[] {
    return [...this.#readers.values()];
  }

  reader(id: string): PersonSeed | undefined {
    return this.#readers.get(id);
  }

  add(person: PersonSeed): void {
    this.#readers.set(person.id, person);
  }

  change(id: string, to: Partial<Pick<Reader, "locale" | "zone">>): void {
    const known = this.#readers.get(id);
    if (known) Object.assign(known, to);
  }

  user(id: string): APIUser | undefined {
    if (id === APPLICATION_ID) return this.bot;
    const seed = id === OWNER_SEED.id ? OWNER_SEED : this.#readers.get(id);
    return seed && userObject(seed.id, seed.username, seed.name);
  }
}

function userObject(id: string, username: string, globalName: string | null): APIUser {
  return {
    id,
    username,
    discriminator: "0",
    global_name: globalName,
    avatar: null,
    banner: null,
    accent_color: null,
    public_flags: NO_FLAGS,
    flags: NO_FLAGS,
    primary_guild: null,
  };
}
