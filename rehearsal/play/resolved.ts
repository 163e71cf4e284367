// The people, roles, channels and files that ids in an interaction stand for, as Discord resolves them. Must never resolve what the reader cannot see.
import type {
  APIAttachment,
  APIInteractionDataResolved,
  APIInteractionDataResolvedChannel,
  APIInteractionDataResolvedGuildMember,
  APIRole,
  APIUser,
} from "discord-api-types/v10";
import type { SentFile } from "../contract.ts";
import type { Stage } from "../stage.ts";
import { guildIdOf, isDm, isThread, type WorldChannel } from "../world/channels.ts";
import { APPLICATION_ID } from "../world/seed.ts";
import { keepSentFile } from "./files.ts";
import { Refused } from "./refused.ts";

/** Collects what is referred to, then gives it in Discord's shape. */
export class Resolving {
  readonly #stage: Stage;
  readonly #readerId: string;
  /** Undefined in a direct message. */
  readonly #guildId: string | undefined;
  readonly #users: Record<string, APIUser> = {};
  readonly #members: Record<string, APIInteractionDataResolvedGuildMember> = {};
  readonly #roles: Record<string, APIRole> = {};
  readonly #channels: Record<string, APIInteractionDataResolvedChannel> = {};
  readonly #attachments: Record<string, APIAttachment> = {};

  constructor(stage: Stage, readerId: string, where: WorldChannel) {
    this.#stage = stage;
    this.#readerId = readerId;
    this.#guildId = guildIdOf(where);
  }

  /** In a direct message only its two people can be named. */
  user(id: string): string {
    const { world } = this.#stage;
    const user = world.user(id);
    const inDm = this.#guildId === undefined && (id === this.#readerId || id === APPLICATION_ID);
    const member = world.member(this.#guildId ?? "", id);
    if (!user || !(member ?? inDm)) throw new Refused(`Nobody here has the id ${id}.`);
    this.#users[id] = user;
    if (!member || this.#guildId === undefined) return id;
    const { user: _user, deaf: _deaf, mute: _mute, ...rest } = member;
    this.#members[id] = { ...rest, permissions: world.guildBits(id, this.#guildId).toString() };
    return id;
  }

  role(id: string): string {
    const role = this.#stage.world.guilds.get(this.#guildId ?? "")?.role(id);
    if (!role) throw new Refused(`No role here has the id ${id}.`);
    this.#roles[id] = role;
    return id;
  }

  /** @param types kinds of channel the option allows */
  channel(id: string, types?: number[]): string {
    const { world } = this.#stage;
    const channel = world.channels.get(id);
    const here = channel && !isDm(channel) && channel.guild_id === this.#guildId && world.sees(this.#readerId, id);
    if (!here) throw new Refused(`No channel here has the id ${id}.`);
    if (types && types.length > 0 && !types.includes(channel.type))
      throw new Refused("That kind of channel cannot be chosen here.");
    const shared = {
      id,
      name: channel.name ?? "",
      permissions: world.bits(this.#readerId, id).toString(),
      app_permissions: world.bits(APPLICATION_ID, id).toString(),
    };
    if (isThread(channel)) {
      const { type, thread_metadata, parent_id } = channel;
      this.#channels[id] = { ...shared, type, thread_metadata, parent_id };
    } else this.#channels[id] = { ...shared, type: channel.type };
    return id;
  }

  /** A person or a role. */
  mentionable(id: string): string {
    return this.#stage.world.user(id) ? this.user(id) : this.role(id);
  }

  /** Uploads it; gives the id it is resolved under. */
  file(file: SentFile): string {
    const kept = keepSentFile(this.#stage, file);
    this.#attachments[kept.id] = kept;
    return kept.id;
  }

  /** By the type of a command's option or of a select menu; both name what they hold. */
  get found(): APIInteractionDataResolved {
    const some = <V>(key: string, all: Record<string, V>) => (Object.keys(all).length > 0 ? { [key]: all } : {});
    return {
      ...some("users", this.#users),
      ...some("members", this.#members),
      ...some("roles", this.#roles),
      ...some("channels", this.#channels),
      ...some("attachments", this.#attachments),
    };
  }

  get isEmpty(): boolean {
    return Object.keys(this.found).length === 0;
  }
}
