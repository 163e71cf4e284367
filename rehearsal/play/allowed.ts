// Which commands a reader finds in a channel: contexts, the guild's own permissions for commands, the defaults the bot registered. Must never show one that Discord would hide.
// Guesses, where the documents name the parts and not their order: a command's own list decides before the app's; in a list a user's entry decides before
// roles', one role that is allowed outweighs others that are not, @everyone's comes last; a list that allows outweighs `default_member_permissions`,
// the app's list does not.
import type { APIApplicationCommandPermission } from "discord-api-types/v10";
import {
  ApplicationCommandPermissionType as Kind,
  ApplicationIntegrationType,
  InteractionContextType,
} from "discord-api-types/v10";
import type { Reader } from "../contract.ts";
import type { Stage } from "../stage.ts";
import { guildIdOf, isThread, type WorldChannel } from "../world/channels.ts";
import type { RegisteredCommand } from "../world/commands.ts";
import { holds, P } from "../world/permissions.ts";
import { APPLICATION_ID } from "../world/seed.ts";

export function visible(stage: Stage, reader: Reader, channel: WorldChannel): RegisteredCommand[] {
  const guildId = guildIdOf(channel);
  const all = stage.commands.at(guildId).filter((one) => fits(one, guildId === undefined));
  if (guildId === undefined) return stage.world.mutual(reader.id) ? all : [];
  return all.filter((one) => allowed(stage, one, reader, channel, guildId));
}

/** Installed to the guild and meant for this kind of place. Nobody here has installed the app for themselves alone. */
function fits(command: RegisteredCommand, inDm: boolean): boolean {
  if (!(command.integration_types ?? [0]).includes(ApplicationIntegrationType.GuildInstall)) return false;
  if (inDm && command.guild_id !== undefined) return false;
  const context = inDm ? InteractionContextType.BotDM : InteractionContextType.Guild;
  if (command.contexts) return command.contexts.includes(context);
  return !inDm || command.dm_permission !== false;
}

function allowed(
  stage: Stage,
  command: RegisteredCommand,
  reader: Reader,
  channel: WorldChannel,
  guildId: string,
): boolean {
  const bits = stage.world.bits(reader.id, channel.id);
  if (holds(bits, P.Administrator)) return true;
  if (!holds(bits, P.UseApplicationCommands)) return false;
  const own = stage.commands.permissionsOf(guildId, command.id)?.permissions ?? [];
  const apps = stage.commands.permissionsOf(guildId, APPLICATION_ID)?.permissions ?? [];
  const places = [isThread(channel) ? channel.parent_id : channel.id, (BigInt(guildId) - 1n).toString()];
  if (!(inPlace(own, places) ?? inPlace(apps, places) ?? true)) return false;
  const roles = stage.world.guilds.get(guildId)?.members.get(reader.id)?.roles ?? [];
  const verdict = forPerson(own, reader.id, roles, guildId);
  if (verdict !== undefined) return verdict;
  if (forPerson(apps, reader.id, roles, guildId) === false) return false;
  const wanted = command.default_member_permissions;
  if (wanted === null || wanted === undefined) return true;
  return wanted !== "0" && holds(bits, BigInt(wanted));
}

/** The channel's own entry before that of all channels. */
function inPlace(list: APIApplicationCommandPermission[], places: string[]): boolean | undefined {
  for (const place of places) {
    const found = list.find((one) => one.type === Kind.Channel && one.id === place);
    if (found) return found.permission;
  }
  return undefined;
}

function forPerson(
  list: APIApplicationCommandPermission[],
  id: string,
  roles: string[],
  everyone: string,
): boolean | undefined {
  const user = list.find((one) => one.type === Kind.User && one.id === id);
  if (user) return user.permission;
  const ofRoles = list.filter((one) => one.type === Kind.Role && roles.includes(one.id));
  if (ofRoles.length > 0) return ofRoles.some((one) => one.permission);
  return list.find((one) => one.type === Kind.Role && one.id === everyone)?.permission;
}
