// Which permission bits someone has: owner, @everyone, roles, then a channel's overwrites, in Discord's documented order. Must never grant what it does not find.
// A guess: the bits sent along with interactions leave out what the documents call implicitly denied; they say only that it is "ignored".
import type { APIOverwrite } from "discord-api-types/v10";
import { PermissionFlagsBits } from "discord-api-types/v10";

export const P = PermissionFlagsBits;
export const ALL_PERMISSIONS = Object.values(PermissionFlagsBits).reduce((sum, bit) => sum | bit, 0n);
/** All that a timed-out member keeps. */
const TIMED_OUT = P.ViewChannel | P.ReadMessageHistory;
/** Worth nothing to who may not send. */
const OF_SENDING = P.MentionEveryone | P.SendTTSMessages | P.AttachFiles | P.EmbedLinks;

export interface Subject {
  id: string;
  roles: readonly string[];
  timedOut: boolean;
}

export interface Realm {
  guildId: string;
  ownerId: string;
  /** Bits of each role; @everyone's under the guild's own id. */
  rolePermissions: ReadonlyMap<string, bigint>;
}

/** Bits over the whole guild, before any time-out: an owner's or administrator's are all of them. */
function baseBits(subject: Subject, realm: Realm): bigint {
  if (subject.id === realm.ownerId) return ALL_PERMISSIONS;
  let bits = realm.rolePermissions.get(realm.guildId) ?? 0n;
  for (const role of subject.roles) bits |= realm.rolePermissions.get(role) ?? 0n;
  return bits & P.Administrator ? ALL_PERMISSIONS : bits;
}

export function guildBits(subject: Subject, realm: Realm): bigint {
  return timed(baseBits(subject, realm), subject);
}

/** Bits in one channel; for a thread those of its parent, where SEND_MESSAGES_IN_THREADS takes the place of SEND_MESSAGES. */
export function channelBits(subject: Subject, realm: Realm, overwrites: APIOverwrite[], thread: boolean): bigint {
  const base = baseBits(subject, realm);
  if (base & P.Administrator) return ALL_PERMISSIONS;
  const overwritten = overwrite(base, subject, realm.guildId, overwrites);
  return implied(timed(overwritten, subject), thread ? P.SendMessagesInThreads : P.SendMessages);
}

function overwrite(base: bigint, subject: Subject, guildId: string, overwrites: APIOverwrite[]): bigint {
  const roles = new Set(subject.roles);
  let bits = base;
  for (const group of [
    overwrites.filter((one) => one.id === guildId),
    overwrites.filter((one) => roles.has(one.id)),
    overwrites.filter((one) => one.id === subject.id),
  ]) {
    // All denials of a group before all its grants: between roles no order counts.
    for (const one of group) bits &= ~BigInt(one.deny);
    for (const one of group) bits |= BigInt(one.allow);
  }
  return bits;
}

function timed(bits: bigint, subject: Subject): bigint {
  return subject.timedOut && (bits & P.Administrator) === 0n ? bits & TIMED_OUT : bits;
}

function implied(bits: bigint, sending: bigint): bigint {
  if ((bits & P.ViewChannel) === 0n) return 0n;
  return bits & sending ? bits : bits & ~OF_SENDING;
}

/** True when `bits` holds every bit of `wanted`, or is an administrator's. */
export function holds(bits: bigint, wanted: bigint): boolean {
  return (bits & P.Administrator) !== 0n || (bits & wanted) === wanted;
}
