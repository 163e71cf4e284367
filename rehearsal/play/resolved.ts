// The people, roles and channels that ids in an interaction stand for, as Discord resolves them. Must never resolve what the reader cannot see.
import type {
  APIInteractionDataResolved,
  APIInteractionDataResolvedChannel,
  APIInteractionDataResolvedGuildMember,
  APIRole,
  APIUser,
} from "discord-api-types/v10";
import { ChannelType } from "discord-api-types/v10";
import type { Stage } from "../stage.ts";
import { APPLICATION_ID } from "../world/seed.ts";
import { Refused } from "./refused.ts";

/** Collects what is referred to, then gives it in Discord's shape. */
export class Resolving {
  readonly #stage: Stage;
  readonly #readerId: string;
  readonly #users: Record<string, APIUser> = {};
  readonly #members: Record<string, APIInteractionDataResolvedGuildMember> = {};
  readonly #roles: Record<string, APIRole> = {};
  readonly #channels: Record<string, APIInteractionDataResolvedChannel> = {};

  constructor(stage: Stage, readerId: string) {
    this.#stage = stage;
    this.#readerId = readerId;
  }

  user(id: string): string {
    const { world } = this.#stage;
    const user = world.user(id);
    const member = world.member(id);
    if (!user || !member) throw new Refused(`Nobody here has the id ${id}.`);
    const { user: _user, deaf: _deaf, mute: _mute, ...rest } = member;
    this.#users[id] = user;
    this.#members[id] = { ...rest, permissions: world.bits(id).toString() };
    return id;
  }

  role(id: string): string {
    const role = this.#stage.world.roles.find((one) => one.id === id);
    if (!role) throw new Refused(`No role here has the id ${id}.`);
    this.#roles[id] = role;
    return id;
  }

  /** @param types kinds of channel the option allows */
  channel(id: string, types?: number[]): string {
    const { world } = this.#stage;
    const channel = world.channels.get(id);
    if (channel?.type !== ChannelType.GuildText) throw new Refused(`No channel here has the id ${id}.`);
    if (types && types.length > 0 && !types.includes(channel.type))
      throw new Refused("That kind of channel cannot be chosen here.");
    this.#channels[id] = {
      id,
      name: channel.name,
      type: channel.type,
      permissions: world.bits(this.#readerId, id).toString(),
      app_permissions: world.bits(APPLICATION_ID, id).toString(),
    };
    return id;
  }

  /** A person or a role. */
  mentionable(id: string): string {
    return this.#stage.world.user(id) ? this.user(id) : this.role(id);
  }

  /** By the type of a command's option or of a select menu; both name what they hold. */
  get found(): APIInteractionDataResolved {
    const some = <V>(key: string, all: Record<string, V>) => (Object.keys(all).length > 0 ? { [key]: all } : {});
    return {
      ...some("users", this.#users),
      ...some("members", this.#members),
      ...some("roles", this.#roles),
      ...some("channels", this.#channels),
    };
  }

  get isEmpty(): boolean {
    return Object.keys(this.found).length === 0;
  }
}
