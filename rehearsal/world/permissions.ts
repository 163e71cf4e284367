// Which permission bits someone has in a channel, by Discord's own order: @everyone, roles, then overwrites. Must never grant what it does not find.
import type { APIOverwrite } from "discord-api-types/v10";
import { OverwriteType, PermissionFlagsBits } from "discord-api-types/v10";

export const P = PermissionFlagsBits;
export const ALL_PERMISSIONS = Object.values(PermissionFlagsBits).reduce((sum, bit) => sum | bit, 0n);

export interface Subject {
  id: string;
  roles: string[];
}

/** Bits over the whole guild. `rolePermissions` holds @everyone under the guild's own id. */
export function guildBits(subject: Subject, guildId: string, rolePermissions: Map<string, bigint>): bigint {
  let bits = rolePermissions.get(guildId) ?? 0n;
  for (const role of subject.roles) bits |= rolePermissions.get(role) ?? 0n;
  return bits & P.Administrator ? ALL_PERMISSIONS : bits;
}

/** Bits in one channel. */
export function channelBits(subject: Subject, guildId: string, base: bigint, overwrites: APIOverwrite[]): bigint {
  if (base & P.Administrator) return ALL_PERMISSIONS;
  const find = (id: string) => overwrites.filter((one) => one.id === id);
  const ofRoles = overwrites.filter((one) => one.type === OverwriteType.Role && subject.roles.includes(one.id));
  let bits = base;
  for (const group of [find(guildId), ofRoles, find(subject.id)]) {
    for (const one of group) bits &= ~BigInt(one.deny);
    for (const one of group) bits |= BigInt(one.allow);
  }
  return bits;
}

/** True when `bits` holds every bit of `wanted`, or is an administrator's. */
export function holds(bits: bigint, wanted: bigint): boolean {
  return (bits & P.Administrator) !== 0n || (bits & wanted) === wanted;
}
