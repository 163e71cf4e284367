// The commands a bot has registered, globally and by guild, and what guilds' admins allow of them. Must never change one that was not asked to change: ids stay
// while names stay.
import type { APIApplicationCommandPermission } from "discord-api-types/v10";
import { ApplicationIntegrationType, InteractionContextType } from "discord-api-types/v10";
import type { CommandInput } from "../rest/form-command.ts";
import { machineNow } from "../world-clock.ts";
import type { Snowflakes } from "./snowflake.ts";
import { APPLICATION_ID } from "./seed.ts";

const DAY = 24 * 60 * 60_000;
const A_DAY = 200;

/** "global", or a guild's id. */
export type Scope = string;
export const GLOBAL: Scope = "global";

export type RegisteredCommand = CommandInput & {
  id: string;
  application_id: string;
  version: string;
  guild_id?: string;
};

/** `id` is a command's, or the application's for all commands without a list of their own. */
export interface CommandPermissions {
  id: string;
  application_id: string;
  guild_id: string;
  permissions: APIApplicationCommandPermission[];
}

export class CommandBook {
  readonly #scopes = new Map<Scope, RegisteredCommand[]>();
  readonly #permissions = new Map<string, CommandPermissions>();
  /** Commands made in a scope on its day, which began at `since` (machine milliseconds). */
  readonly #made = new Map<Scope, { since: number; count: number }>();
  readonly #ids: Snowflakes;
  readonly #changed: () => void;

  constructor(ids: Snowflakes, changed: () => void) {
    this.#ids = ids;
    this.#changed = changed;
  }

  list(scope: Scope): RegisteredCommand[] {
    return this.#scopes.get(scope) ?? [];
  }

  find(scope: Scope, id: string): RegisteredCommand | undefined {
    return this.list(scope).find((one) => one.id === id);
  }

  named(scope: Scope, { name, type }: CommandInput): RegisteredCommand | undefined {
    return this.list(scope).find((one) => one.name === name && one.type === type);
  }

  /** What there is in a guild, or without one in a direct message. Where two share a name and a type, the guild's hides the global one. */
  at(guildId: string | undefined): RegisteredCommand[] {
    const own = guildId === undefined ? [] : this.list(guildId);
    return [...own, ...this.list(GLOBAL)];
  }

  /** Counts so many new commands, unless they are more than the day allows. */
  mayMake(scope: Scope, count: number): boolean {
    const now = machineNow();
    const known = this.#made.get(scope);
    const today = known && now - known.since < DAY ? known : { since: now, count: 0 };
    if (count === 0 || today.count + count > A_DAY) return count === 0;
    this.#made.set(scope, { ...today, count: today.count + count });
    return true;
  }

  /** Bulk overwrite. */
  put(scope: Scope, inputs: CommandInput[]): RegisteredCommand[] {
    const made = inputs.map((input) => this.#built(scope, input, this.named(scope, input)?.id));
    const lost = this.list(scope).filter((one) => !made.some((it) => it.id === one.id));
    this.#scopes.set(scope, made);
    for (const one of lost) this.#forgetPermissions(one.id);
    this.#changed();
    return made;
  }

  /** Adds one, or puts it in the place of the one with its name and type. */
  save(scope: Scope, input: CommandInput, id = this.named(scope, input)?.id): RegisteredCommand {
    const made = this.#built(scope, input, id);
    const before = this.list(scope);
    const known = before.some((one) => one.id === made.id);
    this.#scopes.set(scope, known ? before.map((one) => (one.id === made.id ? made : one)) : [...before, made]);
    this.#changed();
    return made;
  }

  remove(scope: Scope, id: string): void {
    this.#scopes.set(
      scope,
      this.list(scope).filter((one) => one.id !== id),
    );
    this.#forgetPermissions(id);
    this.#changed();
  }

  /** Every list set in a guild. */
  permissionsIn(guildId: string): CommandPermissions[] {
    return [...this.#permissions.values()].filter((one) => one.guild_id === guildId);
  }

  /** @param id of a command, or of the application */
  permissionsOf(guildId: string, id: string): CommandPermissions | undefined {
    return this.#permissions.get(`${guildId} ${id}`);
  }

  /** An empty list takes it away. */
  setPermissions(guildId: string, id: string, permissions: APIApplicationCommandPermission[]): CommandPermissions {
    const made = { id, application_id: APPLICATION_ID, guild_id: guildId, permissions };
    if (permissions.length > 0) this.#permissions.set(`${guildId} ${id}`, made);
    else this.#permissions.delete(`${guildId} ${id}`);
    this.#changed();
    return made;
  }

  #forgetPermissions(id: string): void {
    for (const [key, one] of this.#permissions) if (one.id === id) this.#permissions.delete(key);
  }

  #built(scope: Scope, input: CommandInput, id = this.#ids.next()): RegisteredCommand {
    // The older switch and the newer list say one thing.
    const inDms = input.contexts
      ? input.contexts.includes(InteractionContextType.BotDM)
      : (input.dm_permission ?? true);
    return {
      ...DEFAULTS,
      ...input,
      ...(scope === GLOBAL ? { dm_permission: inDms } : {}),
      id,
      application_id: APPLICATION_ID,
      version: this.#ids.next(),
      ...(scope === GLOBAL ? {} : { guild_id: scope }),
    };
  }
}

const DEFAULTS = {
  description: "" as const,
  default_member_permissions: null,
  contexts: null,
  integration_types: [ApplicationIntegrationType.GuildInstall as const],
  nsfw: false,
};
