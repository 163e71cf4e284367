// Which alerts come to the direct message that is asked in. It asks nothing of Discord and tells of no channel of a server.
import type { Context } from "../../src/command.ts";
import { isPaused } from "../../src/domain/quiet.ts";
import type { Subscribed } from "../../src/store/subscriptions.ts";

/** What comes to the direct message asked in, of each server one; what is paused first. Empty in a server. */
export function directs({ guildId, channelId, subscriptions, now }: Context): readonly Subscribed[] {
  if (guildId !== undefined) return [];
  const own = subscriptions.at(now).filter(({ destination: { id, kind } }) => kind === "dm" && id === channelId);
  const isHeld = ({ destination }: Subscribed) => isPaused(destination, now);
  return [...own.filter(isHeld), ...own.filter((one) => !isHeld(one))];
}

/** Asked from a direct message, as a member of the server whose alerts come there: nobody asks in a server's name there. */
export function isDirect({ guildId, channelId, subscriptions }: Context): boolean {
  if (guildId === undefined) return false;
  return subscriptions.list(guildId).some(({ destination: { id, kind } }) => kind === "dm" && id === channelId);
}
