// Names of a guild's channels and roles as Discord writes them. Pure.
import type { Channel, ChannelKind, Snapshot } from "../../contract.ts";

/** Channels that can be named in a command: direct messages cannot. */
export const guildChannels = ({ channels }: Pick<Snapshot, "channels">): Channel[] =>
  channels.filter((channel) => channel.dmWith === undefined);

/** What can be named somewhere: the channels, people and roles that a picker offers. */
export type Names = Pick<Snapshot, "channels" | "readers" | "roles">;

/** What a reader can name in a channel: that server's channels they see, its people and its roles. A direct message has only its two sides. */
export function namesIn(snapshot: Snapshot, channelId: string, readerId: string): Names {
  const guildId = snapshot.channels.find(({ id }) => id === channelId)?.guildId ?? "";
  if (guildId === "") return { channels: [], roles: [], readers: snapshot.readers.filter(({ id }) => id === readerId) };
  return {
    channels: snapshot.channels.filter((channel) => channel.guildId === guildId && channel.seenBy.includes(readerId)),
    readers: snapshot.readers.filter(({ guilds }) => guilds.includes(guildId)),
    roles: snapshot.roles.filter((role) => role.guildId === guildId),
  };
}

/** Discord's numbers of channel types, as an option or a menu names those it takes. */
const channelTypes: Record<ChannelKind, readonly number[]> = {
  text: [0],
  dm: [1],
  announcement: [5],
  thread: [10, 11, 12],
  forum: [15],
};

/** Whether a channel is one of these types; without a list all are. */
export const isOfType = (channel: Channel, wanted: readonly number[] | undefined): boolean =>
  wanted === undefined || wanted.length === 0 || channelTypes[channel.kind].some((type) => wanted.includes(type));

/** "@choferes"; the role of everyone carries its sign in its name. */
export const roleTitle = (name: string): string => (name.startsWith("@") ? name : `@${name}`);
