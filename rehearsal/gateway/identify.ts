// What a bot may say when it opens a session: the shapes, its intents, its shard. Must never let through what Discord closes a socket for.
// Documented: 4010 and 4011, 4013, 4014, 2,500 guilds a shard. Guess: the application has no privileged intent switched on, as ours needs none.
import { GatewayCloseCodes as Close, GatewayIntentBits as Intent } from "discord-api-types/v10";
import { z } from "zod";

const GUILDS_A_SHARD = 2_500;
const KNOWN = Object.values(Intent).reduce<number>((sum, bit) => (typeof bit === "number" ? sum | bit : sum), 0);
const PRIVILEGED = Intent.GuildMembers | Intent.GuildPresences | Intent.MessageContent;

export type Shard = [number, number];

export const identify = z.object({
  token: z.string(),
  intents: z.int(),
  properties: z.record(z.string(), z.unknown()),
  shard: z.tuple([z.int(), z.int()]).exactOptional(),
  compress: z.boolean().optional(),
  large_threshold: z.int().min(50).max(250).exactOptional(),
  presence: z.unknown().optional(),
});
export type Identify = z.infer<typeof identify>;

export const resume = z.object({ token: z.string(), session_id: z.string(), seq: z.int().nullable() });

/** Discord's own formula. Without a shard everything is of the only one; what belongs to no guild is of the first. */
export function isOfShard(guildId: string | undefined, [shard, count]: Shard = [0, 1]): boolean {
  if (guildId === undefined) return shard === 0;
  return Number((BigInt(guildId) >> 22n) % BigInt(count)) === shard;
}

/** Why Discord closes the socket of this IDENTIFY, if it does. */
export function fault({ intents, shard }: Identify, guildIds: string[]): [number, string] | undefined {
  if (shard && (shard[1] < 1 || shard[0] < 0 || shard[0] >= shard[1])) return [Close.InvalidShard, "Invalid shard"];
  if (intents < 0 || (intents & ~KNOWN) !== 0) return [Close.InvalidIntents, "Invalid intent(s)"];
  if ((intents & PRIVILEGED) !== 0) return [Close.DisallowedIntents, "Disallowed intent(s)"];
  if (guildIds.filter((id) => isOfShard(id, shard)).length > GUILDS_A_SHARD)
    return [Close.ShardingRequired, "Sharding required"];
  return undefined;
}
