// The commands a bot has registered, globally and in the guild. Must never change one that was not asked to change: ids stay while names stay.
import type { CommandInput } from "../rest/form-command.ts";
import type { Snowflakes } from "./snowflake.ts";
import { APPLICATION_ID, GUILD_ID } from "./seed.ts";

export type Scope = "global" | "guild";
export type RegisteredCommand = CommandInput & {
  id: string;
  application_id: string;
  version: string;
  guild_id?: string;
};

export class CommandBook {
  readonly #scopes: Record<Scope, RegisteredCommand[]> = { global: [], guild: [] };
  readonly #ids: Snowflakes;
  readonly #changed: () => void;

  constructor(ids: Snowflakes, changed: () => void) {
    this.#ids = ids;
    this.#changed = changed;
  }

  list(scope: Scope): RegisteredCommand[] {
    return this.#scopes[scope];
  }

  /** Those of the guild first: where two share a name, Discord's client picks the guild's. */
  all(): RegisteredCommand[] {
    return [...this.#scopes.guild, ...this.#scopes.global];
  }

  /** Bulk overwrite. */
  put(scope: Scope, inputs: CommandInput[]): RegisteredCommand[] {
    const before = this.#scopes[scope];
    this.#scopes[scope] = inputs.map((input) => ({
      ...DEFAULTS,
      ...input,
      id: before.find((one) => one.name === input.name && one.type === input.type)?.id ?? this.#ids.next(),
      application_id: APPLICATION_ID,
      version: this.#ids.next(),
      ...(scope === "guild" ? { guild_id: GUILD_ID } : {}),
    }));
    this.#changed();
    return this.#scopes[scope];
  }
}

const DEFAULTS = {
  description: "" as const,
  default_member_permissions: null,
  dm_permission: true,
  contexts: null,
  nsfw: false,
};
