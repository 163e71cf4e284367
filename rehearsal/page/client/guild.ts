// Names of a guild's channels and roles as Discord writes them. Pure.
import type { Channel, Snapshot } from "../../contract.ts";

/** Channels that can be named in a command: direct messages cannot. */
export const guildChannels = (snapshot: Snapshot): Channel[] =>
  snapshot.channels.filter((channel) => channel.dmWith === undefined);

/** "@choferes"; the role of everyone carries its sign in its name. */
export const roleTitle = (name: string): string => (name.startsWith("@") ? name : `@${name}`);
